"""Correct slips of the finger and the ear."""

import re
from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache

import jellyfish

SHORTEST, SOUNDED, LONG, LONGEST = 5, 6, 7, 40
"""Words of fewer letters are not corrected; words from `SOUNDED` letters on may sound the same, from `LONG` letters on hold two slips."""

SHORTEST_SLIP = 3
"""Letters of a word from which it can be a slip for an everyday one: "qt" is none."""

ALIKE_IN_SOUND = 7
"""Letters from which a word that sounds the same may hold three slips: abrupshun."""

SIMILAR_IN_SOUND = 10
"""Letters from which the sound may differ in one place as well: insufishency."""

REMEMBERED = 1000

VOWEL = re.compile("^[AEIOU]")


class ShortWords:
    """Knows the everyday words of a few letters: a short word that nobody knows and that is one slip away from one of them is a slip (wat, weks)."""

    def __init__(self, everyday: Collection[str]) -> None:
        self._words = sorted(word for word in everyday if SHORTEST_SLIP <= len(word) <= SHORTEST)
        self._remembered: dict[str, bool] = {}  # no `lru_cache` of a method: it would hold what it belongs to, which then is never freed at once

    def is_near(self, word: str) -> bool:
        """Return whether a word is one slip away from an everyday word."""
        if word not in self._remembered:
            if len(self._remembered) > REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = self._is_near(word)
        return self._remembered[word]

    def _is_near(self, word: str) -> bool:
        if not SHORTEST_SLIP <= len(word) < SHORTEST or not word.isalpha():
            return False
        return any(known[0] == word[0] and jellyfish.damerau_levenshtein_distance(word, known) == 1 for known in self._words)


class Speller:
    """Knows the words that a slip can be meant for."""

    def __init__(self, known: Collection[str], own: Collection[str] = (), *, is_listed: bool = True) -> None:
        """Of words that are equally near, those in `own` are taken first.

        `is_listed` says that a list of all right words is asked before. Without one, one slip is corrected at most: another word may be two away.
        """
        self._is_listed = is_listed
        self._own = frozenset(own)
        self._by_length: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for word in sorted({word for word in known if len(word) >= SHORTEST - 1 and not word.isdigit()}):
            self._by_length[len(word)].append((word, _letters(word)))
        self._short = frozenset(word for word in known if len(word) == SHORTEST - 1)
        self._remembered: dict[tuple[str, bool], str | None] = {}

    def correct(self, word: str, *, surely: bool = False) -> str | None:
        """Return the known word that is meant, or None when none is near enough; with `surely`, one slip at most.

        Of words that are more than one slip away, those that sound the same come first.
        """
        asked = (word, surely)
        if asked not in self._remembered:
            if len(self._remembered) > REMEMBERED:
                self._remembered.clear()
            self._remembered[asked] = self._nearest(word, surely=surely)
        return self._remembered[asked]

    def _swapped(self, word: str) -> str | None:
        """Return the known word of which a short word is an exchange of two neighbours; other slips make other words of short ones."""
        for at in range(len(word) - 1):
            known = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if known in self._short and known != word:
                return known
        return None

    def _alike(self, word: str) -> str | None:
        """Return the only known word of as many letters that begins with the same letter, sounds the same and differs in one place: lepp."""
        if not self._is_listed:
            return None
        found = [known for known in self._short if known in self._own and known[0] == word[0] and _sound(known) == _sound(word)]
        near = [known for known in found if jellyfish.damerau_levenshtein_distance(word, known) == 1]
        return near[0] if len(near) == 1 else None

    def _nearest(self, word: str, *, surely: bool) -> str | None:
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return (self._swapped(word) or self._alike(word)) if len(word) == SHORTEST - 1 and word.isalpha() else None
        letters = _letters(word)
        allowed, is_heard = 1 if surely or not self._is_listed or len(word) < LONG else 2, not surely and len(word) >= SOUNDED
        sound = ""
        heard = 2 if len(word) < ALIKE_IN_SOUND else 3
        found: list[tuple[bool, int, bool, bool, float, str]] = []
        for length in range(len(word) - 2, len(word) + 3):
            most = 2 * heard - abs(length - len(word))  # a slip changes two letters, or one if it is a letter too many or too few
            near_letters = [known for known, others in self._by_length.get(length, ()) if (letters ^ others).bit_count() <= most]
            for known in near_letters:
                if known == word:
                    continue
                distance = jellyfish.damerau_levenshtein_distance(word, known)
                if distance > heard:
                    continue
                swapped = word[:2] == known[1::-1]
                near = distance <= allowed and (known[0] == word[0] or swapped)
                apart = 0
                if is_heard and (not near or distance > 1):
                    sound = sound or _sound(word)
                    apart = jellyfish.damerau_levenshtein_distance(sound, _sound(known))
                    near = apart <= (near or len(word) >= SIMILAR_IN_SOUND)  # two slips that make another sound make another word
                if near:
                    found.append(
                        (
                            distance > 1 and apart > 0,
                            distance,
                            known[0] != word[0],
                            known not in self._own,
                            -jellyfish.jaro_winkler_similarity(word, known),
                            known,
                        )
                    )
        return min(found)[-1] if found else None


def _letters(word: str) -> int:
    """Return the set of a word's letters as bits, to pass over words that cannot be near."""
    bits = 0
    for char in word:
        bits |= 1 << (ord(char) & 63)
    return bits


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    """Return how a word sounds; "sh" and "s", and all vowels that begin a word, are heard as the same (presher, aylers)."""
    return VOWEL.sub("A", jellyfish.metaphone(word).replace("X", "S")) if word.isascii() else word
