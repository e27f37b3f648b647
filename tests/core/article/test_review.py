"""The record of a review: what it covers, what is told once the text has changed, and what is wrong with a record."""

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import msgspec
import pytest

from app.cli.main import main
from app.core.advice.completeness import missing
from app.core.article import review
from app.core.files.check import problems
from app.core.files.loader import load
from app.core.formats.plain_text import to_text
from app.core.handout.handout import Choice, compose, usual_places, written
from app.core.pages.citation import cite, vancouver
from app.core.pages.document import Document
from app.core.teaching.deck import make_slides
from app.core.teaching.lesson import teachable
from app.core.teaching.quiz import make_cards, to_tab_separated
from app.machine import paths

TODAY = dt.date(2026, 11, 26)
NAME, ROLE = "Dr. Mara Made-Up", "invented obstetrician"
UNCHANGED = f"Reviewed by {NAME}, {ROLE}, on 25 November 2026"
CHANGED_ONE = f"{UNCHANGED}, 1 statement changed since"
CHANGED_TWO = f"{UNCHANGED}, 2 statements changed since"


def signed(article):
    return review.make_record(article, NAME, ROLE, dt.date(2026, 11, 25), review.code(article), TODAY)


@pytest.fixture
def reviewed(raw, article_of):
    """The bundled article as data, signed by somebody who does not exist."""
    raw["edition"]["reviewed_by"] = json.loads(msgspec.json.encode(signed(article_of(raw))))
    return raw


def passage(data, place):
    return next(part for section in data["sections"] for part in section["passages"] if part["id"] == place)


def told(data):
    return [str(problem) for problem in problems(json.dumps(data).encode(), today=TODAY)]


# --- what it covers ---


def test_everything_that_makes_a_medical_statement_is_covered_once(article):
    covered = review.parts(article)
    wanted = [part.id for section in article.sections for part in (section, *section.passages)]
    for parts in (article.faq.entries, article.notes, article.glossary, article.figures, (article.urgent_care, article.about, article.disclaimer)):
        wanted += [part.id for part in parts]
    assert sorted(covered) == sorted(wanted)
    assert all(re.fullmatch("[0-9a-f]{8}", digest) for digest in covered.values())


def edit_sign(data):
    data["urgent_care"]["groups"][0]["signs"][1]["text"] += " now"


COVERED = {
    "a statement": (lambda data: data["sections"][0]["passages"][0].update(text="Another."), ["overview/definition"]),
    "plain words": (lambda data: data["sections"][0]["passages"][0].update(plain="Another."), ["overview/definition"]),
    "the notes beside a statement": (lambda data: data["sections"][0]["passages"][0].update(notes=["EN01"]), ["overview/definition"]),
    "a heading": (lambda data: data["sections"][0].update(title="Another"), ["overview"]),
    "an answer": (lambda data: data["faq"]["entries"][0].update(answer="Another."), ["faq/what-is-it"]),
    "a question": (lambda data: data["faq"]["entries"][0].update(question="Another?"), ["faq/what-is-it"]),
    "a note": (lambda data: data["notes"][0].update(text="Another."), ["EN01"]),
    "a note's plain words": (lambda data: data["notes"][0].update(plain="Another."), ["EN01"]),
    "a note's verdict": (lambda data: data["notes"][0].update(verdict="Another"), ["EN01"]),
    "a note's sources": (lambda data: data["notes"][0].update(sources=["S01"]), ["EN01"]),
    "a note that is folded now": (lambda data: data["notes"][17].update(alerts=[]), ["EN18"]),
    "a danger sign": (edit_sign, ["urgent-care"]),
    "a meaning": (lambda data: data["glossary"][0].update(meaning="Another."), ["glossary/abdominal-cerclage"]),
    "a figure's words": (lambda data: data["figures"][0].update(alt="Another."), ["figures/anatomy"]),
    "weeks of a time line": (lambda data: data["figures"][4]["timeline"]["bars"][1].update(ends="15"), ["figures/timeline"]),
    "about": (lambda data: data["about"]["text"].append("Another."), ["about"]),
    "the disclaimer": (lambda data: data["disclaimer"].update(short="Another"), ["disclaimer"]),
}


