"""The rows of the table in memory, which are read as they are needed."""

import msgspec
import pytest
from msgspec import Raw

from app.core.library_search.kept import Row
from app.core.library_search.rows import KEPT_READ, Rows
from app.core.library_search.values import Named

DIGESTS = [f"{at:02x}" * 32 for at in range(100)]


def row(number: int, digest: str, *, language: str = "en", box: str = "") -> Row:
    return Row(number, Named(f"article-{number}", "Title", "2026-01-21", digest), language, 3, number * 10, 10, 0, box)


@pytest.fixture
def packed() -> list[Raw]:
    """Rows as in a library from which every third article was taken."""
    made = [row(at, digest, language="de" if at == 4 else "en", box="box" if at < 3 else "") for at, digest in enumerate(DIGESTS) if at % 3]
    return [Raw(msgspec.msgpack.encode(one)) for one in made]


def test_rows_are_found_by_number_and_by_hash(packed: list[Raw]) -> None:
    rows = Rows(packed, None)
    assert len(rows) == len(packed)
    assert [at for at in range(-1, len(DIGESTS) + 1) if at in rows] == [at for at in range(len(DIGESTS)) if at % 3]
    assert rows[7] == row(7, DIGESTS[7])
    assert rows.number_of(DIGESTS[8]) == 8
    assert rows.number_of(DIGESTS[9]) is None
    assert rows.number_of(DIGESTS[8][:16] + "0" * 48) is None
    assert (rows.languages, rows.by_box) == (["de", "en"], [[1, 2]])
    with pytest.raises(KeyError):
        rows[9]


def test_only_what_is_wanted_is_there(packed: list[Raw]) -> None:
    rows = Rows(packed, frozenset(DIGESTS[:6]))
    assert [one.number for one in rows] == [1, 2, 4, 5]
    assert 7 not in rows


def test_an_article_that_the_index_does_not_hold_has_a_number_of_its_own(packed: list[Raw]) -> None:
    rows = Rows(packed, None)
    numbers = [rows.add(row(-1, digest)) for digest in ("fe" * 32, "ff" * 32)]
    assert len(set(numbers)) == 2
    assert all(number < 0 for number in numbers)
    assert [rows.number_of(rows[number].name.digest) for number in numbers] == numbers
    assert len(rows) == len(packed) + 2


def test_few_rows_stay_read(packed: list[Raw]) -> None:
    rows = Rows(packed, None)
    for number in (one.number for one in Rows(packed, None)):
        assert rows[number].number == number
    assert len(rows._read) == KEPT_READ
