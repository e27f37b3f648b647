"""Count how often each word stands in questions for each entry of an article, and in open ones."""

import zlib
from array import array
from collections import defaultdict
from collections.abc import Generator, Iterable, Mapping, Sequence
from itertools import chain
from math import log, log1p, sqrt

from app.core.language.language import Language
from app.core.questions.examples import Example
from app.core.questions.model import OPEN, STEPS, QuestionData, tokens, type_of

CERTAIN = 100.0
"""How many words of an average question are mixed into the count of each entry: few questions for an entry tell little of it."""

MOST = 255
"""The largest number of steps (`STEPS` are one) that a word can tell: it is kept in 8 bits."""

MOST_PLACES = 6
"""Entries that count as answers of one question, at most: of a whole page, its first ones."""

ONCE = 1.0
"""What stands in one question alone tells nothing of others."""

TOGETHER, TOKENS = 25, 300
"""Questions and words that are counted in one step."""


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
    told = [number for number in found if number < passages]
    answers = [number for number in told if "/" in places[number]] or told  # passages rather than their whole page
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
    words, lengths, classes, steps_of = array("I"), array("H"), array(type_of(numbers)), array("B")
    for done, word in enumerate(sorted(rows)):
        if done % TOKENS == 0:
            yield
        words.append(word)
        for index, steps in rows[word]:
            classes.append(index)
            steps_of.append(steps)
        lengths.append(len(rows[word]))
    less = [log((sizes[number] + CERTAIN) / CERTAIN) for number in numbers]
    return QuestionData(words.tobytes(), lengths.tobytes(), classes.tobytes(), steps_of.tobytes(), numbers, less)