@pytest.mark.parametrize("edit", COVERED)
def test_a_change_of_what_was_signed_is_noticed_at_its_place(reviewed, article_of, edit):
    change, places = COVERED[edit]
    change(reviewed)
    assert list(review.changed_since(article_of(reviewed))) == places
    assert told(reviewed) == []


NOT_COVERED = {
    "words that are searched": lambda data: data["sections"][0]["passages"][0]["asked"].append("another way to ask"),
    "synonyms": lambda data: data["synonyms"].pop(),
    "triggers": lambda data: data["urgent_care"]["groups"][0]["signs"][0]["triggers"].append("another word"),
    "uses of the words that tell of no sign": lambda data: data["urgent_care"].update(unlike=["blood pressure"]),
    "where the box stands first": lambda data: data["urgent_care"].update(first_at=[]),
    "where a figure stands": lambda data: data["figures"][0].update(sections=[], after=None),
    "forms of a word that are marked": lambda data: data["glossary"][0].update(forms=["another form"]),
    "the numbers of facts": lambda data: data["about"].update(facts=[]),
    "the day a note was checked": lambda data: data["notes"][0].update(checked="2026-11-24"),
    "the sections a question belongs to": lambda data: data["faq"]["entries"][0].update(sections=[]),
    "the order": lambda data: data["sections"][1]["passages"].reverse(),
    "the address of a source": lambda data: data["sources"][0].update(address="https://example.org/new"),
}


@pytest.mark.parametrize("edit", NOT_COVERED)
def test_a_change_of_what_was_not_signed_leaves_the_review_as_it_is(reviewed, article_of, edit):
    NOT_COVERED[edit](reviewed)
    made = article_of(reviewed)
    assert review.changed_since(made) == ()
    assert Document(made).review() == UNCHANGED


def test_what_is_new_and_what_is_gone_have_changed_too(reviewed, article_of):
    moved = reviewed["glossary"].pop()
    reviewed["glossary"].append({**moved, "id": "glossary/new"})
    assert review.changed_since(article_of(reviewed)) == ("glossary/new", moved["id"])


def test_a_field_that_the_form_gets_later_changes_no_digest(article):
    part = msgspec.to_builtins(article.notes[0])
    assert review._signed({**part, "later": None, "more": []}) == review._signed(part)


# --- where it is told ---


def ways(article):
    """Every text of the core that tells of the review, by the way it leaves."""
    document = Document(article, "abcdef0")
    places = Choice(usual_places(article))
    slides = make_slides(document, teachable(article), lambda _: 0.1, TODAY)
    return {
        "about": to_text(document.page("about")),
        "provenance": to_text(document.page("provenance")),
        "imprint": to_text(document.imprint(TODAY)),
        "copies": cite(document),
        "citation": vancouver(document),
        "hand-out": written(compose(document, places, TODAY), ".txt"),
        "hand-out with the page about": written(compose(document, Choice(("about",)), TODAY), ".txt"),
        "first slide": "".join(run.text for row in slides[0].rows for run in row.runs),
        "last slide": "".join(run.text for slide in slides[-3:] for row in slide.rows for run in row.runs),
        "cards": to_tab_separated(make_cards(document), document),
    }


PRINTED = (
    ("show", "overview"),
    ("show", "overview", "--format", "json"),
    ("show", "overview", "--format", "html"),
    ("search", "stitch"),
    ("search", "--json", "stitch"),
    ("show", "provenance"),
)


@pytest.mark.parametrize(("edits", "wanted"), [(0, UNCHANGED), (1, CHANGED_ONE), (2, CHANGED_TWO)])
def test_every_way_out_tells_who_reviewed_it_and_how_much_has_changed(reviewed, article_of, tmp_path, saved, capsys, edits, wanted):
    for note in reviewed["notes"][:edits]:
        note["text"] = "Another."
    found = ways(article_of(reviewed))
    path = str(saved(reviewed))
    for command in PRINTED:
        assert main(["--content", path, *command]) == 0
        found[" ".join(command)] = capsys.readouterr().out
    page, sheet = tmp_path / "edition.html", tmp_path / "sheet.html"
    shutil.copytree(paths.CONTENT.parent / "figures", Path(path).parent / "figures")  # an export without its figures is no whole one
    assert main(["--content", path, "export-html", str(page)]) == 0
    assert main(["--content", path, "review-sheet", str(sheet)]) == 0
    found |= {"edition": page.read_text(encoding="utf-8"), "sheet": sheet.read_text(encoding="utf-8")}
    untold = {way for way, text in found.items() if wanted not in text or re.search(rf"{re.escape(UNCHANGED)}(?!{wanted[len(UNCHANGED) :]})", text)}
    assert untold == set()


