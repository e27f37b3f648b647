"""The documents: decisions in files with an index, few and small pictures that are all shown, and references that lead somewhere."""

import datetime as dt
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
DECISIONS = DOCS / "decisions"
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
FILES = sorted(DECISIONS.glob("0*.md"))
LARGEST_PICTURE = 120_000
"""Bytes."""


def written(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def first_date(decision: Path) -> dt.date:
    return dt.date.fromisoformat(written(decision).splitlines()[2].removeprefix("Date: ")[:10])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_decision_has_number_date_and_the_four_headings(path: Path) -> None:
    number = re.fullmatch(r"(\d{4})-[a-z0-9-]+\.md", path.name)
    assert number is not None
    title, blank, date = written(path).splitlines()[:3]
    assert re.fullmatch(rf"# {number[1]}: \S.*", title)
    assert blank == ""
    assert re.fullmatch(r"Date: \d{4}-\d\d-\d\d(, changed \d{4}-\d\d-\d\d)?", date)
    begun, *changed = [dt.date.fromisoformat(day) for day in re.findall(r"\d{4}-\d\d-\d\d", date)]
    assert all(begun < day for day in changed)
    headings, texts = zip(*re.findall(r"^## (.+)\n+((?:(?!## ).*\n?)*)", written(path), re.MULTILINE), strict=True)
    assert headings == ("Context", "Decision", "Consequences", "Rejected")
    assert all(text.strip() for text in texts)


def test_the_index_lists_every_decision_with_its_title_and_date() -> None:
    listed = re.findall(r"^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \| (\S+) \|$", written(DECISIONS / "README.md"), re.MULTILINE)
    there = [(path.name[:4], path.name, written(path).splitlines()[0].removeprefix(f"# {path.name[:4]}: "), str(first_date(path))) for path in FILES]
    assert listed == there
    assert len({number for number, *_ in listed}) == len(listed)


def test_nothing_else_lies_among_the_decisions() -> None:
    assert FILES
    assert sorted(path for path in DECISIONS.iterdir() if path.name != "README.md") == FILES


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_decisions_that_a_document_names_exist(path: Path) -> None:
    text = re.sub(r"```.*?```", "", written(path), flags=re.DOTALL)
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (path.parent / link).exists()] == []
    assert [name for name in re.findall(r"docs/[\w./-]*\w", text) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if path.name != "CHANGELOG.md"], ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_that_a_document_names_exist(path: Path) -> None:
    """In documents `core/…` and `ui/…` are below `app`."""
    named = re.findall(r"`((?:app/|core/|ui/|cli/|machine/|tests/|packaging/|benchmarks/)[\w/]*\w\.py)\b", written(path))
    assert [name for name in named if not (ROOT / name).exists() and not (ROOT / "app" / name).exists()] == []


def test_decisions_that_the_code_names_exist() -> None:
    folders = [ROOT / name for name in ("app", "packaging", "tests", "benchmarks", "docs")]
    named = {name for folder in folders for path in folder.rglob("*.py") for name in re.findall(r"docs/decisions\b[\w./-]*\w", written(path))}
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def shown() -> set[Path]:
    return {(path.parent / name).resolve() for path in DOCUMENTS for name in re.findall(r"!\[[^]]+\]\(([^)]+\.png)\)", written(path))}


def test_every_picture_of_the_documents_is_shown_and_small() -> None:
    there = {path.resolve() for path in DOCS.rglob("*") if path.suffix.lower() in {".png", ".jpg", ".jpeg", ".gif", ".webp"}}
    assert there == shown()
    assert {path.name: path.stat().st_size for path in there if path.stat().st_size > LARGEST_PICTURE} == {}


def make_pictures(*arguments: str) -> str:
    """Run the command that makes the pictures; return what it prints."""
    command = [sys.executable, str(DOCS / "make_pictures.py"), *arguments]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_command_knows_every_picture_of_the_documents() -> None:
    assert {path.stem for path in shown()} <= set(make_pictures("--list").split())


def test_the_command_makes_pictures_of_every_kind(tmp_path: Path) -> None:
    names = {"narrow-light", "handout-dialog-light", "handout-a4-plain-1", "slide-light", "self-test-light"}
    make_pictures("--folder", str(tmp_path), *names)
    assert {path.stem for path in tmp_path.iterdir()} == names
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in tmp_path.iterdir())
