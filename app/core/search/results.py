"""What a search gives back."""

from msgspec import Struct

from app.core.content import Note
from app.core.text import Span


class Hit(Struct, frozen=True):
    """One passage that matches.

    `title` is the question or the section's title, `section` the title of the page it stands on. `snippet` is whole sentences of the
    passage; `spans` are the matching words in it, `title_spans` those in the title. `why` names words that matched in another form.
    """

    place: str
    title: str
    section: str
    snippet: str
    spans: tuple[Span, ...]
    title_spans: tuple[Span, ...]
    why: tuple[str, ...]
    notes: tuple[Note, ...]


class Related(Struct, frozen=True):
    """A glossary term or a figure that belongs to the query."""

    place: str
    title: str


class Results(Struct, frozen=True):
    """The answer to one query.

    `hits` are the best ones, `total` counts all. `terms` are the folded words to mark. `why` lists how words of the query were read.
    `unknown` are typed words that occur nowhere in the article. Without a hit, `nearest` holds the places of the headings to try instead.
    `urgent` says that the query names a sign for which help must be called at once. `corrected` is the query as it was searched for, when
    slips were mended.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    terms: frozenset[str] = frozenset()
    why: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    urgent: bool = False
    corrected: str | None = None

    @property
    def no_match(self) -> bool:
        """Whether something was asked and nothing fits."""
        return not self.hits and bool(self.query.strip())
