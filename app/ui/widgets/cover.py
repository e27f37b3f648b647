"""A widget that lies over its whole parent and dims it, and the focus when something is covered or uncovered."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from app.ui.look.theme import Look

DIM = 62
"""Per cent of black over what is behind."""


@runtime_checkable
class Dressed(Protocol):
    """What lies over a window and has colours and sizes of its own."""

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""


class Cover(QWidget):
    """Stays as large as its parent; what lies on it is placed again each time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        parent.installEventFilter(self)

    def place(self) -> None:
        """Take the parent's size; called whenever that changes."""
        self.setGeometry(self._covered.rect())

    def let_go(self) -> None:
        """Follow the parent's size no longer: it is uncovered."""
        self._covered.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Stay as large as the parent."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Dim what is behind."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, round(255 * DIM / 100)))
        painter.end()


def dress(window: QWidget, look: Look) -> None:
    """Paint all that lies over a window in another theme or size: covers and dialogs of ours; Qt's own dialogs do it by themselves."""
    for over in (*window.findChildren(Cover), *window.findChildren(QDialog)):
        if isinstance(over, Dressed):
            over.apply_look(look)


def turn_to(stack: QStackedWidget, part: QWidget, focus: QWidget) -> None:
    """Show a part of a stack with the focus on something in it.

    The part is shown first: when what has the focus is hidden, Qt gives the focus to whatever comes next, and a screen reader tells of that.
    """
    part.show()
    focus.setFocus(Qt.FocusReason.OtherFocusReason)
    stack.setCurrentWidget(part)
