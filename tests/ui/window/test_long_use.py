"""A long use, made up by chance, while Python collects as often as it can and a screen reader listens: nothing of it is left behind."""

import gc
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QStyle
from pytestqt.qtbot import QtBot
from shiboken6 import getCppPointer, isValid

from app.core.files.loader import load
from app.core.pages.document import Document
from app.machine import paths
from app.ui.handout import printing
from app.ui.handout.handout_desk import HandoutDesk, desk_of
from app.ui.session.session import Session
from app.ui.shell.frame import Frame
from app.ui.shell.settings import Settings
from app.ui.teaching.self_test import SelfTest
from app.ui.teaching.teach import TeachView
from app.ui.window.window import Window
from tests.ui.conftest import TINY

STEPS = int(os.environ.get("LONG_USE", "24"))
"""Each kind of step is made once before any is made again; `.ci/run` makes more of them."""
SEED = int(os.environ.get("LONG_USE_SEED", "14"))
WORDS = ("cerclage", "bed rest", "fluid", "الشاي", "zzzz")
SIZES = ((1280, 800), (900, 700), (480, 800), (320, 480))
COUNTED = (QObject, QAccessibleInterface, Document)


class Reader:
    """Somebody who does whatever comes to mind. `seen` are the numbers of all interfaces that their screen reader met."""

    def __init__(self, session: Session, seed: int, folder: Path) -> None:
        self.session = session
        self.chance = random.Random(seed)  # noqa: S311 - a made-up use, to be repeated
        self.folder = folder
        self.seen: set[int] = set()
        self.done = Counter[str]()
        self.left: list[Callable[[Reader], None]] = []

    @property
    def window(self) -> Window:
        assert self.session.window is not None
        return self.session.window

    def act(self) -> None:
        if not self.left:
            self.left = list(STEPS_THERE_ARE)
            self.chance.shuffle(self.left)
        step = self.left.pop()
        self.done[step.__name__] += 1
        step(self)
        settle()
        assert {type(widget) for widget in QApplication.topLevelWidgets() if widget.parent() is None} <= {Frame}

    def open_article(self) -> None:
        self.session.open_file(self.chance.choice(["", str(TINY)]))
        self.session.load_window()
        self.window.frame.accept_disclaimer()

    def go(self) -> None:
        self.window.reader.go_to(self.chance.choice(list(self.window.places.ids())))

    def go_back(self) -> None:
        self.window.reader.go_back()

    def search(self) -> None:
        self.window.search(self.chance.choice(WORDS))
        settle()
        self.window.field.clear()

    def find(self) -> None:
        self.window.finder.begin()
        self.window.find_bar.field.setText(self.chance.choice(WORDS))
        settle()
        self.window.find_bar.close_bar()

    def answers(self) -> None:
        self.window.reader.go_to_questions()
        self.window.reader.accordion.expand_or_collapse_all()

    def test_oneself(self) -> None:
        self.window.presenting.test()
        cover = self.window.presenting.cover
        assert isinstance(cover, SelfTest)
        cover.start_page.start.click()
        settle()
        for _ in range(self.chance.randrange(3)):
            cover.card_page.show_button.click()
            self.listen()
            cover.card_page.grades[self.chance.randrange(len(cover.card_page.grades))].click()
        cover.left.emit()

    def teach(self) -> None:
        self.window.presenting.teach()
        cover = self.window.presenting.cover
        assert isinstance(cover, TeachView)
        for _ in range(self.chance.randrange(4)):
            QTest.keyClick(cover, self.chance.choice([Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_B]))
        settle()
        self.listen()
        cover.left.emit()

    def choose_lesson(self) -> None:
        self.window.presenting.choose_lesson()
        settle()
        cover = self.window.presenting.cover
        assert cover is not None
        QTest.keyClick(cover, Qt.Key.Key_Escape)

    def enlarge_figure(self) -> None:
        figures = self.window.article.figures
        if figures:
            self.window.enlarge(self.chance.choice(figures).id)
            settle()
            self.listen()
            viewer = QApplication.activeModalWidget()
            assert viewer is not None
            viewer.close()

    def make_handout(self) -> None:
        desk = self._desk()
        assert desk.dialog is not None
        desk.dialog.large.click()
        desk.dialog.update_now()
        desk.dialog.close()

    def print_handout(self) -> None:
        """Print twice from one dialog: the second printer comes while the first one's dialog may still be there."""
        desk = self._desk()
        assert desk.dialog is not None
        for _ in range(2):
            desk.dialog.print_button.click()
            assert desk.job is not None
            desk.job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            desk.job.printer.setOutputFileName(str(self.folder / "out.pdf"))
            desk.job.dialog.done(QDialog.DialogCode.Accepted)
            assert "Sent to the printer" in desk.dialog.message.text()
        desk.dialog.close()

    def _desk(self) -> HandoutDesk:
        self.window.sheets.make_handout()
        settle()
        return desk_of(self.window, self.window.document)

    def dress(self) -> None:
        appearance = self.window.appearance
        self.chance.choice([appearance.use_dark, appearance.use_light, appearance.use_contrast, appearance.enlarge, appearance.reduce])()

    def resize(self) -> None:
        self.window.frame.resize(*self.chance.choice(SIZES))

    def listen(self) -> None:
        """Hear all of the window, as a screen reader does."""
        for part in heard(QAccessible.queryAccessibleInterface(self.window.frame)):
            self.seen.add(QAccessible.uniqueId(part))
            if part.isValid():
                part.role(), part.state(), part.rect(), part.text(QAccessible.Text.Name), part.parent()


