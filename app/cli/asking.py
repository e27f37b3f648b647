"""A second start of the program: asks the window that is open to come to the front, instead of opening another one; it does not load Qt."""

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from app.core.base.saving import SavingError, write_file
from app.ui.shell.second_start import LISTENING, LOCK, REQUESTS, STARTING, Asked, is_running

PATIENCE = {STARTING: 15.0, LISTENING: 3.0}
"""Seconds that a run is waited for in each of these states; one in no such state is no run of this program, and not waited for."""

PAUSE = 0.02
"""Seconds between two looks at whether a request was taken."""


def ask(folder: Path, asked: Asked, patience: Mapping[int, float] = PATIENCE) -> bool:
    """Ask the run that holds the lock; return whether it has taken the request, which it has not when it ends or does not answer in time."""
    if not is_running(folder) or not _may_wait(folder, 0, patience):
        return False
    _let_come_forward()
    request = folder / REQUESTS.replace("*", f"{os.getpid()}-{os.urandom(4).hex()}")
    try:
        write_file(request, msgspec.json.encode(asked))
    except SavingError:
        return False
    begun = time.monotonic()
    while request.exists():
        if not _may_wait(folder, time.monotonic() - begun, patience) or not is_running(folder):
            try:
                request.unlink()
            except OSError:
                break  # taken in this moment
            return False
        time.sleep(PAUSE)
    return True


def _may_wait(folder: Path, passed: float, patience: Mapping[int, float]) -> bool:
    try:
        return passed < patience.get((folder / LOCK).stat().st_size, 0)
    except OSError:
        return False


def _let_come_forward() -> None:
    """Let any window take the focus that this start would have had: Windows grants it to the program that was just started."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
