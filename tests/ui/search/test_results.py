"""Results: notes before the sentence, the choice, and honesty when the article does not answer."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from app.core.article.content import Article
from app.core.article.places import Places
from app.core.files.loader import Loaded
from app.core.pages.document import Document
from app.core.search.engine import SearchIndex
from app.core.search.results import Results
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.look.tokens import THEMES
from app.ui.search.result_painter import ResultRow
from app.ui.search.results import ResultList
from app.ui.shell.appearance import Appearance
from app.ui.text import announcements
from app.ui.window.window import Window
from tests import answers
from tests.ui.audit import rows_cut_off
from tests.ui.hands import activate, press, set_size

BY_A_NOTE = "From an evidence note, not part of the article"


@pytest.fixture(scope="module")
def index(loaded: Loaded) -> SearchIndex:
    return SearchIndex(loaded.article)


@pytest.fixture(scope="module")
def article(loaded: Loaded) -> Article:
    return loaded.article


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced when typing rests."""
    heard: list[str] = []
    monkeypatch.setattr(announcements, "announce", lambda _widget, words: heard.append(words))
    return heard


@pytest.fixture
def results(qtbot: QtBot, appearance: Appearance, document: Document) -> ResultList:
    made = ResultList(document, Places(document.article), appearance.look, appearance.icons)
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


def rows(results: ResultList) -> list[ResultRow]:
    model = results.findChild(QListView).model()
    return [model.index(number, 0).data(Qt.ItemDataRole.UserRole) for number in range(model.rowCount())]


def test_the_first_hit_comes_from_the_article_and_is_chosen(results: ResultList, index: SearchIndex) -> None:
    results.show_results(index.search("cerclage"))
    assert row(results, 0).startswith("From the article. Cervical cerclage: a surgical procedure")
    assert results.chosen() == "treatment-and-management/cerclage"


def test_up_and_down_choose_and_stop_at_the_ends(results: ResultList, article: Article) -> None:
    results.show_results(answers.by_the_article(article))
    assert "4 results" in texts(results)
    results.choose_next(1)
    assert results.chosen() == "faq/what-is-cerclage"
    results.choose_next(-1)
    results.choose_next(-1)
    assert results.chosen() == "treatment-and-management/cerclage"
    for _ in range(9):
        results.choose_next(1)
    assert results.chosen() == "glossary/cerclage"


def test_the_note_on_rest_is_read_before_the_sentence(results: ResultList, index: SearchIndex) -> None:
    results.show_results(index.search("bed rest"))
    spoken = row(results, 0)
    assert spoken.index("Outdated advice") < spoken.index("both kinds of rest")
    assert "Evidence note" in spoken


