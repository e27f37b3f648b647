"""The search while its index is made."""

import json
import shutil

import pytest

from app.core.files.loader import load
from app.ui.widgets.slices import Slices
from app.ui.window import window as window_module

WAIT = 60_000
"""Milliseconds; a busy machine takes its time."""


@pytest.fixture
def in_slices(monkeypatch, at_once, tmp_path):
    """As in the program, with a cache that is empty."""
    monkeypatch.setattr(Slices, "begin", at_once)
    monkeypatch.setattr(window_module, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def test_plain_words_are_found_until_the_index_stands(qtbot, open_window, in_slices):
    window = open_window()
    window.search("cerclage")
    assert window.results.texts()
    plain = window.searching.found()
    assert plain.is_plain
    qtbot.waitUntil(lambda: not window.searching.found().is_plain, timeout=WAIT)
    assert window.searching.found().hits != plain.hits
    assert window.results.title() == window.document.labels.results(window.searching.found().total)
    assert len(list(in_slices.iterdir())) == 2


def test_nothing_is_said_not_to_be_answered_before_the_index_stands(qtbot, open_window, in_slices):
    window = open_window()
    window.search("what is the capital of france")
    window.field.setText("zzqq")
    assert window.searching.found().is_plain
    assert window.results.title() != window.document.labels.not_said
    qtbot.waitUntil(lambda: not window.searching.found().is_plain, timeout=WAIT)
    assert window.results.title() == window.document.labels.not_said


def test_a_list_under_the_hand_stays(qtbot, open_window, in_slices):
    window = open_window()
    window.search("cerclage")
    window.results.choose_next(1)
    chosen = window.results.chosen()
    qtbot.waitUntil(window.searching.is_ready, timeout=WAIT)
    assert window.searching.found().is_plain
    assert window.results.chosen() == chosen
    window.field.setText("cerclages")
    assert not window.searching.found().is_plain


def test_an_index_that_is_kept_is_there_at_the_first_key(open_window, in_slices):
    first = open_window()
    first.searching.finish()
    second = open_window()
    second.search("c")
    assert second.searching.is_ready()
    assert not second.searching.found().is_plain


def test_a_window_may_go_while_its_index_is_made(qtbot, open_window, in_slices):
    window = open_window()
    window.search("cerclage")
    window.frame.close()
    window.frame.deleteLater()
    with qtbot.waitSignal(window.frame.destroyed):
        pass
    assert not in_slices.exists()


def test_an_article_that_is_as_another_but_for_a_word_has_its_own_index(open_window, in_slices, loaded, tmp_path):
    raw = json.loads(loaded.path.read_text(encoding="utf-8"))
    raw["sections"][0]["passages"][0]["text"] += " Zebrafish."
    shutil.copytree(loaded.path.parent / "figures", tmp_path / "figures")
    (tmp_path / "content.json").write_text(json.dumps(raw), encoding="utf-8")
    open_window().searching.finish()
    window = open_window(content=load(tmp_path / "content.json"))
    window.searching.finish()
    window.search("zebrafish")
    assert window.searching.found().hits[0].place == raw["sections"][0]["passages"][0]["id"]
