"""The page that compares the open article with another edition."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.widgets.file_dialog import OpenDialog
from app.ui.window.commands import Id
from app.ui.window.window import Window
from tests.ui.hands import focus, press, words

At = Callable[..., Window]
Saved = Callable[..., Path]

ALT = Qt.KeyboardModifier.AltModifier


def dated(date: str) -> Callable[[dict[str, Any]], None]:
    """Return the edit that makes an edition of another date, with a word less in its first answer."""

    def edit(data: dict[str, Any]) -> None:
        data["edition"]["updated"] = date
        answer = data["faq"]["entries"][0]["answer"]
        data["faq"]["entries"][0]["answer"] = answer.replace("too early", "early")
        assert data["faq"]["entries"][0]["answer"] != answer

    return edit


def compare(window: Window, path: Path) -> None:
    """Compare with an edition and wait until it has been read."""
    window.opening.show_changes(path)
    wait_for_edition(window)


def wait_for_edition(window: Window) -> None:
    while window.opening._working.is_busy():
        QTest.qWait(5)


def test_the_window_goes_on_while_an_edition_is_read(at: At, saved: Saved) -> None:
    window = at("overview")
    window.opening.show_changes(saved(dated("2026-12-01")))
    assert window.cursor().shape() == Qt.CursorShape.BusyCursor
    window.reader.go_to("faq")
    assert window.reader.place == "faq"
    wait_for_edition(window)
    assert window.reader.place == "changes"
    assert window.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_what_changed_is_a_page_of_its_own(at: At, saved: Saved) -> None:
    window = at("treatment-and-management")
    compare(window, saved(dated("2026-12-01")))
    assert window.reader.place == "changes"
    assert window.frame.windowTitle().startswith("What changed – ")
    told = words(window.reader.page)
    assert "What is cervical insufficiency? · answer" in told
    assert "Before: It is a condition in which the cervix starts to dilate too early" in told
    assert "Now: It is a condition in which the cervix starts to dilate early" in told
    assert focus() is window.reader.page
    assert not window.notice.isVisible()
    assert not window.reader.side.isVisible()


@pytest.mark.parametrize("width", [800, 1280])
def test_back_leads_to_where_the_reader_was_and_forward_to_what_changed(at: At, saved: Saved, width: int) -> None:
    window = at("treatment-and-management", width=width, height=500)
    window.reader.scroll_to_share(0.5)
    scrolled = window.reader.page.verticalScrollBar().value()
    assert scrolled > 0
    compare(window, saved(dated("2026-12-01")))
    assert window.reader.page.verticalScrollBar().value() == 0
    press(Qt.Key.Key_Left, ALT)
    assert window.reader.place == "treatment-and-management"
    assert abs(window.reader.page.verticalScrollBar().value() - scrolled) <= 1
    assert "dilate too early" not in words(window.reader.page)
    press(Qt.Key.Key_Right, ALT)
    assert window.reader.place == "changes"
    assert "What is cervical insufficiency? · answer" in words(window.reader.page)


@pytest.mark.parametrize(
    ("date", "before", "now"),
    [("2026-12-01", "18 October 2025", "1 December 2026"), ("2024-01-02", "2 January 2024", "18 October 2025")],
)
def test_the_older_edition_counts_as_before(at: At, saved: Saved, date: str, before: str, now: str) -> None:
    window = at("overview")
    compare(window, saved(dated(date)))
    told = words(window.reader.page)
    assert f"Before: Article of {before}, content " in told
    assert f"Now: Article of {now}, content " in told
    open_is_older = date > "2025-10-18"
    assert ("Before: It is a condition in which the cervix starts to dilate too early" in told) == open_is_older
    assert ("Now: It is a condition in which the cervix starts to dilate too early" in told) != open_is_older


def test_of_two_editions_of_one_day_the_open_one_is_the_new_one(at: At, saved: Saved) -> None:
    window = at("overview")
    compare(window, saved(dated("2025-10-18")))
    assert "Now: It is a condition in which the cervix starts to dilate too early" in words(window.reader.page)


def test_the_same_edition_has_nothing_changed(at: At, saved: Saved) -> None:
    window = at("overview")
    compare(window, saved(lambda _: None))
    assert "Nothing has changed." in words(window.reader.page)


def test_a_statement_that_changed_stands_with_its_notes(at: At, saved: Saved) -> None:
    def edit(data: dict[str, Any]) -> None:
        data["edition"]["updated"] = "2026-12-01"
        (rest,) = [part for section in data["sections"] for part in section["passages"] if part["id"] == "treatment-and-management/bed-rest"]
        rest["text"] = rest["text"].replace("both kinds", "all kinds")

    window = at("overview")
    compare(window, saved(edit))
    told = words(window.reader.page)
    assert told.index("all kinds of rest") < told.index("Bed rest has not been shown to prevent preterm birth")


@pytest.mark.parametrize("damage", [b"", b"{}", b"no json", b'{"schema": 2}', b"%PDF-1.7", None], ids=str)
def test_a_damaged_file_is_told_and_the_page_stays(at: At, tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "other.json"
    if damage is not None:
        path.write_bytes(damage)
    window = at("treatment-and-management")
    compare(window, path)
    assert window.notice.isVisible()
    message = window.notice._text.text()
    assert message.startswith(f"This file was not compared. {path}")
    assert "\n" not in message
    assert window.reader.place == "treatment-and-management"
    assert not window.reader.history.can_go_back
    window.notice._close.click()
    assert not window.notice.isVisible()


def test_an_article_of_another_language_can_be_compared(at: At) -> None:
    window = at("overview")
    compare(window, Path(__file__).parents[2] / "articles" / "tiny.json")
    assert window.reader.place == "changes"
    window.reader.page.grab()


def test_another_comparison_takes_the_place_of_the_first(at: At, saved: Saved) -> None:
    window = at("overview")
    compare(window, saved(dated("2026-12-01")))
    compare(window, saved(lambda _: None))
    assert "Nothing has changed." in words(window.reader.page)


def asked(window: Window, command: Id) -> OpenDialog:
    window.commands.by_id[command].trigger()
    (dialog,) = window.findChildren(OpenDialog)
    assert dialog.isVisible()
    return dialog


def test_the_command_asks_for_a_file(at: At, saved: Saved, qtbot: QtBot) -> None:
    window, path = at("overview"), saved(dated("2026-12-01"))
    dialog = asked(window, Id.COMPARE)
    dialog.setDirectory(str(path.parent))
    qtbot.keyClicks(dialog.findChild(QLineEdit, "fileNameEdit"), path.name)
    dialog.accept()
    wait_for_edition(window)
    assert window.reader.place == "changes"
    window.reader.go_back()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    asked(window, Id.COMPARE).reject()
    assert window.reader.place == "overview"


@pytest.mark.parametrize("command", [Id.COMPARE, Id.OPEN])
def test_a_window_that_closes_meanwhile_takes_the_question_with_it(at: At, command: Id) -> None:
    window, wanted = at("overview"), list[str]()
    window.opening.content_wanted.connect(wanted.append)
    asked(window, command)
    frame = window.frame
    assert frame.close()
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    frame.deleteLater()
    del window, frame
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert wanted == []
