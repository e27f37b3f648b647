"""Every view in further sizes of window and text, and on further screens; the plain test command looks through some of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.window.window import Window
from tests.ui.reading.test_side_column import wider_than_its_window
from tests.ui.window.test_audit import NARROW, WIDE, Audit, failures
from tests.ui.window.test_small_screens import look_through

SMALL_SCREEN, MEDIUM, LEAST = (1024, 768), (1000, 800), (320, 480)

AUDITS: list[Audit] = [
    (SMALL_SCREEN, 200, "dark", ("text", "focus")),
    (NARROW, 100, "contrast", ("focus",)),
    (WIDE, 80, "light", ("targets",)),
    (MEDIUM, 125, "light", ("text",)),
    (LEAST, 100, "light", ("text",)),
    (WIDE, 300, "light", ("text",)),
]

SCREENS = [((1024, 600), "1"), ((1280, 720), "2"), ((1366, 768), "1.75"), ((1280, 720), "1.75"), ((1366, 768), "2")]


@pytest.mark.parametrize("audit", AUDITS, ids=str)
def test_no_view_fails(window: Window, qtbot: QtBot, audit: Audit) -> None:
    assert failures(window, qtbot, audit) == []


@pytest.mark.parametrize(("size", "scale"), SCREENS, ids=str)
def test_nothing_that_must_be_pressed_lies_outside(size: tuple[int, int], scale: str, tmp_path: Path) -> None:
    look_through(size, scale, tmp_path)


@pytest.mark.parametrize("size", [80, 150, 200, 300])
def test_nothing_is_wider_than_its_window(at: Callable[..., Window], qtbot: QtBot, size: int) -> None:
    assert wider_than_its_window(at("overview"), qtbot, size) == []
