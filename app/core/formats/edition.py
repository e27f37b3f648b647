"""Compose the HTML edition: the whole reference as one page for any browser, which loads nothing from outside.

What it says is in the page itself, in reading order, and needs no script. `resources/edition/` holds the page's frame, its look and its script.
"""

import base64
import datetime as dt
import hashlib
import html
from collections.abc import Iterable
from pathlib import Path
from string import Template

from app.core.article.content import Section
from app.core.article.places import FIGURES, GLOSSARY, PROVENANCE, SOURCES
from app.core.base.html_order import html_in_order
from app.core.formats.edition_blocks import Writer
from app.core.formats.edition_index import index
from app.core.pages.blocks import Block, Blocks, Heading, Links, Paragraph, Rule, Run, UrgentBox
from app.core.pages.document import Document
from app.core.search.data import SearchData

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'sha256-{script}'; img-src data:; base-uri 'none'; form-action 'none'"
)
"""What the page may do: nothing from outside. A browser that knows hashes runs our script only; one that does not goes by 'unsafe-inline'."""


class HtmlEditionError(Exception):
    """The parts of the page cannot be read."""


def compose(document: Document, parts: Path, today: dt.date, searched: SearchData | None = None, back: str = "") -> str:
    """Return the page; `parts` is the folder of frame, look and script. Raise `HtmlEditionError` when one is missing.

    `searched` are the article's data for the search, if they were made before.
    `back` is the address of the page that lists all articles, if there is one.
    """
    frame, style, search, script = (read_part(parts / name) for name in ("page.html", "edition.css", "search.js", "edition.js"))
    script = f"{search}\n{script}"
    article, labels = document.article, document.labels
    is_wrong = today < document.newest()
    # a warning here is about the clock of the machine that makes the page, not about the reader's
    age = "" if is_wrong else document.age(today)
    values = {
        "language": article.language,
        "direction": article.direction,
        "policy": POLICY.format(script=base64.b64encode(hashlib.sha256(f"\n{script}".encode()).digest()).decode("ascii")),
        "title": article.title,
        "heading": article.title,
        "skip": labels.skip,
        "short": article.disclaimer.short,
        "imprint": " · ".join(document.edition_lines()),
        "age": age,
        "find": labels.find,
        "find_hint": labels.find_hint,
        "find_clear": labels.find_clear,
        "contents": labels.contents,
        "made": labels.made_unknown if is_wrong else labels.made.format(date=labels.date(today)),
        "offline": labels.offline_folder if back else labels.offline_page,
    }
    made = {name: html.escape(value) for name, value in values.items()}
    made_index = index(document, document.newest() if is_wrong else today, searched)
    way = f'<p class="imprint"><a href="{html.escape(back)}">{html.escape(labels.all_articles)}</a></p>\n' if back else ""
    pieces = {"back": way, "navigation": _navigation(document), "main": _main(document), "index": made_index, "style": style, "script": script}
    page = Template(frame).substitute(made, age_hidden="" if age else " hidden", **pieces)
    return html_in_order(page, mirrored=article.direction == "rtl")


def read_part(path: Path) -> str:
    """Return the text of a part of the page; raise `HtmlEditionError` when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise HtmlEditionError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error


# --- navigation ---


def _navigation(document: Document) -> str:
    article, labels = document.article, document.labels
    reference = [(article.faq.id, article.faq.title)] if article.faq.entries else []
    if article.urgent_care is not None:
        reference.append((article.urgent_care.id, article.urgent_care.title))
    reference += [(FIGURES, labels.figures)] * bool(article.figures) + [(GLOSSARY, labels.glossary)] * bool(article.glossary)
    reference += [(SOURCES, labels.sources)] * bool(article.sources)
    reference += [(PROVENANCE, labels.provenance), (article.about.id, article.about.title), (article.disclaimer.id, article.disclaimer.title)]
    groups = ((labels.article, [(section.id, section.title) for section in article.sections]), (labels.reference, reference))
    return "\n".join(f"<p>{html.escape(label)}</p>\n<ul>\n{_links(links)}\n</ul>" for label, links in groups)


def _links(links: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f'<li><a href="#{html.escape(place)}">{html.escape(title)}</a></li>' for place, title in links)


# --- the text ---


def _main(document: Document) -> str:
    """Return the text in reading order: the disclaimer and the danger signs first."""
    article = document.article
    writer = Writer({term.id: term.meaning for term in article.glossary})
    disclaimer: Blocks = (Heading(article.disclaimer.title, 1), *(Paragraph((Run(text),)) for text in article.disclaimer.text))
    pieces = [f'<section class="disclaimer"{writer.id(article.disclaimer.id)}>\n{writer.write(disclaimer)}\n</section>']
    pieces.append(writer.write(document.urgent_box(1)))
    pieces += [f"<section>\n{writer.write(_section(document, section))}\n</section>" for section in article.sections]
    if article.faq.entries:
        pieces.append(f"<section>\n{_questions(document, writer)}\n</section>")
    if article.figures:
        pieces.append(f"<section>\n{_figures(document, writer)}\n</section>")
    pages = [GLOSSARY] * bool(article.glossary) + [SOURCES] * bool(article.sources) + [PROVENANCE, article.about.id]
    pieces += [f"<section>\n{writer.write(_page(document, page))}\n</section>" for page in pages]
    return "\n".join(filter(None, pieces))


def _section(document: Document, section: Section) -> Blocks:
    """Return a section as its page shows it, without the lines that tell where the reader is; the danger signs only where they stand first."""
    _, *blocks = document.section(section)
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        neighbours = isinstance(block, Links) and isinstance(blocks[number - 1], Rule)
        elsewhere = isinstance(block, UrgentBox) and not document.is_urgent_first(section.id)
        if not (neighbours or elsewhere or isinstance(block, Rule)):
            kept.append(block)
    return tuple(kept)


def _questions(document: Document, writer: Writer) -> str:
    faq = document.article.faq
    pieces = [writer.write((Heading(faq.title, 1, faq.id),))]
    for entry in faq.entries:
        summary = f"<summary><h3>{html.escape(entry.question)}</h3></summary>"
        opening = f'<details class="question"{writer.id(entry.id)}>'
        pieces.append(f'{opening}\n{summary}\n<div class="answer">\n{writer.write(document.answer(entry))}\n</div>\n</details>')
    return "\n".join(pieces)


def _figures(document: Document, writer: Writer) -> str:
    """Return links to the figures, which stand in the sections where they teach, and after them those that stand in none."""
    article, labels = document.article, document.labels
    sections = {section.id for section in article.sections}
    homeless = [figure for figure in article.figures if not sections & set(figure.sections)]
    title = writer.write((Heading(labels.figures, 1, FIGURES), Paragraph((Run(labels.figures_lead),))))
    links = _links((figure.id, figure.title) for figure in article.figures)
    drawings = writer.write(document.drawing(figure) for figure in homeless)
    return f"{title}\n<ul>\n{links}\n</ul>\n{drawings}".rstrip()


def _page(document: Document, page: str) -> Blocks:
    """Return a reference page; about loses what stands elsewhere in the edition, and what holds for the program only."""
    blocks = document.page(page)
    if page != document.article.about.id:
        return blocks
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.place == document.article.disclaimer.id:
            break
        if not (isinstance(block, Paragraph) and block.runs == (Run(document.labels.offline_long),)):
            kept.append(block)
    return tuple(kept)
