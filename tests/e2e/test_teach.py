"""Teach mode and the self-test in the real window, driven by keys alone."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Desktop, Program, wait_for
from .test_window import quit_and_expect, settings

Start = Callable[..., Program]


def geometry(program: Program) -> tuple[int, int]:
    told = dict(line.split("=") for line in program.desktop.call("getwindowgeometry", "--shell", program.window).splitlines())
    return int(told["WIDTH"]), int(told["HEIGHT"])


def fills_the_screen(program: Program) -> bool:
    width, height = program.desktop.call("getdisplaygeometry").split()
    return geometry(program) == (int(width), int(height))


def test_a_teacher_fills_the_screen_goes_on_and_comes_back_to_the_place(start: Start, tmp_path: Path) -> None:
    program = start("--open", "treatment-and-management")
    program.wait_for_title("Treatment and Management")
    before = geometry(program)
    program.press("F5")
    wait_for(lambda: fills_the_screen(program), "the full screen")
    program.press("space", "Right", "Next", "Down", "Left", "BackSpace", "b", "b", "w", "Escape", "F1", "Escape", "1", "2", "Return", "End", "Home")
    program.picture(tmp_path / "teach.png")
    program.press("Escape")
    wait_for(lambda: geometry(program) == before, "the window as it was")
    program.press("ctrl+Next")
    program.wait_for_title("Complications and Prevention")
    quit_and_expect(program)
    assert settings(tmp_path)["place"] == "complications-and-prevention"


def test_a_clicker_starts_and_ends_with_f5(start: Start) -> None:
    program = start()
    program.wait_for_title("Cervical Insufficiency")
    before = geometry(program)
    program.press("shift+F5")
    wait_for(lambda: fills_the_screen(program), "the full screen")
    program.press("Next", "Next", "Prior", "period", "period", "F5")
    wait_for(lambda: geometry(program) == before, "the window as it was")
    quit_and_expect(program)


@pytest.mark.parametrize("wanted", ["", "faq/treatment"])
def test_the_command_line_begins_to_teach(start: Start, wanted: str) -> None:
    program = start("--teach", *([wanted] if wanted else []))
    wait_for(lambda: fills_the_screen(program), "the full screen")
    program.press("Right", "Escape")
    wait_for(lambda: not fills_the_screen(program), "the window")
    quit_and_expect(program)


def test_the_command_line_teaches_what_a_file_says(start: Start, tmp_path: Path) -> None:
    lesson = tmp_path / "my lesson.json"
    lesson.write_text(json.dumps({"schema": 1, "article": "cervical-insufficiency", "places": ["faq/treatment"]}), encoding="utf-8")
    program = start("--teach", str(lesson))
    wait_for(lambda: fills_the_screen(program), "the full screen")
    program.press("Escape")
    quit_and_expect(program)
    assert program.process.stderr is not None
    assert program.process.stderr.read() == ""


def test_a_lesson_that_the_desktop_hands_over_is_taught_and_offered_again(start: Start, tmp_path: Path) -> None:
    lesson = tmp_path / "my lesson.json"
    lesson.write_text(json.dumps({"schema": 1, "article": "cervical-insufficiency", "places": ["faq/treatment"]}), encoding="utf-8")
    program = start(str(lesson))
    wait_for(lambda: fills_the_screen(program), "the full screen")
    program.press("Escape")
    quit_and_expect(program)
    program = start("--open", "glossary")
    program.wait_for_title("Glossary")  # the menus are there by then; the article's title is that of the disclaimer, too
    program.press("alt+t", "r", "Return")
    wait_for(lambda: fills_the_screen(program), "the full screen")
    program.press("Escape")
    quit_and_expect(program)


def test_a_bad_file_is_told_in_one_line_and_the_article_is_taught(start: Start, tmp_path: Path) -> None:
    lesson = tmp_path / "bad.json"
    lesson.write_text('{"schema": 1, "article": "cervical-insufficiency", "places": ["nowhere"]}', encoding="utf-8")
    program = start("--teach", str(lesson))
    wait_for(lambda: fills_the_screen(program), "the full screen")
    program.press("Escape")
    wait_for(lambda: not fills_the_screen(program), "the window")
    quit_and_expect(program)
    assert program.process.stderr is not None
    message = program.process.stderr.read().strip()
    assert len(message.splitlines()) == 1
    assert message.endswith("bad.json: Line 1 is not in this article: “nowhere”. The nearest is “Cervical Insufficiency”.")


def test_a_window_closed_while_teaching_is_no_full_screen_at_the_next_start(start: Start) -> None:
    program = start()
    program.wait_for_title("Cervical Insufficiency")
    before = geometry(program)
    program.press("F5")
    wait_for(lambda: fills_the_screen(program), "the full screen")
    program.press("alt+F4")
    assert program.wait() == 0
    again = start()
    again.wait_for_title("Cervical Insufficiency")
    wait_for(lambda: geometry(again) == before, "the window as it was")
    quit_and_expect(again)


def test_a_reader_tests_herself_and_nothing_is_kept(start: Start, tmp_path: Path) -> None:
    program = start("--open", "faq")
    program.wait_for_title("Questions and answers")
    program.press("ctrl+t", "Return", "space", "3", "space", "1", "space", "2", "Escape", "Escape")
    quit_and_expect(program)
    kept = settings(tmp_path)
    assert not any(word in f"{key} {value}" for key, value in kept.items() for word in ("card", "grade", "test", "glossary/"))
    assert kept["place"] == "faq"


def test_nothing_is_taught_before_the_disclaimer_is_accepted(start: Start, desktop: Desktop) -> None:
    program = start("--teach", accept=False)
    program.press("F5")
    assert not fills_the_screen(program)
    program.press("Return")
    wait_for(lambda: fills_the_screen(program), "the full screen")
    program.press("Escape")
    quit_and_expect(program)
