"""What to teach: sections, questions and figures under headings, ticked and put in order; which lesson that is, and how many slides."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.core.base.labels import Counted
from app.ui.look.direction import lean, set_words
from app.ui.look.theme import Look
from app.ui.teaching.recent_lessons import RecentLessons
from app.ui.text.announcements import DelayedAnnouncement, announce
from app.ui.widgets.cover import Cover
from app.ui.widgets.headings import HeadingLabel
from app.ui.widgets.keys import PromptButton
from app.ui.widgets.rows import NothingCopied, RowsMeasured
from app.ui.widgets.tick_box import ROW, TickDelegate, turn_tick

WIDEST, HIGHEST, MARGIN, PADDING = 720, 720, 16, 24
HEADING_HEIGHT, HEADING_GAP = 32, 12

LOW, LOW_ROW = 480, 30
"""Height at 100 % under which the lines of the list need the room of whatever can be left out, and how high a line is then."""

PLACE = Qt.ItemDataRole.UserRole
GROUP = PLACE + 1


class LessonRow(NamedTuple):
    """A place that can be taught, and the heading under which it stands."""

    place: str
    title: str
    group: str
    is_figure: bool


class LessonWords(NamedTuple):
    """What is said about ticked places: how many slides they need, in which words, and which lesson they are."""

    count: Callable[[tuple[str, ...]], int]
    slides: Counted
    name_of: Callable[[tuple[str, ...]], str]


class LessonList(QListWidget):
    """A list whose lines are ticked with Space. Says `moved(by)` when Alt and an arrow ask for the line to go elsewhere."""

    moved = Signal(int)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Keep the line that keys act on in sight, such as when a message below takes some of the height."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Take Alt with an arrow before the list does; Enter and Esc are the card's."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class LessonCover(Cover):
    """Covers its parent with a list to tick and to order.

    A heading stands wherever lines of another group begin; the lines of a lesson that was opened are the first group, in the lesson's order.

    Signals: `taught(places)`, `saved(places)`, `opened()` when a file is to be read, `recent_chosen(path)` when it is this one, `left()`.
    """

    taught = Signal(tuple)
    saved = Signal(tuple)
    opened = Signal()
    recent_chosen = Signal(str)
    left = Signal()

    def __init__(self, rows: Iterable[LessonRow], chosen: tuple[str, ...], words: LessonWords, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = {row.place: row for row in rows}
        self._words = words
        self._card = QFrame(self)
        self._card.setObjectName("card")
        self._title = HeadingLabel(self.tr("What to teach"))
        self._title.setWordWrap(True)
        self._hint = QLabel(self.tr("Space ticks a line. Alt+Up and Alt+Down move it."))
        self._hint.setWordWrap(True)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self._told_later = DelayedAnnouncement(self)
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.hide()
        self.list = LessonList()
        NothingCopied(self.list)
        RowsMeasured(self.list)
        self.list.setObjectName("ticked")
        self.list.setAccessibleName(self.tr("What to teach"))
        self.list.setAccessibleDescription(self._hint.text())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = TickDelegate(look)  # Qt holds no reference to it
        self.list.setItemDelegate(self._delegate)
        self.list.itemClicked.connect(turn_tick)
        self.up = QPushButton(self.tr("Move &up"))
        self.down = QPushButton(self.tr("Move &down"))
        self.all = PromptButton(self.tr("Tick &all"))
        self.none = PromptButton(self.tr("Tick &none"))
        self.open = QPushButton(self.tr("&Open…"))
        self.recent = QPushButton(self.tr("&Recent lessons…"), self._card)  # it stands in the layout only where there are any
        self.recent.hide()
        self.recent_menu = RecentLessons(self)
        self.save = QPushButton(self.tr("&Save…"))
        self.cancel = QPushButton(self.tr("Close"))
        self.teach = QPushButton(self.tr("&Teach"))
        self._lay_out()
        lean(self)
        self._connect()
        self.choose(chosen)
        self.apply_look(look)

    def _lay_out(self) -> None:
        self._side, self._below = QGridLayout(), QGridLayout()
        self._top, self._middle = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._inside = inside = QVBoxLayout(self._card)
        self._top.addWidget(self._title)
        inside.addLayout(self._top)
        inside.addWidget(self._hint)
        self._middle.addWidget(self.list, 1)
        self._middle.addLayout(self._side)
        inside.addLayout(self._middle, 1)
        inside.addWidget(self.told)
        inside.addWidget(self._message)
        inside.addLayout(self._below)

    def _connect(self) -> None:
        self.list.moved.connect(self._move)
        self.up.clicked.connect(self.move_up)
        self.down.clicked.connect(self.move_down)
        self.all.clicked.connect(self.tick_all)
        self.none.clicked.connect(self.tick_none)
        self.open.clicked.connect(self.opened)
        self.recent.clicked.connect(self._show_recent)
        self.recent_menu.chosen.connect(self._choose_recent)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self.teach.clicked.connect(self._teach)
        self.list.itemChanged.connect(self._update_ticks)
        self.list.currentRowChanged.connect(self._update_buttons)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self.told.setFont(look.control_font(15, 600))
        self._delegate.apply_look(look)
        self.place()

    def begin(self) -> None:
        """Lie on top, with the focus on the list."""
        self.show()
        self.raise_()
        self._go_to_first()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, places: tuple[str, ...]) -> None:
        """Tick exactly these places (none: all) and put them first, in their order."""
        is_lesson = bool(places) and places != tuple(self._rows)
        self.list.blockSignals(True)  # noqa: FBT003 - one update for all lines
        self.list.clear()
        for place in (*places, *(place for place in self._rows if place not in places)):
            row = self._rows[place]
            group = self.tr("In this lesson, in this order") if is_lesson and place in places else row.group
            item = QListWidgetItem(self.tr("Figure: {title}").format(title=row.title) if row.is_figure else row.title)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if place in places or not places else Qt.CheckState.Unchecked)
            item.setData(PLACE, place)
            item.setData(GROUP, group)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, group)
            self.list.addItem(item)
        self._set_headings()
        self.list.blockSignals(False)  # noqa: FBT003
        self._go_to_first()
        self._update_ticks()

    def _set_headings(self) -> None:
        """Put a heading wherever lines of another group begin: lines may be moved anywhere."""
        for number in reversed(range(self.list.count())):
            if not self._is_line(self.list.item(number)):
                self.list.takeItem(number)
        groups = [str(item.data(GROUP)) for item in self.lines()]
        for number in reversed(range(len(groups))):
            if number == 0 or groups[number] != groups[number - 1]:
                heading = QListWidgetItem(groups[number])
                heading.setFlags(Qt.ItemFlag.NoItemFlags)  # keys pass over it
                self.list.insertItem(number, heading)

    def _is_line(self, item: QListWidgetItem) -> bool:
        return item.data(PLACE) is not None

    def lines(self) -> list[QListWidgetItem]:
        """Return the lines that can be ticked, in order, without the headings between them."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return [item for item in items if self._is_line(item)]

    def _go_to_first(self) -> None:
        """Be on the first line, with its heading in sight."""
        self.list.setCurrentItem(self.lines()[0])
        self.list.scrollToTop()

    def places(self) -> tuple[str, ...]:
        """Return the ticked places, in order."""
        return tuple(str(item.data(PLACE)) for item in self.lines() if item.checkState() == Qt.CheckState.Checked)

    def move_up(self) -> None:
        """Move the current line up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the current line down."""
        self._move(1)

    def _at(self) -> int:
        """Return which line keys act on, counted without headings; -1 for none."""
        item = self.list.currentItem()
        return self.lines().index(item) if item is not None and self._is_line(item) else -1

    def _move(self, by: int) -> None:
        lines, at = self.lines(), self._at()
        if at < 0 or not 0 <= at + by < len(lines):
            return
        item = lines[at]
        beyond = self.list.row(lines[at + by])
        self.list.blockSignals(True)  # noqa: FBT003 - the line is the same one before and after
        self.list.insertItem(beyond, self.list.takeItem(self.list.row(item)))
        self._set_headings()
        self.list.setCurrentItem(item)
        self.list.blockSignals(False)  # noqa: FBT003
        self._update_ticks()
        announce(self, self.tr("{title}: line {number} of {count}").format(title=item.text(), number=at + by + 1, count=len(lines)))

    def tick_all(self) -> None:
        """Tick every line."""
        self._tick(Qt.CheckState.Checked)

    def tick_none(self) -> None:
        """Tick no line."""
        self._tick(Qt.CheckState.Unchecked)

    def _tick(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)  # noqa: FBT003 - one update for all lines
        for item in self.lines():
            item.setCheckState(state)
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.viewport().update()
        self._update_ticks()

    def _update_ticks(self) -> None:
        self._message.hide()  # what it says is of the lines as they were
        self._update_buttons()
        self.update_words()
        self._told_later.announce_later(self.told.text())

    def _update_buttons(self) -> None:
        at, count = self._at(), len(self.lines())
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)
        is_any = bool(self.places())
        self.teach.setEnabled(is_any)
        self.save.setEnabled(is_any)

    def update_words(self) -> None:
        """Say which lesson is ticked, and how many slides that makes."""
        places = self.places()
        slides = self._words.slides(self._words.count(places)) if places else self.tr("nothing is ticked")
        set_words(self.told, f"{self._words.name_of(places)} · {slides}")

    # --- lessons ---

    def offer(self, recent: Iterable[Path]) -> None:
        """Offer these lessons, where there are any."""
        self.recent_menu.offer(recent)
        self.recent.setVisible(not self.recent_menu.isEmpty())
        self.place()

    def _show_recent(self) -> None:
        self.recent_menu.popup(self.recent.mapToGlobal(QPoint(0, self.recent.height())))
        self.recent_menu.setActiveAction(self.recent_menu.actions()[0])

    def _choose_recent(self, path: str) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.recent_chosen.emit(path)

    def _save(self) -> None:
        self.saved.emit(self.places())

    def _teach(self) -> None:
        self.taught.emit(self.places())

    def show_message(self, message: str) -> None:
        """Say what was done, or could not be."""
        self._message.setText(message)
        self._message.show()
        announce(self, message)

    def place(self) -> None:
        """Put the card in the middle."""
        super().place()
        width = min(self._look.control(WIDEST), self.width() - 2 * MARGIN)
        height = min(self._look.control(HIGHEST), self.height() - 2 * MARGIN)
        is_low = height < self._look.control(LOW)
        self._hint.setHidden(is_low)  # the list says it, too
        self._title.setFont(self._look.control_font(18 if is_low else 24, 600))
        self._inside.setSpacing(min(self._look.control(12), height // 64))
        padding = min(self._look.control(PADDING), width // 18, height // 24)
        self._inside.setContentsMargins(padding, padding, padding, padding)
        self._middle.setSpacing(self._inside.spacing())
        room = width - 2 * padding - 2
        is_beside = is_low and self._has_room_beside(room)
        self._arrange(is_beside=is_beside)
        self._delegate.row = LOW_ROW if is_low else ROW
        self.list.scheduleDelayedItemsLayout()
        offered = (self.recent,) if not self.recent_menu.isEmpty() else ()
        for layout, buttons in (
            (self._side, self._side_buttons()),
            (self._below, (self.open, *offered, self.save, self.cancel, self.teach)),
        ):
            columns = 1 if is_beside and layout is self._side else self._columns(layout, buttons, room)
            for number, button in enumerate(buttons):
                layout.addWidget(button, number // columns, number % columns)
        self._card.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    def _side_buttons(self) -> tuple[QPushButton, ...]:
        return self.up, self.down, self.all, self.none

    def _has_room_beside(self, room: int) -> bool:
        """Return whether the buttons that move and tick lines can stand beside the list, and leave most of the width to it."""
        buttons = self._side_buttons()
        for button in buttons:
            button.ensurePolished()  # else one that was never shown is measured without the style sheet's font
        return max(button.sizeHint().width() for button in buttons) <= room // 3

    def _arrange(self, *, is_beside: bool) -> None:
        """Stand under each other; in a low window beside each other, so that the lines have the height: title and lesson, list and buttons."""
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if self._middle.direction() == direction:
            return
        self._middle.setDirection(direction)
        if is_beside:
            self._top.addWidget(self.told, 1)
        else:
            self._inside.insertWidget(self._inside.indexOf(self._message), self.told)
        self._side.setRowStretch(len(self._side_buttons()), int(is_beside))  # at the top
        self.told.setAlignment(Qt.AlignmentFlag.AlignTrailing if is_beside else Qt.AlignmentFlag.AlignLeading)

    def _columns(self, layout: QGridLayout, buttons: tuple[QPushButton, ...], room: int) -> int:
        """Return how many buttons stand beside each other: as many as have room for their words, if that is all, half or one of them."""
        for button in buttons:
            button.ensurePolished()  # else one that was never shown is measured without the style sheet's font
        widths = [button.sizeHint().width() for button in buttons]
        gap = max(0, layout.horizontalSpacing())
        return next(
            (
                count
                for count in dict.fromkeys((len(buttons), (len(buttons) + 1) // 2, 2))
                if sum(max(widths[at::count]) + gap for at in range(count)) <= room + gap
            ),
            1,
        )

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - called by Qt
        """Stay among the card's own controls."""
        stops = (self.list, self.up, self.down, self.all, self.none, self.open, self.recent, self.save, self.cancel, self.teach)
        usable = [stop for stop in stops if stop.isEnabled() and not stop.isHidden()]
        now = next((number for number, stop in enumerate(usable) if stop.hasFocus()), 0)
        usable[(now + (1 if forward else -1)) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Enter presses the button that has the focus, or teaches; Esc leaves."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            button = focus if isinstance(focus, QPushButton) and focus.hasFocus() else self.teach
            button.click()
        event.accept()  # nothing goes on to the window behind
