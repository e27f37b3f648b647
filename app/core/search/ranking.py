"""Which entries stand nearest to what was asked, and whether the nearest one answers.

Two sums of points. *Nearness* orders the entries: how much of the query an entry holds, how alike the query is to a way in which people ask for it,
whether its question, lead or page names what is asked for. *Answering* decides for one entry whether it is an answer, and is the only place where
that is decided: an entry that holds the topic but does not tell what is asked about it (how long, which dose, what side effects) is none.
docs/decisions/0018-how-the-search-ranks-and-when-it-says-no.md gives the rule in plain words, with its figures.

The points were fitted to judged queries (`benchmarks/search.py judged`), then rounded.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from app.core.base.text import fold
from app.core.questions.model import OPEN, UNLIKE, QuestionModel
from app.core.search.aspects import DEFINITION, PAGE, SENTENCE, Asked
from app.core.search.index import PLAIN, TEXT, Index
from app.core.search.query import SAME, SLIGHT, QueryWord, Sense, Understood, is_time

CONTAINED = 0.75
TELLING = 1.5
"""Likeness of a query that holds a whole way of asking beside other words, if that way is telling enough (three uncommon words or so)."""

UNASKED = 0.5
"""Likeness of a query that is wholly covered by a passage for which no ways of asking are written down."""

SHORT = 10
"""Words up to which each word of a query counts: a longer one tells a story."""

EARLIER = 0.85
"""How much less an aspect counts that is named before another one."""

JUST_THESE = 0.7
"""Likeness of the whole query to a way of asking from which a passage may answer although it does not tell what is asked in a sentence."""

ITSELF = 0.99
"""From here on a query is a way of asking itself."""

NAMED = 0.45
"""Weight of the topics in a short question from which a passage must hold one of them, and tell something of what is asked, to be an answer."""

NEVER = -9.0
"""Points of an entry that is no answer, whatever else it holds."""

DOUBTED = -2.0
"""The same where earlier questions can tell that it is one all the same."""

LEAST_POINTS = -6.0
"""What speaks against an entry counts at most, beside what earlier questions tell."""

MOST_WEIGHT, MOST_RELATED, MOST_PAIRS, MOST_UNTOLD = 2.0, 1.5, 4, 2
"""How much a measure counts at most."""

LEAST = 0.25
"""Weight of a query at least: of one that holds nothing but a slight word ("what can they do") an entry with that word does not hold all."""

BESIDE_SUBJECT = 0.25
"""What is added to topics and foreign words before they are shared out, so that one foreign word beside the subject alone is not all."""

HEADED = 0.8
"""From here on an aspect is named by the question or lead of an entry."""


class Match(Struct):
    """How one part of a query stands in one entry: what it is worth, how much of it is meant, how much only related, whether the entry states it."""

    worth: float = 0.0
    same: float = 0.0
    related: float = 0.0
    is_stated: bool = False


class Measures(Struct):
    """How one entry meets a query. Shares and likeness go from 0 to 1, sums of weights are bounded."""

    covered: float = 0.0
    """Share of the query's weight that the entry holds, each word by where it stands."""
    topic: float = 0.0
    """Weight of the topics that it holds."""
    topic_share: float = 0.0
    missing: float = 0.0
    """Weight of the topics that other entries hold and this one does not."""
    related: float = 0.0
    """Weight of the topics that it holds only in related words."""
    stated: float = 0.0
    """Share of the topics that its own text states."""
    has_subject: bool = False
    alike: float = 0.0
    """How near the query is to a way of asking for it, also one that stands inside the query."""
    exactly: float = 0.0
    """How near the query as a whole is to a way of asking for it."""
    literal: float = 0.0
    together: int = 0
    head: float = 0.0
    """How plainly it tells an aspect that headings tell."""
    unheaded: int = 0
    """Aspects of headings that it does not tell."""
    untold: int = 0
    """Aspects of sentences that it does not tell."""
    is_first: bool = False
    """It is where the article begins, and the query asks for the subject and nothing else."""
    opens_page: bool = False
    """It opens a page that tells what is asked for of the subject."""
    is_sign: bool = False
    last: float = 0.0
    """How plainly it tells what the last sentence of a story asks for."""
    likely: float = 0.0
    """How much more like earlier questions for it the query is than like any question (logarithm of odds)."""
    cause: float = 0.0
    """Share that it states of what is named as a cause, if it tells of causes."""


