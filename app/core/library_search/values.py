"""What goes into the search over many articles, and what comes out of it."""

from collections.abc import Callable

from msgspec import Struct

from app.core.article.content import Article
from app.core.search.results import Hit, Results


class Source(Struct, frozen=True):
    """An article that shall be found: its id, the hash of its content (SHA-256, hexadecimal), and what reads it.

    `read` returns None when the article cannot be read any more; then it is left out.
    """

    id: str
    digest: str
    read: Callable[[], Article | None]


class IndexProgress(Struct, frozen=True):
    """How far the making of the index is: articles done, and all that must be read. `passages` are those that were read so far."""

    done: int
    total: int
    passages: int = 0


class Outcome(Struct, frozen=True):
    """What the making of an index has come to.

    `read` articles were read, with so many `passages`; `removed` ones are no longer found. `told` is one line for people when there is something to
    tell: the index was damaged and made anew, or could not be made; then `is_made` is false, and what stood there stands there still.
    """

    is_made: bool
    read: int = 0
    removed: int = 0
    passages: int = 0
    told: str = ""


class Named(Struct, frozen=True, array_like=True, gc=False):
    """The article of a result: its id, its title and the date it gives for itself."""

    id: str
    title: str
    dated: str
    digest: str = ""


class LibraryHit(Struct, frozen=True):
    """One result and the article that it stands in; notes stay with their passage, as in a search of one article."""

    article: Named
    hit: Hit


class LibraryResults(Struct, frozen=True):
    """The answer of many articles to one query.

    `hits` are the results, the best article's first. `total` counts all results of the articles that were asked closely, `articles` those of them
    that have one. `best` is the answer of the article that stands nearest, `of` its name: what is missing, near or corrected is told by it alone.
    `urgent` is the one article whose danger signs the query names, None when it names none; `urgent_line` is that article's line, `urgent_place` the
    place of its box. `terms` are the folded words to mark.
    """

    query: str
    hits: tuple[LibraryHit, ...] = ()
    total: int = 0
    articles: int = 0
    is_answered: bool = False
    best: Results = Results("")
    of: Named | None = None
    urgent: Named | None = None
    urgent_line: str = ""
    urgent_place: str = ""
    terms: frozenset[str] = frozenset()
