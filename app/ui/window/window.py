"""What is in the window: makes the parts, lays them out, and connects their signals."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from app.core.article.places import FIGURES, GLOSSARY, PROVENANCE, SOURCES, Places
from app.core.base.labels import ENGLISH, Labels
from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.core.files.policy import NO_POLICY, Policy
from app.core.pages.document import Document
from app.ui.look.direction import lean
from app.ui.look.icons import Icons
from app.ui.reading.filter_bar import FilterBar
from app.ui.reading.page_tools import PageTools
from app.ui.reading.reading_pane import ReadingPane
from app.ui.reading.viewer import FigureViewer
from app.ui.search.find_bar import FindBar
from app.ui.search.find_on_page import FindOnPage
from app.ui.search.results import ResultList
from app.ui.search.search_field import SearchField
from app.ui.search.searching import Searching
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.settings import Remembered
from app.ui.teaching.presenting import Presenting
from app.ui.text.announcements import announce
from app.ui.widgets.cover import dress
from app.ui.widgets.drawer import Drawer
from app.ui.window.bars import Footer, Notice, ToolBar
from app.ui.window.commands import Actions, key_page
from app.ui.window.copying import CopiedLabel, Copying
from app.ui.window.navigator import Navigator, Row

NARROW_BELOW = 800
"""Width at 100 % under which the contents lie in a drawer."""

BESIDE_FROM = 1120
"""Width at 100 % from which the urgent box and the figures stand beside the text."""


class Window(QWidget):
    """One article, inside a frame.

    Signals: `content_wanted(path)` when another article is asked for; an empty path is the bundled one.
    """

    content_wanted = Signal(str)

    def __init__(self, loaded: Loaded, appearance: Appearance, frame: Frame, policy: Policy = NO_POLICY, labels: Labels = ENGLISH) -> None:
        super().__init__(frame)
        self.policy = policy
        self.article = article = loaded.article
        self.appearance = appearance
        self.frame = frame
        self.loaded = loaded
        self.document = Document(article, loaded.short_digest, labels, loaded.folders, policy.clinic.numbers)
        self.places = Places(article, labels)
        self._page = ""
        look, icons = appearance.look, Icons(appearance.look)
        self.icons = icons
        self.reader = ReadingPane(article, self.document, self.places, key_page(), look, icons)
        self.results = ResultList(self.document, self.places, look, icons)
        self.copying = Copying(self.document, self.places, self.reader, self.results, allowed=policy.allow.copy)
        self.navigator = Navigator(self._rows(), look, icons)
        self.field = SearchField(icons, self.tr("Ctrl+K"))
        self.searching = Searching(self.document, self.field, self.results, self.reader)
        self.find_bar = FindBar(icons)
        self.finder = FindOnPage(self.find_bar, self.reader)
        self.filter_bar = FilterBar(look)
        self.notice = Notice(icons)
        self.age = Notice(icons)
        self.footer = Footer(article.disclaimer.short, self._facts(), look)
        self.presenting = Presenting(frame, self.document, self.places, self.reader, appearance, may_export=policy.allow.export, own=loaded)
        self.commands = Actions(self, frame)
        self.commands.apply_icons(icons)
        self.page_tools = PageTools(self.reader.page, (self.commands.by_id["copy_cited"], self.commands.by_id["copy_link"]))
        self._more = QMenu(self)
        self.bar = ToolBar(self.field, self.commands.by_id, self._more)
        self._lay_out()
        lean(frame)
        self._connect()
        self._set_usable(usable=frame.is_accepted)
        frame.setCentralWidget(self)
        self.show()  # at once; the frame would do it only when events are handled next
        frame.cover.raise_()

    def _rows(self) -> tuple[tuple[Row, ...], ...]:
        labels, article = self.document.labels, self.article
        sections = (Row(section.title, section.id) for section in article.sections)
        reference = [Row(article.faq.title, article.faq.id, "question", str(len(article.faq.entries)))]
        if article.figures:
            reference.append(Row(labels.figures, FIGURES, "figure", str(len(article.figures))))
        if article.glossary:
            reference.append(Row(labels.glossary, GLOSSARY, "glossary", str(len(article.glossary))))
        if article.sources:
            reference.append(Row(labels.sources, SOURCES, "sources", str(len(article.sources))))
        reference.append(Row(labels.provenance, PROVENANCE, "note"))
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
        self.copied = CopiedLabel(self.stack)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.filter_bar)
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
        for part in (self.bar, self.notice, self.age, self.body, self.footer):
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
        self.reader.figure_chosen.connect(self.enlarge)
        self.searching.results_shown.connect(self.show_results)
        self.searching.page_wanted.connect(self.show_page)
        self.filter_bar.changed.connect(self.reader.filter_terms)
        self.reader.narrowed.connect(self.filter_bar.field.setText)
        self.filter_bar.left.connect(self.reader.focus_text)
        self.presenting.busy.connect(self.rest)
        self.presenting.place_missing.connect(self.tell_missing)
        self.presenting.told.connect(self.notice.show_message)
        self.copying.copied.connect(self.copied.show_message)
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
        self.commands.by_id["less_motion"].setChecked(self.appearance.less_motion)
        if self.frame.is_accepted:
            self.begin()

    def remember(self) -> Remembered:
        """Return what the next start needs."""
        return Remembered(
            theme=self.appearance.choice,
            text_size=self.appearance.size,
            less_motion=self.appearance.less_motion,
            place=self.reader.place,
            scroll=self.reader.part().scroll_share(),
            open_answers=sorted(self.reader.accordion.open_answers()),
            window=QByteArray(self.presenting.geometry()),
        )

    def begin(self) -> None:
        """Be of use: the disclaimer has been accepted."""
        self._set_usable(usable=True)
        old = self.document.age(dt.date.today())  # noqa: DTZ011 - the reader's own day
        if old:
            self.age.show_message(old)
        self.reader.focus_text()

    def rest(self, busy: bool) -> None:  # noqa: FBT001 - carried by a signal
        """Do nothing while something else covers the window."""
        self._set_usable(usable=not busy)

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
        from app.ui.handout.handout_desk import desk_of  # noqa: PLC0415 - loaded with the first hand-out

        desk_of(self, self.document, self.policy, self.loaded).open(self._page, self.appearance.look, self.icons)

    def make_review_sheet(self) -> None:
        """Ask where to save the sheet on which a clinician reviews the article."""
        from app.ui.handout.review_desk import desk_of  # noqa: PLC0415 - few people ever need it

        desk_of(self, self.document, self.policy, self.loaded, self.notice.show_message).open()

    # --- places ---

    def choose(self, place: str) -> None:
        """Go where the navigator leads."""
        self.drawer.close_drawer()
        self.reader.go_to(place)

    def show_place(self, page: str, title: str) -> None:
        """Show everywhere which page is open; the search is over."""
        self._page = page
        self.searching.end()
        self.show_page()
        self.navigator.show_place(page)
        self.frame.setWindowTitle(self.tr("{page} – {article}").format(page=title, article=self.article.title))
        announce(self, title)
        self.finder.find_again()
        self._update_commands()

    def tell_missing(self, place: str, title: str) -> None:
        """Say that a place does not exist and what is shown instead."""
        message = self.tr("There is no place “{place}” in this article. This is the nearest: {title}.")
        self.notice.show_message(message.format(place=place[:80], title=title), "place")

    # --- searching and finding ---

    def search(self, words: str) -> None:
        """Search for words as if they had been typed."""
        self.searching.search(words)

    def show_results(self) -> None:
        """Show the results in the page's place."""
        self.find_bar.hide()
        self.filter_bar.hide()
        self.stack.setCurrentWidget(self.results)

    def show_page(self) -> None:
        """Show the page again."""
        self.stack.setCurrentWidget(self.reader)
        self.filter_bar.setVisible(self._page == GLOSSARY)

    def start_find(self) -> None:
        """Open find on the page."""
        self.field.clear()
        self.finder.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """On Esc, go back from a search hit to where the reader was; else take the marks away."""
        if event.key() != Qt.Key.Key_Escape or not (self.searching.return_from_hit() or self.finder.end_marks()):
            super().keyPressEvent(event)

    # --- figures ---

    def enlarge(self, place: str) -> None:
        """Show a figure over the window."""
        figure = next((figure for figure in self.article.figures if figure.id == place), None)
        drawing = self.document.drawing(figure) if figure else None
        if drawing is not None and drawing.svg:
            viewer = FigureViewer(drawing, self.appearance.look, self.frame)
            viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            viewer.open()

    # --- two editions ---

    def compare_editions(self) -> None:
        """Ask for another edition of the article and show what changed."""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Compare with another edition"), "", self.tr("Content (*.json);;All files (*)"))
        if path:
            self.show_changes(Path(path))

    def show_changes(self, path: Path) -> None:
        """Show what changed between another edition and this one; the older one counts as before."""
        try:
            other = load(path)
        except (ContentError, UnreadableError) as error:
            self.notice.show_message(self.tr("This file was not compared. {reason}").format(reason=error))
            return
        pair = sorted((other, self.loaded), key=lambda loaded: loaded.article.edition.updated)
        self.reader.show_changes(pair[0], pair[1])

    # --- the window itself ---

    def next_pane(self) -> None:
        """Go on from search field to contents to text to find."""
        panes: list[tuple[QWidget, Callable[[], None]]] = [
            (self.field, self.field.setFocus),
            (self.navigator, self.show_contents),
            (self.reader.part(), self._focus_text_by_key),
        ]
        if self.reader.side.isVisible():
            panes.insert(2, (self.reader.side, self._focus_side_by_key))
        if self.filter_bar.isVisible():
            panes.append((self.filter_bar, self.filter_bar.field.setFocus))
        if self.find_bar.isVisible():
            panes.append((self.find_bar, self.find_bar.field.setFocus))
        focus = QApplication.focusWidget()
        now = next((number for number, (pane, _) in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))), -1)
        panes[(now + 1) % len(panes)][1]()

    def _focus_text_by_key(self) -> None:
        self.reader.focus_text(Qt.FocusReason.ShortcutFocusReason)

    def _focus_side_by_key(self) -> None:
        self.reader.side.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        self.reader.apply_look(look, icons)
        self.navigator.apply_look(look, icons)
        self.results.apply_look(look, icons)
        dress(self.frame, look)
        for bar in (self.commands, self.field, self.find_bar, self.notice, self.age):
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
        beside = self.width() >= self.appearance.look.text(BESIDE_FROM)
        self.bar.arrange(self.appearance.look, self.icons, narrow=narrow, calls=not beside and self.article.urgent_care is not None)
        self.reader.show_side_column(shown=beside)
        self.filter_bar.arrange(self.appearance.look)
        self.page_tools.apply_icons(self.icons)
        self.footer.arrange(self.appearance.look, narrow=narrow)
        self.navigator.fit(self.width())
        if narrow and self.navigator.parentWidget() is not self.drawer:
            self.drawer.hold(self.navigator)
        elif narrow:
            self.drawer.place()
        elif not narrow and self.navigator.parentWidget() is self.drawer:
            self.drawer.hide()
            self._beside.insertWidget(0, self.navigator)
            self.navigator.show()
