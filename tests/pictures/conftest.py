"""One font and one date, so that the pictures are the same on every machine. Run by itself: the font holds for the whole process."""

import datetime as dt
import os
from collections.abc import Iterator

from tests import typefaces

typefaces.use()
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_FONT_DPI="96", QT_SCALE_FACTOR="1")

import pytest  # noqa: E402 - Qt reads the environment when it is loaded
from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtGui import QFont, QFontInfo  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.ui.handout import handout_desk  # noqa: E402
from app.ui.teaching import presenting  # noqa: E402
from app.ui.window import window as window_module  # noqa: E402
from tests.indexes import at_once, index_folder  # noqa: E402, F401 - fixtures


class Frozen(dt.date):
    """A day that does not pass."""

    @classmethod
    def today(cls) -> "Frozen":
        return cls(2026, 12, 1)


class Clock:
    """What the modules of the window know of dates."""

    date = Frozen


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="keep the pictures as they are now, in place of the kept ones")


@pytest.fixture(autouse=True)
def _still(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    assert QFontInfo(QFont("Sans")).family().startswith("Noto Sans"), "the pictures want their own font: run tests/pictures by itself"
    for module in (window_module, presenting, handout_desk):
        monkeypatch.setattr(module, "dt", Clock)
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
