import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.machine import exits
from tests.cli.test_command_line import ROOT, assert_one_plain_line, run, without_qt  # noqa: F401 - a fixture

LIMITED = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); from app.cli.main import main; sys.exit(main(sys.argv[1:]))"


def handout(*arguments: str | Path, script: str = "from app.cli.main import main; sys.exit(main(sys.argv[1:]))") -> subprocess.CompletedProcess[str]:
    """Write a hand-out where there is no display."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    command = [sys.executable, "-c", f"import sys; {script}", "handout", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, timeout=60, check=False)


def test_help_names_what_can_be_chosen(run):  # noqa: F811
    code, printed, _ = run("handout", "--help")
    assert code == exits.DONE
    for word in ("PLACE", "--output", "--full", "--large", "--paper", "A4", "Letter", ".pdf"):
        assert word in printed


@pytest.mark.parametrize("form", [".html", ".md", ".txt", ".TXT"])
def test_the_forms_of_text_need_no_qt(tmp_path, form):
    file = tmp_path / f"sheet{form}"
    ended = without_qt("handout", "treatment-and-management", "--output", str(file))
    assert (ended.returncode, ended.stdout, ended.stderr) == (exits.DONE, b"", b"")
    assert "Outdated advice" in file.read_text(encoding="utf-8")


def test_a_pdf_needs_no_display(tmp_path):
    file = tmp_path / "é 漢.pdf"
    ended = handout("overview", "--large", "--paper", "Letter", "--output", file)
    assert (ended.returncode, ended.stdout, ended.stderr) == (exits.DONE, "", "")
    assert file.read_bytes().startswith(b"%PDF-")


def test_without_qt_a_pdf_is_refused_with_what_can_be_had_instead(tmp_path):
    file = tmp_path / "sheet.pdf"
    ended = without_qt("handout", "overview", "--output", str(file))
    assert ended.returncode == exits.NO_WINDOW
    assert_one_plain_line(ended.stderr.decode())
    assert b".html" in ended.stderr
    assert not file.exists()


def test_plain_words_unless_told_otherwise(run, tmp_path):  # noqa: F811
    plain, full = tmp_path / "plain.txt", tmp_path / "full.txt"
    assert run("handout", "overview/definition", "--output", str(plain)) == (exits.DONE, "", "")
    assert run("handout", "overview/definition", "--full", "--output", str(full)) == (exits.DONE, "", "")
    assert "is a health problem in pregnancy" in plain.read_text(encoding="utf-8")
    assert "is a medical condition" in full.read_text(encoding="utf-8")


def test_all_sections_with_their_figures_for_patients_unless_told_otherwise(run, tmp_path):  # noqa: F811
    file = tmp_path / "sheet.md"
    assert run("handout", "--output", str(file))[0] == exits.DONE
    text = file.read_text(encoding="utf-8")
    assert len(re.findall("^## ", text, re.MULTILINE)) == 5
    assert "Where a stitch sits" in text
    assert "How long is short" not in text


def test_another_article_is_taken(run, tmp_path, tea_file):  # noqa: F811
    file = tmp_path / "sheet.html"
    assert run("--content", str(tea_file), "handout", "--output", str(file))[0] == exits.DONE
    assert 'lang="ar" dir="rtl"' in file.read_text(encoding="utf-8")


# --- what cannot be ---


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nowhere", "--output", "{}/x.txt"], "there is no place 'nowhere'"),
        (["overview", "", "--output", "{}/x.txt"], "there is no place ''"),
        (["--output", "{}/x.doc"], "must end with one of .pdf, .html, .md, .txt"),
        (["--output", "{}/x"], "must end with one of"),
        (["--output", "{}"], "must end with one of"),
        (["--output", "{}/none/x.md"], "cannot be written: No such file or directory"),
        (["--output", "{}/folder.txt"], "is a folder"),
        (["--output", "/proc/x.txt"], "cannot be written"),
        (["--output", "{}/x.txt", "--paper", "A3"], "invalid choice"),
        ([], "--output"),
    ],
)
def test_what_cannot_be_is_one_plain_line(run, tmp_path, arguments, reason):  # noqa: F811
    (tmp_path / "folder.txt").mkdir()
    code, printed, complaint = run("handout", *(argument.replace("{}", str(tmp_path)) for argument in arguments))
    assert (code, printed) == (exits.UNREADABLE, "")
    assert_one_plain_line(complaint)
    assert reason in complaint
    assert list(tmp_path.iterdir()) == [tmp_path / "folder.txt"]


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_a_full_disk_leaves_the_old_file(tmp_path, form):
    file = tmp_path / f"sheet.{form}"
    file.write_text("old")
    ended = handout("overview", "--output", file, script=LIMITED)
    assert ended.returncode == exits.UNREADABLE
    assert_one_plain_line(ended.stderr)
    assert "File too large" in ended.stderr
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_name_that_exists_is_replaced(run, tmp_path):  # noqa: F811
    file = tmp_path / "sheet.txt"
    file.write_text("old")
    assert run("handout", "overview", "--output", str(file))[0] == exits.DONE
    assert "Cervical Insufficiency" in file.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [file]
