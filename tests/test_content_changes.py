"""The list of what the check of November 2026 changed settles every row once, in words that mean something, and fits the content."""

import json
import re
from pathlib import Path

import pytest

from app.machine import paths

LIST = Path(__file__).parent.parent / "docs" / "content-changes-2026-11.md"

DONE = {"as proposed", "in better words", "right as it was", "careful wording", "left out", "not applied"}

ROWS = {
    "The box": ["UC1", "UC2", "UC3", "UC4", "UC5", "UC5b", "UC6", "UC7", "UC-stitch", "UC-scope", "UC-sources", "UC-order"],
    "Evidence notes": [f"EN{number:02}" for number in range(1, 34)],
    "Sources": ["S22", "S30", "S31", "S45", "S48", "S25", "S55", "S53", "S08", "S29", "S27", "S01", "brief.md", "add"],
    "Figures": ["ruler, band", "ruler, 20 mm", "time line"],
    "Glossary": ["Miscarriage", "Diethylstilbestrol", "Abortion", "Pessary", "Bed rest", "McDonald stitch", "Membranes", "Cone biopsy"],
    "Plain answers": ["faq/prevention", "faq/treatment", "faq/what-is-cerclage", "faq/diagnosis", "faq/causes"],
    "Not verified with the pages at hand": [
        "V-RCOG guideline",
        "V-RCOG leaflet",
        "V-SMFM 65",
        "V-FIGO progestogens",
        "V-March of Dimes",
        "V-FDA notice",
        "V-Berghella and Boelig",
        "V-C-STICH2",
        "V-year of SMFM 50",
        "V-BMJ on abruption",
        "V-NICE cerclage",
        "V-after August 2025",
    ],
    "Not settled between the two readings": [f"N{number}" for number in range(1, 15)],
}

RIGHT = ["EN01", "EN03", "EN06", "EN08", "EN13", "EN14", "EN22", "EN24", "EN27", "EN33"]


def tables() -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for part in LIST.read_text(encoding="utf-8").split("\n## ")[1:]:
        rows = re.findall(r"^\| (.+?) \| (.+?) \| (.*?) ?\|$", part, re.MULTILINE)
        found[part.partition("\n")[0]] = [row for row in rows if row[0] != "row"]
    return found


@pytest.mark.parametrize("part", ROWS)
def test_every_row_is_settled_once_and_none_is_missing(part):
    assert [row for row, _, _ in tables()[part]] == ROWS[part]


def test_no_part_of_the_list_is_without_its_rows():
    assert list(tables()) == list(ROWS)


def test_each_row_says_what_was_done_and_how():
    for rows in tables().values():
        for row, done, how in rows:
            assert done in DONE, row
            assert how or done in {"as proposed", "right as it was"}, row


def test_the_ten_notes_that_were_right_are_told_as_right():
    assert [row for row, done, _ in tables()["Evidence notes"] if done == "right as it was"] == RIGHT


def test_every_source_that_the_list_names_is_in_the_content():
    named = set(re.findall(r"\bS\d\d\b", LIST.read_text(encoding="utf-8")))
    sources = {source["id"] for source in json.loads(paths.CONTENT.read_text(encoding="utf-8"))["sources"]}
    assert named <= sources
    assert {f"S{number}" for number in range(56, 70)} <= named
