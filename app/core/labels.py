"""The words that the program itself adds to the article's text, in one place, so that they can be given in another language."""

import datetime as dt

from msgspec import Struct


class FieldNames(Struct, frozen=True):
    """What the parts of a place are called where two editions are compared."""

    title: str = "title"
    language: str = "language"
    direction: str = "direction"
    text: str = "text"
    plain: str = "in plain words"
    notes: str = "evidence notes"
    kind: str = "kind"
    question: str = "question"
    answer: str = "answer"
    sections: str = "sections"
    verdict: str = "verdict"
    alerts: str = "always open"
    checked: str = "checked"
    sources: str = "sources"
    signs: str = "signs"
    emergency: str = "emergency"
    short: str = "short form"
    issuer: str = "issuer"
    year: str = "year"
    address: str = "address"
    read_as: str = "read as"
    alt: str = "description"
    file: str = "file"
    audience: str = "audience"
    after: str = "follows"
    weeks: str = "weeks"
    bars: str = "bars"
    marks: str = "marks"
    term: str = "term"
    meaning: str = "meaning"
    in_article: str = "word of the article"
    updated: str = "updated"
    reviewed_by: str = "reviewed by"
    author: str = "author"
    peer_review: str = "peer review"
    evidence_grade: str = "grade of evidence"
    updates: str = "updates"
    left_out: str = "left out"
    corrected: str = "corrected"
    places: str = "places"


class Labels(Struct, frozen=True):
    """English words; placeholders in braces are filled by `app.core.document` and `app.core.render`."""

    article: str = "Article"
    section: str = "Section {number} of {count}"
    note: str = "Evidence note"
    notes: str = "Evidence notes"
    not_article: str = "Not part of the article"
    checked: str = "Checked {date}"
    sources: str = "Sources"
    sources_lead: str = "The evidence notes rest on these publications. Addresses are shown to be copied; the program opens none."
    read_as: str = "Read as: {what}"
    editors: str = "Added by the editors, not part of the article"
    related: str = "Related questions"
    same: str = "{typed} → {term}"
    closest: str = "closest entry: {typed} → {term}"
    see_also: str = "related: {typed} → {term}"
    previous: str = "Previous: {title}"
    next: str = "Next: {title}"
    about_page: str = "About and disclaimer"
    edition: str = "Edition"
    edition_line: str = "Article of {date}, content {digest}"
    not_reviewed: str = "Not yet reviewed by a clinician"
    reviewed: str = "Reviewed by {name}"
    offline: str = "Works offline"
    offline_long: str = "This program works offline. Its packages hold no network library, and it opens no connection."
    changes: str = "What changed"
    compared: str = "Before: {before}. Now: {now}."
    nothing_changed: str = "Nothing has changed."
    before: str = "Before"
    now: str = "Now"
    added: str = "Added"
    removed: str = "Removed"
    moved: str = "Moved"
    changed: str = "changed"
    yes: str = "yes"
    provenance: str = "Where the article comes from"
    inconsistency: str = "Inconsistency {id}"
    vocabulary: str = "Search vocabulary"
    fact_numbers: str = "Numbers of facts"
    fields: FieldNames = FieldNames()
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    )  # fmt: skip

    def date(self, day: dt.date) -> str:
        """Return a date in words: 18 October 2025."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


ENGLISH = Labels()
