"""The parts of an article as blocks, each statement with its evidence notes, and the lines that say which edition they are of.

A passage leaves this module only together with its evidence notes (`section_text`, `passage_blocks`, `answer_blocks`), so no output can part them.
"""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from app.core.article.content import About, Article, FaqEntry, Figure, Passage, Section, Source, lead_and_rest
from app.core.article.places import SOURCES, urgent_first
from app.core.article.wording import labels_for
from app.core.base.built import built
from app.core.base.labels import ENGLISH, Labels
from app.core.figures.figure import Where, alt_text, svg_of
from app.core.figures.files import FigureError
from app.core.pages.blocks import Block, Blocks, Divider, Drawing, Heading, Item, Notes, NoteText, Paragraph, Run, UrgentBox

OLD = 365
"""Days from which an article's age is told."""


class Parts:
    """The parts of one article; `folder` is where its figures come from, `numbers` are those of this place for urgent calls."""

    def __init__(
        self,
        article: Article,
        digest: str = "",
        labels: Labels = ENGLISH,
        folder: Where | None = None,
        numbers: str = "",
    ) -> None:
        self.article = article
        self.labels = labels_for(article, labels)
        self.numbers = numbers
        self.digest = digest or "-"
        self._folder = folder
        self._drawn: dict[str, Drawing] = {}
        self.not_shown: dict[str, str] = {}  # figures that were asked for in vain, with the line that says why
        self._notes = {note.id: note for note in article.notes}
        self._sources = {source.id: source for source in article.sources}
        self._changed: tuple[str, ...] | None = None if article.edition.reviewed_by else ()

    def section_text(self, section: Section) -> Blocks:
        """Return a section's title and passages; a note that neighbouring passages share stands once, after the last of them."""
        blocks: list[Block] = [Heading(section.title, 1, section.id)]
        since: dict[str, list[str]] = {}
        for number, passage in enumerate(section.passages):
            after = section.passages[number + 1].notes if number + 1 < len(section.passages) else ()
            names = tuple(dict.fromkeys(passage.notes))
            for name in names:
                since.setdefault(name, []).append(passage.id)
            blocks.append(_passage(passage))
            ending = [name for name in names if name not in after]
            for places in dict.fromkeys(tuple(since[name]) for name in ending):
                blocks += self.notes([name for name in ending if tuple(since[name]) == places], places)
            for name in ending:
                del since[name]
        return tuple(blocks)

    def passage_blocks(self, passage: Passage) -> Blocks:
        """Return a passage and, right under it, its evidence notes."""
        return (_passage(passage), *self.notes(passage.notes, (passage.id,)))

    def answer_blocks(self, entry: FaqEntry) -> Blocks:
        """Return an answer and, right under it, its evidence notes."""
        return (Paragraph((Run(entry.answer),), entry.id), *self.notes(entry.notes, (entry.id,)))

    def notes(self, names: Iterable[str], places: tuple[str, ...]) -> tuple[Notes, ...]:
        """Return the panel of the evidence notes that stand beside some passages; empty without a note."""
        known = (self._notes[name] for name in dict.fromkeys(names))
        notes = tuple(self.note(note.id) for note in sorted(known, key=lambda note: not note.alerts))  # alerts first
        if not notes:
            return ()
        labels = self.labels
        label = labels.note if len(notes) == 1 else labels.notes
        if len(places) > 1:
            label = labels.note_on_points if len(notes) == 1 else labels.notes_on_points
        quiet = sum(not note.alert for note in notes)
        folded = labels.more_notes(quiet) if quiet else ""
        if quiet == len(notes):
            folded = label if quiet == 1 else labels.count_notes(quiet)
        return (Notes(label, labels.not_article, notes, places[-1], places, folded),)

    def alerts(self, place: str) -> tuple[str, ...]:
        """Return the ids of the notes with an alert beside a passage or an answer."""
        parts: list[Passage | FaqEntry] = [part for section in self.article.sections for part in section.passages]
        parts += self.article.faq.entries
        return tuple(name for part in parts if part.id == place for name in part.notes if self._notes[name].alerts)

    def places_of_notes(self) -> dict[str, str]:
        """Return for each note that stands somewhere the first place beside which it does."""
        about = self.article.about
        parts: list[Passage | FaqEntry | About] = [part for section in self.article.sections for part in section.passages]
        found: dict[str, str] = {}
        for part in (*parts, *self.article.faq.entries, about):
            for name in part.notes:
                found.setdefault(name, part.id)
        return found

    def note(self, name: str) -> NoteText:
        """Return an evidence note by its id; raise `KeyError` for any other name."""
        note = self._notes[name]
        details = f"{note.id} · {self.labels.checked.format(date=self.labels.date(note.checked))}"
        return NoteText(note.id, note.verdict, note.text, (Run(details), *self.source_runs(note.sources)), bool(note.alerts))

    def source_runs(self, names: Iterable[str]) -> tuple[Run, ...]:
        """Return " · Sources: ..." as links; empty without a source."""
        runs: list[Run] = []
        for number, name in enumerate(names):
            runs.append(Run(", " if number else f" · {self.labels.sources}: "))
            runs.append(Run(self.source_name(self._sources[name]), target=f"{SOURCES}/{name}"))
        return tuple(runs)

    def source_name(self, source: Source) -> str:
        """Return the name by which a source is told: with what became of it when the editors looked for it again."""
        return self.labels.looked_again.format(name=source.short, again=source.again) if source.again else source.short

    def faq(self) -> Blocks:
        """Return the questions with all answers open."""
        faq = self.article.faq
        return (
            Heading(faq.title, 1, faq.id),
            *(block for entry in faq.entries for block in (Heading(entry.question, 2, entry.id), *self.answer_blocks(entry))),
        )

    # --- what the editors add ---

    def urgent_box(self, level: int) -> tuple[UrgentBox, ...]:
        """Return the editors' box with a heading of some level: when to call for help. Empty when the content has none."""
        urgent, labels = self.article.urgent_care, self.labels
        if urgent is None:
            return ()
        groups = urgent.told
        return (
            UrgentBox(
                title=urgent.title,
                text=urgent.told_text,
                groups=groups,
                cited=tuple(self._cited(group.sources) for group in groups),
                remarks=urgent.told_remarks,
                numbers=self.numbers,
                numbers_label=labels.numbers,
                goes_on=labels.danger_goes_on,
                again=labels.danger_again,
                details=self._by_the_editors("", urgent.sources),
                place=urgent.id,
                level=level,
            ),
        )

    def _cited(self, names: Iterable[str]) -> tuple[Run, ...]:
        """Return "Sources: ..." as links, as a line of its own; empty without a source."""
        first, *rest = self.source_runs(names) or (Run(""),)
        return (Run(first.text.removeprefix(" · ")), *rest) if rest else ()

    def is_urgent_first(self, place: str) -> bool:
        """Return whether the urgent box stands first at a place."""
        return place in self._urgent_first

    @cached_property
    def _urgent_first(self) -> frozenset[str]:
        return urgent_first(self.article)

    def drawing(self, figure: Figure) -> Drawing:
        """Return a figure, or the line that says why it cannot be shown; a figure is drawn once, since page, column and slides show the same."""
        if figure.id not in self._drawn:
            self._drawn[figure.id] = self._draw(figure)
        return self._drawn[figure.id]

    def _draw(self, figure: Figure) -> Drawing:
        labels = self.labels
        names = {source.id: source.short for source in self.article.sources}
        number = labels.figure.format(number=self.article.figures.index(figure) + 1)
        caption = self._by_the_editors(number, figure.sources)
        alt = alt_text(figure, names, labels)
        try:
            svg = svg_of(figure, self._folder, names, labels)
            return Drawing(figure.id, figure.title, alt, caption, svg, enlarge=labels.enlarge)
        except FigureError as error:
            reason = labels.no_figure.format(title=figure.title, reason=error)
            self.not_shown[figure.id] = reason
            return Drawing(figure.id, figure.title, alt, caption, "", reason)

    def _by_the_editors(self, name: str, sources: tuple[str, ...]) -> tuple[Run, ...]:
        """Return the line under what the editors added: its name, whose it is unless the whole article is theirs, and its sources."""
        first, *rest = (Run(" · ".join(filter(None, (name, self.labels.editors)))), *self.source_runs(sources))
        return (first, *rest) if first.text or not rest else (Run(rest[0].text.removeprefix(" · ")), *rest[1:])

    # --- the edition ---

    def edition_lines(self) -> tuple[str, ...]:
        """Return the lines that tell one edition from another: date, content hash, review."""
        labels, edition = self.labels, self.article.edition
        return (
            labels.edition_line.format(date=labels.date(edition.updated), digest=self.digest),
            labels.checked_evidence.format(date=labels.date(edition.checked)),
            self.review(),
        )

    def review(self) -> str:
        """Return who reviewed the article and how much of it has changed since, or that nobody has."""
        record, labels = self.article.edition.reviewed_by, self.labels
        if record is None:
            return labels.not_reviewed
        words = {"name": record.name, "role": record.role, "date": labels.date(record.date)}
        count = len(self.changed_since_review())
        return labels.reviewed_before(count, **words) if count else labels.reviewed.format(**words)

    def changed_since_review(self) -> tuple[str, ...]:
        """Return the places and note ids that are not as they were reviewed; empty without a review."""
        if self._changed is None:
            from app.core.article.review import changed_since  # noqa: PLC0415 - needed where there is a review

            self._changed = changed_since(self.article)
        return self._changed

    def newest(self) -> dt.date:
        """Return the newest day that the content names as past, or that of the build: no clock that is right stands before it."""
        edition = self.article.edition
        signed = edition.reviewed_by.date if edition.reviewed_by else None
        return max(filter(None, (edition.updated, edition.checked, *(note.checked for note in self.article.notes), signed, built())))

    def age(self, today: dt.date) -> str:
        """Return how old the article is once it is older than a year, or that the clock cannot be right; empty before."""
        if today < self.newest():
            return self.labels.wrong_clock
        updated = self.article.edition.updated
        if (today - updated).days <= OLD:
            return ""
        months = (today.year - updated.year) * 12 + today.month - updated.month - (today.day < updated.day)
        return self.labels.old.format(age=self.labels.age(months), date=self.labels.date(updated))

    def imprint(self, today: dt.date) -> Blocks:
        """Return the lines that go with every text that leaves the program: not advice, edition, review, and the age when it is worth telling."""
        lines = filter(None, (self.article.disclaimer.short, *self.edition_lines(), self.age(today)))
        return (Divider(), Paragraph((Run(" · ".join(lines)),), quiet=True))


def _passage(passage: Passage) -> Paragraph | Item:
    if passage.kind == "item":
        lead, rest = lead_and_rest(passage.text)
        return Item((Run(lead, strong=True), Run(rest)) if lead else (Run(rest),), passage.id)
    return Paragraph((Run(passage.text),), passage.id)
