"""Look at a file while it is being written: every error, advice and suggestion with its line, and the article when it can be shown."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.core.advice.completeness import lacks, loose, together
from app.core.advice.slips import slips_in, texts_in
from app.core.article.content import Article
from app.core.drafts.lines import Message, Spots, json_spots, messages_of
from app.core.drafts.starting import HINT
from app.core.files.check import problems, way_text
from app.core.files.loader import TEXTS, ContentError, Loaded, folders_of, load_bytes, read_bytes, state_of
from app.core.files.shape import STEPS, Problem, parse


class Draft(Struct, frozen=True):
    """What one look at a file has found. `article` is there as soon as its data have the form, even with errors; `loaded` only when it can be shown.

    `errors` and `advice` are in the order of the file. Of a text that an article was made of, `raw` is the content file that it would make, `spots`
    are the lines of the text, `lost` what was written there and does not stand in the article, and `remarks` what else became of its lines.
    """

    path: Path
    raw: bytes
    errors: tuple[Message, ...]
    advice: tuple[Message, ...]
    spots: Spots
    article: Article | None = None
    loaded: Loaded | None = None
    remarks: tuple[Message, ...] | None = None
    lost: tuple[Message, ...] = ()

    @property
    def messages(self) -> tuple[Message, ...]:
        """All of it: errors first."""
        return (*self.errors, *sorted((*self.lost, *self.advice), key=lambda one: (one.line, one.column)))

    @property
    def problems(self) -> tuple[Message, ...]:
        """What somebody who writes has to mend: errors, and in a text what is lost."""
        return (*self.errors, *self.lost)


def look_at(path: Path) -> Draft:
    """Read a content file and return what is to be told of it; raise `UnreadableError` where it cannot be read."""
    return advised(glance_at(path))


def glance_at(path: Path) -> Draft:
    """Return the same without advice, so that the article can be shown at once."""
    state = state_of(path)
    draft = _errors_of(read_bytes(path), path)
    return replace(draft, loaded=replace(draft.loaded, state=state) if draft.loaded is not None else None)


def read_draft(path: Path) -> Loaded:
    """Return the article of a file that somebody writes, as it can be shown; raise `UnreadableError` or `ContentError` where there is none."""
    draft = glance_at(path)
    if draft.loaded is None:
        raise ContentError(path, tuple(Problem(one.where, one.what) for one in draft.errors) or (Problem("", "holds no article"),))
    return draft.loaded


def look_through(raw: bytes, path: Path) -> Draft:
    """Return what is to be told of the bytes of a content file; its figures are looked for beside `path`."""
    return advised(_errors_of(raw, path))


def advised(draft: Draft) -> Draft:
    """Return a draft with what could be better."""
    article, raw = draft.article, draft.raw
    if not raw and draft.remarks is not None:
        return draft  # a text of which nothing can be made, which has been told
    data, broken = parse(raw)
    advice = (
        *slips_in(raw, article if not draft.errors else None),
        *together(lacks(article) if article is not None else loose(data)),
        *(() if broken else _hints_in(data)),
    )
    spots = draft.spots if draft.spots.by_way or draft.remarks is not None or not advice else json_spots(raw)
    given = messages_of("advice", advice, spots)
    if draft.remarks is not None:
        from app.core.drafts.texts import in_plain_words  # noqa: PLC0415 - the readers of texts are loaded for texts alone

        given = tuple(map(in_plain_words, given))
    told = (*given, *(draft.remarks or ()))
    return replace(draft, advice=tuple(sorted(told, key=lambda one: (one.line, one.column))), spots=spots)


def _errors_of(raw: bytes, path: Path) -> Draft:
    digest = hashlib.sha256(raw).hexdigest()
    if path.suffix.lower() not in TEXTS:
        return _errors_in(raw, path, digest)
    from app.core.drafts.texts import made_of  # noqa: PLC0415 - the readers of texts are loaded for texts alone

    made = made_of(raw, path.name, dt.date.today())  # noqa: DTZ011 - the author's own day
    if made.fault:
        return Draft(path, b"", (Message("error", "", made.fault),), (), made.spots, remarks=())
    return replace(_errors_in(made.content, path, digest, made.spots), remarks=made.remarks, lost=made.lost)


def _errors_in(raw: bytes, path: Path, digest: str, spots: Spots | None = None) -> Draft:
    """Return a draft of the bytes of a content file; `digest` is that of the file."""
    found = problems(raw, folders_of(path))
    article = _article_of(raw)
    if spots is None:
        spots = json_spots(raw) if found else Spots()
    shown = raw if article is None else _without_wrong_references(parse(raw)[0], found) or raw
    return Draft(path, raw, messages_of("error", found, spots), (), spots, article, _loaded(shown, path, digest, is_good=not found))


def _without_wrong_references(data: Any, found: tuple[Problem, ...]) -> bytes | None:  # noqa: ANN401 - anything JSON can hold
    """Return the data without references that lead nowhere, so that the rest can be shown; None where other faults keep it from that.

    The data are changed.
    """
    fatal = [problem for problem in found if not problem.opens]
    if not fatal or not all(problem.wrong for problem in fatal):
        return None
    for problem in reversed(fatal):  # from the last one on, so that the numbers before it stay
        *way, last = (int(number) if number else name for name, number in STEPS.findall(problem.where))
        record = data
        for step in way:
            record = record[step]
        if isinstance(record, list):
            del record[last]
        else:
            record[last] = None
    return msgspec.json.encode(data)


def _hints_in(data: Any) -> Iterator[Problem]:  # noqa: ANN401 - anything JSON can hold
    """Find sentences of a new article that nobody has replaced; told in one line."""
    hints = [way for way, _, text in texts_in(data) if text.startswith(HINT)]
    if hints:
        more = f" ({len(hints)} fields like this)" if len(hints) > 1 else ""
        yield Problem(way_text(hints[0]), f"still has the sentence that says what to write here{more}")


def _article_of(raw: bytes) -> Article | None:
    """Return the article of data that have its form; what they say may be wrong all the same, such as a reference that leads nowhere."""
    try:
        return msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=Article)
    except (ValueError, RecursionError):
        return None


def _loaded(raw: bytes, path: Path, digest: str, *, is_good: bool) -> Loaded | None:
    known = hashlib.sha256(raw).hexdigest() if is_good else ""
    try:
        return replace(load_bytes(raw, path, known), digest=digest)
    except ContentError:
        return None
