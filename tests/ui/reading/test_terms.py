"""Words of the glossary in the text: quiet marks that lead to their meaning."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from app.core.article.content import Term
from app.core.article.terms import IN_BRACKETS
from app.ui.reading.page import Page
from app.ui.text.properties import NOTE, TERM
from app.ui.text.readable import plain, tip
from app.ui.window.window import Window
from tests.ui.hands import blocks, click, format_here, fragments, place_of, press, tab_to

At = Callable[..., Window]

SECTIONS = ["overview", "causes-and-risk-factors", "symptoms-and-diagnosis", "treatment-and-management", "complications-and-prevention"]


@pytest.fixture(autouse=True)
def no_tip_is_left() -> None:
    QToolTip.hideText()


@pytest.fixture
def at(at_again: Callable[..., Window]) -> Callable[..., Window]:
    return at_again


def marked(page: Page) -> list[tuple[str, str]]:
    """Return the marked words with the terms that they belong to, in order."""
    found = []
    for fragment in fragments(page):
        place = fragment.charFormat().stringProperty(TERM)
        if place:
            found.append((plain(fragment.text()), place))
    return found


def forms(term: Term) -> list[str]:
    return [IN_BRACKETS.sub("", term.term), *term.forms]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_term_is_marked_once_on_a_page_where_it_first_stands(at: At, section: str) -> None:
    window = at(section)
    page = window.reader.page
    terms = {term.id: term for term in window.article.glossary}
    places = [place for _, place in marked(page)]
    assert places
    assert len(places) == len(set(places))
    statements = "\n".join(
        plain(block.text()) for block in blocks(page) if place_of(block).startswith(f"{section}/") and not block.blockFormat().boolProperty(NOTE)
    )
    every = sorted((form for term in terms.values() if term.in_article for form in forms(term)), key=len, reverse=True)
    standing = [found[0].casefold() for found in re.finditer(rf"\b({'|'.join(map(re.escape, every))})\b", statements, re.IGNORECASE)]
    owner = {form.casefold(): term.id for term in terms.values() if term.in_article for form in forms(term)}
    assert places == list(dict.fromkeys(owner[form] for form in standing))
    for word, place in marked(page):
        first = next(form for form in standing if owner[form] == place)
        assert word.casefold() == first


@pytest.mark.parametrize("section", SECTIONS)
def test_a_term_looks_quiet_and_carries_its_meaning(at: At, section: str) -> None:
    window = at(section)
    meanings = {term.id: term.meaning for term in window.article.glossary}
    for fragment in fragments(window.reader.page):
        form = fragment.charFormat()
        place = form.stringProperty(TERM)
        if place:
            assert form.toolTip() == tip(meanings[place])
            assert form.anchorHref() == place
            assert form.underlineStyle() == form.UnderlineStyle.DotLine
            assert form.foreground().color() == window.appearance.look.colour("ink")
        else:
            assert form.toolTip() == ""


def test_enter_on_a_term_leads_to_its_meaning_and_back(at: At) -> None:
    window = at("treatment-and-management")
    tab_to(window.reader.page, "glossary/cerclage")
    press(Qt.Key.Key_Return)
    assert window.reader.place == "glossary/cerclage"
    assert "Cerclage" in window.reader.page.textCursor().block().text()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.reader.place == "treatment-and-management"


def test_a_click_on_a_term_leads_to_its_meaning(at: At) -> None:
    window = at("treatment-and-management")
    click(window.reader.page, "glossary/cerclage")
    assert window.reader.place == "glossary/cerclage"


def test_tab_to_a_term_shows_its_meaning(at: At) -> None:
    window = at("treatment-and-management")
    page, meanings = window.reader.page, {term.id: term.meaning for term in window.article.glossary}
    assert QToolTip.text() == ""
    for _, place in marked(page):
        tab_to(page, place)
        assert QToolTip.isVisible()
        assert QToolTip.text() == tip(meanings[place])
        assert format_here(page).anchorHref() == place


def test_the_meaning_goes_when_the_keyboard_goes_on(at: At, qtbot: QtBot) -> None:
    page = at("treatment-and-management").reader.page
    tab_to(page, "glossary/gestational-age")
    assert QToolTip.isVisible()
    tab_to(page, "fold:treatment-and-management/options")
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_each_answer_marks_its_own_terms_once(at: At) -> None:
    window = at("faq")
    window.reader.accordion.expand_all()
    found = []
    for answer in window.reader.accordion._answers.values():
        places = [place for _, place in marked(answer)]
        assert len(places) == len(set(places))
        found += places
    assert found
    answer = window.reader.accordion._answers["faq/what-is-cerclage"]
    place = marked(answer)[0][1]
    answer.setFocus()
    tab_to(answer, place)
    press(Qt.Key.Key_Return)
    assert window.reader.place == place


def test_in_notes_and_headings_no_word_is_marked(at: At) -> None:
    window = at("treatment-and-management")
    for block in blocks(window.reader.page):
        if block.blockFormat().boolProperty(NOTE) or block.blockFormat().headingLevel():
            stretches = block.begin()
            while not stretches.atEnd():
                assert not stretches.fragment().charFormat().stringProperty(TERM)
                stretches += 1
