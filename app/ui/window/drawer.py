"""The contents over the page, for windows that are too narrow to show them beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.ui.widgets.cover import Cover


class Drawer(Cover):
    """Holds a widget at the start of its parent and dims the rest. Says `closed()`."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._held: QWidget | None = None
        self.hide()

    def hold(self, widget: QWidget) -> None:
        """Take a widget in."""
        self._held = widget
        widget.setParent(self)
        widget.show()
        self.place()

    def open_drawer(self) -> None:
        """Show the widget over the page and give it the focus."""
        self.place()
        self.show()
        self.raise_()
        if self._held is not None:
            self._held.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        """Uncover the page."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def place(self) -> None:
        """Keep the widget at the start, as high as the page."""
        super().place()
        if self._held is not None and self._held.parentWidget() is self:
            width = min(self._held.minimumWidth(), self.width())
            left = self.width() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
            self._held.setGeometry(left, 0, width, self.height())

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001, N802 - called by Qt
        """Close when Tab leads out: what has the focus is never covered."""
        self.close_drawer()
        return True

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - called by Qt
        """Close when the page behind is clicked."""
        self.close_drawer()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)
