"""A part that scrolls and keeps what has the focus in sight."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from app.ui.look.theme import RING_ROOM

ROOM_ABOVE = 48
"""Pixels above what has the focus, for the label that says what it is."""


class FollowingScroll(QScrollArea):
    """Scrolls to what has the focus in it, however the focus came there: Qt does so for Tab only, and a letter with Alt led out of sight.

    It does so again where its room or its page becomes another, such as by a message below it. Says `resized()`.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._show_focus)
        self.verticalScrollBar().rangeChanged.connect(self.follow)
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._see_focus)

    def _see_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.follow()

    def follow(self) -> None:
        """Scroll to what has the focus, once all has its place; not while a button of the mouse is down: what is pressed must not move away."""
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._later.start()

    def _show_focus(self) -> None:
        """Scroll until what has the focus is in sight, of a list its line, with the line above it where there is room for both."""
        focus, page = self.window().focusWidget(), self.widget()
        if focus is None or page is None or not page.isAncestorOf(focus):
            return
        box = QRect(focus.mapTo(page, focus.rect().topLeft()), focus.size())
        if isinstance(focus, QAbstractItemView) and focus.currentIndex().isValid():
            row = focus.visualRect(focus.currentIndex())
            box = QRect(focus.viewport().mapTo(page, row.topLeft()), row.size())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        above = min(ROOM_ABOVE, max(0, height - box.height()) // 2)
        bar.setValue(min(max(bar.value(), box.bottom() + RING_ROOM - height), box.top() - above))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Say so."""
        super().resizeEvent(event)
        self.resized.emit()
