"""The day on which a package was built: no clock that is right stands before it."""

import datetime as dt
import sys
from pathlib import Path

FILE = "built.txt"
"""In the resources of a package only: the build writes it."""


def built() -> dt.date | None:
    """Return the day of the build, as it was where the day ends last; None in a run from the sources, or where nothing sensible is stated."""
    unpacked = getattr(sys, "_MEIPASS", "")
    try:
        return dt.date.fromisoformat((Path(unpacked) / "resources" / FILE).read_text(encoding="ascii").strip()) if unpacked else None
    except (OSError, ValueError):
        return None
