"""Write a file whole or not at all."""

import os
import stat
from pathlib import Path


class SavingError(Exception):
    """The file could not be written; the message says which and why, in plain words. What stood there before is untouched."""


def write_file(path: Path, content: bytes | str) -> None:
    """Write beside the file and then put the new one in its place; raise `SavingError`. Text is written as UTF-8, as it is.

    Whoever reads the file meanwhile, and whoever finds it after the disk was full, has the old file or the new one, never a part.
    """
    raw = content.encode("utf-8") if isinstance(content, str) else content
    try:
        target = Path(os.path.realpath(path))  # a link goes on leading to the file
        mode = _mode_of(target)
        beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
        try:
            _write(beside, raw, mode)
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        reason = getattr(error, "strerror", None) or str(error)
        raise SavingError(f"{path} cannot be written: {reason[0].lower()}{reason[1:]}") from error


def _mode_of(target: Path) -> int | None:
    """Return the permissions of the file that stands there, None where none does; only a file can be replaced."""
    if target.is_dir():
        raise OSError(0, "it is a folder")
    if not target.parent.is_dir():
        raise OSError(0, f"there is no folder {target.parent}")
    if not target.exists():
        return None
    if not target.is_file():
        raise OSError(0, "it is no ordinary file")
    return stat.S_IMODE(target.stat().st_mode)


def _write(path: Path, raw: bytes, mode: int | None) -> None:
    path.unlink(missing_ok=True)  # left behind by a run of the same number that was killed
    with path.open("xb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)
