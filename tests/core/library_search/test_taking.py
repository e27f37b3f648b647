"""An index that was made beforehand is copied, whole or not at all."""

import shutil
import stat
from pathlib import Path

import pytest

from app.core.library_search import kept, taking
from app.core.library_search.making import indexing
from app.core.library_search.passages import FOLDER, META
from app.core.library_search.searching import LibrarySearch
from app.core.library_search.values import Outcome
from tests.core.library_search.made import Shelf, article, found, make


@pytest.fixture(autouse=True)
def worth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "WORTH", 2)


@pytest.fixture
def books() -> Shelf:
    return Shelf({name: article(name, name.title(), f"The {name} stands in the store room.") for name in ("kettle", "lamp", "linen")})


@pytest.fixture
def share(tmp_path: Path, books: Shelf) -> Path:
    made = tmp_path / "share" / "search-index"
    make(made, books.sources())
    books.read.clear()
    return made


def renew(folder: Path, books: Shelf, *ready: Path) -> Outcome:
    steps = indexing(folder, books.sources(), ready)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def test_it_is_copied_and_only_what_it_lacks_is_read(tmp_path: Path, books: Shelf, share: Path) -> None:
    books.articles["spade"] = article("spade", "Spade", "The spade stands in the shed.")
    outcome = renew(tmp_path / "cache", books, tmp_path / "no-such-folder", share)
    assert (outcome.is_made, outcome.read, outcome.told, books.read) == (True, 1, "", ["spade"])
    assert found(LibrarySearch(tmp_path / "cache"), "kettle") == ["kettle:kettle/p0"]
    assert found(LibrarySearch(tmp_path / "cache"), "shed") == ["spade:spade/p0"]
    assert found(LibrarySearch(share), "shed") == []


def test_a_folder_where_nobody_may_write_is_only_read(tmp_path: Path, books: Shelf, share: Path) -> None:
    shutil.rmtree(share / kept.LOCK, ignore_errors=True)
    before = sorted(path.name for path in share.rglob("*"))
    for path in (share, *(path for path in share.rglob("*") if path.is_dir())):
        path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        renew(tmp_path / "cache", books, share)
    finally:
        for path in (share, *(path for path in share.rglob("*") if path.is_dir())):
            path.chmod(stat.S_IRWXU)
    assert books.read == []
    assert sorted(path.name for path in share.rglob("*")) == before


def test_it_is_not_copied_where_that_saves_little(tmp_path: Path, books: Shelf, share: Path) -> None:
    make(tmp_path / "cache", books.sources()[:2])
    own = kept.current(tmp_path / "cache")
    renew(tmp_path / "cache", books, share)
    assert kept.current(tmp_path / "cache") == own


@pytest.mark.parametrize("name", [kept.TABLE, kept.RECORDS, f"{FOLDER}/{META}", f"{FOLDER}/*.term"])
@pytest.mark.parametrize("raw", [None, b"nonsense"])
def test_what_is_damaged_is_left_alone(tmp_path: Path, books: Shelf, share: Path, name: str, raw: bytes | None) -> None:
    made = kept.current(share)
    assert made is not None
    for path in made.glob(name):
        path.unlink()
        if raw is not None:
            path.write_bytes(raw)
    outcome = renew(tmp_path / "cache", books, share)
    assert (outcome.is_made, outcome.told, len(books.read)) == (True, "", 3)
    assert len([path for path in (tmp_path / "cache").iterdir() if path.is_dir()]) == 1


def test_what_is_renewed_while_it_is_copied_is_left_alone(tmp_path: Path, books: Shelf, share: Path) -> None:
    steps = indexing(tmp_path / "cache", books.sources(), (share,))
    next(steps)
    others = Shelf({**books.articles, "spade": article("spade", "Spade", "The spade stands in the shed.")})
    make(share, others.sources())
    while next(steps, None) is not None:
        pass
    assert len(books.read) == 3
    assert found(LibrarySearch(tmp_path / "cache"), "kettle") == ["kettle:kettle/p0"]


def test_who_is_stopped_while_it_is_copied_leaves_nothing_behind(tmp_path: Path, books: Shelf, share: Path) -> None:
    steps = indexing(tmp_path / "cache", books.sources(), (share,))
    next(steps)
    steps.close()
    assert [path for path in (tmp_path / "cache").iterdir() if path.is_dir()] == []
    assert kept.current(share) is not None
