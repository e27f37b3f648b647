"""Part what stands on a sheet into pages: what belongs together stays together."""

from collections.abc import Iterable
from typing import Protocol, Self

from msgspec import Struct


class Piece(Protocol):
    """Something that takes room on a page; `before` is the space above it where it does not begin the page."""

    before: float

    @property
    def height(self) -> float:
        """How much room it takes."""

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Part it so that the first part fits the room; None when that cannot be."""


class Group(Struct, frozen=True):
    """Pieces that stand on one page. `beside` is a heading at their side.

    `apart` are the groups that take their place when all together are taller than a page.
    """

    pieces: tuple[Piece, ...]
    beside: Piece | None = None
    apart: tuple["Group", ...] = ()

    @property
    def height(self) -> float:
        """How much room the group takes at the top of a page."""
        pieces = sum(piece.height + (piece.before if number else 0) for number, piece in enumerate(self.pieces))
        return max(pieces, self.beside.height if self.beside else 0)


class Placed(Struct, frozen=True):
    """A piece with the distance of its top from the top of the page's room."""

    top: float
    piece: Piece


Pages = list[list[Placed]]


def paginate(groups: Iterable[Group], first: float, other: float) -> Pages:
    """Put the groups on pages, of which the first has another room than the rest.

    A group goes to the next page when it does not fit; one that is taller than a page is parted, between its pieces where that serves.
    """
    pages = _Pages(first, other)
    for group in groups:
        pages.place(group)
    return pages.made


class _Pages:
    def __init__(self, first: float, other: float) -> None:
        self.made: Pages = [[]]
        self._at = 0.0
        self._room = first
        self._other = other

    def place(self, group: Group) -> None:
        before = group.pieces[0].before if self._at and group.pieces else 0
        if self._at + before + group.height <= self._room:
            self._put(group, before)
        elif group.height <= self._other:
            self._turn()
            self._put(group, 0)
        elif group.apart:
            for part in group.apart:
                self.place(part)
        else:
            self._part(group)

    def _put(self, group: Group, before: float) -> None:
        top = end = self._at + before
        if group.beside is not None:
            self.made[-1].append(Placed(top, group.beside))
        for number, piece in enumerate(group.pieces):
            start = end + (piece.before if number else 0)
            self.made[-1].append(Placed(start, piece))
            end = start + piece.height
        self._at = max(end, top + group.height)

    def _part(self, group: Group) -> None:
        """Part a group that is taller than a page; it begins where the page has come to, unless nothing but its beginning would stay there."""
        if not self._can_begin(group):
            self._turn()
        if group.beside is not None:
            self.made[-1].append(Placed(self._start_of(group), group.beside))
        for piece in group.pieces:
            self._pour(piece)

    def _start_of(self, group: Group) -> float:
        return self._at + (group.pieces[0].before if self._at and group.pieces else 0)

    def _can_begin(self, group: Group) -> bool:
        """Return whether so much of a group has room on this page that no heading or passage stays behind alone, and none is parted needlessly."""
        room = self._room - self._start_of(group)
        if group.beside is not None and group.beside.height > room:
            return False
        for number, piece in enumerate(group.pieces):
            room -= piece.before if number else 0
            if piece.height > room:
                is_last = number == len(group.pieces) - 1
                return (bool(number and is_last) or piece.height > self._other) and piece.split(room) is not None
            room -= piece.height
        return True

    def _pour(self, piece: Piece) -> None:
        rest: Piece | None = piece
        while rest is not None:
            start = self._at + (rest.before if self._at else 0)
            parts: tuple[Piece, Piece | None] | None = (rest, None)
            if start + rest.height > self._room:
                # parted rather than put on the next page: what can stand with the piece before it does
                parts = rest.split(self._room - start) or (None if self._at else (rest, None))
            if parts is None:
                self._turn()
                continue
            shown, rest = parts
            self.made[-1].append(Placed(start, shown))
            self._at = start + shown.height
            if rest is not None:
                self._turn()

    def _turn(self) -> None:
        self.made.append([])
        self._at = 0.0
        self._room = self._other
