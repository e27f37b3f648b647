"""Write a file beside its place and then put it there, so that no one ever meets half of it."""

import contextlib
import os
import tempfile
from pathlib import Path


def save(path: Path, content: bytes) -> None:
    """Write a file whole, or leave what stood there and raise `OSError`."""
    folder = path.resolve().parent
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask()
        if os.name == "posix":
            Path(name).chmod(mode)
        Path(name).replace(path.resolve())
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mask() -> int:
    """Return the permissions that this user's new files do without."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
