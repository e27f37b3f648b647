"""The urgent box and the figures: beside the text where there is room, in it where there is none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import STEPS, WIDE_INSET
from app.ui.reading.page import Page
from app.ui.text.properties import PLACE
from app.ui.window.window import Window
from tests.ui.hands import blocks, focus, order, place_of, press, set_size, words

At = Callable[..., Window]

SYMPTOMS, TREATMENT = "symptoms-and-diagnosis", "treatment-and-management"
WIDE, MIDDLE, NARROW = 1280, 1000, 480


@pytest.fixture
def at(at_again: Callable[..., Window]) -> Callable[..., Window]:
    return at_again


def at_top(page: Page) -> str:
    """Return the place of the first line that is in sight."""
    return str(page.cursorForPosition(QPoint(page.viewport().width() // 4, 4)).block().blockFormat().stringProperty(PLACE))


def passages(window: Window, section: str) -> list[str]:
    return [passage.id for one in window.article.sections if one.id == section for passage in one.passages]


# --- where they stand ---


@pytest.mark.parametrize("section", ["overview", SYMPTOMS, TREATMENT])
def test_a_wide_window_has_box_and_figures_beside_the_text(at: At, section: str) -> None:
    window = at(section, width=WIDE)
    page, side = window.reader.page, window.reader.side
    figures = [figure.id for figure in window.article.figures if section in figure.sections]
    assert figures
    assert side.isVisible()
    assert order(side.page) == ["urgent-care", *figures]
    assert not {"urgent-care", *figures} & set(order(page))
    assert window.bar.calls.isVisible()
    text_ends = page.viewport().mapTo(window, page.viewport().rect().topRight()).x()
    side_box = side.mapTo(window, QPoint(0, 0)).x(), side.mapTo(window, side.rect().topRight()).x()
    empty = window.appearance.look.text(WIDE_INSET)  # behind the words; the room for rings around the box lies over it
    assert text_ends - empty < side_box[0] < side_box[1] < window.width()
    assert side.height() == page.height()


def test_the_questions_have_the_box_beside_them_too(at: At) -> None:
    window = at("faq/symptoms", width=WIDE)
    side = window.reader.side
    assert side.isVisible()
    assert order(side.page) == ["urgent-care"]
    assert "urgent-care" not in order(window.reader.accordion._answers["faq/symptoms"])
    assert side.mapTo(window, QPoint(0, 0)).x() >= window.reader.accordion.viewport().mapTo(window, QPoint(0, 0)).x()


@pytest.mark.parametrize("place", ["figures", "glossary", "sources", "provenance", "about", "urgent-care", "keys"])
def test_nothing_stands_beside_pages_that_are_no_text_of_the_article(at: At, place: str) -> None:
    window = at(TREATMENT, width=WIDE)
    assert window.reader.side.isVisible()
    wide = window.reader.page.viewport().width()
    window.reader.go_to(place)
    assert not window.reader.side.isVisible()
    assert window.reader.page.viewport().width() > wide
    assert window.bar.calls.isVisible()  # where the box is not in sight, the telephone is


@pytest.mark.parametrize("width", [MIDDLE, NARROW])
@pytest.mark.parametrize("section", [SYMPTOMS, TREATMENT])
def test_a_narrower_window_has_them_in_the_text_and_shows_the_telephone(at: At, width: int, section: str) -> None:
    window = at(section, width=width)
    assert not window.reader.side.isVisible()
    assert window.bar.calls.isVisible()
    assert window.bar.calls.accessibleName() == "When to call for help"
    found = order(window.reader.page)
    here = passages(window, section)
    assert found.count("urgent-care") == 1
    if section == SYMPTOMS:
        assert found[:2] == [section, "urgent-care"]
    else:
        last = max(number for number, place in enumerate(found) if place in here or place.startswith("figures/"))
        assert found[last + 1 :] == ["urgent-care"]


@pytest.mark.parametrize("width", [MIDDLE, NARROW])
@pytest.mark.parametrize("section", ["overview", SYMPTOMS, TREATMENT])
def test_in_the_text_a_figure_follows_its_passage(at: At, width: int, section: str) -> None:
    window = at(section, width=width)
    found = order(window.reader.page)
    figures = [figure for figure in window.article.figures if section in figure.sections]
    assert [place for place in found if place.startswith("figures/")] == [figure.id for figure in figures]
    for figure in figures:
        before = [place for place in found[: found.index(figure.id)] if not place.startswith("figures/")]
        assert before[-1] == figure.after


def test_in_the_answer_on_symptoms_the_box_stands_first(at: At) -> None:
    window = at("faq/symptoms", width=MIDDLE)
    answers = window.reader.accordion._answers
    assert order(answers["faq/symptoms"]) == ["urgent-care", "faq/symptoms"]
    assert all("urgent-care" not in order(answer) for place, answer in answers.items() if place != "faq/symptoms")


# --- going there ---


def test_f6_reaches_the_column_and_goes_on_to_the_text(at: At) -> None:
    window = at(TREATMENT, width=WIDE)
    seen = []
    for _ in range(4):
        press(Qt.Key.Key_F6)
        seen.append(focus())
    assert window.reader.side.page in seen
    assert window.reader.page in seen
    assert window.field in seen
    assert len(set(map(id, seen))) == 4
    assert all(widget.isVisible() for widget in seen)


def test_f6_passes_over_a_column_that_is_not_there(at: At) -> None:
    window = at(TREATMENT, width=MIDDLE)
    for _ in range(4):
        press(Qt.Key.Key_F6)
        assert focus() is not window.reader.side.page


@pytest.mark.parametrize("width", [WIDE, MIDDLE, NARROW])
def test_f2_leads_to_the_danger_signs(at: At, width: int) -> None:
    window = at(TREATMENT, width=width)
    press(Qt.Key.Key_F2)
    assert window.reader.place == "urgent-care"
    assert "Bleeding or spotting from the vagina" in words(window.reader.page)


@pytest.mark.parametrize("width", [MIDDLE, NARROW])
def test_the_telephone_leads_to_the_danger_signs(at: At, width: int) -> None:
    window = at(TREATMENT, width=width)
    window.bar.calls.setFocus()
    press(Qt.Key.Key_Space)
    assert window.reader.place == "urgent-care"


# --- other widths ---


@pytest.mark.parametrize("section", ["causes-and-risk-factors", SYMPTOMS, TREATMENT, "complications-and-prevention"])
def test_another_width_keeps_place_and_what_stands_at_the_top(at: At, qtbot: QtBot, section: str) -> None:
    window = at(section, width=WIDE, height=500)
    page = window.reader.page
    for passage in passages(window, section)[1:4]:
        page.scroll_to(passage)
        page.verticalScrollBar().setValue(page.verticalScrollBar().value() + 20)
        top, scrolled = at_top(page), page.verticalScrollBar().value()
        assert scrolled > 0
        for width in (MIDDLE, NARROW, 700, MIDDLE, WIDE):
            set_size(window, qtbot, width, 500)
            assert at_top(page) == top, width
            assert window.reader.place == section
        assert abs(page.verticalScrollBar().value() - scrolled) <= 2


def test_another_width_keeps_the_top_at_the_top(at: At, qtbot: QtBot) -> None:
    window = at(TREATMENT, width=WIDE)
    for width in (MIDDLE, NARROW, WIDE):
        set_size(window, qtbot, width)
        assert window.reader.page.verticalScrollBar().value() == 0


def test_another_text_size_keeps_what_stands_at_the_top(at: At) -> None:
    window = at(TREATMENT, width=MIDDLE, height=500)
    page = window.reader.page
    page.scroll_to(f"{TREATMENT}/progesterone")
    page.verticalScrollBar().setValue(page.verticalScrollBar().value() + 20)
    for _ in STEPS:
        window.appearance.enlarge()
        assert at_top(page) == f"{TREATMENT}/progesterone", window.appearance.size


def test_another_width_keeps_the_question_in_sight(at: At, qtbot: QtBot) -> None:
    window = at("faq", width=WIDE, height=500)
    accordion = window.reader.accordion
    accordion.expand_all()
    QApplication.processEvents()
    accordion.scroll_to("faq/treatment")
    question = focus()
    for width in (MIDDLE, WIDE):
        set_size(window, qtbot, width, 500)
        assert 0 <= question.mapTo(accordion.viewport(), QPoint(0, 0)).y() < accordion.viewport().height() - question.height()
        assert len(accordion.open_answers()) == 10


# --- any width, any text size ---


def too_wide(window: Window) -> list[str]:
    """Return what reaches past the window's edge or its own viewport."""
    reader, found = window.reader, []
    for part in window.findChildren(QWidget):
        left = part.mapTo(window, QPoint(0, 0)).x()
        if part.isVisible() and (left < 0 or left + part.width() > window.width()):
            found.append(f"{type(part).__name__} {part.objectName()} {left}+{part.width()}")
    pages = [page for page in (reader.page, reader.side.page, *reader.accordion._answers.values()) if page.isVisible()]
    sizes = [(page.accessibleName(), page.document().size().width(), page.viewport().width()) for page in pages]
    found += [f"text of {name}: {width} in {room}" for name, width, room in sizes if width > room + 1]
    return found


