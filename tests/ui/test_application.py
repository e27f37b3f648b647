"""One run of the program: settings, other articles, failures at the start."""

import gc
import json
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app import paths
from app.core.loader import ContentError, Loaded, UnreadableError
from app.core.policy import Policy
from app.start import load_or_fall_back
from app.ui.application import Session
from app.ui.settings import Settings
from app.ui.teach import TeachView
from app.ui.window import Window

from .conftest import TINY


@pytest.fixture
def session(qapp: QApplication, loaded: Loaded, tmp_path: Path) -> Iterator[Session]:
    made = Session(qapp, Settings(tmp_path / "settings.ini"))
    made.open(loaded, None, "")
    made.furnish()
    yield made
    assert made.frame is not None
    made.frame.close()
    made.frame.deleteLater()


def test_closing_an_accepted_window_stores_the_place(session: Session, tmp_path: Path) -> None:
    window = session.window
    assert window is not None
    window.frame.accept_disclaimer()
    window.reader.go_to("faq/risks")
    window.frame.close()
    assert Settings(tmp_path / "settings.ini").read().place == "faq/risks"


@pytest.mark.parametrize("value", ["light, dark", "@Size(1 2)", "1e3", r"\xd800"])
def test_settings_of_wrong_kinds_keep_no_window_from_opening(qapp: QApplication, loaded: Loaded, tmp_path: Path, qtbot: QtBot, value: str) -> None:
    names = ("theme", "text_size", "less_motion", "place", "scroll", "open_answers", "disclaimer", "window")
    settings = Settings(tmp_path / "settings.ini")
    (tmp_path / "settings.ini").write_text("\n".join(["[General]", *(f"{name}={value}" for name in names), ""]), encoding="utf-8")
    session = Session(qapp, settings)
    session.open(loaded, None, "")
    session.furnish()
    assert session.frame is not None
    qtbot.addWidget(session.frame)
    session.frame.accept_disclaimer()
    assert session.window is not None
    assert session.window.reader.place == "overview"
    session.frame.close()
    stored = settings.read()
    assert (stored.place, stored.theme, stored.text_size) == ("overview", "system", 100)


def test_declining_stores_nothing(session: Session, tmp_path: Path) -> None:
    assert session.window is not None
    session.window.frame.close()
    assert not (tmp_path / "settings.ini").exists()


def test_another_article_takes_the_window_with_its_own_disclaimer(session: Session, qtbot: QtBot) -> None:
    before = session.window
    assert before is not None
    before.frame.accept_disclaimer()
    session.open_file(str(TINY))
    session.furnish()
    after = session.window
    assert after is not None
    assert after is not before
    assert after.article.language == "ar"
    assert after.frame.cover.isVisible()
    session.open_file("")
    session.furnish()
    assert session.window is not None
    assert session.window.article.id == "cervical-insufficiency"
    session.window.frame.close()


def opened(session: Session, name: str = "") -> Window:
    """Open a content file (none: the bundled one) and accept its disclaimer."""
    session.open_file(name)
    session.furnish()
    window = session.window
    assert window is not None
    window.frame.accept_disclaimer()
    return window


def test_another_article_and_back_keeps_open_answers_and_place(session: Session, tmp_path: Path, qapp: QApplication, loaded: Loaded) -> None:
    window = opened(session)
    window.reader.go_to("faq/risks")
    window.reader.set_open(["faq/risks", "faq/causes"])
    other = opened(session, str(TINY))
    entry = other.article.faq.entries[0].id
    assert other.reader.place == other.places.first
    assert other.reader.accordion.open_answers() == frozenset()
    other.reader.go_to(entry)
    back = opened(session)
    assert back.reader.place == "faq/risks"
    assert back.reader.accordion.open_answers() == {"faq/risks", "faq/causes"}
    again = opened(session, str(TINY))
    assert again.reader.place == entry
    assert again.reader.accordion.open_answers() == {entry}
    again.frame.close()
    later = Session(qapp, Settings(tmp_path / "settings.ini"))
    later.open(loaded, None, "")
    later.furnish()
    assert later.window is not None
    assert later.window.reader.place == "faq/risks"
    assert later.window.reader.accordion.open_answers() == {"faq/risks", "faq/causes"}
    later.window.frame.close()


def test_another_article_that_is_declined_takes_nothing_away(session: Session, tmp_path: Path, qapp: QApplication, loaded: Loaded) -> None:
    window = opened(session)
    window.reader.go_to("faq/risks")
    session.open_file(str(TINY))
    session.furnish()
    assert session.frame is not None
    session.frame.close()
    later = Session(qapp, Settings(tmp_path / "settings.ini"))
    later.open(loaded, None, "")
    later.furnish()
    assert later.window is not None
    assert later.window.reader.place == "faq/risks"
    later.window.frame.close()


