"""One run of the program: settings, other articles, failures at the start."""

import gc
import json
import os
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.cli.reading import load_or_fall_back
from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.core.files.policy import Policy
from app.machine import paths
from app.ui.session.session import Session
from app.ui.shell.second_start import Asked
from app.ui.shell.settings import Settings
from app.ui.teaching.teach import TeachView
from app.ui.widgets.file_dialog import OpenDialog
from app.ui.window.window import Window
from tests.ui.conftest import TINY


@pytest.fixture
def session(qapp: QApplication, loaded: Loaded, tmp_path: Path) -> Iterator[Session]:
    made = Session(qapp, Settings(tmp_path / "settings.ini"))
    made.open(loaded, None, "")
    made.load_window()
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


@pytest.mark.parametrize("place", ["sources", "symptoms-and-diagnosis"])
def test_a_place_far_down_stays_where_it_is_from_start_to_start(qapp: QApplication, loaded: Loaded, tmp_path: Path, place: str) -> None:
    seen = []
    for start in range(4):
        session = Session(qapp, Settings(tmp_path / "settings.ini"))
        session.open(loaded, None, "")
        session.load_window()
        session.frame.resize(1280, 760)  # wide enough for a column beside a section
        session.frame.accept_disclaimer()  # the line on the article's age takes some of the room only now
        QTest.qWait(50)
        bar = session.window.reader.page.verticalScrollBar()
        if start == 0:
            session.window.reader.go_to(place)
            bar.setValue(round(bar.maximum() * 0.8))
            QTest.qWait(50)
        seen.append(bar.value())
        session.frame.close()
    assert seen[0] > 300
    assert len(set(seen[1:])) == 1
    assert abs(seen[1] - seen[0]) <= 5  # the window of the first start may be some pixels higher or lower


def stored_place(tmp_path: Path) -> str:
    return Settings(tmp_path / "settings.ini").read().place


