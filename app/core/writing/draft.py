"""Look at a file while it is being written: every error, advice and suggestion with its line, and the article when it can be shown."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from app.core.advice.completeness import lacks, loose
from app.core.advice.slips import slips_in, texts_in
from app.core.article.content import Article
from app.core.files.check import problems, told
from app.core.files.lines import Spots, Told, json_spots, tell
from app.core.files.loader import ContentError, Loaded, folders_of, load_bytes, read_bytes, state_of
from app.core.files.shape import Problem, parse
from app.core.writing.starting import HINT


class Draft(Struct, frozen=True):
    """What one look at a file has found. `article` is there as soon as its data have the form, even with errors; `loaded` only when it can be shown.

    `errors` and `advice` are in the order of the file.
    """

    path: Path
    raw: bytes
    errors: tuple[Told, ...]
    advice: tuple[Told, ...]
    spots: Spots
    article: Article | None = None
    loaded: Loaded | None = None

    @property
    def told(self) -> tuple[Told, ...]:
        """All of it: errors first."""
        return (*self.errors, *self.advice)


def look_at(path: Path) -> Draft:
    """Read a content file and return what is to be told of it; raise `UnreadableError` where it cannot be read."""
    state = state_of(path)
    draft = look_through(read_bytes(path), path)
    loaded = msgspec.structs.replace(draft.loaded, state=state) if draft.loaded is not None else None
    return msgspec.structs.replace(draft, loaded=loaded)


def look_through(raw: bytes, path: Path) -> Draft:
    """Return what is to be told of the bytes of a content file; its figures are looked for beside `path`."""
    found = problems(raw, folders_of(path))
    article = _article_of(raw)
    data, broken = parse(raw)
    advice = (
        *slips_in(raw, article if not found else None),
        *(lacks(article) if article is not None else loose(data)),
        *(() if broken else _hints_in(data)),
    )
    spots = json_spots(raw) if found or advice else Spots()
    return Draft(path, raw, tell("error", found, spots), tell("advice", advice, spots), spots, article, _loaded(raw, path, is_good=not found))


def _hints_in(data: Any) -> Iterator[Problem]:  # noqa: ANN401 - anything JSON can hold
    """Find sentences of a new article that nobody has replaced; told in one line."""
    hints = [way for way, _, text in texts_in(data) if text.startswith(HINT)]
    if hints:
        more = f" (and so do {len(hints) - 1} other fields)" if len(hints) > 1 else ""
        yield Problem(told(hints[0]), f"still holds the sentence that tells what goes here{more}")


def _article_of(raw: bytes) -> Article | None:
    """Return the article of data that have its form; what they say may be wrong all the same, such as a reference that leads nowhere."""
    try:
        return msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=Article)
    except (ValueError, RecursionError):
        return None


def _loaded(raw: bytes, path: Path, *, is_good: bool) -> Loaded | None:
    try:
        return load_bytes(raw, path, hashlib.sha256(raw).hexdigest() if is_good else "")
    except ContentError:
        return None
