"""What to teach: a small file, validated like all input."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.article.places import Places
from app.core.base.saving import SavingError
from app.core.files.loader import ContentError, UnreadableError
from app.core.teaching.lesson import MOST_PLACES, SIZE_LIMIT, Lesson, problems, read_lesson, teachable, write_lesson

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
    data = {**good, "article": "other", "places": ["faq/treatmint", "glossary/effacement", "faq/treatment", "faq/treatment", 7], "title": "x"}
    told = found(data, article)
    assert len(told) == 6
    assert any(line.startswith("title: ") for line in told)
    assert any(line.startswith("article: ") for line in told)
    assert any("places[0]: there is no place 'faq/treatmint'; the nearest is faq" in line for line in told)
    assert any("places[1]: glossary/effacement cannot be taught" in line for line in told)
    assert any("places[3]: 'faq/treatment' stands in places[2] already" in line for line in told)
    assert any(line.startswith("places[4]: ") for line in told)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "is empty"),
        (b"{", "is not valid JSON"),
        (b"\xff\xfe{}", "is not UTF-8"),
        (b"[]", "must be an object"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"schema": 1, "article": "a", "places": []}', "needs at least one entry"),
        (b'{"schema": 2, "article": "a", "places": ["faq/treatment"]}', "must be one of 1"),
        (b" " * (SIZE_LIMIT + 1), "is larger than"),
        (json.dumps({**GOOD, "places": ["faq/treatment"] * (MOST_PLACES + 1)}).encode(), "more than 1000 entries"),
        (json.dumps({**GOOD, "places": ["x" * 10_000 + "/y"]}).encode(), "there is no place"),
    ],
)
def test_bad_bytes_are_told_in_plain_words(article, raw: bytes, told: str) -> None:
    lines = list(map(str, problems(raw, article)))
    assert any(told in line for line in lines), lines
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


def test_a_bad_file_is_an_error_with_all_problems(article, tmp_path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"schema": 1, "article": "x", "places": ["a", "b"]}', encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_lesson(path, article)
    assert len(error.value.problems) == 3


def test_a_lesson_that_cannot_be_written_leaves_what_stood_there(article, tmp_path) -> None:
    with pytest.raises(SavingError):
        write_lesson(tmp_path / "none" / "lesson.json", article, ("faq/treatment",))
    with pytest.raises(SavingError):
        write_lesson(tmp_path, article, ("faq/treatment",))
    assert list(tmp_path.iterdir()) == []
