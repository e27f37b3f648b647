"""Rank the passages of one article for a query, or say that none answers it.

Two measures are added. *Coverage*: how much of the query a passage holds, each part weighed by how rare it is in the article and by where and how
it matches. *Likeness*: how near the query is to one of the ways in which people ask for the passage. A passage is a hit when more of the query
is covered than not, or when it is asked for in just these words; words that neither the article nor common English knows count against it.
"""

from collections import defaultdict
from itertools import pairwise

from app.core.content import Article, UrgentCare
from app.core.labels import ENGLISH, Labels
from app.core.search.index import PLAIN, Entry, Index
from app.core.search.language import Language
from app.core.search.query import EXACT, FOREIGN, SLIGHT, Part, Reader, Understood
from app.core.search.results import Hit, Related, Results
from app.core.search.vocabulary import Vocabulary
from app.core.text import Span, fold, sentences, words

LIKENESS = 1.3
"""How much likeness counts beside coverage."""

LEAST_LIKENESS = 0.1
"""A single word is no way of asking: likeness counts fully from four words on."""

COVERED = 0.5
"""A hit must cover at least this share of the query: as much as is missing. A foreign word that is missing counts whole, a known one half."""

ASKED_FOR = 0.55
"""Likeness from which a passage is a hit whatever it covers."""

COMMON = 0.45
"""Words that weigh less stand all over the article and tell nothing about a passage; a query of them alone leads to where the article begins."""

WHOLE = 0.2
"""Added when a passage holds every part of a query of several parts."""

SEVERAL = 3
"""Parts from which a query may be a list of several things, no passage holding half of them: then what each passage lacks does not count."""

EXCLUDED = 0.5
"""What is left of a passage's score when it is about what the query excludes."""

CONTAINED = 0.75
TELLING = 1.5
"""Likeness of a query that holds a whole way of asking beside other words, if that way is telling enough (three uncommon words or so)."""

TOGETHER = 0.12
"""Added when two words of the query stand side by side in the passage as they do in the query."""

WORD_FOR_WORD = 0.35
"""Added when the whole query stands in a question or lead, or begins it."""

FAR_BEHIND = 0.5
"""Hits below this share of the best one's score are left out: they would only be noise."""

SNIPPET = 400
"""Characters of a passage that are shown whole; of longer ones, the sentences that match."""

NEAREST = 3


