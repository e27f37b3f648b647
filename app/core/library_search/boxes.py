"""The danger boxes of all articles: whose signs a query tells, whether or not that article has anything else to say to it."""

from collections.abc import Callable, Collection

from app.core.library_search.rows import Rows
from app.core.search.danger import DangerWords

MOST_HEARD = 8
"""Different boxes that hear every query, those of the most articles first; the others hear only what their article is asked for anyway."""


class Boxes:
    """The boxes of a library; articles with the same box are heard once. What a box needs is read with the first query."""

    def __init__(self, rows: Rows, read: Callable[[int], DangerWords]) -> None:
        """`rows` are the articles, `read` returns the signs in the box of one."""
        self._rows, self._read = rows, read
        self._heard = sorted(rows.by_box, key=len, reverse=True)[:MOST_HEARD]
        self._words: dict[str, DangerWords] = {}

    def owner(self, query: str, first: Collection[int], only: Collection[str] | None) -> int | None:
        """Return the number of an article whose signs a query tells, or whom it asks for a call; one of `first` if one of them has that box.

        `only` are ids of articles to look in, None for all.
        """
        for holders in self._heard:
            of = [number for number in holders if only is None or self._rows[number].name.id in only]
            if of and self._hears(of[0], query):
                return next((number for number in first if number in of), of[0])
        return None

    def _hears(self, number: int, query: str) -> bool:
        row = self._rows[number]
        if row.box not in self._words:
            self._words[row.box] = self._read(number)
        words = self._words[row.box]
        return words.tells(query) or bool(words.asks(query))
