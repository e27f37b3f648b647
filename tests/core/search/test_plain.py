"""The search that serves until the index is made."""

import pytest

from app.core.search.engine import SearchIndex
from app.core.search.plain import PlainSearch


@pytest.fixture(scope="module")
def plain(article) -> PlainSearch:
    return PlainSearch(article)


def test_passages_with_all_words_are_found_and_the_words_marked(plain):
    found = plain.search("cervical cerclage")
    assert found.is_plain
    assert found.hits
    assert found.total >= len(found.hits)
    first = found.hits[0]
    text = f"{first.title} {first.snippet}".casefold()
    assert "cervical" in text
    assert "cerclage" in text
    assert {first.snippet[start:end].casefold() for start, end in first.spans} <= {"cervical", "cerclage", "cerclages"}


def test_a_beginning_is_enough_and_small_words_do_not_count(plain):
    assert plain.search("the cercl").hits == plain.search("cercl").hits != ()


@pytest.mark.parametrize("query", ["zzzz", "", "???", "x" * 5000])
def test_it_never_says_that_the_article_does_not_answer(plain, query):
    found = plain.search(query)
    assert found.is_plain
    assert not found.hits
    assert found.missing == found.near == found.headings == ()


def test_danger_signs_are_told_as_by_the_whole_search(article, plain):
    whole = SearchIndex(article)
    for query in ("heavy bleeding", "no bleeding", "my waters broke", "what is preterm labor", "fever"):
        assert plain.search(query).urgent == whole.search(query).urgent


def test_who_asks_for_help_finds_the_box_first_as_in_the_whole_search(article, plain):
    whole = SearchIndex(article)
    for query in ("phone", "emergency number", "who do I call", "doctors", ""):
        kinds = [hit.kind for hit in plain.search(query).hits[:1]]
        assert (kinds == ["urgent"]) == ([hit.kind for hit in whole.search(query).hits[:1]] == ["urgent"]), query
    assert plain.search("phone").hits[0] == whole.search("phone").hits[0]


def test_notes_stay_with_their_passages(article, plain):
    noted = {passage.id: passage.notes for section in article.sections for passage in section.passages if passage.notes}
    for hit in plain.search("cervical", 100).hits:
        if hit.place in noted:
            assert tuple(note.id for note in hit.notes) == noted[hit.place]


def test_another_script_is_searched_too(tea):
    assert PlainSearch(tea).search("چای").is_plain
    assert PlainSearch(tea).search(tea.sections[0].title).hits


def test_the_article_goes_before_notes_and_meanings(plain: PlainSearch) -> None:
    kinds = [hit.kind for hit in plain.search("ehlers").hits]
    assert kinds[0] == "passage"
    assert set(kinds) > {"passage"}
    assert kinds.index(next(kind for kind in kinds if kind != "passage")) == kinds.count("passage")
