"""The bundled article keeps every fact of its source, at the right place, in its full strength."""

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from app.core.advice.fidelity import slips
from app.core.base.text import sentences
from app.core.files import schema
from app.core.files.check import problems
from app.core.files.loader import load
from app.machine import paths

FACTS = Path(__file__).with_name("facts.tsv")
NOTES = Path(__file__).with_name("evidence_notes.tsv")

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


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def facts() -> list[dict[str, str]]:
    return rows(FACTS)


def facts_of(text: str) -> set[str]:
    """The facts that "F002 F004-F006" names."""
    found = set()
    for part in text.split():
        first, _, last = part.partition("-")
        found |= {f"F{number:03}" for number in range(int(first[1:]), int((last or first)[1:]) + 1)}
    return found


def by_id(data: dict[str, Any], group: str) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in data[group]}


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
    assert written == schema.as_text(), "write it again with: python -m app.core.files.schema"


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


# --- evidence notes ---


def test_there_are_33_evidence_notes_in_the_order_of_their_names(data):
    assert [note["id"] for note in data["notes"]] == [f"EN{number:02}" for number in range(1, 34)] == [row["id"] for row in rows(NOTES)]


@pytest.mark.parametrize("row", rows(NOTES), ids=lambda row: row["id"])
def test_a_note_stands_wherever_its_facts_are_stated_and_nowhere_else(records, row):
    wanted = {place for place, record in records.items() if facts_of(row["facts"]) & set(record["facts"])}
    assert wanted
    assert {place for place, record in records.items() if row["id"] in record.get("notes", ())} == wanted


def test_a_note_has_verdict_both_wordings_and_the_day_of_the_check(data):
    for note in data["notes"]:
        assert all(note[name].strip() for name in ("verdict", "text", "plain")), note["id"]
        assert note["checked"] == data["edition"]["checked"] == "2026-11-26", note["id"]


def test_only_the_note_on_the_articles_date_rests_on_no_source(data):
    assert [note["id"] for note in data["notes"] if not note["sources"]] == ["EN33"]
    assert [note["id"] for note in data["notes"] if len(set(note["sources"])) < len(note["sources"])] == []


@pytest.mark.parametrize(
    ("note", "words", "plain"),
    [
        ("EN04", ["10.7%", "5.4%", "under 10 mm", "4.5%", "2.3%", "no link with the amount"], ["10.7%", "under 10 mm", "did not find"]),
        ("EN05", ["Merck", "probably 30% or less"], ["(Merck) says", "probably 30% or less"]),
        ("EN10", ["ACOG says", "losses or preterm births can be a reason"], ["(ACOG) says", "losses or early births can be a reason"]),
        ("EN12", ["more or different discharge", "new back pain", "even without pain"], ["more discharge", "new back pain", "even if nothing hurts"]),
        ("EN16", ["three or more", "SMFM (10-25 mm)", "we have not seen its results"], ["three or more losses", "New studies may change this"]),
        ("EN26", ["Nothing is proved", "selected people"], ["Nothing is proved", "some people"]),
        ("EN28", ["In Britain an emergency stitch can", "12-14 or 13-14"], ["In Britain an emergency stitch may", "12 to 14 or 13 to 14"]),
        ("EN31", ["should not be put off without medical advice", "nothing ties that to the cervix"], ["Do not put off care"]),
    ],
)
def test_what_could_do_harm_is_told_with_its_limits_in_both_wordings(data, note, words, plain):
    found = by_id(data, "notes")[note]
    assert [one for one in words if one not in found["text"]] == []
    assert [one for one in plain if one not in found["plain"]] == []


def test_the_answer_on_prevention_is_followed_first_by_the_note_that_needed_care_must_not_wait(records):
    assert records["faq/prevention"]["notes"][0] == "EN31"


def test_no_plain_text_promises_more_than_its_full_text():
    assert [str(slip) for slip in slips(load(paths.CONTENT).article)] == []


def test_exactly_the_notes_on_safety_and_on_rest_are_alerts(data):
    assert {note["id"]: set(note["alerts"]) for note in data["notes"] if note.get("alerts")} == {
        "EN12": {"safety"},
        "EN18": {"outdated"},
        "EN19": {"outdated"},
        "EN27": {"inconsistent", "outdated"},
    }


