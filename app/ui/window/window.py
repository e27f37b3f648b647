"""What is in the window: makes the parts, lays them out, and connects their signals."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QMenu, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from app.core.article.history import Visits
from app.core.article.places import GLOSSARY, Places
from app.core.base.labels import ENGLISH, Labels
from app.core.files.leaving import Leaving
from app.core.files.loader import Loaded
from app.core.files.own_files import cache_folder
from app.core.files.policy import NO_POLICY, Policy
from app.core.library.user_library import LibraryFolders
from app.core.library_search.scope import Scope
from app.core.pages.document import Document
from app.ui.library.library_room import BUNDLED_ONLY, LibraryRoom
from app.ui.look.direction import in_order_of, lean
from app.ui.reading.filter_bar import FilterBar
from app.ui.reading.page_tools import PageTools
from app.ui.reading.reading_pane import ReadingPane
from app.ui.search.find_bar import FindBar
from app.ui.search.find_on_page import FindOnPage
from app.ui.search.results import ResultList
from app.ui.search.results_pane import ResultsPane
from app.ui.search.search_field import SearchField
from app.ui.search.searching import Searching
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame, title_of
from app.ui.shell.settings import Remembered
from app.ui.teaching.presenting import Presenting
from app.ui.text.announcements import announce
from app.ui.widgets.cover import dress
from app.ui.widgets.keys import begins_words, edge_of, presses
from app.ui.window.bars import Footer, Notice, ToolBar
from app.ui.window.body import Body
from app.ui.window.commands import Actions, Id, WindowParts, key_page
from app.ui.window.copying import CopiedLabel, Copying
from app.ui.window.menu_keys import MenuKeys
from app.ui.window.navigator import LIBRARY, Navigator, rows_of
from app.ui.window.new_edition import NewEdition
from app.ui.window.opening import Opening
from app.ui.window.panes import Panes, Pointer
from app.ui.window.sheets import SheetMaking

if TYPE_CHECKING:
    from app.ui.library.indexing import Indexing
    from app.ui.library.indexing_bar import IndexingBar
    from app.ui.writing.following import Report
    from app.ui.writing.view import WritingView

NARROW_BELOW = 800
"""Width at 100 % under which the contents lie in a drawer."""

LOW_BELOW = 520
"""Height at 100 % under which what stands around the page folds to one line each."""

BESIDE_FROM = 1120
"""Width at 100 % from which the urgent box and the figures stand beside the text."""


LIBRARY_AFTER = 500
"""Milliseconds after the first picture in which nothing is read for the library: the reader's page comes first."""


