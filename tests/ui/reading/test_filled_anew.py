"""Marks, the place in them, the caret, the filter and the scroll stay, whatever makes the window set its text again."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.article.places import GLOSSARY
from app.ui.reading.page import Page
from app.ui.window.window import Window
from tests.ui.hands import CTRL, blocks, click, fragments, links, place_of, press, set_size, words, write

At = Callable[..., Window]
Change = Callable[[Window, QtBot], None]

WIDE, MIDDLE = 1280, 1000
TREATMENT = "treatment-and-management"
Key = Qt.Key


class Seen(NamedTuple):
    """What a reader sees of the marks: the words of each, the sentence of the current one, and what the bar says."""

    marked: list[str]
    current: str
    told: str


@pytest.fixture
def at(at_again: Callable[..., Window]) -> Callable[..., Window]:
    return at_again


def enlarge(window: Window, _: QtBot) -> None:
    window.appearance.enlarge()


def reduce(window: Window, _: QtBot) -> None:
    window.appearance.reduce()


def darken(window: Window, _: QtBot) -> None:
    window.appearance.use_dark()


def narrow(window: Window, qtbot: QtBot) -> None:
    set_size(window, qtbot, MIDDLE)


def narrow_and_widen(window: Window, qtbot: QtBot) -> None:
    set_size(window, qtbot, MIDDLE)
    set_size(window, qtbot, WIDE)


def all_of_it(window: Window, qtbot: QtBot) -> None:
    for change in (enlarge, narrow, darken, reduce):
        change(window, qtbot)
    set_size(window, qtbot, WIDE)


CHANGES = [enlarge, reduce, darken, narrow, narrow_and_widen, all_of_it]


def pages(window: Window) -> list[Page]:
    part = window.reader.part()
    return [part] if isinstance(part, Page) else list(part._answers.values())


def seen(window: Window) -> Seen:
    accent = window.appearance.look.colour("accent")
    painted = [mark for page in pages(window) for mark in page.extraSelections()]
    marked = [mark.cursor.selectedText() for mark in painted]
    current = [mark.cursor for mark in painted if mark.format.background().color() == accent]
    questions = window.reader.accordion._questions.values() if window.reader.part() is window.reader.accordion else ()
    for question in questions:
        marked += [question.question[start:end] for start, end in question.spans]
    asked = [question.question for question in questions if question.current is not None]
    (sentence,) = [cursor.block().text() for cursor in current] + asked or [""]
    return Seen(marked, sentence, window.find_bar._count.text())


def find(window: Window, qtbot: QtBot, sought: str, steps: int) -> None:
    press(Key.Key_F, CTRL)
    qtbot.waitUntil(window.find_bar.field.hasFocus)
    write(sought)
    for _ in range(steps):
        press(Key.Key_F3)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("place", "sought"), [(TREATMENT, "cervical"), ("faq", "cerclage"), ("glossary", "cervix")])
def test_marks_and_the_place_in_them_stay(at: At, qtbot: QtBot, place: str, sought: str, change: Change) -> None:
    window = at(place, width=WIDE)
    find(window, qtbot, sought, steps=2)
    before = seen(window)
    assert len(before.marked) > 3
    assert before.told == f"3 of {len(before.marked)}"
    change(window, qtbot)
    after = seen(window)
    assert {mark.lower() for mark in after.marked} == {sought}
    assert after.current == before.current
    number = window.reader.finding.current
    assert after.told == f"{number + 1} of {len(after.marked)}"
    press(Key.Key_F3)
    assert window.find_bar._count.text() == f"{(number + 1) % len(after.marked) + 1} of {len(after.marked)}"
    press(Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert seen(window).current == before.current


def test_marks_that_go_beside_the_text_are_counted_no_more(at: At, qtbot: QtBot) -> None:
    window = at("symptoms-and-diagnosis", width=MIDDLE)
    find(window, qtbot, "bleeding", steps=0)
    in_the_text = len(seen(window).marked)
    set_size(window, qtbot, WIDE)
    wide = seen(window)
    assert 0 < len(wide.marked) < in_the_text
    assert wide.told == f"1 of {len(wide.marked)}"
    assert wide.current
    set_size(window, qtbot, MIDDLE)
    assert len(seen(window).marked) == in_the_text
    assert seen(window).current == wide.current


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("sought", ["ehlers", "how common"])
def test_marks_of_a_search_hit_stay(at: At, qtbot: QtBot, sought: str, change: Change) -> None:
    window = at("overview", width=WIDE)
    window.search(sought)
    press(Key.Key_Return)
    before = seen(window)
    assert before.marked
    change(window, qtbot)
    assert {mark.lower() for mark in before.marked} <= {mark.lower() for mark in seen(window).marked}
    press(Key.Key_F3)
    assert seen(window).current


def test_marks_of_a_search_hit_stay_when_notes_are_brought_out(at: At) -> None:
    window = at(TREATMENT, width=WIDE)
    window.searching.open_hit(f"{TREATMENT}/monitoring")
    window.search("monitoring")
    press(Key.Key_Return)
    before = seen(window)
    page = window.reader.page
    for target in [link for link in links(page) if link.startswith("fold:")]:
        page.anchorClicked.emit(target)
    assert len(seen(window).marked) >= len(before.marked)
    press(Key.Key_F3)
    assert seen(window).current


def test_in_an_answer_too(at: At) -> None:
    window = at("faq", width=WIDE)
    window.search("how common")
    press(Key.Key_Return)
    before = seen(window)
    answer = window.reader.accordion._answers["faq/how-common"]
    for target in [link for link in links(answer) if link.startswith("fold:")]:
        answer.anchorClicked.emit(target)
    assert len(seen(window).marked) >= len(before.marked)
    for _ in range(len(seen(window).marked)):
        press(Key.Key_F3)
        assert seen(window).current


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_at_the_top_of_the_questions_stays(at: At, qtbot: QtBot, change: Change) -> None:
    window = at("faq", width=WIDE)
    accordion = window.reader.accordion
    accordion.expand_all()
    QTest.qWait(1)
    accordion.scroll_to("faq/treatment")
    accordion.verticalScrollBar().setValue(accordion.verticalScrollBar().value() + 120)
    place = accordion.top()
    assert place is not None
    change(window, qtbot)
    after = accordion.top()
    assert after is not None
    assert after[0] == place[0]
    assert accordion.open_answers() == {entry.id for entry in window.article.faq.entries}


def test_the_caret_and_what_is_selected_stay(at: At, qtbot: QtBot) -> None:
    window = at(TREATMENT, width=WIDE)
    page = window.reader.page
    cursor = QTextCursor(next(block for block in blocks(page) if place_of(block) == f"{TREATMENT}/cerclage"))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 20)
    page.setTextCursor(cursor)
    selected = cursor.selectedText()
    all_of_it(window, qtbot)
    assert page.textCursor().selectedText() == selected
    assert page.caret_place() == f"{TREATMENT}/cerclage"


# --- the glossary ---


def terms(page: Page) -> list[str]:
    return [place_of(block) for block in blocks(page) if block.blockFormat().headingLevel() == 2]


@pytest.fixture
def narrowed(at: At, qtbot: QtBot) -> Window:
    window = at(GLOSSARY, width=WIDE)
    window.filter_bar.field.setFocus()
    qtbot.waitUntil(window.filter_bar.field.hasFocus)
    write("cerclage")
    assert 1 < len(terms(window.reader.page)) < len(window.article.glossary)
    return window


@pytest.mark.parametrize("change", CHANGES)
def test_the_filter_stays(narrowed: Window, qtbot: QtBot, change: Change) -> None:
    before = terms(narrowed.reader.page)
    change(narrowed, qtbot)
    assert narrowed.filter_bar.field.text() == "cerclage"
    assert terms(narrowed.reader.page) == before


def test_marks_stay_while_the_glossary_is_narrowed(at: At, qtbot: QtBot) -> None:
    window = at(GLOSSARY, width=WIDE)
    find(window, qtbot, "cervix", steps=0)
    every = len(seen(window).marked)
    window.filter_bar.field.setFocus()
    write("cerclage")
    here = seen(window)
    assert 0 < len(here.marked) < every
    assert here.told.endswith(f" of {len(here.marked)}")
    window.filter_bar.field.clear()
    assert len(seen(window).marked) == every
    assert seen(window).told.endswith(f" of {every}")


def is_at_the_top(page: Page, place: str) -> bool:
    block = next(block for block in blocks(page) if place_of(block) == place)
    top = page.document().documentLayout().blockBoundingRect(block).top() - page.verticalScrollBar().value()
    bar = page.verticalScrollBar()
    return 0 <= top <= 40 or (bar.value() == bar.maximum() and 0 <= top < page.viewport().height())


@pytest.mark.parametrize("narrow_to", ["cerclage", "a"])
def test_a_term_that_the_narrowed_list_leads_to_is_what_is_shown(at: At, qtbot: QtBot, narrow_to: str) -> None:
    window = at(GLOSSARY, width=WIDE, height=500)
    window.filter_bar.field.setFocus()
    write(narrow_to)
    page = window.reader.page
    target = [link for link in links(page) if link.startswith("glossary/")][-1]
    click(page, target)
    assert window.reader.place == target
    assert page.caret_place() == target
    assert is_at_the_top(page, target)
    assert window.filter_bar.field.text() == narrow_to
    assert narrow_to in words(page).lower()


def test_a_term_that_the_narrowed_list_has_not_is_shown_in_the_whole_list(narrowed: Window) -> None:
    page = narrowed.reader.page
    place = next(term.id for term in reversed(narrowed.article.glossary) if term.id not in terms(page))
    narrowed.reader.go_to(place)
    assert narrowed.filter_bar.field.text() == ""
    assert len(terms(page)) == len(narrowed.article.glossary)
    assert page.caret_place() == place
    assert is_at_the_top(page, place)


def test_a_term_in_the_text_leads_to_its_meaning(at: At) -> None:
    window = at(GLOSSARY, width=WIDE)
    window.filter_bar.field.setFocus()
    write("cerclage")
    window.reader.go_to("overview")
    target = next(
        fragment.charFormat().anchorHref() for fragment in fragments(window.reader.page) if fragment.charFormat().anchorHref()[:9] == "glossary/"
    )
    window.reader.focus_text()
    click(window.reader.page, target)
    assert window.reader.place == target
    assert is_at_the_top(window.reader.page, target)
