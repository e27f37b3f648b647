"""Add to a PDF what the system that draws it cannot: its language, an outline, and a request to show its title.

The bytes of the file stay as they are; new and changed objects are appended, as the format provides ("incremental update").
"""

import re
from collections.abc import Sequence

from msgspec import Struct

OBJECT = re.compile(rb"\s(.*?)endobj", re.DOTALL)
"""What follows the number of an object."""


class Bookmark(Struct, frozen=True):
    """An entry of the outline: a heading, its level, the page (from 0) and the distance from the page's top in points."""

    title: str
    level: int
    page: int
    top: float


class FormError(Exception):
    """The PDF is not of the form that is understood here."""


def complete(raw: bytes, language: str, marks: Sequence[Bookmark]) -> bytes:
    """Return a PDF with language and outline; the marks stand in reading order and begin with the highest level.

    Raise `FormError` when it has no plain cross-reference table or already has an outline.
    """
    trailer = _match(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", raw)
    table = int(trailer[2])
    if not raw.startswith(b"xref", table):
        raise FormError("no plain cross-reference table")
    size = int(_match(rb"/Size\s+(\d+)", trailer[1])[1])
    root = int(_match(rb"/Root\s+(\d+) 0 R", trailer[1])[1])
    catalog = _object(raw, root)
    if b"/Outlines" in catalog or b"/Lang" in catalog:
        raise FormError("an outline or a language already")
    pages = _pages(raw, int(_match(rb"/Pages\s+(\d+) 0 R", catalog)[1]))
    own = b"/Lang " + _text(language) + b"\n/ViewerPreferences << /DisplayDocTitle true >>\n"
    objects: dict[int, bytes] = {}
    if marks:
        own += b"/Outlines %d 0 R\n/PageMode /UseOutlines\n" % size
        objects = _outline(marks, pages, size)
    objects[root] = b"<<\n" + own + catalog.strip().removeprefix(b"<<").lstrip()
    return raw + _appendix(objects, len(raw), table, trailer[1])


def _match(pattern: bytes, text: bytes) -> re.Match[bytes]:
    found = re.search(pattern, text, re.DOTALL)
    if found is None:
        raise FormError(f"nothing like {pattern!r}")
    return found


def _object(raw: bytes, number: int) -> bytes:
    head = b"%d 0 obj" % number
    at = raw.find(head)  # far faster than a pattern, and there is one for every page
    while at > 0 and not raw[at - 1 : at].isspace():  # the end of a longer number
        at = raw.find(head, at + 1)
    found = OBJECT.match(raw, at + len(head)) if at >= 0 else None
    if found is None:
        raise FormError(f"nothing like {head!r}")
    return found[1]


def _pages(raw: bytes, number: int) -> list[tuple[int, float]]:
    """Return number and height of every page below a node of the page tree."""
    node = _object(raw, number)
    if b"/Kids" not in node:
        return [(number, float(_match(rb"/MediaBox\s*\[\s*\S+\s+\S+\s+\S+\s+([\d.]+)", node)[1]))]
    kids = re.findall(rb"(\d+) 0 R", _match(rb"/Kids\s*\[(.*?)\]", node)[1])
    return [page for kid in kids for page in _pages(raw, int(kid))]


def _outline(marks: Sequence[Bookmark], pages: Sequence[tuple[int, float]], first: int) -> dict[int, bytes]:
    """Return the outline's objects, numbered from `first`: the root, then one for each mark."""
    parents: list[int] = []
    path: list[int] = []
    for number, mark in enumerate(marks):
        while path and marks[path[-1]].level >= mark.level:
            path.pop()
        parents.append(path[-1] if path else -1)
        path.append(number)
    objects: dict[int, bytes] = {}
    for number in range(-1, len(marks)):
        kids = [other for other, parent in enumerate(parents) if parent == number]
        links = {b"First": kids[0], b"Last": kids[-1]} if kids else {}
        entry = b"/Count %d\n" % len(_below(number, parents)) if kids else b""
        if number >= 0:
            mark, siblings = marks[number], [other for other, parent in enumerate(parents) if parent == parents[number]]
            at = siblings.index(number)
            links[b"Parent"] = parents[number]
            links |= {b"Prev": siblings[at - 1]} if at else {}
            links |= {b"Next": siblings[at + 1]} if at < len(siblings) - 1 else {}
            page, height = pages[mark.page]
            entry += b"/Title " + _text(mark.title) + b"\n/Dest [%d 0 R /XYZ 0 %.1f null]\n" % (page, height - mark.top)
        entry += b"".join(b"/%s %d 0 R\n" % (name, first + 1 + other) for name, other in links.items())
        objects[first + 1 + number] = b"<<\n" + entry + b">>\n"
    return objects


def _below(number: int, parents: Sequence[int]) -> list[int]:
    kids = [other for other, parent in enumerate(parents) if parent == number]
    return [*kids, *(deeper for kid in kids for deeper in _below(kid, parents))]


def _text(text: str) -> bytes:
    """Return a text as the format writes it: UTF-16 with a mark of its order, in hexadecimal."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def _appendix(objects: dict[int, bytes], start: int, table: int, trailer: bytes) -> bytes:
    """Return objects, cross-reference table and trailer, as they stand behind a file of so many bytes."""
    added = b"\n"
    rows = b""
    for number in sorted(objects):
        rows += b"%d 1\n%010d 00000 n \n" % (number, start + len(added))
        added += b"%d 0 obj\n" % number + objects[number].rstrip() + b"\nendobj\n"
    size = max(int(_match(rb"/Size\s+(\d+)", trailer)[1]), max(objects) + 1)
    kept = re.sub(rb"/Size\s+\d+", b"/Size %d" % size, trailer).strip()
    end = b"trailer\n<<\n%s\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (kept, table, start + len(added))
    return added + b"xref\n" + rows + end