def wider_than_its_window(window: Window, qtbot: QtBot, size: int) -> list[str]:
    """Return what is too wide with the text in a size, in windows of ten widths."""
    while window.appearance.size < size:
        window.appearance.enlarge()
    while window.appearance.size > size:
        window.appearance.reduce()
    wrong = []
    for width in (320, 360, 480, 640, 800, 1000, 1119, 1120, 1280, 1400):
        set_size(window, qtbot, width)
        for place in (TREATMENT, "faq", "glossary", "figures", "urgent-care", "provenance"):
            window.reader.go_to(place)
            if place == "faq":
                window.reader.accordion.expand_all()
            QApplication.processEvents()
            wrong += [f"{width} {place}: {what}" for what in too_wide(window)]
    return wrong


def test_nothing_is_wider_than_its_window(at: At, qtbot: QtBot) -> None:
    """Other sizes of the text are looked at by `tests/sweeps`."""
    assert wider_than_its_window(at("overview"), qtbot, 100) == []


def test_the_column_is_read_to_its_end(at: At) -> None:
    """Where the text is shorter than the column, the column scrolls by itself."""
    window = at("overview", width=WIDE, height=500)
    side = window.reader.side
    own, bar = side.verticalScrollBar(), window.reader.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    if own.value() < own.maximum():
        assert side.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        own.setValue(own.maximum())
    last = next(block for block in reversed(list(blocks(side.page))) if place_of(block))
    bottom = side.page.document().documentLayout().blockBoundingRect(last).bottom()
    assert side.page.mapTo(side.viewport(), QPoint(0, round(bottom))).y() <= side.viewport().height()


