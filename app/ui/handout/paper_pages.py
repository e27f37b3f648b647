"""Pages of paper, whatever stands on them; printer, PDF and preview all draw these."""

from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize, QPainter

from app.core.formats.pdf import Bookmark
from app.core.handout.handout import Paper
from app.core.handout.paging import Pages
from app.core.pages.blocks import Run
from app.ui.handout.paper_pieces import MILLIMETRE, POINT, PaperColumn, PaperPiece, Style, Text, draw_line
from app.ui.look.theme import lacking

MARGIN, FOOT = 17 * MILLIMETRE, 11 * MILLIMETRE
RAISED = 10 * POINT
"""How far the title's line reaches into the margin, so that its letters begin where the margin ends."""

SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


class Sheet(Protocol):
    """What is set on pages: a hand-out, a review sheet."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def language(self) -> str:
        """A BCP 47 tag."""

    @property
    def direction(self) -> str:
        """The side where its lines begin: ltr or rtl."""

    @property
    def footer(self) -> tuple[str, ...]:
        """The lines at the foot of every page."""

    @property
    def page_of(self) -> str:
        """The page's number, with {page} and {count}."""

    @property
    def paper(self) -> Paper:
        """The size of its pages."""


class Paged:
    """The pages of one sheet, with their footers; what stands above it is each kind's own, which sets `pages`, `outline` and `_start`."""

    pages: Pages
    outline: tuple[Bookmark, ...]

    _start: float
    """How much room the header takes, on the first page or, when it `_repeats`, on all."""
    _repeats = False

    def __init__(self, sheet: Sheet, footer: Style) -> None:
        self.sheet = sheet
        self.page_size = QPageSize(SIZES[sheet.paper])
        points = self.page_size.size(QPageSize.Unit.Point)
        self.size = QSizeF(points.width() * POINT, points.height() * POINT)
        self._frame = PaperColumn(self.size.width() - 2 * MARGIN, sheet.direction == "rtl")
        width = self._frame.width * 0.84
        self._footer = tuple(Text(self._frame, (Run(line),), footer, 0, width) for line in sheet.footer)
        self._number = replace(footer, role="ink", weight=600)
        self._foot = self.size.height() - FOOT - sum(text.height for text in self._footer)
        self._room = self._foot - 18 * POINT - MARGIN

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.pages)

    def lacking(self) -> tuple[str, ...]:
        """Return the characters that no installed font can show: boxes stand in their place."""
        return lacking(self._frame.characters)

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw a page (from 0) into a painter whose unit is a twentieth of a point."""
        painter.save()
        painter.translate(MARGIN, 0)
        if number == 0 or self._repeats:
            self._draw_header(painter)
        for placed in self.pages[number]:
            piece: PaperPiece = placed.piece  # type: ignore[assignment] # the pages hold what was put on them
            piece.draw(painter, self._top(number) + placed.top)
        self._draw_footer(painter, number)
        painter.restore()

    def _top(self, number: int) -> float:
        """Return where the room of a page begins."""
        return MARGIN + (self._start if number == 0 or self._repeats else 0)

    def _draw_header(self, painter: QPainter) -> None:
        """Draw what stands above the room of the first page, or of all."""
        raise NotImplementedError

    def _draw_footer(self, painter: QPainter, number: int) -> None:
        draw_line(painter, self._frame, self._foot - 8 * POINT, "line", 0.75)
        y = self._foot
        for text in self._footer:
            text.draw(painter, y)
            y += text.height
        line = self.sheet.page_of.format(page=number + 1, count=self.count)
        ending(self._frame, line, self._number, self._frame.width).draw(painter, self._foot)


def ending(frame: PaperColumn, words: str, style: Style, end: float) -> Text:
    """Return words that end at a distance from the side where lines begin."""
    shown = Text(frame, (Run(words),), style, 0, frame.width)
    return Text(frame, (Run(words),), style, end - shown.end - 1, shown.end + 1)
