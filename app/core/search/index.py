"""An inverted index over the passages of one article.

Every content word of a query must occur in a passage or in its headings: as it stands, as the beginning of a word, or in another inflection.
Passages are ordered by where the words stand (headings before text) and by how exactly they match, then by reading order.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from app.core.content import Article, Note, lead_and_rest
from app.core.search.language import content_words, stemmer, stop_words
from app.core.search.results import Hit, Results
from app.core.text import Span, Word, find_all, sentences, words

EXACT, PREFIX, STEM = 1.0, 0.8, 0.7
"""What a match is worth: the word itself, the beginning of a word, another form of it."""

TITLE, TEXT, PAGE = 1.5, 1.0, 0.4
"""What a match is worth where it stands: question or lead, the passage's own text, the title of its page."""

PHRASE = 0.5
"""Added when the query stands in the passage word for word."""

SHORTEST_PREFIX = 2
MOST_WORDS = 48
SNIPPET = 400
"""Characters of a passage that are shown whole; of longer ones, the sentences that match."""

NEAREST = 3


class _Passage(Struct):
    place: str
    title: str
    page: str
    page_title: str
    text: str
    notes: tuple[Note, ...]
    fields: tuple[tuple[float, tuple[Word, ...]], ...] = ()


class SearchIndex:
    """Built once from an article, asked at each key press."""

    def __init__(self, article: Article) -> None:
        self._language = article.language
        self._stem = stemmer(article.language)
        self._passages = tuple(_passages(article))
        self._sections = tuple(section.id for section in article.sections)
        self._triggers = frozenset(word.folded for trigger in _triggers(article) for word in words(trigger))
        postings: dict[str, dict[int, float]] = defaultdict(dict)
        for number, passage in enumerate(self._passages):
            for weight, found in passage.fields:
                for word in found:
                    postings[word.folded][number] = max(weight, postings[word.folded].get(number, 0))
        self._postings = dict(postings)
        self._vocabulary = sorted(self._postings)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for term in self._vocabulary:
            self._by_stem[self._stem(term)].append(term)

    def search(self, query: str, limit: int = 10) -> Results:
        """Return the passages in which every content word of the query occurs, the best first."""
        asked = content_words(query, self._language)[:MOST_WORDS]
        if not asked:
            return Results(query, nearest=self._sections[:NEAREST])
        forms = {word: self._forms(word) for word in asked}
        scores = [self._scores(forms[word]) for word in asked]
        common = set(scores[0]).intersection(*scores[1:])
        ranked = sorted(common, key=lambda number: (-sum(score[number] for score in scores) - self._phrase(query, number), number))
        terms = frozenset(term for matched in forms.values() for term in matched)
        return Results(
            query=query,
            hits=tuple(self._hit(number, forms) for number in ranked[:limit]),
            total=len(ranked),
            terms=terms,
            unknown=tuple(word for word in asked if not forms[word]),
            nearest=() if ranked else self._nearest(scores),
            urgent=not self._triggers.isdisjoint(asked),
        )

    def _forms(self, word: str) -> dict[str, float]:
        """Return the words of the article that a typed word stands for, each with what the match is worth."""
        forms = dict.fromkeys(self._by_stem.get(self._stem(word), ()), STEM)
        if len(word) >= SHORTEST_PREFIX:
            at = bisect_left(self._vocabulary, word)
            while at < len(self._vocabulary) and self._vocabulary[at].startswith(word):
                forms[self._vocabulary[at]] = PREFIX
                at += 1
        if word in self._postings:
            forms[word] = EXACT
        return forms

    def _scores(self, forms: dict[str, float]) -> dict[int, float]:
        scores: dict[int, float] = {}
        for term, worth in forms.items():
            for number, weight in self._postings[term].items():
                scores[number] = max(scores.get(number, 0), worth * weight)
        return scores

    def _phrase(self, query: str, number: int) -> float:
        passage = self._passages[number]
        return PHRASE if find_all(passage.text, query) or find_all(passage.title, query) else 0

    def _nearest(self, scores: list[dict[int, float]]) -> tuple[str, ...]:
        """Return the headings that most of the query's words stand under, filled up with the first sections."""
        gathered: dict[str, float] = defaultdict(float)
        for score in scores:
            for number, worth in score.items():
                gathered[self._passages[number].page] += worth
        best = sorted(gathered, key=lambda page: -gathered[page])
        return tuple(dict.fromkeys((*best, *self._sections)))[:NEAREST]

    def _hit(self, number: int, forms: dict[str, dict[str, float]]) -> Hit:
        passage = self._passages[number]
        terms = {term for matched in forms.values() for term in matched}
        snippet = _snippet(passage.text, terms)
        present = {word.folded for _, found in passage.fields for word in found}
        why = tuple(
            f"{word} → {term}"
            for word, matched in forms.items()
            for term, worth in matched.items()
            if worth == STEM and term in present and word not in present
        )
        return Hit(
            place=passage.place,
            title=passage.title,
            section=passage.page_title,
            snippet=snippet,
            spans=mark_words(snippet, frozenset(terms)),
            title_spans=mark_words(passage.title, frozenset(terms)),
            why=why,
            notes=passage.notes,
        )


def mark_words(text: str, terms: frozenset[str]) -> tuple[Span, ...]:
    """Return where the text holds one of the terms (folded words)."""
    return tuple((word.start, word.end) for word in words(text) if word.folded in terms)


def _passages(article: Article) -> Iterator[_Passage]:
    notes = {note.id: note for note in article.notes}
    stops = stop_words(article.language)

    def made(place: str, title: str, page: tuple[str, str], text: str, names: tuple[str, ...], lead: str) -> _Passage:
        fields = tuple((weight, tuple(w for w in words(part))) for weight, part in ((PAGE, page[1]), (TEXT, text), (TITLE, lead)))
        kept = tuple((weight, tuple(w for w in found if weight == TEXT or w.folded not in stops)) for weight, found in fields)
        return _Passage(place, title, *page, text, tuple(notes[name] for name in names), kept)

    for section in article.sections:
        page = (section.id, section.title)
        for passage in section.passages:
            yield made(passage.id, section.title, page, passage.text, passage.notes, lead_and_rest(passage.text)[0])
    faq = article.faq
    for entry in faq.entries:
        yield made(entry.id, entry.question, (faq.id, faq.title), entry.answer, entry.notes, entry.question)
    for extra in (article.disclaimer, article.about):
        yield made(extra.id, extra.title, (extra.id, extra.title), " ".join(extra.text), (), extra.title)


def _triggers(article: Article) -> tuple[str, ...]:
    return article.urgent_care.triggers if article.urgent_care else ()


def _snippet(text: str, terms: set[str]) -> str:
    if len(text) <= SNIPPET:
        return text
    parts = sentences(text)
    matching = [number for number, (start, end) in enumerate(parts) if any(word.folded in terms for word in words(text[start:end]))]
    first, second = [*matching, 0][0], [*matching, 0, 0][1]
    if second == first + 1:
        return text[parts[first][0] : parts[second][1]]
    shown = [text[slice(*parts[number])] for number in (matching[:2] or [0])]
    return " … ".join(shown)
