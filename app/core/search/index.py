"""Passages, evidence notes and glossary meanings as fields of keys, and every word that stands for something in them.

`making` reads an article into `IndexData`, values that can be stored; `Index` is what the search asks, made of them in a moment.
"""

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, pairwise
from math import fsum, log

import msgspec
from msgspec import Raw, Struct

from app.core.article.content import Article, Note, UrgentCare, lead_and_rest
from app.core.base.labels import Labels
from app.core.base.text import fold, words
from app.core.language.language import Language
from app.core.search.aspects import DEFINITION, OF_REFERENCE, SENTENCE, Aspects
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

STEP = 200
"""Keys or phrases that are counted in one step."""

NOTES = "notes"
"""The place of a note is this and its id: notes/EN29."""


class SearchEntry(Struct, frozen=True, gc=False):
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
    group: str = ""


class IndexData(Struct, frozen=True, array_like=True):
    """What is found out about an article by reading all of it. Keys are told by their number in `keys`, entries by theirs in reading order.

    `spellings` are the words of each key, parted by spaces. `worths` are what postings can be worth; `postings` holds for each key entries and the
    numbers of their worths by turns. `pairs` and `stated_pairs` are sets of keys side by side, as first · number of keys + second, which are read
    when an entry is looked at. `asked` are the entries that the ways of asking ask for, `weights` what the keys of each tell together,
    `phrases_with` the ways that hold a key.
    """

    keys: list[str]
    spellings: list[str]
    worths: list[float]
    postings: list[list[int]]
    rarity: list[float]
    pairs: list[Raw]
    stated: list[frozenset[int]]
    stated_pairs: list[Raw]
    aspects: list[dict[str, float]]
    subject: frozenset[str]
    named: frozenset[str]
    only_asked: frozenset[str]
    lone: frozenset[str]
    telling: dict[str, float]
    asked: list[int]
    weights: list[float]
    phrases_with: dict[str, list[int]]


class Pairs:
    """Sets of numbered pairs, each read when it is asked for."""

    def __init__(self, stored: list[Raw]) -> None:
        self._stored: list[Raw | frozenset[int]] = [*stored]

    def __getitem__(self, number: int) -> frozenset[int]:
        found = self._stored[number]
        if isinstance(found, Raw):
            found = self._stored[number] = msgspec.msgpack.decode(found, type=frozenset[int])
        return found


class Index:
    """Postings from keys to entries, phrases that ask for entries, aspects of entries, and the spellings (folded words) that they know.

    `subject` are the keys of what the whole article is about: those of its title, and those that stand nearly everywhere; `named` are those that
    name it, for every article on a pregnancy holds the others. `words` are the keys that the article itself states. `only_asked` are those that stand
    in the words in which people ask, and nowhere else; `lone` those of them that stand in one way of asking: alone they tell of nothing ("it is
    shaped like a banana").
    """

    def __init__(self, article: Article, data: IndexData) -> None:
        self.entries = (*entries(article), *additions(article))
        self.passages = passages_of(self.entries)
        self.folded = tuple((fold(entry.lead), fold(entry.title), fold(entry.text)) for entry in self.entries)
        worth = data.worths.__getitem__
        self.postings = {
            key: dict(zip(found[::2], map(worth, found[1::2]), strict=True)) for key, found in zip(data.keys, data.postings, strict=True) if found
        }
        self.spellings = {key: tuple(found.split(" ")) for key, found in zip(data.keys, data.spellings, strict=True) if found}
        self.rarity = {key: rarity for key, rarity in zip(data.keys, data.rarity, strict=True) if key in self.postings}
        self.pairs, self.stated_pairs = Pairs(data.pairs), Pairs(data.stated_pairs)
        self.aspects = data.aspects
        self.subject, self.named = data.subject, data.named
        self.only_asked, self.lone = data.only_asked, data.lone
        self.telling, self.phrases_with = data.telling, data.phrases_with
        self.asked, self.weights = data.asked, data.weights
        self.words = frozenset(data.keys[number] for number in frozenset().union(*data.stated[: self.passages]))
        self.own = frozenset(chain.from_iterable(self.spellings.values()))
        self._stated = data.stated
        self._number_of = {key: number for number, key in enumerate(data.keys)}

    def numbered(self, pairs: Iterable[tuple[str, str]]) -> set[int]:
        """Return pairs of keys as `pairs` holds them; those of which a key is not known stand nowhere."""
        of, many = self._number_of, len(self._number_of)
        return {of[first] * many + of[second] for first, second in pairs if first in of and second in of}

    def states(self, number: int, keys: Iterable[str]) -> bool:
        """Return whether an entry states all of these keys in its question, lead or text."""
        return self._stated[number].issuperset(self._number_of.get(key, -1) for key in keys)


