"""The packaged program as a clinic sets it up: portable or not, with a policy beside it."""

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.base.built import FILE
from app.core.base.labels import ENGLISH
from app.core.files.policy import candidates
from tests.bundle.test_bundle import run
from tests.e2e.conftest import Desktop, Program, read_only
from tests.e2e.test_window import quit_and_expect, settings

Start = Callable[..., Program]

STORED = Path("config") / "cervical-reference" / "settings.ini"


@pytest.fixture
def copy(program: Path, tmp_path: Path) -> Path:
    """Return a copy of the program, in a folder of its own."""
    if any(path.exists() for path in candidates({}, "linux", program, frozen=False)):
        pytest.skip("this machine has a policy of its own, which comes first")
    shutil.copytree(program.parent, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy" / program.name


@pytest.fixture
def use(desktop: Desktop, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Open the copy at the questions, go on to another place and quit."""

    def used(*, accept: bool = True, within: tuple[str, ...] = ()) -> None:
        monkeypatch.setenv("PROGRAM", str(copy))
        program = Program(desktop, tmp_path, "--open", "faq", within=within)
        try:
            program.find_window()
            if accept:
                program.press("Return")
            program.wait_for_title("Questions and answers")
            program.press("ctrl+k")
            program.type("ehlers")
            program.press("Return")
            program.wait_for_title("Causes and Risk Factors")
            quit_and_expect(program)
        finally:
            program.stop()

    return used


def lay_policy(copy: Path, content: object) -> Path:
    path = copy.with_name("policy.json")
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_portable_program_keeps_everything_beside_it(use: Start, copy: Path, tmp_path: Path) -> None:
    copy.with_name("portable").touch()
    use()
    (own,) = copy.parent.glob("settings-*.ini")
    assert "causes-and-risk-factors" in own.read_text(encoding="utf-8")
    assert not (tmp_path / "config").exists()


def test_a_portable_program_that_cannot_write_beside_itself_uses_the_users_folder(use: Start, copy: Path, tmp_path: Path) -> None:
    copy.with_name("portable").touch()
    use(within=read_only(copy.parent))
    copy.parent.chmod(0o700)
    assert not list(copy.parent.glob("settings*.ini"))
    assert "causes-and-risk-factors" in (tmp_path / STORED).read_text(encoding="utf-8")


def test_a_policy_beside_the_program_rules_the_window(use: Start, copy: Path, tmp_path: Path) -> None:
    lay_policy(copy, {"schema": 1, "disclaimer": "once", "theme": "contrast", "text_size": 125, "remember_place": False})
    use()
    stored = settings(tmp_path)
    # what a policy sets is shown, and never becomes the reader's own choice
    assert (stored["theme"], stored["text_size"], stored["place"]) == ("system", "100", "")
    use(accept=False)  # the search works at once: the disclaimer is not shown again


def test_a_policy_beside_the_program_rules_the_command_line(copy: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    lay_policy(copy, {"schema": 1, "clinic": {"name": "Harbour Clinic", "numbers": "1234"}, "content": "share/tiny.json"})
    copy.with_name("share").mkdir()
    shutil.copy2(Path(__file__).resolve().parent.parent / "articles" / "tiny.json", copy.with_name("share"))
    assert run(copy, "handout", "--output", str(sheet)).returncode == 0
    text = sheet.read_text(encoding="utf-8")
    assert "Harbour Clinic" in text
    assert any("\u0600" <= char <= "\u06ff" for char in text)


@pytest.mark.parametrize("content", [{"schema": 1, "allow": {"export": False}}, "{", {"schema": 1, "allow": {"exports": False}}])
def test_what_a_policy_forbids_or_damaged_does_not_allow_is_refused_in_words(copy: Path, tmp_path: Path, content: object) -> None:
    path = lay_policy(copy, content)
    for command in (("handout", "--output", str(tmp_path / "sheet.txt")), ("export-html", str(tmp_path / "page.html"))):
        done = run(copy, *command)
        assert done.returncode == 2
        assert str(path) in done.stderr
    assert not list(tmp_path.glob("*.*"))
    assert "cerclage" in run(copy, "search", "cerclage").stdout


def test_a_clock_before_the_build_is_noticed(copy: Path) -> None:
    day = copy.parent / "_internal" / "resources" / FILE
    assert dt.date.fromisoformat(day.read_text(encoding="ascii")) <= dt.date.today()  # noqa: DTZ011 - the machine's own day
    assert ENGLISH.wrong_clock not in run(copy, "show", "overview").stdout
    day.write_text("2999-01-01", encoding="ascii")
    assert ENGLISH.wrong_clock in run(copy, "show", "overview").stdout