def test_where_this_comes_from_lists_what_has_changed_with_links(reviewed, article_of):
    reviewed["notes"][0]["text"] = reviewed["sections"][1]["passages"][0]["text"] = reviewed["faq"]["entries"][1]["plain"] = "Another."
    gone = reviewed["glossary"].pop()["id"]
    blocks = Document(article_of(reviewed)).page("provenance")
    at = next(number for number, block in enumerate(blocks) if getattr(block, "text", "") == "Changed since the review")
    assert [(run.text, run.target) for run in blocks[at + 2].links] == [
        ("Causes and Risk Factors: “Another.”", "causes-and-risk-factors/unknown-cause"),
        ("What are the symptoms of cervical insufficiency?", "faq/symptoms"),
        ("Evidence note EN01", "overview/definition"),
    ]
    assert [run.text for run in blocks[at + 3].runs] == [f"{gone}, which was removed"]
    assert "> Evidence note EN01 [overview/definition]" in to_text(blocks)


def test_nothing_is_listed_while_nothing_has_changed(reviewed, article_of):
    assert "Changed since the review" not in to_text(Document(article_of(reviewed)).page("provenance"))


def test_check_lists_what_has_changed_since_the_review(reviewed, article_of):
    assert not [lack for lack in missing(article_of(reviewed)) if "reviewed" in lack]
    reviewed["notes"][4]["text"] = "Another."
    assert missing(article_of(reviewed))[0] == "edition.reviewed_by: changed since the review: EN05"


# --- what is wrong with a record ---


def changed_parts(record):
    record["parts"][3] = f"{record['parts'][3].split()[0]} 00000000"


