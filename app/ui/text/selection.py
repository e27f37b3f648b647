"""Take the selected words of a page, with the notes of their passages, as plain text and as clean HTML."""

from collections.abc import Callable, Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.core.files.leaving import UNLIMITED, Leaving
from app.core.formats.copying import Copied, copied
from app.core.pages.blocks import Block, Blocks, Heading, Item, Notes, Paragraph, Run
from app.ui.text.properties import NOTE, PLACE
from app.ui.text.readable import plain


class Origin(Struct, frozen=True):
    """Where words come from: `cite` gives, for the places whose words are taken, the line that says so; empty where none is due.

    `leaving` says whether they may be copied at all.
    """

    language: str
    direction: str
    cite: Callable[[frozenset[str]], str]
    leaving: Leaving = UNLIMITED


UNKNOWN = Origin("", "ltr", lambda _places: "")

NAME = 3
"""So many words are a name or a term, not a statement; they are copied as they are, unless an alert stands beside them."""


class Selected:
    """What a cursor selects in a page that shows some blocks."""

    def __init__(self, cursor: QTextCursor, blocks: Blocks) -> None:
        self._first, self._last = cursor.selectionStart(), cursor.selectionEnd()
        self._all = [block for block in blocks if isinstance(block, Notes)]
        chosen = [block for block in _each(cursor) if self._words(block).strip()]
        self._parts = [block for block in chosen if not _only_leads(block)] or chosen
        self._statements = [block for block in self._parts if not block.blockFormat().boolProperty(NOTE)]
        self.text = plain(cursor.selection().toPlainText()).strip("\n")  # Qt begins a list item with a line break
        self.places = frozenset(place for block in self._parts if (place := _place(block)))

    def copied(self, citation: str, origin: Origin) -> Copied:
        """Return both forms; notes that belong to the words go with them, whole and once, whether they were selected or not."""
        blocks = self._with_notes() if self._statements else self._of_notes()
        return copied(blocks, citation, origin.language, origin.direction)

    def is_name(self) -> bool:
        """Return whether the words are too few to state anything, and no alert stands beside them."""
        alerts = any(note.alert for notes in self._notes() for note in notes.notes)
        return len(self.text.split()) <= NAME and not alerts

    def _notes(self) -> list[Notes]:
        told = {_place(block) for block in self._statements}
        also = {_place(block) for block in self._parts if block.blockFormat().boolProperty(NOTE)}
        return [notes for notes in self._all if told & {notes.place, *notes.places} or notes.place in also]

    def _with_notes(self) -> Iterator[Block]:
        waiting = self._notes()
        taken: set[str] = set()
        for number, block in enumerate(self._parts):
            if not block.blockFormat().boolProperty(NOTE):
                yield self._block(block)
            later = {_place(other) for other in self._parts[number + 1 :]}
            for notes in [notes for notes in waiting if not later & {notes.place, *notes.places}]:
                waiting.remove(notes)
                fresh = tuple(note for note in notes.notes if note.alert or note.id not in taken)  # a quiet note may stand in several panels
                taken.update(note.id for note in notes.notes)
                if fresh:
                    yield replace(notes, notes=fresh)

    def _of_notes(self) -> Iterator[Block]:
        """Words of a note alone: they are never left without the label that says they are no part of the article."""
        yield from (Paragraph((Run(plain(self._words(block)).strip()),)) for block in self._parts)
        labels = dict.fromkeys(f"{notes.label} ({notes.aside})" for notes in self._notes())
        text = "\n".join(plain(self._words(block)) for block in self._parts)
        yield from (Paragraph((Run(label),), quiet=True) for label in labels if label.split(" (")[0] not in text)

    def _words(self, block: QTextBlock) -> str:
        return block.text()[max(0, self._first - block.position()) : max(0, self._last - block.position())]

    def _block(self, block: QTextBlock) -> Block:
        runs, words = self._runs(block), plain(self._words(block)).strip()
        level = block.blockFormat().headingLevel()
        if len(self._parts) == 1:
            return Paragraph(runs)  # words out of a heading or an item are neither
        if level:
            return Heading(words, level)
        return Item(runs) if block.textList() is not None else Paragraph(runs)

    def _runs(self, block: QTextBlock) -> tuple[Run, ...]:
        """Return the selected words, those that are set strong still so."""
        made: list[Run] = []
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            parts += 1
            start = max(0, self._first - fragment.position())
            words = fragment.text()[start : max(0, self._last - fragment.position())]
            if words:
                made.append(Run(plain(words), strong=fragment.charFormat().fontWeight() > QFont.Weight.Normal))
        alike = groupby(made, lambda run: run.strong)  # Qt parts them at every link
        return tuple(Run("".join(run.text for run in runs), strong=strong) for strong, runs in alike)


