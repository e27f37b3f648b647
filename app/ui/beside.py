"""Room for a column beside the text, inside the scroll bar that they share."""

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea

from app.ui.theme import COLUMN, WIDE_INSET, Look

WIDTH = 312
"""Pixels of the column at 100 %."""

FASTEST = 3
"""How many times as fast as the text the column scrolls at most."""


class Beside(QObject):
    """Lays a column beside the viewport of a scroll area; the text keeps its reading column, the other stands right after it.

    Both scroll together, so that one scroll bar serves them; the column shows its own only where the text is far too short for that.
    """

    def __init__(self, area: QAbstractScrollArea, direction: Qt.LayoutDirection) -> None:
        super().__init__(area)
        self._area = area
        self._direction = direction
        self._widget: QScrollArea | None = None
        self._look: Look | None = None
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self.follow)
        bar.rangeChanged.connect(self.follow)

    def hold(self, widget: QScrollArea, look: Look) -> None:
        """Take a widget in, or lay it anew in another size."""
        if widget is not self._widget:
            self.let_go()
            widget.verticalScrollBar().rangeChanged.connect(self.follow)
        self._widget, self._look = widget, look
        if widget.parentWidget() is not self._area:
            widget.setParent(self._area)
        widget.show()
        self.place()
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
        bar = area.verticalScrollBar()
        room = area.width() - bar.sizeHint().width()
        inset, width = look.text(WIDE_INSET), look.text(WIDTH)
        reading = max(1, min(look.text(COLUMN) + 2 * inset, room - width - inset))
        mirrored = self._direction == Qt.LayoutDirection.RightToLeft
        area.setViewportMargins(room - reading if mirrored else 0, 0, 0 if mirrored else room - reading, 0)
        widget.setGeometry(QRect(room - reading - width if mirrored else reading, 0, width, area.height()))
        self.follow()

    def follow(self) -> None:
        """Scroll the column with the text: as far, or faster where the column is the longer one, so that both reach their end."""
        if self._widget is None:
            return
        bar, own = self._area.verticalScrollBar(), self._widget.verticalScrollBar()
        serves = bar.maximum() * FASTEST >= own.maximum()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if serves else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self._widget.verticalScrollBarPolicy() != policy:
            self._widget.setVerticalScrollBarPolicy(policy)
        if serves and bar.maximum():
            own.setValue(round(bar.value() * max(1, own.maximum() / bar.maximum())))
