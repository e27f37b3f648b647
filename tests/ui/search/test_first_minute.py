"""What somebody does in the first minute, by keys: type, open what was found, read, take the marks away, ask whom to call."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.files.loader import Loaded
from app.ui.widgets.keys import begins_words
from app.ui.window.window import Window
from tests.ui.hands import CTRL, NONE, activate, focus, press, set_size

At = Callable[..., Window]
Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def write(words: str) -> None:
    """Type letter by letter, each where the focus is then."""
    for letter in words:
        QTest.keyClicks(focus(), letter)


def seen(window: Window) -> tuple[object, ...]:
    """What Esc must leave as it is: page, scroll, focus, the answers that are open."""
    reader = window.reader
    return reader.place, reader.part().verticalScrollBar().value(), focus(), reader.accordion._shown()


# --- Esc takes the marks away and nothing else ---


def test_escape_takes_the_marks_away_and_nothing_else_and_a_second_one_leads_nowhere(at: At, qtbot: QtBot) -> None:
    window = at("faq", 1366, 768)
    for query in ("ehlers", "how common", "when is the stitch taken out", "bed rest", "who do I phone", "weak cervix risks"):
        window.reader.go_to("faq")
        window.reader.set_open(["faq/risks"])
        window.search(query)
        press(Key.Key_Return)
        place = window.reader.place
        qtbot.wait(20)
        for _ in range(2):
            before = seen(window)
            press(Key.Key_Escape)
            qtbot.wait(20)
            assert seen(window) == before, query
            assert window.reader.finding.total == 0
        assert window.reader.place == place
        assert "faq/risks" in window.reader.accordion.open_answers()


def test_the_answer_that_was_chosen_stays_open_after_reading_on(at: At, qtbot: QtBot) -> None:
    window = at("overview", 1024, 600)
    window.search("how common")
    press(Key.Key_Return)
    assert window.reader.place == "faq/how-common"
    press(Key.Key_Tab)  # into the answer
    window.reader.accordion.verticalScrollBar().setValue(window.reader.accordion.verticalScrollBar().value() - 40)
    before = seen(window)
    assert window.reader.finding.total > 0
    press(Key.Key_Escape)
    qtbot.wait(20)
    assert seen(window) == before
    assert window.reader.finding.total == 0
    assert "faq/how-common" in window.remember().open_answers


# --- a letter begins a search ---


def test_after_the_disclaimer_letters_go_to_the_search_from_the_first_one_on(
    open_window: Callable[..., Window], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("app.ui.search.searching.announce", lambda _widget, words: said.append(words))
    window = open_window(accept=False)
    activate(window, qtbot)
    write("x")
    assert window.field.text() == ""
    press(Key.Key_Return)
    write("bleeding")
    assert window.field.text() == "bleeding"
    assert window.field.hasFocus()
    assert window.results.shows_urgent()
    assert said == ["Search: b"]


def test_a_letter_of_any_script_begins_a_search_wherever_the_text_is_read(at: At) -> None:
    window = at("overview", 1366, 768)
    for place in ("overview", "faq", "glossary"):
        for letter in ("c", "C", "7", "\u03c4", "\u0436", "\u062a", "\u00e9"):
            window.reader.go_to(place)
            window.reader.focus_text()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(focus(), QKeyEvent(kind, 0, NONE, letter))
            assert (window.field.text(), window.field.hasFocus()) == (letter, True), place
    window.reader.go_to("overview")
    window.reader.side.page.setFocus()
    write("c")
    assert window.field.text() == "c"
    side = window.results_pane.side
    assert side is not None
    side.page.setFocus()
    write("st")
    assert window.field.text() == "st"


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Key.Key_C, CTRL, "\x03"), (Key.Key_B, ALT, "b"), (Key.Key_Space, NONE, " "), (Key.Key_Escape, NONE, "\x1b"), (Key.Key_Tab, NONE, "\t"),
        (Key.Key_Return, NONE, "\r"), (Key.Key_Question, SHIFT, "?"), (Key.Key_F2, NONE, ""), (Key.Key_Q, CTRL | ALT, "@"),
    ],
)  # fmt: skip
def test_other_keys_begin_no_search(key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> None:
    assert not begins_words(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def test_letters_keep_their_meaning_in_fields_in_the_contents_in_teaching_and_in_the_self_test(at: At) -> None:
    window = at("glossary", 1366, 768)
    window.filter_bar.field.setFocus()
    write("scan")
    assert (window.filter_bar.field.text(), window.field.text()) == ("scan", "")
    window.navigator.setFocus()
    write("s")  # as in every list: to the next line that begins with it
    assert (window.reader.shown_page, window.field.text()) == ("sources", "")
    for open_cover in (window.presenting.teach, window.presenting.test):
        open_cover()
        write("b")
        write("7")
        press(Key.Key_Escape)
        if window.presenting.cover is not None:
            press(Key.Key_Escape)
        assert window.field.text() == ""


def test_after_a_click_in_the_contents_letters_begin_a_search(at: At, qtbot: QtBot) -> None:
    window = at("overview", 1366, 768)
    rows = window.navigator._list
    box = rows.visualItemRect(rows.item(3))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert window.reader.place == "symptoms-and-diagnosis"
    write("c")
    assert window.field.text() == "c"


# --- the danger box ---


def test_who_asks_whom_to_call_is_led_to_the_box_by_enter(at: At) -> None:
    window = at("overview", 1366, 768)
    write("who do I phone")
    assert window.results.title() == "1 result"
    assert window.results.texts()[0].startswith("From the danger box, not part of the article. Call straight away. Any ONE sign is enough")
    press(Key.Key_Return)
    assert window.reader.place == "urgent-care"


def test_the_box_stands_beside_results_where_it_stands_beside_a_page(at: At, qtbot: QtBot) -> None:
    window = at("overview", 1366, 768)
    beside_page = window.reader.side.mapTo(window, window.reader.side.rect().topLeft()), window.reader.side.width()
    window.search("bleeding")
    qtbot.wait(20)
    side = window.results_pane.side
    assert side is not None
    assert side.isVisible()
    assert "Heavy bleeding" in side.page.toPlainText()
    assert (side.mapTo(window, side.rect().topLeft()), side.width()) == beside_page
    assert window.results.geometry().right() < side.geometry().left()
    set_size(window, qtbot, 1024, 600)
    assert window.results_pane.side is None
    assert window.results.width() == window.results_pane.width()


def test_an_article_without_a_box_has_results_as_wide_as_the_page(at: At, loaded: Loaded) -> None:
    window = at("overview", 1366, 768, content=replace(loaded, article=replace(loaded.article, urgent_care=None)))
    window.search("bleeding")
    assert window.results.isVisible()
    assert window.results_pane.side is None
