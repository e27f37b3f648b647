"""The window: makes the parts, introduces them to each other, and knows where the reader is."""

from functools import cached_property, partial

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLineEdit, QMainWindow, QMenu, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from app.core.document import Document
from app.core.history import History
from app.core.loader import Loaded
from app.core.places import KEYS, SOURCES, Places
from app.core.search import SearchIndex
from app.core.search.index import mark_words
from app.ui.accessible import announce
from app.ui.accordion import Accordion
from app.ui.appearance import Appearance
from app.ui.bars import Footer, Notice, ToolBar
from app.ui.commands import Actions, key_page
from app.ui.disclaimer import DisclaimerCover
from app.ui.drawer import Drawer
from app.ui.find_bar import FindBar
from app.ui.finding import Finding
from app.ui.navigator import Navigator, Row
from app.ui.page import Page
from app.ui.results import Heading, ResultList
from app.ui.search_field import SearchField
from app.ui.settings import Remembered

WIDTH, HEIGHT = 1280, 800
LEAST_WIDTH, LEAST_HEIGHT = 320, 480
NARROW_BELOW = 800
"""Width at 100 % under which the contents lie in a drawer."""


class Window(QMainWindow):
    """One article in one window.

    Signals: `accepted()` when the disclaimer has been, `content_wanted(path)` when another article is asked for (an empty path is the
    bundled one), `left(accepted)` when the window closes.
    """

    accepted = Signal()
    content_wanted = Signal(str)
    left = Signal(bool)

    def __init__(self, loaded: Loaded, appearance: Appearance) -> None:
        super().__init__()
        article = loaded.article
        self.article = article
        self.appearance = appearance
        self.document = Document(article, loaded.short_digest)
        self.places = Places(article)
        self.history = History()
        self.finding = Finding()
        self.is_accepted = False
        self._scrolls: dict[str, float] = {}
        self._last_query = ""
        look, icons = appearance.look, appearance.icons
        direction = Qt.LayoutDirection.RightToLeft if article.direction == "rtl" else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(direction)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(WIDTH, HEIGHT)

        entries = ((entry.id, entry.question, self.document.answer_blocks(entry)) for entry in article.faq.entries)
        self.page = Page(article.title, look, direction)
        self.accordion = Accordion(article.faq.title, entries, look, icons, direction)
        self.results = ResultList(article.title, look)
        self.navigator = Navigator(self._rows(), look, icons)
        self.field = SearchField(icons, self.tr("Ctrl+K"))
        self.find_bar = FindBar(icons)
        self.notice = Notice(icons)
        labels = self.document.labels
        date = self.tr("Article of {date}").format(date=labels.date(article.edition.updated))
        self.footer = Footer(article.disclaimer.short, (date, self.document.review(), labels.offline), look)
        self.actions_ = Actions(self)
        self.actions_.apply_icons(icons)
        self._more = QMenu(self)
        self.bar = ToolBar(self.field, self.actions_.by_id, self._more)
        self._lay_out()
        self.cover = DisclaimerCover(article.disclaimer, look, self)
        self._connect()
        self._set_usable(usable=False)

    def _rows(self) -> tuple[tuple[Row, ...], ...]:
        labels, article = self.document.labels, self.article
        sections = (Row(section.title, section.id) for section in article.sections)
        reference = [Row(article.faq.title, article.faq.id, "question", str(len(article.faq.entries)))]
        if article.sources:
            reference.append(Row(labels.sources, SOURCES, "sources", str(len(article.sources))))
        reference.append(Row(labels.about_page, article.about.id, "about"))
        return ((Row(labels.article), *sections), (Row(self.tr("Reference")), *reference))

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.page)
        self.stack.addWidget(self.accordion)
        self.stack.addWidget(self.results)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.find_bar)
        self.body = QWidget()
        self._beside = QHBoxLayout(self.body)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.navigator)
        self._beside.addLayout(middle, 1)
        self.drawer = Drawer(self.body)
        self.centre = QWidget()
        column = QVBoxLayout(self.centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.notice, self.body, self.footer):
            column.addWidget(part)
        column.setStretchFactor(self.body, 1)
        self.setCentralWidget(self.centre)
        self.actions_.fill(self.menuBar())
        self.actions_.fill(self._more)

    def _connect(self) -> None:
        self.cover.accepted.connect(self.accept_disclaimer)
        self.cover.declined.connect(self.close)
        self.navigator.place_chosen.connect(self.choose)
        self.drawer.closed.connect(self.focus_page)
        self.page.link_chosen.connect(self.go_to)
        self.accordion.link_chosen.connect(self.go_to)
        self.field.query_changed.connect(self.show_results)
        self.field.moved.connect(self.results.choose_next)
        self.field.opened.connect(self.open_chosen)
        self.field.left.connect(self.focus_page)
        self.results.place_chosen.connect(self.open_hit)
        self.find_bar.changed.connect(self.find_words)
        self.find_bar.stepped.connect(self.step)
        self.find_bar.closed.connect(self.end_find)
        self.appearance.changed.connect(self.apply_look)

    # --- opening and closing ---

    def restore(self, remembered: Remembered, place: str | None) -> None:
        """Be where the reader was, or at a place that was asked for."""
        if not remembered.window.isEmpty():
            self.restoreGeometry(remembered.window)
        self.accordion.set_open(remembered.open_answers)
        here = remembered.place in self.places
        self.go_to(place or (remembered.place if here else self.places.first))
        if place is None and here:
            self._current().scroll_to_share(remembered.scroll)
        self.actions_.by_id[f"theme_{self.appearance.choice}"].setChecked(True)
        self.cover.raise_()
        self.cover.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def remember(self) -> Remembered:
        """Return what the next start needs."""
        return Remembered(
            theme=self.appearance.choice,
            text_size=self.appearance.size,
            place=self.history.current or "",
            scroll=self._current().scroll_share(),
            open_answers=sorted(self.accordion.open_answers()),
            window=QByteArray(self.saveGeometry()),
        )

    def accept_disclaimer(self) -> None:
        """Uncover the window."""
        self.is_accepted = True
        self.cover.hide()
        self._set_usable(usable=True)
        self.focus_page()
        self.accepted.emit()

    def _set_usable(self, *, usable: bool) -> None:
        self.centre.setEnabled(usable)
        self.menuBar().setEnabled(usable)
        self.actions_.set_enabled(enabled=usable)
        if usable:
            self._update_actions()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - called by Qt
        """Say that the window closes, and whether it was ever in use."""
        self.left.emit(self.is_accepted)
        super().closeEvent(event)

    def choose_content(self) -> None:
        """Ask for another article."""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open content file"), "", self.tr("Content (*.json);;All files (*)"))
        if path:
            self.content_wanted.emit(path)

    def open_bundled(self) -> None:
        """Ask for the article that comes with the program."""
        self.content_wanted.emit("")

    # --- going to places ---

    def choose(self, place: str) -> None:
        """Go where the navigator leads."""
        self.drawer.close_drawer()
        self.go_to(place)

    def go_to(self, place: str) -> None:
        """Go to a place, or to the nearest one when there is no such place, and say so."""
        known = place in self.places or place == KEYS
        target = place if known else self.places.nearest(place).id
        if not known:
            title = self.places[target].title
            self.notice.show_message(
                self.tr("There is no place “{place}” in this article. This is the nearest: {title}.").format(place=place[:80], title=title)
            )
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

    def _return_to(self, place: str | None) -> None:
        if place is not None:
            self._show(place)
            self._current().scroll_to_share(self._scrolls.get(place, 0.0))

    def _leave(self) -> None:
        self._end_search()
        if self.history.current is not None:
            self._scrolls[self.history.current] = self._current().scroll_share()

    def _show(self, place: str) -> None:
        page = KEYS if place == KEYS else self.places[place].page
        title = self.tr("Keys") if place == KEYS else self.places[place].page_title
        self.finding.stop()
        if page == self.article.faq.id:
            self.accordion.fill()
        else:
            self.page.setAccessibleName(title)
            self.page.show_blocks(key_page() if page == KEYS else self.document.page(page))
        self.stack.setCurrentWidget(self._part(page))
        self._part(page).scroll_to(place)
        self.navigator.show_place(page)
        self.setWindowTitle(self.tr("{page} – {article}").format(page=title, article=self.article.title))
        announce(self, title)
        if self.find_bar.isVisible():
            self.find_words(self.find_bar.field.text())
        self._update_actions()

    def _part(self, page: str) -> Page | Accordion:
        return self.accordion if page == self.article.faq.id else self.page

    def _current(self) -> Page | Accordion:
        place = self.history.current
        return self.page if place is None or place == KEYS else self._part(self.places[place].page)

    def _section_at(self, step: int) -> str | None:
        place = self.history.current
        page = self.places[place].page if place is not None and place in self.places else ""
        if page not in self.places.sections:
            return None
        number = self.places.sections.index(page) + step
        return self.places.sections[number] if 0 <= number < len(self.places.sections) else None

    def previous_section(self) -> None:
        """Go to the section before this one."""
        if (place := self._section_at(-1)) is not None:
            self.go_to(place)

    def next_section(self) -> None:
        """Go to the section after this one."""
        if (place := self._section_at(1)) is not None:
            self.go_to(place)

    def go_to_questions(self) -> None:
        """Go to the questions and answers."""
        self.go_to(self.article.faq.id)

    def go_to_about(self) -> None:
        """Go to the page about the article, with the disclaimer."""
        self.go_to(self.article.about.id)

    def go_to_keys(self) -> None:
        """Go to the list of keys."""
        self.go_to(KEYS)

    def _update_actions(self) -> None:
        if not self.is_accepted:
            return
        able = {
            "back": self.history.can_go_back,
            "forward": self.history.can_go_forward,
            "previous_section": self._section_at(-1) is not None,
            "next_section": self._section_at(1) is not None,
            "expand": self._current() is self.accordion,
        }
        for name, enabled in able.items():
            self.actions_.by_id[name].setEnabled(enabled)

    # --- searching ---

    @cached_property
    def index(self) -> SearchIndex:
        """The index, made when the first word is typed."""
        return SearchIndex(self.article)

    def start_search(self) -> None:
        """Go to the search field; the last search of this session stands there again."""
        if not self.field.text():
            self.field.setText(self._last_query)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self, words: str) -> None:
        """Search for words as if they had been typed."""
        self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_results(self, words: str) -> None:
        """Show the results in the page's place while there is something to search for."""
        if not words.strip():
            self.stack.setCurrentWidget(self._current())
            return
        self._last_query = words
        self.find_bar.hide()
        found = self.index.search(words)
        headings = tuple(Heading(place, self.places[place].page_title) for place in found.nearest if place in self.places)
        self.results.show_results(found, headings)
        self.stack.setCurrentWidget(self.results)

    def open_chosen(self) -> None:
        """Open the chosen result."""
        place = self.results.chosen()
        if self.field.text().strip() and place is not None:
            self.open_hit(place)

    def open_hit(self, place: str) -> None:
        """Go to a result and mark the words that matched."""
        terms = self.index.search(self.field.text()).terms
        self.go_to(place)
        self.finding.mark(self._current(), partial(_marks, terms))
        if self._current() is self.accordion:
            self.accordion.keep_open(place)
            self.accordion.scroll_to(place)
        self.focus_page()

    def _end_search(self) -> None:
        if self.field.text():
            self.field.clear()

    # --- find on the page ---

    def start_find(self) -> None:
        """Open find on the page."""
        self._end_search()
        self.find_bar.open_bar()

    def find_words(self, words: str) -> None:
        """Mark the words on the page."""
        self.finding.find(self._current(), words)
        self._show_count()

    def find_next(self) -> None:
        """Go to the next mark."""
        self.step(1)

    def find_previous(self) -> None:
        """Go to the previous mark."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Go some marks on; without marks, ask what to find."""
        if self.finding.total:
            self.finding.step(by)
            self._show_count()
        elif not self.find_bar.isVisible():
            self.start_find()

    def _show_count(self) -> None:
        announce(self, self.find_bar.show_count(self.finding.current + 1, self.finding.total))

    def end_find(self) -> None:
        """Take the marks away."""
        self.finding.stop()
        self.focus_page()

    # --- the window itself ---

    def focus_page(self) -> None:
        """Give the focus to the text."""
        part = self._current()
        if isinstance(part, Accordion):
            part.focus_first()
        else:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self) -> None:
        """Go on from search field to contents to text to find."""
        panes = [(self.field, self.field.setFocus), (self.navigator, self.show_contents), (self.stack, self.focus_page)]
        if self.find_bar.isVisible():
            panes.append((self.find_bar, self.find_bar.field.setFocus))
        focus = QApplication.focusWidget()
        now = next((number for number, (pane, _) in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))), -1)
        panes[(now + 1) % len(panes)][1]()

    def show_contents(self) -> None:
        """Give the focus to the contents; in a narrow window they come out of their drawer, or go back into it."""
        if self.drawer.isVisible():
            self.drawer.close_drawer()
        elif self.is_narrow():
            self.drawer.open_drawer()
        else:
            self.navigator.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_narrow(self) -> bool:
        """Return whether the contents do not fit beside the text."""
        return self.width() < self.appearance.look.control(NARROW_BELOW)

    def copy(self) -> None:
        """Copy what is selected."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit):
            focus.copy()

    def select_all(self) -> None:
        """Select everything where the focus is."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit):
            focus.selectAll()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def apply_look(self) -> None:
        """Paint in another theme or size."""
        look, icons = self.appearance.look, self.appearance.icons
        self.finding.stop()
        self.actions_.apply_icons(icons)
        for part in (self.page, self.results, self.cover):
            part.apply_look(look)
        self.accordion.apply_look(look, icons)
        self.navigator.apply_look(look, icons)
        for bar in (self.field, self.find_bar, self.notice):
            bar.apply_icons(icons)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the parts to the width."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the contents beside the text, or into the drawer when the window is narrow."""
        narrow = self.is_narrow()
        self.menuBar().setVisible(not narrow)
        self.bar.arrange(self.appearance.look, self.appearance.icons, narrow=narrow)
        self.footer.arrange(self.appearance.look, narrow=narrow)
        if narrow and self.navigator.parentWidget() is not self.drawer:
            self.drawer.hold(self.navigator)
        elif not narrow and self.navigator.parentWidget() is self.drawer:
            self.drawer.hide()
            self._beside.insertWidget(0, self.navigator)
            self.navigator.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Take the marks away on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.finding.total:
            self.find_bar.hide()
            self.end_find()
        else:
            super().keyPressEvent(event)


def _marks(terms: frozenset[str], text: str) -> tuple[tuple[int, int], ...]:
    return mark_words(text, terms)
