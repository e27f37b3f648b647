"""What a search gives back."""

from typing import Literal

from msgspec import Struct

from app.core.article.content import Note
from app.core.base.labels import Labels
from app.core.base.text import Span

Kind = Literal["passage", "note", "term", "urgent"]


class Hit(Struct, frozen=True):
    """One passage, evidence note or glossary meaning that matches, or the danger box (`urgent`).

    `kind` says which. `title` is the question, the section's title, the note's verdict or the glossary term; `section` is the title of the
    page it stands on. `snippet` is whole sentences of it; `spans` are the matching words there, `title_spans` those in the title. `why` names
    words that matched in another form, `also` these forms. `notes` are the evidence notes of a passage; for others they are empty. `beside` is
    the place of the passage that a note stands beside, empty for others. The place of a note is `notes/EN29`.
    """

    place: str
    title: str
    section: str
    snippet: str
    spans: tuple[Span, ...]
    title_spans: tuple[Span, ...]
    why: tuple[str, ...]
    notes: tuple[Note, ...]
    kind: Kind = "passage"
    beside: str = ""
    also: tuple[str, ...] = ()


class Related(Struct, frozen=True):
    """A glossary term or a figure that belongs to the query."""

    place: str
    title: str


class Covered(Struct, frozen=True):
    """A part of the query that the article speaks of: as it was typed, and the article's own word where that is another one."""

    typed: str
    term: str = ""


class Results(Struct, frozen=True):
    """The answer to one query.

    `hits` answer it: passages first, then notes and meanings; a note or meaning stands first, and alone, when the article does not answer.
    The danger box stands before all of them where it is asked when or whom to call. `total` counts all hits. `is_answered` says whether the
    article itself answers, or nothing but a call is asked for and the box does. When it does not, `near` are the passages that stand nearest
    (at most three, they do not answer), `missing` the parts of the query that nothing covers, `covered` those that the article speaks of, and
    `headings` the places of the headings to try instead.
    `terms` are the folded words to mark. `why` lists how words of the query were read, `also` what was searched for
    besides. `unknown` are typed words that occur nowhere in the
    article. `urgent` says that the query names a sign for which help must be called at once. `corrected` is the query as it was searched for,
    when slips were mended.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_answered: bool = False
    near: tuple[Hit, ...] = ()
    missing: tuple[str, ...] = ()
    covered: tuple[Covered, ...] = ()
    headings: tuple[str, ...] = ()
    terms: frozenset[str] = frozenset()
    why: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    urgent: bool = False
    corrected: str | None = None
    is_plain: bool = False

    @property
    def no_match(self) -> bool:
        """Whether something was asked and nothing fits."""
        return not self.hits and bool(self.query.strip())

    def refusal(self, labels: Labels) -> str:
        """Return what is said where the article does not answer: that it does not, and what says something on it in its place."""
        kind = self.hits[0].kind if self.hits else None
        return {"note": labels.said_by_note, "term": labels.said_by_glossary}.get(kind or "", labels.not_said)
