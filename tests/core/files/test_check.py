import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.article.content import PLACE_PATTERN, SIZE_LIMIT, TEXT_LIMIT, Article
from app.core.files.check import problems
from app.core.files.differences import WANTED, differences
from app.core.files.loader import ContentError, load
from app.core.files.shape import Problem, parse, surely
from app.machine import paths

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text() | st.sampled_from(["id", "sections", "notes", "passages"]), inside),
    max_leaves=12,
)


def told(data: object) -> list[str]:
    return [str(problem) for problem in problems(json.dumps(data).encode())]


def put(data: Any, path: str, value: object) -> None:
    """Set one value: "faq.entries.0.id" is data["faq"]["entries"][0]["id"]."""
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in way:
        data = data[step]
    data[last] = value


def test_a_good_file_has_no_problem(raw):
    assert told(raw) == []


def test_a_file_with_every_part_has_no_problem(full):
    assert told(full) == []


def test_an_article_in_another_language_and_script_has_no_problem(tea_file):
    assert problems(tea_file.read_bytes()) == ()


def test_a_byte_order_mark_is_no_problem():
    assert problems(b"\xef\xbb\xbf" + paths.CONTENT.read_bytes()) == ()


def test_a_problem_reads_as_its_place_and_what_is_wrong():
    assert str(Problem("title", "is empty")) == "title: is empty"


# --- no JSON at all ---


@pytest.mark.parametrize("content", [b"", b" \r\n\t"])
def test_an_empty_file_is_told(content):
    assert problems(content) == (Problem("the file", "is empty"),)


def test_a_file_that_breaks_off_is_told_with_line_and_column():
    (problem,) = problems(b'{\n  "schema": 1,\n  "id": "cerv')
    assert problem.where == "line 3, column 9"
    assert problem.what.startswith("is not valid JSON: unterminated string")


def test_the_content_file_cut_off_anywhere_is_one_problem_with_a_line():
    content = paths.CONTENT.read_bytes()
    for end in range(100, len(content) - 10, 997):
        (problem,) = problems(content[:end])
        assert problem.where.startswith("line ")


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"cervix", b"<html></html>", b"\x00" * 10, b"{'schema': 1}", b'{"schema": 1} {}'])
def test_a_file_that_is_not_json_is_told_with_its_line(content):
    (problem,) = problems(content)
    assert problem.where.startswith("line 1, column ")
    assert problem.what.startswith("is not valid JSON: ")


def test_bytes_that_are_not_utf8_are_told_with_their_line():
    assert problems(b'{\n  "schema": 1,\n  "title": "caf\xe9"\n}') == (Problem("line 3", "is not UTF-8 text"),)


def test_a_file_in_utf16_is_told(raw):
    assert problems(json.dumps(raw).encode("utf-16")) == (Problem("line 1", "is not UTF-8 text"),)


def test_a_file_over_the_limit_is_told():
    assert problems(b" " * (SIZE_LIMIT + 1)) == (Problem("the file", "is larger than 20 MB"),)


@pytest.mark.parametrize("content", [b"[" * 100_000 + b"]" * 100_000, b"[" * 100_000, b'{"id":' * 100_000 + b"1" + b"}" * 100_000])
def test_lists_nested_without_end_are_told(content):
    assert problems(content) == (Problem("the file", "is nested too deep to be an article"),)


@pytest.mark.parametrize("depth", [50, 300, 700, 950, 1000, 5000])
@pytest.mark.parametrize("name", ["title", "schema", "sections", "colour"])
def test_a_deep_value_is_a_problem_wherever_it_stands(raw, name, depth):
    raw[name] = "deep"
    assert problems(json.dumps(raw).encode().replace(b'"deep"', b"[" * depth + b"]" * depth))


def test_a_number_without_end_is_told():
    assert problems(b'{"schema": ' + b"1" * 5000 + b"}") == (Problem("the file", "contains a number that is too long"),)


