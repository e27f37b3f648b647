"""Keys on keyboards of other languages: what they write, and where they stand.

The events are those that Qt 6.11 gave under X11 with one keyboard set up (setxkbmap); Windows gives the same places with other numbers.
"""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.ui.teaching.self_test import SelfTest
from app.ui.teaching.teach import TeachView
from app.ui.teaching.teach_input import SIGNS
from app.ui.widgets import keys
from app.ui.widgets.keys import PLACES, by_place, meant
from app.ui.window.window import Window
from tests.ui.hands import activate, focus
from tests.ui.on_small_screen import inner_actions
from tests.ui.teaching.test_teach import view  # noqa: F401 - a fixture

Modifier = Qt.KeyboardModifier
NONE, SHIFT, CONTROL, ALT = Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier
NUMBERS = {char: number for number, char in PLACES.items()}


def event(place: str, text: str, modifiers: Qt.KeyboardModifier = NONE, key: int | None = None) -> QKeyEvent:
    """Return the event of a key at the place of an American one, which writes something else here; as Qt makes it, its key is a capital."""
    key = key if key is not None else ord(text.upper()[0]) if text else 0
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, NUMBERS[place] + keys.OFFSET, 0, 0, text)


def press(place: str, text: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QApplication.sendEvent(focus(), event(place, text, modifiers))


ROWS = {  # what the ten digits, B, W, full stop and comma write
    "us": "1234567890bw.,",
    "us intl": "1234567890bw.,",
    "de": "1234567890bw.,",
    "fr": "&é\"'(-è_çàbz:;",
    "ru": "1234567890ицюб",
    "gr": "1234567890βς.,",
    "ara": "1234567890ﻻصزو",
    "ara with its digits": "١٢٣٤٥٦٧٨٩٠ﻻصزو",
    "ir": "۱۲۳۴۵۶۷۸۹۰ذص.و",
    "il": "1234567890נ'ץת",
    "th": "ๅ/-ภถุึคตจิไใม",
    "cz": "+ěščřžýáíébw.,",
}


@pytest.mark.parametrize("row", ROWS)
def test_every_key_of_teach_mode_is_meant_at_its_place(row: str) -> None:
    written = dict(zip("1234567890bw.,", ROWS[row], strict=True))
    if row == "fr":
        assert meant(event("w", written.pop("w")), SIGNS) == ""  # W stands elsewhere
        assert meant(event("z", "w"), SIGNS) == "w"
    for place, text in written.items():
        assert meant(event(place, text), SIGNS) == place, (place, text)


@pytest.mark.parametrize("text", list("1234567890"))
def test_french_digits_with_shift_are_what_they_write(text: str) -> None:
    assert meant(event(text, text, SHIFT), SIGNS) == text


@pytest.mark.parametrize(
    ("place", "text", "modifiers"),
    [
        ("b", "x", NONE),  # Dvorak: B stands elsewhere
        (".", "v", NONE),
        ("1", "!", SHIFT),
        (".", ">", SHIFT),
        ("b", "\x02", CONTROL),
        ("b", "и", CONTROL),
        ("1", "&", ALT),
        ("b", "ü", NONE),  # a letter of a Latin keyboard
        ("q", "q", NONE),
    ],
)
def test_other_keys_mean_nothing(place: str, text: str, modifiers: Qt.KeyboardModifier) -> None:
    assert meant(event(place, text, modifiers), SIGNS) == ""


def test_capitals_and_two_letters_of_one_key_are_understood() -> None:
    assert meant(event("b", "И", SHIFT), SIGNS) == "b"
    assert meant(event("b", "لا"), SIGNS) == "b"  # as Windows gives it
    assert meant(event("w", "", key=0), SIGNS) == "w"  # a dead key
    assert meant(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, NONE, "b"), SIGNS) == "b"  # no place is known
    assert meant(QKeyEvent(QEvent.Type.KeyPress, 0x418, NONE, "и"), SIGNS) == ""


def test_teach_mode_is_led_on_every_keyboard(view: TeachView) -> None:  # noqa: F811
    for row, keys_of in ROWS.items():
        view.go_to(1)
        written = dict(zip("1234567890bw.,", keys_of, strict=True))
        press("1", written["1"])
        press("2", written["2"])
        assert view.slideshow.typed == "12", row
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE))
        assert view.slideshow.number == 11, row
        for place, colour in (("b", "black"), ("w", "white"), (".", "black"), (",", "white")):
            if (row, place) != ("fr", "w"):
                press(place, written[place])
                assert view.slideshow.blank == colour, (row, place)
                press(place, written[place])
                assert view.slideshow.blank is None, (row, place)


def test_a_card_is_graded_on_every_keyboard(window: Window, qtbot: QtBot) -> None:
    activate(window, qtbot)
    for row, keys_of in ROWS.items():
        window.presenting.test()
        test = window.presenting.cover
        assert isinstance(test, SelfTest)
        test.begin_test()
        for done, number in enumerate("123"):
            test.reveal()
            press(number, keys_of["1234567890".index(number)])
            assert not test.round.is_revealed, row
            assert sum(map(len, test.round.first_grades().values())) == done + 1, row
        assert [len(cards) for cards in test.round.first_grades().values()] == [1, 1, 1], row
        test.left.emit()


# --- commands ---


