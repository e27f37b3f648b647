"""The application object."""

import sys

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from app import NAME, __version__
from app.machine import paths
from app.ui.widgets.headings import install, make_heading


class Application(QApplication):
    """The application object.

    Signals: `file_wanted(path)` when the desktop passes on a file to a program that runs already, as macOS does.
    """

    file_wanted = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Pass on the file that is to be opened."""
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(event.file() or event.url().toString())
            return True
        return super().event(event)


def make_application() -> Application:
    """Return the one application object."""
    application = Application([*sys.argv[:1], "-style", "fusion"])  # `setStyle` would load Qt's class of styles with its thousand names
    application.setApplicationName(NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cervical-reference")
    application.setWindowIcon(QIcon(str(paths.ICONS / "app.png")))
    install(make_heading)
    return application
