"""What outlives a window, each part by itself: nothing is open, and nothing needs a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.core.files.loader import load
from app.core.files.policy import Policy
from app.core.library.user_library import LibraryFolders
from app.machine import paths
from app.ui.session.addresses import Addresses
from app.ui.session.drafts import Drafts
from app.ui.session.editions import Editions
from app.ui.session.open_now import OpenNow, Wanted
from app.ui.session.storing import Storing
from app.ui.shell.settings import Settings
from tests.ui.conftest import TINY


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def test_an_address_of_another_article_is_asked_for_at_the_start_and_later(parent: QObject, tmp_path: Path) -> None:
    addresses = Addresses(OpenNow(parent), LibraryFolders(paths.BUNDLED, tmp_path / "own"), parent)
    bundled, tiny = load(paths.CONTENT), load(TINY)
    wanted: list[Wanted] = []
    addresses.wanted.connect(wanted.append)
    assert addresses.at_start(tiny, f"{bundled.article.id}:faq", "").loaded == bundled
    assert addresses.at_start(tiny, "faq", "said") == Wanted(tiny, "faq", "said")
    assert "There is no article" in addresses.at_start(tiny, "nowhere:faq", "").notice
    addresses.articles.note(tiny)
    addresses.open(f"{tiny.article.id}:about")
    assert [(one.loaded.article.id, one.place) for one in wanted] == [(tiny.article.id, "about")]
    addresses.open("nowhere:about")
    assert len(wanted) == 1


def test_without_a_window_nothing_is_stored(parent: QObject, tmp_path: Path) -> None:
    storing = Storing(OpenNow(parent), Settings(tmp_path / "settings.ini"), Policy(), parent)
    storing.turn_to("another")
    storing.store()
    storing.store_changes()
    assert storing.remembered.article == "another"
    assert not (tmp_path / "settings.ini").exists()


def test_a_lesson_is_opened_and_a_text_is_followed(parent: QObject, tmp_path: Path) -> None:
    drafts = Drafts(OpenNow(parent), LibraryFolders(paths.BUNDLED), parent)
    files: list[str] = []
    wanted: list[Wanted] = []
    drafts.file_wanted.connect(lambda name, _: files.append(name))
    drafts.wanted.connect(wanted.append)
    drafts.open("")
    drafts.open(str(tmp_path / "gone.json"))
    assert files == ["", str(tmp_path / "gone.json")]
    assert drafts.path is None
    text = tmp_path / "tea.md"
    text.write_text("# Tea\n\n## Brewing\n\nBoil the water.\n", encoding="utf-8")
    drafts.open(str(text))
    assert drafts.path == text
    assert [one.loaded.article.title for one in wanted] == ["Tea"]
    drafts.stop_unless(wanted[0])
    assert drafts.path == text
    drafts.stop_unless(Wanted(load(TINY)))
    assert drafts.path is None


def test_without_a_window_there_is_no_other_edition(parent: QObject) -> None:
    editions = Editions(OpenNow(parent), TINY, parent)
    wanted: list[Wanted] = []
    editions.wanted.connect(wanted.append)
    editions.watch()
    editions.open(load(TINY))
    assert wanted == []
