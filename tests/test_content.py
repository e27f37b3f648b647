"""The bundled article keeps every fact of its source, at the right place, in its full strength."""

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from app import paths
from app.core import schema
from app.core.check import problems
from app.core.text import sentences

FACTS = Path(__file__).with_name("facts.tsv")

TERMS = (
    "cervical insufficiency",
    "cervical incompetence",
    "preterm birth",
    "second-trimester miscarriage",
    "cone biopsy",
    "LEEP procedure",
    "cervical trauma",
    "difficult delivery",
    "uterine anomalies",
    "unicornuate uterus",
    "diethylstilbestrol (DES)",
    "in utero",
    "Ehlers-Danlos syndrome",
    "pelvic pressure",
    "back pain",
    "abdominal cramping",
    "vaginal bleeding",
    "spotting",
    "vaginal discharge",
    "medical history",
    "physical examination",
    "cervical length",
    "funneling",
    "pelvic exam",
    "dilation",
    "effacement",
    "gestational age",
    "cervical cerclage",
    "sutures or tape",
    "progesterone supplementation",
    "bed rest",
    "pelvic rest",
    "fetal growth",
    "non-stress tests",
    "low birth weight",
    "respiratory distress syndrome",
    "sepsis",
    "placental abruption",
    "postpartum hemorrhage",
    "prenatal care",
    "healthcare provider",
    "painless cervical dilation",
    "congenital conditions",
    "pregnancy loss",
    "12-16 weeks",
    "1-2% of pregnancies",
)
"""Terms of art of the source, which readers search for."""

PLACES = (
    "overview",
    "overview/definition",
    "causes-and-risk-factors",
    "causes-and-risk-factors/unknown-cause",
    "causes-and-risk-factors/prior-surgery",
    "causes-and-risk-factors/obstetric-history",
    "causes-and-risk-factors/cervical-trauma",
    "causes-and-risk-factors/uterine-anomalies",
    "causes-and-risk-factors/des-exposure",
    "causes-and-risk-factors/collagen-disorders",
    "symptoms-and-diagnosis",
    "symptoms-and-diagnosis/symptoms",
    "symptoms-and-diagnosis/pelvic-pressure",
    "symptoms-and-diagnosis/back-pain-cramping",
    "symptoms-and-diagnosis/vaginal-bleeding",
    "symptoms-and-diagnosis/vaginal-discharge",
    "symptoms-and-diagnosis/diagnosis",
    "symptoms-and-diagnosis/medical-history",
    "symptoms-and-diagnosis/ultrasound",
    "symptoms-and-diagnosis/pelvic-exam",
    "treatment-and-management",
    "treatment-and-management/options",
    "treatment-and-management/cerclage",
    "treatment-and-management/progesterone",
    "treatment-and-management/bed-rest",
    "treatment-and-management/monitoring",
    "complications-and-prevention",
    "complications-and-prevention/untreated",
    "complications-and-prevention/newborn",
    "complications-and-prevention/maternal-infection",
    "complications-and-prevention/abruption-hemorrhage",
    "complications-and-prevention/prevention",
    "faq",
    "faq/what-is-it",
    "faq/symptoms",
    "faq/causes",
    "faq/diagnosis",
    "faq/treatment",
    "faq/what-is-cerclage",
    "faq/cerclage-timing",
    "faq/risks",
    "faq/prevention",
    "faq/how-common",
    "disclaimer",
    "about",
)
"""The public addresses, in reading order; they never change once they are published."""

REST = re.compile(r"\brest\b", re.IGNORECASE)


