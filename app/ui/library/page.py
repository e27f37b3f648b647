"""The library page: every article that can be opened, what cannot be opened and why, and what can be done with the chosen one."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from app.core.base.labels import Labels
from app.core.library.library import BrokenFile, Held, Library
from app.ui.library.acts import Acts
from app.ui.library.asking import AskBar
from app.ui.library.details import ActBar, Details
from app.ui.library.row_painter import LibraryPainter
from app.ui.library.rows import LibraryModel, LibraryRow, key_of, rows_of
from app.ui.look.direction import lean, set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import COLUMN, Look, reading_column
from app.ui.reading.filter_bar import FilterLine
from app.ui.text.announcements import DelayedAnnouncement, announce
from app.ui.widgets.headings import HeadingLabel
from app.ui.widgets.keys import presses
from app.ui.widgets.rows import set_up_rows

MANY = 300
"""Articles from which on all rows are as high as each other: to measure the words of each would take longer than anybody waits."""

LEAST_FIELD, LEAST_ALONE = 120, 96
"""Pixels of the filter's field at least at 100 %: beside two buttons, and beside one, whose words are worth more."""

PANEL = 312
"""Pixels of the panel beside the list at 100 %."""


class Rows(QListView):
    """The list. Signals: `remove_wanted()` on Del, `left()` on Esc."""

    remove_wanted = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Take the keys of the page; Enter opens on every system."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class LibraryLine(FilterLine):
    """The field that narrows the list, with *Add article…* and *Import a text…* beside it. Enter and Down go to the list, as `left()` does."""

    def __init__(self) -> None:
        super().__init__(self.tr("Filter the articles"))
        self.add, self.bring = QPushButton(), QPushButton()
        for button, name in ((self.add, self.tr("Add article…")), (self.bring, self.tr("Import a text…"))):
            button.setObjectName("wide")
            button.setAccessibleName(name)
            self.row.addWidget(button)
        self.row.addStretch(0)

    def arrange(self, look: Look, icons: Icons, inset: int, width: int, *, narrow: bool) -> None:
        """Stand over the reading column, the buttons over the panel beside it, on a page of a width (pixels).

        Where there is no room for both buttons, texts are imported from the menu only; then the other one goes without its words, and last the
        field without its label, which it is called by all the same.
        """
        px = look.control
        self.row.setContentsMargins(inset, px(8), inset, px(8))
        self.row.setSpacing(px(12))
        room = look.text(COLUMN) - self.label.sizeHint().width() - px(12)
        self.field.setMaximumWidth(max(px(LEAST_FIELD), room))
        self.row.setStretch(4, 0 if narrow else 1)
        self.row.setStretch(1, 100)
        self.add.setText(self.tr("Add…") if narrow else self.tr("&Add article…"))
        self.add.setIcon(icons.icon("add"))
        self.add.setIconSize(icons.size(18))
        self.bring.setText(self.tr("Import…") if narrow else self.tr("&Import a text…"))
        self._name_add("wide")
        room = width - 2 * inset - px(LEAST_FIELD)
        label, add, bring = (part.sizeHint().width() + px(12) for part in (self.label, self.add, self.bring))
        self.bring.setVisible(label + add + bring <= room)
        room += px(LEAST_FIELD - LEAST_ALONE)
        in_words = label + add <= room
        if not in_words:
            self.add.setText("")
            self._name_add("tight")
        self.label.setVisible(in_words or label + self.add.sizeHint().width() + px(12) <= room)

    def _name_add(self, name: str) -> None:
        """Let the button have the shape of one with words, or of a picture."""
        if self.add.objectName() != name:
            self.add.setObjectName(name)
            self.add.style().unpolish(self.add)
            self.add.style().polish(self.add)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Go on to the list, or press the button that has the focus."""
        if presses(event, self):
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class LibraryPage(QWidget):
    """The page. It changes nothing itself.

    Signals: `open_wanted(held)`, `compare_wanted(held)`, `earlier_wanted(held)`, `problems_wanted(broken)`, `removed(thing)` once the reader has
    agreed, `undo_wanted()`, `add_wanted()`, `import_wanted()`, and `left()` on Esc. `held` is a `Held`, `broken` a `BrokenFile`, `thing` either.
    """

    open_wanted = Signal(object)
    compare_wanted = Signal(object)
    earlier_wanted = Signal(object)
    problems_wanted = Signal(object)
    removed = Signal(object)
    undo_wanted = Signal()
    add_wanted = Signal()
    import_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, icons: Icons, labels: Labels, *, may_change: bool) -> None:
        super().__init__()
        self.setObjectName("background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._icons, self._labels = look, icons, labels
        self._may_change = may_change
        self._library: Library | None = None
        self._searchable: int | None = None
        self._waiting = 0
        self._has_room = self._is_low = self._is_narrow = False
        self._asked: Held | BrokenFile | None = None
        self.acts = Acts(self, may_change=may_change)
        self.line = LibraryLine()
        self.line.add.setEnabled(may_change)
        self.line.bring.setEnabled(may_change)
        self.ask = AskBar()
        self._title = HeadingLabel(self.tr("Library"))
        self._summary = QLabel()
        self._summary.setObjectName("quiet")
        self._summary.setWordWrap(True)
        self._none = QLabel()
        self._none.setWordWrap(True)
        self._clear = QPushButton(self.tr("Clear filter"))
        self._clear.setObjectName("wide")
        self._first = QPushButton(self.tr("Add article…"))
        self._first.setObjectName("wide")
        self._model = LibraryModel()
        self._painter = LibraryPainter(look, icons)
        self.list = Rows()
        self.details = Details(self.acts, labels, look)
        self.bar = ActBar(self.acts, look)
        self._announcement = DelayedAnnouncement(self)
        self._lay_out()
        self._connect()
        self.apply_look(look, icons)
        self._show_count()

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        for part in (self._title, self._summary, self._none):
            self._head.addWidget(part)
        self._answers = QHBoxLayout()
        self._answers.addWidget(self._clear)
        self._answers.addWidget(self._first)
        self._answers.addStretch(1)
        self._head.addLayout(self._answers)
        set_up_rows(self.list, self.tr("Articles"), self._model, self._painter)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.ask)
        column.addLayout(self._head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.bar)
        self.details.setParent(self)
        self.setMinimumWidth(1)

    def _connect(self) -> None:
        self.line.changed.connect(self.filter)
        self.line.left.connect(self.focus_list)
        self.line.add.clicked.connect(self.add_wanted)
        self.line.bring.clicked.connect(self.import_wanted)
        self._first.clicked.connect(self.add_wanted)
        self._clear.clicked.connect(self.clear_filter)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.list.activated.connect(self._open)
        self.list.doubleClicked.connect(self._open)
        self.list.remove_wanted.connect(self._ask_to_remove)
        self.list.left.connect(self._leave)
        self._painter.problems_wanted.connect(self._show_problems)
        self.acts.open.triggered.connect(self._open_chosen)
        self.acts.changed.triggered.connect(self._compare)
        self.acts.go_back.triggered.connect(self._go_back)
        self.acts.remove.triggered.connect(self._ask_to_remove)
        self.acts.problems.triggered.connect(self._show_problems)
        self.ask.agreed.connect(self._agree)
        self.ask.closed.connect(self.focus_list)

    # --- what is shown ---

    def show_library(self, library: Library) -> None:
        """Show what the library holds now; the chosen row stays chosen, or the one that has taken its place."""
        self._library = library
        number, chosen = max(0, self.list.currentIndex().row()), self.chosen()
        rows = rows_of(library, self._labels)
        self._painter.set_even(even=len(rows) > MANY)
        self.list.setUniformItemSizes(len(rows) > MANY)
        self._model.replace(rows)
        again = self._model.row_with(chosen) if chosen is not None else -1
        self._choose(again if again >= 0 else min(number, len(self._model.rows) - 1))
        self._show_count()

    def show_searchable(self, count: int | None) -> None:
        """Say how many articles can be searched so far, while not all can."""
        self._searchable = count
        self._show_count()

    def show_waiting(self, folders: int) -> None:
        """Say that so many folders have not answered yet."""
        if folders != self._waiting:
            self._waiting = folders
            self._show_count()

    def filter(self, words: str) -> None:
        """Leave the rows that hold these words."""
        chosen = self.chosen()
        self._model.filter(words)
        again = self._model.row_with(chosen) if chosen is not None else -1
        self._choose(max(again, 0))
        self._show_count()
        self._announcement.announce_later(self._none.text() or self._summary.text())

    def clear_filter(self) -> None:
        """Show all rows again."""
        self.line.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.field.clear()

    def _choose(self, number: int) -> None:
        index = self._model.index(number)
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)
        self._show_chosen()

    def chosen(self) -> LibraryRow | None:
        """Return the chosen row."""
        row = self._model.data(self.list.currentIndex(), Qt.ItemDataRole.UserRole)
        return row if isinstance(row, LibraryRow) else None

    def choose(self, article: str) -> None:
        """Choose the row of an article by its id, if it is shown."""
        number = next((number for number, row in enumerate(self._model.rows) if not row.is_broken and key_of(row) == article), -1)
        if number >= 0:
            self._choose(number)

    def _show_chosen(self) -> None:
        row = self.chosen()
        self.acts.fit(row)
        self.details.show_row(row)
        self.bar.show_row(row)
        self._place()

    def _show_count(self) -> None:
        library, shown = self._library, len(self._model.rows)
        words = self.line.field.text().strip()
        if library is None:
            told, none = self._slow_words() or self.tr("Reading the library…"), ""
        else:
            told, none = self._counted(library), ""
            if words and not shown:
                none = self.tr("No title, description or language has “{words}”.").format(words=words[:80])
            elif words:
                told = self.tr("{shown} of {count} shown").format(shown=f"{shown:,}", count=f"{len(library.articles) + len(library.broken):,}")
            elif not shown:
                told, none = "", self.tr("Nothing here yet")
        set_words(self._summary, told)
        self._summary.setVisible(bool(told))
        set_words(self._none, none)
        self._none.setVisible(bool(none))
        self._clear.setVisible(bool(none and words))
        self._first.setVisible(bool(none and not words) and self._may_change)
        self.list.setVisible(not none)
        self.layout().setStretch(4, 1 if none else 0)  # type: ignore[union-attr]  # a box layout, made above
        self._place()

    def _counted(self, library: Library) -> str:
        count, broken = len(library.articles), len(library.broken)
        told = self.tr("1 article") if count == 1 else self.tr("{count} articles, by title").format(count=f"{count:,}")
        if self._searchable is not None:
            rest = self.tr("All can be opened now; {count} can be searched so far").format(count=f"{self._searchable:,}")
            return f"{told} · {rest}"
        rest = self.tr("{count} more cannot be opened").format(count=f"{broken:,}") if broken else ""
        return " · ".join(filter(None, (told, rest, self._slow_words())))

    def _slow_words(self) -> str:
        if not self._waiting:
            return ""
        return self.tr("A folder has not answered yet") if self._waiting == 1 else self.tr("Some folders have not answered yet")

    # --- what is asked for ---

    def _open(self, _index: QModelIndex) -> None:
        if (self.acts.open if self.acts.open.isEnabled() else self.acts.problems).isEnabled():
            (self.acts.open if self.acts.open.isEnabled() else self.acts.problems).trigger()

    def _open_chosen(self) -> None:
        if (row := self.chosen()) is not None:
            self.open_wanted.emit(row.thing)

    def _compare(self) -> None:
        if (row := self.chosen()) is not None:
            self.compare_wanted.emit(row.thing)

    def _go_back(self) -> None:
        if (row := self.chosen()) is not None:
            self.earlier_wanted.emit(row.thing)

    def _show_problems(self) -> None:
        if (row := self.chosen()) is not None and row.is_broken:
            self.problems_wanted.emit(row.thing)

    def _leave(self) -> None:
        if self.ask.isVisible():
            self.ask.end()
        elif self.line.field.text():
            self.clear_filter()
        else:
            self.left.emit()

    def _ask_to_remove(self) -> None:
        row = self.chosen()
        if row is None:
            return
        if not self.acts.remove.isEnabled():
            announce(self, self.acts.why)
            return
        self._asked = row.thing
        words = self.tr("Remove “{title}” from this computer?").format(title=row.title)
        self.ask.ask(words, self.tr("Remove"), self.tr("Keep"), takes_focus=True)
        self._place()

    def _agree(self) -> None:
        if self._asked is not None:
            thing, self._asked = self._asked, None
            self.ask.end()
            self.removed.emit(thing)
        else:
            self.ask.end()
            self.undo_wanted.emit()

    def offer_undo(self, words: str) -> None:
        """Say what was done and offer to undo it; the focus stays in the list."""
        self._asked = None
        self.ask.ask(words, self.tr("Undo"), self.tr("Close"), takes_focus=False)
        self._place()

    def focus_list(self) -> None:
        """Give the focus to the list, or to the field where the filter leaves nothing."""
        part = self.list if self.list.isVisibleTo(self) else self.line.field
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- where it stands ---

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._look, self._icons = look, icons
        self.acts.apply_icons(icons)
        self._painter.apply_look(look, icons)
        self.details.apply_look(look, icons)
        self.list.scheduleDelayedItemsLayout()
        self._set_fonts()
        self._place()

    def _set_fonts(self) -> None:
        look = self._look
        self._title.setFont(look.font(28, 600))
        self._summary.setFont(look.font(13))
        self._none.setFont(look.font(15))

    def arrange(self, *, beside: bool, narrow: bool, low: bool) -> None:
        """Fit the window: with the panel beside the list, or the acts under it."""
        self._has_room, self._is_narrow, self._is_low = beside, narrow, low
        self._show_chosen()

    def _place(self) -> None:
        look, mirrored = self._look, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inset, rest = reading_column(look, self.width())
        self.line.arrange(look, self._icons, inset, self.width(), narrow=self._is_narrow)
        before, after = (rest, inset) if mirrored else (inset, rest)
        self.ask.arrange(look, before, after)
        self._title.setVisible(not self._is_low)
        self._head.setContentsMargins(before, look.control(4 if self._is_low else 28), after, look.control(4 if self._is_low else 12))
        self._head.setSpacing(look.control(4))
        self._painter.set_column(inset, look.text(COLUMN), mirrored=mirrored)
        row = self.chosen()
        self.bar.arrange(look, self._icons, inset, low=self._is_low)
        self.bar.show_row(row)
        self.bar.setVisible(row is not None and not self._has_room)
        self.details.setVisible(row is not None and self._has_room)
        start = inset + look.text(COLUMN) + inset
        width = max(1, min(look.text(PANEL), self.width() - start - inset // 2 - self.list.verticalScrollBar().sizeHint().width()))
        top = self.list.y() - self._head.sizeHint().height() + look.control(32) if self.ask.isVisibleTo(self) else 0
        top = max(top, self.line.sizeHint().height() + look.control(32))
        self.details.setGeometry(self.width() - start - width if mirrored else start, top, width, max(1, self.height() - top - look.control(8)))
        self.details.raise_()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - called by Qt
        """Set the fonts again, which Qt's style sheets forget where a part is put into another one, and let labels begin where the page begins."""
        super().showEvent(event)
        self._set_fonts()
        lean(self)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the column to the new width."""
        super().resizeEvent(event)
        self._place()
