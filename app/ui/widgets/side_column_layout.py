"""The layout of a text and its side column, inside the scroll bar that they share."""

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea

from app.ui.look.theme import COLUMN, RING_ROOM, WIDE_INSET, Look

WIDTH = 312
"""Pixels of the column at 100 %."""

FASTEST = 3
"""How many times as fast as the text the column scrolls at most."""


class Column(QScrollArea):
    """A side column whose content is as wide with its scroll bar as without: else its height, and the need for the bar, could go back and forth."""

    def show_bar(self, *, shown: bool) -> None:
        """Show the scroll bar, or keep its room empty."""
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.keep_empty(0 if shown else self.bar_width())  # first: with both at once the content keeps its width, and is not set again
            self.setVerticalScrollBarPolicy(policy)

    def bar_width(self) -> int:
        """Return the width of the scroll bar."""
        return self.verticalScrollBar().sizeHint().width()

    def keep_empty(self, pixels: int) -> None:
        """Leave so many pixels empty where the scroll bar would be."""


def widths_beside(column: Column, look: Look, room: int) -> tuple[int, int]:
    """Return how wide the text is that a column stands beside, and how wide the column is, in pixels of so many in all.

    The column has its scroll bar and the room for rings; the one before it lies over the end of the text.
    """
    inset, width = look.text(WIDE_INSET), look.text(WIDTH)
    return max(1, min(look.text(COLUMN) + 2 * inset, room - width - inset)), width + column.bar_width() + 2 * RING_ROOM


class SideColumnLayout(QObject):
    """Lays a side column beside the viewport of a scroll area; the text keeps its reading column, the other stands right after it.

    Both scroll together, so that one scroll bar serves them; the column shows its own only where the text is far too short for that.
    """

    def __init__(self, area: QAbstractScrollArea, direction: Qt.LayoutDirection) -> None:
        super().__init__(area)
        self._area = area
        self._direction = direction
        self._widget: Column | None = None
        self._look: Look | None = None
        self._follows = self._has_followed = False
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self.follow)
        bar.rangeChanged.connect(self.follow)

    def hold(self, widget: Column, look: Look) -> None:
        """Take a widget in, or lay it again in another size."""
        if widget is not self._widget:
            self.let_go()
            widget.verticalScrollBar().rangeChanged.connect(self.follow)
        self._widget, self._look = widget, look
        if widget.parentWidget() is not self._area:
            widget.setParent(self._area)
        self._follows = True  # until both have their places: before, it would have them laid out again and again
        self.place()
        widget.show()
        self._follows = False
        self.follow()

    def let_go(self) -> None:
        """Give the whole width back to the text; the widget is hidden where it was."""
        if self._widget is not None:
            self._widget.verticalScrollBar().rangeChanged.disconnect(self.follow)
            if self._widget.parentWidget() is self._area:
                self._widget.hide()
        self._widget = None
        self._area.setViewportMargins(0, 0, 0, 0)

    def place(self) -> None:
        """Fit viewport and widget to the area's size."""
        widget, look, area = self._widget, self._look, self._area
        if widget is None or look is None:
            return
        room = area.width() - area.verticalScrollBar().sizeHint().width()
        reading, whole = widths_beside(widget, look, room)
        mirrored = self._direction == Qt.LayoutDirection.RightToLeft
        widget.setGeometry(QRect(room - reading - whole + RING_ROOM if mirrored else reading - RING_ROOM, 0, whole, area.height()))
        area.setViewportMargins(room - reading if mirrored else 0, 0, 0 if mirrored else room - reading, 0)
        self.follow()

    def follow(self) -> None:
        """Scroll the column with the text: as far, or faster where the column is the longer one, so that both reach their end."""
        if self._widget is None or self._follows:
            return
        self._follows = True  # what is set here changes ranges, which asks for this again
        bar, own = self._area.verticalScrollBar(), self._widget.verticalScrollBar()
        serves = bar.maximum() * FASTEST >= own.maximum()
        self._widget.show_bar(shown=not serves)
        if serves and bar.maximum():
            own.setValue(round(bar.value() * max(1, own.maximum() / bar.maximum())))
            self._has_followed = True
        elif not serves and self._has_followed:  # it was led there by a text that is gone, or had not its height yet: begin at the top
            own.setValue(0)
            self._has_followed = False
        self._follows = False
