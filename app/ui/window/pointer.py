"""What the wheel with Ctrl and the outer buttons of a mouse do, wherever the pointer is in the window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

NOTCH = 120
"""What Qt reports for one notch of a mouse wheel."""


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
        for part in (window, *(area.viewport() for area in window.findChildren(QAbstractScrollArea))):
            part.installEventFilter(self)

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
