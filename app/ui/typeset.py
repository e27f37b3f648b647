"""Set blocks into a text document: type, spacing and colours of the design."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from app.core.document import Blocks, Heading, Item, Links, Notes, NoteText, Paragraph, Rule, Run
from app.core.text import Span
from app.ui.theme import Look

PLACE = QTextFormat.Property.UserProperty + 1
"""Block property: the place whose words the block holds."""

NOTE = QTextFormat.Property.UserProperty + 2
"""Block property: the block is part of an evidence note."""

JOINER = "\u2060"
"""Keeps 12–16 on one line; it has no width and is taken out of what is copied or spoken."""

RANGE = re.compile(r"(?<=\d)-(?=\d)")
UNIT = re.compile(r"(?<=\d) (?=[^\W\d])")

BODY, QUIET, NOTE_SIZE, NOTE_QUIET = (16, 24), (13, 20), (15, 24), (13, 20)
"""Size and line in pixels at 100 %."""

HEADINGS = {1: (28, 36), 2: (16, 24)}
INDENT = 24
BAR = 4


def readable(text: str) -> str:
    """Return the text as it is set: 12-16 weeks with a dash and no break in it."""
    return UNIT.sub("\u00a0", RANGE.sub(f"{JOINER}–{JOINER}", text))


def readable_spans(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return where stretches of a text stand in its readable form."""
    dashes = [found.start() for found in RANGE.finditer(text)]

    def moved(position: int) -> int:
        return position + 2 * sum(dash < position for dash in dashes)

    return tuple((moved(start), moved(end)) for start, end in spans)


def plain(text: str) -> str:
    """Return set text as it is copied: no invisible characters, ordinary spaces."""
    return text.replace(JOINER, "").replace("\u00a0", " ")


def spoken(block: QTextBlock) -> str:
    """Return the words of a block as they are read aloud."""
    return plain(block.text()).strip()


class Typesetter:
    """Sets one page into a document."""

    def __init__(self, document: QTextDocument, look: Look, direction: Qt.LayoutDirection) -> None:
        self._document = document
        self._look = look
        self._direction = direction
        self._cursor = QTextCursor(document)
        self._fresh = True

    def set(self, blocks: Blocks) -> None:
        """Replace the document's text by these blocks."""
        document, look = self._document, self._look
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setIndentWidth(look.text(INDENT))
        document.setDefaultFont(look.font(BODY[0]))
        option = document.defaultTextOption()
        option.setTextDirection(self._direction)
        document.setDefaultTextOption(option)
        self._cursor = QTextCursor(document)
        self._cursor.beginEditBlock()
        self._fresh = True
        for number, block in enumerate(blocks):
            self._set(block, blocks[number - 1] if number else None)
        self._cursor.endEditBlock()

    def _set(self, block: object, before: object) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                size = QUIET if block.quiet else BODY
                form = self._block(size, after=4 if block.quiet else 16, place=block.place)
                self._text(block.runs, form, self._chars(size[0], "faint" if block.quiet else "ink"))
            case Item():
                self._item(block, isinstance(before, Item | Notes))
            case Notes():
                self._notes(block, indented=isinstance(before, Item))
            case Links():
                for run in block.links:
                    self._text((run,), self._block((16, 32), after=0, place=block.place), self._chars(16, "accent"))
            case Rule():
                form = self._block((1, 8), before=8, after=8)
                form.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, QTextLength(QTextLength.Type.PercentageLength, 100))
                form.setBackground(QBrush(self._look.colour("line")))
                self._start(form, self._chars(1, "line"))

    def _heading(self, block: Heading) -> None:
        level = min(block.level, 2)
        size = HEADINGS[level]
        form = self._block(size, before=0 if level == 1 else 16, after=16 if level == 1 else 8, place=block.place)
        form.setHeadingLevel(block.level)
        self._text((Run(block.text),), form, self._chars(size[0], "ink", 600))

    def _item(self, block: Item, joins: bool) -> None:  # noqa: FBT001
        form = self._block(BODY, after=8, place=block.place)
        current = self._cursor.currentList() if joins else None
        self._text(block.runs, form, self._chars(BODY[0], "ink"))
        self._cursor.setBlockCharFormat(self._chars(BODY[0], "faint"))  # the colour of the bullet
        if current is not None:
            current.add(self._cursor.block())
        else:
            style = QTextListFormat()
            style.setStyle(QTextListFormat.Style.ListDisc)
            style.setIndent(1)
            self._cursor.createList(style)

    def _notes(self, block: Notes, *, indented: bool) -> None:
        look = self._look
        form = QTextTableFormat()
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setTopMargin(4)
        form.setBottomMargin(look.text(16))
        form.setLeftMargin(look.text(INDENT) if indented else 0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self._cursor.insertTable(1, 1, form)
        cell = table.cellAt(0, 0)
        style = QTextTableCellFormat()
        style.setBackground(QBrush(look.colour("note_soft")))
        style.setPadding(look.text(12))
        style.setLeftPadding(look.text(16))
        start = QTextFrameFormat.BorderStyle.BorderStyle_Solid
        if self._direction == Qt.LayoutDirection.RightToLeft:
            style.setRightBorder(BAR)
            style.setRightBorderStyle(start)
            style.setRightBorderBrush(QBrush(look.colour("note")))
        else:
            style.setLeftBorder(BAR)
            style.setLeftBorderStyle(start)
            style.setLeftBorderBrush(QBrush(look.colour("note")))
        self._cursor = cell.firstCursorPosition()
        self._fresh = True
        label = Run(block.label, strong=True), Run(f"  ·  {block.aside}")
        self._text(label, self._note_block(NOTE_SIZE, block.place), self._chars(NOTE_SIZE[0], "note"))
        for note in block.notes:
            self._note(note, block.place)
        cell.setFormat(style)  # last: Qt keeps it in the cell's first block, whose own format would replace it
        self._cursor = QTextCursor(self._document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True  # Qt keeps an empty block behind every table; the next text goes into it

    def _note(self, note: NoteText, place: str) -> None:
        words = Run(f"{note.verdict}.", strong=True), Run(f" {note.text}")
        self._text(words, self._note_block(NOTE_SIZE, place, before=4), self._chars(NOTE_SIZE[0], "ink"))
        self._text(note.details, self._note_block(NOTE_QUIET, place), self._chars(NOTE_QUIET[0], "faint"), link="note")

    def _note_block(self, size: tuple[int, int], place: str, before: int = 0) -> QTextBlockFormat:
        form = self._block(size, before=before, after=0, place=place)
        form.setProperty(NOTE, True)  # noqa: FBT003 - Qt's signature
        return form

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

    def _text(self, runs: tuple[Run, ...], form: QTextBlockFormat, chars: QTextCharFormat, link: str = "accent") -> None:
        self._start(form, chars)
        whole, at = "".join(run.text for run in runs), 0
        words = readable(whole)  # of all runs: a range may be parted by a change within it
        for run in runs:
            style = QTextCharFormat(chars)
            if run.state == "added":
                style.setFontUnderline(True)
                style.setForeground(self._look.colour("ink"))
            if run.state == "removed":
                style.setFontStrikeOut(True)
                style.setForeground(self._look.colour("faint"))
            if run.strong or run.state == "added":
                style.setFontWeight(QFont.Weight.DemiBold)
            if run.target:
                style.setAnchor(True)
                style.setAnchorHref(run.target)
                style.setForeground(self._look.colour(link))
                style.setFontUnderline(True)
            ((start, end),) = readable_spans(whole, ((at, at + len(run.text)),))
            self._cursor.insertText(words[start:end], style)
            at += len(run.text)

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
