"""Write blocks as the HTML of the edition: links between places, notes that fold, drawings whose ids are their own."""

import html
import re
from collections.abc import Mapping

from app.core.article.places import NOTES
from app.core.base.text import ended
from app.core.formats.html import HtmlWriter
from app.core.pages.blocks import Drawing, Links, Notes, NoteText, Paragraph, Run, UrgentBox, only_leads

ID = re.compile(r"""(?<=\sid=)(["'])(.*?)\1""")
REFERENCE = re.compile(r"""url\(\s*["']?#([^"')]+)["']?\s*\)|((?:xlink:)?href)=(["'])#(.*?)\3|(aria-labelledby|aria-describedby)=(["'])(.*?)\6""")
SKIN = re.compile(r"^.*?(?=<svg[\s>])", re.DOTALL)
"""What stands before a drawing's first element: declaration, doctype, comments."""


class Writer(HtmlWriter):
    """Writes blocks one level deeper, with links. `meanings` are shown when a pointer rests on a term."""

    urgent_look = ' class="urgent"'

    def __init__(self, meanings: Mapping[str, str]) -> None:
        super().__init__(deeper=1)
        self._meanings = meanings
        self._drawings = 0

    def _run(self, run: Run) -> str:
        """Return words with their link."""
        text = super()._run(run)
        if run.target is None:
            return text
        meaning = self._meanings.get(run.target, "") if run.term else ""
        extra = f' class="term" title="{html.escape(meaning)}"' if run.term else ""
        return f'<a href="#{html.escape(run.target)}"{extra}>{text}</a>'

    def _paragraph(self, block: Paragraph) -> str:
        name = "quiet" if block.quiet else "leads" if only_leads(block) else ""
        kind = f' class="{name}"' if name else ""
        return f"<p{self.id(block.place)}{kind}>{self.runs(block.runs)}</p>"

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
        """Return one evidence note, an address of its own."""
        words = f"<p{self.id(note.id)}><strong{self.id(f'{NOTES}/{note.id}')}>{html.escape(ended(note.verdict))}</strong> {html.escape(note.text)}"
        return f"{words}<br><small>{self.runs(note.details)}</small></p>"

    def _links(self, block: Links) -> str:
        links = "\n".join(f"<li>{self.runs((run,))}</li>" for run in block.links)
        return f"<ul>\n{links}\n</ul>"

    def _figure_id(self, block: Drawing) -> str:
        """Return the attribute that makes a figure an address."""
        return self.id(block.place)

    def _picture(self, block: Drawing) -> str:
        """Return a figure's drawing with ids of its own."""
        self._drawings += 1
        svg = with_own_ids(SKIN.sub("", block.svg, count=1).strip(), f"drawing-{self._drawings}-")
        return f'<div class="drawing" role="img" dir="ltr" aria-label="{html.escape(block.alt)}">\n{svg}\n</div>'

    def _urgent(self, block: UrgentBox) -> str:
        level = self._level(block.level)
        title = f"<h{level}>{html.escape(block.title)}</h{level}>"
        return f'<div role="note"{self.urgent_look}{self.id(block.place)}>\n{title}\n{self._box(block)}\n</div>'

    def _rule(self) -> str:
        return ""


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
