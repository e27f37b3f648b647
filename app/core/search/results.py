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


class Results(Struct, frozen=True):
    """The answer to one query.

    `hits` are the best ones, `total` counts all. `unknown` lists typed words that occur nowhere in the article. Without a hit, `nearest`
    holds the places of the headings to try instead. `urgent` says that the query names a sign for which help must be called at once.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    terms: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    urgent: bool = False
    corrected: str | None = None

    @property
    def no_match(self) -> bool:
        """Whether something was asked and nothing fits."""
        return not self.hits and bool(self.query.strip())
