"""The self-test: cards made from questions and terms, a round through them, and the form that Anki imports."""

import random
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from app.core.article.content import Note
from app.core.article.places import GLOSSARY, Places
from app.core.base.text import ended
from app.core.pages.blocks import Blocks, Notes, NoteText
from app.core.pages.document import Document

Grade = Literal["knew", "partly", "not_yet"]
GRADES: tuple[Grade, ...] = ("knew", "partly", "not_yet")

DOUBTFUL = frozenset({"outdated", "inconsistent"})
"""Alerts that make an answer a poor thing to learn by heart."""


class Card(Struct, frozen=True):
    """One question with its answer. `explanation` is the answer as it stands in the article, with its notes; `place` is where that is.

    A doubtful card's answer rests on a statement that its notes call outdated or inconsistent; such notes belong to the answer. `doubts` are their
    verdicts, in the article's own words.
    """

    place: str
    kind: Literal["question", "term"]
    question: str
    answer: str
    explanation: Blocks
    notes: tuple[NoteText, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether the answer is a poor thing to learn by heart."""
        return bool(self.doubts)

    @property
    def warning(self) -> str:
        """The notes that must be told with the answer, verdict first; empty when there are none."""
        return _told(note for note in self.notes if note.alert)

    @property
    def spoken(self) -> str:
        """The answer with all its notes, as it is read aloud."""
        return f"{self.answer} {_told(self.notes)}".strip()


def _told(notes: Iterable[NoteText]) -> str:
    return " ".join(f"{ended(note.verdict)} {note.text}" for note in notes)


def make_cards(document: Document) -> tuple[Card, ...]:
    """Return every card of an article, in reading order: its questions, then the terms of its glossary."""
    article = document.article
    notes = {note.id: note for note in article.notes}
    cards: list[Card] = []
    for entry in article.faq.entries:
        blocks = document.answer_blocks(entry)
        beside = tuple(note for block in blocks if isinstance(block, Notes) for note in block.notes)
        doubts = tuple(notes[name].verdict for name in entry.notes if _is_doubtful(notes[name]))
        cards.append(Card(entry.id, "question", entry.question, entry.answer, blocks, beside, doubts))
    for term in article.glossary:
        blocks = document.place(term.id)[1:]  # its heading is the question
        cards.append(Card(term.id, "term", document.labels.what_means.format(term=term.term), term.meaning, blocks))
    return tuple(cards)


def doubts_of(cards: Iterable[Card]) -> tuple[str, ...]:
    """Return the verdicts for which cards are doubtful, each once and without a full stop, in the order of the cards."""
    return tuple(dict.fromkeys(doubt.removesuffix(".") for card in cards for doubt in card.doubts))


def _is_doubtful(note: Note) -> bool:
    return not DOUBTFUL.isdisjoint(note.alerts)


class Round(Struct, frozen=True):
    """A round through some cards. The first of `waiting` is asked; every answer that was graded stands in `graded`, oldest first.

    A card is graded only once its answer `is_revealed`. One that is not known yet comes again behind all that wait, until it is, wholly or partly.
    """

    waiting: tuple[Card, ...] = ()
    count: int = 0
    graded: tuple[tuple[Card, Grade], ...] = ()
    is_revealed: bool = False

    @property
    def card(self) -> Card | None:
        """The card that is asked; None when the round is over."""
        return self.waiting[0] if self.waiting else None

    @property
    def done(self) -> int:
        """How many cards will not come again."""
        return self.count - len(self.waiting)

    @property
    def again(self) -> int:
        """How many cards were not known and will be asked once more."""
        return len({card.place for card, _ in self.graded}.intersection(card.place for card in self.waiting))

    def revealed(self) -> "Round":
        """Return the round with the answer of its card shown; the same one where that is done, or the round is over."""
        return self if self.card is None or self.is_revealed else replace(self, is_revealed=True)

    def after(self, grade: Grade) -> "Round":
        """Return the round after its card has been graded; the same one while the answer is not shown."""
        if not self.is_revealed:
            return self
        card, *others = self.waiting
        again = [card] if grade == "not_yet" else []
        return Round((*others, *again), self.count, (*self.graded, (card, grade)))

    def undone(self) -> "Round":
        """Return the round as it was before its last grade, with the answer of that card shown; the same one where nothing was graded."""
        if not self.graded:
            return self
        *before, (card, grade) = self.graded
        others = self.waiting[:-1] if grade == "not_yet" else self.waiting
        return Round((card, *others), self.count, tuple(before), is_revealed=True)

    @property
    def not_asked(self) -> int:
        """How many cards were not graded once."""
        return self.count - len({card.place for card, _ in self.graded})

    def first_grades(self) -> dict[Grade, tuple[Card, ...]]:
        """Return the cards by the grade that each was given the first time: what the reader knew."""
        first: dict[str, tuple[Card, Grade]] = {}
        for card, grade in self.graded:
            first.setdefault(card.place, (card, grade))
        return {wanted: tuple(card for card, grade in first.values() if grade == wanted) for wanted in GRADES}


def begin_round(cards: Iterable[Card], *, seed: int | None = None, most: int | None = None) -> Round:
    """Return a new round of so many cards at most: in reading order without a seed, else shuffled, always the same way for the same seed."""
    asked = list(cards)
    if seed is not None:
        random.Random(seed).shuffle(asked)  # noqa: S311 - an order of cards is no secret
    asked = asked[:most]
    return Round(tuple(asked), len(asked))


def chosen(cards: Iterable[Card], *, questions: bool = True, terms: bool = True, doubtful: bool = False) -> tuple[Card, ...]:
    """Return the cards that are wanted; doubtful ones only when they are asked for."""
    return tuple(card for card in cards if (questions if card.kind == "question" else terms) and (doubtful or not card.is_doubtful))


COLUMNS = ("Question", "Answer", "Note", "Citation", "Tags")


def to_tab_separated(cards: Iterable[Card], document: Document) -> str:
    """Return cards as text that Anki imports: header lines, then a card a line.

    The answer carries the notes that must be told with it; `Note` has all of them with their dates and sources.
    """
    columns = "\t".join(COLUMNS)
    header = ("#separator:tab", "#html:false", f"#columns:{columns}", f"#tags column:{len(COLUMNS)}")
    places = Places(document.article, document.labels)
    return "".join(f"{line}\n" for line in (*header, *("\t".join(map(_field, _fields(card, document, places))) for card in cards)))


def _fields(card: Card, document: Document, places: Places) -> tuple[str, ...]:
    labels = document.labels
    answer = f"{card.answer} [{labels.note}: {card.warning}]" if card.warning else card.answer
    notes = " ".join(f"{labels.note}: {ended(note.verdict)} {note.text} ({''.join(run.text for run in note.details)})" for note in card.notes)
    place = places[card.place]
    parts = (document.article.title, place.page_title, card.place, document.edition_lines()[0], document.article.disclaimer.short, document.review())
    tags = (document.article.id, GLOSSARY if card.kind == "term" else document.article.faq.id, *(["doubtful"] if card.is_doubtful else []))
    return card.question, answer, notes, " · ".join(parts), " ".join(tags)


def _field(text: str) -> str:
    """Return a text as a field: on one line, without tabs; quoted where Anki would take its beginning for something else."""
    plain = " ".join(text.split())
    doubled = plain.replace('"', '""')
    return f'"{doubled}"' if plain.startswith("#") or '"' in plain else plain
