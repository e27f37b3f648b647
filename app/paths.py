"""Where the files that come with the program are."""

from pathlib import Path

# `resources/` stands beside the package in the checkout, and the bundle keeps it there, so one expression serves both.
RESOURCES = Path(__file__).resolve().parent.parent / "resources"
CONTENT = RESOURCES / "content.json"
ICONS = RESOURCES / "icons"
