"""The handbook in the window: it is an article beside the one that is open."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.core.article.places import HANDBOOK
from app.core.files.loader import load
from app.machine import paths
from app.ui.session.session import Session
from app.ui.shell.second_start import Asked
from app.ui.shell.settings import Settings
from app.ui.window.commands import Id


def test_the_command_opens_it_and_back_leads_away_without_the_disclaimer_again(qapp: QApplication) -> None:
    session = Session(qapp, Settings(None))
    session.open(load(paths.CONTENT), None, "")
    session.load_window()
    session.frame.accept_disclaimer()
    session.window.commands.by_id[Id.HANDBOOK].trigger()
    session.load_window()
    assert session.window.article.id == HANDBOOK
    assert session.frame.is_accepted
    session.window.commands.by_id[Id.BACK].trigger()
    assert session.window.loaded.path == paths.CONTENT
    assert session.frame.is_accepted
    session.show_asked(Asked(f"{HANDBOOK}:teaching"))  # a second start with --open
    assert (session.window.article.id, session.window.reader.place) == (HANDBOOK, "teaching")
    session.window.commands.by_id[Id.HANDBOOK].trigger()
    assert session.window.reader.place == session.window.article.sections[0].id
    session.frame.close()


def test_a_start_can_open_it_at_a_place(qapp: QApplication) -> None:
    session = Session(qapp, Settings(None))
    session.open(load(paths.CONTENT), f"{HANDBOOK}:for-it/policy", "")
    session.load_window()
    session.frame.accept_disclaimer()
    assert (session.window.article.id, session.window.reader.place) == (HANDBOOK, "for-it/policy")
    session.frame.close()


def test_it_is_read_when_it_is_asked_for_and_where_it_is_missing_that_is_told(qapp: QApplication, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(paths, "HANDBOOK", tmp_path / "gone.json")
    monkeypatch.setattr(paths, "BUNDLED", (paths.CONTENT, paths.HANDBOOK))
    session = Session(qapp, Settings(None))
    session.open(load(paths.CONTENT), None, "")
    session.load_window()
    session.frame.accept_disclaimer()
    assert session.window.notice.isHidden() or "not opened" not in session.window.notice._text.text()
    session.window.commands.by_id[Id.HANDBOOK].trigger()
    assert session.window.loaded.path == paths.CONTENT
    assert "This article was not opened." in session.window.notice._text.text()
    session.frame.close()
