"""What the system opens is opened by a program of its own."""

import os
import time
from pathlib import Path

import pytest

from app.machine.outside import Opening, command_for, outside_environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows opens files itself")


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which programs are found, and no other ones."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put(folder: Path, script: str) -> None:
    program = folder / "xdg-open"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def result(opening: Opening) -> bool | None:
    for _ in range(200):
        if (failed := opening.failed()) is not None:
            return failed
        time.sleep(0.02)
    return None


@pytest.mark.parametrize(("code", "failed"), [(0, False), (3, True), (4, True)])
def test_it_is_known_whether_the_system_could_open_it(opener: Path, tmp_path: Path, code: int, failed: bool) -> None:
    put(opener, f'echo "$1" > "{tmp_path}/asked"\nexit {code}')
    opening = Opening(tmp_path / "é 漢 $(x).pdf")
    assert result(opening) is failed
    assert (tmp_path / "asked").read_text(encoding="utf-8") == f"{tmp_path}/é 漢 $(x).pdf\n"
    assert opening.failed() is False  # asked once more, when it is over


def test_its_folder_is_shown(opener: Path, tmp_path: Path) -> None:
    put(opener, f'echo "$1" > "{tmp_path}/asked"')
    assert result(Opening(tmp_path / "sheets" / "a.pdf", folder=True)) is False
    assert (tmp_path / "asked").read_text(encoding="utf-8") == f"{tmp_path}/sheets\n"


def test_a_program_that_goes_on_is_not_waited_for(opener: Path, tmp_path: Path) -> None:
    put(opener, "exec /bin/sleep 0.3")
    opening = Opening(tmp_path / "a.pdf")
    assert opening.failed() is None
    assert result(opening) is False


def test_a_system_that_opens_nothing_says_so(opener: Path, tmp_path: Path) -> None:
    assert list(opener.iterdir()) == []
    with pytest.raises(OSError, match="xdg-open"):
        Opening(tmp_path / "a.pdf")


def test_macos_chooses_the_file_in_its_folder() -> None:
    assert command_for(Path("/x/a.pdf"), "darwin", folder=True) == ("open", "-R", "/x/a.pdf")
    assert command_for(Path("/x/a.pdf"), "darwin", folder=False) == ("open", "/x/a.pdf")


def test_another_program_does_not_find_the_packages_libraries() -> None:
    ours = {"LD_LIBRARY_PATH": "/ours", "QT_PLUGIN_PATH": "/ours/plugins", "HOME": "/h"}
    assert outside_environment(ours, frozen=True) == {"HOME": "/h"}
    assert outside_environment({**ours, "LD_LIBRARY_PATH_ORIG": "/theirs"}, frozen=True) == {"HOME": "/h", "LD_LIBRARY_PATH": "/theirs"}
    assert outside_environment(ours, frozen=False) == ours
