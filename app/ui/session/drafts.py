"""Show a file while somebody writes it: the text at each saving, and beside it what is wrong with it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.library.user_library import LibraryFolders
from app.ui.session.open_now import OpenNow, Wanted

if TYPE_CHECKING:
    from app.core.drafts.asked import Asking
    from app.core.drafts.texts import ImportReport
    from app.ui.writing.following import Following, Report

RELOADED_AFTER = 500
"""Milliseconds after which it is tried again to show a file that was saved while something lay over the window."""


class Drafts(QObject):
    """Owns the file that is followed, if one is; `folders` are those of the library, whose articles' questions are compared.

    It lasts as long as its parent, the session; what follows a file goes when that is over.

    Signals: `wanted(Wanted)` for the text to show in the window, and it is shown when the signal returns; `file_wanted(path, place)` for a file that
    is an article to read; `ended()` when a file is followed no longer.
    """

    wanted = Signal(object)
    file_wanted = Signal(str, object)
    ended = Signal()

    def __init__(self, now: OpenNow, folders: LibraryFolders, parent: QObject) -> None:
        super().__init__(parent)
        self._now, self._folders = now, folders
        self._following: Following | None = None
        self._reload = QTimer(self, interval=RELOADED_AFTER, singleShot=True)
        self._reload.timeout.connect(self._show_draft)

    @property
    def path(self) -> Path | None:
        """The file that is followed."""
        return self._following.report.path if self._following is not None else None

    def open(self, name: str, place: str | None = None) -> None:
        """Open a content file that somebody has chosen: who may write it sees it while writing, to others it is an article to read."""
        if name:
            from app.core.drafts.watching import is_for_author  # noqa: PLC0415
            from app.core.teaching.lesson import is_lesson  # noqa: PLC0415 - only who opens a file needs it

            if is_for_author(Path(name)) and not is_lesson(Path(name)):
                self.follow(Path(name), place)
                return
        self.file_wanted.emit(name, place)

    def follow_import(self, path: Path, report: "ImportReport") -> None:
        """Show the article that a text has become; what was lost is a problem until it is saved again, the rest of the report is suggested."""
        self.follow(path, made=report)

    def follow(self, path: Path, place: str | None = None, made: "ImportReport | None" = None) -> None:
        """Show a file, and each time it is saved what it is then; while it cannot be shown, what is wrong with it stands beside the article."""
        from app.ui.writing.following import Following  # noqa: PLC0415 - only who writes needs it

        self.stop()
        self._following = following = Following(path, self, self._asking, made)
        following.shown.connect(self._show_draft)
        following.reported.connect(self.show_report)
        following.begin()
        if place is not None and following.report.shown is not None:
            self._now.go_to(place)

    def _asking(self) -> "tuple[Asking, ...]":
        """Return what reads the questions that people ask of the articles of the library."""
        from app.core.drafts.asked import asking_in  # noqa: PLC0415 - only who writes needs it

        return asking_in(self._folders)

    def stop(self) -> None:
        """Follow a file no longer; what is shown stays, and from now on another edition of it is offered."""
        following, self._following = self._following, None
        if following is None:
            return
        following.stop()
        following.deleteLater()
        if self._now.window is not None and self._now.has_window():
            self._now.window.end_writing()
            self.ended.emit()

    def stop_unless(self, wanted: Wanted) -> None:
        """Follow a file no longer when something else than its text is opened."""
        if self._following is not None and self._following.report.shown is not wanted.loaded:
            self.stop()

    def end(self) -> None:
        """Look at the file no more: the window closes."""
        if self._following is not None:
            self._following.stop()

    def _show_draft(self) -> None:
        """Show the text of the file that is being written, at the same place and line where it is the same article."""
        from app.core.drafts.draft import read_draft  # noqa: PLC0415 - only who writes needs it

        loaded = self._following.report.shown if self._following is not None else None
        before = self._now.window
        if loaded is None or (before is not None and before.loaded is loaded):
            return
        if before is not None and self._now.is_covered():
            self._reload.start()
            return
        is_same = before is not None and before.article.id == loaded.article.id
        here, top = (before.reader.place, before.reader.part().top()) if before is not None else ("", None)
        is_read = before is not None and before.age.isHidden()
        self.wanted.emit(Wanted(loaded, returns=is_same, way=partial(read_draft, loaded.path)))
        window = self._now.window
        if window is None or before is None or not is_same:
            return
        window.setGeometry(before.geometry())
        if window.reader.place == here:
            window.reader.part().scroll_to_top(top)  # the same line, however much was written above it
        if is_read:
            window.age.hide()

    def show_report(self) -> None:
        """Show in the window what is known of the file that is being written."""
        window = self._now.window
        if self._following is None or window is None:
            return
        report: Report = self._following.report
        is_first = window.writing is None
        view = window.show_report(report, is_of_window=window.loaded is report.shown)
        if is_first:
            view.stop_wanted.connect(self.stop)
