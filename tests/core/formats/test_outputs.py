"""Wherever a statement on rest leaves the program, the notes that it is outdated leave with it.

`WAYS` lists every output. A new one (copied text, a hand-out, slides, an HTML edition, a comparison of editions) is one line more.
"""

import contextlib
import datetime as dt
import html
import io
import json
import re
from collections.abc import Callable
from itertools import pairwise

import msgspec
import pytest

from app.cli.main import main
from app.core.files.loader import Loaded
from app.core.formats.plain_text import to_text
from app.core.pages.blocks import Blocks
from app.core.pages.document import Document
from app.core.teaching.deck import make_slides
from app.core.teaching.quiz import make_cards, to_tab_separated

REST, ANSWER = "treatment-and-management/bed-rest", "faq/treatment"

WORDS = {REST: "both kinds of rest are meant to reduce stress on the cervix", ANSWER: "The options include bed rest, pelvic rest and cerclage"}
"""What the outdated statements cannot be told without."""

NOTES = {REST: ("EN18", "EN19"), ANSWER: ("EN27", "EN18", "EN19")}
"""The notes that must stand with each."""


class Way(msgspec.Struct, frozen=True):
    """One way by which statements leave: what makes the text, which of the outdated statements it holds, and on which side the notes stand."""

    name: str
    text: Callable[[Loaded], str]
    holds: tuple[str, ...]
    notes_first: bool = False


def from_document(make: Callable[[Document], Blocks]) -> Callable[[Loaded], str]:
    return lambda loaded: to_text(make(Document(loaded.article, loaded.short_digest)))


def section(document: Document, name: str):
    return next(section for section in document.article.sections if section.id == name)


def entry(document: Document, name: str):
    return next(entry for entry in document.article.faq.entries if entry.id == name)


def printed(*arguments: str) -> Callable[[Loaded], str]:
    """The text that a command prints, without the marks of its format."""
    form = arguments[arguments.index("--format") + 1] if "--format" in arguments else "json" if "--json" in arguments else "text"
    return lambda _: PLAIN[form](output(*arguments))


