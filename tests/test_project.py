"""The project's own papers keep step with the program."""

import re
import shutil
import subprocess
from fnmatch import fnmatch
from pathlib import Path

from app import __version__
from app.cli.line import COMMANDS, WINDOW_OPTIONS
from app.machine import paths
from app.ui.window.commands import TABLE, Id

ROOT = Path(__file__).resolve().parent.parent


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_change_log_begins_with_this_version() -> None:
    headings = re.findall(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == __version__


def test_the_readme_leads_to_the_handbook_which_lists_every_key() -> None:
    """`tests/test_handbook.py` compares the handbook with the program."""
    readme = text("README.md")
    key = next(command.keys[0] for command in TABLE if command is not None and command.id == Id.HANDBOOK)
    assert f"*Help, Handbook* (`{key}`)" in readme
    named = re.findall(r"--content (\S+\.json) show", readme)
    assert [ROOT / name for name in named] == [paths.HANDBOOK]
    handbook = text("resources/handbook/content.json")
    assert [key for command in TABLE if command is not None for key in command.keys[:1] if f"“{key}”" not in handbook] == []


def test_the_readme_lists_every_command_and_option_that_opens_the_window() -> None:
    readme = text("README.md")
    assert [name for name in COMMANDS if not re.search(rf"^\| `{name}[ `]", readme, re.MULTILINE)] == []
    assert [name for name in WINDOW_OPTIONS if f"`--{name.replace('_', '-')}" not in readme] == []


def test_the_readme_begins_with_a_picture_that_exists() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", text("README.md"))
    assert pictures
    assert all((ROOT / picture).exists() for picture in pictures)


def files() -> list[Path]:
    """Return the files that belong to the project: what is in git or, where there is none, what is not ignored."""
    if shutil.which("git") is not None:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
        if listed.returncode == 0:
            return [ROOT / name for name in listed.stdout.split("\0") if name]
    ignored = {".git", *(line.strip("/") for line in text(".gitignore").splitlines())}
    return [path for path in ROOT.rglob("*") if not any(fnmatch(part, name) for part in path.relative_to(ROOT).parts for name in ignored)]


def test_no_file_names_a_package_registry_or_somebodys_folder() -> None:
    told = re.compile("|".join(["python" + "hosted", "pypi\\." + "org", "npm" + "js\\.", "/" + "root/", "/" + "home/[a-z]+/"]))
    guilty = [
        path.name
        for path in files()
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
