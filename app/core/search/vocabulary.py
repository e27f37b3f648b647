"""The words that people use instead of the article's: synonyms, abbreviations, other topics that share a word with it."""

from collections import defaultdict
from collections.abc import Generator

from msgspec import Struct

from app.core.article.content import Synonym
from app.core.base.text import Word, words
from app.core.language.language import Language

WORTH = {"exact": 0.92, "narrower": 0.88, "broader": 0.84, "related": 0.7, "caution": 0.0}
"""What a match by a synonym is worth beside the word itself (1), by how the synonym relates to the article's term."""

SHORT = 2
CAPITALS = frozenset({"TOP", "US", "LEAP", "LOOP", "TAC", "DES", "ART"})
"""Abbreviations that are ordinary words in small letters; like those of two letters they count in capitals only."""


class Meaning(Struct, frozen=True):
    """What a variant stands for: the article's term, its keys, and how the two relate."""

    term: str
    keys: tuple[str, ...]
    relation: str
    kind: str


class VocabularyData(Struct, frozen=True, array_like=True):
    """The variants of an article's synonyms, by the number of the synonym.

    `terms` are the keys of each synonym's term; `variants` leads from the keys of each variant to its row in `groups`, the synonyms that share it.
    Keys are parted by spaces. `capitals` are variants that count as they are written only. `spellings` are the words of variants, by their key.
    `halves` are the keys of words in terms of the trade: half of one (transabdominal) is of the article, too. `longest` is the number of words of the
    longest variant.
    """

    terms: list[str]
    variants: dict[str, int]
    groups: list[tuple[int, ...]]
    capitals: dict[str, list[int]]
    spellings: dict[str, list[str]]
    halves: frozenset[str]
    longest: int


def reading(synonyms: tuple[Synonym, ...], language: Language) -> Generator[None, None, VocabularyData]:
    """Read the synonyms, one in each step."""
    reader = _Reader(language)
    terms: list[str] = []
    for number, synonym in enumerate(synonyms):
        keys = language.keys(synonym.term)
        terms.append(" ".join(keys))
        for variant in synonym.variants:
            reader.add(variant, number, synonym, keys)
        yield
    spellings = {key: sorted(found) for key, found in reader.spellings.items()}
    groups: dict[tuple[int, ...], int] = {}
    variants = {keys: groups.setdefault(tuple(found), len(groups)) for keys, found in reader.variants.items()}
    return VocabularyData(terms, variants, list(groups), reader.capitals, spellings, frozenset(reader.halves), reader.longest)


class _Reader:
    """Takes one variant after the other."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.variants: dict[str, list[int]] = defaultdict(list)
        self.capitals: dict[str, list[int]] = defaultdict(list)
        self.spellings: dict[str, set[str]] = defaultdict(set)
        self.halves: set[str] = set()
        self.longest = 1

    def add(self, variant: str, number: int, synonym: Synonym, term: tuple[str, ...]) -> None:
        """Take in a variant of a synonym whose term has these keys."""
        letters = variant.removesuffix("s")
        if letters.isupper() and variant.isalpha() and (len(letters) <= SHORT or letters in CAPITALS):
            self.capitals[variant].append(number)
            return
        found = words(variant)
        keys = tuple(self._language.key(word.folded) for word in found)
        if not keys or keys == term:
            return
        if len(keys) == 1 and (keys[0].isdigit() or len(keys[0]) == 1 or found[0].folded in self._language.small):
            return  # "1 %" must not stand for every 1
        self.variants[" ".join(keys)].append(number)
        self.longest = max(self.longest, len(keys))
        if synonym.kind != "misspelling" and synonym.relation != "caution":
            for word, key in zip(found, keys, strict=True):
                self.spellings[key].add(word.folded)
                if synonym.kind != "lay":
                    self.halves.add(key)


class Vocabulary:
    """Variants by their keys; the longest one that fits is taken."""

    def __init__(self, synonyms: tuple[Synonym, ...], language: Language, data: VocabularyData) -> None:
        self._language = language
        self._meanings = [
            Meaning(synonym.term, tuple(keys.split(" ")) if keys else (), synonym.relation, synonym.kind)
            for synonym, keys in zip(synonyms, data.terms, strict=True)
        ]
        self._data = data
        self.spellings, self.halves = data.spellings, data.halves

    def find(self, query: str, tokens: tuple[Word, ...], at: int) -> tuple[int, tuple[Meaning, ...]]:
        """Return how many words from `at` on make a variant, and what it stands for; (0, ()) when none begins there."""
        word = tokens[at]
        capitals = self._data.capitals.get(query[word.start : word.end])
        keys = [self._language.key(token.folded) for token in tokens[at : at + self._data.longest]]
        for length in range(len(keys), 0, -1):
            group = self._data.variants.get(" ".join(keys[:length]))
            if group is not None:
                return length, tuple(self._meanings[number] for number in self._data.groups[group])
        return (1, tuple(self._meanings[number] for number in capitals)) if capitals else (0, ())

    def as_data(self) -> list[tuple[str, str, str, str, str]]:
        """Return for each synonym its term, the term's keys, how they relate, its variants by their keys, and those that count in capitals only.

        Keys are parted by spaces, variants by line breaks.
        """
        found: dict[Meaning, tuple[list[str], list[str]]] = {meaning: ([], []) for meaning in self._meanings}
        for keys, group in self._data.variants.items():
            for number in self._data.groups[group]:
                found[self._meanings[number]][0].append(keys)
        for variant, numbers in self._data.capitals.items():
            for number in numbers:
                found[self._meanings[number]][1].append(variant)
        return [
            (meaning.term, " ".join(meaning.keys), meaning.relation, "\n".join(variants), "\n".join(capitals))
            for meaning, (variants, capitals) in found.items()
        ]
