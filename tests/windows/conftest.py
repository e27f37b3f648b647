"""The programs built for Windows, in Wine; these tests need `python3 packaging/windows/make.py` to have been run.

The build is in `build/windows`, or where the variable WINDOWS_BUILD says. Pictures of every step are put into its folder `pictures`.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.loader import load
from app.paths import CONTENT
from tests.e2e.conftest import PATIENCE, TOOLS, Desktop, need, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "packaging" / "windows"))

from wine import Wine  # noqa: E402 - the folder is no package, so that it does not hide the library of the same name

TITLE = load(CONTENT).article.title
WHOLE = f" – {TITLE}"
"""Stands in the title as soon as the window behind the disclaimer is furnished."""

REST = 4.0
"""Seconds in which a screen comes to rest."""

ODD_NAME = "Référence médicale é漢"


@pytest.fixture(scope="session")
def wine() -> Iterator[Wine]:
    made = Wine(Path(os.environ.get("WINDOWS_BUILD", ROOT / "build" / "windows")))
    if not (made.folder / "dist" / "cervical-reference").is_dir():
        pytest.fail(f"there is no build in {made.folder}: run python3 packaging/windows/make.py")
    yield made
    made.stop()


@pytest.fixture(scope="session")
def dist(wine: Wine) -> Path:
    return wine.folder / "dist"


@pytest.fixture(scope="session")
def program(dist: Path) -> Path:
    return dist / "cervical-reference" / "cervical-reference.exe"


@pytest.fixture(scope="session")
def console(dist: Path) -> Path:
    return dist / "cervical-reference" / "cervical-reference-cli.exe"


@pytest.fixture(scope="session")
def single(dist: Path) -> Path:
    return dist / "cervical-reference-single.exe"


@pytest.fixture
def settings(wine: Wine) -> Iterator[Path]:
    """The file of the settings, which no test finds from another."""
    folder = wine.local_settings / "cervical-reference"
    shutil.rmtree(folder, ignore_errors=True)
    yield folder / "settings.ini"
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    need(*TOOLS, "import")
    made = Desktop("1280x860x24")
    yield made
    made.stop()


class Window:
    """One run of a windowed program."""

    def __init__(self, wine: Wine, desktop: Desktop, program: Path, *arguments: str, through: tuple[str, ...] = ()) -> None:
        self.wine = wine
        self.desktop = desktop
        before = self.seen(".")
        self.began = time.monotonic()
        self.process = wine.start(*through, program, *arguments, DISPLAY=desktop.display)
        numbers = wait_for(lambda: self.seen(".") - before, f"a window of {program.name}")
        assert isinstance(numbers, set)
        self.until_window = time.monotonic() - self.began
        self.number = str(max(numbers, key=int))
        self.focus()

    def seen(self, name: str) -> set[str]:
        """Return the numbers of the windows that are shown with a name like this."""
        return set(self.desktop.call("search", "--onlyvisible", "--name", name).split())

    def focus(self, name: str = "") -> None:
        """Give the focus to the window, or to its dialog with this name; when one is closed under Wine, no other takes it."""
        if name:
            wait_for(lambda: self.seen(name), f"the window {name}")
        number = max(self.seen(name), key=int) if name else self.number
        self.desktop.call("windowactivate", "--sync", number)

    @property
    def title(self) -> str:
        return self.desktop.call("getwindowname", self.number)

    def wait_for_title(self, words: str) -> None:
        wait_for(lambda: self.title.startswith(words), f"the title {words!r}; it is {self.title!r}")

    def press(self, *keys: str) -> None:
        self.desktop.call("key", "--clearmodifiers", "--delay", "60", *keys)

    def type(self, words: str) -> None:
        self.desktop.call("type", "--delay", "30", words)

    def rest(self) -> bytes:
        """Wait until the screen has come to rest, though a caret may go on blinking, and return its picture."""
        last, end = b"", time.monotonic() + REST
        while time.monotonic() < end:
            time.sleep(0.4)
            call = ["import", "-window", "root", "png:-"]
            now = subprocess.run(call, env=self.desktop.environment, capture_output=True, check=True).stdout
            if now == last:
                break
            last = now
        return last

    def wait_until_whole(self) -> None:
        """Wait until the window behind the disclaimer is there; Wine loses keys that come earlier."""
        wait_for(lambda: self.title.endswith(WHOLE), "the whole window")
        self.rest()

    def accept(self) -> None:
        """Accept the disclaimer."""
        self.wait_until_whole()
        self.press("Return")
        self.rest()

    def picture(self, name: str) -> None:
        """Take a picture of the screen when it has come to rest."""
        folder = self.wine.folder / "pictures"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.png").write_bytes(self.rest())

    def wait(self) -> tuple[int, str]:
        """Wait for the end and return the exit code and what was complained."""
        _, complaint = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, complaint.decode("utf-8", "replace")

    def quit(self) -> None:
        """Quit by key and expect nothing but that."""
        self.press("ctrl+q")
        assert self.wait() == (0, "")

    def stop(self) -> None:
        if self.process.poll() is None:
            self.wine.stop()
            self.process.communicate(timeout=PATIENCE)


@pytest.fixture
def start(wine: Wine, desktop: Desktop, program: Path, settings: Path) -> Iterator[Callable[..., Window]]:
    """Start a windowed program and, unless told otherwise, accept the disclaimer."""
    running: list[Window] = []

    def begin(*arguments: str, of: Path = program, accept: bool = True, through: tuple[str, ...] = ()) -> Window:
        window = Window(wine, desktop, of, *arguments, through=through)
        running.append(window)
        if accept:
            window.accept()
        return window

    yield begin
    for window in running:
        window.stop()


@pytest.fixture
def read_only(program: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the program's folder with an odd name that cannot be written, not even by root."""
    place = tmp_path / ODD_NAME / "copy"
    shutil.copytree(program.parent, place)
    (place / "portable").touch()  # in vain: nothing can be kept there
    mounted = [subprocess.run(["mount", *how, place], check=False, capture_output=True) for how in (["--bind", place], ["-o", "remount,bind,ro"])]
    if mounted[0].returncode:
        if os.geteuid() == 0:
            pytest.skip("this user may neither mount nor be kept from writing")
        for part in (place, *place.rglob("*")):
            part.chmod(0o555)
    yield place
    if not mounted[0].returncode:
        subprocess.run(["umount", "--lazy", place], check=True)  # a program that a failed test left running may still be there
    for part in (place, *place.rglob("*")):
        part.chmod(0o755)
