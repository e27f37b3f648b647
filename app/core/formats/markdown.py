"""Write blocks as CommonMark."""

import re
import unicodedata
from collections.abc import Iterable

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
        return f"{'#' * block.level} {_escaped(block.text)}"

    def _paragraph(self, block: Paragraph) -> str:
        return _line(block.runs)

    def _item(self, block: Item) -> str:
        return f"- {_line(block.runs)}"

    def _notes(self, block: Notes) -> str:
        lines = [f"**{_escaped(block.label)}** ({_escaped(block.aside)})"]
        for note in block.notes:
            lines += ["", f"**{_escaped(ended(note.verdict))}** {_escaped(note.text)}", "", _escaped(words_of(note.details))]
        return _quoted(lines)

    def _links(self, block: Links) -> str:
        return "\n".join(f"- {_escaped(run.text)} ({run.target})" for run in block.links)

    def _drawing(self, block: Drawing) -> str:
        return _quoted([f"**{_escaped(block.title)}**", "", _escaped(block.trouble or block.alt), "", _escaped(words_of(block.caption))])

    def _urgent(self, block: UrgentBox) -> str:
        lines = [f"**{_escaped(block.title)}**"]
        before = ""
        for line in block.lines():
            lines += [""] * (not line.kind == before == "sign") + [_box_line(line)]
            before = line.kind
        return _quoted(lines)

    def _rule(self) -> str:
        return "---"


def _quoted(lines: Iterable[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _escaped(text: str) -> str:
    return text.translate(SPECIAL)


def _line(runs: Iterable[Run]) -> str:
    """Return runs as one line that cannot begin a list, a rule or a block of code."""
    line = "".join(map(_run, runs)).lstrip()
    found = BLOCK_START.match(line)
    if not found:
        return line
    return f"\\{line}" if not found[1].isdigit() else f"{found[1]}\\{line[found.end() :]}"


def _run(run: Run) -> str:
    if run.state != "same":
        return _marked(run.text, "**" if run.state == "added" else "~~")
    return f"**{_escaped(run.text)}**" if run.strong else _escaped(run.text)


def _marked(text: str, mark: str) -> str:
    """Return text between marks that hold wherever it stands: spaces stay outside, and a sign at an edge is kept off the mark."""
    words = text.strip()
    if not words:
        return text
    before, _, after = text.partition(words)
    first, last = (UNSEEN if unicodedata.category(char)[0] in "PS" else "" for char in (words[0], words[-1]))
    return f"{before}{mark}{first}{_escaped(words)}{last}{mark}{after}"


def _box_line(line: BoxLine) -> str:
    if line.kind == "heading":
        return f"**{_escaped(line.text)}**"
    return f"- {_line(line.runs)}" if line.kind == "sign" else _line(line.runs)
