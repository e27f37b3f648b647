"""The articles of one run: which were open, how each is read again, where the reader has been in them, which disclaimers were accepted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.core.article.content import Article, Disclaimer
from app.core.article.history import Visits
from app.core.article.places import HANDBOOK
from app.core.files.loader import ContentError, Loaded, UnreadableError, load

Way = Callable[[], Loaded]
"""Reads an article; raises `ContentError` or `UnreadableError`."""


class Articles:
    """Finds an article by its id; nothing of an article is held longer than it is open.

    `bundled` is the file of the article that comes with the program, and `known_good` the hash with which it need not be checked. `library` is asked
    for articles that were not open yet: it returns how one is read, None for an id that it does not know. `handbook` reads the handbook.
    """

    def __init__(self, bundled: Path, known_good: str = "", library: Callable[[str], Way | None] | None = None, handbook: Way | None = None) -> None:
        self._bundled_file, self._known_good, self._handbook = bundled, known_good, handbook
        self._ways: dict[str, Way] = {}
        self._accepted: set[tuple[str, ...]] = set()
        self.library = library
        self.visits = Visits()

    def note(self, loaded: Loaded, way: Way | None = None) -> None:
        """Note the article that is opened now, and how it is read again; the first one of a run is its home, if it is the bundled one."""
        name = loaded.article.id
        if not self._ways and loaded.path == self._bundled_file:
            self.visits.home = name
        self._ways[name] = way or partial(load, loaded.path, loaded.digest)  # unchanged, it need not be checked again

    def read(self, article: str) -> Loaded | str | None:
        """Return an article by its id, else in one line why it cannot be opened, or None when no such article is known."""
        way = self._ways.get(article) or (self.library(article) if self.library is not None else None) or self._bundled(article)
        try:
            return way() if way is not None else None
        except (ContentError, UnreadableError) as error:
            return str(error)

    def _bundled(self, article: str) -> Way | None:
        if article == HANDBOOK:
            return self._handbook
        if self.visits.home:  # it is among those that were open
            return None
        try:
            loaded = load(self._bundled_file, self._known_good)
        except (ContentError, UnreadableError):
            return None
        return (lambda: loaded) if loaded.article.id == article else None  # it has been read to know its id

    def accept(self, disclaimer: Disclaimer) -> None:
        """Note that the reader has accepted the words of a disclaimer."""
        self._accepted.add(_words(disclaimer))

    def has_accepted(self, article: Article) -> bool:
        """Return whether the words of an article's disclaimer were accepted in this run: then they are not shown again."""
        return _words(article.disclaimer) in self._accepted


def _words(disclaimer: Disclaimer) -> tuple[str, ...]:
    return (disclaimer.title, *disclaimer.text)


def is_same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
