"""The real window on real keyboards of other languages: only one is set up, and keys are pressed by their place."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import Desktop, Program, need, wait_for
from .test_teach import fills_the_screen
from .test_window import quit_and_expect, settings

Start = Callable[..., Program]

LAYOUTS = {
    "us": ("us",),
    "us intl": ("us", "-variant", "intl"),
    "de": ("de",),
    "fr": ("fr",),
    "ru": ("ru",),
    "gr": ("gr",),
    "ara": ("ara",),
    "ara with its digits": ("ara", "-variant", "digits"),
}
ANSWERS = 10
OTHER_SCRIPTS = ["ru", "gr", "ara"]

PLACES = {"1": "10", "0": "19", "w": "25", "e": "26", "k": "45", "b": "56", "=": "21", ".": "60"}
"""X11's numbers of the places, by what the American keyboard writes there."""

LOOK = """
import hashlib
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv)
image = application.primaryScreen().grabWindow(0).toImage()
print(sorted({image.pixelColor(x, y).name() for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}))
print(hashlib.sha256(bytes(image.constBits())).hexdigest())
"""


@pytest.fixture
def keyboard(desktop: Desktop) -> Iterator[Callable[[str], None]]:
    """Set up one keyboard; the American one comes back."""
    need("setxkbmap")

    def choose(layout: str) -> None:
        subprocess.run(["setxkbmap", "-option", "", *LAYOUTS[layout]], env=desktop.environment, check=True)

    yield choose
    choose("us")


def press(program: Program, *places: str, control: bool = False) -> None:
    for place in places:
        if control:
            program.desktop.call("keydown", "37")
        program.desktop.call("key", PLACES[place])
        if control:
            program.desktop.call("keyup", "37")
        time.sleep(0.05)


def seen(program: Program) -> tuple[str, str]:
    """Return every colour that is met on the screen, on a grid, and what tells one picture of it from another."""
    done = subprocess.run([sys.executable, "-c", LOOK], env=program.desktop.environment, capture_output=True, text=True, check=True)
    met, picture = done.stdout.split("\n")[:2]
    return met, picture


def colours(program: Program) -> str:
    return seen(program)[0]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_teach_mode_is_led_by_the_same_keys(start: Start, keyboard: Callable[[str], None], layout: str) -> None:
    keyboard(layout)
    program = start("--open", "treatment-and-management")
    program.wait_for_title("Treatment and Management")
    program.press("F5")
    wait_for(lambda: fills_the_screen(program), "the full screen")
    wait_for(lambda: len(colours(program)) > len("['#000000', '#ffffff']"), "a slide")
    press(program, "b")
    wait_for(lambda: colours(program) == "['#000000']", "a black screen")
    press(program, "b")
    wait_for(lambda: colours(program) != "['#000000']", "the slide")
    if layout == "fr":
        program.press("w")
    else:
        press(program, "w")
    wait_for(lambda: colours(program) == "['#ffffff']", "a white screen")
    press(program, ".")  # as a clicker sends it
    wait_for(lambda: colours(program) == "['#000000']", "a black screen")
    press(program, ".")
    wait_for(lambda: colours(program) != "['#000000']", "the slide")
    program.press("Home")
    time.sleep(0.3)
    first = seen(program)
    program.press("End")
    wait_for(lambda: seen(program) != first, "the last slide")
    press(program, "1")
    program.press("Return")
    wait_for(lambda: seen(program) == first, "the first slide")
    program.press("Escape")
    wait_for(lambda: not fills_the_screen(program), "the window")
    assert program.process.poll() is None


@pytest.mark.parametrize("layout", OTHER_SCRIPTS)
def test_a_command_is_given_by_the_place_of_its_letter(start: Start, keyboard: Callable[[str], None], tmp_path: Path, layout: str) -> None:
    keyboard(layout)
    program = start("--open", "faq/risks")
    program.wait_for_title("Questions and answers")
    press(program, "k", control=True)
    program.press("Escape")
    press(program, "e", control=True)
    program.press("alt+F4")
    assert program.wait() == 0
    assert len(settings(tmp_path)["open_answers"].split()) == ANSWERS


def test_the_french_zero_brings_the_normal_size_back_without_shift(start: Start, keyboard: Callable[[str], None], tmp_path: Path) -> None:
    keyboard("fr")
    program = start()
    program.wait_for_title("Cervical Insufficiency")
    press(program, "=", "=", "0", control=True)
    quit_and_expect(program)
    normal = settings(tmp_path)["text_size"]
    again = start()
    again.wait_for_title("Cervical Insufficiency")
    press(again, "=", control=True)
    quit_and_expect(again)
    assert settings(tmp_path)["text_size"] != normal == "100"
