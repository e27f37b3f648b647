"""Run the window: settings, log, theme, and another article when it is asked for."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QIcon
from PySide6.QtWidgets import QApplication

from app import NAME, __version__, paths
from app.core.loader import ContentError, Loaded, UnreadableError, load
from app.ui.accessible import make_interface
from app.ui.appearance import Appearance
from app.ui.failure import FailureReporter, open_log, show_failure
from app.ui.settings import Settings, user_folder
from app.ui.window import Window


def make_application() -> QApplication:
    """Return the one application object."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cervical-reference")
    application.setWindowIcon(QIcon(str(paths.ICONS / "app.png")))
    application.setStyle("Fusion")
    QAccessible.installFactory(make_interface)
    return application


def run(loaded: Loaded, notice: str, place: str | None, words: str | None) -> int:
    """Show the window and return the exit code when it has been closed."""
    application = make_application()
    folder = user_folder(Path(sys.argv[0]).resolve().parent)
    sys.excepthook = FailureReporter(open_log(folder))
    session = Session(application, Settings(folder / "settings.ini" if folder else None))
    session.open(loaded, place, notice)
    if words:
        session.search_when_accepted(words)
    return application.exec()


def tell(message: str) -> None:
    """Show a failure that keeps the window from opening."""
    make_application()
    show_failure(message)


class Session(QObject):
    """One run of the program: keeps the settings and the window of the article that is open."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._remembered = settings.read()
        self._appearance = Appearance(application, self._remembered.theme, self._remembered.text_size)
        self._words = ""
        self.window: Window | None = None

    def open(self, loaded: Loaded, place: str | None, notice: str) -> None:
        """Open an article in a window, in place of the one that is open."""
        before = self.window
        window = Window(loaded, self._appearance)
        window.content_wanted.connect(self.open_file)
        window.left.connect(self._keep)
        window.accepted.connect(self._search)
        window.restore(self._remembered, place)
        if notice:
            window.notice.show_message(notice)
        self.window = window
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def open_file(self, name: str) -> None:
        """Open another content file, or say in the window what is wrong with it."""
        try:
            loaded = load(Path(name) if name else paths.CONTENT)
        except (ContentError, UnreadableError) as error:
            if self.window is not None:
                self.window.notice.show_message(self.tr("This file was not opened. {reason}").format(reason=error))
            return
        self.open(loaded, None, "")

    def search_when_accepted(self, words: str) -> None:
        """Search for words as soon as the disclaimer is accepted."""
        self._words = words

    def _search(self) -> None:
        if self._words and self.window is not None:
            self.window.search(self._words)
            self._words = ""

    def _keep(self, accepted: bool) -> None:  # noqa: FBT001 - carried by a signal
        """Store the reader's state; who declines the disclaimer leaves no trace."""
        window = self.sender()
        if accepted and isinstance(window, Window):
            self._remembered = window.remember()
            self._settings.write(self._remembered)
