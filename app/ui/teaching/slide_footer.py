"""The line at the foot of every slide: where in the lesson, which edition, which keys, and how far the lesson has come."""

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from app.core.base.order import in_order
from app.core.teaching.slides import FOOTER, HEIGHT, Slide
from app.ui.look.theme import Look

LEAST, EDGE, GAP, LEADING, PAD = 88, 48, 40, 34, 22
DASH, DASH_GAP, DASH_HEIGHT, MOST_DASHES = 14, 4, 8, 12
PROGRESS = 6

Hint = tuple[str, str]
"""A key and what it does. Of several, the first is the first to go where room is short."""


class SlideFooter:
    """Sets and paints the footer for a screen of a size; `samples` are the longest labels it will have to show.

    Where its words need more than one line, one hint is all that stands beside them: the one that is `always` shown.
    """

    def __init__(self, look: Look, size: QSizeF, words: str, samples: tuple[str, ...], always: Hint, direction: Qt.LayoutDirection) -> None:
        self._look = Look(look.theme)
        self._size = size
        self._unit = unit = size.height() / HEIGHT
        self._direction = direction
        self.font: QFont = self._look.font(math.ceil(FOOTER * unit))
        self._metrics = QFontMetricsF(self.font)
        self._words = self._in_order(words)
        self._room = size.width() - 2 * EDGE * unit
        beside = max(map(self._width, samples)) + 2 * GAP * unit + self._hints_width((always,))
        self._column = max(self._room - beside, self._room / 3)
        self._layout = self._set(self._column)
        self._always = always
        self.height = max(LEAST * unit, self._layout.lineCount() * LEADING * unit + 2 * PAD * unit)

    def _in_order(self, words: str) -> str:
        return in_order(words, mirrored=self._direction == Qt.LayoutDirection.RightToLeft)

    def _width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def _set(self, width: float) -> QTextLayout:
        layout = QTextLayout(self._words, self.font)
        option = QTextOption()
        option.setTextDirection(self._direction)
        is_mirrored = self._direction == Qt.LayoutDirection.RightToLeft
        option.setAlignment(Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        leading = max(LEADING * self._unit, self._metrics.height())
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * leading + (leading - line.height()) / 2))
            number += 1
        layout.endLayout()
        return layout

    def chosen(self, label: str, slide: Slide, hints: tuple[Hint, ...]) -> tuple[bool, tuple[Hint, ...]]:
        """Return whether the dashes fit beside the words, and the hints that do."""
        if self._layout.lineCount() > 1:
            return False, (self._always,)
        unit = self._unit
        words = self._width(self._words)
        left = self._width(label) + 2 * GAP * unit
        dashes = self._dashes_width(slide)
        ways = [hints[number:] for number in range(len(hints) - 1)]  # how to leave and where all keys stand give way last, after the dashes
        choices = [*((True, shown) for shown in ways), (False, ways[-1]), (True, hints[-1:]), (False, hints[-1:]), (True, ()), (False, ())]
        for with_dashes, shown in choices:
            if left + words + (dashes if with_dashes else 0) + self._hints_width(shown) <= self._room:
                return with_dashes, shown
        return False, ()

    def _dashes_width(self, slide: Slide) -> float:
        return (min(slide.part.count, MOST_DASHES) * (DASH + DASH_GAP) + GAP / 2) * self._unit

    def _hints_width(self, hints: tuple[Hint, ...]) -> float:
        return sum(self._width(key) + self._width(words) + (20 + 12 + 24) * self._unit for key, words in hints)

    def paint(self, painter: QPainter, label: str, slide: Slide, share: float, hints: tuple[Hint, ...]) -> None:
        """Paint the footer; `share` is how much of the lesson has been shown (0 to 1)."""
        look, unit, size = self._look, self._unit, self._size
        is_mirrored = self._direction == Qt.LayoutDirection.RightToLeft
        top = size.height() - self.height
        painter.fillRect(QRectF(0, top, size.width(), max(1.0, unit)), look.colour("line"))
        done = size.width() * share
        painter.fillRect(QRectF(size.width() - done if is_mirrored else 0, top, done, PROGRESS * unit), look.colour("accent"))
        label = self._in_order(label)
        with_dashes, shown = self.chosen(label, slide, hints)
        painter.setFont(self.font)
        x = EDGE * unit
        x = self._paint_text(painter, x, label, "ink", is_mirrored=is_mirrored)
        if with_dashes:
            self._paint_dashes(painter, x + GAP / 2 * unit, slide, is_mirrored=is_mirrored)
            x += self._dashes_width(slide)
        hints_width = self._hints_width(shown)
        self._paint_words(painter, x, size.width() - EDGE * unit - hints_width, is_mirrored=is_mirrored)
        x = size.width() - EDGE * unit - hints_width + 24 * unit
        for key, words in shown:
            x = self._paint_key(painter, x, key, is_mirrored=is_mirrored) + 12 * unit
            x = self._paint_text(painter, x, words, "faint", is_mirrored=is_mirrored) + 24 * unit

    def _place(self, x: float, width: float, *, is_mirrored: bool) -> QRectF:
        left = self._size.width() - x - width if is_mirrored else x
        return QRectF(left, self._size.height() - self.height, width, self.height)

    def _paint_text(self, painter: QPainter, x: float, text: str, role: str, *, is_mirrored: bool) -> float:
        width = self._width(text) + 1
        painter.setPen(self._look.colour(role))
        painter.drawText(self._place(x, width, is_mirrored=is_mirrored), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
        return x + width

    def _paint_key(self, painter: QPainter, x: float, key: str, *, is_mirrored: bool) -> float:
        unit = self._unit
        width = self._width(key) + 20 * unit
        box = self._place(x, width, is_mirrored=is_mirrored)
        cap = QRectF(box.left(), box.center().y() - 19 * unit, width, 38 * unit)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(cap, 6 * unit, 6 * unit)
        painter.setPen(self._look.colour("faint"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, key)
        return x + width

    def _paint_dashes(self, painter: QPainter, x: float, slide: Slide, *, is_mirrored: bool) -> None:
        """Paint a dash for each of the slide's like; more than twelve are painted as twelve, filled by their share."""
        part, unit = slide.part, self._unit
        count = min(part.count, MOST_DASHES)
        filled = math.ceil(part.number * count / max(1, part.count))
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(count):
            box = self._place(x + number * (DASH + DASH_GAP) * unit, DASH * unit, is_mirrored=is_mirrored)
            painter.setBrush(self._look.colour("accent" if number < filled else "line"))
            painter.drawRoundedRect(
                QRectF(box.left(), box.center().y() - DASH_HEIGHT / 2 * unit, box.width(), DASH_HEIGHT * unit), 2 * unit, 2 * unit
            )

    def _paint_words(self, painter: QPainter, start: float, end: float, *, is_mirrored: bool) -> None:
        """Paint the line about the edition in the middle of the room that is left, or in lines where it is too long for one."""
        painter.setPen(self._look.colour("faint"))
        width = self._width(self._words)
        if self._layout.lineCount() == 1 and width <= end - start:
            at = max(start + GAP * self._unit, (start + end - width) / 2)
            self._paint_text(painter, min(at, end - width), self._words, "faint", is_mirrored=is_mirrored)
            return
        box = self._place(end - self._column, self._column, is_mirrored=is_mirrored)
        height = self._layout.lineCount() * max(LEADING * self._unit, self._metrics.height())
        self._layout.draw(painter, QPointF(box.left(), box.center().y() - height / 2))
