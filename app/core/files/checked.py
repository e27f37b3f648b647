"""The content files that were found good before: their hashes, kept in the user's cache, so that a start does not check them again."""

import sys
from contextlib import suppress
from pathlib import Path

from app import __version__
from app.core.base.saving import SavingError, write_file

CHECKED = "checked.txt"
"""The list, in the folder for what can be made again."""

KEPT = 100
"""Hashes that are kept; the one that was noted longest ago goes first."""

RULES = ("check.py", "shape.py", "differences.py", "../article/content.py", "../article/review.py")
"""The modules that say what a good file is: from the sources, hashes count only as long as these are as they were."""


class Checked:
    """The hashes (SHA-256, hexadecimal) of good files. A folder that cannot be read or written holds none, and nothing is said of it."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / CHECKED if folder is not None else None
        self._new: list[str] = []

    def knows(self, digest: str) -> bool:
        """Return whether a file was found good before, by the rules of this program."""
        return digest in self._hashes()

    def add(self, digest: str) -> None:
        """Note the hash of a file that has been found good; it is written by `keep`."""
        self._new.append(digest)

    def keep(self) -> None:
        """Write what was noted: at the end of a run, since a slow disk would hold up its start."""
        if self._file is None or not self._new:
            return
        kept = [*(other for other in self._hashes() if other not in self._new), *self._new][-KEPT:]
        with suppress(OSError, SavingError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_file(self._file, "\n".join((_rules(), *kept, "")))

    def _hashes(self) -> list[str]:
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines() if self._file is not None else []
        except (OSError, ValueError):
            return []
        return lines[1 : KEPT + 1] if lines[:1] == [_rules()] else []


def _rules() -> str:
    """Return what tells one set of rules from another: the version, and when the program, or its modules that check, were last written."""
    here = Path(__file__)
    places = [Path(sys.executable)] if getattr(sys, "frozen", False) else [here.parent / name for name in RULES]
    with suppress(OSError):
        return " ".join((__version__, *(f"{place.stat().st_size}-{place.stat().st_mtime_ns}" for place in places)))
    return __version__
