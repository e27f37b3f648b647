"""Search in languages other than English: articles without ways of asking, on bicycles and bread, with judged queries."""

import json
from pathlib import Path

import pytest

from app.core.files.loader import load
from app.core.language import lists as lists_module
from app.core.language.english_aspects import HEADED
from app.core.language.language import STEMMERS, Language
from app.core.language.lists import FOLDER, Lists, read_lists
from app.core.search.engine import SearchIndex

ARTICLES = Path(__file__).parents[2] / "articles" / "languages"
LANGUAGES = sorted(path.stem for path in ARTICLES.glob("*.json"))
KEPT = sorted(path.stem for path in FOLDER.glob("*.json"))


def index_of(language: str) -> SearchIndex:
    return SearchIndex(load(ARTICLES / f"{language}.json").article)


def judged(language: str) -> list[dict]:
    return [json.loads(line) for line in (ARTICLES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_find_the_right_passage_first(language):
    index, rows = index_of(language), judged(language)
    assert len(rows) >= 20
    wrong = [row["query"] for row in rows if [hit.place for hit in index.search(row["query"]).hits[:1]] != row["targets"][:1]]
    assert 1 - len(wrong) / len(rows) >= 0.75, wrong


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ("inflar", "infle", "inflan", "inflado", "inflando")),
        ("es", ("costar", "cuesta", "cuestan")),
        ("es", ("presión", "presion")),
        ("fr", ("pétrir", "pétrissez", "pétrissage", "petrir")),
        ("fr", ("moisi", "moisissures")),
        ("de", ("bremsen", "bremst", "gebremst", "Bremse")),
        ("de", ("entlüften", "entlueften", "entlüftet")),
        ("de", ("ölen", "geölt", "Öl")),
        ("ar", ("الخميرة", "والخميرة", "خميره", "للخميرة")),
        ("ar", ("أعجن", "يعجن", "العجن", "عجن")),
    ],
)
def test_forms_of_a_word_are_the_same_word(language, words):
    known = Language(language)
    assert len({known.keys(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("language", "query", "place"),
    [
        ("fr", "qu'est-ce que le levain", "what/starter"),
        ("fr", "l’eau trop chaude", "what/water"),
        ("fr", "ou ranger la pate pendant la pousse", "make/rise"),
        ("es", "por que chirrian los frenos", "problems/squeal"),
        ("es", "¿Cuánto cuestan las zapatas?", "care/money"),
        ("de", "Bremse entlüften", "brake/air"),
        ("de", "was kostet die Durchsicht", "plan/cost"),
        ("ar", "ما هي الخميره", "what/yeast"),
        ("ar", "متى يكون العجين جاهزا", "faq/ready"),
    ],
)
def test_elisions_accents_and_question_words_do_no_harm(language, query, place):
    assert [hit.place for hit in index_of(language).search(query).hits[:1]] == [place]


@pytest.mark.parametrize(
    ("query", "place"), [("Zug der Bremse nachstellen", "brake/cable"), ("Bremskolben", "brake/disc"), ("Bremshebel weich", "brake/air")]
)
def test_words_that_are_written_together_are_found_by_their_halves(query, place):
    assert place in [hit.place for hit in index_of("de").search(query).hits]


def test_a_right_word_is_no_slip_in_a_language_without_a_list_of_words():
    assert index_of("de").search("schaltung einstellen").corrected is None
    assert index_of("es").search("lluvia").corrected is None
    assert index_of("es").search("la palanca esponjosa").corrected is None
    assert index_of("es").search("zaptas").corrected is not None


def test_what_is_asked_decides_in_other_languages_too():
    french = index_of("fr")
    assert not french.search("qui a inventé le levain").is_answered
    assert french.search("combien de sel").hits[0].place == "what/salt"


def test_what_is_not_wanted_is_known_by_language():
    assert [found.start(1) for found in Language("es").without.finditer("frenar sin la palanca")] == [14]
    assert Language("es").without.search("no frena") is None
    assert Language("ja").without.search("without") is None


@pytest.mark.parametrize("language", KEPT)
def test_kept_lists_are_whole(language):
    lists = read_lists(language)
    assert set(lists.headed) == set(HEADED)
    assert {"duration", "amount", "how often", "cost"} <= set(lists.told)
    assert set(lists.evidence) <= set(lists.headed) | set(lists.told)
    assert lists.small
    assert lists.neutral
    assert lists.without
    assert lists.after or lists.before


@pytest.mark.parametrize("path", sorted((FOLDER / "small").glob("*.txt")), ids=lambda path: path.stem)
def test_small_words_are_of_languages_that_are_known(path):
    assert path.stem in {*STEMMERS, "ar"}
    assert len(path.read_text(encoding="utf-8").split()) > 50


def test_nothing_is_read_for_english(monkeypatch):
    monkeypatch.setattr(lists_module, "FOLDER", Path("/nowhere"))
    assert "the" in Language("en").small


def test_a_language_whose_lists_cannot_be_read_is_searched_by_words_alone(monkeypatch, tmp_path):
    (tmp_path / "es.json").write_text("{", encoding="utf-8")
    monkeypatch.setattr(lists_module, "FOLDER", tmp_path)
    assert read_lists("es") == Lists()
    assert [hit.place for hit in index_of("es").search("purgado").hits] == ["care/bleed"]
