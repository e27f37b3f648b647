"""What a page keeps when it is filled anew: in another size or theme, with another column beside it, or with other terms."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from app.core.base.text import Span
from app.ui.text.properties import place_of

Finder = Callable[[str], tuple[Span, ...]]
"""From a text to the stretches of it that are to be marked."""

Line = tuple[str, int]
"""A block of a page: its place, and which of the blocks of this place it is, counted from 1."""

Top = tuple[tuple[Line, ...], float]
"""The blocks from the one at the top to the beginning, and the share of the first that is scrolled by."""

Mark = tuple[str, str, int]
"""A mark: the place and the words of its block, and which of the marks in these words it is, counted from 1."""

Spot = tuple[Line, int]
"""A block, and a position in it."""


class Marking(Struct, frozen=True):
    """What is marked on a page. With `everywhere`, notes that are folded away are brought out for it."""

    finder: Finder
    everywhere: bool = False


class Kept(Struct, frozen=True):
    """How a reader has a page; it is read from the page before the filling and given back with it.

    `marks` are the current mark and those behind it: where the current one is gone, the next one takes its place. `caret` holds both ends of what is
    selected. The page of questions has one of these for each answer, by place.
    """

    top: Top | None = None
    marking: Marking | None = None
    marks: tuple[Mark, ...] = ()
    caret: tuple[Spot, Spot] | None = None
    answers: Mapping[str, "Kept"] = {}


FROM_THE_TOP = Kept()


def each_block(document: QTextDocument) -> Iterator[QTextBlock]:
    """Give the blocks of a text in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def each_line(document: QTextDocument) -> Iterator[tuple[Line, QTextBlock]]:
    """Give the blocks of a text in order, each with its name."""
    counted = Counter[str]()
    for block in each_block(document):
        place = place_of(block)
        counted[place] += 1
        yield (place, counted[place]), block


def find_marks(document: QTextDocument, finder: Finder) -> Iterator[tuple[Mark, QTextCursor]]:
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


def spots_of(cursor: QTextCursor) -> tuple[Spot, Spot]:
    """Return where a cursor's selection begins and ends, in the order in which it was made."""
    document = cursor.document()
    ends = cursor.anchor(), cursor.position()
    first, second = (document.findBlock(end) for end in ends)
    names = {block.blockNumber(): line for line, block in each_line(document)}
    return (names[first.blockNumber()], ends[0] - first.position()), (names[second.blockNumber()], ends[1] - second.position())


def cursor_at(document: QTextDocument, spots: tuple[Spot, Spot] | None) -> QTextCursor:
    """Return a cursor that selects what lies between two spots; it is at the beginning of the text where one of them is gone."""
    cursor = QTextCursor(document)
    if spots is not None:
        wanted = {line for line, _ in spots}
        found = {line: block for line, block in each_line(document) if line in wanted}
        if len(found) == len(wanted):
            ends = [found[line].position() + min(offset, found[line].length() - 1) for line, offset in spots]
            cursor.setPosition(ends[0])
            cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor
