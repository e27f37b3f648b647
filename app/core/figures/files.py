"""Read the files of an article's figures. What looks through them and draws them is loaded when the first one is shown."""

import os
import stat
from pathlib import Path

from msgspec import Struct

from app.core.article.content import Article

SIZE_LIMIT = 1_000_000
"""Bytes in a figure at most."""


class FigureError(Exception):
    """A figure cannot be shown; `reasons` say why in plain words."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class FigureFiles(Struct, frozen=True):
    """The files of an article's figures as they were when the article was read: bytes by name, or the reason why there are none.

    Nothing is read later, so that no page mixes an article with the figures of another edition. They are looked through when they are drawn.
    """

    files: dict[str, bytes | str] = {}

    def raw(self, name: str) -> bytes:
        """Return the bytes of a figure; raise `FigureError` for one that could not be read."""
        found = self.files.get(name, "is not there")
        if isinstance(found, str):
            raise FigureError(found)
        return found


def read_figures(article: Article, folders: tuple[Path, ...]) -> FigureFiles:
    """Return all files of an article's figures, each read once from the first folder that has it; what cannot be read is told when it is wanted."""
    found: dict[str, bytes | str] = {}
    for figure in article.figures:
        if figure.file is not None and figure.file not in found:
            try:
                found[figure.file] = raw_in_first(folders, figure.file)
            except FigureError as error:
                found[figure.file] = str(error)
    return FigureFiles(found)


def raw_in_first(folders: tuple[Path, ...], name: str) -> bytes:
    """Return the bytes of a figure from the first of several folders that has it; raise `FigureError` for what lies in none or is no file."""
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
