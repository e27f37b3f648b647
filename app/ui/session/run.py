"""Run the window: settings, log, language, and the signals of the system."""

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from app.core.files.leaving import UNLIMITED, Leaving
from app.core.files.loader import Loaded
from app.core.files.own_files import program_folder, settings_file
from app.core.files.policy import Policy
from app.machine import paths
from app.machine.collector import look, settle
from app.machine.leftovers import leftovers
from app.ui.look.theme import has_fonts
from app.ui.session.application import make_application
from app.ui.session.session import Session, Taught
from app.ui.shell.listening import Listener
from app.ui.shell.second_start import Running
from app.ui.shell.settings import Settings, user_folder
from app.ui.shell.signals import EndSignals
from app.ui.shell.translation import speak

if TYPE_CHECKING:
    from app.ui.shell.failure import FailureReporter

BETWEEN_LOOKS = 1000
"""Milliseconds from one look for garbage to the next."""


def run(
    loaded: Loaded,
    notice: str,
    place: str | None,
    words: str | None,
    taught: Taught | None,
    policy: Policy,
    running: Running | None = None,
    preview: Path | None = None,
    library: Path | None = None,
) -> int:
    """Show the window and return the exit code when it has been closed; `running` is where other starts ask for it.

    A file to `preview` is shown while it is written; while it cannot be shown, the article that is given. `library` is a folder with more articles.
    """
    application = make_application()
    if not has_fonts():
        raise NoFontError
    folder = user_folder(program_folder())
    sys.excepthook = Hook(folder, Leaving(policy.allow))
    settings = Settings(settings_file(folder, program_folder()) if folder else None)
    missed = Path(policy.content) if policy.content and loaded.path == paths.CONTENT else None
    session = Session(application, settings, policy, speak(application, paths.I18N), missed, library)
    session.loaded.connect(settle, Qt.ConnectionType.SingleShotConnection)
    collecting = QTimer(session, interval=BETWEEN_LOOKS)
    collecting.timeout.connect(look)
    collecting.start()
    signals = EndSignals(application)
    signals.asked.connect(session.end, Qt.ConnectionType.QueuedConnection)  # an end before the event loop begins would be lost
    signals.stored.connect(session.store)
    if preview is not None:
        session.drafts.follow(preview, place)
    if session.frame is None:
        session.open(loaded, place, notice)
    if running is not None:
        listener = Listener(running, session)
        listener.asked.connect(session.show_asked)
        listener.begin()
    if others := leftovers():
        from app.ui.shell.failure import log, open_log  # noqa: PLC0415

        open_log(folder)
        log.info("temporary folders of other runs, or of runs that were killed: %s", ", ".join(map(str, others)))
    if words:
        session.search_when_accepted(words)
    if taught is not None:
        session.teach_when_accepted(taught)
    code = application.exec()
    signals.release()
    return code


class NoFontError(Exception):
    """No font is installed: a window would show nothing but boxes, the disclaimer included."""


class Hook:
    """Takes what nobody caught; what reports it is loaded when it is needed."""

    def __init__(self, folder: Path | None, leaving: Leaving = UNLIMITED) -> None:
        self._folder = folder
        self._leaving = leaving
        self._reporter: FailureReporter | None = None

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Be `sys.excepthook`."""
        if self._reporter is None:
            from app.ui.shell.failure import FailureReporter, open_log  # noqa: PLC0415

            self._reporter = FailureReporter(open_log(self._folder), self._leaving)
        self._reporter(kind, error, trace)


def show_start_failure(message: str) -> None:
    """Show a failure that keeps the window from opening."""
    from app.ui.shell.failure import show_failure  # noqa: PLC0415

    application = make_application()
    if has_fonts():
        show_failure(message)
    del application
