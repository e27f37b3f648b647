"""Which entries answer questions like this one: what earlier questions tell, as a naive Bayes classifier.

Beside the article there may be a file of questions that people asked, each with the places that answer it; a question with none is one that the
article leaves open. From these, from what the article says it is asked, and from its passages is counted how often each word, and each pair of words
side by side, stands in questions for each entry, and in open ones. It knows no meanings: it knows what "when is it removed" came to before.

docs/decisions/0278-what-earlier-questions-tell.md says what this brings and how it is measured: always on questions that were not counted.
"""

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import sqrt
from typing import Literal

from msgspec import Struct

OPEN = -1
"""The number that stands for no passage: the question is open."""

STEPS = 32
"""What a word tells is kept in steps of this part of one."""

FEW = 16
"""Words and pairs up to which a query tells in proportion to their number: of one word alone not much is known."""

UNLIKE = -3.0
"""How likely an entry is of which no question was asked before."""


class QuestionData(Struct, frozen=True, array_like=True):
    """What the examples come to.

    `words` are the checksums (CRC-32) of words' keys and of pairs of them, ascending, as unsigned 32-bit numbers in the machine's own order; `counts`
    tells for each how many of `classes` and `steps` are its own (16 bits). `classes` are indices into `numbers` (as many bits as `type_of` says),
    `steps` what the word tells for it (8 bits). `numbers` are the numbers of entries, `less` what each word that is known takes from an entry.
    """

    words: bytes
    counts: bytes
    classes: bytes
    steps: bytes
    numbers: list[int]
    less: list[float]


def type_of(numbers: Sequence[int]) -> Literal["B", "H"]:
    """Return the type of array for indices into these: 8 bits, if that is enough, or 16."""
    return "B" if len(numbers) <= 1 << 8 else "H"


def tokens(keys: Sequence[str]) -> set[str]:
    """Return the keys of a question and its pairs of keys."""
    return {*keys, *(f"{first} {second}" for first, second in pairwise(keys))}


class QuestionModel:
    """Weighs a query by what was asked before."""

    def __init__(self, data: QuestionData) -> None:
        self._words = memoryview(data.words).cast("I")
        self._ends = array("I", accumulate(memoryview(data.counts).cast("H")))
        self._classes = memoryview(data.classes).cast(type_of(data.numbers))
        self._steps = data.steps
        self._numbers, self._less = data.numbers, data.less

    def likely(self, keys: Sequence[str]) -> dict[int, float]:
        """Return how much more like questions for each entry a query is than like any question, by the entry's number, and by OPEN.

        Logarithms of odds, shared out by the root of the number of known words: a long story says much twice.
        """
        known = 0
        told = [0] * len(self._numbers)
        for found in self._found(keys):
            known += 1
            for index, steps in zip(self._classes[found], self._steps[found], strict=True):
                told[index] += steps
        share = 1 / sqrt(max(FEW, known))
        return {number: share * (steps / STEPS - known * less) for number, steps, less in zip(self._numbers, told, self._less, strict=True)}

    def _found(self, keys: Sequence[str]) -> Iterator[slice]:
        """Give for each known word or pair of words where what it tells stands."""
        for token in tokens(keys):
            word = zlib.crc32(token.encode())
            at = bisect_left(self._words, word)
            if at < len(self._words) and self._words[at] == word:
                yield slice(self._ends[at - 1] if at else 0, self._ends[at])
