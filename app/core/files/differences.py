"""Go through data field by field and tell every way in which they do not have a form: what is slow, and only a damaged file needs."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import msgspec
import msgspec.inspect as types
from msgspec import Struct
from msgspec.structs import replace

from app.core.article.content import CAPITAL_ID_PATTERN, FACT_PATTERN, LANGUAGE_PATTERN, PLACE_PATTERN, WEEK_PATTERN
from app.core.files.shape import BROKEN, Object, Problem, parse, printable, shown, surely

KINDS = {dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a whole number", float: "a number", type(None): "null"}

WANTED = {
    PLACE_PATTERN: "an id such as brewing or brewing/time: small letters a to z, digits and hyphens, with one slash at most",
    CAPITAL_ID_PATTERN: "an id such as EN18 or S01: capital letters, then digits",
    FACT_PATTERN: "the number of a fact, such as F041",
    WEEK_PATTERN: "a week such as 27, or 27+6 for 27 weeks and 6 days",
    LANGUAGE_PATTERN: "a language code such as en, es or pt-BR",
}
"""What a text with a pattern must be, in words."""

_BROKEN = re.compile(f"[{BROKEN}]")


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
    good = frozenset(_good(data, form, "")) if _is_plain(data) else frozenset[str]()
    yield from _Comparison(good).problems(data, _form(form), "")


@cache
def _form(form: type[Struct]) -> types.Type:
    return types.type_info(form)


def _is_plain(value: object) -> bool:
    """Return whether data can be written as JSON and read again without a change: no field stood twice, and no number is a fraction."""
    if isinstance(value, dict):
        return not isinstance(value, Object) and all(map(_is_plain, value.values()))
    return all(map(_is_plain, value)) if isinstance(value, list) else not isinstance(value, float)


def _good(value: object, form: Any, where: str) -> Iterator[str]:  # noqa: ANN401 - a type, or what stands in its place in an annotation
    """Give the places of the largest parts that have their form without any doubt: the walk passes over them."""
    if get_origin(form) is Annotated:
        form = get_args(form)[0]
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(form)} if isinstance(form, type) and issubclass(form, Struct) else {}
    listed = get_args(form)[0] if get_origin(form) is tuple else None
    parts: list[tuple[object, Any, str]] = []
    if isinstance(value, dict):
        parts = [(value[name], kind, f"{where}.{name}" if where else name) for name, kind in fields.items() if name in value]
    elif isinstance(value, list) and listed is not None:
        parts = [(part, listed, f"{where}[{number}]") for number, part in enumerate(value)]
    for part, kind, place in parts:
        if isinstance(part, dict | list):
            if _is_good(part, kind):
                yield place
            else:
                yield from _good(part, kind, place)


def _is_good(value: object, form: Any) -> bool:  # noqa: ANN401
    try:
        return surely(msgspec.json.encode(value), form) is not None
    except (ValueError, RecursionError):  # half a character, or a number without end
        return False


class _Comparison(Struct, frozen=True):
    """One walk through data beside their form; places that are known to be good are passed over."""

    good: frozenset[str]

    def problems(self, value: Any, kind: types.Type, where: str) -> Iterator[Problem]:  # noqa: ANN401 - anything JSON can hold
        if where in self.good:
            return
        match kind:
            case types.Metadata():
                yield from self.problems(value, kind.type, where)
            case types.UnionType():
                yield from self._union(value, kind, where)
            case types.StructType():
                yield from self._struct(value, kind, where)
            case types.VarTupleType():
                yield from self._list(value, kind, where)
            case types.StrType():
                yield from _text_problems(value, kind, where)
            case types.LiteralType():
                if value not in kind.values or type(value) not in {type(allowed) for allowed in kind.values}:
                    choices = ", ".join(map(shown, kind.values))
                    yield Problem(where, f"must be {'one of ' if len(kind.values) > 1 else ''}{choices}, not {shown(value)}")
            case types.DateType():
                yield from _date_problems(value, where)
            case types.BoolType():
                yield from _kind_problems(value, bool, where)
            case types.IntType():
                yield from _kind_problems(value, int, where)
            case _:  # pragma: no cover - a type that the content does not use yet
                raise NotImplementedError(kind)

    def _union(self, value: Any, kind: types.UnionType, where: str) -> Iterator[Problem]:  # noqa: ANN401
        if value is None and _may_be_null(kind):
            return
        for option in kind.types:
            if not isinstance(option, types.NoneType):
                yield from self.problems(value, option, where)

    def _struct(self, value: Any, kind: types.StructType, where: str) -> Iterator[Problem]:  # noqa: ANN401
        if not isinstance(value, dict):
            yield from _kind_problems(value, dict, where)
            return
        prefix = f"{where}." if where else ""
        for name in getattr(value, "doubled", ()):
            yield Problem(f"{prefix}{printable(name)}", "is there twice", mend="remove one of them; only the last one would be used")
        known = {member.encode_name: member for member in kind.fields}
        for name, member in known.items():
            place = f"{prefix}{name}"
            if name not in value:
                if member.required:
                    empty = "; where there is nothing to say, write null" if _may_be_null(member.type) else ""
                    yield Problem(place, f"{MISSING}{empty}", mend=f'add "{name}": {_example(member.type)}')
                continue
            for problem in self.problems(value[name], member.type, place):
                is_field = problem.where == place and not member.required
                yield replace(problem, what=f"{problem.what}; this field may be left out") if is_field else problem
        unknown = [name for name in value if name not in known]
        for number, name in enumerate(unknown):
            meant = _meant(name, known) if number < HINTED else ""  # each costs a comparison with every field
            mend = f"write {meant}, or remove the field" if meant else "remove the field"
            yield Problem(f"{prefix}{printable(name)}", f"is an unknown field{f': did you mean {meant}?' if meant else ''}", mend=mend)

    def _list(self, value: Any, kind: types.VarTupleType, where: str) -> Iterator[Problem]:  # noqa: ANN401
        if not isinstance(value, list):
            yield from _kind_problems(value, list, where)
            return
        if len(value) < (kind.min_length or 0):
            yield Problem(where, "needs at least one entry")
        for number, part in enumerate(value):
            yield from self.problems(part, kind.item_type, f"{where}[{number}]")


MISSING = "is missing and must not be left out"

HINTED = 20
"""Unknown fields of one object, at most, for which the field that may be meant is looked for."""


EXAMPLES = {types.StructType: "{ … }", types.DateType: '"2025-10-18"', types.IntType: "1", types.BoolType: "false"}
"""What a value of a type looks like in the file; everything else is a text."""


def _may_be_null(kind: types.Type) -> bool:
    kind = kind.type if isinstance(kind, types.Metadata) else kind
    return isinstance(kind, types.UnionType) and any(isinstance(option, types.NoneType) for option in kind.types)


def _example(kind: types.Type) -> str:
    """Return what a value looks like, as it is written in the file."""
    if _may_be_null(kind):
        return "null"
    kind = kind.type if isinstance(kind, types.Metadata) else kind
    if isinstance(kind, types.LiteralType):
        return shown(kind.values[0])
    if isinstance(kind, types.VarTupleType):
        return "[ … ]" if kind.min_length else "[]"
    return EXAMPLES.get(type(kind), '" … "')


def _meant(name: str, known: dict[str, types.Field]) -> str:
    """Return the field that is spelled most like an unknown one, or nothing."""
    import difflib  # noqa: PLC0415 - slow to load, and only a wrong name needs it

    alike = difflib.get_close_matches(name[:40].lower(), known, n=1)
    return alike[0] if alike else ""


def _kind_problems(value: Any, wanted: type, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if type(value) is not wanted and not (wanted is dict and isinstance(value, dict)):
        found = KINDS.get(dict if isinstance(value, dict) else type(value), "something else")
        yield Problem(where or "the file", f"must be {KINDS[wanted]}, not {found}")


def _text_problems(value: Any, kind: types.StrType, where: str) -> Iterator[Problem]:  # noqa: ANN401
    if not isinstance(value, str):
        yield from _kind_problems(value, str, where)
    elif kind.min_length and not value.strip():
        yield Problem(where, "is empty")
    elif kind.max_length and len(value) > kind.max_length:
        yield Problem(where, f"is longer than {kind.max_length:,} characters")
    elif kind.pattern and not re.search(kind.pattern, value):
        yield Problem(where, f"is not {WANTED[kind.pattern]}: {shown(value)}")
    elif _BROKEN.search(value):
        yield Problem(where, "contains a character that cannot be shown, such as a tab, a line break or half a letter")


def _date_problems(value: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401
    try:
        # fromisoformat alone would take 20251018 and 2025-W42-6 too
        good = isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        good = False
    if not good:
        yield Problem(where, f"is not a date such as 2025-10-18: {shown(value)}")
