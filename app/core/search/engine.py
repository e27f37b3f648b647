"""Answer a query from one article, or say that it does not, and what stands nearest.

`query` says what was typed, `ranking` weighs the entries; here answers are parted from what is only near, and put into words for the reader.
"""

from collections.abc import Generator, Iterator

from msgspec import Struct
from msgspec.structs import replace

from app.core.article.content import Article
from app.core.base.labels import ENGLISH, Labels
from app.core.base.steps import at_once
from app.core.base.text import Span, fold, sentences, words
from app.core.language.language import Language
from app.core.questions.model import QuestionModel
from app.core.search.aspects import DEFINITION, OF_REFERENCE, SENTENCE, Aspects
from app.core.search.danger import DangerWords
from app.core.search.data import SearchData, making_search, without_collecting
from app.core.search.index import NOTES, Index, SearchEntry, box_entry, box_words, in_one_line
from app.core.search.query import EXACT, QueryParser, QueryWord, Understood
from app.core.search.ranking import HEADED, NEARNESS, Measures, Question, Ranking, answering, nearness, tells_none
from app.core.search.results import Covered, Hit, Related, Results
from app.core.search.vocabulary import WORTH, Vocabulary

EXCLUDED = 0.5
"""What is left of an entry's points when it is about what the query excludes."""

BESIDE, LIKE_ASKED = 0.5, 0.2
"""What is left of the points of a page on the reference itself if nothing is asked of it, and the likeness to a way of asking from which it is."""

FAR_BEHIND = 0.35
"""Hits below this share of the best one's points are left out: they would only be noise."""

NOTE_TOPIC, NOTE_COVERED, NOTE_FOREIGN = 0.6, 0.62, 0.2
"""A note answers when it holds most of the topic, tells what is asked or holds most of the whole query, and nothing foreign was asked."""

HEAD_OF_NOTE = 0.2

NOTE_LIKELY = 6.0
"""From here on earlier questions alone say that a note answers (logarithm of odds)."""

OF_SUBJECT = frozenset({"recurrence", "older name"})
"""Aspects that belong to the subject itself; the others, asked of the subject alone, are meant of something that is not named."""

FURTHER = -4.0
"""Points from which further passages are shown once the first one answers."""

MOST_ADDITIONS, MOST_NEAR = 2, 3

IN_SIGHT = 40
"""Texts of entries of which it is remembered what words they hold."""

SNIPPET = 400
"""Characters of a passage that are shown whole; of longer ones, the sentences that match."""


class Ranked(Struct, frozen=True):
    """One entry, how near it is, and whether it answers."""

    number: int
    nearness: float
    answers: bool


class Held(Struct, frozen=True):
    """A part of a query as an article reads it: what it is worth in an entry (0: it is not there), and which of its words stand there themselves.

    `tells` says whether it tells the article anything: small words do not, nor slips of the pen.
    """

    typed: str
    worth: float
    own: frozenset[str]
    tells: bool


class Standing(Struct, frozen=True):
    """How an article stands to a query, by the entry that it shows first: what articles are compared by.

    `likeness` are the points of that entry without those for the words that it holds and for holding the query word for word; `literal` says how
    literally it does (0 to 1). `held` are all parts of the query, also those that tell this article nothing. `is_named` says whether the query
    names all of what the article is about, in words of its own or others: then it is asked of this article.
    """

    likeness: float = 0.0
    literal: float = 0.0
    held: tuple[Held, ...] = ()
    is_named: bool = False


