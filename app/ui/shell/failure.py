"""When something goes wrong that the program did not foresee: a log file and a dialog, no silent death."""

import logging
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from app import NAME, __version__
from app.core.files.leaving import UNLIMITED, Leaving
from app.machine.exits import complain
from app.ui.widgets.clipboard import put

LOG = "log.txt"
OLD_LOG = "log-old.txt"
LOG_SIZE = 200_000
"""Bytes above which a new log is begun; one old one is kept."""

log = logging.getLogger("app")


def open_log(folder: Path | None) -> Path | None:
    """Send the program's log to a file in the folder; the file is made with its first line, and without one nothing is lost but the log."""
    log.setLevel(logging.INFO)
    log.propagate = False
    if folder is None:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / LOG).exists() and (folder / LOG).stat().st_size > LOG_SIZE:
            (folder / LOG).replace(folder / OLD_LOG)
        handler = _Quiet(folder / LOG, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    return folder / LOG


class _Quiet(logging.FileHandler):
    """A log file that may fail: a full disk must not stop the program."""

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802 - called by logging
        """Go on without a log."""


class FailureReporter:
    """Takes what nobody caught: writes it to the log and tells the user, one dialog at a time; its details only where they may be copied."""

    def __init__(self, log_file: Path | None, leaving: Leaving = UNLIMITED) -> None:
        self._log_file = log_file
        self._leaving = leaving
        self._showing = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Be `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("unforeseen error\n%s", details)
        where = self._log_file or "no log, because no folder can be written"
        complain(f"something went wrong ({kind.__name__}: {error}); details are in {where}", shown=True)
        if not self._showing and QApplication.instance() is not None:
            self._showing = True
            self._show(details)

    def _show(self, details: str) -> None:
        """Show the details. The box has no parent, since any window may be what failed; this call owns it."""
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            NAME,
            box_text("Something went wrong. You can go on reading. If it happens again, please copy the details and report them."),
        )
        box.setWindowModality(Qt.WindowModality.ApplicationModal)
        where = f"{self._log_file}\n\n" if self._log_file else ""
        report = f"{NAME} {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}\n{where}{details}"
        copy = QPushButton(box_text("Copy details"), box)
        copy.setAccessibleName(copy.text())
        if self._leaving.may_copy:
            box.setDetailedText(report)
            box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
        else:
            copy.hide()
            box.setInformativeText(str(self._log_file or ""))
        box.addButton(QMessageBox.StandardButton.Close)
        show_box(box)
        if box.clickedButton() is copy:
            put(report, self._leaving)
        self._showing = False
        box.deleteLater()


def box_text(text: str) -> str:
    """Return a text of a dialog in the program's language."""
    return QApplication.translate("Failure", text)


def show_box(box: QMessageBox) -> None:
    """Show a message box and return when it has been closed: the one place where an event loop runs inside another.

    What it tells has to be seen even where no event loop runs yet, or the one that runs is what failed. Whatever is open meanwhile may be
    closed, the window too: the box belongs to none of it.
    """
    box.exec()


def show_failure(message: str) -> None:
    """Tell in a dialog why the window cannot open; for people who started the program by double-click and see no terminal.

    The box has no parent, since there is no window; this call owns it.
    """
    box = QMessageBox(QMessageBox.Icon.Critical, NAME, message)
    show_box(box)
    box.deleteLater()
