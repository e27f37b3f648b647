"""Read Word files (.docx). Only words are taken: no macro is run, no picture is drawn, nothing outside the file is opened.

The parser is pyexpat, which the figures use, too; it stops at the first document type, so no entity is ever expanded. What is unpacked is bounded.
"""

import io
import pyexpat
import re
import zlib
from collections.abc import Iterator
from itertools import takewhile
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from app.core.base.text import fold
from app.core.texts.lines import Given, Reading, Remark, UnusableError, Written
from app.core.texts.names import CONTENTS

MOST_FILES = 5_000
LARGEST_PART = 16_000_000
"""Bytes of one part of the file, unpacked."""

DEEPEST = 120
"""Elements within elements; a table in a table takes about six."""

MAIN = re.compile(r"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\.(?:document|template)\S*main\+xml")
WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
HEADING = re.compile(r"heading (\d)$")
LISTED = re.compile(r"list (?:bullet|number|continue)?\s*(\d?)$")
OFF = frozenset({"0", "false", "off", "none"})
SKIPPED = frozenset({"Fallback", "w:del", "w:moveFrom", "w:instrText", "w:pPr", "w:rPr", "w:delText"})
SIGNS = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}


class _Node(Struct):
    name: str
    attributes: dict[str, str]
    inside: list["_Node"]
    text: str = ""

    def first(self, *names: str) -> "_Node | None":
        """Return the element that a way of names leads to."""
        here: _Node | None = self
        for name in names:
            here = next((child for child in here.inside if child.name == name), None) if here else None
        return here

    def value(self, *names: str) -> str | None:
        """Return the `val` of the element that a way of names leads to."""
        found = self.first(*names)
        return None if found is None else found.attributes.get("val", "1")

    def every(self, name: str) -> Iterator["_Node"]:
        """Give all elements of a name within this one."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node.name == name:
                yield node
            waiting += reversed(node.inside)


class _TreeError(Exception):
    """A part of the file is no XML that a Word file holds."""


def read_word(raw: bytes) -> Reading:
    """Return the blocks of a Word file; raise `UnusableError` in plain words for one that is none."""
    try:
        with ZipFile(io.BytesIO(raw)) as packed:
            return _Word(packed).read()
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error, _TreeError):
        raise UnusableError("it is damaged, or it is not a Word file (.docx)") from None


def _tree(raw: bytes) -> _Node:
    """Return the elements of a part; raise `_TreeError`. Elements of Word have the prefix w, whatever it is in the file."""
    root = _Node("", {}, [])
    stack = [root]

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        node = _Node(f"w:{local}" if space in WORD else local, {key.rpartition(" ")[2]: value for key, value in attributes.items()}, [])
        stack[-1].inside.append(node)
        stack.append(node)
        if len(stack) > DEEPEST:
            raise _TreeError

    def end(_name: str) -> None:
        stack.pop()

    def text(data: str) -> None:
        stack[-1].text += data

    def refuse(*_: object) -> None:
        raise _TreeError

    parser = pyexpat.ParserCreate(None, " ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - pyexpat takes no names
    except pyexpat.ExpatError:
        raise _TreeError from None
    return root


class _Style(Struct, frozen=True):
    """What is asked of a style, with what it has from the one it is based on."""

    name: str = ""
    outline: str | None = None
    numbers: str | None = None


class _Piece(Struct, frozen=True):
    text: str
    is_bold: bool = False


class _Word:
    """Reads one file."""

    def __init__(self, packed: ZipFile) -> None:
        self._packed = packed
        names = packed.namelist()
        if len(names) > MOST_FILES:
            raise _TreeError
        self._names = frozenset(names)
        self._remarks: list[Remark] = []
        self._counts: dict[tuple[str, int], int] = {}
        self._number = 0
        self._contents = 0

    def read(self) -> Reading:
        main = self._main()
        body = _tree(self._part(main)).first("w:document", "w:body")
        if body is None:
            raise _TreeError
        folder = main.rpartition("/")[0]
        self._styles = self._read_styles(f"{folder}/styles.xml")
        self._lists = self._read_lists(f"{folder}/numbering.xml")
        self._links = self._read_links(folder, main)
        self._footnotes = {**self._notes(f"{folder}/footnotes.xml", "w:footnote"), **self._notes(f"{folder}/endnotes.xml", "w:endnote")}
        blocks = tuple(self._blocks(body))
        if self._contents:
            blocks = tuple(block for block in blocks if fold(block.words) not in CONTENTS)
            self._remarks.append(Remark(0, f"the table of contents ({self._contents} lines) was not kept; the program makes its own", beside=True))
        self._tell_rest(folder, body)
        return Reading("Word", blocks, self._properties(), tuple(self._remarks), "paragraph")

    def _main(self) -> str:
        """Return the name of the part with the text."""
        if "[Content_Types].xml" not in self._names:
            raise _TreeError
        types = _tree(self._part("[Content_Types].xml"))
        for node in types.every("Override"):
            if MAIN.match(node.attributes.get("ContentType", "")):
                return node.attributes.get("PartName", "").lstrip("/")
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise _TreeError

    def _part(self, name: str) -> bytes:
        if name not in self._names:
            raise _TreeError
        with self._packed.open(name) as part:
            raw = part.read(LARGEST_PART + 1)
        if len(raw) > LARGEST_PART:
            raise UnusableError(f"it is too large: its part {name} takes more than {LARGEST_PART // 1_000_000} MB unpacked")
        return raw

    def _tree_of(self, name: str) -> _Node:
        return _tree(self._part(name)) if name in self._names else _Node("", {}, [])

    def _read_styles(self, name: str) -> dict[str, _Style]:
        nodes = {node.attributes.get("styleId", ""): node for node in self._tree_of(name).every("w:style")}
        found: dict[str, _Style] = {}
        for style, node in nodes.items():
            outline = numbers = None
            at, seen = style, set[str]()
            while at in nodes and at not in seen:
                seen.add(at)
                outline = outline or nodes[at].value("w:pPr", "w:outlineLvl")
                numbers = numbers or nodes[at].value("w:pPr", "w:numPr", "w:numId")
                at = nodes[at].value("w:basedOn") or ""
            found[style] = _Style((node.value("w:name") or "").lower(), outline, numbers)
        return found

    def _read_lists(self, name: str) -> dict[str, dict[int, str]]:
        """Return how the levels of each list are counted, such as "bullet" or "decimal"."""
        tree = self._tree_of(name)
        kinds = {
            node.attributes.get("abstractNumId", ""): {
                int(level.attributes.get("ilvl", "0") or 0): level.value("w:numFmt") or "decimal" for level in node.inside if level.name == "w:lvl"
            }
            for node in tree.every("w:abstractNum")
        }
        return {node.attributes.get("numId", ""): kinds.get(node.value("w:abstractNumId") or "", {}) for node in tree.every("w:num")}

    def _read_links(self, folder: str, main: str) -> dict[str, str]:
        tree = self._tree_of(f"{folder}/_rels/{main.rpartition('/')[2]}.rels")
        return {node.attributes.get("Id", ""): node.attributes.get("Target", "") for node in tree.every("Relationship")}

    def _notes(self, name: str, kind: str) -> dict[str, str]:
        prefix = f"{kind[2:]} "
        return {
            prefix + node.attributes.get("id", ""): _words(node)
            for node in self._tree_of(name).every(kind)
            if node.attributes.get("type") in {None, "normal"}
        }

    def _properties(self) -> dict[str, Given]:
        try:
            title = next((node.text.strip() for node in self._tree_of("docProps/core.xml").every("title")), "")
        except _TreeError:
            title = ""
        return {"document title": Given(title, 0)} if title else {}

    # --- the text ---

    def _blocks(self, parent: _Node) -> Iterator[Written]:
        for node in parent.inside:
            if node.name == "w:p":
                yield from self._paragraph(node)
            elif node.name == "w:tbl":
                yield self._table(node)
            elif node.name not in SKIPPED and node.name != "w:sectPr":
                yield from self._blocks(node)

    def _paragraph(self, node: _Node) -> Iterator[Written]:
        pieces: list[_Piece] = []
        others: list[Written] = []
        self._number += bool(_words(node))
        self._gather(node, pieces, others, is_bold=False)
        text = "".join(piece.text for piece in pieces).strip()
        if text:
            made = self._made(node, text, _lead(pieces))
            if made is not None:
                yield made
        yield from others

    def _made(self, node: _Node, text: str, lead: str) -> Written | None:
        properties = node.first("w:pPr") or _Node("", {}, [])
        style = self._styles.get(properties.value("w:pStyle") or "", _Style())
        if style.name.startswith("toc "):
            self._contents += 1
            return None
        if level := _level(style, properties):
            return Written("heading", " ".join(text.split()), self._number, level, lead)
        listed = LISTED.match(style.name)
        numbers = properties.value("w:numPr", "w:numId") or style.numbers
        depth = int(properties.value("w:numPr", "w:ilvl") or (max(int(listed[1] or 1) - 1, 0) if listed else 0))
        if numbers not in {None, "0"} or (listed and "continue" not in style.name):
            return Written("item", text, self._number, depth, lead, number=self._counted(numbers or style.name, depth, style))
        return Written("paragraph", text, self._number, 0, lead)

    def _counted(self, numbers: str, depth: int, style: _Style) -> str:
        """Return the number of an item in a counted list, as "3."; empty where the list has dots."""
        kind = self._lists.get(numbers, {}).get(depth, "decimal" if "number" in style.name else "bullet")
        for other in [key for key in self._counts if key[0] == numbers and key[1] > depth]:
            del self._counts[other]
        count = self._counts[numbers, depth] = self._counts.get((numbers, depth), 0) + 1
        if kind in {"bullet", "none"}:
            return ""
        return f"{chr(ord('a') + (count - 1) % 26)})" if kind == "lowerLetter" else f"{count}."

    def _gather(self, node: _Node, pieces: list[_Piece], others: list[Written], *, is_bold: bool) -> None:
        """Take the words of a paragraph, and the pictures and text boxes in it."""
        for child in node.inside:
            name = child.name
            if name == "w:r":
                self._gather(child, pieces, others, is_bold=_is_bold(child))
            elif name in {"w:t", "t"}:
                pieces.append(_Piece(child.text, is_bold))
            elif name in SIGNS:
                pieces.append(_Piece(SIGNS[name], is_bold))
            elif name in {"w:drawing", "w:pict", "w:object"}:
                others += self._drawn(child)
            elif name in {"w:footnoteReference", "w:endnoteReference"}:
                self._footnote(f"{name[2:].removesuffix('Reference')} {child.attributes.get('id', '')}")
            elif name == "w:sym":
                self._remarks.append(Remark(self._number, "has a sign of a special font, which was not kept", child.attributes.get("char", "")))
            elif name not in SKIPPED:
                if name == "w:hyperlink" and (address := self._links.get(child.attributes.get("id", ""), "")):
                    self._tell_link(address, _words(child))
                self._gather(child, pieces, others, is_bold=is_bold)

    def _tell_link(self, address: str, words: str) -> None:
        if address.removeprefix("mailto:").rstrip("/") != words.strip().rstrip("/"):
            self._remarks.append(
                Remark(
                    self._number,
                    "is a link: its words were kept, its address was not; write it under “Sources” if readers need it",
                    address,
                    kept=True,
                )
            )

    def _footnote(self, name: str) -> None:
        kind, _, number = name.partition(" ")
        self._remarks.append(
            Remark(self._number, f"has the {kind} {number}, which was not placed; write it into the text", self._footnotes.get(name, ""))
        )

    def _drawn(self, node: _Node) -> Iterator[Written]:
        """Give the pictures of a drawing and the text of a text box."""
        boxes = list(node.every("w:txbxContent"))
        for box in boxes[:1] if node.name == "w:pict" else boxes:
            yield from self._blocks(box)
        told = next((found.attributes.get("descr") or found.attributes.get("title") for found in node.every("docPr")), "") or ""
        for name in ("blip", "imagedata"):
            for picture in node.every(name):
                link = picture.attributes.get("embed") or picture.attributes.get("link") or picture.attributes.get("id") or ""
                yield Written("image", told, self._number, target=self._links.get(link, "") or "picture")

    def _table(self, node: _Node) -> Written:
        rows: list[str] = []
        first = self._number + 1
        for row in node.every("w:tr"):
            cells = [" ".join(_words(cell).split()) for cell in row.inside if cell.name == "w:tc"]
            self._number += sum(bool(_words(paragraph)) for paragraph in row.every("w:p"))
            rows.append(" | ".join(cells))
        return Written("table", "", first, rows=tuple(rows))

    # --- what is in the file beside its text ---

    def _tell_rest(self, folder: str, body: _Node) -> None:
        if any(name.lower().endswith("vbaproject.bin") for name in self._names):
            self._remarks.append(Remark(0, "the file contains macros; they were neither read nor run", beside=True))
        deleted = " ".join(node.text for node in body.every("w:delText")).strip()
        if deleted:
            self._remarks.append(Remark(0, "was marked as deleted by somebody", deleted, beside=True))
        for node in self._tree_of(f"{folder}/comments.xml").every("w:comment"):
            self._remarks.append(Remark(0, "is a comment", _words(node), beside=True))
        told: set[str] = set()
        for name in sorted(self._names):
            if re.fullmatch(rf"{re.escape(folder)}/(?:header|footer)\d*\.xml", name):
                words = " ".join(_words(self._tree_of(name)).split())
                if words and words not in told:
                    self._remarks.append(Remark(0, "is at the top or bottom of each page", words, beside=True))
                told.add(words)


def _words(node: _Node) -> str:
    """Return all words in an element, parted at paragraphs."""
    found: list[str] = []
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if here.name in {"w:t", "t"}:
            found.append(here.text)
        elif here.name in SIGNS or here.name == "w:p":
            found.append(" ")
        if here.name not in SKIPPED:
            waiting += reversed(here.inside)
    return "".join(found).strip()


def _is_bold(run: _Node) -> bool:
    value = run.value("w:rPr", "w:b")
    return (value is not None and value not in OFF) or (run.value("w:rPr", "w:rStyle") or "").lower() == "strong"


def _lead(pieces: list[_Piece]) -> str:
    """Return the words at the beginning that are bold."""
    if not any(piece.is_bold and piece.text.strip() for piece in pieces):
        return ""
    bold = takewhile(lambda piece: piece.is_bold or not piece.text.strip(), pieces)
    return " ".join("".join(piece.text for piece in bold).split())


def _level(style: _Style, properties: _Node) -> int:
    """Return the level of the heading that a paragraph is: 1 for the title, else one more than Word's; 0 for one that is none."""
    if style.name == "title":
        return 1
    if found := HEADING.match(style.name):
        return int(found[1]) + 1
    outline = properties.value("w:outlineLvl") or style.outline
    return int(outline) + 2 if outline is not None and outline.isdigit() and int(outline) < 9 else 0  # noqa: PLR2004 - 9 is the level of plain text