class Question(Struct, frozen=True):
    """What holds for a query as a whole, whichever entry is looked at."""

    asked: Asked
    is_short: bool
    is_general: bool
    """It names no topic but the article's subject."""
    is_timed: bool
    """It names no topic but a week or a number."""
    is_definition: bool
    """It asks what a word means, in a few words, and does not name the article's subject."""
    is_strict: bool
    """The language is known so well that an entry without the words for what is asked does not tell it."""
    foreign: float
    """Weight of the words that the reference does not hold."""
    topics: float
    """Weight of the topics."""
    open: float | None = None
    """How much more like earlier questions that no passage answers the query is than like any; None: no earlier questions are known."""

    @property
    def foreign_share(self) -> float:
        """Share of the foreign words among topics and foreign words (0 to 1); beside an article's subject alone they count a little less."""
        return self.foreign / (self.topics + self.foreign + BESIDE_SUBJECT)


NOTHING = 0.0, 0.0, 0

KEPT = 48
"""Parts of queries of which it is remembered where they stand: as many as the words of a query that are looked at."""


class Ranking:
    """Measures and weighs the entries of one index."""

    def __init__(self, index: Index, questions: QuestionModel | None = None, *, is_strict: bool = True) -> None:
        self._index, self._questions, self._is_strict = index, questions, is_strict
        self._known: dict[tuple[Sense, ...], dict[int, Match]] = {}

    def measure(self, query: str, understood: Understood) -> tuple[Question, dict[int, Measures]]:
        """Return what is asked and the measures of every entry that holds some of it, by the entry's number."""
        content = [part for part in understood.parts if part.is_content]
        topics = [part for part in content if not part.is_subject and not part.is_foreign]
        likely = self._questions.likely(understood.keys) if self._questions is not None else {}
        question = Question(
            asked=understood.asked,
            is_short=len(understood.keys) <= SHORT,
            is_general=not topics,
            is_timed=bool(topics) and all(is_time(part) for part in topics),
            is_definition=bool(topics) and self._is_definition(understood),
            is_strict=self._is_strict,
            foreign=sum(part.weight for part in content if part.is_foreign),
            topics=sum(part.weight for part in topics),
            open=likely.get(OPEN, 0.0) if likely else None,
        )
        found: dict[int, Measures] = defaultdict(Measures)
        self._cover(understood.parts, topics, question, found)
        for number, (alike, exactly) in self._likeness(understood).items():
            found[number].alike, found[number].exactly = alike, exactly
        if question.asked.headed:
            for number, aspects in enumerate(self._index.aspects):
                if any(aspects.get(aspect, 0.0) >= PAGE for aspect in question.asked.headed):
                    found[number]  # is measured, whatever words it holds
        if likely:
            for number, measures in found.items():
                measures.likely = likely.get(number, UNLIKE)
        if question.is_short and question.topics >= NAMED and not any(part.is_subject for part in content):
            _part_from_others(question, found)
        self._look_closer(query, understood, question, found)
        return question, found

    def _is_definition(self, understood: Understood) -> bool:
        """Return whether a query asks what a word means, and nothing else: beside the subject, such words ask how the two go together."""
        asked = understood.asked
        with_subject = any(not self._index.named.isdisjoint(sense.keys) for part in understood.parts for sense in part.senses)
        return asked.headed == (DEFINITION,) and not asked.told and len(understood.keys) <= SHORT and not with_subject

    def holds(self, part: QueryWord, numbers: Iterable[int]) -> bool:
        """Return whether one of these entries holds what a part means."""
        matches = self._matches(part.senses)
        return any(number in matches and matches[number].same > 0 for number in numbers)

    def worth(self, part: QueryWord, number: int) -> float:
        """Return what a part is worth in an entry (0: it is not there)."""
        match = self._matches(part.senses).get(number)
        return match.worth if match is not None else 0.0

    def _cover(self, parts: Iterable[QueryWord], topics: list[QueryWord], question: Question, found: dict[int, Measures]) -> None:
        """Add what each part of the query is worth in the entries that hold it."""
        total = max(LEAST, sum(part.weight for part in parts))
        causes = sum(part.weight for part in topics if part.is_cause)
        meant = {id(part) for part in topics}
        for part in parts:
            if not part.weight:
                continue
            share = part.weight / total
            is_topic = id(part) in meant
            is_subject = part.is_subject and part.is_content
            for number, match in self._matches(part.senses).items():
                measures = found[number]
                measures.covered += share * match.worth
                if is_topic:
                    measures.topic += part.weight * match.same
                    measures.related += part.weight * max(0.0, match.related - match.same)
                    measures.stated += part.weight / question.topics * match.is_stated
                    if part.is_cause:
                        measures.cause += part.weight / causes * match.is_stated
                elif is_subject:
                    measures.has_subject = measures.has_subject or match.same > 0

    def _matches(self, senses: tuple[Sense, ...]) -> dict[int, Match]:
        """Return the same as `_match`, which is kept: from one key to the next only the last word is another one."""
        if senses not in self._known:
            if len(self._known) >= KEPT:
                del self._known[next(iter(self._known))]  # the oldest
            self._known[senses] = self._match(senses)
        return self._known[senses]

    def _match(self, senses: tuple[Sense, ...]) -> dict[int, Match]:
        """Return for each entry the best of what a part can stand for there."""
        found: dict[int, Match] = defaultdict(Match)
        postings = self._index.postings
        for sense in senses:
            length, meant, is_same = len(sense.keys), sense.worth, sense.worth >= SAME
            sums: dict[int, tuple[float, float, int]] = {}
            for key in sense.keys:
                for number, worth in postings.get(key, {}).items():
                    so_far = sums.get(number, NOTHING)
                    present = worth / PLAIN if worth < PLAIN else 1.0
                    sums[number] = (so_far[0] + worth / length, so_far[1] + present / length, so_far[2] + (worth >= TEXT))
            for number, (worth, present, stated) in sums.items():
                match = found[number]
                match.worth = max(match.worth, meant * worth)
                match.related = max(match.related, present)
                if is_same:
                    match.same = max(match.same, present)
                    match.is_stated = match.is_stated or stated == length
        return found

    def _look_closer(self, query: str, understood: Understood, question: Question, found: dict[int, Measures]) -> None:
        """Measure what concerns an entry as a whole: word order, aspects, its place in the article."""
        index, asked = self._index, question.asked
        weighty = [part for part in understood.parts if part.weight > SLIGHT]
        named = [part for part in weighty if not part.is_frame]  # "linked to a" says nothing of where an answer stands
        heavy = {key for part in named or weighty for sense in part.senses for key in sense.keys}
        side_by_side = index.numbered(pair for pair in pairwise(understood.keys) if heavy.intersection(pair))
        typed = " ".join(fold(query).split())
        for number, measures in found.items():
            aspects = index.aspects[number]
            told = [aspects.get(aspect, 0.0) for aspect in asked.headed]
            measures.topic_share = measures.topic / question.topics if question.topics else 0.0
            measures.missing = question.topics - measures.topic
            measures.head = max(max(told[:-1], default=0.0) * EARLIER, told[-1]) if told else 0.0
            measures.unheaded = sum(worth < SENTENCE for worth in told) if told else 0
            measures.untold = sum(aspects.get(aspect, 0.0) < SENTENCE for aspect in asked.told) if asked.told else 0
            if side_by_side:
                measures.together = len(side_by_side & index.pairs[number]) + len(side_by_side & index.stated_pairs[number])
            measures.literal = self._word_for_word(typed, number)
            if not index.entries[number].asked:
                measures.alike = max(measures.alike, UNASKED * min(measures.covered, 1.0))
            measures.is_first = number == 0 and question.is_general and not told and not asked.told
            measures.opens_page = question.is_general and measures.head >= PAGE * EARLIER and index.entries[number].text.rstrip().endswith(":")
            if understood.last:
                measures.last = max((aspects.get(aspect, 0.0) for aspect in understood.last if aspect != DEFINITION), default=0.0)
            measures.cause *= question.is_short and measures.head >= PAGE
            measures.is_sign = aspects.get("sign", 0.0) >= PAGE

    def _likeness(self, understood: Understood) -> dict[int, tuple[float, float]]:
        """Return for each entry how near the query is to the nearest way of asking for it: shared weight over all weight (0 to 1).

        The first figure also takes a way of asking that stands inside the query, the second only the query as a whole.
        """
        index = self._index
        when = {key for part in understood.parts if part.is_when for sense in part.senses for key in sense.keys}
        typed = [key for key in understood.keys if key not in when]
        readings: dict[str, float] = dict.fromkeys(typed, 1.0)
        for part in understood.parts:
            if part.is_when:
                continue
            for sense in part.senses:
                for key in sense.keys:
                    readings[key] = max(readings.get(key, 0.0), sense.worth)
        asked = sum(index.telling.get(key, 1.0) for key in set(typed))
        shared: dict[int, float] = defaultdict(float)
        for key, worth in readings.items():
            if numbers := index.phrases_with.get(key, ()):
                share = index.telling[key] * worth
                for number in numbers:
                    shared[number] += share
        nearest: dict[int, float] = {}
        whole: dict[int, float] = {}
        for number, weight in shared.items():  # a thousand ways of asking: what is written out here takes half as long as `min` and `max`
            entry, telling = index.asked[number], index.weights[number]
            least = asked if asked < telling else telling  # noqa: FURB136 - as said above
            both = weight if weight < least else least  # noqa: FURB136 - same
            alike = exactly = both / (asked + telling - both)
            if telling >= TELLING and (contained := CONTAINED * (both / telling) ** 2) > alike:
                alike = contained
            if alike > nearest.get(entry, -1.0):
                nearest[entry] = alike
            if exactly > whole.get(entry, -1.0):
                whole[entry] = exactly
        return {entry: (alike, whole[entry]) for entry, alike in nearest.items()}

    def _word_for_word(self, typed: str, number: int) -> float:
        """Return how literally an entry holds the whole query: its question or lead begins with it (1), holds it (1/2), its text does (1/3)."""
        lead, title, text = self._index.folded[number]
        if not typed:
            return 0.0
        if lead.startswith(typed) or title.startswith(typed):
            return 1.0
        if typed in lead or typed in title:
            return 0.5
        return 1 / 3 if typed in text else 0.0


