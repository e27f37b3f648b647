"""The command that prints what changed."""

import html
import json

import pytest

from app.cli.main import main
from app.machine import paths

OLD = str(paths.CONTENT)


@pytest.fixture
def run(capsys):
    def running(*arguments: str) -> tuple[int, str, str]:
        return main(arguments), *capsys.readouterr()

    return running


@pytest.fixture
def new(saved, raw) -> str:
    """A later edition: another date, and another word in an answer."""
    raw["edition"]["updated"] = "2026-12-01"
    raw["faq"]["entries"][0]["answer"] = raw["faq"]["entries"][0]["answer"].replace("too early", "early")
    return str(saved(raw))


def test_equal_editions_say_so_and_are_no_error(run):
    code, printed, complaint = run("diff", OLD, OLD)
    assert (code, complaint) == (0, "")
    assert "\n\nNothing has changed.\n\n-----\n\nInformation only, not medical advice · " in printed
    assert not any(lead in printed for lead in ("Added", "Removed", "Moved", "[-", "{+"))


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_last_line_says_what_the_text_is_and_which_edition(run, loaded, new, form):
    printed = run("diff", OLD, new, "--format", form)[1]
    for words in (loaded.article.disclaimer.short, "Article of 1 December 2026, content ", "Not yet reviewed by a clinician"):
        assert words in html.unescape(printed).rstrip("\n").replace("\n</body>\n</html>", "").splitlines()[-1]


def test_differences_are_printed_and_are_no_error(run, new):
    code, printed, complaint = run("diff", OLD, new)
    assert (code, complaint) == (0, "")
    assert "What is cervical insufficiency? · answer\n" in printed
    assert "Before: It is a condition in which the cervix starts to dilate [-too -]early" in printed
    assert "Before: [-18 October 2025-]\n\nNow: {+1 December 2026+}" in printed


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_every_form_is_printed(run, new, form):
    code, printed, complaint = run("diff", OLD, new, "--format", form)
    assert (code, complaint) == (0, "")
    assert "What changed" in printed


def test_json_gives_both_editions_and_the_pieces(run, loaded, new):
    shown = json.loads(run("diff", OLD, new, "--format", "json")[1])
    assert list(shown) == ["title", "edition", "disclaimer", "blocks"]
    assert shown["title"] == "What changed: Cervical Insufficiency"
    assert shown["edition"][0].startswith("Article of 1 December 2026, content ")
    assert shown["disclaimer"] == loaded.article.disclaimer.short
    editions = shown["blocks"][1]["text"]
    assert editions.startswith("Before: Article of 18 October 2025, content ")
    assert "Now: Article of 1 December 2026, content " in editions
    assert {"text": "too ", "state": "removed"} in next(block["pieces"] for block in shown["blocks"] if "pieces" in block)


def test_another_language_is_printed_from_right_to_left(run, tea_file):
    assert '<html lang="ar" dir="rtl">' in run("diff", str(tea_file), str(tea_file), "--format", "html")[1]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_wrong_file_is_one_line_and_exit_code_1(run, saved, swapped):
    files = [OLD, str(saved(b"{}"))]
    code, printed, complaint = run("diff", *(reversed(files) if swapped else files))
    assert (code, printed, complaint.count("\n")) == (1, "", 1)
    assert files[1] in complaint


@pytest.mark.parametrize("swapped", [False, True])
def test_a_file_that_cannot_be_read_is_one_line_and_exit_code_2(run, tmp_path, swapped):
    files = [OLD, str(tmp_path / "absent.json")]
    code, printed, complaint = run("diff", *(reversed(files) if swapped else files))
    assert (code, printed) == (2, "")
    assert complaint == f"cervical-reference: {files[1]} cannot be read: no such file or directory\n"
