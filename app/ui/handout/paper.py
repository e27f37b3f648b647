"""Set a hand-out on pages of paper."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from PySide6.QtGui import QPainter

from app.core.formats.pdf import Mark
from app.core.handout.handout import Handout
from app.core.handout.paging import Group, Pages, Placed, paginate
from app.core.pages.blocks import Block, BoxLine, Drawing, Heading, Item, Links, Notes, NoteText, Paragraph, Rule, Run, UrgentBox
from app.ui.handout.paper_pages import MARGIN, RAISED, Paged
from app.ui.handout.paper_pieces import MILLIMETRE, POINT, PRINT, Banner, Beside, Box, Field, Picture, Piece, Stack, Style, Text, draw_line
from app.ui.look.icons import drawn

TITLE_AND_TEXT = 2
"""What stands in the danger box before its first heading."""

SIDE, GUTTER = 36 * MILLIMETRE, 6 * MILLIMETRE
BULLET, NOTE_PADDING, URGENT_PADDING = 15 * POINT, 16 * POINT, 21 * POINT
TALLEST_FIGURE = 0.62
"""Share of a page that a figure may take in height."""


class Sheets(Paged):
    """The pages of one hand-out."""

    def __init__(self, handout: Handout) -> None:
        self.handout = handout
        self._styles = Styles(handout.large)
        super().__init__(handout, self._styles.footer)
        self._side = 0 if handout.large else SIDE + GUTTER
        self._header = self._header_pieces()
        self._start = sum(piece.height for piece in self._header) - RAISED + 24 * POINT
        self.pages = self._paginated()
        self.outline = self._outline()

    def _paginated(self) -> Pages:
        """Return the pages, with the urgent-care box at the foot of the first: that is the one that hangs on the fridge.

        A box that is taller than the page begins the sheet, its most urgent groups first, and the text follows it.
        """
        blocks = [block for block in self.handout.blocks if not isinstance(block, Rule)]
        first = self._room - self._start
        box = next((self._urgent(block) for block in blocks if isinstance(block, UrgentBox)), None)
        if box is None:
            return paginate(self._groups(blocks), first, self._room)
        rest = self._groups([block for block in blocks if not isinstance(block, UrgentBox)])
        if box.height > first:
            begun, more = box.split(first) or (None, box)
            pages = paginate([Group((more,)), *rest], self._room, self._room)
            return [[Placed(0, begun)] if begun else [], *pages]
        pages = paginate(rest, first - box.height - box.before, self._room)
        end = max((placed.top + placed.piece.height for placed in pages[0]), default=-box.before)
        pages[0].append(Placed(end + box.before, box))
        return pages

    def _outline(self) -> tuple[Mark, ...]:
        marks = [Mark(self.handout.title, 1, 0, 0)]
        for number, page in enumerate(self.pages):
            for placed in page:
                block = getattr(placed.piece, "block", None)
                if isinstance(block, Heading | UrgentBox):
                    title = block.text if isinstance(block, Heading) else block.title
                    mark = Mark(title, block.level, number, (self._top(number) + placed.top) / POINT)
                    if mark.title not in {other.title for other in marks if other.page == number}:
                        marks.append(mark)
        return tuple(marks)

    # --- header and footer ---

    def _header_pieces(self) -> tuple[Piece, ...]:
        frame, styles, handout = self._frame, self._styles, self.handout
        part = 0.58 * frame.width
        start = part + 12 * POINT
        fields = [Field(frame, blank, styles.blank, start, frame.width - start, before=4) for blank in handout.blanks]
        title = Text(frame, (Run(handout.title),), styles.title, 0, part)
        subtitle = Text(frame, (Run(handout.subtitle),), styles.subtitle, 0, part, before=4)
        return (Beside(((title, subtitle), fields), low=True),)

    def _draw_header(self, painter: QPainter) -> None:
        """Draw the title and the lines to write on."""
        y = MARGIN - RAISED
        for piece in self._header:
            piece.draw(painter, y)
            y += piece.height
        draw_line(painter, self._frame, y + 8 * POINT, "ink", 1.5)

    # --- the text ---

    def _groups(self, blocks: Sequence[Block]) -> list[Group]:
        groups: list[Group] = []
        starts = [number for number, block in enumerate(blocks) if isinstance(block, Heading | UrgentBox)]
        for start, end in pairwise(sorted({0, *starts, len(blocks)})):
            groups += self._part(blocks[start:end])
        return groups

    def _part(self, blocks: Sequence[Block]) -> list[Group]:
        """Return the groups of a heading with what stands under it."""
        if isinstance(blocks[0], UrgentBox):
            return [Group((self._urgent(blocks[0]),)), *(self._part(blocks[1:]) if blocks[1:] else ())]
        heading = blocks[0] if isinstance(blocks[0], Heading) else None
        together = _together(blocks[1:] if heading else blocks)
        side = heading is not None and heading.level <= 2 and self._side > 0  # noqa: PLR2004 - smaller headings stand above their text
        if heading is None or not together:
            alone: list[list[Block]] = [[heading]] if heading else []
            return [self._group(group) for group in (*alone, *together)]
        if not side:
            return [self._group([heading, *together[0]]), *map(self._group, together[1:])]
        beside = self._text(heading, (Run(heading.text),), self._styles.heading, before=20, x=0, width=SIDE)
        first = together.pop(0)
        while together and self._group(first).height < beside.height:
            first = [*first, *together.pop(0)]
        return [self._group(first, beside), *map(self._group, together)]

    def _group(self, blocks: Sequence[Block], beside: Text | None = None) -> Group:
        pieces = self._pieces(blocks)
        if beside is not None:
            pieces[0].before = beside.before
        apart = tuple(Group(tuple(self._pieces(part))) for part in _apart(blocks))
        if apart and beside is not None:
            apart = (Group(apart[0].pieces, beside), *apart[1:])
        return Group(tuple(pieces), beside, apart if len(apart) > 1 else ())

    def _pieces(self, blocks: Sequence[Block]) -> list[Piece]:
        pieces: list[Piece] = []
        before: Block | None = None
        for block in blocks:
            pieces += self._set(block, before)
            before = block
        return pieces

    def _set(self, block: Block, before: Block | None) -> list[Piece]:  # noqa: PLR0911 - one return for each kind of block
        styles = self._styles
        match block:
            case Heading():
                level = styles.heading if block.level <= 2 else styles.small_heading  # noqa: PLR2004
                return [self._text(block, (Run(block.text),), level, before=20 if block.level <= 2 else 12)]  # noqa: PLR2004
            case Paragraph():
                return [self._text(block, block.runs, styles.quiet if block.quiet else styles.body, before=6 if block.quiet else 8)]
            case Item():
                gap = 2 if isinstance(before, Item) else 6
                x = self._side + BULLET
                made = Text(self._frame, block.runs, styles.body, x, self._frame.width - x, before=gap, mark="•")
                made.block = block
                return [made]
            case Links():
                return [self._text(block, (run,), styles.body, before=4) for run in block.links]
            case Notes():
                return [self._notes(block)]
            case Drawing():
                return self._drawing(block)
            case UrgentBox():
                return [self._urgent(block)]
            case Rule():
                return []

    def _text(self, block: Block, runs: Sequence[Run], style: Style, *, before: float, x: float | None = None, width: float | None = None) -> Text:
        x = self._side if x is None else x
        made = Text(self._frame, runs, style, x, width or self._frame.width - x, before=before)
        made.block = block
        return made

    def _notes(self, block: Notes) -> Box:
        frame, styles = self._frame, self._styles
        x = self._side + NOTE_PADDING
        width = frame.width - x - 12 * POINT

        def words(note: NoteText) -> Stack:
            verdict = Run(f"{note.verdict}.", strong=True), Run(f" {note.text}")
            details = Text(frame, note.details, styles.quiet, x, width, before=1)
            return Stack((Text(frame, verdict, styles.note, x, width), details), before=3)

        label = Text(frame, (Run(block.label, strong=True), Run(f" · {block.aside}")), styles.note_label, x, width)
        ordered = [*(note for note in block.notes if note.alert), *(note for note in block.notes if not note.alert)]
        # what must not be parted from its passage stands next to it, for the case that not all notes fit its page
        made = Box(frame, [words(note) for note in ordered], "note", self._side, bar=4, edge=0.75, padding=8, before=6, label=label)
        made.block = block
        return made

    def _drawing(self, block: Drawing) -> list[Piece]:
        frame, styles, x = self._frame, self._styles, self._side
        width = frame.width - x
        words: list[Piece] = [
            Text(frame, (Run(block.title, strong=True),), styles.body, x, width, before=4),
            Text(frame, block.caption, styles.quiet, x, width),
        ]
        if block.svg:
            shown: Piece = Picture(frame, block.svg.encode(), x, width, self._room * TALLEST_FIGURE, before=10)
        else:
            shown = Text(frame, (Run(block.trouble),), styles.body, x, width, before=10)
        whole = Beside(((shown, *words),), before=10)
        whole.block = block
        return [whole]

    def _urgent(self, block: UrgentBox) -> Box:
        frame, styles = self._frame, self._styles
        x = URGENT_PADDING
        width = frame.width - x - 15 * POINT
        phone = Picture(frame, drawn("urgent", PRINT.colour("urgent")), x, width, width, size=styles.urgent.size * 1.25 * POINT)
        beside = x + styles.urgent.size * 1.6 * POINT
        title = Beside(((phone,), (Text(frame, (Run(block.title),), styles.urgent, beside, width - beside + x),)), low=True)
        parts: list[list[Piece]] = [[title]]
        cited: list[Piece] = []
        named = ""
        for is_list, lines in groupby(block.lines(blank=True), lambda line: line.kind == "sign"):
            group = tuple(lines)
            if is_list:
                parts[-1] += self._signs(group, x, width)
                continue
            for line in group:
                if line.kind == "details":  # on paper they stand together, so that the signs are on one page
                    about = (Run(f"{named}. "),) if named else ()
                    cited.append(Text(frame, (*about, *line.runs), styles.quiet, x, width, before=2 if cited else 6))
                    named = ""
                    continue
                if line.kind == "heading":
                    named = line.text
                if line.kind == "remark" or (line.kind == "heading" and len(parts[-1]) > TITLE_AND_TEXT):
                    parts.append([])
                parts[-1].append(self._box_line(line, block, x, width))
        pieces: list[Piece] = [Stack(part, before=part[0].before / POINT) for part in parts]
        pieces += cited
        made = Box(frame, pieces, "urgent", 0, bar=6, edge=1.5, padding=12, before=24)
        made.block = block
        return made

    def _box_line(self, line: BoxLine, block: UrgentBox, x: float, width: float) -> Piece:
        """Return one line of the box that is no sign."""
        frame, styles = self._frame, self._styles
        match line.kind:
            case "heading":
                return Banner(frame, line.runs, styles.box_heading, x, width, before=8, look=line.urgency if not line.goes_on else "")
            case "numbers" if not block.numbers:
                return Field(frame, block.numbers_label, styles.strong, x, width, before=6)
            case "remark":
                return Text(frame, line.runs, styles.box, x, width, before=6)
            case _:
                return Text(frame, line.runs, styles.box, x, width, before=3)

    def _signs(self, lines: Sequence[BoxLine], x: float, width: float) -> list[Piece]:
        """Return the signs of a group, in two columns where the letters are small enough for it."""
        columns = 1 if self._styles.large else 2
        share = (width - (columns - 1) * 12 * POINT) / columns
        per = -(-len(lines) // columns)
        signs: list[list[Piece]] = [
            [self._sign(line.runs, x + number * (share + 12 * POINT), share) for line in lines[number * per : (number + 1) * per]]
            for number in range(columns)
        ]
        return [Beside(signs, before=3)] if columns > 1 else signs[0]

    def _sign(self, runs: tuple[Run, ...], x: float, width: float) -> Text:
        return Text(self._frame, runs, self._styles.box, x + BULLET, width - BULLET, before=1, mark="•")


class Styles:
    """The type of a sheet, normal or large."""

    def __init__(self, large: bool) -> None:  # noqa: FBT001
        by = 16 / 12 if large else 1
        self.large = large
        self.title = Style(26 if large else 24, 34 if large else 32, 600)
        self.subtitle = Style(11 * by, 16 * by, role="faint")
        self.blank = Style(11 * by, 20 * by, role="faint")
        self.heading = Style(18 if large else 12, 26 if large else 18, 600, "accent")
        self.small_heading = Style(12 * by, 18 * by, 600)
        self.body = Style(12 * by, 18 * by)
        self.strong = Style(12 * by, 18 * by, 600)
        self.note = Style(12 * by, 18 * by)
        self.note_label = Style(10 * by, 15 * by, role="note")
        self.quiet = Style(10 * by, 15 * by, role="faint")
        self.urgent = Style(14 * by, 22 * by, 600, "urgent")
        self.box = Style(16, 22) if large else Style(10.5, 14)
        self.box_heading = Style(self.box.size + 1, self.box.line + 3, 600)
        self.footer = Style(10 if large else 9, 14 if large else 13, role="faint")


def _together(blocks: Sequence[Block]) -> list[list[Block]]:
    """Part blocks so that each evidence note is with all passages it belongs to, and an opening ("They include:") with what it opens."""
    joined = [False] * (len(blocks) + 1)
    for number, block in enumerate(blocks):
        if isinstance(block, Notes):
            first = min(
                (at for at, other in enumerate(blocks[:number]) if isinstance(other, Paragraph | Item) and other.place in block.places),
                default=max(0, number - 1),
            )
            joined[first + 1 : number + 1] = [True] * (number - first)
        elif isinstance(block, Paragraph) and block.runs and block.runs[-1].text.rstrip().endswith(":"):
            joined[number + 1] = True
    groups: list[list[Block]] = []
    for number, block in enumerate(blocks):
        if joined[number] and groups:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _apart(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return each passage of a group with the notes that belong to it; a note that passages share stands with each of them."""
    notes = [block for block in blocks if isinstance(block, Notes)]
    groups: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Notes):
            continue
        own = [note for note in notes if isinstance(block, Paragraph | Item) and block.place in note.places]
        if groups and isinstance(groups[-1][-1], Heading):
            groups[-1] += [block, *own]
        else:
            groups.append([block, *own])
    return groups
