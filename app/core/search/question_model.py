"""Which entries answer questions like this one, learned from questions that people asked.

Beside the article there may be a file of such questions, each with the places that answer it; a question with none is one that the article leaves
open. From these, from what the article says it is asked, and from its passages, a naive Bayes classifier counts how often each word, and each pair
of words side by side, stands in questions for each entry, and in open ones. It knows no meanings: it knows what "when is it removed" came to before.

docs/decisions/0278-what-earlier-questions-tell.md says what this brings and how it is measured: always on questions that it has not counted.
"""

import zlib
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import log, log1p, sqrt
from pathlib import Path

import msgspec
from msgspec import Struct

from app.core.language.language import Language

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "questions"
"""One file for an article, named by its id: a JSON object a line, with `text` and `places`."""

OPEN = -1
"""The number that stands for no passage: the question is open."""

CERTAIN = 100.0
"""How many words of an average question are mixed into the count of each entry: few questions for an entry tell little of it."""

STEPS = 32
"""What a word tells is kept in steps of this part of one."""

MOST = 255
"""The most such steps that a word can tell."""

FEW = 16
"""Words and pairs up to which a query tells in proportion to their number: of one word alone not much is known."""

MOST_PLACES = 6
"""Entries that count as answers of one question, at most: of a whole page, its first ones."""

UNLIKE = -3.0
"""How likely an entry is of which no question was asked before."""

ONCE = 1.0
"""What stands in one question alone tells nothing of others."""

TOGETHER, TOKENS = 25, 1000
"""Questions and words that are counted in one step."""


class Example(Struct, frozen=True):
    """A question that was asked, and the places of what answers it: passages, pages, notes, glossary terms. None: it is open."""

    text: str
    places: tuple[str, ...] = ()


class QuestionData(Struct, frozen=True, array_like=True):
    """What the examples come to.

    `words` are the checksums (CRC-32) of words' keys and of pairs of them, ascending, as unsigned 32-bit numbers in the machine's own order; `ends`
    tells for each where what it tells ends in `classes` and `steps`, likewise. `classes` are indices into `numbers` (16 bits), `steps` what the
    word tells for it (8 bits). `numbers` are the numbers of entries, `less` what each word that is known takes from an entry.
    """

    words: bytes
    ends: bytes
    classes: bytes
    steps: bytes
    numbers: list[int]
    less: list[float]


def examples_of(article: str) -> Sequence[Example]:
    """Return the questions that were asked of an article, by its id; none, if there is no such file."""
    try:
        raw = (FOLDER / f"{article}.jsonl").read_bytes()
    except OSError:
        return ()
    return msgspec.json.Decoder(Example).decode_lines(raw)


def tokens(keys: Sequence[str]) -> set[str]:
    """Return the keys of a question and its pairs of keys."""
    return {*keys, *(f"{first} {second}" for first, second in pairwise(keys))}


def making_questions(
    language: Language, own: Iterable[tuple[int, str]], places: Sequence[str], passages: int, examples: Sequence[Example]
) -> Generator[None, None, QuestionData | None]:
    """Count the examples, step by step; without any there is nothing to learn from.

    `own` are texts of the article with the number of the entry that they ask for or stand in, `places` those of all entries by number; the first
    `passages` of them are passages.
    """
    if not examples:
        return None
    counts: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    sizes: dict[int, float] = defaultdict(float)
    answered = ((text, [(number, 1.0)]) for number, text in own if text)
    inside: dict[str, list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        inside[place].append(number)
        inside[place.partition("/")[0]].append(number)
    asked = ((example.text, _answers(example, inside, places, passages)) for example in examples)
    for done, (text, weighed) in enumerate(chain(answered, asked)):
        if done % TOGETHER == 0:
            yield
        found = tokens(language.keys(text))
        for number, weight in weighed:
            sizes[number] += weight * len(found)
            for token in found:
                counts[token][number] += weight
    return (yield from _packing(counts, sizes))


def _answers(example: Example, inside: Mapping[str, list[int]], places: Sequence[str], passages: int) -> list[tuple[int, float]]:
    """Return the numbers of what answers an example, and what each counts; a note is no passage, so that it leaves the article's answer open."""
    found = list(dict.fromkeys(number for place in example.places for number in inside.get(place, ())))
    answers = [number for number in found if number < passages and "/" in places[number]] or [number for number in found if number < passages]
    others = [(number, 1.0) for number in found if number >= passages]
    if not answers:
        return [(OPEN, 1.0), *others] if others or not example.places else []
    answers = answers[:MOST_PLACES]
    return [*((number, 1 / sqrt(len(answers))) for number in answers), *others]


def _packing(counts: Mapping[str, Mapping[int, float]], sizes: Mapping[int, float]) -> Generator[None, None, QuestionData]:
    """Find what each word tells for each entry: how much more often than in all questions it stands in those for this entry."""
    numbers = sorted(sizes)
    at = {number: index for index, number in enumerate(numbers)}
    total = sum(sizes.values())
    rows: dict[int, list[tuple[int, int]]] = {}
    for done, (token, found) in enumerate(counts.items()):
        if done % TOKENS == 0:
            yield
        if sum(found.values()) <= ONCE:
            continue
        mixed_in = CERTAIN * sum(found.values()) / total
        told = ((at[number], min(MOST, round(STEPS * log1p(count / mixed_in)))) for number, count in sorted(found.items()))
        rows[zlib.crc32(token.encode())] = [(index, steps) for index, steps in told if steps]
    words, ends, classes, steps_of = array("I"), array("I"), array("H"), array("B")
    for done, word in enumerate(sorted(rows)):
        if done % TOKENS == 0:
            yield
        words.append(word)
        for index, steps in rows[word]:
            classes.append(index)
            steps_of.append(steps)
        ends.append(len(classes))
    less = [log((sizes[number] + CERTAIN) / CERTAIN) for number in numbers]
    return QuestionData(words.tobytes(), ends.tobytes(), classes.tobytes(), steps_of.tobytes(), numbers, less)


class QuestionModel:
    """Weighs a query by what was asked before."""

    def __init__(self, data: QuestionData) -> None:
        self._words, self._ends = memoryview(data.words).cast("I"), memoryview(data.ends).cast("I")
        self._classes = memoryview(data.classes).cast("H")
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