def making(article: Article, language: Language, aspects: Aspects, vocabulary: Vocabulary) -> Generator[None, None, IndexData]:
    """Make the index of an article, in steps of one entry: whoever asks for it may do something else between two steps."""
    maker = _Maker(article, language, vocabulary)
    for number, entry in enumerate(maker.entries):
        maker.read(number, entry, aspects)
        yield
    return (yield from maker.finish(article))


class _Maker:
    """Reads one entry after the other, and counts at the end."""

    def __init__(self, article: Article, language: Language, vocabulary: Vocabulary) -> None:
        self.entries = (*entries(article), *additions(article))
        self._language, self._vocabulary = language, vocabulary
        self._passages = passages_of(self.entries)
        self._has_glossary = bool(article.glossary)
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        self._spellings: dict[str, set[str]] = defaultdict(set)
        self._aspects: list[dict[str, float]] = []
        self._pairs: list[set[tuple[str, str]]] = []
        self._stated: list[set[str]] = []
        self._stated_pairs: list[set[tuple[str, str]]] = []
        self._asked: list[tuple[int, frozenset[str]]] = []
        self._own: set[str] = set()

    def read(self, number: int, entry: SearchEntry, aspects: Aspects) -> None:
        """Take in one entry."""
        self._aspects.append(self._aspects_of(entry, aspects))
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
                self._own.update(keys)
            if worth > PAGE:
                pairs.update(pairwise(keys))
            if worth >= TEXT:
                said.update(keys)
                said_pairs.update(pairwise(keys))
        if entry.kind == "note":
            self._post_meant(number, f"{entry.text} {entry.plain}")
        self._pairs.append(pairs)
        self._stated.append(said)
        self._stated_pairs.append(said_pairs)
        for text in (entry.lead, *entry.asked):
            if asked := frozenset(self._language.keys(text)):
                self._asked.append((number, asked))

    def _aspects_of(self, entry: SearchEntry, aspects: Aspects) -> dict[str, float]:
        """Return how plainly an entry tells each aspect.

        What follows a word and a colon tells what it is (Rotor: a disc of steel …), unless the article has a glossary to tell it. The pages on the
        reference itself (may I rely on it, who wrote it) tell nothing of the subject that only a sentence tells.
        """
        told = aspects.of_entry(entry.lead, entry.page_title, (entry.text, entry.plain), entry.asked, entry.group)
        if not self._has_glossary and entry.lead and entry.text.startswith(entry.lead) and len(entry.text) > len(entry.lead):
            told[DEFINITION] = max(SENTENCE, told.get(DEFINITION, 0.0))
        if entry.kind == "passage" and entry.place == entry.page:
            told = {aspect: worth for aspect, worth in told.items() if aspect not in self._language.told or aspect == OF_REFERENCE}
        return told

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
            self._spellings[key].add(word.folded)
            if not is_small or worth == TEXT:
                self._postings[key][number] = max(worth * opening, self._postings[key].get(number, 0))
        return keys

    def _post_meant(self, number: int, text: str) -> None:
        """Put what the words of a note stand for into the postings: a note may say "stitch" where the article says "cerclage"."""
        tokens = words(text)
        at = 0
        while at < len(tokens):
            length, meanings = self._vocabulary.find(text, tokens, at)
            for meaning in meanings:
                if meaning.relation in {"exact", "narrower"}:
                    for key in meaning.keys:
                        self._postings[key][number] = max(MEANT, self._postings[key].get(number, 0))
            at += length or 1

    def finish(self, article: Article) -> Generator[None, None, IndexData]:
        """Count, and return all as values."""
        language = self._language
        telling, weights, phrases_with = yield from self._phrases()
        keys = sorted({*self._postings, *self._spellings})
        of = {key: number for number, key in enumerate(keys)}
        yield
        worths = sorted({worth for found in self._postings.values() for worth in found.values()})
        of_worth = {worth: number for number, worth in enumerate(worths)}
        most = log(1 + self._passages)
        rarity: list[float] = []
        postings: list[list[int]] = []
        everywhere: list[str] = []
        for at, key in enumerate(keys):
            found = self._postings.get(key, {})
            count = sum(number < self._passages for number in found)
            rarity.append(self._rarity(key, count, most))
            if found and count >= self._passages * SUBJECT:
                everywhere.append(key)
            postings.append([part for number, worth in found.items() for part in (number, of_worth[worth])])
            if at % STEP == 0:
                yield
        subject = frozenset((*language.keys(article.title), *everywhere)) - frozenset(map(language.key, language.small))
        pairs: list[list[Raw]] = [[], []]
        for made, numbered in zip((self._pairs, self._stated_pairs), pairs, strict=True):
            for found_pairs in made:
                numbered.append(Raw(msgspec.msgpack.encode(sorted(of[first] * len(keys) + of[second] for first, second in found_pairs))))
                yield
        told = self._own.union(key for key, found in self._postings.items() if any(number >= self._passages for number in found))
        only_asked = frozenset(self._postings) - told
        return IndexData(
            keys=keys,
            spellings=[" ".join(sorted(self._spellings.get(key, ()))) for key in keys],
            worths=worths,
            postings=postings,
            rarity=rarity,
            pairs=pairs[0],
            stated=[frozenset(map(of.__getitem__, said)) for said in self._stated],
            stated_pairs=pairs[1],
            aspects=self._aspects,
            subject=subject,
            named=subject - frozenset(map(language.key, language.generic)),
            only_asked=only_asked,
            lone=frozenset(key for key in only_asked if len(phrases_with.get(key, ())) == 1),
            telling=telling,
            asked=[entry for entry, _ in self._asked],
            weights=weights,
            phrases_with=phrases_with,
        )

    def _rarity(self, key: str, count: int, most: float) -> float:
        """Return how much a key tells (0 to 1): the fewer passages hold it, the more; one that only notes or meanings hold tells most."""
        return log(1 + self._passages / count) / most * (1 if key in self._own else NOT_OWN) if count else ADDED

    def _phrases(self) -> Generator[None, None, tuple[dict[str, float], list[float], dict[str, list[int]]]]:
        """Return how much each key tells in ways of asking, how much each way tells, and the ways that hold a key."""
        seen: dict[str, list[int]] = defaultdict(list)
        for number, (_, keys) in enumerate(self._asked):
            for key in keys:
                seen[key].append(number)
        yield
        most = log(1 + len(self._asked))
        telling = {key: log(1 + len(self._asked) / len(seen[key])) / most for key in sorted(seen)}
        weights: list[float] = []
        for _, keys in self._asked:
            weights.append(fsum(telling[key] for key in keys))
            if len(weights) % STEP == 0:
                yield
        return telling, weights, {key: seen[key] for key in telling}


