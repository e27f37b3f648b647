"""The glossary: its filter, its letters, and the way to it from a search."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.article.places import GLOSSARY
from app.ui.reading.page import Page
from app.ui.window.window import Window
from tests.ui.hands import CTRL, activate, blocks, click, links, place_of, press, tab_to, words, write

At = Callable[..., Window]


def terms(page: Page) -> list[str]:
    return [place_of(block) for block in blocks(page) if block.blockFormat().headingLevel() == 2]


@pytest.fixture
def window(at: At) -> Window:
    return at(GLOSSARY)


def to_filter(window: Window) -> None:
    """Press F6 until the filter has the focus."""
    for _ in range(5):
        press(Qt.Key.Key_F6)
        if window.filter_bar.field.hasFocus():
            return
    raise AssertionError("F6 does not lead to the filter")


def test_the_filter_narrows_the_terms_with_every_letter(window: Window) -> None:
    page = window.reader.page
    every = terms(page)
    assert len(every) == len(window.article.glossary)
    to_filter(window)
    counts = []
    for letter in "scan cervix":
        write(letter)
        counts.append(len(terms(page)))
    assert counts == sorted(counts, reverse=True)
    assert terms(page) == ["glossary/cervical-length", "glossary/funneling", "glossary/transvaginal-ultrasound"]
    assert "3 terms found" in words(page)
    assert window.filter_bar.field.hasFocus()


def test_no_term_is_told_as_none(window: Window) -> None:
    to_filter(window)
    write("xylophone")
    assert terms(window.reader.page) == []
    assert "0 terms found" in words(window.reader.page)


def test_escape_clears_the_filter_then_leaves_it(window: Window) -> None:
    page = window.reader.page
    every = terms(page)
    to_filter(window)
    write("scan")
    assert len(terms(page)) < len(every)
    press(Qt.Key.Key_Escape)
    assert window.filter_bar.field.text() == ""
    assert window.filter_bar.field.hasFocus()
    assert terms(page) == every
    press(Qt.Key.Key_Escape)
    assert page.hasFocus()
    assert window.filter_bar.isVisible()
    assert window.reader.place == GLOSSARY


def test_the_filter_is_there_on_the_glossary_alone(window: Window) -> None:
    assert window.filter_bar.isVisible()
    for place in ("overview", "faq", "figures", "sources", "provenance", "about", "urgent-care", "keys"):
        window.reader.go_to(place)
        assert not window.filter_bar.isVisible(), place
    window.reader.go_to("glossary/cerclage")
    assert window.filter_bar.isVisible()


def test_the_filter_gives_way_to_results_and_comes_back(window: Window, qtbot: QtBot) -> None:
    press(Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(window.field.hasFocus)
    write("cerclage")
    assert not window.filter_bar.isVisible()
    press(Qt.Key.Key_Escape)
    assert window.filter_bar.isVisible()


def test_elsewhere_and_back_all_terms_are_there_again(window: Window) -> None:
    to_filter(window)
    write("scan")
    window.reader.go_to("overview")
    window.reader.go_back()
    assert window.filter_bar.field.text() == ""
    assert len(terms(window.reader.page)) == len(window.article.glossary)


def test_letters_lead_to_their_first_term(window: Window) -> None:
    page = window.reader.page
    targets = [link for link in links(page) if link.startswith("glossary/")]
    assert targets == sorted(targets, key=terms(page).index)
    letters = {link.removeprefix("glossary/")[0] for link in targets}
    assert len(letters) == len(targets) > 10
    target = targets[5]
    tab_to(page, target)
    press(Qt.Key.Key_Return)
    assert window.reader.place == target
    assert place_of(page.textCursor().block()) == target
    assert page.viewport().rect().contains(page.cursorRect().center())
    assert page.verticalScrollBar().value() > 0


def test_a_click_on_a_letter_leads_to_its_first_term(window: Window) -> None:
    target = [link for link in links(window.reader.page) if link.startswith("glossary/")][3]
    click(window.reader.page, target)
    assert window.reader.place == target


def test_letters_of_the_narrowed_list_lead_to_terms_that_are_shown(window: Window) -> None:
    to_filter(window)
    write("scan cervix")
    targets = [link for link in links(window.reader.page) if link.startswith("glossary/")]
    assert targets == ["glossary/cervical-length", "glossary/funneling", "glossary/transvaginal-ultrasound"]


def test_a_term_that_the_article_does_not_use_is_offered_by_the_search_without_an_answer(at: At, qtbot: QtBot) -> None:
    window = at("overview")
    press(Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(window.field.hasFocus)
    write("chorioamnionitis")
    assert window.results.isVisible()
    assert all("chorioamnionitis" not in hit.snippet.lower() for hit in window.searching._found.hits)
    (row,) = [row for row in window.results._model.rows if row.place == "glossary/chorioamnionitis"]
    assert row.where == "Also in this reference › Glossary"
    assert row.text == "Chorioamnionitis"
    for _ in window.results.texts():
        if window.results.chosen() != "glossary/chorioamnionitis":
            press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.reader.place == "glossary/chorioamnionitis"
    assert window.stack.currentWidget() is window.reader
    assert window.filter_bar.isVisible()
    assert place_of(window.reader.page.textCursor().block()) == "glossary/chorioamnionitis"
    activate(window, qtbot)
    assert window.reader.page.hasFocus()
    press(Qt.Key.Key_Escape)
    assert window.reader.place == "glossary/chorioamnionitis"
    assert window.reader.page.hasFocus()


def test_where_the_article_says_nothing_the_glossarys_term_is_offered_first(at: At, qtbot: QtBot) -> None:
    window = at("overview")
    press(Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(window.field.hasFocus)
    write("membranes")
    assert window.results.title() == "The article does not say this. See the glossary below."
    assert window.results.texts()[0].startswith("From the glossary, not part of the article. Membranes")
    press(Qt.Key.Key_Return)
    assert window.reader.place == "glossary/membranes"
