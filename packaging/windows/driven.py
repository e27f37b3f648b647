#!/usr/bin/env python3
"""Tell whether what makes the packages for Windows is as it was when they were last driven under Wine (exit code 0) or has changed since (1)."""

import sys
from pathlib import Path

from prepare import stamp_of

ROOT = Path(__file__).resolve().parent.parent.parent

STAMP = Path(__file__).resolve().with_name("driven.txt")
"""The hash over the files that were driven; `make.py --drive` writes it when all has passed, and it is committed with what was changed."""

WATCHED = ("app/ui", "packaging", "tests/windows", "build_spec.spec", "pyproject.toml")
"""What can break the packages for Windows alone: the window, how they are made, and the versions of what is in them."""


def watched(root: Path) -> list[Path]:
    """Return the files whose change calls for another drive."""
    found = (path for name in WATCHED for path in ([root / name] if (root / name).is_file() else (root / name).rglob("*")))
    return sorted(path for path in found if path.is_file() and path.suffix != ".pyc" and path.name != STAMP.name)


def now(root: Path = ROOT) -> str:
    """Return the hash over these files and their places."""
    places = "\n".join(path.relative_to(root).as_posix() for path in watched(root))
    return stamp_of(watched(root), places.encode())


def is_unchanged() -> bool:
    """Tell whether nothing has changed since the last drive that passed."""
    return STAMP.exists() and STAMP.read_text(encoding="ascii").strip() == now()


def keep() -> None:
    """Write down that what is there now has been driven."""
    STAMP.write_text(now() + "\n", encoding="ascii")


if __name__ == "__main__":
    sys.exit(not is_unchanged())
