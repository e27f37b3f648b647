"""The search of one window: the field, the results, and what is opened from them."""

from collections.abc import Generator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.core.article.places import read_address
from app.core.files.loader import Loaded
from app.core.library_search.scope import Scope
from app.core.pages.document import Document
from app.core.search.results import Results
from app.ui.reading.reading_pane import ReadingPane
from app.ui.search.results import ResultList
from app.ui.search.search_field import SearchField
from app.ui.text.announcements import announce
from app.ui.widgets.slices import Slices

if TYPE_CHECKING:
    from app.core.library_search.searching import LibrarySearch
    from app.core.search.engine import SearchIndex
    from app.core.search.plain import PlainSearch


class Searching(QObject):
    """Asks the index what the field holds and shows the answer.

    Signals: `results_shown()` when results take the page's place, `page_wanted()` when there is nothing more to search for,
    `address_wanted(address, terms)` when a result of another article is to be opened, with the words to mark.
    """

    results_shown = Signal()
    page_wanted = Signal()
    address_wanted = Signal(str, object)

    def __init__(
        self,
        loaded: Loaded,
        document: Document,
        kept: Path | None,
        field: SearchField,
        results: ResultList,
        reader: ReadingPane,
        scope: Scope | None = None,
    ) -> None:
        """`kept` is the folder in which the index is kept when it had to be made, None where nothing may be; the first search loads what it needs."""
        super().__init__(reader)
        self._loaded, self._labels, self._kept = loaded, document.labels, kept
        self._field, self._results, self._reader = field, results, reader
        self._scope = scope or Scope()
        self._last_query = ""
        self._found = Results("")
        self._terms: frozenset[str] = frozenset()
        self._index: SearchIndex | None = None
        self._is_making = False
        self._slices = Slices(self)
        self._slices.done.connect(self._take)
        field.entered.connect(self.prepare)
        field.query_changed.connect(self.show_results)
        field.moved.connect(results.choose_next)
        field.paged.connect(results.scroll_page)
        field.opened.connect(self.open_chosen)
        results.place_chosen.connect(self.open_hit)
        results.exact_wanted.connect(self.show_exact_results)
        results.urgent_wanted.connect(reader.go_to_urgent)
        results.all_wanted.connect(self.choose_scope)
        self.offer_scope()

    @cached_property
    def _plain(self) -> "PlainSearch":
        from app.core.search.plain import PlainSearch  # noqa: PLC0415

        return PlainSearch(self._loaded.article, self._labels)

    def prepare(self) -> None:
        """Begin to read the index when the search field gets the focus, or else to make it: most who open the reference do not search."""
        if self._index is None and not self._slices.is_busy():
            self._slices.begin(self._getting())

    def _getting(self) -> "Generator[None, None, SearchIndex]":
        """Find what is kept, or make it, step by step; meanwhile plain words are searched for."""
        from app.core.files.indexes import Indexes  # noqa: PLC0415

        yield
        indexes = Indexes(self._kept)
        data = yield from indexes.finding(self._loaded)
        yield
        if data is None:
            self._is_making = True
            from app.core.search import plain  # noqa: F401, PLC0415 - so that the first key need not wait for it

            yield
            self._plain.prepare()
            yield
            yield from self._results.warming()
            data = yield from indexes.making(self._loaded)
        from app.core.search.engine import SearchIndex  # noqa: PLC0415

        yield
        return (yield from SearchIndex.opening(self._loaded.article, self._labels, data))

    def _take(self, index: "SearchIndex | None") -> None:
        """Use an index that was read or made, and bring in what it needs besides; with nothing, that is done."""
        if index is None:
            return
        self._index = index
        self._slices.begin(self._warming(index))
        if self._found.is_plain and self._results.isVisible() and not self._results.has_chosen():
            self.show_results(self._field.text())

    def _warming(self, index: "SearchIndex") -> Generator[None, None, None]:
        yield from index.warming()
        if not self._is_making:  # else that was done before
            yield from self._results.warming()

    def finish(self) -> None:
        """Make what is left of the index at once, for who searches without an event loop."""
        self.prepare()
        self._slices.finish()

    def is_ready(self) -> bool:
        """Return whether the index stands."""
        return self._index is not None

    def found(self) -> Results:
        """Return what was found last."""
        return self._found

    def start(self) -> None:
        """Go to the search field; the last search of this session stands there again."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)  # before the page that has it gives way to results
        if not self._field.text():
            self._field.setText(self._last_query)
        self._field.selectAll()

    def begin(self, letter: str) -> None:
        """Search for what somebody types outside any field, from the first letter on."""
        self.search(letter)
        announce(self._field, self.tr("Search: {letter}").format(letter=letter))

    def search(self, words: str) -> None:
        """Search for words as if they had been typed."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.setText(words)

    def show_results(self, words: str) -> None:
        """Show the results in the page's place while there is something to search for."""
        if words.strip():
            self._last_query = words
            self.prepare()
            while self._index is None and not self._is_making and self._slices.is_busy():  # what is kept is there before the first results
                self._slices.step()
            self._answer(words)
            self._slices.give_way()
        else:
            self.page_wanted.emit()

    def show_exact_results(self) -> None:
        """Show the results for the words just as they were typed."""
        if self._index is not None:
            self._answer(self._field.text(), exact=True)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, words: str, *, exact: bool = False) -> None:
        """Show what the article answers, or all articles; where the article alone has nothing, say how much the others have."""
        own = self._index.search(words, exact=exact) if self._index is not None else self._plain.search(words)
        if (library := self._library()) is not None and self._scope.is_all:
            found = library.search(words, exact=exact)
            self._found, self._terms = own, found.terms
            self._results.show_library(found)
            self.results_shown.emit()
        else:
            is_missing = library is not None and not own.hits and not own.is_plain
            self._show(own, library.search(words, exact=exact).total if library is not None and is_missing else 0)

    def _show(self, found: Results, elsewhere: int = 0) -> None:
        self._found, self._terms = found, found.terms
        self._results.show_results(found, elsewhere)
        self.results_shown.emit()

    def _library(self) -> "LibrarySearch | None":
        """Return the search over all articles, with this one as the open one."""
        library = self._scope.search if self._scope.count else None
        if library is not None:
            library.keep(self._loaded, self._index)
        return library

    # --- where is searched ---

    def offer_scope(self) -> None:
        """Offer to search in all articles, if there is more than one, or no longer."""
        self._results.offer(self._scope)
        if self._results.isVisible():
            self.show_results(self._field.text())

    def choose_scope(self, everywhere: bool) -> None:  # noqa: FBT001 - carried by a signal
        """Search in all articles from now on, or in the open one."""
        self._scope.is_all = everywhere
        self.offer_scope()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def switch_scope(self) -> None:
        """Search in the other scope: what stands in the field, or what was searched for last."""
        if self._scope.count:
            self._scope.is_all = not self._scope.is_all
            self.start()
            self.offer_scope()

    def open_chosen(self) -> None:
        """Open the chosen result."""
        place = self._results.chosen()
        if self._field.text().strip() and place is not None:
            self.open_hit(place)

    def open_hit(self, place: str) -> None:
        """Go to a result and mark the words that matched."""
        if read_address(place).article:
            self.address_wanted.emit(place, self._terms)
            return
        self._reader.open_hit(place, self._terms)
        self._reader.focus_text()

    def end(self) -> None:
        """Search for nothing: the reader has gone elsewhere."""
        self._field.clear()
