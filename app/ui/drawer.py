"""The contents over the page, for windows that are too narrow to show them beside it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

DIM = 62
"""Per cent of black over the page behind."""


class Drawer(QWidget):
    """Holds a widget at the start of its parent and dims the rest. Says `closed()`."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._held: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    def hold(self, widget: QWidget) -> None:
        """Take a widget in."""
        self._held = widget
        widget.setParent(self)
        widget.show()
        self._place()

    def open_drawer(self) -> None:
        """Show the widget over the page and give it the focus."""
        self._place()
        self.show()
        self.raise_()
        if self._held is not None:
            self._held.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        """Uncover the page."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _place(self) -> None:
        self.setGeometry(self._covered.rect())
        if self._held is not None and self._held.parentWidget() is self:
            width = min(self._held.minimumWidth(), self.width())
            left = self.width() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
            self._held.setGeometry(left, 0, width, self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Stay as large as the parent."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Dim the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, round(255 * DIM / 100)))
        painter.end()

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - called by Qt
        """Close when the page behind is clicked."""
        self.close_drawer()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)
