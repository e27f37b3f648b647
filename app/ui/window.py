"""What is in the window: makes the parts, lays them out, and introduces them to each other."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from app.core.document import Document
from app.core.loader import Loaded
from app.core.places import SOURCES, Places
from app.core.search import Results, SearchIndex
from app.ui.accessible import announce
from app.ui.appearance import Appearance
from app.ui.bars import Footer, Notice, ToolBar
from app.ui.commands import Actions
from app.ui.drawer import Drawer
from app.ui.find_bar import FindBar
from app.ui.frame import Frame
from app.ui.icons import Icons
from app.ui.navigator import Navigator, Row
from app.ui.reader import Reader, State
from app.ui.results import Heading, ResultList
from app.ui.search_field import SearchField
from app.ui.settings import Remembered

NARROW_BELOW = 800
"""Width at 100 % under which the contents lie in a drawer."""


class Window(QWidget):
    """One article, inside a frame.

    Signals: `content_wanted(path)` when another article is asked for; an empty path is the bundled one.
    """

    content_wanted = Signal(str)

    def __init__(self, loaded: Loaded, appearance: Appearance, frame: Frame) -> None:
        super().__init__(frame)
        self.article = article = loaded.article
        self.appearance = appearance
        self.frame = frame
        self.document = Document(article, loaded.short_digest, folder=loaded.path.parent)
        self.places = Places(article)
        self._last_query = ""
        self._found = Results("")
        self._before: State | None = None
        look, icons = appearance.look, Icons(appearance.look)
        frame.setLayoutDirection(Qt.LayoutDirection.RightToLeft if article.direction == "rtl" else Qt.LayoutDirection.LeftToRight)

        self.icons = icons
        self.reader = Reader(article, self.document, self.places, look, icons)
        self.results = ResultList(article, look, icons)
        self.navigator = Navigator(self._rows(), look, icons)
        self.field = SearchField(icons, self.tr("Ctrl+K"))
        self.find_bar = FindBar(icons)
        self.notice = Notice(icons)
        self.footer = Footer(article.disclaimer.short, self._facts(), look)
        self.commands = Actions(self, frame)
        self.commands.apply_icons(icons)
        self._more = QMenu(self)
        self.bar = ToolBar(self.field, self.commands.by_id, self._more)
        self._lay_out()
        self._connect()
        self._set_usable(usable=frame.is_accepted)
        frame.setCentralWidget(self)
        self.show()  # at once; the frame would do it only when events are handled next
        frame.cover.raise_()

    def _rows(self) -> tuple[tuple[Row, ...], ...]:
        labels, article = self.document.labels, self.article
        sections = (Row(section.title, section.id) for section in article.sections)
        reference = [Row(article.faq.title, article.faq.id, "question", str(len(article.faq.entries)))]
        if article.sources:
            reference.append(Row(labels.sources, SOURCES, "sources", str(len(article.sources))))
        reference.append(Row(labels.about_page, article.about.id, "about"))
        return ((Row(labels.article), *sections), (Row(self.tr("Reference")), *reference))

    def _facts(self) -> tuple[str, ...]:
        labels = self.document.labels
        date = self.tr("Article of {date}").format(date=labels.date(self.article.edition.updated))
        return (date, self.document.review(), labels.offline)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.reader)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.notice, self.body, self.footer):
            column.addWidget(part)
        column.setStretchFactor(self.body, 1)
        self.commands.fill(self.frame.menuBar())
        self.commands.fill(self._more)

    def _connect(self) -> None:
        self.frame.accepted.connect(self.begin)
        self.navigator.place_chosen.connect(self.choose)
        self.drawer.closed.connect(self.reader.focus_text)
        self.reader.place_shown.connect(self.show_place)
        self.reader.place_missing.connect(self.tell_missing)
        self.field.entered.connect(self.prepare_search)
        self.field.query_changed.connect(self.show_results)
        self.field.moved.connect(self.results.choose_next)
        self.field.opened.connect(self.open_chosen)
        self.field.left.connect(self.reader.focus_text)
        self.results.place_chosen.connect(self.open_hit)
        self.results.exact_wanted.connect(self.show_exact_results)
        self.results.urgent_wanted.connect(self.reader.go_to_urgent)
        self.find_bar.changed.connect(self.find_words)
        self.find_bar.stepped.connect(self.step)
        self.find_bar.closed.connect(self.end_find)
        self.appearance.changed.connect(self.apply_look)

    # --- opening and closing ---

    def restore(self, remembered: Remembered, place: str | None) -> None:
        """Be where the reader was, or at a place that was asked for."""
        self.reader.set_open(remembered.open_answers)
        here = remembered.place in self.places
        self.reader.go_to(place or (remembered.place if here else self.places.first))
        if place is None and here:
            self.reader.scroll_to_share(remembered.scroll)
        self.commands.by_id[f"theme_{self.appearance.choice}"].setChecked(True)
        if self.frame.is_accepted:
            self.begin()

    def remember(self) -> Remembered:
        """Return what the next start needs."""
        return Remembered(
            theme=self.appearance.choice,
            text_size=self.appearance.size,
            place=self.reader.place,
            scroll=self.reader.part().scroll_share(),
            open_answers=sorted(self.reader.accordion.open_answers()),
            window=QByteArray(self.frame.saveGeometry()),
        )

    def begin(self) -> None:
        """Be of use: the disclaimer has been accepted."""
        self._set_usable(usable=True)
        self.reader.focus_text()

    def _set_usable(self, *, usable: bool) -> None:
        self.setEnabled(usable)
        self.frame.menuBar().setEnabled(usable)
        self.commands.set_enabled(enabled=usable)
        if usable:
            self._update_commands()

    def _update_commands(self) -> None:
        if self.frame.is_accepted:
            reader = self.reader
            self.commands.by_id["back"].setEnabled(reader.history.can_go_back)
            self.commands.by_id["forward"].setEnabled(reader.history.can_go_forward)
            self.commands.by_id["previous_section"].setEnabled(reader.section_at(-1) is not None)
            self.commands.by_id["next_section"].setEnabled(reader.section_at(1) is not None)
            self.commands.by_id["urgent"].setEnabled(self.article.urgent_care is not None)
            self.commands.by_id["expand"].setEnabled(reader.part() is reader.accordion)

    def choose_content(self) -> None:
        """Ask for another article."""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open content file"), "", self.tr("Content (*.json);;All files (*)"))
        if path:
            self.content_wanted.emit(path)

    def open_bundled(self) -> None:
        """Ask for the article that comes with the program."""
        self.content_wanted.emit("")

    def make_handout(self) -> None:
        """Make a hand-out of the page being read."""
        from app.ui.handout_desk import desk_of  # noqa: PLC0415 - loaded with the first hand-out

        desk_of(self, self.document).open(self.reader.place, self.appearance.look, self.icons)

    # --- places ---

    def choose(self, place: str) -> None:
        """Go where the navigator leads."""
        self.drawer.close_drawer()
        self.reader.go_to(place)

    def show_place(self, page: str, title: str) -> None:
        """Show everywhere which page is open; the search is over."""
        self._before = None
        self.field.clear()
        self.stack.setCurrentWidget(self.reader)
        self.navigator.show_place(page)
        self.frame.setWindowTitle(self.tr("{page} – {article}").format(page=title, article=self.article.title))
        announce(self, title)
        if self.find_bar.isVisible():
            self.find_words(self.find_bar.field.text())
        self._update_commands()

    def tell_missing(self, place: str, title: str) -> None:
        """Say that a place does not exist and what is shown instead."""
        message = self.tr("There is no place “{place}” in this article. This is the nearest: {title}.")
        self.notice.show_message(message.format(place=place[:80], title=title))

    # --- searching ---

    @cached_property
    def index(self) -> SearchIndex:
        """The index, made when it is first asked for."""
        return SearchIndex(self.article)

    def prepare_search(self) -> None:
        """Make the index when the search field gets the focus: most who open the reference do not search, and it takes nine megabytes."""
        _ = self.index

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
            self.stack.setCurrentWidget(self.reader)
            return
        self._last_query = words
        self.find_bar.hide()
        self._show_found(self.index.search(words))

    def show_exact_results(self) -> None:
        """Show the results for the words just as they were typed."""
        self._show_found(self.index.search(self.field.text(), exact=True))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_found(self, found: Results) -> None:
        self._found = found
        headings = tuple(Heading(place, self.places[place].page_title) for place in found.nearest)
        self.results.show_results(found, headings)
        self.stack.setCurrentWidget(self.results)

    def open_chosen(self) -> None:
        """Open the chosen result."""
        place = self.results.chosen()
        if self.field.text().strip() and place is not None:
            self.open_hit(place)

    def open_hit(self, place: str) -> None:
        """Go to a result and mark the words that matched; Esc will lead back."""
        before = self.reader.put_by()
        self.reader.open_hit(place, self._found.terms)
        self._before = before
        self.reader.focus_text()

    # --- find on the page ---

    def start_find(self) -> None:
        """Open find on the page."""
        self.field.clear()
        self.find_bar.open_bar()

    def find_words(self, words: str) -> None:
        """Mark the words on the page."""
        self.reader.find_words(words)
        self._show_count()

    def find_next(self) -> None:
        """Go to the next mark."""
        self.step(1)

    def find_previous(self) -> None:
        """Go to the previous mark."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Go some marks on; without marks, ask what to find."""
        if self.reader.finding.total:
            self.reader.finding.step(by)
            self._show_count()
        elif not self.find_bar.isVisible():
            self.start_find()

    def _show_count(self) -> None:
        finding = self.reader.finding
        announce(self, self.find_bar.show_count(finding.current + 1, finding.total))

    def end_find(self) -> None:
        """Take the marks away."""
        self.reader.finding.stop()
        self.reader.focus_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """On Esc, go back from a search hit to where the reader was; else take the marks away."""
        if event.key() == Qt.Key.Key_Escape and self._before is not None:
            before = self._before
            self.reader.come_back(before)
            self.reader.focus_text()
        elif event.key() == Qt.Key.Key_Escape and self.reader.finding.total:
            self.find_bar.hide()
            self.end_find()
        else:
            super().keyPressEvent(event)

    # --- the window itself ---

    def next_pane(self) -> None:
        """Go on from search field to contents to text to find."""
        panes: list[tuple[QWidget, Callable[[], None]]] = [
            (self.field, self.field.setFocus),
            (self.navigator, self.show_contents),
            (self.stack, self.reader.focus_text),
        ]
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
        return self.width() < self.appearance.look.text(NARROW_BELOW)

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
        self.frame.setWindowState(self.frame.windowState() ^ Qt.WindowState.WindowFullScreen)

    def apply_look(self) -> None:
        """Paint in another theme or size."""
        self.icons = Icons(self.appearance.look)
        look, icons = self.appearance.look, self.icons
        self.commands.apply_icons(icons)
        self.reader.apply_look(look, icons)
        self.navigator.apply_look(look, icons)
        self.results.apply_look(look, icons)
        self.frame.cover.apply_look(look)
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
        self.frame.menuBar().setVisible(not narrow)
        self.bar.arrange(self.appearance.look, self.icons, narrow=narrow)
        self.footer.arrange(self.appearance.look, narrow=narrow)
        if narrow and self.navigator.parentWidget() is not self.drawer:
            self.drawer.hold(self.navigator)
        elif not narrow and self.navigator.parentWidget() is self.drawer:
            self.drawer.hide()
            self._beside.insertWidget(0, self.navigator)
            self.navigator.show()
