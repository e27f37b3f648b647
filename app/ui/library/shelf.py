"""What the library page is given to work with: where articles are read, and what may be changed. All of it may take as long as a share takes."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from app.core.files.loader import Loaded
from app.core.library.library import ArticleFile, BrokenFile, Held, Library


class Refused(Exception):  # noqa: N818 - nothing failed: the reason is for people
    """Something was not added, removed or put back; the words say why, in one line."""


class Shelf(Protocol):
    """The folders of a library. Every method but `folders` is called beside the window, and raises `Refused` with what people are told."""

    may_change: bool

    def folders(self) -> tuple[Callable[[], Library], ...]:
        """Return what reads each folder; one of them that does not answer keeps the others from nothing."""

    def together(self, libraries: Iterable[Library]) -> Library:
        """Return what the folders hold as one library."""

    def load(self, file: ArticleFile) -> Loaded:
        """Return an edition with its text; raise `ContentError` or `UnreadableError` as well."""

    def problems(self, file: BrokenFile) -> tuple[str, ...]:
        """Return all that is wrong with a file."""

    def add(self, path: Path) -> ArticleFile:
        """Check a pack, a folder or a file, and copy it whole or not at all."""

    def remove(self, thing: Held | BrokenFile) -> None:
        """Remove an article with its editions, or a broken file, so that it can be put back."""

    def put_back(self) -> None:
        """Undo the removal that was the last."""

    def go_back(self, held: Held) -> None:
        """Show the edition before the newest from now on."""
