"""What a printed page is put together from: lines of text, boxes, columns, drawings, lines to write on.

Lengths are twentieths of a point; a piece's `x` is its distance from the side where lines begin.
"""

import copy
import re
from collections.abc import Sequence
from typing import Protocol, Self, TypeVar

from msgspec import Struct, field, structs
from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtSvg import QSvgRenderer

from app.core.pages.blocks import Block, Run
from app.ui.look.theme import Look
from app.ui.look.tokens import LIGHT
from app.ui.text.readable import readable_pieces

POINT = 20
MILLIMETRE = 72 / 25.4 * POINT
UNITS_PER_INCH = 72 * POINT

PRINT = Look(LIGHT)
"""Paper is white and its ink dark in every theme."""

MARK = 12 * POINT
"""How far before its text an item's mark stands."""

WORDS = re.compile(r"<(?:text|tspan)\b[^>]*>([^<]*)")
"""The words of a drawing."""

LEAST_LINES = 2
"""Lines of a parted paragraph that stay, or go, together at least."""

LEAST_SIGNS = 2
"""Signs of a parted group that stay, or go, together at least."""

MOST_EMPTY = 0.45
"""The share of a page that may stay empty so that a group of signs is not parted."""


class Style(Struct, frozen=True):
    """Size and line in points, weight, and the role of the colour; one that is `tight` has its line also where the font would take more."""

    size: float
    line: float
    weight: int = 400
    role: str = "ink"
    tight: bool = False


class PaperColumn(Struct, frozen=True):
    """The width that pieces stand in, the side where their lines begin, and all characters that are set in it."""

    width: float
    rtl: bool = False
    characters: set[str] = field(default_factory=set)

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a rectangle whose `x` counts from the side where lines begin."""
        return QRectF(self.width - x - width if self.rtl else x, y, width, height)


class PaperPiece(Protocol):
    """What `app.core.handout.paging` puts on pages, and how it is drawn; `block` is the part of the text that it shows."""

    before: float
    block: Block | None

    @property
    def height(self) -> float:
        """How much room it takes."""

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Part it so that the first part fits the room."""

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw it at a distance from the top."""


def font(size: float, weight: int) -> QFont:
    """Return the reading font for paper, in points."""
    made = PRINT.font(size * POINT, weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("liga"), 0)  # else "fi" is copied from the PDF as one letter that no search finds
    return made


class Text:
    """A paragraph, or some lines of one; `mark` is what stands before its first line."""

    def __init__(self, frame: PaperColumn, runs: Sequence[Run], style: Style, x: float, width: float, *, before: float = 0, mark: str = "") -> None:
        self.before = before * POINT
        self.block: Block | None = None
        self.style = style
        self._frame, self._x, self._width = frame, x, width
        self._layout = _layout(frame, runs, style)
        self._lines: list[tuple[QTextLine, float]] = []
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            self._lines.append((line, style.line * POINT if style.tight else max(style.line * POINT, line.height())))
            line = self._layout.createLine()
        self._layout.endLayout()
        self._mark = Text(frame, (Run(mark),), Style(style.size, style.line, style.weight, "faint"), x - MARK, MARK) if mark else None

    @property
    def height(self) -> float:
        """How much room its lines take."""
        return sum(height for _, height in self._lines)

    @property
    def end(self) -> float:
        """Where the last line ends, as a distance from the side where lines begin."""
        return self._x + self._lines[-1][0].naturalTextWidth()

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Part it between two lines."""
        fitting = height = 0.0
        for _, line in self._lines:
            height += line
            fitting += height <= room
        at = min(int(fitting), len(self._lines) - LEAST_LINES)
        if at < LEAST_LINES:
            return None
        return self._with(self._lines[:at], self._mark), self._with(self._lines[at:], None)

    def _with(self, lines: "list[tuple[QTextLine, float]]", mark: "Text | None") -> Self:
        made = copy.copy(self)
        made._lines, made._mark = lines, mark  # noqa: SLF001 - another one of its own kind
        return made

    def moved(self, by: float) -> Self:
        """Return the same lines further from the side where lines begin."""
        made = copy.copy(self)
        made._x = self._x + by  # noqa: SLF001 - another one of its own kind
        made._mark = self._mark.moved(by) if self._mark is not None else None  # noqa: SLF001
        return made

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw its lines."""
        if self._mark is not None:
            self._mark.draw(painter, y)
        painter.setPen(PRINT.colour(self.style.role))
        left = self._frame.rect(self._x, y, self._width, 0).left()
        for line, height in self._lines:
            line.draw(painter, QPointF(left, y + (height - line.height()) / 2))
            y += height


def _layout(frame: PaperColumn, runs: Sequence[Run], style: Style) -> QTextLayout:
    pieces = readable_pieces((run.text for run in runs), mirrored=frame.rtl)
    layout = QTextLayout("".join(pieces), font(style.size, style.weight))
    frame.characters.update(*pieces)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if frame.rtl else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if frame.rtl else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    strong, formats, at = QTextCharFormat(), [], 0
    strong.setFont(font(style.size, 600))
    for run, words in zip(runs, pieces, strict=True):
        length = len(words.encode("utf-16-le")) // 2  # Qt counts in these units
        if run.strong:
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length, stretch.format = at, length, strong
            formats.append(stretch)
        at += length
    layout.setFormats(formats)
    return layout


class Banner:
    """A heading of the danger box: on a filled ground for an emergency, between two lines for another call, else plain; in the box's own colour.

    `again` are the words with which it stands above the rest of a group that is parted.
    """

    def __init__(
        self, frame: PaperColumn, runs: Sequence[Run], style: Style, x: float, width: float, *, before: float, look: str, again: Sequence[Run] = ()
    ) -> None:
        self.before = before * POINT
        self.block: Block | None = None
        self._frame, self._x, self._width, self._look = frame, x, width, look
        self.repeated: Banner = Banner(frame, again, style, x, width, before=before, look=look) if again else self
        style = structs.replace(style, role="background" if look == "emergency" else "urgent")
        inset = 6 * POINT if look == "emergency" else 0
        self._pad = 2 * POINT if look else 0
        self._text = Text(frame, runs, style, x + inset, width - 2 * inset)

    @property
    def height(self) -> float:
        """How much room it takes with its ground."""
        return self._text.height + 2 * self._pad

    def split(self, room: float) -> None:
        """Return nothing: it is never parted."""

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw ground or lines, and the words."""
        ground = self._frame.rect(self._x, y, self._width, self.height)
        if self._look == "emergency":
            painter.fillRect(ground, PRINT.colour("urgent"))
        elif self._look:
            painter.setPen(_pen("urgent", 1))
            painter.drawLine(ground.topLeft(), ground.topRight())
            painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        self._text.draw(painter, y + self._pad)


