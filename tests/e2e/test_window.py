"""The real window, driven by keys alone."""

import configparser
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import TOOLS, Desktop, Program, need, wait_for

Start = Callable[..., Program]


def settings(home: Path) -> dict[str, str]:
    """Return what the program has stored."""
    parser = configparser.RawConfigParser()
    parser.read(home / "config" / "cervical-reference" / "settings.ini", encoding="utf-8")
    return dict(parser["General"]) if parser.has_section("General") else {}


def quit_and_expect(program: Program, code: int = 0) -> None:
    program.press("ctrl+q")
    assert program.wait() == code


def test_a_reader_searches_opens_a_result_and_finds_the_place_again(start: Start, tmp_path: Path) -> None:
    program = start(accept=False)
    program.wait_for_title("Cervical Insufficiency")
    program.press("ctrl+k")
    program.type("cerclage")  # nothing works before the disclaimer is accepted
    program.press("Return")
    program.press("ctrl+k")
    program.type("how common")
    program.press("Return")
    program.wait_for_title("Questions and answers")
    program.picture(tmp_path / "hit.png")
    quit_and_expect(program)
    assert settings(tmp_path)["place"] == "faq/how-common"
    assert settings(tmp_path)["open_answers"] == "faq/how-common"
    assert "how common" not in (tmp_path / "config" / "cervical-reference" / "settings.ini").read_text(encoding="utf-8")

    again = start()
    again.wait_for_title("Questions and answers")
    quit_and_expect(again)
    assert settings(tmp_path)["place"] == "faq/how-common"


def test_an_answer_is_opened_with_the_keyboard(start: Start, tmp_path: Path) -> None:
    program = start("--open", "faq")
    program.wait_for_title("Questions and answers")
    program.press("Tab", "Tab", "space")
    quit_and_expect(program)
    assert settings(tmp_path)["open_answers"] == "faq/causes"


def test_declining_the_disclaimer_quits_and_leaves_no_trace(start: Start, tmp_path: Path) -> None:
    program = start(accept=False)
    program.press("Escape")
    assert program.wait() == 0
    assert settings(tmp_path) == {}


def test_back_forward_and_sections_are_reached_by_keys(start: Start) -> None:
    program = start("--open", "treatment-and-management")
    program.wait_for_title("Treatment and Management")
    program.press("ctrl+Next")
    program.wait_for_title("Complications and Prevention")
    program.press("alt+Left")
    program.wait_for_title("Treatment and Management")
    program.press("alt+Right")
    program.wait_for_title("Complications and Prevention")
    program.press("F1")
    program.wait_for_title("Keys")
    quit_and_expect(program)


def test_words_on_the_command_line_are_searched_for(start: Start) -> None:
    program = start("--search", "ehlers")
    program.press("Return")
    program.wait_for_title("Causes and Risk Factors")
    quit_and_expect(program)


def test_text_size_and_theme_are_remembered(start: Start, tmp_path: Path) -> None:
    program = start()
    program.press("ctrl+plus", "ctrl+plus")
    quit_and_expect(program)
    assert settings(tmp_path)["text_size"] == "125"


def test_damaged_content_gives_way_to_the_bundled_article(start: Start, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"schema": 1,', encoding="utf-8")
    program = start("--content", str(broken))
    program.wait_for_title("Cervical Insufficiency")
    quit_and_expect(program)
    assert program.process.stderr is not None
    message = program.process.stderr.read().strip()
    assert "line 1, column 14" in message
    assert len(message.splitlines()) == 1


def test_another_article_in_another_script_opens(start: Start) -> None:
    tiny = Path(__file__).resolve().parent.parent / "articles" / "tiny.json"
    program = start("--content", str(tiny))
    wait_for(lambda: any("\u0600" <= char <= "\u06ff" for char in program.title), "an Arabic title")
    quit_and_expect(program)


def test_the_program_runs_without_a_home(start: Start) -> None:
    program = start(home=None)
    program.wait_for_title("Cervical Insufficiency")
    quit_and_expect(program)


def test_the_program_runs_when_nothing_can_be_stored(start: Start, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be", encoding="utf-8")
    program = start("--open", "faq")
    program.wait_for_title("Questions and answers")
    quit_and_expect(program)


def test_damaged_settings_are_passed_over(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "cervical-reference"
    folder.mkdir(parents=True)
    (folder / "settings.ini").write_bytes(bytes(range(256)) * 20)
    program = start()
    program.wait_for_title("Cervical Insufficiency")
    quit_and_expect(program)


def test_a_home_with_spaces_and_other_letters_serves(start: Start, tmp_path: Path) -> None:
    home = tmp_path / "Référence médicale é漢"
    home.mkdir()
    program = start("--open", "about", home=home)
    program.wait_for_title("About and disclaimer")
    quit_and_expect(program)
    assert settings(home)["place"] == "about"


def test_a_hand_out_is_chosen_and_saved_with_the_keyboard(start: Start, tmp_path: Path) -> None:
    program = start("--open", "treatment-and-management")
    program.wait_for_title("Treatment and Management")
    program.press("ctrl+p")
    program.wait_for_dialog("Hand-out")
    program.press("alt+r")  # large type
    program.press("alt+s")
    program.wait_for_dialog("Save the hand-out")
    program.press("ctrl+a")
    program.type(str(tmp_path / "sheet.pdf"))
    program.press("Return")
    wait_for((tmp_path / "sheet.pdf").exists, "the saved hand-out")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    program.picture(tmp_path / "saved.png")
    program.press("Escape")
    program.wait_for_title("Treatment and Management")
    quit_and_expect(program)


def test_a_display_that_has_ended_is_told_and_not_taken_for_one_without_windows() -> None:
    need(*TOOLS)
    desktop = Desktop()
    desktop.stop()
    with pytest.raises(pytest.fail.Exception, match="has ended"):
        desktop.call("search", "--onlyvisible", "--name", ".")
