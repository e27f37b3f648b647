"""Where the files that come with the program are."""

import sys
from pathlib import Path

# `resources/` stands beside the package in the checkout, and the bundle keeps it there, so one expression serves both.
RESOURCES = Path(__file__).resolve().parent.parent / "resources"
CONTENT = RESOURCES / "content.json"
KNOWN_GOOD = RESOURCES / "content.sha256"
ICONS = RESOURCES / "icons"
EDITION = RESOURCES / "edition"
LICENCES = RESOURCES / "licences"
"""In a package only: the build writes it."""
I18N = RESOURCES / "i18n"


def known_good() -> str:
    """Return the hash of the bundled content that was checked when the program was packaged; empty in a checkout."""
    try:
        return KNOWN_GOOD.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def program_folder() -> Path:
    """Return the folder of the program: what lies beside it there is for it alone."""
    # what was typed names no folder when the system found the packaged program on its search path
    return Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0]).resolve().parent
