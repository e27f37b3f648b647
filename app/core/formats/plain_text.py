"""Write blocks as plain text."""

from collections.abc import Callable, Iterable

from app.core.base.text import ended
from app.core.pages.blocks import Block, Blocks, BoxLine, Drawing, Heading, Item, Links, Notes, Paragraph, Run, UrgentBox, words_of
from app.core.pages.visitor import BlockVisitor


def to_text(blocks: Blocks) -> str:
    """Return plain text: items with a dash, notes indented behind a bar."""
    return joined(blocks, _TextWriter().visit)


def joined(blocks: Blocks, write: Callable[[Block], str]) -> str:
    """Return blocks as lines, an empty one between them, but for the items of a list."""
    parts: list[str] = []
    for number, block in enumerate(blocks):
        together = number > 0 and isinstance(block, Item) and isinstance(blocks[number - 1], Item)
        parts.append(("\n" if together else "\n\n") + write(block))
    return "".join(parts).strip("\n") + "\n"


class _TextWriter(BlockVisitor[str]):
    def _heading(self, block: Heading) -> str:
        return f"{block.text}\n{('=' if block.level == 1 else '-') * len(block.text)}"

    def _paragraph(self, block: Paragraph) -> str:
        return _line(block.runs)

    def _item(self, block: Item) -> str:
        return f"- {_line(block.runs)}"

    def _notes(self, block: Notes) -> str:
        lines = [f"{block.label} ({block.aside})"]
        for note in block.notes:
            lines += [f"{ended(note.verdict)} {note.text}", words_of(note.details)]
        return "\n".join(f"  | {line}" for line in lines)

    def _links(self, block: Links) -> str:
        return "\n".join(f"> {run.text} [{run.target}]" for run in block.links)

    def _drawing(self, block: Drawing) -> str:
        return "\n".join(f"  : {line}" for line in (block.title, block.trouble or block.alt, words_of(block.caption)))

    def _urgent(self, block: UrgentBox) -> str:
        lines = [block.title, *(told for line in block.lines() for told in _box_line(line))]
        return "\n".join(f"  ! {line}".rstrip() for line in lines)

    def _divider(self) -> str:
        return "-----"


def _line(runs: Iterable[Run]) -> str:
    return "".join({"same": run.text, "added": f"{{+{run.text}+}}", "removed": f"[-{run.text}-]"}[run.state] for run in runs)


def _box_line(line: BoxLine) -> tuple[str, ...]:
    """Return a line of the box; a heading has an empty line before it and, where another call begins, a line under it."""
    if line.kind == "heading":
        return ("", line.text) if line.goes_on else ("", line.text, "-" * len(line.text))
    return (f"- {line.text}" if line.kind == "sign" else line.text,)
