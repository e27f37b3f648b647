"""Where in a file a problem stands: a map from ways through its data to lines and columns, made only when there is a problem to tell.

A reader of another form (Markdown) makes the same map: `Spots` of the ways through the article that it has made, and of the places in it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from app.core.files.shape import Problem, in_words, shown

DEPTH = 40
"""How deep the map goes: an article is eight deep, and of what is nested without end the beginning is enough."""

Kind = Literal["error", "advice", "suggestion"]
"""An error keeps the file from being what it says, advice is what could be better, a suggestion is a help while writing that is never counted."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_LINE = re.compile(r"line (\d+)(?:, column (\d+))?$")


class Spot(Struct, frozen=True):
    """A line, and a column in it; both count from 1, and column 0 is the whole line."""

    line: int
    column: int = 0

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}" if self.column else f"line {self.line}"


class Spots(Struct, frozen=True):
    """Where the parts of a file stand.

    `by_way` has the ways as a `Problem` names them (`sections[2].passages[0].text`), `ids` the id of each record that has one, by the way to it.
    """

    by_way: Mapping[str, Spot] = {}
    ids: Mapping[str, str] = {}

    def of(self, where: str) -> Spot | None:
        """Return the spot of a way or an id; what is not there stands in what it would be a part of. None for the file as a whole."""
        if found := _LINE.match(where):
            return Spot(int(found[1]), int(found[2] or 0))
        way = self._way_of(where)
        while way and way not in self.by_way:
            way = _above(way)
        return self.by_way.get(way) if way else None

    def place_of(self, where: str) -> str:
        """Return the id of the innermost record that a way leads into, or the id itself; empty where there is none."""
        way = self._way_of(where)
        while way and way not in self.ids:
            way = _above(way)
        return self.ids.get(way, "")

    def _way_of(self, where: str) -> str:
        if where in self.by_way:
            return where
        return next((way for way, name in self.ids.items() if name == where), where)


def _above(way: str) -> str:
    return way[: max(way.rfind("."), way.rfind("["), 0)]


class Message(Struct, frozen=True):
    """One thing to report to an author: where in words, what, and how to mend it, if known. `way` and `place` are for other tools and the page."""

    kind: Kind
    where: str
    what: str
    mend: str = ""
    line: int = 0
    column: int = 0
    way: str = ""
    place: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


HINTED = 20
"""References at most for which the name that may be meant is looked for: each costs a comparison with every name."""


def messages_of(kind: Kind, problems: Iterable[Problem], spots: Spots) -> tuple[Message, ...]:
    """Return what is reported of some problems, in the order of the file; those that stand nowhere come first."""
    hints = iter(range(HINTED))
    told = [_message_of(kind, problem, spots, _nearest(problem) if problem.known and next(hints, None) is not None else "") for problem in problems]
    return tuple(sorted(told, key=lambda one: (one.line, one.column)))


def _nearest(problem: Problem) -> str:
    import difflib  # noqa: PLC0415 - slow to load, and only a wrong reference needs it

    alike = difflib.get_close_matches(problem.wrong[:80], sorted(problem.known), n=1, cutoff=0.5)
    return f"write {shown(alike[0])}, the nearest name; or " if alike else ""


def _message_of(kind: Kind, problem: Problem, spots: Spots, hint: str) -> Message:
    spot, is_line = spots.of(problem.where) or Spot(0), _LINE.match(problem.where) is not None
    what = problem.what
    if problem.other and (other := spots.of(problem.other)) is not None:
        what = f"{what} (line {other.line})"
    where = "" if is_line else in_words(problem.where)
    return Message(
        kind, where, what, f"{hint}{problem.mend}", spot.line, spot.column, "" if is_line else problem.where, spots.place_of(problem.where)
    )


def json_spots(raw: bytes) -> Spots:
    """Return where the values of a JSON file stand; of a broken file what stands before the fault."""
    text = raw.decode("utf-8-sig", errors="replace")
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    by_way: dict[str, Spot] = {}
    ids: dict[str, str] = {}
    open_ones: list[_Open] = []
    for found in _TOKEN.finditer(text):
        sign = found[0]
        if sign in {"}", "]"}:
            if open_ones:
                open_ones.pop()
            continue
        above = open_ones[-1] if open_ones else None
        if sign in {",", ":"}:
            if above is not None:
                above.step(sign)
            continue
        if above is not None and above.wants_name:
            above.name = _read(sign)
            continue
        way = above.way_of_next() if above is not None else ""
        line = bisect_right(starts, found.start())
        if way and len(open_ones) <= DEPTH:
            by_way[way] = Spot(line, found.start() - starts[line - 1] + 1)
            if above is not None and above.name == "id" and above.way and sign.startswith('"'):
                ids.setdefault(above.way, _read(sign))
        if sign in {"{", "["}:
            deep = len(open_ones) > DEPTH
            open_ones.append(_Open("" if deep else way, is_object=sign == "{", is_deep=deep))
    return Spots(by_way, ids)


class _Open:
    """A list or an object that the walk is in."""

    def __init__(self, way: str, *, is_object: bool, is_deep: bool) -> None:
        self.way, self._is_object, self._is_deep = way, is_object, is_deep
        self._number = 0
        self.name = ""
        self.wants_name = is_object

    def step(self, sign: str) -> None:
        if sign == ",":
            self._number += 1
        self.wants_name = self._is_object and sign == ","

    def way_of_next(self) -> str:
        if self._is_deep:
            return ""
        if not self._is_object:
            return f"{self.way}[{self._number}]"
        return f"{self.way}.{self.name}" if self.way else self.name


def _read(sign: str) -> str:
    """Return the text of a sign that is a text; a broken one is no name that anything leads to."""
    if "\\" not in sign:
        return sign.strip('"')
    try:
        return str(msgspec.json.decode(sign.encode("utf-8", "surrogatepass"), strict=False))
    except (ValueError, RecursionError):
        return sign
