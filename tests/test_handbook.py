"""The handbook is true of the program, finds what people ask of it, and costs nothing until somebody opens it."""

import argparse
import datetime as dt
import json
import re
from pathlib import Path

import pytest

from app.cli.line import COMMANDS, parser
from app.cli.main import main
from app.core.advice import fidelity, readability
from app.core.advice.completeness import missing
from app.core.advice.slips import slips_in
from app.core.article.places import HANDBOOK
from app.core.files.check import problems
from app.core.files.loader import load
from app.core.files.policy import Policy
from app.core.pages.document import Document
from app.core.search.engine import SearchIndex
from app.core.teaching.deck import make_slides
from app.core.teaching.lesson import teachable
from app.machine import paths
from app.ui.shell.remembered import mark_of
from app.ui.window.commands import TABLE

JUDGED = Path(__file__).resolve().parent / "articles" / "handbook"
TEXT = paths.HANDBOOK.read_text(encoding="utf-8")
NO_SUCH_ADVICE = ("no note is beside it", "nobody has reviewed this edition yet", "no box that says when to call for help")
"""Advice that a handbook cannot follow: it has no evidence, no reviewer and no danger signs of its own."""


@pytest.fixture(scope="module")
def handbook():
    return load(paths.HANDBOOK).article


@pytest.fixture(scope="module")
def article():
    return load(paths.CONTENT).article


@pytest.fixture(scope="module")
def told(handbook):
    """Everything that it tells its readers."""
    passages = [passage.text for section in handbook.sections for passage in section.passages]
    return "\n".join((*passages, *(f"{entry.question} {entry.answer}" for entry in handbook.faq.entries), *handbook.about.text))


def test_it_is_a_good_article_without_advice_that_could_be_followed(handbook):
    assert handbook.id == HANDBOOK
    assert problems(TEXT.encode(), paths.HANDBOOK.parent) == ()
    advice = [*missing(handbook), *slips_in(TEXT.encode(), handbook)]
    assert [line for line in advice if not any(known in line for known in NO_SUCH_ADVICE)] == []
    assert readability.report(handbook)[1]
    assert fidelity.slips(handbook) == ()


def test_its_disclaimer_is_that_of_the_other_article(handbook, article):
    """Else whoever has accepted the one would be asked again, and where the policy says once, at every start after the handbook."""
    assert mark_of(handbook.disclaimer) == mark_of(article.disclaimer)


def test_every_command_that_it_names_stands_in_the_menus(told):
    menus = {command.menu.replace("&", "") for command in TABLE if command is not None}
    there = {f"{command.menu}, {command.text}".replace("&", "").rstrip("…") for command in TABLE if command is not None}
    named = {name for name in re.findall(r"“(\w+, [^”]+)”", told) if name.partition(",")[0] in menus}
    assert len(named) > 15
    assert named - there == set()


def test_it_names_every_key_of_a_command_and_no_other(told):
    keys = {key for command in TABLE if command is not None for key in command.keys}
    named = set(re.findall(r"“((?:Ctrl|Alt|Shift)\+[^”]+|F\d+)”", told))
    assert named - keys - {"Alt+Up", "Alt+Down"} == set()  # these two move a line of a lesson
    assert {command.keys[0] for command in TABLE if command is not None and command.keys} - named == set()


def test_it_names_every_command_and_option_of_the_command_line_and_no_other(told):
    whole = parser()
    subcommands = next(action for action in whole._actions if isinstance(action, argparse._SubParsersAction))
    options = {name for line in (whole, *subcommands.choices.values()) for action in line._actions for name in action.option_strings}
    assert set(re.findall(r"“(--[\w-]+)”", told)) - options == set()
    assert {"--open", "--search", "--teach", "--content", "--new-window"} <= set(re.findall(r"“(--[\w-]+)”", told))
    assert {name for name in COMMANDS if f"“{name}”" not in told} == set()
    assert set(subcommands.choices) == COMMANDS


def test_it_names_every_field_of_the_policy(told):
    fields = set(Policy.__struct_fields__) & set(re.findall(r"“(\w+)”", told))
    assert fields == {name for name in Policy.__struct_fields__ if name != "schema"}


def test_files_that_it_names_are_there(told):
    assert {name for name in re.findall(r"docs/[\w.-]+\.md", told) if not (paths.RESOURCES.parent / name).is_file()} == set()


def test_the_other_article_lends_it_no_words(handbook, article):
    """What the one is about is no word of the other, in its text or in what it is found by."""
    own = {word for passage in article.sections[0].passages for word in re.findall(r"cervi\w+|pregnan\w+|preterm", passage.text.lower())}
    assert len(own) > 2
    raw = json.loads(TEXT)
    del raw["disclaimer"]
    said = re.sub("cervical.reference", "", json.dumps(raw).lower())  # the program's name, in names of folders
    assert [word for word in own if word in said] == []


@pytest.mark.parametrize(("name", "share"), [("first", 0.95), ("kept", 0.8)])
def test_the_right_passage_is_found_first(handbook, name, share):
    """Nothing was tuned on the kept queries: they have the figure of their first run."""
    index = SearchIndex(handbook)
    rows = [json.loads(line) for line in (JUDGED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    found = [(row, [hit.place for hit in index.search(row["query"], 1).hits]) for row in rows]
    assert len(rows) >= 30
    assert sum(bool(set(places) & set(row["targets"])) for row, places in found) / len(rows) >= share


def test_targets_of_the_judged_queries_exist(handbook):
    places = {passage.id for section in handbook.sections for passage in section.passages} | {entry.id for entry in handbook.faq.entries}
    named = {
        place for file in JUDGED.glob("*.jsonl") for line in file.read_text(encoding="utf-8").splitlines() for place in json.loads(line)["targets"]
    }
    assert named - places - {handbook.about.id} == set()


def test_a_stated_hash_counts_for_articles_of_the_program_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other, own = tmp_path / "content.json", tmp_path / "handbook" / "content.json"
    own.parent.mkdir()
    for content in (other, own):
        content.with_suffix(".sha256").write_text("1a2b\n", encoding="ascii")
    monkeypatch.setattr(paths, "HANDBOOK", own)
    assert (paths.known_good(own), paths.known_good(other)) == ("1a2b", "")


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_hand_outs_of_it_are_made(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / f"sheet.{form}"
    assert main(["--content", str(paths.HANDBOOK), "handout", "teaching", "--output", str(made)]) == 0
    assert "Self-test" in made.read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""


def test_slides_of_it_are_made() -> None:
    loaded = load(paths.HANDBOOK)
    slides = make_slides(Document(loaded.article, loaded.short_digest), teachable(loaded.article), lambda *_: 0.01, dt.date(2026, 11, 27))
    assert {section.id for section in loaded.article.sections} <= {slide.place for slide in slides}
