"""Look through an SVG file before anything draws it, and take it apart at its steps.

What is looked for: harm (a document that expands without end, reaches outside itself, or runs something), and slips that would leave a drawing empty.
The parser is pyexpat itself; it stops at the first document type, so no entity is ever expanded.
"""

import pyexpat
import re
from bisect import insort
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from app.core.figures.files import SIZE_LIMIT, FigureError

DEPTH_LIMIT = 64
ELEMENT_LIMIT = 100_000
TOLD = 50
"""Problems told at most; a file with more is no figure at all."""

LONGEST_SIDE = 100_000

NAMESPACE = "http://www.w3.org/2000/svg"
XML_ID = "http://www.w3.org/XML/1998/namespace id"

FORBIDDEN = frozenset(
    {
        "script", "handler", "listener", "foreignobject", "iframe", "frame", "object", "embed", "applet", "audio", "video", "canvas", "link", "meta",
        "base", "form", "animate", "animatecolor", "animatemotion", "animatetransform", "set", "discard",
    }
)  # fmt: skip
"""Elements that run, embed or move something."""

ADDRESS = re.compile(r"""\b(?:url|src|image|image-set)\s*\(\s*["']?\s*(#?)([^"')\s]{0,60})""", re.IGNORECASE)
STEP = re.compile(r"step-([1-9][0-9]{0,3})")
NUMBER = re.compile(r"\s*\+?([0-9]{0,9}\.?[0-9]{0,9}(?:[eE][+-]?[0-9]{1,2})?)\s*(?:px|pt|pc|mm|cm|in|em|ex)?\s*")
START = re.compile(r"[+-]?[0-9]{0,9}\.?[0-9]{0,9}(?:[eE][+-]?[0-9]{1,2})?")
ENCODINGS = frozenset({None, "utf-8", "utf8", "us-ascii", "ascii"})


class _StopError(Exception):
    """The rest of the file need not be read."""


def problems_of(raw: bytes) -> tuple[str, ...]:
    """Return every reason why bytes are no usable figure, with its line where it has one; empty when they are good."""
    if len(raw) > SIZE_LIMIT:
        return (f"is larger than {SIZE_LIMIT // 1_000_000} MB",)
    if not raw.strip():
        return ("is empty",)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return (f"line {line}: is not UTF-8 text",)
    before, nul, _ = text.partition("\0")
    if nul:
        line = before.count("\n") + 1
        return (f"line {line}: contains a NUL character",)
    return _Scan().problems(raw)


class _Part:
    """An element with an id, or the root: how many elements it holds itself, and which parts it holds or refers to."""

    __slots__ = ("count", "leads")

    def __init__(self) -> None:
        self.count = 0
        self.leads: list[_Part | str] = []


