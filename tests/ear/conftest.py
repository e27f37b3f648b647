"""The running program, met through the platform's own accessibility interface (AT-SPI) as a screen reader meets it.

A display, a D-Bus session and the accessibility bus of their own; the program is the checkout's, or the one that the variable PROGRAM names.
What listens is a script in another Python, since the bindings are the system's.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import TOOLS, Desktop, Program, need, wait_for

from .heard import Node, gathered

LISTENER = Path(__file__).with_name("listener.py")
NAME = "Cervical Reference"
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def find_python() -> str | None:
    """Return the first Python on the path that has the bindings."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    found = (shutil.which("python3", path=folder) for folder in folders)
    candidates = [python for python in found if python is not None]
    serves = (python for python in candidates if subprocess.run([python, "-c", BINDINGS], capture_output=True, check=False).returncode == 0)
    return next(serves, None)


class Session(Desktop):
    """A desktop with a D-Bus session, on which the accessibility bus starts when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.environment |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "1"}
        for name in ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            self.environment.pop(name, None)
        # the session lasts as long as `cat` has something to read
        tell = 'printf "%s\\n" "$DBUS_SESSION_BUS_ADDRESS"; exec cat'
        self.bus = subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", tell],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()

    def stop(self) -> None:
        """End the session, then the display."""
        assert self.bus.stdin is not None
        assert self.bus.stdout is not None
        self.bus.stdin.close()
        self.bus.wait(10)
        self.bus.stdout.close()
        super().stop()


class Ear:
    """What listens: asks the accessibility bus about one program."""

    def __init__(self, session: Session, python: str) -> None:
        self._process = subprocess.Popen(
            [python, str(LISTENER)], env=session.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._read() == "listening"

    def _read(self) -> object:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the listener has ended"
        return json.loads(line)

    def ask(self, what: str, node: Node | None = None, **more: object) -> object:
        """Ask, and return the answer."""
        assert self._process.stdin is not None
        path = node.path if node is not None else ()
        self._process.stdin.write(json.dumps({"do": what, "program": NAME, "path": path, **more}) + "\n")
        self._process.stdin.flush()
        answer = self._read()
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer

    def listen(self, *, fresh: bool = True) -> Node:
        """Return the whole program as it is told now; not `fresh`, as one who was told of it before and of every change remembers it."""

        def told() -> object:
            return self.ask("tree", fresh=fresh)

        return gathered(wait_for(told, "the program on the accessibility bus"))

    def wait_for(self, condition: Callable[[Node], object], what: str) -> Node:
        """Wait until the program as it is told fits, and return it."""
        last: list[Node] = []

        def fits() -> object:
            last[:] = [self.listen()]
            return condition(last[0])

        wait_for(fits, what)
        return last[0]

    def events(self) -> list[dict[str, object]]:
        """Return what has happened since this was last asked."""
        answer = self.ask("events")
        assert isinstance(answer, list)
        return answer

    def wait_for_event(self, kind: str, words: str = "") -> dict[str, object]:
        """Wait until something of this kind happens to a thing, or is said, with these words."""
        met: list[dict[str, object]] = []

        def happened() -> object:
            met.extend(self.events())
            fits = (one for one in met if str(one["type"]).startswith(kind) and (words in str(one["said"]) or words in str(one["name"])))
            return next(fits, None)

        found = wait_for(happened, f"{kind} with “{words}”")
        assert isinstance(found, dict)
        return found

    def stop(self) -> None:
        """End the listener."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@pytest.fixture(scope="session")
def python() -> str:
    need(*TOOLS, "dbus-run-session")
    found = find_python()
    if found is None:
        pytest.fail("something is missing: apt-get install at-spi2-core gir1.2-atspi-2.0 python3-gi", pytrace=False)
    return found


@pytest.fixture(scope="session")
def session(python: str) -> Iterator[Session]:
    made = Session()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def ear(session: Session, python: str) -> Iterator[Ear]:
    made = Ear(session, python)
    yield made
    made.stop()


@pytest.fixture
def start(session: Session, ear: Ear, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program; what was heard before is forgotten."""
    running: list[Program] = []

    def begin(*arguments: str, accept: bool = True) -> Program:
        program = Program(session, tmp_path, *arguments)
        running.append(program)
        program.find_window()
        ear.wait_for(lambda root: root.find("push button", "I understand"), "the disclaimer")
        ear.events()
        if accept:
            program.press("Return")
        return program

    yield begin
    for program in running:
        program.stop()
    wait_for(lambda: ear.ask("tree") is None, "the program to leave the bus")
