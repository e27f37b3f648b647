"""No statement with an outdated note leaves the program by copying or by the HTML edition without that note."""

import datetime as dt
import json
import re

import pytest

from app.core.article.places import Places
from app.core.formats.copying import copied_place
from app.core.formats.edition import compose
from app.core.pages.document import Document
from app.machine import paths
from tests.core.formats.test_edition import Reader, read

OUTDATED = {"treatment-and-management/bed-rest": ("EN18", "EN19"), "faq/treatment": ("EN27", "EN18", "EN19")}
"""Places whose statements are outdated, and the notes that say so."""


@pytest.fixture(scope="module")
def document(loaded) -> Document:
    return Document(loaded.article, loaded.short_digest, folder=paths.RESOURCES)


@pytest.fixture(scope="module")
def words(article) -> dict[str, str]:
    """The words of the outdated statements, by their place."""
    told = {passage.id: passage.text for section in article.sections for passage in section.passages}
    told |= {entry.id: entry.answer for entry in article.faq.entries}
    return {place: told[place] for place in OUTDATED}


def note_texts(article, place: str) -> list[str]:
    return [note.text for note in article.notes if note.id in OUTDATED[place]]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_table_names_every_statement_with_an_outdated_note(article):
    outdated = {note.id for note in article.notes if "outdated" in note.alerts}
    parts = [passage for section in article.sections for passage in section.passages] + list(article.faq.entries)
    assert {part.id: {name for name in part.notes if name in outdated} for part in parts if outdated & set(part.notes)} == {
        place: set(names) for place, names in OUTDATED.items()
    }


def test_copies_of_every_place_hold_the_notes_of_what_they_state(document, article, words):
    places = Places(article)
    held = 0
    for place in places.ids():
        copy = copied_place(document, places, place)
        for form in (copy.text, read(copy.html).text):
            for statement, said in words.items():
                if squeezed(said) in squeezed(form):
                    held += 1
                    assert [text for text in note_texts(article, statement) if squeezed(text) not in squeezed(form)] == [], (place, statement)
    assert held >= 2 * (2 + 2)  # both forms of the passage, its section, the answer and the page of questions


class Visible(Reader):
    """Gathers for each text the closed details that it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.folded: list[tuple[str, tuple[int, ...]]] = []
        self._numbers: dict[int, int] = {}

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        tags = [tag for tag, _ in self.open]
        if "main" not in tags:
            return
        last = "summary" in tags
        closed = [depth for depth, (tag, attributes) in enumerate(self.open) if tag == "details" and "open" not in attributes]
        closed = closed[:-1] if last else closed
        self.folded.append((data, tuple(id(self.open[depth][1]) for depth in closed)))


@pytest.fixture(scope="module")
def page(document):
    return compose(document, paths.EDITION, dt.date(2026, 11, 26))


def test_who_sees_an_outdated_statement_in_the_edition_sees_its_notes_without_scripts(page, article, words):
    reader = Visible()
    reader.feed(page)
    runs: dict[tuple[int, ...], str] = {}
    for data, closed in reader.folded:
        runs[closed] = runs.get(closed, "") + squeezed(data)
    for statement, said in words.items():
        holding = [text for text in runs.values() if squeezed(said) in text]
        assert holding, statement
        for text in holding:  # what is open, or folded, together with the statement
            assert [note for note in note_texts(article, statement) if squeezed(note) not in text] == [], statement


def test_what_the_edition_finds_brings_the_notes(page, article, words):
    index = json.loads(re.search(r'<script type="application/json" id="index">(.*?)</script>', page, re.DOTALL)[1])
    held = 0
    for entry in index["search"]["entries"]:
        for statement, said in words.items():
            if said in entry["text"]:
                held += 1
                assert set(entry["alerts"]) >= set(OUTDATED[statement])
                assert {index["notes"][note][1] for note in entry["alerts"]} >= set(note_texts(article, statement))
    assert held == len(OUTDATED)
