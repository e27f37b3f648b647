"""Several articles in one run: addresses, one history over all of them, each article's own disclaimer, lessons that open their article."""

import gc
import json
import shutil
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.files.loader import Loaded, load
from app.core.files.policy import Policy
from app.core.library import user_library
from app.core.teaching.lesson import write_lesson
from app.machine import paths
from app.ui.reading.reading_pane import ReadingPane
from app.ui.session.session import Session
from app.ui.shell.second_start import Asked
from app.ui.shell.settings import Settings
from app.ui.teaching.teach import TeachView
from app.ui.window.commands import Id
from app.ui.window.window import Window
from tests.ui.conftest import TINY

HOME = "cervical-insufficiency"


@pytest.fixture
def other(loaded: Loaded, saved) -> Path:
    """A second article in English, with the words of the bundled one's disclaimer."""
    return saved(lambda data: data.update(id="other-one", title="Another article"))


@pytest.fixture
def session(qapp: QApplication, loaded: Loaded, tmp_path: Path, other: Path) -> Iterator[Session]:
    """A run with the bundled article, in which three others can be found by their ids; nothing of places and answers is kept on the disk."""
    made = Session(qapp, Settings(tmp_path / "settings.ini"), Policy(remember_place=False, remember_answers=False))
    found = {"other-one": other, load(TINY).article.id: TINY, "gone": tmp_path / "gone.json"}
    made.addresses.articles.library = lambda name: (lambda: load(found[name])) if name in found else None
    made.open(loaded, None, "")
    made.load_window()
    assert made.frame is not None
    made.frame.accept_disclaimer()
    QTest.qWaitForWindowExposed(made.frame)
    yield made
    made.frame.close()
    made.frame.deleteLater()


def window_of(session: Session) -> Window:
    assert session.window is not None
    return session.window


def here(session: Session) -> tuple[str, str]:
    window = window_of(session)
    return window.article.id, window.reader.place


def back(session: Session) -> tuple[str, str]:
    window_of(session).commands.by_id[Id.BACK].trigger()
    return here(session)


def forward(session: Session) -> tuple[str, str]:
    window_of(session).commands.by_id[Id.FORWARD].trigger()
    return here(session)


def said(session: Session) -> str:
    notice = window_of(session).notice
    return notice._text.text() if not notice.isHidden() else ""


def test_back_leads_through_all_articles_to_places_as_they_were_left(session: Session) -> None:
    frame, first = session.frame, window_of(session)
    first.frame.resize(900, 500)
    first.reader.go_to("treatment-and-management")
    QApplication.processEvents()
    first.reader.scroll_to_share(0.5)
    share = first.reader.part().scroll_share()
    session.addresses.open("other-one:faq/risks")
    second = window_of(session)
    assert session.frame is frame
    assert frame.is_accepted  # the same words are not shown again
    assert not second.frame.cover.isVisible()
    assert second.focusWidget() is not None
    assert (frame.width(), frame.height()) == (900, 500)
    assert here(session) == ("other-one", "faq/risks")
    assert frame.windowTitle().endswith(" – Another article – Cervical Reference")
    titles = {entry.id: entry.question for entry in second.article.faq.entries}
    second.reader.set_open(["faq/risks", "faq/causes"])
    second.reader.go_to("glossary")
    assert back(session) == ("other-one", "faq/risks")
    assert back(session) == (HOME, "treatment-and-management")
    QApplication.processEvents()
    assert share > 0.2
    assert window_of(session).reader.part().scroll_share() == pytest.approx(share, abs=0.02)
    assert "Another article" not in frame.windowTitle()
    assert [title for place, title in window_of(session).reader.recent_places() if place.startswith("other-one:")] == [
        "Glossary – Another article",
        f"{titles['faq/risks']} – Another article",
    ]
    assert forward(session) == ("other-one", "faq/risks")
    assert window_of(session).reader.accordion.open_answers() == {"faq/risks", "faq/causes"}
    assert forward(session) == ("other-one", "glossary")
    assert not window_of(session).commands.by_id[Id.FORWARD].isEnabled()
    session.addresses.open(f"{HOME}:sources")
    window_of(session).commands.by_id[Id.URGENT].trigger()
    assert here(session) == (HOME, "urgent-care")
    assert back(session) == (HOME, "sources")
    assert back(session) == ("other-one", "glossary")


