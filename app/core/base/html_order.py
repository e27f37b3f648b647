"""Keep measures in their written order in HTML, by elements in place of marks, so that nothing is copied with the words."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from app.core.base.markup import escape, unescape
from app.core.base.order import has_arabic_digits, reads_from_right, stretches
from app.core.base.text import Span

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
    whole = "".join(unescape(token.text) for token in paragraph if not token.is_tag)
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
        element = "bdo" if has_arabic_digits(whole[slice(*spans[number])]) else "span"
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
        words = unescape(token.text)
        edges = sorted({0, len(words), *(edge - at for span in spans for edge in span if at < edge < at + len(words))})
        for start, end in pairwise(edges):
            stretch = next((number for number, span in enumerate(spans) if span[0] <= at + start < span[1]), -1)
            yield _Token(escape(words[start:end]), is_tag=False, stretch=stretch)
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
