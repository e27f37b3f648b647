"""Where the search's data are kept."""

import os
from pathlib import Path

import pytest

from app.core.base.steps import at_once
from app.core.files import indexes
from app.core.files.indexes import ARTICLE, LANGUAGE, Indexes
from app.core.files.loader import Loaded


def make(kept: Indexes, loaded: Loaded) -> None:
    at_once(kept.making(loaded))


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    return tmp_path / "nowhere"


@pytest.fixture
def kept(tmp_path: Path, nowhere: Path, tea_loaded: Loaded) -> Indexes:
    made = Indexes(tmp_path / "cache" / "deep", nowhere)
    make(made, tea_loaded)
    return made


@pytest.fixture
def tea_loaded(tea) -> Loaded:
    return Loaded(tea, Path("tiny.json"), "ab" * 32)


def test_what_was_made_is_found_again(kept, tea_loaded):
    assert kept.find(tea_loaded) == at_once(kept.making(tea_loaded))
    assert sorted(path.suffix for path in kept.folder.iterdir()) == [ARTICLE, LANGUAGE]


def test_another_content_has_another_index(kept, tea):
    assert kept.find(Loaded(tea, Path("tiny.json"), "cd" * 32)) is None


@pytest.mark.parametrize("end", [ARTICLE, LANGUAGE])
@pytest.mark.parametrize(
    "damage", [lambda path: path.unlink(), lambda path: path.write_bytes(path.read_bytes()[:-9]), lambda path: path.write_bytes(b"x")]
)
def test_what_is_gone_or_damaged_is_made_anew(kept, tea_loaded, end, damage):
    (path,) = kept.folder.glob(f"*{end}")
    damage(path)
    assert kept.find(tea_loaded) is None
    make(kept, tea_loaded)
    assert kept.find(tea_loaded) is not None


def test_a_folder_that_cannot_be_made_changes_nothing(tmp_path, nowhere, tea_loaded):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    unwritable = Indexes(tmp_path / "file" / "cache", nowhere)
    assert at_once(unwritable.making(tea_loaded)) == at_once(Indexes(None, nowhere).making(tea_loaded))
    assert unwritable.find(tea_loaded) is None


def test_a_file_in_the_place_of_an_index_changes_nothing(tmp_path, nowhere, tea_loaded):
    folder = tmp_path / "cache"
    (folder / f"{tea_loaded.digest}{ARTICLE}").mkdir(parents=True)
    kept = Indexes(folder, nowhere)
    assert kept.find(tea_loaded) is None
    make(kept, tea_loaded)


def test_what_was_used_least_lately_goes_first(kept, tea, monkeypatch):
    monkeypatch.setattr(indexes, "MOST_FILES", 3)
    for number, name in enumerate("cdef"):
        loaded = Loaded(tea, Path("tiny.json"), name * 64)
        make(kept, loaded)
        for path in kept.folder.glob("*.language"):
            os.utime(path, (9e9, 9e9))
        os.utime(kept.folder / f"{name * 64}{ARTICLE}", (1e9 + number, 1e9 + number))
    assert len(list(kept.folder.iterdir())) == 3
    assert kept.find(Loaded(tea, Path("tiny.json"), "f" * 64)) is not None
    assert kept.find(Loaded(tea, Path("tiny.json"), "c" * 64)) is None


def test_too_many_bytes_are_not_kept(tmp_path, nowhere, tea_loaded, monkeypatch):
    monkeypatch.setattr(indexes, "MOST_BYTES", 100)
    kept = Indexes(tmp_path, nowhere)
    make(kept, tea_loaded)
    assert list(tmp_path.iterdir()) == []


def test_what_the_package_brings_is_found_first_and_left_alone(kept, tmp_path, tea_loaded):
    bundled = {path: path.read_bytes() for path in kept.folder.iterdir()}
    packaged = Indexes(tmp_path / "user", kept.folder)
    assert packaged.find(tea_loaded) is not None
    make(packaged, Loaded(tea_loaded.article, Path("x"), "ef" * 32))
    assert {path: path.read_bytes() for path in kept.folder.iterdir()} == bundled
    assert [path.name for path in (tmp_path / "user").iterdir()] == [f"{'ef' * 32}{ARTICLE}"]
