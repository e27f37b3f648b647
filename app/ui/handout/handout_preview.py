"""The first pages of a hand-out as they will be printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.core.base.labels import Labels
from app.ui.handout.paper import HandoutPages
from app.ui.look.theme import Look

SHOWN = 3
"""Pages that are drawn; the rest are counted."""

LEAST, WIDEST, GAP = 200, 460, 16


class Preview(QScrollArea):
    """Pages below each other, as wide as there is room."""

    def __init__(self, look: Look, labels: Labels) -> None:
        super().__init__()
        self._labels = labels
        self._look = look
        self._sheets: HandoutPages | None = None
        self._width = 0
        self._pages = [QLabel() for _ in range(SHOWN)]
        self.caption = QLabel()
        self.caption.setObjectName("quiet")
        self.caption.setFont(look.control_font(13))
        inside = QWidget()
        inside.setObjectName("desk")
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for page in self._pages:
            page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the page follows the width, never the other way round
            column.addWidget(page)
        column.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width would change with what is shown
        self.setMinimumWidth(LEAST + 2 * GAP)

    def show_sheets(self, sheets: HandoutPages) -> None:
        """Show the first pages of a hand-out."""
        self._sheets = sheets
        labels = self._labels
        said = labels.pages(sheets.count) if sheets.count <= SHOWN else labels.first_pages(sheets.count, shown=SHOWN)
        self.caption.setText(said)
        self.setAccessibleName(self.tr("Preview: {pages}").format(pages=said))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Draw the pages as wide as there is room now."""
        super().resizeEvent(event)
        if self._page_width() != self._width:
            self._draw()

    def _page_width(self) -> int:
        return max(LEAST, min(self._look.control(WIDEST), self.viewport().width() - 2 * GAP))

    def _draw(self) -> None:
        if self._sheets is None:
            return
        self._width = self._page_width()
        for number, label in enumerate(self._pages):
            label.setVisible(number < self._sheets.count)
            if number < self._sheets.count:
                label.setPixmap(picture(self._sheets, number, self._width, self.devicePixelRatioF()))
                label.setFixedHeight(label.sizeHint().height())


def picture(sheets: HandoutPages, number: int, width: int, ratio: float = 1.0) -> QPixmap:
    """Return a page (from 0) as a picture so many pixels wide."""
    scale = width * ratio / sheets.size.width()
    made = QPixmap(round(width * ratio), round(sheets.size.height() * scale))
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    sheets.draw(painter, number)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
