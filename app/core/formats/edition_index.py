"""What the HTML edition finds in: the search's own index, what its results show besides, and the words around them."""

import datetime as dt
import json
from collections.abc import Iterator

from app.core.article.content import lead_and_rest
from app.core.article.places import NOTES, SOURCES, Places
from app.core.base.labels import Counted
from app.core.base.order import patterns
from app.core.language.language import Language
from app.core.pages.document import Document
from app.core.pages.parts import OLD
from app.core.search.danger import DangerWords
from app.core.search.data import SearchData
from app.core.search.export import search_data

YEARS = 40
"""Ages are told in words up to here."""

SHOWN = 10
"""Results that are shown at most, as in the program."""


def index(document: Document, newest: dt.date, searched: SearchData | None = None) -> str:
    """Return the index as JSON that may stand inside a script element: nothing in it can end the element or begin a comment.

    No reader's clock that is right stands before `newest`.
    """
    article, labels = document.article, document.labels
    urgent, updated = article.urgent_care, article.edition.updated
    language = Language(article.language)
    places = Places(article, labels)
    data = {
        "search": search_data(article, labels, searched),
        "shown": SHOWN,
        "order": patterns(),
        "places": {name: [places[name].title, places[name].page_title] for name in places.ids() if not name.startswith((f"{NOTES}/", f"{SOURCES}/"))},
        "names": dict(_leads(document)),
        "notes": {note.id: _note(document, note.id) for note in article.notes},
        "urgent": [urgent.id, urgent.line, f"{labels.numbers}: {document.numbers}" if document.numbers else ""] if urgent else None,
        "danger": DangerWords(urgent, language).as_data(),
        "updated": [updated.year, updated.month, updated.day],
        "newest": [newest.year, newest.month, newest.day],
        "old": OLD,
        "ages": [labels.age(months) for months in range(YEARS * 12)],
        "words": {
            "results": _forms(labels.results, len(places.ids())),
            "first": _forms(labels.first_results, SHOWN),
            "shownFor": labels.shown_for,
            "searchedFor": labels.searched_for,
            "instead": labels.instead,
            "also": labels.also,
            "notSaid": labels.not_said,
            "saidBy": {"note": labels.said_by_note, "term": labels.said_by_glossary},
            "notCovered": labels.not_covered,
            "norInANote": labels.nor_in_a_note,
            "covered": labels.covered,
            "coveredAs": labels.covered_as,
            "fromNote": labels.from_note,
            "fromGlossary": labels.from_glossary,
            "standsBeside": labels.stands_beside,
            "nearest": labels.nearest,
            "nearestLead": labels.nearest_lead,
            "nearestHeadings": labels.nearest_headings,
            "alsoSearched": labels.also_searched,
            "fromBox": labels.from_box,
            "folded": _forms(labels.count_notes, len(article.notes)),
            "more": _forms(labels.more_notes, len(article.notes)),
            "accept": labels.accept,
            "expand": labels.expand,
            "collapse": labels.collapse,
            "clock": labels.wrong_clock,
            "old": labels.old.replace("{date}", labels.date(updated)),
        },
    }
    made = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return made.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _forms(words: Counted, most: int) -> dict[str, object]:
    """Return the forms of counted words and, for each number up to `most`, a digit that says which form it takes."""
    told = [words.form(count) for count in range(most + 1)]
    forms = list(dict.fromkeys(told))
    return {"forms": forms, "of": "".join(str(forms.index(form)) for form in told)}


def _leads(document: Document) -> Iterator[tuple[str, str]]:
    """Give the places of list items with the words they begin with, by which they are named."""
    for section in document.article.sections:
        for passage in section.passages:
            lead = lead_and_rest(passage.text)[0] if passage.kind == "item" else ""
            if lead:
                yield passage.id, lead


def _note(document: Document, name: str) -> list[str]:
    """Return an evidence note's verdict, text and details (its id, when it was checked, its sources)."""
    note = document.note(name)
    return [note.verdict, note.text, "".join(run.text for run in note.details)]
