"""What nobody foresaw: a log, a dialog, no silent death."""

import logging
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.core.files.leaving import Leaving
from app.core.files.policy import Allowed
from app.ui.shell.failure import FailureReporter, open_log
from app.ui.window.window import Window


@pytest.fixture(autouse=True)
def clean_log() -> Iterator[None]:
    yield
    log = logging.getLogger("app")
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def raise_and_catch() -> tuple[type[BaseException], BaseException]:
    try:
        1 / 0  # noqa: B018 - raised for its trace
    except ZeroDivisionError as error:
        return type(error), error


def press(name: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text().replace("&", "") == name).click()


def test_an_error_is_logged_and_its_details_can_be_copied(tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    log_file = open_log(tmp_path / "new")
    reporter = FailureReporter(log_file)
    QTimer.singleShot(0, lambda: press("Copy details"))
    kind, error = raise_and_catch()
    reporter(kind, error, error.__traceback__)
    assert log_file is not None
    assert "ZeroDivisionError" in log_file.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_where_nothing_may_be_copied_the_log_is_named_and_its_details_are_not_shown(tmp_path: Path, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("before")
    log_file = open_log(tmp_path)
    seen: list[tuple[str, str, list[str]]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.detailedText(), box.informativeText(), [button.text().replace("&", "") for button in box.buttons()]))
        press("Close")

    QTimer.singleShot(0, look)
    kind, error = raise_and_catch()
    FailureReporter(log_file, Leaving(Allowed(copy=False)))(kind, error, error.__traceback__)
    assert seen == [("", str(log_file), ["Close"])]
    assert QApplication.clipboard().text() == "before"


def test_a_window_may_close_while_the_box_is_open(window: Window, tmp_path: Path) -> None:
    gone = weakref.ref(window.frame)

    def close_both() -> None:
        frame = gone()
        assert frame is not None
        assert frame.close()
        frame.deleteLater()
        press("Close")

    QTimer.singleShot(0, close_both)
    kind, error = raise_and_catch()
    FailureReporter(open_log(tmp_path))(kind, error, error.__traceback__)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    frame = gone()
    assert frame is None or not isValid(frame)


def test_no_log_file_is_made_before_there_is_something_to_say(tmp_path: Path) -> None:
    log_file = open_log(tmp_path)
    assert log_file is not None
    assert not log_file.exists()


def test_a_folder_that_cannot_be_made_means_no_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert open_log(tmp_path / "file" / "folder") is None
    assert open_log(None) is None


def test_an_error_in_a_slot_reaches_the_reporter(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: caught.append(kind))
    with qtbot.capture_exceptions() as exceptions:
        QTimer.singleShot(0, lambda: 1 / 0)
        qtbot.waitUntil(lambda: bool(caught or exceptions))
    assert caught == [ZeroDivisionError] or exceptions[0][0] is ZeroDivisionError