def test_another_place_is_stored_as_soon_as_the_reader_stays_there(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    session.frame.accept_disclaimer()
    session.storing._regularly.stop()  # what is looked at every few seconds is another matter
    writes: list[str] = []
    write = session.storing._settings.write
    session.storing._settings.write = lambda now: writes.append(now.place) or write(now)
    for place in ("glossary", "sources", "faq/risks"):
        session.window.reader.go_to(place)
    assert writes == []
    qtbot.waitUntil(lambda: stored_place(tmp_path) == "faq/risks")
    assert writes == ["faq/risks"]  # not one for each step
    session.window.reader.go_back()
    session.frame.close()
    assert stored_place(tmp_path) == "sources"
    assert not session.storing._soon.isActive()


@pytest.mark.parametrize("value", ["light, dark", "@Size(1 2)", "1e3", r"\xd800"])
def test_settings_of_wrong_kinds_keep_no_window_from_opening(qapp: QApplication, loaded: Loaded, tmp_path: Path, qtbot: QtBot, value: str) -> None:
    names = ("theme", "text_size", "less_motion", "place", "scroll", "open_answers", "disclaimer", "window")
    settings = Settings(tmp_path / "settings.ini")
    (tmp_path / "settings.ini").write_text("\n".join(["[General]", *(f"{name}={value}" for name in names), ""]), encoding="utf-8")
    session = Session(qapp, settings)
    session.open(loaded, None, "")
    session.load_window()
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
    session.load_window()
    after = session.window
    assert after is not None
    assert after is not before
    assert after.article.language == "ar"
    assert after.frame.cover.isVisible()
    session.open_file("")
    session.load_window()
    assert session.window is not None
    assert session.window.article.id == "cervical-insufficiency"
    session.window.frame.close()


def opened(session: Session, name: str = "") -> Window:
    """Open a content file (none: the bundled one) and accept its disclaimer."""
    session.open_file(name)
    session.load_window()
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
    later.load_window()
    assert later.window is not None
    assert later.window.reader.place == "faq/risks"
    assert later.window.reader.accordion.open_answers() == {"faq/risks", "faq/causes"}
    later.window.frame.close()


def test_another_article_that_is_declined_takes_nothing_away(session: Session, tmp_path: Path, qapp: QApplication, loaded: Loaded) -> None:
    window = opened(session)
    window.reader.go_to("faq/risks")
    session.open_file(str(TINY))
    session.load_window()
    assert session.frame is not None
    session.frame.close()
    later = Session(qapp, Settings(tmp_path / "settings.ini"))
    later.open(loaded, None, "")
    later.load_window()
    assert later.window is not None
    assert later.window.reader.place == "faq/risks"
    later.window.frame.close()


def test_where_the_disclaimer_is_shown_once_it_is_once_for_each_article(qapp: QApplication, loaded: Loaded, tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(qapp, Settings(tmp_path / "settings.ini"), Policy(disclaimer="once"))
    session.open(loaded, None, "")
    session.load_window()
    assert session.window is not None
    qtbot.addWidget(session.window.frame)
    session.window.frame.accept_disclaimer()
    opened(session, str(TINY))
    session.open_file("")
    session.load_window()
    assert session.frame is not None
    assert session.frame.is_accepted
    session.frame.close()


def test_every_notice_is_shown(qapp: QApplication, loaded: Loaded, tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(qapp, Settings(tmp_path / "settings.ini"))
    session.open(loaded, "nowhere/at-all", "The file broken.json was not opened.")
    session.load_window()
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
    left, page = weakref.ref(session.window), weakref.ref(session.window.reader.page)
    session.window.commands.by_id["bundled"].triggered.connect(gc.collect)
    session.window.commands.by_id["bundled"].trigger()
    gc.collect()
    window = left()
    assert window is not None
    assert window is not session.window
    assert isValid(window)
    del window
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    gc.collect()
    assert left() is None
    assert page() is None


def test_a_file_that_is_asked_for_is_opened_in_place_of_the_window_that_asked(session: Session, qapp: QApplication, qtbot: QtBot) -> None:
    assert session.window is not None
    session.window.frame.accept_disclaimer()
    left = weakref.ref(session.window)
    session.window.opening.choose_content()
    (dialog,) = session.window.findChildren(OpenDialog)
    dialog.setDirectory(str(TINY.parent))
    qtbot.keyClicks(dialog.findChild(QLineEdit, "fileNameEdit"), TINY.name)
    dialog.accept()
    del dialog
    assert session.window is not left()
    assert session.frame is not None
    assert session.frame.windowTitle().endswith(f"{load(TINY).article.title} – Cervical Reference")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    gc.collect()
    assert left() is None


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
def test_content_that_cannot_be_used_gives_way_to_the_bundled_article(tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    loaded, notice = load_or_fall_back(tmp_path / name)
    assert loaded.path == paths.CONTENT
    assert notice.startswith("The file that you asked for cannot be used")


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


# --- files from outside ---


def dragged(*urls: str, words: str = "") -> QMimeData:
    data = QMimeData()
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if words:
        data.setText(words)
    return data


def drag(over: QWidget, data: QMimeData, *, let_go: bool) -> bool:
    """Drag over a widget as Qt does, from it up to the window until one takes it; return whether one did."""
    actions, button, keys = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at: QWidget | None = over
    while at is not None:
        event = QDragEnterEvent(QPoint(5, 5), actions, data, button, keys)
        event.ignore()
        QApplication.sendEvent(at, event)
        if event.isAccepted():
            break
        at = None if at.isWindow() else at.parentWidget()
    if at is not None and let_go:
        drop = QDropEvent(QPointF(5, 5), actions, data, button, keys)
        QApplication.sendEvent(at, drop)
        return drop.isAccepted() and drop.dropAction() == Qt.DropAction.CopyAction
    return at is not None


def said(session: Session) -> str:
    assert session.window is not None
    return session.window.notice._text.text() if not session.window.notice.isHidden() else ""


def test_a_file_that_is_dropped_on_the_window_is_opened(session: Session) -> None:
    assert session.frame is not None
    session.frame.accept_disclaimer()
    before, hint = session.window, session._drops.hint
    assert drag(session.window.reader.page.viewport(), dragged(TINY.as_uri()), let_go=False)
    assert (hint.text(), hint.isHidden()) == ("Drop it here to open tiny.json", False)
    QApplication.sendEvent(session.frame, QDragLeaveEvent())
    assert hint.isHidden()
    assert drag(session.window.reader.page.viewport(), dragged(TINY.as_uri()), let_go=True)
    assert session.window is before  # Qt goes on in it until the drop is over
    QApplication.processEvents()
    session.load_window()
    assert session.window is not before
    assert session.window.loaded.path == TINY


def test_it_is_opened_before_the_disclaimer_is_accepted_too(session: Session) -> None:
    assert drag(session.frame, dragged(TINY.as_uri()), let_go=True)
    QApplication.processEvents()
    session.load_window()
    assert session.window.loaded.path == TINY
    assert not session.frame.is_accepted


@pytest.mark.parametrize("name", ["picture.png", "list.json", "gone.json"])
def test_a_file_that_is_none_is_told_in_the_window(session: Session, tmp_path: Path, name: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    session.frame.accept_disclaimer()
    before = session.window
    assert drag(session.frame, dragged((tmp_path / name).as_uri()), let_go=True)
    assert session._drops.hint.text() == f"Drop it here to open {name}{'' if name.endswith('.json') else ', if it contains an article'}"
    QApplication.processEvents()
    assert session.window is before
    if name == "list.json":  # a text that is no article is one that somebody writes
        assert session.window.writing.panel.problems.count() > 0
        session.drafts.stop()
        return
    told = "This file was not opened" + (": it contains no article that can be shown" if name == "picture.png" else "")
    assert said(session).startswith(f"{told}. {tmp_path / name}")


def test_what_is_said_before_the_window_is_there_is_said_in_it(qapp: QApplication, loaded: Loaded, tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(qapp, Settings(None))
    session.open(loaded, None, "first")
    qtbot.addWidget(session.frame)
    session.open_from_outside(str(tmp_path / "gone.json"))
    session.load_window()
    assert said(session).startswith("first This file was not opened. ")


def test_a_file_is_not_taken_for_words_and_words_not_for_a_file(session: Session) -> None:
    session.frame.accept_disclaimer()
    field = session.window.field
    assert drag(field, dragged(TINY.as_uri(), words=TINY.as_uri()), let_go=False)
    assert field.text() == ""
    assert not session._drops.hint.isHidden()
    session._drops.hint.hide()
    assert drag(field, dragged(words="cerclage"), let_go=True)
    assert field.text() == "cerclage"
    assert session._drops.hint.isHidden()


@pytest.mark.parametrize("urls", [("https://example.org/a.json",), (TINY.as_uri(), TINY.as_uri())], ids=["no file", "two"])
def test_what_cannot_be_opened_is_said_while_it_is_dragged(session: Session, urls: tuple[str, ...]) -> None:
    session.frame.accept_disclaimer()
    assert not drag(session.window, dragged(*urls), let_go=False)
    assert session._drops.hint.text() == "Only one file can be opened at a time, and it must be on this computer"


def test_nothing_is_opened_under_what_covers_the_window(session: Session) -> None:
    session.frame.accept_disclaimer()
    before = session.window
    before.presenting.teach_from("", ())
    assert not drag(session.frame, dragged(TINY.as_uri()), let_go=True)
    assert session._drops.hint.text() == "No file can be opened now"
    session.open_from_outside(str(TINY))
    assert session.window is before
    assert said(session) == f"{TINY} was not opened. First close the page that covers the window."


def test_the_line_keeps_inside_a_small_window(session: Session, tmp_path: Path) -> None:
    session.frame.resize(320, 480)
    drag(session.frame, dragged((tmp_path / f"{'long name ' * 20}.json").as_uri()), let_go=False)
    assert session.frame.rect().contains(session._drops.hint.geometry())


MAC = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from app.machine import paths
from app.core.files.loader import load
from app.ui.session.application import make_application
from app.ui.session.session import Session
from app.ui.shell.settings import Settings

application = make_application()
session = Session(application, Settings(None))
session.open(load(paths.CONTENT), None, "")
application.sendEvent(application, QFileOpenEvent(sys.argv[1]))
session.load_window()
print(session.window.loaded.path, session.window.notice._text.text())
session.frame.close()
"""


@pytest.mark.parametrize(
    ("name", "told"), [(str(TINY), f"{TINY} "), ("gone.json", f"{paths.CONTENT} This file was not opened. gone.json cannot be read")]
)
def test_a_file_that_the_desktop_hands_on_is_opened(name: str, told: str) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", MAC, name], cwd=paths.RESOURCES.parent, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(told)


# --- what a second start asks for ---


def test_a_second_start_shows_its_place_its_words_and_its_article_in_the_window_that_is_open(session: Session, qtbot: QtBot) -> None:
    frame = session.frame
    session.show_asked(Asked("glossary"))  # before the disclaimer is accepted
    frame.accept_disclaimer()
    assert session.window.reader.place == "glossary"
    frame.showMinimized()
    session.show_asked(Asked())
    assert not frame.isMinimized()
    qtbot.waitUntil(frame.isActiveWindow)
    assert session.window.reader.place == "glossary"
    session.show_asked(Asked("no/such/place"))
    assert "no/such/place" in told(session.window)
    session.show_asked(Asked(words="how common"))
    assert session.window.results.isVisible()
    session.show_asked(Asked("overview", content=str(session.window.loaded.path)))  # it is open already
    assert session.frame is frame
    assert session.window.reader.place == "overview"
    session.show_asked(Asked("faq", content=str(TINY)))
    assert session.frame is frame
    session.show_asked(Asked(load(TINY).article.sections[-1].id))  # only this article has such a place
    session.load_window()
    assert session.window.article == load(TINY).article
    assert session.window.reader.place == load(TINY).article.sections[-1].id
    session.show_asked(Asked(content="/nowhere/a.json"))
    assert "was not opened" in told(session.window)


def test_a_second_start_takes_nothing_away_from_what_lies_over_the_window(session: Session) -> None:
    session.frame.accept_disclaimer()
    window = session.window
    window.presenting.teach()
    for asked, message in (
        (Asked("faq"), "faq was not opened"),
        (Asked(words="how common"), "Nothing was searched for"),
        (Asked(content=str(TINY)), "tiny.json was not opened"),
    ):
        session.show_asked(asked)
        assert message in told(window)
    assert window.reader.place == "overview"
    assert window.stack.currentWidget() is window.reader
    assert session.window is window
    window.presenting.cover.close()


def test_a_token_of_the_system_is_handed_on_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    session.show_asked(Asked())
    assert "XDG_ACTIVATION_TOKEN" not in os.environ
    session.show_asked(Asked("", "", "", "abc"))
    assert [os.environ.get("XDG_ACTIVATION_TOKEN")] == ["abc"]
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")


def told(window: Window) -> str:
    return window.notice._text.text()
