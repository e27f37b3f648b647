"""What a page is made of: blocks of text that the screen, print and every export are made from."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from app.core.article.content import BoxGroup, BoxText


class Run(Struct, frozen=True):
    """Words in one style.

    `target` is the place that a link leads to. A term is marked quietly and leads to its meaning.

    `state` says what became of the words between two editions.
    """

    text: str
    strong: bool = False
    target: str | None = None
    term: bool = False
    state: Literal["same", "added", "removed"] = "same"


def words_of(runs: Iterable[Run]) -> str:
    """Return the words of runs, without their styles."""
    return "".join(run.text for run in runs)


class Heading(Struct, frozen=True):
    """A heading of level 1 (the page's title) to 6."""

    text: str
    level: int
    place: str = ""


class Paragraph(Struct, frozen=True):
    """A paragraph; a quiet one is set small and faint (place line, dates)."""

    runs: tuple[Run, ...]
    place: str = ""
    quiet: bool = False


class Item(Struct, frozen=True):
    """A list item; items that follow each other form one list."""

    runs: tuple[Run, ...]
    place: str = ""


class NoteText(Struct, frozen=True):
    """One evidence note: verdict, sentence, and a line with its id, date and sources; one with an alert is never folded away."""

    id: str
    verdict: str
    text: str
    details: tuple[Run, ...]
    alert: bool = True


class Notes(Struct, frozen=True):
    """The evidence notes that stand beside one passage, or a run of them, under the label that says they are no part of the article.

    `place` is the passage they follow, `places` are all that they belong to. `folded` names those without an alert, for where these are folded.
    """

    label: str
    aside: str
    notes: tuple[NoteText, ...]
    place: str
    places: tuple[str, ...] = ()
    folded: str = ""


class Links(Struct, frozen=True):
    """A row of links, one a line."""

    links: tuple[Run, ...]
    place: str = ""


class Drawing(Struct, frozen=True):
    """A figure: SVG text, what it shows in words, and a caption. Where it cannot be shown, `trouble` says why and the SVG is empty.

    `enlarge` are the words of the link that shows it at the size of the window.
    """

    place: str
    title: str
    alt: str
    caption: tuple[Run, ...]
    svg: str
    trouble: str = ""
    enlarge: str = ""


class BoxLine(Struct, frozen=True):
    """One line of the box that says when to call: a heading, a text, a sign (an item of a list), a remark on all of it, numbers, or the sources.

    A heading has a level and says whom to call; one that `goes_on` with the call of the heading before it is set more quietly.
    """

    kind: Literal["heading", "text", "sign", "remark", "numbers", "details"]
    runs: tuple[Run, ...]
    level: int = 0
    urgency: Literal["emergency", "call"] = "call"
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The words, without their styles."""
        return words_of(self.runs)


class UrgentBox(Struct, frozen=True):
    """The editors' box: when to call for help. `cited` are the sources of each group; `numbers` are those of this place, empty where none are set.

    On paper, `goes_on` is said at the end of a page on which the box does not end, and the title of a group that is parted is put into `again`.
    """

    title: str
    text: BoxText
    groups: tuple[BoxGroup, ...]
    cited: tuple[tuple[Run, ...], ...]
    remarks: tuple[BoxText, ...]
    numbers: str
    numbers_label: str
    details: tuple[Run, ...]
    place: str
    level: int
    goes_on: str = ""
    again: str = "{title}"

    def lines(self, *, blank: bool = False) -> Iterator[BoxLine]:
        """Give what stands under the title, line by line; with `blank`, also the line for them where none are set.

        The numbers stand under the first heading that asks for a call to it, else after everything that tells of signs.
        """
        numbers = [BoxLine("numbers", (Run(f"{self.numbers_label}: {self.numbers}"),))] if self.numbers or blank else []
        yield BoxLine("text", _runs(self.text))
        before = ""
        for group, cited in zip(self.groups, self.cited, strict=True):
            goes_on = group.urgency == before
            if group.title:
                yield BoxLine("heading", (Run(group.title),), self.level + (2 if goes_on else 1), group.urgency, goes_on)
            if group.title and group.urgency == "call":
                yield from numbers
                numbers = []
            if group.who:
                yield BoxLine("text", (Run(group.who),))
            yield from (BoxLine("sign", _runs(sign)) for sign in group.signs)
            if group.remark:
                yield BoxLine("text", (Run(group.remark),))
            if cited:
                yield BoxLine("details", cited)
            before = group.urgency
        yield from (BoxLine("remark", _runs(remark)) for remark in self.remarks)
        yield from numbers
        yield BoxLine("details", self.details)


def _runs(line: BoxText) -> tuple[Run, ...]:
    return tuple(run for run in (Run(line.lead, strong=True), Run(line.rest)) if run.text)


class Divider(Struct, frozen=True):
    """A thin line between parts of a page."""


Block = Heading | Paragraph | Item | Notes | Links | Drawing | UrgentBox | Divider
Blocks = tuple[Block, ...]


def only_leads(block: Block) -> bool:
    """Return whether a paragraph is nothing but links, as the letters over the glossary are: where none can be followed, it says nothing."""
    if not isinstance(block, Paragraph) or block.place:
        return False
    targets = [run.target for run in block.runs if run.text.strip()]
    return bool(targets) and None not in targets
