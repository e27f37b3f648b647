"""An article is read whole, with its figures, when it is opened: no page mixes two editions."""

import json
import shutil
import tracemalloc
from pathlib import Path

import pytest

from app.core.figures import files
from app.core.files import loader
from app.core.files.loader import ContentError, Loaded, load
from app.core.formats.html import to_html
from app.core.pages.document import Document
from app.machine import paths

MOST_FOR_FIGURES = 100_000
"""Bytes that the figures of the bundled article may take in memory."""


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A folder with the bundled article and its figures."""
    shutil.copy(paths.CONTENT, tmp_path / "content.json")
    shutil.copytree(paths.RESOURCES / "figures", tmp_path / "figures")
    return tmp_path


def page_of(loaded: Loaded) -> str:
    return to_html(Document(loaded.article, folder=loaded.figures).whole(), "T", "en", "ltr")


@pytest.mark.parametrize("change", ["replaced", "deleted", "the folder is gone"])
def test_figures_stay_as_they_were_when_the_article_was_read(share: Path, change: str) -> None:
    loaded = load(share / "content.json")
    before = page_of(loaded)
    assert before.count("<svg") == len(loaded.article.figures)
    if change == "the folder is gone":
        shutil.rmtree(share)
    for figure in share.glob("figures/*.svg"):
        figure.unlink()
        if change == "replaced":
            figure.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>other</title></svg>', encoding="ascii")
    assert page_of(loaded) == before


def test_a_figure_that_was_not_there_is_told_also_when_it_comes_later(share: Path) -> None:
    figure = share / "figures" / "stitch.svg"
    kept = figure.read_bytes()
    figure.unlink()
    loaded = load(share / "content.json")
    figure.write_bytes(kept)
    document = Document(loaded.article, folder=loaded.figures)
    page_of(loaded)
    drawing = document.drawing(next(one for one in loaded.article.figures if one.file == "figures/stitch.svg"))
    assert not drawing.svg
    assert "is not there" in document.not_shown[drawing.place]


def edition(share: Path, title: str) -> bytes:
    raw = json.loads((share / "content.json").read_bytes())
    raw["title"] = title
    return json.dumps(raw).encode()


@pytest.mark.parametrize("first", [None, b"{", b"{}"])
def test_what_is_replaced_while_it_is_read_is_read_again(share: Path, monkeypatch: pytest.MonkeyPatch, first: bytes | None) -> None:
    path = share / "content.json"
    whole = edition(share, "The new one")
    if first is not None:
        path.write_bytes(first)  # half of what somebody is copying there

    def meanwhile(read: Path) -> bytes:
        raw = read.read_bytes()
        if raw != whole:
            new = read.with_name("new")
            new.write_bytes(whole)
            new.replace(read)
        return raw

    monkeypatch.setattr(loader, "read_bytes", meanwhile)
    loaded = load(path)
    assert loaded.article.title == "The new one"
    assert loaded.state == loader.state_of(path)


def test_what_never_holds_still_is_taken_as_it_is_read(share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, count = share / "content.json", [0]

    def meanwhile(read: Path) -> bytes:
        raw = read.read_bytes()
        count[0] += 1
        read.write_bytes(edition(share, str(count)))
        return raw

    monkeypatch.setattr(loader, "read_bytes", meanwhile)
    assert load(path).state is None
    assert count[0] <= loader.REPLACED_AT_MOST + 1
    path.write_bytes(b"{}")
    monkeypatch.undo()
    with pytest.raises(ContentError):
        load(path)


def test_the_figures_of_the_bundled_article_take_little_memory(loaded: Loaded) -> None:
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        again = files.read_figures(loaded.article, loaded.folders)
        taken = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert again == loaded.figures
    assert 0 < taken < MOST_FOR_FIGURES
