"""Derive from the article what a reader sees: its pages, as blocks."""

from collections.abc import Iterable
from functools import cached_property

from app.core.article.content import Article, FaqEntry, Section
from app.core.article.places import FIGURES, GLOSSARY, NOTES, PROVENANCE, SOURCES, Places
from app.core.pages.blocks import Block, Blocks, Divider, Heading, Item, Links, Paragraph, Run, only_leads
from app.core.pages.glossary import Marker
from app.core.pages.parts import Parts


class Document(Parts):
    """The pages of one article as blocks."""

    @cached_property
    def _marker(self) -> Marker:
        return Marker(self.article.glossary)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The number of each section, so that none is looked for among all others."""
        return {section.id: number for number, section in enumerate(self.article.sections)}

    @cached_property
    def _asked_about(self) -> dict[str, list[FaqEntry]]:
        """The questions that belong to a section."""
        found: dict[str, list[FaqEntry]] = {}
        for entry in self.article.faq.entries:
            for name in dict.fromkeys(entry.sections):
                found.setdefault(name, []).append(entry)
        return found

    def with_article(self, article: Article) -> "Document":
        """Return the pages of another form of the article; edition, review, figures and numbers are as here."""
        made = Document(article, self.digest, self.labels, self._folder, self.numbers)
        made._changed = self.changed_since_review()
        made.not_shown = self.not_shown
        return made

    # --- pages ---

    def page(self, page: str, *, has_side_column: bool = False) -> Blocks:
        """Return the blocks of a page by its id; raise `KeyError` for any other name.

        With `has_side_column`, what `column_blocks` returns is left out, since it stands there.
        """
        if page in self._numbers:
            return self.section(self.article.sections[self._numbers[page]], has_side_column=has_side_column)
        from app.core.pages import reference  # noqa: PLC0415 - loaded when the first of these pages is opened

        made = reference.reference_page(self, page)
        if made is None:
            raise KeyError(page)
        return made

    def section(self, section: Section, *, has_side_column: bool = False) -> Blocks:
        """Return a section's page: place line, title, passages with their notes, figures, urgent box, related questions, neighbours."""
        labels, sections = self.labels, self.article.sections
        number = labels.section.format(number=self._numbers[section.id] + 1, count=len(sections))
        title, *text = self.section_text(section)
        urgent = () if has_side_column else self.urgent_box(2)
        first = self.is_urgent_first(section.id)
        return (
            Paragraph((Run(f"{labels.article}  ›  {number}"),), quiet=True),
            title,
            *(urgent if first else ()),
            *self._marker.mark(text if has_side_column else self._with_drawings(section, text)),
            *(() if first else urgent),
            *self._related(section),
            *self._neighbours(section),
        )

    def answer(self, entry: FaqEntry, *, has_side_column: bool = False) -> Blocks:
        """Return an answer as it stands among the questions: with its notes, its terms marked, and the urgent box where it belongs."""
        urgent = self.urgent_box(3) if self.is_urgent_first(entry.id) and not has_side_column else ()
        return (*urgent, *self._marker.mark(self.answer_blocks(entry)))

    def column_blocks(self, page: str) -> Blocks:
        """Return what stands in the side column of a page of the article, where there is room for one: the urgent box and the page's figures."""
        if page != self.article.faq.id and all(section.id != page for section in self.article.sections):
            return ()
        return (*self.urgent_box(2), *(self.drawing(figure) for figure in self.article.figures if page in figure.sections))

    def whole(self) -> Blocks:
        """Return the whole article, in reading order."""
        sections = (block for section in self.article.sections for block in self.section_text(section))
        ids = [self.article.urgent_care.id] if self.article.urgent_care else []
        ids += [FIGURES] * bool(self.article.figures) + [GLOSSARY] * bool(self.article.glossary) + [SOURCES, PROVENANCE, self.article.about.id]
        return (*sections, *self.faq(), *(block for page in ids for block in self.page(page) if not only_leads(block)))

    def place(self, place: str) -> Blocks:
        """Return what a place says by itself: a page, or one passage, answer, term, figure or source; raise `KeyError` for any other name.

        What only leads elsewhere is left out. A note is shown with the passage it stands beside.
        """
        if place.startswith(f"{NOTES}/"):
            return self.place(Places(self.article)[place].beside)
        for section in self.article.sections:
            if section.id == place:
                title, *text = self.section_text(section)
                return (title, *(self.urgent_box(2) if self.is_urgent_first(place) else ()), *text)
            for passage in section.passages:
                if passage.id == place:
                    return (Heading(section.title, 1, section.id), *self.passage_blocks(passage))
        for entry in self.article.faq.entries:
            if entry.id == place:
                return (
                    Heading(entry.question, 1, entry.id),
                    *(self.urgent_box(2) if self.is_urgent_first(place) else ()),
                    *self.answer_blocks(entry),
                )
        from app.core.pages import reference  # noqa: PLC0415

        return tuple(block for block in reference.single(self, place) or self.page(place) if not only_leads(block))

    def _with_drawings(self, section: Section, blocks: Iterable[Block]) -> Iterable[Block]:
        """Give the section's text with its figures, each after the passage it belongs to, or at the end."""
        waiting = [figure for figure in self.article.figures if section.id in figure.sections]
        here = ""
        for block in blocks:
            place = block.place if isinstance(block, Paragraph | Item | Heading) else here
            if place != here:
                yield from (self.drawing(figure) for figure in waiting if figure.after == here)
                waiting = [figure for figure in waiting if figure.after != here]
                here = place
            yield block
        yield from map(self.drawing, waiting)

    # --- links at the end of a section ---

    def _related(self, section: Section) -> Blocks:
        entries = self._asked_about.get(section.id)
        if not entries:
            return ()
        links = Links(tuple(Run(entry.question, target=entry.id) for entry in entries))
        return (Divider(), Heading(self.labels.related, 2), links)

    def _neighbours(self, section: Section) -> Blocks:
        sections, labels = self.article.sections, self.labels
        at = self._numbers[section.id]
        links = []
        if at > 0:
            links.append(Run(labels.previous.format(title=sections[at - 1].title), target=sections[at - 1].id))
        if at < len(sections) - 1:
            links.append(Run(labels.next.format(title=sections[at + 1].title), target=sections[at + 1].id))
        return (Divider(), Links(tuple(links))) if links else ()
