"""Write blocks as the HTML of the edition: links between places, notes that fold, drawings whose ids are their own."""

import html
import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from app.core.article.places import NOTES
from app.core.formats.render import box_html
from app.core.pages.blocks import Block, Drawing, Heading, Item, Links, Notes, NoteText, Paragraph, Rule, Run, UrgentBox, only_leads

ID = re.compile(r"""(?<=\sid=)(["'])(.*?)\1""")
REFERENCE = re.compile(r"""url\(\s*["']?#([^"')]+)["']?\s*\)|((?:xlink:)?href)=(["'])#(.*?)\3|(aria-labelledby|aria-describedby)=(["'])(.*?)\6""")
SKIN = re.compile(r"^.*?(?=<svg[\s>])", re.DOTALL)
"""What stands before a drawing's first element: declaration, doctype, comments."""


class Writer:
    """Writes blocks; remembers which ids stand already, so that each stands once. `meanings` are shown when a pointer rests on a term."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings = meanings
        self._seen: set[str] = set()
        self._drawings = 0

    def write(self, blocks: Iterable[Block], deeper: int = 1) -> str:
        """Return the blocks as HTML; headings stand so many levels deeper than in the block."""
        return "\n".join(self._group(is_list, tuple(group), deeper) for is_list, group in groupby(blocks, lambda block: isinstance(block, Item)))

    def id(self, place: str) -> str:
        """Return the attribute that makes a place an address; empty when it stands already, or for no place."""
        if not place or place in self._seen:
            return ""
        self._seen.add(place)
        return f' id="{html.escape(place)}"'

    def _group(self, is_list: bool, blocks: tuple[Block, ...], deeper: int) -> str:  # noqa: FBT001
        written = "\n".join(self._block(block, deeper) for block in blocks)
        return f"<ul>\n{written}\n</ul>" if is_list else written

    def _block(self, block: Block, deeper: int) -> str:  # noqa: PLR0911 - one return for each kind of block
        match block:
            case Heading():
                level = min(6, block.level + deeper)
                return f"<h{level}{self.id(block.place)}>{html.escape(block.text)}</h{level}>"
            case Paragraph():
                name = "quiet" if block.quiet else "leads" if only_leads(block) else ""
                kind = f' class="{name}"' if name else ""
                return f"<p{self.id(block.place)}{kind}>{self.runs(block.runs)}</p>"
            case Item():
                return f"<li{self.id(block.place)}>{self.runs(block.runs)}</li>"
            case Notes():
                return self._notes(block)
            case Links():
                links = "\n".join(f"<li>{self.runs((run,))}</li>" for run in block.links)
                return f"<ul>\n{links}\n</ul>"
            case Drawing():
                return self._drawing(block)
            case UrgentBox():
                return self._urgent(block, deeper)
            case Rule():
                return ""

    def runs(self, runs: Iterable[Run]) -> str:
        """Return words with their links."""
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        text = html.escape(run.text)
        text = f"<strong>{text}</strong>" if run.strong else text
        if run.target is None:
            return text
        meaning = self._meanings.get(run.target, "") if run.term else ""
        extra = f' class="term" title="{html.escape(meaning)}"' if run.term else ""
        return f'<a href="#{html.escape(run.target)}"{extra}>{text}</a>'

    def _notes(self, block: Notes) -> str:
        aside = f'<span class="aside">({html.escape(block.aside)})</span>'
        opened = "\n".join(self._note(note) for note in block.notes if note.alert)
        folded = "\n".join(self._note(note) for note in block.notes if not note.alert)
        if opened:
            opened = f'<p class="label">{html.escape(block.label)} {aside}</p>\n{opened}'
        if folded:
            summary = html.escape(block.folded) if opened else f"{html.escape(block.folded)} {aside}"
            folded = f"<details>\n<summary>{summary}</summary>\n{folded}\n</details>"
        inner = "\n".join(filter(None, (opened, folded)))
        return f'<div role="note" class="notes">\n{inner}\n</div>'

    def _note(self, note: NoteText) -> str:
        words = f"<p{self.id(note.id)}><strong{self.id(f'{NOTES}/{note.id}')}>{html.escape(note.verdict)}.</strong> {html.escape(note.text)}"
        return f"{words}<br><small>{self.runs(note.details)}</small></p>"

    def _drawing(self, block: Drawing) -> str:
        shown = f"<p>{html.escape(block.trouble)}</p>"
        if block.svg:
            self._drawings += 1
            svg = with_own_ids(SKIN.sub("", block.svg, count=1).strip(), f"drawing-{self._drawings}-")
            shown = f'<div class="drawing" role="img" dir="ltr" aria-label="{html.escape(block.alt)}">\n{svg}\n</div>'
        caption = f"<strong>{html.escape(block.title)}</strong><br><small>{self.runs(block.caption)}</small>"
        return f"<figure{self.id(block.place)}>\n{shown}\n<figcaption>{caption}</figcaption>\n</figure>"

    def _urgent(self, block: UrgentBox, deeper: int) -> str:
        level = min(6, block.level + deeper)
        title = f"<h{level}>{html.escape(block.title)}</h{level}>"
        return f'<div role="note" class="urgent"{self.id(block.place)}>\n{title}\n{box_html(block, self.runs, deeper, looks=True)}\n</div>'


def with_own_ids(svg: str, prefix: str) -> str:
    """Return a drawing whose ids, and what refers to them, begin with a prefix, so that several can stand in one page."""

    def renamed(found: re.Match[str]) -> str:
        inside, attribute, quote, target, label, label_quote, labels = found.groups()
        if inside:
            return f"url(#{prefix}{inside})"
        if attribute:
            return f"{attribute}={quote}#{prefix}{target}{quote}"
        return f"{label}={label_quote}{' '.join(prefix + name for name in labels.split())}{label_quote}"

    return REFERENCE.sub(renamed, ID.sub(rf"\g<1>{prefix}\g<2>\g<1>", svg))
