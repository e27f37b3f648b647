"""Write blocks as CommonMark."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby, pairwise

from app.core.base.text import ended
from app.core.formats.plain_text import joined
from app.core.pages.blocks import Blocks, BoxLine, Drawing, Heading, Item, Links, Notes, Paragraph, Run, UrgentBox, words_of
from app.core.pages.visitor import BlockVisitor

SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|~"} | {"&": "&amp;"})

UNSEEN = "\u2060"
"""Has no width, and is neither space nor sign to Markdown."""

BLOCK_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def to_markdown(blocks: Blocks) -> str:
    """Return CommonMark."""
    return joined(blocks, _MarkdownWriter().visit)


class _MarkdownWriter(BlockVisitor[str]):
    def _heading(self, block: Heading) -> str:
        return f"{'#' * block.level} {escaped(block.text)}"

    def _paragraph(self, block: Paragraph) -> str:
        return escaped_line(block.runs)

    def _item(self, block: Item) -> str:
        return f"- {escaped_line(block.runs)}"

    def _notes(self, block: Notes) -> str:
        lines = [f"**{escaped(block.label)}** ({escaped(block.aside)})"]
        for note in block.notes:
            lines += ["", f"**{escaped(ended(note.verdict))}** {escaped(note.text)}", "", escaped(words_of(note.details))]
        return _quoted(lines)

    def _links(self, block: Links) -> str:
        return "\n".join(f"- {escaped(run.text)} ({run.target})" for run in block.links)

    def _drawing(self, block: Drawing) -> str:
        return _quoted([f"**{escaped(block.title)}**", "", escaped(block.trouble or block.alt), "", escaped(words_of(block.caption))])

    def _urgent(self, block: UrgentBox) -> str:
        lines = [f"**{escaped(block.title)}**"]
        before = ""
        for line in block.lines():
            lines += [""] * (not line.kind == before == "sign") + [_box_line(line)]
            before = line.kind
        return _quoted(lines)

    def _rule(self) -> str:
        return "---"


def _quoted(lines: Iterable[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in lines)


def escaped(text: str) -> str:
    """Return a text in which nothing is a mark, within a line."""
    return text.translate(SPECIAL)


def escaped_line(runs: Iterable[Run]) -> str:
    """Return runs as one line that cannot begin a list, a rule or a block of code."""
    line = _marked(runs).lstrip()
    found = BLOCK_START.match(line)
    if not found:
        return line
    return f"\\{line}" if not found[1].isdigit() else f"{found[1]}\\{line[found.end() :]}"


def _marked(runs: Iterable[Run]) -> str:
    """Return runs with marks that hold wherever they stand.

    To CommonMark a mark beside a space inside of it is no mark, nor one between a sign (inside) and a letter (outside), and two marks that meet are
    another one. So words in one style are one stretch, whatever the runs are (a term within a bold lead is a run of its own), spaces stay outside,
    and something unseen is put between sign and mark, or mark and mark, where one of these cases is left.
    """
    stretches = [(mark, "".join(run.text for run in group)) for mark, group in groupby(filter(_has_text, runs), _mark)]
    line, ends_with_mark = "", False
    for (mark, text), (next_mark, next_text) in pairwise([*stretches, ("", "")]):
        words = text.strip()
        if not mark or not words:
            line += escaped(text)
            ends_with_mark = False
            continue
        before, _, after = text.partition(words)
        follows = after or (UNSEEN if next_mark and next_text == next_text.lstrip() else next_text)
        line += before or UNSEEN * ends_with_mark
        first = UNSEEN * _is_no_mark(words[0], line[-1:])
        last = UNSEEN * _is_no_mark(words[-1], follows[:1])
        line += f"{mark}{first}{escaped(words)}{last}{mark}{after}"
        ends_with_mark = not after
    return line


def _has_text(run: Run) -> bool:
    return bool(run.text)


def _mark(run: Run) -> str:
    if run.state != "same":
        return "**" if run.state == "added" else "~~"
    return "**" if run.strong else ""


def _is_no_mark(inside: str, outside: str) -> bool:
    """Return whether a mark between these two characters is read as stars: a sign inside, a letter or a digit outside."""
    return _is_sign(inside) and bool(outside) and not outside.isspace() and not _is_sign(outside)


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _box_line(line: BoxLine) -> str:
    if line.kind == "heading":
        return f"**{escaped(line.text)}**"
    return f"- {escaped_line(line.runs)}" if line.kind == "sign" else escaped_line(line.runs)