class _Scan:
    """One reading of a file."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._parser = pyexpat.ParserCreate("utf-8", " ")
        self._parser.buffer_text = True
        self._parser.XmlDeclHandler = self._declared
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._root = _Part()
        self._open: list[_Part] = []
        self._named: dict[str, _Part] = {}
        self._references: list[tuple[int, str]] = []
        self._steps: list[int] = []
        self._style: list[str] | None = None

    def problems(self, raw: bytes) -> tuple[str, ...]:
        try:
            self._parser.Parse(raw, True)  # noqa: FBT003 - the parser takes no name for it
            self._look_over()
        except pyexpat.ExpatError as error:
            self._found.append(f"line {error.lineno}: is not well-formed XML: {pyexpat.ErrorString(error.code)}")
        except _StopError:
            pass
        return tuple(dict.fromkeys(self._found))

    def _tell(self, problem: str, *, stop: bool = False) -> None:
        self._found.append(f"line {self._parser.CurrentLineNumber}: {problem}")
        if stop or len(self._found) >= TOLD:
            raise _StopError

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding and encoding.lower()) not in ENCODINGS:
            self._tell("says that it is not UTF-8, but a figure must be UTF-8")

    def _doctype(self, *_: object) -> None:
        self._tell("has a document type (DOCTYPE), which a figure may not have", stop=True)

    def _instruction(self, target: str, _data: str) -> None:
        self._tell(f"has a processing instruction, {_short(target)}")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self._open:
            if (namespace, local) != (NAMESPACE, "svg"):
                self._tell("is not SVG: the outermost element must be svg, of the namespace " + NAMESPACE, stop=True)
            self._size(attributes)
        elif len(self._open) >= DEPTH_LIMIT:
            self._tell(f"is nested deeper than {DEPTH_LIMIT} elements", stop=True)
        if local.lower() in FORBIDDEN:
            self._tell(f"the element {_short(local)} is not allowed in a figure")
        if self._style is not None:
            self._tell("a style contains an element")
        self._style = [] if local.lower() == "style" else None
        part = self._part(attributes.get("id", attributes.get(XML_ID)), local)
        part.count += 1
        self._open.append(part)
        for attribute, value in attributes.items():
            self._attribute(local, attribute.rpartition(" ")[2].lower(), value)

    def _part(self, name: str | None, local: str) -> _Part:
        above = self._open[-1] if self._open else self._root
        if name is None:
            return above
        if name in self._named:
            self._tell(f"the id {_short(name)} is there twice")
            return above
        if (step := STEP.fullmatch(name)) is not None:
            insort(self._steps, int(step[1]))
            if local != "g":
                self._tell(f"{name} must be a group, the element g")
        part = self._named[name] = _Part()
        above.leads.append(part)
        return part

    def _size(self, attributes: dict[str, str]) -> None:
        box = attributes.get("viewBox")
        if box is None:
            if not all(_is_length(attributes.get(side, "")) for side in ("width", "height")):
                self._tell("has neither a viewBox nor a width and a height")
            return
        numbers = re.split(r"[\s,]+", box.strip())
        begins = all(START.fullmatch(number) for number in numbers[:2])
        if len(numbers) != 4 or not begins or not all(_is_length(number) for number in numbers[2:]):  # noqa: PLR2004 - left, top, width, height
            self._tell("its viewBox is not made of four numbers with a width and a height")

    def _attribute(self, element: str, name: str, value: str) -> None:
        if name.startswith("on"):
            self._tell(f"the attribute {_short(name)} runs a program")
        elif name in {"href", "src"}:
            if not value.strip().startswith("#"):
                self._tell(f"refers to something outside itself: {_short(value)}")
            elif element != "a":
                self._refer(value.strip()[1:])
        elif name == "base":
            self._tell("the attribute base makes references lead outside the figure")
        else:
            self._styled(value, style=name == "style")

    def _styled(self, value: str, *, style: bool) -> None:
        if "\\" in value and (style or "(" in value):
            self._tell("has a backslash, which could hide an address")
        if style and "@import" in value.lower():
            self._tell("imports a style from outside itself")
        if "(" not in value:
            return
        for found in ADDRESS.finditer(value):
            if found[1]:
                self._refer(found[2])
            else:
                self._tell(f"refers to something outside itself: {_short(found[0])}")

    def _refer(self, name: str) -> None:
        self._open[-1].leads.append(name)
        self._references.append((self._parser.CurrentLineNumber, name))

    def _characters(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, _name: str) -> None:
        if self._style is not None:
            self._styled("".join(self._style), style=True)
            self._style = None
        self._open.pop()

    def _look_over(self) -> None:
        """Find what shows only when all has been read."""
        astray = ((line, name) for line, name in self._references if name not in self._named)
        self._found += [f"line {line}: leads nowhere: there is no id {_short(name)}" for line, name in islice(astray, TOLD)]
        if self._steps != list(range(1, len(self._steps) + 1)):
            self._found.append("its steps are not numbered step-1, step-2 and so on without a gap")
        count = self._expanded()
        if count is None:
            self._found.append("its references lead back to themselves")
        elif count > ELEMENT_LIMIT:
            self._found.append(f"draws more than {ELEMENT_LIMIT:,} elements")

    def _expanded(self) -> int | None:
        """Return how many elements are drawn when every reference is followed, held just above the limit; `None` for a circle."""
        counts: dict[int, int] = {}
        way: set[int] = {id(self._root)}
        stack: list[tuple[_Part, Iterator[_Part | str]]] = [(self._root, iter(self._root.leads))]
        counts[id(self._root)] = self._root.count
        while stack:
            part, leads = stack[-1]
            lead = next(leads, None)
            if lead is None:
                stack.pop()
                way.discard(id(part))
                if stack:
                    above = id(stack[-1][0])
                    counts[above] = min(counts[above] + counts[id(part)], ELEMENT_LIMIT + 1)
                continue
            to = self._named.get(lead) if isinstance(lead, str) else lead
            if to is None:
                continue
            if id(to) in way:
                return None
            if id(to) in counts:
                counts[id(part)] = min(counts[id(part)] + counts[id(to)], ELEMENT_LIMIT + 1)
                continue
            counts[id(to)] = to.count
            way.add(id(to))
            stack.append((to, iter(to.leads)))
        return counts[id(self._root)]


def _is_length(text: str) -> bool:
    found = NUMBER.fullmatch(text)
    try:
        return found is not None and 0 < float(found[1]) <= LONGEST_SIDE
    except ValueError:
        return False


def _short(text: str) -> str:
    shown = text.strip()[:41].encode("unicode_escape").decode("ascii")
    return shown if len(shown) <= 40 else shown[:37] + "..."  # noqa: PLR2004 - a line of a report


# --- steps ---


class _Step(Struct, frozen=True):
    """A group that is revealed as step `number`: its bytes from `begin` to `end`."""

    number: int
    begin: int
    end: int


def step_count(svg: str) -> int:
    """Return how many steps a drawing is revealed in; 0 when it is shown at once. Raise `FigureError` for what is no XML."""
    return max((step.number for step in _steps(svg.encode("utf-8", "replace"))), default=0)


def up_to_step(svg: str, step: int) -> str:
    """Return the drawing without the groups of later steps. Raise `FigureError` for what is no XML."""
    raw = svg.encode("utf-8", "replace")
    kept, at = [], 0
    for group in _steps(raw):
        if group.number > step and group.begin >= at:
            kept.append(raw[at : group.begin])
            at = group.end
    return b"".join([*kept, raw[at:]]).decode("utf-8")


def _steps(raw: bytes) -> list[_Step]:
    """Return the step groups in the order in which they begin."""
    parser = pyexpat.ParserCreate("utf-8", " ")
    found: list[_Step] = []
    stack: list[tuple[int, int]] = []
    bare = False  # nothing has come since the last tag was opened

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal bare
        step = STEP.fullmatch(attributes.get("id", "")) if name == f"{NAMESPACE} g" else None
        stack.append((int(step[1]) if step else 0, parser.CurrentByteIndex))
        bare = True

    def end(_name: str) -> None:
        nonlocal bare
        number, begins = stack.pop()
        at = parser.CurrentByteIndex
        if number:
            closed_itself = bare and raw[at - 2 : at] == b"/>"
            found.append(_Step(number, begins, at if closed_itself else raw.index(b">", at) + 1))
        bare = False

    def other(*_: object) -> None:
        nonlocal bare
        bare = False

    def refuse(*_: object) -> None:
        raise FigureError("has a document type (DOCTYPE), which a figure may not have")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, other
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - the parser takes no name for it
    except pyexpat.ExpatError as error:
        raise FigureError(f"line {error.lineno}: is not well-formed XML: {pyexpat.ErrorString(error.code)}") from error
    return sorted(found, key=lambda group: group.begin)
