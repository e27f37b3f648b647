"""The article as values: every type that `resources/content.json` is made of.

The types are the one definition of the file's form. The loader reads with them, `app.core.files.check` explains a file with them, and
`resources/content.schema.json` is generated from them (`python -m app.core.files.schema`).
"""

import datetime as dt
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

SCHEMA = 1
"""The version of the form that this program reads."""

SIZE_LIMIT = 20_000_000
"""Bytes in a content file at most."""

LEAD_WORDS = 6
"""Words in an item's lead at most; a colon after more of them is punctuation."""

TEXT_LIMIT = 20_000
"""Characters in one text at most; no sentence of an article comes near it."""

PLACE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"

LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"

CAPITAL_ID_PATTERN = r"^[A-Z]+[0-9]+$"

WEEK_PATTERN = r"^[0-9]{1,2}(\+[0-6])?$"

FACT_PATTERN = r"^F[0-9]{3}$"

Text = Annotated[str, Meta(min_length=1, max_length=TEXT_LIMIT, description="Plain text; markup is shown as written, never interpreted.")]
Place = Annotated[str, Meta(pattern=PLACE_PATTERN, description="A public address: it never changes once it is published.")]
NoteId = Annotated[str, Meta(pattern=CAPITAL_ID_PATTERN, description="For example EN18.")]
SourceId = Annotated[str, Meta(pattern=CAPITAL_ID_PATTERN, description="For example S01.")]
Asked = Annotated[tuple[Text, ...], Meta(description="Words in which people ask for this; they are searched, never shown.")]
Week = Annotated[str, Meta(pattern=WEEK_PATTERN, description="A week, with days after a plus: 27+6.")]
FactId = Annotated[str, Meta(pattern=FACT_PATTERN, description="A fact of the source article, for example F041.")]
Alert = Literal["outdated", "inconsistent", "safety"]
Extent = Literal["in full", "part", "abstract", "copy", "secondary"]
"""How much of a source the editors read; of a secondary one they read only what others tell of it."""


