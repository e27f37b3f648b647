"""Compare the data of a JSON file with the form that its types give it, and tell every difference with its place, in plain words.

It works on the raw data, so that one problem never hides another.
"""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec.inspect as types
from msgspec import Struct

from app.core.article.content import SIZE_LIMIT

KINDS = {dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a whole number", float: "a number", type(None): "null"}

BROKEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


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


def shape_problems(raw: bytes, form: type[Struct]) -> tuple[object, tuple[Problem, ...]]:
    """Return the data of another small file, and every way in which they do not have a form; None for data that could not be read."""
    data, problem = parse(raw)
    if problem is not None:
        return None, (problem,)
    try:
        return data, tuple(differences(data, form))
    except RecursionError:
        return None, (Problem("the file", "is nested too deep"),)


def differences(data: object, form: type[Struct]) -> Iterator[Problem]:
    """Give every way in which decoded data do not have a form; raise `RecursionError` for what is nested too deep."""
    yield from _shape_problems(data, _form(form), "")


@cache
def _form(form: type[Struct]) -> types.Type:
    return types.type_info(form)


def parse(raw: bytes) -> tuple[Any, Problem | None]:  # noqa: PLR0911 - one return for each thing that can be wrong
    """Return the data of a JSON file, or None and what keeps it from being read."""
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


def shown(value: object) -> str:
    """Return a value so that it fits on a line of a report."""
    text = json.dumps(value, ensure_ascii=True, default=str)
    return text if len(text) <= 40 else text[:37] + "..."  # noqa: PLR2004 - a line of a report


def _shape_problems(value: Any, kind: types.Type, where: str) -> Iterator[Problem]:  # noqa: ANN401 - anything JSON can hold
    match kind:
        case types.Metadata():
            yield from _shape_problems(value, kind.type, where)
        case types.UnionType():
            yield from _union_problems(value, kind, where)
        case types.StructType():
            yield from _struct_problems(value, kind, where)
        case types.VarTupleType():
            yield from _list_problems(value, kind, where)
        case types.StrType():
            yield from _text_problems(value, kind, where)
        case types.LiteralType():
            if value not in kind.values or type(value) not in {type(allowed) for allowed in kind.values}:
                yield Problem(where, f"must be one of {', '.join(map(shown, kind.values))}, not {shown(value)}")
        case types.DateType():
            yield from _date_problems(value, where)
        case types.BoolType():
            yield from _kind_problems(value, bool, where)
        case types.IntType():
            yield from _kind_problems(value, int, where)
        case _:  # pragma: no cover - a type that the content does not use yet
            raise NotImplementedError(kind)


def _kind_problems(value: Any, wanted: type, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if type(value) not in {wanted, _Object if wanted is dict else wanted}:
        found = KINDS.get(dict if isinstance(value, dict) else type(value), "something else")
        yield Problem(where or "the file", f"must be {KINDS[wanted]}, not {found}")


def _union_problems(value: Any, kind: types.UnionType, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if value is None and any(isinstance(option, types.NoneType) for option in kind.types):
        return
    for option in kind.types:
        if not isinstance(option, types.NoneType):
            yield from _shape_problems(value, option, where)


def _struct_problems(value: Any, kind: types.StructType, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if not isinstance(value, dict):
        yield from _kind_problems(value, dict, where)
        return
    prefix = f"{where}." if where else ""
    for name in getattr(value, "doubled", ()):
        yield Problem(f"{prefix}{printable(name)}", "stands twice")
    known = {member.encode_name: member for member in kind.fields}
    for name, member in known.items():
        if name in value:
            yield from _shape_problems(value[name], member.type, f"{prefix}{name}")
        elif member.required:
            yield Problem(f"{prefix}{name}", "is missing")
    for name in value:
        if name not in known:
            yield Problem(f"{prefix}{printable(name)}", "is not a field of the form")


def _list_problems(value: Any, kind: types.VarTupleType, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if not isinstance(value, list):
        yield from _kind_problems(value, list, where)
        return
    if len(value) < (kind.min_length or 0):
        yield Problem(where, "needs at least one entry")
    for number, part in enumerate(value):
        yield from _shape_problems(part, kind.item_type, f"{where}[{number}]")


def _text_problems(value: Any, kind: types.StrType, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if not isinstance(value, str):
        yield from _kind_problems(value, str, where)
    elif kind.min_length and not value.strip():
        yield Problem(where, "is empty")
    elif kind.max_length and len(value) > kind.max_length:
        yield Problem(where, f"is longer than {kind.max_length:,} characters")
    elif kind.pattern and not re.search(kind.pattern, value):
        yield Problem(where, f"is not a well-formed id: {shown(value)}")
    elif BROKEN.search(value):
        yield Problem(where, "holds a control character or half a character")


def _date_problems(value: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401
    try:
        # fromisoformat alone would take 20251018 and 2025-W42-6 too
        good = isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        good = False
    if not good:
        yield Problem(where, f"is not a date such as 2025-10-18: {shown(value)}")


def printable(name: str) -> str:
    """Return the name of a field so that it fits on a line of a report."""
    return name.encode("unicode_escape").decode("ascii")[:40]
