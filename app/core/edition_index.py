"""What the HTML edition finds in: every statement, answer, meaning and source with its notes, and the words that stand for others."""

import datetime as dt
import json

from app.core.content import Passage, lead_and_rest
from app.core.document import OLD, Document
from app.core.labels import Counted
from app.core.places import PROVENANCE, SOURCES, Places
from app.core.search.danger import DangerWords
from app.core.search.language import Language
from app.core.text import words

WEIGHTS = {"exact": 1.0, "narrower": 0.8, "broader": 0.7, "related": 0.6}
"""How much a word counts that stands for a term in this relation."""

YEARS = 40
"""Ages are told in words up to here."""

Entry = dict[str, object]


def index(document: Document, newest: dt.date) -> str:
    """Return the index as JSON that may stand inside a script element: nothing in it can end the element or begin a comment.

    No reader's clock that is right stands before `newest`.
    """
    article, labels = document.article, document.labels
    urgent, updated = article.urgent_care, article.edition.updated
    language = Language(article.language)
    data = {
        "entries": (entries := _entries(document)),
        "synonyms": (synonyms := _synonyms(document)),
        "longest": max((name.count(" ") + 1 for name in synonyms), default=1),
        "small": f" {' '.join(sorted(language.small | language.neutral))} ",
        "urgent": [urgent.id, urgent.line] if urgent else None,
        "danger": DangerWords(urgent, language).as_data(),
        "updated": [updated.year, updated.month, updated.day],
        "newest": [newest.year, newest.month, newest.day],
        "old": OLD,
        "ages": [labels.age(months) for months in range(YEARS * 12)],
        "words": {
            "none": labels.found_none,
            "found": _forms(labels.found, len(entries)),
            "first": _forms(labels.found_first, len(entries)),
            "meant": labels.meant,
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


def _entries(document: Document) -> list[Entry]:
    article, labels = document.article, document.labels
    places = Places(article, labels)
    made: list[Entry] = []

    def add(place: str, shown: str, more: tuple[str, ...] = (), weight: float = 0.7, name: str = "", of: str = "") -> None:
        known = places[of or place]
        notes = [[note.verdict, note.text, note.id] for note in article.notes if note.id in document.alerts(of or place)]
        entry = {"id": place, "name": name or known.title, "page": known.page_title, "shown": shown, "notes": notes}
        made.append({**entry, "more": f" {_parts(' '.join(more))} ", "weight": weight})

    told = {note.id: f"{note.text} {note.plain}" for note in article.notes}
    passages: list[Passage] = [passage for section in article.sections for passage in section.passages]
    for passage in passages:
        lead = lead_and_rest(passage.text)[0] if passage.kind == "item" else ""
        add(passage.id, passage.text, (passage.plain, *passage.asked, *(told[note] for note in passage.notes)), 1.0, lead)
    for entry in article.faq.entries:
        add(entry.id, entry.answer, (entry.plain, *entry.asked, *(told[note] for note in entry.notes)), 1.0)
    if article.urgent_care is not None:
        add(article.urgent_care.id, " ".join(line.text for line in document.urgent_box(1)[0].lines() if line.kind not in {"numbers", "details"}))
    for figure in article.figures:
        drawing = document.drawing(figure)
        add(figure.id, drawing.trouble or drawing.alt)
    for term in article.glossary:
        add(term.id, term.meaning, term.forms)
    for source in article.sources:
        add(f"{SOURCES}/{source.id}", f"{source.issuer}: {source.title}", (source.id,), 0.5)
    for one in article.provenance.inconsistencies:
        add(PROVENANCE, one.text, name=one.id)
        alerts = dict.fromkeys(name for place in one.places for name in document.alerts(place))
        made[-1]["id"] = f"{PROVENANCE}/{one.id}"
        made[-1]["notes"] = [[note.verdict, note.text, note.id] for note in article.notes if note.id in alerts]
    add(article.about.id, " ".join(article.about.text), article.about.asked)
    add(article.disclaimer.id, " ".join(article.disclaimer.text), article.disclaimer.asked)
    return made


def _synonyms(document: Document) -> dict[str, list[list[object]]]:
    """Return, for each way of saying, the terms it stands for and how well; none for words that belong to another topic."""
    made: dict[str, dict[str, float]] = {}
    for synonym in document.article.synonyms:
        weight = WEIGHTS.get(synonym.relation)
        for variant in synonym.variants:
            terms = made.setdefault(_parts(variant), {})
            if weight:
                term = _parts(synonym.term)
                terms[term] = max(weight, terms.get(term, 0.0))
    made.pop("", None)
    return {variant: [[term, weight] for term, weight in terms.items()] for variant, terms in made.items()}


def _parts(text: str) -> str:
    return " ".join(word.folded for word in words(text))
