"""Ask for other content files: one to open in place of the article, or another edition to compare with it."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.article.places import HANDBOOK
from app.core.files.leaving import Leaving
from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.ui.reading.reading_pane import ReadingPane
from app.ui.widgets.file_dialog import OpenDialog
from app.ui.widgets.save_dialog import SaveDialog
from app.ui.widgets.working import Working

if TYPE_CHECKING:
    from app.core.drafts.texts import ImportReport


class Opening(QObject):
    """Asks for the files; what is chosen is opened after the dialog has closed.

    Signals: `content_wanted(path)` when another article is asked for, an empty path is the bundled one; `address_wanted(address)` when a place of
    another article is; `told(message)` when a file could not be compared or imported; `imported(path, report)` when a text has been made into a
    content file there; `problem_wanted(step)` when the next (1) or the previous (-1) problem of the file that is being written is asked for.
    """

    content_wanted = Signal(str)
    address_wanted = Signal(str)
    problem_wanted = Signal(int)
    imported = Signal(Path, object)
    told = Signal(str)

    def __init__(self, window: QWidget, reader: ReadingPane, loaded: Loaded, leaving: Leaving) -> None:
        super().__init__(window)
        self._leaving = leaving
        self._text = Path()
        self._window, self._reader, self._loaded = window, reader, loaded
        self._working = Working(self)

    def choose_content(self) -> None:
        """Ask for another article."""
        kinds = (
            self.tr("Articles and texts (*.json *.md *.markdown *.txt *.docx)"),
            self.tr("Content (*.json)"),
            self.tr("Texts (*.md *.markdown *.txt *.docx)"),
            self.tr("All files (*)"),
        )
        dialog = OpenDialog(self._window, self.tr("Open content file"), kinds)
        dialog.file_chosen.connect(self.content_wanted)
        dialog.open()

    def open_bundled(self) -> None:
        """Ask for the article that comes with the program."""
        self.content_wanted.emit("")

    def open_handbook(self) -> None:
        """Ask for the article that tells how to use the program; where it is open, go to its beginning."""
        article = self._loaded.article
        if article.id == HANDBOOK:
            self._reader.go_to(article.sections[0].id)
        else:
            self.address_wanted.emit(f"{HANDBOOK}:")

    def next_problem(self) -> None:
        """Ask for the next problem of the file that is being written."""
        self.problem_wanted.emit(1)

    def previous_problem(self) -> None:
        """Ask for the problem before."""
        self.problem_wanted.emit(-1)

    def import_text(self) -> None:
        """Ask for a text, then for the content file that it shall become."""
        kinds = (self.tr("Texts (*.md *.markdown *.txt *.docx)"), self.tr("All files (*)"))
        dialog = OpenDialog(self._window, self.tr("Import a text"), kinds)
        dialog.file_chosen.connect(self.ask_where)
        dialog.open()

    def ask_where(self, text: str) -> None:
        """Ask where the article that a text makes shall be saved."""
        self._text = Path(text)
        dialog = SaveDialog(self._window, self.tr("Save the article"), self._text.stem, (self.tr("Content (*.json)"),), self._text.parent)
        dialog.file_chosen.connect(self.import_to)
        dialog.open()

    def import_to(self, name: str) -> None:
        """Make the content file beside the window, which goes on meanwhile."""
        content = Path(name)
        self._begin("import", partial(_import, self._text, content, self._leaving), partial(self._take_import, content))

    def _begin(self, name: str, work: Callable[[], Any], take: Callable[[Any], None]) -> None:
        """Begin something beside the window; what was asked for before under this name is given up."""
        self._working.begin_anew(name, work, partial(self._take, work, take))
        self._window.setCursor(Qt.CursorShape.BusyCursor)

    def _take(self, work: Callable[[], Any], take: Callable[[Any], None], result: Any) -> None:  # noqa: ANN401 - whatever the work returns
        if not self._working.is_busy():
            self._window.unsetCursor()
        take(result if result is not None else work())  # what nobody foresaw happens here again, and is reported

    def _take_import(self, content: Path, made: "ImportReport | str") -> None:
        """Show the article once it has been made."""
        if isinstance(made, str):
            self.told.emit(self.tr("This text was not imported. {reason}").format(reason=made))
        else:
            self.imported.emit(content, made)

    def compare_editions(self) -> None:
        """Ask for another edition of the article and show what changed."""
        kinds = (self.tr("Content (*.json)"), self.tr("All files (*)"))
        dialog = OpenDialog(self._window, self.tr("Compare with another edition"), kinds)
        dialog.file_chosen.connect(self.show_changes)
        dialog.open()

    def show_changes(self, name: str | Path) -> None:
        """Show what changed between another edition and this one; the older one counts as before.

        The file is read and checked beside the window, which goes on meanwhile; another one that is asked for takes its place.
        """
        self._begin("compare", partial(_read, Path(name)), self._take_edition)

    def _take_edition(self, other: Loaded | str) -> None:
        """Show what changed once the other edition has been read."""
        if isinstance(other, str):
            self.told.emit(self.tr("This file was not compared. {reason}").format(reason=other))
            return
        old, new = sorted((other, self._loaded), key=lambda loaded: loaded.article.edition.updated)
        self._reader.show_changes(old, new)

    def show_changes_to(self, new: Loaded) -> None:
        """Show what changed from this edition to one that has taken its place in the file, whatever their dates."""
        self._reader.show_changes(self._loaded, new)


def _import(text: Path, content: Path, leaving: Leaving) -> "ImportReport | str":
    from app.core.drafts.texts import import_file  # noqa: PLC0415 - the readers of texts are loaded for who imports one

    return import_file(text, content, leaving, dt.date.today())  # noqa: DTZ011 - the author's own day


def _read(path: Path) -> Loaded | str:
    """Return an edition, or why it cannot be read."""
    try:
        return load(path)
    except (ContentError, UnreadableError) as error:
        return str(error)
