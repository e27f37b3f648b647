"""What people ask of other articles: their questions, with a gap for the thing that each article is about."""

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from app.core.article.content import Article
from app.core.library.library import Library
from app.core.library.shelf import Refused, Shelf
from app.core.library.user_library import LibraryFolders

GAP = "…"
"""What stands in a question for the thing that it is about."""

MOST = 200
"""Articles of a folder that are read for their questions, the first by title."""


class Asked(Struct, frozen=True):
    """The questions of one article; nothing else of it is held."""

    id: str
    language: str
    questions: tuple[str, ...]


Asking = Callable[[str], tuple[Asked, ...]]
"""Reads what is asked of the articles in a language. It takes as long as a folder takes."""


def asked_of(article: Article) -> Asked:
    """Return the questions of an article that name its thing; others are about that article alone."""
    return Asked(article.id, article.language, tuple(_forms(article)))


def _forms(article: Article) -> Iterator[str]:
    title = article.title.lower()
    for entry in article.faq.entries:
        at = entry.question.lower().find(title)
        if at >= 0:
            yield f"{entry.question[:at]}{GAP}{entry.question[at + len(title) :]}"


def asking_in(folders: LibraryFolders) -> tuple[Asking, ...]:
    """Return what reads the questions in each folder of a library; one that does not answer keeps the others from nothing."""
    shelf = folders.shelf()
    return tuple(partial(_asked_in, read, shelf) for read in shelf.folders())


def _asked_in(read: Callable[[], Library], shelf: Shelf, language: str) -> tuple[Asked, ...]:
    files = [held.newest for held in read().articles if held.newest.language == language]
    found = []
    for file in files[:MOST]:
        try:
            found.append(asked_of(shelf.load(file).article))
        except Refused:  # it was taken away meanwhile
            continue
    return tuple(found)
