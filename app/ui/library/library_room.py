"""The place of the library in the window: its page is made when somebody goes there first, since most have one article."""

import os
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from app.core.base.labels import Labels
from app.core.files.loader import UnreadableError
from app.core.library.library import Origin
from app.core.library.user_library import LibraryFolders
from app.core.library_search.scope import ENGINE, Scope, index_of, load_engine
from app.machine import paths
from app.ui.look.icons import Icons
from app.ui.shell.appearance import Appearance
from app.ui.widgets.working import Working

if TYPE_CHECKING:
    from app.core.library.library import Library
    from app.core.library.shelf import Shelf
    from app.ui.library.indexing import Indexing
    from app.ui.library.library_desk import LibraryDesk
    from app.ui.library.page import LibraryPage


BUNDLED_ONLY = LibraryFolders(paths.BUNDLED)


class LibraryRoom(QObject):
    """Shows the page in a stack, and passes on what it says.

    Signals: `made()` when the page is there, `shown()` when it is turned to, `left()` when the article is wanted again, `import_wanted()` for a
    text that an article is to be made of, `counted(count)` when it is known how many articles there are, `opened(loaded, way)` with an article that
    is to be shown and what reads it again, and as `LibraryDesk` has them `compared(old, new)`, `examined(name, problems)`, `told(message)` and
    `done(message)`; `indexing_begun(indexing)` with what tells how far the reading of all articles for search is, `searchable(search)` with the
    search over them, or None where there is none.
    """

    made = Signal()
    shown = Signal()
    left = Signal()
    import_wanted = Signal()
    counted = Signal(int)
    opened = Signal(object, object)
    compared = Signal(object, object)
    examined = Signal(str, object)
    told = Signal(str)
    done = Signal(str)
    indexing_begun = Signal(object)
    searchable = Signal(object)

    def __init__(self, stack: QStackedWidget, folders: LibraryFolders, appearance: Appearance, labels: Labels, scope: Scope) -> None:
        super().__init__(stack)
        self._scope = scope
        self._stack, self._folders, self._appearance, self._labels = stack, folders, appearance, labels
        self._working = Working(self)
        self.may_add = folders.may_change and folders.own is not None
        self.page: LibraryPage | None = None
        self.desk: LibraryDesk | None = None
        self.written: Path | None = None
        """The content file that is being written, if one is: the one that an author means when they add an article."""
        self._shelf: Shelf | None = None
        self._indexing: Indexing | None = None

    def _made(self) -> "tuple[LibraryPage, LibraryDesk]":
        if self.page is not None and self.desk is not None:
            return self.page, self.desk
        from app.ui.library.library_desk import LibraryDesk  # noqa: PLC0415 - who has one article never needs it
        from app.ui.library.page import LibraryPage  # noqa: PLC0415

        page = self.page = LibraryPage(self._appearance.look, self._appearance.icons, self._labels, may_change=self.may_add)
        self._shelf = self._folders.shelf(self._labels)
        desk = self.desk = LibraryDesk(page, self._shelf, self._labels)
        desk.gathered.connect(self._make_searchable)
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # what is not shown keeps no window from being low
        self._stack.addWidget(page)
        page.left.connect(self.left)
        page.add_wanted.connect(self._ask)
        page.import_wanted.connect(self.import_wanted)
        for own, passed in (
            (desk.counted, self.counted),
            (desk.opened, self.opened),
            (desk.compared, self.compared),
            (desk.examined, self.examined),
            (desk.told, self.told),
            (desk.done, self.done),
        ):
            own.connect(passed)
        self.made.emit()
        return page, desk

    def look_for_more(self) -> None:
        """Find out beside the window whether there is more than what comes with the program; only then the folders are read."""
        if self._folders.own is not None or self._folders.shared:
            self._working.begin("more", partial(_has_more, self._folders), self._take_more)

    def _take_more(self, has_more: bool | None) -> None:  # noqa: FBT001 - what the work has returned
        if has_more:
            self._made()[1].read()

    def _make_searchable(self, library: "Library") -> None:
        """Have all articles searched: where there are more than those of the program, the index may be kept, and the engine is installed."""
        has_more = any(held.newest.origin != Origin.BUNDLED for held in library.articles)
        cache = self._folders.cache
        if self._shelf is None or cache is None or not (has_more or self._indexing is not None) or find_spec(ENGINE) is None:
            return
        if self._indexing is None:
            try:
                load_engine()
            except UnreadableError as error:
                self.told.emit(self.tr("Only the open article can be searched: {reason}").format(reason=error.__cause__))
                return
            from app.ui.library.indexing import Indexing  # noqa: PLC0415 - it needs the engine

            self._indexing = Indexing(self, self._shelf, cache / index_of(is_named=self._folders.is_named), self._labels, self._scope.digests)
            self._indexing.ready.connect(self.searchable)
            self.indexing_begun.emit(self._indexing)
        self._indexing.renew(library)

    def show(self) -> None:
        """Turn to the page and read the folders again."""
        page, desk = self._made()
        self._stack.setCurrentWidget(page)
        self.shown.emit()
        page.focus_list()
        desk.read()

    def ask_for_article(self) -> None:
        """Ask for an article to add, on the page."""
        self.show()
        self._ask()

    def _ask(self) -> None:
        self._made()[1].ask_for_article(self.written)

    def add(self, name: str) -> None:
        """Add a pack, a folder or a file, on the page."""
        self.show()
        self._made()[1].add(name)

    def apply_look(self, icons: Icons) -> None:
        """Paint in another theme or size."""
        if self.page is not None:
            self.page.apply_look(self._appearance.look, icons)

    def arrange(self, *, beside: bool, narrow: bool, low: bool) -> None:
        """Fit the window."""
        if self.page is not None:
            self.page.arrange(beside=beside, narrow=narrow, low=low)


def _has_more(folders: LibraryFolders) -> bool:
    """Return whether there is a folder of others, or anything in the user's own."""
    if folders.shared or folders.own is None:
        return bool(folders.shared)
    try:
        with os.scandir(folders.own) as entries:
            return any(not entry.name.startswith(".") for entry in entries)
    except OSError:  # nothing was ever added
        return False
