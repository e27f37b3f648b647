"""Set a hand-out on pages of paper."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QPainter

from app.core.formats.pdf import Bookmark
from app.core.handout.handout import Handout
from app.core.handout.paging import Group, Pages, Placed, paginate
from app.core.pages.blocks import Block, Divider, Heading, Item, Notes, Paragraph, Run, UrgentBox
from app.ui.handout.paper_blocks import PaperWriter, Styles
from app.ui.handout.paper_pages import MARGIN, RAISED, Paged
from app.ui.handout.paper_pieces import MILLIMETRE, POINT, Columns, PaperPiece, Text, WritingLine, draw_line

SIDE, GUTTER = 36 * MILLIMETRE, 6 * MILLIMETRE


class HandoutPages(Paged):
    """The pages of one hand-out."""

    def __init__(self, handout: Handout) -> None:
        self.handout = handout
        self._styles = Styles(handout.large)
        super().__init__(handout, self._styles.footer)
        self._side = 0 if handout.large else SIDE + GUTTER
        self._writer = PaperWriter(self._frame, self._styles, self._side, self._room)
        self._header = self._header_pieces()
        self._start = sum(piece.height for piece in self._header) - RAISED + (18 if handout.large else 24) * POINT
        self.pages = self._paginated()
        self.outline = self._outline()

    def _paginated(self) -> Pages:
        """Return the pages, with the urgent-care box at the foot of the first: that is the one that hangs on the fridge.

        A box that is taller than the page begins the sheet, its most urgent groups first, and the text follows it.
        """
        blocks = [block for block in self.handout.blocks if not isinstance(block, Divider)]
        first = self._room - self._start
        box = next((self._writer.box(block, first) for block in blocks if isinstance(block, UrgentBox)), None)
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

    def _outline(self) -> tuple[Bookmark, ...]:
        marks = [Bookmark(self.handout.title, 1, 0, 0)]
        for number, page in enumerate(self.pages):
            for placed in page:
                block = getattr(placed.piece, "block", None)
                if isinstance(block, Heading | UrgentBox):
                    title = block.text if isinstance(block, Heading) else block.title
                    mark = Bookmark(title, block.level, number, (self._top(number) + placed.top) / POINT)
                    if mark.title not in {other.title for other in marks if other.page == number}:
                        marks.append(mark)
        return tuple(marks)

    # --- header and footer ---

    def _header_pieces(self) -> tuple[PaperPiece, ...]:
        frame, styles, handout = self._frame, self._styles, self.handout
        part = 0.58 * frame.width
        start = part + 12 * POINT
        fields = [WritingLine(frame, blank, styles.blank, start, frame.width - start, before=4) for blank in handout.blanks]
        title = Text(frame, (Run(handout.title),), styles.title, 0, part)
        subtitle = Text(frame, (Run(handout.subtitle),), styles.subtitle, 0, part, before=4)
        return (Columns(((title, subtitle), fields), low=True),)

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
            return [Group((self._writer.box(blocks[0]),)), *(self._part(blocks[1:]) if blocks[1:] else ())]
        heading = blocks[0] if isinstance(blocks[0], Heading) else None
        together = _together(blocks[1:] if heading else blocks)
        side = heading is not None and heading.level <= 2 and self._side > 0  # noqa: PLR2004 - smaller headings stand above their text
        if heading is None or not together:
            alone: list[list[Block]] = [[heading]] if heading else []
            return [self._group(group) for group in (*alone, *together)]
        if not side:
            return [self._group([heading, *together[0]]), *map(self._group, together[1:])]
        beside = self._writer.text(heading, (Run(heading.text),), self._styles.heading, before=20, x=0, width=SIDE)
        first = together.pop(0)
        while together and self._group(first).height < beside.height:
            first = [*first, *together.pop(0)]
        return [self._group(first, beside), *map(self._group, together)]

    def _group(self, blocks: Sequence[Block], beside: Text | None = None) -> Group:
        pieces = self._writer.pieces(blocks)
        if beside is not None:
            pieces[0].before = beside.before
        apart = tuple(Group(tuple(self._writer.pieces(part))) for part in _apart(blocks))
        if apart and beside is not None:
            apart = (Group(apart[0].pieces, beside), *apart[1:])
        return Group(tuple(pieces), beside, apart if len(apart) > 1 else ())


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
