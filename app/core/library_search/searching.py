"""Search many articles at once: the index gathers passages, the articles' own search decides, and the whole library says how rare a word is.

1. Tantivy gathers the passages that hold most of the words.
2. Of the articles with the best of them a few are asked, each by its own search, with its own synonyms, corrections, notes and its own no.
3. Between articles decides how much of the query the best entry of each holds, where a word counts by its rarity in the whole library, and how near
   the query is to a way of asking for it. An article that answers stands before one that does not.
4. A synonym is worth less where another article has the word itself. The open article is always asked, answers as it does alone, and stands a little
   before others that are as near.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Sequence
from math import log
from pathlib import Path

from msgspec import Struct

from app.core.article.content import UrgentCare
from app.core.base.labels import ENGLISH, Labels
from app.core.base.text import words
from app.core.files.loader import Loaded
from app.core.language.language import Language
from app.core.library_search import kept
from app.core.library_search.boxes import Boxes
from app.core.library_search.kept import Row
from app.core.library_search.keys import LONGEST_BEGINNING, SHORTEST_BEGINNING, language_tag
from app.core.library_search.passages import FOLDER, IndexDamagedError, Passages, QueryTerm
from app.core.library_search.rows import Rows
from app.core.library_search.values import LibraryHit, LibraryResults, Named
from app.core.search.danger import DangerWords
from app.core.search.data import LanguageData, SearchData, without_collecting
from app.core.search.engine import SearchIndex, Standing
from app.core.search.index import PAGE
from app.core.search.query import READ, first_and_last
from app.core.search.results import Results

GATHERED = 200
"""Passages that are gathered."""

ASKED_CLOSELY, OF_MORE, MORE = 3, 2, 3
"""Articles that are asked by their own search, beside the open one; those that are asked of a query of more than so many words, which takes each of
them longer."""

SECOND = 0.2
"""What the second-best passage of an article adds to the points by which articles are chosen."""

NEAR_BEST = 0.75
"""The share of the best article's points below which no other one is asked: it holds too little of the query."""

HELD_IN_MEMORY = 8
"""Articles whose search stays in memory, beside the ones that always do."""

HELD = 2.0
"""How much it counts between articles that the best entry holds all of the query; likeness counts as within one article."""

LITERAL = 0.5
"""The same for an entry that begins with the query word for word: much less than within one article, for some article begins with any word."""

MENDED = 1.0
"""What an article is behind that had to mend a slip: it may have mended what another one knows."""

BORROWED = 1.0
"""What an article is behind that knows all of the query only by its synonyms when another one answers with the words as they were typed."""

NEUTRAL = 0.5
"""How much less a number tells, and a word that is common in its language, however rare it is in the library."""

BELOW = 0.5
"""What an article is behind that stands below others: as much as a quarter of the query."""

HOME = 1.0
"""What the open article is ahead when it answers: as much as half of the query."""

LEAST_WEIGHT = 0.05
"""What a small word tells where it is looked for all the same: it may be the beginning of another one."""

FAR_BEHIND = 0.5
"""Articles with less than this share of the best one's points are left out of the results."""

FROM_OTHERS = 3
"""Results that are kept free for other articles than the best one."""

MUST_HOLD, NEAR_ENOUGH = 0.8, 0.5
"""The share of a query, by the rarity of words in the whole library, that the best entry of an article must hold to be an answer; how much of that
likeness makes up for where there are more than a few words: who tells a story, or asks as people do, need not use the words of the passage."""

FEW = 3
"""Words of a query that tell something up to which likeness makes up for none that is missing."""


