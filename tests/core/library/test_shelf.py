"""A library of several folders: what it holds, and adding, removing and going back."""

import json
import shutil
from pathlib import Path

import pytest

from app.core.base import saving
from app.core.files.loader import load
from app.core.library import folders
from app.core.library.library import BrokenFile, Origin
from app.core.library.packs import write_pack
from app.core.library.shelf import Refused, Shelf
from app.machine import paths

TINY = Path(__file__).resolve().parents[2] / "articles" / "tiny.json"


@pytest.fixture
def article(tmp_path):
    """Write an edition of a small article to a folder of its own, and return that folder."""

    def write(where="new", **changes):
        data = json.loads(TINY.read_text(encoding="utf-8"))
        edition = {key: changes.pop(key) for key in ("updated", "checked") if key in changes}
        data.update(changes)
        data["edition"].update(edition)
        folder = tmp_path / where / data["id"]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "content.json").write_text(json.dumps(data), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def shelf(tmp_path):
    return Shelf([paths.CONTENT], tmp_path / "own", [tmp_path / "share"], cache=tmp_path / "cache")


def titles(shelf):
    return [held.newest.title for held in shelf.read().articles]


def test_what_lies_in_a_folder_is_listed_by_title_and_what_cannot_be_opened_with_its_reason(shelf, article, tmp_path):
    (tmp_path / "share").mkdir()
    article("share", title="Zebra crossing")
    article("share", id="apple", title="apple tree")
    broken = article("share", id="broken")
    (broken / "content.json").write_text("{", encoding="utf-8")
    (tmp_path / "share" / "x.refpack").write_bytes(b"no pack")
    (tmp_path / "share" / ".hidden").mkdir()
    for _ in range(2):  # from the files, then from what was kept
        library = shelf.read()
        assert [held.newest.title for held in library.articles] == ["apple tree", "Cervical Insufficiency", "Zebra crossing"]
        assert [held.newest.origin for held in library.articles] == [Origin.SHARED, Origin.BUNDLED, Origin.SHARED]
        assert [(file.name, bool(file.reason)) for file in library.broken] == [("broken", True), ("x.refpack", True)]
    held = library.find("cervical-insufficiency")
    assert held is not None
    assert held.newest.review.startswith("Not yet reviewed")
    assert held.newest.line.endswith(".")
    assert shelf.load(held.newest).article.title == "Cervical Insufficiency"
    assert shelf.problems(library.broken[0])


def test_a_file_is_read_again_only_when_it_has_changed(shelf, article, tmp_path, monkeypatch):
    (tmp_path / "share").mkdir()
    folder = article("share", title="Before")
    assert "Before" in titles(shelf)
    with monkeypatch.context() as patch:
        patch.setattr("app.core.library.folders.open_article", lambda *_, **__: pytest.fail("read again"))
        assert "Before" in titles(shelf)
    article("share", title="Afterwards")
    assert "Afterwards" in titles(shelf)
    shutil.rmtree(folder)
    assert "Afterwards" not in titles(shelf)


def test_a_folder_that_is_not_there_is_told_and_keeps_nothing_else_from_opening(shelf):
    library = shelf.read()
    assert [held.newest.title for held in library.articles] == ["Cervical Insufficiency"]
    assert ["cannot be read" in file.reason for file in library.broken] == [True]


@pytest.mark.parametrize("form", ["folder", "file", "pack"])
def test_what_is_added_is_there_whole(shelf, article, tmp_path, form):
    folder = article(title="Added")
    path = {"folder": folder, "file": folder / "content.json", "pack": tmp_path / "x.refpack"}[form]
    if form == "pack":
        path.write_bytes(write_pack(load(folder / "content.json"), (folder / "content.json").read_bytes()))
    added = shelf.add(path)
    assert (added.title, added.origin) == ("Added", Origin.OWN)
    shutil.rmtree(folder)
    assert "Added" in titles(shelf)
    assert shelf.load(added).article.title == "Added"


def test_what_has_errors_is_not_added_and_nothing_is_left_of_it(shelf, article, tmp_path):
    folder = article()
    (folder / "content.json").write_text("{}", encoding="utf-8")
    for path in (folder, folder / "content.json", tmp_path / "not there", tmp_path):
        with pytest.raises(Refused):
            shelf.add(path)
    assert not (tmp_path / "own").exists() or list((tmp_path / "own").iterdir()) == []


def test_on_a_full_disk_nothing_is_added_and_nothing_lost(shelf, article, monkeypatch, tmp_path):
    first = shelf.add(article(title="First"))

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(saving, "_replace", full)
        with pytest.raises(Refused, match="No space left"):
            shelf.add(article(title="Second", updated="2031-01-01"))
    assert titles(shelf) == ["Cervical Insufficiency", "First"]
    assert [path.name for path in (tmp_path / "own").iterdir()] == [first.path.name]


def test_the_newest_edition_is_shown_one_can_go_back_and_another_edition_undoes_that(shelf, article):
    shelf.add(article(title="Old", updated="2030-01-01"))
    shelf.add(article(title="New", updated="2030-02-01"))

    def shown():
        held = shelf.read().find("tea")
        assert held is not None
        return [held.newest.title, *(file.title for file in held.earlier)]

    assert shown() == ["New", "Old"]
    shelf.go_back(shelf.read().find("tea"))
    assert shown() == ["Old", "New"]
    shelf.add(article(title="Newest", updated="2030-03-01"))
    assert shown() == ["Newest", "New", "Old"]


def test_what_is_removed_can_be_put_back(shelf, article, tmp_path):
    shelf.add(article(title="Old", updated="2030-01-01"))
    shelf.add(article(title="New", updated="2030-02-01"))
    (tmp_path / "own" / "bad.refpack").write_bytes(b"")
    shelf.remove(shelf.read().find("tea"))
    assert titles(shelf) == ["Cervical Insufficiency"]
    shelf.put_back()
    assert len(shelf.read().find("tea").earlier) == 1
    bad = next(file for file in shelf.read().broken if file.name == "bad.refpack")
    assert isinstance(bad, BrokenFile)
    shelf.remove(bad)
    assert [file.name for file in shelf.read().broken if file.origin == Origin.OWN] == []
    with pytest.raises(Refused):
        shelf.remove(shelf.read().find("cervical-insufficiency"))


def test_where_the_policy_forbids_it_nothing_is_changed(article, tmp_path):
    shelf = Shelf([paths.CONTENT], tmp_path / "own", may_change=False)
    with pytest.raises(Refused, match="switched off"):
        shelf.add(article())
    assert not (tmp_path / "own").exists()


def test_two_that_add_at_once_add_both(article, tmp_path):
    one, other = (Shelf([paths.CONTENT], tmp_path / "own") for _ in range(2))
    one.add(article(title="One"))
    other.add(article(id="other", title="Other"))
    assert titles(one) == ["Cervical Insufficiency", "One", "Other"]


def test_a_hundred_broken_ones_among_a_thousand_keep_none_from_opening_and_are_read_once(article, tmp_path, monkeypatch):
    for number in range(1000):
        folder = article("share", id=f"a{number}", title=f"Article {number}")
        if number % 10 == 0:
            (folder / "content.json").write_text("broken", encoding="utf-8")
    shelf = Shelf([], None, [tmp_path / "share"], cache=tmp_path / "cache")
    library = shelf.read()
    assert (len(library.articles), len(library.broken)) == (900, 100)
    assert all("\n" not in file.reason for file in library.broken)
    monkeypatch.setattr("app.core.library.folders.open_article", lambda *_, **__: pytest.fail("read again"))
    assert shelf.read() == library


def test_every_edition_can_be_gone_back_to_and_after_the_oldest_comes_the_newest(shelf, article):
    for year in (2030, 2032, 2031):
        shelf.add(article(title=f"{year}", updated=f"{year}-01-01"))
    seen = []
    for _ in range(4):
        held = shelf.read().find("tea")
        seen.append((held.newest.title, *(file.title for file in held.earlier)))
        shelf.go_back(held)
    assert seen == [("2032", "2031", "2030"), ("2031", "2032", "2030"), ("2030", "2032", "2031"), ("2032", "2031", "2030")]


def test_a_newer_edition_in_a_shared_folder_is_shown_though_one_has_gone_back(shelf, article):
    shelf.add(article(title="Old", updated="2030-01-01"))
    shelf.add(article(title="New", updated="2030-02-01"))
    shelf.go_back(shelf.read().find("tea"))
    article("share", title="Older still", updated="2029-01-01")
    assert shelf.read().find("tea").newest.title == "Old"
    article("share", title="Newest", updated="2030-03-01")
    assert shelf.read().find("tea").newest.title == "Newest"


def test_a_folder_that_vanishes_is_told_once_more_articles_of_it_cannot_be_opened(shelf, article, tmp_path):
    article("share", title="Shared")
    before = shelf.read().find("tea").newest
    shutil.rmtree(tmp_path / "share")
    with pytest.raises(Refused, match="cannot be read"):
        shelf.load(before)
    library = shelf.read()
    assert library.find("tea") is None
    assert [file.path for file in library.broken] == [tmp_path / "share"]


@pytest.mark.parametrize("content", [b"", b"[]", b'{"tea": "' + b"0" * 64 + b'"}', b"[" * 100_000])
def test_a_damaged_note_of_what_is_shown_hides_nothing(shelf, article, tmp_path, content):
    shelf.add(article(title="Added"))
    (tmp_path / "own" / ".shown.json").write_bytes(content)
    assert "Added" in titles(shelf)


def test_one_article_is_found_without_reading_the_others(shelf, article, tmp_path, monkeypatch):
    share = tmp_path / "share"
    for number in range(3):
        shelf.add(article(id=f"one-{number}"))
    old, new = shelf.add(article(id="tea", updated="2024-01-01")), article("later", id="tea", updated="2025-01-01", title="Newer tea")
    article("share", id="cup")
    (share / "cup" / "content.json").rename(share / "cup.json")  # it is no part of the library
    (share / "broken.refpack").write_bytes(b"no pack")
    (share / "named-as-nothing-else.refpack").write_bytes(write_pack(load(new / "content.json"), (new / "content.json").read_bytes()))
    read = []
    opened = folders.open_article
    monkeypatch.setattr(folders, "open_article", lambda path, *given, **named: read.append(path) or opened(path, *given, **named))
    assert not shelf.is_known()
    for _ in range(2):  # from the files, then from what was kept
        way = shelf.way_to("tea")
        assert way is not None
        assert way().article.title == "Newer tea"
    assert sorted(read) == sorted([old.path, share / "named-as-nothing-else.refpack"])  # each once
    assert shelf.way_to("cup") is shelf.way_to("") is shelf.way_to("one") is None
    assert len(read) == 2
    whole = shelf.read()
    assert shelf.is_known()
    for held in whole.articles:
        way = shelf.way_to(held.newest.id)
        assert way is not None
        assert way().digest == held.newest.digest
    shelf.go_back(next(held for held in whole.articles if held.newest.id == "tea"))
    assert shelf.way_to("tea")().article.edition.updated.year == 2024
    assert shelf.is_known()
    article("share", id="cup")
    assert not shelf.is_known()


@pytest.mark.parametrize("raw", [b"", b"PK\x01\x02" * 600, b"PK\x05\x06" + bytes(18)], ids=["nothing", "many files", "an empty zip"])
def test_what_cannot_be_told_to_be_an_article_is_none(raw, tmp_path):
    (tmp_path / "x.refpack").write_bytes(raw)
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / "content.json").write_bytes(raw or b'{"id": 7}')
    assert Shelf((), tmp_path).way_to("7") is Shelf((), tmp_path).way_to("") is None
    assert Shelf((), tmp_path / "x.refpack").is_known()  # no folder
