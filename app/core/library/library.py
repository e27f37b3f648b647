"""The articles that this program can open, as values."""

import datetime as dt
from enum import Enum
from pathlib import Path

from msgspec import Struct


class Origin(Enum):
    """Where an article comes from: with the program, from the user's own library folder, or from a folder of others, which is only read."""

    BUNDLED = "bundled"
    OWN = "own"
    SHARED = "shared"


class ArticleFile(Struct, frozen=True):
    """One edition of an article, as the library knows it without holding its text.

    `line` says in one line what it is about, `dated` is the article's own date (empty if it states none), `checked` the day on which its evidence was
    checked, `review` what the program says of its review, `digest` the SHA-256 of its content, `path` its `content.json` or its pack.
    """

    id: str
    title: str
    line: str
    language: str
    direction: str
    dated: str
    checked: dt.date | None
    review: str
    digest: str
    path: Path
    origin: Origin
    added: dt.date | None


class BrokenFile(Struct, frozen=True):
    """A file of the library that cannot be opened, with the reason in one line."""

    name: str
    path: Path
    reason: str
    origin: Origin


class Held(Struct, frozen=True):
    """One article: the edition that is shown, which is the newest one unless the reader went back, and all others from the latest to the oldest."""

    newest: ArticleFile
    earlier: tuple[ArticleFile, ...]


class Library(Struct, frozen=True):
    """All articles, by title, and what cannot be opened."""

    articles: tuple[Held, ...]
    broken: tuple[BrokenFile, ...]

    def find(self, article: str) -> Held | None:
        """Return the article with an id, if the library holds it."""
        return next((held for held in self.articles if held.newest.id == article), None)
