"""What is marked in a text: the words of a search or of find on the page."""

from collections import Counter
from collections.abc import Callable, Iterator

from msgspec import Struct
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from app.core.base.text import Span
from app.ui.look.theme import Look
from app.ui.text.position import each_block
from app.ui.text.properties import place_of

Finder = Callable[[str], tuple[Span, ...]]
"""From a text to the stretches of it that are to be marked."""

Mark = tuple[str, str, int]
"""A mark: the place and the words of its block, and which of the marks in these words it is, counted from 1."""


class Marking(Struct, frozen=True):
    """What is to be marked. With `everywhere`, notes that are folded away are brought out for it."""

    finder: Finder
    everywhere: bool = False


class Marks:
    """Owns the marks of one text: what is to be marked, where that stands, and which mark is the current one (from 0; -1 when none is)."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._marks: tuple[Mark, ...] = ()
        self.marking: Marking | None = None
        self.cursors: tuple[QTextCursor, ...] = ()
        self.current = -1

    def find(self, marking: Marking | None, wanted: tuple[Mark, ...] = ()) -> bool:
        """Find in the text as it is now, and return whether there are other marks than before, or another one is current.

        The first of the wanted marks that is there becomes the current one; the last of all where none of them is.
        """
        before = self._marks, self.current
        self.marking = marking
        found = list(_find(self._document, marking.finder)) if marking is not None else []
        self._marks, self.cursors = tuple(mark for mark, _ in found), tuple(cursor for _, cursor in found)
        numbers = {mark: number for number, mark in enumerate(self._marks)}
        last = len(self._marks) - 1 if wanted else -1
        self.current = next((numbers[mark] for mark in wanted if mark in numbers), last)
        return (self._marks, self.current) != before

    def __len__(self) -> int:
        return len(self._marks)

    def from_current(self) -> tuple[Mark, ...]:
        """Return the current mark and those behind it: where the current one is gone later, the next one takes its place."""
        return self._marks[self.current :] if self.current >= 0 else ()

    def first_from(self, position: int) -> int:
        """Return the first mark at or behind a position; the very first where there is none."""
        return next((number for number, cursor in enumerate(self.cursors) if cursor.selectionStart() >= position), 0)

    def painted(self, look: Look) -> list[QTextEdit.ExtraSelection]:
        """Return the marks as they are painted over the text."""
        painted = []
        for number, cursor in enumerate(self.cursors):
            selection = QTextEdit.ExtraSelection()
            current = number == self.current
            selection.cursor = cursor
            selection.format = _format(look, "accent" if current else "mark", "accent_ink" if current else "mark_ink")
            painted.append(selection)
        return painted


def _find(document: QTextDocument, finder: Finder) -> Iterator[tuple[Mark, QTextCursor]]:
    """Give what is to be marked in a text, in order."""
    counted = Counter[tuple[str, str]]()
    for block in each_block(document):
        words = place_of(block), block.text()
        for start, end in finder(block.text()):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            counted[words] += 1
            yield (*words, counted[words]), cursor


def _format(look: Look, ground: str, ink: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(QColor(look.colour(ground)))
    form.setForeground(QColor(look.colour(ink)))
    return form
