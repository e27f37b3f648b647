"""Slides as values: what stands on each, in what order it is shown, and where a text that does not fit is parted.

How much room a text takes is not known here: whoever shows the slides says so with a `Measure`.
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from app.core.base.text import sentences
from app.core.pages.blocks import Run

HEIGHT = 1080
"""Sizes below are parts of the screen's height, in 1080ths."""

TITLE, TITLE_LEAST = 80, HEIGHT // 15
TEXT = (52, 44, HEIGHT // 30)
"""Sizes of a statement or answer, the largest that fits is taken; what does not fit at the last goes on on another slide."""

NOTE, DETAILS, FOOTER = HEIGHT // 30, 28, HEIGHT // 45

Kind = Literal["title", "text", "question", "figure", "urgent", "end"]
RowKind = Literal["title", "emergency", "call", "text", "item", "label", "note", "details", "source"]


class SlideRow(Struct, frozen=True):
    """A paragraph on a slide, shown from a step on. `emergency` and `call` head the groups of the danger box.

    `label`, `note` and `details` are the parts of a panel of evidence notes: its head (`aside` says that it is no part of the article), a verdict
    with its sentence, and the line with date and sources. `name` is the note's id. What `goes_on` continues the slide before.
    """

    kind: RowKind
    runs: tuple[Run, ...]
    place: str = ""
    step: int = 0
    aside: str = ""
    name: str = ""
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The words, without their styles."""
        return "".join(run.text for run in self.runs)


class SlidePosition(Struct, frozen=True):
    """Where in the lesson a slide stands, among slides of its kind: question 5 of 10."""

    label: str
    number: int
    count: int


class Slide(Struct, frozen=True):
    """One slide. `rows` are set one under the other, statements at `size`; a figure has `pictures` instead, one (SVG) for each step.

    `place` is what it teaches: a section, a question, a figure; empty on the first and the last slides.
    """

    kind: Kind
    title: str
    rows: tuple[SlideRow, ...]
    part: SlidePosition
    place: str = ""
    size: int = TEXT[0]
    pictures: tuple[str, ...] = ()
    alt: str = ""

    @property
    def last_step(self) -> int:
        """The step at which all of the slide is shown; steps begin with 0."""
        return max((len(self.pictures) - 1, *(row.step for row in self.rows)), default=0)

    @property
    def places(self) -> frozenset[str]:
        """Every place whose words stand on the slide."""
        return frozenset(row.place for row in self.rows if row.place) | ({self.place} if self.place else frozenset())

    def shown(self, step: int) -> tuple[SlideRow, ...]:
        """Return the rows that are seen at a step."""
        return tuple(row for row in self.rows if row.step <= step)

    def spoken(self, step: int) -> str:
        """Return what is seen at a step as it is read aloud; a figure in the words that stand for it."""
        return " ".join((*([self.alt] if self.alt else []), *(_spoken(row) for row in self.shown(step))))

    def news(self, step: int) -> str:
        """Return what a step adds, as it is read aloud."""
        if self.pictures:
            return self.spoken(step) if step == 0 else f"{self.title}, {step + 1} / {len(self.pictures)}"
        return " ".join(_spoken(row) for row in self.rows if row.step == step)


RoomNeeded = Callable[[Slide], float]
"""How much of the room above the footer a slide's rows need: up to 1 they fit."""


def _spoken(row: SlideRow) -> str:
    return f"{row.text} ({row.aside})." if row.aside else row.text


def cut(row: SlideRow, fits: Callable[[SlideRow], bool]) -> tuple[SlideRow, SlideRow | None]:
    """Part a row so that its beginning fits: at a sentence's end if one is near, else between words, else within a word.

    The rest is None when all fits. At least one character is taken, so that whoever goes on cutting comes to an end.
    """
    if fits(row):
        return row, None
    text = row.text
    least, most = 0, len(text) - 1
    while least < most:
        middle = (least + most + 1) // 2
        if fits(beginning(row, middle)):
            least = middle
        else:
            most = middle - 1
    at = _good_end(text, max(least, 1))
    rest = replace(row, runs=_from(row.runs, at), goes_on=True)
    return beginning(row, at), rest if rest.text.strip() else None


def beginning(row: SlideRow, length: int) -> SlideRow:
    """Return a row's first characters."""
    runs: list[Run] = []
    for run in row.runs:
        if length > 0:
            runs.append(replace(run, text=run.text[:length]))
            length -= len(run.text)
    return replace(row, runs=tuple(runs))


def _from(runs: Iterable[Run], start: int) -> tuple[Run, ...]:
    """Return the runs from a character on, less the space that the cut leaves at the front."""
    left: list[Run] = []
    for run in runs:
        text = run.text[start:] if start > 0 else run.text
        start -= len(run.text)
        text = text if left else text.lstrip()
        if text:
            left.append(replace(run, text=text))
    return tuple(left)


def _good_end(text: str, most: int) -> int:
    """Return where to part a text at the latest at a position."""
    ends = [end for _, end in sentences(text) if most // 2 <= end <= most]
    if ends:
        return ends[-1]
    at = most
    while at > 0 and not (text[at : at + 1].isspace() or text[at - 1].isspace()):
        at -= 1
    if at > 0:
        return at
    at = most
    while at > 1 and unicodedata.category(text[at])[0] == "M":  # an accent stays with its letter
        at -= 1
    return at


def slide_at(slides: tuple[Slide, ...], place: str, page: str = "") -> int:
    """Return the number of the first slide that shows a place, else one of its page, else the first slide of all."""
    for wanted in (place, page):
        for number, slide in enumerate(slides):
            if wanted and wanted in slide.places:
                return number
    return 0