class WritingLine:
    """Words with a line behind them to write on, or the line alone."""

    def __init__(self, frame: PaperColumn, label: str, style: Style, x: float, width: float, *, before: float = 0) -> None:
        self.before = before * POINT
        self.block: Block | None = None
        self._frame, self._x, self._width = frame, x, width
        self._has_words = bool(label)
        self._label = Text(frame, (Run(label),), style, x, width)

    @property
    def height(self) -> float:
        """How much room it takes."""
        return self._label.height

    def split(self, room: float) -> None:
        """Return nothing: it cannot be parted."""

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw the words and the line."""
        self._label.draw(painter, y)
        start = self._label.end + (6 * POINT if self._has_words else 0)
        line = self._frame.rect(start, y + self.height - 4 * POINT, self._x + self._width - start, 0)
        painter.setPen(_pen("ink", 0.75))
        painter.drawLine(line.topLeft(), line.topRight())


class Picture:
    """An SVG drawing, as wide as its column or as high as it may be."""

    def __init__(self, frame: PaperColumn, svg: bytes, x: float, width: float, tallest: float, *, before: float = 0, size: float = 0) -> None:
        self.before = before * POINT
        self.block: Block | None = None
        self._frame, self._x = frame, x
        self._renderer = QSvgRenderer(QByteArray(svg))
        frame.characters.update(*WORDS.findall(svg.decode(errors="replace")))
        drawn = self._renderer.viewBoxF().size()
        if drawn.isEmpty():
            drawn = self._renderer.defaultSize().toSizeF()
        scale = min(width / max(drawn.width(), 1), tallest / max(drawn.height(), 1))
        self._size = (size, size) if size else (drawn.width() * scale, drawn.height() * scale)

    @property
    def height(self) -> float:
        """How much room it takes."""
        return self._size[1]

    def split(self, room: float) -> None:
        """Return nothing: a drawing is never parted."""

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw it as lines, not as dots."""
        painter.save()
        self._renderer.render(painter, self._frame.rect(self._x, y, *self._size))
        painter.restore()