def output(*arguments: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(arguments) == 0
    return out.getvalue()


PLAIN: dict[str, Callable[[str], str]] = {
    "text": str,
    "markdown": lambda text: re.sub(r"\\(?=[^\w\s])|\*\*", "", html.unescape(text)),
    "html": lambda text: html.unescape(re.sub(r"<[^>]*>", "", text)),
    "json": lambda text: json.dumps(json.loads(text), ensure_ascii=False).replace('\\"', '"'),
}


def slides(*places: str) -> Callable[[Loaded], str]:
    """The words of slides; what an answer does when it needs several is tested in `tests/core/teaching/test_slides.py`."""

    def text(loaded: Loaded) -> str:
        made = make_slides(Document(loaded.article), places, lambda slide: len(slide.rows) / 12, dt.date(2026, 11, 26))
        return "\n".join(slide.spoken(slide.last_step) for slide in made)

    return text


def cards(loaded: Loaded) -> str:
    document = Document(loaded.article, loaded.short_digest)
    return to_tab_separated(make_cards(document), document)


SHOWN = [
    Way(f"show {place or 'whole article'} --format {form}", printed("show", *([place] if place else []), "--format", form), holds)
    for place, holds in ((REST, (REST,)), ("treatment-and-management", (REST,)), (ANSWER, (ANSWER,)), ("faq", (ANSWER,)), ("", (REST, ANSWER)))
    for form in ("text", "markdown", "html", "json")
]

WAYS = [
    Way("the page of the section", from_document(lambda document: document.page("treatment-and-management")), (REST,)),
    Way("the page beside its figures", from_document(lambda document: document.page("treatment-and-management", has_side_column=True)), (REST,)),
    Way("the text of the section", from_document(lambda document: document.section_text(section(document, "treatment-and-management"))), (REST,)),
    Way("the passage by itself", from_document(lambda document: document.place(REST)), (REST,)),
    Way("the section by itself", from_document(lambda document: document.place("treatment-and-management")), (REST,)),
    Way("the page of questions", from_document(lambda document: document.page("faq")), (ANSWER,)),
    Way("the answer by itself", from_document(lambda document: document.place(ANSWER)), (ANSWER,)),
    Way("the answer among the questions", from_document(lambda document: document.answer(entry(document, ANSWER))), (ANSWER,)),
    Way("the answer beside the box", from_document(lambda document: document.answer(entry(document, ANSWER), has_side_column=True)), (ANSWER,)),
    Way("the whole article", from_document(Document.whole), (REST, ANSWER)),
    Way("the slides of the section", slides("treatment-and-management"), (REST,)),
    Way("the slides of the question", slides(ANSWER), (ANSWER,)),
    Way("the cards of the self-test for Anki", cards, (ANSWER,)),
    *SHOWN,
    Way("search bed rest", printed("search", "bed", "rest"), (REST, ANSWER), notes_first=True),
    Way("search treatment", printed("search", "--limit", "100", "treatment"), (REST, ANSWER), notes_first=True),
    Way("search reduce stress", printed("search", "reduce", "stress"), (REST,), notes_first=True),
    Way("search --json bed rest", printed("search", "--json", "bed", "rest"), (REST, ANSWER)),
    Way("search --json treatment", printed("search", "--json", "--limit", "100", "treatment"), (REST, ANSWER)),
]


def pieces(text: str, *, notes_first: bool) -> list[tuple[str, str]]:
    """Part a text at the outdated statements: each with what stands between it and the next one, or the one before."""
    found = sorted((match.start(), place) for place, words in WORDS.items() for match in re.finditer(re.escape(words), text))
    starts = [start for start, _ in found]
    edges = [0, *starts] if notes_first else [*starts, len(text)]
    return [(place, text[begin:end]) for (_, place), (begin, end) in zip(found, pairwise(edges), strict=True)]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_statement_on_rest_never_leaves_without_its_notes(loaded, way):
    texts = {note.id: note.text for note in loaded.article.notes}
    found = pieces(way.text(loaded), notes_first=way.notes_first)
    assert {place for place, _ in found} == set(way.holds)
    for place, piece in found:
        assert [name for name in NOTES[place] if texts[name] not in piece] == []


def test_no_other_page_holds_a_statement_on_rest(loaded):
    document = Document(loaded.article)
    pages = [section.id for section in loaded.article.sections if section.id != "treatment-and-management"]
    for page in [*pages, "figures", "glossary", "sources", "provenance", "about", "urgent-care"]:
        assert pieces(to_text(document.page(page)), notes_first=False) == []


def test_the_outdated_words_are_those_of_the_article(article):
    texts = {part.id: part.text for section in article.sections for part in section.passages}
    texts |= {entry.id: entry.answer for entry in article.faq.entries}
    assert all(words in texts[place] for place, words in WORDS.items())


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
@pytest.mark.parametrize(
    "place", ["", REST, "treatment-and-management", "faq", ANSWER, "glossary", "glossary/sepsis", "figures", "sources/S05", "about"]
)
def test_whatever_is_shown_says_that_it_is_no_advice_which_edition_it_is_and_who_reviewed_it(loaded, place, form):
    document = Document(loaded.article, loaded.short_digest)
    shown = printed("show", *([place] if place else []), "--format", form)(loaded)
    for line in (loaded.article.disclaimer.short, *document.edition_lines()):
        assert line in shown
    assert "Not yet reviewed by a clinician" in document.edition_lines()


def test_notes_that_stand_at_another_statement_do_not_count():
    text = f"{WORDS[REST]} A {WORDS[ANSWER]} B"
    assert [(place, piece[-2:]) for place, piece in pieces(text, notes_first=False)] == [(REST, "A "), (ANSWER, " B")]
    assert pieces(text, notes_first=True) == [(REST, ""), (ANSWER, text[: text.index(WORDS[ANSWER])])]
    assert pieces("No statement on it.", notes_first=False) == []
