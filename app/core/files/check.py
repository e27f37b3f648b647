"""Find every error of a content file at once, each with its place and in plain words. What could be better is told by `app.core.advice`.

The shape of the data is compared with the types of `app.core.article.content`; then what types cannot say is looked at: ids that stand twice,
links that lead nowhere. Both work on the raw data, so that one error never hides another.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from app.core.article.content import SCHEMA, Article
from app.core.files.shape import Problem, in_words, parse, printable, shown, surely

RESERVED = frozenset({"sources", "figures", "glossary", "provenance", "changes", "keys", "licences"})
"""Pages that the program itself adds; no content may take their ids."""

REVIEW = "edition.reviewed_by"

TWICE = "give one of them another id; links lead to the first one"

Way = tuple[str | int, ...]
"""The way to a part of the data: names of fields, and numbers in lists."""

Found = tuple[Way, dict[str, Any]]
"""An object of the data, with the way to it."""


def problems(raw: bytes, folder: Path | tuple[Path, ...] | None = None, today: dt.date | None = None) -> tuple[Problem, ...]:
    """Return every error of a content file's bytes, in reading order; empty when the file is good.

    With the folder in which the file lies, its figures are looked through too. No review is later than `today`.
    """
    data = surely(raw, Article)
    is_sure = data is not None
    if not is_sure:
        data, problem = parse(raw)
        if problem is not None:
            return (problem,)
        if isinstance(data, dict) and "schema" in data and data["schema"] != SCHEMA:
            return (Problem("schema", f"the file has format {shown(data['schema'])}; this program reads format {SCHEMA}"),)
    try:
        shapes = () if is_sure else _differences(data)
        reviews = tuple(_review_problems(data, shapes, today))
        others = (problem for problem in shapes if not _is_of_review(problem))
        found = (*others, *reviews, *_link_problems(data))
    except RecursionError:
        return (Problem("the file", "is nested too deep to be an article"),)
    if folder is None:
        return found
    from app.core.files.figure_check import check_figures  # noqa: PLC0415 - slow to load, and a start shows figures one by one

    return (*found, *check_figures(data, folder))


def _differences(data: object) -> tuple[Problem, ...]:
    from app.core.files.differences import differences  # noqa: PLC0415 - slow to load, and only a damaged file needs it

    return tuple(differences(data, Article))


def records(value: Any, way: Way = ()) -> Iterator[Found]:  # noqa: ANN401 - anything JSON can hold
    """Walk every object in the data, outermost first."""
    if isinstance(value, dict):
        yield way, value
        for name, part in value.items():
            if isinstance(part, dict | list):
                yield from records(part, (*way, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            if isinstance(part, dict | list):
                yield from records(part, (*way, number))


def way_text(way: Way, *steps: str | int) -> str:
    """Return a way as people read it: `sections[2].passages[0].text`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{printable(step)}" for step in (*way, *steps)).removeprefix(".")


# --- links: does every id stand once, and does every reference lead to one? ---


def _link_problems(data: Any) -> Iterator[Problem]:  # noqa: ANN401
    every = list(records(data))
    seen: dict[str, Way] = {}
    for way, record in every:
        name = record.get("id")
        if way and isinstance(name, str):
            if name in seen:
                yield Problem(
                    way_text(way, "id"),
                    f"{shown(name)} is already the id of {in_words(way_text(seen[name]))}",
                    mend=TWICE,
                    other=way_text(seen[name], "id"),
                )
            elif name in RESERVED:
                yield Problem(way_text(way, "id"), f"{shown(name)} is the name of a page of the program", mend="choose another id")
            seen.setdefault(name, way)
    yield from _parent_problems(every)
    yield from _group_problems(every, seen)
    yield from _place_problems(every, seen)
    yield from _box_problems(data, every)


def _parent_problems(every: Iterable[Found]) -> Iterator[Problem]:
    """Find passages and questions whose id does not begin with that of the page they stand on."""
    for way, page in every:
        for group in ("passages", "entries"):
            for number, part in enumerate(_list(page.get(group))):
                name = part.get("id") if isinstance(part, dict) else None
                if isinstance(name, str) and isinstance(page.get("id"), str) and not name.startswith(f"{page['id']}/"):
                    mend = f"write {shown(page['id'] + '/' + name.rpartition('/')[2])}"
                    yield Problem(way_text(way, group, number, "id"), f"must begin with {shown(page['id'] + '/')}", mend=mend)