def test_a_column_with_a_bar_of_its_own_begins_at_its_top_wherever_the_reader_comes_from(at: At) -> None:
    window = at("overview", width=WIDE, height=700)
    side, led = window.reader.side, {}
    for number, asked in enumerate(("bed rest", "when is the stitch taken out", "bed rest", "how common", "bed rest")):
        window.field.setFocus()
        window.search(asked)
        QApplication.processEvents()
        QTest.keyClick(window.field, Qt.Key.Key_Return)
        QApplication.processEvents()
        if side.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn:
            led[number] = side.verticalScrollBar().value()
    assert {0, 2, 4} <= led.keys()
    assert not any(led.values()), led


@pytest.mark.parametrize("section", [TREATMENT, "overview"])
def test_what_stands_in_the_column_is_laid_out_in_one_width(at: At, section: str) -> None:
    """Each further width costs as much as the first; "overview" is short beside the column, which then has a bar of its own."""
    window = at("about", width=WIDE, height=700)
    content, widths = window.reader.side.page, set[int]()

    class Watching(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
            if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
                widths.add(event.size().width())
            return False

    watching = Watching(window)
    content.installEventFilter(watching)
    window.reader.go_to(section)
    QApplication.processEvents()
    content.removeEventFilter(watching)
    assert widths <= {content.width()}
