import msgspec
import pytest

from app.core.article.content import Article
from app.core.article.places import Places
from app.core.base.labels import Labels
from app.core.base.text import fold
from app.core.pages.blocks import Blocks, Drawing, Heading, Item, Links, Notes, Paragraph, Run, UrgentBox, only_leads
from app.core.pages.document import Document
from app.core.pages.reference import glossary

EVERY_CONTRADICTION = [f"I{number:02}" for number in range(1, 21)]


@pytest.fixture(scope="module")
def document(loaded) -> Document:
    return Document(loaded.article, loaded.short_digest)


def text_of(block: Paragraph | Item) -> str:
    return "".join(run.text for run in block.runs)


def lines_of(blocks: Blocks) -> list[str]:
    return [block.text if isinstance(block, Heading) else text_of(block) for block in blocks if isinstance(block, Heading | Paragraph | Item)]


def under(blocks: Blocks, title: str) -> Blocks:
    """The blocks under a heading of the second level."""
    at = next(number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title) + 1
    end = next((number for number in range(at, len(blocks)) if isinstance(blocks[number], Heading)), len(blocks))
    return blocks[at:end]


# --- glossary ---


def test_the_glossary_lists_every_term_once_in_the_order_of_the_alphabet(document, article):
    terms = [block for block in document.page("glossary") if isinstance(block, Heading) and block.level == 2]
    assert len(terms) == len(article.glossary) == 40
    assert [block.text for block in terms] == sorted((term.term for term in article.glossary), key=str.casefold)
    assert all(block.place in Places(article) for block in terms)


def test_the_glossary_says_how_many_terms_it_holds(document):
    assert lines_of(document.page("glossary"))[:2] == ["Glossary", "40 terms in plain words, added by the editors."]


def test_each_letter_leads_to_its_first_term(document, article):
    letters = [run for run in document.page("glossary")[2].runs if run.target]
    first = {}
    for term in sorted(article.glossary, key=lambda term: term.term.casefold()):
        first.setdefault(term.term[0].upper(), term.id)
    assert [(run.text, run.target) for run in letters] == list(first.items())


def test_the_letters_are_on_the_page_and_in_nothing_that_is_taken_from_it(document):
    assert only_leads(document.page("glossary")[2])
    for blocks in (document.place("glossary"), document.whole()):
        assert not [block for block in blocks if only_leads(block)]
    assert document.place("glossary") == tuple(block for block in document.page("glossary") if not only_leads(block))


def test_accents_and_capitals_make_no_difference_to_order_and_letters(raw, article_of):
    raw["glossary"] = [
        {"id": f"glossary/{number}", "term": term, "meaning": "A meaning.", "in_article": False}
        for number, term in enumerate(["zona", "éclampsie", "Œdème", "eau", "Épisiotomie", "ovule"])
    ]
    page = Document(article_of(raw)).page("glossary")
    assert [block.text for block in page if isinstance(block, Heading)][1:] == ["eau", "éclampsie", "Épisiotomie", "Œdème", "ovule", "zona"]
    assert [run.text for run in page[2].runs if run.target] == ["E", "O", "Z"]


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("LLETZ", ["LEEP"]),
        ("cervix SCAN", ["Cervical length", "Funneling", "Transvaginal ultrasound"]),
        ("scan cervix", ["Cervical length", "Funneling", "Transvaginal ultrasound"]),
        ("PRÉTERM", ["Pessary (cervical)", "PPROM", "Preterm birth"]),
        ("ehlers–danlos", ["Ehlers-Danlos syndrome"]),
        ("xylophone", []),
        ("cervix xylophone", []),
    ],
)
def test_of_the_glossary_only_terms_that_hold_every_word_are_shown(document, article, words, terms):
    page = glossary(document, words)
    shown = [block.text for block in page if isinstance(block, Heading)][1:]
    assert shown == terms
    wanted = [term.term for term in article.glossary if all(word in fold(f"{term.term} {term.meaning}") for word in fold(words).split())]
    assert sorted(shown) == sorted(wanted)
    letters = [run.text for block in page[2:3] if isinstance(block, Paragraph) and not block.place for run in block.runs if run.target]
    assert letters == list(dict.fromkeys(term[0] for term in terms))


