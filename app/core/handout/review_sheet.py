"""Make the sheet on which somebody reviews an article: every statement once, numbered, with its sources and room for an answer."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from app.core.article.content import BoxText, FaqEntry, Note, Passage, Source, UrgentCare
from app.core.article.review import code
from app.core.article.sources import how_read
from app.core.base.labels import Labels
from app.core.base.text import ended
from app.core.figures.figure import alt_text
from app.core.handout.handout import Paper, footer
from app.core.pages.blocks import Item, Notes, Paragraph, Run
from app.core.pages.document import Document

FORMS = (".pdf", ".html")
"""What a review sheet can be saved as, by the end of the file's name."""

PER_LINE, MOST_LINES = 160, 4
"""Characters of an entry for which there is one line to write on; lines at most."""


class Point(Struct, frozen=True):
    """One numbered entry: what it is, its words, and lines about it; `lines` are for the answer.

    The style says how it stands out: an evidence note has its panel here, too.
    """

    number: int
    kind: str
    runs: tuple[Run, ...]
    details: tuple[str, ...]
    style: Literal["text", "plain", "note", "urgent"] = "text"

    @property
    def lines(self) -> int:
        """How many lines there are to write on."""
        return min(1 + sum(len(run.text) for run in self.runs) // PER_LINE, MOST_LINES)


class Chapter(Struct, frozen=True):
    """Entries under one heading."""

    title: str
    points: tuple[Point, ...]


class ReviewSheet(Struct, frozen=True):
    """The sheet: `fields` are to be filled in on the first page, `steps` tell how, `initials` stand on every page; `page_of` as in a hand-out."""

    title: str
    subtitle: str
    language: str
    direction: str
    paper: Paper
    fields: tuple[str, ...]
    initials: tuple[str, ...]
    how: str
    steps: tuple[str, ...]
    code: str
    count: str
    chapters: tuple[Chapter, ...]
    answers: tuple[str, str, str]
    remark: str
    footer: tuple[str, ...]
    page_of: str


def compose(document: Document, today: dt.date, paper: Paper = "A4") -> ReviewSheet:
    """Return the review sheet of an article: the danger box first, then its text in reading order, then what goes with it."""
    article, labels = document.article, document.labels
    chapters = tuple(_numbered(_Points(document).chapters(), labels))
    cited, told = footer(document, today)
    return ReviewSheet(
        title=labels.review_sheet,
        subtitle=f"{article.title} · {document.edition_lines()[0]}",
        language=article.language,
        direction=article.direction,
        paper=paper,
        fields=tuple(filter(None, (labels.name, labels.role, article.wording.credential, labels.day, labels.signature))),
        initials=(labels.initials, labels.day),
        how=labels.how_to_review,
        steps=labels.review_steps,
        code=labels.text_code.format(code=code(article)),
        count=labels.entries(sum(len(chapter.points) for chapter in chapters)),
        chapters=chapters,
        answers=(labels.right, labels.change_to, labels.not_sure),
        remark=labels.change_or_why,
        footer=(cited, f"{told} {ended(labels.on_first_page)}"),
        page_of=labels.page_of,
    )


class _Draft(Struct, frozen=True):
    """An entry before it has a number: `key` is what others name it by, `same_as` and `notes` whom it names.

    `sources` are the short names of those that stand with their addresses in the entry `sources_at`.
    """

    key: str
    point: Point
    same_as: str = ""
    sources: str = ""
    sources_at: str = ""
    notes: tuple[str, ...] = ()


_Drafts = list[tuple[str, list[_Draft]]]


class _Points:
    """Makes the entries of one article; a note that stands beside several statements is one entry, where it stands first."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._labels = document.labels
        self._notes = {note.id: note for note in document.article.notes}
        self._sources = {source.id: source for source in document.article.sources}
        self._seen: set[str] = set()

    def chapters(self) -> _Drafts:
        """Return the chapters that have entries, each with its title."""
        article, labels, document = self._document.article, self._labels, self._document
        made: _Drafts = []
        if article.urgent_care is not None:
            made.append((article.urgent_care.title, list(self._danger(article.urgent_care))))
        for section in article.sections:
            passages = {passage.id: passage for passage in section.passages}
            drafts: list[_Draft] = []
            for block in document.section_text(section):
                if isinstance(block, Paragraph | Item):
                    drafts += self._statement(passages[block.place], labels.of_article, block.runs)
                elif isinstance(block, Notes):
                    drafts += self._beside(note.id for note in block.notes)
            made.append((section.title, drafts))
        made.append((article.faq.title, [draft for entry in article.faq.entries for draft in self._answer(entry)]))
        about, disclaimer = article.about, article.disclaimer
        made.append((about.title, [self._text(about.id, "\n".join(about.text), about.facts, about.notes), *self._beside(about.notes)]))
        made.append((disclaimer.title, [self._text(disclaimer.id, "\n".join((*disclaimer.text, disclaimer.short)), disclaimer.facts)]))
        made.append((labels.glossary, [self._added(labels.meaning, term.id, term.term, term.meaning, term.sources) for term in article.glossary]))
        names = {source.id: source.short for source in article.sources}
        figures = (
            self._added(labels.figure_in_words, figure.id, figure.title, alt_text(figure, names, labels), figure.sources)
            for figure in article.figures
        )
        made.append((labels.figures, list(figures)))
        nowhere = [self._note(note) for note in article.notes if note.id not in self._seen]
        made.append((labels.notes, [draft for drafts in nowhere for draft in drafts]))
        return [(title, drafts) for title, drafts in made if drafts]

    # --- the article's own ---

    def _statement(self, part: Passage | FaqEntry, kind: str, runs: tuple[Run, ...]) -> Iterator[_Draft]:
        labels = self._labels
        facts = (labels.facts_of.format(names=", ".join(part.facts)),) if part.facts else ()
        yield _Draft(part.id, Point(0, f"{kind} · {part.id}", runs, facts), notes=part.notes)
        yield _Draft("", Point(0, labels.in_plain_words, (Run(part.plain),), (), "plain"), same_as=part.id)

    def _answer(self, entry: FaqEntry) -> Iterator[_Draft]:
        runs = (Run(entry.question, strong=True), Run(f" {entry.answer}"))
        yield from self._statement(entry, self._labels.answer_of_article, runs)
        yield from self._beside(entry.notes)

    def _text(self, place: str, text: str, facts: tuple[str, ...], notes: tuple[str, ...] = ()) -> _Draft:
        labels = self._labels
        told = (labels.facts_of.format(names=", ".join(facts)),) if facts else ()
        return _Draft(place, Point(0, f"{labels.of_article} · {place}", (Run(text),), told), notes=notes)

    # --- the editors' ---

    def _beside(self, names: Iterable[str]) -> Iterator[_Draft]:
        for name in names:
            if name not in self._seen:
                yield from self._note(self._notes[name])

    def _note(self, note: Note) -> tuple[_Draft, _Draft]:
        labels = self._labels
        self._seen.add(note.id)
        kind = [f"{labels.note} {note.id}", labels.not_article, labels.checked.format(date=labels.date(note.checked))]
        kind += [f"{labels.always_open} ({', '.join(note.alerts)})"] * bool(note.alerts)
        words = (Run(ended(note.verdict), strong=True), Run(f" {note.text}"))
        full = Point(0, " · ".join(kind), words, (self._told(note.sources),), "note")
        plain = Point(0, labels.in_plain_words, (Run(note.plain),), (), "plain")
        return _Draft(note.id, full), _Draft("", plain, same_as=note.id)

    def _added(self, kind: str, place: str, title: str, text: str, sources: tuple[str, ...]) -> _Draft:
        words = (Run(title, strong=True), Run(f": {text}"))
        return _Draft(place, Point(0, f"{kind} · {place}", words, (self._told(sources),)))

    def _danger(self, urgent: UrgentCare) -> Iterator[_Draft]:
        """Give the box's own words, then each sign under its group's: one may be right and the next one wrong."""
        labels = self._labels
        yield self._urgent(labels.danger_box, (Run(ended(urgent.title), strong=True), Run(f" {urgent.text}")), urgent.sources, urgent.id)
        if urgent.short:
            yield self._urgent(labels.danger_line, (Run(urgent.short),), urgent.sources, urgent.id)
        for number, group in enumerate(urgent.told):
            sources, key = (group.sources, f"{urgent.id} {number}") if group.sources else (urgent.sources, urgent.id)
            if group.title:
                rest = "\n".join(filter(None, (group.who, group.remark)))
                yield self._urgent(labels.danger_group, (Run(group.title, strong=True), Run(f"\n{rest}" if rest else "")), sources, key)
            for sign in group.signs:
                yield self._urgent(labels.danger_sign, _told_runs(sign), sources, key)
        for remark in urgent.told_remarks:
            yield self._urgent(labels.danger_box, _told_runs(remark), urgent.sources, urgent.id)

    def _urgent(self, kind: str, words: tuple[Run, ...], sources: tuple[str, ...], key: str) -> _Draft:
        """Return an entry of the box; the first of those with the same key has the sources' addresses, the others lead there."""
        aside = "" if self._document.article.provenance.own_text else f" · {self._labels.not_article}"
        point = Point(0, f"{kind}{aside}", words, (), "urgent")
        if key not in self._seen:
            self._seen.add(key)
            return _Draft(key, replace(point, details=(self._told(sources),)))
        if not sources:
            return _Draft("", replace(point, details=(self._labels.no_source,)))
        return _Draft("", point, sources=", ".join(self._document.source_name(self._sources[name]) for name in sources), sources_at=key)

    def _told(self, names: Iterable[str]) -> str:
        """Return sources with where they are found and how they were read: "ACOG 2014: doi.org/10.1/x (Read as an abstract)"."""
        return " · ".join(self._source(self._sources[name]) for name in names) or self._labels.no_source

    def _source(self, source: Source) -> str:
        where = source.address.partition("://")[2] or source.address if source.address else source.title
        return f"{self._document.source_name(source)}: {where} ({how_read(source, self._labels)})"


def _told_runs(line: BoxText) -> tuple[Run, ...]:
    return (Run(line.lead, strong=True), Run(line.rest)) if line.lead else (Run(line.rest),)


def _numbered(chapters: _Drafts, labels: Labels) -> Iterator[Chapter]:
    """Give the chapters with their numbers, and with the numbers of the entries that others name."""
    drafts = [draft for _, made in chapters for draft in made]
    numbers = {draft.key: number for number, draft in enumerate(drafts, 1) if draft.key}
    number = 0
    for title, made in chapters:
        points = []
        for draft in made:
            number += 1
            details = draft.point.details
            if draft.same_as:
                details = (*details, labels.same_as.format(number=numbers[draft.same_as]))
            if draft.sources:
                details = (*details, labels.same_sources.format(names=draft.sources, number=numbers[draft.sources_at]))
            if draft.notes:
                named = ", ".join(f"{numbers[name]} ({name})" for name in dict.fromkeys(draft.notes))
                details = (" · ".join((*details, labels.notes_beside.format(numbers=named))),)
            points.append(replace(draft.point, number=number, details=details))
        yield Chapter(title, tuple(points))
