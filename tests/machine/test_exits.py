"""How an error is told where there is a console, and where there is none."""

import sys
from pathlib import Path

import pytest

from app.cli import main
from app.core.files.own_files import program_folder
from app.machine import exits


def boxes_without_a_console(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Take the streams away and return the lines that will be told in a box; no fixture, since pytest sets the streams again after those."""
    told: list[str] = []
    monkeypatch.setattr(exits, "show_in_a_box", told.append)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    return told


def test_an_error_is_one_plain_line(capsys: pytest.CaptureFixture[str]) -> None:
    exits.complain("a\n  b", shown=True)
    assert capsys.readouterr().err == "cervical-reference: a b\n"


def test_without_a_console_a_box_tells_it_unless_the_window_does(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = boxes_without_a_console(monkeypatch)
    exits.complain("a\n  b")
    exits.complain("c", shown=True)
    exits.say("d")
    assert boxes == ["a b"]


def test_wrong_usage_is_told_in_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = boxes_without_a_console(monkeypatch)
    with pytest.raises(SystemExit) as ended:
        main.main(["--nonsense"])
    assert ended.value.code == 2
    assert boxes == ["unrecognized arguments: --nonsense (see --help)"]


@pytest.mark.parametrize("call", [["search", "cerclage"], ["show"], ["check"], ["diff", "a", "b"]])
def test_a_command_that_only_prints_says_which_program_can(monkeypatch: pytest.MonkeyPatch, call: list[str]) -> None:
    boxes = boxes_without_a_console(monkeypatch)
    assert main.main(call) == 2
    assert boxes == [main.NO_CONSOLE]


def test_only_windows_has_such_a_box() -> None:
    if sys.platform == "win32":
        pytest.skip("this is Windows")
    exits.show_in_a_box("nothing happens")


def test_the_program_is_found_however_it_was_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["cervical-reference"])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "cervical-reference.exe"))
    assert program_folder() == Path.cwd()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program_folder() == tmp_path.resolve()
