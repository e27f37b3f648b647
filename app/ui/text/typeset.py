"""Set blocks into a text document: type, spacing and colours of the design."""

from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
)

from app.core.base.text import ended, sentences_of
from app.core.pages.blocks import Block, Blocks, BoxLine, Drawing, Heading, Item, Links, Notes, NoteText, Paragraph, Run, UrgentBox
from app.core.pages.visitor import BlockVisitor
from app.ui.look.theme import Look
from app.ui.text.cells import cell_style, table_format
from app.ui.text.drawings import Drawings
from app.ui.text.properties import ENLARGING, FOLD, FOLDING, NOTE, NOTE_ID, PLACE, SPOKEN, TERM, UNFOLDED
from app.ui.text.readable import JOINER, OBJECT_CHAR, readable, readable_pieces, tip

BODY, QUIET, NOTE_SIZE, NOTE_QUIET, URGENT = (16, 24), (13, 20), (15, 24), (13, 20), (15, 22)
"""Size and line in pixels at 100 %."""

HEADINGS = {1: (28, 36), 2: (16, 24)}
INDENT = 24


def _cells(table: QTextTable, rows: int) -> list[QTextTableCell]:
    """Return a table's cells.

    Nothing keeps the table itself: once the text is cleared, Qt may put another in its place, which the binding would take for the one that is gone.
    """
    return [table.cellAt(row, 0) for row in range(rows)]


def _is_banner(line: BoxLine) -> bool:
    """Return whether a line of the danger box begins another call."""
    return line.kind == "heading" and not line.goes_on


