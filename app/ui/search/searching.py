"""The search of one window: the field, the results, and what is opened from them."""

from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal

from app.core.pages.document import Document
from app.core.search import Results, SearchIndex
from app.ui.reading.reading_pane import ReadingPane
from app.ui.search.results import ResultList
from app.ui.search.search_field import SearchField
from app.ui.text.announcements import announce


class Searching(QObject):
    """Asks the index what the field holds and shows the answer.

    Signals: `results_shown()` when results take the page's place, `page_wanted()` when there is nothing more to search for.
    """

    results_shown = Signal()
    page_wanted = Signal()

    def __init__(self, document: Document, field: SearchField, results: ResultList, reader: ReadingPane) -> None:
        super().__init__(reader)
        self._article, self._labels = document.article, document.labels
        self._field, self._results, self._reader = field, results, reader
        self._last_query = ""
        self._found = Results("")
        field.entered.connect(self.prepare)
        field.query_changed.connect(self.show_results)
        field.moved.connect(results.choose_next)
        field.paged.connect(results.scroll_page)
        field.opened.connect(self.open_chosen)
        field.left.connect(reader.focus_text)
        results.place_chosen.connect(self.open_hit)
        results.exact_wanted.connect(self.show_exact_results)
        results.urgent_wanted.connect(reader.go_to_urgent)

    @cached_property
    def index(self) -> SearchIndex:
        """The index, made when it is first asked for."""
        return SearchIndex(self._article, self._labels)

    def prepare(self) -> None:
        """Make the index when the search field gets the focus: most who open the reference do not search, and it takes nine megabytes."""
        _ = self.index

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
            self._show(self.index.search(words))
        else:
            self.page_wanted.emit()

    def show_exact_results(self) -> None:
        """Show the results for the words just as they were typed."""
        self._show(self.index.search(self._field.text(), exact=True))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: Results) -> None:
        self._found = found
        self._results.show_results(found)
        self.results_shown.emit()

    def open_chosen(self) -> None:
        """Open the chosen result."""
        place = self._results.chosen()
        if self._field.text().strip() and place is not None:
            self.open_hit(place)

    def open_hit(self, place: str) -> None:
        """Go to a result and mark the words that matched."""
        self._reader.open_hit(place, self._found.terms)
        self._reader.focus_text()

    def end(self) -> None:
        """Search for nothing: the reader has gone elsewhere."""
        self._field.clear()
