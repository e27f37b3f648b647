"""What to teach: a small file, validated like all input."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.article.places import Places
from app.core.base.saving import SavingError
from app.core.files.loader import ContentError, UnreadableError
from app.core.teaching.lesson import (
    MOST_PLACES,
    MOST_TOLD,
    SIZE_LIMIT,
    Lesson,
    in_sentences,
    is_lesson,
    problems,
    read_lesson,
    teachable,
    write_lesson,
)

GOOD = {"schema": 1, "article": "cervical-insufficiency", "places": ["faq/treatment", "treatment-and-management", "figures/stitch"]}


@pytest.fixture
def good(article) -> dict[str, object]:
    return {**GOOD, "article": article.id}


def found(data: object, article) -> list[str]:
    return list(map(str, problems(json.dumps(data).encode(), article)))


def test_a_lesson_is_read_as_it_was_written(article, tmp_path) -> None:
    path = tmp_path / "my lesson é.json"
    places = ("faq/treatment", "treatment-and-management", "urgent-care")
    write_lesson(path, article, places)
    assert read_lesson(path, article) == Lesson(1, article.id, places)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_everything_that_can_be_taught_exists_and_is_listed_once(article) -> None:
    places = teachable(article)
    assert len(set(places)) == len(places)
    assert all(place in Places(article) for place in places)
    for group in (article.sections, article.figures, article.faq.entries):
        assert {part.id for part in group} <= set(places)


def test_every_lesson_of_things_that_can_be_taught_is_good(article, good) -> None:
    assert found({**good, "places": list(teachable(article))}, article) == []


def test_every_problem_is_named_with_its_place(article, good) -> None:
    data = {**good, "places": ["faq/treatmint", "glossary/effacement", "faq/treatment", "faq/treatment", 7], "title": "x"}
    raw = json.dumps(data).encode()
    assert {problem.where for problem in problems(raw, article)} == {"title", "places[0]", "places[1]", "places[3]", "places[4]"}


def test_faults_are_told_in_sentences_that_a_teacher_understands(article, good) -> None:
    data = {**good, "places": ["faq/treatmint", "glossary/effacement", "faq/treatment", "faq/treatment"]}
    assert in_sentences(problems(json.dumps(data).encode(), article)) == (
        "Line 1 is not in this article: “faq/treatmint”. The nearest is “Questions and answers”. "
        "Line 2, “Effacement”, cannot be taught by itself. Sections, questions, figures and the danger box can. "
        "Line 4, “Can cervical insufficiency be treated?”, is the same as line 3."
    )


def test_of_a_lesson_for_another_article_only_that_is_told(article, good) -> None:
    data = {**good, "article": "tea", "places": ["pot", "cup"]}
    assert found(data, article) == ["It belongs to another article (tea). Open that article first, then the lesson."]


def test_of_many_faults_the_first_are_told_and_the_others_counted(article, good) -> None:
    said = in_sentences(problems(json.dumps({**good, "places": [f"none-{number}" for number in range(9)]}).encode(), article))
    assert said.count("Line ") == MOST_TOLD
    assert said.endswith("And 4 more problems.")


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (json.dumps(GOOD), True),
        ('{"places": 7, "article": "x", "more": 1}', True),
        ('{"schema": 2, "places": ["a"]}', True),
        ('{"title": "x", "sections": [], "places": []}', False),
        ('["places"]', False),
        ('{"places": ', False),
        ("", False),
    ],
)
def test_a_lesson_is_told_from_an_article_and_from_anything_else(tmp_path, content: str, is_one: bool) -> None:
    path = tmp_path / "some.json"
    path.write_text(content, encoding="utf-8")
    assert is_lesson(path) == is_one
    assert not is_lesson(tmp_path)
    assert not is_lesson(tmp_path / "x\0y")


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (b"", "is empty"),
        (b"{", "is not valid JSON"),
        (b"\xff\xfe{}", "is not UTF-8"),
        (b"[]", "must be an object"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"schema": 1, "article": "a", "places": []}', "needs at least one entry"),
        (b'{"schema": 2, "article": "a", "places": ["faq/treatment"]}', "must be 1"),
        (b" " * (SIZE_LIMIT + 1), "is larger than"),
        (json.dumps({**GOOD, "places": ["faq/treatment"] * (MOST_PLACES + 1)}).encode(), "It has more than 1000 lines."),
        (json.dumps({**GOOD, "places": ["x" * 10_000 + "/y"]}).encode(), "Line 1 is not in this article"),
    ],
)
def test_bad_bytes_are_told_in_plain_words(article, raw: bytes, wanted: str) -> None:
    lines = list(map(str, problems(raw, article)))
    assert any(wanted in line for line in lines), lines
    assert all(len(line) < 400 for line in lines)


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_bytes_end_in_anything_but_problems(article, raw: bytes) -> None:
    assert problems(raw, article)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(st.fixed_dictionaries({}, optional={"schema": JSON, "article": JSON, "places": JSON}))
def test_no_data_end_in_anything_but_problems(article, data: object) -> None:
    assert problems(json.dumps(data).encode(), article)


def test_a_missing_file_and_a_folder_are_told(article, tmp_path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(UnreadableError):
            read_lesson(path, article)


def test_a_bad_file_is_an_error_with_all_problems(article, good, tmp_path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({**good, "places": ["a", "b", "b"]}), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_lesson(path, article)
    assert len(error.value.problems) == 3


def test_a_lesson_that_cannot_be_written_leaves_what_stood_there(article, tmp_path) -> None:
    with pytest.raises(SavingError):
        write_lesson(tmp_path / "none" / "lesson.json", article, ("faq/treatment",))
    with pytest.raises(SavingError):
        write_lesson(tmp_path, article, ("faq/treatment",))
    assert list(tmp_path.iterdir()) == []