@pytest.mark.parametrize(
    ("content", "found"), [(b"[]", "a list"), (b'"text"', "a text"), (b"1", "a whole number"), (b"null", "null"), (b"true", "true or false")]
)
def test_json_that_is_no_object_is_told(content, found):
    assert problems(content) == (Problem("the file", f"must be an object, not {found}"),)


# --- the form ---


@pytest.mark.parametrize("other", [0, 2, 99, "1", None, [1]])
def test_another_form_is_told_alone(raw, other):
    raw["schema"] = other
    del raw["title"]
    assert told(raw) == [f"schema: the file has format {json.dumps(other)}; this program reads format 1"]


@pytest.mark.parametrize("alike", [True, 1.0])
def test_what_only_equals_the_form_is_told(raw, alike):
    raw["schema"] = alike
    assert told(raw) == [f"schema: must be 1, not {json.dumps(alike)}"]


@pytest.mark.parametrize(
    "path",
    [
        "schema",
        "language",
        "edition",
        "edition.reviewed_by",
        "provenance.author",
        "provenance.author.stated",
        "disclaimer.short",
        "about.text",
        "sections",
        "sections.0.title",
        "sections.0.passages",
        "sections.0.passages.0.plain",
        "faq.entries",
        "faq.entries.0.question",
        "notes.0.checked",
        "sources.0.read_as",
    ],
)
def test_a_missing_field_is_told(raw, path):
    way, _, last = path.rpartition(".")
    record = raw
    for step in filter(None, way.split(".")):
        record = record[int(step) if step.isdigit() else step]
    del record[last]
    place = path.replace(".0", "[0]")
    assert any(problem.startswith(f"{place}: is missing and must not be left out") for problem in told(raw))


@pytest.mark.parametrize("path", ["colour", "edition.colour", "sections.2.colour", "faq.entries.1.colour", "notes.0.colour"])
def test_an_unknown_field_is_told(raw, path):
    put(raw, path, "red")
    place = path.replace(".2", "[2]").replace(".1", "[1]").replace(".0", "[0]")
    assert told(raw) == [f"{place}: is an unknown field"]


def test_a_field_with_an_unprintable_name_is_told_in_plain_characters(raw):
    raw["\ud800é"] = 1
    assert told(raw) == ["\\ud800\\xe9: is an unknown field"]


def test_a_field_that_stands_twice_is_told(raw):
    text = json.dumps(raw).replace('"language": "en"', '"language": "en", "language": "en"', 1)
    assert list(map(str, problems(text.encode()))) == ["language: is there twice"]


def test_a_field_that_stands_twice_deep_inside_is_told(raw):
    text = json.dumps(raw).replace('"kind": "item"', '"kind": "item", "kind": "item", "kind": "item"', 1)
    assert list(map(str, problems(text.encode()))) == ["sections[1].passages[1].kind: is there twice"]


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("title", None, "title: must be a text, not null"),
        ("title", 5, "title: must be a text, not a whole number"),
        ("title", 1.5, "title: must be a text, not a number"),
        ("title", False, "title: must be a text, not true or false"),
        ("title", ["a"], "title: must be a text, not a list"),
        ("title", {}, "title: must be a text, not an object"),
        ("disclaimer.short", {"text": "a"}, "disclaimer.short: must be a text, not an object"),
        ("about", "a", "about: must be an object, not a text"),
        ("about.text", "a", "about.text: must be a list, not a text"),
        ("about.text", [], "about.text: needs at least one entry"),
        ("about.text", ["a", 1], "about.text[1]: must be a text, not a whole number"),
        ("sections.0.passages", [], "sections[0].passages: needs at least one entry"),
        ("sections.0.passages", {}, "sections[0].passages: must be a list, not an object"),
        ("sections.0.passages.0", None, "sections[0].passages[0]: must be an object, not null"),
        ("sections.0.passages.0.facts", "F002", "sections[0].passages[0].facts: must be a list, not a text; this field may be left out"),
        ("sources.0.year", "2014", "sources[0].year: must be a whole number, not a text"),
        ("sources.0.year", 2014.0, "sources[0].year: must be a whole number, not a number"),
        ("sources.0.year", True, "sources[0].year: must be a whole number, not true or false"),
        ("sources.0.year", float("nan"), "sources[0].year: must be a whole number, not a number"),
        ("glossary.0.in_article", "yes", "glossary[0].in_article: must be true or false, not a text"),
        ("glossary.0.in_article", 1, "glossary[0].in_article: must be true or false, not a whole number"),
        ("urgent_care", [], "urgent_care: must be an object, not a list; this field may be left out"),
        ("$schema", None, "$schema: must be a text, not null; this field may be left out"),
    ],
)
def test_a_value_of_the_wrong_type_is_told(full, path, value, problem):
    put(full, path, value)
    assert problem in told(full)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("direction", "up", 'direction: must be one of "ltr", "rtl", not "up"'),
        ("direction", ["ltr"], 'direction: must be one of "ltr", "rtl", not ["ltr"]'),
        ("direction", None, 'direction: must be one of "ltr", "rtl", not null'),
        ("sections.0.passages.0.kind", "table", 'sections[0].passages[0].kind: must be one of "item", "paragraph", not "table"'),
        ("notes.0.alerts", ["loud"], 'notes[0].alerts[0]: must be one of "inconsistent", "outdated", "safety", not "loud"'),
    ],
)
def test_a_word_that_is_not_one_of_the_choices_is_told(raw, path, value, problem):
    put(raw, path, value)
    assert told(raw) == [problem]


