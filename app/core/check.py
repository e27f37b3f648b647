"""Find every problem of a content file at once, each with its place and in plain words.

The shape of the data is compared with the types of `app.core.content`; then what types cannot say is looked at: ids that stand twice,
links that lead nowhere, doubled words. Both work on the raw data, so that one problem never hides another.
"""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec.inspect as shape
from msgspec import Struct
from msgspec.structs import replace

from app.core.content import SCHEMA, SIZE_LIMIT, Article
from app.core.figures import check_figures
from app.core.review import FIELD, record_problems

RESERVED = frozenset({"sources", "figures", "glossary", "provenance", "changes", "keys", "licences"})
"""Pages that the program itself adds; no content may take their ids."""

KINDS = {dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a whole number", float: "a number", type(None): "null"}

DOUBLED = re.compile(r"\b(\w+)\s+\1\b", re.IGNORECASE)
BROKEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
DOUBLED_ON_PURPOSE = frozenset({"had", "that"})


class Problem(Struct, frozen=True):
    """One thing that is wrong: `where` is a path such as `sections[2].passages[0].text`, or a line and column.

    An article that `opens` in spite of it is shown, since the program makes up for it.
    """

    where: str
    what: str
    opens: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class _Object(dict[str, Any]):
    """A JSON object that remembers the fields that stood in it twice."""

    doubled: tuple[str, ...] = ()


def problems(raw: bytes, folder: Path | tuple[Path, ...] | None = None, today: dt.date | None = None) -> tuple[Problem, ...]:
    """Return every problem of a content file's bytes, in reading order; empty when the file is good.

    With the folder in which the file lies, its figures are looked through too. No review is later than `today`.
    """
    data, problem = _parse(raw)
    if problem is not None:
        return (problem,)
    if isinstance(data, dict) and "schema" in data and data["schema"] != SCHEMA:
        return (Problem("schema", f"the file is written in form {_shown(data['schema'])}; this program reads form {SCHEMA}"),)
    try:
        shapes = tuple(_shape_problems(data, _ARTICLE, ""))
        reviews = tuple(_review_problems(data, shapes, today or dt.date.today()))  # noqa: DTZ011 - the reader's own day
        others = (problem for problem in shapes if not _is_of_review(problem))
        found = (*others, *reviews, *_link_problems(data), *_box_problems(data), *_word_problems(data))
        return found if folder is None else (*found, *check_figures(data, folder))
    except RecursionError:
        return (Problem("the file", "is nested too deep to be an article"),)


def shape_problems(raw: bytes, form: type[Struct]) -> tuple[object, tuple[Problem, ...]]:
    """Return the data of another small file, and every way in which they do not have a form; None for data that could not be read."""
    data, problem = _parse(raw)
    if problem is not None:
        return None, (problem,)
    try:
        return data, tuple(_shape_problems(data, shape.type_info(form), ""))
    except RecursionError:
        return None, (Problem("the file", "is nested too deep"),)


def _parse(raw: bytes) -> tuple[Any, Problem | None]:  # noqa: PLR0911 - one return for each thing that can be wrong
    if len(raw) > SIZE_LIMIT:
        return None, Problem("the file", f"is larger than {SIZE_LIMIT // 1_000_000} MB")
    if not raw.strip():
        return None, Problem("the file", "is empty")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, Problem(f"line {line}", "is not UTF-8 text")
    try:
        return json.loads(text, object_pairs_hook=_object), None
    except json.JSONDecodeError as error:
        return None, Problem(f"line {error.lineno}, column {error.colno}", f"is not valid JSON: {error.msg[0].lower()}{error.msg[1:]}")
    except RecursionError:
        return None, Problem("the file", "is nested too deep to be an article")
    except ValueError:  # a number of more digits than Python converts
        return None, Problem("the file", "holds a number that is too long")


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        made.doubled = tuple(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
    return made


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True, default=str)
    return text if len(text) <= 40 else text[:37] + "..."  # noqa: PLR2004 - a line of a report


# --- shape: does the data have the form of the types? ---

_ARTICLE = shape.type_info(Article)


def _shape_problems(value: Any, kind: shape.Type, where: str) -> Iterator[Problem]:  # noqa: ANN401 - anything JSON can hold
    match kind:
        case shape.Metadata():
            yield from _shape_problems(value, kind.type, where)
        case shape.UnionType():
            yield from _union_problems(value, kind, where)
        case shape.StructType():
            yield from _struct_problems(value, kind, where)
        case shape.VarTupleType():
            yield from _list_problems(value, kind, where)
        case shape.StrType():
            yield from _text_problems(value, kind, where)
        case shape.LiteralType():
            if value not in kind.values or type(value) not in {type(allowed) for allowed in kind.values}:
                yield Problem(where, f"must be one of {', '.join(map(_shown, kind.values))}, not {_shown(value)}")
        case shape.DateType():
            yield from _date_problems(value, where)
        case shape.BoolType():
            yield from _kind_problems(value, bool, where)
        case shape.IntType():
            yield from _kind_problems(value, int, where)
        case _:  # pragma: no cover - a type that the content does not use yet
            raise NotImplementedError(kind)


def _kind_problems(value: Any, wanted: type, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if type(value) not in {wanted, _Object if wanted is dict else wanted}:
        found = KINDS.get(dict if isinstance(value, dict) else type(value), "something else")
        yield Problem(where or "the file", f"must be {KINDS[wanted]}, not {found}")


def _union_problems(value: Any, kind: shape.UnionType, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if value is None and any(isinstance(option, shape.NoneType) for option in kind.types):
        return
    for option in kind.types:
        if not isinstance(option, shape.NoneType):
            yield from _shape_problems(value, option, where)


def _struct_problems(value: Any, kind: shape.StructType, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if not isinstance(value, dict):
        yield from _kind_problems(value, dict, where)
        return
    prefix = f"{where}." if where else ""
    for name in getattr(value, "doubled", ()):
        yield Problem(f"{prefix}{_printable(name)}", "stands twice")
    known = {member.encode_name: member for member in kind.fields}
    for name, member in known.items():
        if name in value:
            yield from _shape_problems(value[name], member.type, f"{prefix}{name}")
        elif member.required:
            yield Problem(f"{prefix}{name}", "is missing")
    for name in value:
        if name not in known:
            yield Problem(f"{prefix}{_printable(name)}", "is not a field of the form")


def _list_problems(value: Any, kind: shape.VarTupleType, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if not isinstance(value, list):
        yield from _kind_problems(value, list, where)
        return
    if len(value) < (kind.min_length or 0):
        yield Problem(where, "needs at least one entry")
    for number, part in enumerate(value):
        yield from _shape_problems(part, kind.item_type, f"{where}[{number}]")


def _text_problems(value: Any, kind: shape.StrType, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if not isinstance(value, str):
        yield from _kind_problems(value, str, where)
    elif kind.min_length and not value.strip():
        yield Problem(where, "is empty")
    elif kind.max_length and len(value) > kind.max_length:
        yield Problem(where, f"is longer than {kind.max_length:,} characters")
    elif kind.pattern and not re.search(kind.pattern, value):
        yield Problem(where, f"is not a well-formed id: {_shown(value)}")
    elif BROKEN.search(value):
        yield Problem(where, "holds a control character or half a character")


def _date_problems(value: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401
    try:
        # fromisoformat alone would take 20251018 and 2025-W42-6 too
        good = isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        good = False
    if not good:
        yield Problem(where, f"is not a date such as 2025-10-18: {_shown(value)}")


def _printable(name: str) -> str:
    return name.encode("unicode_escape").decode("ascii")[:40]


# --- links: does every id stand once, and does every reference lead to one? ---


def _link_problems(data: Any) -> Iterator[Problem]:  # noqa: ANN401
    seen: dict[str, str] = {}
    for where, record in _records(data, ""):
        name = record.get("id")
        if where and isinstance(name, str):
            if name in seen:
                yield Problem(f"{where}.id", f"{_shown(name)} is the id of {seen[name]} already")
            elif name in RESERVED:
                yield Problem(f"{where}.id", f"{_shown(name)} is a page of the program")
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
                    yield Problem(f"{where}.{group}[{number}]", f"leads nowhere: there is no {group[:-1]} {_shown(name)}")
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
        yield Problem(where, f"leads nowhere: there is no {what} {_shown(name)}")


def _parent_problems(data: Any) -> Iterator[Problem]:  # noqa: ANN401
    """Find passages and questions whose id does not begin with that of the page they stand on."""
    for where, page in _records(data, ""):
        for group in ("passages", "entries"):
            for number, part in enumerate(page.get(group) or () if isinstance(page.get(group), list) else ()):
                name = part.get("id") if isinstance(part, dict) else None
                if isinstance(name, str) and isinstance(page.get("id"), str) and not name.startswith(f"{page['id']}/"):
                    yield Problem(f"{where}.{group}[{number}].id", f"must begin with {_shown(page['id'] + '/')}")


def _records(value: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401
    """Walk every object in the data, outermost first, with its path."""
    if isinstance(value, dict):
        yield where, value
        for name, part in value.items():
            yield from _records(part, f"{where}.{_printable(name)}" if where else _printable(name))
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
                place = f"{where}.{_printable(name)}" if where else _printable(name)
                for found in DOUBLED.finditer(text):
                    if found[1].lower() not in DOUBLED_ON_PURPOSE and not found[1].isdigit():
                        yield Problem(f"{place}[{number}]" if texts is value else place, f"a word is doubled: {_shown(found[0])}")
