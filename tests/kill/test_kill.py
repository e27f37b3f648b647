"""Whatever moment the program is killed at, it opens again, with whole settings and whole files, and nothing is left that grows."""

import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.core.base.saving import PART, tidy
from app.core.base.steps import at_once
from app.core.files.indexes import ARTICLE, LANGUAGE, Indexes
from app.core.files.loader import load
from app.core.library.shelf import Shelf
from app.core.library_search.passages import IndexDamagedError
from app.core.library_search.searching import LibrarySearch
from app.core.search.data import ArticleData, LanguageData
from app.core.search.stored import unpack
from app.core.teaching.lesson import read_lesson
from app.machine import paths
from app.ui.session.session import Session
from app.ui.shell.settings import Settings
from tests.core.library_search.made import found, make
from tests.kill import work
from tests.kill.conftest import Fate, Nursery

Opens = Callable[[], None]
Kills = Callable[..., Iterator[None]]


@pytest.fixture
def folder(tmp_path: Path, nursery: Nursery) -> Path:
    """Return a folder with settings, and with every file in its first content."""
    assert nursery.end(nursery.begin("prepare", tmp_path)) == 0
    for old in (tmp_path / work.WHOLE).glob("*.0"):
        (tmp_path / old.stem).write_bytes(old.read_bytes())
    assert Settings(tmp_path / work.SETTINGS).write(work.remembered(1))
    return tmp_path


@pytest.fixture
def opens(qapp: QApplication, folder: Path, fate: Fate) -> Opens:
    """Open the program with the settings that are there; the disclaimer is left alone, so that nothing is stored."""
    loaded = load(paths.CONTENT)

    def open_and_close() -> None:
        settings = Settings(folder / work.SETTINGS)
        session = Session(qapp, settings)
        session.open(loaded, None, "")
        session.load_window()
        assert session.frame is not None
        assert session.window is not None
        assert session.window.reader.place == settings.read().place
        session.frame.close()
        session.frame.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # each window left makes the next one slower
        fate.opened += 1

    return open_and_close


@pytest.fixture
def kills(nursery: Nursery, fate: Fate, folder: Path, opens: Opens) -> Kills:
    def kill(times: int, *kinds: str, longest: float) -> Iterator[None]:
        """Begin work of these kinds and kill it at some moment, so many times; each time the program opens, and only one part a writer is left."""
        for _ in range(times):
            before = set(parts_in(folder))
            children = [nursery.begin(kind, folder, fate.choice.randrange(2, 10**9)) for kind in kinds]
            fate.wait(longest)
            nursery.kill(*children)
            fate.kills += len(children)
            left = set(parts_in(folder))
            fate.parts += len(left - before)
            assert len(left) <= len(kinds), "parts are piling up"
            yield
            opens()
        assert names_of_no_use(folder) == []
        tidy(folder)
        assert parts_in(folder) == []

    return kill


def parts_in(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith(PART)]


def names_of_no_use(folder: Path) -> list[str]:
    own = {work.SETTINGS, work.WHOLE, work.INDEXES, work.LIBRARY, work.ARTICLES, "coming.refpack"}
    known = {*own, *work.BY_COMMANDS, *(path.stem for path in (folder / work.WHOLE).iterdir())}
    return [path.name for path in folder.iterdir() if path.name not in known and not path.name.startswith(PART)]


def assert_settings_are_whole(folder: Path) -> None:
    stored = Settings(folder / work.SETTINGS).read()
    number = work.number_of(stored)
    assert number >= 1, "the settings are empty"
    assert stored == work.remembered(number), "the settings are a mixture"


def torn(folder: Path) -> list[str]:
    """Return the files that have neither the old nor the new content."""
    whole = {old.stem: (old.read_bytes(), old.with_suffix(".1").read_bytes()) for old in (folder / work.WHOLE).glob("*.0")}
    return [name for name, both in whole.items() if (folder / name).read_bytes() not in both]


def test_settings_are_the_old_or_the_new_ones(kills: Kills, folder: Path) -> None:
    seen = set()
    for _ in kills(60, "write_settings", longest=0.04):
        assert_settings_are_whole(folder)
        seen.add(work.number_of(Settings(folder / work.SETTINGS).read()))
    assert len(seen) > 10, "what a killed writer leaves keeps the next ones from writing"


def test_files_are_the_old_or_the_new_ones(kills: Kills, folder: Path) -> None:
    for _ in kills(50, "write_files", longest=0.08):
        assert torn(folder) == []


def test_of_two_that_store_settings_at_once_one_wins_whole(kills: Kills, folder: Path) -> None:
    for _ in kills(10, "write_settings", "write_settings", longest=0.05):
        assert_settings_are_whole(folder)


def test_of_two_that_write_files_at_once_one_wins_whole(kills: Kills, folder: Path) -> None:
    for _ in kills(10, "write_files", "write_files", longest=0.1):
        assert torn(folder) == []


