"""Search over all articles of a library from the command line, and the index for it; only these load the engine."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec

from app.cli.answers import as_object, closing_lines, hit_lines, imprint_of, opening_lines
from app.core.article.places import HANDBOOK, Places
from app.core.base.labels import ENGLISH
from app.core.files.indexes import Indexes
from app.core.files.loader import Loaded, UnreadableError
from app.core.files.own_files import cache_folder
from app.core.library.library import Library
from app.core.library.shelf import Shelf
from app.core.library_search.making import indexing
from app.core.library_search.passages import IndexDamagedError
from app.core.library_search.scope import INDEX_IN_FOLDER, index_of
from app.core.library_search.searching import LibrarySearch
from app.core.library_search.sources import ready_in, sources_of
from app.core.library_search.values import LibraryResults, Named, Outcome, Source
from app.core.pages.document import Document
from app.core.search.engine import SearchIndex
from app.core.search.results import Results
from app.machine import paths
from app.machine.exits import DONE, UNREADABLE, WRONG_CONTENT, complain

NOT_SAID = "No article says this"

NO_CACHE = "there is no folder for the index, because this user has no home folder"


def make_index(shelf: Shelf, folder: Path | None, named: Path | None = None) -> int:
    """Make or renew the index over all articles: inside a folder, for whoever searches there, or in the user's cache.

    The one in a folder holds what comes with the program, too, so that it is all that a search there needs. The exit code says whether something
    cannot be opened, as that of `library list` does.
    """
    where = folder / INDEX_IN_FOLDER if folder is not None else _in_cache(named)
    library = shelf.read()
    _tell_broken(library)
    sources = sources_of(library, shelf)
    outcome = _renewed(where, sources, () if folder is not None else ready_in(shelf))
    if not outcome.is_made:
        return UNREADABLE
    print(f"{where}: {ENGLISH.count_articles(len(sources))}; {outcome.read} read ({outcome.passages} passages), {outcome.removed} removed")
    return WRONG_CONTENT if library.broken else DONE


def search_all(loaded: Loaded, shelf: Shelf, named: Path | None, queries: Iterable[str], limit: int, numbers: str = "", *, as_json: bool) -> int:
    """Print what answers each query in the open article and all others of the library; no answer is no error.

    The open article stands in the place of the library's with the same id, but the bundled one gives way to a newer edition.
    """
    library = shelf.read()
    _tell_broken(library)
    held = library.find(loaded.article.id)
    if loaded.path == paths.CONTENT and held is not None and held.newest.digest != loaded.digest:
        loaded = shelf.load(held.newest)
    others = msgspec.structs.replace(library, articles=tuple(held for held in library.articles if held.newest.id != loaded.article.id))
    found = _opened(shelf, library, others, _in_cache(named))
    found.keep(loaded, SearchIndex(loaded.article, data=Indexes(cache_folder()).find(loaded)))
    documents = _Documents(loaded, others, shelf, numbers)
    shown: dict[str, str] = {}
    try:
        for query in queries:
            results = found.search(query, limit)
            imprints = {of.id: documents.imprint(of) for of in _articles(results)} or {loaded.article.id: documents.imprint(None)}
            shown |= imprints
            if as_json:
                print(json.dumps(_as_object(results, "\n".join(imprints.values()), numbers), ensure_ascii=False))
            else:
                print(_as_lines(results, documents))
    except IndexDamagedError as error:
        message = f"the index of the library is damaged ({error}); run `library index` to make it again"
        raise UnreadableError(message) from error
    if not as_json:
        print("\n".join(shown.values()))
    return DONE


class _Documents:
    """The articles of the results, read when something of them is printed that the index does not hold."""

    def __init__(self, loaded: Loaded, library: Library, shelf: Shelf, numbers: str) -> None:
        self._shelf, self._numbers = shelf, numbers
        self.open = self._document(loaded)
        self._files = {held.newest.digest: held.newest for held in library.articles}
        self._known = {loaded.digest: self.open}

    def _document(self, loaded: Loaded) -> Document:
        return Document(loaded.article, loaded.short_digest, numbers=self._numbers)

    def of(self, named: Named) -> Document:
        """Return an article of a result; raise `Refused` when it was taken away meanwhile."""
        if named.digest not in self._known:
            self._known[named.digest] = self._document(self._shelf.load(self._files[named.digest]))
        return self._known[named.digest]

    def imprint(self, named: Named | None) -> str:
        """Return the line that goes with every text of an article, None for the open one; each article has its own date and review."""
        document = self.open if named is None else self.of(named)
        return f"{document.article.title}: {imprint_of(document)}"


def _articles(results: LibraryResults) -> list[Named]:
    """Return the articles that something is printed of."""
    near = [results.of] if results.of is not None and results.best.near else []
    urgent = [results.urgent] if results.urgent is not None else []
    return list({named.digest: named for named in (*urgent, *(hit.article for hit in results.hits), *near)}.values())


def _together(results: LibraryResults) -> Results:
    """Return the answer as if it were that of one article: what is missing, near or corrected is told by the one that stands nearest."""
    hits = tuple(hit.hit for hit in results.hits)
    urgent = results.urgent is not None
    return msgspec.structs.replace(results.best, query=results.query, hits=hits, is_answered=results.is_answered, urgent=urgent)


def _as_object(results: LibraryResults, imprint: str, numbers: str) -> dict[str, object]:
    """Return what `search --json` prints: the form of one article, with the article of each result."""
    nearest = results.of.id if results.of is not None else ""
    return as_object(_together(results), imprint, numbers, of=[hit.article.id for hit in results.hits], nearest=nearest)


def _as_lines(results: LibraryResults, documents: _Documents) -> str:
    """Return one query's answer for a person to read: every place as an address that names its article, and the article's title and date."""
    answer, lines = _together(results), []
    if results.urgent is not None and (urgent := documents.of(results.urgent).article.urgent_care) is not None:
        lines.append(f"{urgent.line} [{results.urgent.id}:{urgent.id}]")
    nearest = documents.open if results.of is None else documents.of(results.of)
    lines += opening_lines(answer, nearest.labels, NOT_SAID)
    for hit in results.hits:
        document = documents.of(hit.article)
        lines += hit_lines(hit.hit, document, Places(document.article), f"{hit.article.id}:")
        lines.append(f"  {hit.article.title}, {hit.article.dated}")
    lines += closing_lines(answer, nearest.labels, Places(nearest.article), f"{nearest.article.id}:")
    return "\n".join(lines) + "\n"


# --- the index ---


def _opened(shelf: Shelf, library: Library, others: Library, cache: Path) -> LibrarySearch:
    """Return the search over the `others` of a library by the index in the user's cache, which is brought up to date first.

    It holds the whole library: the window uses it, too. Raise `UnreadableError` when there is none.
    """
    _renewed(cache, sources_of(library, shelf), ready_in(shelf))
    try:
        return LibrarySearch(cache, wanted=frozenset(held.newest.digest for held in others.articles), below=(HANDBOOK,))
    except IndexDamagedError as error:
        message = f"the library cannot be searched: there is no index in {cache}"
        raise UnreadableError(message) from error


def _renewed(where: Path, sources: tuple[Source, ...], ready: tuple[Path, ...] = ()) -> Outcome:
    """Bring an index to what the sources are, and complain of what is to be told; who looks at a terminal sees how far it is."""
    is_watched = sys.stderr is not None and sys.stderr.isatty()
    steps, told = indexing(where, sources, ready), -1
    while True:
        try:
            progress = next(steps)
        except StopIteration as end:
            outcome: Outcome = end.value
            break
        if is_watched and progress.total and progress.done != told:
            told = progress.done
            print(f"\r{told} of {progress.total} articles prepared for search", end="", file=sys.stderr, flush=True)
    if told >= 0:
        print(file=sys.stderr)
    if outcome.told:
        complain(outcome.told)
    return outcome


def _in_cache(named: Path | None) -> Path:
    cache = cache_folder()
    if cache is None:
        raise UnreadableError(NO_CACHE)
    return cache / index_of(is_named=named is not None)


def _tell_broken(library: Library) -> None:
    """Complain in one line of all that cannot be opened."""
    if library.broken:
        first, *more = library.broken
        others = f", and {len(more)} more; `library check` lists all problems" if more else ""
        complain(f"not searched: {first.path} cannot be opened: {first.reason}{others}")
