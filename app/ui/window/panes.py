"""Go from one part of the window to the next by a key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.reading.filter_bar import FilterBar
from app.ui.reading.reading_pane import ReadingPane
from app.ui.search.find_bar import FindBar
from app.ui.search.search_field import SearchField
from app.ui.window.body import Body
from app.ui.window.navigator import Navigator


class Panes(QObject):
    """The parts that take the focus, in the order in which they follow each other."""

    def __init__(self, field: SearchField, navigator: Navigator, body: Body, reader: ReadingPane, filter_bar: FilterBar, find_bar: FindBar) -> None:
        super().__init__(body)
        self._field, self._navigator, self._body, self._reader = field, navigator, body, reader
        self._filter_bar, self._find_bar = filter_bar, find_bar

    def go_to_next(self) -> None:
        """Go on from search field to contents to text to find."""
        panes = self._panes()
        focus = QApplication.focusWidget()
        now = next((number for number, (pane, _) in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))), -1)
        panes[(now + 1) % len(panes)][1]()

    def _panes(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """Return the parts that are there now, each with what gives it the focus."""
        reader = self._reader
        panes: list[tuple[QWidget, Callable[[], None]]] = [(self._field, self._field.setFocus), (self._navigator, self._body.show_contents)]
        if reader.side.isVisible():
            panes.append((reader.side, self._focus_side))
        panes.append((reader.part(), self._focus_text))
        panes += [(bar, bar.field.setFocus) for bar in (self._filter_bar, self._find_bar) if bar.isVisible()]
        return panes

    def _focus_text(self) -> None:
        self._reader.focus_text(Qt.FocusReason.ShortcutFocusReason)

    def _focus_side(self) -> None:
        self._reader.side.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