class Columns:
    """Pieces side by side, in columns that begin together or, with `low`, end together."""

    def __init__(self, columns: Sequence[Sequence[PaperPiece]], *, before: float = 0, low: bool = False) -> None:
        self.before = before * POINT
        self.block: Block | None = None
        self._columns = columns
        self._low = low

    @property
    def height(self) -> float:
        """How much room the highest column takes."""
        return max((_stacked(column) for column in self._columns), default=0)

    def split(self, room: float) -> None:
        """Return nothing: columns are not parted."""

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw column after column."""
        for column in self._columns:
            _draw_stacked(column, painter, y + (self.height - _stacked(column) if self._low else 0))


class SignList:
    """The signs of one group, in columns of the same width `step` apart, which are filled one after the other; parted between two signs."""

    def __init__(self, signs: Sequence[Text], columns: int, step: float, *, before: float = 0) -> None:
        self.before = before * POINT
        self.block: Block | None = None
        self._signs, self._count, self._step = signs, columns, step
        per = -(-len(signs) // columns)
        self._columns = Columns([[sign.moved(number * step) for sign in signs[number * per : (number + 1) * per]] for number in range(columns)])

    @property
    def height(self) -> float:
        """How much room the signs take."""
        return self._columns.height

    def split(self, room: float) -> tuple["SignList", "SignList"] | None:
        """Part it between two signs; neither part is a single one."""
        for at in range(len(self._signs) - LEAST_SIGNS, LEAST_SIGNS - 1, -1):
            first = self._with(self._signs[:at])
            if first.height <= room:
                return first, self._with(self._signs[at:])
        return None

    def _with(self, signs: Sequence[Text]) -> "SignList":
        return SignList(signs, self._count, self._step, before=self.before / POINT)

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw the signs."""
        self._columns.draw(painter, y)


class Stack:
    """Pieces below each other that stay together, unless nothing else is left."""

    def __init__(self, pieces: Sequence[PaperPiece], *, before: float = 0) -> None:
        self.before = before * POINT
        self.block: Block | None = None
        self.pieces = tuple(pieces)

    @property
    def height(self) -> float:
        """How much room the pieces take."""
        return _stacked(self.pieces)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Part it between two pieces, or inside of one."""
        parts = _parted(self.pieces, room, inside=True)
        return None if parts is None else _with_each(self, parts)

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw one below the other."""
        _draw_stacked(self.pieces, painter, y)