class Judged(Struct):
    """What one article says to a query and how it stands.

    `held` is the share of the query that its best entry holds, each word by its rarity in the library and by where it stands; `present` the same
    wherever it stands (0 to 1). `owned` are the words that stand in that entry themselves, `borrowed` those that it knows by a synonym only, with
    their shares of the query. `is_long` says whether more than a few words of the query tell something.
    """

    row: Row
    results: Results
    standing: Standing
    held: float
    present: float
    owned: frozenset[str]
    borrowed: dict[str, float]
    is_home: bool
    is_below: bool
    is_long: bool

    @property
    def answers(self) -> bool:
        """Whether the article answers: as its own search says and, in other articles than the open one, as near as the whole library asks for."""
        return self.results.is_answered and self._holds_enough

    @property
    def shows(self) -> bool:
        """Whether anything of the article is a result: an answer, its danger box, or a note or meaning."""
        return bool(self.results.hits) and self._holds_enough

    @property
    def _holds_enough(self) -> bool:
        return self.is_home or self._is_near_enough or self.has_box or self.standing.is_named

    @property
    def _is_near_enough(self) -> bool:
        return self.present + NEAR_ENOUGH * self.standing.likeness * self.is_long >= MUST_HOLD

    @property
    def has_box(self) -> bool:
        """Whether the danger box of the article is a result: it is asked when or whom to call."""
        return any(hit.kind == "urgent" for hit in self.results.hits)

    @property
    def is_as_typed(self) -> bool:
        """Whether the article answers with the words as they were typed."""
        return self.answers and self.results.corrected is None and self.present >= MUST_HOLD and not self.is_by_synonym

    @property
    def is_by_synonym(self) -> bool:
        """Whether the first result was found by other words than the typed ones."""
        return bool(self.results.hits) and bool(self.results.hits[0].why)

    def points(self, *, among: "Sequence[Judged]") -> float:
        """Return the points beside other articles: a synonym is worth less where another article has the word itself."""
        points = self.standing.likeness + LITERAL * self.standing.literal + HELD * self.held - MENDED * (self.results.corrected is not None)
        taken = max((self._takes_from(one) for one in among if one is not self and one.answers), default=0.0)
        return points - BORROWED * taken - BELOW * self.is_below + HOME * (self.is_home and self.answers) * (1 - taken)

    def is_after(self, among: "Sequence[Judged]") -> bool:
        """Return whether it stands below and another article answers that holds as much of the query; not while it is open."""
        return self.is_below and not self.is_home and any(not one.is_below and one.answers and one.held >= self.held for one in among)

    def _takes_from(self, other: "Judged") -> float:
        """Return the share of the query that this article knows by synonyms and another one by its own words."""
        return sum(share for word, share in self.borrowed.items() if word in other.owned)


