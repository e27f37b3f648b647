"""A draft is told with all its errors, advice and suggestions, also while it has errors."""

import datetime as dt
import json

import msgspec
import pytest

from app.core.drafts.asked import asked_of, asking_in
from app.core.drafts.draft import look_at, look_through
from app.core.drafts.helps import FEW, suggested, suggestions
from app.core.drafts.texts import ImportReport, import_file
from app.core.files.leaving import Leaving
from app.core.files.loader import load
from app.core.library.user_library import LibraryFolders
from app.machine import paths


def test_advice_on_notes_that_nothing_uses_is_given_in_spite_of_errors(raw, saved):
    raw["sections"][0]["passages"][0]["notes"] = ["EN999"]
    raw["about"]["notes"] = []
    draft = look_at(saved(raw))
    assert 'leads nowhere: there is no note "EN999"' in [one.what for one in draft.errors]
    assert "EN33: no passage uses this note" in list(map(str, draft.advice))
    del raw["sections"][1]["title"]  # no article at all
    assert "EN33: no passage uses this note" in list(map(str, look_at(saved(raw)).advice))


def test_advice_of_one_kind_is_told_in_one_line_where_it_is_of_many_places(raw, saved):
    for section in raw["sections"]:
        for passage in section["passages"]:
            passage["asked"] = []
    advice = [one for one in look_at(saved(raw)).advice if "there are no words in which" in one.what]
    assert len(advice) == 1
    assert "(also at: " in advice[0].what
    assert advice[0].what.endswith(" more)")


@pytest.mark.parametrize("raw_bytes", [b"", b"[]", b"{", b'{"schema": 2}', b"\xff\xfe", b"[" * 9000, b'{"a":' * 9000])
def test_what_is_no_article_is_told_and_nothing_else(raw_bytes, tmp_path):
    draft = look_through(raw_bytes, tmp_path / "content.json")
    assert draft.errors
    assert (draft.article, draft.loaded, suggestions(draft)) == (None, None, ())


def test_an_article_that_opens_in_spite_of_an_error_can_be_shown(raw, saved):
    raw["urgent_care"]["first_at"] = ["nowhere"]
    draft = look_at(saved(raw))
    assert draft.errors
    assert draft.loaded is not None


# --- suggestions ---


def _what(article, *others):
    return [problem.what for problem in suggested(article, others)]


def test_hard_plain_words_are_suggested_to_be_made_easier(raw, article_of):
    raw["sections"][0]["passages"][0]["plain"] = "Administration of pharmacological interventions necessitates interdisciplinary communication."
    assert any(what.startswith("the plain words need ") for what in _what(article_of(raw)))


def test_a_hedge_that_the_plain_words_lost_is_suggested(raw, article_of):
    passage = raw["sections"][0]["passages"][0]
    passage["text"], passage["plain"] = "Rest may help some women.", "Rest helps women."
    found = [problem for problem in suggested(article_of(raw)) if problem.where == "sections[0].passages[0].plain"]
    assert found


def test_statements_without_a_source_are_suggested_and_counted(raw, article_of):
    for section in raw["sections"]:
        for passage in section["passages"]:
            passage["notes"] = []
    told = [what for what in _what(article_of(raw)) if what.startswith("this statement has no source")]
    assert len(told) == FEW + 1
    assert "more like this" in told[-1]


def test_an_article_without_any_source_is_told_once(raw, article_of):
    for note in raw["notes"]:
        note["sources"] = []
    assert [what for what in _what(article_of(raw)) if "source" in what] == ["no statement has a source, because no note names one"]


def test_questions_of_other_articles_that_nothing_answers_are_suggested_with_a_gap(article, tea_file, raw, saved):
    assert "What causes …?" in asked_of(article).questions
    small = json.loads(tea_file.read_text(encoding="utf-8"))
    small |= {"language": "en", "direction": "ltr", "title": "Tea"}
    tea = load(saved(small)).article
    (line,) = [what for what in _what(tea, asked_of(article)) if what.startswith("people ask")]
    assert "“What causes …?”" in line
    assert not [what for what in _what(tea, asked_of(tea)) if what.startswith("people ask")]  # no article is compared with itself
    raw["id"] = "another"
    assert not [what for what in _what(load(saved(raw)).article, asked_of(article)) if what.startswith("people ask")]


def test_what_is_asked_is_read_from_each_folder_in_the_language_of_the_draft(article, saved, raw, tmp_path):
    raw |= {"id": "another", "title": "Tea"}
    raw["faq"]["entries"][0]["question"] = "Who drinks tea?"
    raw["figures"] = []
    own = tmp_path / "own"
    (own / "tea").mkdir(parents=True)
    saved(raw).rename(own / "tea" / "content.json")
    (own / "broken.refpack").write_bytes(b"")
    bundled, added, away = asking_in(LibraryFolders(paths.BUNDLED, own, (tmp_path / "away",)))
    assert asked_of(article) in bundled("en")
    assert [(asked.id, "Who drinks …?" in asked.questions) for asked in added("en")] == [("another", True)]
    assert bundled("de") == added("de") == away("en") == ()


