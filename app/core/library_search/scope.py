"""Whether all articles are searched or the open one, and where their index lies; only `load_engine` loads something of the search itself."""

from importlib import import_module
from typing import TYPE_CHECKING

from app.core.files.loader import UnreadableError

if TYPE_CHECKING:
    from app.core.library_search.searching import LibrarySearch

INDEX = "library-index"
"""The folder of the index in the user's cache."""

INDEX_OF_CALL = "library-index-of-call"
"""The same where a call names a folder more: each of the two stays as it is while both kinds of calls take turns."""

INDEX_IN_FOLDER = "search-index"
"""The folder of an index that was made beforehand, in the library's folder itself."""


def index_of(*, is_named: bool) -> str:
    """Return the name of the index in the user's cache; `is_named` where the call itself names a folder more."""
    return INDEX_OF_CALL if is_named else INDEX


ENGINE = "tantivy"
"""The library that gathers passages."""


def load_engine() -> None:
    """Load the engine, before anything that needs it; raise `UnreadableError` with the reason when that cannot be done.

    It may not be installed, and in the single file it has to be unpacked, for which the disk may be full.
    """
    try:
        import_module(ENGINE)
    except ImportError as error:
        message = f"the search in all articles cannot be loaded: {error}"
        raise UnreadableError(message) from error


class Scope:
    """The choice, which outlives the article that is open; `search` is the search over all articles, None while there is none."""

    def __init__(self) -> None:
        self.search: LibrarySearch | None = None
        self.is_all = False

    @property
    def count(self) -> int:
        """How many articles can be searched together; 0 where there is nothing to choose."""
        return self.search.articles if self.search is not None and self.search.articles > 1 else 0

    @property
    def digests(self) -> frozenset[str]:
        """The hashes of the articles that can be searched together."""
        return self.search.digests if self.search is not None else frozenset()

    @property
    def wide(self) -> "LibrarySearch | None":
        """The search over all articles, if it is chosen."""
        return self.search if self.is_all and self.count else None
