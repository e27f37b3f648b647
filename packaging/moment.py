"""The one time that a build knows: that of its commit, so that the same commit makes the same packages at any hour."""

import datetime as dt
import os
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EARLIEST = 315_532_800
"""1 January 1980: archives of the zip kind know no earlier time; a folder without history counts as this old."""

LAST_ZONE = dt.timezone(dt.timedelta(hours=-12))


@cache
def moment() -> int:
    """Return the seconds that SOURCE_DATE_EPOCH names, else those of the commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isdecimal():
        return max(int(told), EARLIEST)
    try:
        asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # no git here
        return EARLIEST
    return int(asked) if asked.isdecimal() else EARLIEST


def as_zip_time(seconds: int) -> tuple[int, int, int, int, int, int]:
    """Return a time as zip archives write it."""
    when = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return (when.year, when.month, when.day, when.hour, when.minute, when.second)


def as_last_day(seconds: int) -> str:
    """Return the day of a time as ISO 8601 writes it, where on earth it was the earliest: nobody's right clock shows a day before it afterwards."""
    return dt.datetime.fromtimestamp(seconds, LAST_ZONE).date().isoformat()


def as_text(seconds: int) -> str:
    """Return a time as ISO 8601 writes it."""
    return dt.datetime.fromtimestamp(seconds, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