class SearchIndex:
    """Built once from an article, asked at each key press."""

    def __init__(self, article: Article, labels: Labels = ENGLISH) -> None:
        self._language = Language(article.language)
        self._index = Index(article, self._language)
        self._vocabulary = Vocabulary(article.synonyms, self._language)
        self._reader = Reader(self._index, self._vocabulary, self._language, labels)
        self._sections = tuple(section.id for section in article.sections)
        self._triggers = _triggers(article.urgent_care, self._language)
        self._related = tuple((frozenset(self._language.keys(term.term)), Related(term.id, term.term)) for term in article.glossary) + tuple(
            (frozenset(self._language.keys(figure.title)), Related(figure.id, figure.title)) for figure in article.figures
        )

    def search(self, query: str, limit: int = 10, *, exact: bool = False) -> Results:
        """Return the passages that answer the query, the best first; with `exact`, words and spelling are taken as typed."""
        understood = self._reader.understand(query, exact=exact)
        urgent = self._is_urgent(understood)
        scores = {} if _is_of_another_topic(understood) else self._scores(query, understood)
        best = max(scores.values(), default=0)
        ranked = sorted((number for number, score in scores.items() if score >= best * FAR_BEHIND), key=lambda number: (-scores[number], number))
        unknown = tuple(dict.fromkeys(part.typed for part in understood.parts if part.is_foreign))
        keys = _keys(understood.parts)
        asked = keys.union(self._language.keys(query))
        related = tuple(place for keys_of, place in self._related if keys_of and keys_of <= asked)
        if not ranked:
            return Results(query, unknown=unknown, headings=self._nearest(understood), related=related, urgent=urgent)
        terms = frozenset(surface for key in keys for surface in self._index.surfaces.get(key, ())) - self._language.small
        hits = tuple(self._hit(self._index.entries[number], understood, keys) for number in ranked[:limit])
        return Results(
            query=query,
            hits=hits,
            total=len(ranked),
            is_answered=True,
            terms=terms,
            why=tuple(dict.fromkeys(why for hit in hits for why in hit.why)),
            unknown=unknown,
            related=related,
            urgent=urgent,
            corrected=understood.corrected,
        )

    # --- scoring ---

    def _scores(self, query: str, understood: Understood) -> dict[int, float]:
        total = sum(part.weight for part in understood.parts)
        foreign = sum(part.weight for part in understood.parts if part.is_foreign)
        covered: dict[int, float] = defaultdict(float)
        present: dict[int, float] = defaultdict(float)
        held: dict[int, int] = defaultdict(int)
        shunned: set[int] = set()
        for part in understood.parts:
            matches = self._matches(part)
            if part.is_excluded:
                shunned |= {number for number in matches if any(self._index.stated[number] >= set(choice.keys) for choice in part.choices)}
            for number, worth in matches.items():
                covered[number] += part.weight * worth
                held[number] += part.weight > SLIGHT
                present[number] += part.weight * min(worth / PLAIN, 1)
        likeness = self._likeness(understood)
        common = 0 < max((part.weight for part in understood.parts), default=0) < COMMON
        heavy = {key for part in understood.parts if part.weight > SLIGHT for choice in part.choices for key in choice.keys}
        side_by_side = {pair for pair in pairwise(understood.keys) if heavy.intersection(pair)}
        asked = " ".join(fold(query).split())
        parts = sum(part.weight > SLIGHT for part in understood.parts)
        like = LIKENESS * min(1.0, LEAST_LIKENESS + len(understood.keys) / 4)
        most = max(present.values(), default=0.0)
        is_list = parts >= SEVERAL and most / (most + foreign + (total - foreign - most) / 2 or 1) < COVERED
        scores: dict[int, float] = {}
        for number in covered.keys() | likeness.keys():
            share = covered[number] / total if total else 0.0
            missing = foreign + (0 if is_list else (total - foreign - present[number]) / 2)
            answered = present[number] / (present[number] + missing) if present[number] else 0.0
            alike = likeness.get(number, 0.0)
            if (answered >= COVERED and present[number] > SLIGHT * 2) or (alike >= ASKED_FOR and foreign < FOREIGN * 2):
                together = len(side_by_side & self._index.pairs[number]) * TOGETHER
                together += len(side_by_side & self._index.stated_pairs[number]) * TOGETHER
                literal = self._word_for_word(asked, number)
                if parts > 1 and held[number] == parts:
                    literal += WHOLE
                if number == 0 and common:
                    literal += WORD_FOR_WORD
                scores[number] = (share + like * alike + together + literal) * (EXCLUDED if number in shunned else 1)
        return scores

    def _matches(self, part: Part) -> dict[int, float]:
        """Return what a part is worth in each entry that holds it: its best reading there."""
        found: dict[int, float] = {}
        for choice in part.choices:
            share: dict[int, float] = defaultdict(float)
            for key in choice.keys:
                for number, worth in self._index.postings.get(key, {}).items():
                    share[number] += worth / len(choice.keys)
            for number, worth in share.items():
                found[number] = max(found.get(number, 0.0), choice.worth * worth)
        return found

    def _likeness(self, understood: Understood) -> dict[int, float]:
        """Return for each entry how near the query is to the nearest way of asking for it: shared weight over all weight (0 to 1)."""
        index = self._index
        when = {key for part in understood.parts if part.is_when for choice in part.choices for key in choice.keys}
        typed = [key for key in understood.keys if key not in when]
        readings: dict[str, float] = dict.fromkeys(typed, 1.0)
        for part in understood.parts:
            if part.is_when:
                continue
            for choice in part.choices:
                for key in choice.keys:
                    readings[key] = max(readings.get(key, 0.0), choice.worth)
        asked = sum(index.telling.get(key, 1.0) for key in set(typed))
        shared: dict[int, float] = defaultdict(float)
        for key, worth in readings.items():
            for number in index.phrases_with.get(key, ()):
                shared[number] += index.telling[key] * worth
        found: dict[int, float] = {}
        for number, weight in shared.items():
            phrase = index.phrases[number]
            both = min(weight, asked, phrase.weight)
            alike = both / (asked + phrase.weight - both)
            if phrase.weight >= TELLING:
                alike = max(alike, CONTAINED * (both / phrase.weight) ** 2)
            found[phrase.entry] = max(found.get(phrase.entry, 0.0), alike)
        return found

    def _word_for_word(self, asked: str, number: int) -> float:
        lead, title, text = self._index.folded[number]
        if not asked:
            return 0.0
        if lead.startswith(asked) or title.startswith(asked):
            return WORD_FOR_WORD
        if asked in lead or asked in title:
            return WORD_FOR_WORD / 2
        return WORD_FOR_WORD / 3 if asked in text else 0.0

    def _is_urgent(self, understood: Understood) -> bool:
        asked = _keys(understood.parts) | set(understood.keys)
        return any(trigger <= asked for trigger in self._triggers)

    # --- what is shown ---

    def _nearest(self, understood: Understood) -> tuple[str, ...]:
        """Return the headings that most of the query stands under, filled up with the first sections."""
        gathered: dict[str, float] = defaultdict(float)
        for part in understood.parts:
            for number, worth in self._matches(part).items():
                gathered[self._index.entries[number].page] += worth * part.weight
        best = sorted(gathered, key=lambda page: -gathered[page])
        return tuple(dict.fromkeys((*best, *self._sections)))[:NEAREST]

    def _hit(self, entry: Entry, understood: Understood, keys: frozenset[str]) -> Hit:
        snippet = self._snippet(entry.text, keys)
        stands = words(f"{entry.lead} {entry.text} {entry.page_title}")
        present = {self._language.key(word.folded): word.folded for word in reversed(stands)}
        surfaces = {word.folded for word in stands}
        why: list[str] = []
        for part in understood.parts:
            for choice in part.choices:
                if choice.why and present.keys() & set(choice.keys) and not set(choice.keys) <= set(understood.keys):
                    why.append(choice.why)
                elif choice.worth == EXACT and len(choice.keys) == 1 and part.weight and part.typed not in surfaces and choice.keys[0] in present:
                    why.append(f"{part.typed} → {present[choice.keys[0]]}")
        return Hit(
            place=entry.place,
            title=entry.title,
            section=entry.page_title,
            snippet=snippet,
            spans=self._marks(snippet, keys),
            title_spans=self._marks(entry.title, keys),
            why=tuple(dict.fromkeys(why)),
            notes=entry.notes,
        )

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


def _is_of_another_topic(understood: Understood) -> bool:
    """Return whether a phrase of another topic weighs as much as the rest of the query."""
    foreign = sum(part.weight for part in understood.parts if part.is_foreign)
    return bool(understood.caution) and foreign >= sum(part.weight for part in understood.parts) - foreign


def _keys(parts: tuple[Part, ...]) -> frozenset[str]:
    return frozenset(key for part in parts for choice in part.choices for key in choice.keys)


def _triggers(urgent: UrgentCare | None, language: Language) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(language.keys(trigger)) for trigger in urgent.triggers) if urgent else ()


def mark_words(text: str, terms: frozenset[str]) -> tuple[Span, ...]:
    """Return where the text holds one of the terms (folded words)."""
    return tuple((word.start, word.end) for word in words(text) if word.folded in terms)
