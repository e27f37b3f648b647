"""The command that makes an article of a text, as somebody types it."""

from pathlib import Path

import pytest

from app.cli.main import main
from app.core.files.loader import load
from app.machine import paths
from app.machine.exits import DONE, UNREADABLE, WRONG_CONTENT

KETTLE = "# Kettles\n\nUpdated: 1 March 2026\n\n## Use\n\nFill the kettle.\n\n| a | b |\n|---|---|\n| c | d |\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "kettles.md"
    file.write_text(KETTLE, encoding="utf-8")
    return file


def test_one_command_makes_an_article_that_opens_and_says_what_became_of_the_text(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = text.with_name("content.json")
    assert main(["import", str(text), "--output", str(output)]) == DONE
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"{text}: Markdown, “Kettles” (kettles), language en, article of 2026-03-01"
    assert "Not placed (1):" in told
    assert told[-1] == f"written: {output}"
    assert load(output).article.sections[0].passages[0].text == "Fill the kettle."
    assert main(["check", str(output)]) == DONE


def test_a_drawing_that_does_not_lie_beside_the_content_file_is_told(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text.write_text(f"{KETTLE}\n![A kettle](figures/kettle.svg)\n", encoding="utf-8")
    output = text.with_name("content.json")
    assert main(["import", str(text), "--output", str(output)]) == DONE
    assert f"Still to do for {output}: figures[0].file: " in capsys.readouterr().out


def test_an_earlier_edition_keeps_the_ids(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = text.with_name("1.json"), text.with_name("2.json")
    assert main(["import", str(text), "--output", str(first)]) == DONE
    text.write_text(KETTLE.replace("## Use", "## Every day").replace("Fill the kettle.", "Fill the kettle with water."), encoding="utf-8")
    assert main(["import", str(text), "--update", str(first), "--output", str(second)]) == DONE
    assert "  changed: use, use/fill-kettle" in capsys.readouterr().out
    assert main(["import", str(text), "--update", str(text), "--output", str(second)]) == WRONG_CONTENT


def test_an_article_that_could_not_be_opened_is_told_by_the_exit_code(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text.write_text(f"# Kettles\n\n## Glossary\n\n- Kettle: {'long ' * 5000}\n\n## Use\n\nFill it.\n", encoding="utf-8")
    assert main(["import", str(text), "--output", str(text.with_name("content.json"))]) == WRONG_CONTENT
    assert "line 5: is longer than 20,000 characters" in capsys.readouterr().out


@pytest.mark.parametrize(("content", "what"), [(b"%PDF-1.7", "is a PDF"), (b"", "is empty"), (None, "no such file")])
def test_what_cannot_be_used_is_one_line(text: Path, content: bytes | None, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    text.unlink() if content is None else text.write_bytes(content)
    output = text.with_name("content.json")
    assert main(["import", str(text), "--output", str(output)]) == UNREADABLE
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert what in told.err
    assert not output.exists()


def test_nothing_of_the_program_is_written_over(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = paths.CONTENT.read_bytes()
    assert main(["import", str(text), "--output", str(paths.CONTENT)]) == UNREADABLE
    assert main(["import", str(text), "--output", str(text.parent)]) == UNREADABLE
    assert paths.CONTENT.read_bytes() == before
    assert "never overwritten" in capsys.readouterr().err


def test_a_manuscript_is_of_the_whole_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--format", "manuscript"]) == DONE
    assert capsys.readouterr().out.startswith("---\ntitle: ")
    assert main(["show", "glossary", "--format", "manuscript"]) == UNREADABLE
    assert main(["show", "--format", "markdown"]) == DONE
    assert capsys.readouterr().out.startswith("---\ntitle: ")
