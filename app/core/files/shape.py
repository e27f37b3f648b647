"""Read a JSON file, and find at a glance whether its data surely have the form that its types give it: most files do."""

import json
import re
from collections import Counter
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from app.core.article.content import SIZE_LIMIT

BROKEN = "\x00-\x1f\x7f-\x9f\ud800-\udfff"
"""Control characters and half characters, as a set in a pattern."""

STEPS = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")
"""The steps of a way: names of fields and numbers in lists."""

_ESCAPED = re.compile(rb"\\[bfnrtu]")
_UNPRINTABLE = re.compile(rb"\xc2[\x80-\x9f]")
_BLANK = re.compile(r'"\s*"')

MENDS = {
    "Expecting ',' delimiter": 'put a comma before this; if this is in the middle of a text, write the quotation mark as \\"',
    "Expecting ':' delimiter": "put a colon between the name of a field and its value",
    "Expecting property name": "remove the comma before a closing bracket, or put the name of the field in quotation marks",
    "Illegal trailing comma": "remove the comma before the closing bracket",
    "Expecting value": "write a value here, or remove the comma before it; a text must be in quotation marks",
    "Invalid control character": "close the text with a quotation mark; a text must be on one line",
    "Unterminated string": "close the text with a quotation mark",
    "Invalid \\": "write each backslash in a text twice",
    "Extra data": "remove what comes after the last closing bracket",
}
"""How to mend JSON, by the beginning of what Python's own reader says of it."""

_PLAIN: msgspec.json.Decoder[Any] = msgspec.json.Decoder()


class Problem(Struct, frozen=True):
    """One thing that is wrong: `where` is a path such as `sections[2].passages[0].text`, or a line and column.

    An article that `opens` in spite of it is shown, since the program makes up for it. `mend` says what to write, where the program knows;
    `other` is a second place that the problem is about; of a reference that leads nowhere, `wrong` is its name and `known` are those that exist.
    """

    where: str
    what: str
    opens: bool = False
    mend: str = ""
    other: str = ""
    wrong: str = ""
    known: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class Object(dict[str, Any]):
    """A JSON object that remembers the fields that stood in it twice."""

    doubled: tuple[str, ...] = ()


@cache
def _decoder(form: Any) -> msgspec.json.Decoder[Any]:  # noqa: ANN401 - a type, or what stands in its place in an annotation
    return msgspec.json.Decoder(form)


def surely(raw: bytes, form: Any) -> Any:  # noqa: ANN401 - any type, and its plain data
    """Return the plain data of a file that has a form without any doubt, or None for one that must be looked at field by field.

    What types do not tell is looked for in the whole file at once: texts without a letter, characters that nobody can see, fields that stand
    twice. A file that is good all the same, such as one with an escaped letter, only takes longer.
    """
    if len(raw) > SIZE_LIMIT:
        return None
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        _decoder(form).decode(raw)
        data = _PLAIN.decode(raw)
        compact = msgspec.json.encode(data)
    except (ValueError, RecursionError):
        return None
    # a field that stood twice is gone from the data, and with it at least one colon; an escaped colon would hide that
    if raw.count(b":") != compact.count(b":") or rb"\u003" in raw:
        return None
    if _ESCAPED.search(compact.replace(rb"\\", b"")) or b"\x7f" in compact or _UNPRINTABLE.search(compact):
        return None
    text = compact.decode()
    if any(text[found.start() - 1] in "[{,:" for found in _BLANK.finditer(text)):  # after a backslash it is the end of a text
        return None
    return data


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
        what = f"is not valid JSON: {error.msg[0].lower()}{error.msg[1:].removesuffix(' at').removesuffix(' starting')}"
        return None, Problem(f"line {error.lineno}, column {error.colno}", what, mend=_mend(error.msg))
    except RecursionError:
        return None, Problem("the file", "is nested too deep to be an article")
    except ValueError:  # a number of more digits than Python converts
        return None, Problem("the file", "contains a number that is too long")


def _mend(message: str) -> str:
    """Return what mends JSON that Python's own reader says this of; empty for words that it has not used so far."""
    return next((mend for beginning, mend in MENDS.items() if message.startswith(beginning)), "")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    marked = Object(made)
    marked.doubled = tuple(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
    return marked


def shown(value: object) -> str:
    """Return a value so that it fits on a line of a report."""
    text = json.dumps(value, ensure_ascii=True, default=str)
    return text if len(text) <= 40 else text[:37] + "..."  # noqa: PLR2004 - a line of a report


def printable(name: str) -> str:
    """Return the name of a field so that it fits on a line of a report."""
    return name.encode("unicode_escape").decode("ascii")[:40]


def in_words(way: str) -> str:
    """Return a way as people count, from 1: `section 3, passage 1, text`. An id, and the file as a whole, stay as they are."""
    if "." not in way and "[" not in way:
        return way
    parts: list[str] = []
    for name, number in STEPS.findall(way):
        if number:
            parts[-1:] = [f"{_one_of(parts[-1]) if parts else 'entry'} {int(number) + 1}"]
        else:
            parts.append(name)
    return ", ".join(parts)


def _one_of(name: str) -> str:
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name.removesuffix("s")
