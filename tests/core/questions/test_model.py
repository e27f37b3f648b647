"""What earlier questions tell: which entries they were answered by, and which were open."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.base.steps import at_once
from app.core.files.loader import load
from app.core.questions import examples
from app.core.questions.examples import FOLDER, Example, examples_of
from app.core.questions.model import OPEN, QuestionModel
from app.core.search.data import SearchData, making_asked, making_search
from app.core.search.engine import SearchIndex
from app.core.search.index import additions, entries
from app.machine import paths

UNTOUCHED = Path(__file__).resolve().parents[2] / "judged" / "untouched"
"""Queries that are never counted: what the search is worth for people is told by these."""


@pytest.fixture(scope="module")
def made(tea) -> SearchData:
    return at_once(making_search(tea))


def model(tea, made, *examples: Example) -> QuestionModel:
    language = SearchIndex(tea, data=made)._language
    return QuestionModel(at_once(making_asked(tea, language, examples)))


def test_an_article_without_earlier_questions_has_nothing_to_learn_from(made):
    assert made.article.questions is None


def test_a_query_is_likely_answered_by_what_answered_questions_like_it(tea, made):
    numbers = {entry.place: number for number, entry in enumerate((*entries(tea), *additions(tea)))}
    place = next(iter(numbers))
    asked = [Example("qual vrem zolt", (place,)), Example("vrem zolt ast", (place,)), Example("mirk fenk", ()), Example("mirk pol", ())]
    learned = model(tea, made, *asked)
    answered, left_open = learned.likely(["vrem", "zolt"]), learned.likely(["mirk"])
    assert answered[numbers[place]] > 0 > answered[OPEN]
    assert left_open[OPEN] > 0 > left_open[numbers[place]]


def test_what_stands_in_one_question_alone_and_what_never_stood_tell_nothing(tea, made):
    learned = model(tea, made, Example("mirk pol", ()), Example("mirk vrem", ()))
    assert set(learned.likely(["pol", "unheard"]).values()) == {0.0}


def test_places_that_an_article_does_not_have_are_left_out(tea, made):
    learned = model(tea, made, Example("mirk pol", ("elsewhere/passage",)), Example("mirk pol", ("elsewhere",)))
    assert OPEN not in learned.likely(["mirk"])


def test_a_sentence_that_tells_what_is_asked_outweighs_questions_that_were_open_before(article):
    """The passage may have been written since."""
    first = article.sections[0].passages[0]
    told = replace(first, text=f"{first.text} A cerclage takes about 30 minutes.")
    newer = replace(article, sections=(replace(article.sections[0], passages=(told, *article.sections[0].passages[1:])), *article.sections[1:]))
    query = "how long does a cerclage take"
    assert not SearchIndex(article).search(query).is_answered
    assert SearchIndex(newer).search(query).is_answered


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        (b'{"text": "a"}\n{"text": "b", "pla\n\n{"text": "c", "places": ["d"]}\r\n', ["a", "c"]),
        (b'{"text": 5}\n{"text": "\xff"}\n[1]\n\0\n{"text": "a", "places": "b"}', []),
        (b"", []),
        (None, []),
    ],
)
def test_a_damaged_line_is_passed_over(raw, texts, tmp_path, monkeypatch):
    monkeypatch.setattr(examples, "FOLDER", tmp_path)
    if raw is not None:
        (tmp_path / "tea.jsonl").write_bytes(raw)
    assert [example.text for example in examples_of("tea", "en-GB")] == texts


def test_questions_in_another_language_are_not_counted(article):
    assert examples_of(article.id, article.language)
    assert examples_of(article.id, "de") == ()


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.jsonl")), ids=lambda file: file.stem)
def test_earlier_questions_are_answered_by_places_that_there_are(file, article):
    of = {one.id: one for one in (article, load(paths.HANDBOOK).article)}[file.stem]
    places = {entry.place for entry in (*entries(of), *additions(of))}
    places |= {place.partition("/")[0] for place in places} | {figure.id for figure in of.figures} | {"urgent-care"}
    found = examples_of(of.id, of.language)
    assert sorted({place for example in found for place in example.places} - places) == []
    assert len(found) == len(file.read_bytes().splitlines())  # no line is damaged
    texts = [example.text.casefold() for example in found]
    assert len(texts) == len(set(texts)) > 300


def test_what_is_kept_untouched_is_not_counted(article):
    asked = {example.text.casefold() for example in examples_of(article.id, article.language)}
    kept = [json.loads(line)["query"].casefold() for file in UNTOUCHED.glob("*.jsonl") for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(kept) >= 200
    assert asked.isdisjoint(kept)
