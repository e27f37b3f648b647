"""Part an article into its statements, place by place, in reading order: what two editions are compared by."""

from collections.abc import Iterator

from msgspec import Struct

from app.core.article.content import Article, Bar, FaqEntry, Figure, Note, Passage, Section, Source, Term, UrgentCare, lead_and_rest
from app.core.article.places import SOURCES
from app.core.article.sources import how_read
from app.core.base.labels import Labels


class StatementField(Struct, frozen=True):
    """One part of a place, as lines that are compared one by one.

    A detail goes without saying where its whole place is new or gone. What is `noted` never stands without the place's evidence notes.
    """

    name: str
    lines: tuple[str, ...]
    detail: bool = False
    noted: bool = False


class Statement(Struct, frozen=True):
    """What stands at one place, with the places inside it; `asked` and `facts` are compared as a whole, never shown."""

    key: str
    place: str
    name: str
    fields: tuple[StatementField, ...]
    notes: tuple[Note, ...] = ()
    inside: tuple["Statement", ...] = ()
    asked: tuple[object, ...] = ()
    facts: tuple[str, ...] = ()


def every(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """Give all statements, those inside others too."""
    for statement in statements:
        yield statement
        yield from every(statement.inside)


def statements_of(article: Article, labels: Labels) -> tuple[Statement, ...]:
    """Return what the article states, in reading order."""
    return _Statements(article, labels).all()


def _field(name: str, *lines: str | None, detail: bool = False, noted: bool = False) -> StatementField:
    return StatementField(name, tuple(line for line in lines if line), detail, noted)


class _Statements:
    """Makes the statements of one article."""

    def __init__(self, article: Article, labels: Labels) -> None:
        self._article = article
        self._labels = labels
        self._names = labels.fields
        self._notes = {note.id: note for note in article.notes}

    def all(self) -> tuple[Statement, ...]:
        article = self._article
        return (
            self._head(),
            *map(self._section, article.sections),
            self._faq(),
            *map(self._note, article.notes),
            *map(self._figure, article.figures),
            *map(self._term, article.glossary),
            *([self._urgent(article.urgent_care)] if article.urgent_care else ()),
            *map(self._source, article.sources),
            self._about(),
            self._edition(),
            *self._provenance(),
            self._disclaimer(),
        )

    def _noted(self, names: tuple[str, ...]) -> tuple[Note, ...]:
        return tuple(self._notes[name] for name in names)

    def _head(self) -> Statement:
        article, names = self._article, self._names
        fields = (
            _field(names.title, article.title),
            _field(names.language, article.language, detail=True),
            _field(names.direction, article.direction, detail=True),
        )
        words = article.wording
        wording = (_field(getattr(names, name), getattr(words, name), detail=True) for name in words.__struct_fields__)
        return Statement("/article", article.id, self._labels.article, (*fields, *wording), asked=article.synonyms)

    def _section(self, section: Section) -> Statement:
        inside = tuple(self._passage(passage, section.title) for passage in section.passages)
        fields = (_field(self._names.title, section.title),)
        return Statement(section.id, section.id, section.title, fields, inside=inside, facts=section.facts)

    def _passage(self, passage: Passage, section: str) -> Statement:
        names = self._names
        lead = lead_and_rest(passage.text)[0] if passage.kind == "item" else ""
        fields = (
            _field(names.text, passage.text, noted=True),
            _field(names.plain, passage.plain, noted=True),
            _field(names.notes, ", ".join(passage.notes), detail=True),
            _field(names.kind, passage.kind, detail=True),
        )
        name = f"{section} › {lead}" if lead else section
        return Statement(passage.id, passage.id, name, fields, self._noted(passage.notes), asked=passage.asked, facts=passage.facts)

    def _faq(self) -> Statement:
        faq = self._article.faq
        inside = tuple(map(self._entry, faq.entries))
        return Statement(faq.id, faq.id, faq.title, (_field(self._names.title, faq.title),), inside=inside, asked=faq.asked, facts=faq.facts)

    def _entry(self, entry: FaqEntry) -> Statement:
        names = self._names
        fields = (
            _field(names.question, entry.question),
            _field(names.answer, entry.answer, noted=True),
            _field(names.plain, entry.plain, noted=True),
            _field(names.notes, ", ".join(entry.notes), detail=True),
            _field(names.sections, *entry.sections, detail=True),
        )
        return Statement(entry.id, entry.id, entry.question, fields, self._noted(entry.notes), asked=entry.asked, facts=entry.facts)

    def _note(self, note: Note) -> Statement:
        names, labels = self._names, self._labels
        fields = (
            _field(names.verdict, note.verdict),
            _field(names.text, note.text),
            _field(names.plain, note.plain),
            _field(names.checked, labels.date(note.checked)),
            _field(names.sources, ", ".join(note.sources)),
            _field(names.alerts, ", ".join(note.alerts), detail=True),
        )
        return Statement(note.id, note.id, f"{labels.note} {note.id}", fields)

    def _figure(self, figure: Figure) -> Statement:
        names, drawn = self._names, figure.timeline
        fields = (
            _field(names.title, figure.title),
            _field(names.alt, figure.alt),
            _field(names.weeks, f"{drawn.first}-{drawn.last}" if drawn else None),
            _field(names.bars, *(map(_bar, drawn.bars) if drawn else ())),
            _field(names.axis, drawn.axis if drawn else None),
            _field(names.marks, *(f"{mark.week}: {mark.label}" for mark in (drawn.marks if drawn else ()))),
            _field(names.file, figure.file, detail=True),
            _field(names.audience, figure.audience, detail=True),
            _field(names.sections, *figure.sections, detail=True),
            _field(names.sources, ", ".join(figure.sources), detail=True),
            _field(names.after, figure.after, detail=True),
            _field(names.in_handouts, None if figure.in_handouts else self._labels.no, detail=True),
        )
        return Statement(figure.id, figure.id, figure.title, fields)

    def _term(self, term: Term) -> Statement:
        names = self._names
        fields = (
            _field(names.term, term.term),
            _field(names.meaning, term.meaning),
            _field(names.in_article, self._labels.yes if term.in_article else None, detail=True),
        )
        return Statement(term.id, term.id, term.term, fields, asked=term.forms)

    def _urgent(self, urgent: UrgentCare) -> Statement:
        """Return the box with its groups inside; a group has no address of its own, so it is known by its number."""
        names = self._names
        fields = (
            _field(names.title, urgent.title),
            _field(names.text, urgent.text),
            _field(names.line, urgent.short),
            _field(names.remarks, *(remark.text for remark in urgent.remarks)),
            _field(names.key_words, urgent.lead, *(remark.lead for remark in urgent.remarks), detail=True),
            _field(names.sources, ", ".join(urgent.sources)),
        )
        groups = tuple(self._group(urgent, number) for number in range(len(urgent.told)))
        return Statement(urgent.id, urgent.id, urgent.title, fields, inside=groups, asked=urgent.all_triggers)

    def _group(self, urgent: UrgentCare, number: int) -> Statement:
        names, told = self._names, urgent.told[number]
        fields = (
            _field(names.title, told.title),
            _field(names.urgency, told.urgency, detail=True),
            _field(names.who, told.who),
            _field(names.signs, *(sign.whole for sign in told.signs)),
            _field(names.key_words, *(sign.lead for sign in told.signs), detail=True),
            _field(names.remarks, told.remark),
            _field(names.sources, ", ".join(urgent.groups[number].sources) if urgent.groups else None),
        )
        name = f"{urgent.title} › {told.title}" if told.title else urgent.title
        return Statement(f"{urgent.id}/{number}", urgent.id, name, fields)

    def _source(self, source: Source) -> Statement:
        names = self._names
        fields = (
            _field(names.short, source.short),
            _field(names.issuer, source.issuer),
            _field(names.title, source.title),
            _field(names.year, str(source.year) if source.year is not None else None),
            _field(names.address, source.address),
            _field(names.read_as, how_read(source, self._labels)),
            _field(names.again, source.again),
        )
        return Statement(source.id, f"{SOURCES}/{source.id}", f"{source.id} {source.short}", fields)

    def _about(self) -> Statement:
        about, names = self._article.about, self._names
        fields = (
            _field(names.title, about.title),
            _field(names.text, *about.text, noted=True),
            _field(names.notes, ", ".join(about.notes), detail=True),
        )
        return Statement(about.id, about.id, about.title, fields, self._noted(about.notes), asked=about.asked, facts=about.facts)

    def _edition(self) -> Statement:
        edition, names, labels = self._article.edition, self._names, self._labels
        record = edition.reviewed_by
        fields = (
            _field(names.updated, labels.date(edition.updated)),
            _field(names.checked, labels.date(edition.checked)),
            _field(names.reviewed_by, *((record.name, record.role, labels.date(record.date)) if record else ())),
            _field(names.reviewed_text, record.digest if record else None, detail=True),
        )
        return Statement("/edition", self._article.about.id, labels.edition, fields)

    def _provenance(self) -> Iterator[Statement]:
        told, names, labels = self._article.provenance, self._names, self._labels
        fields = (
            _field(names.author, told.author.stated),
            _field(names.peer_review, told.peer_review.stated),
            _field(names.sources, told.sources.stated),
            _field(names.evidence_grade, told.evidence_grade.stated),
            _field(names.updates, told.updates.stated),
            _field(names.left_out, *told.left_out),
            _field(names.corrected, *told.corrected),
            _field(names.own_text, labels.yes if told.own_text else None, detail=True),
        )
        yield Statement("/provenance", self._article.about.id, labels.provenance, fields)
        for found in told.inconsistencies:
            parts = (_field(names.text, found.text), _field(names.places, *found.places))
            yield Statement(found.id, found.id, labels.inconsistency.format(id=found.id), parts)

    def _disclaimer(self) -> Statement:
        disclaimer, names = self._article.disclaimer, self._names
        fields = (
            _field(names.title, disclaimer.title),
            _field(names.text, *disclaimer.text),
            _field(names.short, disclaimer.short),
        )
        return Statement(disclaimer.id, disclaimer.id, disclaimer.title, fields, asked=disclaimer.asked, facts=disclaimer.facts)


def _bar(bar: Bar) -> str:
    weeks = f"{bar.begins or '…'}-{bar.ends or '…'}"
    return ", ".join(part for part in (f"{bar.label}: {weeks}", bar.source, bar.remark) if part)
