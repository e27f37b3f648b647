"""Where words come from, and what is copied with them."""

import pytest

from app.core.article.places import Places
from app.core.formats.copying import copied, copied_place
from app.core.pages.citation import cite, vancouver
from app.core.pages.document import Document
from tests.core.formats.test_every_format import HOSTILE, read


@pytest.fixture
def document(loaded) -> Document:
    return Document(loaded.article, loaded.short_digest)


@pytest.fixture
def places(article) -> Places:
    return Places(article)


def test_a_citation_names_reference_place_date_content_review_and_that_it_is_no_advice(document, loaded):
    assert cite(document, "Treatment and Management") == (
        f"Cervical Insufficiency: Treatment and Management. Article of 18 October 2025, content {loaded.short_digest}. "
        "Not yet reviewed by a clinician. Information only, not medical advice."
    )


def test_a_title_that_is_the_references_own_stands_once(document):
    assert cite(document, "Cervical Insufficiency").startswith("Cervical Insufficiency. Article of")
    assert cite(document).startswith("Cervical Insufficiency. Article of")


def test_a_question_keeps_its_mark(document):
    assert "Cervical Insufficiency: What is cerclage? Article of" in cite(document, "What is cerclage?")


def test_vancouver_begins_with_the_title_where_no_author_is_stated(document, loaded):
    assert vancouver(document, "Treatment and Management") == (
        f"Cervical Insufficiency [offline reference]. Updated 2025 Oct 18 [content {loaded.short_digest}; evidence checked 2026 Nov 26]. "
        "Section: Treatment and Management. Not yet reviewed by a clinician. Author not stated by the source."
    )


def test_vancouver_begins_with_the_author_where_one_is_stated(article_of, raw):
    raw["provenance"]["author"]["stated"] = "Example A"
    made = vancouver(Document(article_of(raw)))
    assert made.startswith("Example A. Cervical Insufficiency [offline reference].")
    assert "not stated" not in made


# --- what is copied ---


def test_a_passage_is_copied_with_its_notes_and_where_it_comes_from(document, places):
    made = copied_place(document, places, "treatment-and-management/bed-rest")
    for form in (made.text, made.html):
        at = form.index("both kinds of rest")
        for words in ("EN18", "EN19", "EN20", "Cervical Insufficiency: Treatment and Management. Article of", "not medical advice"):
            at = form.index(words, at)
    assert made.text.endswith("Information only, not medical advice.")


def test_the_html_has_no_look_and_no_addresses_of_its_own(document, places, article):
    for place in (article.sections[3].id, "faq", "glossary", "sources", "provenance", "urgent-care", "figures"):
        page = read(copied_place(document, places, place).html)
        assert {name for name, _ in page.attributes} <= {"lang", "dir", "role"}
        assert set(page.tags) <= {"div", "h1", "h2", "h3", "p", "ul", "li", "strong", "small", "br", "figure", "figcaption"}


def test_markup_in_content_is_copied_as_it_stands(article_of, raw):
    raw["sections"][0]["title"] = raw["sections"][0]["passages"][0]["text"] = HOSTILE
    made = article_of(raw)
    copy = copied_place(Document(made), Places(made), "overview/definition")
    assert read(copy.html).text.count(HOSTILE) == 3
    assert "script" not in read(copy.html).tags
    assert copy.text.count(HOSTILE) == 3


def test_an_arabic_passage_is_copied_with_its_language(tea):
    made = copied_place(Document(tea), Places(tea), "brewing/time")
    assert made.html.startswith('<div lang="ar" dir="rtl">')
    assert "المدة" in made.text


def test_words_without_a_citation_end_with_themselves(document):
    assert copied(document.place("overview/definition"), "", "en", "ltr").text.rstrip().splitlines()[-1].startswith("  | EN02")


def test_a_place_that_does_not_exist_cannot_be_copied(document, places):
    with pytest.raises(KeyError):
        copied_place(document, places, "nowhere")
