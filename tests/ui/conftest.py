"""Parts and windows with the real article."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import paths
from app.core.document import Document
from app.core.loader import Loaded, load
from app.ui.accessible import make_interface
from app.ui.appearance import Appearance
from app.ui.frame import Frame
from app.ui.headings import make_heading
from app.ui.settings import Remembered
from app.ui.window import Window

TINY = Path(__file__).resolve().parent.parent / "articles" / "tiny.json"


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load(paths.CONTENT)


@pytest.fixture(scope="session")
def document(loaded: Loaded) -> Document:
    return Document(loaded.article, loaded.short_digest)


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    qapp.setStyle("Fusion")
    QAccessible.setActive(True)  # as where a screen reader runs
    QAccessible.installFactory(make_heading)
    QAccessible.installFactory(make_interface)
    return Appearance(qapp, "light", 100)


@pytest.fixture
def open_window(qtbot: QtBot, appearance: Appearance, loaded: Loaded) -> Callable[..., Window]:
    """Open a window on the article, with the disclaimer accepted unless told otherwise."""

    def opened(place: str | None = None, remembered: Remembered | None = None, *, accept: bool = True, content: Loaded = loaded) -> Window:
        remembered = remembered or Remembered()
        frame = Frame(content.article, appearance.look, remembered.window)
        qtbot.addWidget(frame)
        window = Window(content, appearance, frame)
        window.restore(remembered, place)
        frame.show()
        qtbot.waitExposed(frame)
        if accept:
            frame.accept_disclaimer()
        return window

    return opened


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window()
