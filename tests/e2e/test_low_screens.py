"""The real window on low screens, with the desktop enlarged: all of it lies on the screen, and what must be pressed can be pressed."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import TOOLS, Desktop, Program, need, wait_for
from .test_window import quit_and_expect, settings

TITLE, EDGE = 22, 1
"""Pixels of the title and the edges that openbox draws."""

SCREENS = [("1024x600", "1"), ("1366x768", "1.75"), ("1366x768", "2"), ("1280x720", "1.75"), ("1280x720", "2")]


@pytest.fixture(params=SCREENS, ids="-".join)
def enlarged(request: pytest.FixtureRequest) -> Iterator[tuple[Desktop, tuple[int, int], float]]:
    """A display of its own, and in pixels how large it is and how much larger the program is drawn."""
    need(*TOOLS)
    size, scale = request.param
    desktop = Desktop(f"{size}x24")
    desktop.environment["QT_SCALE_FACTOR"] = scale
    width, height = map(int, size.split("x"))
    yield desktop, (width, height), float(scale)
    desktop.stop()


def box(program: Program, window: str) -> tuple[int, int, int, int]:
    """Return where a window lies on the screen: left, top, and behind its right and bottom edge."""
    told = program.desktop.call("getwindowgeometry", window)
    left, top, width, height = map(int, re.search(r"Position: (\d+),(\d+).*Geometry: (\d+)x(\d+)", told, re.DOTALL).groups())  # type: ignore[union-attr]
    return left, top, left + width, top + height


def fits(program: Program, window: str, screen: tuple[int, int]) -> bool:
    """Return whether a window has room on the screen with what is drawn around it; where it lies, xdotool tells only to that frame's width."""
    left, top, right, bottom = box(program, window)
    return right - left <= screen[0] - 2 * EDGE and bottom - top <= screen[1] - TITLE - EDGE and 0 <= left <= screen[0] - (right - left)


def test_all_lies_on_the_screen_and_i_understand_can_be_clicked(enlarged: tuple[Desktop, tuple[int, int], float], tmp_path: Path) -> None:
    desktop, screen, scale = enlarged
    program = Program(desktop, tmp_path, "--open", "treatment-and-management")
    try:
        program.find_window()
        program.wait_for_title("Treatment and Management")
        wait_for(lambda: fits(program, program.window, screen), "a window within the screen")
        program.picture(tmp_path / "disclaimer.png")
        left, _, right, bottom = box(program, program.window)
        card = min(576 * scale, right - left - 32 * scale)
        across = (left + right) / 2 + card / 2 - 100 * scale
        for up in range(20, int(300 * scale), 8):  # the card is in the middle; from below, the first that can be pressed is its row of buttons
            desktop.call("mousemove", str(round(across)), str(round(bottom - up * scale)), "click", "1")
            program.press("F1")
            if program.title.startswith("Keys"):
                break
        program.wait_for_title("Keys")
        program.press("ctrl+f")
        program.type("next")
        program.picture(tmp_path / "find.png")
        program.press("Escape")
        program.press("ctrl+p")
        program.wait_for_dialog("Hand-out")
        dialog = desktop.call("search", "--onlyvisible", "--name", "^Hand-out$").split()[-1]
        wait_for(lambda: fits(program, dialog, screen), "a dialog within the screen")
        program.picture(tmp_path / "handout.png")
        program.press("Escape")
        program.wait_for_dialog("Hand-out", shown=False)
        quit_and_expect(program)
        assert settings(tmp_path)["place"] == "keys"
        if os.environ.get("PICTURES"):
            for path in tmp_path.glob("*.png"):
                path.rename(Path(os.environ["PICTURES"]) / f"{screen[1]}-{scale}-{path.name}")
    finally:
        program.stop()
