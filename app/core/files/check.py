"""Find every problem of a content file at once, each with its place and in plain words.

The shape of the data is compared with the types of `app.core.article.content`; then what types cannot say is looked at: ids that stand twice,
links that lead nowhere, doubled words. Both work on the raw data, so that one problem never hides another.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from app.core.article.content import SCHEMA, Article
from app.core.article.review import FIELD, record_problems
from app.core.files.figure_check import check_figures
from app.core.files.shape import Problem, differences, parse, printable, shown

RESERVED = frozenset({"sources", "figures", "glossary", "provenance", "changes", "keys", "licences"})
"""Pages that the program itself adds; no content may take their ids."""

DOUBLED = re.compile(r"\b(\w+)\s+\1\b", re.IGNORECASE)
DOUBLED_ON_PURPOSE = frozenset({"had", "that"})


def problems(raw: bytes, folder: Path | tuple[Path, ...] | None = None, today: dt.date | None = None) -> tuple[Problem, ...]:
    """Return every problem of a content file's bytes, in reading order; empty when the file is good.

    With the folder in which the file lies, its figures are looked through too. No review is later than `today`.
    """
    data, problem = parse(raw)
    if problem is not None:
        return (problem,)
    if isinstance(data, dict) and "schema" in data and data["schema"] != SCHEMA:
        return (Problem("schema", f"the file is written in form {shown(data['schema'])}; this program reads form {SCHEMA}"),)
    try:
        shapes = tuple(differences(data, Article))
        reviews = tuple(_review_problems(data, shapes, today or dt.date.today()))  # noqa: DTZ011 - the reader's own day
        others = (problem for problem in shapes if not _is_of_review(problem))
        found = (*others, *reviews, *_link_problems(data), *_box_problems(data), *_word_problems(data))
        return found if folder is None else (*found, *check_figures(data, folder))
    except RecursionError:
        return (Problem("the file", "is nested too deep to be an article"),)


# --- links: does every id stand once, and does every reference lead to one? ---


def _link_problems(data: Any) -> Iterator[Problem]:  # noqa: ANN401
    seen: dict[str, str] = {}
    for where, record in _records(data, ""):
        name = record.get("id")
        if where and isinstance(name, str):
            if name in seen:
                yield Problem(f"{where}.id", f"{shown(name)} is the id of {seen[name]} already")
            elif name in RESERVED:
                yield Problem(f"{where}.id", f"{shown(name)} is a page of the program")
            seen.setdefault(name, where)
    yield from _parent_problems(data)
    groups = {group: {name for name, where in seen.items() if where.startswith(f"{group}[")} for group in ("sections", "notes", "sources")}
    for where, record in _records(data, ""):
        for group, ids in groups.items():
            listed = record.get(group)
            if where.startswith("provenance") or not where or not isinstance(listed, list):
                continue
            for number, name in enumerate(listed):
                if isinstance(name, str) and (name not in ids or (group == "sections" and "/" in name)):
                    yield Problem(f"{where}.{group}[{number}]", f"leads nowhere: there is no {group[:-1]} {shown(name)}")
    yield from _place_problems(data, seen)


def _place_problems(data: Any, seen: dict[str, str]) -> Iterator[Problem]:  # noqa: ANN401
    """Find references to places, and sources of a time line's bars, that lead nowhere; and sources that do not say how they were read."""
    sources = {name for name, where in seen.items() if where.startswith("sources[")}
    parts = {name for name, where in seen.items() if ".passages[" in where or where.startswith("faq.entries[")}
    places = {"sources", *(name for name, where in seen.items() if not where.startswith(("notes[", "sources[", "provenance.")))}
    for where, record in _records(data, ""):
        if re.fullmatch(r"sources\[\d+\]", where):
            if "read_as" in record and record["read_as"] is None and record.get("read") is None:
                yield Problem(f"{where}.read_as", "does not say how the source was read, and neither does read")
        elif re.fullmatch(r"figures\[\d+\]", where):
            yield from _leads(record.get("after"), parts, f"{where}.after", "passage or question")
        elif re.fullmatch(r"figures\[\d+\]\.timeline\.bars\[\d+\]", where):
            yield from _leads(record.get("source"), sources, f"{where}.source", "source")
        elif re.fullmatch(r"provenance\.inconsistencies\[\d+\]", where):
            listed = record.get("places")
            for number, name in enumerate(listed if isinstance(listed, list) else ()):
                yield from _leads(name, places, f"{where}.places[{number}]", "place")


