import pytest

from app.cli.reading import load_or_fall_back
from app.cli.start import content_and_lesson, what_to_teach
from app.core.files.loader import ContentError, UnreadableError
from app.core.teaching.lesson import write_lesson
from app.machine import paths


def test_the_bundled_article_needs_no_notice(loaded):
    assert load_or_fall_back(None) == (loaded, "")


def test_the_article_that_was_asked_for_needs_no_notice(tea, tea_file):
    shown, notice = load_or_fall_back(tea_file)
    assert shown.article == tea
    assert notice == ""


def test_damaged_content_gives_way_to_the_bundled_article_with_its_problem(saved, raw, loaded):
    raw["sections"][0]["title"] = ""
    path = saved(raw)
    shown, notice = load_or_fall_back(path)
    assert shown == loaded
    assert notice.startswith("The file that you asked for cannot be used, so the article that comes with the program is shown.")
    assert notice.endswith(f" {path}: sections[0].title: is empty")


def test_a_missing_file_gives_way_to_the_bundled_article(tmp_path, loaded):
    shown, notice = load_or_fall_back(tmp_path / "absent.json")
    assert shown == loaded
    assert notice.endswith("absent.json cannot be read: no such file or directory")


def test_a_damaged_bundled_article_is_told(saved, monkeypatch):
    monkeypatch.setattr(paths, "CONTENT", saved(b"{}"))
    with pytest.raises(ContentError):
        load_or_fall_back(None)


def test_a_missing_bundled_article_is_told_even_when_another_is_damaged(tmp_path, saved, monkeypatch, capsys):
    monkeypatch.setattr(paths, "CONTENT", tmp_path / "absent.json")
    with pytest.raises(UnreadableError):
        load_or_fall_back(saved(b""))
    assert "the file: is empty" in capsys.readouterr().err


def test_teach_takes_a_place_or_nothing(loaded):
    assert what_to_teach("", loaded) == (("", (), ""), "")
    assert what_to_teach("faq/treatment", loaded) == (("faq/treatment", (), ""), "")
    assert what_to_teach("x\0y" * 900, loaded) == (("x\0y" * 900, (), ""), "")


def test_teach_takes_a_file_that_says_what_to_teach(loaded, tmp_path):
    path = tmp_path / "lesson.json"
    write_lesson(path, loaded.article, ("figures/stitch", "faq/treatment"))
    assert what_to_teach(str(path), loaded) == (("", ("figures/stitch", "faq/treatment"), str(path)), "")


def test_a_lesson_of_another_article_is_left_to_the_window(loaded, tmp_path, capsys):
    path = tmp_path / "lesson.json"
    path.write_text('{"schema": 1, "article": "another", "places": ["overview"]}', encoding="utf-8")
    assert what_to_teach(str(path), loaded) == (("", (), str(path)), "")
    assert capsys.readouterr().err == ""


def test_a_file_that_says_nothing_useful_is_told_in_one_line(loaded, tmp_path, capsys):
    path = tmp_path / "lesson.json"
    path.write_text('{"schema": 1, "article": "x", "places": ["nowhere", "faq/treatment"], "more": 1}', encoding="utf-8")
    taught, notice = what_to_teach(str(path), loaded)
    assert taught == ("", (), "")
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "It is not a lesson of this program, or it is damaged (more: is an unknown field)." in told
    assert told.removeprefix("cervical-reference: ").strip() in notice


def test_a_file_that_is_not_there_is_told(loaded, tmp_path, capsys):
    taught, notice = what_to_teach(str(tmp_path / "absent.json"), loaded)
    assert taught == ("", (), "")
    assert "absent.json cannot be read" in notice
    assert capsys.readouterr().err.count("\n") == 1


def test_a_lesson_in_an_articles_place_is_taught(loaded, tea_file, tmp_path):
    path = tmp_path / "lesson.json"
    write_lesson(path, loaded.article, ("figures/stitch",))
    assert content_and_lesson(path, None) == (None, str(path))
    assert content_and_lesson(path, "faq") == (path, "faq")
    assert content_and_lesson(tea_file, None) == (tea_file, None)
    assert content_and_lesson(tmp_path / "absent.json", None) == (tmp_path / "absent.json", None)
    assert content_and_lesson(None, None) == (None, None)
