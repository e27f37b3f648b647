"""The words that the program itself adds to the article's text, in one place, so that they can be given in another language."""

import datetime as dt

from msgspec import Struct


class Labels(Struct, frozen=True):
    """English words; placeholders in braces are filled by those who use them."""

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
    this_article: str = "this article"
    weeks_of_pregnancy: str = "weeks of pregnancy"
    weeks_only: str = "{weeks} weeks"
    weeks_and_day: str = "{weeks} weeks and 1 day"
    weeks_and_days: str = "{weeks} weeks and {days} days"
    between_weeks: str = "weeks {begins} to {ends}"
    between: str = "{begins} to {ends}"
    from_week: str = "from {week}"
    up_to_week: str = "up to {week}"
    any_week: str = "any week"
    mark: str = "{week}: {label}"
    line_at: str = "A line at {week}: {label}."
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    )  # fmt: skip

    def date(self, day: dt.date) -> str:
        """Return a date in words: 18 October 2025."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def week(self, text: str) -> str:
        """Return a week of pregnancy in words: "27+6" is 27 weeks and 6 days."""
        number, _, days = text.partition("+")
        form = {"": self.weeks_only, "0": self.weeks_only, "1": self.weeks_and_day}.get(days, self.weeks_and_days)
        return form.format(weeks=number, days=days)


ENGLISH = Labels()
