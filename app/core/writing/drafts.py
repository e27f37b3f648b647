"""An article while it is being made: the same parts, with the lines they come from, and with ids only where somebody has given them."""

import datetime as dt

from msgspec import Struct

from app.core.article.content import Alert, Figure, Source, Synonym, Term, UrgentCare, Wording
from app.core.texts.lines import Remark


class Statement(Struct):
    """A passage, or a question with its answer: `text` is the answer then. `notes` are names of notes; `name` is empty until the id is known."""

    text: str
    line: int
    kind: str = "paragraph"
    name: str = ""
    question: str = ""
    plain: str = ""
    notes: list[str] = []
    asked: list[str] = []
    facts: list[str] = []
    sections: list[str] = []


class Chapter(Struct):
    """A section, or the page of questions."""

    title: str
    line: int
    name: str = ""
    statements: list[Statement] = []
    facts: list[str] = []
    asked: list[str] = []


class DraftNote(Struct):
    """An evidence note; `cited` names its sources in its author's words."""

    name: str
    verdict: str
    text: str
    line: int
    plain: str = ""
    checked: dt.date | None = None
    cited: str = ""
    alerts: tuple[Alert, ...] = ()


class Page(Struct):
    """The disclaimer, or the page about the article."""

    title: str
    line: int
    name: str = ""
    text: list[str] = []
    short: str = ""
    facts: list[str] = []
    asked: list[str] = []
    notes: list[str] = []


class Lined(Struct):
    """A finished part with its line, and with the sources it cites in its author's words."""

    value: Term | Source | Synonym | Figure
    line: int
    cited: str = ""


class Box(Struct):
    """The danger box; sources as its author wrote them, one for each group and the last for the box."""

    value: UrgentCare
    line: int
    cited: list[str]


class Draft(Struct):
    """A whole article; `said` are the parts that the text speaks of, `choices` what was decided for its author."""

    title: str = ""
    name: str = ""
    language: str = ""
    direction: str = ""
    updated: dt.date | None = None
    checked: dt.date | None = None
    stated: dict[str, str] = {}
    left_out: list[str] = []
    corrected: list[str] = []
    contradictions: list[tuple[str, str, list[str], int]] = []
    own_text: bool | None = None
    wording: Wording = Wording()
    chapters: list[Chapter] = []
    questions: Chapter | None = None
    notes: list[DraftNote] = []
    sources: list[Lined] = []
    terms: list[Lined] = []
    synonyms: list[Lined] = []
    figures: list[Lined] = []
    box: Box | None = None
    disclaimer: Page | None = None
    about: Page | None = None
    said: set[str] = set()
    remarks: list[Remark] = []
    choices: list[Remark] = []
