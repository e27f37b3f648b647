"""Search in this article or in all: the choice, results with their articles, and opening one that stands in another article."""

import json
from collections.abc import Callable, Generator, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.core.files.loader import Loaded, load
from app.core.library_search.making import indexing
from app.core.library_search.searching import LibrarySearch
from app.core.library_search.values import Source
from app.machine import paths
from app.ui.search.result_painter import ResultRow
from app.ui.session.session import Session
from app.ui.shell.settings import Settings
from app.ui.text import announcements
from app.ui.window.commands import Id
from app.ui.window.window import Window

SENTENCE = "Sheets for the couch are in the store room."


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    data = json.loads(paths.CONTENT.read_text("utf-8")) | {"id": "bed-linen", "title": "Bed linen"}
    data["sections"][1]["passages"][0]["text"] = SENTENCE
    path = tmp_path_factory.mktemp("other") / "content.json"
    path.write_text(json.dumps(data), "utf-8")
    return load(path)


@pytest.fixture(scope="module")
def library(loaded: Loaded, other: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], LibrarySearch]:
    folder = tmp_path_factory.mktemp("index")
    finish(indexing(folder, [Source(one.article.id, one.digest, reader(one)) for one in (loaded, other)]))
    return lambda: LibrarySearch(folder)


def reader(one: Loaded) -> Callable[[], object]:
    return lambda: one.article


def finish(steps: Generator[object, None, object]) -> None:
    for _ in steps:
        pass


@pytest.fixture
def session(qapp: QApplication, loaded: Loaded, other: Loaded) -> Iterator[Session]:
    made = Session(qapp, Settings(None))
    made.addresses.articles.library = {"bed-linen": lambda: load(other.path)}.get
    made.open(loaded, None, "")
    made.load_window()
    made.frame.resize(1100, 800)
    made.frame.accept_disclaimer()
    made.window.searching.finish()
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(announcements, "announce", lambda _widget, words: heard.append(words))
    return heard


def rows(window: Window) -> list[ResultRow]:
    return list(window.results._model.rows)


def switch(window: Window) -> None:
    QTest.keyClick(window.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_there_is_nothing_to_choose_with_one_article(session: Session, library: Callable[[], LibrarySearch]) -> None:
    window = session.window
    window.search("cerclage")
    assert window.results.scope.isHidden()
    assert not window.commands.by_id[Id.SCOPE].isVisible()
    switch(window)
    assert all(not row.where_strong for row in rows(window))
    session.addresses.take_library_search(library())
    assert window.results.scope.isVisible()
    assert window.commands.by_id[Id.SCOPE].isEnabled()
    session.addresses.take_library_search(None)
    assert window.results.scope.isHidden()
    assert not window.commands.by_id[Id.SCOPE].isVisible()


def test_a_key_and_buttons_choose_where_is_searched(session: Session, library: Callable[[], LibrarySearch], said: list[str], qtbot) -> None:
    session.addresses.take_library_search(library())
    window, scope = session.window, session.window.results.scope
    window.search("bed rest")
    assert (scope.here.isChecked(), scope.everywhere.text()) == (True, "All articles (2)")
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1].startswith("This article. ")
    switch(window)
    assert scope.everywhere.isChecked()
    assert not scope.everywhere.icon().isNull()
    assert scope.here.icon().isNull()
    assert "in 2 articles" in window.results.title()
    qtbot.waitUntil(lambda: said[-1].startswith("All articles (2). "))
    first = rows(window)[0]
    assert first.notes  # before the sentence, as in one article
    assert first.where.startswith("Cervical Insufficiency › ")
    assert first.where.endswith(" · 18 October 2025")
    assert first.where[: first.where_strong] == "Cervical Insufficiency"
    assert first.spoken.endswith(first.where)
    assert first.place in window.places  # of the open article: no address is needed
    QTest.mouseClick(scope.here, Qt.MouseButton.LeftButton)
    assert "articles" not in window.results.title()
    assert window.focusWidget() is window.field


def test_what_only_another_article_says_is_offered_and_opened_there_with_marks(session: Session, library: Callable[[], LibrarySearch]) -> None:
    session.addresses.take_library_search(library())
    window = session.window
    window.search("couch store room")
    assert window.results.title() == "The article does not say this."
    button = window.results.elsewhere
    assert button.isVisible()
    assert button.text().startswith("Not in this article. ")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.results.scope.everywhere.isChecked()
    assert not button.isVisible()
    first = rows(window)[0]
    assert first.text == SENTENCE
    assert first.place.startswith("bed-linen:")
    window.copying.copy_link()
    assert QApplication.clipboard().text() == first.place
    assert window.copying.place() == ""  # nothing of it can be cited from here
    window.searching.open_chosen()
    there = session.window
    assert there is not window
    assert f"bed-linen:{there.reader.place}" == first.place
    assert there.reader.finding.total > 0
    there.commands.by_id[Id.BACK].trigger()
    assert session.window.article.id == "cervical-insufficiency"
    session.window.search("zzqq wombats")
    assert session.window.results.scope.everywhere.isChecked()  # the choice stays
    assert session.window.results.title() == "No article says this"


@pytest.mark.parametrize("opened", ["without", "with"])
def test_one_danger_line_comes_with_a_sign_whichever_article_is_open(
    session: Session, loaded: Loaded, handbook: Loaded, both: Callable[[], LibrarySearch], opened: str
) -> None:
    """The line of the open article where it has one, or else that of the article that does: then it names it, and leads there."""
    session.addresses.articles.library = {handbook.article.id: lambda: handbook, loaded.article.id: lambda: loaded}.get
    if opened == "without":
        session.addresses.open(f"{handbook.article.id}:")
    session.addresses.take_library_search(both())
    window, results = session.window, session.window.results
    window.search("my waters broke")
    assert results.shows_urgent() == (opened == "with")  # this article alone
    switch(window)
    own = loaded.article.urgent_care.line
    assert results.urgent_line() == (f"{own} (F2)." if opened == "with" else f"{own} (in “Cervical Insufficiency”).")
    assert [line.text() for line in results.findChildren(QLabel) if own in line.text() and line.isVisible()] == [results.urgent_line()]
    for query in ("how do I print", "screen reader", "pages", "bed rest"):
        window.search(query)
        assert not results.shows_urgent()
    window.search("my waters broke")
    QTest.mouseClick(results._urgent, Qt.MouseButton.LeftButton)
    assert (session.window.article.id, session.window.reader.place) == (loaded.article.id, "urgent-care")


@pytest.fixture(scope="module")
def handbook() -> Loaded:
    return load(paths.HANDBOOK)


@pytest.fixture(scope="module")
def both(loaded: Loaded, handbook: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], LibrarySearch]:
    """The two articles of the program."""
    folder = tmp_path_factory.mktemp("both")
    finish(indexing(folder, [Source(one.article.id, one.digest, reader(one)) for one in (loaded, handbook)]))
    return lambda: LibrarySearch(folder, below=(handbook.article.id,))
