"""The words that people use instead of the article's: synonyms, abbreviations, other topics that share a word with it."""

from collections import defaultdict

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


class Vocabulary:
    """Variants by their keys; the longest one that fits is taken."""

    def __init__(self, synonyms: tuple[Synonym, ...], language: Language) -> None:
        self._language = language
        self._meanings: dict[tuple[str, ...], list[Meaning]] = defaultdict(list)
        self._capitals: dict[str, list[Meaning]] = defaultdict(list)
        self.spellings: dict[str, set[str]] = defaultdict(set)
        self.longest = 1
        self._in_order = [Meaning(synonym.term, language.keys(synonym.term), synonym.relation, synonym.kind) for synonym in synonyms]
        for synonym, meaning in zip(synonyms, self._in_order, strict=True):
            for variant in synonym.variants:
                self._add(variant, meaning)

    def _add(self, variant: str, meaning: Meaning) -> None:
        letters = variant.removesuffix("s")
        if letters.isupper() and variant.isalpha() and (len(letters) <= SHORT or letters in CAPITALS):
            self._capitals[variant].append(meaning)
            return
        found = words(variant)
        keys = tuple(self._language.key(word.folded) for word in found)
        if not keys or keys == meaning.keys:
            return
        if len(keys) == 1 and (keys[0].isdigit() or len(keys[0]) == 1 or found[0].folded in self._language.small):
            return  # "1 %" must not stand for every 1
        self._meanings[keys].append(meaning)
        self.longest = max(self.longest, len(keys))
        if meaning.kind != "misspelling" and meaning.relation != "caution":
            for word, key in zip(found, keys, strict=True):
                self.spellings[key].add(word.folded)

    def find(self, query: str, tokens: tuple[Word, ...], at: int) -> tuple[int, tuple[Meaning, ...]]:
        """Return how many words from `at` on make a variant, and what it stands for; (0, ()) when none begins there."""
        word = tokens[at]
        capitals = self._capitals.get(query[word.start : word.end])
        keys = tuple(self._language.key(token.folded) for token in tokens[at : at + self.longest])
        for length in range(len(keys), 0, -1):
            meanings = self._meanings.get(keys[:length])
            if meanings:
                return length, tuple(meanings)
        return (1, tuple(capitals)) if capitals else (0, ())

    def as_data(self) -> list[tuple[str, str, str, str, str]]:
        """Return for each synonym its term, the term's keys, how they relate, its variants by their keys, and those that count in capitals only.

        Keys are parted by spaces, variants by line breaks.
        """
        found: dict[Meaning, tuple[list[str], list[str]]] = {meaning: ([], []) for meaning in self._in_order}
        for keys, meanings in self._meanings.items():
            for meaning in meanings:
                found[meaning][0].append(" ".join(keys))
        for variant, meanings in self._capitals.items():
            for meaning in meanings:
                found[meaning][1].append(variant)
        return [
            (meaning.term, " ".join(meaning.keys), meaning.relation, "\n".join(variants), "\n".join(capitals))
            for meaning, (variants, capitals) in found.items()
        ]
