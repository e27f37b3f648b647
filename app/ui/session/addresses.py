"""Go to places of other articles: of those that were open, of the program's own, of the library, and along the way that the reader has gone."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.article.places import Address, Places, read_address
from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.core.files.opened import Articles, Way
from app.core.library.user_library import LibraryFolders
from app.core.library_search.scope import Scope
from app.machine import paths
from app.ui.session.open_now import OpenNow, Wanted

if TYPE_CHECKING:
    from app.core.library.shelf import Shelf
    from app.core.library_search.searching import LibrarySearch
    from app.ui.widgets.working import Working
    from app.ui.window.window import Window


def read_handbook() -> Loaded:
    """Return the article on how to use the program."""
    return load(paths.HANDBOOK, paths.known_good(paths.HANDBOOK))


class Addresses(QObject):
    """Owns which articles are known, in which `folders` the library lies, and what is searched.

    It lasts as long as its parent, the session; so does what looks for an article in the folders of others.

    Signal: `wanted(Wanted)` for what is to be opened in the window, and its opening has begun when the signal returns.
    """

    wanted = Signal(object)

    def __init__(self, now: OpenNow, folders: LibraryFolders, parent: QObject) -> None:
        super().__init__(parent)
        self._now, self.folders = now, folders
        self.articles = Articles(paths.CONTENT, paths.known_good(), self._in_own_library, handbook=read_handbook)
        self.scope = Scope()
        self._finding: Working | None = None
        self._waiting = ""
        self._is_sure = True

    def take_window(self, window: "Window") -> None:
        """Open what is asked for in a window."""
        window.opening.address_wanted.connect(self.open)
        window.library.opened.connect(self.open_from_library)
        window.library.searchable.connect(self.take_library_search)
        window.reader.article_wanted.connect(self.open)
        window.reader.return_wanted.connect(self.go_along)
        window.searching.address_wanted.connect(self.open_hit)

    def at_start(self, loaded: Loaded, place: str | None, notice: str) -> Wanted:
        """Return what is opened with an article; a place may name another article, which is opened then, if it can be.

        The window waits for no folder: `open_waiting` looks there when it stands.
        """
        address = read_address(place or "")
        if address.article in {"", loaded.article.id}:
            return Wanted(loaded, place, notice)
        other, is_sure = self._at_once(address.article)
        if not is_sure:
            self._waiting = str(address)
            return Wanted(loaded, None, notice)
        if isinstance(other, Loaded):
            return Wanted(other, address.place or None, notice)
        return Wanted(loaded, None, f"{notice} {other or self._unknown(address.article)}".strip())

    def open_waiting(self) -> None:
        """Go to the address that the start was asked for, if it was left for later."""
        if self._waiting:
            address, self._waiting = self._waiting, ""
            self.open(address)

    def open(self, address: str) -> None:
        """Go to `ARTICLE:PLACE`, to a place of the open article, or with nothing after the colon to where an article was left.

        What cannot be opened is said in the window.
        """
        wanted = read_address(address)
        if self._now.is_open(wanted.article):
            self._now.go_to(wanted.place)
        elif self._now.is_covered():
            self._now.say_covered(address)
        elif not self.find(wanted.article, partial(self._open_found, wanted)):
            self._now.say(self.tr("Looking for the article “{article}” in the library.").format(article=wanted.article[:80]))

    def find(self, article: str, take: Callable[[Loaded | str | None, Way | None], None]) -> bool:
        """Give an article, or in one line why it cannot be opened, or None where there is none, and what reads it again if that is not known yet.

        Return whether it has been given: where files have to be read for that, it is given later, unless the window is gone or another is asked for.
        """
        found, is_sure = self._at_once(article)
        if is_sure:
            take(found, None)
            return True
        from app.ui.widgets.working import Working  # noqa: PLC0415 - only where there is something to read

        if self._finding is None:
            self._finding = Working(self)
        self._finding.begin_anew("find", partial(_read_from, self.folders.shelf(), article), partial(self._give, take))
        return False

    def _give(self, take: Callable[[Loaded | str | None, Way | None], None], found: "tuple[Loaded | str | None, Way | None] | None") -> None:
        if self._now.has_window():
            take(*(found or (None, None)))

    def _at_once(self, article: str) -> tuple[Loaded | str | None, bool]:
        """Return what is known of an article without waiting for a folder, and whether that is all that can be known."""
        self._is_sure = not self.folders.shared
        found = self.articles.read(article)
        return found, found is not None or self._is_sure

    def _open_found(self, wanted: Address, found: Loaded | str | None, way: Way | None = None) -> None:
        if isinstance(found, Loaded) and not self._now.is_covered():
            self.wanted.emit(Wanted(found, wanted.place or None, way=way))
        elif isinstance(found, Loaded):
            self._now.say_covered(str(wanted))
        else:
            self._say_not_opened(wanted.article, found)

    def _in_own_library(self, article: str) -> Way | None:
        """Find an article among those of the program and the user's own, unless files would have to be read for that: the window does not wait."""
        shelf = replace(self.folders, shared=()).shelf()
        if shelf.is_known():
            return shelf.way_to(article)
        self._is_sure = False
        return None

    def open_hit(self, address: str, terms: frozenset[str]) -> None:
        """Go to what a search over all articles found, with the words that matched marked."""
        self.open(address)
        wanted, window = read_address(address), self._now.window
        if window is not None and window.article.id == wanted.article and wanted.place in window.places:
            show = window.reader.mark_hit if window.reader.place == wanted.place else window.reader.open_hit
            show(wanted.place, terms)
            if window.frame.is_accepted:
                window.reader.focus_text()

    def take_library_search(self, search: "LibrarySearch | None") -> None:
        """Search over all articles with this from now on; None where that is no longer possible."""
        self.scope.search = search
        if self._now.window is not None:
            self._now.window.offer_scope()

    def open_from_library(self, loaded: Loaded, way: Way) -> None:
        """Open what the library has read, where it was left; the edition that is open is shown again."""
        window = self._now.window
        if window is not None and (loaded.article.id, loaded.digest) == (window.article.id, window.loaded.digest):
            window.leave_library()
        else:
            self.wanted.emit(Wanted(loaded, way=way))

    def go_along(self, step: int) -> None:
        """Go back (-1) or forward (1) to a place of another article, as it was left."""
        visits = self.articles.visits
        target = visits.history.at(step)
        if target is None or self._now.window is None:
            return
        found = self.articles.read(target.article)
        if isinstance(found, Loaded):
            self.wanted.emit(Wanted(found, returns=True, step=step))
            return
        self._say_not_opened(target.article, found)
        visits.forget(target.article)  # else the way back would end here
        self._now.window.show_ways()

    def whole(self, place: str) -> str:
        """Return an address with its article: one without is of the bundled article, as at a start, unless only the open one has such a place."""
        home = self.articles.visits.home
        if not home or self._now.is_open(home) or read_address(place).article:
            return place
        found = self.articles.read(home)
        return f"{home}:{place}" if isinstance(found, Loaded) and place in Places(found.article) else place

    def _say_not_opened(self, article: str, reason: str | None) -> None:
        self._now.say(self.tr("This article was not opened. {reason}").format(reason=reason) if reason is not None else self._unknown(article))

    def _unknown(self, article: str) -> str:
        return self.tr("There is no article “{article}” in the library.").format(article=article[:80])


def _read_from(shelf: "Shelf", article: str) -> tuple[Loaded | str | None, Way | None]:
    """Return an article of a library and what reads it again, or why it cannot be read; None where there is no such article."""
    way = shelf.way_to(article)
    try:
        return (way() if way is not None else None), way
    except (ContentError, UnreadableError) as error:
        return str(error), None
