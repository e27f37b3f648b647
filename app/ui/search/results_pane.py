"""The results with the danger box beside them, at the place where it stands beside a page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.pages.document import Document
from app.ui.look.theme import RING_ROOM, Look
from app.ui.reading.side_column import SideColumn
from app.ui.search.results import ResultList
from app.ui.widgets.side_column_layout import widths_beside


class ResultsPane(QWidget):
    """Says `link_chosen(place)` for a link in the box, which is made when results are first shown where there is room for both."""

    link_chosen = Signal(str)

    def __init__(self, document: Document, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document, self._look = document, look
        self._side: SideColumn | None = None
        self._has_room = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def hold(self, results: ResultList) -> None:
        """Take in the results, of which this is the parent."""
        self._row.addWidget(results)

    @property
    def side(self) -> SideColumn | None:
        """The column with the box, where there is one."""
        return self._side if self._side is not None and not self._side.isHidden() else None

    def show_side_column(self, *, shown: bool) -> None:
        """Put the box beside the results, or leave all of the width to them."""
        self._has_room = shown
        self._arrange()

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        if self._side is not None:
            self._side.apply_look(look)
        self._arrange()

    def _arrange(self) -> None:
        is_shown = self._has_room and self.isVisible() and self._document.article.urgent_care is not None
        if is_shown and self._side is None:
            self._side = self._make_side()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        taken = 0
        if self._side is not None:
            self._side.setVisible(is_shown)
        if is_shown and self._side is not None:
            reading, whole = widths_beside(self._side, self._look, self.width())
            reading -= RING_ROOM
            self._side.setGeometry(self.width() - reading - whole if mirrored else reading, 0, whole, self.height())
            taken = self.width() - reading
        self._row.setContentsMargins(taken if mirrored else 0, 0, 0 if mirrored else taken, 0)

    def _make_side(self) -> SideColumn:
        article = self._document.article
        direction = Qt.LayoutDirection.RightToLeft if article.direction == "rtl" else Qt.LayoutDirection.LeftToRight
        side = SideColumn(self._look, direction, {term.id: term.meaning for term in article.glossary}, self)
        side.link_chosen.connect(self.link_chosen)
        side.verticalScrollBar().rangeChanged.connect(self._show_bar)
        side.show_blocks(self._document.urgent_box(2))
        return side

    def _show_bar(self, _least: int, most: int) -> None:
        if self._side is not None:
            self._side.show_bar(shown=most > 0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - called by Qt
        """Show the box with the results."""
        super().showEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - called by Qt
        """Begin at the top of the box the next time."""
        super().hideEvent(event)
        if self._side is not None:
            self._side.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit results and box to the width."""
        super().resizeEvent(event)
        self._arrange()