def test_a_long_wrong_value_is_told_shortened(raw):
    raw["direction"] = "x" * 1000
    (problem,) = told(raw)
    assert len(problem) < 120
    assert problem.endswith("...")


@pytest.mark.parametrize("text", ["", " ", "\u2003 "])
@pytest.mark.parametrize("path", ["title", "disclaimer.text.0", "sections.0.passages.0.plain", "faq.entries.3.answer", "sources.0.read_as"])
def test_a_blank_text_is_told(raw, path, text):
    put(raw, path, text)
    (problem,) = told(raw)
    assert problem.endswith(": is empty")


def test_a_text_up_to_the_limit_is_good_and_one_beyond_is_told(raw):
    raw["sections"][0]["passages"][0]["text"] = "x" * TEXT_LIMIT
    assert told(raw) == []
    raw["sections"][0]["passages"][0]["text"] += "x"
    assert told(raw) == ["sections[0].passages[0].text: is longer than 20,000 characters"]


@pytest.mark.parametrize("text", ["a\x00b", "bell\x07", "two\nlines", "a\ttab", "a\x7f", "a\x85b", "half \ud83d", "\udc00 half"])
def test_control_characters_and_half_characters_are_told(raw, text):
    raw["about"]["title"] = text
    assert told(raw) == ["about.title: contains a character that cannot be shown, such as a tab, a line break or half a letter"]


def test_a_character_beyond_the_basic_plane_is_good(raw):
    raw["about"]["title"] = "About 🫖"
    assert told(raw) == []


@pytest.mark.parametrize(
    "date",
    ["2025-02-30", "20251018", "2025-W42-6", "2025-13-01", "2025-1-1", "18 October 2025", "2025-10-18 ", "2025-10-18T00:00", "", 20251018, None],
)
@pytest.mark.parametrize("path", ["edition.updated", "edition.checked", "notes.0.checked"])
def test_a_date_that_does_not_exist_or_is_written_otherwise_is_told(raw, path, date):
    put(raw, path, date)
    (problem,) = told(raw)
    assert problem == f"{path.replace('.0', '[0]')}: is not a date such as 2025-10-18: {json.dumps(date)}"


# --- ids and links ---


@pytest.mark.parametrize("name", ["", "Overview", "over view", "-a", "a-", "a--b", "a/", "/a", "a/b/c", "über", "../a"])
def test_an_id_that_makes_no_address_is_told(raw, name):
    raw["id"] = name
    assert told(raw) == [f"id: is not {WANTED[PLACE_PATTERN]}: {json.dumps(name)}"]


