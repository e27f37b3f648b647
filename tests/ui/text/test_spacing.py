"""Nothing is lost when text is set as wide as WCAG 1.4.12 asks.

The program has no such setting: text size serves most who would ask for one, and fonts of a window cannot be changed from outside. What the
criterion asks for is set here from within: lines of 1.5, paragraphs of 2, letters of 0.12 and words of 0.16 times the size of the letters.
"""

import pytest
from PySide6.QtGui import QFont, QTextBlockFormat
from pytestqt.qtbot import QtBot

from app.core.files.loader import Loaded
from app.ui.look import theme
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.settings import Remembered
from app.ui.text import typeset
from app.ui.window.window import Window
from tests.ui.cut import cut_off, settle
from tests.ui.window.test_pseudo import SHAPES, STEPS, clear

LETTERS, WORDS = 0.12, 0.16
PARAGRAPH = 2


@pytest.fixture
def _spaced(monkeypatch: pytest.MonkeyPatch) -> None:
    usual, block = theme._font, typeset.Typesetter._block

    def spaced(pixels: int, weight: int) -> QFont:
        font = usual(pixels, weight)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, LETTERS * pixels)
        font.setWordSpacing(WORDS * pixels)
        return font

    def apart(self: typeset.Typesetter, size: tuple[int, int], *, before: int = 0, after: int = 0, place: str = "") -> QTextBlockFormat:
        return block(self, (size[0], round(size[0] * 1.5)), before=before, after=max(after, PARAGRAPH * size[0]), place=place)

    monkeypatch.setattr(theme, "_font", spaced)
    monkeypatch.setattr(typeset.Typesetter, "_block", apart)


@pytest.mark.usefixtures("_spaced")
@pytest.mark.parametrize("shape", ["wide", "smallest", "large"])
def test_wider_spacing_cuts_nothing_off(qtbot: QtBot, appearance: Appearance, loaded: Loaded, shape: str) -> None:
    walk(qtbot, appearance, loaded, SHAPES[shape])


@pytest.mark.parametrize("size", [80, 300])
def test_the_smallest_and_the_largest_text_is_not_cut_off(qtbot: QtBot, appearance: Appearance, loaded: Loaded, size: int) -> None:
    walk(qtbot, appearance, loaded, (1280, 800, size))


def walk(qtbot: QtBot, appearance: Appearance, loaded: Loaded, shape: tuple[int, int, int]) -> None:
    """Go through the views and tell what is cut off or lies to the side."""
    width, height, size = shape
    appearance._set(appearance.choice, size)
    frame = Frame(loaded.article, appearance.look, Remembered().window)
    qtbot.addWidget(frame)
    window = Window(loaded, appearance, frame)
    window.restore(Remembered(), None)
    frame.resize(width, height)
    frame.show()
    qtbot.waitExposed(frame)
    settle()
    problems = [f"disclaimer: {found}" for found in cut_off(frame.cover)]
    frame.accept_disclaimer()
    for name in ("text", "questions", "results", "no match", "find", "contents", "hand-out", "lesson", "self-test", "card", "viewer", "notices"):
        root = STEPS[name](window)
        settle()
        problems += [f"{name}: {found}" for found in cut_off(root)]
        clear(window, root)
    if problems:
        pytest.fail("\n".join(dict.fromkeys(problems)))


def test_lines_are_as_far_apart_as_the_criterion_asks() -> None:
    sizes = [typeset.BODY, typeset.QUIET, typeset.NOTE_SIZE, typeset.NOTE_QUIET]
    assert all(line >= 1.5 * letters for letters, line in sizes)
