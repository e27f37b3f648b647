"""What is copied: words with their notes and where they come from, as plain text and as HTML that takes on the look of where it is pasted."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from app.core.article.places import Places
from app.core.base.html_order import html_in_order
from app.core.base.markup import escape
from app.core.formats.html import to_fragment
from app.core.formats.plain_text import to_text
from app.core.pages.blocks import Block, Blocks, Divider, Drawing
from app.core.pages.citation import cite
from app.core.pages.document import Document


class Copied(Struct, frozen=True):
    """The same words in both forms; the HTML is a fragment without styles, ids or scripts."""

    text: str
    html: str


def copied(blocks: Iterable[Block], citation: str, language: str, direction: str) -> Copied:
    """Return blocks, which hold their notes, and under them the line that says where they come from; no line when that is empty."""
    kept: Blocks = tuple(_in_words(block) for block in blocks if not isinstance(block, Divider))
    text = to_text(kept).strip("\n")
    cited = html_in_order(escape(citation), mirrored=direction == "rtl")
    line = f"\n<p><small>{cited}</small></p>" if citation else ""
    fragment = f'<div lang="{escape(language)}" dir="{direction}">\n{to_fragment(kept, direction)}{line}\n</div>\n'
    return Copied(f"{text}\n\n{citation}" if citation else text, fragment)


def copied_place(document: Document, places: Places, place: str) -> Copied:
    """Return a section, a passage, an answer or a page by itself, with citation; raise `KeyError` for any other name."""
    article = document.article
    return copied(document.place(place), cite(document, places[place].title), article.language, article.direction)


def _in_words(block: Block) -> Block:
    """A drawing goes as its description: few programs take a drawing from HTML that is pasted."""
    return replace(block, svg="", trouble=block.trouble or block.alt) if isinstance(block, Drawing) else block
