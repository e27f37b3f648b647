"""The hashes of files that were found good: kept, bounded, and no trouble where they cannot be."""

import hashlib
import json

import pytest

from app.core.base import saving
from app.core.files import checked as module
from app.core.files.check import problems
from app.core.files.checked import CHECKED, KEPT, Checked
from app.core.files.loader import ContentError, load
from app.core.files.own_files import FOLDER, cache_folder


@pytest.fixture
def checks(monkeypatch):
    """Count how often a file is checked."""
    counted = []
    monkeypatch.setattr("app.core.files.check.problems", lambda *arguments: counted.append(1) or problems(*arguments))
    return counted


def test_a_file_that_was_found_good_is_not_checked_again(tmp_path, tea_file, checks):
    first = Checked(tmp_path)
    one = load(tea_file, checked=first)
    first.keep()
    assert load(tea_file, checked=Checked(tmp_path)) == one
    assert len(checks) == 1


def test_a_file_that_was_changed_is_checked_again(tmp_path, tea_file, saved, checks):
    first = Checked(tmp_path)
    load(tea_file, checked=first)
    first.keep()
    data = json.loads(tea_file.read_bytes())
    data["title"] = " "
    with pytest.raises(ContentError):
        load(saved(data), checked=Checked(tmp_path))
    assert len(checks) == 2


def test_a_file_with_an_error_is_not_kept(tmp_path, tea_file, saved):
    data = json.loads(tea_file.read_bytes())
    data["edition"]["reviewed_by"] = "Somebody"
    first = Checked(tmp_path)
    load(saved(data), checked=first)
    first.keep()
    assert not (tmp_path / CHECKED).exists()


def test_other_rules_know_nothing(tmp_path, monkeypatch):
    first = Checked(tmp_path)
    first.add("a" * 64)
    first.keep()
    assert Checked(tmp_path).knows("a" * 64)
    monkeypatch.setattr(module, "__version__", "99")
    assert not Checked(tmp_path).knows("a" * 64)


def test_the_list_is_bounded_and_keeps_the_newest(tmp_path):
    digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(KEPT + 20)]
    for digest in digests:
        one = Checked(tmp_path)
        one.add(digest)
        one.keep()
    assert [Checked(tmp_path).knows(digest) for digest in digests] == [False] * 20 + [True] * KEPT


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a\n" * 5, b"\x00" * 10_000])
def test_a_damaged_list_is_an_empty_one(tmp_path, content):
    (tmp_path / CHECKED).write_bytes(content)
    assert not Checked(tmp_path).knows("a" * 64)
    one = Checked(tmp_path)
    one.add("b" * 64)
    one.keep()
    assert Checked(tmp_path).knows("b" * 64)


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path, monkeypatch, tea_file):
    def refuse(*_):
        raise saving.SavingError("no")

    monkeypatch.setattr(module, "write_file", refuse)
    for folder in (None, tmp_path, tea_file / "below-a-file"):
        one = Checked(folder)
        assert load(tea_file, checked=one).article.title
        one.keep()
    assert not (tmp_path / CHECKED).exists()


def test_the_folder_is_the_users_own(tmp_path):
    assert cache_folder({"XDG_CACHE_HOME": str(tmp_path)}, "linux") == tmp_path / FOLDER
    assert cache_folder({"XDG_CACHE_HOME": "relative"}, "linux") == cache_folder({}, "linux")
    assert cache_folder({"LOCALAPPDATA": str(tmp_path)}, "win32") == tmp_path / FOLDER / "cache"
    assert cache_folder({}, "darwin").parts[-3:] == ("Library", "Caches", FOLDER)
