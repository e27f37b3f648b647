"""A screen of its own with a window manager, and the program driven by keys as a person would.

The program is the checkout's, or the one that the variable PROGRAM names (a packaged one).
"""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = ("Xvfb", "openbox", "xdotool")
PACKAGES = {
    "Xvfb": "xvfb",
    "import": "imagemagick",
    "setxkbmap": "x11-xkb-utils",
    "dbus-run-session": "dbus",
    "desktop-file-validate": "desktop-file-utils",
}
"""Debian's package of a program that is not called as its package."""
PATIENCE = 30.0


def wait_for(condition: Callable[[], object], what: str, patience: float = PATIENCE) -> object:
    """Wait until something is true and return it; fail in words when it is not within so many seconds."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    pytest.fail(f"waited in vain for {what}")


class Desktop:
    """An X display with a window manager."""

    def __init__(self, size: str = "1280x800x24") -> None:
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = f":{pipe.readline().strip()}"
        self.environment = {**os.environ, "DISPLAY": self.display}
        self.environment.pop("QT_QPA_PLATFORM", None)
        self.manager = subprocess.Popen(["openbox"], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self) -> None:
        """End the window manager and the display."""
        for process in (self.manager, self.server):
            process.terminate()
            process.wait(10)

    def call(self, *arguments: str) -> str:
        """Run a tool of the display and return what it prints; nothing when it fails, but a display that has ended fails the test."""
        if self.server.poll() is not None:
            pytest.fail(f"the display {self.display} has ended with exit code {self.server.returncode}")
        return subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False).stdout.strip()


FULL_DISK = ("sh", "-c", 'ulimit -f 0 && exec "$@"', "sh")
"""A command that runs another one for which no file can take a byte."""


def read_only(folder: Path) -> tuple[str, ...]:
    """Return a command that runs another one for which nothing in a folder can be written, root or not."""
    if os.geteuid() != 0:
        folder.chmod(0o500)
        return ()
    if subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("this user may write everywhere, and may not change what a program sees of its machine")
    return ("unshare", "-m", "sh", "-c", 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"', str(folder))


class Program:
    """One run of the program in a window, within another command if need be."""

    def __init__(self, desktop: Desktop, home: Path | None, *arguments: str, within: tuple[str, ...] = ()) -> None:
        self.desktop = desktop
        environment = {**desktop.environment, "HOME": str(home), "XDG_CONFIG_HOME": f"{home}/config"}
        if home is None:
            environment = {name: value for name, value in environment.items() if name != "HOME" and not name.startswith("XDG_")}
        command = shlex.split(os.environ["PROGRAM"]) if "PROGRAM" in os.environ else [sys.executable, "-m", "app"]
        self.process = subprocess.Popen([*within, *command, *arguments], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
        self.window = ""

    def find_window(self, *, by_process: bool = True) -> str:
        """Return the visible window's number, once there is one, and give it the focus; a program started by another one is found by its title."""
        who = ["--all", "--pid", str(self.process.pid), "--name", "."] if by_process else ["--name", "^Cervical Insufficiency"]

        def shown() -> str:
            assert self.process.poll() is None, self.process.stderr.read() if self.process.stderr else "the program has ended"
            return self.desktop.call("search", "--onlyvisible", *who)

        numbers = str(wait_for(shown, "a window"))
        self.window = numbers.rsplit(maxsplit=1)[-1]
        self.desktop.call("windowactivate", "--sync", self.window)
        return self.window

    @property
    def title(self) -> str:
        """The words in the title bar."""
        return self.desktop.call("getwindowname", self.window)

    def wait_for_title(self, words: str) -> None:
        """Wait until the title begins with these words."""
        wait_for(lambda: self.title.startswith(words), f"the title {words!r}; it is {self.title!r}")

    def wait_for_dialog(self, title: str, *, shown: bool = True) -> None:
        """Wait until a dialog with this title is there, or is there no more."""
        wait_for(lambda: bool(self.desktop.call("search", "--onlyvisible", "--name", f"^{title}$")) == shown, f"the dialog {title!r}")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self.desktop.call("key", "--clearmodifiers", "--delay", "40", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self.desktop.call("type", "--delay", "20", words)

    def picture(self, path: Path) -> None:
        """Take a picture of the screen, where the tool for it is there."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(path)], env=self.desktop.environment, check=False)

    def wait(self) -> int:
        """Wait for the program's end and return its exit code."""
        return self.process.wait(PATIENCE)

    def stop(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)
        if self.process.stderr is not None:
            self.process.stderr.close()


def need(*programs: str) -> None:
    """Fail where one of the programs is missing, with the line that installs what is."""
    missing = [PACKAGES.get(program, program) for program in programs if shutil.which(program) is None]
    if missing:
        pytest.fail(f"something is missing: apt-get install {' '.join(missing)}", pytrace=False)


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    need(*TOOLS)
    made = Desktop()
    yield made
    made.stop()


@pytest.fixture
def start(desktop: Desktop, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program; every run of one test has the same home folder."""
    running: list[Program] = []

    def begin(*arguments: str, accept: bool = True, home: Path | None = tmp_path, within: tuple[str, ...] = ()) -> Program:
        program = Program(desktop, home, *arguments, within=within)
        running.append(program)
        program.find_window()
        if accept:
            program.press("Return")
        return program

    yield begin
    for program in running:
        program.stop()
