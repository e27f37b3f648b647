"""Write a file whole or not at all."""

import os
import stat
from pathlib import Path


class SavingError(Exception):
    """A file could not be written; the message is one plain sentence for people, and what stood there before is untouched."""


def write_file(path: Path, content: bytes | str) -> None:
    """Write a file beside its place and move it there once it is whole; text is written as UTF-8.

    A link is followed. Raise `SavingError` when that cannot be done: then what stood there before stands there still.
    """
    raw = content.encode() if isinstance(content, str) else content
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise SavingError(f"{path} is a folder")
        if target.exists() and not target.is_file():
            with target.open("wb") as device:  # a device keeps its name: moving a file there would take it away
                device.write(raw)
            return
        if target.exists() and not os.access(target, os.W_OK):
            raise SavingError(f"{path} is write-protected")
        _replace(target, raw)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SavingError(f"{path} cannot be written: {reason}") from error


def _replace(target: Path, raw: bytes) -> None:
    beside = target.with_name(f".saving-{os.urandom(6).hex()}")
    try:
        with beside.open("xb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave a name without its content
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
