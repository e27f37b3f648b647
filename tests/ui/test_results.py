"""Results: notes before the sentence, the choice, and honesty when nothing fits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.qtbot import QtBot

from app.core.document import Document
from app.core.loader import Loaded
from app.core.search import SearchIndex
from app.ui.appearance import Appearance
from app.ui.icons import Icons
from app.ui.results import Heading, ResultList


@pytest.fixture(scope="module")
def index(loaded: Loaded) -> SearchIndex:
    return SearchIndex(loaded.article)


@pytest.fixture
def results(qtbot: QtBot, appearance: Appearance, document: Document) -> ResultList:
    made = ResultList(document.article, appearance.look, Icons(appearance.look))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(results: ResultList) -> str:
    return "\n".join(label.text() for label in results.findChildren(QLabel) if label.isVisible())


def row(results: ResultList, number: int) -> str:
    model = results.findChild(QListView).model()
    return str(model.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_first_hit_comes_from_the_article_and_is_chosen(results: ResultList, index: SearchIndex) -> None:
    results.show_results(index.search("cerclage"), ())
    assert "4 results" in texts(results)
    assert row(results, 0).startswith("From the article. Cervical cerclage: a surgical procedure")
    assert results.chosen() == "treatment-and-management/cerclage"


def test_up_and_down_choose_and_stop_at_the_ends(results: ResultList, index: SearchIndex) -> None:
    results.show_results(index.search("cerclage"), ())
    results.choose_next(1)
    assert results.chosen() == "faq/what-is-cerclage"
    results.choose_next(-1)
    results.choose_next(-1)
    assert results.chosen() == "treatment-and-management/cerclage"
    for _ in range(9):
        results.choose_next(1)
    assert results.chosen() == "faq/treatment"


def test_the_note_on_rest_is_read_before_the_sentence(results: ResultList, index: SearchIndex) -> None:
    results.show_results(index.search("bed rest"), ())
    spoken = row(results, 0)
    assert spoken.index("Outdated advice") < spoken.index("both kinds of rest")
    assert "Evidence note" in spoken


def test_a_click_says_which_place_was_chosen(results: ResultList, index: SearchIndex, qtbot: QtBot) -> None:
    results.show_results(index.search("cerclage"), ())
    view = results.findChild(QListView)
    box = view.visualRect(view.model().index(1, 0))
    with qtbot.waitSignal(results.place_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert chosen.args == ["faq/what-is-cerclage"]


def test_no_match_names_the_unknown_words_and_offers_headings(results: ResultList, index: SearchIndex) -> None:
    found = index.search("diabetes insulin")
    results.show_results(found, tuple(Heading(place, place) for place in found.headings))
    shown = texts(results)
    assert "Not covered by this article" in shown
    assert "“diabetes”, “insulin”" in shown
    assert "Nearest headings" in shown
    assert results.chosen() == found.headings[0]


def test_a_very_long_query_is_shown_shortened(results: ResultList, index: SearchIndex) -> None:
    results.show_results(index.search("zz" * 5000), ())
    assert max(map(len, texts(results).splitlines())) < 300


def test_rows_fit_any_width(results: ResultList, index: SearchIndex) -> None:
    results.show_results(index.search("rest"), ())
    view = results.findChild(QListView)
    for width in (320, 480, 900, 1400):
        results.resize(width, 600)
        results.grab()
        assert view.horizontalScrollBar().maximum() == 0
        assert view.visualRect(view.model().index(0, 0)).width() <= view.viewport().width()