class SignGroup(Stack):
    """A group of the danger box, with one list of signs. Where it is parted, what says whom to call and who is meant stands above both parts."""

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Part it between two signs; what follows them stays with the last ones."""
        at = next(number for number, piece in enumerate(self.pieces) if isinstance(piece, SignList))
        head, signs, rest = self.pieces[:at], self.pieces[at], self.pieces[at + 1 :]
        parts = signs.split(room - _stacked(head) - (signs.before if head else 0))
        if parts is None:
            return None
        again = head[next((number for number, piece in enumerate(head) if isinstance(piece, Banner)), 0) :]
        above = (piece.repeated if isinstance(piece, Banner) else piece for piece in again if not isinstance(piece, WritingLine))
        second = (*above, parts[1], *rest)
        return _with_each(self, ((*head, parts[0]), second))


class EdgedPieces:
    """Pieces with an edge around them and a bar at the side where lines begin.

    `label` stands above them; of a box that is parted, it stands above both parts. It is as wide as there is room, unless it has a `width`.
    One that `fills` its page is parted inside of a piece, too. `goes_on` stands at the end of each part but the last.
    The first piece is parted where it is taller than a `page`, and not where it only comes near the end of one.
    """

    def __init__(
        self,
        frame: PaperColumn,
        pieces: Sequence[PaperPiece],
        role: str,
        x: float,
        *,
        bar: float,
        edge: float,
        padding: float,
        before: float = 0,
        label: PaperPiece | None = None,
        width: float = 0,
        fills: bool = False,
        goes_on: PaperPiece | None = None,
        page: float = 0,
    ) -> None:
        self.before = before * POINT
        self.block: Block | None = None
        self._frame, self._x, self._role, self._fills = frame, x, role, fills
        self._width, self._page = width or frame.width - x, page
        self.pieces = tuple(pieces)
        self._label = () if label is None else (label,)
        self._goes_on = () if goes_on is None else (goes_on,)
        self._bar, self._edge, self._padding = bar * POINT, edge * POINT, padding * POINT

    @property
    def height(self) -> float:
        """How much room the pieces take with their edge."""
        return _stacked((*self._label, *self.pieces)) + 2 * self._padding

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Part it between two pieces; inside of one only when it is the first and does not fit, or when it is to fill its page."""
        beside = 2 * self._padding
        if self._label:
            beside += _stacked(self._label) + self.pieces[0].before
        room -= beside
        if room < self.pieces[0].height <= self._page - beside:
            return None
        last = sum(piece.before + piece.height for piece in self._goes_on)
        parts = _parted(self.pieces, room - last, inside=self._fills, last=last)
        return None if parts is None else _with_each(self, ((*parts[0], *self._goes_on), parts[1]))

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw edge, bar and pieces."""
        whole = self._frame.rect(self._x, y, self._width, self.height)
        half = self._edge / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(self._role, self._edge / POINT))
        painter.drawRect(whole.adjusted(half, half, -half, -half))
        painter.fillRect(self._frame.rect(self._x, y, self._bar, self.height), PRINT.colour(self._role))
        _draw_stacked((*self._label, *self.pieces), painter, y + self._padding)


def parted_groups(box: EdgedPieces, first: float, other: float) -> int:
    """Return how often a group of signs is parted when a box begins on a page with so much room and goes on over others."""
    groups, rest, room = 0, box, first
    while rest.height > room:
        parts = rest.split(room)
        if parts is None and room >= other:
            break  # nothing of it fits any page
        begun, rest = parts or (None, rest)
        groups += _groups_in(begun.pieces) if begun is not None else 0
        room = other
    return groups + _groups_in(rest.pieces) - _groups_in(box.pieces)


def _groups_in(pieces: Sequence[PaperPiece]) -> int:
    return sum(isinstance(piece, SignGroup) for piece in pieces)


def _parted(
    pieces: Sequence[PaperPiece], room: float, *, inside: bool, last: float = 0
) -> tuple[tuple[PaperPiece, ...], tuple[PaperPiece, ...]] | None:
    """Part pieces so that the first of them fit the room.

    The one that does not is parted itself when nothing fits before it, or when `inside` and much of the room would stay empty without it, as
    would that of what comes `last`.
    """
    whole = room + last
    for number, piece in enumerate(pieces):
        before = piece.before if number else 0
        if before + piece.height <= room:
            room -= before + piece.height
            continue
        parts = piece.split(room - before) if (inside and room + last > MOST_EMPTY * whole) or not number else None
        if parts is not None:
            return (*pieces[:number], parts[0]), (parts[1], *pieces[number + 1 :])
        return (tuple(pieces[:number]), tuple(pieces[number:])) if number else None
    return None


def _pen(role: str, width: float) -> QPen:
    pen = QPen(QColor(PRINT.colour(role)), width * POINT)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def draw_line(painter: QPainter, frame: PaperColumn, y: float, role: str, width: float) -> None:
    """Draw a line across the frame; its width is in points."""
    painter.fillRect(frame.rect(0, y, frame.width, width * POINT), PRINT.colour(role))


class _Holder(Protocol):
    pieces: tuple[PaperPiece, ...]


HolderT = TypeVar("HolderT", bound=_Holder)


def _with_each(whole: HolderT, parts: tuple[tuple[PaperPiece, ...], tuple[PaperPiece, ...]]) -> tuple[HolderT, HolderT]:
    """Return two of the same kind, which hold these pieces."""
    first, second = copy.copy(whole), copy.copy(whole)
    first.pieces, second.pieces = parts
    return first, second


def _stacked(pieces: Sequence[PaperPiece]) -> float:
    return sum(piece.height + (piece.before if number else 0) for number, piece in enumerate(pieces))


def _draw_stacked(pieces: Sequence[PaperPiece], painter: QPainter, y: float) -> None:
    for number, piece in enumerate(pieces):
        y += piece.before if number else 0
        piece.draw(painter, y)
        y += piece.height
