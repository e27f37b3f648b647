"""The page: what is read, selected, copied and marked."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.base.text import find_all
from app.core.pages.blocks import Item, Paragraph, Run
from app.core.pages.document import Document
from app.ui.look.theme import RING
from app.ui.reading.embedded_page import EmbeddedPage
from app.ui.reading.page import Page
from app.ui.shell.appearance import Appearance
from app.ui.text.readable import readable, readable_spans
from app.ui.text.surface import GAP, link_lines
from app.ui.window.window import Window
from tests.ui.hands import blocks, set_size


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> Page:
    made = Page("Article", appearance.look, Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def select(page: Page, words: str) -> None:
    page.mark(partial(_find, words))
    page.setTextCursor(page._marks.cursors[0])


def test_a_page_holds_the_words_of_its_passages_and_notes(page: Page, document: Document) -> None:
    page.show_blocks(document.page("treatment-and-management"))
    text = page.toPlainText()
    for words in ("Cervical cerclage", "reduce stress on the cervix", "Bed rest has not been shown", "Related questions", "What is cerclage?"):
        assert words in text


def test_markup_in_content_is_shown_as_it_stands(page: Page) -> None:
    page.show_blocks((Paragraph((Run('<script>alert(1)</script><img src="file:///etc/passwd">'),)),))
    assert page.toPlainText() == '<script>alert(1)</script><img src="file:///etc/passwd">'


def test_a_link_says_where_it_leads(page: Page, document: Document, qtbot: QtBot) -> None:
    page.show_blocks(document.page("treatment-and-management"))
    page.setFocus()
    with qtbot.waitSignal(page.link_chosen) as chosen:
        QTest.keyClick(page, Qt.Key.Key_Tab)
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert chosen.args == ["glossary/gestational-age"]


def test_a_link_reached_by_tab_is_whole_in_sight_on_a_soft_ground(page: Page, document: Document, appearance: Appearance) -> None:
    page.resize(500, 260)
    page.show_blocks(document.page("treatment-and-management"))
    page.setFocus()
    highlight, look = QPalette.ColorRole.Highlight, appearance.look
    for key in (Qt.Key.Key_Tab,) * 12 + (Qt.Key.Key_Backtab,) * 8:
        QTest.keyClick(page, key)
        link = page.focused_link()
        assert link is not None
        for line in link_lines(page, link):
            assert page.viewport().rect().contains(line.adjusted(0, -GAP - RING, 0, GAP + RING)), link
        assert page.palette().color(highlight) == look.colour("accent_soft")
    page.selectAll()
    assert page.palette().color(highlight) == look.colour("accent")


def test_a_page_is_as_another_one_was_when_it_is_given_its_state(page: Page, document: Document, qtbot: QtBot, appearance: Appearance) -> None:
    blocks = document.page("treatment-and-management")
    page.show_blocks(blocks)
    page.mark(partial(_find, "cerclage"), everywhere=True)
    page.go_to_mark(3)
    cursor = page.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    page.scroll_to_share(0.6)
    other = Page("Article", appearance.look, Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(other)
    other.resize(page.size())
    other.show()
    other.show_blocks(blocks, page.state())
    assert other.toPlainText() == page.toPlainText()
    assert (other.current_mark, other.mark_count) == (3, page.mark_count)
    assert other.textCursor().selectedText() == page.textCursor().selectedText() == "cerclage"
    assert other.verticalScrollBar().value() == page.verticalScrollBar().value() > 0


def test_selection_goes_across_paragraphs(page: Page, document: Document) -> None:
    page.show_blocks(document.page("causes-and-risk-factors"))
    page.selectAll()
    copied = page.createMimeDataFromSelection().text()
    assert "The exact cause" in copied
    assert "Ehlers-Danlos" in copied


def test_a_copied_statement_on_rest_takes_its_notes_along(page: Page, document: Document) -> None:
    page.show_blocks(document.page("treatment-and-management"))
    select(page, "both kinds of rest")
    copied = page.createMimeDataFromSelection().text()
    assert copied.startswith("both kinds of rest")
    assert "Bed rest has not been shown to prevent preterm birth" in copied
    assert "Not part of the article" in copied


def test_notes_that_were_selected_too_are_not_copied_twice(page: Page, document: Document) -> None:
    page.show_blocks(document.page("treatment-and-management"))
    page.selectAll()
    assert page.createMimeDataFromSelection().text().count("Bed rest has not been shown") == 1


def test_weeks_stay_on_one_line_and_are_copied_as_plain_text(page: Page, document: Document) -> None:
    page.show_blocks(document.page("faq"))
    assert "12\u2060–\u206016\u00a0weeks" in page.document().toRawText()
    select(page, "12-16 weeks")
    assert page.createMimeDataFromSelection().text() == "12–16 weeks"


def test_spans_follow_the_readable_form() -> None:
    text = "at 12-16 weeks"
    (span,) = readable_spans(text, (find_all(text, "16 weeks")[0],))
    assert readable(text)[slice(*span)] == "16\u00a0weeks"
    (span,) = readable_spans(text, (find_all(text, "12")[0],))
    assert readable(text)[slice(*span)] == "12"


def test_marks_are_found_whatever_the_dash(page: Page, document: Document) -> None:
    page.show_blocks(document.page("faq"))
    assert page.mark(partial(_find, "12-16")) == 1
    page.go_to_mark(page.first_mark())
    page.unmark()
    assert page.extraSelections() == []


def _find(words: str, text: str) -> tuple[tuple[int, int], ...]:
    return find_all(text, words)


def test_a_mark_out_of_sight_is_brought_into_sight(page: Page, document: Document) -> None:
    page.show_blocks(document.page("treatment-and-management"))
    page.mark(partial(_find, "non-stress"))
    page.go_to_mark(0)
    assert page.verticalScrollBar().value() > 0


def test_nothing_scrolls_sideways(page: Page, document: Document, appearance: Appearance) -> None:
    page.resize(320, 400)
    for step in range(8):
        page.show_blocks(document.page("treatment-and-management"))
        appearance.enlarge()
        page.apply_look(appearance.look)
        assert page.document().size().width() <= page.viewport().width() + 1, step


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_column_keeps_to_its_side(qtbot: QtBot, appearance: Appearance, direction: Qt.LayoutDirection) -> None:
    page = Page("Article", appearance.look, direction)
    qtbot.addWidget(page)
    page.resize(1000, 400)
    page.show_blocks((Item((Run("one"),)), Item((Run("two"),))))
    page.show()
    form = page.document().rootFrame().frameFormat()
    near, far = form.leftMargin(), form.rightMargin()
    assert (near < far) == (direction == Qt.LayoutDirection.LeftToRight)


def test_an_embedded_page_is_as_high_as_its_text(qtbot: QtBot, appearance: Appearance, document: Document) -> None:
    page = EmbeddedPage("Answer", appearance.look, Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(page)
    page.resize(500, 10)
    page.show_blocks(document.page("overview"))
    page.show()
    assert page.height() >= page.document().size().height()
    assert page.verticalScrollBar().maximum() == 0


def test_nothing_on_a_page_is_without_lines_after_a_short_page(at: Callable[..., Window], qtbot: QtBot) -> None:
    """Behind the danger box in the text, and where a long page follows one without a scroll bar, which comes while the text is laid out."""
    window = at("overview", height=500)
    page, seen = window.reader.page, 0
    for size, width in ((100, 480), (100, 800), (110, 1000), (200, 1024)):
        while window.appearance.size < size:
            window.appearance.enlarge()
        set_size(window, qtbot, width, 560)
        for place in ("treatment-and-management", "symptoms-and-diagnosis", "urgent-care", "sources", "glossary/membranes"):
            window.reader.go_to(place)
            page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
            for block in blocks(page):
                seen += 1
                assert block.layout().lineCount() > 0, (size, width, place, block.text())
            window.reader.go_to("overview")
    assert seen
