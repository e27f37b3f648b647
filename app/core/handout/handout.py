"""Make a hand-out of chosen places: what stands on the sheet, whatever it is printed or saved as."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from app.core.article.content import Article, Figure, Section
from app.core.article.places import FIGURES, Places
from app.core.base.text import ended, sentences_of
from app.core.formats import html
from app.core.formats.markdown import to_markdown
from app.core.formats.plain_text import to_text
from app.core.pages.blocks import Block, Blocks, Divider, Drawing, Heading, Paragraph, Run, UrgentBox
from app.core.pages.document import Document

BLANK = "________________"
"""A line to write on, where no line can be drawn."""

FORMS = (".pdf", ".html", ".md", ".txt")
"""What a hand-out can be saved as, by the end of the file's name."""

Paper = Literal["A4", "Letter"]

STYLE = """\
body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 system-ui, sans-serif; color-scheme: light dark; }
body.large { font-size: 1.34em; }
h1, h2, h3 { line-height: 1.3; break-after: avoid; }
h1 { font-size: 2em; margin-bottom: 0; }
h2 { font-size: 1.2em; }
[role=note] { border: 1px solid; border-left-width: 6px; padding: 0 1em; break-inside: avoid; break-before: avoid; }
[dir=rtl] [role=note] { border-left-width: 1px; border-right-width: 6px; }
[role=note].urgent { border-width: 3px; border-left-width: 10px; }
[dir=rtl] [role=note].urgent { border-left-width: 3px; border-right-width: 10px; }
.emergency, .call { padding: 0.2em 0.5em; border: 2px solid; font-size: 1em; }
.emergency { border-width: 4px; }
@media screen { .emergency { background: CanvasText; color: Canvas; } }
figure { margin: 1em 0; break-inside: avoid; }
svg { max-width: 100%; height: auto; }
.blank { display: inline-block; width: 12em; border-bottom: 1px solid; }
p, li { orphans: 3; widows: 3; }
@page { margin: 17mm; }
"""
"""How the HTML form looks: bars and lines in the reader's own colours; it reads as well without."""


class Choice(Struct, frozen=True):
    """What a hand-out is made of: places of the article, the words, the type, the paper, and the line on whom to call."""

    places: tuple[str, ...]
    plain: bool = True
    large: bool = False
    paper: Paper = "A4"
    clinic: str = ""
    phone: str = ""


class Handout(Struct, frozen=True):
    """A sheet: `blanks` are the lines to write on beside the title, `blocks` the text, `footer` the lines on every page.

    `page_of` has the placeholders {page} and {count}, for a form that has pages.
    """

    title: str
    subtitle: str
    language: str
    direction: str
    blanks: tuple[str, ...]
    blocks: Blocks
    footer: tuple[str, ...]
    page_of: str
    large: bool
    paper: Paper


def usual_places(article: Article, page: str = "") -> tuple[str, ...]:
    """Return what a hand-out begins with: the page being read, or all sections when none of the article's own pages is; with their figures."""
    if page == article.faq.id:
        return tuple(entry.id for entry in article.faq.entries)
    if page == FIGURES and article.figures:
        return tuple(figure.id for figure in article.figures)
    sections = [section.id for section in article.sections]
    return with_figures(article, (page,) if page in sections else sections)


def with_figures(article: Article, places: Iterable[str]) -> tuple[str, ...]:
    """Return the places with the figures for hand-outs that belong to those among them that are sections; unchanged when they name a figure."""
    places = tuple(places)
    names = {figure.id for figure in article.figures}
    if FIGURES in places or names.intersection(places):
        return places
    return (*places, *(figure.id for figure in article.figures if figure.in_handouts and set(figure.sections) & set(places)))


def compose(document: Document, choice: Choice, today: dt.date) -> Handout:
    """Return the hand-out of the chosen places, in the article's order; raise `KeyError` for a place that does not exist.

    Statements bring their evidence notes, and the urgent-care box is always there, before all of them, with the line on whom to call in it.
    """
    article, labels = document.article, document.labels
    known = Places(article)
    for place in choice.places:
        if place not in known:
            raise KeyError(place)
    source = document.with_article(plain_words(article)) if choice.plain else document
    box, line = _help(document, choice)
    return Handout(
        title=article.title,
        subtitle=labels.handout_plain if choice.plain else labels.handout_full,
        language=article.language,
        direction=article.direction,
        blanks=(labels.name, labels.day),
        blocks=(*box, *_chosen(source, frozenset(known[place].beside or place for place in choice.places)), *line),
        footer=footer(document, today),
        page_of=labels.page_of,
        large=choice.large,
        paper=choice.paper,
    )


