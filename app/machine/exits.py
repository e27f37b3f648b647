"""The exit codes, and how an error is told on the command line."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import IO

from app import NAME

DONE = 0
WRONG_CONTENT = FAILED = 1
UNREADABLE = 2
NO_WINDOW = 3

NO_CONSOLE = "There is no console to print to. On Windows, use cervical-reference-cli.exe."

ERROR_ICON = 0x10
"""How Windows marks a box that tells an error."""


def complain(message: str, *, by: str = "cervical-reference", shown: bool = False) -> None:
    """Print one plain line on standard error; `by` says which command it is about.

    A windowed program on Windows has none; there a box tells it, unless the window shows it anyway.
    """
    line = " ".join(message.split())
    if sys.stderr is not None:
        try:
            print(f"{by}: {line}", file=sys.stderr, flush=True)
        except OSError:  # full or closed: the exit code must still tell what happened
            silence(sys.stderr)
    elif not shown:
        show_in_a_box(line)


def left_out(figures: Mapping[str, str]) -> int:
    """Complain of every figure that what was written lacks; return the exit code."""
    for place, reason in figures.items():
        complain(f"{place}: {reason}")
    return FAILED if figures else DONE


def silence(stream: IO[str]) -> None:
    """Keep the interpreter from trying once more, at its end, to write what a stream could not take."""
    with suppress(OSError):  # a stream that is no file has nothing to be turned away
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def show_in_a_box(line: str) -> None:
    """Show a line in a box of the system, which needs no Qt; only Windows has one."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - loaded where nothing else can tell

        ctypes.windll.user32.MessageBoxW(None, line, NAME, ERROR_ICON)


def say(line: str) -> None:
    """Print one line on standard output, where there is one."""
    if sys.stdout is not None:
        print(line)
