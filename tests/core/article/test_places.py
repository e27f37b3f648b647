import pytest

from app.core.article.places import Address, Place, Places, read_address
from app.core.base.labels import Labels
from app.core.search.engine import SearchIndex


@pytest.fixture(scope="module")
def places(article) -> Places:
    return Places(article)


def test_every_section_passage_question_source_and_page_has_an_address(places, article):
    for section in article.sections:
        assert section.id in places
        assert all(passage.id in places for passage in section.passages)
    assert all(entry.id in places for entry in article.faq.entries)
    assert all(f"sources/{source.id}" in places for source in article.sources)
    assert all(part.id in places for part in (*article.figures, *article.glossary))
    assert all(f"notes/{note.id}" in places for note in article.notes)
    assert {"faq", "urgent-care", "figures", "glossary", "sources", "provenance", "about", "disclaimer"} <= set(places.ids())


def test_addresses_are_given_in_reading_order(places):
    ids = places.ids()
    assert ids[:3] == ("overview", "overview/definition", "causes-and-risk-factors")
    order = ["faq", "faq/what-is-it", "urgent-care", "figures", "figures/anatomy", "glossary", "glossary/cervix", "sources", "provenance", "about"]
    assert [ids.index(name) for name in order] == sorted(ids.index(name) for name in order)
    assert len(ids) == len(set(ids))


def test_the_first_place_is_the_first_section(places):
    assert places.first == "overview"
    assert places.sections[0] == "overview"
    assert len(places.sections) == 5


def test_a_passage_stands_on_the_page_of_its_section(places):
    found = places["treatment-and-management/bed-rest"]
    assert found == Place("treatment-and-management/bed-rest", "treatment-and-management", "Treatment and Management", "Treatment and Management")


def test_a_question_is_called_by_its_words_and_stands_on_the_page_of_questions(places):
    found = places["faq/how-common"]
    assert (found.page, found.title, found.page_title) == ("faq", "How common is cervical insufficiency?", "Questions and answers")


def test_a_source_is_called_by_its_short_name(places):
    found = places["sources/S03"]
    assert (found.page, found.title) == ("sources", "SMFM 50")


def test_a_note_is_called_by_its_id_and_stands_beside_the_first_passage_that_bears_it(places):
    found = places["notes/EN29"]
    assert found == Place("notes/EN29", "faq", "Evidence note EN29", "Questions and answers", "faq/cerclage-timing")
    assert (places["notes/EN18"].page, places["notes/EN18"].beside) == ("treatment-and-management", "treatment-and-management/bed-rest")
    assert (places["notes/EN33"].page, places["notes/EN33"].beside) == ("about", "about")
    assert places["faq/cerclage-timing"].beside == ""


def test_a_note_that_is_found_stands_beside_what_its_place_opens(places, article):
    index = SearchIndex(article)
    found = {hit.place: hit.beside for note in article.notes for hit in index.search(note.text).hits if hit.kind == "note"}
    assert len(found) > len(article.notes) / 2
    assert found == {place: places[place].beside for place in found}


def test_a_term_and_a_figure_are_called_by_their_names_and_stand_on_their_pages(places):
    assert (places["glossary/leep"].page, places["glossary/leep"].title) == ("glossary", "LEEP")
    assert (places["figures/stitch"].page, places["figures/stitch"].title) == ("figures", "Where a stitch sits")


def test_an_article_without_figures_terms_and_urgent_box_has_no_pages_for_them(tea):
    assert {"figures", "glossary", "urgent-care"}.isdisjoint(Places(tea).ids())


def test_the_disclaimer_stands_on_the_page_about_the_article(places):
    assert places["disclaimer"].page == "about"
    assert places["disclaimer"].title == "Medical disclaimer"


def test_the_pages_of_the_program_are_called_as_the_labels_say(article):
    assert Places(article, Labels(sources="Quellen"))["sources"].title == "Quellen"


@pytest.mark.parametrize("name", ["nowhere", "overview/", "OVERVIEW", "", "sources/s03"])
def test_an_address_that_was_never_given_is_not_known(places, name):
    assert name not in places
    with pytest.raises(KeyError):
        places[name]


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("overview/definition", "overview/definition"),
        (" Overview/Definition/ ", "overview/definition"),
        ("sources/S03", "sources/S03"),
        ("notes/EN29", "notes/EN29"),
        ("notes/en29", "notes/EN29"),
        ("treatment-and-management/surgery", "treatment-and-management"),
        ("FAQ/whatever", "faq"),
        ("sources/S99", "sources"),
        ("treatment-and-managment", "treatment-and-management"),
        ("faq-how-common", "faq/how-common"),
        ("", "overview"),
        ("/", "overview"),
        ("zzz", "overview"),
        ("\ud800", "overview"),
        ("x" * 100_000, "overview"),
    ],
)
def test_the_nearest_place_is_the_page_above_or_the_one_spelled_most_alike(places, asked, given):
    assert places.nearest(asked).id == given


def test_another_article_has_its_own_places(tea):
    places = Places(tea)
    assert places.sections == ("brewing", "storing")
    assert places["faq/how-long"].title == "كم يُنقع الشاي الأسود؟"
    assert places.nearest("brewing/sugar").id == "brewing"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("faq/treatment", Address("", "faq/treatment")),
        ("cervical-insufficiency:faq/treatment", Address("cervical-insufficiency", "faq/treatment")),
        (" Using-This-Reference: finding ", Address("using-this-reference", "finding")),
        ("using-this-reference:", Address("using-this-reference", "")),
        (":faq", Address("", "faq")),
        ("", Address("", "")),
        ("a:sources/S01", Address("a", "sources/S01")),
        ("a:b:c", Address("a", "b:c")),
    ],
)
def test_an_address_names_an_article_or_leaves_it_out(text: str, address: Address) -> None:
    assert read_address(text) == address
    assert read_address(str(address)) == address


def test_no_place_of_an_article_is_taken_for_an_address_with_an_article(article) -> None:
    assert [name for name in Places(article).ids() if read_address(name) != Address("", name)] == []
