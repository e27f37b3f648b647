"""Passages, evidence notes and glossary meanings as fields of keys, and every word that stands for something in them."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import log

from msgspec import Struct

from app.core.article.content import Article, Note, lead_and_rest
from app.core.base.text import fold, words
from app.core.language.language import Language
from app.core.search.aspects import DEFINITION, SENTENCE, Aspects
from app.core.search.results import Kind
from app.core.search.vocabulary import Vocabulary

LEAD, TEXT, ASKED, PLAIN, PAGE = 1.25, 1.0, 0.9, 0.6, 0.5
"""What a word is worth where it stands: in the question or lead, the passage, what people ask, the plain words, the page's title."""

MEANT = 0.8
"""What a word of the article is worth in a note that says it in other words."""

OPENING, OPENING_WORDS = 1.12, 2
"""How much more a word is worth among the first ones of a passage: it is what the passage is about."""

NOT_OWN = 0.7
"""How much less a word matters that stands in no passage, only in the words in which people ask."""

SUBJECT = 0.4
"""The share of the passages that hold a word of what the whole article is about."""

ADDED = 0.75
"""How much a word tells that stands in notes or meanings alone."""

OF_REFERENCE = "this reference"
"""The aspect that asks of the reference itself, not of its subject."""

NOTES = "notes"
"""The place of a note is this and its id: notes/EN29."""


class SearchEntry(Struct, frozen=True):
    """One passage, answer, page, evidence note or glossary meaning that can be found."""

    kind: Kind
    place: str
    title: str
    page: str
    page_title: str
    text: str
    lead: str = ""
    plain: str = ""
    asked: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    beside: str = ""


class Phrase(Struct, frozen=True):
    """One way of asking for an entry."""

    entry: int
    keys: frozenset[str]
    weight: float


class Index:
    """Postings from keys to entries, phrases that ask for entries, aspects of entries, and the spellings (folded words) that they know."""

    def __init__(self, article: Article, language: Language, aspects: Aspects, vocabulary: Vocabulary) -> None:
        self.entries = (*entries(article), *additions(article))
        self.passages = sum(entry.kind == "passage" for entry in self.entries)
        self.postings: dict[str, dict[int, float]] = defaultdict(dict)
        self.spellings: dict[str, set[str]] = defaultdict(set)
        self.pairs: list[frozenset[tuple[str, str]]] = []
        self.folded = tuple((fold(entry.lead), fold(entry.title), fold(entry.text)) for entry in self.entries)
        self._language = language
        self.aspects = tuple(self._aspects_of(entry, aspects, has_glossary=bool(article.glossary)) for entry in self.entries)
        stated: list[frozenset[str]] = []
        stated_pairs: list[frozenset[tuple[str, str]]] = []
        own: set[str] = set()
        for number, entry in enumerate(self.entries):
            fields = (
                (PAGE, entry.page_title),
                (PLAIN, entry.plain),
                *((ASKED, asked) for asked in entry.asked),
                (TEXT, entry.text),
                (LEAD, entry.lead),
            )
            pairs: set[tuple[str, str]] = set()
            said: set[str] = set()
            said_pairs: set[tuple[str, str]] = set()
            for worth, text in fields:
                keys = self._post(number, worth, text)
                if worth != ASKED and entry.kind == "passage":
                    own.update(keys)
                if worth > PAGE:
                    pairs.update(pairwise(keys))
                if worth >= TEXT:
                    said.update(keys)
                    said_pairs.update(pairwise(keys))
            if entry.kind == "note":
                self._post_meant(number, f"{entry.text} {entry.plain}", vocabulary)
            self.pairs.append(frozenset(pairs))
            stated.append(frozenset(said))
            stated_pairs.append(frozenset(said_pairs))
        self.stated, self.stated_pairs = tuple(stated), tuple(stated_pairs)
        self.words = frozenset().union(*stated[: self.passages])
        """The keys that the article itself states."""
        self.rarity = self._rarity(own)
        everywhere = {key for key, found in self.postings.items() if sum(number < self.passages for number in found) >= self.passages * SUBJECT}
        self.subject = frozenset((*language.keys(article.title), *everywhere)) - frozenset(map(language.key, language.small))
        """The keys of what the whole article is about: those of its title, and those that stand nearly everywhere."""
        self.named = self.subject - frozenset(map(language.key, language.generic))
        """Those that name the subject: every article on a pregnancy holds the others."""
        self._make_phrases()
        told = own.union(key for key, found in self.postings.items() if any(number >= self.passages for number in found))
        self.only_asked = frozenset(self.postings) - told
        """The keys that stand in the words in which people ask, and nowhere else."""
        self.lone = frozenset(key for key in self.only_asked if len(self.phrases_with.get(key, ())) == 1)
        """Those that stand in one way of asking: alone they tell of nothing ("it is shaped like a banana")."""
        self.own = frozenset(word for found in self.spellings.values() for word in found)

    def _aspects_of(self, entry: SearchEntry, aspects: Aspects, *, has_glossary: bool) -> dict[str, float]:
        """Return how plainly an entry tells each aspect.

        What follows a word and a colon tells what it is (Rotor: a disc of steel …), unless the article has a glossary to tell it. The pages on the
        reference itself (may I rely on it, who wrote it) tell nothing of the subject that only a sentence tells.
        """
        told = aspects.of_entry(entry.lead, entry.page_title, (entry.text, entry.plain), entry.asked)
        if not has_glossary and entry.lead and entry.text.startswith(entry.lead) and len(entry.text) > len(entry.lead):
            told[DEFINITION] = max(SENTENCE, told.get(DEFINITION, 0.0))
        if entry.kind == "passage" and entry.place == entry.page:
            told = {aspect: worth for aspect, worth in told.items() if aspect not in self._language.told or aspect == OF_REFERENCE}
        return told

    def _rarity(self, own: set[str]) -> dict[str, float]:
        """Return how much each key tells (0 to 1): the fewer passages hold it, the more; one that only notes or meanings hold tells most."""
        most = log(1 + self.passages)
        rarity: dict[str, float] = {}
        for key, found in self.postings.items():
            count = sum(number < self.passages for number in found)
            rarity[key] = log(1 + self.passages / count) / most * (1 if key in own else NOT_OWN) if count else ADDED
        return rarity

    def _post(self, number: int, worth: float, text: str) -> list[str]:
        """Put the words of one field into the postings and return their keys, in order."""
        keys = []
        content = 0
        for word in words(text):
            key = self._language.key(word.folded)
            keys.append(key)
            is_small = word.folded in self._language.small
            content += not is_small
            opening = OPENING if worth == TEXT and content <= OPENING_WORDS else 1
            self.spellings[key].add(word.folded)
            if not is_small or worth == TEXT:
                self.postings[key][number] = max(worth * opening, self.postings[key].get(number, 0))
        return keys

    def _post_meant(self, number: int, text: str, vocabulary: Vocabulary) -> None:
        """Put what the words of a note stand for into the postings: a note may say "stitch" where the article says "cerclage"."""
        tokens = words(text)
        at = 0
        while at < len(tokens):
            length, meanings = vocabulary.find(text, tokens, at)
            for meaning in meanings:
                if meaning.relation in {"exact", "narrower"}:
                    for key in meaning.keys:
                        self.postings[key][number] = max(MEANT, self.postings[key].get(number, 0))
            at += length or 1

    def _make_phrases(self) -> None:
        made: list[tuple[int, frozenset[str]]] = []
        seen: dict[str, int] = defaultdict(int)
        for number, entry in enumerate(self.entries):
            for text in (entry.lead, *entry.asked):
                keys = frozenset(self._language.keys(text))
                if keys:
                    made.append((number, keys))
                    for key in keys:
                        seen[key] += 1
        most = log(1 + len(made))
        self.telling = {key: log(1 + len(made) / times) / most for key, times in seen.items()}
        self.phrases = tuple(Phrase(number, keys, sum(self.telling[key] for key in keys)) for number, keys in made)
        self.phrases_with: dict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(self.phrases):
            for key in phrase.keys:
                self.phrases_with[key].append(number)