def _place(block: QTextBlock) -> str:
    return str(block.blockFormat().stringProperty(PLACE))


def _only_leads(block: QTextBlock) -> bool:
    """Return whether a block is nothing but links to elsewhere, or the heading over them; where it is pasted, they would lead nowhere."""
    if block.blockFormat().headingLevel():
        return block.next().isValid() and not block.next().blockFormat().headingLevel() and _only_leads(block.next())
    pieces, found = block.begin(), False
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.text().strip():
            if not piece.charFormat().anchorHref():
                return False
            found = True
        pieces += 1
    return found and not _place(block)


def _each(cursor: QTextCursor) -> Iterator[QTextBlock]:
    block = cursor.document().findBlock(cursor.selectionStart())
    while block.isValid() and block.position() < cursor.selectionEnd():
        yield block
        block = block.next()


def mime_of(cursor: QTextCursor, blocks: Blocks, origin: Origin = UNKNOWN) -> QMimeData:
    """Return what Qt takes of a selection, to copy or drag it: nothing but its words, their notes, and where they come from.

    Where nothing may be copied it is nothing.
    """
    if not origin.leaving.may_copy:
        return QMimeData()
    selected = Selected(cursor, blocks)
    if selected.is_name():
        data = QMimeData()
        data.setText(selected.text)
        return data
    return as_mime(selected.copied(origin.cite(selected.places), origin))


SELECTING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.SelectNextChar,
    QKeySequence.StandardKey.SelectPreviousChar,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
    QKeySequence.StandardKey.SelectNextLine,
    QKeySequence.StandardKey.SelectPreviousLine,
    QKeySequence.StandardKey.SelectNextPage,
    QKeySequence.StandardKey.SelectPreviousPage,
    QKeySequence.StandardKey.SelectStartOfLine,
    QKeySequence.StandardKey.SelectEndOfLine,
    QKeySequence.StandardKey.SelectStartOfBlock,
    QKeySequence.StandardKey.SelectEndOfBlock,
    QKeySequence.StandardKey.SelectStartOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)
"""The keys by which Qt's texts copy, or select words: on X11 these are handed to the desktop as soon as they are selected."""


class NothingSelected(QObject):
    """Keeps a text, which it belongs to, from selecting and copying by key, so that the clipboard stays as it is; the window's command says why."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        text.setTextInteractionFlags(text.textInteractionFlags() & ~Qt.TextInteractionFlag.TextSelectableByMouse)
        text.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Take the keys from the text, and leave them to the shortcuts of the window."""
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} or not isinstance(event, QKeyEvent):
            return False
        if not any(event.matches(keys) for keys in SELECTING):
            return False
        event.setAccepted(event.type() == QEvent.Type.KeyPress)
        return True


def as_mime(words: Copied) -> QMimeData:
    """Return both forms as Qt carries them."""
    data = QMimeData()
    data.setText(words.text)
    data.setHtml(words.html)
    return data


def refusal() -> str:
    """Return what is said where the machine's policy lets nothing be copied."""
    return QCoreApplication.translate("Copying", "Your organisation has switched off copying")
