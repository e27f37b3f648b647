"""Every view, looked through as an auditor would, in the sizes that windows have."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.window.window import Window
from tests.ui.audit import CHECKS
from tests.ui.views import VIEWS, leave

WIDE, NARROW = (1280, 800), (480, 800)

Audit = tuple[tuple[int, int], int, str, tuple[str, ...]]
"""Window, text size, theme, and what is looked for there; what moves the focus comes last."""

AUDITS: list[Audit] = [
    (WIDE, 100, "light", ("text", "targets", "names and roles", "focus", "Tab")),
    (NARROW, 100, "light", ("text", "targets", "names and roles", "Tab")),
]
"""Each check in a wide or in a narrow window; the other sizes, and enlarged text, are looked through by `tests/sweeps`."""


def failures(window: Window, qtbot: QtBot, audit: Audit) -> list[str]:
    """Return what fails in any view of a window."""
    shape, size, theme, checks = audit
    window.appearance._set(theme, size)
    window.frame.resize(*shape)
    window.frame.activateWindow()
    found = []
    for name, view in VIEWS.items():
        root = view(window)
        root.activateWindow()
        qtbot.waitActive(root.window())
        for _ in range(6):
            QTest.qWait(5)  # layout and focus come to rest
        found += [f"{name}, {check}: {complaint}" for check in checks for complaint in CHECKS[check](root)]
        leave(window, root)
    return found


@pytest.mark.parametrize("audit", AUDITS, ids=str)
def test_no_view_fails(window: Window, qtbot: QtBot, audit: Audit) -> None:
    assert failures(window, qtbot, audit) == []