STEPS_THERE_ARE: tuple[Callable[[Reader], None], ...] = (
    Reader.open_article,
    Reader.go,
    Reader.go_back,
    Reader.search,
    Reader.find,
    Reader.answers,
    Reader.test_oneself,
    Reader.teach,
    Reader.choose_lesson,
    Reader.enlarge_figure,
    Reader.make_handout,
    Reader.print_handout,
    Reader.dress,
    Reader.resize,
    Reader.listen,
)


def heard(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from heard(child)


def settle() -> None:
    """Handle what waits, deletions too, as the program's own loop does."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def alive() -> dict[tuple[str, int], object]:
    """Return what there is of all that must not be left behind, by kind and by where it lies.

    Of our own classes also what Qt has deleted, since Python may still hold it; of widgets also those that Python knows nothing of. Interfaces count
    as long as Qt could ask them: to one that is deleted PySide itself keeps a last reference, so ours hold nothing.
    """
    gc.collect()
    known = [thing for thing in gc.get_objects() if isinstance(thing, COUNTED)]
    there = [thing for thing in known if isinstance(thing, Document) or is_there(thing) or (is_ours(thing) and isinstance(thing, QObject))]
    return {(type(thing).__name__, where(thing)): thing for thing in (*QApplication.allWidgets(), *there)}


def is_there(thing: object) -> bool:
    """Return whether this can still be used. Styles do not count: Qt makes and deletes them with each style sheet, and no widget has its own."""
    return isinstance(thing, QObject | QAccessibleInterface) and not isinstance(thing, QStyle) and isValid(thing)


def is_ours(thing: object) -> bool:
    return type(thing).__module__.startswith("app.")


def where(thing: object) -> int:
    return getCppPointer(thing)[0] if is_there(thing) else id(thing)


def use(qapp: QApplication, folder: Path, steps: int, seed: int) -> tuple[Counter[str], set[int]]:
    """Use the program for so many steps and close it; return what was done, and the numbers of the interfaces that were heard."""
    session = Session(qapp, Settings(folder / "settings.ini"))
    session.open(load(paths.CONTENT), None, "")
    session.load_window()
    reader = Reader(session, seed, folder)
    reader.window.frame.accept_disclaimer()
    settle()
    for _ in range(steps):
        reader.act()
    reader.window.frame.close()
    reader.window.frame.deleteLater()
    settle()
    return reader.done, reader.seen


@pytest.mark.usefixtures("appearance")
def test_nothing_is_left_of_a_long_use(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # nothing keeps the sessions of this test: it deletes what it opens
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    threshold = gc.get_threshold()
    use(qapp, tmp_path, 0, SEED)  # what Qt makes once and keeps
    gc.unfreeze()
    before = set(alive())
    gc.freeze()  # what was there before is not looked through again at each of the collections
    gc.set_threshold(1, 1, 1)
    try:
        done, seen = use(qapp, tmp_path, STEPS, SEED)
    finally:
        gc.set_threshold(*threshold)
        gc.unfreeze()
    left = [thing for key, thing in alive().items() if key not in before]
    print(f"seed {SEED}: {done.total()} steps {dict(done)}, {len(seen)} interfaces heard, {len(left)} things left")
    assert Counter(type(thing).__name__ for thing in left) == {}
    assert [number for number in seen if QAccessible.accessibleInterface(number) is not None] == []