def test_an_id_that_ends_with_a_line_is_told(raw):
    raw["id"] = "a\n"
    assert told(raw) == ["id: contains a character that cannot be shown, such as a tab, a line break or half a letter"]


@pytest.mark.parametrize(("path", "name"), [("sections.0.facts", "F1"), ("notes.0.sources", "s01"), ("sections.0.passages.0.notes", "18")])
def test_an_id_of_a_fact_a_note_or_a_source_has_its_form(raw, path, name):
    put(raw, path, [name])
    assert any(re.search(rf"is not (an id|the number of a fact).*: {re.escape(json.dumps(name))}", problem) for problem in told(raw))


def test_an_id_that_stands_twice_is_told_with_both_places(raw):
    raw["sections"][1]["passages"][2]["id"] = raw["sections"][1]["passages"][1]["id"]
    assert told(raw) == [
        'sections[1].passages[2].id: "causes-and-risk-factors/prior-surgery" is already the id of section 2, passage 2',
        'provenance.inconsistencies[12].places[0]: leads nowhere: there is no place "causes-and-risk-factors/obstetric-hi...',
    ]


def test_two_sections_of_one_name_are_told(raw):
    raw["sections"].append(raw["sections"][0])
    assert 'sections[5].id: "overview" is already the id of section 1' in told(raw)


def test_two_notes_of_one_name_are_told(raw):
    raw["notes"].append(raw["notes"][0])
    assert told(raw) == ['notes[33].id: "EN01" is already the id of note 1']


def test_a_passage_whose_id_is_not_under_its_section_is_told(raw):
    raw["sections"][0]["passages"][0]["id"] = "treatment-and-management/definition"
    assert told(raw) == [
        'sections[0].passages[0].id: must begin with "overview/"',
        'provenance.inconsistencies[3].places[0]: leads nowhere: there is no place "overview/definition"',
        'figures[0].after: leads nowhere: there is no passage or question "overview/definition"',
    ]


def test_a_question_whose_id_is_not_under_the_list_is_told(raw):
    raw["faq"]["entries"][0]["id"] = "what-is-it"
    assert told(raw) == [
        'faq.entries[0].id: must begin with "faq/"',
        'provenance.inconsistencies[3].places[1]: leads nowhere: there is no place "faq/what-is-it"',
    ]


@pytest.mark.parametrize("name", ["sources", "figures", "glossary", "provenance", "keys", "changes", "licences"])
def test_the_name_of_a_page_of_the_program_is_told(raw, name):
    raw["about"]["id"] = name
    assert told(raw) == [
        f'about.id: "{name}" is the name of a page of the program',
        'provenance.inconsistencies[16].places[0]: leads nowhere: there is no place "about"',
        'provenance.inconsistencies[18].places[0]: leads nowhere: there is no place "about"',
    ]


