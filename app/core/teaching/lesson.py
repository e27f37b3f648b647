"""What to teach: the places that are shown, in their order, kept as a small file that a teacher can pass on."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.core.article.content import Article, Place, Record
from app.core.article.places import Places, urgent_first
from app.core.base.labels import ENGLISH, Labels
from app.core.files.differences import shape_problems
from app.core.files.leaving import UNLIMITED, Leaving
from app.core.files.loader import ContentError, UnreadableError, read_bytes
from app.core.files.shape import Problem, parse

SIZE_LIMIT = 1_000_000
"""Bytes in the file at most."""

MOST_PLACES = 1000

MOST_TOLD = 5
"""Faults of a lesson that are told to who opens it."""


class Lesson(Record, frozen=True):
    """The places of one article that are taught, in order."""

    schema: Literal[1]
    article: Annotated[Place, Meta(description="The id of the article that the places are of.")]
    places: Annotated[tuple[Place, ...], Meta(min_length=1)]


class LessonProblem(Problem, frozen=True):
    """What is wrong with what a lesson says, as a sentence that stands by itself; `where` is only for who made the file by hand."""

    def __str__(self) -> str:
        return self.what


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


def is_lesson(path: Path) -> bool:
    """Return whether a file is meant as a lesson, with or without faults: an object with places and without sections. It never raises."""
    try:
        raw = read_bytes(path) if path.is_file() else b""  # a pipe can be read only once
    except (OSError, ValueError, UnreadableError):
        return False
    if b'"places"' not in raw or b'"sections"' in raw:  # an article is told at once, without being decoded
        return False
    data, _ = parse(raw)
    return isinstance(data, dict) and "places" in data


def article_of(path: Path) -> str:
    """Return the id of the article that a lesson names; empty for what cannot be read or names none. It never raises."""
    try:
        data, _ = parse(read_bytes(path))
    except (OSError, ValueError, UnreadableError):
        return ""
    named = data.get("article") if isinstance(data, dict) else None
    return named if isinstance(named, str) else ""


def read_lesson(path: Path, article: Article, labels: Labels = ENGLISH) -> Lesson:
    """Read a file that says what to teach; raise `UnreadableError`, or `ContentError` with every problem of it."""
    raw = read_bytes(path)
    if found := problems(raw, article, labels):
        raise ContentError(path, found)
    try:
        return msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=Lesson)
    except (msgspec.DecodeError, RecursionError) as error:  # the check above is stricter; this keeps a difference from being silent
        raise ContentError(path, (Problem("the file", str(error)),)) from error


def in_sentences(found: Iterable[Problem], labels: Labels = ENGLISH) -> str:
    """Return what is wrong with a lesson, for the teacher who opens it: whole sentences, of which `MOST_TOLD` at most."""
    every = tuple(found)
    if strange := [problem for problem in every if not isinstance(problem, LessonProblem)]:
        return labels.no_lesson.format(reason="; ".join(map(str, strange[:MOST_TOLD])))
    more = [labels.more_faults(len(every) - MOST_TOLD)] if len(every) > MOST_TOLD else []
    return " ".join((*map(str, every[:MOST_TOLD]), *more))


def problems(raw: bytes, article: Article, labels: Labels = ENGLISH) -> tuple[Problem, ...]:
    """Return every problem of a file's bytes: its form, places that do not exist, cannot be taught or stand twice, another article."""
    if len(raw) > SIZE_LIMIT:
        return (Problem("the file", f"is larger than {SIZE_LIMIT // 1_000_000} MB"),)
    data, found = shape_problems(raw, Lesson)
    if not isinstance(data, dict):
        return found
    return (*found, *_place_problems(data, article, labels))


def _place_problems(data: dict[str, object], article: Article, labels: Labels) -> tuple[Problem, ...]:
    named = data.get("article")
    if isinstance(named, str) and named != article.id:  # what its places are named there says nothing about this article
        return (LessonProblem("article", labels.lesson_of_other.format(named=_short(named))),)
    listed = data.get("places")
    if not isinstance(listed, list):
        return ()
    if len(listed) > MOST_PLACES:
        return (LessonProblem("places", labels.lesson_too_long.format(most=MOST_PLACES)),)
    found: list[Problem] = []
    known, can_be_taught = Places(article), frozenset(teachable(article))
    seen: dict[str, int] = {}
    for number, place in enumerate(listed, 1):
        if not isinstance(place, str):
            continue
        what = ""
        if place in seen:
            title = known[place].title if place in known else _short(place)
            what = labels.lesson_line_twice.format(number=number, title=title, first=seen[place])
        elif place not in known:
            what = labels.lesson_line_gone.format(number=number, place=_short(place), title=known.nearest(place).title)
        elif place not in can_be_taught:
            what = labels.lesson_line_alone.format(number=number, title=known[place].title)
        if what:
            found.append(LessonProblem(f"places[{number - 1}]", what))
        seen.setdefault(place, number)
    return tuple(found)


def _short(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:77]}..."  # noqa: PLR2004 - a line of a report


def write_lesson(path: Path, article: Article, places: tuple[str, ...], leaving: Leaving = UNLIMITED) -> None:
    """Write what to teach to a file; raise `SavingError` when that is not possible, with the old file untouched."""
    lesson = Lesson(1, article.id, places)
    leaving.save(path, msgspec.json.format(msgspec.json.encode(lesson), indent=2) + b"\n")
