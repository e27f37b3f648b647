"""Another edition of the open article is noticed without waiting for its share, offered with what changed, and a lost share is told once."""

import json
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.files.loader import Loaded, load
from app.core.files.policy import Policy
from app.core.files.renewal import Look, look_again
from app.machine import paths
from app.ui.session.session import Session
from app.ui.shell import renewal
from app.ui.shell.renewal import Renewal
from app.ui.shell.settings import Settings
from app.ui.window.window import Window


@pytest.fixture
def share(tmp_path: Path) -> Path:
    shutil.copy(paths.CONTENT, tmp_path / "content.json")
    shutil.copytree(paths.RESOURCES / "figures", tmp_path / "figures")
    return tmp_path / "content.json"


@pytest.fixture
def sessions(qapp: QApplication, tmp_path: Path) -> Iterator[object]:
    made: list[Session] = []

    def begin(loaded: Loaded, policy: Policy, missed: Path | None = None) -> Session:
        session = Session(qapp, Settings(tmp_path / "settings.ini"), policy, missed=missed)
        made.append(session)
        session.open(loaded, None, "")
        session.load_window()
        return session

    yield begin
    for session in made:
        assert session.frame is not None
        session.frame.close()
        session.frame.deleteLater()


def window_of(session: Session) -> Window:
    assert session.frame is not None
    if not session.frame.is_accepted:
        session.frame.accept_disclaimer()
    assert session.window is not None
    return session.window


def change(path: Path, **fields: object) -> None:
    raw = json.loads(path.read_bytes())
    raw["sections"][0]["passages"][0]["text"] = "A sentence of the second edition."
    part = path.with_name("part")
    part.write_text(json.dumps(raw | fields), encoding="utf-8")
    part.replace(path)


def look(window: Window) -> None:
    """Let one look begin and be taken."""
    watch = window.findChildren(Renewal)[0]
    watch.look()
    assert watch._asked is not None
    watch._asked._thread.join()
    watch.look()


def test_another_edition_is_offered_compared_and_opened_at_the_same_place(sessions, share: Path) -> None:
    session = sessions(load(share), Policy(remember_place=False))
    window = window_of(session)
    window.reader.go_to("faq")
    look(window)
    assert window.new_edition.isHidden()
    change(share)
    look(window)
    offer = window.new_edition
    assert offer.isVisible()
    assert load(share).short_digest in offer.notice._text.text()
    assert "second edition" not in repr(window.document.page("overview"))  # what is open stays as it is
    offer.compare_button.click()
    assert "A sentence of the second edition." in window.reader.page.toPlainText()
    window.reader.go_to("faq")
    offer.open_button.click()
    again = session.window
    assert again is not None
    assert again is not window
    assert again.frame.is_accepted  # its words have been accepted already
    assert again.reader.place == "faq"
    assert again.loaded.digest == load(share).digest
    look(again)
    assert again.new_edition.isHidden()


def test_a_new_disclaimer_has_to_be_accepted(sessions, share: Path) -> None:
    session = sessions(load(share), Policy())
    window = window_of(session)
    raw = json.loads(share.read_bytes())
    change(share, disclaimer=raw["disclaimer"] | {"text": ["Other words."]})
    look(window)
    window.new_edition.open_button.click()
    assert session.frame is not None
    assert not session.frame.is_accepted


def test_a_lost_share_is_told_once_and_an_edition_is_offered_when_it_is_back(sessions, share: Path) -> None:
    window = window_of(sessions(load(share), Policy()))
    away = share.with_name("away.json")
    for lost, told in ((True, False), (False, False), (True, False), (True, True)):  # a moment without network is not told
        if lost is share.exists():
            (share if lost else away).rename(away if lost else share)
        look(window)
        assert window.notice.isVisible() is told
    assert str(share) in window.notice._text.text()
    window.notice.clear()
    look(window)
    assert window.notice.isHidden()
    away.rename(share)
    change(share)
    look(window)
    assert window.new_edition.isVisible()
    share.unlink()
    for _ in range(3):
        look(window)
    assert window.notice.isHidden()


def test_an_article_that_could_not_be_read_at_the_start_is_offered_when_it_can_be(sessions, share: Path) -> None:
    away = share.with_name("away.json")
    session = sessions(load(paths.CONTENT), Policy(content=str(away)), away)
    window = window_of(session)
    for _ in range(3):
        look(window)
    assert window.notice.isHidden()  # it has been told at the start
    change(share, id="ours", title="Our own article")
    share.rename(away)
    look(window)
    offer = window.new_edition
    assert "Our own article" in offer.notice._text.text()
    assert offer.compare_button.isHidden()
    offer.open_button.click()
    assert session.window is not None
    assert session.window.article.title == "Our own article"


def test_the_bundled_article_is_not_watched(sessions) -> None:
    assert window_of(sessions(load(paths.CONTENT), Policy())).findChildren(Renewal) == []


def test_a_share_that_does_not_answer_never_stops_the_window(sessions, share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = window_of(sessions(load(share), Policy()))
    answer, asked = threading.Event(), []

    def slow(path: Path, known: Loaded, states: object) -> Look:
        asked.append(states)
        answer.wait(60)
        return look_again(path, known)

    monkeypatch.setattr(renewal, "look_again", slow)
    watch = window.findChildren(Renewal)[0]
    change(share)
    begun = time.monotonic()
    for _ in range(100):
        watch.look()
    assert time.monotonic() - begun < 5
    assert len(asked) == 1  # looks do not pile up
    assert watch._asked is not None
    assert watch._asked._thread.daemon  # nor does it keep the program from ending
    answer.set()
    watch._asked._thread.join()
    watch.look()
    assert window.new_edition.isVisible()
