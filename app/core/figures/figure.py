"""Get the article's figures as SVG text: a file that has been looked through, or a time line that is drawn."""

import codecs
import hashlib
import sys
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from app.core.article.content import Figure
from app.core.base.labels import ENGLISH, Labels
from app.core.base.text import ended
from app.core.figures.files import FigureError, FigureFiles, raw_in_first

FOUND_GOOD = "figures.sha256"
"""In the resources of a package only: the hashes of the figures that the build has looked through, which need not be looked through again."""

Where = Path | tuple[Path, ...] | FigureFiles
"""Where figures come from: a folder, the first of several that has one, or files that have been read already."""


def read_figure(folders: Path | tuple[Path, ...], name: str) -> str:
    """Return the text of the figure `name` inside a folder, or the first of several that has it.

    Raise `FigureError` for what lies in none or is no good figure.
    """
    return _looked_through(raw_in_first(folders if isinstance(folders, tuple) else (folders,), name))


@lru_cache(maxsize=16)
def _looked_through(raw: bytes) -> str:
    """Return the text of a figure; an article that is opened again need not have its own looked through again."""
    if hashlib.sha256(raw).hexdigest() not in _found_good(getattr(sys, "_MEIPASS", "")):
        from app.core.figures.svg import problems_of  # noqa: PLC0415 - those of the package are known

        if found := problems_of(raw):
            raise FigureError(*found)
    return raw.removeprefix(codecs.BOM_UTF8).decode()


@cache
def _found_good(unpacked: str) -> frozenset[str]:
    """Return the hashes of figures that need not be looked through, from the folder of a package; none without a folder."""
    try:
        return frozenset((Path(unpacked) / "resources" / FOUND_GOOD).read_text(encoding="ascii").split()) if unpacked else frozenset()
    except (OSError, ValueError):
        return frozenset()


def svg_of(figure: Figure, where: Where | None, source_names: Mapping[str, str], labels: Labels = ENGLISH) -> str:
    """Return a figure as SVG text: its file's, or its time line drawn; raise `FigureError` when it cannot be shown."""
    if figure.timeline is not None:
        from app.core.figures.timeline import draw  # noqa: PLC0415 - most pages have none

        try:
            return draw(figure.timeline, figure.title, source_names, labels)
        except ValueError as error:
            raise FigureError(str(error)) from error
    if figure.file is None:
        raise FigureError("has neither a file nor a time line")
    if where is None:
        raise FigureError("the folder of its file is not known")
    return _looked_through(where.raw(figure.file)) if isinstance(where, FigureFiles) else read_figure(where, figure.file)


def alt_text(figure: Figure, source_names: Mapping[str, str], labels: Labels = ENGLISH) -> str:
    """Return the words that stand for a figure where it is not seen; those of a time line tell every bar."""
    if figure.timeline is None:
        return figure.alt
    from app.core.figures.timeline import describe  # noqa: PLC0415 - as above

    return f"{ended(figure.alt)} {describe(figure.timeline, source_names, labels)}"
