"""Set a review sheet on pages of paper: an entry, with its boxes and its lines to write on, never goes over two."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from app.core.formats.pdf import Bookmark
from app.core.handout.paging import Group, Pages, Placed, paginate
from app.core.handout.review_sheet import Point, ReviewSheet
from app.core.pages.blocks import Block, Run
from app.ui.handout.paper_pages import MARGIN, RAISED, Paged, ending
from app.ui.handout.paper_pieces import POINT, PRINT, Columns, EdgedPieces, PaperColumn, PaperPiece, Stack, Style, Text, WritingLine, draw_line

NUMBER, WORDS, ANSWERS, GUTTER = 26 * POINT, 36 * POINT, 78 * POINT, 10 * POINT
"""Where an entry's number ends and its words begin, how wide its boxes are, and the room before them."""

STEP = 18 * POINT
"""How far a step's words stand behind its number."""

BOX, BEHIND = 10.5 * POINT, 7 * POINT
"""The side of a box to tick, and the room between it and its words."""

LINE_SEPARATOR = "\u2028"
"""What parts lines within one layout of Qt."""

EDGE = 6
"""Points between an entry and the thin line on either side of it."""

LINE = 18
"""Points between two lines to write on by hand."""

TITLE = Style(18, 24, 600)
HEADING = Style(12, 18, 600, "accent")
STRONG = Style(11, 14.5, 600)
BODY = Style(10.5, 14.5)
QUIET = Style(8.5, 11.5, role="faint")
KINDS = {"text": QUIET, "plain": QUIET, "note": replace(QUIET, role="note"), "urgent": replace(QUIET, role="urgent")}
BLANK = Style(9, LINE, role="faint")
FIELD = Style(11, 20)
FIELD_ROOM, SIGNATURE_ROOM = 14, 34
"""Points above a line to write on, on the first page."""


