"""Understand what was typed: parts of a query, what each can stand for, and how much it matters."""

import re
from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from app.core.base.labels import Labels
from app.core.base.text import Word, whole, words
from app.core.language.language import Language
from app.core.language.spelling import ShortWords, Speller
from app.core.search.aspects import Asked, Aspects
from app.core.search.index import Index
from app.core.search.vocabulary import WORTH, Meaning, Vocabulary

EXACT, PREFIX = 1.0, 0.8
"""What a match is worth: the word itself (or another form of it), the beginning of a word."""

FOREIGN = 1.0
"""How much a word matters that the article and common English do not know: as much as the rarest word of the article."""

ORDINARY = 0.6
"""How much less a word matters that is one of the most common of the language."""

SLIGHT = 0.12
"""How much a common word matters that happens to stand in the article."""

GENERIC = 0.25
"""How much a word matters that could stand in any question to this article (baby, mother), or the week in which somebody asks."""

NUMBER = 0.5
"""How much a number matters at most: people tell how old they are and when, more often than they ask for a figure."""

WITHOUT = re.compile(
    r"\b(?:without|no|instead of|other than|apart from|besides|except|(?:do|does)(?:n['’]t| not) (?:involve|need|require|use|include))"
    r"\s+(?:an? |the |any |having )*(\w+)",
    re.IGNORECASE,
)
"""What a question excludes."""

OPTIONS = re.compile(r"[?:]\s*(?=\(?a[).]\s|[^?,]+,[^?,]+,[^?]+$)", re.IGNORECASE)
"""Where the answers to choose from begin in a question of an exam: after its mark, lettered, or three or more."""

ENDED = re.compile(r"[.?!]\s+(?=\w)")
"""Where a sentence of a story ends and another one begins."""

WIDENED = frozenset({"definition", "alternative"})
"""Aspects whose words ("what is", "vs") say nothing without what they are asked of."""

RANGE_SIGNS = ("-", "–")
WEEKS = frozenset({"week", "weeks", "wk", "wks", "trimester", "trimesters"})
FEW = 2
"""Words in a query up to which common words are taken for what is meant: somebody who types one word means it."""

SHORTEST_PREFIX = 2
MOST_COMPLETIONS = 24
MOST_WORDS = 48
READ = 2000
"""Characters of a query that are read: its words that count stand there."""


ENDINGS = frozenset(("ing", "ings", "ed", "er", "ers", "est", "ly", "ion", "ions", "tion", "tions", "ment", "ments"))
"""The ends of words: the second piece of "funnel-ing" is no word, though lists of words have it as a name or an abbreviation."""


class Sense(Struct, frozen=True):
    """One thing that a part can stand for: all of its keys, what a match by it is worth, why it is one, the article's word."""

    keys: tuple[str, ...]
    worth: float
    why: str = ""
    term: str = ""


class QueryWord(Struct, frozen=True):
    """A word or a phrase of the query.

    `is_frame` says that it tells what is asked for, `is_subject` that it names what the whole article is about, `is_when` that it tells a week.
    """

    typed: str
    choices: tuple[Sense, ...]
    weight: float
    is_foreign: bool = False
    is_excluded: bool = False
    is_when: bool = False
    is_frame: bool = False
    is_subject: bool = False

    @property
    def is_content(self) -> bool:
        """Whether it names something: it is no slight word, tells no week, and does not tell what is asked for."""
        return self.weight > SLIGHT and not self.is_when and not self.is_frame


class Understood(Struct, frozen=True):
    """A query in parts, with what it asks for.

    `told` are the aspects that it asks for, with the words typed for them. `corrected` is the query with slips mended, if there
    were any; `caution` a phrase of another topic. `last` are the aspects of headings that the last of several sentences asks for, if it names
    nothing: what came before is a story then.
    """

    parts: tuple[QueryWord, ...]
    keys: tuple[str, ...]
    asked: Asked
    told: tuple[tuple[str, str], ...] = ()
    corrected: str | None = None
    caution: str = ""
    last: tuple[str, ...] = ()


