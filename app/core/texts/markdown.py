"""Read Markdown (CommonMark, with the tables of GitHub, so that they can be told). Nothing is drawn, fetched or carried out: only words are taken."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.core.texts.lines import Given, Reading, Remark, UnusableError, Written

NESTING = 240
"""Blocks within blocks: a list in a list takes two, so lists are read to a depth of 120."""

NAMED = re.compile(r"\s*\{#([A-Za-z0-9/-]+)\}\s*$")
"""An id behind a text."""

KEY = re.compile(r"([A-Za-z][\w -]{0,30}?)\s*:\s*(.*)$")
DEFINITION = re.compile(r"\s*\[[^\]]+\]:\s*\S")
ONLY_MARKS = re.compile(r"[\s>*+|:`~=_-]*(?:\d{1,9}[.)])?\s*$")
COMMENT = re.compile(r"\s*<!--.*?-->\s*$", re.DOTALL)
JOINER = "\u2060"
"""What the program's own Markdown puts between a mark and a sign: it has no width."""


def read_markdown(text: str) -> Reading:
    """Return the blocks of a text with line feeds at its line ends; raise `UnusableError` for one that is nested too deep to be read."""
    lines = text.split("\n")
    front, first, remarks = front_matter(lines)
    reader = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")
    try:
        tokens = reader.parse("\n".join(lines[first:]))
        walk = _Walk(tokens, first)
        blocks = tuple(walk.blocks())
    except RecursionError:
        raise UnusableError("the lists, quotations or brackets in it are nested too deep") from None
    missed = _uncovered(lines, first, walk.covered)
    return Reading("Markdown", blocks, front, (*remarks, *walk.remarks, *missed))


def front_matter(lines: list[str]) -> tuple[dict[str, Given], int, tuple[Remark, ...]]:
    """Return the `key: value` lines between two lines of three hyphens at the beginning, the number of lines they take, and what is none."""
    if not lines or lines[0].rstrip() != "---":
        return {}, 0, ()
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), 0)
    if not end or not all(not line.strip() or line[:1] in " \t-#" or KEY.match(line) for line in lines[1:end]):
        return {}, 0, ()
    found: dict[str, Given] = {}
    remarks: list[Remark] = []
    for number, line in enumerate(lines[1:end], 2):
        matched = KEY.match(line)
        if matched is None:
            if line.strip():
                remarks.append(Remark(number, "is not a line like “key: value”, so it was not used", line.strip()))
            continue
        key, value = " ".join(matched[1].lower().replace("_", " ").split()), matched[2].strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1].replace(r"\"", '"') if value[0] == '"' else value[1:-1]
        if key in found:
            remarks.append(Remark(number, f"“{key}” is there twice; the first one is used", value))
        found.setdefault(key, Given(value, number))
    return found, end + 1, tuple(remarks)


def _uncovered(lines: list[str], first: int, covered: set[int]) -> Iterator[Remark]:
    """Give the lines that no block holds: addresses of links, and what was nested deeper than is read."""
    for number, line in enumerate(lines[first:], first + 1):
        if number in covered or ONLY_MARKS.match(line):
            continue
        if DEFINITION.match(line):
            yield Remark(number, "is the address of a link, which was not kept; write it under “Sources” if readers need it", line.strip(), kept=True)
        else:
            yield Remark(number, "could not be understood, so it was not placed", line.strip())


