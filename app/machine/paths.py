"""Where the files that come with the program are."""

from pathlib import Path

# `resources/` stands beside the package in the checkout, and the bundle keeps it there, so one expression serves both.
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
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
