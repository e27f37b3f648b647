"""A page inside a larger part, which scrolls it: an answer, or what stands in the side column."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from app.ui.look.theme import COLUMN, Look
from app.ui.reading.page import Page


class EmbeddedPage(Page):
    """Is as high as its text, has no scroll bar, and no inset but the room for its ring."""

    def __init__(self, name: str, look: Look, direction: Qt.LayoutDirection, meanings: Mapping[str, str] | None = None) -> None:
        super().__init__(name, look, direction, meanings)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def _grow(self) -> None:
        self.setFixedHeight(max(1, round(self.document().size().height()) + 1))

    def _set_column(self) -> None:
        """Leave the text as wide as the part around it allows."""
        self.leave_room_for_ring()

    def sizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size of the text."""
        return QSize(self._look.text(COLUMN), self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - called by Qt
        """Leave scrolling to the part around the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Leave paging to the part around the page."""
        if Qt.Key(event.key()) in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            event.ignore()
        else:
            super().keyPressEvent(event)
