"""The index is made step by step, renewed where something changed, and made anew when it cannot be used."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from app.core.library_search import kept, making
from app.core.library_search.making import DAMAGED, LOCKED, OTHER_VERSION, indexing
from app.core.library_search.passages import IndexDamagedError, Passages
from app.core.library_search.searching import LibrarySearch
from app.core.library_search.values import IndexProgress
from tests.core.library_search.made import Shelf, article, found, make


@pytest.fixture
def books() -> Shelf:
    return Shelf(
        {
            "linen": article("linen", "Bed linen", "Sheets: two for each bed are in the store room."),
            "kettle": article("kettle", "The kettle", "Descaling: fill the kettle with vinegar and let it stand for an hour."),
            "lamp": article("lamp", "The lamp", "Bulb: turn the lamp off and let the bulb grow cold."),
        }
    )


@pytest.fixture
def folder(tmp_path: Path, books: Shelf) -> Path:
    make(tmp_path, books.sources())
    books.read.clear()
    return tmp_path


def used(folder: Path) -> Path:
    made = kept.current(folder)
    assert made is not None
    return made


def test_progress_goes_from_nothing_to_all(tmp_path: Path, books: Shelf) -> None:
    outcome, steps = make(tmp_path, books.sources())
    assert (outcome.is_made, outcome.read, outcome.told) == (True, 3, "")
    assert steps[0] == IndexProgress(0, 3)
    assert (steps[-1].done, steps[-1].total) == (3, 3)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert outcome.passages == LibrarySearch(tmp_path).passages


def test_only_what_changed_is_read(folder: Path, books: Shelf) -> None:
    assert make(folder, books.sources())[0].read == 0
    assert books.read == []
    books.articles["kettle"] = article("kettle", "The kettle", "Whistle: put the whistle on before the water is hot.")
    del books.articles["lamp"]
    outcome, _ = make(folder, books.sources())
    assert (outcome.read, outcome.removed) == (1, 2)
    assert books.read == ["kettle"]
    search = LibrarySearch(folder)
    assert found(search, "whistle") == ["kettle:kettle/p0"]
    assert found(search, "vinegar") == found(search, "bulb") == []
    assert found(search, "sheets") == ["linen:linen/p0"]


def test_an_older_reader_goes_on(folder: Path, books: Shelf) -> None:
    older = LibrarySearch(folder)
    books.articles = {"lamp": books.articles["lamp"]}
    make(folder, books.sources())
    assert found(older, "vinegar") == ["kettle:kettle/p0"]


@pytest.mark.parametrize("name", [kept.TABLE, kept.RECORDS, "passages/meta.json", "passages/*.term"])
@pytest.mark.parametrize("raw", [None, b"", b"nonsense"])
def test_a_damaged_index_is_made_anew_and_that_is_told(folder: Path, books: Shelf, name: str, raw: bytes | None) -> None:
    before = used(folder)
    for path in before.glob(name):
        path.unlink()
        if raw is not None:
            path.write_bytes(raw)
    with pytest.raises(IndexDamagedError):
        LibrarySearch(folder)
    outcome, _ = make(folder, books.sources())
    assert (outcome.is_made, outcome.read, outcome.told) == (True, 3, DAMAGED)
    assert found(LibrarySearch(folder), "vinegar") == ["kettle:kettle/p0"]
    assert [path.name for path in folder.iterdir() if path.is_dir()] == [used(folder).name]
    assert used(folder) != before


def test_a_record_that_was_torn_is_left_out(folder: Path) -> None:
    path = used(folder) / kept.RECORDS
    path.write_bytes(bytes(len(path.read_bytes())))
    assert found(LibrarySearch(folder), "vinegar") == []


def test_an_index_of_another_version_is_made_anew(folder: Path, books: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.core.search.stored.form", lambda: "of-tomorrow")
    monkeypatch.setattr(kept, "form", lambda: "of-tomorrow")
    with pytest.raises(IndexDamagedError):
        LibrarySearch(folder)
    assert make(folder, books.sources())[0].told == OTHER_VERSION
    assert found(LibrarySearch(folder), "vinegar") == ["kettle:kettle/p0"]


def test_the_second_of_two_programs_is_told_and_reads_what_is_there(folder: Path, books: Shelf) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("locks are between processes; this system has another way to make one")
    told, asks = os.pipe()
    child = os.fork()
    if not child:
        with kept.locked(folder):
            os.write(asks, b"x")
            os.read(told, 0)
            import time  # noqa: PLC0415 - in the other process only

            time.sleep(60)
        os._exit(0)
    try:
        assert os.read(told, 1) == b"x"
        books.articles["lamp"] = article("lamp", "The lamp", "Wick: trim it.")
        outcome, _ = make(folder, books.sources())
        assert (outcome.is_made, outcome.told) == (False, LOCKED)
        assert found(LibrarySearch(folder), "vinegar") == ["kettle:kettle/p0"]
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
    assert make(folder, books.sources())[0].is_made  # the lock ends with the program
    assert found(LibrarySearch(folder), "wick") == ["lamp:lamp/p0"]


def test_who_stops_keeps_what_was_made(tmp_path: Path, books: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "AT_ONCE", 1)
    steps = indexing(tmp_path, books.sources())
    while next(steps).done < 2:
        pass
    steps.close()
    assert LibrarySearch(tmp_path).articles == 2
    books.read.clear()
    assert make(tmp_path, books.sources())[0].is_made
    assert books.read == ["lamp"]


def test_who_stops_at_once_leaves_nothing(tmp_path: Path, books: Shelf) -> None:
    steps = indexing(tmp_path, books.sources())
    next(steps)
    steps.close()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_an_article_that_cannot_be_read_is_left_out(tmp_path: Path, books: Shelf) -> None:
    sources = books.sources()
    sources[1] = type(sources[1])("kettle", sources[1].digest, lambda: None)
    assert make(tmp_path, sources)[0].is_made
    assert LibrarySearch(tmp_path).articles == 2


def test_a_full_disk_leaves_the_index_as_it_was(folder: Path, books: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    books.articles["lamp"] = article("lamp", "The lamp", "Wick: trim it.")
    with monkeypatch.context() as patch:
        patch.setattr(kept, "write_table", full)
        outcome, _ = make(folder, books.sources())
    assert not outcome.is_made
    assert os.strerror(errno.ENOSPC) in outcome.told
    assert found(LibrarySearch(folder), "vinegar") == ["kettle:kettle/p0"]
    assert make(folder, books.sources())[0].is_made
    search = LibrarySearch(folder)
    assert found(search, "wick") == ["lamp:lamp/p0"]
    assert search.passages == sum(row.passages for row in search._rows)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, books: Shelf) -> None:
    (tmp_path / "file").touch()
    outcome, steps = make(tmp_path / "file" / "index", books.sources())
    assert not outcome.is_made
    assert outcome.told
    assert steps == []


def test_records_of_articles_that_are_gone_do_not_pile_up(folder: Path, books: Shelf) -> None:
    for number in range(8):
        books.articles["lamp"] = article("lamp", "The lamp", f"Bulb: number {number} fits.")
        assert make(folder, books.sources())[0].told == ""
    sizes = (used(folder) / kept.RECORDS).stat().st_size, sum(row.length for row in kept.read_table(used(folder)).rows)  # type: ignore[union-attr]
    assert sizes[0] <= 2.5 * sizes[1]


def test_no_index_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexDamagedError):
        Passages(tmp_path)
    with pytest.raises(IndexDamagedError):
        LibrarySearch(tmp_path)


def test_what_was_killed_before_its_table_is_taken_out_when_another_edition_came(folder: Path, books: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    books.articles["kettle"] = article("kettle", "The kettle", "Whistle: put the whistle on before the water is hot.")
    with monkeypatch.context() as patch:
        patch.setattr(kept, "write_table", killed)
        with pytest.raises(KeyboardInterrupt):
            make(folder, books.sources())
    books.articles["kettle"] = article("kettle", "The kettle", "Handle: hold it with a cloth.")
    make(folder, books.sources())
    search = LibrarySearch(folder)
    assert search.passages == sum(row.passages for row in search._rows)
    assert found(search, "handle") == ["kettle:kettle/p0"]
    assert kept.read_begun(used(folder)) == ()