def test_an_address_in_a_text_a_recent_place_and_a_second_start_lead_to_other_articles(session: Session) -> None:
    window_of(session).reader.page.link_chosen.emit("other-one:overview")
    assert here(session) == ("other-one", "overview")
    window_of(session).reader.go_to("other-one:about")
    assert here(session) == ("other-one", "about")
    session.addresses.open("other-one:")  # where the reader is
    assert here(session) == ("other-one", "about")
    session.show_asked(Asked("faq/treatment"))  # an address of today is of the bundled article
    assert here(session) == (HOME, "faq/treatment")
    session.show_asked(Asked("other-one:no/place"))
    assert here(session)[0] == "other-one"
    assert "no/place" in said(session)
    window_of(session).list_recent()
    recent = {action.text(): action for action in window_of(session).commands.recent.actions()}
    at_home = next(action for text, action in recent.items() if text.endswith(window_title(session, HOME)))
    at_home.trigger()
    assert here(session) == (HOME, "faq/treatment")


def window_title(session: Session, article: str) -> str:
    found = session.addresses.articles.read(article)
    assert isinstance(found, Loaded)
    return found.article.title


def test_what_cannot_be_opened_is_told_and_leads_nowhere(session: Session, other: Path, tmp_path: Path, qtbot: QtBot) -> None:
    session.addresses.open("no-such-article:faq")
    assert "no-such-article" in said(session)
    session.addresses.open("gone:faq")
    assert "gone.json" in said(session)
    assert here(session) == (HOME, "overview")
    session.addresses.open("other-one:faq")
    session.addresses.open(f"{HOME}:about")
    away = other.rename(tmp_path / "away.json")
    assert back(session) == (HOME, "about")
    qtbot.waitUntil(lambda: other.stem in said(session))  # a long path may break within its last name
    assert back(session) == (HOME, "overview")  # the way goes on without it
    away.rename(other)


def test_a_start_at_another_article_opens_that_one_or_says_why_not(qapp: QApplication, loaded: Loaded, other: Path) -> None:
    wanted = (
        ("other-one:faq", ("other-one", "faq"), ""),
        ("using-this-reference:", ("using-this-reference", None), ""),
        ("odd:faq", (HOME, None), "odd"),
    )
    for place, (article, at), told in wanted:
        session = Session(qapp, Settings(None))
        session.addresses.articles.note(load(other))
        session.open(loaded, place, "")
        session.load_window()
        window = window_of(session)
        assert here(session) == (article, at or window.places.first)
        assert told in said(session)


def test_another_disclaimer_is_shown_once_a_run(session: Session) -> None:
    frame, tiny = session.frame, load(TINY).article
    assert frame is not None
    session.addresses.open(f"{tiny.id}:")
    assert here(session) == (tiny.id, tiny.sections[0].id)
    assert frame.cover.isVisible()
    assert frame.cover.accept_button.hasFocus()
    assert not window_of(session).isEnabled()
    assert frame.layoutDirection() == Qt.LayoutDirection.RightToLeft
    QTest.keyClick(frame.cover.accept_button, Qt.Key.Key_Return)
    assert window_of(session).isEnabled()
    assert window_of(session).reader.page.hasFocus()
    for address in (f"{HOME}:", f"{tiny.id}:", f"{HOME}:", "other-one:"):
        session.addresses.open(address)
        assert frame.is_accepted
        assert not frame.cover.isVisible()
        assert window_of(session).isEnabled()
    assert frame.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_links_are_copied_with_the_article_unless_it_is_the_bundled_one(session: Session) -> None:
    clipboard = QApplication.clipboard()
    window_of(session).copying.copy_link_to("faq/treatment")
    assert clipboard.text() == "faq/treatment"
    session.addresses.open("other-one:faq")
    window_of(session).copying.copy_link_to("faq/treatment")
    assert clipboard.text() == "other-one:faq/treatment"


