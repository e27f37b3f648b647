"""A statement that is outdated never leaves the program on a hand-out without its note: in no form, and on no page of the PDF."""

import datetime as dt
import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.article.content import Passage
from app.core.files.loader import load
from app.core.handout.handout import Choice, compose, written
from app.core.pages.document import Document
from app.machine import paths
from tests.pdf_facts import page_texts

ROOT = Path(__file__).parents[3]
LOADED = load(paths.CONTENT)
DOCUMENT = Document(LOADED.article, LOADED.short_digest, folder=LOADED.path.parent)
PARTS = [part for section in LOADED.article.sections for part in section.passages] + list(LOADED.article.faq.entries)
NOTES = {note.id: note for note in LOADED.article.notes}
OUTDATED = [part for part in PARTS if any("outdated" in NOTES[name].alerts for name in part.notes)]


def flat(text: str) -> str:
    """Words in a row, whatever lines, marks and kinds of dash and quotation marks are between them."""
    return "".join(char for char in text.lower() if char.isalnum())


def bare(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def statement(part: object, *, plain: bool) -> str:
    return part.plain if plain else part.text if isinstance(part, Passage) else part.answer


def notes_of(part: object, *, plain: bool) -> list[str]:
    return [flat(NOTES[name].plain if plain else NOTES[name].text) for name in part.notes if NOTES[name].alerts]


def test_there_are_outdated_statements() -> None:
    assert {name for part in OUTDATED for name in part.notes} >= {"EN18", "EN19", "EN27"}


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("form", [".html", ".md", ".txt"])
@pytest.mark.parametrize("part", OUTDATED, ids=lambda part: part.id)
def test_no_form_of_text_parts_an_outdated_statement_from_its_notes(part, form, plain) -> None:
    pages = [section.id for section in LOADED.article.sections] + [LOADED.article.faq.id]
    for places in ((part.id,), tuple(pages)):
        text = flat(bare(written(compose(DOCUMENT, Choice(places, plain=plain), dt.date(2026, 11, 26)), form)))
        at = text.index(flat(statement(part, plain=plain)))
        for note in notes_of(part, plain=plain):
            assert note in text[at:]


@pytest.mark.parametrize("large", [True, False])
@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_no_page_of_the_pdf_parts_an_outdated_statement_from_its_notes(tmp_path, paper, plain, large) -> None:
    file = tmp_path / "sheet.pdf"
    flags = ["--full"] * (not plain) + ["--large"] * large
    places = [*(section.id for section in LOADED.article.sections), LOADED.article.faq.id]
    command = [sys.executable, "-m", "app", "handout", *places, "--output", str(file), "--paper", paper, *flags]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    pages = [flat(page) for page in page_texts(file.read_bytes())]
    for part in OUTDATED:
        words = flat(statement(part, plain=plain))
        where = [page for page in pages if words in page]
        assert where, f"{part.id} is not in the PDF"
        assert all(note in page for page in where for note in notes_of(part, plain=plain))
