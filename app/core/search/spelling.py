"""Correct slips of the finger and the ear."""

from collections import defaultdict
from collections.abc import Collection

import jellyfish

SHORTEST, LONG, LONGEST = 5, 8, 40
REMEMBERED = 1000
"""Shorter words are not corrected; words from `LONG` letters on may hold two slips, or shorter ones that sound the same."""


class Speller:
    """Knows the words that a slip can be meant for."""

    def __init__(self, known: Collection[str]) -> None:
        self._by_length: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for word in sorted({word for word in known if len(word) >= SHORTEST and not word.isdigit()}):
            self._by_length[len(word)].append((word, _letters(word)))
        self._short = frozenset(word for word in known if len(word) == SHORTEST - 1)
        self._remembered: dict[str, str | None] = {}

    def correct(self, word: str) -> str | None:
        """Return the known word that is meant, or None when none is near enough."""
        if word not in self._remembered:
            if len(self._remembered) > REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = self._nearest(word)
        return self._remembered[word]

    def _swapped(self, word: str) -> str | None:
        """Return the known word of which a short word is an exchange of two neighbours; other slips make other words of short ones."""
        for at in range(len(word) - 1):
            known = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if known in self._short:
                return known
        return None

    def _nearest(self, word: str) -> str | None:
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return self._swapped(word) if len(word) == SHORTEST - 1 else None
        allowed = 2 if len(word) >= LONG else 1
        letters = _letters(word)
        found: list[tuple[int, bool, int, str]] = []
        for length in range(len(word) - 2, len(word) + 3):
            for known, others in self._by_length.get(length, ()):
                if (letters ^ others).bit_count() > 4:  # noqa: PLR2004 - two slips change four letters at most
                    continue
                distance = jellyfish.damerau_levenshtein_distance(word, known)
                if distance > 2:  # noqa: PLR2004
                    continue
                swapped = word[:2] == known[1::-1]
                near = distance <= allowed and (known[0] == word[0] or swapped)
                if near or _sound(word) == _sound(known):
                    found.append((distance, known[0] != word[0], abs(len(known) - len(word)), known))
        return min(found)[3] if found else None


def _letters(word: str) -> int:
    """Return the set of a word's letters as bits, to pass over words that cannot be near."""
    bits = 0
    for char in word:
        bits |= 1 << (ord(char) & 63)
    return bits


def _sound(word: str) -> str:
    return jellyfish.metaphone(word) if word.isascii() else word
