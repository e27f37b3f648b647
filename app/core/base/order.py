"""Keep measures in their written order where text is read from the right: 37+0, 16/20 %, < 25 mm, 26 November 2026, +44 20 7946 0958.

Left to itself, such text shows "37+0" as "0+37": a sign between two numbers takes the direction of the words around it. Here stands which stretches
have to be kept together, for every output; what is copied, searched or read aloud never holds a mark of it.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.base.text import Span

ISOLATE, END_OF_ISOLATE = "\u2066", "\u2069"
FORCED, END_OF_FORCED = "\u202d", "\u202c"
"""Around a stretch where no element can be: whatever stands in it is shown from the left, and the words around it do not change it.

Arabic digits go with the right by themselves, so that what holds them is forced.
"""

MARKS = (ISOLATE, END_OF_ISOLATE, FORCED, END_OF_FORCED)

_RIGHT = "\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc"
_FURTHER, _FURTHER_HALVES = "\U00010800-\U00010fff\U0001e800-\U0001efff", r"\ud802\ud803\ud83a\ud83b"
"""Scripts beyond the first 65 536 characters; a browser that knows halves of these characters alone sees the first halves."""

_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_LETTER = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2126\u212b"
_SPACE = "[ \u00a0\u2009\u202f]"
_DASH = r"\-\u2010-\u2015\u2212"
_BEFORE = "+±∓<>≤≥≈~∼=≠×#№$€£¥"
_SIGN = rf"{_DASH}{_BEFORE}/÷⋅→\u2044\u2215"
_AFTER = "%‰٪°′″\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u208e\u2150-\u215f"
_POINT = ".,:;·'’\u066b\u066c"


def _pattern(right: str) -> str:
    """Return the pattern of stretches, which a browser of any age reads as well; `right` are the characters of scripts that are read from the right.

    It also finds a hyphen behind such a letter, which belongs to its word and is no minus, and plain words and numbers; `stretches` leaves these out.
    """
    brackets = rf"\([^{right}()·\n\t]*\)"
    join = rf"(?:[{_AFTER}{_SIGN}{_POINT}]+|[{_AFTER}{_SIGN}]*{_SPACE}(?:[{_AFTER}{_SIGN}]+{_SPACE}?)?)"
    last = rf"(?:[{_DIGIT}{_LETTER}{_AFTER}+\u2212]|{brackets})"
    words = rf"[{_LETTER}](?:(?:[^{right}()·\n\t]|{brackets})*{last})?"
    units = rf"[{_LETTER}](?:(?:[^{right}()·\n\t.,;:!?]|[.,;:!?]+(?!{_SPACE}[{_SIGN}]*[{_DIGIT}])|{brackets})*{last})?"
    area = rf"\(\+?[{_DIGIT}]{{2,5}}\){_SPACE}?(?=[{_DIGIT}]{{3}})"
    before = rf"(?:{area}|[{_BEFORE}]{_SPACE}?|[{_DASH}](?=[{_DIGIT}])){{0,4}}"
    numbers = (
        rf"[{_DIGIT}]+(?:{join}[{_DIGIT}]+|(?:{_SPACE}?[{_AFTER}]+)?{_SPACE}?{brackets}[{_DIGIT}]*)*(?:{join}?{units}|{_SPACE}?[{_AFTER}]+\+?|\+)?"
    )
    return rf"[{right}][{_DASH}]|{before}{numbers}|{words}"


_ARABIC = re.compile("[\u0660-\u0669\u066a-\u066c]")
_FROM_THE_RIGHT = re.compile(f"[{_RIGHT}{_FURTHER}]")


@cache
def _stretch() -> re.Pattern[str]:
    """Return what may be a stretch; made when it is needed first, since it takes longer than the rest of this module."""
    return re.compile(_pattern(_RIGHT + _FURTHER))


@cache
def _needed() -> re.Pattern[str]:
    """Return what has to be kept together."""
    return re.compile(rf"(?=.*[{_DIGIT}])(?![{_DIGIT}]+(?:[.,\u066b\u066c][{_DIGIT}]+)*$)(?![{_RIGHT}{_FURTHER}])|.*[+\u2212]$", re.DOTALL)


def patterns() -> dict[str, str]:
    """Return what a browser needs to find the same stretches: a letter read from the right, what may be a stretch, what is one, what is forced."""
    needed = f"^(?:{_needed().pattern})".replace(".*", r"[\s\S]*")
    found = {"right": _FROM_THE_RIGHT.pattern, "stretch": _pattern(_RIGHT + _FURTHER), "needed": needed}
    found["forced"] = _ARABIC.pattern
    return {name: pattern.replace(_FURTHER, _FURTHER_HALVES) for name, pattern in found.items()}


def reads_from_right(text: str) -> bool:
    """Return whether a text has letters that are read from the right."""
    return _FROM_THE_RIGHT.search(text) is not None


def has_arabic_digits(text: str) -> bool:
    """Return whether a text has digits, or marks of percentage and decimals, that go with the right by themselves."""
    return _ARABIC.search(text) is not None


def stretches(text: str, *, mirrored: bool) -> "tuple[Span, ...]":
    """Return what has to be kept in order in a text of one paragraph; nothing where all is read from the left.

    `mirrored` says that the paragraph begins at the right whatever stands in it.
    """
    if not mirrored and not reads_from_right(text):
        return ()
    return tuple(found.span() for found in _stretch().finditer(text) if _needed().match(found[0]))


def marks_of(stretch: str) -> tuple[str, str]:
    """Return what stands before and behind a stretch where no element can be."""
    return (ISOLATE + FORCED, END_OF_FORCED + END_OF_ISOLATE) if has_arabic_digits(stretch) else (ISOLATE, END_OF_ISOLATE)


def in_order(text: str, *, mirrored: bool = False) -> str:
    """Return a text with marks around what has to be kept in order, to be shown where no element can stand in it."""
    made, at = "", 0
    for start, end in stretches(text, mirrored=mirrored):
        before, behind = marks_of(text[start:end])
        made += f"{text[at:start]}{before}{text[start:end]}{behind}"
        at = end
    return made + text[at:]