@pytest.mark.parametrize(
    ("path", "name", "problem"),
    [
        ("sections.3.passages.3.notes.0", "EN99", 'sections[3].passages[3].notes[0]: leads nowhere: there is no note "EN99"'),
        ("faq.entries.4.notes.2", "S01", 'faq.entries[4].notes[2]: leads nowhere: there is no note "S01"'),
        ("notes.2.sources.1", "S99", 'notes[2].sources[1]: leads nowhere: there is no source "S99"'),
        ("faq.entries.0.sections.0", "nowhere", 'faq.entries[0].sections[0]: leads nowhere: there is no section "nowhere"'),
        (
            "faq.entries.0.sections.0",
            "overview/definition",
            'faq.entries[0].sections[0]: leads nowhere: there is no section "overview/definition"',
        ),
        ("faq.entries.0.sections.0", "about", 'faq.entries[0].sections[0]: leads nowhere: there is no section "about"'),
        ("urgent_care.sources.0", "S99", 'urgent_care.sources[0]: leads nowhere: there is no source "S99"'),
        ("figures.0.sections.0", "nowhere", 'figures[0].sections[0]: leads nowhere: there is no section "nowhere"'),
        ("about.notes.0", "EN99", 'about.notes[0]: leads nowhere: there is no note "EN99"'),
        ("figures.0.sources.0", "EN18", 'figures[0].sources[0]: leads nowhere: there is no source "EN18"'),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(full, path, name, problem):
    put(full, path, name)
    assert told(full) == [problem]


# --- how sources were read ---


def test_a_file_that_tells_it_in_its_own_words_only_stays_good(raw):
    for source in raw["sources"]:
        source.pop("read")
        source.pop("again", None)
        source["read_as"] = "opening of the page"
    assert told(raw) == []


@pytest.mark.parametrize("read", ["all of it", "In full", "", 1])
def test_how_much_was_read_is_one_of_few_words(raw, read):
    raw["sources"][0]["read"] = read
    (problem,) = told(raw)
    assert problem.startswith('sources[0].read: must be one of "abstract", "copy", "in full", "part", "secondary", not ')


@pytest.mark.parametrize("take", [lambda source: source.pop("read"), lambda source: source.update(read=None)])
def test_a_source_that_does_not_say_how_it_was_read_is_told(raw, take):
    take(raw["sources"][0])
    raw["sources"][0]["read_as"] = None
    assert told(raw) == ["sources[0].read_as: is null, and so is read: one of them must say how the source was read"]


# --- all at once ---


def test_every_problem_is_told_at_once_with_its_place(raw):
    del raw["title"]
    raw["direction"] = "up"
    raw["edition"]["updated"] = "2025-02-30"
    raw["sections"][0]["passages"][0]["text"] = "  "
    raw["sections"][1]["passages"][1]["id"] = "elsewhere/prior-surgery"
    raw["faq"]["entries"][0]["colour"] = "red"
    raw["faq"]["entries"][1]["answer"] = "It may may hurt."
    raw["notes"][0]["sources"][0] = "S99"
    raw["sources"][2]["id"] = "S01"
    assert sorted(told(raw)) == sorted(
        [
            "title: is missing and must not be left out",
            'direction: must be one of "ltr", "rtl", not "up"',
            'edition.updated: is not a date such as 2025-10-18: "2025-02-30"',
            "sections[0].passages[0].text: is empty",
            'sections[1].passages[1].id: must begin with "causes-and-risk-factors/"',
            "faq.entries[0].colour: is an unknown field",
            'notes[0].sources[0]: leads nowhere: there is no source "S99"',
            'notes[17].sources[1]: leads nowhere: there is no source "S03"',
            'notes[26].sources[1]: leads nowhere: there is no source "S03"',
            'sources[2].id: "S01" is already the id of source 1',
        ]
    )


def test_problems_of_the_form_are_told_in_reading_order(raw):
    raw["title"] = ""
    raw["sections"][2]["title"] = ""
    raw["faq"]["title"] = ""
    assert told(raw) == ["title: is empty", "sections[2].title: is empty", "faq.title: is empty"]


# --- whatever comes ---


@settings(deadline=None, max_examples=100, database=None)
@given(st.binary())
def test_any_bytes_are_told_and_raise_nothing(content):
    assert problems(content)


@settings(deadline=None, max_examples=60, database=None)
@given(ANY_JSON)
def test_any_json_is_told_and_raises_nothing(data):
    assert told(data)


@settings(deadline=None, max_examples=40, database=None)
@given(st.dictionaries(st.sampled_from(["id", "title", "edition", "sections", "faq", "notes", "sources", "about"]), ANY_JSON))
def test_any_values_in_the_fields_of_an_article_raise_nothing(tea_file, values):
    told({**json.loads(tea_file.read_bytes()), **values})


def every_path(value: Any, path: str = "") -> Iterator[str]:
    if path:
        yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in parts:
        yield from every_path(part, f"{path}.{step}" if path else str(step))


def loading_problems(path: Path) -> tuple[Problem, ...]:
    try:
        load(path)
    except ContentError as error:
        return error.problems
    return ()


@pytest.mark.parametrize("value", [None, 0, "", "xx", [], {}, ["xx"]], ids=json.dumps)
def test_what_has_no_problem_can_be_loaded_whatever_value_is_exchanged(tea_file, saved, value):
    content = tea_file.read_bytes()
    for path in every_path(json.loads(content)):
        data = json.loads(content)
        put(data, path, value)
        found = problems(json.dumps(data).encode())
        assert loading_problems(saved(data)) == tuple(problem for problem in found if not problem.opens), path


# --- what is found good at a glance is good, and the good is found so ---


def glances(data: object) -> tuple[bool, bool]:
    """Return whether a file is found good at a glance, and whether going through it field by field finds nothing."""
    raw = json.dumps(data).encode()
    return surely(raw, Article) is not None, not list(differences(parse(raw)[0], Article))


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        1.0,
        2,
        10**30,
        "",
        " ",
        "\u2003",
        "a\tb",
        "a\x7f",
        "a\x85",
        "half \ud83d",
        "x" * (TEXT_LIMIT + 1),
        "2025-10-18Z",
        "a\n",
        [" "],
        [[]],
        {"": ""},
    ],
    ids=repr,
)
def test_a_glance_takes_nothing_for_good_that_is_not(tea_file, value):
    content = tea_file.read_bytes()
    for path in every_path(json.loads(content)):
        data = json.loads(content)
        put(data, path, value)
        at_a_glance, in_truth = glances(data)
        assert in_truth or not at_a_glance, path


