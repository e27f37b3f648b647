"""Write a file whole or not at all."""

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PART = ".saving-"
"""How the name of a file begins that is being written; it is moved to its place when it is whole."""

LOCK = "lock"
"""The file in a folder that is being written, by which others know that somebody does."""

_PARTS = re.compile(re.escape(PART) + "[0-9a-f]{12}")
_ATTEMPTS = 3


class SavingError(Exception):
    """A file could not be written; the message is one plain sentence for people, and what stood there before is untouched."""


def write_file(path: Path, content: bytes | str) -> None:
    """Write a file beside its place and move it there once it is whole; text is written as UTF-8.

    A link is followed. Raise `SavingError` when that cannot be done: then what stood there before stands there still. What writers that were
    killed have left in the folder is removed first.
    """
    try:
        raw = content.encode() if isinstance(content, str) else content
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise SavingError(f"{path} is a folder")
        if path.exists() and not path.is_file():
            with path.open("wb") as device:  # a device keeps its name: moving a file there would take it away
                device.write(raw)
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise SavingError(f"{path} is write-protected")
        tidy(target.parent)
        _replace(target, raw)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SavingError(f"{path} cannot be written: {reason}") from error


def write_folder(folder: Path, files: Iterable[tuple[str, bytes | str]]) -> int:
    """Write a new folder with these files beside its place and move it there once it is whole; return the bytes that were written.

    The files are taken one after the other, so that no more than one is in memory. Raise `SavingError` when that cannot be done, or where something
    stands already that is not an empty folder: nothing is written over. Whatever else ends the taking of the files leaves nothing either.
    """
    try:
        target = Path(os.path.realpath(folder))
        if target.exists() and not (target.is_dir() and next(target.iterdir(), None) is None):
            raise SavingError(f"{folder} already exists; choose a new name or an empty folder")
        tidy(target.parent)
        part = target.with_name(f"{PART}{os.urandom(6).hex()}")
        part.mkdir()
        try:
            return _fill_and_move(part, target, files)
        finally:
            _remove_tree(part, ignores_errors=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SavingError(f"{folder} cannot be written: {reason}") from error


def _fill_and_move(part: Path, target: Path, files: Iterable[tuple[str, bytes | str]]) -> int:
    written = 0
    with (part / LOCK).open("xb") as lock:
        if hasattr(os, "lockf"):
            with suppress(OSError):  # some shares know no locks
                os.lockf(lock.fileno(), os.F_TLOCK, 0)
        for name, content in files:
            raw = content.encode() if isinstance(content, str) else content
            with (part / name).open("xb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            written += len(raw)
    # the lock ends before it is removed: Windows removes and moves nothing that is open
    (part / LOCK).unlink()
    if target.exists():
        target.rmdir()
    part.rename(target)
    return written


def tidy(folder: Path) -> None:
    """Remove the parts that killed writers have left in a folder; one that somebody is writing stays, and so does whatever cannot be removed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _PARTS.fullmatch(entry.name):
                with suppress(OSError):
                    _remove_abandoned(Path(entry.path))


def _remove_abandoned(part: Path) -> None:
    """Remove a part, a file or a folder, that no living process has locked; Windows itself refuses to remove what is open."""
    if part.is_dir() and not part.is_symlink():
        _remove_abandoned(part / LOCK)  # a folder without one is just being made, or moved
        _remove_tree(part)
        return
    if not hasattr(os, "lockf"):
        part.unlink()
        return
    number = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        os.lockf(number, os.F_TLOCK, 0)
        part.unlink()
    finally:
        os.close(number)


def _remove_tree(folder: Path, *, ignores_errors: bool = False) -> None:
    import shutil  # noqa: PLC0415 - every start writes a file, and none has a folder to remove

    shutil.rmtree(folder, ignore_errors=ignores_errors)


def _replace(target: Path, raw: bytes) -> None:
    for attempt in range(1, _ATTEMPTS + 1):
        part = target.with_name(f"{PART}{os.urandom(6).hex()}")
        try:
            _write_and_move(part, target, raw)
        except FileNotFoundError:  # somebody tidied the folder in the moment before the lock
            if attempt == _ATTEMPTS or not target.parent.is_dir():
                raise
        else:
            return


def _write_and_move(part: Path, target: Path, raw: bytes) -> None:
    try:
        with part.open("xb") as file:
            if hasattr(os, "lockf"):
                with suppress(OSError):  # some shares know no locks
                    os.lockf(file.fileno(), os.F_TLOCK, 0)
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave a name without its content
            if target.exists():
                part.chmod(stat.S_IMODE(target.stat().st_mode))
            if hasattr(os, "lockf"):
                part.replace(target)  # before the lock ends
        if not hasattr(os, "lockf"):
            part.replace(target)  # Windows moves nothing that is open
    finally:
        part.unlink(missing_ok=True)