def passages_of(found: Iterable[SearchEntry]) -> int:
    """Return how many entries are passages; they stand before all others."""
    return sum(entry.kind == "passage" for entry in found)


def entries(article: Article) -> Iterator[SearchEntry]:
    """Return every passage, answer and page of the article, in reading order."""
    notes = {note.id: note for note in article.notes}
    for section in article.sections:
        group = ""
        for passage in section.passages:
            group = group if passage.kind == "item" else passage.text
            found = tuple(notes[name] for name in passage.notes)
            lead = lead_and_rest(passage.text)[0]
            title = section.title
            yield SearchEntry("passage", passage.id, title, section.id, title, passage.text, lead, passage.plain, passage.asked, found, group=group)
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


def box_words(urgent: UrgentCare | None, language: Language) -> tuple[frozenset[str], ...]:
    """Return the words of each sign of the danger box, and of what its groups are called, folded and as keys; small words are left out."""
    if urgent is None:
        return ()
    lines = [*urgent.signs, *(text for group in urgent.groups for text in (group.title, *(sign.text for sign in group.signs)))]
    told = ({word.folded for word in words(line)} - language.small for line in lines)
    return tuple(frozenset(folded | set(map(language.key, folded))) for folded in told)


def in_one_line(told: list[str], lines: tuple[frozenset[str], ...], language: Language) -> bool:
    """Return whether all of some folded words, or the keys of all, stand in one line of the danger box."""
    keys = [language.key(word) for word in told]
    return any(line.issuperset(told) or line.issuperset(keys) for line in lines)


def box_entry(urgent: UrgentCare, labels: Labels) -> SearchEntry:
    """Return the danger box as a result of a search; its text is in lines: its own words, then its groups with how many signs each has.

    It names no sign, since that would hide the others.
    """
    groups = [
        labels.group_of_signs.format(title=group.title.rstrip("."), signs=labels.count_signs(len(group.signs))) if group.signs else group.title
        for group in urgent.told
        if group.title
    ]
    return SearchEntry("urgent", urgent.id, urgent.title, urgent.id, urgent.title, "\n".join((urgent.text, *groups)))