def _box_problems(data: Any) -> Iterator[Problem]:  # noqa: ANN401
    """Find what is wrong with the box that says when to call: places where it cannot stand, no form or both, key words that are not the first."""
    box = data.get("urgent_care") if isinstance(data, dict) else None
    if not isinstance(box, dict):
        return
    where = "urgent_care"
    pages = [data.get("sections"), data["faq"].get("entries") if isinstance(data.get("faq"), dict) else None]
    known = {
        page["id"] for listed in pages if isinstance(listed, list) for page in listed if isinstance(page, dict) and isinstance(page.get("id"), str)
    }
    first_at = box.get("first_at")
    for number, name in enumerate(first_at if isinstance(first_at, list) else ()):
        for problem in _leads(name, known, f"{where}.first_at[{number}]", "section or question"):
            yield Problem(problem.where, f"{problem.what}; the box stands first on the first page instead", opens=True)
    older = [name for name in ("signs", "emergency", "triggers") if box.get(name)]
    if not box.get("groups") and not box.get("signs"):
        yield Problem(f"{where}.groups", "is missing: the box has no sign")
    if box.get("groups"):
        yield from (Problem(f"{where}.{name}", "belongs to the form without groups, and would not be shown") for name in older)
    for place, record in _records(box, where):
        lead, text = record.get("lead"), record.get("text")
        if isinstance(lead, str) and isinstance(text, str) and not text.startswith(lead):
            yield Problem(f"{place}.lead", "is not how the text begins, so it cannot be printed bold")


def _leads(name: object, known: set[str], where: str, what: str) -> Iterator[Problem]:
    if isinstance(name, str) and name not in known:
        yield Problem(where, f"leads nowhere: there is no {what} {shown(name)}")


def _parent_problems(data: Any) -> Iterator[Problem]:  # noqa: ANN401
    """Find passages and questions whose id does not begin with that of the page they stand on."""
    for where, page in _records(data, ""):
        for group in ("passages", "entries"):
            for number, part in enumerate(page.get(group) or () if isinstance(page.get(group), list) else ()):
                name = part.get("id") if isinstance(part, dict) else None
                if isinstance(name, str) and isinstance(page.get("id"), str) and not name.startswith(f"{page['id']}/"):
                    yield Problem(f"{where}.{group}[{number}].id", f"must begin with {shown(page['id'] + '/')}")


def _records(value: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401
    """Walk every object in the data, outermost first, with its path."""
    if isinstance(value, dict):
        yield where, value
        for name, part in value.items():
            yield from _records(part, f"{where}.{printable(name)}" if where else printable(name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _records(part, f"{where}[{number}]")


# --- review: does the record hold? If not, the article is shown as not reviewed ---


def _is_of_review(problem: Problem) -> bool:
    """Return whether a problem is one of the record; that the field is missing is one of the form."""
    return problem.where.startswith(f"{FIELD}.") or (problem.where == FIELD and problem.what != "is missing")


def _review_problems(data: Any, shapes: Iterable[Problem], today: dt.date) -> Iterator[Problem]:  # noqa: ANN401
    told = [Problem(where, what) for where, what in record_problems(data, today)]
    places = {problem.where for problem in told}
    shaped = [problem for problem in shapes if _is_of_review(problem) and problem.where not in places]
    yield from (replace(problem, what=f"{problem.what}; shown as not reviewed", opens=True) for problem in (*shaped, *told))


# --- words: slips that only a reader would see ---


def _word_problems(data: Any) -> Iterator[Problem]:  # noqa: ANN401
    """Find doubled words; only in English, since other languages double some words rightly."""
    if not (isinstance(data, dict) and str(data.get("language", "")).lower().startswith("en")):
        return
    for where, record in _records(data, ""):
        for name, value in record.items():
            texts = value if isinstance(value, list) else [value]
            for number, text in enumerate(texts):
                if not isinstance(text, str):
                    continue
                place = f"{where}.{printable(name)}" if where else printable(name)
                for found in DOUBLED.finditer(text):
                    if found[1].lower() not in DOUBLED_ON_PURPOSE and not found[1].isdigit():
                        yield Problem(f"{place}[{number}]" if texts is value else place, f"a word is doubled: {shown(found[0])}")