def test_a_click_says_which_place_was_chosen(results: ResultList, article: Article, qtbot: QtBot) -> None:
    results.show_results(answers.by_the_article(article))
    view = results.findChild(QListView)
    box = view.visualRect(view.model().index(1, 0))
    with qtbot.waitSignal(results.place_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert chosen.args == ["faq/what-is-cerclage"]


def test_a_very_long_query_is_shown_shortened(results: ResultList) -> None:
    results.show_results(Results("zz" * 5000, missing=("zz" * 5000,)))
    assert max(map(len, texts(results).splitlines())) < 300


def test_many_words_that_are_missing_are_named_in_part(results: ResultList) -> None:
    results.show_results(Results("many", missing=tuple(f"word{number}" for number in range(20))))
    assert "“word7”, …, not in an evidence note either" in texts(results)
    assert "word8" not in texts(results)


@pytest.mark.parametrize("make", [answers.by_the_article, answers.by_a_note, answers.by_nothing, answers.by_a_meaning])
def test_rows_fit_any_width(results: ResultList, article: Article, make: answers.Make) -> None:
    results.show_results(make(article))
    view = results.findChild(QListView)
    for width in (320, 480, 900, 1400):
        results.resize(width, 600)
        results.grab()
        assert view.horizontalScrollBar().maximum() == 0
        assert view.visualRect(view.model().index(0, 0)).width() <= view.viewport().width()


# --- what the article does not say ---


def test_a_note_that_answers_is_headed_as_one_with_date_sources_and_the_passage_beside(results: ResultList, article: Article) -> None:
    results.show_results(answers.by_a_note(article))
    note = next(note for note in article.notes if note.id == "EN29")
    assert results.title() == "The article does not say this. See the evidence note below."
    assert row(results, 0).startswith(f"{BY_A_NOTE}. {note.verdict}. {note.text}")
    assert "EN29 · Checked " in row(results, 0)
    assert "Sources: FIGO 2021" in row(results, 0)
    assert row(results, 0).endswith("Belongs to: Questions and answers › When is cerclage typically performed?")
    assert results.chosen() == "notes/EN29"


def test_what_is_missing_and_what_is_covered_is_told_by_word_and_icon(results: ResultList, article: Article) -> None:
    results.show_results(answers.by_a_note(article))
    assert '<span style="font-weight: 600">Not in the article:</span> “taken out”' in texts(results)
    assert "In the article:</span> “stitch”, as “cerclage”" in texts(results)
    assert "not in an evidence note either" not in texts(results)
    icons = [label for label in results.findChildren(QLabel) if label.isVisible() and not label.pixmap().isNull()]
    assert len(icons) == 2


def test_where_no_note_answers_either_it_says_so_and_words_typed_are_no_markup(results: ResultList, article: Article) -> None:
    results.show_results(answers.by_nothing(article))
    assert "“success rate”, “&lt;b&gt;”, “gush”, not in an evidence note either" in texts(results)
    assert "In the article:</span> “bed rest”, “stitch”, as “cerclage”" in texts(results)


def test_what_stands_near_is_never_framed_or_marked_as_an_answer(results: ResultList, article: Article) -> None:
    results.show_results(answers.by_nothing(article))
    near = [row for row in rows(results) if row.kind == "near"]
    assert [row.group for row in near] == ["Nearest in the article", ""]
    assert near[0].remark == "These sentences do not answer the question."
    assert not any(row.spans or row.where_spans or row.label for row in near)
    assert results.chosen() == "treatment-and-management/bed-rest"


def test_outdated_advice_that_stands_near_has_its_note_before_the_sentence(results: ResultList, article: Article) -> None:
    results.show_results(answers.by_nothing(article))
    assert row(results, 0).startswith("Nearest in the article. These sentences do not answer the question. Evidence note: Outdated advice.")
    assert row(results, 0).index("Outdated advice") < row(results, 0).index("both kinds of rest")


def test_every_row_says_by_ear_what_it_is(results: ResultList, article: Article) -> None:
    results.show_results(replace(answers.by_nothing(article), hits=answers.by_a_note(article).hits))
    told = [BY_A_NOTE, "Nearest in the article", "Nearest in the article", "Bed rest. Also in this reference", "Nearest headings", "Nearest headings"]
    assert [text.startswith(start) for text, start in zip(results.texts(), told, strict=True)] == [True] * 6


def test_the_head_line_is_said_first_then_what_is_missing(results: ResultList, article: Article, said: list[str], qtbot: QtBot) -> None:
    results.show_results(answers.by_a_note(article))
    qtbot.waitUntil(lambda: said != [])
    assert said == [
        "The article does not say this. See the evidence note below. Not in the article: “taken out”. In the article: “stitch”, as “cerclage”."
    ]


def test_the_head_line_of_an_answer_is_said_alone(results: ResultList, article: Article, said: list[str], qtbot: QtBot) -> None:
    results.show_results(answers.by_the_article(article))
    qtbot.waitUntil(lambda: said != [])
    assert said == ["4 results."]


def test_the_danger_line_stands_above_all(results: ResultList, article: Article) -> None:
    results.show_results(answers.by_nothing(article))
    assert results.shows_urgent()
    tops = {label.text(): label.mapTo(results, label.rect().topLeft()).y() for label in results.findChildren(QLabel) if label.isVisible()}
    assert article.urgent_care is not None
    line = next(top for text, top in tops.items() if text.startswith(article.urgent_care.line))
    assert line < tops["The article does not say this."]


def test_a_correction_can_be_undone_where_nothing_answers(results: ResultList, article: Article, qtbot: QtBot) -> None:
    results.show_results(answers.by_nothing(article))
    assert "Searched for “success rate of bed rest with a gush”" in texts(results)
    button = next(button for button in results.findChildren(QPushButton) if button.isVisible() and button.text().startswith("Search instead for"))
    with qtbot.waitSignal(results.exact_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_meaning_is_headed_as_one_and_nothing_is_called_missing(results: ResultList, article: Article) -> None:
    results.show_results(answers.by_a_meaning(article))
    assert results.title() == "The article does not say this. See the glossary below."
    assert row(results, 0).startswith("From the glossary, not part of the article. Effacement: Thinning")
    assert "In the article:" not in texts(results)
    assert len(results.texts()) == 1
    assert results.chosen() == "glossary/effacement"


def test_with_nothing_near_there_are_headings_only(results: ResultList) -> None:
    results.show_results(answers.far_away())
    assert "This reference has one article, “Cervical Insufficiency”." in texts(results)
    assert "How to use this program is in the handbook (Shift+F1)." in texts(results)
    assert "“diabetes”, “insulin”, not in an evidence note either" in texts(results)
    assert results.texts() == ["Nearest headings. Cervical Insufficiency", "Nearest headings. Questions and answers"]
    assert results.chosen() == "overview"


def test_without_headings_none_are_offered(results: ResultList) -> None:
    results.show_results(replace(answers.far_away(), headings=()))
    assert results.texts() == []
    assert results.chosen() is None


def test_words_that_stand_apart_are_told_so(results: ResultList) -> None:
    results.show_results(Results("funnel prevalence", headings=("overview",)))
    assert "The article has these words, but not together in one place." in texts(results)


def test_notes_and_meanings_stand_below_the_passages_that_answer(results: ResultList, article: Article) -> None:
    results.show_results(answers.by_the_article(article))
    assert [(row.kind, row.origin) for row in rows(results)] == [("best", "article"), ("hit", "article"), ("hit", "note"), ("hit", "glossary")]
    assert row(results, 2).startswith(BY_A_NOTE)
    assert row(results, 3).startswith("From the glossary, not part of the article. Cerclage: An operation")
    assert results.title() == "4 results"


# --- how it looks ---


@pytest.mark.parametrize("theme", list(THEMES))
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_above_the_rows_is_wider_than_the_window(results: ResultList, article: Article, theme: str, size: int) -> None:
    look = Look(THEMES[theme], size)
    results.apply_look(look, Icons(look))
    results.resize(480, 800)
    results.show_results(answers.by_nothing(article))
    results.grab()
    for part in results.findChildren(QLabel) + results.findChildren(QPushButton):
        if part.isVisible():
            assert part.mapTo(results, part.rect().topRight()).x() < 480


def test_one_bar_scrolls_head_and_rows_which_have_their_whole_height(results: ResultList, article: Article) -> None:
    """Whatever the width, and the height around which the bar comes and goes: it makes the words narrower."""
    results.show_results(answers.by_nothing(article))
    rows, bars = results._list, set()
    results.show()
    for width in (320, 400, 460, 520, 900):
        results.resize(width, 900)
        results.grab()
        needed = results._top.height() + rows.height() + results._hints.height()
        for height in (*range(needed + 30, needed - 90, -6), *range(needed - 90, needed + 30, 6)):
            results.resize(width, height)
            results.grab()
            area, count = results._area, results._model.rowCount()
            assert rows_cut_off(rows) == []
            assert rows.visualRect(results._model.index(count - 1)).bottom() + 1 == rows.height()
            assert results._top.height() >= results._head.totalHeightForWidth(area.viewport().width())
            assert rows.y() == results._top.geometry().bottom() + 1
            assert area.verticalScrollBar().maximum() == max(0, rows.geometry().bottom() + 1 - area.viewport().height())
            assert not rows.verticalScrollBar().isVisible()
            bars.add(area.verticalScrollBar().isVisible())
    assert bars == {True, False}


def test_keys_and_wheel_scroll_all_of_the_results(window: Window, qtbot: QtBot) -> None:
    set_size(window, qtbot, 800, 500)
    activate(window, qtbot)
    window.search("when is the stitch put in")
    bar = window.results._area.verticalScrollBar()
    assert (bar.value(), bar.maximum() > bar.pageStep()) == (0, True)
    press(Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
    for _ in range(9):
        press(Qt.Key.Key_Down)
    assert bar.value() == bar.maximum()
    for _ in range(9):
        press(Qt.Key.Key_Up)
    assert bar.value() == 0  # with the first row comes what stands above it
    over = window.results._list.viewport()
    handle = window.frame.windowHandle()
    assert handle is not None
    QTest.wheelEvent(handle, QPointF(over.mapTo(window.frame, QPoint(40, 40))), QPoint(0, -120))
    QApplication.processEvents()
    assert bar.value() > 0


def test_a_near_sentence_is_quieter_than_an_answer(results: ResultList, article: Article) -> None:
    look, painter = results._look, results._painter
    answer, near = (row for row in (results._row(answers.passage(article, "faq/how-common"), kind) for kind in ("best", "near")))
    set_answer, set_near = (painter._set(row, 500) for row in (answer, near))
    sizes = {made.texts[number][0].font().pixelSize(): made.texts[number][2] for made, number in ((set_answer, 0), (set_near, 0))}
    assert sizes == {look.text(20): "ink", look.text(15): "faint"}


# --- opening ---


def opened(window: Window, found: Results, qtbot: QtBot) -> None:
    window.searching._show(found)
    qtbot.waitUntil(window.results.isVisible)
    place = window.results.chosen()
    assert place is not None
    window.searching.open_hit(place)


def test_a_note_opens_the_answer_it_stands_beside_unfolded_and_marked(window: Window, qtbot: QtBot) -> None:
    opened(window, answers.by_a_note(window.article), qtbot)
    answer = window.reader.accordion._answers["faq/cerclage-timing"]
    assert window.reader.place == "notes/EN29"
    assert answer.isVisible()
    assert "36 to 37 weeks" in answer.toPlainText().replace("\u00a0", " ")
    assert {"stitch", "taken", "out"} <= {mark.selectedText() for mark in answer._marks.cursors}
    window.finder.end_marks()
    assert (window.reader.finding.total, window.reader.place, answer.isVisible()) == (0, "notes/EN29", True)


def test_a_question_that_a_note_answers_leads_there_by_enter(window: Window, qtbot: QtBot) -> None:
    window.search("when is the stitch taken out")
    qtbot.waitUntil(window.results.isVisible)
    assert window.results.title() == "The article does not say this. See the evidence note below."
    assert row(window.results, 0).startswith(BY_A_NOTE)
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert window.reader.place == "notes/EN29"
    assert window.reader.finding.total > 0
    answer = window.reader.accordion._answers["faq/cerclage-timing"]
    qtbot.keyClick(answer, Qt.Key.Key_Escape)
    assert (window.reader.finding.total, window.reader.place, answer.isVisible()) == (0, "notes/EN29", True)


def test_a_meaning_opens_the_glossary_there(window: Window, qtbot: QtBot) -> None:
    opened(window, answers.by_a_meaning(window.article), qtbot)
    assert window.reader.place == "glossary/effacement"


def test_words_that_move_above_or_below_the_answers_keep_their_size_and_are_whole(
    results: ResultList, appearance: Appearance, index: SearchIndex, qtbot: QtBot
) -> None:
    appearance.enlarge()
    results.apply_look(appearance.look, appearance.icons)
    results.resize(800, 300)
    for query in ("can I have sex with a stitch", "football results saturday") * 2:  # what is told stands below the answers, above if there is none
        results.show_results(index.search(query))
        QApplication.processEvents()
        shown = [label for label in results.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
        assert {label.font().pixelSize() for label in shown} <= {appearance.look.text(size) for size in (13, 16)}
        qtbot.waitUntil(lambda shown=shown: all(label.height() >= label.heightForWidth(label.width()) for label in shown), timeout=500)


# --- what stands with the article's words ---


def test_a_row_says_how_many_notes_are_folded_and_the_article_is_named_below_its_open_notes(results: ResultList, index: SearchIndex) -> None:
    results.show_results(index.search("cerclage"))
    assert [row.details for row in rows(results)[:4]] == ["1 evidence note", "1 evidence note", "2 evidence notes", "1 more evidence note"]
    results.show_results(index.search("bed rest"))
    spoken = row(results, 0)
    assert (
        spoken.index("Outdated advice") < spoken.index("From the article") < spoken.index("both kinds of rest") < spoken.index("1 more evidence note")
    )


@pytest.mark.parametrize("query", ["bed rest", "bleeding", "cerclage", "bleeding at night, who do I phone"])
def test_from_the_article_stands_right_above_the_first_sentence_of_the_article(results: ResultList, index: SearchIndex, query: str) -> None:
    results.show_results(index.search(query))
    number, first = next((number, row) for number, row in enumerate(rows(results)) if row.origin == "article")
    made = results._painter._row(results._model.index(number, 0), 600)
    shown = [layout.text() for layout, *_ in made.texts]
    assert shown[shown.index("From the article") + 1] == first.words
    assert sum(row.label == "From the article" for row in rows(results)) == 1


def test_what_was_searched_besides_is_said_in_plain_words(results: ResultList, index: SearchIndex) -> None:
    results.show_results(index.search("lletz"))
    assert "Also searched: " in texts(results)
    assert "\u2192" not in texts(results)


def test_one_missing_word_is_not_told_as_words_that_stand_apart(results: ResultList, index: SearchIndex) -> None:
    for query in ("banana", "breaks", "hello", "g"):
        results.show_results(index.search(query))
        assert "not together" not in texts(results)
        assert f"\u201c{query}\u201d" in texts(results)


def test_the_clinics_numbers_stand_with_the_box(qtbot: QtBot, appearance: Appearance, loaded: Loaded, index: SearchIndex) -> None:
    document = Document(loaded.article, loaded.short_digest, numbers="01 234")
    made = ResultList(document, Places(document.article), appearance.look, appearance.icons)
    qtbot.addWidget(made)
    made.show_results(index.search("who do I phone"))
    assert made.texts()[0].endswith("Our numbers: 01 234")
