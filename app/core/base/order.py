"""Keep measures in their written order where text is read from the right: 37+0, 16/20 %, < 25 mm, 26 November 2026, +44 20 7946 0958.

Left to itself, such text shows "37+0" as "0+37": a sign between two numbers takes the direction of the words around it. Here stands which stretches
have to be kept together, for every output; what is copied, searched or read aloud never holds a mark of it.
"""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

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


_STRETCH = re.compile(_pattern(_RIGHT + _FURTHER))
_ARABIC = re.compile("[\u0660-\u0669\u066a-\u066c]")
_FROM_THE_RIGHT = re.compile(f"[{_RIGHT}{_FURTHER}]")
_NEEDED = re.compile(rf"(?=.*[{_DIGIT}])(?![{_DIGIT}]+(?:[.,\u066b\u066c][{_DIGIT}]+)*$)(?![{_RIGHT}{_FURTHER}])|.*[+\u2212]$", re.DOTALL)


def patterns() -> dict[str, str]:
    """Return what a browser needs to find the same stretches: a letter read from the right, what may be a stretch, what is one, what is forced."""
    needed = f"^(?:{_NEEDED.pattern})".replace(".*", r"[\s\S]*")
    found = {"right": _FROM_THE_RIGHT.pattern, "stretch": _pattern(_RIGHT + _FURTHER), "needed": needed}
    found["forced"] = _ARABIC.pattern
    return {name: pattern.replace(_FURTHER, _FURTHER_HALVES) for name, pattern in found.items()}


def reads_from_right(text: str) -> bool:
    """Return whether a text has letters that are read from the right."""
    return _FROM_THE_RIGHT.search(text) is not None


def stretches(text: str, *, mirrored: bool) -> tuple[Span, ...]:
    """Return what has to be kept in order in a text of one paragraph; nothing where all is read from the left.

    `mirrored` says that the paragraph begins at the right whatever stands in it.
    """
    if not mirrored and not reads_from_right(text):
        return ()
    return tuple(found.span() for found in _STRETCH.finditer(text) if _NEEDED.match(found[0]))


def marks_of(stretch: str) -> tuple[str, str]:
    """Return what stands before and behind a stretch where no element can be."""
    return (ISOLATE + FORCED, END_OF_FORCED + END_OF_ISOLATE) if _ARABIC.search(stretch) else (ISOLATE, END_OF_ISOLATE)


def in_order(text: str, *, mirrored: bool = False) -> str:
    """Return a text with marks around what has to be kept in order, to be shown where no element can stand in it."""
    made, at = "", 0
    for start, end in stretches(text, mirrored=mirrored):
        before, behind = marks_of(text[start:end])
        made += f"{text[at:start]}{before}{text[start:end]}{behind}"
        at = end
    return made + text[at:]


# --- HTML: elements in place of marks, so that nothing is copied with the words ---