def plain_words(article: Article) -> Article:
    """Return the article with every statement and note in its plain words."""
    return replace(
        article,
        sections=tuple(
            replace(section, passages=tuple(replace(passage, text=passage.plain) for passage in section.passages)) for section in article.sections
        ),
        faq=replace(article.faq, entries=tuple(replace(entry, answer=entry.plain) for entry in article.faq.entries)),
        notes=tuple(replace(note, text=note.plain) for note in article.notes),
    )


def _chosen(document: Document, places: frozenset[str]) -> Iterator[Block]:
    article = document.article
    own = {article.faq.id, FIGURES}
    figures = [figure for figure in article.figures if {figure.id, FIGURES} & places]
    for section in article.sections:
        passages = section.passages if section.id in places else tuple(passage for passage in section.passages if passage.id in places)
        if not passages:
            continue
        yield from _lowered(document.section_text(replace(section, passages=passages)))
        yield from (_drawing(document, figure) for figure in figures if _belongs(figure, section))
        figures = [figure for figure in figures if not _belongs(figure, section)]
        own |= {section.id, *(passage.id for passage in section.passages)}
    for entry in article.faq.entries:
        own.add(entry.id)
        if {entry.id, article.faq.id} & places:
            yield Heading(entry.question, 2, entry.id)
            yield from document.answer_blocks(entry)
    for figure in figures:
        yield Heading(figure.title, 2, figure.id)
        yield _drawing(document, figure)
    own |= {figure.id for figure in article.figures}
    known = Places(article)
    for place in known.ids():
        page = known[place].page
        if place in places - own and (page == place or page not in places):
            yield from _lowered(block for block in document.place(place) if not isinstance(block, UrgentBox))


def _belongs(figure: Figure, section: Section) -> bool:
    return section.id in figure.sections


def _drawing(document: Document, figure: Figure) -> Drawing:
    """Return a figure; where it cannot be drawn, its description stands in for it."""
    made = document.drawing(figure)
    return replace(made, trouble=f"{made.trouble} {made.alt}") if made.trouble else made


def _lowered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks with their headings below the sheet's title."""
    blocks = tuple(blocks)
    by = 2 - min((block.level for block in blocks if isinstance(block, Heading)), default=2)
    for block in blocks:
        yield replace(block, level=min(block.level + by, 6)) if isinstance(block, Heading) else block


def _help(document: Document, choice: Choice) -> tuple[Blocks, Blocks]:
    """Return the urgent-care box with the line on whom to call in it, and the line alone where the content has no box."""
    phone = "\u00a0".join(choice.phone.split())  # a number is never broken
    line = " · ".join(filter(None, (choice.clinic.strip(), phone))) or document.numbers
    label = document.labels.contact
    box = document.urgent_box(2)
    if box:
        return (replace(box[0], numbers=line, numbers_label=label),), ()
    return (), (Paragraph((Run(f"{label}: ", strong=True), Run(line or BLANK))),)


def footer(document: Document, today: dt.date) -> tuple[str, str]:
    """Return the lines that stand on every page of paper: what it is and of which day; that it is no advice, the review, the age.

    A clock that cannot be right gives no day; what stands in place of the age says so.
    """
    labels, article = document.labels, document.article
    made = "" if today < document.newest() else f" {labels.made_on.format(date=labels.date(today))}."
    cited = f"{ended(article.title)} {ended(document.edition_lines()[0])}{made}"
    return cited, sentences_of(article.disclaimer.short, document.review(), document.age(today))


def written(handout: Handout, form: str) -> str:
    """Return the hand-out as text in one of the forms .html, .md and .txt."""
    blanks = "   ".join(f"{blank}: {BLANK}" for blank in handout.blanks)
    blocks = (
        Heading(handout.title, 1),
        Paragraph((Run(handout.subtitle),), quiet=True),
        Paragraph((Run(blanks),)),
        *(replace(block, numbers=block.numbers or BLANK) if isinstance(block, UrgentBox) else block for block in handout.blocks),
        Divider(),
        *(Paragraph((Run(line),), quiet=True) for line in handout.footer),
    )
    if form != ".html":
        return {".md": to_markdown, ".txt": to_text}[form](blocks)
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    return html.page(
        f"<main>\n{_HandoutWriter().write(blocks)}\n</main>",
        handout.title,
        handout.language,
        handout.direction,
        head=f"\n{view}\n<style>\n{STYLE}</style>",
        body_class="large" if handout.large else "",
    )


class _HandoutWriter(html.HtmlWriter):
    """Writes lines to write on that no screen reader reads aloud."""

    urgent_look = ' class="urgent"'

    def _run(self, run: Run) -> str:
        """Return words in one style; a blank is a line."""
        return super()._run(run).replace(BLANK, '<span class="blank" aria-hidden="true"></span>')
