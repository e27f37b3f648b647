"""The reading pane in the middle of the window: a page or the questions, and the history of places."""

from collections.abc import Iterable
from functools import partial
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.core.article.content import Article
from app.core.article.history import History, Visits
from app.core.article.places import CHANGES, FIGURES, GLOSSARY, KEYS, LICENCES, NOTES, PROBLEMS, PROVENANCE, SOURCES, Address, Places, read_address
from app.core.base.text import Span
from app.core.files.loader import Loaded
from app.core.pages.blocks import Blocks, Heading, Item, Paragraph, Run
from app.core.pages.document import Document
from app.core.pages.reference import glossary
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.reading.accordion import Accordion
from app.ui.reading.finding import Finding
from app.ui.reading.page import FROM_THE_TOP, Page, PageState
from app.ui.reading.side_column import SideColumn
from app.ui.widgets.cover import turn_to

MOST_RECENT = 12
"""Places that are offered as visited last."""


class ReadingPane(QStackedWidget):
    """Shows places and knows where the reader is and was.

    Signals: `place_shown(page, title)` whenever the reader goes somewhere, `place_missing(place, title)` when a place does not exist and the
    nearest one is shown, `figure_chosen(place)` when a figure is to be enlarged, `narrowed(words)` when the glossary is narrowed to other words,
    `marks_changed()` when what is shown was filled again and has other marks. A place of another article is not shown here: `article_wanted(address)`
    when the reader is to go to one, `return_wanted(step)` when the way back (-1) or forward (1) leads to one.
    """

    place_shown = Signal(str, str)
    place_missing = Signal(str, str)
    figure_chosen = Signal(str)
    narrowed = Signal(str)
    marks_changed = Signal()
    article_wanted = Signal(str)
    return_wanted = Signal(int)

    def __init__(
        self,
        article: Article,
        document: Document,
        places: Places,
        keys: Blocks,
        look: Look,
        icons: Icons,
        visits: Visits | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`visits` is where the reader has been in this run, in other articles, too."""
        super().__init__(parent)
        self._id, self._title = article.id, article.title
        self._faq, self._about = article.faq.id, article.about.id
        self._urgent = article.urgent_care.id if article.urgent_care else None
        self._document = document
        self._entries = article.faq.entries
        self._places = places
        self._look = look
        self._has_side_column = self._has_shown = False
        self._own: dict[str, Blocks] = {KEYS: keys}  # pages of the program, not of the article
        self._visits = visits or Visits()
        self.finding = Finding()
        self._narrowed = ""
        direction = Qt.LayoutDirection.RightToLeft if article.direction == "rtl" else Qt.LayoutDirection.LeftToRight
        meanings = {term.id: term.meaning for term in article.glossary}
        self.page = Page(article.title, look, direction, meanings, self)
        self.side = SideColumn(look, direction, meanings, self.page)
        questions = {entry.id: entry.question for entry in self._entries}
        self.accordion = Accordion(article.faq.title, questions, meanings, look, icons, direction, self)
        self.addWidget(self.page)
        self.addWidget(self.accordion)
        for part in (self.page, self.accordion, self.side):
            part.link_chosen.connect(self.go_to)
            part.figure_chosen.connect(self.figure_chosen)
        for marked in (self.page, self.accordion):
            marked.marks_changed.connect(self.marks_changed)

    def apply_look(self, look: Look, icons: Icons, *, has_side_column: bool) -> None:
        """Paint in another theme or size, with the urgent box and the figures beside the text or in it, as the text then leaves room for them.

        What is not shown only takes the look: it is filled when it is shown.
        """
        self._look = look
        is_at_questions = self.part() is self.accordion
        is_filled_again = bool(self.place) and has_side_column != self._has_side_column
        self.page.apply_look(look, is_shown=not is_at_questions and not is_filled_again)
        self.accordion.apply_look(look, icons, is_shown=is_at_questions and not is_filled_again)
        self.side.apply_look(look, is_shown=self._has_side_column and not is_filled_again)
        self.show_side_column(shown=has_side_column)

    def show_side_column(self, *, shown: bool) -> None:
        """Put the urgent box and the figures beside the text, or into it where the window has no room for them."""
        if shown != self._has_side_column:
            self._has_side_column = shown
            if self.place:
                self._fill(self._page_of(self.place), self.part().state())

    # --- where the reader is ---

    @property
    def history(self) -> History[Address]:
        """Where the reader has been, with other articles between."""
        return self._visits.history

    @property
    def place(self) -> str:
        """The place that is shown; empty before the first: where the reader was in another edition may be no place of this one."""
        here = self.history.current
        return here.place if self._has_shown and here is not None and here.article == self._id else ""

    @property
    def shown_page(self) -> str:
        """The page that shows the place."""
        return self._page_of(self.place)

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
        """Go to a place, or to the nearest one when there is no such place, and say so; an address with another article is passed on."""
        if place not in self._own:
            address = read_address(place)
            if address.article not in {"", self._id}:
                self.article_wanted.emit(place)
                return
            place = address.place or self.place or self._places.first
        target = self._known(place)
        if place != target and place not in self._places:
            self.place_missing.emit(place, self._places[target].title)
        self._keep_scroll()
        self.history.visit(Address(self._id, target))
        self._show(target)

    def _known(self, place: str) -> str:
        """Return the place itself, if it can be shown, else the nearest one."""
        if place.partition("/")[0] == LICENCES and LICENCES not in self._own:
            from app.ui.reading.licences import licence_pages  # noqa: PLC0415 - needed once in a while, and reads many files

            self._own |= licence_pages()
        return place if place in self._own else self._places.nearest(place).id

    def go_back(self) -> None:
        """Go to the place before this one."""
        self._go_along(-1)

    def go_forward(self) -> None:
        """Go to the place that the reader has come back from."""
        self._go_along(1)

    def _go_along(self, step: int) -> None:
        target = self.history.at(step)
        if target is None:
            return
        if target.article != self._id:
            self.return_wanted.emit(step)
            return
        self._keep_scroll()
        self.history.move(step)
        self.return_here()

    def return_here(self) -> None:
        """Show the place at which the history stands, as it was left; the nearest one where this edition has it no more."""
        here = self.history.current
        if here is None or here.article != self._id:
            return
        target = self._known(here.place)
        self.history.replace(Address(self._id, target))
        self._show(target)
        self.scroll_to_share(self._visits.scrolls.get(here, 0.0))

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

    def go_to_figures(self) -> None:
        """Go to the figures."""
        self.go_to(FIGURES)

    def go_to_glossary(self) -> None:
        """Go to the glossary."""
        self.go_to(GLOSSARY)

    def go_to_sources(self) -> None:
        """Go to the sources."""
        self.go_to(SOURCES)

    def go_to_provenance(self) -> None:
        """Go to the page that says where the article comes from."""
        self.go_to(PROVENANCE)

    def go_to_keys(self) -> None:
        """Go to the list of keys."""
        self.go_to(KEYS)

    def go_to_licences(self) -> None:
        """Go to the licences of all that is in this package."""
        self.go_to(LICENCES)

    def _go_if(self, place: str | None) -> None:
        if place is not None:
            self.go_to(place)

    def _keep_scroll(self) -> None:
        if self.place:
            self._visits.scrolls[Address(self._id, self.place)] = self.part().scroll_share()

    def leave(self) -> None:
        """Keep how the reader leaves this article, to come back to it."""
        self._keep_scroll()
        self._visits.answers[self._id] = tuple(sorted(self.accordion.open_answers()))

    def restore_answers(self, remembered: Iterable[str]) -> None:
        """Open the answers that were open when the reader left this article in this run, else those that are remembered."""
        self.set_open(self._visits.answers.get(self._id, remembered))

    def _show(self, place: str) -> None:
        self._has_shown = True
        page = self._page_of(place)
        title = _title(self._own[page]) if page in self._own else self._places[place].page_title
        self.finding.stop()
        part = self.part()
        self.page.setAccessibleName(title)
        if page != GLOSSARY or place not in {block.place for block in self.page.blocks if isinstance(block, Heading)}:
            self._narrow("")  # a term that is not among those that are shown
        self._fill(page)
        stop = self.page if part is self.page else self.accordion.question(self._places[place].beside or place)
        focus = QApplication.focusWidget()
        if part is not self.currentWidget() and stop is not None and focus is not None and self.isAncestorOf(focus):
            turn_to(self, part, stop)
        self.setCurrentWidget(part)
        self._scroll_to(place)
        self._visits.titles[Address(self._id, place)] = f"{self._title_of(place)} – {self._title}"
        self.place_shown.emit(page, title)

    def _scroll_to(self, place: str) -> None:
        """Bring a place to the screen; an evidence note is brought out where it is folded away."""
        beside = self._places[place].beside if place in self._places else ""
        if beside:
            self.part().scroll_to_note(beside, place.removeprefix(f"{NOTES}/"))
        else:
            self.part().scroll_to(place)

    def _blocks(self, page: str) -> Blocks:
        if page in self._own:
            return self._own[page]
        return glossary(self._document, self._narrowed) if page == GLOSSARY else self._document.page(page, has_side_column=self._has_side_column)

    def _fill(self, page: str, state: PageState = FROM_THE_TOP) -> None:
        """Set the blocks of a page, from the top or as the reader had it, and what stands beside them."""
        part, other = (self.accordion, self.page) if page == self._faq else (self.page, self.accordion)
        beside = self._document.column_blocks(page) if self._has_side_column else ()
        part.setGeometry(self.contentsRect())  # what is not shown yet, too
        other.side_column_layout.let_go()
        if beside:
            part.side_column_layout.hold(self.side, self._look)  # first: all text is then laid out once, in its width
        else:
            part.side_column_layout.let_go()
        if part is self.accordion:
            self.accordion.show_answers(
                {entry.id: self._document.answer(entry, has_side_column=self._has_side_column) for entry in self._entries}, state
            )
        else:
            self.page.show_blocks(self._blocks(page), state)
        if beside:
            self.side.show_blocks(beside)
        if state.top is not None:
            part.scroll_to_top(state.top)  # once more: it has its width only now

    def show_changes(self, old: Loaded, new: Loaded) -> None:
        """Show what changed between two editions, on a page of its own."""
        from app.core.pages.changes import compare, to_blocks  # noqa: PLC0415 - needed once in a while, and slow to load

        labels = self._document.labels
        changes = compare(old.article, new.article, labels)
        self._own[CHANGES] = to_blocks(changes, old.article, new.article, old.short_digest, new.short_digest, labels)
        self.go_to(CHANGES)
        self.focus_text()

    def show_problems(self, name: str, problems: tuple[str, ...]) -> None:
        """Show all that is wrong with a file of the library, on a page of its own."""
        lead = Paragraph((Run(self.tr("{name} cannot be opened.").format(name=name)),))
        self._own[PROBLEMS] = (Heading(self.tr("Problems"), 1, PROBLEMS), lead, *(Item((Run(problem),)) for problem in problems))
        self.go_to(PROBLEMS)
        self.focus_text()

    def page_title(self) -> str:
        """Return the title of the page that is shown."""
        page = self.shown_page
        return _title(self._own[page]) if page in self._own else self._places[self.place].page_title

    def filter_terms(self, words: str) -> None:
        """Show only the terms of the glossary that hold these words, from the first on; marks stay."""
        if words != self._narrowed and self._page_of(self.place) == GLOSSARY:
            self._narrow(words)
            self._fill(GLOSSARY, replace(self.page.state(), top=None, selection=None))

    def _narrow(self, words: str) -> None:
        if words != self._narrowed:
            self._narrowed = words
            self.narrowed.emit(words)

    def scroll_to_share(self, share: float) -> None:
        """Scroll to a share (0 to 1) of what is shown."""
        self.part().scroll_to_share(share)

    def go_to_edge(self, edge: Literal["start", "end"]) -> None:
        """Go to the beginning or the end of what is shown."""
        self.part().go_to_edge(edge)

    def recent_places(self) -> tuple[tuple[str, str], ...]:
        """Return the places that were visited last, without the one that is shown, the last one first, each with its title.

        Those of other articles are addresses, and their titles end with the article's.
        """
        recent: list[tuple[str, str]] = []
        for at in self.history.recent(MOST_RECENT):
            if at.article != self._id:
                recent.append((str(at), self._visits.titles[at]))
            elif at.place in self._own or at.place in self._places:  # not so where another edition was open
                recent.append((at.place, self._title_of(at.place)))
        return tuple(recent)

    def _title_of(self, place: str) -> str:
        return _title(self._own[place]) if place in self._own else self._places[place].title

    def focus_text(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the text."""
        if self.part() is self.accordion:
            self.accordion.focus_first()
        else:
            self.page.setFocus(reason)

    # --- answers and marks ---

    def set_open(self, places: Iterable[str]) -> None:
        """Open exactly these answers."""
        self.accordion.set_open(places)

    def find_words(self, words: str) -> None:
        """Mark the words on the page and go to the first of them."""
        self.finding.find(self.part(), words)

    def take_marks_away(self) -> None:
        """Take the marks away and nothing else: answers that were opened for them stay open."""
        self.accordion.keep_shown()
        self.finding.stop()

    def open_hit(self, place: str, terms: frozenset[str]) -> None:
        """Go to a place that a search found and mark the words that matched."""
        self.go_to(place)
        self.mark_hit(place, terms)

    def mark_hit(self, place: str, terms: frozenset[str]) -> None:
        """Mark the words that matched at the place that is shown now."""
        self.finding.mark(self.part(), partial(_marks, terms))
        if self.part() is self.accordion:
            self.accordion.keep_open(self._places[place].beside or place)
            self._scroll_to(place)


def _marks(terms: frozenset[str], text: str) -> tuple[Span, ...]:
    from app.core.search.engine import mark_words  # noqa: PLC0415 - loaded with the first search

    return mark_words(text, terms)


def _title(blocks: Blocks) -> str:
    return next((block.text for block in blocks if isinstance(block, Heading)), "")