_TOKEN = re.compile(r"<(script|style|title|textarea)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"</?([A-Za-z0-9]*)")
_ID = re.compile(r' id="[^"]*"')
_INLINE = frozenset({"a", "b", "bdo", "del", "em", "i", "ins", "mark", "small", "span", "strong"})


class _Token(NamedTuple):
    """A tag, or words as they are written; `stretch` counts the stretches, from 0, and is -1 outside of them."""

    text: str
    is_tag: bool
    stretch: int = -1


def html_in_order(page: str, *, mirrored: bool) -> str:
    """Return HTML, a page or a part of one, with an element around each stretch that has to be kept in order; drawings stay as they are."""
    if not mirrored and not reads_from_right(page):
        return page
    made: list[str] = []
    paragraph: list[_Token] = []
    inside_drawing = 0
    for token in _tokens(page):
        name = _name(token)
        if name == "svg":
            inside_drawing += -1 if token.text.startswith("</") else not token.text.endswith("/>")
        if (name and name not in _INLINE) or inside_drawing:
            made += (*_kept(paragraph, mirrored=mirrored), token.text)
            paragraph = []
        else:
            paragraph.append(token)
    return "".join((*made, *_kept(paragraph, mirrored=mirrored)))


def _tokens(page: str) -> Iterator[_Token]:
    at = 0
    for found in _TOKEN.finditer(page):
        if found.start() > at:
            yield _Token(page[at : found.start()], is_tag=False)
        yield _Token(found[0], is_tag=True)
        at = found.end()
    if at < len(page):
        yield _Token(page[at:], is_tag=False)


def _name(token: _Token) -> str:
    """Return a tag's name in small letters, "!" for a comment or a declaration, and nothing for words."""
    found = _NAME.match(token.text) if token.is_tag else None
    return (found[1].lower() or "!") if found else ""


def _kept(paragraph: list[_Token], *, mirrored: bool) -> Iterable[str]:
    """Return one paragraph with its stretches in elements."""
    whole = "".join(html.unescape(token.text) for token in paragraph if not token.is_tag)
    spans = stretches(whole, mirrored=mirrored)
    if not spans:
        return [token.text for token in paragraph]
    tokens = list(_parted(paragraph, spans))
    written = [token.text for token in tokens]
    for number in range(len(spans)):
        its = [at for at, token in enumerate(tokens) if token.stretch == number]
        first, last = its[0], its[-1]
        closing, opening = _unmatched(tokens[first : last + 1])
        while closing and first and _is_opening(tokens[first - 1]):
            first -= 1
            closing, opening = _unmatched(tokens[first : last + 1])
        while opening and last + 1 < len(tokens) and _is_closing(tokens[last + 1]):
            last += 1
            closing, opening = _unmatched(tokens[first : last + 1])
        around = _open_at(tokens[:first])[len(_open_at(tokens[:first])) - closing :]  # closed within the stretch: they are parted, and begin again
        within = _open_at(tokens[: last + 1])[len(_open_at(tokens[: last + 1])) - opening :]
        element = "bdo" if _ARABIC.search(whole[slice(*spans[number])]) else "span"
        written[first] = f'{_ends(around)}<{element} dir="ltr">{_reopened(around)}{written[first]}'
        written[last] += f"{_ends(within)}</{element}>{_reopened(within)}"
    return written


def _parted(paragraph: Iterable[_Token], spans: tuple[Span, ...]) -> Iterator[_Token]:
    """Give the tokens, with words parted where a stretch begins or ends."""
    at = 0
    for token in paragraph:
        if token.is_tag:
            yield token
            continue
        words = html.unescape(token.text)
        edges = sorted({0, len(words), *(edge - at for span in spans for edge in span if at < edge < at + len(words))})
        for start, end in pairwise(edges):
            stretch = next((number for number, span in enumerate(spans) if span[0] <= at + start < span[1]), -1)
            yield _Token(html.escape(words[start:end]), is_tag=False, stretch=stretch)
        at += len(words)


def _is_opening(token: _Token) -> bool:
    return token.is_tag and not token.text.startswith("</")


def _is_closing(token: _Token) -> bool:
    return token.is_tag and token.text.startswith("</")


def _unmatched(tokens: Iterable[_Token]) -> tuple[int, int]:
    """Return how many elements end, and begin, among tokens without beginning, or ending, among them."""
    closing = opening = 0
    for token in tokens:
        if _is_opening(token):
            opening += 1
        elif _is_closing(token):
            closing, opening = (closing, opening - 1) if opening else (closing + 1, 0)
    return closing, opening


def _open_at(tokens: Iterable[_Token]) -> list[str]:
    """Return the opening tags of the elements that stand open behind tokens."""
    found: list[str] = []
    for token in tokens:
        if _is_opening(token):
            found.append(token.text)
        elif _is_closing(token) and found:
            found.pop()
    return found


def _ends(tags: list[str]) -> str:
    return "".join(f"</{_name(_Token(tag, is_tag=True))}>" for tag in reversed(tags))


def _reopened(tags: list[str]) -> str:
    return "".join(_ID.sub("", tag) for tag in tags)  # an id stands but once
