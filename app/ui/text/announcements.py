"""Messages that screen readers speak while the focus stays where it is."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

PAUSE = 700
"""Milliseconds without another letter after which somebody is taken to have stopped typing."""


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader speak a message without moving the focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


class DelayedAnnouncement(QObject):
    """Announces what typing has led to once the typing stops, and only when that differs from what was announced before."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._message = self._announced = ""
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self._announce)

    def announce_later(self, message: str) -> None:
        """Announce a message when no other has come for a while."""
        self._message = message
        self._timer.start()

    def cancel(self) -> None:
        """Do not announce what is waiting: something else is announced now."""
        self._timer.stop()

    def reset(self) -> None:
        """Do not announce what is waiting, and take what comes next for new: the reader has gone elsewhere."""
        self._timer.stop()
        self._announced = ""

    def _announce(self) -> None:
        if self._message != self._announced:
            self._announced = self._message
            announce(self._widget, self._message)