def test_a_glance_finds_good_files_good(raw, full, tea_file):
    for data in (raw, full, json.loads(tea_file.read_bytes())):
        assert glances(data) == (True, True)


@pytest.mark.parametrize("text", ["“the end.”", 'he said "no"', "a\\b", '"', "ratio 1:1.5", 'a ":" b', "“ ”", "NaN"])
def test_marks_within_a_text_are_no_fault(raw, text):
    raw["about"]["text"][0] = text
    assert glances(raw) == (True, True)


def test_a_text_with_an_escaped_colon_hides_no_doubled_field(raw):
    raw["title"] = "a:b"
    text = json.dumps(raw).replace('"a:b"', '"a\\u003ab"').replace('"language": "en"', '"language": "en", "language": "en"', 1)
    assert [problem.where for problem in problems(text.encode())] == ["language"]


@pytest.mark.parametrize("number", ["1e400", "NaN", "-Infinity", "2014.0"])
def test_a_number_that_is_no_whole_one_is_told_beside_other_faults(raw, number):
    raw["sources"][0]["year"] = "the year"
    del raw["title"]
    text = json.dumps(raw).replace('"the year"', number, 1)
    assert [problem.where for problem in problems(text.encode())] == ["title", "sources[0].year"]


def test_a_field_that_may_be_left_out_says_so_and_one_that_may_not_too(raw):
    raw["notes"][0]["alerts"] = "outdated"
    del raw["edition"]["reviewed_by"]
    assert told(raw) == [
        "edition.reviewed_by: is missing and must not be left out; where there is nothing to say, write null",
        "notes[0].alerts: must be a list, not a text; this field may be left out",
    ]


def test_an_unknown_field_that_is_spelled_like_one_names_it(raw):
    raw["sections"][0]["passages"][0]["palin"] = "x"
    assert told(raw) == ["sections[0].passages[0].palin: is an unknown field: did you mean plain?"]


def test_a_week_that_is_none_is_told_in_plain_words(raw):
    raw["figures"][4]["timeline"]["bars"][0]["begins"] = "week 12"
    assert told(raw) == ['figures[4].timeline.bars[0].begins: is not a week such as 27, or 27+6 for 27 weeks and 6 days: "week 12"']


def test_a_great_many_doubled_fields_are_found_at_once():
    fields = ", ".join(f'"f{number % 10_000}": 1' for number in range(20_000))
    began = time.perf_counter()
    problems(f'{{"schema": 1, {fields}}}'.encode())
    assert time.perf_counter() - began < 5


def test_a_language_that_is_no_tag_is_told(raw):
    raw["language"] = "en us!"
    assert [problem.where for problem in problems(json.dumps(raw).encode())] == ["language"]
