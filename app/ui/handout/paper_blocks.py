"""Set the blocks of a hand-out as pieces of paper."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from msgspec.structs import replace

from app.core.base.text import ended
from app.core.pages.blocks import Block, BoxLine, Drawing, Heading, Item, Links, Notes, NoteText, Paragraph, Run, UrgentBox
from app.core.pages.visitor import BlockVisitor
from app.ui.handout.paper_pieces import (
    POINT,
    PRINT,
    Banner,
    Columns,
    EdgedPieces,
    PaperColumn,
    PaperPiece,
    Picture,
    SignGroup,
    SignList,
    Stack,
    Style,
    Text,
    WritingLine,
    parted_groups,
)
from app.ui.look.icons import drawn

TITLE_AND_TEXT = 2
"""What stands in the danger box before its first heading."""

LARGE_BOXES = Style(16, 22), Style(16, 20, tight=True), Style(15, 19, tight=True), Style(14, 18, tight=True)
"""In which type the danger box is set on a sheet in large type: the first in which no group of signs is parted."""

BULLET, NOTE_PADDING, URGENT_PADDING = 15 * POINT, 16 * POINT, 21 * POINT
TALLEST_FIGURE = 0.62
"""Share of a page that a figure may take in height."""


class Styles:
    """The type of a sheet, normal or large."""

    def __init__(self, large: bool) -> None:  # noqa: FBT001
        by = 16 / 12 if large else 1
        self.large = large
        self.title = Style(26 if large else 24, 34 if large else 32, 600)
        self.subtitle = Style(13 if large else 11, 17 if large else 16, role="faint")
        self.blank = Style(11 * by, 20 * by, role="faint")
        self.heading = Style(18 if large else 12, 26 if large else 18, 600, "accent")
        self.small_heading = Style(12 * by, 18 * by, 600)
        self.body = Style(12 * by, 18 * by)
        self.strong = Style(12 * by, 18 * by, 600)
        self.note = Style(12 * by, 18 * by)
        self.note_label = Style(10 * by, 15 * by, role="note")
        self.quiet = Style(10 * by, 15 * by, role="faint")
        self.urgent = Style(14 * by, 22 * by, 600, "urgent")
        self.boxes = LARGE_BOXES if large else (Style(10.5, 14),)
        self.footer = Style(10 if large else 9, 14 if large else 13, role="faint")


class PaperWriter(BlockVisitor[list[PaperPiece]]):
    """Makes pieces of blocks; text begins at `side`, and a page has so much `room`."""

    def __init__(self, frame: PaperColumn, styles: Styles, side: float, room: float) -> None:
        self._frame = frame
        self._styles = styles
        self._side = side
        self._room = room
        self._before: Block | None = None  # the block above the one that is set

    def pieces(self, blocks: Sequence[Block]) -> list[PaperPiece]:
        """Return the pieces of blocks that stand under each other."""
        pieces: list[PaperPiece] = []
        self._before = None
        for block in blocks:
            pieces += self.visit(block)
            self._before = block
        return pieces

    def _heading(self, block: Heading) -> list[PaperPiece]:
        styles, is_large = self._styles, block.level <= 2  # noqa: PLR2004
        return [self.text(block, (Run(block.text),), styles.heading if is_large else styles.small_heading, before=20 if is_large else 12)]

    def _paragraph(self, block: Paragraph) -> list[PaperPiece]:
        style = self._styles.quiet if block.quiet else self._styles.body
        return [self.text(block, block.runs, style, before=6 if block.quiet else 8)]

    def _item(self, block: Item) -> list[PaperPiece]:
        x = self._side + BULLET
        gap = 2 if isinstance(self._before, Item) else 6
        made = Text(self._frame, block.runs, self._styles.body, x, self._frame.width - x, before=gap, mark="•")
        made.block = block
        return [made]

    def _links(self, block: Links) -> list[PaperPiece]:
        return [self.text(block, (run,), self._styles.body, before=4) for run in block.links]

    def _divider(self) -> list[PaperPiece]:
        return []

    def text(self, block: Block, runs: Sequence[Run], style: Style, *, before: float, x: float | None = None, width: float | None = None) -> Text:
        """Return the words of a block as a piece; `x` and `width` are in the frame's units, where the text stands unless told otherwise."""
        x = self._side if x is None else x
        made = Text(self._frame, runs, style, x, width or self._frame.width - x, before=before)
        made.block = block
        return made

    def _notes(self, block: Notes) -> list[PaperPiece]:
        frame, styles = self._frame, self._styles
        x = self._side + NOTE_PADDING
        width = frame.width - x - 12 * POINT

        def words(note: NoteText) -> Stack:
            verdict = Run(ended(note.verdict), strong=True), Run(f" {note.text}")
            details = Text(frame, note.details, styles.quiet, x, width, before=1)
            return Stack((Text(frame, verdict, styles.note, x, width), details), before=3)

        label = Text(frame, (Run(block.label, strong=True), Run(f" · {block.aside}")), styles.note_label, x, width)
        ordered = [*(note for note in block.notes if note.alert), *(note for note in block.notes if not note.alert)]
        # what must not be parted from its passage stands next to it, for the case that not all notes fit its page
        made = EdgedPieces(
            frame, [words(note) for note in ordered], "note", self._side, bar=4, edge=0.75, padding=8, before=6, label=label, page=self._room
        )
        made.block = block
        return [made]

    def _drawing(self, block: Drawing) -> list[PaperPiece]:
        frame, styles, x = self._frame, self._styles, self._side
        width = frame.width - x
        words: list[PaperPiece] = [
            Text(frame, (Run(block.title, strong=True),), styles.body, x, width, before=4),
            Text(frame, block.caption, styles.quiet, x, width),
        ]
        if block.svg:
            shown: PaperPiece = Picture(frame, block.svg.encode(), x, width, self._room * TALLEST_FIGURE, before=10)
        else:
            shown = Text(frame, (Run(block.trouble),), styles.body, x, width, before=10)
        whole = Columns(((shown, *words),), before=10)
        whole.block = block
        return [whole]

    def _urgent(self, block: UrgentBox) -> list[PaperPiece]:
        return [self.box(block)]

    def box(self, block: UrgentBox, first: float | None = None) -> EdgedPieces:
        """Return the box that says when to call; it is drawn across the whole frame.

        It is set in the first of its styles in which no group is parted, where it begins on a page with so much room (without a number, a whole
        page); if there is none, in that in which the fewest are.
        """
        room = self._room if first is None else first
        tried: list[tuple[int, EdgedPieces]] = []
        for style in self._styles.boxes:
            box = self._box_in(style, block)
            tried.append((parted_groups(box, room, self._room), box))
            if not tried[-1][0]:
                break
        return min(tried, key=itemgetter(0))[1]

    def _box_in(self, style: Style, block: UrgentBox) -> EdgedPieces:
        frame, styles = self._frame, self._styles
        x = URGENT_PADDING
        width = frame.width - x - 15 * POINT
        phone = Picture(frame, drawn("urgent", PRINT.colour("urgent")), x, width, width, size=styles.urgent.size * 1.25 * POINT)
        beside = x + styles.urgent.size * 1.6 * POINT
        title = Columns(((phone,), (Text(frame, (Run(block.title),), styles.urgent, beside, width - beside + x),)), low=True)
        parts: list[list[PaperPiece]] = [[title]]
        cited: list[PaperPiece] = []
        named = ""
        for is_list, lines in groupby(block.lines(blank=True), lambda line: line.kind == "sign"):
            group = tuple(lines)
            if is_list:
                parts[-1].append(self._signs(group, style, x, width))
                continue
            for line in group:
                if line.kind == "details":  # on paper they stand together, so that the signs are on one page
                    about = (Run(f"{ended(named)} "),) if named else ()
                    cited.append(Text(frame, (*about, *line.runs), styles.quiet, x, width, before=2 if cited else 6))
                    named = ""
                    continue
                if line.kind == "heading":
                    named = line.text
                if line.kind == "remark" or (line.kind == "heading" and len(parts[-1]) > TITLE_AND_TEXT):
                    parts.append([])
                parts[-1].append(self._box_line(line, block, style, x, width))
        pieces: list[PaperPiece] = [_stack(part) for part in parts]
        pieces += cited
        goes_on = Text(frame, (Run(block.goes_on, strong=True),), style, x, width, before=6) if block.goes_on else None
        made = EdgedPieces(frame, pieces, "urgent", 0, bar=6, edge=1.5, padding=8 if styles.large else 12, before=24, fills=True, goes_on=goes_on)
        made.block = block
        return made

    def _box_line(self, line: BoxLine, block: UrgentBox, style: Style, x: float, width: float) -> PaperPiece:
        """Return one line of the box that is no sign."""
        frame, styles = self._frame, self._styles
        match line.kind:
            case "heading":
                heading = replace(style, size=style.size + 1, line=style.line + (1 if style.tight else 3), weight=600)
                again = (Run(block.again.format(title=line.text)),)
                return Banner(frame, line.runs, heading, x, width, before=8, look=line.urgency if not line.goes_on else "", again=again)
            case "numbers" if not block.numbers:
                return WritingLine(frame, block.numbers_label, styles.strong, x, width, before=6)
            case "numbers":
                return Text(frame, line.runs, styles.strong, x, width, before=6)
            case "remark":
                return Text(frame, line.runs, style, x, width, before=6)
            case _:
                return Text(frame, line.runs, style, x, width, before=3)

    def _signs(self, lines: Sequence[BoxLine], style: Style, x: float, width: float) -> SignList:
        """Return the signs of a group, in two columns where the letters are small enough for it."""
        columns, gap = 1 if self._styles.large else 2, 12 * POINT
        share = (width - (columns - 1) * gap) / columns
        signs = [Text(self._frame, line.runs, style, x + BULLET, share - BULLET, before=0 if style.tight else 1, mark="•") for line in lines]
        return SignList(signs, columns, share + gap, before=3)


def _stack(part: Sequence[PaperPiece]) -> PaperPiece:
    """Return what stands together in the danger box as one piece."""
    kind = SignGroup if any(isinstance(piece, SignList) for piece in part) else Stack
    return kind(part, before=part[0].before / POINT)
