"""Copying: selections, places, links, citations."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.core.base.text import find_all
from app.core.formats.copying import copied_place
from app.ui.reading.answer_tools import AnswerTools
from app.ui.reading.page import Page
from app.ui.reading.question import Question
from app.ui.window.window import Window
from tests import answers
from tests.ui import hands
from tests.ui.hands import activate, links, tab_to


def find(words: str, text: str) -> tuple[tuple[int, int], ...]:
    return find_all(text, words)


def select(page: Page, words: str) -> None:
    page.mark(partial(find, words))
    page.setTextCursor(page._marks.cursors[0])


@pytest.fixture
def window(at_again: Callable[..., Window]) -> Window:
    return at_again("overview", 784, 760)


def taken(window: Window, words: str, place: str = "treatment-and-management") -> QMimeData:
    window.reader.go_to(place)
    select(window.reader.page, words)
    return window.reader.page.createMimeDataFromSelection()


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.frame, key, modifiers)


CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_selected_statement_goes_with_its_notes_and_citation_in_both_forms(window: Window) -> None:
    data = taken(window, "both kinds of rest are meant")
    assert data.text().startswith("both kinds of rest are meant\n\n  | Evidence notes (Not part of the article)")
    assert data.text().endswith("Information only, not medical advice.")
    for form in (data.text(), data.html()):
        for words in ("EN18", "EN19", "Cervical Insufficiency: Treatment and Management. Article of 18 October 2025"):
            assert form.count(words) == 1


def test_copied_html_brings_no_look(window: Window) -> None:
    window.reader.go_to("treatment-and-management")
    window.reader.page.selectAll()
    html = window.reader.page.createMimeDataFromSelection().html()
    assert html.startswith('<div lang="en" dir="ltr">\n')
    assert "<h1>Treatment and Management</h1>" in html
    assert "<li><strong>Cervical cerclage</strong>: a surgical" in html
    for word in ("style", "color", "font", "class=", "<span"):
        assert word not in html


def test_notes_follow_their_passage_not_the_end(window: Window) -> None:
    window.reader.go_to("treatment-and-management")
    window.reader.page.selectAll()
    text = window.reader.page.createMimeDataFromSelection().text()
    assert text.index("both kinds of rest") < text.index("EN18") < text.index("EN19") < text.index("Close monitoring")
    assert text.count("EN18 ·") == 1


def test_a_note_that_points_share_goes_with_each_of_them(window: Window) -> None:
    assert "EN12" in taken(window, "There may be more vaginal discharge", "symptoms-and-diagnosis").text()
    assert "EN12" in taken(window, "Pelvic pressure or pelvic discomfort", "symptoms-and-diagnosis").text()


def test_a_word_or_two_are_copied_as_they_are(window: Window) -> None:
    data = taken(window, "non-stress tests")
    assert data.text() == "non-stress tests"
    assert not data.hasHtml()


def test_a_few_words_with_an_alert_beside_them_are_not_left_alone(window: Window) -> None:
    assert "EN18" in taken(window, "pelvic rest").text()


def test_words_of_a_note_say_that_they_are_one(window: Window) -> None:
    data = taken(window, "Bed rest has not been shown to prevent")
    assert data.text().startswith("Bed rest has not been shown to prevent\n\nEvidence note")
    assert "Not part of the article" in data.text()


def test_an_address_among_the_sources_is_copied_as_it_is(window: Window) -> None:
    assert taken(window, "https://pmc.ncbi.nlm.nih.gov/articles/PMC7144825", "sources").text() == "https://pmc.ncbi.nlm.nih.gov/articles/PMC7144825"


def test_the_list_of_keys_has_no_citation(window: Window) -> None:
    window.reader.go_to_keys()
    window.reader.page.selectAll()
    assert "Article of" not in window.reader.page.createMimeDataFromSelection().text()


# --- commands ---


def test_without_a_selection_the_passage_at_the_caret_is_copied(window: Window) -> None:
    window.reader.go_to("treatment-and-management/bed-rest")
    window.reader.focus_text()
    press(window, Qt.Key.Key_C, CONTROL_SHIFT)
    text = clipboard().text()
    assert "both kinds of rest" in text
    assert "EN18" in text
    assert "Progesterone supplementation" not in text
    assert text.endswith("Information only, not medical advice.")
    assert clipboard().hasHtml()


def test_at_the_top_of_a_page_the_section_is_copied(window: Window) -> None:
    window.reader.go_to("causes-and-risk-factors")
    window.copying.copy_with_citation()
    assert "Previous surgery" in clipboard().text()
    assert "Collagen disorders" in clipboard().text()


def test_a_selection_is_copied_however_short(window: Window) -> None:
    window.reader.go_to("treatment-and-management")
    window.reader.focus_text()
    select(window.reader.page, "non-stress tests")
    window.copying.copy_with_citation()
    assert clipboard().text().startswith("non-stress tests\n")
    assert "Article of 18 October 2025" in clipboard().text()


def test_at_a_link_that_tab_has_reached_the_passage_is_copied(window: Window, qtbot: QtBot) -> None:
    activate(window, qtbot)
    window.reader.go_to("complications-and-prevention")
    page = window.reader.page
    page.setFocus()
    link = next(name for name in links(page) if name.startswith("glossary/"))
    tab_to(page, link)
    place = page.caret_place()
    link_words = page.textCursor().selectedText()
    press(window, Qt.Key.Key_C, CONTROL_SHIFT)
    assert clipboard().text() == copied_place(window.document, window.places, place).text
    chosen = page.textCursor()
    page.setTextCursor(QTextCursor(page.document()))
    page.setTextCursor(chosen)  # the same words, but chosen now
    press(window, Qt.Key.Key_C, CONTROL_SHIFT)
    assert clipboard().text().startswith(f"{link_words}\n\n")


@pytest.mark.parametrize(
    ("place", "leading"),
    [
        ("glossary", ("A B C",)),
        ("about", ("Where this comes from",)),
        ("treatment-and-management", ("Related questions", "Can cervical insufficiency be treated?", "Previous:", "Next:")),
    ],
)
def test_all_of_a_page_is_copied_without_what_only_leads_elsewhere(window: Window, place: str, leading: tuple[str, ...]) -> None:
    window.reader.go_to(place)
    page = window.reader.page
    page.selectAll()
    data = page.createMimeDataFromSelection()
    lines = [" ".join(line.lstrip("#> ").split()) for line in data.text().splitlines()]
    shown = [" ".join(line.split()) for line in hands.words(page).splitlines()]
    for beginning in leading:
        assert [line for line in shown if line.startswith(beginning)]
        assert not [line for line in lines if line.startswith(beginning)]
        assert f">{beginning}" not in data.html()
    assert len(lines) > 10


def test_a_link_alone_is_copied_when_it_is_chosen(window: Window) -> None:
    assert taken(window, "Where this comes from", window.article.about.id).text().startswith("Where this comes from")


def test_the_question_with_the_focus_is_copied(window: Window) -> None:
    window.reader.go_to("faq/treatment")
    window.copying.copy_with_citation()
    text = clipboard().text()
    assert text.startswith("Can cervical insufficiency be treated?\n")
    assert text.index("bed rest") < text.index("EN27") < text.index("EN18") < text.index("EN19")


def test_the_chosen_result_is_copied(window: Window, qtbot: QtBot) -> None:
    window.search("Ehlers-Danlos")
    qtbot.waitUntil(window.results.isVisible)
    window.copying.copy_link()
    assert clipboard().text() == window.results.chosen()


def test_a_note_that_is_the_chosen_result_is_copied_with_its_passage(window: Window, qtbot: QtBot) -> None:
    window.searching._show(answers.by_a_note(window.article))
    qtbot.waitUntil(window.results.isVisible)
    window.copying.copy_link()
    assert clipboard().text() == "notes/EN29"
    window.copying.copy_with_citation()
    text = clipboard().text()
    assert text.startswith("When is cerclage typically performed?\n")
    assert "EN29 · Checked" in text
    assert "Cervical Insufficiency: Evidence note EN29." in text
    window.copying.copy_citation()
    assert "Section: Evidence note EN29." in clipboard().text()


def test_a_link_is_what_open_takes(window: Window) -> None:
    window.reader.go_to("treatment-and-management/cerclage")
    window.reader.focus_text()
    window.commands.by_id["copy_link"].trigger()
    assert clipboard().text() == "treatment-and-management/cerclage"
    assert clipboard().text() in window.places


@pytest.mark.parametrize("place", ["provenance", "glossary", "urgent-care", "about", "figures", "faq"])
def test_every_page_can_be_copied(window: Window, place: str) -> None:
    window.reader.go_to(place)
    window.reader.page.moveCursor(QTextCursor.MoveOperation.End)
    window.copying.copy_with_citation()
    window.copying.copy_link()
    assert clipboard().text() in window.places


def test_a_citation_names_the_section(window: Window) -> None:
    window.reader.go_to("treatment-and-management/cerclage")
    window.commands.by_id["copy_citation"].trigger()
    assert clipboard().text().startswith("Cervical Insufficiency [offline reference]. Updated 2025 Oct 18 [content ")
    assert "Section: Treatment and Management." in clipboard().text()


def test_that_something_was_copied_is_said_for_two_seconds(window: Window, qtbot: QtBot) -> None:
    window.copying.copy_link()
    assert window.copied.isVisible()
    assert window.copied.text().startswith("Link copied")
    qtbot.waitUntil(window.copied.isHidden, timeout=4000)


def test_an_open_answer_has_buttons_to_copy_it(window: Window) -> None:
    window.reader.go_to("faq/what-is-cerclage")
    tools = window.reader.accordion._tools["faq/what-is-cerclage"]
    assert tools.isVisible()
    assert not window.reader.accordion._tools["faq/causes"].isVisible()
    copy, link = tools.findChildren(QPushButton)
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert clipboard().text().startswith("What is cerclage?\n")
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert clipboard().text() == "faq/what-is-cerclage"


def test_the_buttons_close_with_their_answer(window: Window) -> None:
    window.reader.go_to("faq/what-is-cerclage")
    question = next(found for found in window.findChildren(Question) if found.place == "faq/what-is-cerclage")
    question.click()
    assert all(not tools.isVisible() for tools in window.findChildren(AnswerTools))


def test_the_list_of_keys_is_nothing_to_cite(window: Window) -> None:
    QGuiApplication.clipboard().setText("before")
    window.reader.go_to_keys()
    window.copying.copy_with_citation()
    window.copying.copy_link()
    window.copying.copy_citation()
    assert clipboard().text() == "before"
    assert window.copied.text() == "There is nothing to cite here"


def test_the_buttons_beside_the_title_copy_the_section(window: Window, qtbot: QtBot) -> None:
    window.reader.go_to("treatment-and-management")
    qtbot.waitUntil(window.page_tools.isVisible)
    copy, link = window.page_tools.findChildren(QToolButton)
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert clipboard().text().startswith("Treatment and Management\n")
    assert "EN18" in clipboard().text()
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert clipboard().text() == "treatment-and-management"


def test_the_buttons_stand_beside_the_title_never_on_it(face: str, open_window: Callable[..., Window], qtbot: QtBot) -> None:
    window = open_window()
    for place in window.places.sections:
        window.reader.go_to(place)
        qtbot.waitUntil(window.page_tools.isVisible)
        title = window.page_tools._title().layout().lineAt(0)
        left = window.reader.page.document().rootFrame().frameFormat().leftMargin()
        assert window.page_tools.x() > left + title.naturalTextWidth()
        assert window.page_tools.geometry().right() < window.reader.page.viewport().width()


def test_the_buttons_scroll_away_with_the_title(window: Window, qtbot: QtBot) -> None:
    window.reader.go_to("causes-and-risk-factors")
    qtbot.waitUntil(window.page_tools.isVisible)
    window.reader.scroll_to_share(1.0)
    assert not window.page_tools.isVisible()
    window.reader.scroll_to_share(0.0)
    assert window.page_tools.isVisible()