class SearchIndex:
    """Asked at each key press."""

    def __init__(self, article: Article, labels: Labels = ENGLISH, data: SearchData | None = None, language: Language | None = None) -> None:
        """`data` is what was made of this article before, `language` what many articles in one language share; what is not given is made now."""
        data = data or at_once(making_search(article))
        with without_collecting():
            at_once(self._making(article, labels, data, language or Language(article.language)))

    @classmethod
    def opening(cls, article: Article, labels: Labels, data: SearchData) -> Generator[None, None, "SearchIndex"]:
        """Make one of what was made of its article before, step by step."""
        made = cls.__new__(cls)
        language = Language(article.language)
        yield
        yield from made._making(article, labels, data, language)  # noqa: SLF001 - it is one of these
        return made

    def _making(self, article: Article, labels: Labels, data: SearchData, language: Language) -> Generator[None, None, None]:
        self._language = language
        self._title = frozenset(language.key(word.folded) for word in words(article.title) if word.folded not in language.small)
        self.spoken = language, data.language
        """What all articles in its language share."""
        aspects = Aspects(self._language, data.language.aspects, article.title)
        vocabulary = Vocabulary(article.synonyms, self._language, data.article.vocabulary)
        yield
        self._index = Index(article, data.article.index)
        yield
        self._reader = QueryParser(self._index, aspects, vocabulary, self._language, labels, data.article.names)
        yield
        earlier = data.article.questions
        self._ranking = Ranking(self._index, QuestionModel(earlier) if earlier is not None else None, is_strict=self._language.has_word_list)
        self._urgent, self._labels = article.urgent_care, labels
        self.danger = DangerWords(article.urgent_care, self._language)
        """The signs of its danger box."""
        self._box_words: tuple[frozenset[str], ...] | None = None
        self._common, self._small = data.language.common, frozenset(map(self._language.key, self._language.small))
        self._terms = [(number, keys) for number, keys, is_own in data.article.terms if is_own]
        self._named_alike: dict[frozenset[str], int] = {}
        for number, keys, is_own in data.article.terms:
            if not is_own:
                self._named_alike.setdefault(keys, number)
        self._in_sight: dict[str, tuple[dict[str, str], frozenset[str]]] = {}
        self._own_terms = [frozenset(self._language.keys(term.term)) for term in article.glossary]
        related = (*(Related(term.id, term.term) for term in article.glossary), *(Related(figure.id, figure.title) for figure in article.figures))
        self._related = tuple((frozenset(keys), one) for keys, one in zip(data.article.related, related, strict=True))

    def warming(self) -> Generator[None, None, None]:
        """Bring in, step by step, what the first key and the first unknown word would have to wait for."""
        self.search(self._index.entries[0].title)
        yield
        yield from self._language.listed.unpacking()
        self._reader.prepare()

    def search(self, query: str, limit: int = 10, *, exact: bool = False) -> Results:
        """Return the passages that answer the query, the best first; with `exact`, words and spelling are taken as typed.

        Where the article leaves something open, and all that was typed stands in one line of the danger box and asks nothing of it, the box is
        the answer.
        """
        results = self._ask(query, limit, exact=exact)[0]
        written = results.corrected or query
        if not results.missing or not self._is_in_box(written) or self._reader.understand(written, exact=exact).told:
            return results
        hits = (*self._box(), *results.hits)[:limit]
        return replace(results, hits=hits, total=results.total + 1, is_answered=True, near=(), missing=(), covered=(), headings=())

    def _is_in_box(self, query: str) -> bool:
        """Return whether every word of a query that tells something stands in one line of the danger box."""
        if self._box_words is None:
            self._box_words = box_words(self._urgent, self._language)
        told = [word.folded for word in words(query) if word.folded not in self._language.small]
        return bool(told) and in_one_line(told, self._box_words, self._language)

    def judge(self, query: str, limit: int = 10, *, exact: bool = False) -> tuple[Results, Standing]:
        """Return the same, with how the article stands to the query."""
        results, first, question, found, understood = self._ask(query, limit, exact=exact)
        return results, self._standing(first, question, found, understood)

    def _ask(self, query: str, limit: int, *, exact: bool) -> tuple[Results, int | None, Question, dict[int, Measures], Understood]:
        """Return the passages with what the article's standing is told by: the entry that is shown first, and how the query was measured."""
        typed, query = query, self._reader.whole(query)
        understood = self._reader.understand(query, exact=exact)
        asking = self.danger.asks(query)
        urgent = bool(asking) or self.danger.tells(query)
        question, found = self._ranking.measure(understood.corrected or query, understood)
        passages = self._passages(question, found, understood, urgent=urgent)
        meaning = self._defined(understood)
        is_answered = bool(passages) and passages[0].answers and not _is_of_another_topic(understood)
        if is_answered and meaning is not None and not self._tells_meaning(passages[0].number, question, found, understood):
            is_answered = False
        best = [ranked.number for ranked in passages if ranked.answers] if is_answered else []
        shown = {f"{NOTES}/{note.id}" for number in best[:limit] for note in self._index.entries[number].notes if note.alerts}
        told = meaning if not is_answered or DEFINITION in understood.asked.headed else None
        added = self._additions(question, found, told, shown)
        is_whole = is_answered or (meaning is not None and added[:1] == [meaning])  # a meaning that is asked for leaves nothing open
        keys = _keys(understood.parts)
        asked = keys.union(self._language.keys(query))
        box = self._box() if asking else ()
        if box and not self._names(understood, asking):  # what else the article has on words such as "who" or "call" is no answer
            best, added, is_answered, is_whole = [], [number for number in added if number == meaning], True, True
        found_hits = [self._hit(self._index.entries[number], understood, keys) for number in [*best[: max(1, limit - len(added))], *added]]
        # a story is answered first, as is whether to trust this rather than to call
        is_first = bool(best) and (not question.is_short or OF_REFERENCE in question.asked.told) and not self.danger.is_pointed(asking)
        at = int(is_first)
        hits = tuple([*found_hits[:at], *box, *found_hits[at:]][:limit])
        near = [] if is_answered else self._near(passages, found)
        missing = () if is_whole else self._missing(query, understood, near)
        first = next(iter((*best, *added, *(ranked.number for ranked in passages))), None)
        results = Results(
            query=typed,
            hits=hits,
            total=len(box) + len(best) + len(added),
            is_answered=is_answered,
            near=tuple(self._hit(self._index.entries[number], understood, keys) for number in near),
            missing=missing,
            covered=() if is_whole else self._covered(understood, missing),
            headings=() if hits else self._headings(near, found),
            terms=frozenset(surface for key in keys for surface in self._index.spellings.get(key, ())) - self._language.small,
            why=tuple(dict.fromkeys(why for hit in hits for why in hit.why)),
            also=tuple(dict.fromkeys(also for hit in hits for also in hit.also)),
            unknown=tuple(dict.fromkeys(part.typed for part in understood.parts if part.is_foreign)),
            related=tuple(place for keys_of, place in self._related if keys_of and keys_of <= asked),
            urgent=urgent,
            corrected=understood.corrected,
        )
        return results, first, question, found, understood

    def _standing(self, number: int | None, question: Question, found: dict[int, Measures], understood: Understood) -> Standing:
        """Return how the article stands to the query by one entry; None: by none."""
        if number is None:
            return Standing()
        measures = found[number] if number in found else Measures()
        parts = understood.parts
        held = tuple(Held(part.typed, self._ranking.worth(part, number), self._own_words(part, number), part.weight > 0) for part in parts)
        likeness = nearness(question, measures) - NEARNESS["covered"] * measures.covered - NEARNESS["literal"] * measures.literal
        likeness -= NEARNESS["likely"] * measures.likely  # other articles have had no such questions
        return Standing(likeness, measures.literal, held, self._is_named(understood))

    def _is_named(self, understood: Understood) -> bool:
        """Return whether a query names all of what the article is about; one word alone may be meant of anything."""
        keys = {key for part in understood.parts if part.is_subject for sense in part.senses for key in sense.keys}
        return len(self._title) > 1 and self._title <= keys

    def _own_words(self, part: QueryWord, number: int) -> frozenset[str]:
        """Return the words of a part, folded, that stand in an entry themselves: in whatever form, whole or begun."""
        postings, typed = self._index.postings, frozenset(word.folded for word in words(part.typed))
        own = (sense for sense in part.senses if not sense.why or fold(sense.term).startswith(fold(part.typed)))
        if any(all(number in postings.get(key, ()) for key in sense.keys) for sense in own):
            return typed
        return frozenset(word for word in typed if number in postings.get(self._language.key(word), ()))

    def _passages(self, question: Question, found: dict[int, Measures], understood: Understood, *, urgent: bool) -> list[Ranked]:
        """Return the passages by nearness. The first one answers by its points; further ones answer if it does and they are not far behind."""
        shunned = self._shunned(understood)
        points: dict[int, float] = {}
        for number, measures in found.items():
            if self._index.entries[number].kind == "passage":
                left = (EXCLUDED if number in shunned else 1) * (BESIDE if self._is_beside(number, question, measures) else 1)
                points[number] = nearness(question, measures) * left
        best = max(points.values(), default=0.0)
        ranked: list[Ranked] = []
        for number in sorted(points, key=lambda number: (-points[number], number)):
            bar = FURTHER if ranked else 0.0
            is_near = not ranked or points[number] >= best * FAR_BEHIND  # the best may have points below zero
            answers = is_near and answering(question, found[number], urgent=urgent) > bar
            ranked.append(Ranked(number, points[number], answers))
        return ranked

    def _is_beside(self, number: int, question: Question, measures: Measures) -> bool:
        """Return whether an entry is a whole page, on the reference itself, and the query does not ask of that: words may stand in both by chance."""
        entry = self._index.entries[number]
        return entry.place == entry.page and OF_REFERENCE not in question.asked.told and measures.exactly < LIKE_ASKED

    def _names(self, understood: Understood, asking: frozenset[str]) -> bool:
        """Return whether a query names anything beside the words that ask for a call, the subject, and the people whom it is about."""
        named = (part for part in understood.parts if part.is_content and not part.is_subject and part.typed not in self._language.generic)
        return any(not asking.issuperset(word.folded for word in words(part.typed)) for part in named)

    def _box(self) -> tuple[Hit, ...]:
        """Return the danger box as a result."""
        urgent = self._urgent
        if urgent is None:
            return ()
        entry = box_entry(urgent, self._labels)
        return (Hit(entry.place, entry.title, entry.page_title, entry.text, (), (), (), (), entry.kind),)

    def _shunned(self, understood: Understood) -> set[int]:
        """Return the entries that state what the query excludes."""
        shunned: set[int] = set()
        for part in understood.parts:
            if part.is_excluded:
                for sense in part.senses:
                    held = (self._index.postings.get(key, {}).keys() for key in sense.keys)
                    shunned |= {number for number in set().union(*held) if self._index.states(number, sense.keys)}
        return shunned

    def _additions(self, question: Question, found: dict[int, Measures], meaning: int | None, shown: set[str]) -> list[int]:
        """Return the meaning that is asked for, if there is one, and the notes that hold the topic and tell what is asked, the best first.

        `shown` are the places of notes that stand open with the passages that are found.
        """
        points = {
            number: measures.covered + measures.topic_share + HEAD_OF_NOTE * measures.head
            for number, measures in found.items()
            if self._index.entries[number].kind == "note" and self._index.entries[number].place not in shown and _note_answers(question, measures)
        }
        notes = sorted(points, key=lambda number: (-points[number], number))
        return [*([] if meaning is None else [meaning]), *notes][:MOST_ADDITIONS]

    def _defined(self, understood: Understood) -> int | None:
        """Return the glossary meaning that is asked for: the query names its term and, but for "what is" and the like, nothing else."""
        asked, keys = understood.asked, understood.keys
        if asked.told:
            return None
        others = [keys[begin:end] for begin, end, aspects in asked.phrases if not {DEFINITION, ""}.issuperset(aspects)]
        asks = DEFINITION in asked.headed
        if others and not asks:
            return None
        framed = {at for begin, end, aspects in asked.phrases if {DEFINITION, ""}.issuperset(aspects) for at in range(begin, end)} & asked.frame
        slight = self._small if others else self._common
        named = frozenset(key for at, key in enumerate(keys) if at not in framed and key not in slight)
        alike = self._named_alike.get(named) if asks else None
        terms = self._terms if alike is None else [*self._terms, (alike, named)]
        found = ((len(of_term), number) for number, of_term in terms if named and named <= of_term and all(map(of_term.issuperset, others)))
        return min(found, default=(0, None))[1]

    def _tells_meaning(self, number: int, question: Question, found: dict[int, Measures], understood: Understood) -> bool:
        """Return whether a passage tells a meaning better than the glossary: it uses the word itself, and where that is all, its lead names it.

        "What is the cervix" is not answered by what a weakness of it is.
        """
        if not found[number].stated and not found[number].has_subject:
            return False
        if understood.asked.headed and self._is_part_of_subject(understood):
            return False
        lead = set(self._language.keys(self._index.entries[number].lead))
        senses = (sense for part in understood.parts if part.is_content for sense in part.senses if sense.worth >= WORTH["exact"])
        headed = understood.asked.headed
        is_meant = question.is_definition or (len(headed) > 1 and DEFINITION in headed)
        return not is_meant or any(lead.issuperset(sense.keys) for sense in senses)

    def _is_part_of_subject(self, understood: Understood) -> bool:
        """Return whether all that a query names is one word of the subject that has a meaning of its own."""
        named = [part for part in understood.parts if part.is_content]
        keys = {key for part in named for sense in part.senses[:1] for key in sense.keys}
        return len(named) == 1 == len(keys) and named[0].is_subject and keys < self._index.named and any(keys == own for own in self._own_terms)

    def _near(self, passages: list[Ranked], found: dict[int, Measures]) -> list[int]:
        """Return the passages that hold some of the topic, first those that state it, the nearest first."""
        holding = [ranked.number for ranked in passages if _holds_some(found[ranked.number])]
        holding.sort(key=lambda number: -found[number].stated)
        subject = [ranked.number for ranked in passages if found[ranked.number].has_subject and found[ranked.number].head >= HEADED]
        return (holding or subject)[:MOST_NEAR]

    def _headings(self, near: list[int], found: dict[int, Measures]) -> tuple[str, ...]:
        """Return the pages of the nearest passages that state some of the topic themselves; one that only holds the subject is not near."""
        return tuple(dict.fromkeys(self._index.entries[number].page for number in near if found[number].stated))

    def _missing(self, query: str, understood: Understood, near: list[int]) -> tuple[str, ...]:
        """Return the parts of a query that the nearest passages do not cover, as they were typed, in the order of the query.

        These are unknown words and what is asked but not told there; where there are none, the words that these passages do not hold, or else all
        that say what is asked.
        """
        told = {aspect for number in near for aspect, worth in self._index.aspects[number].items() if worth >= SENTENCE}
        untold = [(aspect, typed) for aspect, typed in understood.told if aspect not in told]
        asked = [typed for aspect, typed in untold if aspect in self._language.told]
        within = " ".join(asked)
        unknown = [part.typed for part in understood.parts if part.is_foreign and part.typed not in within]
        if not asked and not unknown:
            topics = [part for part in understood.parts if part.is_content]
            unknown = [part.typed for part in topics if not self._ranking.holds(part, near)]
        if not asked and not unknown and near:  # each word stands there, and yet not together
            asked = [typed for _, typed in untold or understood.told] or [part.typed for part in understood.parts if part.is_content]
        if not asked and not unknown:
            unknown = [part.typed for part in understood.parts if not part.senses]
        text = understood.corrected or query
        return tuple(sorted(dict.fromkeys((*asked, *unknown)), key=lambda typed: fold(text).find(fold(typed))))

    def _covered(self, understood: Understood, missing: tuple[str, ...]) -> tuple[Covered, ...]:
        """Return the parts of a query that the article speaks of, with its own word for them; none of them is told as missing, too."""
        parts = [part for part in understood.parts if part.senses and part.is_content and part.typed not in missing]
        return tuple(dict.fromkeys(Covered(part.typed, self._own_word(part)) for part in parts))

    def _own_word(self, part: QueryWord) -> str:
        """Return the article's word for a part that the article itself does not use; empty when it does."""
        if part.senses[0].worth == EXACT and self._index.words.issuperset(part.senses[0].keys):
            return ""
        return next((sense.term for sense in part.senses if sense.term), "")

    # --- what is shown ---

    def _hit(self, entry: SearchEntry, understood: Understood, keys: frozenset[str]) -> Hit:
        snippet = entry.text if entry.kind == "note" else self._snippet(entry.text, keys)  # a note without its end could lose what limits it
        read = dict(self._read_as(entry, understood))
        return Hit(
            place=entry.place,
            title=entry.title,
            section=entry.page_title,
            snippet=snippet,
            spans=self._marks(snippet, keys),
            title_spans=self._marks(entry.title, keys),
            why=tuple(read),
            notes=entry.notes,
            kind=entry.kind,
            beside=entry.beside,
            also=tuple(dict.fromkeys(filter(None, read.values()))),
        )

    def _read_as(self, entry: SearchEntry, understood: Understood) -> Iterator[tuple[str, str]]:
        """Give how words of a query were read that match an entry in another form, each with that form if it is more than another ending."""
        present, spellings = self._words_of(f"{entry.lead} {entry.text} {entry.page_title}")
        for part in understood.parts:
            for sense in part.senses:
                if sense.why and present.keys() & set(sense.keys) and not set(sense.keys) <= set(understood.keys):
                    yield sense.why, sense.term
                elif sense.worth == EXACT and len(sense.keys) == 1 and part.weight and part.typed not in spellings and sense.keys[0] in present:
                    form = present[sense.keys[0]]
                    yield f"{part.typed} → {form}", "" if form.startswith(part.typed) or part.typed.startswith(form) else form

    def _words_of(self, text: str) -> tuple[dict[str, str], frozenset[str]]:
        """Return the first word of a text for each key, and all words, folded; they are kept, since most keys leave most entries in sight."""
        if text not in self._in_sight:
            if len(self._in_sight) >= IN_SIGHT:
                del self._in_sight[next(iter(self._in_sight))]  # the oldest
            stands = words(text)
            present = {self._language.key(word.folded): word.folded for word in reversed(stands)}
            self._in_sight[text] = present, frozenset(word.folded for word in stands)
        return self._in_sight[text]

    def _marks(self, text: str, keys: frozenset[str]) -> tuple[Span, ...]:
        small = self._language.small
        return tuple((word.start, word.end) for word in words(text) if word.folded not in small and self._language.key(word.folded) in keys)

    def _snippet(self, text: str, keys: frozenset[str]) -> str:
        if len(text) <= SNIPPET:
            return text
        parts = sentences(text)
        matching = [number for number, (start, end) in enumerate(parts) if self._marks(text[start:end], keys)]
        first, second = [*matching, 0][0], [*matching, 0, 0][1]
        if second == first + 1:
            return text[parts[first][0] : parts[second][1]]
        return " … ".join(text[slice(*parts[number])] for number in (matching[:2] or [0]))


