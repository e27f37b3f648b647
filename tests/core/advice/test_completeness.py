"""What a good file lacks to be a complete article is named, and nothing else is."""

import pytest

from app.core.advice.completeness import missing


def test_the_bundled_article_lacks_nothing_but_a_review(article):
    assert missing(article) == ("edition.reviewed_by: nobody has reviewed this edition yet",)


def _without_asked(raw):
    raw["sections"][0]["passages"][0]["asked"] = []


def _without_notes(raw):
    raw["faq"]["entries"][0]["notes"] = []


def _without_sections(raw):
    raw["faq"]["entries"][0]["sections"] = []


def _without_urgent_care(raw):
    raw["urgent_care"] = None


def _without_triggers(raw):
    raw["urgent_care"] = {"id": "urgent-care", "title": "Call", "text": "Call when:", "signs": ["You bleed."], "sources": ["S41"]}


def _with_a_silent_sign(raw):
    raw["urgent_care"]["groups"][1]["signs"][0]["triggers"] = ["muddled"]


def _without_glossary(raw):
    raw["glossary"] = []


def _without_synonyms(raw):
    raw["synonyms"] = []


def _with_a_loose_note(raw):
    raw["about"]["notes"] = []


def _with_a_loose_source(raw):
    raw["sources"].append({**raw["sources"][0], "id": "S99", "short": "Loose"})


def _with_a_source_read_somehow(raw):
    del raw["sources"][0]["read"]
    raw["sources"][0]["read_as"] = "abstract"


def _with_an_alert_without_source(raw):
    next(note for note in raw["notes"] if note["id"] == "EN12")["sources"] = []


def _with_a_figure_of_no_section(raw):
    raw["figures"][0]["sections"] = []


def _with_a_figure_of_no_source(raw):
    raw["figures"][0]["sources"] = []


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        (_without_asked, "overview/definition: there are no words in which people ask for it; asked may be left out"),
        (_without_notes, "faq/what-is-it: no note is beside it; notes may be left out"),
        (_without_sections, "faq/what-is-it: the question belongs to no section; sections may be left out"),
        (_without_urgent_care, "urgent_care: there is no box that says when to call for help; an article may do without"),
        (_without_triggers, "urgent_care.triggers: no search shows the box: it has no words to search for"),
        (_with_a_silent_sign, "urgent_care.groups[1].signs[0].triggers: a search for the sign's own words does not show the box"),
        (_without_glossary, "glossary: there are no terms; the glossary may be left out"),
        (_without_synonyms, "synonyms: there are no other words for the article's own; they may be left out"),
        (_with_a_loose_note, "EN33: no passage uses this note"),
        (_with_a_loose_source, "S99: no note, box, figure or term uses this source"),
        (_with_a_source_read_somehow, "S01: it does not say how much of the source was read; read may be left out"),
        (_with_an_alert_without_source, "EN12: a note that is always open names no source"),
        (_with_a_figure_of_no_section, "figures/anatomy: the figure belongs to no section; the list may be empty"),
        (_with_a_figure_of_no_source, "figures/anatomy: the figure names no source; the list may be empty"),
    ],
)
def test_what_is_taken_away_is_missed(raw, article_of, change, lack):
    change(raw)
    assert lack in missing(article_of(raw))


def test_an_article_without_questions_is_told_so(raw, article_of):
    raw["faq"]["entries"] = []
    raw["provenance"]["inconsistencies"] = []
    raw["urgent_care"]["first_at"] = []
    assert "faq.entries: there are no questions and answers; the list may be empty" in missing(article_of(raw))
