"""Read a content file into an `Article`, or say everything that is wrong with it."""

import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.core.article.content import SIZE_LIMIT, Article
from app.core.figures.files import FigureFiles, read_figures

if TYPE_CHECKING:
    from app.core.files.checked import Checked
    from app.core.files.shape import Problem


TEXTS = frozenset({".md", ".markdown", ".mdown", ".mkd", ".txt", ".docx"})
"""How the names of files end that are no content files, but of which an article can be made."""


class ContentError(Exception):
    """The file was read but is no article: `problems` lists all that is wrong."""

    def __init__(self, path: Path, found: "tuple[Problem, ...]") -> None:
        super().__init__(f"{path}: {found[0]}" + (f" (and {len(found) - 1} more)" if len(found) > 1 else ""))
        self.path = path
        self.problems = found


class UnreadableError(Exception):
    """The file could not be read at all."""


State = tuple[int, int, int]
"""What changes when a file is written or replaced: time (ns), size, number."""


class Loaded(Struct, frozen=True):
    """An article with the file it came from, the hash of its bytes (SHA-256, hexadecimal), the files of its figures and the state of its file."""

    article: Article
    path: Path
    digest: str
    figures: FigureFiles = FigureFiles()
    state: State | None = None

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the article's figures lie."""
        return folders_of(self.path)

    @property
    def short_digest(self) -> str:
        """The first seven digits, enough to tell editions apart by eye."""
        return self.digest[:7]


REPLACED_AT_MOST = 3
"""How often a file that is replaced while it is read is read again."""


def folders_of(path: Path) -> tuple[Path, ...]:
    """Return where the figures of a content file lie: beside it and, when it is a link, beside the file it leads to."""
    return tuple(dict.fromkeys((path.parent, Path(os.path.realpath(path)).parent))) if path.is_symlink() else (path.parent,)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a content file; raise `UnreadableError` in plain words. One byte more than allowed is read at most."""
    try:
        if path.is_dir():
            message = f"{path} is a folder, not a content file"
            raise UnreadableError(message)
        with path.open("rb") as file:
            raw = file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{path} cannot be read: {reason[0].lower()}{reason[1:]}"
        raise UnreadableError(message) from error
    return raw


def _without_review(raw: bytes) -> bytes:
    import json  # noqa: PLC0415 - only for such a file

    data = json.loads(raw.decode("utf-8-sig"))
    data["edition"]["reviewed_by"] = None
    return json.dumps(data).encode()


def load(path: Path, known_good: str = "", checked: "Checked | None" = None) -> Loaded:
    """Read and validate a content file; raise `UnreadableError` or `ContentError`.

    A review whose record is wrong does not count: the article is shown as not reviewed. The files of its figures are read here, too, and nothing of
    the article later; a file that is replaced meanwhile is read again.

    `known_good` is the hash (SHA-256, hexadecimal) of a file that has been validated already, when the program was packaged; `checked` knows
    those that this user has opened before, and notes this one.
    """
    for _ in range(REPLACED_AT_MOST):
        state = state_of(path)
        try:
            loaded = replace(load_bytes(read_bytes(path), path, known_good, checked), state=state)
        except ContentError:
            if state == state_of(path):
                raise
        else:
            if state_of(path) in {state, None}:
                return loaded
    return load_bytes(read_bytes(path), path, known_good, checked)


def state_of(path: Path) -> State | None:
    """Return the state of a content file; None where there is no file, or something else than a file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _text_told(raw: bytes, path: Path) -> "tuple[Problem, ...]":
    """Return what is told of a text that somebody took for a content file; nothing of other files."""
    if path.suffix.lower() not in TEXTS or raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return ()
    from app.core.files.shape import Problem  # noqa: PLC0415

    return (Problem("the file", "is a text, not a content file; “import” makes a content file of it"),)


def load_bytes(raw: bytes, path: Path, known_good: str = "", checked: "Checked | None" = None) -> Loaded:
    """Validate what has been read of a content file, as `load` does: a pipe can be read only once."""
    digest = hashlib.sha256(raw).hexdigest()
    if digest != known_good and not (checked is not None and checked.knows(digest)):
        from app.core.files.check import REVIEW, problems  # noqa: PLC0415 - slow to load, and most files have been checked before

        found = problems(raw)
        if fatal := tuple(problem for problem in found if not problem.opens):
            raise ContentError(path, _text_told(raw, path) or fatal)
        if any(problem.where.startswith(REVIEW) for problem in found):
            raw = _without_review(raw)
        if checked is not None and not found:
            checked.add(digest)
    try:
        article = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=Article)
    except (msgspec.DecodeError, RecursionError) as error:  # the check above is stricter; this keeps a difference from being silent
        from app.core.files.shape import Problem  # noqa: PLC0415

        raise ContentError(path, (Problem("the file", str(error)),)) from error
    return Loaded(article, path, digest, read_figures(article, folders_of(path)))
