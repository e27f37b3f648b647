"""The side column, beside the text: when to call for help, and the page's figures."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.core.pages.blocks import Blocks
from app.ui.look.theme import RING_ROOM, Look
from app.ui.reading.embedded_page import EmbeddedPage
from app.ui.reading.page import TOP_INSET
from app.ui.widgets.side_column_layout import Column


class SideColumn(Column):
    """Shows blocks in a narrow column; scrolls by itself only when it is higher than the window. Passes on the signals of its page."""

    link_chosen = Signal(str)
    figure_chosen = Signal(str)

    def __init__(self, look: Look, direction: Qt.LayoutDirection, meanings: Mapping[str, str], parent: QWidget) -> None:
        """`parent` is the widget that it goes with: one of its own could be collected while Qt walks over all widgets."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = EmbeddedPage(self.tr("Beside the text"), look, direction, meanings)
        self.page.link_chosen.connect(self.link_chosen)
        self.page.figure_chosen.connect(self.figure_chosen)
        body = QWidget()
        body.setObjectName("background")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, look.text(TOP_INSET) - RING_ROOM, 0, 0)
        self._column.addWidget(self.page)
        self._column.addStretch(1)
        self.setWidget(body)
        self.show_bar(shown=False)
        self.hide()

    def show_blocks(self, blocks: Blocks) -> None:
        """Show other blocks, from the top."""
        self.page.show_blocks(blocks)
        for part in (self.widget(), self.viewport(), self):  # at once, so that who lays the column beside a text knows how far it can scroll
            QCoreApplication.sendPostedEvents(part, QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(0)

    def apply_look(self, look: Look, *, is_shown: bool = True) -> None:
        """Paint in another theme or size; a column that is not shown only takes the look, since it is filled before it is shown again."""
        margins = self._column.contentsMargins()
        self._column.setContentsMargins(margins.left(), look.text(TOP_INSET) - RING_ROOM, margins.right(), 0)
        self.page.apply_look(look, is_shown=is_shown)

    def keep_empty(self, pixels: int) -> None:
        """Leave so many pixels empty where the scroll bar would be: at the end of the line."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._column.setContentsMargins(pixels if mirrored else 0, self._column.contentsMargins().top(), 0 if mirrored else pixels, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - called by Qt
        """Scroll the text when there is nothing to scroll here."""
        if self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()