class LibrarySearch:
    """Asked at each key press; the articles that it shows are read as they are needed, and a few of them kept."""

    def __init__(self, folder: Path, *, wanted: Collection[str] | None = None, below: Collection[str] = (), labels: Labels = ENGLISH) -> None:
        """Open the index in a folder, which `making.indexing` has made; raise `IndexDamagedError` when there is none that can be used.

        `wanted` are the hashes of the articles that may be found, None for all in the index. `below` are ids of articles that stand below others that
        hold about as much of a query, such as the handbook.
        """
        made = kept.current(folder)
        table = kept.read_packed_table(made) if made is not None else None
        if made is None or table is None:
            raise IndexDamagedError(str(folder))
        self._made, self._labels, self._below = made, labels, frozenset(below)
        self._passages = Passages(made / FOLDER)
        self._rows = Rows(table.rows, wanted)
        self._languages: dict[str, tuple[Language, LanguageData]] = {}
        self._open: OrderedDict[int, SearchIndex] = OrderedDict()
        self._always: dict[int, SearchIndex] = {}
        self._urgent: dict[int, UrgentCare] = {}
        self._boxes = Boxes(self._rows, self._danger)

    @property
    def articles(self) -> int:
        """How many articles can be found."""
        return len(self._rows)

    @property
    def digests(self) -> frozenset[str]:
        """The hashes of the articles that the index holds and that can be found."""
        return frozenset(row.name.digest for row in self._rows if row.number >= 0)

    @property
    def passages(self) -> int:
        """How many passages the index holds."""
        return self._passages.count

    def keep(self, loaded: Loaded, index: SearchIndex | None = None) -> None:
        """Take an article for the open one: its search stays in memory and is always asked, also when the index does not hold it.

        `index` is its search if there is one already.
        """
        article, number = loaded.article, self._rows.number_of(loaded.digest)
        if number is None:
            name = Named(article.id, article.title, article.edition.updated.isoformat(), loaded.digest)
            number = self._rows.add(Row(-1, name, language_tag(article), 0, 0, 0, 0))
            index = index or SearchIndex(article, self._labels)
        found = index or self._index(number)
        if found is not None:
            self._open.pop(number, None)
            self._always = {number: found}
            self._languages[language_tag(article)] = found.spoken  # one of the two is enough
            if article.urgent_care is not None:
                self._urgent[number] = article.urgent_care

    def search(self, query: str, limit: int = 10, *, exact: bool = False, only: Collection[str] | None = None) -> LibraryResults:
        """Return what answers a query; with `exact`, words and spelling are taken as typed. `only` are ids of articles to look in."""
        if not query.strip():
            return LibraryResults(query)
        found = self._candidates(query, only)
        judged = [one for number in found if (one := self._judge(number, query, limit, exact=exact)) is not None]
        order = {one.row.name.digest: one.points(among=judged) for one in judged}
        after = {one.row.name.digest for one in judged if one.is_after(judged)}
        judged.sort(key=lambda one: (not one.answers, not one.shows, one.row.name.digest in after, -order[one.row.name.digest]))
        return self._together(query, judged, order, limit)

    # --- which articles are asked ---

    def _candidates(self, query: str, only: Collection[str] | None) -> list[int]:
        """Return the numbers of the articles to ask, those with the best passages."""
        points: dict[int, list[float]] = defaultdict(list)
        for found in self._passages.gather(self._terms(query), GATHERED):
            if found.article in self._rows and (only is None or self._rows[found.article].name.id in only):
                points[found.article].append(found.points)
        worth = {number: of[0] + SECOND * of[1] if len(of) > 1 else of[0] for number, of in points.items()}
        least = NEAR_BEST * max(worth.values(), default=0.0)
        near = sorted((number for number in worth if worth[number] >= least), key=lambda number: -worth[number])
        chosen = near[: ASKED_CLOSELY if len(words(query[:READ])) <= MORE else OF_MORE]
        home = self._home(only)
        owner = self._boxes.owner(query, (*home, *chosen), only)
        if owner is not None:  # who has a danger box for this is asked, whatever its passages say
            chosen = [owner, *(number for number in chosen if number != owner)][: len(chosen) or 1]
        return [*home, *(number for number in chosen if number not in self._always)]

    def _home(self, only: Collection[str] | None) -> list[int]:
        return [number for number in self._always if number in self._rows and (only is None or self._rows[number].name.id in only)]

    def _terms(self, query: str) -> list[QueryTerm]:
        """Return the words of a query that name something; of a query without such words all of them."""
        terms: dict[str, QueryTerm] = {}
        slight: dict[str, QueryTerm] = {}
        written = self._language(self._rows.languages[0])[0].written_out(query[:READ]) if self._rows.languages else query[:READ]
        tokens = first_and_last(words(written))
        for at, word in enumerate(tokens):
            is_last = at == len(tokens) - 1
            keys, is_small = [], True
            for tag in self._rows.languages:
                language = self._language(tag)[0]
                keys.append(f"{tag}.{language.key(word.folded)}")
                is_small = is_small and word.folded in language.small
            is_begun = is_last and (len(word.folded) >= SHORTEST_BEGINNING or word.folded.isdigit())
            begins = word.folded[:LONGEST_BEGINNING] if is_begun else ""
            term = QueryTerm(tuple(keys), begins, self._weight(word.folded) or LEAST_WEIGHT)
            (slight if is_small and not (is_last and len(tokens) > 1 and is_begun) else terms)[word.folded] = term
        return list((terms or slight).values())

    def _language(self, tag: str) -> tuple[Language, LanguageData]:
        if tag not in self._languages:
            data = kept.read_language(self._made, tag)
            if data is None:
                raise IndexDamagedError(f"{self._made}: {tag}")
            self._languages[tag] = (Language(tag), data)
        return self._languages[tag]

    # --- what an article says ---

    def _index(self, number: int) -> SearchIndex | None:
        """Return the search of an article, from memory or read from where it is kept; None when it cannot be read."""
        found = self._always.get(number) or self._open.get(number)
        if found is None:
            row = self._rows[number]
            language, data = self._language(row.language)
            with without_collecting():
                record = kept.read_record(self._made, row)
                if record is None:
                    return None
                if record.article.urgent_care is not None:
                    self._urgent[number] = record.article.urgent_care
                found = SearchIndex(record.article, self._labels, SearchData(data, record.data), language)
        if number not in self._always:
            self._open[number] = found
            self._open.move_to_end(number)
            while len(self._open) > HELD_IN_MEMORY:
                self._open.popitem(last=False)
        return found

    def _judge(self, number: int, query: str, limit: int, *, exact: bool) -> Judged | None:
        index = self._index(number)
        if index is None:
            return None
        results, standing = index.judge(query, limit, exact=exact)
        row = self._rows[number]
        is_long = sum(self._weight(word.folded) > 0 for word in first_and_last(words(query[:READ]))) > FEW
        return Judged(row, results, standing, *self._shares(standing), number in self._always, row.name.id in self._below, is_long)

    def _shares(self, standing: Standing) -> tuple[float, float, frozenset[str], dict[str, float]]:
        """Return how much of the query the best entry of an article holds: by where it stands, wherever, by its own words, by others."""
        parts = [(one, {word.folded: self._weight(word.folded, tells=one.tells) for word in words(one.typed)}) for one in standing.held]
        total = sum(sum(told.values()) for _, told in parts)
        if not total:  # small words only: then they are what is meant
            parts = [(one, dict.fromkeys(told, 1.0)) for one, told in parts]
            total = sum(sum(told.values()) for _, told in parts) or 1.0
        held = sum(sum(told.values()) * min(one.worth, 1.0) for one, told in parts)
        present = sum(sum(told.values()) * min(one.worth / PAGE, 1.0) for one, told in parts)
        borrowed = {word: weight / total for one, told in parts if one.worth for word, weight in told.items() if word not in one.own}
        return held / total, present / total, frozenset().union(*(one.own for one, _ in parts)), borrowed

    def _weight(self, word: str, *, tells: bool = True) -> float:
        """Return how much a word tells (0 to 1) by how many passages of the library hold it; small words and single letters tell nothing.

        Nor does one that no passage holds where it does not tell the article anything (`tells`): a slip.
        """
        if len(word) == 1 and not word.isdigit():
            return 0.0
        count, weights, is_small = 2 + self._passages.count, [], False
        for tag in self._rows.languages:
            language = self._language(tag)[0]
            held = self._passages.holding(f"{tag}.{language.key(word)}")
            if word in language.small:
                is_small = True
            elif held:
                is_light = word.isdigit() or word in language.neutral
                weights.append(log(count / (1 + held)) / log(count) * (NEUTRAL if is_light else 1))
        return max(weights, default=float(tells and not is_small))

    def _danger(self, number: int) -> DangerWords:
        """Return the signs in the danger box of an article."""
        index = self._index(number)
        return index.danger if index is not None else DangerWords(None, self._language(self._rows[number].language)[0])

    # --- what is shown ---

    def _is_on_program(self, one: Judged, judged: Sequence[Judged]) -> bool:
        """Return whether the words of a sign are meant of the program: its handbook holds them with others as typed, and their owner does not answer.

        One word alone is not enough ("fit"): in doubt the line comes up.
        """
        if one.is_home or one.results.is_answered:
            return False
        return any(other.is_below and other.is_as_typed and sum(part.tells for part in other.standing.held) > 1 for other in judged)

    def _together(self, query: str, judged: list[Judged], points: dict[str, float], limit: int) -> LibraryResults:
        """Put the results of the articles together: the best one's first, with room for those of others."""
        if not judged:
            return LibraryResults(query)
        best = judged[0]
        far = points[best.row.name.digest] * FAR_BEHIND
        others = [one for one in judged[1:] if one.shows and one.answers >= best.answers and points[one.row.name.digest] >= far]
        others.sort(key=lambda one: one.is_below)
        beside = [LibraryHit(one.row.name, hit) for one in others for hit in one.results.hits]
        room = max(1, limit - min(len(beside), FROM_OTHERS))
        own = [LibraryHit(best.row.name, hit) for hit in best.results.hits[:room]] if best.shows else []
        shown = [one for one in (best, *others) if one.shows]
        telling = [one for one in judged if one.results.urgent and not self._is_on_program(one, judged)]
        urgent = min(telling, key=lambda one: not one.is_home, default=None)
        box = self._urgent.get(urgent.row.number) if urgent is not None else None
        return LibraryResults(
            query=query,
            hits=(*own, *beside)[:limit],
            total=sum(one.results.total for one in shown),
            articles=len(shown),
            is_answered=best.answers,
            best=best.results,
            of=best.row.name,
            urgent=urgent.row.name if urgent is not None else None,
            urgent_line=box.line if box is not None else "",
            urgent_place=box.id if box is not None else "",
            terms=frozenset().union(*(one.results.terms for one in shown or [best])),
        )
