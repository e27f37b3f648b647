"""Stand-in until the branch lands."""

import re
from collections.abc import Mapping
from pathlib import Path

from app.core.content import Figure

STEP = re.compile(r'<g\b([^>]*\bid="step-(\d+)")')


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


def step_count(svg: str) -> int:
    """Return in how many steps a drawing is shown; 0 when it has none."""
    return max((int(found[2]) for found in STEP.finditer(svg)), default=0)


def up_to_step(svg: str, step: int) -> str:
    """Return the drawing as it is shown at a step."""
    return STEP.sub(lambda found: f'<g display="none"{found[1]}' if int(found[2]) > step else found[0], svg)
