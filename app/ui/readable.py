"""Make text readable as it is set: dashes, spaces that do not break, and measures that keep their order."""

import html
import re

from app.core.text import Span

OBJECT_CHAR = "\ufffc"

JOINER = "\u2060"
"""Keeps 12–16 on one line; it has no width and is taken out of what is copied or spoken."""

RANGE = re.compile(r"(?<!\S)\S*?(?:://|\w\.[a-z]{2,}\b)\S*|(?<=\d)-(?=\d)")
"""A hyphen between numbers; or an address as a whole, whose hyphens are no ranges and stay."""

UNIT = re.compile(r"(?:(?<=\d)|(?<=\d\u2069)) (?=[^\W\d])")

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
MEASURE = re.compile(r"\d[\d.,]*(?<=\d)(?:(?:-\d[\d.,]*(?<=\d))+(?: ?(?:%|[A-Za-zµ]+))?| ?(?:%|[A-Za-zµ]+))")
ISOLATE, END_OF_ISOLATE = "\u2066", "\u2069"
"""Around ranges, and numbers with Latin units, in text that is read from the right: they keep their order, and that of the words around them."""


def readable(text: str) -> str:
    """Return the text as it is set: 12-16 weeks with a dash and no break in it."""
    if RIGHT_TO_LEFT.search(text):
        text = MEASURE.sub(rf"{ISOLATE}\g<0>{END_OF_ISOLATE}", text)
    return UNIT.sub("\u00a0", RANGE.sub(_with_dash, text))


def _with_dash(found: re.Match[str]) -> str:
    return f"{JOINER}–{JOINER}" if found[0] == "-" else found[0]


def readable_spans(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return where stretches of a text stand in its readable form."""
    dashes = [found.start() for found in RANGE.finditer(text) if found[0] == "-"]
    isolates = [found.span() for found in MEASURE.finditer(text)] if RIGHT_TO_LEFT.search(text) else []

    def moved(position: int) -> int:
        return position + 2 * sum(dash < position for dash in dashes) + sum((start <= position) + (end < position) for start, end in isolates)

    return tuple((moved(start), moved(end)) for start, end in spans)


UNSEEN = str.maketrans({JOINER: None, ISOLATE: None, END_OF_ISOLATE: None, OBJECT_CHAR: None, "\u00a0": " "})


def plain(text: str) -> str:
    """Return set text as it is copied: no invisible characters, ordinary spaces."""
    return text.translate(UNSEEN)


def tip(words: str) -> str:
    """Return words as a tip that breaks its lines; Qt does so with rich text alone, so they are escaped."""
    return f"<qt>{html.escape(words)}</qt>" if words else ""


def words_of(tip_text: str) -> str:
    """Return the words of a tip, as they are read aloud."""
    return html.unescape(tip_text.removeprefix("<qt>").removesuffix("</qt>"))