def _part_from_others(question: Question, found: dict[int, Measures]) -> None:
    """Take from the entries that hold nothing of what a short query names how alike it is to what they are asked: the words around it are alike.

    "What is meant by an infection" is nearly how people ask for the cerclage. Where only a meaning is asked for, it is not like earlier questions
    for them either.
    """
    for measures in found.values():
        if not measures.topic and not measures.related and measures.exactly < ITSELF:
            measures.alike = measures.exactly = 0.0
            if question.is_definition:
                measures.likely = min(measures.likely, UNLIKE)


NEARNESS = {
    "covered": 1.0,
    "alike": 1.25,
    "head": 0.5,
    "literal": 1.7,
    "topic": 0.15,
    "unheaded": -0.1,
    "related": 0.18,
    "together": 0.1,
    "stated": 0.15,
    "is_first": 0.65,
    "opens_page": 0.45,
    "told": 0.55,
    "is_sign": 0.04,
    "last": 1.0,
    "cause": 0.8,
    "general_head": 0.4,
    "likely": 0.1,
}
"""Points by which entries are ordered, for each measure."""

ANSWERING = {
    "always": -0.6,
    "alike": 3.6,
    "literal": 7.3,
    "covered": 2.5,
    "topic": 0.95,
    "related": 1.45,
    "is_general": 1.2,
    "has_subject": -0.3,
    "unheaded": -1.75,
    "untold": -2.6,
    "told": 0.6,
    "tells_sign": 0.7,
    "last": 1.0,
    "foreign_share": -3.0,
    "missing_share": -0.2,
    "short_unheaded": -1.7,
    "short_untold": -2.7,
    "short_missing": -1.85,
    "short_foreign": -1.8,
    "likely": 0.5,
    "earlier": -0.5,
}
"""Points of an entry as an answer, for each measure; above zero it is one."""


