"""Questions and answers: any number open, none lost."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.base.text import find_all
from app.core.pages.document import Document
from app.ui.look.icons import Icons
from app.ui.reading.accordion import Accordion
from app.ui.reading.question import Question
from app.ui.shell.appearance import Appearance


@pytest.fixture
def accordion(qtbot: QtBot, appearance: Appearance, document: Document) -> Accordion:
    faq = document.article.faq
    questions = {entry.id: entry.question for entry in faq.entries}
    made = Accordion(faq.title, questions, {}, appearance.look, Icons(appearance.look), Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show_answers({entry.id: document.answer_blocks(entry) for entry in faq.entries})
    made.show()
    qtbot.waitExposed(made)
    return made


def question(accordion: Accordion, place: str) -> Question:
    return next(found for found in accordion.findChildren(Question) if found.place == place)


def find(words: str, text: str) -> tuple[tuple[int, int], ...]:
    return find_all(text, words)


def test_all_answers_are_closed_at_first(accordion: Accordion) -> None:
    assert len(accordion.findChildren(Question)) == 10
    assert accordion.open_answers() == frozenset()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space])
def test_a_question_opens_and_closes_by_key(accordion: Accordion, key: Qt.Key) -> None:
    header = question(accordion, "faq/causes")
    QTest.keyClick(header, key)
    assert accordion.open_answers() == {"faq/causes"}
    QTest.keyClick(header, key)
    assert accordion.open_answers() == frozenset()


def test_a_question_opens_on_enter_and_on_click(accordion: Accordion) -> None:
    QTest.keyClick(question(accordion, "faq/causes"), Qt.Key.Key_Return)
    QTest.mouseClick(question(accordion, "faq/risks"), Qt.MouseButton.LeftButton)
    assert accordion.open_answers() == {"faq/causes", "faq/risks"}


def test_all_answers_open_and_close_at_once(accordion: Accordion) -> None:
    accordion.expand_or_collapse_all()
    assert len(accordion.open_answers()) == 10
    accordion.expand_or_collapse_all()
    assert accordion.open_answers() == frozenset()


def test_the_state_is_part_of_the_name(accordion: Accordion) -> None:
    header = question(accordion, "faq/causes")
    assert header.accessibleName() == "What causes cervical insufficiency?, collapsed"
    accordion.toggle("faq/causes")
    assert header.accessibleName() == "What causes cervical insufficiency?, expanded"


def test_find_opens_closed_answers_and_closes_them_again(accordion: Accordion) -> None:
    accordion.set_open({"faq/risks"})
    total = accordion.mark(partial(find, "stitched"))
    assert total == 1
    assert question(accordion, "faq/what-is-cerclage").is_open
    assert accordion.open_answers() == {"faq/risks"}  # what find has opened is not remembered
    accordion.unmark()
    assert not question(accordion, "faq/what-is-cerclage").is_open
    assert question(accordion, "faq/risks").is_open


def test_find_marks_questions_too(accordion: Accordion) -> None:
    assert accordion.mark(partial(find, "cerclage")) == 6  # five in questions and answers, one in the name of an open note's source
    for number in range(6):
        accordion.go_to_mark(number)


def test_what_the_reader_opens_during_find_stays_open(accordion: Accordion) -> None:
    accordion.mark(partial(find, "stitched"))
    accordion.toggle("faq/causes")
    accordion.unmark()
    assert "faq/causes" in accordion.open_answers()


def test_going_to_a_question_opens_it_and_brings_it_to_the_top(accordion: Accordion) -> None:
    accordion.resize(800, 300)
    accordion.scroll_to("faq/prevention")
    header = question(accordion, "faq/prevention")
    assert header.is_open
    top = header.mapTo(accordion.viewport(), header.rect().topLeft()).y()
    assert 0 <= top < 300


def test_open_answers_wait_for_the_first_look(qtbot: QtBot, appearance: Appearance, document: Document) -> None:
    questions = {entry.id: entry.question for entry in document.article.faq.entries}
    accordion = Accordion("FAQ", questions, {}, appearance.look, Icons(appearance.look), Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(accordion)
    accordion.set_open(["faq/risks"])
    assert accordion.open_answers() == {"faq/risks"}
    accordion.fill()
    assert accordion.open_answers() == {"faq/risks"}


def test_a_long_question_wraps(accordion: Accordion) -> None:
    header = question(accordion, "faq/risks")
    assert header.heightForWidth(150) > header.heightForWidth(600)
