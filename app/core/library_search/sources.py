"""The articles of a library as what an index over them is made of."""

from functools import partial
from pathlib import Path

from app.core.article.content import Article
from app.core.library.library import ArticleFile, Library
from app.core.library.shelf import Refused, Shelf
from app.core.library_search.scope import INDEX_IN_FOLDER
from app.core.library_search.values import Source


def sources_of(library: Library, shelf: Shelf) -> tuple[Source, ...]:
    """Return the newest edition of every article; what cannot be read any more when its turn comes is left out then."""
    return tuple(Source(held.newest.id, held.newest.digest, partial(_article, shelf, held.newest)) for held in library.articles)


def ready_in(shelf: Shelf) -> tuple[Path, ...]:
    """Return the folders where an index may lie that was made beforehand for all who read a shared library."""
    return tuple(folder / INDEX_IN_FOLDER for folder in shelf.shared)


def _article(shelf: Shelf, file: ArticleFile) -> Article | None:
    try:
        return shelf.load(file).article
    except Refused:
        return None
