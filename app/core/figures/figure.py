"""Get the article's figures as SVG text: a file that has been looked through, or a time line that is drawn."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from app.core.article.content import Article, Figure
from app.core.base.labels import ENGLISH, Labels
from app.core.figures.svg import SIZE_LIMIT, FigureError, problems_of, step_count, up_to_step
from app.core.figures.timeline import describe, draw

__all__ = [
    "SIZE_LIMIT", "FigureError", "FigureFiles", "Where", "alt_text", "problems_of", "read_figure", "read_figures", "step_count", "svg_of",
    "up_to_step",
]  # fmt: skip


class FigureFiles(Struct, frozen=True):
    """The files of an article's figures as they were when the article was read: bytes by name, or the reason why there are none.

    Nothing is read later, so that no page mixes an article with the figures of another edition. They are looked through when they are drawn.
    """

    files: dict[str, bytes | str] = {}

    def text(self, name: str) -> str:
        """Return a figure as SVG text; raise `FigureError` for one that could not be read or is no good figure."""
        found = self.files.get(name, "is not there")
        if isinstance(found, str):
            raise FigureError(found)
        return _looked_through(found)


Where = Path | tuple[Path, ...] | FigureFiles
"""Where figures come from: a folder, the first of several that has one, or files that have been read already."""


def folders_of(path: Path) -> tuple[Path, ...]:
    """Return where the figures of a content file lie: beside it and, when it is a link, beside the file it leads to."""
    return tuple(dict.fromkeys((path.parent, Path(os.path.realpath(path)).parent))) if path.is_symlink() else (path.parent,)


def read_figures(article: Article, folders: tuple[Path, ...]) -> FigureFiles:
    """Return all files of an article's figures, each read once from the first folder that has it; what cannot be read is told when it is wanted."""
    found: dict[str, bytes | str] = {}
    for figure in article.figures:
        if figure.file is not None and figure.file not in found:
            try:
                found[figure.file] = _raw_in_first(folders, figure.file)
            except FigureError as error:
                found[figure.file] = str(error)
    return FigureFiles(found)


def read_figure(folders: Path | tuple[Path, ...], name: str) -> str:
    """Return the text of the figure `name` inside a folder, or the first of several that has it.

    Raise `FigureError` for what lies in none or is no good figure.
    """
    return _looked_through(_raw_in_first(folders if isinstance(folders, tuple) else (folders,), name))


def _looked_through(raw: bytes) -> str:
    if found := problems_of(raw):
        raise FigureError(*found)
    return raw.decode("utf-8-sig")


def _raw_in_first(folders: tuple[Path, ...], name: str) -> bytes:
    *others, last = folders
    for folder in others:
        if not _name_problem(name) and os.path.lexists(folder / name):  # asks of any name, however long
            return _raw(folder, name)
    return _raw(last, name)


def _raw(folder: Path, name: str) -> bytes:
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
            return file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise FigureError("is not there") from error
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links in a circle; ValueError: characters that no path has
        reason = getattr(error, "strerror", None) or "its name leads to no file"
        raise FigureError(f"cannot be read: {reason[0].lower()}{reason[1:]}") from error


def _name_problem(name: str) -> str:
    if "\\" in name or ":" in name or name.startswith("/") or ".." in name.split("/"):
        return "must be a path below the content's folder, written with /"
    return "" if name.endswith(".svg") else "must end with .svg"


def svg_of(figure: Figure, where: Where | None, source_names: Mapping[str, str], labels: Labels = ENGLISH) -> str:
    """Return a figure as SVG text: its file's, or its time line drawn; raise `FigureError` when it cannot be shown."""
    if figure.timeline is not None:
        try:
            return draw(figure.timeline, figure.title, source_names, labels)
        except ValueError as error:
            raise FigureError(str(error)) from error
    if figure.file is None:
        raise FigureError("has neither a file nor a time line")
    if where is None:
        raise FigureError("nobody said where its file lies")
    return where.text(figure.file) if isinstance(where, FigureFiles) else read_figure(where, figure.file)


def alt_text(figure: Figure, source_names: Mapping[str, str], labels: Labels = ENGLISH) -> str:
    """Return the words that stand for a figure where it is not seen; those of a time line tell every bar."""
    if figure.timeline is None:
        return figure.alt
    return f"{figure.alt} {describe(figure.timeline, source_names, labels)}"