def test_what_the_command_line_writes_is_whole_or_not_there(kills: Kills, folder: Path) -> None:
    article = load(paths.CONTENT).article
    seen = set()
    for _ in kills(15, "run_commands", longest=0.8):
        for name in filter(lambda name: (folder / name).exists(), work.BY_COMMANDS):
            seen.add(name)
            if name == "lesson.json":
                assert read_lesson(folder / name, article).places
            else:
                text = (folder / name).read_text(encoding="utf-8")
                assert text.rstrip().endswith("</html>") == name.endswith(".html")
                assert article.disclaimer.short in text
    assert seen


def test_an_index_is_whole_or_not_there(kills: Kills, folder: Path) -> None:
    loaded, indexes = load(work.TINY), Indexes(folder / work.INDEXES, bundled=folder / work.WHOLE)
    seen = set()
    for _ in kills(15, "keep_indexes", "keep_indexes", longest=0.5):
        kept = [path for path in (folder / work.INDEXES).glob("*.*") if not path.name.startswith(PART)]
        seen.update(path.suffix for path in kept)
        for path in kept:
            kind, of = (LanguageData, path.stem) if path.suffix == LANGUAGE else (ArticleData, loaded.digest)
            assert unpack(path.read_bytes(), of, kind) is not None
        at_once(indexes.making(loaded))
        assert indexes.find(loaded) is not None
        assert parts_in(folder / work.INDEXES) == []
    assert seen == {ARTICLE, LANGUAGE}


def test_the_index_of_a_library_is_right_at_the_next_start(kills: Kills, folder: Path) -> None:
    library, number, seen = folder / work.LIBRARY, 1000, 0
    for _ in kills(50, "index_library", "index_library", longest=0.4):
        number += 1
        with suppress(IndexDamagedError):  # it was killed before anything was whole, or while it was made anew
            seen += bool(found(LibrarySearch(library), "bread"))
        assert make(library, work.shelf_of(number).sources())[0].is_made
        search = LibrarySearch(library)
        assert found(search, f"number {number}") == ["now:now/p0"]
        assert [bool(found(search, f"word{at}")) for at in range(4)] == [True, True, True, number % 2 == 0]
        assert search.passages == sum(row.passages for row in search._rows), "passages of other editions are left"
        assert len([path for path in library.iterdir() if path.is_dir()]) == 1
        assert parts_in(library) == []
    assert seen, "it was always killed before anything was made"


def test_a_library_that_two_change_at_once_holds_whole_articles_and_takes_the_next_one(kills: Kills, folder: Path) -> None:
    own, coming, seen = folder / work.ARTICLES, folder / "coming.refpack", set()
    shelf = Shelf((), own)
    coming.write_bytes(work.pack_of(work.ALWAYS, 0))
    shelf.add(coming)
    for at, _ in enumerate(kills(50, "change_library", "change_library", longest=0.3)):
        for left in folder.glob("coming-*"):  # what the children themselves were writing
            left.unlink()
        library = shelf.read()
        assert library.broken == ()
        assert library.find(work.ALWAYS) is not None
        seen.update(held.newest.id for held in library.articles)
        coming.write_bytes(work.pack_of("next", at))
        added = shelf.add(coming)
        held = shelf.read().find("next")
        assert held is not None
        assert (held.newest, len(held.earlier)) == (added, at)
        assert parts_in(own) == []
    assert seen > {work.ALWAYS, "next"}, "it was always killed before it added anything"


def test_a_window_that_is_killed_while_it_stores_copies_and_saves(kills: Kills, folder: Path) -> None:
    together = {work.of_window(number) for number in range(len(work.PLACES))} | {(work.remembered(1).place, work.remembered(1).text_size)}
    old = (folder / work.HAND_OUT).read_bytes()
    seen = set()
    for _ in kills(35, "use_window", longest=2.5):
        stored = Settings(folder / work.SETTINGS).read()
        assert (stored.place, stored.text_size) in together
        seen.add(stored.place)
        assert stored.open_answers == ([stored.place] if stored.place.startswith("faq/") else [])
        sheet = (folder / work.HAND_OUT).read_bytes()
        assert sheet == old or (sheet.startswith(b"%PDF-") and sheet.rstrip().endswith(b"%%EOF"))
        assert work.CARDS not in torn(folder)
    assert len(seen) > 1, "the window was always killed before it stored anything"


def test_a_writer_that_is_killed_before_any_step_leaves_whole_things(nursery: Nursery, folder: Path, opens: Opens) -> None:
    steps = 0
    while True:
        steps += 1
        ending = nursery.end(nursery.begin("die_at_a_step", folder, steps))
        assert_settings_are_whole(folder)
        assert torn(folder) == []
        assert len(parts_in(folder)) <= 1
        if ending == 0:
            break
        assert ending == -signal.SIGKILL
    assert steps > 10
    assert parts_in(folder) == []
    opens()


def test_the_kills_would_find_a_writer_that_writes_in_place(nursery: Nursery, fate: Fate, folder: Path) -> None:
    for _ in range(100):
        child = nursery.begin("write_carelessly", folder, fate.choice.randrange(10**9))
        fate.wait(0.05)
        nursery.kill(child)
        if torn(folder):
            return
    pytest.fail("a hundred kills tore nothing, so they prove nothing")
