"""The middle of the window: a page or the questions, and the reader's way through them."""

from collections.abc import Iterable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from app.core.content import Article
from app.core.document import Document
from app.core.history import History
from app.core.places import KEYS, Places
from app.core.search import mark_words
from app.core.text import Span
from app.ui.accordion import Accordion
from app.ui.commands import key_page
from app.ui.finding import Finding
from app.ui.icons import Icons
from app.ui.page import Page
from app.ui.theme import Look


class State(Struct, frozen=True):
    """Where a reader is: place, how far it is scrolled (0 to 1), open answers."""

    place: str
    scroll: float
    answers: frozenset[str]


class Reader(QStackedWidget):
    """Shows places and knows where the reader is and was.

    Signals: `place_shown(page, title)` whenever the reader goes somewhere, `place_missing(place, title)` when a place does not exist and the
    nearest one is shown.
    """

    place_shown = Signal(str, str)
    place_missing = Signal(str, str)

    def __init__(self, article: Article, document: Document, places: Places, look: Look, icons: Icons) -> None:
        super().__init__()
        self._faq, self._about = article.faq.id, article.about.id
        self._urgent = article.urgent_care.id if article.urgent_care else None
        self._document = document
        self._places = places
        self.history = History()
        self.finding = Finding()
        self._scrolls: dict[str, float] = {}
        direction = Qt.LayoutDirection.RightToLeft if article.direction == "rtl" else Qt.LayoutDirection.LeftToRight
        self.page = Page(article.title, look, direction)
        entries = ((entry.id, entry.question, document.answer_blocks(entry)) for entry in article.faq.entries)
        self.accordion = Accordion(article.faq.title, entries, look, icons, direction)
        self.addWidget(self.page)
        self.addWidget(self.accordion)
        self.page.link_chosen.connect(self.go_to)
        self.accordion.link_chosen.connect(self.go_to)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self.finding.stop()
        self.page.apply_look(look)
        self.accordion.apply_look(look, icons)

    # --- where the reader is ---

    @property
    def place(self) -> str:
        """The place that is shown; empty before the first."""
        return self.history.current or ""

    def part(self) -> Page | Accordion:
        """Return what shows the place: the page, or the questions."""
        return self.accordion if self._page_of(self.place) == self._faq else self.page

    def _page_of(self, place: str) -> str:
        return self._places[place].page if place in self._places else place

    def section_at(self, step: int) -> str | None:
        """Return the section so many after the one that is shown; None at either end and on other pages."""
        sections = self._places.sections
        page = self._page_of(self.place)
        number = sections.index(page) + step if page in sections else -1
        return sections[number] if 0 <= number < len(sections) else None

    # --- going to places ---

    def go_to(self, place: str) -> None:
        """Go to a place, or to the nearest one when there is no such place, and say so."""
        target = place if place == KEYS else self._places.nearest(place).id
        if place not in {KEYS, target} and place not in self._places:
            self.place_missing.emit(place, self._places[target].title)
        self._leave()
        self.history.visit(target)
        self._show(target)

    def go_back(self) -> None:
        """Go to the place before this one."""
        self._leave()
        self._return_to(self.history.back())

    def go_forward(self) -> None:
        """Go to the place that the reader has come back from."""
        self._leave()
        self._return_to(self.history.forward())

    def previous_section(self) -> None:
        """Go to the section before this one."""
        self._go_if(self.section_at(-1))

    def next_section(self) -> None:
        """Go to the section after this one."""
        self._go_if(self.section_at(1))

    def go_to_questions(self) -> None:
        """Go to the questions and answers."""
        self.go_to(self._faq)

    def go_to_about(self) -> None:
        """Go to the page about the article, with the disclaimer."""
        self.go_to(self._about)

    def go_to_urgent(self) -> None:
        """Go to the signs for which help must be called at once."""
        self._go_if(self._urgent)

    def go_to_keys(self) -> None:
        """Go to the list of keys."""
        self.go_to(KEYS)

    def _go_if(self, place: str | None) -> None:
        if place is not None:
            self.go_to(place)

    def _leave(self) -> None:
        self._scrolls[self.place] = self.part().scroll_share()

    def _return_to(self, place: str | None) -> None:
        if place is not None:
            self._show(place)
            self.part().scroll_to_share(self._scrolls.get(place, 0.0))

    def _show(self, place: str) -> None:
        page = self._page_of(place)
        title = self.tr("Keys") if page == KEYS else self._places[place].page_title
        self.finding.stop()
        part = self.part()
        if part is self.accordion:
            self.accordion.fill()
        else:
            self.page.setAccessibleName(title)
            self.page.show_blocks(key_page() if page == KEYS else self._document.page(page))
        self.setCurrentWidget(part)
        part.scroll_to(place)
        self.place_shown.emit(page, title)

    def scroll_to_share(self, share: float) -> None:
        """Scroll to a share (0 to 1) of what is shown."""
        self.part().scroll_to_share(share)

    def focus_text(self) -> None:
        """Give the focus to the text."""
        if self.part() is self.accordion:
            self.accordion.focus_first()
        else:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- answers and marks ---

    def set_open(self, places: Iterable[str]) -> None:
        """Open exactly these answers."""
        self.accordion.set_open(places)

    def find_words(self, words: str) -> None:
        """Mark the words on the page and go to the first of them."""
        self.finding.find(self.part(), words)

    def put_by(self) -> State:
        """Return where the reader is, to come back to."""
        return State(self.place, self.part().scroll_share(), self.accordion.open_answers())

    def come_back(self, state: State) -> None:
        """Be where the reader was: place, scroll and open answers."""
        self.finding.stop()
        self.go_to(state.place)
        self.set_open(state.answers)
        self.scroll_to_share(state.scroll)

    def open_hit(self, place: str, terms: frozenset[str]) -> None:
        """Go to a place that a search found and mark the words that matched."""
        self.go_to(place)
        self.finding.mark(self.part(), partial(_marks, terms))
        if self.part() is self.accordion:
            self.accordion.keep_open(place)
            self.accordion.scroll_to(place)


def _marks(terms: frozenset[str], text: str) -> tuple[Span, ...]:
    return mark_words(text, terms)