def _holds_some(measures: Measures) -> bool:
    """Return whether an entry holds some of the topic, if only in related words."""
    return measures.topic > 0 or measures.related > 0


def _note_answers(question: Question, measures: Measures) -> bool:
    """Return whether an evidence note holds the topic and tells what is asked of it; of the subject alone, only what a sentence tells.

    Where earlier questions are known, those that it answered must be more like the query than any; if they are much more, that is enough.
    """
    if question.open is not None and (measures.likely < 0 or measures.likely >= NOTE_LIKELY):
        return measures.likely > max(0.0, question.open)
    if measures.untold or question.is_timed or (question.is_definition and measures.unheaded):
        return False
    if question.is_general:
        return bool(question.asked.told) and OF_SUBJECT.issuperset(question.asked.told) and question.foreign_share < NOTE_FOREIGN
    related = measures.related / question.topics if question.asked.told else 0.0  # "remove cerclage" is as much as the cerclage, and removed
    if measures.topic_share + related < NOTE_TOPIC:
        return False
    holds_all = measures.covered >= NOTE_COVERED and not (question.is_short and tells_none(question, measures))
    return question.foreign_share < NOTE_FOREIGN and (bool(question.asked.told) or holds_all)


def _is_of_another_topic(understood: Understood) -> bool:
    """Return whether a phrase of another topic weighs as much as the rest of the query."""
    foreign = sum(part.weight for part in understood.parts if part.is_foreign)
    return bool(understood.caution) and foreign >= sum(part.weight for part in understood.parts) - foreign


def _keys(parts: tuple[QueryWord, ...]) -> frozenset[str]:
    return frozenset(key for part in parts for sense in part.senses for key in sense.keys)


def mark_words(text: str, terms: frozenset[str]) -> tuple[Span, ...]:
    """Return where the text holds one of the terms (folded words)."""
    return tuple((word.start, word.end) for word in words(text) if word.folded in terms)
