"""What the README promises a reader, done with keys alone; what other files of this folder try is not repeated."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT, Program
from .test_window import quit_and_expect, settings

Start = Callable[..., Program]


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (("F2",), "Call straight away"),
        (("F1",), "Keys"),
        (("alt+g", "q"), "Questions and answers"),
        (("alt+g", "i"), "Figures"),
        (("alt+g", "g"), "Glossary"),
        (("alt+h", "w"), "Where this comes from"),
        (("alt+h", "a"), "About and disclaimer"),
    ],
)
def test_every_page_is_reached_by_keys_and_left_again(start: Start, keys: tuple[str, ...], title: str) -> None:
    program = start("--open", "treatment-and-management")
    program.wait_for_title("Treatment and Management")
    program.press(*keys)
    program.wait_for_title(title)
    program.press("alt+Left")
    program.wait_for_title("Treatment and Management")
    quit_and_expect(program)


def test_a_marked_word_leads_to_its_meaning(start: Start, tmp_path: Path) -> None:
    program = start("--open", "overview")
    program.wait_for_title("Cervical Insufficiency")
    program.press("Tab", "Return")
    program.wait_for_title("Glossary")
    quit_and_expect(program)
    assert settings(tmp_path)["place"] == "glossary/cervical-insufficiency"


def test_a_figure_is_enlarged_stepped_through_and_closed(start: Start) -> None:
    program = start("--open", "figures")
    program.wait_for_title("Figures")
    program.press("Tab", "Return")
    program.wait_for_dialog("Where the cervix is")
    program.press("Right", "Escape")
    program.wait_for_dialog("Where the cervix is", shown=False)
    quit_and_expect(program)


def test_two_editions_are_compared(start: Start, tmp_path: Path) -> None:
    data = json.loads((ROOT / "resources" / "content.json").read_text(encoding="utf-8"))
    data["edition"]["updated"] = "2024-10-18"
    data["faq"]["entries"][0]["answer"] = "Another answer."
    older = tmp_path / "older.json"
    older.write_text(json.dumps(data), encoding="utf-8")
    program = start("--open", "overview")
    program.wait_for_title("Cervical Insufficiency")
    program.press("alt+f", "w")
    program.wait_for_dialog("Compare with another edition")
    program.type(str(older))
    program.press("Return")
    program.wait_for_title("What changed")
    quit_and_expect(program)


def test_find_goes_from_hit_to_hit_and_closes(start: Start) -> None:
    program = start("--open", "faq")
    program.wait_for_title("Questions and answers")
    program.press("ctrl+f")
    program.type("cerclage")
    program.press("F3", "F3", "shift+F3", "Escape")
    quit_and_expect(program)


def test_all_answers_open_at_once_and_stay_so(start: Start, tmp_path: Path) -> None:
    program = start("--open", "faq")
    program.wait_for_title("Questions and answers")
    program.press("ctrl+e")
    quit_and_expect(program)
    assert len(settings(tmp_path)["open_answers"].split()) == 10
