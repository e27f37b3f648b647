"""Write blocks as HTML: what every page of HTML that the program writes has in common, and the plain page and fragment themselves."""

import re
from collections.abc import Iterable
from itertools import groupby

from app.core.base.html_order import html_in_order
from app.core.base.markup import escape
from app.core.base.text import ended
from app.core.pages.blocks import Block, Blocks, Drawing, Heading, Item, Links, Notes, NoteText, Paragraph, Run, UrgentBox
from app.core.pages.visitor import BlockVisitor

STEP_ID = re.compile(r' id="step-\d+"')
"""The steps of a drawing; their ids would stand twice in a page of several drawings."""


def to_html(blocks: Blocks, title: str, language: str, direction: str) -> str:
    """Return one HTML page without scripts, styles of its own or outside references."""
    return page(HtmlWriter().write(blocks), title, language, direction)


def to_fragment(blocks: Blocks, direction: str) -> str:
    """Return HTML to stand inside another page: no ids, no styles, no scripts."""
    return html_in_order(_FragmentWriter().write(blocks), mirrored=direction == "rtl")


def page(body: str, title: str, language: str, direction: str, *, head: str = "", body_class: str = "") -> str:
    """Return an HTML page; `head` is what stands in its head besides the title."""
    first = f'<meta charset="utf-8">\n<title>{escape(title)}</title>{head}'
    opening = f'<html lang="{escape(language)}" dir="{direction}">'
    named = f' class="{body_class}"' if body_class else ""
    shown = html_in_order(body, mirrored=direction == "rtl")
    return f"<!DOCTYPE html>\n{opening}\n<head>\n{first}\n</head>\n<body{named}>\n{shown}\n</body>\n</html>\n"


class HtmlWriter(BlockVisitor[str]):
    """Writes blocks as HTML; each place is an address once, at the first block that stands there."""

    urgent_look = ""
    """The attributes of the danger box beside its role; with some, the headings that begin another call have classes too."""

    def __init__(self, deeper: int = 0) -> None:
        self._deeper = deeper  # headings stand so many levels deeper than in the block
        self._seen: set[str] = set()

    def write(self, blocks: Iterable[Block]) -> str:
        """Return the blocks as HTML; items that follow each other are one list."""
        return "\n".join(self._group(is_list, tuple(group)) for is_list, group in groupby(blocks, lambda block: isinstance(block, Item)))

    def _group(self, is_list: bool, blocks: Blocks) -> str:  # noqa: FBT001
        written = "\n".join(map(self.visit, blocks))
        return f"<ul>\n{written}\n</ul>" if is_list else written

    def id(self, place: str) -> str:
        """Return the attribute that makes a place an address; empty when it stands already, or for no place."""
        if not place or place in self._seen:
            return ""
        self._seen.add(place)
        return f' id="{escape(place)}"'

    def runs(self, runs: Iterable[Run]) -> str:
        """Return words in their styles."""
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        """Return words in one style."""
        text = escape(run.text)
        if run.state != "same":
            tag = "ins" if run.state == "added" else "del"
            text = f"<{tag}>{text}</{tag}>"
        return f"<strong>{text}</strong>" if run.strong else text

    def _level(self, level: int) -> int:
        """Return the level of a heading on the page."""
        return min(6, level + self._deeper)

    def _heading(self, block: Heading) -> str:
        level = self._level(block.level)
        return f"<h{level}{self.id(block.place)}>{escape(block.text)}</h{level}>"

    def _paragraph(self, block: Paragraph) -> str:
        return f"<p{self.id(block.place)}>{self.runs(block.runs)}</p>"

    def _item(self, block: Item) -> str:
        return f"<li{self.id(block.place)}>{self.runs(block.runs)}</li>"

    def _notes(self, block: Notes) -> str:
        inner = "\n".join(map(self._note, block.notes))
        return f'<div role="note"><p><strong>{escape(block.label)}</strong> ({escape(block.aside)})</p>\n{inner}\n</div>'

    def _note(self, note: NoteText) -> str:
        """Return one evidence note."""
        return f"<p><strong>{escape(ended(note.verdict))}</strong> {escape(note.text)}<br><small>{self.runs(note.details)}</small></p>"

    def _links(self, block: Links) -> str:
        return "\n".join(f"<p>{escape(run.text)}</p>" for run in block.links)

    def _drawing(self, block: Drawing) -> str:
        shown = f"<p>{escape(block.trouble)}</p>"
        if block.svg:
            shown = self._picture(block)
        caption = f"<strong>{escape(block.title)}</strong><br><small>{self.runs(block.caption)}</small>"
        return f"<figure{self._figure_id(block)}>\n{shown}\n<figcaption>{caption}</figcaption>\n</figure>"

    def _figure_id(self, block: Drawing) -> str:  # noqa: ARG002 - for those that differ
        """Return the attribute that makes a figure an address; the plain page has none."""
        return ""

    def _picture(self, block: Drawing) -> str:
        """Return a figure's drawing, told in words to who does not see it."""
        svg = STEP_ID.sub("", block.svg[block.svg.index("<svg") :])
        return f'<div role="img" dir="ltr" aria-label="{escape(block.alt)}">\n{svg.strip()}\n</div>'

    def _urgent(self, block: UrgentBox) -> str:
        level = self._level(block.level)
        title = f"<h{level}{self.id(block.place)}>{escape(block.title)}</h{level}>"
        return f'<div role="note"{self.urgent_look}>\n{title}\n{self._box(block)}\n</div>'

    def _box(self, box: UrgentBox) -> str:
        """Return what stands under the danger box's title."""
        made: list[str] = []
        for kind, lines in groupby(box.lines(), lambda line: line.kind):
            told = [(line, self.runs(line.runs)) for line in lines]
            if kind == "heading":
                for line, words in told:
                    level, look = self._level(line.level), f' class="{line.urgency}"' if self.urgent_look and not line.goes_on else ""
                    made.append(f"<h{level}{look}>{words}</h{level}>")
            elif kind == "sign":
                made += ["<ul>", *(f"<li>{words}</li>" for _, words in told), "</ul>"]
            else:
                made += (f"<p><small>{words}</small></p>" if kind == "details" else f"<p>{words}</p>" for _, words in told)
        return "\n".join(made)

    def _divider(self) -> str:
        return "<hr>"


class _FragmentWriter(HtmlWriter):
    def id(self, place: str) -> str:  # noqa: ARG002 - the other page has ids of its own
        return ""