class Typesetter(BlockVisitor[None]):
    """Sets one page into a document. `unfolded` are the places whose quiet notes are shown; `meanings` are the glossary's, by place.

    `margin` is the empty space around the text, in pixels: given later it would have all of it laid out again.
    """

    def __init__(
        self,
        drawings: Drawings,
        look: Look,
        direction: Qt.LayoutDirection,
        unfolded: Container[str] = (),
        meanings: Mapping[str, str] | None = None,
        margin: int = 0,
    ) -> None:
        self._drawings = drawings
        self._document = document = drawings.document
        self._look = look
        self._icons = drawings.icons(look)
        self._direction = direction
        self._unfolded = unfolded
        self._meanings = meanings or {}
        self._margin = margin
        self._cursor = QTextCursor(document)
        self._fresh = True
        self._before: Block | None = None  # the block above the one that is set

    def set(self, blocks: Blocks) -> None:
        """Replace the document's text by these blocks."""
        document, look = self._document, self._look
        document.clear()
        self._drawings.clear()
        self._drawings.look = look
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(self._margin)
        document.setIndentWidth(look.text(INDENT))
        document.setDefaultFont(look.font(BODY[0]))
        option = document.defaultTextOption()
        option.setTextDirection(self._direction)
        document.setDefaultTextOption(option)
        self._cursor = QTextCursor(document)
        self._cursor.beginEditBlock()
        self._fresh = True
        self._before = None
        for block in blocks:
            self.visit(block)
            self._before = block
        self._cursor.endEditBlock()

    def _heading(self, block: Heading) -> None:
        level = min(block.level, 2)
        size = HEADINGS[level]
        form = self._block(size, before=0 if level == 1 else 16, after=16 if level == 1 else 8, place=block.place)
        form.setHeadingLevel(block.level)
        self._text((Run(block.text),), form, self._chars(size[0], "ink", 600))

    def _paragraph(self, block: Paragraph) -> None:
        size = QUIET if block.quiet else BODY
        form = self._block(size, after=4 if block.quiet else 16, place=block.place)
        self._text(block.runs, form, self._chars(size[0], "faint" if block.quiet else "ink"))

    def _item(self, block: Item) -> None:
        self._list_item(block, joins=isinstance(self._before, Item | Notes))

    def _links(self, block: Links) -> None:
        for run in block.links:
            self._text((run,), self._block((16, 32), after=0, place=block.place), self._chars(16, "accent"))

    def _divider(self) -> None:
        form = self._block((1, 8), before=8, after=8)
        form.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setBackground(QBrush(self._look.colour("line")))
        self._start(form, self._chars(1, "line"))
        self._cursor.insertText(JOINER)  # Qt draws the rule of an empty block behind a table in the margin

    def _list_item(self, block: Item, *, joins: bool, size: tuple[int, int] = BODY, bullet: str = "faint", after: int = 8) -> None:
        form = self._block(size, after=after, place=block.place)
        current = self._cursor.currentList() if joins else None
        self._text(block.runs, form, self._chars(size[0], "ink"))
        self._cursor.setBlockCharFormat(self._chars(size[0], bullet))  # the colour of the bullet
        if current is not None:
            current.add(self._cursor.block())
        else:
            style = QTextListFormat()
            style.setStyle(QTextListFormat.Style.ListDisc)
            style.setIndent(1)
            self._cursor.createList(style)

    def _notes(self, block: Notes) -> None:
        """Set the notes with an alert open; the quiet ones stand folded under a line that counts them, unless they have been brought out."""
        indented = isinstance(self._before, Item)
        shown = block.place in self._unfolded
        alerts = tuple(note for note in block.notes if note.alert)
        if alerts:
            self._note_panel(block, alerts, indented=indented, close=bool(block.folded))
        if not block.folded:
            return
        form = self._block(NOTE_SIZE, before=4, after=4 if shown else 16, place=block.place)
        form.setLeftMargin(self._look.text(INDENT) if indented else 0)
        form.setProperty(NOTE, True)  # noqa: FBT003 - Qt's signature
        form.setProperty(FOLD, block.place)
        form.setProperty(UNFOLDED, shown)
        state = QCoreApplication.translate("Typesetter", "expanded") if shown else QCoreApplication.translate("Typesetter", "collapsed")
        form.setProperty(SPOKEN, f"{block.folded}, {state}")
        chars = self._chars(NOTE_SIZE[0], "note")
        chars.setAnchor(True)
        chars.setAnchorHref(FOLDING + block.place)
        self._start(form, chars)
        self._icon("chevron-down" if shown else self._closed(), "note", chars)
        self._cursor.insertText(f" {self._words(block.folded)}", chars)
        if shown:
            self._note_panel(block, tuple(note for note in block.notes if not note.alert), indented=indented)

    def _is_mirrored(self) -> bool:
        return self._direction == Qt.LayoutDirection.RightToLeft

    def _words(self, text: str) -> str:
        return readable(text, mirrored=self._is_mirrored())

    def _closed(self) -> str:
        return "chevron-left" if self._is_mirrored() else "chevron-right"

    def _note_panel(self, block: Notes, notes: tuple[NoteText, ...], *, indented: bool, close: bool = False) -> None:
        with self._panel("note", indented=indented, after=4 if close else 16):
            label = Run(f" {block.label}", strong=True), Run(f"  ·  {block.aside}")
            self._text(label, self._note_block(NOTE_SIZE, block.place), self._chars(NOTE_SIZE[0], "note"), icon="note")
            for note in notes:
                self._note(note, block.place)

    def _note(self, note: NoteText, place: str) -> None:
        words = Run(ended(note.verdict), strong=True), Run(f" {note.text}")
        self._text(words, self._note_block(NOTE_SIZE, place, before=4, name=note.id), self._chars(NOTE_SIZE[0], "ink"))
        self._text(note.details, self._note_block(NOTE_QUIET, place, name=note.id), self._chars(NOTE_QUIET[0], "faint"), link="note")

    def _note_block(self, size: tuple[int, int], place: str, before: int = 0, name: str = "") -> QTextBlockFormat:
        form = self._block(size, before=before, after=0, place=place)
        form.setProperty(NOTE_ID, name)
        form.setProperty(NOTE, True)  # noqa: FBT003 - Qt's signature
        return form

    def _urgent(self, block: UrgentBox) -> None:
        """Set the danger box; the headings that tell whom to call are rows of their own, from edge to edge."""
        rows = [tuple(lines) for _, lines in groupby(block.lines(), _is_banner)]
        with self._table(len(rows), indented=False, after=16) as cells:
            for number, (cell, row) in enumerate(zip(cells, rows, strict=True)):
                ground = (row[0].urgency if _is_banner(row[0]) else "soft") if number else "first"
                with self._cell(cell, "urgent", ground):
                    if number == 0:
                        self._box_title(block)
                    before = ""
                    for line in row:
                        self._box_line(line, block.place, before)
                        before = line.kind

    def _box_title(self, block: UrgentBox) -> None:
        form = self._block((18, 24), after=4, place=block.place)
        form.setHeadingLevel(block.level)
        chars = self._chars(18, "urgent", 600)
        self._start(form, chars)
        self._icon("urgent", "urgent", chars)
        self._cursor.insertText(f" {self._words(block.title)}", chars)

    def _box_line(self, line: BoxLine, place: str, before: str) -> None:
        size = URGENT
        match line.kind:
            case "heading":
                self._box_heading(line, place, is_first=not before)
            case "sign":
                self._list_item(Item(line.runs, place), joins=before == "sign", size=size, bullet="urgent", after=2)
            case "details":
                self._text(line.runs, self._block(QUIET, before=4, place=place), self._chars(QUIET[0], "faint"), link="urgent")
            case _:
                apart = line.kind == "remark" and before != "remark"
                self._text(line.runs, self._block(size, before=16 if apart else 2, after=4, place=place), self._chars(size[0], "ink"))

    def _box_heading(self, line: BoxLine, place: str, *, is_first: bool) -> None:
        """Set a heading of the box: whom to call is told by icon, ground and words; one that goes on with the same call has the words alone."""
        role = "background" if _is_banner(line) and line.urgency == "emergency" else "urgent"
        form = self._block(URGENT, before=0 if is_first else 16, after=0 if _is_banner(line) else 4, place=place)
        form.setHeadingLevel(line.level)
        chars = self._chars(URGENT[0], role, 600)
        self._start(form, chars)
        if _is_banner(line):
            self._icon("warning" if line.urgency == "emergency" else "urgent", role, chars)
        self._cursor.insertText(f"{' ' if _is_banner(line) else ''}{self._words(line.text)}", chars)

    def _drawing(self, block: Drawing) -> None:
        """Set a figure with its caption, or the line that says why it cannot be shown."""
        if block.trouble:
            self._text((Run(block.trouble),), self._block(BODY, after=16, place=block.place), self._chars(BODY[0], "note"))
            return
        form = self._block((1, 1), before=8, after=4, place=block.place)
        form.setProperty(SPOKEN, sentences_of(block.title, block.alt))
        chars = self._drawings.format(block)
        chars.setAnchor(True)
        chars.setAnchorHref(ENLARGING + block.place)
        self._start(form, chars)
        self._cursor.insertText(OBJECT_CHAR, chars)
        if not (isinstance(self._before, Heading) and self._before.text == block.title):
            form = self._block(NOTE_SIZE, place=block.place)
            self._text((Run(block.title, strong=True),), form, self._chars(NOTE_SIZE[0], "ink"))
        self._text(block.caption, self._block(QUIET, place=block.place), self._chars(QUIET[0], "faint"))
        form = self._block(NOTE_SIZE, after=24, place=block.place)
        link = self._chars(NOTE_SIZE[0], "accent")
        link.setAnchor(True)
        link.setAnchorHref(ENLARGING + block.place)
        self._start(form, link)
        self._icon("enlarge", "accent", link)
        self._cursor.insertText(f" {self._words(block.enlarge)}", link)

    def _icon(self, name: str, role: str, chars: QTextCharFormat) -> None:
        """Set an icon into a line, as part of its link."""
        key = QUrl(f"icon:{name}:{role}")
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, key, self._icons.pixmap(name, role))
        picture = QTextImageFormat()
        picture.merge(chars)
        picture.setName(key.toString())
        side = self._icons.size()
        picture.setWidth(side.width())
        picture.setHeight(side.height())
        picture.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        self._cursor.insertImage(picture)

    @contextmanager
    def _panel(self, role: str, *, indented: bool, after: int) -> Iterator[None]:
        """Set what follows into a panel: soft ground, and a bar at the start in the colour of a role."""
        with self._table(1, indented=indented, after=after) as (cell,), self._cell(cell, role):
            yield

    @contextmanager
    def _table(self, rows: int, *, indented: bool, after: int) -> Iterator[list[QTextTableCell]]:
        """Set what follows into the rows of a table of one column, as wide as there is room."""
        form = table_format(self._look, INDENT if indented else 0, after)
        yield _cells(self._cursor.insertTable(rows, 1, form), rows)
        self._cursor = QTextCursor(self._document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True  # Qt keeps an empty block behind every table; the next text goes into it

    @contextmanager
    def _cell(self, cell: QTextTableCell, role: str, ground: str = "first") -> Iterator[None]:
        """Set what follows into a cell with a bar at the start; a heading of the danger box is filled, or has a line above and below."""
        style = cell_style(self._look, self._direction, role, ground)
        self._cursor = cell.firstCursorPosition()
        self._fresh = True
        yield
        cell.setFormat(style)  # last: Qt keeps it in the cell's first block, whose own format would replace it

    def _block(self, size: tuple[int, int], *, before: int = 0, after: int = 0, place: str = "") -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLineHeight(self._look.text(size[1]), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        form.setTopMargin(self._look.text(before) if before else 0)
        form.setBottomMargin(self._look.text(after) if after else 0)
        form.setLayoutDirection(self._direction)
        if place:
            form.setProperty(PLACE, place)
        return form

    def _chars(self, size: int, role: str, weight: int = 400) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._look.font(size, weight))
        form.setForeground(self._look.colour(role))
        return form

    def _text(self, runs: tuple[Run, ...], form: QTextBlockFormat, chars: QTextCharFormat, link: str = "accent", icon: str = "") -> None:
        self._start(form, chars)
        if icon:
            self._icon(icon, icon, chars)
        for run, words in zip(runs, readable_pieces((run.text for run in runs), mirrored=self._is_mirrored()), strict=True):
            style = QTextCharFormat(chars)
            if run.state == "added":
                style.setFontUnderline(True)
                style.setForeground(self._look.colour("ink"))
            if run.state == "removed":
                style.setFontStrikeOut(True)
                style.setForeground(self._look.colour("faint"))
            if run.strong or run.state == "added":
                style.setFontWeight(QFont.Weight.DemiBold)
            if run.term:
                self._mark_term(style, run.target or "")
            elif run.target:
                style.setAnchor(True)
                style.setAnchorHref(run.target)
                style.setForeground(self._look.colour(link))
                style.setFontUnderline(True)
            self._cursor.insertText(words, style)

    def _mark_term(self, style: QTextCharFormat, place: str) -> None:
        style.setAnchor(True)
        style.setAnchorHref(place)
        style.setProperty(TERM, place)
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        style.setUnderlineColor(self._look.colour("accent"))
        style.setToolTip(tip(self._meanings.get(place, ""), mirrored=self._is_mirrored()))

    def _start(self, form: QTextBlockFormat, chars: QTextCharFormat) -> None:
        """Begin a block; the first block of a document or a cell, and the one behind a table, stand there already."""
        if self._fresh:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(chars)
            self._fresh = False
        else:
            self._cursor.insertBlock(form, chars)
            current = self._cursor.currentList()
            if current is not None:  # a new block would go on with the list
                current.remove(self._cursor.block())
                self._cursor.setBlockFormat(form)
