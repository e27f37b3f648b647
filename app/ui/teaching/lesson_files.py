"""Files that say what to teach: which one is asked for, opened and saved, what is said about it, and which were used last."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.files.leaving import Leaving
from app.core.files.loader import ContentError, UnreadableError
from app.core.pages.document import Document
from app.ui.widgets.file_dialog import OpenDialog
from app.ui.widgets.save_dialog import SaveDialog

MOST_RECENT = 8
"""Lessons that are remembered; of more, those that were used longest ago are forgotten."""


class LessonFiles(QObject):
    """Opens and saves them for one window and its article, over no file that the program itself reads: `leaving` refuses that.

    `path` is the lesson that was opened or saved last, and `places` what stands in it; `recent` has the files that were, the last one first.
    `knows_others` says whether there is somebody who opens other articles.

    Signals: `opened(places)` with what a file says to teach; `changed()` when `path` or `recent` did; `done(message)` with what was done,
    `in_sentences(message)` when something could not be opened or saved; `article_wanted(path, article)` when a lesson is of another article.
    """

    opened = Signal(tuple)
    changed = Signal()
    done = Signal(str)
    told = Signal(str)
    article_wanted = Signal(str, str)

    def __init__(self, window: QWidget, document: Document, leaving: Leaving) -> None:
        super().__init__(window)
        self._window = window
        self._article = document.article
        self._labels = document.labels
        self._leaving = leaving
        self._to_save: tuple[str, ...] = ()
        self.knows_others = False
        self.path: Path | None = None
        self.places: tuple[str, ...] = ()
        self.recent: tuple[Path, ...] = ()

    def name_of(self, places: tuple[str, ...]) -> str:
        """Return in words which lesson some places are: a file's, a file's with changes, or none's yet."""
        from app.core.teaching.lesson import teachable  # noqa: PLC0415

        if self.path is None:
            return self.tr("The whole article") if places == teachable(self._article) else self.tr("Not saved as a lesson")
        named = self.tr("Lesson “{name}”") if places == self.places else self.tr("Lesson “{name}”, changed")
        return named.format(name=self.path.stem)

    def restore(self, recent: Iterable[str]) -> None:
        """Take the files of earlier starts."""
        self.recent = tuple(map(Path, recent))
        self.changed.emit()

    def remember(self, path: Path, places: tuple[str, ...]) -> None:
        """Take a file as the lesson that is used now."""
        self.path, self.places = path.absolute(), places
        if str(path).isprintable():  # what cannot be printed is not stored in the settings either
            self.recent = (self.path, *(other for other in self.recent if other != self.path))[:MOST_RECENT]
        self.changed.emit()

    # --- opening ---

    def ask_to_open(self) -> None:
        """Ask which file to open."""
        kinds = [self.tr("Lessons (*.json)"), self.tr("All files (*)")]
        dialog = OpenDialog(self._window, self.tr("Open a lesson"), kinds)
        for last in self.recent[:1]:
            dialog.setDirectory(str(last.parent))
        dialog.file_chosen.connect(self._open_chosen)
        dialog.open()

    def _open_chosen(self, path: str) -> None:
        self.open(Path(path))

    def open(self, path: Path) -> None:
        """Open a file; that of another article is opened with its article."""
        from app.core.teaching.lesson import article_of  # noqa: PLC0415

        named = article_of(path)
        if named in {"", self._article.id} or not self.knows_others:
            self.open_here(path)
        else:
            self.article_wanted.emit(str(path), named)

    def open_here(self, path: Path) -> None:
        """Open a file of this article, or say in whole sentences what is wrong with it; one that is gone is offered no longer."""
        from app.core.teaching.lesson import in_sentences, read_lesson  # noqa: PLC0415

        refused = self.tr("The lesson “{name}” was not opened. {reason}")
        try:
            lesson = read_lesson(path, self._article, self._labels)
        except ContentError as error:
            self.told.emit(refused.format(name=path.stem, reason=in_sentences(error.problems, self._labels)))
        except UnreadableError as error:
            if not _is_there(path):
                self.recent = tuple(other for other in self.recent if other != path.absolute())
                self.changed.emit()
                self.told.emit(self.tr("The lesson “{name}” is no longer there: {path}").format(name=path.stem, path=path))
            else:
                self.told.emit(refused.format(name=path.stem, reason=f"{error}."))
        else:
            self.remember(path, lesson.places)
            self.opened.emit(lesson.places)

    # --- saving ---

    def ask_to_save(self, places: tuple[str, ...]) -> None:
        """Ask where to save what to teach."""
        self._to_save = places
        name = self.path.stem if self.path is not None else self.tr("lesson")
        dialog = SaveDialog(self._window, self.tr("Save the lesson"), name, [self.tr("Lessons (*.json)")])
        for last in self.recent[:1]:
            dialog.setDirectory(str(last.parent))
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
            self.told.emit(self.tr("The lesson was not saved: {reason}.").format(reason=error))
        else:
            self.remember(path, places)
            self.done.emit(self._labels.lesson_saved.format(name=path.stem, path=path))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have, a share that is away
        return False