class Window(QWidget):
    """One article, inside a frame, which may have held others before; `visits` is where the reader has been in all of them."""

    def __init__(
        self,
        loaded: Loaded,
        appearance: Appearance,
        frame: Frame,
        policy: Policy = NO_POLICY,
        labels: Labels = ENGLISH,
        visits: Visits | None = None,
        scope: Scope | None = None,
        library: LibraryFolders = BUNDLED_ONLY,
    ) -> None:
        super().__init__(frame)
        visits, self._scope = visits or Visits(loaded.article.id), scope or Scope()
        self.article = article = loaded.article
        self.appearance = appearance
        self.frame = frame
        self.loaded = loaded
        leaving = Leaving(policy.allow, loaded)
        self.document = Document(article, loaded.short_digest, labels, loaded.figures, policy.clinic.numbers)
        self.places = Places(article, self.document.labels)
        icons = appearance.icons
        self.icons = icons
        self.commands = Actions(self, frame)
        self.commands.apply_icons(icons)
        self._make_parts(labels, visits)
        self.copying = Copying(self.document, self.places, self.reader, self.results, leaving, visits)
        kept = cache_folder() if policy.remember_place else None
        self.searching = Searching(loaded, self.document, kept, self.field, self.results, self.reader, self._scope)
        self.finder = FindOnPage(self.find_bar, self.reader, self.field)
        self.writing: WritingView | None = None
        self.presenting = Presenting(frame, self.document, self.places, self.reader, appearance, leaving)
        self.opening = Opening(self, self.reader, loaded, leaving)
        self.sheets = SheetMaking(self, self.document, self.reader, appearance, leaving, policy.clinic)
        self.library = LibraryRoom(self.stack, library, appearance, labels, self._scope)
        self._indexing: IndexingBar | None = None
        self.commands.by_id[Id.ADD_ARTICLE].setVisible(self.library.may_add)
        self.page_tools = PageTools(self.reader.page, (self.commands.by_id[Id.COPY_CITED], self.commands.by_id[Id.COPY_LINK]))
        self.commands.by_id[Id.SCOPE].setVisible(bool(self._scope.count))
        self._wait()
        self._lay_out()
        self.pointer = Pointer(self)
        lean(self)
        self._connect()
        self._set_usable(usable=frame.is_accepted)
        frame.setCentralWidget(self)  # the one before goes, when what it is doing has ended
        self.show()  # at once; the frame would do it only when events are handled next
        frame.cover.raise_()

    def _make_parts(self, labels: Labels, visits: Visits) -> None:
        """Make the parts from the outside in, in the order of the Tab key.

        Each is made inside its parent: one that comes there later has Qt look for the style of all that is in it again.
        """
        look, icons, article = self.appearance.look, self.icons, self.article
        self.field = SearchField(icons, self.tr("Ctrl+K"))
        self._more = QMenu(self)
        self.bar = ToolBar(self.field, self.commands.by_id, self._more, self)
        self.notice = Notice(icons, self)
        self.new_edition = NewEdition(labels, icons, self)
        self.age = Notice(icons, self)
        self.body = Body(self)
        self.navigator = Navigator(rows_of(self.document), look, icons, self.body)
        self.body.hold(self.navigator)
        self.filter_bar = FilterBar(look, self.body)
        self.stack = QStackedWidget(self.body)
        self.stack.setMinimumHeight(1)  # what stands around the page keeps its height, so that it can be pressed
        self.reader = ReadingPane(article, self.document, self.places, key_page(), look, icons, visits, self.stack)
        self.results_pane = ResultsPane(self.document, look, self.stack)
        self.results = ResultList(self.document, self.places, look, icons, self.results_pane)
        self.results_pane.hold(self.results)
        self.find_bar = FindBar(icons, self.body)
        self.footer = Footer(article.disclaimer.short, self._facts(), look, self)

    def _wait(self) -> None:
        """Make the timers of what is done later."""
        self._left = "", 0.0
        self._laid_out = QTimer(self, interval=0, singleShot=True)
        self._laid_out.timeout.connect(self._come_back)
        self._later = QTimer(self, interval=LIBRARY_AFTER, singleShot=True)
        self._later.timeout.connect(self.library.look_for_more)

    def _facts(self) -> tuple[str, ...]:
        labels = self.document.labels
        date = self.tr("Article of {date}").format(date=labels.date(self.article.edition.updated))
        return (date, self.document.review(), labels.offline)

    def _lay_out(self) -> None:
        """Put the parts into their places."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.notice, self.new_edition, self.age):
            column.addWidget(part)
        column.addWidget(self.body, 1)
        self._column = column
        self.body.middle.addWidget(self.filter_bar)
        self.body.middle.addWidget(self.stack, 1)
        self.stack.addWidget(self.reader)
        self.stack.addWidget(self.results_pane)
        self._is_from_library = self._is_age_put_away = False
        self.copied = CopiedLabel(self.stack)
        self.body.middle.addWidget(self.find_bar)
        column.addWidget(self.footer)
        self.panes = Panes(self.field, self.navigator, self.body, self.reader, self.filter_bar, self.find_bar, self.library)
        self._show_problem_commands()
        self.commands.by_id[Id.RECENT_LESSONS].setMenu(self.presenting.recent)
        self.commands.fill(self.frame.menuBar())
        self.commands.fill(self._more)
        self.menu_keys = MenuKeys(self._more, self.bar.more, self)

    def _connect(self) -> None:
        self.commands.connect_to(
            WindowParts(
                self.frame,
                self.library,
                self.appearance,
                self.reader,
                self.body,
                self.panes,
                self.searching,
                self.finder,
                self.copying,
                self.opening,
                self.sheets,
                self.presenting,
            )
        )
        self.frame.accepted.connect(self.begin)
        self.navigator.place_chosen.connect(self.choose)
        self.navigator.row_clicked.connect(self.reader.focus_text)
        self.body.drawer.closed.connect(self.reader.focus_text)
        self.reader.place_shown.connect(self.show_place)
        self.reader.place_missing.connect(self.show_missing)
        self.reader.figure_chosen.connect(self.enlarge)
        self.results_pane.link_chosen.connect(self.reader.go_to)
        self.searching.results_shown.connect(self.show_results)
        self.searching.page_wanted.connect(self.end_search)
        self.field.left.connect(self.focus_shown)
        self.filter_bar.changed.connect(self.reader.filter_terms)
        self.reader.narrowed.connect(self.filter_bar.field.setText)
        self.filter_bar.left.connect(self.reader.focus_text)
        self.library.shown.connect(self.show_library)
        self.library.left.connect(self.leave_library)
        self.library.import_wanted.connect(self.opening.import_text)
        self.library.made.connect(self.hold_library)
        self.library.counted.connect(self.navigator.show_library)
        self.library.compared.connect(self.reader.show_changes)
        self.library.examined.connect(self.reader.show_problems)
        self.library.indexing_begun.connect(self._tell_indexing)
        self.stack.currentChanged.connect(self._show_facts)
        self.presenting.busy.connect(self.rest)
        self.presenting.place_missing.connect(self.show_missing)
        for speaker in (self.presenting, self.opening, self.sheets, self.library):
            speaker.told.connect(self.notice.show_message)
        for maker in (self.presenting, self.sheets, self.library):
            maker.done.connect(self.notice.show_success)
        self.new_edition.compare_wanted.connect(self.opening.show_changes_to)
        self.copying.copied.connect(self.copied.show_message)
        self.sheets.begun.connect(self.copied.show_message)
        self.appearance.changed.connect(self.apply_look)
        self.appearance.size_chosen.connect(self.show_size)
        for signal, command in (
            (self.pointer.larger, Id.LARGER),
            (self.pointer.smaller, Id.SMALLER),
            (self.pointer.back, Id.BACK),
            (self.pointer.forward, Id.FORWARD),
        ):
            signal.connect(self.commands.by_id[command].trigger)
        self.commands.recent.aboutToShow.connect(self.list_recent)
        self.commands.recent.triggered.connect(self.go_to_recent)

    # --- opening and closing ---

    def restore(self, remembered: Remembered, place: str | None, *, returns: bool = False) -> None:
        """Be where the reader was, or at a place that was asked for; who `returns` comes back to where the history stands."""
        self.sheets.restore_clinic(remembered.clinic, remembered.phone)
        self.reader.restore_answers(remembered.open_answers)
        self.presenting.lessons.restore(remembered.lessons)
        here = remembered.place in self.places
        if returns:
            self.reader.return_here()
        else:
            self.reader.go_to(place or (remembered.place if here else self.places.first))
            if place is None and here:
                self._left = remembered.place, remembered.scroll
                self._come_back()
        self.commands.show_choices(self.appearance)
        if self.frame.is_accepted:
            self.begin()

    def _come_back(self) -> None:
        """Scroll to where the reader was; once more when all parts have their width, since the text is longer beside a column."""
        place, scroll = self._left
        if self.reader.place == place:
            self.reader.scroll_to_share(scroll)

    def remember(self) -> Remembered:
        """Return what the next start needs."""
        clinic = self.sheets.clinic()
        return Remembered(
            theme=self.appearance.choice,
            text_size=self.appearance.size,
            less_motion=self.appearance.less_motion,
            place=self.reader.place,
            scroll=self.reader.part().scroll_share(),
            open_answers=sorted(self.reader.accordion.open_answers()),
            window=QByteArray(self.presenting.geometry()),
            clinic=clinic.name,
            phone=clinic.numbers,
            lessons=list(map(str, self.presenting.lessons.recent)),
        )

    def leave(self) -> None:
        """Give the frame back without anything of this article on it, and keep how the reader leaves it."""
        self.reader.leave()
        self.frame.accepted.disconnect(self.begin)
        self.commands.set_enabled(enabled=False)  # their keys belong to the next article's
        for dialog in self.frame.findChildren(QDialog):
            dialog.reject()
        self.presenting.let_go()
        self.frame.setMenuBar(QMenuBar(self.frame))

    def begin(self) -> None:
        """Be of use: the disclaimer has been accepted."""
        self._laid_out.start()  # what the disclaimer lay over has its height only now
        self._set_usable(usable=True)
        old = self.document.age(dt.date.today())  # noqa: DTZ011 - the reader's own day
        if old:
            self.age.show_message(old)
        self.reader.focus_text()
        self._later.start()

    def rest(self, busy: bool) -> None:  # noqa: FBT001 - carried by a signal
        """Do nothing while something else covers the window, but quit."""
        self._set_usable(usable=not busy)
        self.commands.by_id[Id.QUIT].setEnabled(True)

    def _set_usable(self, *, usable: bool) -> None:
        self.setEnabled(usable)
        self.frame.menuBar().setEnabled(usable)
        self.commands.set_enabled(enabled=usable)
        if usable:
            self._update_commands()

    def _update_commands(self) -> None:
        if self.frame.is_accepted:
            reader = self.reader
            self.commands.by_id[Id.BACK].setEnabled(reader.history.can_go_back)
            self.commands.by_id[Id.FORWARD].setEnabled(reader.history.can_go_forward)
            self.commands.recent.menuAction().setEnabled(bool(reader.recent_places()))
            self.commands.by_id[Id.SCOPE].setEnabled(bool(self._scope.count))
            self.commands.by_id[Id.SOURCES].setEnabled(bool(self.article.sources))
            self.commands.by_id[Id.PREVIOUS_SECTION].setEnabled(reader.section_at(-1) is not None)
            self.commands.by_id[Id.NEXT_SECTION].setEnabled(reader.section_at(1) is not None)
            self.commands.by_id[Id.URGENT].setEnabled(self.article.urgent_care is not None)
            self.commands.by_id[Id.RECENT_LESSONS].setEnabled(not self.presenting.recent.isEmpty())
            self.commands.by_id[Id.EXPAND].setEnabled(reader.part() is reader.accordion)

    # --- places ---

    def choose(self, place: str) -> None:
        """Go where the navigator leads."""
        self.body.drawer.close_drawer()
        if place == LIBRARY:
            self.library.show()
        else:
            self.reader.go_to(place)

    def show_place(self, page: str, title: str) -> None:
        """Show everywhere which page is open; the search is over."""
        self.searching.end()
        self.show_page()
        self.navigator.show_place(page)
        self.frame.setWindowTitle(title_of(title, self.article.title))
        announce(self, title)
        self.finder.find_again()
        self._update_commands()

    def list_recent(self) -> None:
        """List the places that were visited last, the last one first."""
        menu = self.commands.recent
        menu.clear()
        for place, title in self.reader.recent_places():
            menu.addAction(in_order_of(self, title).replace("&", "&&")).setData(place)

    def offer_scope(self) -> None:
        """Offer to search in all articles, or no longer."""
        self.commands.by_id[Id.SCOPE].setVisible(bool(self._scope.count))
        self.searching.offer_scope()
        self._update_commands()

    def show_ways(self) -> None:
        """Offer Back, Forward and the places visited last as they are now."""
        self._update_commands()

    def go_to_recent(self, action: QAction) -> None:
        """Go to a place that was visited."""
        self.reader.go_to(action.data())

    def show_missing(self, place: str, title: str) -> None:
        """Say that a place does not exist and what is shown instead."""
        message = self.tr("There is no place “{place}” in this article. The nearest one is “{title}”.")
        self.notice.show_message(message.format(place=place[:80], title=title), "place")

    # --- the library ---

    def hold_library(self) -> None:
        """Let the new page fit the window, and take from it what is meant for the window."""
        if self.library.page is not None:
            self.pointer.watch(self.library.page)
            self.arrange()

    def show_library(self) -> None:
        """Show everywhere that the library is open; the search is over."""
        self.searching.end()
        self.find_bar.hide()
        self.filter_bar.hide()
        self.navigator.show_place(LIBRARY)
        title = self.tr("Library")
        self.frame.setWindowTitle(title_of(title, self.article.title))
        announce(self, title)

    def indexing_bar(self) -> "IndexingBar":
        """Return the line under every page that tells how far reading the articles for search is; it is made when there is something to tell."""
        if self._indexing is None:
            from app.ui.library.indexing_bar import IndexingBar  # noqa: PLC0415 - with one article there is nothing to read for search

            self._indexing = IndexingBar(self.appearance.look, self.document.labels)
            self._indexing.arrange(low=self.height() < self.appearance.look.control(LOW_BELOW))
            self.body.middle.addWidget(self._indexing)
            lean(self._indexing)
        return self._indexing

    def _tell_indexing(self, indexing: "Indexing") -> None:
        """Tell in the line under every page how far the reading for search is."""
        bar = self.indexing_bar()
        indexing.progressed.connect(bar.show_progress)
        indexing.stopped.connect(bar.show_stopped)
        indexing.troubled.connect(bar.show_trouble)
        bar.cancel_wanted.connect(indexing.cancel)
        bar.go_on_wanted.connect(indexing.begin)

    def leave_library(self) -> None:
        """Show the page of the article again, as it was left."""
        self.show_page()
        self.navigator.show_place(self.reader.shown_page)
        self.frame.setWindowTitle(title_of(self.reader.page_title(), self.article.title))
        self.reader.focus_text()

    def _show_facts(self) -> None:
        """Say above and below what holds for what is shown: each article of the library has a date and a review of its own."""
        is_library = self.stack.currentWidget() is self.library.page
        self.footer.show_facts((self.tr("Each article has its own date and review"), self.document.labels.offline) if is_library else self._facts())
        if is_library and not self.age.isHidden():
            self.age.hide()
            self._is_age_put_away = True
        elif not is_library and self._is_age_put_away:
            self.age.show()
            self._is_age_put_away = False

    # --- searching and finding ---

    def search(self, words: str) -> None:
        """Search for words as if they had been typed."""
        self.searching.search(words)

    def show_results(self) -> None:
        """Show the results in the page's place."""
        self.find_bar.hide()
        self.filter_bar.hide()
        if (before := self.stack.currentWidget()) is not self.results_pane:
            self._is_from_library = before is self.library.page
        self.stack.setCurrentWidget(self.results_pane)

    def end_search(self) -> None:
        """Show again what the results have taken the place of: the page, or the library. Where something else is shown by now, it stays."""
        if self.stack.currentWidget() is not self.results_pane:
            return
        if self._is_from_library and self.library.page is not None:
            self.stack.setCurrentWidget(self.library.page)
        else:
            self.show_page()

    def focus_shown(self) -> None:
        """Give the focus to what is shown: the library, or the page."""
        if self.library.page is not None and self.stack.currentWidget() is self.library.page:
            self.library.page.focus_list()
        else:
            self.reader.focus_text()

    def show_page(self) -> None:
        """Show the page again."""
        self.stack.setCurrentWidget(self.reader)
        self.filter_bar.setVisible(self.reader.shown_page == GLOSSARY)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Press a button on Enter, take the marks away on Esc, begin a search with a letter or digit that is free, go to either end of the page."""
        if presses(event, self):
            return
        if letter := begins_words(event):
            self.searching.begin(letter)
        elif (edge := edge_of(event)) and self.stack.currentWidget() is self.reader:
            self.reader.go_to_edge(edge)
        elif event.key() != Qt.Key.Key_Escape or not self.finder.end_marks():
            super().keyPressEvent(event)

    # --- figures ---

    def enlarge(self, place: str) -> None:
        """Show a figure over the window."""
        figure = next((figure for figure in self.article.figures if figure.id == place), None)
        drawing = self.document.drawing(figure) if figure else None
        if drawing is not None and drawing.svg:
            from app.ui.reading.viewer import FigureViewer  # noqa: PLC0415 - what looks through drawings comes with it

            viewer = FigureViewer(drawing, self.appearance.look, self.frame)
            viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            viewer.open()

    # --- the window itself ---

    def apply_look(self) -> None:
        """Paint in another theme or size."""
        self.icons = self.appearance.icons
        look, icons = self.appearance.look, self.icons
        self.reader.apply_look(look, icons, has_side_column=self._has_room_beside())
        self.navigator.apply_look(look, icons)
        self.results.apply_look(look, icons)
        self.results_pane.apply_look(look)
        self.library.apply_look(icons)
        if self.writing is not None:
            self.writing.apply_look(look, icons)
        if self._indexing is not None:
            self._indexing.apply_look(look)
        dress(self.frame, look)
        for bar in (self.commands, self.field, self.find_bar, self.notice, self.new_edition, self.age):
            bar.apply_icons(icons)
        self.arrange()

    # --- writing ---

    def show_report(self, report: "Report", *, is_of_window: bool) -> "WritingView":
        """Show what is told of the file that is being written, in a panel that comes with the first report, and return what shows it."""
        if self.writing is None:
            from app.ui.writing.view import WritingView  # noqa: PLC0415 - only who writes needs it

            look = self.appearance.look
            self.writing = view = WritingView(self, self.reader, self.places, self.document.labels, look, self.icons, self.copying.leaving)
            view.arranged.connect(self.arrange)
            self.stack.currentChanged.connect(self._turn_writing)
            self._turn_writing()
            self.opening.problem_wanted.connect(self.show_problem)
            self._show_problem_commands()
            self.arrange()
        self.library.written = report.path if report.is_good and report.path.suffix.lower() == ".json" else None
        self.writing.show_report(report, is_of_window=is_of_window)
        return self.writing

    def end_writing(self) -> None:
        """Take the panel away: the file is followed no longer."""
        view, self.writing = self.writing, None
        self.library.written = None
        if view is not None:
            self.reader.focus_text()  # before what has the focus goes
            for part in (view.status, view.panel, *view.flags):
                part.hide()
                part.deleteLater()
            view.deleteLater()
            self.stack.currentChanged.disconnect(self._turn_writing)
            self.opening.problem_wanted.disconnect(self.show_problem)
            self._show_problem_commands()
            self.arrange()

    def _turn_writing(self) -> None:
        """Leave the panel over the page away while something else than the page is shown."""
        if self.writing is not None:
            self.writing.turn(is_reading=self.stack.currentWidget() is self.reader)

    def show_problem(self, step: int) -> None:
        """Go to the next or the previous problem."""
        if self.writing is not None:
            self.writing.step(step)

    def _show_problem_commands(self) -> None:
        for name in (Id.NEXT_PROBLEM, Id.PREVIOUS_PROBLEM):
            self.commands.by_id[name].setVisible(self.writing is not None)

    def show_size(self, percent: int) -> None:
        """Say how large the text is, to eye and ear."""
        self.commands.show_choices(self.appearance)
        self.copied.show_message(self.tr("Text size {percent} %").format(percent=percent))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the parts to the width."""
        super().resizeEvent(event)
        self.arrange()

    def _has_room_beside(self) -> bool:
        """Return whether there is room for a column beside the text, and the panel of who writes does not take it."""
        return self._is_wide() and not (self.writing is not None and self.writing.is_open)

    def _is_wide(self) -> bool:
        return self.width() >= self.appearance.look.text(BESIDE_FROM)

    def arrange(self) -> None:
        """Fit the parts to the look and the width."""
        look, width = self.appearance.look, self.width()
        narrow = width < look.text(NARROW_BELOW)
        if self.writing is not None:
            self.writing.arrange(look, self._column, self.body.row, height=self.height(), beside=self._is_wide(), narrow=narrow)
        beside = self._has_room_beside()
        self.frame.menuBar().setVisible(not narrow)
        low = self.height() < look.control(LOW_BELOW)
        self.bar.arrange(look, self.icons, narrow=narrow, low=low, calls=self.article.urgent_care is not None)
        self.menu_keys.arrange()
        self.reader.show_side_column(shown=beside)
        self.results_pane.show_side_column(shown=beside)
        self.filter_bar.arrange(look)
        self.page_tools.apply_icons(self.icons)
        for notice in (self.notice, self.age):
            notice.arrange(low=low)
        self.footer.arrange(look, self.icons, narrow=narrow, low=low)
        if self._indexing is not None:
            self._indexing.arrange(low=low)
        self.results.show_hints(shown=not low)
        self.library.arrange(beside=beside, narrow=narrow, low=low)
        self.body.arrange(width, narrow=narrow)
