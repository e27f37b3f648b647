"""The killing: children that write, ended at moments that a seed gives. The variable KILL_SEED repeats a run."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = int(os.environ.get("KILL_SEED", random.SystemRandom().randrange(1_000_000)))


class Nursery:
    """The process that brings forth the children; see `nursery.py`."""

    def __init__(self) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.kill.nursery"]
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._answer()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        answer = self._process.stdout.readline().strip()
        assert answer, "the nursery has ended"
        return answer

    def _ask(self, *words: str | int) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        return int(self._answer())

    def begin(self, kind: str, folder: Path, seed: int = 0) -> int:
        """Bring forth a child that works in a folder and return its number."""
        return self._ask(kind, str(folder), seed)

    def end(self, child: int) -> int:
        """Wait for a child's end and return its exit code, less than 0 for a signal."""
        return self._ask("wait", child)

    def kill(self, *children: int) -> None:
        """Kill children that must be at work still."""
        for child in children:
            os.kill(child, signal.SIGKILL)
        assert {self.end(child) for child in children} == {-signal.SIGKILL}

    def stop(self) -> None:
        """End the process; a child that is left notices and ends too."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait(10)


class Fate:
    """Says when to kill, and keeps count of what came of it."""

    def __init__(self) -> None:
        self.choice = random.Random(SEED)  # noqa: S311 - not a secret
        self.kills = 0
        self.parts = 0
        self.opened = 0
        self.seconds = 0.0

    def wait(self, longest: float) -> None:
        """Wait for some part of so many seconds."""
        time.sleep(self.choice.uniform(0, longest))


FATE = Fate()


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")
    made = Nursery()
    yield made
    made.stop()


@pytest.fixture
def fate() -> Iterator[Fate]:
    begun = time.monotonic()
    yield FATE
    FATE.seconds += time.monotonic() - begun


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.write_line(
        f"{FATE.kills} kills in {FATE.seconds:.0f} s, {FATE.parts} of them left a part behind, {FATE.opened} times opened afterwards;"
        f" KILL_SEED={SEED} gives these moments again"
    )