def test_where_the_disclaimer_is_shown_once_it_is_once_for_each_article(qapp: QApplication, loaded: Loaded, tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(qapp, Settings(tmp_path / "settings.ini"), Policy(disclaimer="once"))
    session.open(loaded, None, "")
    session.furnish()
    assert session.window is not None
    qtbot.addWidget(session.window.frame)
    session.window.frame.accept_disclaimer()
    opened(session, str(TINY))
    session.open_file("")
    session.furnish()
    assert session.frame is not None
    assert session.frame.is_accepted
    session.frame.close()


def test_every_notice_is_shown(qapp: QApplication, loaded: Loaded, tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(qapp, Settings(tmp_path / "settings.ini"))
    session.open(loaded, "nowhere/at-all", "The file broken.json was not opened.")
    session.furnish()
    window = session.window
    assert window is not None
    qtbot.addWidget(window.frame)
    window.frame.accept_disclaimer()
    told = window.notice._text.text().splitlines()
    assert len(told) == 2
    assert any("broken.json" in line for line in told)
    assert any("“nowhere/at-all”" in line for line in told)
    window.presenting.teach_from("no/slide", ())
    assert isinstance(window.presenting.cover, TeachView)
    window.presenting.cover.leave()
    session.open_file(str(tmp_path / "gone.json"))
    told = window.notice._text.text().splitlines()
    assert [part in "".join(told) for part in ("broken.json", "“no/slide”", "gone.json", "nowhere")] == [True, True, True, False]
    qtbot.waitUntil(lambda: window.notice._text.height() >= window.notice._text.heightForWidth(window.notice._text.width()))
    QTest.keyClick(window.notice._close, Qt.Key.Key_Space)
    assert not window.notice.isVisibleTo(window)
    window.reader.go_to("nowhere/else")
    assert window.notice._text.text().count("\n") == 0
    window.frame.close()


def test_the_window_that_gives_way_lasts_until_its_command_has_ended(session: Session, qapp: QApplication) -> None:
    assert session.window is not None
    session.window.frame.accept_disclaimer()
    left, page = weakref.ref(session.window.frame), weakref.ref(session.window.reader.page)
    session.window.commands.by_id["bundled"].triggered.connect(gc.collect)
    session.window.commands.by_id["bundled"].trigger()
    gc.collect()
    frame = left()
    assert frame is not None
    assert isValid(frame)
    del frame
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    gc.collect()
    assert left() is None
    assert page() is None


def test_a_wrong_file_is_told_in_the_window(session: Session, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps({"schema": 2}), encoding="utf-8")
    before = session.window
    session.open_file(str(wrong))
    assert session.window is before
    assert before is not None
    assert before.notice.isVisibleTo(before)


def test_words_wait_for_the_disclaimer(session: Session) -> None:
    session.search_when_accepted("ehlers")
    window = session.window
    assert window is not None
    assert window.field.text() == ""
    window.frame.accept_disclaimer()
    assert window.field.text() == "ehlers"
    window.frame.close()


@pytest.mark.parametrize("name", ["missing.json", ".", "broken.json"])
def test_content_that_cannot_be_used_gives_way_to_the_bundled_article(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    loaded, notice = load_or_fall_back(tmp_path / name)
    assert loaded.path == paths.CONTENT
    assert notice.startswith("The bundled article is shown")
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_damaged_bundled_content_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "CONTENT", tmp_path / "content.json")
    with pytest.raises(UnreadableError):
        load_or_fall_back(None)
    (tmp_path / "content.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ContentError):
        load_or_fall_back(None)


def test_a_reader_who_accepts_before_the_first_painting_gets_the_window(qapp: QApplication, qtbot: QtBot, loaded: Loaded) -> None:
    session = Session(qapp, Settings(None))
    session.open(loaded, None, "")
    assert session.frame is not None
    qtbot.addWidget(session.frame)
    session.frame.accept_disclaimer()
    assert session.window is not None
    assert session.window.isEnabled()


def test_the_window_comes_by_itself_when_the_disclaimer_is_on_the_screen(qapp: QApplication, qtbot: QtBot, loaded: Loaded) -> None:
    session = Session(qapp, Settings(None))
    session.open(loaded, "faq", "")
    assert session.frame is not None
    qtbot.addWidget(session.frame)
    assert session.window is None
    qtbot.waitUntil(lambda: session.window is not None)
    assert session.frame.cover.isVisible()
