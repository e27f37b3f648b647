"""Make ids from words. The same words give the same id; what somebody has named keeps its name."""

import re
from collections.abc import Iterable

from app.core.article.content import PLACE_PATTERN
from app.core.base.text import fold
from app.core.files.check import RESERVED

LONGEST = 40
PLACE_WORDS = 4
TAKEN = frozenset({*RESERVED, "notes", "faq", "about", "disclaimer", "urgent-care", "article"})
LATIN = re.compile(r"[a-z0-9]+")


class Names:
    """The ids of one article: no two are the same."""

    def __init__(self, small: frozenset[str], taken: Iterable[str] = ()) -> None:
        self._small = small
        self._taken = {*TAKEN, *taken}
        self._counts: dict[str, int] = {}

    def take(self, name: str) -> bool:
        """Take an id; return False for one that is taken, or is none."""
        if name in self._taken or not re.match(PLACE_PATTERN, name):
            return False
        self._taken.add(name)
        return True

    def made(self, text: str, other: str, page: str = "") -> str:
        """Return a new id from the first words of a text that tell something; from `other` where they have no Latin letters."""
        name = self.slug(text) or other
        name = f"{page}/{name}" if page else name
        while not self.take(name if (count := self._counts.get(name, 1)) == 1 else f"{name}-{count}"):
            self._counts[name] = count + 1
        self._counts[name] = count + 1
        return name if count == 1 else f"{name}-{count}"

    def slug(self, text: str) -> str:
        """Return the first words of a text that tell something, as they stand in an id."""
        words = LATIN.findall(fold(text[:500]).replace("'", ""))
        telling = [word for word in words if word not in self._small] or words
        found = ""
        for word in telling[:PLACE_WORDS]:
            joined = f"{found}-{word}" if found else word[:LONGEST]
            if len(joined) > LONGEST:
                break
            found = joined
        return found


def numbered(prefix: str, taken: set[str], width: int = 2) -> str:
    """Return the next free id such as EN03, and take it."""
    used = [int(name.removeprefix(prefix)) for name in taken if name.startswith(prefix) and name.removeprefix(prefix).isdigit()]
    name = f"{prefix}{max(used, default=0) + 1:0{width}}"
    taken.add(name)
    return name