WRONG = {
    "digest": (
        lambda record: record.update(digest="0" * 64),
        "digest: does not fit the parts below it: the record was changed after it was made",
    ),
    "part": (changed_parts, "digest: does not fit the parts below it: the record was changed after it was made"),
    "future": (lambda record: record.update(date="2026-11-27"), "date: is in the future: 2026-11-27"),
    "past": (lambda record: record.update(date="2025-10-17"), "date: is before the article's own date, 2025-10-18: 2025-10-17"),
    "no date": (lambda record: record.update(date="soon"), 'date: is not a date such as 2025-10-18: "soon"'),
    "empty name": (lambda record: record.update(name=" "), "name: is empty"),
    "no name": (lambda record: record.pop("name"), "name: is missing and must not be left out"),
    "no role": (lambda record: record.pop("role"), "role: is missing and must not be left out"),
    "no digest": (lambda record: record.pop("digest"), "digest: is missing and must not be left out"),
    "number": (lambda record: record.update(name=3), "name: must be a text, not a whole number"),
    "other field": (lambda record: record.update(colour="red"), "colour: is an unknown field"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_record_is_told_with_its_place_and_counts_for_nothing(reviewed, saved, fault, capsys):
    spoil, wanted = WRONG[fault]
    spoil(reviewed["edition"]["reviewed_by"])
    assert told(reviewed) == [f"edition.reviewed_by.{wanted}; shown as not reviewed"]
    if fault != "future":
        path = saved(reviewed)
        assert main(["check", str(path)]) == 1
        assert f": error: edition, reviewed_by, {wanted}" in capsys.readouterr().out
        article = load(path).article
        assert article.edition.reviewed_by is None
        assert Document(article).review() == "Not yet reviewed by a clinician"


def test_a_date_in_the_future_counts_for_nothing(reviewed, saved):
    reviewed["edition"]["reviewed_by"]["date"] = (dt.date.today() + dt.timedelta(days=2)).isoformat()  # noqa: DTZ011
    assert load(saved(reviewed)).article.edition.reviewed_by is None


def test_parts_that_are_none_are_told(reviewed):
    record = reviewed["edition"]["reviewed_by"]
    record["parts"] = [*record["parts"], "overview", record["parts"][0]]
    record["digest"] = review.digest(record["parts"])
    last = f"edition.reviewed_by.parts[{len(record['parts']) - 2}]"
    assert told(reviewed) == [
        f"{last}: must be the id of a place or note, then eight digits of its text; shown as not reviewed",
        "edition.reviewed_by.parts: urgent-care is there twice; shown as not reviewed",
    ]


@pytest.mark.parametrize("name", ["Dr. A. Example", " "])
def test_a_name_alone_is_no_review_any_more(raw, saved, name):
    raw["edition"]["reviewed_by"] = name
    wanted = "is only a name, which does not count as a review: write null, or the record that the command review-record prints"
    assert told(raw) == [f"edition.reviewed_by: {wanted}; shown as not reviewed"]
    assert load(saved(raw)).article.edition.reviewed_by is None


def test_a_wrong_record_hides_no_other_problem(reviewed, saved):
    del reviewed["edition"]["reviewed_by"]["name"]
    reviewed["title"] = ""
    with pytest.raises(Exception, match="title: is empty"):
        load(saved(reviewed))


# --- making one ---


def record(path, *more):
    return main(["--content", str(path), "review-record", *more])


def test_what_is_printed_goes_into_the_content_file_as_it_is(raw, saved, article, capsys):
    path = saved(raw)
    shutil.copytree(paths.RESOURCES / "figures", path.parent / "figures")
    assert record(path, NAME, ROLE, "2026-11-25", "--sheet", review.code(article).upper()) == 0
    made = capsys.readouterr().out
    text = path.read_text(encoding="utf-8")
    assert text.count('"reviewed_by": null') == 1
    path.write_text(text.replace('"reviewed_by": null', made.strip()), encoding="utf-8")
    assert main(["check", str(path)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"{path}: good\n")
    assert "reviewed" not in printed
    assert Document(load(path).article).review() == UNCHANGED


@pytest.mark.parametrize(
    ("name", "role", "date", "told"),
    [
        (" ", ROLE, "2026-11-25", "name is empty"),
        (NAME, "", "2026-11-25", "role is empty"),
        (NAME, ROLE, "2025-01-01", "date is before the article's own date"),
        (NAME, ROLE, "2999-01-01", "date is in the future"),
        (NAME, ROLE, "25.11.2026", "is not a date such as 2026-11-26"),
    ],
)
def test_no_record_is_made_of_what_cannot_be(raw, saved, article, capsys, name, role, date, told):
    try:
        code = record(saved(raw), name, role, date, "--sheet", review.code(article))
    except SystemExit as end:
        code = end.code
    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert told in printed.err


def test_no_record_is_made_of_a_sheet_of_another_text(raw, saved, article, capsys):
    raw["notes"][0]["text"] = "Another."
    assert record(saved(raw), NAME, ROLE, "2026-11-25", "--sheet", review.code(article)) == 2
    assert "make a new sheet and have it signed" in capsys.readouterr().err


def test_a_clock_that_cannot_be_right_tells_nothing_against_a_review(article, raw):
    record = review.make_record(article, NAME, ROLE, dt.date(2026, 11, 26), review.code(article), dt.date(1970, 1, 1))
    raw["edition"]["reviewed_by"] = json.loads(review.as_json(record).partition(":")[2])
    assert problems(json.dumps(raw).encode(), today=dt.date(1970, 1, 1)) == ()
    raw["edition"]["checked"] = raw["edition"]["updated"]
    assert "is in the future" in str(problems(json.dumps(raw).encode(), today=dt.date(2025, 12, 1))[0])


def test_nor_does_one_before_the_build(reviewed, monkeypatch):
    reviewed["edition"] |= {"updated": "2026-01-01", "checked": "2026-01-01"}
    signed = dt.date.fromisoformat(reviewed["edition"]["reviewed_by"]["date"])
    today = signed - dt.timedelta(days=1)
    assert [where for where, _ in review.record_problems(reviewed, today)] == ["edition.reviewed_by.date"]
    monkeypatch.setattr(review, "built", lambda: signed)
    assert list(review.record_problems(reviewed, today)) == []
