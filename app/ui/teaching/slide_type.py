"""Set slides: which text stands where, in which size, and how much room it needs."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from app.core.pages.blocks import Run
from app.core.teaching.slides import DETAILS, HEIGHT, NOTE, TITLE, Slide, SlideRow
from app.ui.look.theme import Look
from app.ui.text.readable import readable_pieces

TOP, BOTTOM, SIDE = 84, 28, 0.075
"""Empty space over the title and over the footer (1080ths of the height), and at either side (share of the width)."""

LEADING = {TITLE: 104, 52: 76, 44: 64, NOTE: 52, DETAILS: 40}
RULE_WIDTH, RULE_HEIGHT, RULE_BEFORE, RULE_AFTER = 128, 8, 28, 40
GAP, ITEM_GAP, PANEL_GAP, NOTE_GAP = 20, 12, 32, 14
PAD, PAD_SIDE, BAR = 24, 40, 12
ICON, ICON_GAP = 36, 16
BANNER_PAD = 24

KEPT = 4000
"""Rows whose setting is kept."""


class SetRow(NamedTuple):
    """A row with its text as it is set and where it stands; the text's lines stand in `layout` from its own top left corner."""

    row: SlideRow
    layout: QTextLayout
    rect: QRectF


class SetSlide(NamedTuple):
    """A slide with everything in its place; `bottom` is where its rows end."""

    boxes: tuple[SetRow, ...]
    bottom: float


