"""The index of all passages: Tantivy finds those that hold most of the words of a query.

An entry of an article is one document, told by the number of its article. Nothing else is kept here: what is shown comes from `kept`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import tantivy
from msgspec import Struct

from app.core.library_search.keys import SHORTEST_IN_TEXT, EntryKeys

FOLDER = "passages"

META = "meta.json"
"""The file of the engine that says of which files the index is made; it is replaced last."""

WRITER_BYTES = 1 << 26
"""Memory of the writer, which has one thread."""

SAID, ASKED, BEGUN, NEAR = 1.0, 0.9, 0.6, 0.5
"""What a word is worth where a passage says it, where people ask so, where it is only begun, and where it is spelt a little differently."""

AMONG_EQUALS = 0.005
"""What Tantivy's own points count, which prefer short passages: among passages that hold the same words. Beside that they would put behind what
people ask in many ways."""

ONE_SLIP, TWO_SLIPS = 4, 7
"""Letters from which a word that stands nowhere is looked for with one slip, and with two."""

MOST_WORDS = 24
"""Words of a query that are looked for, the rarest."""

MOST_HELD = 20_000
"""Words of which it is remembered how many passages hold them."""


class IndexDamagedError(Exception):
    """The index cannot be read."""


class IndexLockedError(Exception):
    """Another program is writing the index."""


class QueryTerm(Struct, frozen=True):
    """One word of a query as its keys in the languages of the library.

    `begins` is what it begins with while it may be half typed, `weight` how much it tells (0 to 1).
    """

    keys: tuple[str, ...]
    begins: str = ""
    weight: float = 1.0


class Candidate(Struct, frozen=True):
    """A passage that holds some of the words: the number of its article, its points."""

    article: int
    points: float


def _schema() -> "tantivy.Schema":
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("article", indexed=True, fast=True)
    for name in ("said", "asked", "begins"):
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


class PassageWriter:
    """Writes passages; nothing is seen by others before `commit`."""

    def __init__(self, folder: Path, *, is_new: bool) -> None:
        """Open the index in a folder, or make a new one. Raise `IndexDamagedError`, `IndexLockedError` or `OSError`."""
        folder.mkdir(parents=True, exist_ok=True)
        try:
            if not is_new and not tantivy.Index.exists(str(folder)):
                raise IndexDamagedError(str(folder))
            self._index = tantivy.Index(_schema(), str(folder), reuse=True)
        except ValueError as error:
            raise IndexDamagedError(str(error)) from error
        try:
            self._writer = self._index.writer(WRITER_BYTES, num_threads=1)
        except ValueError as error:
            raise (IndexLockedError if "Lock" in str(error) else IndexDamagedError)(str(error)) from error

    def remove(self, article: int) -> None:
        """Remove the passages of an article."""
        self._writer.delete_documents_by_query(tantivy.Query.term_query(self._index.schema, "article", article))

    def add(self, article: int, found: Iterable[EntryKeys]) -> int:
        """Add the passages of an article and return how many they are."""
        count = 0
        for entry in found:
            document = tantivy.Document()
            document.add_unsigned("article", article)
            document.add_text("said", entry.said)
            document.add_text("asked", entry.asked)
            document.add_text("begins", entry.begins)
            try:
                self._writer.add_document(document)
            except ValueError as error:  # its thread has ended: the disk is full, for one
                raise OSError(str(error)) from error
            count += 1
        return count

    def commit(self) -> None:
        """Make what was written seen by others, whole; raise `OSError` when that cannot be done."""
        try:
            self._writer.commit()
        except ValueError as error:
            raise OSError(str(error)) from error

    def close(self) -> None:
        """End the writer, and wait for its thread."""
        try:
            self._writer.wait_merging_threads()
        except ValueError as error:
            raise OSError(str(error)) from error


class Passages:
    """The index as it stood when it was opened; who writes it meanwhile changes nothing here."""

    def __init__(self, folder: Path) -> None:
        """Raise `IndexDamagedError` when the folder holds no index that can be read."""
        try:
            if not tantivy.Index.exists(str(folder)):
                raise IndexDamagedError(str(folder))
            index = tantivy.Index.open(str(folder))
            index.config_reader(reload_policy="manual")
            self._schema = index.schema
            self._searcher = index.searcher()
            self._searcher.doc_freq("said", "")
        except (ValueError, OSError) as error:
            raise IndexDamagedError(str(error)) from error
        self._held: dict[str, int] = {}

    @property
    def count(self) -> int:
        """How many passages there are."""
        return self._searcher.num_docs

    def holding(self, key: str) -> int:
        """Return how many passages say a key, or how many are asked for by it where none says it."""
        if key not in self._held:
            if len(self._held) > MOST_HELD:
                self._held.clear()
            self._held[key] = self._searcher.doc_freq("said", key) or self._searcher.doc_freq("asked", key)
        return self._held[key]

    def gather(self, terms: Iterable[QueryTerm], most: int) -> list[Candidate]:
        """Return the passages that hold most of these words, at most so many, the best first."""
        known = sorted(terms, key=lambda term: sum(map(self.holding, term.keys)) or self.count)[:MOST_WORDS]
        parts = [part for term in known for part in self._parts(term)]
        if not parts:
            return []
        query = tantivy.Query.boolean_query(parts)
        hits = self._searcher.search(query, most, count=False).hits
        articles = self._searcher.fast_field_values("article", [address for _, address in hits])
        return [Candidate(int(article or 0), float(points)) for (points, _), article in zip(hits, articles, strict=True)]

    def _parts(self, term: QueryTerm) -> Iterable[tuple["tantivy.Occur", "tantivy.Query"]]:
        """Give what finds a word: the place where it is worth most counts, by how much it tells, and not how long the passage is."""
        should, query, schema = tantivy.Occur.Should, tantivy.Query, self._schema
        ways: list[tantivy.Query] = []
        is_known = False

        def find(way: "tantivy.Query", worth: float) -> None:
            ways.append(query.const_score_query(way, worth * term.weight))

        for key in term.keys:
            if self.holding(key):
                is_known = True
                said = query.term_query(schema, "said", key, "basic")
                find(said, SAID)
                find(query.term_query(schema, "asked", key, "basic"), ASKED)
                yield should, query.boost_query(said, AMONG_EQUALS)
        for name, begins in self._begun(term):
            is_known = True  # a slip farther on begins in the same way
            if name == "begins":
                find(query.term_query(schema, name, begins, "basic"), BEGUN)
            else:
                find(query.fuzzy_term_query(schema, name, begins, 0, prefix=True), BEGUN)
        if not is_known:
            for key in term.keys:
                length = len(key) - key.find(".") - 1
                if length >= ONE_SLIP and key.isascii():
                    distance = 2 if length >= TWO_SLIPS else 1
                    for name in ("said", "asked"):
                        find(query.fuzzy_term_query(schema, name, key, distance, transposition_cost_one=True), NEAR)
        if ways:
            yield should, query.disjunction_max_query(ways)

    def _begun(self, term: QueryTerm) -> Iterator[tuple[str, str]]:
        """Give the fields in which words begin like a term, and how they do there: in two of them with the language of the key before it."""
        if term.begins and self._searcher.doc_freq("begins", term.begins):
            yield "begins", term.begins
        if len(term.begins) >= SHORTEST_IN_TEXT:
            for begins in (f"{key.partition('.')[0]}.{term.begins}" for key in term.keys):
                for name in ("said", "asked"):
                    if self._searcher.terms_with_prefix(name, begins, limit=1):
                        yield name, begins
