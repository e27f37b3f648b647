"""The words that the program itself adds to the article's text, in one place, so that they can be given in another language."""

import datetime as dt

from msgspec import Struct


class Counted(Struct, frozen=True):
    """Words that depend on a number; called with the number, and with what else stands in braces.

    English has two forms, other languages may have more.
    """

    one: str
    other: str

    def form(self, count: int) -> str:
        """Return the form for a number, with `{count}` still in it."""
        return self.one if count == 1 else self.other

    def __call__(self, count: int, **words: object) -> str:
        """Return the words for a number."""
        return self.form(count).format(count=count, **words)


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
    line: str = "one line"
    urgency: str = "urgency"
    who: str = "for whom"
    key_words: str = "key words"
    remarks: str = "remarks"
    short: str = "short form"
    issuer: str = "issuer"
    year: str = "year"
    address: str = "address"
    read_as: str = "read as"
    again: str = "looked for again"
    alt: str = "description"
    file: str = "file"
    audience: str = "audience"
    after: str = "follows"
    weeks: str = "weeks"
    bars: str = "bars"
    marks: str = "marks"
    term: str = "term"
    meaning: str = "meaning"
    in_article: str = "used in the article"
    updated: str = "updated"
    reviewed_by: str = "reviewed by"
    reviewed_text: str = "code of the reviewed text"
    author: str = "author"
    peer_review: str = "peer review"
    evidence_grade: str = "grade of evidence"
    updates: str = "updates"
    left_out: str = "left out"
    corrected: str = "corrected"
    places: str = "places"
    axis: str = "axis"
    in_handouts: str = "in hand-outs"
    own_text: str = "written by the editors"
    reviewer: str = "who reviews"
    readers: str = "readers of hand-outs"
    organisation: str = "who gives hand-outs"
    credential: str = "credential of a reviewer"


