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

from app import NAME
from app.core.files.loader import load
from app.machine.paths import CONTENT
from tests.e2e.conftest import TOOLS, Desktop, need, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "packaging" / "windows"))

from wine import Wine  # noqa: E402 - the folder is no package, so that it does not hide the library of the same name

TITLE = load(CONTENT).article.title
WHOLE = f" – {NAME}"
"""Stands in the title as soon as the window behind the disclaimer is loaded."""

BUSY = 120.0
"""Seconds for what takes 1 to 5, since other builds may keep the machine busy."""

REST = 4.0
"""Seconds in which a screen comes to rest."""

ANOTHER = ROOT / "tests" / "articles" / "languages" / "de.json"
"""An article that does not come with the program."""

ODD_NAME = "Référence médicale é漢"


@pytest.fixture(scope="session")
def wine() -> Iterator[Wine]:
    made = Wine(Path(os.environ.get("WINDOWS_BUILD", ROOT / "build" / "windows")))
    if not (made.folder / "dist" / "cervical-reference").is_dir():
        pytest.fail(f"there is no build in {made.folder}: run python3 packaging/windows/make.py")
    made.bring_up()
    yield made
    made.end()


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


@pytest.fixture
def desktop(wine: Wine) -> Iterator[Desktop]:
    """A screen for one test, with a Windows that has just been started: no test finds a window, a program or a desktop that another one left."""
    need(*TOOLS, "import")
    made = Desktop("1280x860x24")
    wait_for(lambda: made.call("get_num_desktops"), "the window manager")
    wine.bring_up()
    yield made
    made.stop()


class Window:
    """One run of a windowed program; it has a window after `find`."""

    def __init__(self, wine: Wine, desktop: Desktop, program: Path, *arguments: str, through: tuple[str, ...] = ()) -> None:
        self.wine = wine
        self.desktop = desktop
        self.program = program
        self.before = self.seen(".")
        self.number = ""
        self.process = wine.start(*through, program, *arguments, DISPLAY=desktop.display)

    def find(self) -> None:
        """Wait for the window and give it the focus; tell how the program ended where it ends before."""

        def shown() -> set[str]:
            if self.has_ended():
                pytest.fail(f"{self.program.name} has ended before it showed a window: {self.wait()}")
            return self.seen(".") - self.before

        numbers = wait_for(shown, f"a window of {self.program.name}", BUSY)
        assert isinstance(numbers, set)
        self.number = str(max(numbers, key=int))
        self.focus()

    def tell(self) -> None:
        """Print what tells why there is no window, in the report of a test that has failed."""
        windows = {number: self.desktop.call("getwindowname", number) for number in self.desktop.call("search", "--name", "").split()}
        programs = subprocess.run(["ps", "-eo", "pid,stat,etimes,args"], capture_output=True, text=True, check=True).stdout
        print("windows, hidden ones too:", {number: name for number, name in windows.items() if name})
        print(*(line for line in programs.splitlines() if ".exe" in line), sep="\n")

    def seen(self, name: str) -> set[str]:
        """Return the numbers of the windows that are shown with a name like this."""
        return set(self.desktop.call("search", "--onlyvisible", "--name", name).split())

    def focus(self, name: str = "") -> None:
        """Give the focus to the window, or to its dialog with this name; when one is closed under Wine, no other takes it."""
        if name:
            wait_for(lambda: self.seen(name), f"the window {name}", BUSY)
        number = max(self.seen(name), key=int) if name else self.number
        self.desktop.call("windowactivate", "--sync", number)

    @property
    def title(self) -> str:
        return self.desktop.call("getwindowname", self.number)

    def wait_for_title(self, words: str) -> None:
        wait_for(lambda: self.title.startswith(words), f"the title {words!r}; it is {self.title!r}", BUSY)

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
        wait_for(lambda: self.title.endswith(WHOLE), "the whole window", BUSY)
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
        _, complaint = self.process.communicate(timeout=BUSY)
        return self.process.returncode, complaint.decode("utf-8", "replace")

    def quit(self) -> None:
        """Quit by key and expect nothing but that."""
        self.press("ctrl+q")
        assert self.wait() == (0, "")

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def stop(self) -> None:
        if not self.has_ended():
            try:
                self.tell()
            finally:
                self.wine.stop()
                print(f"{self.program.name} complained:", self.wait())


@pytest.fixture
def start(wine: Wine, desktop: Desktop, program: Path, settings: Path) -> Iterator[Callable[..., Window]]:
    """Start a windowed program and, unless told otherwise, accept the disclaimer."""
    running: list[Window] = []

    def begin(*arguments: str, of: Path = program, accept: bool = True, through: tuple[str, ...] = ()) -> Window:
        window = Window(wine, desktop, of, *arguments, through=through)
        running.append(window)
        window.find()
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