def test_suggestions_stand_apart_and_change_nothing(article, saved, raw):
    draft = look_at(saved(raw))
    before = msgspec.json.encode(draft.article)
    assert {one.kind for one in suggestions(draft, (asked_of(article),))} <= {"suggestion"}
    assert msgspec.json.encode(draft.article) == before


# --- texts that an article is made of ---

TEXT = """---
title: Tea
language: en
updated: 2026-03-01
---

# Tea

## Brewing

Boil the the water.

| a | b |
|---|---|
| 1 | 2 |

## Questions and answers

### How long does it take?

Four minutes.
"""


def test_a_text_is_told_with_its_own_lines(tmp_path):
    path = tmp_path / "tea.md"
    path.write_text(TEXT, encoding="utf-8")
    draft = look_at(path)
    assert draft.errors == ()
    assert draft.loaded is not None
    assert (draft.loaded.article.title, draft.loaded.path) == ("Tea", path)
    lines = TEXT.split("\n")
    double, plain = [one for one in draft.advice if "a word is written twice" in one.what]
    assert double.line == plain.line
    assert lines[double.line - 1] == "Boil the the water."
    assert double.place.startswith("brewing/")
    tables = [one for one in draft.problems if one.line and lines[one.line - 1].startswith("|")]
    assert tables, "what was not placed is told"
    assert tables[0].place.startswith("brewing/"), "and leads to what stands before it"
    assert tables[0] in draft.messages
    assert not [one for one in draft.messages if "_" in str(one)], "no names of fields"
    assert all(one.line <= len(lines) for one in (*draft.messages, *suggestions(draft)))


def test_a_text_that_no_article_can_be_made_of_is_told(tmp_path):
    path = tmp_path / "empty.md"
    path.write_text("  \n", encoding="utf-8")
    draft = look_at(path)
    assert [one.kind for one in draft.messages] == ["error"]
    assert draft.loaded is None


def test_the_report_on_an_import_begins_with_what_the_text_is_and_not_with_its_name(tmp_path):
    text = tmp_path / "my tea.md"
    text.write_text("# Tea\n\nIt is hot.\n", encoding="utf-8")
    told = import_file(text, tmp_path / "tea.json", Leaving(), dt.date(2026, 11, 27))
    assert isinstance(told, ImportReport)
    assert "Markdown, “Tea” (tea), language en, article of 2026-11-27" in map(str, told.rest)
    assert "this page follows tea.json; to see my tea.md each time you save it, open that file itself" in map(str, told.rest)
    assert told.lost == ()


MISTAKES = {
    "> [!NOTE] outdated: It was two minutes.\n> Checked: soon": True,
    "> [!NOT] outdated: It was two minutes.": True,
    "| a |\n|---|\n| b |": True,
    "![A cup](cup.png)": True,
    "> [!NOTE] outdated: It was two minutes.\n> Sources: Bord\n\n## Sources\n\n- Board: The Board": True,
    "> [!NOTE] outdated: It was two minutes.\n> Sources: Board": False,
    "## Questions\n\n### Why?\n\nFor fun.\n\n> [!SECTIONS] Brewingg": True,
    "## Questions\n\n### Why?\n\n### When?\n\nAt four.": True,
    "## Cups": True,
    "See [the rules](https://example.org/rules).": False,
    "<!-- to do -->": False,
    "See <kbd>this</kbd>.": False,
}


def test_what_a_text_loses_is_a_problem_and_what_it_keeps_is_none(tmp_path):
    path = tmp_path / "tea.md"
    for mistake, is_lost in MISTAKES.items():
        path.write_text(f"---\nlanguage: en\n---\n# Tea\n\nIt is hot.\n\n{mistake}\n", encoding="utf-8")
        draft = look_at(path)
        assert bool(draft.problems) is is_lost, (mistake, draft.problems)
        assert draft.loaded is not None


def test_a_text_that_is_imported_again_over_its_article_keeps_the_ids_of_what_is_reworded(tmp_path):
    text, content = tmp_path / "tea.md", tmp_path / "tea.json"
    today = dt.date(2026, 11, 27)

    def made(words):
        text.write_text(f"# Tea\n\n## Brewing\n\n{words}\n\nPour the water on the leaves.\n", encoding="utf-8")
        told = import_file(text, content, Leaving(), today)
        assert isinstance(told, ImportReport)
        return told, load(content).article

    _, before = made("Boil fresh water in the kettle.")
    told, after = made("Then boil fresh water in the clean kettle.")
    assert [passage.id for passage in after.sections[0].passages] == [passage.id for passage in before.sections[0].passages]
    assert any(str(one).startswith("changed: ") for one in told.rest)
    content.write_bytes(paths.CONTENT.read_bytes())  # another article is replaced, and nothing of it stays
    _, other = made("Boil fresh water in the kettle.")
    assert other == before
