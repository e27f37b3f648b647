"""What to teach: the places that are shown, in their order, kept as a small file that a teacher can pass on."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.core.article.content import Article, Place, Record
from app.core.article.places import Places, urgent_first
from app.core.files.differences import shape_problems
from app.core.files.leaving import UNLIMITED, Leaving
from app.core.files.loader import ContentError, read_bytes
from app.core.files.shape import Problem

SIZE_LIMIT = 1_000_000
"""Bytes in the file at most."""

MOST_PLACES = 1000


class Lesson(Record, frozen=True):
    """The places of one article that are taught, in order."""

    schema: Literal[1]
    article: Annotated[Place, Meta(description="The id of the article that the places are of.")]
    places: Annotated[tuple[Place, ...], Meta(min_length=1)]


def teachable(article: Article) -> tuple[str, ...]:
    """Return every place that can be taught, in reading order: sections, each with its figures, the urgent-care box, questions."""
    places: list[str] = []
    waiting = list(article.figures)
    urgent = [article.urgent_care.id] if article.urgent_care else []
    first = urgent_first(article)
    for section in article.sections:
        places.append(section.id)
        places += [figure.id for figure in waiting if section.id in figure.sections]
        waiting = [figure for figure in waiting if section.id not in figure.sections]
        if section.id in first:
            places += urgent
            urgent = []
    places += [entry.id for entry in article.faq.entries]
    return (*places, *(figure.id for figure in waiting), *urgent)


def read_lesson(path: Path, article: Article) -> Lesson:
    """Read a file that says what to teach; raise `UnreadableError`, or `ContentError` with every problem of it."""
    raw = read_bytes(path)
    if found := problems(raw, article):
        raise ContentError(path, found)
    try:
        return msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=Lesson)
    except (msgspec.DecodeError, RecursionError) as error:  # the check above is stricter; this keeps a difference from being silent
        raise ContentError(path, (Problem("the file", str(error)),)) from error


def problems(raw: bytes, article: Article) -> tuple[Problem, ...]:
    """Return every problem of a file's bytes: its form, places that do not exist, cannot be taught or stand twice, another article."""
    if len(raw) > SIZE_LIMIT:
        return (Problem("the file", f"is larger than {SIZE_LIMIT // 1_000_000} MB"),)
    data, found = shape_problems(raw, Lesson)
    if not isinstance(data, dict):
        return found
    return (*found, *_place_problems(data, article))


def _place_problems(data: dict[str, object], article: Article) -> tuple[Problem, ...]:
    found: list[Problem] = []
    named = data.get("article")
    if isinstance(named, str) and named != article.id:
        found.append(Problem("article", f"is {_short(named)}, but the article that is open is {article.id}"))
    listed = data.get("places")
    if not isinstance(listed, list):
        return tuple(found)
    if len(listed) > MOST_PLACES:
        return (*found, Problem("places", f"has more than {MOST_PLACES} entries"))
    known, can_be_taught = Places(article), frozenset(teachable(article))
    seen: dict[str, int] = {}
    for number, place in enumerate(listed):
        if not isinstance(place, str):
            continue
        where = f"places[{number}]"
        if place in seen:
            found.append(Problem(where, f"{_short(place)} stands in places[{seen[place]}] already"))
        elif place not in known:
            found.append(Problem(where, f"there is no place {_short(place)}; the nearest is {known.nearest(place).id}"))
        elif place not in can_be_taught:
            found.append(Problem(where, f"{place} cannot be taught by itself: only sections, questions, figures and the urgent-care box can"))
        seen.setdefault(place, number)
    return tuple(found)


def _short(name: str) -> str:
    return repr(name if len(name) <= 80 else f"{name[:77]}...")  # noqa: PLR2004 - a line of a report


def write_lesson(path: Path, article: Article, places: tuple[str, ...], leaving: Leaving = UNLIMITED) -> None:
    """Write what to teach to a file; raise `SavingError` when that is not possible, with the old file untouched."""
    lesson = Lesson(1, article.id, places)
    leaving.save(path, msgspec.json.format(msgspec.json.encode(lesson), indent=2) + b"\n")
