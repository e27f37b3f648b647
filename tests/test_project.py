"""The project's own papers keep step with the program."""

import re
import subprocess
from pathlib import Path

import pytest

from app import __version__
from app.ui.commands import TABLE

ROOT = Path(__file__).resolve().parent.parent


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_change_log_begins_with_this_version() -> None:
    headings = re.findall(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == __version__


def test_the_readme_lists_every_key() -> None:
    readme = text("README.md")
    missing = [key for command in TABLE if command is not None for key in command.keys[:1] if f"`{key}`" not in readme]
    assert missing == []


def test_the_readme_begins_with_a_picture_that_exists() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", text("README.md"))
    assert pictures
    assert all((ROOT / picture).exists() for picture in pictures)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_file_names_a_package_registry_or_somebodys_folder() -> None:
    told = re.compile("|".join(["python" + "hosted", "pypi\\." + "org", "npm" + "js\\.", "/" + "root/", "/" + "home/[a-z]+/"]))
    guilty = [
        path.name
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".json", ".yml", ".spec", ".sh", ".txt", ""}
        and path.is_file()
        and told.search(path.read_text("utf-8"))
    ]
    assert guilty == []


def test_the_tests_that_the_conformance_names_exist() -> None:
    named = set(re.findall(r"\btest_\w+(?!\w*\.py)", text("docs/accessibility.md")))
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    files = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    assert {name for name in named if f"def {name}(" not in tests and name not in files} == set()
