import pytest

from app import paths
from app.core.loader import ContentError, UnreadableError
from app.start import load_or_fall_back


def test_the_bundled_article_needs_no_notice(loaded):
    assert load_or_fall_back(None) == (loaded, "")


def test_the_article_that_was_asked_for_needs_no_notice(tea, tea_file):
    shown, notice = load_or_fall_back(tea_file)
    assert shown.article == tea
    assert notice == ""


def test_damaged_content_gives_way_to_the_bundled_article_with_its_problem(saved, raw, loaded, capsys):
    raw["sections"][0]["title"] = ""
    path = saved(raw)
    shown, notice = load_or_fall_back(path)
    assert shown == loaded
    assert notice == f"The bundled article is shown instead of the file that was asked for. {path}: sections[0].title: is empty"
    assert capsys.readouterr().err == f"cervical-reference: {path}: sections[0].title: is empty\n"


def test_a_missing_file_gives_way_to_the_bundled_article(tmp_path, loaded, capsys):
    shown, notice = load_or_fall_back(tmp_path / "absent.json")
    assert shown == loaded
    assert notice.endswith("absent.json cannot be read: no such file or directory")
    assert capsys.readouterr().err.count("\n") == 1


def test_a_damaged_bundled_article_is_told(saved, monkeypatch):
    monkeypatch.setattr(paths, "CONTENT", saved(b"{}"))
    with pytest.raises(ContentError):
        load_or_fall_back(None)


def test_a_missing_bundled_article_is_told_even_when_another_is_damaged(tmp_path, saved, monkeypatch, capsys):
    monkeypatch.setattr(paths, "CONTENT", tmp_path / "absent.json")
    with pytest.raises(UnreadableError):
        load_or_fall_back(saved(b""))
    assert "the file: is empty" in capsys.readouterr().err