class Labels(Struct, frozen=True):
    """English words; placeholders in braces are filled by those who use them. `code` is the tag of their language (BCP 47), and no word itself."""

    code: str = "en"
    article: str = "Article"
    section: str = "Section {number} of {count}"
    note: str = "Evidence note"
    note_of: str = "Evidence note {id}"
    notes: str = "Evidence notes"
    note_on_points: str = "Evidence note on the points above"
    notes_on_points: str = "Evidence notes on the points above"
    count_notes: Counted = Counted("{count} evidence note", "{count} evidence notes")
    more_notes: Counted = Counted("{count} more evidence note", "{count} more evidence notes")
    not_article: str = "Not part of the article"
    checked: str = "Checked {date}"
    checked_evidence: str = "Evidence checked {date}"
    sources: str = "Sources"
    sources_lead: str = "Notes, figures and meanings are based on these publications. You can copy their addresses; the program does not open them."
    figures: str = "Figures"
    figures_lead: str = "Drawn by the editors to go with the article; not part of it."
    figures_lead_own: str = "Drawn to go with the article."
    figure: str = "Figure {number}"
    no_figure: str = "The figure “{title}” cannot be shown: {reason}."
    enlarge: str = "Enlarge"
    glossary: str = "Glossary"
    glossary_lead: Counted = Counted("{count} term in plain words, added by the editors.", "{count} terms in plain words, added by the editors.")
    glossary_lead_own: Counted = Counted("{count} term in plain words.", "{count} terms in plain words.")
    glossary_found: Counted = Counted("{count} term found", "{count} terms found")
    in_article: str = "Used in the article"
    not_in_article: str = "Not used in the article"
    provenance: str = "Where this comes from"
    reworded: str = "Reworded by the editors; facts as stated by the source."
    reworded_own: str = "Written by the editors themselves."
    says_of_itself: str = "What the source says of itself"
    author: str = "Author"
    peer_review: str = "Peer review"
    own_sources: str = "Sources"
    evidence_grade: str = "Grade of evidence"
    updates: str = "Updates"
    stated: str = "stated: “{text}”"
    says_of_itself_own: str = "What the authors say of this text"
    not_stated: str = "not stated by the source"
    not_stated_own: str = "not stated"
    inconsistencies: str = "Where the article contradicts itself"
    inconsistencies_lead: str = "Both statements are in this reference as the source has them. Each point links to the places it is about."
    inconsistencies_lead_own: str = "Both statements are in this reference. Each point links to the places it is about."
    left_out: str = "Left out"
    corrected: str = "Corrected"
    numbers: str = "Our numbers"
    wrong_clock: str = "The date of this computer is wrong: it is earlier than the date of this reference. So the age of the article is not known."
    old: str = "This article is {age} old ({date}). Guidance may have changed since."
    read_as: str = "Read as: {what}"
    read_in_full: str = "Read in full"
    read_in_part: str = "Read in part, as an opening or an abstract"
    read_as_abstract: str = "Read as an abstract"
    read_as_copy: str = "Read in a copy, not from the issuer"
    read_as_secondary: str = "Not read, only what others say about it"
    looked_again: str = "{name} ({again})"
    editors: str = "Added by the editors, not part of the article"
    related: str = "Related questions"
    same: str = "{typed} → {term}"
    closest: str = "closest word: {typed} → {term}"
    see_also: str = "related: {typed} → {term}"
    previous: str = "Previous: {title}"
    next: str = "Next: {title}"
    about_page: str = "About and disclaimer"
    question_of: str = "Question {number} of {count}"
    figure_of: str = "Figure {number} of {count}"
    slide_of: str = "Slide {number} of {count}"
    sources_and_disclaimer: str = "Sources and disclaimer"
    what_means: str = "What does “{term}” mean?"
    edition: str = "Edition"
    edition_line: str = "Article of {date}, content {digest}"
    not_reviewed: str = "Not yet reviewed"
    not_reviewed_by: str = "Not yet reviewed by {reviewer}"
    reviewed: str = "Reviewed by {name}, {role}, on {date}"
    reviewed_before: Counted = Counted(
        "Reviewed by {name}, {role}, on {date}, {count} statement changed since",
        "Reviewed by {name}, {role}, on {date}, {count} statements changed since",
    )
    changed_since: str = "Changed since the review"
    changed_since_lead: str = "Nobody has reviewed these in their present form."
    gone_since: str = "{id}, which was removed"
    review_sheet: str = "Review sheet"
    role: str = "Role"
    signature: str = "Signature"
    initials: str = "Initials"
    right: str = "right"
    change_to: str = "change to"
    not_sure: str = "not sure"
    change_or_why: str = "Change to, or why"
    of_article: str = "Statement of the article"
    answer_of_article: str = "Question and answer of the article"
    in_plain_words: str = "The same in plain words"
    same_as: str = "Must say the same as {number}, including “may” and “usually”"
    danger_box: str = "Danger box"
    danger_goes_on: str = "Continued on the next page"
    danger_again: str = "{title} (continued)"
    danger_line: str = "Danger box in one line, above the results of a search"
    danger_group: str = "Danger signs: who calls whom"
    danger_sign: str = "Danger sign"
    meaning: str = "Meaning of a word"
    figure_in_words: str = "Figure in words"
    facts_of: str = "Facts {names}"
    notes_beside: str = "Evidence notes {numbers}"
    always_open: str = "Always open"
    same_sources: str = "{names}; addresses under {number}"
    no_source: str = "No source named"
    on_first_page: str = "Name, role and signature are on page 1"
    how_to_review: str = "How to use this sheet"
    text_code: str = "Code of this text: {code}"
    entries: Counted = Counted("This sheet has {count} entry.", "This sheet has {count} entries.")
    review_steps: tuple[str, ...] = (
        (
            "Each numbered entry is one thing that the reference says to its readers. Tick “right” if it may stay as it is, “change to” if it must"
            " say something else, “not sure” if it must be checked. Write on the lines below what it must say, or why."
        ),
        (
            "Statements of the article say what the source says, in the editors’ words; they name no sources of their own. All other entries are"
            " by the editors. Each names its sources, where to find them, and how much of them the editors read."
        ),
        "Figures are described in words here. Please also look at the drawings in the program.",
        "Write your initials on every page. Fill in this page and sign it. Your signature is for this text; the code above identifies it.",
        (
            "The editors make these changes and print a new sheet. Only a sheet with “right” at every entry becomes a record of your review."
            " Later changes are counted and listed wherever your review is shown."
        ),
    )
    review_step_own: str = (
        "Statements of the article name no sources of their own. Other entries name their sources, where to find them, and how much of them the"
        " editors read."
    )
    offline: str = "Works offline"
    offline_long: str = "This program works offline. It has no network library and opens no connection."
    this_article: str = "this article"
    axis: str = "weeks"
    weeks: Counted = Counted("{count} week", "{count} weeks")
    days: Counted = Counted("{count} day", "{count} days")
    weeks_and_days: str = "{weeks} and {days}"
    between_weeks: str = "weeks {begins} to {ends}"
    between: str = "{begins} to {ends}"
    from_week: str = "from {week}"
    up_to_week: str = "up to {week}"
    any_week: str = "any week"
    mark: str = "{week}: {label}"
    line_at: str = "A line at {week}: {label}"
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
    no: str = "no"
    inconsistency: str = "Inconsistency {id}"
    vocabulary: str = "Search vocabulary"
    fact_numbers: str = "Numbers of facts"
    fields: FieldNames = FieldNames()
    contents: str = "Contents"
    reference: str = "Reference"
    skip: str = "Skip to the text"
    find: str = "Find in this reference"
    find_hint: str = "Type a word or a question"
    find_clear: str = "Clear"
    shown_for: str = "Showing results for {words}"
    searched_for: str = "Searched for “{query}”"
    instead: str = "Search instead for “{query}”"
    also: str = "Also in this reference"
    also_searched: str = "Also searched: {words}"
    accept: str = "I understand"
    expand: str = "Expand all"
    collapse: str = "Collapse all"
    all_articles: str = "All articles"
    find_articles: str = "Find an article, a section or a question"
    no_article: str = "No title, section or question has all of these words."
    language_line: str = "Language: {language}"
    offline_folder: str = "All pages of this folder belong together. They load nothing else and open no connection."
    made: str = "This page was made on {date}"
    made_unknown: str = "The date of this page is not known, because the computer’s clock was wrong."
    offline_page: str = "Everything on this page is in this one file. It loads nothing and opens no connection."
    offline_reference: str = "[offline reference]"
    updated: str = "Updated"
    content: str = "content"
    evidence_checked: str = "evidence checked"
    cited_section: str = "Section"
    no_author: str = "Author not stated by the source"
    no_author_own: str = "Author not stated"
    handout_plain: str = "Hand-out in plain words"
    handout_plain_for: str = "Hand-out for {readers}, in plain words"
    handout_full: str = "Hand-out, the article’s full words"
    name: str = "Name"
    day: str = "Date"
    contact: str = "Name and phone"
    contact_of: str = "{organisation} name and phone"
    made_on: str = "Made on {date}"
    page_of: str = "Page {page} of {count}"
    pages: Counted = Counted("{count} page", "{count} pages")
    first_pages: Counted = Counted("The first {shown} of {count} page", "The first {shown} of {count} pages")
    results: Counted = Counted("{count} result", "{count} results")
    count_articles: Counted = Counted("{count} article", "{count} articles")
    searchable: Counted = Counted("{count} article can be searched", "{count} articles can be searched")
    first_results: Counted = Counted("The first result is shown.", "The first {count} are shown.")
    not_said: str = "The article does not say this."
    said_by_note: str = "The article does not say this. See the evidence note below."
    said_by_glossary: str = "The article does not say this. See the glossary below."
    not_covered: str = "Not in the article:"
    nor_in_a_note: str = "{words}, not in an evidence note either"
    covered: str = "In the article:"
    covered_as: str = "“{typed}”, as “{term}”"
    from_note: str = "From an evidence note, not part of the article"
    group_of_signs: str = "{title} ({signs})"
    count_signs: Counted = Counted("{count} sign", "{count} signs")
    from_box: str = "From the danger box, not part of the article"
    from_box_own: str = "From the danger box"
    from_glossary: str = "From the glossary, not part of the article"
    from_glossary_own: str = "From the glossary"
    stands_beside: str = "Belongs to: {place}"
    nearest: str = "Nearest in the article"
    nearest_lead: str = "These sentences do not answer the question."
    nearest_headings: str = "Nearest headings"
    start_cards: Counted = Counted("Start with {count} card", "Start with {count} cards")
    cards_not_asked: Counted = Counted("{count} card was not asked.", "{count} cards were not asked.")
    cards_saved: Counted = Counted("{count} card saved as {path}.", "{count} cards saved as {path}.")
    slides: Counted = Counted("{count} slide", "{count} slides")
    lesson_saved: str = "The lesson “{name}” is saved: {path}"
    no_lesson: str = "It is not a lesson of this program, or it is damaged ({reason})."
    lesson_of_other: str = "It belongs to another article ({named}). Open that article first, then the lesson."
    lesson_too_long: str = "It has more than {most} lines."
    lesson_line_gone: str = "Line {number} is not in this article: “{place}”. The nearest is “{title}”."
    lesson_line_alone: str = "Line {number}, “{title}”, cannot be taught by itself. Sections, questions, figures and the danger box can."
    lesson_line_twice: str = "Line {number}, “{title}”, is the same as line {first}."
    more_faults: Counted = Counted("And {count} more problem.", "And {count} more problems.")
    problems: Counted = Counted("{count} problem", "{count} problems")
    suggestions: Counted = Counted("{count} suggestion", "{count} suggestions")
    problem: str = "Problem {number}"
    problem_line: str = "Problem {number} · line {line}"
    months_old: Counted = Counted("{count} month", "{count} months")
    years_old: Counted = Counted("{count} year", "{count} years")
    day_of_month: str = "{day} {month} {year}"
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    )  # fmt: skip

    def age(self, months: int) -> str:
        """Return an age in words: months up to two years, then years."""
        years = months // 12
        return self.months_old(months) if years < 2 else self.years_old(years)  # noqa: PLR2004 - two years

    def date(self, day: dt.date) -> str:
        """Return a date in words: 18 October 2025."""
        return self.day_of_month.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def week(self, text: str) -> str:
        """Return a week in words: "27+6" is 27 weeks and 6 days."""
        number, _, days = text.partition("+")
        weeks = self.weeks(int(number))
        return weeks if days in {"", "0"} else self.weeks_and_days.format(weeks=weeks, days=self.days(int(days)))


CODE = "code"
"""The field of `Labels` that is not translated."""

ENGLISH = Labels()
