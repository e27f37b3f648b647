"""What a question asks about something, and which aspects an entry of an article tells.

A question names a topic (the stitch) and asks for an aspect of it (when, how long, side effects). An entry that holds the topic answers only if
it tells the aspect as well: by its question or lead, by the title of its page, or in a sentence.
"""

import re
from collections import defaultdict
from collections.abc import Generator, Sequence

from msgspec import Struct

from app.core.language.language import Language

QUESTION, PAGE, SENTENCE, PEOPLE = 1.0, 0.6, 0.3, 0.35
"""How plainly an entry tells an aspect: in its question or lead, by its page, in a sentence, in the words in which people ask for it."""

GAP = "…"
"""What stands in a phrase for one to `MOST_BETWEEN` words that may be any: take … out."""

MOST_BETWEEN, MOST_SKIPPED = 4, 2
"""How many words fill a gap at most, and how many articles and possessives may stand within a phrase that is told without them."""

LONG_PHRASE = 3
"""Words of a phrase from which it may begin with the last word of the one before it."""

DEFINITION = "definition"
"""The aspect that asks what a word means."""

OF_REFERENCE, OF_PROGRAM = "this reference", "using the program"
"""The aspects that ask about the reference itself (may I rely on it), and how the program is used."""


class Asked(Struct, frozen=True):
    """What a query asks for: aspects that headings tell, aspects that only sentences tell, and which of its words say so.

    `frame` holds the positions of those words, `phrases` their first position, the one after the last, and the aspects.
    """

    headed: tuple[str, ...]
    told: tuple[str, ...]
    frame: frozenset[int]
    phrases: tuple[tuple[int, int, tuple[str, ...]], ...]


class AspectData(Struct, frozen=True, array_like=True):
    """The phrases of a language that name aspects, by the keys of their words, parted by spaces, and what must be known to find them quickly.

    A phrase leads to its row in `named`, the aspects that it names; what the language skips within a phrase is left out of it. `longest` are the
    words in the longest phrase that begins with a key: most words begin none, and a text is read once for each of its words.
    """

    phrases: dict[str, int]
    named: list[tuple[str, ...]]
    longest: dict[str, int]


def reading_phrases(language: Language) -> Generator[None, None, AspectData]:
    """Find the keys of all phrases of a language, in steps of one aspect."""
    found: dict[str, list[str]] = defaultdict(list)
    longest: dict[str, int] = {}
    for aspects in (language.headed, language.told):
        for aspect, phrases in aspects.items():
            for phrase in phrases.replace("'", " ").split(","):  # plain words: looking at each letter would cost much more
                keys = [word if word == GAP else language.key(word) for word in phrase.split()]
                kept = language.without_skipped(keys)
                named = found[kept]
                if aspect not in named:
                    named.append(aspect)
                most = len(kept.split(" ")) + (MOST_BETWEEN - 1 if GAP in keys else 0)
                longest[keys[0]] = max(most, longest.get(keys[0], 0))
            yield
    rows: dict[tuple[str, ...], int] = {}
    numbered = {keys: rows.setdefault(tuple(named), len(rows)) for keys, named in found.items()}
    return AspectData(numbered, list(rows), longest)


class Aspects:
    """The phrases that name aspects, in one language; none for a language without them.

    Where the title of an article names the reference itself, how it is used is the topic there, and no aspect.
    """

    def __init__(self, language: Language, data: AspectData, title: str = "") -> None:
        self._language = language
        self._phrases, self._named, self._longest = data.phrases, data.named, data.longest
        self._evidence = {aspect: re.compile(pattern) for aspect, pattern in language.evidence.items()}
        if OF_REFERENCE in self.in_text(title):
            of_program = {row for row, named in enumerate(data.named) if OF_PROGRAM in named}
            self._phrases = {keys: row for keys, row in data.phrases.items() if row not in of_program}

    def asked(self, keys: Sequence[str]) -> Asked:
        """Return what a query asks for, by the keys of its words; the aspect that is named last comes last."""
        found: dict[str, None] = {}
        frame: set[int] = set()
        phrases: list[tuple[int, int, tuple[str, ...]]] = []
        at = 0
        while at < len(keys):
            if keys[at] not in self._longest:  # most words begin no phrase
                at += 1
                continue
            length, aspects, has_gap = self._longest_at(keys, at)
            for aspect in aspects:
                found.pop(aspect, None)
                found[aspect] = None
            if length:
                frame.update((at, at + length - 1) if has_gap else range(at, at + length))
                phrases.append((at, at + length, aspects))
            at += length or 1
            if length > 1 and not has_gap and self._longest_at(keys, at - 1)[0] >= LONG_PHRASE:
                at -= 1  # what is the chance … chance of it happening again
        headed = tuple(aspect for aspect in found if aspect in self._language.headed and aspect)
        told = tuple(aspect for aspect in found if aspect in self._language.told)
        return Asked(headed, told, frozenset(frame), tuple(phrases))

    def asks(self, key: str) -> bool:
        """Return whether a word asks for something by itself, by its key."""
        return key in self._phrases

    def as_data(self) -> dict[str, list[str]]:
        """Return the aspects of each phrase; a phrase is told by the keys of its words, parted by spaces."""
        return {keys: list(self._named[row]) for keys, row in self._phrases.items()}

    def _longest_at(self, keys: Sequence[str], at: int) -> tuple[int, tuple[str, ...], bool]:
        """Return the length of the longest phrase that begins at a key, its aspects, and whether it has a gap; of two as long, the one without."""
        most = self._longest.get(keys[at], 0)
        for length in range(min(most + MOST_SKIPPED if most > 1 else most, len(keys) - at), 0, -1):
            row = self._phrases.get(self._language.without_skipped(keys[at : at + length]))
            if row is not None:
                return length, self._named[row], False
            if 0 < length - 2 <= MOST_BETWEEN:
                row = self._phrases.get(f"{keys[at]} {GAP} {keys[at + length - 1]}")
                if row is not None:
                    return length, self._named[row], True
        return 0, (), False

    def in_text(self, text: str) -> frozenset[str]:
        """Return every aspect that a text names, or tells by a figure."""
        asked = self.asked(self._language.keys(text))
        by_figure = (aspect for aspect, pattern in self._evidence.items() if pattern.search(text))
        return frozenset((*asked.headed, *asked.told, *by_figure))

    def of_entry(self, lead: str, page_title: str, texts: Sequence[str], people: Sequence[str], group: str = "") -> dict[str, float]:
        """Return how plainly an entry tells each aspect (0 to 1).

        `group` is the sentence that opens the list in which the entry stands, or the entry itself: a page on symptoms and diagnosis has a list of the
        ones and a list of the other. A question such as "what are the symptoms" does not tell what a word means, though it begins like one that does.
        """
        told: dict[str, float] = {}
        for text in people:  # that people ask for an aspect here does not say that it is told
            told.update(dict.fromkeys(self.in_text(text) & self._language.headed.keys(), PEOPLE))
        for text in texts:
            told.update({aspect: max(SENTENCE, told.get(aspect, 0.0)) for aspect in self.in_text(text)})
        of_page = self.in_text(page_title)
        of_group = of_page & self.in_text(group)
        told.update({aspect: PAGE if aspect in of_group or not of_group else max(SENTENCE, told.get(aspect, 0.0)) for aspect in of_page})
        of_lead = self.in_text(lead)
        if of_lead & self._language.headed.keys() - {DEFINITION}:
            of_lead -= {DEFINITION}
        told.update(dict.fromkeys(of_lead, QUESTION))
        return told
