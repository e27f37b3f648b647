"""The commands that copy a place: with its citation, as a link, as a citation."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from app.core.article.history import Visits
from app.core.article.places import Address, Places, read_address
from app.core.files.leaving import Leaving
from app.core.formats.copying import copied_place
from app.core.pages.citation import cite, vancouver
from app.core.pages.document import Document
from app.ui.reading.page import Page
from app.ui.reading.reading_pane import ReadingPane
from app.ui.search.results import ResultList
from app.ui.text.announcements import announce
from app.ui.text.selection import Origin, Selected, as_mime, refusal
from app.ui.widgets.clipboard import put

SHOWN = 2000
"""Milliseconds for which it is said that something was copied."""


class Copying(QObject):
    """Knows what the reader means by "this": the selection, else the chosen result, else the passage or answer that has the focus, else the section.

    Signals: `copied(message)`.
    """

    copied = Signal(str)

    def __init__(self, document: Document, places: Places, reader: ReadingPane, results: ResultList, leaving: Leaving, visits: Visits) -> None:
        super().__init__(reader)
        self._visits = visits
        self._leaving = leaving
        self._document, self._places = document, places
        self._reader, self._results = reader, results
        article = document.article
        self._statements = {passage.id for section in article.sections for passage in section.passages}
        self._statements |= {entry.id for entry in article.faq.entries} | {section.id for section in article.sections}
        self._statements |= {article.about.id, *(figure.id for figure in article.figures), *(term.id for term in article.glossary)}
        self._origin = Origin(article.language, article.direction, self.cite_places, leaving)
        reader.page.origin = reader.accordion.origin = reader.side.page.origin = self._origin
        reader.accordion.copy_wanted.connect(self.copy_place)
        reader.accordion.link_wanted.connect(self.copy_link_to)

    # --- commands ---

    def copy(self) -> None:
        """Copy what is selected; what the reader has typed may always be copied."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QTextEdit) and not self._leaving.may_copy:
            self.copied.emit(refusal())
        elif isinstance(focus, QLineEdit | QTextEdit):
            focus.copy()

    def select_all(self) -> None:
        """Select everything where the focus is."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit):
            focus.selectAll()

    def copy_with_citation(self) -> None:
        """Copy the selection, or the place, with its notes and where it comes from."""
        page = self._page()
        if page is not None and page.has_chosen_words():
            selected = Selected(page.textCursor(), page.blocks)
            self._put(as_mime(selected.copied(cite(self._document, self._title()), self._origin)), self.tr("Copied"))
        else:
            self._with_place(self.copy_place)

    def copy_place(self, place: str) -> None:
        """Copy a place with its notes and where it comes from."""
        self._put(as_mime(copied_place(self._document, self._places, place)), self.tr("Copied"))

    def copy_link(self) -> None:
        """Copy the place's address, as `--open` takes it; also that of a result of another article."""
        chosen = self._results.chosen() if self._results.isVisible() else None
        if chosen and read_address(chosen).article:
            self._put(chosen, self.tr("Link copied: {place}").format(place=chosen))
        else:
            self._with_place(self.copy_link_to)

    def copy_link_to(self, place: str) -> None:
        """Copy an address; one of an article that did not come with the program names its article."""
        link = self._visits.written(Address(self._document.article.id, place))
        self._put(link, self.tr("Link copied: {place}").format(place=link))

    def copy_citation(self) -> None:
        """Copy a citation of the place, in the style of Vancouver."""
        self._with_place(self._copy_citation_of)

    def _copy_citation_of(self, place: str) -> None:
        self._put(vancouver(self._document, self._places[place].title), self.tr("Citation copied"))

    def _put(self, words: QMimeData | str, message: str) -> None:
        self.copied.emit(message if put(words, self._leaving) else refusal())

    def _with_place(self, act: Callable[[str], None]) -> None:
        place = self.place()
        if place:
            act(place)
        else:
            self.copied.emit(self.tr("There is nothing to cite here"))

    # --- what is meant ---

    def place(self) -> str:
        """Return the place that is meant when nothing is selected; empty on a page that is none of the reference, such as the list of keys."""
        if self._results.isVisible() and (chosen := self._results.chosen()):
            return chosen if chosen in self._places else ""
        page, reader = self._page(), self._reader
        wanted = page.caret_place() if page is not None else ""
        if not wanted and reader.part() is reader.accordion:
            wanted = reader.accordion.place_in_focus()
        if wanted in self._places:
            return wanted
        return self._places[reader.place].page if reader.place in self._places else ""

    def _page(self) -> Page | None:
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, Page) and self._reader.isAncestorOf(focus) and self._reader.isVisible() else None

    def _title(self) -> str:
        place = self.place()
        return self._places[place].title if place else ""

    def cite_places(self, places: frozenset[str]) -> str:
        """Return the line that says where the words of some places come from; empty for what states nothing, such as the list of keys."""
        told = sorted(places & self._statements)
        if not told:
            return ""
        titles = dict.fromkeys(self._places[place].title for place in told)
        return cite(self._document, next(iter(titles)) if len(titles) == 1 else self._places[told[0]].page_title)


class CopiedLabel(QLabel):
    """Says for two seconds, to eye and ear, what was done: copied, made larger; it stands over the lower edge of what it belongs to."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("keycap")
        self.setWordWrap(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def show_message(self, message: str) -> None:
        """Show and announce a message."""
        self.setText(message)
        self.adjustSize()
        over = self.parentWidget()
        if over is not None:
            if (layout := self.window().layout()) is not None:
                layout.activate()  # where larger text has moved what it stands over
            self._place(over)
            announce(over, message)
        self.show()
        self.raise_()
        self._timer.start()

    def _place(self, over: QWidget) -> None:
        self.setMaximumWidth(over.width())
        self.adjustSize()
        self.move(max(0, (over.width() - self.width()) // 2), max(0, over.height() - self.height() - 16))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Stay over what it belongs to when that gets another size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget) and self.isVisible():
            self._place(watched)
        return super().eventFilter(watched, event)
