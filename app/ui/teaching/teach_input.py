"""What the keys, a clicker, the wheel and clicks do in teach mode."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.core.teaching.slideshow import Blank, Slideshow
from app.ui.widgets.keys import meant

NOTCH = 120
"""What Qt reports for one notch of a mouse wheel."""

Key = Qt.Key
NEXT = frozenset({Key.Key_Right, Key.Key_Space, Key.Key_PageDown, Key.Key_Down})
BACK = frozenset({Key.Key_Left, Key.Key_PageUp, Key.Key_Up, Key.Key_Backspace})
ENTER = frozenset({Key.Key_Return, Key.Key_Enter})
LEAVE = frozenset({Key.Key_Escape, Key.Key_F5})
"""F5: what some clickers send to begin, they send again to end."""

BLANKS: dict[str, Blank] = {"b": "black", ".": "black", "w": "white", ",": "white"}
"""Keys that leave nothing on the screen; clickers send the full stop."""

SIGNS = frozenset({*BLANKS, *"0123456789"})


class Presentation(Protocol):
    """What can be done with slides that are shown."""

    slideshow: Slideshow

    def go_on(self) -> None:
        """Show what comes next."""

    def go_back(self) -> None:
        """Show what was there before."""

    def go_to(self, number: int) -> None:
        """Show a slide by its number, counted from 1."""

    def go_to_end(self) -> None:
        """Show all of the last slide."""

    def ask_for(self, slideshow: Slideshow) -> None:
        """Show which slide is asked for now."""

    def set_blank(self, blank: Blank | None) -> None:
        """Show nothing but black or white, or the slide again."""

    def show_keys(self, *, shown: bool) -> None:
        """Show the list of keys, or take it away."""

    def leave(self) -> None:
        """End the presentation."""


class TeachInput:
    """Leads a presentation, which owns it."""

    def __init__(self, presentation: Presentation) -> None:
        self._presentation = presentation
        self._turned = 0

    def press(self, event: QKeyEvent) -> None:
        """Do what the key asks for; the first key after a blank screen or the list of keys only brings the slide back."""
        key, text = Key(event.key()), meant(event, SIGNS)
        if not (self._uncover(BLANKS.get(text)) or self._take_number(key, text) or self._take_move(key)):
            self._take_other(key, text)

    def _uncover(self, wanted: Blank | None = None) -> bool:
        """Bring the slide back, or blank the screen in the other colour when that is wanted; return whether anything lay over the slide."""
        show = self._presentation.slideshow
        if show.lists_keys:
            self._presentation.show_keys(shown=False)
        elif show.blank is not None:
            self._presentation.set_blank(None if wanted == show.blank else wanted)
        return show.is_covered

    def _take_number(self, key: Qt.Key, text: str) -> bool:
        """Take a key that belongs to a slide's number."""
        show = self._presentation.slideshow
        if text.isdigit():
            self._presentation.ask_for(show.with_digit(text))
        elif show.typed and key == Key.Key_Escape:
            self._presentation.ask_for(show.without_digits())
        elif show.typed and key == Key.Key_Backspace:
            self._presentation.ask_for(show.without_last_digit())
        elif show.typed and key in ENTER:
            self._presentation.go_to(int(show.typed))
        else:
            return False
        return True

    def _take_move(self, key: Qt.Key) -> bool:
        """Take a key that leads to another slide."""
        if key in NEXT or key in ENTER:
            self._presentation.go_on()
        elif key in BACK:
            self._presentation.go_back()
        elif key == Key.Key_Home:
            self._presentation.go_to(1)
        elif key == Key.Key_End:
            self._presentation.go_to_end()
        else:
            return False
        return True

    def _take_other(self, key: Qt.Key, text: str) -> None:
        if key in LEAVE:
            self._presentation.leave()
        elif key == Key.Key_F1:
            self._presentation.show_keys(shown=True)
        elif text in BLANKS:
            self._presentation.set_blank(BLANKS[text])

    def click(self, button: Qt.MouseButton) -> None:
        """Go on with the left button, back with the right one; a click on a blank screen or the list of keys brings the slide back."""
        if self._uncover():
            return
        if button == Qt.MouseButton.LeftButton:
            self._presentation.go_on()
        elif button == Qt.MouseButton.RightButton:
            self._presentation.go_back()

    def turn(self, by: int) -> None:
        """Go on or back by one for each notch of the wheel; a touch pad's small turns are added up."""
        if self._turned * by < 0:
            self._turned = 0
        self._turned += by
        while abs(self._turned) >= NOTCH and not self._presentation.slideshow.is_covered:
            if self._turned < 0:
                self._presentation.go_on()
                self._turned += NOTCH
            else:
                self._presentation.go_back()
                self._turned -= NOTCH
