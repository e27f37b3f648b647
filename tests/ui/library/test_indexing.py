"""An article that is added is found in all articles, and the index is brought up to date beside the window."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.base.labels import ENGLISH
from app.core.library.packs import CONTENT
from app.core.library.shelf import Shelf
from app.core.library_search.searching import LibrarySearch
from app.machine import paths
from app.ui.library.indexing import Indexing
from app.ui.session.session import Session
from app.ui.shell.settings import Settings
from app.ui.window.commands import Id
from tests.ui.conftest import TINY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "tea"
    made.mkdir()
    (made / CONTENT).write_bytes(TINY.read_bytes())
    return made


@pytest.fixture
def session(qapp, loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: list) -> Session:
    monkeypatch.setattr("app.core.library.user_library.library_folder", lambda: tmp_path / "own")
    monkeypatch.setattr("app.core.library.user_library.cache_folder", lambda: tmp_path / "cache")
    made = Session(qapp, Settings(tmp_path / "settings.ini"))
    made.open(loaded, None, "")
    made.load_window()
    made.frame.accept_disclaimer()
    return made


def test_an_article_that_is_added_is_found_in_all_articles(session: Session, folder: Path, qtbot: QtBot) -> None:
    window = session.window
    assert window is not None
    assert not window.commands.by_id[Id.SCOPE].isVisible()
    window.library.add(str(folder))
    qtbot.waitUntil(lambda: session.addresses.scope.count == 3, timeout=20_000)
    assert window.commands.by_id[Id.SCOPE].isVisible()
    window.leave_library()
    window.searching.choose_scope(True)
    window.search("الشاي")
    assert "إعداد الشاي" in window.results.texts()[0]


def test_without_the_engine_an_article_is_added_and_each_is_searched_by_itself(
    session: Session, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.library.library_room.find_spec", lambda _name: None)
    window = session.window
    assert window is not None
    with qtbot.waitSignal(window.library.counted, check_params_cb=lambda count: count == 3, timeout=20_000):
        window.library.add(str(folder))
    assert window.library._indexing is None
    assert not window.commands.by_id[Id.SCOPE].isVisible()


def test_an_engine_that_cannot_be_loaded_is_told_and_each_is_searched_by_itself(
    session: Session, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.library.library_room.find_spec", str)
    monkeypatch.setitem(sys.modules, "tantivy", None)
    window = session.window
    assert window is not None
    with qtbot.waitSignal(window.library.told, timeout=20_000) as told:
        window.library.add(str(folder))
    assert told.args[0].startswith("Only the open article can be searched: ")
    assert "tantivy" in told.args[0]
    assert window.library._indexing is None
    assert not window.commands.by_id[Id.SCOPE].isVisible()


def test_what_is_there_is_not_read_again_and_what_comes_meanwhile_is_read_afterwards(qapp, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    shelf = Shelf((paths.HANDBOOK,), tmp_path / "own")
    made: list[LibrarySearch | None] = []

    def indexing(known: frozenset[str]) -> Indexing:
        one = Indexing(qapp, shelf, tmp_path / "index", ENGLISH, known)
        one.ready.connect(made.append)
        return one

    one = indexing(frozenset())
    one.renew(shelf.read())
    shelf.add(folder)
    one.renew(shelf.read())
    qtbot.waitUntil(lambda: len(made) == 2, timeout=20_000)
    assert [search.articles for search in made if search is not None] == [1, 2]
    again = indexing(made[-1].digests if made[-1] is not None else frozenset())
    again.renew(shelf.read())
    assert again._run is None
    one.deleteLater()
    again.deleteLater()


def test_a_cancel_ends_the_work_and_it_can_go_on(qapp, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    shelf = Shelf((paths.HANDBOOK,), tmp_path / "own")
    one = Indexing(qapp, shelf, tmp_path / "index", ENGLISH, frozenset())
    with qtbot.waitSignal(one.stopped, timeout=20_000):
        one.renew(shelf.read())
        one.cancel()
    with qtbot.waitSignal(one.ready, timeout=20_000) as ready:
        one.begin()
    assert ready.args[0].articles == 1
    one.deleteLater()
