"""Stand-in until the branch lands."""

from collections.abc import Mapping
from pathlib import Path

from app.core.content import Figure


class FigureError(Exception):
    """The figure cannot be shown."""


def svg_of(figure: Figure, folder: Path, _source_names: Mapping[str, str]) -> str:
    """Return SVG."""
    if figure.file is None:
        raise FigureError("not drawn yet")
    try:
        return (folder / figure.file).read_text(encoding="utf-8")
    except OSError as error:
        raise FigureError(str(error)) from error


def alt_text(figure: Figure, _source_names: Mapping[str, str]) -> str:
    """Return alt."""
    return figure.alt
