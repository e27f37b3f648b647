"""The program with a console: what it prints, its exit codes, and never a traceback."""

import json
import shutil
from pathlib import Path

import pytest
from wine import Wine, windows_path

from app import __version__
from app.cli.line import parser
from tests.windows.conftest import ANOTHER, ODD_NAME


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (["--version"], 0, __version__),
        (["--help"], 0, "self-check"),
        (["search", "when is the stitch put in"], 0, "12-16 weeks"),
        (["search", "žluťoučký 漢"], 0, "žluťoučký 漢"),
        (["show", "treatment-and-management"], 0, "Treatment and Management"),
        (["check"], 0, ": good"),
        (["show", "faq/nowhere"], 2, "there is no place 'faq/nowhere'"),
        (["check", "no such file.json"], 2, "no such file"),
        (["--nonsense"], 2, "unrecognized arguments"),
    ],
)
def test_it_answers_with_the_exit_code(wine: Wine, console: Path, call: list[str], code: int, words: str) -> None:
    done = wine.run(console, *call)
    assert done.returncode == code
    assert words in (done.stderr if code else done.stdout)
    assert len(done.stderr.splitlines()) == (1 if code else 0)
    assert "Traceback" not in done.stderr


def test_the_answer_of_a_search_can_be_read_by_a_program(wine: Wine, console: Path) -> None:
    answer = json.loads(wine.run(console, "search", "--json", "bed rest").stdout)
    assert answer["results"][0]["notes"]


@pytest.mark.usefixtures("settings")
def test_all_articles_of_a_library_are_searched(wine: Wine, console: Path) -> None:
    added = wine.run(console, "library", "add", windows_path(ANOTHER))
    assert (added.returncode, added.stderr) == (0, "")
    found = wine.run(console, "search", "--all-articles", "Kette")
    assert (found.returncode, found.stderr) == (0, "")
    assert "[fahrrad:" in found.stdout


@pytest.mark.parametrize("kind", ["console", "program", "single"])
def test_the_self_check_is_well(wine: Wine, kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    program, report = request.getfixturevalue(kind), tmp_path / "report é漢.txt"
    done = wine.run(program, "self-check", "--report", windows_path(report))
    assert (done.returncode, done.stderr) == (0, "")
    lines = report.read_text(encoding="utf-8").splitlines()
    assert "system: win32" in lines
    assert "packaged: yes" in lines
    assert "network libraries found: none" in lines
    assert lines[-1] == "result: all is well"


def test_it_works_in_an_odd_folder_that_cannot_be_written(wine: Wine, read_only: Path) -> None:
    with pytest.raises(OSError, match=r"Read-only|Permission"):
        (read_only / "new").write_text("", encoding="utf-8")
    done = wine.run(read_only / "cervical-reference-cli.exe", "self-check")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{ODD_NAME}\\copy\\cervical-reference-cli.exe" in done.stdout
    assert "settings folder: C:\\" in done.stdout


def test_damaged_content_is_one_plain_message(wine: Wine, console: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(console.parent, tmp_path / "copy")
    content = copy / "_internal" / "resources" / "content.json"
    content.write_text(content.read_text(encoding="utf-8").replace('"EN18"', '"EN99"', 1), encoding="utf-8")
    done = wine.run(copy / console.name, "self-check")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "EN99" in done.stderr


def test_a_portable_program_keeps_its_settings_beside_it(wine: Wine, console: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(console.parent, tmp_path / ODD_NAME)
    (copy / "portable").touch()
    assert f"settings folder: {windows_path(copy)}" in wine.run(copy / console.name, "self-check").stdout.splitlines()


@pytest.mark.skipif("handout" not in parser().format_help(), reason="this program cannot make hand-outs yet")
def test_a_hand_out_is_written_as_a_pdf(wine: Wine, console: Path, tmp_path: Path) -> None:
    done = wine.run(console, "handout", "treatment-and-management", "--output", windows_path(tmp_path / "sheet é漢.pdf"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "sheet é漢.pdf").read_bytes().startswith(b"%PDF-")
