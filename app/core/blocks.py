"""What a page is made of: blocks of text that screen, print and every other way out are made from."""

from typing import Literal

from msgspec import Struct


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


class UrgentBox(Struct, frozen=True):
    """The editors' box: when to call for help. `numbers` are the clinic's own; empty where none are set."""

    title: str
    text: str
    signs: tuple[str, ...]
    emergency: str
    numbers: str
    numbers_label: str
    details: tuple[Run, ...]
    place: str
    level: int


class Rule(Struct, frozen=True):
    """A thin line between parts of a page."""


Block = Heading | Paragraph | Item | Notes | Links | Drawing | UrgentBox | Rule
Blocks = tuple[Block, ...]
