"""`check` for people and for other tools."""

import json

import pytest

from app.cli.main import main
from app.machine import paths


@pytest.fixture
def wrong(tmp_path, tea_file):
    path = tmp_path / "a,b:c.json"
    path.write_text(tea_file.read_text(encoding="utf-8").replace('"sections": ["storing"]', '"sections": ["storring"]', 1), encoding="utf-8")
    return path


def test_a_problem_of_meaning_has_line_and_column_and_what_mends_it(wrong, capsys):
    assert main(["check", str(wrong)]) == 1
    first, mend, *_ = capsys.readouterr().out.splitlines()
    where, _, what = first.partition(": error: ")
    assert where.removeprefix(f"{wrong}:").replace(":", "").isdigit()
    assert what == 'faq, entry 2, section 1: leads nowhere: there is no section "storring"'
    assert mend.startswith('    to fix: write "storing"')


def test_json_has_one_object_a_file(wrong, tea_file, capsys):
    assert main(["check", "--format", "json", str(wrong), str(tea_file)]) == 1
    bad, good = map(json.loads, capsys.readouterr().out.splitlines())
    assert (bad["file"], bad["good"], good["good"]) == (str(wrong), False, True)
    assert bad["told"][0]["way"] == "faq.entries[1].sections[0]"
    assert bad["told"][0]["line"] > 0
    assert {one["kind"] for one in good["told"]} == {"advice"}


def test_github_has_a_line_that_marks_a_change(wrong, capsys):
    assert main(["check", "--format", "github", str(wrong)]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("::error file=")
    assert "a%2Cb%3Ac.json,line=" in first
    assert 'there is no section "storring" To fix: ' in first


def test_suggestions_are_given_when_asked_for_and_change_no_exit_code(tea_file, capsys):
    assert main(["check", str(tea_file)]) == 0
    assert "suggestion" not in capsys.readouterr().out
    assert main(["check", "--advice", str(tea_file)]) == 0
    assert ": suggestion: " in capsys.readouterr().out


def test_questions_are_compared_with_those_of_the_library(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(paths, "BUNDLED", ())
    drill = tmp_path / "drill.md"
    drill.write_text("---\nlanguage: en\n---\n# Drill\n\n## Speed\n\nLarge drills turn slowly.\n", encoding="utf-8")
    assert main(["check", "--advice", str(drill)]) == 0
    assert "people ask this of other articles" not in capsys.readouterr().out
    assert main(["pack", str(paths.CONTENT), "--output", str(tmp_path / "other.refpack")]) == 0
    assert main(["check", "--advice", "--library", str(tmp_path), str(drill)]) == 0
    assert "people ask this of other articles" in capsys.readouterr().out


def test_a_new_article_is_begun_and_found_good(tmp_path, capsys):
    assert main(["new", "hand-hygiene", "--folder", str(tmp_path)]) == 0
    made = tmp_path / "hand-hygiene" / "content.json"
    assert capsys.readouterr().out.startswith(f"{made} was made.")
    assert main(["check", str(made)]) == 0
    assert capsys.readouterr().out.startswith(f"{made}: good\n")
    assert main(["new", "hand-hygiene", "--folder", str(tmp_path)]) == 2
    assert "already exists; nothing was changed" in capsys.readouterr().err
