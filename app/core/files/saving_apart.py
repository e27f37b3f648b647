"""Write a file that somebody has named, never over one that the program itself reads."""

from pathlib import Path

from app.core.base.saving import SavingError, write_file
from app.core.files.loader import Loaded
from app.core.files.own_files import whose


def write_apart(path: Path, content: bytes | str, own: Loaded | None) -> None:
    """Write a file that somebody has named, as `write_file` does, but never over one that the program itself reads; `own` is the open article."""
    refuse_own(path, own)
    write_file(path, content)


def refuse_own(path: Path, own: Loaded | None) -> None:
    """Raise `SavingError` for a path that leads to a file which the program itself reads: article, figures, settings, policy, its own resources."""
    if what := whose(path, own):
        raise SavingError(f"{path} is {what}, which is never written over; choose another name")
