"""Brings the index over all articles to what the library holds, beside the window, and tells how far it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.article.places import HANDBOOK
from app.core.base.labels import Labels
from app.core.library.library import Library
from app.core.library.shelf import Shelf
from app.core.library_search.making import indexing
from app.core.library_search.passages import IndexDamagedError
from app.core.library_search.searching import LibrarySearch
from app.core.library_search.sources import ready_in, sources_of
from app.core.library_search.values import IndexProgress, Source
from app.machine.aside import Aside

LOOKED_EVERY = 50
"""Milliseconds after which it is looked how far the work is."""


class Run:
    """One bringing up to date, without the window: `work` goes on beside it, `progress` is how far it is, and it ends early once `is_cancelled`."""

    def __init__(self, folder: Path, sources: tuple[Source, ...], ready: tuple[Path, ...], labels: Labels) -> None:
        self._folder, self._sources, self._ready, self._labels = folder, sources, ready, labels
        self.progress = IndexProgress(0, 0)
        self.is_cancelled = False
        self.told = ""

    def work(self) -> LibrarySearch | None:
        """Make what is missing, and return the search over what is there then; None where there is nothing to search in."""
        steps = indexing(self._folder, self._sources, self._ready)
        while not self.is_cancelled:
            try:
                self.progress = next(steps)
            except StopIteration as end:
                self.told = end.value.told
                break
        steps.close()
        wanted = frozenset(source.digest for source in self._sources)
        try:
            return LibrarySearch(self._folder, wanted=wanted, below=(HANDBOOK,), labels=self._labels)
        except IndexDamagedError:
            return None


class Indexing(QObject):
    """Renews the index when the library has changed; what is asked for meanwhile is done afterwards.

    Signals: `progressed(done, total)`; `stopped()` when it was cancelled; `troubled(words)` with what is to be told in a line; `ready(search)` with
    the search over all articles, None where there is nothing to search in.
    """

    progressed = Signal(int, int)
    stopped = Signal()
    troubled = Signal(str)
    ready = Signal(object)

    def __init__(self, parent: QObject, shelf: Shelf, folder: Path, labels: Labels, known: frozenset[str]) -> None:
        """`known` are the hashes of the articles that can be searched together already."""
        super().__init__(parent)
        self._shelf, self._folder, self._labels, self._known = shelf, folder, labels, known
        self._library = Library((), ())
        self._run: Run | None = None
        self._work: Aside[LibrarySearch | None] | None = None
        self._again = False
        self._timer = QTimer(self, interval=LOOKED_EVERY)
        self._timer.timeout.connect(self._look)
        self.destroyed.connect(self._cancelling())

    def _cancelling(self) -> Callable[[], None]:
        runs = self._runs = list[Run]()

        def cancel() -> None:  # it holds nothing of this object, which is gone by then
            for run in runs:
                run.is_cancelled = True

        return cancel

    def renew(self, library: Library) -> None:
        """Bring the index to the newest editions of a library, unless it is there already."""
        self._library = library
        if self._run is not None:
            self._again = True
        elif _digests(library) != self._known:
            self.begin()

    def begin(self) -> None:
        """Begin, or go on after a cancel."""
        self._again = False
        run = self._run = Run(self._folder, sources_of(self._library, self._shelf), ready_in(self._shelf), self._labels)
        self._runs[:] = [run]
        self._work = Aside(run.work)
        self._timer.start()

    def cancel(self) -> None:
        """End the work after the article that it is at; what it has made so far stays."""
        if self._run is not None:
            self._run.is_cancelled = True

    def _look(self) -> None:
        run, work = self._run, self._work
        if run is None or work is None:
            return
        if not work.is_done:
            if run.progress.total:
                self.progressed.emit(min(run.progress.done, run.progress.total - 1), run.progress.total)
            return
        self._timer.stop()
        self._run = self._work = None
        search = work.result
        if run.is_cancelled:
            self.stopped.emit()
        elif run.progress.total:
            self.progressed.emit(run.progress.total, run.progress.total)
        if run.told:
            self.troubled.emit(run.told)
        self._known = _digests(self._library) if search is not None and not run.is_cancelled else frozenset()
        self.ready.emit(search)
        if self._again:
            self.begin()


def _digests(library: Library) -> frozenset[str]:
    return frozenset(held.newest.digest for held in library.articles)
