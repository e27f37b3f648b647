"""Judged queries: the right passage first, and an empty list when nothing fits. `benchmarks/search.py judged` lists what fails."""

import json
from pathlib import Path

import pytest

from app.core.search import SearchIndex

JUDGED = sorted((Path(__file__).resolve().parent.parent / "judged").glob("*.jsonl"))


@pytest.fixture(scope="module")
def index(article):
    return SearchIndex(article)


def inside(place, target):
    return place == target or place.startswith(f"{target}/")


def rows():
    return [json.loads(line) for path in JUDGED for line in path.read_text(encoding="utf-8").splitlines()]


def share(index, wanted, kinds):
    """Return the share of queries of these kinds with a right passage among the first `wanted`, or none where nothing fits."""
    good = []
    for row in rows():
        if row["kind"] in kinds:
            places = [hit.place for hit in index.search(row["query"], 5).hits]
            right = any(inside(place, target) for place in places[:wanted] for target in row["targets"])
            good.append(right if row["targets"] else not places)
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
