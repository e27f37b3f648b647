"""Make text readable as it is set: dashes, spaces that do not break, and measures that keep their order."""

import re
from collections.abc import Iterable
from itertools import pairwise

from app.core.base.markup import escape, unescape
from app.core.base.order import MARKS, in_order, marks_of, stretches
from app.core.base.text import Span

OBJECT_CHAR = "\ufffc"

JOINER = "\u2060"
"""Keeps 12–16 on one line; it has no width and is taken out of what is copied or spoken."""

RANGE = re.compile(r"(?<!\S)\S*?(?:://|\w\.[a-z]{2,}\b)\S*|(?<=\d)-(?=\d)")
"""A hyphen between numbers; or an address as a whole, whose hyphens are no ranges and stay."""

UNIT = re.compile(r"(?:(?<=\d)|(?<=\d\u2069)|(?<=\d\u202c\u2069)) (?=[^\W\d])|(?<=[<>≤≥±≈]) (?=\d)")
"""A space between a number and its unit, or a sign and its number."""


def readable(text: str, *, mirrored: bool = False) -> str:
    """Return the text as it is set: 12-16 weeks with a dash and no break in it.

    `mirrored` says that its paragraph begins at the right, whatever stands in it.
    """
    ordered = in_order(text, mirrored=mirrored)
    return UNIT.sub("\u00a0", RANGE.sub(_with_dash, ordered) if "-" in ordered else ordered)  # to look for addresses takes long


def _with_dash(found: re.Match[str]) -> str:
    return f"{JOINER}–{JOINER}" if found[0] == "-" else found[0]


def readable_spans(text: str, spans: Iterable[Span], *, mirrored: bool = False) -> tuple[Span, ...]:
    """Return where stretches of a text stand in its readable form."""
    dashes = [found.start() for found in RANGE.finditer(text) if found[0] == "-"] if "-" in text else []
    kept = [(start, end, len(marks_of(text[start:end])[0])) for start, end in stretches(text, mirrored=mirrored)]
    if not dashes and not kept:
        return tuple(spans)

    def moved(position: int) -> int:
        return (
            position
            + 2 * sum(dash < position for dash in dashes)
            + sum(((start <= position) + (end < position)) * marks for start, end, marks in kept)
        )

    return tuple((moved(start), moved(end)) for start, end in spans)


def readable_pieces(texts: Iterable[str], *, mirrored: bool = False) -> list[str]:
    """Return the readable form of texts that stand in one line, each piece by itself: a measure may be parted by a change of style within it."""
    texts = tuple(texts)
    if len(texts) == 1:
        return [readable(texts[0], mirrored=mirrored)]
    whole = "".join(texts)
    ends = [sum(map(len, texts[: number + 1])) for number in range(len(texts))]
    words = readable(whole, mirrored=mirrored)
    cuts = [0, *(end for _, end in readable_spans(whole, ((0, end) for end in ends[:-1]), mirrored=mirrored)), len(words)]
    return [words[start:end] for start, end in pairwise(cuts)]


UNSEEN = str.maketrans(dict.fromkeys((JOINER, *MARKS, OBJECT_CHAR)) | {"\u00a0": " "})


def plain(text: str) -> str:
    """Return set text as it is copied: no invisible characters, ordinary spaces."""
    return text.translate(UNSEEN)


def tip(words: str, *, mirrored: bool = False) -> str:
    """Return words as a tip that breaks its lines; Qt does so with rich text alone, so they are escaped."""
    return f"<qt>{escape(in_order(words, mirrored=mirrored))}</qt>" if words else ""


def tip_words(tip_text: str) -> str:
    """Return the words of a tip, as they are read aloud."""
    return plain(unescape(tip_text.removeprefix("<qt>").removesuffix("</qt>")))