def entries(article: Article) -> Iterator[SearchEntry]:
    """Return every passage, answer and page of the article, in reading order."""
    notes = {note.id: note for note in article.notes}
    for section in article.sections:
        for passage in section.passages:
            found = tuple(notes[name] for name in passage.notes)
            lead = lead_and_rest(passage.text)[0]
            title = section.title
            yield SearchEntry("passage", passage.id, title, section.id, title, passage.text, lead, passage.plain, passage.asked, found)
    faq = article.faq
    for entry in faq.entries:
        found = tuple(notes[name] for name in entry.notes)
        yield SearchEntry("passage", entry.id, entry.question, faq.id, faq.title, entry.answer, entry.question, entry.plain, entry.asked, found)
    if faq.entries:
        yield SearchEntry("passage", faq.id, faq.title, faq.id, faq.title, faq.title, faq.title, "", faq.asked)
    beside = {article.about.id: tuple(notes[name] for name in article.about.notes)}
    for page in (article.disclaimer, article.about):
        text = " ".join(page.text)
        yield SearchEntry("passage", page.id, page.title, page.id, page.title, text, page.title, "", page.asked, beside.get(page.id, ()))


def additions(article: Article) -> Iterator[SearchEntry]:
    """Return what the editors added to the article: evidence notes beside the passages that they stand by, and the glossary's meanings."""
    standing: dict[str, list[SearchEntry]] = defaultdict(list)
    for entry in entries(article):
        for note in entry.notes:
            standing[note.id].append(entry)
    for note in article.notes:
        by = standing[note.id]
        if by:
            about = " ".join(dict.fromkeys(entry.lead or entry.page_title for entry in by))
            yield SearchEntry("note", f"{NOTES}/{note.id}", note.verdict, by[0].page, about, note.text, plain=note.plain, beside=by[0].place)
    for term in article.glossary:
        yield SearchEntry("term", term.id, term.term, term.id, term.term, term.meaning, term.term, " ".join(term.forms))
