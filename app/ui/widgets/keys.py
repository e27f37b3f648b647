"""What a key means on any keyboard: what it writes, else what stands at its place on the keyboard that the keys are named after."""

import sys
import unicodedata
from collections.abc import Collection, Iterable
from typing import Literal

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QToolButton, QWidget

OFFSET = 0 if sys.platform == "win32" else 8
"""What the system adds to the number of a key's place."""

_ROWS = ((2, "1234567890"), (16, "qwertyuiop"), (30, "asdfghjkl"), (44, "zxcvbnm,."))
PLACES = {first + number: char for first, row in _ROWS for number, char in enumerate(row)}
"""From the number of a place to what the American keyboard writes there. Clickers press places, too."""

BRACKETS = frozenset("[]{}")
"""What Arabic keyboards write with Shift at the places of letters, and no Latin one."""

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class PromptButton(QPushButton):
    """Does what its Alt key asks at once. Qt waits a tenth of a second to show the press, in which the next key would be undone."""

    def event(self, event: QEvent) -> bool:
        """Click for the key, without the picture of a press."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)


def presses(event: QKeyEvent, root: QWidget) -> bool:
    """Press the button below a widget that has the focus on Enter, and return whether one was: by itself Qt presses it on Space only."""
    focus = QApplication.focusWidget()
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.isAutoRepeat():
        return False
    if not isinstance(focus, QPushButton | QToolButton) or not root.isAncestorOf(focus):
        return False
    focus.click()
    return True


def edge_of(event: QKeyEvent) -> Literal["start", "end", ""]:
    """Return to which end of a page a key leads: Home and End by themselves do; with Shift or Ctrl they belong to the text."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    if event.key() == Qt.Key.Key_Home:
        return "start"
    return "end" if event.key() == Qt.Key.Key_End else ""


def key_position(event: QKeyEvent) -> str:
    """Return what the American keyboard writes at a key's place; empty for keys that write nothing there, and where no place is known."""
    return PLACES.get(event.nativeScanCode() - OFFSET, "")


def meant(event: QKeyEvent, wanted: Collection[str]) -> str:
    """Return which of the wanted characters (small letters, digits, full stop, comma) a key means; empty for none of them.

    What it writes comes first, in digits of any script. The place decides where it writes nothing that is wanted: French digits are reached with
    Shift only, and the letters of other scripts are no B and no W. It does not where the keyboard has the letter elsewhere.
    """
    text = event.text().lower()
    if text.isdecimal() and len(text) == 1:
        text = str(int(text))
    if text in wanted:
        return text
    place = key_position(event)
    if place not in wanted or event.modifiers() & (_CONTROL | _OTHERS):
        return ""
    if place.isalpha():
        return "" if _is_latin(text) else place
    is_elsewhere = text.isascii() and text.isalnum()
    return "" if is_elsewhere or event.modifiers() & _SHIFT else place


def begins_words(event: QKeyEvent) -> str:
    """Return the letter or digit, of any script, that a key writes; empty for other keys, and with Ctrl, Alt or the system's own key."""
    text = event.text()
    return text if text[:1].isalnum() and not event.modifiers() & (_CONTROL | _OTHERS) else ""


def _is_latin(text: str) -> bool:
    return any(char.isalnum() and (char.isascii() or unicodedata.name(char, "").startswith("LATIN")) for char in text)


def by_place(event: QKeyEvent) -> QKeyCombination | None:
    """Return the keys with Ctrl that stand at the places of those that were pressed; None where the keyboard has the letter or digit itself.

    Qt looks for the letter in the other keyboards that the system knows; where only one is set up, and that is Russian, Ctrl+C could not be pressed.
    """
    place, modifiers, key = key_position(event), event.modifiers(), int(event.key())
    if not place.isalnum() or not modifiers & _CONTROL or modifiers & _OTHERS or key > sys.maxunicode:
        return None
    char = chr(key)
    if place.isdigit():
        is_elsewhere = modifiers & _SHIFT or (char.isascii() and char.isalnum())
        return None if is_elsewhere else QKeyCombination(_CONTROL, Qt.Key(ord(place)))
    if (char.isalpha() and not _is_latin(char)) or (char in BRACKETS and modifiers & _SHIFT):
        return QKeyCombination(modifiers & (_CONTROL | _SHIFT), Qt.Key(ord(place.upper())))
    return None


def do_by_place(event: QKeyEvent, actions: Iterable[QAction] = ()) -> bool:
    """Do what the keys at these places do: one of the actions, else what the text with the focus does by itself; return whether there were any."""
    keys = by_place(event)
    if keys is None:
        return False
    for action in actions:
        if action.isEnabled() and QKeySequence(keys) in action.shortcuts():
            action.trigger()
            return True
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QTextEdit):  # paste, cut, undo
        twin = QKeyEvent(QEvent.Type.KeyPress, keys.key(), keys.keyboardModifiers())
        return QApplication.sendEvent(focus, twin) and twin.isAccepted()
    return False
