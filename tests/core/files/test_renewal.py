"""A look at a content file finds another edition, and reads the file only when it has changed."""

import json
import shutil
from pathlib import Path

import pytest

from app.core.files import renewal
from app.core.files.loader import Loaded, load
from app.core.files.renewal import look_again
from app.machine import paths

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>t</title><desc>d</desc><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def share(tmp_path: Path) -> Path:
    shutil.copy(paths.CONTENT, tmp_path / "content.json")
    shutil.copytree(paths.RESOURCES / "figures", tmp_path / "figures")
    return tmp_path / "content.json"


def put(path: Path, content: bytes) -> None:
    part = path.with_name("part")
    part.write_bytes(content)
    part.replace(path)


def edition(path: Path, title: str) -> bytes:
    raw = json.loads(path.read_bytes())
    raw["title"] = title
    return json.dumps(raw).encode()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read as articles."""
    found: list[Path] = []

    def reading(path: Path) -> Loaded:
        found.append(path)
        return load(path)

    monkeypatch.setattr(renewal, "load", reading)
    return found


def test_while_nothing_changes_nothing_is_found_and_the_article_is_not_read(share: Path, reads: list[Path]) -> None:
    known = load(share)
    first = look_again(share, known)
    assert (first.new, first.trouble) == (None, "")
    assert look_again(share, known, first.states) == first
    share.touch()
    assert look_again(share, known, first.states).new is None  # the same bytes at a later time
    assert reads == [share]


def test_another_edition_is_found_whole(share: Path) -> None:
    known = load(share)
    first = look_again(share, known)
    put(share, edition(share, "The second"))
    found = look_again(share, known, first.states).new
    assert found is not None
    assert found.article.title == "The second"
    assert found == load(share)


def test_another_figure_alone_is_another_edition(share: Path, reads: list[Path]) -> None:
    known = load(share)
    first = look_again(share, known)
    put(share.parent / "figures" / "stitch.svg", SVG)
    found = look_again(share, known, first.states).new
    assert found is not None
    assert (found.digest, reads) == (known.digest, [])
    assert found.figures.raw("figures/stitch.svg") == SVG


def test_one_that_came_before_the_first_look_is_found_too(share: Path) -> None:
    known = load(share)
    put(share, edition(share, "The second"))
    assert look_again(share, known).new is not None


@pytest.mark.parametrize("loss", ["deleted", "half", "a folder"])
def test_what_cannot_be_used_is_told_and_looked_at_again(share: Path, loss: str) -> None:
    known, whole = load(share), share.read_bytes()
    states = look_again(share, known).states
    if loss == "half":
        put(share, whole[: len(whole) // 2])
    else:
        share.unlink()
    if loss == "a folder":
        share.mkdir()
    look = look_again(share, known, states)
    assert (look.new, look.states) == (None, ())
    assert str(share) in look.trouble
    if loss == "a folder":
        share.rmdir()
    put(share, whole)
    assert look_again(share, known, look.states).new is None


def test_an_article_that_could_not_be_read_is_found_when_it_is_there(share: Path) -> None:
    bundled, away = load(paths.CONTENT), share.with_name("away.json")
    look = look_again(away, bundled)
    assert look.trouble
    shutil.copy(share, away)
    found = look_again(away, bundled, look.states).new
    assert found is not None
    assert found.path == away
