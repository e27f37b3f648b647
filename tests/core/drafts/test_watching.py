"""A file that is saved is looked at as soon as it is whole; who may not write it is a reader."""

import json
import os
import time
from pathlib import Path

import pytest

from app.core.drafts import draft
from app.core.drafts.draft import look_at
from app.core.drafts.watching import HEAD, Seen, files_of, is_for_author, look_again, look_now
from app.core.files.loader import UnreadableError


@pytest.fixture
def file(tmp_path, tea_file) -> Path:
    path = tmp_path / "content.json"
    path.write_bytes(tea_file.read_bytes())
    return path


def test_a_file_that_is_replaced_gone_or_spoilt_is_seen_once_it_stays_as_it_is(file):
    seen = look_now(file)
    assert seen.draft is not None
    assert seen.draft.loaded is not None
    assert look_again(file, seen, seen.states) == seen.states, "nobody has saved it"
    part = file.with_name("part")
    part.write_text(file.read_text(encoding="utf-8").replace('"tea"', '"tea-2"', 1), encoding="utf-8")
    part.replace(file)
    now = look_again(file, seen, seen.states)
    assert not isinstance(now, Seen), "somebody may just be writing it"
    seen = look_again(file, seen, now)
    assert seen.draft.loaded.article.id == "tea-2"
    file.unlink()
    seen = look_again(file, seen, look_again(file, seen, seen.states))
    assert (seen.is_gone, seen.draft) == (True, None)
    file.write_bytes(b"{")
    seen = look_again(file, seen, look_again(file, seen, seen.states))
    assert (seen.is_gone, seen.draft.loaded, len(seen.draft.errors)) == (False, None, 1)


def test_figures_are_waited_for_too(raw, saved):
    seen = look_now(saved(raw))
    figures = [figure["file"] for figure in raw["figures"] if figure.get("file")]
    assert len(files_of(Path("content.json"), seen.draft)) == 1 + len(figures)


def test_what_leads_nowhere_is_left_out_of_what_is_shown_and_told(raw, saved):
    raw["sections"][0]["passages"][0]["notes"] = ["EN999", "EN01", "EN998"]
    raw["faq"]["entries"][0]["sections"] = ["nowhere"]
    raw["figures"] = []
    raw["edition"]["reviewed_by"] = None
    draft = look_at(saved(raw))
    assert sum("leads nowhere" in one.what for one in draft.errors) == 3
    assert draft.loaded is not None
    assert draft.loaded.article.sections[0].passages[0].notes == ("EN01",)
    assert draft.loaded.article.faq.entries[0].sections == ()
    raw["sections"][0]["title"] = ""
    assert look_at(saved(raw)).loaded is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever is root may write everything")
def test_who_may_not_write_is_a_reader(file):
    before = file.stat().st_mtime_ns
    assert is_for_author(file)
    assert file.stat().st_mtime_ns == before
    file.chmod(0o444)
    assert not is_for_author(file)


@pytest.mark.parametrize(
    ("content", "is_text"),
    [
        (b"", True),
        (b"{", True),
        (("é" * HEAD).encode(), True),
        (("a" + "é" * HEAD).encode(), True),
        (b"\x89PNG\r\n", False),
        (b"PK\x03\x04\0\0", False),
        (b'{"a": "' + b"\xff" * 9, False),
    ],
)
def test_what_is_no_text_is_written_elsewhere(tmp_path, content, is_text):
    (tmp_path / "a.json").write_bytes(content)
    assert is_for_author(tmp_path / "a.json") == is_text


@pytest.mark.parametrize("name", ["lamps.docx", "Lamps.MD", "lamps.txt"])
def test_a_text_that_another_program_keeps_for_itself_is_followed_all_the_same(tmp_path, name, monkeypatch):
    path = tmp_path / name
    path.write_bytes(b"PK\0 or words")
    opened = Path.open

    def locked(self, mode="r", *given, **named):
        if "+" in mode or "w" in mode:
            raise PermissionError(13, "Permission denied")
        return opened(self, mode, *given, **named)

    monkeypatch.setattr(Path, "open", locked)
    assert is_for_author(path)
    path.unlink()
    assert not is_for_author(path)


def test_a_file_that_could_not_be_read_is_tried_again_though_nobody_has_saved_it(file, monkeypatch):
    def refuse(path):
        raise UnreadableError(f"{path} cannot be read: permission denied")

    with monkeypatch.context() as locked:
        locked.setattr(draft, "read_bytes", refuse)
        seen = look_now(file)
        assert seen.trouble.endswith("permission denied")
        assert not seen.is_gone
        assert look_again(file, seen, seen.states) == seen.states
    now = look_again(file, seen, seen.states)
    assert isinstance(now, Seen)
    assert now.draft is not None
    assert look_again(file, now, now.states) == now.states


def test_what_is_not_there_is_written_by_nobody(tmp_path):
    assert not is_for_author(tmp_path / "nothing.json")
    assert not is_for_author(tmp_path)
    assert not is_for_author(tmp_path / "a\0b")


def test_looking_at_the_real_article_leaves_room_for_showing_it(raw, saved):
    path = saved(json.loads(json.dumps(raw)))
    best = min(_seconds(path) for _ in range(3))
    assert best < 0.15, "of 300 ms, the window needs the rest"


def _seconds(path: Path) -> float:
    begun = time.process_time()
    look_now(path)
    return time.process_time() - begun