class Record(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A frozen value that takes no field it does not know."""


class Stated(Record, frozen=True):
    """What the source says of itself on one point; null where it says nothing."""

    stated: Text | None


class Review(Record, frozen=True):
    """A reviewer's signature under the texts of one edition; the command `review-record` makes it from a signed review sheet."""

    name: Text
    role: Text
    date: Annotated[dt.date, Meta(description="The day on which the sheet was signed.")]
    digest: Annotated[Text, Meta(description="SHA-256 of the parts below, in order of their letters.")]
    parts: Annotated[tuple[Text, ...], Meta(description="A line for each place and note that was reviewed: its id and eight digits of its text.")]


class Edition(Record, frozen=True):
    """Which state of the article this is."""

    updated: Annotated[dt.date, Meta(description="The date the article gives for itself.")]
    checked: Annotated[dt.date, Meta(description="The day the editors last checked the evidence.")]
    reviewed_by: Annotated[Review | None, Meta(description="Who reviewed this edition and signed for it; null until somebody has.")]


class Inconsistency(Record, frozen=True):
    """Two statements of the article that do not agree, told openly with links to both."""

    id: Annotated[str, Meta(pattern=CAPITAL_ID_PATTERN, description="For example I01.")]
    text: Text
    places: tuple[Place, ...]


class Provenance(Record, frozen=True):
    """Where the article comes from and what was done to it."""

    author: Stated
    peer_review: Stated
    sources: Stated
    evidence_grade: Stated
    updates: Stated
    left_out: tuple[Text, ...]
    corrected: tuple[Text, ...]
    inconsistencies: tuple[Inconsistency, ...] = ()
    own_text: Annotated[bool, Meta(description="True where the editors wrote the article themselves; then nothing is said of a source.")] = False


class Wording(Record, frozen=True):
    """What the article calls its people, in its own language; for what is left out there are words that fit any article."""

    reviewer: Annotated[Text | None, Meta(description="Who reviews the article, as after “Not yet reviewed by”: a clinician, the workshop.")] = None
    readers: Annotated[Text | None, Meta(description="For whom hand-outs are, as after “Hand-out for”: patients and families.")] = None
    organisation: Annotated[Text | None, Meta(description="What hands them out, as before “name and phone”: Clinic, Workshop.")] = None
    credential: Annotated[Text | None, Meta(description="What a reviewer states besides name and role: Registration number.")] = None


class Disclaimer(Record, frozen=True):
    """The text that is shown at every start, and its one-line form."""

    id: Place
    title: Text
    text: Annotated[tuple[Text, ...], Meta(min_length=1)]
    short: Text
    facts: tuple[FactId, ...] = ()
    asked: Asked = ()


class About(Record, frozen=True):
    """Paragraphs about the article and its source."""

    id: Place
    title: Text
    text: Annotated[tuple[Text, ...], Meta(min_length=1)]
    facts: tuple[FactId, ...] = ()
    notes: tuple[NoteId, ...] = ()
    asked: Asked = ()


class Passage(Record, frozen=True):
    """The smallest part of a section that can be found, linked and cited.

    An item belongs to the list that its neighbours form. Its words up to the first colon are its lead.
    """

    id: Place
    kind: Literal["paragraph", "item"]
    text: Text
    plain: Annotated[Text, Meta(description="The same statement in plain language.")]
    facts: tuple[FactId, ...] = ()
    notes: tuple[NoteId, ...] = ()
    asked: Asked = ()


class Section(Record, frozen=True):
    """One chapter of the article, shown as one page."""

    id: Place
    title: Text
    passages: Annotated[tuple[Passage, ...], Meta(min_length=1)]
    facts: tuple[FactId, ...] = ()


class FaqEntry(Record, frozen=True):
    """One question of the FAQ with its answer."""

    id: Place
    question: Text
    answer: Text
    plain: Annotated[Text, Meta(description="The answer in plain language.")]
    sections: Annotated[tuple[Place, ...], Meta(description="The sections that this question belongs to.")] = ()
    facts: tuple[FactId, ...] = ()
    notes: tuple[NoteId, ...] = ()
    asked: Asked = ()


class Faq(Record, frozen=True):
    """The questions and answers, shown as one page."""

    id: Place
    title: Text
    entries: tuple[FaqEntry, ...]
    facts: tuple[FactId, ...] = ()
    asked: Asked = ()


class Note(Record, frozen=True):
    """An editor's dated sentence beside a passage; not part of the article."""

    id: NoteId
    verdict: Text
    text: Text
    plain: Text
    checked: dt.date
    sources: tuple[SourceId, ...]
    alerts: Annotated[tuple[Alert, ...], Meta(description="Reasons why the note is always open beside its passage.")] = ()


class Source(Record, frozen=True):
    """A publication that evidence notes rest on."""

    id: SourceId
    short: Annotated[Text, Meta(description="The name a note uses, for example ACOG 2014.")]
    issuer: Text
    title: Text
    year: int | None
    address: Annotated[Text | None, Meta(description="The issuer's own address or DOI; shown and copied, never opened.")]
    read_as: Annotated[Text | None, Meta(description="What exactly the editors read; null where `read` says enough.")]
    read: Annotated[Extent | None, Meta(description="How much of it the editors read; null in files written before the field was there.")] = None
    again: Annotated[Text | None, Meta(description="What the editors found when they looked for it again; shown wherever it is named.")] = None


class Sign(Record, frozen=True):
    """One danger sign of the box, with the words in a search that tell of it: a sign without them would be silent."""

    text: Text
    triggers: Annotated[
        tuple[Text, ...], Meta(min_length=1, description="Ways to name the sign; a search with one shows the line of the danger box.")
    ]
    lead: Annotated[Text | None, Meta(description="The first words of the text, printed bold, for a glance down the list.")] = None


class SignGroup(Record, frozen=True):
    """Signs that ask for the same call, under one heading."""

    title: Text
    urgency: Annotated[Literal["emergency", "call"], Meta(description="emergency: the emergency number; call: others who help.")]
    signs: Annotated[tuple[Sign, ...], Meta(min_length=1)]
    who: Annotated[Text | None, Meta(description="Whom the group is for.")] = None
    remark: Annotated[Text | None, Meta(description="A line after the signs.")] = None
    sources: tuple[SourceId, ...] = ()


class Remark(Record, frozen=True):
    """A line after all groups, such as whom to ask when nobody answers; with words in a search that show the box, if it tells of a sign."""

    text: Text
    lead: Annotated[Text | None, Meta(description="The first words of the text, printed bold.")] = None
    triggers: tuple[Text, ...] = ()


class BoxText(Struct, frozen=True):
    """A line of the box as it is shown: its bold beginning, and the rest."""

    lead: str
    rest: str

    @property
    def whole(self) -> str:
        """All of the line."""
        return self.lead + self.rest


class BoxGroup(Struct, frozen=True):
    """A group of signs as it is shown; the title is empty where the signs stand right under the box's own words."""

    title: str
    urgency: Literal["emergency", "call"]
    who: str
    signs: tuple[BoxText, ...]
    remark: str
    sources: tuple[str, ...] = ()


class UrgentCare(Record, frozen=True):
    """The editors' box: when to call for help. Its signs stand in groups; `signs`, `emergency` and `triggers` are the older form, without groups."""

    id: Place
    title: Text
    text: Text
    groups: Annotated[tuple[SignGroup, ...], Meta(description="The signs, in groups; the first group is the most urgent.")] = ()
    remarks: Annotated[tuple[Remark, ...], Meta(description="Lines after the groups.")] = ()
    lead: Annotated[Text | None, Meta(description="The first words of the text, printed bold.")] = None
    sources: Annotated[tuple[SourceId, ...], Meta(description="Sources of the box, besides those of its groups.")] = ()
    first_at: Annotated[tuple[Place, ...], Meta(description="Sections and questions where the box is shown first.")] = ()
    short: Annotated[Text | None, Meta(description="The box in one line, above the results of a search that names a sign.")] = None
    asked: Annotated[tuple[Text, ...], Meta(description="Ways of asking when or whom to call, for which the box is the first result.")] = ()
    alone: Annotated[tuple[Text, ...], Meta(description="Ways of asking for help that count where nothing else is typed, such as phone.")] = ()
    unlike: Annotated[tuple[Text, ...], Meta(description="Phrases that have words of the signs but mean no sign, such as blood pressure.")] = ()
    signs: Annotated[tuple[Text, ...], Meta(description="Older form: signs that need a call.")] = ()
    emergency: Annotated[Text | None, Meta(description="Older form: signs that need the emergency number.")] = None
    triggers: Annotated[tuple[Text, ...], Meta(description="Older form: words of a search that show the line of the danger box.")] = ()

    @property
    def line(self) -> str:
        """The box in one line, for a search that tells of a sign."""
        from app.core.base.text import ended  # noqa: PLC0415 - every start reads an article; few need this

        return self.short or f"{ended(self.title)} {self.text.rstrip(':')}"

    @property
    def told(self) -> tuple[BoxGroup, ...]:
        """The groups as they are shown; those of the older form are made of its signs and its emergency line."""
        if self.groups:
            return tuple(_shown(group, self.title) for group in self.groups)
        older = [BoxGroup("", "call", "", tuple(BoxText("", sign) for sign in self.signs), "")]
        if self.emergency:
            older.append(BoxGroup(self.emergency, "emergency", "", (), ""))
        return tuple(older)

    @property
    def told_text(self) -> BoxText:
        """The box's own words as they are shown."""
        return _told(self)

    @property
    def told_remarks(self) -> tuple[BoxText, ...]:
        """The lines after the groups as they are shown."""
        return tuple(map(_told, self.remarks))

    @property
    def all_sources(self) -> tuple[str, ...]:
        """All sources of the box, each once."""
        return tuple(dict.fromkeys((*(name for group in self.groups for name in group.sources), *self.sources)))

    @property
    def all_triggers(self) -> tuple[str, ...]:
        """All words of a search that tell of a sign or ask when to call, each once."""
        told = [*self.asked, *self.triggers, *(words for group in self.groups for sign in group.signs for words in sign.triggers)]
        return tuple(dict.fromkeys((*told, *(words for remark in self.remarks for words in remark.triggers))))


def _shown(group: SignGroup, title: str) -> BoxGroup:
    """Return a group as it is shown in a box with this title, which is not said twice."""
    own = "" if group.title == title else group.title
    return BoxGroup(own, group.urgency, group.who or "", tuple(map(_told, group.signs)), group.remark or "", group.sources)


def _told(line: "Sign | Remark | UrgentCare") -> BoxText:
    lead = line.lead or ""
    return BoxText(lead, line.text.removeprefix(lead)) if line.text.startswith(lead) else BoxText("", line.text)


class Bar(Record, frozen=True):
    """A stretch of weeks on the time line; without a beginning or an end it is drawn open on that side."""

    label: Text
    begins: Week | None
    ends: Week | None
    source: Annotated[SourceId | None, Meta(description="Where the weeks are from; null for the article itself.")]
    remark: Annotated[Text | None, Meta(description="What a plain range of weeks would not say.")] = None


class WeekMark(Record, frozen=True):
    """A line across the time line."""

    week: Week
    label: Text


class Timeline(Record, frozen=True):
    """Bars over weeks; the drawing and its description are made from it."""

    first: Annotated[int, Meta(description="The week where the axis begins.")]
    last: Annotated[int, Meta(description="The week where the axis ends.")]
    bars: Annotated[tuple[Bar, ...], Meta(min_length=1)]
    marks: tuple[WeekMark, ...] = ()
    axis: Annotated[Text | None, Meta(description="The text under the axis, such as: weeks after sowing.")] = None


class Figure(Record, frozen=True):
    """A drawing with the words that stand for it: an SVG file, or a time line that is drawn from its data."""

    id: Place
    title: Text
    file: Annotated[Text | None, Meta(description="The path of the SVG file, from this file's folder; null for a time line.")]
    alt: Annotated[Text, Meta(description="What the drawing shows; a time line's bars are added by the program.")]
    audience: Text
    sections: tuple[Place, ...]
    sources: tuple[SourceId, ...]
    after: Annotated[Place | None, Meta(description="The passage that the figure follows where it cannot be shown beside the text.")] = None
    timeline: Timeline | None = None
    in_handouts: Annotated[bool, Meta(description="False for a figure that is not for the readers of hand-outs.")] = True


class Term(Record, frozen=True):
    """A word of the glossary."""

    id: Place
    term: Text
    meaning: Text
    in_article: bool
    forms: Annotated[tuple[Text, ...], Meta(description="Other forms of the word that are marked in the text.")] = ()
    sources: tuple[SourceId, ...] = ()


class Synonym(Record, frozen=True):
    """Words that people type for a word of the article."""

    term: Text
    relation: Literal["exact", "narrower", "broader", "related", "caution"]
    variants: tuple[Text, ...]
    kind: Text


class Article(Record, frozen=True):
    """The whole reference: one content file."""

    schema: Literal[1]
    id: Place
    language: Annotated[str, Meta(pattern=LANGUAGE_PATTERN, description="A BCP 47 tag, for example en or pt-BR.")]
    direction: Literal["ltr", "rtl"]
    title: Text
    edition: Edition
    provenance: Provenance
    disclaimer: Disclaimer
    about: About
    sections: Annotated[tuple[Section, ...], Meta(min_length=1)]
    faq: Faq
    notes: tuple[Note, ...] = ()
    sources: tuple[Source, ...] = ()
    urgent_care: UrgentCare | None = None
    figures: tuple[Figure, ...] = ()
    glossary: tuple[Term, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    wording: Wording = Wording()
    schema_file: Annotated[str | UnsetType, Meta(description="Where an editor finds the schema.")] = field(default=UNSET, name="$schema")


def lead_and_rest(text: str) -> tuple[str, str]:
    """Part a list item at its first colon: ("Cervical cerclage", ": a surgical ..."); the lead is empty without one.

    A colon that ends the text opens a list and a colon deep inside a sentence is punctuation; neither marks a lead.
    """
    lead, colon, rest = text.partition(":")
    if colon and rest.strip() and len(lead.split()) <= LEAD_WORDS and "." not in lead:
        return lead, colon + rest
    return "", text
