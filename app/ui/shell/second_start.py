"""One window for each user, display and copy of the program: where its starts meet, and the lock of the first.

Nothing here loads Qt: a second start, which only asks (`app/cli/asking.py`), has nothing to show. The system releases a lock with the process that
holds it, so that no program that was killed is ever asked, and whatever cannot be read, written or locked makes a start like any other.
"""

import hashlib
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from app.core.files.own_files import config_folder, program_folder

LOCK, REQUESTS, TAKEN = "lock", "asked-*.json", ".taken"
NO_DISPLAY = frozenset({"offscreen", "minimal", "vnc"})
"""Platforms of Qt on which a window is seen by nobody, or by somebody else."""

STARTING, LISTENING = 2, 1
"""How many bytes the lock's file has while a window is being opened, and once it looks for requests."""

LARGEST = 65_536
"""Bytes of a request; what is larger is none."""


class Asked(Struct, frozen=True):
    """What a second start asks the window to show, each empty for nothing: a place, words to search for, the full path of an article.

    `token` lets the window take the focus, where the system hands out such tokens.
    """

    place: str = ""
    words: str = ""
    content: str = ""
    token: str = ""


class Running:
    """This run, if it is the first one: holds the lock of its folder until it ends."""

    def __init__(self, folder: Path, lock: int) -> None:
        self.folder = folder
        self._lock = lock

    def listen(self) -> None:
        """Tell those who ask that requests are looked for from now on."""
        os.ftruncate(self._lock, LISTENING)

    def requests(self) -> list[Asked]:
        """Return what was asked since, the first request first; who asked finds it gone and ends."""
        found: list[tuple[int, Asked]] = []
        for path in self.folder.glob(REQUESTS):
            taken = path.with_suffix(TAKEN)
            with suppress(OSError, msgspec.MsgspecError):
                path.replace(taken)  # whoever asks takes it back when nobody answers: only one of the two can
                if taken.stat().st_size <= LARGEST:
                    found.append((taken.stat().st_mtime_ns, msgspec.json.decode(taken.read_bytes(), type=Asked)))
            with suppress(OSError):
                taken.unlink(missing_ok=True)
        return [asked for _, asked in sorted(found, key=_when)]

    def end(self) -> None:
        """Release the lock and leave nothing behind."""
        with suppress(OSError):
            if os.name == "posix":
                (self.folder / LOCK).unlink()  # before the lock ends: else it could be another one's by then
            os.close(self._lock)
            if os.name != "posix":
                (self.folder / LOCK).unlink()  # Windows removes nothing that is open
            self.folder.rmdir()


def _when(found: tuple[int, Asked]) -> int:
    return found[0]


def meeting_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Return the folder where the starts of one user, display, settings and copy of the program meet; None where nobody can meet."""
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in NO_DISPLAY:
        return None
    if platform == "win32":
        base, display = environment.get("TEMP", ""), environment.get("SESSIONNAME", "")
    elif platform == "darwin":
        base, display = environment.get("TMPDIR", ""), ""
    else:
        display = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY", "")
        base = environment.get("XDG_RUNTIME_DIR") or environment.get("TMPDIR") or "/tmp"  # noqa: S108 - `take` wants a folder of this user's own there
        if not display:
            return None
    if not base or not Path(base).is_absolute():
        return None
    who = str(os.getuid()) if sys.platform != "win32" else ""
    key = hashlib.sha256("\n".join((who, display, str(program_folder()), str(config_folder(environment, platform)))).encode(errors="replace"))
    return Path(base) / f"cervical-reference-{key.hexdigest()[:16]}"


def take(folder: Path | None) -> Running | None:
    """Return this run as the first one; None when another one holds the lock, or where no lock can be had."""
    for _ in range(2):  # the one that held it may have removed it in the moment before the lock
        number = _open(folder) if folder is not None else None
        if number is None or folder is None:
            return None
        with suppress(OSError):
            if _locks(number):
                if os.name != "posix" or os.fstat(number).st_nlink:
                    os.ftruncate(number, STARTING)
                    return Running(folder, number)
                os.close(number)
                continue
        os.close(number)
        return None
    return None


def _open(folder: Path) -> int | None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or (sys.platform != "win32" and (found.st_uid != os.getuid() or found.st_mode & 0o077)):
            return None  # another user's, who could read what is asked for, or keep the program from starting
        return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o600)
    except (OSError, ValueError):
        return None


def _locks(number: int) -> bool:
    """Lock a file for this process; return whether that was possible: it is not while another one has it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only Windows has it

            os.lseek(number, LARGEST, os.SEEK_SET)  # behind the end: what is locked there can be neither read nor counted
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            os.lockf(number, os.F_TLOCK, 0)
    except OSError:
        return False
    return True


def is_running(folder: Path) -> bool:
    """Return whether another process holds the lock of a folder."""
    number = _open(folder)
    if number is None:
        return False
    try:
        return not _locks(number)
    finally:
        os.close(number)
