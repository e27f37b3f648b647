"""Judged queries: the right passage first, and an empty list when nothing fits. `benchmarks/search.py judged` lists what fails."""

import json
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.base.steps import at_once
from app.core.questions.examples import examples_of
from app.core.search.data import making_search
from app.core.search.engine import SearchIndex

FOLDER = Path(__file__).resolve().parent.parent.parent / "judged"
JUDGED = sorted(FOLDER.glob("*.jsonl"))
REAL = [*sorted((FOLDER / "real").glob("*.jsonl")), *sorted((FOLDER / "untuned").glob("real-*.jsonl"))]
"""Queries in the ways of people: stories, half sentences, stems of exams, and what the article does not say."""
UNTOUCHED = sorted((FOLDER / "untouched").glob("*.jsonl"))
"""The same, from which nothing is ever learned."""


@pytest.fixture(scope="module")
def index(article):
    """The search without what it has learned from the judged queries themselves."""
    asked = {row["query"] for row in rows([*JUDGED, *REAL])}
    others = [example for example in examples_of(article.id, article.language) if example.text not in asked]
    return SearchIndex(article, data=at_once(making_search(article, examples=others)))


def inside(place, target):
    return place == target or place.startswith(f"{target}/")


def rows(paths=JUDGED):
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def is_refused(places, row):
    """Return whether nothing answers, or an evidence note that does."""
    return not places or places[0].removeprefix("notes/") in row.get("notes_that_answer", ())


@cache
def found(index, query):
    """Return the places that a query finds; several tests look at the same ones."""
    return [hit.place for hit in index.search(query, 5).hits]


def share(index, wanted, kinds):
    """Return the share of queries of these kinds with a right passage among the first `wanted`, or none where nothing fits."""
    good = []
    for row in rows():
        if row["kind"] in kinds:
            places = found(index, row["query"])
            right = any(inside(place, target) for place in places[:wanted] for target in row["targets"])
            good.append(right if row["targets"] else is_refused(places, row))
    return sum(good) / len(good)


@pytest.mark.parametrize("kind", ["exact", "prefix", "typo", "synonym", "question", "none"])
def test_every_kind_of_query_finds_the_right_passage_first(index, kind):
    assert share(index, 1, {kind}) >= 0.93


def test_the_right_passage_is_first_for_95_of_100_and_among_three_for_99(index):
    kinds = {row["kind"] for row in rows()}
    assert share(index, 1, kinds) >= 0.95
    assert share(index, 3, kinds) >= 0.99


def test_nothing_that_misleads_comes_first(index):
    wrong = []
    for row in rows():
        hits = index.search(row["query"], 1).hits
        if hits and any(inside(hits[0].place, place) for place in row["not_first"]):
            wrong.append(row["query"])
    assert wrong == []


@pytest.mark.parametrize(
    ("paths", "count", "least"), [(REAL, (831, 559), (0.95, 0.975, 0.87)), (UNTOUCHED, (420, 290), (0.92, 0.95, 0.85))], ids=["real", "untouched"]
)
def test_what_people_ask_is_answered_or_refused_as_often_as_the_decisions_say(index, paths, count, least):
    first, three, refused, misleading = [], [], [], 0
    for row in rows(paths):
        places = [hit.place for hit in index.search(row["query"], 5).hits]
        right = [any(inside(place, target) for target in row["targets"]) for place in places]
        if row["targets"]:
            first.append(right[:1] == [True])
            three.append(any(right[:3]))
            misleading += bool(places) and any(inside(places[0], place) for place in row["not_first"])
        else:
            refused.append(is_refused(places, row))
    assert (len(first), len(refused)) == count
    reached = [sum(good) / len(good) for good in (first, three, refused)]
    assert all(one >= wanted for one, wanted in zip(reached, least, strict=True)), reached
    assert misleading <= len(first) // 200


def test_without_ways_of_asking_an_article_is_still_searched_well(article):
    bare = replace(
        article,
        sections=tuple(replace(one, passages=tuple(replace(passage, asked=()) for passage in one.passages)) for one in article.sections),
        faq=replace(article.faq, asked=(), entries=tuple(replace(entry, asked=()) for entry in article.faq.entries)),
        about=replace(article.about, asked=()),
        disclaimer=replace(article.disclaimer, asked=()),
    )
    data = at_once(making_search(bare, examples=()))
    assert share(SearchIndex(bare, data=data), 1, {row["kind"] for row in rows()}) >= 0.9
