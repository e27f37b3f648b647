"""Part the blocks of a text into the parts of an article: what its headings are, which of them are questions, and where each part begins."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from app.core.base.text import fold
from app.core.texts.lines import Remark, Written
from app.core.texts.names import (
    ANSWER_MARK,
    CONTENTS,
    COUNTED,
    LEFTOVER,
    QUESTION_MARK,
    PartKind,
    is_question,
    part_of,
    without_number,
)

MARKED_QUESTION = 9
"""The level of a heading that was a line such as “Q: Why?”: below all others."""

LONGEST_TITLE = 90
MOST_WORDS = 12
FEW = 3
MOST_PARAGRAPHS = 2
MOSTLY = 0.6


class Part(Struct):
    """One part with its blocks; headings that belong to it are among them. `name` is an id that its author gave it.

    `own` is its title without that of the heading above.
    """

    kind: PartKind
    title: str
    line: int
    level: int
    name: str
    blocks: list[Written]
    own: str = ""


class Parted(Struct):
    """A text in parts: `title` is the heading that names all of it, or none."""

    title: Written | None
    parts: list[Part]
    remarks: list[Remark]


def parted(blocks: Iterable[Written], *, has_title: bool) -> Parted:
    """Return the parts of a text; with `has_title` something else has named it already, and a first line is no title by itself."""
    remarks: list[Remark] = []
    kept = list(_without_leftovers(blocks, remarks))
    kept = _with_marked_questions(kept)
    title, kept = _titled(_promoted(kept), has_title=has_title)
    kept = list(_without_contents(kept, remarks))
    return _Parting(kept, title, remarks).parted()


def _without_leftovers(blocks: Iterable[Written], remarks: list[Remark]) -> Iterator[Written]:
    for block in blocks:
        words = fold(block.words).strip(" .…»>›→")
        is_leftover = not block.name and words in LEFTOVER and (block.kind in {"paragraph", "item"} or (block.kind == "heading" and " " in words))
        if is_leftover:
            remarks.append(Remark(block.line, "looks like a part of a web page that is not text", block.words, beside=True))
        else:
            yield block


def _with_marked_questions(blocks: list[Written]) -> list[Written]:
    """Make headings of lines such as “Q: Why?”, if there are at least two, and take the mark off their answers."""
    if sum(bool(block.kind in {"paragraph", "item", "heading"} and QUESTION_MARK.match(block.text)) for block in blocks) < 2:  # noqa: PLR2004
        return blocks
    found: list[Written] = []
    asked = False
    for block in blocks:
        if block.kind not in {"paragraph", "item", "heading"} or block.name:
            found.append(block)
            continue
        lines = block.text.split("\n")
        at = 0
        for number, line in enumerate(lines):
            if not (QUESTION_MARK.match(line) or (asked and ANSWER_MARK.match(line))):
                continue
            if before := "\n".join(lines[at:number]).strip():
                found.append(_answer(block, before, at))
            at = number
            if question := QUESTION_MARK.match(line):
                found.append(Written("heading", line[question.end() :], block.line + number, MARKED_QUESTION))
                asked, at = True, number + 1
        if rest := "\n".join(lines[at:]).strip():
            found.append(_answer(block, rest, at) if at or ANSWER_MARK.match(rest) else block)
    return found


def _answer(block: Written, text: str, at: int) -> Written:
    return Written("paragraph", ANSWER_MARK.sub("", text, count=1), block.line + at)


def _promoted(blocks: list[Written]) -> list[Written]:
    """Make headings of short lines that stand out where a text has no headings of its own: bold ones, capitals, and lone numbers."""
    headings = [block for block in blocks if block.kind == "heading" and block.level < MARKED_QUESTION]
    if sum(part_of(block.text) == "section" for block in headings) > 1:
        return blocks
    numbered = [at for at in range(len(blocks)) if _is_lone_number(blocks, at)]
    lone = frozenset(numbered if len(numbered) > 1 else ())
    found: list[Written] = []
    for at, block in enumerate(blocks):
        follows = at + 1 < len(blocks)
        if at in lone or (follows and block.kind == "paragraph" and _stands_out(block)):
            level = 1 if not found and not headings else 2
            found.append(Written("heading", f"{block.number} {block.text}".strip(), block.line, level, name=block.name))
        else:
            found.append(block)
    return found


def _stands_out(block: Written) -> bool:
    words = block.words
    if block.name or len(words) > LONGEST_TITLE or len(words.split()) > MOST_WORDS or words.endswith((".", ",", ";", "!")) or is_question(words):
        return False
    return block.is_bold or (words.isupper() and len(words.split()) > 1)


def _is_lone_number(blocks: list[Written], at: int) -> bool:
    """Return whether a block is a short counted item between paragraphs, as a heading with a number is."""
    block = blocks[at]
    if (
        not (block.number or COUNTED.match(block.text))
        or block.kind not in {"item", "paragraph"}
        or block.level
        or block.name
        or at + 1 >= len(blocks)
    ):
        return False
    beside = [*blocks[max(at - 1, 0) : at], blocks[at + 1]]
    words = block.words
    is_short = len(words) <= LONGEST_TITLE and len(words.split()) <= MOST_WORDS and "\n" not in block.text
    return is_short and not words.endswith((".", ",", ";", ":", "!")) and not any(other.number for other in beside)


def _titled(blocks: list[Written], *, has_title: bool) -> tuple[Written | None, list[Written]]:
    """Return the heading that names the whole text, and the other blocks."""
    at = next((number for number, block in enumerate(blocks) if block.kind == "heading" and block.level < MARKED_QUESTION), None)
    if at is not None and part_of(blocks[at].text) == "section":
        first = blocks[at]
        others = [block for block in blocks[at + 1 :] if block.kind == "heading"]
        is_bare = at + 1 < len(blocks) and blocks[at + 1].kind == "heading"
        is_above = all(block.level > first.level for block in others) or (is_bare and (not has_title or others[0].level > first.level))
        if at <= 1 and is_above:
            return first, [*blocks[:at], *blocks[at + 1 :]]
    if not has_title and len(blocks) > 1 and blocks[0].kind == "paragraph" and _is_name(blocks[0].words):
        return blocks[0], blocks[1:]
    return None, blocks


def _is_name(words: str) -> bool:
    return len(words) <= LONGEST_TITLE and len(words.split()) <= MOST_WORDS and not words.endswith((".", ",", ";", ":", "!", "?"))


def _without_contents(blocks: list[Written], remarks: list[Remark]) -> Iterator[Written]:
    """Leave out a table of contents: a heading for it, with lines that are headings further down."""
    titles = {fold(without_number(block.words)) for block in blocks if block.kind == "heading"}
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if fold(block.words).strip(" :") not in CONTENTS or block.kind not in {"heading", "paragraph"}:
            yield block
            continue
        end = at
        while end < len(blocks) and blocks[end].kind in {"item", "paragraph"} and _is_listed(blocks[end], titles):
            end += 1
        if end == at:
            yield block
            continue
        remarks.append(Remark(block.line, f"is a table of contents ({end - at + 1} lines); the program makes its own", block.words, beside=True))
        at = end


def _is_listed(block: Written, titles: set[str]) -> bool:
    lines = [re.sub(r"[\s.…]*\d*$", "", line) for line in block.text.split("\n")]
    return all(fold(without_number(" ".join(line.split()))) in titles for line in lines)


class _Parting:
    """Goes through the blocks of one text and begins a part at each heading that asks for one."""

    def __init__(self, blocks: list[Written], title: Written | None, remarks: list[Remark]) -> None:
        self._blocks = blocks
        self._title = title
        self._remarks = remarks
        self._asked = self._questions()
        self._parts: list[Part] = []
        self._above: list[Part] = []
        self._faq: Part | None = None

    def _questions(self) -> frozenset[int]:
        """Return the lines of headings that are questions of a list, and not titles of sections: most headings ask, and answers are short."""
        sections = [at for at, block in enumerate(self._blocks) if block.kind == "heading" and part_of(block.text) == "section"]
        marked = {self._blocks[at].line for at in sections if self._blocks[at].level == MARKED_QUESTION}
        if any(block.kind == "heading" and part_of(block.text) == "faq" for block in self._blocks):
            return frozenset(marked)
        asked = [at for at in sections if is_question(self._blocks[at].words)]
        short = [at for at in asked if self._is_short(at)]
        if len(asked) >= FEW and len(asked) >= MOSTLY * len(sections) and len(short) >= MOSTLY * len(asked):
            marked |= {self._blocks[at].line for at in asked}
        return frozenset(marked)

    def _is_short(self, at: int) -> bool:
        end = at + 1
        while end < len(self._blocks) and self._blocks[end].kind == "paragraph":
            end += 1
        return 0 < end - at - 1 <= MOST_PARAGRAPHS and (end == len(self._blocks) or self._blocks[end].kind == "heading")

    def parted(self) -> Parted:
        current: Part | None = None
        for block in self._blocks:
            if block.kind == "heading":
                current = self._heading(block, current)
            else:
                if current is None:
                    current = self._begin("section", self._title.words if self._title else "", block, 1)
                current.blocks.append(block)
        below = (*self._parts[1:], None)
        parts = [part for part, other in zip(self._parts, below, strict=False) if not _only_leads(part, other)]
        return Parted(self._title, parts, self._remarks)

    def _begin(self, kind: PartKind, title: str, block: Written, level: int) -> Part:
        name = block.name if block.kind == "heading" else ""
        made = Part(kind, title, block.line, level, name, [])
        self._parts.append(made)
        return made

    def _heading(self, block: Written, current: Part | None) -> Part:
        kind = part_of(block.words)
        if current is not None and current.kind != "section" and self._belongs(block, kind, current):
            current.blocks.append(block)
            return current
        if block.line in self._asked:
            if self._faq is None:
                self._faq = self._begin("faq", "", block, block.level - 1)
                self._faq.name = ""
            self._faq.blocks.append(block)
            return self._faq
        self._above = [above for above in self._above if above.level < block.level]
        above = next((part for part in reversed(self._above) if part.kind == "section"), None)
        title = own = block.words if block.name else without_number(block.words)
        if kind == "section" and above is not None:
            title = f"{above.own if above.blocks else above.title}: {own}"
        if kind == "faq" and self._faq is not None:
            return self._faq
        made = self._begin(kind, title, block, block.level)
        made.own = own
        self._above.append(made)
        if kind == "faq":
            self._faq = made
        return made

    @staticmethod
    def _belongs(block: Written, kind: PartKind, current: Part) -> bool:
        if block.level > current.level:
            return kind == "section" or bool(block.name) or current.kind in {"glossary", "sources", "figures", "urgent"}
        return current.kind == "faq" and kind == "section" and is_question(block.words)


def _only_leads(part: Part, below: Part | None) -> bool:
    """Return whether a part is nothing but a heading over headings, which have its words in their titles."""
    return part.kind == "section" and not part.blocks and below is not None and below.kind == "section" and below.level > part.level
