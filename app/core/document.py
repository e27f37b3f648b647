"""Derive from the article what a reader sees: blocks of text that screen, print and every other way out are made from.

A passage leaves this module only together with its evidence notes (`passage_blocks`, `answer_blocks`), so no way out can part them.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from app.core.content import Article, Entry, Note, Passage, Section, Source, lead_and_rest
from app.core.labels import ENGLISH, Labels
from app.core.places import SOURCES


class Run(Struct, frozen=True):
    """Words in one style; `target` is the place that a link leads to, `state` what became of the words between two editions."""

    text: str
    strong: bool = False
    target: str | None = None
    state: Literal["same", "added", "removed"] = "same"


class Heading(Struct, frozen=True):
    """A heading of level 1 (the page's title) to 6."""

    text: str
    level: int
    place: str = ""


class Paragraph(Struct, frozen=True):
    """A paragraph; a quiet one is set small and faint (place line, dates)."""

    runs: tuple[Run, ...]
    place: str = ""
    quiet: bool = False


class Item(Struct, frozen=True):
    """A list item; items that follow each other form one list."""

    runs: tuple[Run, ...]
    place: str = ""


class NoteText(Struct, frozen=True):
    """One evidence note: verdict, sentence, and a line with its id, date and sources."""

    id: str
    verdict: str
    text: str
    details: tuple[Run, ...]


class Notes(Struct, frozen=True):
    """The evidence notes that stand beside one passage, under the label that says they are no part of the article."""

    label: str
    aside: str
    notes: tuple[NoteText, ...]
    place: str


class Links(Struct, frozen=True):
    """A row of links, one a line."""

    links: tuple[Run, ...]
    place: str = ""


class Rule(Struct, frozen=True):
    """A thin line between parts of a page."""


Block = Heading | Paragraph | Item | Notes | Links | Rule
Blocks = tuple[Block, ...]


class Document:
    """The pages of one article as blocks."""

    def __init__(self, article: Article, digest: str = "", labels: Labels = ENGLISH) -> None:
        self.article = article
        self.labels = labels
        self._digest = digest
        self._notes = {note.id: note for note in article.notes}
        self._sources = {source.id: source for source in article.sources}

    def section(self, section: Section) -> Blocks:
        """Return a section's page: place line, title, passages with their notes, related questions, neighbours."""
        return (*self.section_text(section), *self._related(section), *self._neighbours(section))

    def section_text(self, section: Section) -> Blocks:
        """Return a section without the links at its end."""
        labels, sections = self.labels, self.article.sections
        number = labels.section.format(number=sections.index(section) + 1, count=len(sections))
        return (
            Paragraph((Run(f"{labels.article}  ›  {number}"),), quiet=True),
            Heading(section.title, 1, section.id),
            *(block for passage in section.passages for block in self.passage_blocks(passage)),
        )

    def passage_blocks(self, passage: Passage) -> Blocks:
        """Return a passage and, right under it, its evidence notes."""
        if passage.kind == "item":
            lead, rest = lead_and_rest(passage.text)
            runs = (Run(lead, strong=True), Run(rest)) if lead else (Run(rest),)
            return (Item(runs, passage.id), *self._notes_of(passage))
        return (Paragraph((Run(passage.text),), passage.id), *self._notes_of(passage))

    def answer_blocks(self, entry: Entry) -> Blocks:
        """Return an answer and, right under it, its evidence notes."""
        return (Paragraph((Run(entry.answer),), entry.id), *self._notes_of(entry))

    def faq(self) -> Blocks:
        """Return the questions with all answers open."""
        faq = self.article.faq
        return (
            Heading(faq.title, 1, faq.id),
            *(block for entry in faq.entries for block in (Heading(entry.question, 2, entry.id), *self.answer_blocks(entry))),
        )

    def about(self) -> Blocks:
        """Return the page with the words about the article, its edition and the disclaimer."""
        about, disclaimer, labels = self.article.about, self.article.disclaimer, self.labels
        return (
            Heading(about.title, 1, about.id),
            *(Paragraph((Run(text),), about.id) for text in about.text),
            Heading(labels.edition, 2),
            *(Paragraph((Run(line),)) for line in self.edition_lines()),
            Paragraph((Run(labels.offline_long),)),
            Heading(disclaimer.title, 2, disclaimer.id),
            *(Paragraph((Run(text),), disclaimer.id) for text in disclaimer.text),
        )

    def sources(self) -> Blocks:
        """Return the page of publications that evidence notes rest on."""
        return (
            Heading(self.labels.sources, 1, SOURCES),
            Paragraph((Run(self.labels.sources_lead),)),
            *(block for source in self.article.sources for block in self._source(source)),
        )

    def urgent(self) -> Blocks:
        """Return the editors' box whole: when to call for help. Empty when the content has none."""
        urgent = self.article.urgent_care
        if urgent is None:
            return ()
        details = [Run(self.labels.editors)]
        for number, name in enumerate(urgent.sources):
            details.append(Run(", " if number else f" · {self.labels.sources}: "))
            details.append(Run(self._sources[name].short, target=f"{SOURCES}/{name}"))
        return (
            Heading(urgent.title, 1, urgent.id),
            Paragraph((Run(urgent.text),), urgent.id),
            *(Item((Run(sign),), urgent.id) for sign in urgent.signs),
            Paragraph((Run(urgent.emergency, strong=True),), urgent.id),
            Paragraph(tuple(details), quiet=True),
        )

    def page(self, page: str) -> Blocks:
        """Return the blocks of a page by its id; raise `KeyError` for any other name."""
        for section in self.article.sections:
            if section.id == page:
                return self.section(section)
        pages = {self.article.faq.id: self.faq, SOURCES: self.sources, self.article.about.id: self.about}
        if self.article.urgent_care is not None:
            pages[self.article.urgent_care.id] = self.urgent
        return pages[page]()

    def place(self, place: str) -> Blocks:
        """Return what a place shows by itself: a page, or one passage or answer with its notes; raise `KeyError` for any other name."""
        for section in self.article.sections:
            if section.id == place:
                return self.section_text(section)
            for passage in section.passages:
                if passage.id == place:
                    return (Heading(section.title, 1, section.id), *self.passage_blocks(passage))
        for entry in self.article.faq.entries:
            if entry.id == place:
                return (Heading(entry.question, 1, entry.id), *self.answer_blocks(entry))
        if place == self.article.disclaimer.id:
            disclaimer = self.article.disclaimer
            return (Heading(disclaimer.title, 1, place), *(Paragraph((Run(text),), place) for text in disclaimer.text))
        for source in self.article.sources:
            if place == f"{SOURCES}/{source.id}":
                return self._source(source)
        return self.page(place)

    def whole(self) -> Blocks:
        """Return the whole article, in reading order."""
        sections = (block for section in self.article.sections for block in self.section_text(section))
        return (*sections, *self.faq(), *self.urgent(), *self.sources(), *self.about())

    def edition_lines(self) -> tuple[str, ...]:
        """Return the lines that tell one edition from another: date, content hash, review."""
        labels, edition = self.labels, self.article.edition
        return (
            labels.edition_line.format(date=labels.date(edition.updated), digest=self._digest or "-"),
            labels.checked.format(date=labels.date(edition.checked)),
            self.review(),
        )

    def review(self) -> str:
        """Return who reviewed the article, or that nobody has."""
        name = self.article.edition.reviewed_by
        return self.labels.reviewed.format(name=name) if name else self.labels.not_reviewed

    def notes_of(self, place: str) -> tuple[Note, ...]:
        """Return the evidence notes that stand beside a passage or an answer, by its id."""
        parts: Iterator[Passage | Entry] = (part for section in self.article.sections for part in section.passages)
        for part in (*parts, *self.article.faq.entries):
            if part.id == place:
                return tuple(self._notes[name] for name in part.notes)
        return ()

    def note_blocks(self, notes: tuple[Note, ...], place: str) -> tuple[Notes, ...]:
        """Return evidence notes of this article as the one block that stands beside a place; nothing without notes."""
        if not notes:
            return ()
        labels = self.labels
        label = labels.note if len(notes) == 1 else labels.notes
        return (Notes(label, labels.not_article, tuple(map(self._note, notes)), place),)

    def _notes_of(self, part: Passage | Entry) -> tuple[Notes, ...]:
        return self.note_blocks(tuple(self._notes[name] for name in part.notes), part.id)

    def _note(self, note: Note) -> NoteText:
        labels = self.labels
        details = [Run(f"{note.id} · {labels.checked.format(date=labels.date(note.checked))}")]
        for number, name in enumerate(note.sources):
            details.append(Run(", " if number else f" · {labels.sources}: "))
            details.append(Run(self._sources[name].short, target=f"{SOURCES}/{name}"))
        return NoteText(note.id, note.verdict, note.text, tuple(details))

    def _related(self, section: Section) -> Blocks:
        entries = [entry for entry in self.article.faq.entries if section.id in entry.sections]
        if not entries:
            return ()
        links = Links(tuple(Run(entry.question, target=entry.id) for entry in entries))
        return (Rule(), Heading(self.labels.related, 2), links)

    def _neighbours(self, section: Section) -> Blocks:
        sections, labels = self.article.sections, self.labels
        at = sections.index(section)
        links = []
        if at > 0:
            links.append(Run(labels.previous.format(title=sections[at - 1].title), target=sections[at - 1].id))
        if at < len(sections) - 1:
            links.append(Run(labels.next.format(title=sections[at + 1].title), target=sections[at + 1].id))
        return (Rule(), Links(tuple(links))) if links else ()

    def _source(self, source: Source) -> Blocks:
        place = f"{SOURCES}/{source.id}"
        year = f", {source.year}" if source.year else ""
        lines = [f"{source.issuer}: {source.title}{year}", self.labels.read_as.format(what=source.read_as)]
        if source.address:
            lines.insert(1, source.address)
        return (
            Heading(f"{source.id} · {source.short}", 2, place),
            *(Paragraph((Run(line),), place, quiet=number > 0) for number, line in enumerate(lines)),
        )