class QueryParser:
    """Understands queries with the words of one article."""

    def __init__(self, index: Index, aspects: Aspects, vocabulary: Vocabulary, language: Language, labels: Labels) -> None:
        self._index = index
        self._aspects = aspects
        self._vocabulary = vocabulary
        self._language = language
        self._labels = labels
        known = {word for found in (*index.spellings.values(), *vocabulary.spellings.values()) for word in found}
        self._completions = sorted(word for found in index.spellings.values() for word in found)
        self._known = known
        self._everyday = ShortWords(language.small | language.neutral | language.generic | WEEKS)

    @cached_property
    def _speller(self) -> Speller:
        """What mends slips; made when the first word is typed that nobody knows."""
        return Speller(self._known - self._language.small - self._language.neutral, self._index.own)

    def prepare(self) -> None:
        """Make what mends slips now."""
        _ = self._speller

    def whole(self, query: str) -> str:
        """Return a query with the words put together that were broken at the end of a line where they were copied."""
        return whole(query, self._is_word)

    def _is_word(self, word: str) -> bool:
        return word not in ENDINGS and (word in self._index.own or word in self._known or word in self._language.listed)

    def understand(self, query: str, *, exact: bool = False) -> Understood:
        """Return the query's parts; with `exact`, spelling is left as it is and no word stands for another."""
        written = self._language.written_out(query[:READ])
        tokens = words(written)[:MOST_WORDS]
        corrected = written
        if not exact:
            corrected, tokens = self._mend(written, tokens)
        parts: list[QueryWord] = []
        caution = ""
        keys = tuple(self._language.key(word.folded) for word in tokens)
        options = OPTIONS.search(corrected)
        chosen = len(tokens) if options is None else sum(token.start < options.end() for token in tokens)
        asked = self._aspects.asked(keys[:chosen])
        excluded = {found.start(1) for found in WITHOUT.finditer(corrected)}
        ends: list[int] = []
        at = 0
        while at < len(tokens):
            last = at == len(tokens) - 1
            length, meanings = (0, ()) if exact else self._vocabulary.find(corrected, tokens, at)
            if length == 1 and len(tokens) > FEW and tokens[at].folded in self._language.filler:
                meanings = ()
            if meanings:
                group = tokens[at : at + length]
                typed = corrected[group[0].start : group[-1].end]
                parts.append(self._phrase(typed, group, meanings))
                if any(meaning.relation == "caution" for meaning in meanings):
                    caution = caution or typed
            else:
                length = 1
                shouted = corrected[tokens[at].start : tokens[at].end].isupper()
                parts.append(self._word(tokens[at], last=last, few=len(tokens) <= FEW, shouted=shouted))
                in_range = corrected[: tokens[at].start].endswith(RANGE_SIGNS)
                if last and in_range and len(parts[-1].choices) > 1:  # 12-1 is on its way to 12-16
                    parts[-1] = replace(parts[-1], choices=parts[-1].choices[1:])
            parts[-1] = replace(
                parts[-1],
                is_excluded=tokens[at].start in excluded,
                is_foreign=parts[-1].is_foreign and at < chosen,
                weight=0.0 if parts[-1].is_foreign and at >= chosen else parts[-1].weight,
                is_frame=asked.frame.issuperset(range(at, at + length)),
                is_subject=any(self._index.subject.issuperset(choice.keys) for choice in parts[-1].choices),
            )
            at += length
            ends.append(at)
        begins = max((found.end() for found in ENDED.finditer(corrected, 0, options.start() if options else len(corrected))), default=0)
        opening = sum(token.start < begins for token in tokens)
        asks = [aspect for first, _, aspects in asked.phrases if first >= opening > 0 for aspect in aspects if aspect in asked.headed]
        names = any(
            part.is_content and not part.is_subject and not is_time(part) for part, end in zip(parts, ends, strict=True) if opening < end <= chosen
        )
        mended = corrected if corrected != written else None
        told = tuple(
            (aspect, corrected[tokens[first].start : tokens[self._widened(tokens, first, end, aspects, ends) - 1].end])
            for first, end, aspects in asked.phrases
            for aspect in aspects
            if aspect
        )
        return Understood(self._in_proportion(parts), keys, self._turned(asked, parts), told, mended, caution, () if names else tuple(asks))

    def _widened(self, tokens: tuple[Word, ...], first: int, end: int, aspects: tuple[str, ...], ends: list[int]) -> int:
        """Return where the words typed for aspects end: "vs" tells nothing without what follows, nor "take the stitch" without "out".

        `ends` are the ends of the query's parts.
        """
        common = self._language.small | self._language.neutral
        if not WIDENED.isdisjoint(aspects) and all(word.folded in common for word in tokens[first:end]):
            named = next((at for at in range(end, len(tokens)) if tokens[at].folded not in common), None)
            end = end if named is None else next(stop for stop in ends if stop > named)
        return end + (end < len(tokens) and tokens[end].folded in self._language.particles)

    def _turned(self, asked: Asked, parts: list[QueryWord]) -> Asked:
        """Return what is asked for when the subject stands before the verb: "can it cause" asks for what comes of it, not where it comes from."""
        verb, cause, consequence = self._language.turned
        names = (self._language.key(part.typed.lower()) == verb and before.is_subject for before, part in pairwise(parts))
        if cause not in asked.headed or not any(names):
            return asked
        rest = (aspect for aspect in asked.headed if aspect not in {cause, consequence})
        return replace(asked, headed=(*rest, consequence))

    def _phrase(self, typed: str, group: tuple[Word, ...], meanings: tuple[Meaning, ...]) -> QueryWord:
        """Return a part that is a synonym; a phrase of another topic stands for nothing."""
        if any(meaning.relation == "caution" for meaning in meanings):
            return QueryWord(typed, (), FOREIGN, is_foreign=True)
        held = [meaning for meaning in meanings if not self._index.postings.keys().isdisjoint(meaning.keys)]
        own = tuple(self._language.key(word.folded) for word in group)
        if not held and self._index.postings.keys().isdisjoint(own):
            return QueryWord(typed, (), FOREIGN, is_foreign=True)
        choices = [Sense(meaning.keys, WORTH[meaning.relation], self._why(typed, meaning), meaning.term) for meaning in held]
        weight = self._weight(choices)
        if all(key in self._index.postings for key in own):
            choices.insert(0, Sense(own, EXACT))
        return QueryWord(typed, tuple(choices), weight)

    def _why(self, typed: str, meaning: Meaning) -> str:
        """Return how a synonym was read; what is wider or narrower is said to be the closest entry, what is only related to be that."""
        forms = {"exact": self._labels.same, "related": self._labels.see_also}
        return forms.get(meaning.relation, self._labels.closest).format(typed=typed, term=meaning.term)

    def _in_proportion(self, parts: list[QueryWord]) -> tuple[QueryWord, ...]:
        """Let numbers, weeks and words for mother and child weigh little beside what is asked about them."""
        if any(part.weight > GENERIC and not part.is_excluded for part in parts):
            parts = [replace(part, weight=0.0) if part.is_excluded else part for part in parts]
        else:
            parts = [replace(part, is_excluded=False) for part in parts]
        heavy = [part for part in parts if part.weight > GENERIC and not self._is_light(part)]
        if not heavy:
            return tuple(parts)
        return tuple(replace(part, weight=min(part.weight, GENERIC), is_when=is_time(part)) if self._is_light(part) else part for part in parts)

    def _is_light(self, part: QueryWord) -> bool:
        return part.typed in self._language.generic or is_time(part)

    def _weight(self, choices: list[Sense]) -> float:
        """Return how much a part matters: as much as its rarest reading."""
        rarity = self._index.rarity
        return max((sum(rarity.get(key, 0.5) for key in choice.keys) / len(choice.keys) for choice in choices), default=FOREIGN)

    def _word(self, word: Word, *, last: bool, few: bool, shouted: bool) -> QueryWord:
        key, folded = self._language.key(word.folded), word.folded
        known = key in self._index.postings
        small, neutral = folded in self._language.small, folded in self._language.neutral
        if (small and not last) or (folded in self._language.filler and not few):
            return QueryWord(folded, (Sense((key,), EXACT),) if known else (), 0.0)
        begun = last and (folded.isdigit() or (not small and (not known or neutral)) or (small and few))
        completions = self._complete(folded) if begun else ()
        if known:
            slight = not few and (neutral or small or (key.isdigit() and not folded.isdigit()))
            weight = SLIGHT if slight else min(self._index.rarity[key], NUMBER) if key.isdigit() else self._index.rarity[key]
            return QueryWord(folded, (Sense((key,), EXACT), *completions), weight)
        if completions:
            return QueryWord(folded, completions, self._weight(list(completions)))
        return self._unknown(folded, key, is_common=neutral or small, shouted=shouted)

    def _unknown(self, folded: str, key: str, *, is_common: bool, shouted: bool) -> QueryWord:
        """Return the part of a word that nothing in the reference begins with."""
        slip = not shouted and folded not in self._language.listed and self._everyday.is_near(folded)
        if is_common or slip or len(folded) == 1 or any(char.isdigit() for char in folded):
            return QueryWord(folded, (), 0.0)
        if key in self._vocabulary.spellings:  # half of a synonym, such as transabdominal: the subject is ours
            return QueryWord(folded, (), GENERIC)
        return QueryWord(folded, (), FOREIGN * (ORDINARY if folded in self._language.ordinary else 1), is_foreign=True)

    def _complete(self, beginning: str) -> tuple[Sense, ...]:
        if len(beginning) < SHORTEST_PREFIX and not beginning.isdigit():
            return ()
        at = bisect_left(self._completions, beginning)
        keys: dict[str, Sense] = {}
        while at < len(self._completions) and self._completions[at].startswith(beginning) and len(keys) < MOST_COMPLETIONS:
            word = self._completions[at]
            if word not in self._language.small:
                key = self._language.key(word)
                keys.setdefault(key, Sense((key,), PREFIX))
            at += 1
        return tuple(keys.values())

    def _mend(self, query: str, tokens: tuple[Word, ...]) -> tuple[str, tuple[Word, ...]]:
        """Replace words that nobody knows by the nearest known ones."""
        mended: list[str] = []
        end = 0
        for number, word in enumerate(tokens):
            mended.append(query[end : word.start])
            typed = query[word.start : word.end]
            mended.append(typed if self._is_sound(query, tokens, number) else self._meant(word.folded) or typed)
            end = word.end
        mended.append(query[end:])
        text = "".join(mended)
        return (text, words(text)[:MOST_WORDS]) if text != query else (query, tokens)

    def _meant(self, word: str) -> str | None:
        """Return the word that a slip is meant for; one slip at most where the word may be right: it is part of a variant, or a form of a word."""
        return self._speller.correct(word, surely=word in self._known or self._language.key(word) in self._index.postings)

    def _is_sound(self, query: str, tokens: tuple[Word, ...], number: int) -> bool:
        """Return whether a word is of the article, common, one that English or medicine knows, a variant, or the beginning of a word."""
        word = tokens[number].folded
        if word in self._language.neutral or word in self._language.small:
            return True
        if word in self._index.own or self._vocabulary.find(query, tokens, number)[0]:
            return True
        return word in self._language.listed or (number == len(tokens) - 1 and bool(self._complete(word)))


def is_time(part: QueryWord) -> bool:
    """Return whether a part is a number or the week in which somebody asks."""
    return all(word.isdigit() or word in WEEKS for word in part.typed.lower().split())