def test_a_filtered_glossary_says_how_many_terms_were_found(document):
    assert lines_of(glossary(document, "scan cervix"))[1] == "3 terms found"
    assert lines_of(glossary(document, "xylophone")) == ["Glossary", "0 terms found"]
    assert lines_of(glossary(document, "cer-\nclage")) == lines_of(glossary(document, "cerclage"))


def test_a_term_by_itself_has_its_meaning_its_use_and_its_sources(document):
    title, meaning, details = document.place("glossary/bed-rest")
    assert (title.text, title.place) == ("Bed rest", "glossary/bed-rest")
    assert text_of(meaning).endswith("studies have not shown that it helps.")
    assert (text_of(details), details.quiet) == ("Used in the article · Sources: Cochrane 2015, Grobman 2013", True)
    assert [run.target for run in details.runs if run.target] == ["sources/S05", "sources/S06"]


def test_a_term_that_the_article_does_not_use_says_so(document):
    assert lines_of(document.place("glossary/pprom"))[-1] == "Not used in the article"


# --- provenance ---


@pytest.mark.parametrize("point", ["Author", "Peer review", "Sources", "Grade of evidence"])
def test_what_the_source_does_not_state_is_told_as_such(document, point):
    assert f"{point}: not stated by the source" in lines_of(under(document.page("provenance"), "What the source says of itself"))


def test_what_the_source_states_is_quoted(document):
    points = lines_of(under(document.page("provenance"), "What the source says of itself"))
    assert points[-1] == "Updates: stated: “Last updated on 18 October 2025.”"
    assert len(points) == 5


def test_every_point_can_be_stated_or_not(raw, article_of):
    for number, point in enumerate(("author", "peer_review", "sources", "evidence_grade", "updates")):
        raw["provenance"][point] = {"stated": f"Words {number}." if number % 2 else None}
    assert lines_of(under(Document(article_of(raw)).page("provenance"), "What the source says of itself")) == [
        "Author: not stated by the source",
        "Peer review: stated: “Words 1.”",
        "Sources: not stated by the source",
        "Grade of evidence: stated: “Words 3.”",
        "Updates: not stated by the source",
    ]


def test_provenance_says_that_nobody_has_reviewed_the_article(document):
    assert "Not yet reviewed by a clinician" in lines_of(document.page("provenance"))


def test_provenance_tells_whose_the_words_are_and_the_edition(document):
    page = document.page("provenance")
    assert lines_of(page)[:3] == ["Where this comes from", "Reworded by the editors; facts as stated by the source.", "Edition"]
    assert lines_of(under(page, "Edition")) == list(document.edition_lines())


def test_every_contradiction_is_told_with_links_to_the_places_it_is_about(document, article):
    places = Places(article)
    told = [block for block in under(document.page("provenance"), "Where the article contradicts itself") if isinstance(block, Paragraph)][1:]
    assert [block.runs[0].text for block in told] == [f"{name}. " for name in EVERY_CONTRADICTION]
    for block, one in zip(told, article.provenance.inconsistencies, strict=True):
        assert block.place == f"provenance/{one.id}"
        assert one.text in text_of(block)
        links = [run for run in block.runs if run.target]
        assert tuple(run.target for run in links) == one.places
        assert one.places
        assert all(place in places for place in one.places)
        assert [run.text for run in links] == [places[place].title for place in one.places]


def test_under_a_contradiction_stand_the_alerts_of_the_statements_it_is_about(document, article):
    blocks = under(document.page("provenance"), "Where the article contradicts itself")
    alerts = {note.id for note in article.notes if note.alerts}
    notes = {part.id: part.notes for section in article.sections for part in section.passages}
    notes |= {entry.id: entry.notes for entry in article.faq.entries}
    for one in article.provenance.inconsistencies:
        wanted = {name for place in one.places for name in notes.get(place, ()) if name in alerts}
        panels = [block for block in blocks if isinstance(block, Notes) and block.place == f"provenance/{one.id}"]
        assert {note.id for panel in panels for note in panel.notes} == wanted


def test_under_the_contradiction_on_treatment_stand_the_notes_on_rest(document):
    page = document.page("provenance")
    at = next(number for number, block in enumerate(page) if isinstance(block, Paragraph) and block.place == "provenance/I02")
    assert [note.id for note in page[at + 1].notes] == ["EN27", "EN18", "EN19"]


