"""Where the files that come with the program are."""

from pathlib import Path

# `resources/` stands beside the package in the checkout, and the bundle keeps it there, so one expression serves both.
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CONTENT = RESOURCES / "content.json"
HANDBOOK = RESOURCES / "handbook" / "content.json"
"""The article that tells how to use the program; it is read when somebody asks for it."""
BUNDLED = (CONTENT, HANDBOOK)
"""The articles that come with the program."""
ICONS = RESOURCES / "icons"
EDITION = RESOURCES / "edition"
LICENCES = RESOURCES / "licences"
"""In a package only: the build writes it."""
I18N = RESOURCES / "i18n"


def known_good(content: Path = CONTENT) -> str:
    """Return the hash of an article of the program that was checked when it was packaged; empty in a checkout, and for any other file."""
    if content not in {CONTENT, HANDBOOK}:
        return ""
    try:
        return content.with_suffix(".sha256").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