def nearness(question: Question, of: Measures) -> float:
    """Return the points by which entries are ordered."""
    points = NEARNESS
    return (
        points["covered"] * of.covered
        + points["alike"] * of.alike
        + points["head"] * of.head
        + points["literal"] * of.literal
        + points["topic"] * min(of.topic, MOST_WEIGHT)
        + points["unheaded"] * of.unheaded
        + points["related"] * min(of.related, MOST_RELATED)
        + points["together"] * min(of.together, MOST_PAIRS)
        + points["stated"] * of.stated
        + points["is_first"] * of.is_first
        + points["opens_page"] * of.opens_page
        + points["told"] * _told(question, of)
        + points["is_sign"] * of.is_sign
        + points["last"] * of.last
        + points["cause"] * of.cause
        + points["likely"] * of.likely
        + points["general_head"] * (question.is_general and DEFINITION not in question.asked.headed) * of.head
    )


def answering(question: Question, of: Measures, *, urgent: bool) -> float:
    """Return the points of an entry as an answer: above zero it is one. `urgent` says that the query tells of a danger sign."""
    tells_another = question.is_strict and tells_none(question, of)
    is_beside = question.is_short and question.topics >= NAMED and (tells_another or (not of.topic and not of.related))
    if of.exactly < JUST_THESE and (of.untold or is_beside or (question.is_definition and (of.unheaded or not of.stated))):
        return NEVER if question.open is None else DOUBTED + _earlier(question, of)
    points = ANSWERING
    untold = min(of.untold, MOST_UNTOLD)
    sum_of = (
        points["always"]
        + points["alike"] * of.alike
        + points["literal"] * of.literal
        + points["covered"] * of.covered
        + points["topic"] * min(of.topic, MOST_WEIGHT)
        + points["related"] * min(of.related, MOST_RELATED)
        + points["is_general"] * question.is_general
        + points["has_subject"] * of.has_subject
        + points["unheaded"] * of.unheaded
        + points["untold"] * untold
        + points["told"] * _told(question, of)
        + points["last"] * of.last
        + points["tells_sign"] * (urgent and of.is_sign)
        + points["foreign_share"] * question.foreign_share
        + points["missing_share"] * (of.missing / question.topics if question.topics else 0.0)
    )
    if question.is_short:
        sum_of += points["short_unheaded"] * of.unheaded
        sum_of += points["short_untold"] * untold
        sum_of += points["short_missing"] * min(of.missing, MOST_WEIGHT)
        sum_of += points["short_foreign"] * min(question.foreign, MOST_WEIGHT)
    if question.open is None:
        return sum_of
    return max(LEAST_POINTS, sum_of) + _earlier(question, of)


def tells_none(question: Question, of: Measures) -> bool:
    """Return whether aspects of headings are asked for, not only what a word means, and the entry tells none of them."""
    headed = question.asked.headed
    return headed not in {(), (DEFINITION,)} and of.unheaded == len(headed)


def _earlier(question: Question, of: Measures) -> float:
    """Return the points that earlier questions give to an entry as an answer.

    They speak against none that tells what is asked in a sentence: it may have been written since they were asked.
    """
    points = ANSWERING["earlier"] + ANSWERING["likely"] * (of.likely - (question.open or 0.0))
    return max(0.0, points) if _told(question, of) else points


def _told(question: Question, of: Measures) -> bool:
    """Return whether sentences are asked for and the entry has them all."""
    return bool(question.asked.told) and not of.untold
