"""The words that the program itself adds to the article's text, in one place, so that they can be given in another language."""

import datetime as dt

from msgspec import Struct


class Labels(Struct, frozen=True):
    """English words; placeholders in braces are filled by `app.core.document` and `app.core.render`."""

    article: str = "Article"
    section: str = "Section {number} of {count}"
    note: str = "Evidence note"
    notes: str = "Evidence notes"
    note_on_points: str = "Evidence note on the points above"
    notes_on_points: str = "Evidence notes on the points above"
    count_notes: str = "{count} evidence notes"
    more_note: str = "1 more evidence note"
    more_notes: str = "{count} more evidence notes"
    not_article: str = "Not part of the article"
    checked: str = "Checked {date}"
    checked_evidence: str = "Evidence checked {date}"
    sources: str = "Sources"
    sources_lead: str = "Notes, figures and meanings rest on these publications. Addresses are shown to be copied; the program opens none."
    figures: str = "Figures"
    figures_lead: str = "Drawn by the editors to go with the article; not part of it."
    figure: str = "Figure {number}"
    no_figure: str = "The figure “{title}” cannot be shown: {reason}."
    enlarge: str = "Enlarge"
    glossary: str = "Glossary"
    glossary_lead: str = "{count} terms in plain words, added by the editors."
    glossary_found: str = "{count} terms found"
    in_article: str = "Used in the article"
    not_in_article: str = "Not used in the article"
    provenance: str = "Where this comes from"
    reworded: str = "Reworded by the editors; facts as stated by the source."
    says_of_itself: str = "What the source says of itself"
    author: str = "Author"
    peer_review: str = "Peer review"
    own_sources: str = "Sources"
    evidence_grade: str = "Grade of evidence"
    updates: str = "Updates"
    stated: str = "stated: “{text}”"
    not_stated: str = "not stated by the source"
    inconsistencies: str = "Where the article contradicts itself"
    inconsistencies_lead: str = "Both statements stand in this reference as the source has them. Each point links to the places it tells of."
    left_out: str = "Left out"
    corrected: str = "Corrected"
    numbers: str = "Our numbers"
    old: str = "This article is {age} old ({date}). Guidance may have changed since."
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
    handout_plain: str = "Hand-out for patients and families, in plain words"
    handout_full: str = "Hand-out, the article’s full words"
    name: str = "Name"
    day: str = "Date"
    clinic: str = "Clinic name and phone"
    made: str = "Made on {date}"
    page_of: str = "Page {page} of {count}"
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    )  # fmt: skip

    def age(self, months: int) -> str:
        """Return an age in words: months up to two years, then years."""
        years = months // 12
        return f"{months} months" if years < 2 else f"{years} years"  # noqa: PLR2004 - two years

    def date(self, day: dt.date) -> str:
        """Return a date in words: 18 October 2025."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


ENGLISH = Labels()