def test_notes_with_an_alert_are_named_first_at_every_place(data, records):
    alerts = {note["id"] for note in data["notes"] if note.get("alerts")}
    for place, record in records.items():
        listed = [name in alerts for name in record.get("notes", ())]
        assert listed == sorted(listed, reverse=True), place


def test_every_passage_and_every_answer_has_a_note(records):
    assert [place for place, record in records.items() if "plain" in record and not record["notes"]] == []


def test_no_place_names_a_note_twice(records):
    assert [place for place, record in records.items() if len(set(record.get("notes", ()))) != len(record.get("notes", ()))] == []


# --- sources ---


def test_every_source_is_used_and_every_used_source_is_there(data):
    users = [*data["notes"], *data["glossary"], *data["figures"], data["urgent_care"], *data["urgent_care"]["groups"]]
    bars = [bar["source"] for figure in data["figures"] for bar in figure.get("timeline", {}).get("bars", ()) if bar["source"]]
    assert {name for user in users for name in user.get("sources", ())} | set(bars) == set(by_id(data, "sources"))


def test_every_source_says_how_much_of_it_was_read(data):
    assert [source["id"] for source in data["sources"] if source["read"] not in {"in full", "part", "abstract", "copy", "secondary"}] == []


def test_sources_that_were_not_seen_again_say_so(data):
    assert [source["id"] for source in data["sources"] if source.get("again")] == ["S11", "S20", "S39"]


def test_an_address_is_that_of_one_source(data):
    addresses = [source["address"] for source in data["sources"] if source["address"]]
    assert len(addresses) == len(set(addresses))
    assert all(address.startswith("https://") for address in addresses)


def test_the_short_names_of_sources_tell_them_apart(data):
    names = [source["short"] for source in data["sources"]]
    assert len(names) == len(set(names))


# --- glossary ---


TERM_IDS = (
    "glossary/abdominal-cerclage",
    "glossary/abortion",
    "glossary/bed-rest",
    "glossary/cerclage",
    "glossary/cervical-insufficiency",
    "glossary/cervical-length",
    "glossary/cervix",
    "glossary/chorioamnionitis",
    "glossary/collagen",
    "glossary/cone-biopsy",
    "glossary/congenital",
    "glossary/diethylstilbestrol",
    "glossary/dilation",
    "glossary/effacement",
    "glossary/ehlers-danlos-syndrome",
    "glossary/emergency-cerclage",
    "glossary/funneling",
    "glossary/gestational-age",
    "glossary/in-utero",
    "glossary/internal-os-and-external-os",
    "glossary/leep",
    "glossary/low-birth-weight",
    "glossary/mcdonald-stitch",
    "glossary/membranes",
    "glossary/miscarriage",
    "glossary/non-stress-test",
    "glossary/pelvic-exam",
    "glossary/pelvic-rest",
    "glossary/pessary-cervical",
    "glossary/placental-abruption",
    "glossary/postpartum-hemorrhage",
    "glossary/pprom",
    "glossary/preterm-birth",
    "glossary/prevalence",
    "glossary/progesterone",
    "glossary/respiratory-distress-syndrome",
    "glossary/sepsis",
    "glossary/transvaginal-ultrasound",
    "glossary/trimester",
    "glossary/unicornuate-uterus",
)
"""The public addresses of the terms; they never change once they are published."""


def test_the_glossary_holds_the_40_terms(data):
    assert len(TERM_IDS) == 40
    assert tuple(term["id"] for term in data["glossary"]) == TERM_IDS
    assert all(term["meaning"].strip() for term in data["glossary"])


@pytest.mark.parametrize("name", ["glossary/low-birth-weight", "glossary/trimester"])
def test_a_meaning_without_a_source_for_its_number_gives_none(data, name):
    term = by_id(data, "glossary")[name]
    assert term["in_article"]
    assert not re.search(r"\d", term["meaning"])


# --- figures ---


def test_five_figures_are_there_and_no_decision_flow(data):
    names = [figure["id"] for figure in data["figures"]]
    assert names == [f"figures/{name}" for name in ("anatomy", "funneling", "short-cervix", "stitch", "timeline")]
    words = json.dumps(data["figures"], ensure_ascii=False).lower()
    assert not re.search(r"\bflow|decision", words)


