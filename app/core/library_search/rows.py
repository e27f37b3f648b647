"""The articles of an index in memory: 10,000 of them as the bytes of the table, read one by one as they are needed."""

from array import array
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress

import msgspec
from msgspec import Raw

from app.core.library_search.kept import READ_ROW, Row

KEPT_READ = 64
"""Rows that stay read: those of the articles in memory and of the last results."""


class Rows:
    """The rows of the articles that may be found, by the number of their article."""

    def __init__(self, packed: Iterable[Raw], wanted: Collection[str] | None) -> None:
        """`packed` are in the order of their numbers, `wanted` the hashes of the articles that may be found, None for all."""
        self._numbers, self._digests = array("q"), array("Q")
        self._packed: list[Raw] = []
        by_box: dict[str, list[int]] = defaultdict(list)
        languages: set[str] = set()
        for raw in packed:
            row = READ_ROW(raw)
            if wanted is None or row.name.digest in wanted:
                self._numbers.append(row.number)
                self._digests.append(_short(row.name.digest))
                self._packed.append(raw)
                languages.add(row.language)
                if row.box:
                    by_box[row.box].append(row.number)
        self._read: OrderedDict[int, Row] = OrderedDict()
        self._added: dict[int, Row] = {}
        self.languages = sorted(languages)
        """Their languages, as in keys."""
        self.by_box = list(by_box.values())
        """The numbers of articles with the same danger box."""

    def __len__(self) -> int:
        return len(self._packed) + len(self._added)

    def __contains__(self, number: int) -> bool:
        return number in self._added or self._at(number) is not None

    def __getitem__(self, number: int) -> Row:
        row = self._added.get(number) or self._read.get(number)
        if row is None:
            at = self._at(number)
            if at is None:
                raise KeyError(number)
            row = self._read[number] = READ_ROW(self._packed[at])
            if len(self._read) > KEPT_READ:
                self._read.popitem(last=False)
        return row

    def __iter__(self) -> Iterator[Row]:
        for raw in self._packed:
            yield READ_ROW(raw)
        yield from self._added.values()

    def number_of(self, digest: str) -> int | None:
        """Return the number of the article with this hash, or None."""
        with suppress(ValueError):
            number = self._numbers[self._digests.index(_short(digest))]
            if self[number].name.digest == digest:
                return number
        return next((number for number, row in self._added.items() if row.name.digest == digest), None)

    def add(self, row: Row) -> int:
        """Take in an article that the index does not hold, and return the number that it has here."""
        number = -1 - len(self._added)
        self._added[number] = msgspec.structs.replace(row, number=number)
        return number

    def _at(self, number: int) -> int | None:
        at = bisect_left(self._numbers, number)
        return at if at < len(self._numbers) and self._numbers[at] == number else None


def _short(digest: str) -> int:
    """Return the first 64 bits of a hash: enough to find it by."""
    return int(digest[:16], 16)
