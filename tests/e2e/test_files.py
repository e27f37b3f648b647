"""Files that reach the program from outside: named on the command line, and dragged onto its window with a real mouse."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import Desktop, Program, wait_for
from .test_window import quit_and_expect

Start = Callable[..., Program]

TINY = Path(__file__).resolve().parent.parent / "articles" / "tiny.json"
TITLE = "تحضير الشاي"

SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mousePressEvent(self, event):
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

application = QApplication([])
source = Source("a file")
source.setWindowTitle("a file to drag")
source.setWindowFlag(Qt.WindowType.FramelessWindowHint)
source.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
source.setGeometry(0, 0, 60, 60)
source.show()
application.exec()
"""
"""A window in the corner of the screen, from which a file can be dragged."""


@pytest.fixture
def drop(desktop: Desktop) -> Iterator[Callable[[Path], None]]:
    """Drag a file into the middle of the screen and let it go."""
    sources: list[subprocess.Popen[bytes]] = []

    def dropped(path: Path) -> None:
        sources.append(subprocess.Popen([sys.executable, "-c", SOURCE, str(path)], env=desktop.environment))
        wait_for(lambda: desktop.call("search", "--onlyvisible", "--name", "^a file to drag$"), "the window to drag from")
        desktop.call("mousemove", "30", "30", "mousedown", "1")
        for place in (("120", "120"), ("400", "300"), ("640", "420"), ("642", "422")):
            time.sleep(0.3)  # as a hand moves: Qt asks the window below at each stop
            desktop.call("mousemove", *place)
        time.sleep(0.5)
        desktop.call("mouseup", "1")

    yield dropped
    for source in sources:
        source.terminate()
        source.wait(10)


def test_an_article_that_is_dropped_on_the_window_is_opened(start: Start, drop: Callable[[Path], None]) -> None:
    program = start()
    drop(TINY)
    wait_for(lambda: TITLE in program.desktop.call("search", "--onlyvisible", "--name", TITLE, "getwindowname"), "the other article")
    program.find_window()
    program.press("Return")
    quit_and_expect(program)


def test_a_file_that_is_none_leaves_the_article_as_it_is(start: Start, drop: Callable[[Path], None], tmp_path: Path) -> None:
    program = start("--open", "faq")
    program.wait_for_title("Questions and answers")
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    drop(tmp_path / "list.json")
    time.sleep(1)
    program.find_window()
    program.wait_for_title("Questions and answers")
    quit_and_expect(program)


@pytest.mark.parametrize("as_address", [False, True], ids=["path", "address"])
def test_a_file_that_is_named_is_opened(start: Start, tmp_path: Path, *, as_address: bool) -> None:
    path = Path(shutil.copyfile(TINY, tmp_path / "my 100% tea.json"))
    program = start(path.as_uri() if as_address else str(path))
    program.wait_for_title(TITLE)
    quit_and_expect(program)


def test_a_file_that_is_none_is_told_and_the_window_comes(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    path.write_text("[]", encoding="utf-8")
    program = start(str(path))
    program.wait_for_title("Cervical Insufficiency")
    quit_and_expect(program)
    assert program.process.stderr is not None
    told = program.process.stderr.read()
    assert told.startswith("cervical-reference: The file that you asked for cannot be used, so the article that comes with the program is shown.")
    assert str(path) in told
    assert len(told.splitlines()) == 1
