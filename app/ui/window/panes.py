"""Ways through the window that belong to none of its parts: a key that leads from one to the next, the wheel with Ctrl, a mouse's outer buttons."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from app.ui.library.library_room import LibraryRoom
from app.ui.reading.filter_bar import FilterBar
from app.ui.reading.reading_pane import ReadingPane
from app.ui.search.find_bar import FindBar
from app.ui.search.search_field import SearchField
from app.ui.widgets.rows import meet_viewport
from app.ui.window.body import Body
from app.ui.window.navigator import Navigator

NOTCH = 120
"""What Qt reports for one notch of a mouse wheel."""


class Panes(QObject):
    """The parts that take the focus, in the order in which they follow each other."""

    def __init__(
        self,
        field: SearchField,
        navigator: Navigator,
        body: Body,
        reader: ReadingPane,
        filter_bar: FilterBar,
        find_bar: FindBar,
        library: LibraryRoom,
    ) -> None:
        super().__init__(body)
        self._library = library
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
        page = self._library.page
        if page is not None and page.isVisible():
            return [*panes, (page.line, page.line.field.setFocus), (page, page.focus_list)]
        if reader.side.isVisible():
            panes.append((reader.side, self._focus_side))
        panes.append((reader.part(), self._focus_text))
        panes += [(bar, bar.field.setFocus) for bar in (self._filter_bar, self._find_bar) if bar.isVisible()]
        return panes

    def _focus_text(self) -> None:
        self._reader.focus_text(Qt.FocusReason.ShortcutFocusReason)

    def _focus_side(self) -> None:
        self._reader.side.page.setFocus(Qt.FocusReason.ShortcutFocusReason)


class Pointer(QObject):
    """Looks at what a window and all that scrolls in it are sent, before they do: a list would choose a line, a text would change its size alone.

    Signals: `larger()` and `smaller()` for each notch with Ctrl, small turns of a touch pad added up; `back()` and `forward()` for a mouse's buttons.
    """

    larger = Signal()
    smaller = Signal()
    back = Signal()
    forward = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._turned = 0
        window.installEventFilter(self)
        self.watch(window)

    def watch(self, part: QWidget) -> None:
        """Look at all that scrolls in a part, too."""
        for area in part.findChildren(QAbstractScrollArea):
            meet_viewport(area)
            area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Take what is meant for the window."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn(event.angleDelta().y())
            return True
        if isinstance(event, QMouseEvent) and event.button() in {Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton}:
            if event.type() == QEvent.Type.MouseButtonPress:
                (self.back if event.button() == Qt.MouseButton.BackButton else self.forward).emit()
            return True
        return super().eventFilter(watched, event)

    def _turn(self, delta: int) -> None:
        self._turned = delta if self._turned * delta < 0 else self._turned + delta  # what was left of the other direction counts no more
        while abs(self._turned) >= NOTCH:
            up = self._turned > 0
            self._turned += -NOTCH if up else NOTCH
            (self.larger if up else self.smaller).emit()