def test_a_figure_follows_a_passage_of_its_own_section(data, records):
    for figure in data["figures"]:
        assert figure["after"] in records
        assert figure["after"].partition("/")[0] in figure["sections"]


@pytest.fixture(scope="module")
def bars(data) -> dict[str, dict[str, Any]]:
    (figure,) = [figure for figure in data["figures"] if "timeline" in figure]
    return {bar["label"]: bar for bar in figure["timeline"]["bars"]}


def test_the_time_line_leaves_out_the_range_of_a_guideline_that_was_replaced(data, bars):
    figure = by_id(data, "figures")["figures/timeline"]
    assert not re.search(r"12\W{1,3}14|Canad|SOGC|S14", json.dumps(figure, ensure_ascii=False))
    assert ("12", "14") not in {(bar["begins"], bar["ends"]) for bar in bars.values()}


def test_the_bar_of_the_emergency_stitch_has_no_beginning(bars):
    assert (bars["Emergency stitch, in Britain"]["begins"], bars["Emergency stitch, in Britain"]["ends"]) == (None, "27+6")
    assert [label for label, bar in bars.items() if bar["begins"] is None] == ["Emergency stitch, in Britain"]
    assert [label for label, bar in bars.items() if bar["ends"] is None] == []


def test_the_bars_of_the_time_line_give_the_weeks_and_whose_they_are(bars):
    assert [(bar["begins"], bar["ends"], bar["source"]) for bar in bars.values()] == [
        ("12", "16", None),
        ("11", "14", "S07"),
        ("16", "24", "S09"),
        ("14", "24", "S07"),
        (None, "27+6", "S07"),
        ("16", "34", "S09"),
        ("36", "37", "S10"),
    ]


def test_the_articles_own_bar_says_that_it_is_the_articles(bars):
    assert [label for label, bar in bars.items() if bar["source"] is None] == ["Stitch, as this article gives it"]


# --- when to call ---


SIGNS = [
    (
        "Call 999, 911 or 112",
        "emergency",
        [
            "Heavy bleeding: it keeps coming, or soaks a pad in an hour or less",
            "Severe pain, or strong pain that does not stop",
            "Fainting, a fit (seizure) or chest pain",
            "Something bulges or comes out of the vagina",
            "The cord can be seen or felt",
            "An urge to push",
        ],
    ),
    (
        "Any ONE sign of sepsis: call 999, 911 or 112",
        "emergency",
        [
            "Confused, or slurred speech",
            "Breathing very fast, or hard to breathe",
            "Heart pounding",
            "Hands or feet cold, clammy and pale",
            "Skin, lips or tongue blue, grey, pale or blotchy (on brown or black skin, look at the palms and soles)",
            "A rash that does not fade under a glass",
            "Very dizzy or faint",
            "Very strong pain in a muscle or a leg",
            "Much less urine than usual, or none for a day",
            "Shivering that will not stop",
            "An infection that gets no better with antibiotics",
            "Feeling that something is badly wrong",
        ],
    ),
    (
        "Call your maternity unit, midwife or doctor now",
        "call",
        [
            "Bleeding or spotting from the vagina",
            "Fluid that gushes or leaks from the vagina",
            "Tightenings or cramps that come and go",
            "Backache that is new or comes and goes, or pains like a period",
            "Belly pain that does not go away",
            "New pressure low down, as if the baby is pushing down",
            "A show: a blob of mucus, with or without blood",
            "More discharge than usual, or it is watery, bloody, coloured or smelly",
            "Fever or chills",
            "Pain or burning when you pee, or peeing much more often",
            "Your baby moves less, stops, or moves in a different way (once you have felt movements). Call too if you have felt none by 24 weeks",
        ],
    ),
    (
        "After a birth, a loss or an abortion, call for these",
        "call",
        ["Bleeding that gets heavier again, or large clots", "Smelly discharge", "Fever or chills", "Belly pain that gets worse"],
    ),
]


def test_the_box_names_all_signs_the_most_urgent_first(data):
    groups = data["urgent_care"]["groups"]
    assert [(group["title"], group["urgency"], [sign["text"] for sign in group["signs"]]) for group in groups] == SIGNS


def test_the_box_says_whom_each_group_is_for(data):
    assert [group.get("who") for group in data["urgent_care"]["groups"]] == [
        None,
        "If you are pregnant, or after a birth, a loss or an abortion:",
        "If you are pregnant:",
        None,
    ]