class _Walk:
    """Goes through the tokens of one text; `covered` are the numbers of the lines that it has come by."""

    def __init__(self, tokens: list[Token], offset: int) -> None:
        self._tokens = tokens
        self._offset = offset + 1
        self._at = 0
        self.covered: set[int] = set()
        self.remarks: list[Remark] = []

    def blocks(self) -> list[Written]:
        """Return the blocks up to the end of the quotation that the walk stands in, or of the text."""
        found: list[Written] = []
        marks: list[str] = []  # the numbers of the items that the walk stands in
        counts: list[int] = []  # what the lists that the walk stands in have come to
        fresh = False
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == "blockquote_close":
                break
            if token.type.endswith("_list_open"):
                counts.append(int(token.attrs.get("start", 1)) - 1)
            elif token.type.endswith("_list_close"):
                counts.pop()
            elif token.type == "list_item_open":
                counts[-1] += 1
                marks.append(f"{counts[-1]}{token.markup}" if token.info else "")
                fresh = True
            elif token.type == "list_item_close":
                marks.pop()
                fresh = False
            elif token.type == "blockquote_open":
                found.append(Written("quote", "", self._line(token), parts=tuple(self.blocks())))
            elif token.type == "table_open":
                found.append(self._table(token))
            elif made := self._leaf(token, marks, is_first=fresh):
                if made[0].kind == "item" and not fresh:
                    self._continue(found, made[0])
                    made = made[1:]
                found += made
                fresh = False
        return found

    def _line(self, token: Token) -> int:
        return (token.map[0] if token.map else 0) + self._offset

    def _cover(self, token: Token) -> None:
        if token.map:
            self.covered.update(range(token.map[0] + self._offset, token.map[1] + self._offset))

    def _leaf(self, token: Token, marks: list[str], *, is_first: bool) -> list[Written]:
        """Return what one token without others inside makes: a text with the images in it, code, or HTML."""
        line = self._line(token)
        if token.type == "inline":
            self._cover(token)
            return self._text(token, marks, line, is_first=is_first)
        if token.type in {"fence", "code_block"}:
            self._cover(token)
            return [Written("code", token.content.strip("\n"), line)]
        if token.type == "html_block":
            self._cover(token)
            return [Written("html", token.content.strip(), line)]
        if token.type == "heading_open":
            self._cover(token)
        return []

    def _text(self, token: Token, marks: list[str], line: int, *, is_first: bool) -> list[Written]:
        opener = self._tokens[self._at - 2]
        text, lead, images = self._inline(token, line)
        name = ""
        if named := NAMED.search(text):
            text, name = text[: named.start()], named[1]
        made: list[Written] = []
        lead = lead if text.startswith(lead) else text
        if opener.type == "heading_open":
            made.append(Written("heading", text, line, int(opener.tag[1:]), lead, name=name))
        elif text.strip() and marks:
            made.append(Written("item", text, line, len(marks) - 1, lead, name=name, number=marks[-1] if is_first else ""))
        elif text.strip():
            made.append(Written("paragraph", text, line, 0, lead, name=name))
        return made + images

    @staticmethod
    def _continue(found: list[Written], more: Written) -> None:
        """Put a further paragraph of an item behind the item, unless something else stands between them."""
        from msgspec.structs import replace  # noqa: PLC0415

        from app.core.base.text import ended  # noqa: PLC0415

        if found and found[-1].kind == "item":
            last = found[-1]
            found[-1] = replace(last, text=f"{ended(last.text)}\n{more.text}", lead="" if last.is_bold else last.lead, name=last.name or more.name)
        else:
            found.append(more)

    def _inline(self, token: Token, line: int) -> tuple[str, str, list[Written]]:
        """Return the words of a text, those of them that are bold at its beginning, and the images in it."""
        text, lead, strong, at_start = "", "", 0, True
        images: list[Written] = []
        address = ""
        link_at = 0
        for child in token.children or ():
            match child.type:
                case "text" | "code_inline":
                    words = child.content.replace(JOINER, "")
                    at_start = at_start and (strong > 0 or not words.strip())
                    text += words
                    lead = text.strip() if at_start and strong else lead
                case "softbreak" | "hardbreak":
                    text += "\n"
                case "strong_open":
                    strong += 1
                case "strong_close":
                    strong -= 1
                case "image":
                    images.append(Written("image", child.content, line, target=str(child.attrs.get("src", ""))))
                case "link_open":
                    address, link_at = str(child.attrs.get("href", "")), len(text)
                case "link_close":
                    self._tell_link(line + text.count("\n"), address, text[link_at:])
                case "html_inline":
                    text += self._html(child.content, line + text.count("\n"))
                case _:
                    pass
        return text.strip(), " ".join(lead.split()), images

    def _tell_link(self, line: int, address: str, words: str) -> None:
        if not address.startswith("#") and address.removeprefix("mailto:").rstrip("/") != words.strip().rstrip("/"):
            self.remarks.append(
                Remark(line, "is a link: its words were kept, its address was not; write it under “Sources” if readers need it", address, kept=True)
            )

    def _html(self, markup: str, line: int) -> str:
        if re.match(r"</?(br|wbr)\b", markup, re.IGNORECASE):
            return "\n"
        if not COMMENT.match(markup) and not re.match(r"</?(b|i|em|strong|span|u|sub|sup|small|a)\b", markup, re.IGNORECASE):
            self.remarks.append(Remark(line, "is HTML, which was not used; its words were kept", markup, kept=True))
        elif COMMENT.match(markup):
            self.remarks.append(Remark(line, "is a comment", markup, beside=True))
        return ""

    def _table(self, opener: Token) -> Written:
        rows: list[str] = []
        self._cover(opener)
        while self._tokens[self._at].type != "table_close":
            token = self._tokens[self._at]
            if token.type == "tr_open":
                rows.append("")
            elif token.type == "inline":
                words, _, images = self._inline(token, self._line(opener))
                cell = " ".join((words or " ".join(f"({image.text})" for image in images)).split())
                rows[-1] = f"{rows[-1]} | {cell}" if rows[-1] else cell
            self._at += 1
        self._at += 1
        return Written("table", "", self._line(opener), rows=tuple(rows))