def facts() -> list[dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return json.loads(paths.CONTENT.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def records(data) -> dict[str, dict[str, Any]]:
    """Everything that has a public address, by that address, in reading order."""
    found = []
    for section in data["sections"]:
        found += [section, *section["passages"]]
    found += [data["faq"], *data["faq"]["entries"], data["disclaimer"], data["about"]]
    return {record["id"]: record for record in found}


@pytest.fixture(scope="module")
def texts(records) -> dict[str, str]:
    """The words that a reader finds at each address: a title, a passage, a question with its answer, a page."""
    return {place: words_of(record) for place, record in records.items()}


def words_of(record: dict[str, Any]) -> str:
    if "question" in record:
        return f"{record['question']} {record['answer']}"
    if "title" not in record:
        return record["text"]
    return " ".join([record["title"], *record.get("text", ())])


def test_the_bundled_article_has_no_problem():
    assert [str(problem) for problem in problems(paths.CONTENT.read_bytes())] == []


def test_the_schema_file_is_the_one_that_the_types_describe():
    written = (paths.RESOURCES / "content.schema.json").read_text(encoding="utf-8")
    assert written == schema.as_text(), "write it anew with: python -m app.core.schema"


def test_there_are_134_facts_each_listed_once():
    assert [fact["id"] for fact in facts()] == [f"F{number:03}" for number in range(1, 135)]


def test_every_fact_stands_once_at_its_place(records):
    stated = Counter((name, place) for place, record in records.items() for name in record["facts"])
    assert stated == Counter((fact["id"], fact["place"]) for fact in facts())


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: fact["id"])
def test_the_words_of_a_fact_stand_at_its_place(fact, texts):
    text = texts[fact["place"]].casefold()
    assert [words for words in fact["words"].split("|") if words.casefold() not in text] == []


@pytest.mark.parametrize("term", TERMS)
def test_a_term_of_art_stands_in_the_article(term, texts):
    assert term.casefold() in " ".join(texts.values()).casefold()


def test_the_public_addresses_are_the_45_that_were_published_in_their_order(records):
    assert len(PLACES) == 45
    assert tuple(records) == PLACES


def test_no_address_is_used_twice(data, records):
    parts = sum(len(section["passages"]) for section in data["sections"]) + len(data["faq"]["entries"])
    assert len(records) == len(data["sections"]) + parts + 3


def test_ten_questions_follow_the_heading(data):
    assert len(data["faq"]["entries"]) == 10


def test_the_article_gives_its_date(data):
    assert data["edition"]["updated"] == "2025-10-18"


def test_nobody_is_said_to_have_reviewed_the_article(data):
    assert data["edition"]["reviewed_by"] is None


@pytest.mark.parametrize("who", ["author", "peer_review", "sources", "evidence_grade"])
def test_nothing_is_made_up_where_the_source_is_silent(data, who):
    assert data["provenance"][who] == {"stated": None}


def test_rest_is_never_named_without_the_notes_that_it_is_outdated(records):
    naming = {
        place: set(record["notes"]) for place, record in records.items() if "plain" in record and REST.search(f"{words_of(record)} {record['plain']}")
    }
    assert {place for place, notes in naming.items() if not {"EN18", "EN19"} <= notes} == set()
    assert set(naming) == {"treatment-and-management/bed-rest", "faq/treatment"}


def test_the_answer_on_treatment_says_that_it_is_incomplete(records):
    assert "EN27" in records["faq/treatment"]["notes"]


def test_the_purpose_of_rest_is_said_to_be_unconfirmed(records):
    assert "EN20" in records["treatment-and-management/bed-rest"]["notes"]


@pytest.mark.parametrize("note", ["EN18", "EN19", "EN27"])
def test_a_note_on_rest_is_marked_outdated_dated_and_sourced(data, note):
    found = next(record for record in data["notes"] if record["id"] == note)
    assert "outdated" in found["alerts"]
    assert "outdated" in found["verdict"].lower()
    assert found["checked"]
    assert found["sources"]


def test_the_plain_words_on_rest_point_to_the_note(records):
    assert "note" in records["treatment-and-management/bed-rest"]["plain"]
    assert "note" in records["faq/treatment"]["plain"]


def test_both_halves_of_the_prevalence_stand_in_one_sentence(records):
    answer = records["faq/how-common"]["answer"]
    together = [answer[start:end] for start, end in sentences(answer) if "1-2%" in answer[start:end]]
    assert len(together) == 1
    assert "approximately 1-2% of pregnancies" in together[0]
    assert "the exact prevalence is unclear" in together[0]


def test_the_plain_words_on_prevalence_say_that_the_number_is_not_known(records):
    assert re.search(r"about 1-2%.*\bno one knows\b", records["faq/how-common"]["plain"], re.IGNORECASE)


@pytest.mark.parametrize(
    "clause",
    [
        "not meant to replace professional medical advice, diagnosis or treatment",
        "If you have any question about a medical condition, always ask a physician or another qualified health provider",
        "Never disregard professional medical advice, and never delay seeking it, because of something you have read in this application",
        "We do not guarantee that the information is accurate, current or complete",
        "we accept no legal liability or responsibility for its accuracy, its currency or its completeness",
    ],
)
def test_a_clause_of_the_disclaimer_stands_whole_in_one_paragraph(data, clause):
    assert sum(clause in paragraph for paragraph in data["disclaimer"]["text"]) == 1


def test_the_short_disclaimer_says_that_this_is_no_advice(data):
    assert data["disclaimer"]["short"] == "Information only, not medical advice"


def test_the_about_page_says_whose_the_words_and_the_facts_are(texts):
    assert "reworded by the editors; the facts are the source's" in texts["about"]


def test_the_about_page_says_that_evidence_notes_are_no_part_of_the_article(texts):
    assert "they are not part of the article" in texts["about"]


def test_the_product_of_the_source_is_told_as_information_only(texts):
    assert "none of it is part of this application" in texts["about"]
