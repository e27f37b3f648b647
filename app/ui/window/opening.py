"""Ask for other content files: one to open in place of the article, or another edition to compare with it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.machine import paths
from app.machine.aside import Aside
from app.ui.reading.reading_pane import ReadingPane
from app.ui.widgets.open_dialog import OpenDialog

LOOKED_EVERY = 10
"""Milliseconds after which it is looked whether the other edition has been read."""


class Opening(QObject):
    """Asks for the files; what is chosen is opened after the dialog has closed.

    Signals: `content_wanted(path)` when another article is asked for, an empty path is the bundled one; `told(message)` when a file could not be
    compared.
    """

    content_wanted = Signal(str)
    told = Signal(str)

    def __init__(self, window: QWidget, reader: ReadingPane, loaded: Loaded) -> None:
        super().__init__(window)
        self._window, self._reader, self._loaded = window, reader, loaded
        self._reading: tuple[Path, Aside[Loaded | str]] | None = None
        self._look = QTimer(self, interval=LOOKED_EVERY)
        self._look.timeout.connect(self._take_edition)

    def choose_content(self) -> None:
        """Ask for another article."""
        dialog = self._dialog(self.tr("Open content file"))
        dialog.file_chosen.connect(self.content_wanted)
        dialog.open()

    def open_bundled(self) -> None:
        """Ask for the article that comes with the program."""
        self.content_wanted.emit("")

    def open_handbook(self) -> None:
        """Ask for the article that tells how to use the program."""
        self.content_wanted.emit(str(paths.HANDBOOK))

    def compare_editions(self) -> None:
        """Ask for another edition of the article and show what changed."""
        dialog = self._dialog(self.tr("Compare with another edition"))
        dialog.file_chosen.connect(self.show_changes)
        dialog.open()

    def _dialog(self, title: str) -> OpenDialog:
        return OpenDialog(self._window, title, (self.tr("Content (*.json)"), self.tr("All files (*)")))

    def show_changes(self, name: str | Path) -> None:
        """Show what changed between another edition and this one; the older one counts as before.

        The file is read and checked beside the window, which goes on meanwhile; another one that is asked for takes its place.
        """
        path = Path(name)
        self._reading = path, Aside(lambda: _read(path))
        self._window.setCursor(Qt.CursorShape.BusyCursor)
        self._look.start()

    def _take_edition(self) -> None:
        """Show what changed once the other edition has been read."""
        if self._reading is None or not self._reading[1].is_done:
            return
        (path, work), self._reading = self._reading, None
        self._look.stop()
        self._window.unsetCursor()
        other = work.result or _read(path)  # what nobody foresaw happens here again, and is reported
        if isinstance(other, str):
            self.told.emit(self.tr("This file was not compared. {reason}").format(reason=other))
            return
        old, new = sorted((other, self._loaded), key=lambda loaded: loaded.article.edition.updated)
        self._reader.show_changes(old, new)

    def show_changes_to(self, new: Loaded) -> None:
        """Show what changed from this edition to one that has taken its place in the file, whatever their dates."""
        self._reader.show_changes(self._loaded, new)


def _read(path: Path) -> Loaded | str:
    """Return an edition, or why it cannot be read."""
    try:
        return load(path)
    except (ContentError, UnreadableError) as error:
        return str(error)