class Setter:
    """Sets slides for a screen of a size (logical pixels), above a footer of a height."""

    def __init__(self, look: Look, size: QSizeF, footer: float, direction: Qt.LayoutDirection) -> None:
        self.look = Look(look.theme)  # sizes follow the screen's height alone
        self.size = size
        self.unit = size.height() / HEIGHT
        self.direction = direction
        self.side = size.width() * SIDE
        self.top = TOP * self.unit
        self.end = size.height() - footer - BOTTOM * self.unit
        self._kept: dict[object, tuple[QTextLayout, float]] = {}
        self._fonts: dict[tuple[float, int], QFont] = {}
        self._columns: dict[tuple[str, int], tuple[float, float]] = {}

    def measure(self, slide: Slide) -> float:
        """Return how much of the room a slide's rows need; be the `Measure` that slides are made with."""
        return (self.set(slide).bottom - self.top) / max(1.0, self.end - self.top)

    def font(self, size: float, weight: int = 400) -> QFont:
        """Return the font of a size in 1080ths of the height, never smaller."""
        if (size, weight) not in self._fonts:
            self._fonts[size, weight] = self.look.font(math.ceil(size * self.unit), weight)
        return self._fonts[size, weight]

    def size_of(self, row: SlideRow, slide: Slide) -> int:
        """Return the size of a row's letters, in 1080ths of the height."""
        return slide.size if row.kind in CHOSEN_SIZE else SIZES[row.kind]

    def set(self, slide: Slide) -> SetSlide:
        """Put each row of a slide in its place."""
        unit, boxes = self.unit, []
        y = self.top
        before: SlideRow | None = None
        for row in slide.rows:
            y += self._gap(before, row) * unit
            where = row.kind, slide.size
            if where not in self._columns:
                self._columns[where] = self._column(row, slide)
            left, width = self._columns[where]
            layout, height = self._text(row, self.size_of(row, slide), width)
            boxes.append(SetRow(row, layout, QRectF(left, y, width, height)))
            y += height
            if row.kind == "title":
                y += (RULE_BEFORE + RULE_HEIGHT + RULE_AFTER - GAP) * unit
            before = row
        if before is not None and in_panel(before):
            y += PAD * unit
        return SetSlide(tuple(boxes), y)

    def _gap(self, before: SlideRow | None, row: SlideRow) -> float:
        if before is None:
            return 0
        if row.kind == "label":
            return PANEL_GAP + PAD if before.kind != "title" else GAP + PAD
        if in_panel(row):
            return NOTE_GAP if row.kind == "note" and before.kind != "label" else 0
        if in_panel(before):
            return PAD + PANEL_GAP
        return ITEM_GAP if row.kind == before.kind == "item" else GAP

    def _column(self, row: SlideRow, slide: Slide) -> tuple[float, float]:
        """Return where a row's text begins, seen from the left, and how wide it may be."""
        start, end = self.side, self.side
        if in_panel(row):
            start += (BAR + PAD_SIDE) * self.unit
            end += PAD_SIDE * self.unit
        if row.kind == "label":
            start += (ICON + ICON_GAP) * self.unit
        if row.kind in BANNERS:
            start += BANNER_PAD * self.unit
            end += BANNER_PAD * self.unit
        if row.kind == "item":
            start += slide.size * 1.1 * self.unit
        left = end if self.direction == Qt.LayoutDirection.RightToLeft else start
        return left, self.size.width() - start - end

    def _text(self, row: SlideRow, size: int, width: float) -> tuple[QTextLayout, float]:
        key = row.kind, row.runs, row.aside, size, width
        if key not in self._kept:
            if len(self._kept) > KEPT:
                self._kept.clear()
            runs = (*row.runs, Run(self._aside(row, size, width))) if row.aside else row.runs
            weight = 600 if row.kind in {"title", *BANNERS} else 400
            self._kept[key] = self.text(runs, size, width, weight, asides=1 if row.aside else 0, links="note" if row.kind == "details" else "")
        return self._kept[key]

    def _aside(self, row: SlideRow, size: int, width: float) -> str:
        """Return what stands beside a label: at the far end of the line if there is room, else behind it."""
        needed = QFontMetricsF(self.font(size, 600)).horizontalAdvance(row.text) + QFontMetricsF(self.font(DETAILS)).horizontalAdvance(row.aside)
        return f"\t{row.aside}" if needed + size * self.unit < width else f"   {row.aside}"

    def text(
        self, runs: tuple[Run, ...], size: int, width: float, weight: int = 400, *, asides: int = 0, links: str = ""
    ) -> tuple[QTextLayout, float]:
        """Return words as set lines of a width, and their height; the last `asides` runs are smaller, links stand in a colour."""
        font = self.font(size, weight)
        pieces = readable_pieces((run.text for run in runs), mirrored=self.direction == Qt.LayoutDirection.RightToLeft)
        layout = QTextLayout("".join(pieces), font)
        option = QTextOption()
        option.setTextDirection(self.direction)
        is_mirrored = self.direction == Qt.LayoutDirection.RightToLeft
        option.setAlignment(Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft)  # a layout by itself turns nothing round
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        option.setTabs([QTextOption.Tab(width, QTextOption.TabType.RightTab)])
        layout.setTextOption(option)
        layout.setFormats(self._formats(runs, pieces, asides, links))
        leading = LEADING[size] * self.unit
        y = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height = max(leading, line.height())
            line.setPosition(QPointF(0, y + (height - line.height()) / 2))
            y += height
        layout.endLayout()
        return layout, y

    def _formats(self, runs: tuple[Run, ...], pieces: list[str], asides: int, links: str) -> list[QTextLayout.FormatRange]:
        made: list[QTextLayout.FormatRange] = []
        start = 0
        for number, (run, words) in enumerate(zip(runs, pieces, strict=True)):
            length = len(words.encode("utf-16-le")) // 2
            if run.strong or (run.target and links) or number >= len(runs) - asides:
                style = QTextCharFormat()
                if run.strong:
                    style.setFontWeight(QFont.Weight.DemiBold)
                if run.target and links:
                    style.setForeground(self.look.colour(links))
                if number >= len(runs) - asides:
                    style.setFont(self.font(DETAILS))
                part = QTextLayout.FormatRange()
                part.start, part.length, part.format = start, length, style
                made.append(part)
            start += length
        return made


SIZES = {"title": TITLE, "label": NOTE, "note": NOTE, "details": DETAILS, "source": DETAILS}
CHOSEN_SIZE = frozenset({"emergency", "call", "text", "item"})
"""The rows that are set in the slide's own size; the others have one of their kind."""

BANNERS = frozenset({"emergency", "call"})
"""The rows that head a group of danger signs."""


def in_panel(row: SlideRow) -> bool:
    """Return whether a row belongs to a panel of notes."""
    return row.kind in {"label", "note", "details"}