def _group_problems(every: Iterable[Found], seen: dict[str, Way]) -> Iterator[Problem]:
    """Find names of sections, notes and sources that there are not."""
    groups = {group: {name for name, way in seen.items() if _is_in(way, group)} for group in ("sections", "notes", "sources")}
    groups["sections"] = {name for name in groups["sections"] if "/" not in name}  # of sections, not of their passages
    for way, record in every:
        if not way or way[0] == "provenance":
            continue
        for group, ids in groups.items():
            for number, name in enumerate(_list(record.get(group))):
                yield from _leads(name, ids, way_text(way, group, number), group[:-1])


def _place_problems(every: Iterable[Found], seen: dict[str, Way]) -> Iterator[Problem]:
    """Find references to places, and sources of a time line's bars, that lead nowhere; and sources that do not say how they were read."""
    sources = {name for name, way in seen.items() if _is_in(way, "sources")}
    parts = {name for name, way in seen.items() if "passages" in way[1:-1] or way[:2] == ("faq", "entries")}
    places = {"sources", *(name for name, way in seen.items() if not (_is_in(way, "notes") or _is_in(way, "sources") or way[0] == "provenance"))}
    for way, record in every:
        match way:
            case ("sources", int()):
                if "read_as" in record and record["read_as"] is None and record.get("read") is None:
                    yield Problem(way_text(way, "read_as"), "is null, and so is read: one of them must say how the source was read")
            case ("figures", int()):
                yield from _leads(record.get("after"), parts, way_text(way, "after"), "passage or question")
            case ("figures", int(), "timeline", "bars", int()):
                yield from _leads(record.get("source"), sources, way_text(way, "source"), "source")
            case ("provenance", "inconsistencies", int()):
                for number, name in enumerate(_list(record.get("places"))):
                    yield from _leads(name, places, way_text(way, "places", number), "place")


def _box_problems(data: Any, every: Iterable[Found]) -> Iterator[Problem]:  # noqa: ANN401
    """Find what is wrong with the box that says when to call: places where it cannot stand, no form or both, key words that are not the first."""
    box = data.get("urgent_care") if isinstance(data, dict) else None
    if not isinstance(box, dict):
        return
    where = "urgent_care"
    faq = data.get("faq")
    pages = [*_list(data.get("sections")), *_list(faq.get("entries") if isinstance(faq, dict) else None)]
    known = {page["id"] for page in pages if isinstance(page, dict) and isinstance(page.get("id"), str)}
    for number, name in enumerate(_list(box.get("first_at"))):
        for problem in _leads(name, known, f"{where}.first_at[{number}]", "section or question"):
            yield replace(problem, what=f"{problem.what}; so the box is shown first on the first page", opens=True)
    older = [name for name in ("signs", "emergency", "triggers") if box.get(name)]
    if not box.get("groups") and not box.get("signs"):
        yield Problem(f"{where}.groups", "is missing: the box must have at least one sign")
    if box.get("groups"):
        yield from (Problem(f"{where}.{name}", "belongs to the older form without groups and would not be shown") for name in older)
    for way, record in every:
        lead, text = record.get("lead"), record.get("text")
        if isinstance(lead, str) and isinstance(text, str) and way[:1] == (where,) and not text.startswith(lead):
            yield Problem(way_text(way, "lead"), "must be the beginning of the text, so that it can be printed bold")


def _is_in(way: Way, group: str) -> bool:
    return len(way) > 1 and way[0] == group and isinstance(way[1], int)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _leads(name: object, known: set[str], where: str, what: str) -> Iterator[Problem]:
    if isinstance(name, str) and name not in known:
        yield Problem(
            where,
            f"leads nowhere: there is no {what} {shown(name)}",
            mend=f"add a {what} {shown(name)}, or remove this",
            wrong=name,
            known=frozenset(known),
        )


# --- review: does the record hold? If not, the article is shown as not reviewed ---


def _is_of_review(problem: Problem) -> bool:
    """Return whether a problem is one of the record; that the field is missing is one of the form."""
    return problem.where.startswith(f"{REVIEW}.") or (problem.where == REVIEW and not problem.what.startswith("is missing"))


def _review_problems(data: Any, shapes: Iterable[Problem], today: dt.date | None) -> Iterator[Problem]:  # noqa: ANN401
    edition = data.get("edition") if isinstance(data, dict) else None
    if not isinstance(edition, dict) or edition.get("reviewed_by") is None:
        return
    from app.core.article.review import record_problems  # noqa: PLC0415 - slow to load, and few articles have a review

    found = [Problem(where, what) for where, what in record_problems(data, today or dt.date.today())]  # noqa: DTZ011 - the reader's own day
    places = {problem.where for problem in found}
    shaped = [problem for problem in shapes if _is_of_review(problem) and problem.where not in places]
    yield from (replace(problem, what=f"{problem.what}; shown as not reviewed", opens=True) for problem in (*shaped, *found))
