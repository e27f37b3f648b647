"""Every view, looked through as an auditor would, in the sizes that windows have."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.shell.appearance import Appearance
from app.ui.window.window import Window
from tests.ui.audit import CHECKS
from tests.ui.views import VIEWS, leave

OpenWindow = Callable[..., Window]
WIDE, MEDIUM, NARROW, LEAST, SMALL_SCREEN = (1280, 800), (1000, 800), (480, 800), (320, 480), (1024, 768)

AUDITS = [
    ("names and roles", WIDE, 100, "light"),
    ("names and roles", NARROW, 100, "light"),
    ("Tab", WIDE, 100, "light"),
    ("Tab", NARROW, 100, "light"),
    ("focus", WIDE, 100, "light"),
    ("focus", SMALL_SCREEN, 200, "dark"),
    ("focus", NARROW, 100, "contrast"),
    ("targets", WIDE, 100, "light"),
    ("targets", NARROW, 100, "light"),
    ("targets", WIDE, 80, "light"),
    ("text", WIDE, 100, "light"),
    ("text", MEDIUM, 125, "light"),
    ("text", NARROW, 100, "light"),
    ("text", LEAST, 100, "light"),
    ("text", SMALL_SCREEN, 200, "light"),
    ("text", WIDE, 300, "light"),
]


@pytest.mark.parametrize(("check", "shape", "size", "theme"), AUDITS)
def test_no_view_fails(
    open_window: OpenWindow, appearance: Appearance, qtbot: QtBot, check: str, shape: tuple[int, int], size: int, theme: str
) -> None:
    window = open_window()
    appearance._set(theme, size)
    window.frame.resize(*shape)
    window.frame.activateWindow()
    failures = []
    for name, view in VIEWS.items():
        root = view(window)
        root.activateWindow()
        qtbot.waitActive(root.window())
        for _ in range(6):
            QTest.qWait(5)  # layout and focus come to rest
        failures += [f"{name}: {complaint}" for complaint in CHECKS[check](root)]
        leave(window, root)
    assert failures == []
