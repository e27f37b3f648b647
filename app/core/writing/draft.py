"""Look at a file while it is being written: every error, advice and suggestion with its line, and the article when it can be shown."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from app.core.advice.completeness import lacks, loose
from app.core.advice.slips import slips_in
from app.core.article.content import Article
from app.core.files.check import problems
from app.core.files.lines import Spots, Told, json_spots, tell
from app.core.files.loader import ContentError, Loaded, folders_of, load_bytes, read_bytes, state_of
from app.core.files.shape import parse


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
    advice = (*slips_in(raw, article if not found else None), *(lacks(article) if article is not None else loose(parse(raw)[0])))
    spots = json_spots(raw) if found or advice else Spots()
    return Draft(path, raw, tell("error", found, spots), tell("advice", advice, spots), spots, article, _loaded(raw, path, is_good=not found))


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