def test_a_contradiction_that_leads_to_no_known_place_is_told_all_the_same(raw):
    raw["provenance"]["inconsistencies"] = [{"id": "I01", "text": "They differ.", "places": ["overview/elsewhere"]}]
    unchecked = msgspec.convert(raw, Article)  # the check of a content file would refuse it
    assert "I01. They differ. overview/elsewhere" in lines_of(Document(unchecked).page("provenance"))


def test_what_was_left_out_and_what_was_corrected_is_told(document, article):
    page = document.page("provenance")
    assert lines_of(under(page, "Left out")) == list(article.provenance.left_out)
    assert lines_of(under(page, "Corrected")) == list(article.provenance.corrected)
    assert any("doubled" in line for line in lines_of(under(page, "Corrected")))


def test_an_article_without_contradictions_has_no_such_heading(tea):
    titles = [block.text for block in Document(tea).page("provenance") if isinstance(block, Heading)]
    assert titles == ["Where this comes from", "Edition", "What the source says of itself"]


# --- about, figures, sources, urgent care ---


def test_the_about_page_tells_the_date_with_its_note(document):
    (panel,) = [block for block in document.page("about") if isinstance(block, Notes)]
    assert ([note.id for note in panel.notes], panel.place) == (["EN33"], "about")
    assert "".join(run.text for run in panel.notes[0].details) == "EN33 · Checked 26 November 2026"


def test_the_about_page_leads_to_provenance_and_says_that_the_program_works_offline(document):
    page = document.page("about")
    assert Paragraph((Run("Where this comes from", target="provenance"),)) in page
    assert "This program works offline. It has no network library and opens no connection." in lines_of(page)


def test_the_page_of_figures_shows_each_under_its_title(document, article):
    page = document.page("figures")
    assert lines_of(page)[:2] == ["Figures", "Drawn by the editors to go with the article; not part of it."]
    shown = [(title.text, drawing.place) for title, drawing in zip(page[2::2], page[3::2], strict=True)]
    assert shown == [(figure.title, figure.id) for figure in article.figures]
    assert all(isinstance(drawing, Drawing) for drawing in page[3::2])


def test_a_figure_by_itself_stands_under_its_title(document, article):
    for figure in article.figures:
        title, drawing = document.place(figure.id)
        assert title == Heading(figure.title, 1, figure.id)
        assert (drawing.place, drawing.title) == (figure.id, figure.title)


def test_a_figure_can_be_numbered_in_another_language(article):
    assert text_of_caption(Document(article, labels=Labels(figure="Abbildung {number}")).page("figures")[3]).startswith("Abbildung 1 · ")


def text_of_caption(drawing: Drawing) -> str:
    return "".join(run.text for run in drawing.caption)


def test_the_page_of_sources_lists_every_source_once(document, article):
    titles = [block.place for block in document.page("sources") if isinstance(block, Heading)]
    assert titles == ["sources", *(f"sources/{source.id}" for source in article.sources)]


def test_the_page_on_calling_for_help_is_the_urgent_box(document):
    (box,) = document.page("urgent-care")
    assert isinstance(box, UrgentBox)
    assert box.level == 1


@pytest.mark.parametrize("page", ["figures", "glossary", "urgent-care"])
def test_a_page_of_nothing_is_no_page(tea, page):
    with pytest.raises(KeyError):
        Document(tea).page(page)


# --- every place ---


def named(blocks):
    notes = {f"notes/{note.id}" for block in blocks if isinstance(block, Notes) for note in block.notes}
    return notes | {getattr(block, "place", "") for block in blocks}


def test_every_address_shows_something_that_bears_its_name(document, article):
    places = Places(article)
    for name in places.ids():
        blocks = document.place(name)
        assert name in named(blocks)
        assert blocks == document.place(name)


def test_every_page_of_an_address_holds_that_address(document, article):
    places = Places(article)
    for name in places.ids():
        assert name in named(document.page(places[name].page))


def test_every_address_of_another_article_can_be_shown(tea):
    document = Document(tea)
    for name in Places(tea).ids():
        assert document.place(name)


def test_every_link_on_every_page_leads_to_a_place(document, article):
    places = Places(article)
    for page in dict.fromkeys(places[name].page for name in places.ids()):
        for block in document.page(page):
            runs = list(getattr(block, "runs", ())) + list(getattr(block, "details", ())) + list(getattr(block, "caption", ()))
            runs += list(block.links) if isinstance(block, Links) else []
            runs += [run for note in block.notes for run in note.details] if isinstance(block, Notes) else []
            assert [run.target for run in runs if run.target and run.target not in places] == []
