"""The library page at work: reads the folders, opens, compares, adds and removes. The window never waits for any of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from app.core.base.labels import ENGLISH, Labels
from app.core.files.loader import Loaded
from app.core.library.library import ArticleFile, BrokenFile, Held, Library, Origin
from app.core.library.shelf import Refused, Shelf
from app.ui.library.page import LibraryPage
from app.ui.library.words import date_of
from app.ui.widgets.file_dialog import OpenDialog
from app.ui.widgets.working import Working

SLOW_AFTER = 2000
"""Milliseconds after which a folder that has not answered is named as slow."""

Result = TypeVar("Result")


class Done(Struct, Generic[Result]):
    """What some work has come to."""

    result: Result


class LibraryDesk(QObject):
    """Lets a page act on a shelf.

    Signals: `counted(count)` whenever it is known how many articles there are (0 while all of them come with the program), `gathered(library)` when
    all folders have answered, `opened(loaded, way)` when the article that was asked for has been read, with what reads it again, `compared(old, new)`
    with two editions, `examined(name, problems)` with all that is wrong with a file, and `told(message)` when something was not done,
    `done(message)` when it was.
    """

    counted = Signal(int)
    gathered = Signal(object)
    opened = Signal(object, object)
    compared = Signal(object, object)
    examined = Signal(str, object)
    told = Signal(str)
    done = Signal(str)

    def __init__(self, page: LibraryPage, shelf: Shelf, labels: Labels = ENGLISH) -> None:
        super().__init__(page)
        self._labels = labels
        self._page, self._shelf = page, shelf
        self._working = Working(self)
        self._answers: dict[int, Library] = {}
        self._added = ""
        self._slow = QTimer(self, interval=SLOW_AFTER, singleShot=True)
        self._slow.timeout.connect(self._tell_slow)
        page.open_wanted.connect(self.open)
        page.compare_wanted.connect(self.compare)
        page.earlier_wanted.connect(self.go_back)
        page.problems_wanted.connect(self.examine)
        page.removed.connect(self.remove)
        page.undo_wanted.connect(self.put_back)

    # --- reading ---

    def read(self) -> None:
        """Read all folders again; each is shown when it has answered. One that still has not answered the last time is not asked twice."""
        for number, folder in enumerate(self._shelf.folders()):
            self._working.begin(f"folder {number}", folder, partial(self._take, number))
        self._slow.start()

    def _take(self, number: int, library: Library | None) -> None:
        if library is not None:
            self._answers[number] = library
        whole = self._shelf.together(self._answers[number] for number in sorted(self._answers))
        waiting = self._waiting()
        if whole.articles or whole.broken or not waiting:
            self._page.show_library(whole)
            if self._added and whole.find(self._added) is not None:
                self._page.choose(self._added)
                self._added = ""
            has_more = any(held.newest.origin != Origin.BUNDLED for held in whole.articles)
            self.counted.emit(len(whole.articles) if has_more else 0)
        if not waiting:
            self._slow.stop()
            self._page.show_waiting(0)
            self.gathered.emit(whole)

    def _waiting(self) -> int:
        return sum(self._working.is_at(f"folder {number}") for number in range(len(self._shelf.folders())))

    def _tell_slow(self) -> None:
        self._page.show_waiting(self._waiting())

    # --- acts ---

    def open(self, held: Held) -> None:
        """Read the newest edition, then say that it can be shown."""
        way = partial(self._shelf.load, held.newest)
        self._begin("open", partial(_told, way), self.tr("This article was not opened. {reason}"), partial(self._tell_opened, way))

    def _tell_opened(self, way: Callable[[], Loaded], loaded: Loaded) -> None:
        self.opened.emit(loaded, way)

    def compare(self, held: Held) -> None:
        """Read the two latest editions, then say that they can be compared."""
        work = partial(_both, self._shelf, held.earlier[0], held.newest)
        self._begin("open", work, self.tr("The editions were not compared. {reason}"), self._tell_compared)

    def _tell_compared(self, editions: tuple[Loaded, Loaded]) -> None:
        self.compared.emit(*editions)

    def examine(self, file: BrokenFile) -> None:
        """Find all that is wrong with a file."""
        work = partial(self._shelf.problems, file)
        self._begin("open", partial(_told, work), self.tr("The problems cannot be shown. {reason}"), partial(self.examined.emit, file.name))

    def ask_for_article(self, written: Path | None = None) -> None:
        """Ask for a pack or a file to add; the file that is being `written` is offered."""
        kinds = (self.tr("Articles (*.refpack *.json)"), self.tr("All files (*)"))
        dialog = OpenDialog(self._page, self.tr("Add article"), kinds)
        if written is not None:
            dialog.setDirectory(str(written.parent))
            dialog.selectFile(written.name)
        dialog.file_chosen.connect(self.add)
        dialog.open()

    def add(self, name: str) -> None:
        """Add a pack, a folder or a file."""
        work = partial(_told, partial(self._shelf.add, Path(name)))
        self._begin("change", work, self.tr("Nothing was added. {reason}"), self._tell_added)

    def _tell_added(self, file: ArticleFile) -> None:
        self.done.emit(self.tr("“{title}” is in the library now.").format(title=file.title))
        self._added = file.id  # chosen as soon as it is in its row: who adds an article wants to open it
        self.read()

    def remove(self, thing: Held | BrokenFile) -> None:
        """Remove what the reader has agreed to remove."""
        title = thing.name if isinstance(thing, BrokenFile) else thing.newest.title
        work = partial(_told, partial(self._shelf.remove, thing))
        self._begin("change", work, self.tr("Nothing was removed. {reason}"), partial(self._offer_undo, title))

    def _offer_undo(self, title: str, _nothing: object) -> None:
        self._page.offer_undo(self.tr("“{title}” was removed.").format(title=title))
        self.read()

    def put_back(self) -> None:
        """Undo the last removal."""
        self._begin("change", partial(_told, self._shelf.put_back), self.tr("Nothing was put back. {reason}"), self._read_again)

    def go_back(self, held: Held) -> None:
        """Show the edition before the newest one from now on."""
        work = partial(_told, partial(self._shelf.go_back, held))
        self._begin("change", work, self.tr("The edition was not changed. {reason}"), self._tell_edition)

    def _tell_edition(self, file: ArticleFile) -> None:
        words = self.tr("“{title}” is shown in its edition of {date} now.") if file.dated else self.tr("“{title}” is shown in another edition now.")
        self.done.emit(words.format(title=file.title, date=date_of(file.dated, self._labels)))
        self.read()

    def _read_again(self, _nothing: object) -> None:
        self.read()

    def _begin(self, name: str, work: Callable[[], Done[Result] | Refused], refusal: str, take: Callable[[Result], None]) -> None:
        if not self._working.begin(name, work, partial(self._end, refusal, take)):
            self.told.emit(self.tr("Wait a moment: the library has not answered yet."))

    def _end(self, refusal: str, take: Callable[[Result], None], result: Done[Result] | Refused | None) -> None:
        if result is None:
            self.told.emit(refusal.format(reason=self.tr("The reason is not known.")))
        elif isinstance(result, Refused):
            self.told.emit(refusal.format(reason=result))
            self.read()  # what lay there may be gone
        else:
            take(result.result)


def _told(work: Callable[[], Result]) -> Done[Result] | Refused:
    """Return what some work has come to, or why it has not."""
    try:
        return Done(work())
    except Refused as refused:
        return refused
    except OSError as error:
        return Refused(str(error))


def _both(shelf: Shelf, old: ArticleFile, new: ArticleFile) -> Done[tuple[Loaded, Loaded]] | Refused:
    return _told(lambda: (shelf.load(old), shelf.load(new)))
