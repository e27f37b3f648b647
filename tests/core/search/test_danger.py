"""Which searches bring up the line that says when to call."""

import datetime as dt
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.advice.completeness import missing
from app.core.language.language import Language
from app.core.search.danger import DangerWords, is_one_slip
from app.core.search.engine import SearchIndex
from app.core.search.plain import PlainSearch
from app.core.writing.importing import import_article

TABLES = Path(__file__).parents[2] / "judged" / "danger"
LEAST = 0.95
"""The share of each kind that must be right."""


def rows(name: str) -> list[tuple[str, str, str]]:
    """Phrase, what is wanted (yes, no, either) and the kind."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(line.split("\t")) for line in lines]


@pytest.fixture(scope="module")
def index(article):
    return SearchIndex(article)


@pytest.fixture(scope="module")
def danger(article):
    return DangerWords(article.urgent_care, Language(article.language))


@pytest.mark.parametrize("table", ["handed.tsv", "kept.tsv", "own.tsv", "last.tsv"])
@pytest.mark.parametrize("wanted", ["yes", "no"])
def test_a_search_that_tells_of_a_sign_brings_up_the_line_and_no_other_does(danger, table, wanted):
    phrases = [phrase for phrase, want, _ in rows(table) if want == wanted]
    wrong = [phrase for phrase in phrases if danger.tells(phrase) != (wanted == "yes")]
    assert len(wrong) <= (1 - LEAST) * len(phrases), wrong


@pytest.mark.parametrize("group", ["own", "kept", "last", "alone"])
@pytest.mark.parametrize("wanted", ["yes", "no"])
def test_who_asks_when_or_whom_to_call_finds_the_box_first_and_nobody_else_does(index, group, wanted):
    phrases = [phrase for phrase, want, of in rows("calling.tsv") if (want, of) == (wanted, group)]
    wrong = [phrase for phrase in phrases if ([hit.place for hit in index.search(phrase).hits[:1]] == ["urgent-care"]) != (wanted == "yes")]
    assert len(phrases) >= 6
    assert len(wrong) <= (1 - LEAST) * len(phrases), wrong


def test_the_box_is_the_only_result_where_nothing_else_is_named_and_the_first_of_more_where_something_is(index, article):
    alone = index.search("who do I phone")
    assert [(hit.place, hit.kind, hit.title) for hit in alone.hits] == [("urgent-care", "urgent", article.urgent_care.title)]
    assert (alone.total, alone.is_answered, alone.missing, alone.urgent, alone.corrected) == (1, True, (), True, None)
    more = index.search("bleeding at night, who do I phone", 3)
    assert [hit.place for hit in more.hits][:2] == ["urgent-care", "symptoms-and-diagnosis/vaginal-bleeding"]
    assert len(more.hits) == 3
    foreign = index.search("who do I call about my car insurance")
    assert ([hit.kind for hit in foreign.hits][:1], foreign.is_answered, foreign.missing) == (["urgent"], False, ("car", "insurance"))


def test_a_story_that_asks_whether_to_call_is_answered_first_and_the_box_follows(index):
    story = index.search("pressure and more discharge since yesterday and I am 23 weeks along, should I call")
    assert [hit.kind for hit in story.hits][:2] == ["passage", "urgent"]
    pointed = index.search("pressure and more discharge since yesterday and I am 23 weeks along, whom do I call")
    assert pointed.hits[0].kind == "urgent"


def test_the_box_in_short_names_every_group_with_the_number_of_its_signs(index, article):
    shown = index.search("emergency").hits[0].snippet
    assert shown.split("\n") == [
        article.urgent_care.text,
        *(f"{group.title} ({len(group.signs)} signs)" for group in article.urgent_care.told),
    ]


def test_an_article_without_a_box_has_no_such_result(article):
    assert all(hit.kind != "urgent" for hit in SearchIndex(replace(article, urgent_care=None)).search("who do I call").hits)


def test_the_tables_hold_enough_of_both(danger):
    every = [want for table in ("handed.tsv", "kept.tsv") for _, want, _ in rows(table)]
    assert min(every.count("yes"), every.count("no")) >= 120


def test_every_sign_brings_up_the_line_by_its_own_words(article, danger):
    signs = [sign.text for group in article.urgent_care.groups for sign in group.signs]
    assert [text for text in signs if not danger.tells(text)] == []
    assert [lack for lack in missing(article) if "does not show the box" in lack] == []


def test_every_way_of_telling_brings_up_the_line(article, danger):
    """Each with the first of its words that may stand for one another; ways that hold "stopped" or the like deny nothing."""
    ways = [" ".join(part.split("/")[0] for part in way.split()).replace("*", "").replace("#", "3") for way in article.urgent_care.all_triggers]
    silent = [way for way in ways if not danger.tells(way)]
    assert len(silent) <= 0.02 * len(ways), silent


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("bleeding", True),
        ("no bleeding", False),
        ("print a hand-out", False),
        ("the baby's hand is out", True),
        ("no bleeding or cramps", False),
        ("no pain, bleeding or fever", False),
        ("no bleeding but cramps", True),
        ("no bleeding cramps since noon", True),
        ("denies bleeding, cramps and fever", False),
        ("bleeding: none", False),
        ("not sure if it is bleeding", True),
        ("baby not moving", True),
        ("no chest pain", False),
        ("history of bleeding", False),
        ("history of bleeding, leaking now", True),
        ("in my last pregnancy, my waters broke", False),
        ("my waters broke last time and im leaking today", True),
        ("i had a loss last year and im bleeding now", True),
        ("risk of bleeding", False),
        ("bleeding risk", False),
        ("what causes contractions", False),
        ("what is causing my contractions", True),
        ("what causes contractions at 22 weeks", True),
        ("definition of preterm labor", False),
        ("am i in preterm labor", True),
        ("which of the following causes bleeding at 22 weeks", False),
        ("bleeding time", False),
        ("blood pressure", False),
        ("stitch removal", False),
        ("bleeding in the first trimester", True),
        ("blee", True),
        ("ble", False),
        ("bledding", True),
        ("PV bleed 21/40", True),
        ("↓FM", True),
        ("", False),
        ("   ", False),
        ("?!", False),
    ],
)
def test_what_turns_a_sign_round(danger, phrase, told):
    assert danger.tells(phrase) is told


@pytest.mark.parametrize(("typed", "meant", "is_near"), [
    ("bleed", "bleed", True),
    ("bled", "bleed", True),
    ("bleeed", "bleed", True),
    ("blead", "bleed", True),
    ("lbeed", "bleed", True),
    ("blede", "bleed", True),
    ("blood", "bleed", False),
    ("ble", "bleed", False),
    ("", "b", True),
])  # fmt: skip
def test_one_slip(typed, meant, is_near):
    assert is_one_slip(typed, meant) is is_near


def test_an_article_without_a_box_or_in_another_language_has_no_rule_but_its_words(tea):
    assert not DangerWords(None, Language("en")).tells("bleeding")
    assert not SearchIndex(tea).search("bleeding").urgent


def test_the_older_form_is_heard_in_every_form_of_its_words(full, article_of):
    article = article_of(full)
    danger = DangerWords(article.urgent_care, Language("en"))
    assert danger.tells("feverish? fever")
    assert danger.tells("she is hemorrhaging")
    assert not danger.tells("no fever")


@pytest.mark.parametrize(
    ("language", "queries"),
    [
        (
            "en",
            "phone / Telephone! / help / emergency number / SOS / who do I call / whom to phone / when should I ring / When to call?",
        ),
        ("es", "teléfono / Telefono / ayuda / ¡socorro! / número de emergencia / hospital / ¿A quién llamo? / cuándo hay que llamar"),
        ("fr", "téléphone / numéro d’urgence / numéro d'urgence / au secours / hôpital / qui appeler / quand dois-je appeler ?"),
        ("de", "Telefon / Notruf / hilfe / Krankenhaus / ich brauche Hilfe / wen rufe ich an / Wann muss ich anrufen?"),
        ("it", "telefono / aiuto / pronto soccorso / numero di emergenza / chi devo chiamare / quando chiamare"),
        ("nl", "telefoon / hulp / alarmnummer / ziekenhuis / wie bel ik / wanneer moet ik bellen"),
        ("pt-BR", "telefone / socorro / número de emergência / hospital / para quem ligar / quando devo ligar?"),
        ("sv", "telefon / hjälp / akut / nödnummer / vem ringer jag / när ska jag ringa?"),
        ("ar", "هاتف / مساعدة / رقم الطوارئ / المستشفى / متى أتصل / بمن أتصل"),
    ],
)
def test_a_word_for_help_alone_leads_to_the_box_in_every_language_that_has_lists(full, article_of, language, queries):
    full["language"] = language
    danger = DangerWords(article_of(full).urgent_care, Language(language))
    assert [query for query in queries.split(" / ") if not danger.asks(query)] == []
    assert [query for query in ("bicycle", "", "xyz", f"{queries.split(' / ')[0]} bicycle") if danger.asks(query)] == []


def test_the_title_of_the_box_leads_to_it_whatever_its_language_and_marks(full, article_of):
    full["language"], full["urgent_care"]["title"] = "pl", "Kiedy wezwać pomoc / lekarza?"
    danger = DangerWords(article_of(full).urgent_care, Language("pl"))
    assert danger.asks("kiedy wezwac pomoc lekarza")
    assert not danger.asks("kiedy lekarza")


def test_in_a_language_without_rules_stems_are_known_and_nothing_is_turned_round(full, article_of):
    full["language"] = "de"
    full["urgent_care"]["triggers"] = ["Blutung", "Fieber"]
    danger = DangerWords(article_of(full).urgent_care, Language("de"))
    assert danger.tells("starke Blutungen")
    assert danger.tells("kein Fieber")
    assert not danger.tells("Husten")


def test_the_search_tells_of_danger_beside_its_hits(article):
    index = SearchIndex(article)
    assert index.search("bulging membranes i can see").urgent
    assert not index.search("cerclage").urgent


def test_hearing_takes_far_less_than_a_millisecond(danger):
    phrases = [phrase for phrase, _, _ in rows("handed.tsv")]
    for phrase in phrases[:20]:
        danger.tells(phrase)
    start = time.process_time()  # of this process: other work on the machine does not lengthen it
    for phrase in phrases:
        danger.tells(phrase)
    assert (time.process_time() - start) / len(phrases) < 0.001


def test_no_phrase_of_the_tables_is_itself_written_down(article):
    """But for short ones, which are how people say it."""
    ways = set(article.urgent_care.all_triggers)
    assert not [phrase for name in ("handed.tsv", "kept.tsv") for phrase, _, _ in rows(name) if len(phrase.split()) > 3 and phrase in ways]


DRILL = """---
title: The pillar drill
language: en
---
# The pillar drill

Large drills turn slowly. Clamp the work to the table.

## When to call for help

One sign is enough.

### Call the emergency number (emergency)

- **Something in the eye,** or a deep cut

> [!TRIGGERS] eye

### Call the foreman (call)

- The belt smells of burning
"""


def test_what_stands_in_a_line_of_the_box_and_nowhere_else_is_not_told_as_missing():
    article = import_article(DRILL.encode(), "drill.md", dt.date(2026, 11, 27)).article
    whole, plain = SearchIndex(article), PlainSearch(article)
    for query in ("foreman", "deep cut", "belt", "smells of burning", "is it burning"):
        results = whole.search(query)
        assert [hit.kind for hit in results.hits] == ["urgent"], query
        assert (results.is_answered, results.missing, results.near) == (True, (), ()), query
        assert [hit.kind for hit in plain.search(query).hits] == ["urgent"], query
    for query in (
        "clamp",
        "large drill",
        "belt and foreman",
        "deep water",
        "banana",
        "what is a belt",
    ):
        assert "urgent" not in [hit.kind for hit in whole.search(query).hits], query
