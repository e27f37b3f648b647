"""What the program remembers, on machines and at moments that are against it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import FULL_DISK, Program, read_only
from .test_window import quit_and_expect, settings

Start = Callable[..., Program]


@pytest.fixture
def folder(start: Start, tmp_path: Path) -> Path:
    """Return the folder with what a first run has stored."""
    program = start("--open", "about")
    program.wait_for_title("About and disclaimer")
    quit_and_expect(program)
    assert settings(tmp_path)["place"] == "about"
    return tmp_path / "config" / "cervical-reference"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("trouble", ["read-only", "full"])
def test_where_nothing_can_be_stored_the_reader_goes_on_and_finds_the_old_settings(start: Start, folder: Path, trouble: str) -> None:
    before = contents(folder)
    program = start("--open", "faq", within=FULL_DISK if trouble == "full" else read_only(folder))
    program.wait_for_title("Questions and answers")
    program.press("ctrl+plus")
    quit_and_expect(program)
    folder.chmod(0o700)
    assert contents(folder) == before


def test_a_hand_out_for_which_there_is_no_room_is_not_saved_and_the_reader_goes_on(start: Start, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.html"
    program = start("--open", "treatment-and-management", within=FULL_DISK)
    program.wait_for_title("Treatment and Management")
    program.press("ctrl+p")
    program.wait_for_dialog("Hand-out")
    program.press("alt+s")
    program.wait_for_dialog("Save the hand-out")
    program.press("ctrl+a")
    program.type(str(sheet))
    program.press("Return")
    program.wait_for_dialog("Save the hand-out", shown=False)
    program.press("Escape")
    program.wait_for_dialog("Hand-out", shown=False)
    quit_and_expect(program)
    assert not sheet.exists()
    assert list(tmp_path.glob(".saving-*")) == []


def test_of_two_programs_the_one_that_ends_last_is_remembered_whole(start: Start, tmp_path: Path) -> None:
    first = start("--open", "about")
    first.wait_for_title("About and disclaimer")
    first.press("ctrl+plus", "ctrl+plus")
    second = start("--new-window", "--open", "faq")
    second.wait_for_title("Questions and answers")
    quit_and_expect(second)
    assert (settings(tmp_path)["place"], settings(tmp_path)["text_size"]) == ("faq", "100")
    first.find_window()
    quit_and_expect(first)
    assert (settings(tmp_path)["place"], settings(tmp_path)["text_size"]) == ("about", "125")


def test_a_killed_program_opens_again_with_what_was_stored_before(start: Start, folder: Path) -> None:
    before = contents(folder)
    program = start("--open", "faq")
    program.wait_for_title("Questions and answers")
    program.process.kill()
    program.wait()
    (folder / "settings.ini.lock").touch()  # what a killed program of an earlier version may have left
    (folder / ".saving-0123456789ab").write_bytes(before["settings.ini"][:50])
    again = start()
    again.wait_for_title("About and disclaimer")
    quit_and_expect(again)
    assert contents(folder).keys() == {"settings.ini", "settings.ini.lock"}
