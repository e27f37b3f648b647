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
    (WIDE, 100, "light", ("text", "targets", "names and roles", "focus", "Tab")),
    (NARROW, 100, "light", ("text", "targets", "names and roles", "Tab")),
    (NARROW, 100, "contrast", ("focus",)),
    (SMALL_SCREEN, 200, "dark", ("text", "focus")),
    (WIDE, 80, "light", ("targets",)),
    (MEDIUM, 125, "light", ("text",)),
    (LEAST, 100, "light", ("text",)),
    (WIDE, 300, "light", ("text",)),
]
"""Window, text size, theme, and what is looked for there; what moves the focus comes last."""


@pytest.mark.parametrize(("shape", "size", "theme", "checks"), AUDITS, ids=str)
def test_no_view_fails(
    open_window: OpenWindow, appearance: Appearance, qtbot: QtBot, shape: tuple[int, int], size: int, theme: str, checks: tuple[str, ...]
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
        failures += [f"{name}, {check}: {complaint}" for check in checks for complaint in CHECKS[check](root)]
        leave(window, root)
    assert failures == []
