"""The windowed programs in use: keys alone, in a real window."""

import configparser
from collections.abc import Callable
from pathlib import Path

import pytest
from wine import Wine, windows_path

from app import NAME
from app.ui.window.commands import TABLE
from tests.e2e.conftest import wait_for
from tests.windows.conftest import ANOTHER, BUSY, TITLE, Window

Start = Callable[..., Window]
COMMANDS = {command.id for command in TABLE if command is not None}


def stored(settings: Path) -> dict[str, str]:
    parser = configparser.RawConfigParser()
    parser.read(settings, encoding="utf-8")
    return dict(parser["General"]) if parser.has_section("General") else {}


def use(window: Window, settings: Path, pictures: str) -> None:
    """Accept the disclaimer, search, open the first result, quit; the place is kept, the words are not."""
    window.wait_until_whole()
    window.picture(f"{pictures}-1-disclaimer")
    window.press("ctrl+k")
    window.type("cerclage")  # nothing works before the disclaimer is accepted
    window.press("Return")
    window.picture(f"{pictures}-2-start")
    window.press("ctrl+k")
    window.type("how common")
    window.picture(f"{pictures}-3-search")
    window.press("Return")
    window.wait_for_title("Questions and answers")
    window.picture(f"{pictures}-4-result")
    window.quit()
    assert stored(settings)["place"] == "faq/how-common"
    assert stored(settings)["open_answers"] == "faq/how-common"
    assert "how common" not in settings.read_text(encoding="utf-8")


def test_a_reader_accepts_searches_opens_a_result_and_finds_the_place_again(start: Start, settings: Path) -> None:
    use(start(accept=False), settings, "folder")
    again = start()
    again.wait_for_title("Questions and answers")
    again.quit()


def test_the_single_file_is_used_the_same_way(start: Start, single: Path, settings: Path, wine: Wine) -> None:
    user = wine.local_settings.parent.parent
    before = set(user.glob("**/_MEI*"))  # a run that was broken off has left its own
    use(start(of=single, accept=False), settings, "single")
    assert set(user.glob("**/_MEI*")) - before == set()


def test_the_single_file_unpacks_what_searches_all_articles_and_takes_it_away(
    start: Start, single: Path, console: Path, settings: Path, wine: Wine
) -> None:
    assert wine.run(console, "library", "add", windows_path(ANOTHER)).returncode == 0
    user = wine.local_settings.parent.parent
    before = set(user.glob("**/_MEI*"))
    window = start(of=single)
    window.wait_until_whole()
    wait_for((settings.parent / "cache" / "library-index" / "current").exists, "the index of all articles", BUSY)
    window.quit()
    assert set(user.glob("**/_MEI*")) - before == set()


def test_an_odd_folder_that_cannot_be_written_serves(start: Start, read_only: Path, settings: Path) -> None:
    use(start(of=read_only / "cervical-reference.exe", accept=False), settings, "read-only")


def test_two_run_at_once(start: Start, settings: Path) -> None:
    one, two = start("--open", "faq"), start("--new-window", "--open", "about")
    one.wait_for_title("Questions and answers")
    two.wait_for_title("About and disclaimer")
    two.picture("two-at-once")
    two.quit()
    one.focus()
    one.quit()
    assert stored(settings)["place"] == "faq"


def test_declining_the_disclaimer_quits_and_leaves_no_trace(start: Start, settings: Path) -> None:
    window = start(accept=False)
    window.wait_until_whole()
    window.press("Escape")
    assert window.wait() == (0, "")
    assert not settings.exists()


@pytest.mark.skipif("teach" not in COMMANDS, reason="this program cannot teach yet")
def test_a_teacher_fills_the_screen_and_comes_back(start: Start) -> None:
    window = start("--open", "treatment-and-management")
    window.wait_for_title("Treatment and Management")
    shape = window.desktop.call("getwindowgeometry", "--shell", window.number)
    whole = window.desktop.call("getdisplaygeometry").split()
    window.press("F5")

    def fills() -> bool:
        told = dict(line.split("=") for line in window.desktop.call("getwindowgeometry", "--shell", window.number).splitlines())
        return [told["WIDTH"], told["HEIGHT"]] == whole

    wait_for(fills, "the full screen", BUSY)
    window.picture("teach-1")
    window.press("space", "Right", "Next")
    window.picture("teach-2")
    window.press("Escape")
    wait_for(lambda: window.desktop.call("getwindowgeometry", "--shell", window.number) == shape, "the window as it was", BUSY)
    window.quit()


@pytest.mark.skipif("handout" not in COMMANDS, reason="this program cannot make hand-outs yet")
def test_a_hand_out_is_saved_as_a_pdf(start: Start, tmp_path: Path) -> None:
    window = start("--open", "treatment-and-management")
    window.wait_for_title("Treatment and Management")
    window.press("ctrl+p")
    window.focus("^Hand-out$")
    window.picture("hand-out-1")
    window.press("alt+s")
    window.focus("^Save the hand-out$")
    window.press("ctrl+a")
    window.type(windows_path(tmp_path / "sheet.pdf"))
    window.picture("hand-out-2")
    window.press("Return")
    wait_for((tmp_path / "sheet.pdf").exists, "the saved hand-out", BUSY)
    window.picture("hand-out-3")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    window.focus("^Hand-out$")
    window.press("Escape")
    wait_for(lambda: not window.seen("^Hand-out$"), "the end of the dialog", BUSY)
    window.focus()
    window.quit()


def test_content_that_is_damaged_gives_way_with_a_notice_and_no_box(start: Start, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"schema": 1,', encoding="utf-8")
    window = start("--content", windows_path(tmp_path / "broken.json"), through=DOUBLE_CLICK)
    window.wait_for_title(TITLE)
    window.picture("damaged-content")
    assert len(window.seen(".")) == 1
    window.quit()


DOUBLE_CLICK = ("start", "/wait", "/unix")
"""Starts a program as the desktop does: without input, output, or a place for complaints."""


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("wrong-usage", ["--nonsense"]), ("no-console", ["search", "cerclage"]), ("unreadable", ["--content", "no such file.json", "self-check"])],
)
def test_what_would_be_complained_on_a_console_is_told_in_a_box(start: Start, name: str, arguments: list[str]) -> None:
    box = start(*arguments, accept=False, through=DOUBLE_CLICK)
    assert box.title == NAME
    box.picture(f"box-{name}")
    box.press("Return")
    assert box.wait()[0] == 2
