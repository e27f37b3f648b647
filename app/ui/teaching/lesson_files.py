"""Files that say what to teach: which one is asked for, opened and saved, and what is said about it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.article.content import Article
from app.core.base.text import ended
from app.core.files.leaving import Leaving
from app.core.files.loader import ContentError, UnreadableError
from app.ui.widgets.open_dialog import OpenDialog
from app.ui.widgets.save_dialog import SaveDialog


class LessonFiles(QObject):
    """Opens and saves them for one window and its article, over no file that the program itself reads: `leaving` refuses that.

    Signals: `opened(places)` with what a file says to teach; `told(message)` when something was saved, or could not be opened or saved.
    """

    opened = Signal(tuple)
    told = Signal(str)

    def __init__(self, window: QWidget, article: Article, leaving: Leaving) -> None:
        super().__init__(window)
        self._window = window
        self._article = article
        self._leaving = leaving
        self._to_save: tuple[str, ...] = ()

    def ask_to_open(self) -> None:
        """Ask which file to open."""
        kinds = [self.tr("What to teach (*.json)"), self.tr("All files (*)")]
        dialog = OpenDialog(self._window, self.tr("Open what to teach"), kinds)
        dialog.file_chosen.connect(self._open_chosen)
        dialog.open()

    def _open_chosen(self, path: str) -> None:
        self.open(Path(path))

    def open(self, path: Path) -> None:
        """Open a file, or say everything that is wrong with it."""
        from app.core.teaching.lesson import read_lesson  # noqa: PLC0415

        refused = self.tr("This file was not opened. {reason}")
        try:
            lesson = read_lesson(path, self._article)
        except ContentError as error:
            self.told.emit(refused.format(reason="; ".join(map(str, error.problems))))
        except UnreadableError as error:
            self.told.emit(refused.format(reason=error))
        else:
            self.opened.emit(lesson.places)

    def ask_to_save(self, places: tuple[str, ...]) -> None:
        """Ask where to save what to teach."""
        self._to_save = places
        dialog = SaveDialog(self._window, self.tr("Save what to teach"), "lesson", [self.tr("What to teach (*.json)")])
        dialog.file_chosen.connect(self._save_chosen)
        dialog.open()

    def _save_chosen(self, path: str) -> None:
        self.save(Path(path), self._to_save)

    def save(self, path: Path, places: tuple[str, ...]) -> None:
        """Write what to teach to a file, or say why that was not possible."""
        from app.core.base.saving import SavingError  # noqa: PLC0415
        from app.core.teaching.lesson import write_lesson  # noqa: PLC0415

        try:
            write_lesson(path, self._article, places, self._leaving)
        except SavingError as error:
            self.told.emit(ended(str(error)))
        else:
            self.told.emit(self.tr("Saved as {path}. “--teach {path}” opens it.").format(path=path))
