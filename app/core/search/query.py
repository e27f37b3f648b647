"""Understand what was typed: parts of a query, what each can stand for, and how much it matters."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

import jellyfish
from msgspec import Struct
from msgspec.structs import replace

from app.core.base.labels import Labels
from app.core.base.text import Word, whole, words
from app.core.language.language import Language
from app.core.language.spelling import LONG, REMEMBERED, SOUNDED, ShortWords, Speller
from app.core.search.aspects import DEFINITION, OF_REFERENCE, Asked, Aspects
from app.core.search.index import Index
from app.core.search.vocabulary import WORTH, Meaning, Vocabulary

EXACT, PREFIX = 1.0, 0.8
"""What a match is worth: the word itself (or another form of it), the beginning of a word."""

FAMILY, MUCH_THE_SAME = 0.9, 0.75
"""What a match by another word of the same family is worth, and by one that means much the same: that is only related."""

SAME = 0.8
"""Worth of a reading of a word from which it means the same; below, it is only related."""

FOREIGN = 1.0
"""How much a word matters that the article and common English do not know: as much as the rarest word of the article."""

ORDINARY = 0.6
"""How much less a word matters that is one of the most common of the language."""

UNLISTED = 0.7
"""The same for any word in a language whose most common words are not known."""

SLIGHT = 0.12
"""How much a common word matters that happens to stand in the article."""

GENERIC = 0.25
"""How much a word matters that could stand in any question to this article (baby, mother), or the week in which somebody asks."""

NUMBER = 0.5
"""How much a number matters at most: people tell how old they are and when, more often than they ask for a figure."""

OPTIONS = re.compile(r"[?:]\s*(?=\(?a[).]\s|[^?,]+,[^?,]+,[^?]+$)", re.IGNORECASE)
"""Where the answers to choose from begin in a question of an exam: after its mark, lettered, or three or more."""

ENDED = re.compile(r"[.?!]\s+(?=\w)")
"""Where a sentence of a story ends and another one begins."""

COMPARING = frozenset({"difference", "alternative"})
"""Aspects that ask about two things; of two names of the subject they ask what it is."""

TWO_NAMES = 3
"""Words for the subject from which a query holds two names of it."""

WIDENED = frozenset({"definition", "alternative"})
"""Aspects whose words ("what is", "vs") say nothing without what they are asked of."""

RANGE_SIGNS = ("-", "–")
WEEKS = frozenset({"week", "weeks", "wk", "wks", "trimester", "trimesters"})
FEW = 2
"""Words in a query up to which common words are taken for what is meant: somebody who types one word means it."""

WRITTEN_TOGETHER, END_OF_WORD, BEGIN_OF_WORD = 0.9, 0.84, 0.7
"""What a match by a compound is worth: both halves of it, a longer word that ends in the word (or the other way round: then it is only related), one
that begins with it."""

SHORTEST_HALF = 4
"""Letters of a key from which it can be half of a compound."""

JOINTS = ("", "s", "n", "en", "es", "er", "e")
"""What stands between the halves of a compound: Kette-n-schloss."""

LANGUAGES = 8
"""Languages of which it is remembered what all of their articles need."""

SHORTEST_PREFIX = 2
MOST_COMPLETIONS = 24
MOST_WORDS, FIRST_WORDS = 48, 16
"""Words of a query that are looked at; of a longer one, this many from its beginning and the rest from its end, where a story asks."""

READ = 2000
"""Characters of a query that are read: its words that count stand there."""


SHORTEST_LIKE, BEGINS_LIKE, LIKE = 8, 2, 0.85
"""Letters, letters at the beginning, and likeness (Jaro-Winkler) from which a word beside one of the subject is taken for a name of the subject:
incontinent cervix."""

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

    `is_frame` says that it tells what is asked for, `is_subject` that it names what the whole article is about, `is_when` that it tells a week,
    `is_cause` that the query asks what comes of it: LEEP, in "does LEEP raise the risk of …".
    """

    typed: str
    senses: tuple[Sense, ...]
    weight: float
    is_foreign: bool = False
    is_excluded: bool = False
    is_when: bool = False
    is_frame: bool = False
    is_subject: bool = False
    is_cause: bool = False

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

    def __init__(self, index: Index, aspects: Aspects, vocabulary: Vocabulary, language: Language, labels: Labels, names: Sequence[str]) -> None:
        """`names` are the longer words of which the names of the article's subject are made."""
        self._names = names
        self._index = index
        self._aspects = aspects
        self._vocabulary = vocabulary
        self._language = language
        self._labels = labels
        self._keys = sorted(index.postings) if language.has_compounds else []
        self._together: dict[str, tuple[Sense, ...]] = {}
        known = {word for found in (*index.spellings.values(), *vocabulary.spellings.values()) for word in found}
        self._completions = sorted(word for found in index.spellings.values() for word in found)
        self._known = known
        self._everyday = _everyday(language)

    @cached_property
    def _speller(self) -> Speller:
        """What mends slips; made when the first word is typed that nobody knows."""
        language = self._language
        meant = (self._known - language.small - language.neutral) | words_of_asking(language)
        return Speller(meant, self._index.own, is_listed=language.has_word_list)

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
        tokens = first_and_last(words(written))
        corrected = written
        if not exact:
            corrected, tokens = self._mend(written, tokens)
        parts: list[QueryWord] = []
        caution = ""
        keys = tuple(self._language.key(word.folded) for word in tokens)
        options = OPTIONS.search(corrected)
        chosen = len(tokens) if options is None else sum(token.start < options.end() for token in tokens)
        asked = self._without_what(self._aspects.asked(keys[:chosen]), tokens)
        excluded = {found.start(1) for found in self._language.without.finditer(corrected)}
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
                parts.append(self._word(tokens[at], last=last, few=len(tokens) <= FEW, shouted=shouted, asks=bool(asked.frame)))
                in_range = corrected[: tokens[at].start].endswith(RANGE_SIGNS)
                if last and in_range and len(parts[-1].senses) > 1:  # 12-1 is on its way to 12-16
                    parts[-1] = replace(parts[-1], senses=parts[-1].senses[1:])
            is_frame = asked.frame.issuperset(range(at, at + length))
            counts = at < chosen and (not is_frame or self._language.has_word_list)
            parts[-1] = replace(
                parts[-1],
                is_excluded=tokens[at].start in excluded,
                is_foreign=parts[-1].is_foreign and counts,
                weight=0.0 if parts[-1].is_foreign and not counts else parts[-1].weight,
                is_frame=is_frame,
                is_subject=any(self._index.subject.issuperset(sense.keys) for sense in parts[-1].senses),
            )
            at += length
            ends.append(at)
        asked, parts = self._in_story(asked, parts, ends, self._asking(corrected, tokens), chosen)
        parts = [replace(part, is_cause=end <= self._cause_ends(asked, len(tokens))) for part, end in zip(parts, ends, strict=True)]
        asks_last = self._last(asked, parts, ends, tokens, corrected[: options.start() if options else len(corrected)], chosen)
        parts = self._without_lone(parts)
        mended = corrected if corrected != written else None
        told: list[tuple[str, str]] = []
        for first, end, aspects in asked.phrases:
            begin, stop = self._narrowed(tokens, first, end, parts, ends), self._widened(tokens, first, end, aspects, ends)
            told += [(aspect, corrected[tokens[begin].start : tokens[stop - 1].end]) for aspect in aspects if aspect]
        return Understood(self._in_proportion(parts), keys, self._turned(asked, parts, ends, keys), tuple(told), mended, caution, asks_last)

    def _without_what(self, asked: Asked, tokens: tuple[Word, ...]) -> Asked:
        """Return what is asked for; "what is the usual reason" asks for a cause, and not for what it means: only slight words stand between."""
        slight, filler = self._language.common, self._language.filler
        meant = [(first, end) for first, end, aspects in asked.phrases if DEFINITION in aspects]
        others = [first for first, _, aspects in asked.phrases if any(aspect in asked.headed and aspect != DEFINITION for aspect in aspects)]
        if not meant or not others:
            return asked
        for first, end in meant:
            then = next((other for other in others if other >= end), None)
            if then is None or any(word.folded not in slight and word.folded not in filler for word in tokens[first:then]):
                return asked
        return replace(asked, headed=tuple(aspect for aspect in asked.headed if aspect != DEFINITION))

    def _asking(self, text: str, tokens: tuple[Word, ...]) -> tuple[bool, ...]:
        """Return of each word whether its sentence asks; all of them where each sentence does or none.

        A sentence asks by its mark or by its first word; where none does, by a word with which questions begin anywhere in it.
        """
        starts = [0, *(found.end() for found in ENDED.finditer(text))]
        if len(starts) == 1:
            return (True,) * len(tokens)
        ends = (*starts[1:], len(text))
        within = [[token.folded for token in tokens if start <= token.start < end] for start, end in zip(starts, ends, strict=True)]
        for asks in (
            ["?" in text[start:end] for start, end in zip(starts, ends, strict=True)],
            [not self._language.opening.isdisjoint(found[:1]) for found in within],
            [not self._language.asking.isdisjoint(found) for found in within],
        ):
            if any(asks):
                return tuple(asks[bisect_right(starts, token.start) - 1] for token in tokens)
        return (True,) * len(tokens)

    def _in_story(
        self, asked: Asked, parts: list[QueryWord], ends: list[int], asking: tuple[bool, ...], chosen: int
    ) -> tuple[Asked, list[QueryWord]]:
        """Return what is asked for and the parts of a query; of a story, what the sentences ask for that ask, and nothing unknown in the others.

        `asking` tells of each word whether its sentence asks. Where these neither name nor ask anything, the story is what they ask of. Where nothing
        names what the article holds, unknown words count wherever they stand. After the first `chosen` words stand the answers to choose from.
        """
        names = any(
            end <= chosen and asking[end - 1] and part.is_content and part.senses and not self._is_light(part)
            for part, end in zip(parts, ends, strict=True)
        )
        asks = {aspect for begin, _, aspects in asked.phrases if asking[begin] for aspect in aspects}
        if names or asks - {""}:
            headed = tuple(aspect for aspect in asked.headed if aspect in asks)
            asked = replace(asked, told=tuple(aspect for aspect in asked.told if aspect in asks | {OF_REFERENCE}), headed=headed or asked.headed)
        if names or any(part.is_content and not self._is_light(part) and any(sense.worth >= SAME for sense in part.senses) for part in parts):
            silent = (part.is_foreign and not asking[end - 1] for part, end in zip(parts, ends, strict=True))
            parts = [replace(part, weight=0.0, is_foreign=False) if is_silent else part for part, is_silent in zip(parts, silent, strict=True)]
        return asked, parts

    def _last(self, asked: Asked, parts: list[QueryWord], ends: list[int], tokens: tuple[Word, ...], text: str, chosen: int) -> tuple[str, ...]:
        """Return the aspects of headings that the last of several sentences asks for; none if it names a topic."""
        begins = max((found.end() for found in ENDED.finditer(text)), default=0)
        opening = sum(token.start < begins for token in tokens)
        for part, end in zip(parts, ends, strict=True):
            if opening < end <= chosen and part.is_content and not part.is_subject and not is_time(part):
                return ()
        return tuple(aspect for first, _, aspects in asked.phrases if first >= opening > 0 for aspect in aspects if aspect in asked.headed)

    def _cause_ends(self, asked: Asked, count: int) -> int:
        """Return where the words end that name a cause, when a query asks whether something causes something else; 0 when it does not."""
        cause = self._language.turned[1]
        return next((first for first, end, aspects in asked.phrases if cause in aspects and first > 0 and end < count), 0)

    def _without_lone(self, parts: list[QueryWord]) -> list[QueryWord]:
        """Return the parts; where a query names nothing that the article tells, a word from one way of asking is none of the article's."""
        topics = [part for part in parts if part.is_content and not part.is_subject and part.senses]
        names_subject = any(not self._index.named.isdisjoint(sense.keys) for part in parts for sense in part.senses)
        if names_subject or any(not self._index.only_asked.issuperset(sense.keys) for part in topics for sense in part.senses):
            return parts
        common = self._language.common
        lone = [part for part in topics if part.typed not in common and all(self._index.lone.issuperset(sense.keys) for sense in part.senses)]
        return [replace(part, senses=(), weight=FOREIGN, is_foreign=True) if part in lone else part for part in parts]

    def _narrowed(self, tokens: tuple[Word, ...], first: int, end: int, parts: list[QueryWord], ends: list[int]) -> int:
        """Return where the words typed for aspects begin: in "when is the stitch taken out" the stitch is known, and "taken out" is what is asked."""
        if tokens[first].folded not in self._language.small:
            return first
        return max((stop for part, stop in zip(parts, ends, strict=True) if part.is_content and part.senses and first < stop < end), default=first)

    def _widened(self, tokens: tuple[Word, ...], first: int, end: int, aspects: tuple[str, ...], ends: list[int]) -> int:
        """Return where the words typed for aspects end: "vs" tells nothing without what follows, nor "take the stitch" without "out".

        `ends` are the ends of the query's parts.
        """
        common = self._language.common
        if not WIDENED.isdisjoint(aspects) and all(word.folded in common for word in tokens[first:end]):
            named = next((at for at in range(end, len(tokens)) if tokens[at].folded not in common), None)
            end = end if named is None else next(stop for stop in ends if stop > named)
        return end + (end < len(tokens) and tokens[end].folded in self._language.particles)

    def _turned(self, asked: Asked, parts: list[QueryWord], ends: list[int], keys: tuple[str, ...]) -> Asked:
        """Return what is asked for, after a look at where the subject stands.

        "Can it cause" asks for what comes of it, not where it comes from, but "incompetent cervix causes" is a heading. "Insufficiency or
        incompetence" asks what both are.
        Whatever else is asked of the reference itself is not asked of its subject.
        """
        if OF_REFERENCE in asked.told:
            return replace(asked, told=(OF_REFERENCE,))
        content = [part for part in parts if part.is_content]
        named = sum(len(part.typed.split()) for part in content if part.is_subject)
        if not COMPARING.isdisjoint(asked.told) and named >= TWO_NAMES and all(part.is_subject or is_time(part) for part in content):
            told = tuple(aspect for aspect in asked.told if aspect not in COMPARING)
            return replace(asked, told=told, headed=(*(aspect for aspect in asked.headed if aspect != DEFINITION), DEFINITION))
        verbs, cause, consequence = self._language.turned
        names = (self._language.key(part.typed.lower()) in verbs and before.is_subject for before, part in pairwise(parts))
        if cause not in asked.headed:
            return asked
        is_heading = all(part.is_subject for part in parts[:-1])
        back = consequence if any(names) and not is_heading else self._led_back(asked, parts, ends, keys)
        if back is None:
            return asked
        rest = (aspect for aspect in asked.headed if aspect not in {cause, consequence})
        return replace(asked, headed=(*rest, back) if back else tuple(rest))

    def _led_back(self, asked: Asked, parts: list[QueryWord], ends: list[int], keys: tuple[str, ...]) -> str | None:
        """Return what is asked for where a topic is said to come of the subject ("is the bleeding because of a weak cervix"); None where it is not.

        That is what comes of it; of words that tell no direction (linked) neither that nor a cause.
        """
        for first, end, _ in asked.phrases:
            back = self._language.back.get(" ".join(keys[first:end]))
            if back is not None:
                after = next((part for part, stop in zip(parts, ends, strict=True) if stop > end and part.weight), None)
                before = (part for part, stop in zip(parts, ends, strict=True) if stop <= first)
                if after is not None and after.is_subject and any(part.is_content and not part.is_subject and not is_time(part) for part in before):
                    return back
        return None

    def _phrase(self, typed: str, group: tuple[Word, ...], meanings: tuple[Meaning, ...]) -> QueryWord:
        """Return a part that is a synonym; a phrase of another topic stands for nothing."""
        if any(meaning.relation == "caution" for meaning in meanings):
            return QueryWord(typed, (), FOREIGN, is_foreign=True)
        held = [meaning for meaning in meanings if not self._index.postings.keys().isdisjoint(meaning.keys)]
        own = tuple(self._language.key(word.folded) for word in group)
        if not held and self._index.postings.keys().isdisjoint(own):
            return QueryWord(typed, (), FOREIGN, is_foreign=True)
        senses = [Sense(meaning.keys, WORTH[meaning.relation], self._why(typed, meaning), meaning.term) for meaning in held]
        weight = self._weight(senses)
        if all(key in self._index.postings for key in own):
            senses.insert(0, Sense(own, EXACT))
        return QueryWord(typed, tuple(senses), weight)

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

    def _weight(self, senses: list[Sense]) -> float:
        """Return how much a part matters: as much as its rarest reading."""
        rarity = self._index.rarity
        return max((sum(rarity.get(key, 0.5) for key in sense.keys) / len(sense.keys) for sense in senses), default=FOREIGN)

    def _word(self, word: Word, *, last: bool, few: bool, shouted: bool, asks: bool) -> QueryWord:
        key, folded = self._language.key(word.folded), word.folded
        known = key in self._index.postings
        small, neutral = folded in self._language.small, folded in self._language.neutral
        if (small and not last) or (folded in self._language.filler and (asks or not few)):
            return QueryWord(folded, (Sense((key,), EXACT),) if known else (), 0.0)
        begun = last and (folded.isdigit() or (not small and (not known or neutral)) or (small and few))
        completions = self._complete(folded) if begun else ()
        together = self._written_together(key) if self._language.has_compounds and not small and not neutral else ()
        if known:
            slight = not few and (neutral or small or (key.isdigit() and not folded.isdigit()))
            weight = SLIGHT if slight else min(self._index.rarity[key], NUMBER) if key.isdigit() else self._index.rarity[key]
            return QueryWord(folded, (Sense((key,), EXACT), *together, *completions), weight)
        if together or completions:
            return QueryWord(folded, (*together, *completions), self._weight([*together, *completions]))
        senses = () if small or neutral else self._of_family(folded, key)
        if senses:
            return QueryWord(folded, senses, self._weight([*senses]))
        return self._unknown(folded, key, is_common=neutral or small or key in self._language.neutral_keys, shouted=shouted)

    def _of_family(self, folded: str, key: str) -> tuple[Sense, ...]:
        """Return what a word can stand for that the article holds only in another form (store, storage), or in a word that means much the same."""
        forms = {True: self._labels.same, False: self._labels.see_also}
        return tuple(
            Sense((other,), FAMILY if is_family else MUCH_THE_SAME, forms[is_family].format(typed=folded, term=word), word)
            for other, word, is_family in self._language.family.get(key, ())
            if other in self._index.postings
        )

    def _unknown(self, folded: str, key: str, *, is_common: bool, shouted: bool) -> QueryWord:
        """Return the part of a word that nothing in the reference begins with."""
        slip = self._language.has_word_list and not shouted and folded not in self._language.listed and self._everyday.is_near(folded)
        if is_common or slip or len(folded) == 1 or any(char.isdigit() for char in folded):
            return QueryWord(folded, (), 0.0)
        if key in self._index.subject:  # a word of the title that no passage repeats
            return QueryWord(folded, (), GENERIC)
        if key in self._vocabulary.halves:  # half of a synonym, such as transabdominal: the subject is ours
            return QueryWord(folded, (), GENERIC)
        less = ORDINARY if folded in self._language.ordinary else 1 if self._language.has_word_list else UNLISTED
        return QueryWord(folded, (), FOREIGN * less, is_foreign=True)

    def _is_form(self, key: str) -> bool:
        """Return whether a word is a form of one that is known, or made of such: it is none of its slips."""
        if key in self._language.neutral_keys or key in self._index.postings or key in self._index.subject:
            return True
        return self._language.has_compounds and bool(self._written_together(key))

    def _written_together(self, key: str) -> tuple[Sense, ...]:
        if key not in self._together:
            if len(self._together) > REMEMBERED:
                self._together.clear()
            self._together[key] = self._find_written_together(key)
        return self._together[key]

    def _find_written_together(self, key: str) -> tuple[Sense, ...]:
        """Return what a word can stand for in a language that writes words together: Bremse is found in Scheibenbremse, and in Bremszug.

        Of a short word both halves must be known: Öl is found in Kettenöl.
        """
        longer = [one for one in self._keys if one.endswith(key) and one != key]
        if len(key) < SHORTEST_HALF:
            found = [Sense((one,), END_OF_WORD) for one in longer if len(key) > 1 and self._begin_of(one, key)]
            return tuple(found[:MOST_COMPLETIONS])
        found = [Sense((one,), END_OF_WORD) for one in longer]
        found += [Sense((one,), BEGIN_OF_WORD) for one in self._keys if one.startswith(key) and one != key]
        if key not in self._index.postings:
            ends = [one for one in self._keys if len(one) >= SHORTEST_HALF and key.endswith(one)]
            for end in sorted(ends, key=len, reverse=True)[:1]:
                begin = self._begin_of(key, end)
                found.insert(0, Sense((begin, end), WRITTEN_TOGETHER) if begin else Sense((end,), BEGIN_OF_WORD))
        return tuple(found[:MOST_COMPLETIONS])

    def _begin_of(self, key: str, end: str) -> str | None:
        """Return what stands before the end of a compound, if that is a word of the article."""
        begins = (key.removesuffix(end).removesuffix(joint) for joint in JOINTS)
        return next((begin for begin in begins if len(begin) >= SHORTEST_HALF and begin in self._index.postings), None)

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
            if self._is_sound(query, tokens, number):
                mended.append(self._confused(query, tokens, number) or typed)
            else:
                mended.append(self._meant(word.folded) or typed)
            end = word.end
        mended.append(query[end:])
        text = "".join(mended)
        return (text, first_and_last(words(text))) if text != query else (query, tokens)

    def _meant(self, word: str) -> str | None:
        """Return the word that a slip is meant for; one slip at most where the word may be right: it is part of a variant, or a form of a word."""
        return self._speller.correct(word, surely=word in self._known or self._language.key(word) in self._index.postings)

    def _confused(self, query: str, tokens: tuple[Word, ...], number: int) -> str | None:
        """Return the word that is meant by a right one of which the article knows nothing: one that sounds the same, or a name of the subject."""
        word, language = tokens[number].folded, self._language
        common = language.common
        key = language.key(word)
        is_form = key in self._index.postings
        if is_form or word in common or word in language.generic or self._vocabulary.find(query, tokens, number)[0] or self._aspects.asks(key):
            return None
        for other in language.sounds_like.get(word, ()):
            if other in common or other in self._index.own:
                return other
        beside = (tokens[at].folded for at in (number - 1, number + 1) if 0 <= at < len(tokens))
        if len(word) < SHORTEST_LIKE or not any(near not in common and language.key(near) in self._index.subject for near in beside):
            return None
        like = ((jellyfish.jaro_winkler_similarity(word, name), name) for name in self._names if name[:BEGINS_LIKE] == word[:BEGINS_LIKE])
        best = max(like, default=(0.0, ""))
        return best[1] if best[0] >= LIKE else None

    def _is_sound(self, query: str, tokens: tuple[Word, ...], number: int) -> bool:
        """Return whether a word is of the article, common, one that English or medicine knows, a variant, or the beginning of a word."""
        word = tokens[number].folded
        if word in self._language.neutral or word in self._language.small:
            return True
        if word in self._index.own or self._vocabulary.find(query, tokens, number)[0]:
            return True
        if not self._language.has_word_list and self._is_form(self._language.key(word)):
            return True
        return word in self._language.listed or (number == len(tokens) - 1 and bool(self._complete(word)))


@lru_cache(maxsize=LANGUAGES)
def _everyday(language: Language) -> ShortWords:
    """Return the everyday words of a language: the articles in it share them."""
    return ShortWords(language.small | language.neutral | language.generic | WEEKS)


@lru_cache(maxsize=LANGUAGES)
def words_of_asking(language: Language) -> frozenset[str]:
    """Return the longer words in which people ask; they are meant by slips as well, common as they are: "stop it hapening again"."""
    headed, told = (" ".join(of.values()).replace("'", " ").replace(",", " ").split() for of in (language.headed, language.told))
    return frozenset((*(word for word in headed if len(word) >= SOUNDED), *(word for word in told if len(word) >= LONG)))


def first_and_last(tokens: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a query that are looked at: all of them, or of a long story its beginning and its end."""
    return tokens if len(tokens) <= MOST_WORDS else (*tokens[:FIRST_WORDS], *tokens[FIRST_WORDS - MOST_WORDS :])


def is_time(part: QueryWord) -> bool:
    """Return whether a part is a number or the week in which somebody asks."""
    return all(word.isdigit() or word in WEEKS for word in part.typed.lower().split())
