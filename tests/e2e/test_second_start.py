"""The program is started while its window is open."""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from .conftest import ROOT, Desktop, Program, wait_for
from .test_window import quit_and_expect

Start = Callable[..., Program]


def again(desktop: Desktop, home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the program once more and expect nothing of it."""
    command = shlex.split(os.environ["PROGRAM"]) if "PROGRAM" in os.environ else [sys.executable, "-m", "app"]
    environment = {**desktop.environment, "HOME": str(home), "XDG_CONFIG_HOME": f"{home}/config"}
    return subprocess.Popen([*command, *arguments], cwd=ROOT, env=environment)


def test_a_second_start_brings_the_window_to_the_front_with_its_place(start: Start, desktop: Desktop, tmp_path: Path) -> None:
    program = start("--open", "about")
    program.wait_for_title("About and disclaimer")
    assert again(desktop, tmp_path, "--open", "faq/risks").wait(20) == 0
    program.wait_for_title("Questions and answers")
    desktop.call("windowminimize", "--sync", program.window)
    assert again(desktop, tmp_path).wait(20) == 0
    wait_for(lambda: desktop.call("getactivewindow") == program.window, "the window in front")
    program.wait_for_title("Questions and answers")
    assert again(desktop, tmp_path, "--search", "how common").wait(20) == 0
    program.press("Return")
    quit_and_expect(program)


def test_two_impatient_starts_open_one_window(desktop: Desktop, tmp_path: Path) -> None:
    starts = [again(desktop, tmp_path), again(desktop, tmp_path)]
    wait_for(lambda: any(start.poll() is not None for start in starts), "one of the two to end")
    assert sorted(str(start.poll()) for start in starts) == ["0", "None"]
    shown = desktop.call("search", "--onlyvisible", "--name", "^Cervical Insufficiency").split()
    for start in starts:
        start.kill()
        start.wait()
    assert len(shown) == 1


def test_what_was_killed_or_stopped_keeps_nobody_from_starting(start: Start, desktop: Desktop, tmp_path: Path) -> None:
    killed = start("--open", "about")
    killed.wait_for_title("About and disclaimer")
    killed.process.kill()
    killed.wait()
    stopped = start("--open", "glossary")
    stopped.wait_for_title("Glossary")
    stopped.process.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    third = start("--open", "faq")
    third.wait_for_title("Questions and answers")
    assert time.monotonic() - begun < 15
    quit_and_expect(third)
    stopped.process.send_signal(signal.SIGCONT)
