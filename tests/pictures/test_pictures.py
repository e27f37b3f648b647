"""The main views look as they were kept: in three themes, at two sizes, read from the left and from the right.

`python3 packaging/run.py --tests tests/pictures --renew` keeps them as they are now.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QWidget

from app.core.files.loader import Loaded, load
from app.core.search.results import Covered, Results
from app.machine import paths
from app.ui.look.tokens import THEMES
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.settings import Remembered
from app.ui.window.window import Window
from tests import answers

from .compare import differs, keep, reduced

TINY = Path(__file__).resolve().parent.parent / "articles" / "tiny.json"
SHAPES = {100: (1280, 800), 200: (1024, 768)}
NARROW = (480, 800)

Step = Callable[[Window, str], QWidget | None]
WORDS = {"ltr": ("treatment-and-management", "treatment-and-management/cerclage", "bed rest", "diabetes insulin dose"), "rtl": (
    "brewing", "brewing/time", "الشاي", "قهوة"
)}  # fmt: skip


def text(window: Window, direction: str) -> None:
    page, noted, _, _ = WORDS[direction]
    window.reader.go_to(page)
    window.reader.page.toggle_notes(noted)


def questions(window: Window, direction: str) -> None:
    window.reader.go_to_questions()
    window.reader.set_open([window.article.faq.entries[0].id])


def results(window: Window, direction: str) -> None:
    window.search(WORDS[direction][2])


def no_match(window: Window, direction: str) -> None:
    """Show an answer made by hand, with all that may stand there: the pictures hold whatever the search finds."""
    article, words = window.article, WORDS[direction][3]
    name, near, heading = ("EN29", "treatment-and-management/bed-rest", "faq/treatment") if direction == "ltr" else ("EN1", "storing/tin", "storing")
    window.search(words)
    window.results.show_results(
        Results(
            words,
            hits=(answers.note(article, name, "stitch", "المراجع"),),
            near=(answers.passage(article, near),),
            missing=tuple(words.split()),
            covered=(Covered("stitch", "cerclage"),) if direction == "ltr" else (Covered("شاي"),),
            headings=(window.places.first, heading),
        )
    )


def teach(window: Window, direction: str) -> None:
    window.reader.go_to(WORDS[direction][0])
    window.presenting.teach()


def handout(window: Window, direction: str) -> QWidget | None:
    window.reader.go_to(WORDS[direction][0])
    window.sheets.make_handout()
    return QApplication.activeModalWidget()


def contents(window: Window, direction: str) -> None:
    window.reader.go_to(WORDS[direction][0])
    window.body.show_contents()


STEPS: dict[str, Step | None] = {
    "disclaimer": None,
    "text": text,
    "questions": questions,
    "results": results,
    "no-match": no_match,
    "teach": teach,
    "handout": handout,
    "narrow": contents,
}


@pytest.fixture(scope="session")
def articles() -> dict[str, Loaded]:
    """The article, and one that is read from the right; with one hash, which would change with every word."""
    # the hash differs behind the seven digits that are shown: an index is kept by it
    both = (("ltr", paths.CONTENT, "0" * 64), ("rtl", TINY, "0" * 63 + "1"))
    return {direction: replace(load(path), digest=digest) for direction, path, digest in both}


def settle(application: QApplication) -> None:
    for _ in range(6):
        application.processEvents()


@contextmanager
def opened(application: QApplication, loaded: Loaded, theme: str, size: int, shape: tuple[int, int]) -> Iterator[Window]:
    appearance = Appearance(application, theme, size, less_motion=True)
    frame = Frame(loaded.article, appearance.look, QByteArray())
    frame.resize(*shape)
    window = Window(loaded, appearance, frame)
    window.restore(Remembered(), None)
    frame.show()
    frame.activateWindow()
    settle(application)
    yield window
    frame.close()
    frame.deleteLater()
    settle(application)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("size", list(SHAPES))
@pytest.mark.parametrize("theme", list(THEMES))
@pytest.mark.parametrize("view", list(STEPS))
def test_a_view_looks_as_it_was_kept(
    qapp: QApplication, articles: dict[str, Loaded], view: str, theme: str, size: int, direction: str, request: pytest.FixtureRequest
) -> None:
    step = STEPS[view]
    with opened(qapp, articles[direction], theme, size, NARROW if view == "narrow" else SHAPES[size]) as window:
        shown: QWidget = window.frame
        if step is not None:
            window.frame.accept_disclaimer()
            settle(qapp)
            shown = step(window, direction) or shown
        settle(qapp)
        image = reduced(shown.grab().toImage(), THEMES[theme])
        if shown is not window.frame:
            shown.close()
    name = f"{view}-{theme}-{size}-{direction}"
    if request.config.getoption("--renew"):
        keep(name, image)
    elif told := differs(name, image):
        pytest.fail(told)