def test_a_lesson_opens_its_article(session: Session, other: Path, tmp_path: Path) -> None:
    lesson, strange = tmp_path / "lesson.json", tmp_path / "strange.json"
    write_lesson(lesson, load(other).article, ("treatment-and-management", "overview"))
    raw = json.loads(lesson.read_text("utf-8"))
    strange.write_text(json.dumps(raw | {"article": "no-such-article"}), "utf-8")
    session.open_file(str(strange))
    assert here(session)[0] == HOME
    assert "no-such-article" in said(session)
    session.open_file(str(lesson))
    window = window_of(session)
    assert window.article.id == "other-one"
    cover = window.presenting.cover
    assert isinstance(cover, TeachView)
    session.addresses.open(f"{HOME}:")  # it would be lost under the slides
    assert window_of(session) is window
    cover.leave()
    assert back(session) == (HOME, "overview")
    session.teach_when_accepted(("", (), str(lesson)))  # as a start with such a lesson does
    session._begin()
    assert window_of(session).article.id == "other-one"
    cover = window_of(session).presenting.cover
    assert isinstance(cover, TeachView)
    cover.leave()


def test_keys_belong_to_the_open_article_and_nothing_is_left_of_the_others(session: Session) -> None:
    gone = weakref.ref(window_of(session)), weakref.ref(window_of(session).document)
    session.addresses.open("other-one:faq")
    frame = window_of(session).frame
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [found() for found in gone] == [None, None]
    assert set(frame.actions()) == set(window_of(session).commands.by_id.values())
    QTest.keyClick(frame, Qt.Key.Key_F2)
    assert here(session) == ("other-one", "urgent-care")
    QTest.keyClick(window_of(session), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window_of(session), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert here(session) == (HOME, "overview")


@pytest.mark.parametrize(("name", "is_of_call"), [("other-one", False), ("other-one", True), ("no-such-article", False)])
def test_an_article_in_a_folder_of_others_comes_when_the_folder_has_answered(
    qapp: QApplication, loaded: Loaded, other: Path, tmp_path: Path, qtbot: QtBot, name: str, *, is_of_call: bool
) -> None:
    """The policy names the folder, or the call does."""
    folder = tmp_path / "share" / "other-one"
    folder.mkdir(parents=True)
    other.rename(folder / "content.json")
    shutil.copytree(paths.RESOURCES / "figures", folder / "figures")
    share = tmp_path / "share"
    session = Session(qapp, Settings(None), library=share) if is_of_call else Session(qapp, Settings(None), Policy(library=(str(share),)))
    session.open(loaded, f"{name}:faq/risks", "")
    session.load_window()
    assert here(session) == (HOME, "overview")  # the window does not wait
    assert name in said(session)
    if name == "other-one":
        qtbot.waitUntil(lambda: here(session) == ("other-one", "faq/risks"), timeout=20_000)
        session.frame.accept_disclaimer()
        session.addresses.open(f"{HOME}:about")
        assert back(session) == ("other-one", "faq/risks")
    else:
        qtbot.waitUntil(lambda: "There is no article" in said(session), timeout=20_000)
        assert here(session) == (HOME, "overview")


def test_what_was_read_before_is_found_at_once_in_the_own_library(
    qapp: QApplication, loaded: Loaded, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(user_library, "library_folder", lambda: tmp_path / "own")
    session = Session(qapp, Settings(None))
    shelf = session.addresses.folders.shelf()
    for figure in (paths.RESOURCES / "figures").iterdir():
        (other.parent / "figures").mkdir(exist_ok=True)
        shutil.copy(figure, other.parent / "figures")
    shelf.add(other)
    shelf.read()
    session.open(loaded, "other-one:faq/risks", "")
    session.load_window()
    assert here(session) == ("other-one", "faq/risks")
    session.addresses.open("no-such-article:faq")
    assert "There is no article" in said(session)


def test_a_session_tells_of_each_window(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.loaded, timeout=2000):
        session.addresses.open("other-one:")


def test_a_result_in_another_article_is_set_once_and_marked(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    filled: list[str] = []
    fill = ReadingPane._fill
    monkeypatch.setattr(ReadingPane, "_fill", lambda pane, page, *of: filled.append(page) or fill(pane, page, *of))
    session.addresses.open_hit("other-one:treatment-and-management/bed-rest", frozenset({"rest"}))
    assert here(session) == ("other-one", "treatment-and-management/bed-rest")
    assert filled == ["treatment-and-management"]
    assert window_of(session).reader.page.mark_count > 0
