"""Get the article's figures as SVG text: a file that has been looked through, or a time line that is drawn."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from app.core.article.content import Figure
from app.core.base.labels import ENGLISH, Labels
from app.core.base.text import ended
from app.core.figures.svg import SIZE_LIMIT, FigureError, problems_of, step_count, up_to_step
from app.core.figures.timeline import describe, draw

__all__ = [
    "SIZE_LIMIT", "FigureError", "alt_text", "problems_of", "read_figure", "step_count", "svg_of", "up_to_step",
]  # fmt: skip


def read_figure(folders: Path | tuple[Path, ...], name: str) -> str:
    """Return the text of the figure `name` inside a folder, or the first of several that has it.

    Raise `FigureError` for what lies in none or is no good figure.
    """
    *others, last = folders if isinstance(folders, tuple) else (folders,)
    for folder in others:
        if not _name_problem(name) and os.path.lexists(folder / name):  # asks of any name, however long
            return _read_figure(folder, name)
    return _read_figure(last, name)


def _read_figure(folder: Path, name: str) -> str:
    if problem := _name_problem(name):
        raise FigureError(problem)
    try:
        home = folder.resolve(strict=True)
        path = (home / name).resolve(strict=True)
        if not path.is_relative_to(home):
            raise FigureError("leads outside the content's folder")
        if not stat.S_ISREG(path.stat().st_mode):
            raise FigureError("is not a file")
        with path.open("rb") as file:
            raw = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise FigureError("is not there") from error
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links in a circle; ValueError: characters that no path has
        reason = getattr(error, "strerror", None) or "its name leads to no file"
        raise FigureError(f"cannot be read: {reason[0].lower()}{reason[1:]}") from error
    if found := problems_of(raw):
        raise FigureError(*found)
    return raw.decode("utf-8-sig")


def _name_problem(name: str) -> str:
    if "\\" in name or ":" in name or name.startswith("/") or ".." in name.split("/"):
        return "must be a path below the content's folder, written with /"
    return "" if name.endswith(".svg") else "must end with .svg"


def svg_of(figure: Figure, folder: Path | tuple[Path, ...] | None, source_names: Mapping[str, str], labels: Labels = ENGLISH) -> str:
    """Return a figure as SVG text: its file's, or its time line drawn; raise `FigureError` when it cannot be shown."""
    if figure.timeline is not None:
        try:
            return draw(figure.timeline, figure.title, source_names, labels)
        except ValueError as error:
            raise FigureError(str(error)) from error
    if figure.file is None:
        raise FigureError("has neither a file nor a time line")
    if folder is None:
        raise FigureError("nobody said where its file lies")
    return read_figure(folder, figure.file)


def alt_text(figure: Figure, source_names: Mapping[str, str], labels: Labels = ENGLISH) -> str:
    """Return the words that stand for a figure where it is not seen; those of a time line tell every bar."""
    if figure.timeline is None:
        return figure.alt
    return f"{ended(figure.alt)} {describe(figure.timeline, source_names, labels)}"
