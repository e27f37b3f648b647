"""Print what the change log says of one version: `python packaging/notes.py v0.1.0`; ends with 1 when the program is of another version."""

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def notes(log: str, version: str) -> str:
    """Return the lines of a change log below the heading of a version; nothing when there is no such heading."""
    parts = re.split(r"^## +(\S+).*\n", log, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(version, "").strip()


def main(tag: str) -> None:
    """Print the notes for a tag, or end with the reason why there are none."""
    version = tag.removeprefix("v")
    stated = re.search(r'^__version__ = "([^"]+)"', (ROOT / "app" / "__init__.py").read_text(encoding="utf-8"), re.MULTILINE)
    if stated is None or stated[1] != version:
        sys.exit(f"the tag says {version}, the program {stated[1] if stated else 'nothing'}")
    text = notes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    if not text:
        sys.exit(f"the change log says nothing of {version}")
    print(text)


if __name__ == "__main__":
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("tag", metavar="TAG", help="the tag of the version, for example v0.1.0")
    main(line.parse_args().tag)
