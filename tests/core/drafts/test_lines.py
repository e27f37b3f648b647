"""A problem is told with the line and column where it stands, and its place in words that count from 1."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.drafts.draft import look_through
from app.core.drafts.lines import Message, Spot, json_spots, messages_of
from app.core.files.check import problems
from app.core.files.shape import in_words
from app.machine import paths

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(alphabet='ab"\\:,{} \u00e9', min_size=1), inside, max_size=4),
    max_leaves=20,
)
"""Any data; names of fields have no points and brackets, which would make two ways alike."""


def _ways(value, way=""):
    if isinstance(value, dict):
        for name, part in value.items():
            yield from [(f"{way}.{name}" if way else name, part), *_ways(part, f"{way}.{name}" if way else name)]
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from [(f"{way}[{number}]", part), *_ways(part, f"{way}[{number}]")]


@given(st.dictionaries(st.sampled_from("abcde"), VALUES, max_size=5), st.sampled_from([None, 1, "\t"]), st.booleans())
def test_every_value_stands_where_the_map_says(data, indent, escaped):
    text = json.dumps(data, indent=indent, ensure_ascii=escaped)
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    spots = json_spots(text.encode())
    ways = dict(_ways(data))
    assert set(spots.by_way) == set(ways)
    for way, value in ways.items():
        spot = spots.by_way[way]
        assert json.JSONDecoder().raw_decode(text, starts[spot.line - 1] + spot.column - 1)[0] == value


def test_of_the_bundled_article_every_value_begins_where_the_map_says(raw):
    text = paths.CONTENT.read_text(encoding="utf-8")
    lines = text.split("\n")
    spots = json_spots(text.encode())
    ways = dict(_ways(raw))
    assert set(spots.by_way) == set(ways)
    for way, value in ways.items():
        begins = json.dumps(value, ensure_ascii=False)[:1]
        assert lines[spots.by_way[way].line - 1][spots.by_way[way].column - 1] == begins, way


@given(st.binary(max_size=200) | st.text(alphabet='{}[]",:\\ab1 \n', max_size=200).map(str.encode))
def test_no_bytes_bring_the_map_down(raw):
    json_spots(raw)


def test_what_is_nested_without_end_costs_little():
    begun = time.process_time()
    json_spots(b"[" * 200_000)
    json_spots(b'{"a":' * 100_000)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("sections[2].passages[0].text", "section 3, passage 1, text"),
        ("urgent_care.groups[0].signs[1].triggers", "urgent_care, group 1, sign 2, triggers"),
        ("provenance.inconsistencies[0].places[1]", "provenance, inconsistency 1, place 2"),
        ("glossary[3].in_article", "glossary 4, in_article"),
        ("about.text[0]", "about, text 1"),
        ("brewing/time", "brewing/time"),
        ("the file", "the file"),
    ],
)
def test_a_way_is_told_in_words_that_count_from_1(way, words):
    assert in_words(way) == words


def test_what_is_missing_stands_in_what_it_is_missing_from(tea_file):
    spots = json_spots(tea_file.read_bytes())
    assert spots.of("sections[0].passages[1].plain.nothing") == spots.by_way["sections[0].passages[1].plain"]
    assert spots.of("sections[0].passages[99]") == spots.by_way["sections[0].passages"]
    assert spots.of("nothing") is None
    assert spots.of("line 3, column 9") == Spot(3, 9)
    assert str(Spot(3)) == "line 3"


def _told(tea_file, old: str, new: str) -> tuple[Message, ...]:
    text = tea_file.read_text(encoding="utf-8")
    assert old in text
    return look_through(text.replace(old, new, 1).encode(), tea_file).errors


def test_a_reference_that_leads_nowhere_is_told_with_its_line_and_the_nearest_name(tea_file):
    text = tea_file.read_text(encoding="utf-8")
    (one,) = _told(tea_file, '"sections": ["storing"]', '"sections": ["storring"]')
    line = text[: text.index('"sections": ["storing"]')].count("\n") + 1
    assert (one.line, one.what) == (line, 'leads nowhere: there is no section "storring"')
    assert one.mend.startswith('write "storing", the nearest name; or add a section "storring"')
    assert one.place.startswith("faq/")


def test_of_an_id_that_stands_twice_both_lines_are_told(tea_file):
    text = tea_file.read_text(encoding="utf-8")
    told = _told(tea_file, '"id": "storing/tin"', '"id": "brewing/water"')
    (twice,) = [one for one in told if "already" in one.what]
    first, second = (text[: text.index(words)].count("\n") + 1 for words in ('"id": "brewing/water"', '"id": "storing/tin"'))
    assert twice.line == second
    assert twice.what.endswith(f"is already the id of section 1, passage 1 (line {first})")
    assert twice.mend


def test_a_fault_of_the_form_is_told_with_what_mends_it(tea_file):
    text = tea_file.read_text(encoding="utf-8")
    (one,) = look_through(text.replace('"direction": "rtl",', '"direction": "rtl"', 1).encode(), tea_file).errors
    assert one.line == text[: text.index('"direction"')].count("\n") + 2
    assert one.mend.startswith("put a comma")


def test_the_map_is_made_of_broken_files_too():
    spots = json_spots(b'{"title": "a",\n "sections": [{"id": "b"}, {"id": "c", "passages": [')
    assert (spots.of("sections[1].id"), spots.place_of("sections[1].passages")) == (Spot(2, 35), "c")


def test_names_that_may_be_meant_are_looked_for_a_few_times_only(raw):
    for entry in raw["faq"]["entries"]:
        entry["sections"] = [f"overvieww-{number}" for number in range(40)]
    content = json.dumps(raw).encode()
    told = messages_of("error", problems(content), json_spots(content))
    assert len([one for one in told if one.what.startswith("leads nowhere")]) > 100
    assert sum("nearest name" in one.mend for one in told) <= 20
