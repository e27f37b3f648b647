"""Parts and windows with the real article."""

import datetime as dt
import gc
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MethodType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.core.article.content import Article
from app.core.files.loader import Loaded, load
from app.core.pages.document import Document
from app.core.teaching.slides import TITLE, Slide
from app.machine import paths
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.reading.folds import Folds
from app.ui.session.session import Session
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.settings import Remembered
from app.ui.teaching import presenting
from app.ui.text.accessible import make_interface
from app.ui.widgets.headings import install, make_heading
from app.ui.window.window import Window
from tests import typefaces
from tests.indexes import at_once, index_folder  # noqa: F401 - fixtures

from .hands import activate, set_size

typefaces.use()

TINY = Path(__file__).resolve().parent.parent / "articles" / "tiny.json"


@pytest.fixture(autouse=os.environ.get("COLLECT_OFTEN") == "1")
def _collect_often() -> Iterator[None]:
    """Let Python collect at nearly every object that is made: what lives by accident only is then gone at once, on every machine."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()  # what is there already is not looked through again, or a test would take minutes
    gc.set_threshold(1, 1, 1)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.fixture(scope="session", autouse=True)
def _nothing_copied() -> Iterator[None]:
    """Empty the clipboard at the end.

    Without a display it lies in a variable of Qt, which lasts longer than Python does; what Python made in it would be deleted without Python.
    """
    yield
    if isinstance(application := QGuiApplication.instance(), QGuiApplication):
        application.clipboard().clear()


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QWidget]]:
    """The windows of a test, owned until its end as the program owns its own: a test that holds a part of a window only would lose it in use.

    So are those that a session opens: the program's own session lasts as long as the program, that of a test only as long as its function.
    Then they are closed and deleted. Qt waits with that for an event loop, and each window left makes every change of style slower.
    """
    owned: list[QWidget] = []
    sessions: list[Session] = []
    open_article = Session.open

    def open_and_keep(session: Session, loaded: Loaded, place: str | None, notice: str) -> None:
        sessions.append(session)
        open_article(session, loaded, place, notice)

    monkeypatch.setattr(Session, "open", open_and_keep)
    yield owned
    owned += [session.frame for session in sessions if session.frame is not None]
    for window in owned:
        if isValid(window):
            window.close()
            window.deleteLater()
    owned.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def qtbot(kept: list[QWidget], qtbot: QtBot) -> QtBot:
    """The one of pytest-qt, which knows the widgets that it is given weakly; here they are owned until the end of the test."""
    qtbot.addWidget = kept.append
    return qtbot


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load(paths.CONTENT)


@pytest.fixture(scope="session")
def document(loaded: Loaded) -> Document:
    return Document(loaded.article, loaded.short_digest)


@pytest.fixture(params=typefaces.FACES)
def face(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """Each of the faces that a desktop may have chosen, one after the other; to be asked for before a window."""
    with typefaces.chosen(request.param):
        yield request.param


@pytest.fixture(scope="session")
def painted() -> dict[Look, Icons]:
    """The icons of each look, which all windows of a process share: painting them takes a tenth of opening a window."""
    return {}


@pytest.fixture
def appearance(qapp: QApplication, painted: dict[Look, Icons]) -> Appearance:
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the windows of earlier tests, which would all be dressed again
    qapp.setStyle("Fusion")
    QAccessible.setActive(True)  # as where a screen reader runs
    install(make_heading)
    install(make_interface)
    made = Appearance(qapp, "light", 100)
    if made.look not in painted:
        painted[made.look] = Icons(made.look)
    made._icons = painted[made.look]
    return made


@pytest.fixture(scope="session")
def set_before() -> dict[object, tuple[Article, tuple[Slide, ...]]]:
    """Slides that were made in this process, by all that they depend on; the article is kept with them, since it is told by where it lies."""
    return {}


@pytest.fixture
def slides_once(monkeypatch: pytest.MonkeyPatch, set_before: dict[object, tuple[Article, tuple[Slide, ...]]]) -> None:
    """Let slides be made once for all tests that look at something else: to set those of the whole article takes longer than to open a window."""
    make = presenting._slides

    def kept(document: Document, places: tuple[str, ...], measure: MethodType) -> tuple[Slide, ...]:
        setter, article = measure.__self__, document.article
        where = setter.look, setter.size.toTuple(), setter.end, setter.direction, setter.font(TITLE).toString()
        key = id(article), document.digest, id(document.labels), document.numbers, dt.date.today(), places, where  # noqa: DTZ011 - as the program
        if key not in set_before:
            set_before[key] = article, make(document, places, measure)
        return set_before[key][1]

    monkeypatch.setattr(presenting, "_slides", kept)


@pytest.fixture
def open_window(kept: list[QWidget], qtbot: QtBot, appearance: Appearance, loaded: Loaded) -> Callable[..., Window]:
    """Open a window on the article, with the disclaimer accepted unless told otherwise."""

    def opened(place: str | None = None, remembered: Remembered | None = None, *, accept: bool = True, content: Loaded = loaded) -> Window:
        remembered = remembered or Remembered()
        frame = Frame(content.article, appearance.look, remembered.window)
        kept.append(frame)
        window = Window(content, appearance, frame)
        window.restore(remembered, place)
        if accept:
            frame.accept_disclaimer()  # before it would be painted
        frame.show()
        qtbot.waitExposed(frame)
        return window

    return opened


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window()


@pytest.fixture
def at(open_window: Callable[..., Window], qtbot: QtBot) -> Callable[..., Window]:
    """Open a window at a place, of some size, and give it the keys."""

    def opened(place: str, width: int = 800, height: int = 600, content: Loaded | None = None) -> Window:
        window = open_window(place, content=content) if content else open_window(place)
        set_size(window, qtbot, width, height)
        activate(window, qtbot)
        window.reader.focus_text()
        return window

    return opened


@pytest.fixture(scope="module")
def lasting(qapp: QApplication) -> Iterator[list[Window]]:
    """The window that the tests of a module share, if they ask for `at_again`; closed and deleted when the module is done."""
    opened: list[Window] = []
    yield opened
    for window in opened:
        if isValid(window):
            window.frame.close()
            window.frame.deleteLater()
    opened.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def at_again(lasting: list[Window], kept: list[QWidget], qtbot: QtBot, request: pytest.FixtureRequest) -> Callable[..., Window]:
    """Do as `at` does, in a window that was opened before and is as it was then; only the reader's way through it is longer.

    For modules that look at pages in many ways: opening a window takes longer than what most of their tests do in it.
    """

    def opened(place: str, width: int = 800, height: int = 600) -> Window:
        if not lasting or not isValid(lasting[0]) or not lasting[0].frame.isVisible():
            lasting.clear()
            lasting.append(request.getfixturevalue("open_window")())  # asked for here: each time, it would dress the application anew
            kept.remove(lasting[0].frame)
        (window,) = lasting
        be_as_new(window)
        set_size(window, qtbot, width, height)
        window.reader.go_to(place)
        activate(window, qtbot)
        window.reader.focus_text()
        return window

    return opened


def be_as_new(window: Window) -> None:
    """Take away all that a test has opened, written, marked, unfolded or chosen in a window."""
    for over in window.frame.findChildren(QDialog):
        over.close()
    if window.presenting.cover is not None:
        window.presenting.cover.left.emit()
    window.presenting._chosen, window.presenting._ticked = (), None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.appearance._set("light", 100)
    window.searching.end()
    window.finder.end_marks()
    for field in (window.field, window.filter_bar.field, window.find_bar.field):
        field.clear()
    window.find_bar.hide()
    window.notice.clear()
    window.copied.hide()
    window.body.drawer.close_drawer()
    window.reader.accordion.set_open(())
    for page in (window.reader.page, window.reader.side.page, *window.reader.accordion._answers.values()):
        page._folds = Folds()
    window.reader.go_to("about")


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., Path]:
    """Write the bundled content, after an edit of its data, to a file, and return its path."""

    def save(edit: Callable[[dict[str, Any]], object]) -> Path:
        data = json.loads(paths.CONTENT.read_text(encoding="utf-8"))
        edit(data)
        path = tmp_path / "content.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        return path

    return save
