"""Positions in a text, named by blocks and not by pixels: they are found again in another size, and when other blocks stand around them."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QScrollBar

from app.ui.text.properties import place_of

Line = tuple[str, int]
"""A block of a text: its place, and which of the blocks of this place it is, counted from 1."""

Top = tuple[tuple[Line, ...], float]
"""The blocks from the one at the top to the beginning, and the share of the first that is scrolled by."""

Spot = tuple[Line, int]
"""A block, and a position in it."""

Selection = tuple[Spot, Spot]
"""Where a selection begins and ends, in the order in which it was made; both are the same where nothing is selected."""


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


def top_at(document: QTextDocument, scrolled: int) -> Top | None:
    """Return what stands at the top of a text that is scrolled by so many pixels; None at the very top."""
    if not scrolled:
        return None
    layout, passed, share = document.documentLayout(), list[Line](), 0.0
    for line, block in each_line(document):
        box = layout.blockBoundingRect(block)
        if box.top() > scrolled and passed:
            break
        passed.append(line)
        share = (scrolled - box.top()) / max(1.0, box.height())
    return tuple(reversed(passed)), share


def pixels_to(document: QTextDocument, top: Top) -> int | None:
    """Return by how many pixels to scroll a text to what stood at the top; where that is gone, to the end of what stood before it, if anything."""
    layout = document.documentLayout()
    known = {line: layout.blockBoundingRect(block) for line, block in each_line(document)}
    wanted, share = top
    found = next((line for line in wanted if line in known), None)
    if found is None:
        return None
    box = known[found]
    return round(box.top() + (share if found == wanted[0] else 1.0) * box.height())


def selection_of(cursor: QTextCursor) -> Selection:
    """Return what a cursor selects."""
    document = cursor.document()
    ends = cursor.anchor(), cursor.position()
    first, second = (document.findBlock(end) for end in ends)
    names = {block.blockNumber(): line for line, block in each_line(document)}
    return (names[first.blockNumber()], ends[0] - first.position()), (names[second.blockNumber()], ends[1] - second.position())


def cursor_at(document: QTextDocument, selection: Selection | None) -> QTextCursor:
    """Return a cursor that selects the same; it is at the beginning of the text where one of the two blocks is gone."""
    cursor = QTextCursor(document)
    if selection is not None:
        wanted = {line for line, _ in selection}
        found = {line: block for line, block in each_line(document) if line in wanted}
        if len(found) == len(wanted):
            ends = [found[line].position() + min(offset, found[line].length() - 1) for line, offset in selection]
            cursor.setPosition(ends[0])
            cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor


def share_of(bar: QScrollBar) -> float:
    """Return which share of all that a scroll bar moves is above what is seen: 0 at the top, and the same whatever is seen of it at once."""
    return bar.value() / max(1, bar.maximum() + bar.pageStep())


def set_share(bar: QScrollBar, share: float) -> None:
    """Move a scroll bar so that a share of all is above what is seen; 1 moves it to its end."""
    bar.setValue(round(share * (bar.maximum() + bar.pageStep())))