@pytest.mark.parametrize(
    ("place", "text", "modifiers", "expected"),
    [
        ("k", "л", CONTROL, "Ctrl+K"),
        ("k", "κ", CONTROL, "Ctrl+K"),
        ("k", "ن", CONTROL, "Ctrl+K"),
        ("c", "С", CONTROL | SHIFT, "Ctrl+Shift+C"),
        ("c", "Ψ", CONTROL | SHIFT, "Ctrl+Shift+C"),
        ("c", "}", CONTROL | SHIFT, "Ctrl+Shift+C"),  # Arabic
        ("0", "à", CONTROL, "Ctrl+0"),
        ("0", "٠", CONTROL, "Ctrl+0"),
    ],
)
def test_a_command_is_found_by_the_place_of_its_key(place: str, text: str, modifiers: Qt.KeyboardModifier, expected: str) -> None:
    found = by_place(event(place, text, modifiers))
    assert isinstance(found, QKeyCombination)
    assert keys.QKeySequence(found) == keys.QKeySequence(expected)


@pytest.mark.parametrize(
    ("place", "text", "modifiers"),
    [
        ("k", "k", CONTROL),
        ("k", "л", NONE),
        ("k", "л", CONTROL | ALT),
        ("q", "'", CONTROL),  # Dvorak, where this would end the program
        ("e", ".", CONTROL),
        ("c", "ä", CONTROL),
        ("0", "0", CONTROL),
        ("0", ")", CONTROL | SHIFT),
        (".", "ю", CONTROL),
    ],
)
def test_no_other_keys_are_taken_for_a_command(place: str, text: str, modifiers: Qt.KeyboardModifier) -> None:
    assert by_place(event(place, text, modifiers)) is None


@pytest.fixture
def active(window: Window, qtbot: QtBot) -> Window:
    activate(window, qtbot)
    return window


def test_commands_of_the_window_follow_the_place(active: Window) -> None:
    active.reader.focus_text()
    press("k", "л", CONTROL)
    assert active.field.hasFocus()
    press("f", "а", CONTROL)
    assert active.find_bar.field.hasFocus()
    size = active.appearance.size
    active.appearance.enlarge()
    press("0", "à", CONTROL)
    assert active.appearance.size == size


def test_a_command_that_is_switched_off_does_nothing(active: Window) -> None:
    active.commands.by_id["search"].setEnabled(False)
    active.reader.focus_text()
    press("k", "л", CONTROL)
    assert not active.field.hasFocus()


@pytest.mark.parametrize("place_of_field", ["field", "find_bar"])
def test_a_field_takes_its_own_keys_by_place(active: Window, place_of_field: str) -> None:
    field: QLineEdit = active.field if place_of_field == "field" else active.find_bar.field
    if place_of_field == "find_bar":
        active.finder.begin()
    field.setFocus()
    QGuiApplication.clipboard().setText("stitch")
    press("v", "м", CONTROL)
    assert field.text() == "stitch"
    press("a", "ф", CONTROL)
    assert field.selectedText() == "stitch"
    press("x", "ч", CONTROL)
    assert field.text() == ""
    assert QGuiApplication.clipboard().text() == "stitch"
    press("z", "я", CONTROL)
    assert field.text() == "stitch"


def test_words_are_typed_as_ever(active: Window) -> None:
    active.field.setFocus()
    press("k", "л")
    press("1", "&")
    assert active.field.text() == "л&"


def test_enter_presses_the_button_that_has_the_focus(active: Window) -> None:
    """Qt presses it on Space only, and people try Enter."""
    pressed: list[str] = []
    for button in (QPushButton("push", active.body), QToolButton(active.body)):
        button.clicked.connect(partial(pressed.append, type(button).__name__))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.show()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        button.deleteLater()
    assert pressed == ["QPushButton", "QToolButton"]
    active.find_bar.open_bar()
    for _ in range(2):  # the field, then what stands behind it
        assert active.find_bar.isVisible()
        QTest.keyClick(focus(), Qt.Key.Key_Return)
        active.find_bar._close.setFocus()
    assert not active.find_bar.isVisible()


def test_what_is_selected_in_an_answer_of_the_self_test_is_copied(active: Window) -> None:
    active.presenting.test()
    test = active.presenting.cover
    assert isinstance(test, SelfTest)
    test.begin_test()
    test.reveal()
    QGuiApplication.clipboard().setText("nothing")
    press("a", "ф", CONTROL)
    press("c", "с", CONTROL)
    assert "Information only, not medical advice." in QGuiApplication.clipboard().text()


def test_the_handout_dialog_pastes_by_place(active: Window, qtbot: QtBot) -> None:
    active.commands.by_id["handout"].trigger()
    dialog = next(part for part in QApplication.topLevelWidgets() if type(part).__name__ == "HandoutDialog")
    qtbot.waitExposed(dialog)
    QGuiApplication.clipboard().setText("St Mary’s")
    dialog.activateWindow()
    dialog.clinic.setFocus()
    qtbot.waitUntil(dialog.clinic.hasFocus)
    press("v", "м", CONTROL)
    assert dialog.clinic.text() == "St Mary’s"
    dialog.close()


def test_nothing_is_done_by_place_before_the_disclaimer_is_accepted(open_window: Callable[..., Window], qtbot: QtBot) -> None:
    window = open_window(accept=False)
    activate(window, qtbot)
    size = window.appearance.size
    window.appearance.enlarge()
    for place, text in (("k", "л"), ("q", "й"), ("0", "à")):
        press(place, text, CONTROL)
        QApplication.sendEvent(window.frame, event(place, text, CONTROL))
    assert window.frame.cover.accept_button.hasFocus()
    assert window.frame.isVisible()
    assert window.appearance.size != size
    window.appearance.reset_size()


def test_no_letter_opens_two_lines_of_one_menu(window: Window) -> None:
    for menu in window.frame.menuBar().actions():
        lines = [action.text() for action in inner_actions(menu) if action.text()]
        letters = [text[text.index("&") + 1].lower() for text in lines if "&" in text]
        assert sorted(set(letters)) == sorted(letters), lines