def test_the_box_does_not_wait_for_pain_or_certainty_or_fever(data):
    assert data["urgent_care"]["text"] == "Any ONE sign is enough, even if nothing hurts or you are not sure."
    assert data["urgent_care"]["groups"][1]["remark"] == "You can have sepsis without a fever."


def test_the_box_says_of_the_weeks_after_only_that_guides_differ(data):
    assert "Guides differ on how long after" in data["urgent_care"]["groups"][3]["remark"]
    assert [
        word for word in ("six weeks", "42 days") if word in json.dumps({**data["urgent_care"], "groups": data["urgent_care"]["groups"][:3]})
    ] == []


def test_the_box_says_what_to_do_without_an_answer_with_a_stitch_and_what_it_leaves_out(data):
    remarks = [remark["text"] for remark in data["urgent_care"]["remarks"]]
    assert [text.split("?")[0].split(".")[0] for text in remarks] == [
        "Cannot get through, or too early for the unit",
        "Have a stitch",
        "Not a full list",
    ]
    assert "Go to an emergency department" in remarks[0]
    assert "go to hospital at once" in remarks[1]
    assert all(words in remarks[2] for words in ("headache", "trouble seeing", "swelling", "under the ribs", "harming yourself"))


def test_the_box_prints_no_telephone_number_but_those_of_emergencies(data):
    def shown(value):
        if isinstance(value, dict):
            return {name: shown(part) for name, part in value.items() if name not in {"sources", "asked", "triggers", "unlike"}}
        return [shown(part) for part in value] if isinstance(value, list) else value

    assert set(re.findall(r"\d+", json.dumps(shown(data["urgent_care"])))) == {"999", "911", "112", "24"}  # and the 24 weeks of movements


def test_every_line_of_the_box_has_words_to_see_at_a_glance(data):
    box = data["urgent_care"]
    lines = [box, *(sign for group in box["groups"] for sign in group["signs"]), *box["remarks"]]
    assert all(line["text"].startswith(line["lead"]) and len(line["lead"]) <= 50 for line in lines)


def test_the_one_line_form_is_short_and_names_both_calls(data):
    short = data["urgent_care"]["short"]
    assert len(short) <= 130
    assert all(words in short for words in ("999, 911 or 112", "maternity unit, midwife or doctor"))


def test_the_box_stands_first_where_symptoms_are_told(data, records):
    assert data["urgent_care"]["first_at"] == ["symptoms-and-diagnosis", "faq/symptoms"]
    assert set(data["urgent_care"]["first_at"]) <= set(records)


# --- contradictions ---


def test_the_twenty_contradictions_lead_to_places_of_the_article(data, records):
    told = data["provenance"]["inconsistencies"]
    assert [one["id"] for one in told] == [f"I{number:02}" for number in range(1, 21)]
    assert {place for one in told for place in one["places"]} <= set(records)
    assert all(one["places"] for one in told)


def test_the_example_for_authors_is_a_good_article(tmp_path):
    text = (Path(__file__).parent.parent / "docs" / "content.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", text, re.DOTALL)
    assert example is not None
    assert problems(example[1].encode(), tmp_path) == ()


def test_the_page_for_authors_names_every_field_that_the_form_has():
    text = (Path(__file__).parent.parent / "docs" / "content.md").read_text(encoding="utf-8")
    parts = schema.schema()["$defs"].values()
    fields = {name for part in parts for name in part["properties"]}
    assert sorted(name for name in fields if not re.search(rf"[\"`]{re.escape(name)}[\"`]", text)) == []


def test_the_documentation_lists_every_field_that_cannot_be_left_out():
    text = (Path(__file__).parent.parent / "docs" / "content.md").read_text(encoding="utf-8")
    table = text.partition("## Fields that cannot be left out")[2].partition("\n\nEverything else")[0]
    listed = [frozenset(re.findall(r"`(\w+)`", line.split("|")[2])) for line in table.splitlines() if line.startswith("|")][2:]
    schema = json.loads((paths.RESOURCES / "content.schema.json").read_text(encoding="utf-8"))
    needed = [frozenset(form["required"]) for form in schema["$defs"].values() if form.get("required")]
    assert sorted(map(sorted, listed)) == sorted(map(sorted, needed))
