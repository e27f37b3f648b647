"""The passages of an article as fields of keys, and every word that stands for something in it."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import log

from msgspec import Struct

from app.core.content import Article, Note, lead_and_rest
from app.core.search.language import Language
from app.core.text import fold, words

LEAD, TEXT, ASKED, PLAIN, PAGE = 1.25, 1.0, 0.9, 0.6, 0.5
"""What a word is worth where it stands: in the question or lead, the passage, what people ask, the plain words, the page's title."""


OPENING, OPENING_WORDS = 1.12, 2
"""How much more a word is worth among the first ones of a passage: it is what the passage is about."""

NOT_OWN = 0.7
"""How much less a word matters that stands in no passage, only in the words in which people ask."""


class Entry(Struct, frozen=True):
    """One passage, answer or page that can be found."""

    place: str
    title: str
    page: str
    page_title: str
    text: str
    lead: str
    plain: str
    asked: tuple[str, ...]
    notes: tuple[Note, ...]


class Phrase(Struct, frozen=True):
    """One way of asking for an entry."""

    entry: int
    keys: frozenset[str]
    weight: float


class Index:
    """Postings from keys to entries, phrases that ask for entries, and the surfaces (folded words) that the article knows."""

    def __init__(self, article: Article, language: Language) -> None:
        self.entries = tuple(entries(article))
        self.postings: dict[str, dict[int, float]] = defaultdict(dict)
        self.surfaces: dict[str, set[str]] = defaultdict(set)
        self.pairs: list[frozenset[tuple[str, str]]] = []
        self.folded = tuple((fold(entry.lead), fold(entry.title), fold(entry.text)) for entry in self.entries)
        self._language = language
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
                if worth != ASKED:
                    own.update(keys)
                if worth > PAGE:
                    pairs.update(pairwise(keys))
                if worth >= TEXT:
                    said.update(keys)
                    said_pairs.update(pairwise(keys))
            self.pairs.append(frozenset(pairs))
            stated.append(frozenset(said))
            stated_pairs.append(frozenset(said_pairs))
        self.stated, self.stated_pairs = tuple(stated), tuple(stated_pairs)
        count = len(self.entries)
        most = log(1 + count)
        self.rarity = {key: log(1 + count / len(found)) / most * (1 if key in own else NOT_OWN) for key, found in self.postings.items()}
        self._make_phrases()

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
            self.surfaces[key].add(word.folded)
            if not is_small or worth == TEXT:
                self.postings[key][number] = max(worth * opening, self.postings[key].get(number, 0))
        return keys

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


def entries(article: Article) -> Iterator[Entry]:
    """Return everything that can be found, in reading order."""
    notes = {note.id: note for note in article.notes}
    for section in article.sections:
        for passage in section.passages:
            found = tuple(notes[name] for name in passage.notes)
            lead = lead_and_rest(passage.text)[0]
            yield Entry(passage.id, section.title, section.id, section.title, passage.text, lead, passage.plain, passage.asked, found)
    faq = article.faq
    for entry in faq.entries:
        found = tuple(notes[name] for name in entry.notes)
        yield Entry(entry.id, entry.question, faq.id, faq.title, entry.answer, entry.question, entry.plain, entry.asked, found)
    if faq.entries:
        yield Entry(faq.id, faq.title, faq.id, faq.title, faq.title, faq.title, "", faq.asked, ())
    beside = {article.about.id: tuple(notes[name] for name in article.about.notes)}
    for page in (article.disclaimer, article.about):
        yield Entry(page.id, page.title, page.id, page.title, " ".join(page.text), page.title, "", page.asked, beside.get(page.id, ()))
