"""Words that English or medicine knows, whatever an article holds: they are never taken for slips."""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "words"
LISTS = ("general.z", "medical.z")
ORDINARY = "ordinary.z"


class KnownWords:
    """The lists of known words of a language; unpacked when the first word is asked for. Without lists no word is known."""

    def __init__(self, base: str) -> None:
        self._lists = LISTS if base == "en" else ()

    def ordinary(self) -> frozenset[str]:
        """Return the most common words of the language, some four thousand; they tell less of what is asked than others."""
        return frozenset(_unpacked(ORDINARY).decode().split()) if self._lists else frozenset()

    def unpacking(self) -> Iterator[None]:
        """Unpack the lists, one in each step; else that is done when the first word is asked for."""
        for name in self._lists:
            _unpacked(name)
            yield

    def words(self) -> frozenset[str]:
        """Return all words of the lists."""
        return frozenset(word for name in self._lists for word in _unpacked(name).decode().split())

    def __contains__(self, word: str) -> bool:
        """Return whether a folded word stands in a list."""
        return any(_holds(_unpacked(name), word.encode()) for name in self._lists)


@lru_cache(maxsize=8)
def known_words(base: str) -> KnownWords:
    """Return the known words of a language: the same ones to all who ask, so that what is made of them need not be made again."""
    return KnownWords(base)


def _holds(listed: bytes, word: bytes) -> bool:
    """Return whether a word stands among words in order, each between line breaks; each step halves what is left to look at."""
    low, high = 0, len(listed) - 1
    while low < high:
        begins = listed.rfind(b"\n", 0, (low + high) // 2 + 1) + 1
        ends = listed.find(b"\n", begins)
        found = listed[begins:ends]
        if found == word:
            return True
        if found < word:
            low = ends
        else:
            high = begins - 1
    return False


@lru_cache(maxsize=len(LISTS) + 1)
def _unpacked(name: str) -> bytes:
    """Return a list, one word a line; empty when its file cannot be read: then only the article's own words are known."""
    try:
        return zlib.decompress((FOLDER / name).read_bytes())
    except (OSError, zlib.error):
        return b""
