"""Ask for other content files: one to open in place of the article, or another edition to compare with it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.ui.reading.reading_pane import ReadingPane
from app.ui.widgets.open_dialog import OpenDialog


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

    def choose_content(self) -> None:
        """Ask for another article."""
        dialog = self._dialog(self.tr("Open content file"))
        dialog.file_chosen.connect(self.content_wanted)
        dialog.open()

    def open_bundled(self) -> None:
        """Ask for the article that comes with the program."""
        self.content_wanted.emit("")

    def compare_editions(self) -> None:
        """Ask for another edition of the article and show what changed."""
        dialog = self._dialog(self.tr("Compare with another edition"))
        dialog.file_chosen.connect(self.show_changes)
        dialog.open()

    def _dialog(self, title: str) -> OpenDialog:
        return OpenDialog(self._window, title, (self.tr("Content (*.json)"), self.tr("All files (*)")))

    def show_changes(self, name: str | Path) -> None:
        """Show what changed between another edition and this one; the older one counts as before."""
        try:
            other = load(Path(name))
        except (ContentError, UnreadableError) as error:
            self.told.emit(self.tr("This file was not compared. {reason}").format(reason=error))
            return
        old, new = sorted((other, self._loaded), key=lambda loaded: loaded.article.edition.updated)
        self._reader.show_changes(old, new)

    def show_changes_to(self, new: Loaded) -> None:
        """Show what changed from this edition to one that has taken its place in the file, whatever their dates."""
        self._reader.show_changes(self._loaded, new)