class ThinLine:
    """A thin line across the page, with room below it."""

    def __init__(self, frame: PaperColumn, room: float) -> None:
        self.before = 0.0
        self.block: Block | None = None
        self.height = room * POINT
        self._frame = frame

    def split(self, room: float) -> None:
        """Return nothing: it cannot be parted."""

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw the line."""
        draw_line(painter, self._frame, y, "line", 0.75)


class TickSquare:
    """A box to tick with a pen, and the words behind it."""

    def __init__(self, frame: PaperColumn, label: str, style: Style, x: float, width: float) -> None:
        self.before = 0.0
        self.block: Block | None = None
        self._frame, self._x = frame, x
        self._label = Text(frame, (Run(label),), style, x + BOX + BEHIND, width - BOX - BEHIND)
        self._line = style.line * POINT
        self.height = self._label.height

    def split(self, room: float) -> None:
        """Return nothing: it cannot be parted."""

    def draw(self, painter: QPainter, y: float) -> None:
        """Draw the box in the middle of the first line, and the words."""
        painter.setPen(QPen(PRINT.colour("ink"), 0.75 * POINT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._frame.rect(self._x, y + (self._line - BOX) / 2, BOX, BOX))
        self._label.draw(painter, y)


class ReviewPages(Paged):
    """The pages of one review sheet."""

    _repeats = True

    def __init__(self, sheet: ReviewSheet) -> None:
        super().__init__(sheet, QUIET)
        self._sheet = sheet
        frame = self._frame
        part = 0.62 * frame.width
        start = part + 12 * POINT
        self._header: PaperPiece = Columns(
            (
                (Text(frame, (Run(sheet.title),), TITLE, 0, part), Text(frame, (Run(sheet.subtitle),), QUIET, 0, part)),
                [WritingLine(frame, initial, BLANK, start, frame.width - start) for initial in sheet.initials],
            ),
            low=True,
        )
        self._start = self._header.height - RAISED + 18 * POINT
        self._room -= self._start
        self._headings: dict[PaperPiece, str] = {}
        first = [Placed(0, Stack(self._first()))]
        self.pages: Pages = [first, *paginate(self._groups(), self._room, self._room)]
        self.outline = self._outline()

    def _draw_header(self, painter: QPainter) -> None:
        """Draw the title and the lines for initials and date."""
        self._header.draw(painter, MARGIN - RAISED)
        draw_line(painter, self._frame, MARGIN - RAISED + self._header.height + 6 * POINT, "ink", 1.5)

    def _outline(self) -> tuple[Bookmark, ...]:
        marks = [Bookmark(self._sheet.title, 1, 0, 0)]
        for number, page in enumerate(self.pages):
            for placed in page:
                title = self._headings.get(placed.piece)  # type: ignore[call-overload] # the pages hold what was put on them
                if title is not None:
                    marks.append(Bookmark(title, 2, number, (self._top(number) + placed.top) / POINT))
        return tuple(marks)

    # --- the first page ---

    def _first(self) -> list[PaperPiece]:
        frame, sheet = self._frame, self._sheet
        last = len(sheet.fields) - 1
        rooms = [*[FIELD_ROOM] * last, SIGNATURE_ROOM]
        fields = [WritingLine(frame, name, FIELD, 0, frame.width, before=room) for name, room in zip(sheet.fields, rooms, strict=True)]
        steps = [Text(frame, (Run(step),), BODY, STEP, frame.width - STEP, before=6, mark=f"{number}.") for number, step in enumerate(sheet.steps, 1)]
        return [
            Text(frame, (Run(sheet.code),), STRONG, 0, frame.width),
            *fields,
            Text(frame, (Run(sheet.how),), HEADING, 0, frame.width, before=28),
            Text(frame, (Run(sheet.count),), BODY, 0, frame.width, before=6),
            *steps,
        ]

    # --- the entries ---

    def _groups(self) -> list[Group]:
        groups: list[Group] = []
        for chapter in self._sheet.chapters:
            heading = Text(self._frame, (Run(chapter.title),), HEADING, 0, self._frame.width, before=14)
            self._headings[heading] = chapter.title
            first, *rest = chapter.points
            groups += [self._group(first, heading), *map(self._group, rest)]
        return groups

    def _group(self, point: Point, heading: PaperPiece | None = None) -> Group:
        """Return an entry, under the heading of its chapter when it is the first; one that no page holds is parted between its lines."""
        above = () if heading is None else (heading,)
        group = Group((*above, self._entry(point)))
        return group if group.height <= self._room else Group((*above, *self._parts(point)))

    def _entry(self, point: Point) -> PaperPiece:
        frame, words = self._frame, self._words(point)
        shown: list[PaperPiece] = words
        if point.style == "note":
            shown = [EdgedPieces(frame, words, "note", WORDS, bar=4, edge=0.75, padding=6, width=self._column())]
        number = ending(frame, str(point.number), STRONG, NUMBER)
        beside = Columns(((number,), shown, self._answers()))
        return Stack((ThinLine(frame, EDGE), beside, *self._blanks(point)), before=EDGE)

    def _parts(self, point: Point) -> list[PaperPiece]:
        """Return what an entry is made of; the number and the boxes stand beside its first line."""
        number = ending(self._frame, str(point.number), STRONG, NUMBER)
        kind, *words = self._words(point)
        return [Stack((ThinLine(self._frame, EDGE), Columns(((number,), (kind,), self._answers()))), before=EDGE), *words, *self._blanks(point)]

    def _column(self) -> float:
        return self._frame.width - WORDS - ANSWERS - GUTTER

    def _words(self, point: Point) -> list[PaperPiece]:
        frame, inset = self._frame, 11 * POINT if point.style == "note" else 0
        x, width = WORDS + inset, self._column() - 2 * inset
        kind = Text(frame, (Run(point.kind),), KINDS[point.style], x, width)
        details = [Text(frame, (Run(line),), QUIET, x, width, before=2) for line in point.details]
        runs = tuple(replace(run, text=run.text.replace("\n", LINE_SEPARATOR)) for run in point.runs)
        return [kind, Text(frame, runs, BODY, x, width, before=1), *details]

    def _answers(self) -> list[PaperPiece]:
        start = self._frame.width - ANSWERS
        style = Style(10, 15)
        return [TickSquare(self._frame, answer, style, start, ANSWERS) for answer in self._sheet.answers]

    def _blanks(self, point: Point) -> list[PaperPiece]:
        frame, width = self._frame, self._frame.width - WORDS
        first = WritingLine(frame, self._sheet.remark, BLANK, WORDS, width, before=2)
        return [first, *(WritingLine(frame, "", BLANK, WORDS, width) for _ in range(point.lines - 1))]
