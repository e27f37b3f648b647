"""What to teach: sections, questions and figures, ticked and put in order."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.ui.look.direction import lean
from app.ui.look.theme import Look
from app.ui.text.announcements import announce
from app.ui.text.selection import NothingCopied
from app.ui.widgets.cover import Cover
from app.ui.widgets.headings import HeadingLabel
from app.ui.widgets.tick_box import TickDelegate

WIDEST, HIGHEST, MARGIN, PADDING = 720, 720, 16, 24

PLACE = Qt.ItemDataRole.UserRole


class LessonList(QListWidget):
    """A list whose lines are ticked with Space. Says `moved(by)` when Alt and an arrow ask for the line to go elsewhere."""

    moved = Signal(int)

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

    Signals: `taught(places)`, `saved(places)`, `opened()` when a file is to be read, `left()`.
    """

    taught = Signal(tuple)
    saved = Signal(tuple)
    opened = Signal()
    left = Signal()

    def __init__(self, rows: Iterable[tuple[str, str]], chosen: tuple[str, ...], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._titles = dict(rows)
        self._card = QFrame(self)
        self._card.setObjectName("card")
        self._title = HeadingLabel(self.tr("What to teach"))
        self._title.setWordWrap(True)
        self._hint = QLabel(self.tr("Space ticks a line. Alt+Up and Alt+Down move it."))
        self._hint.setWordWrap(True)
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.hide()
        self.list = LessonList()
        NothingCopied(self.list)
        self.list.setObjectName("lesson")
        self.list.setAccessibleName(self.tr("What to teach"))
        self.list.setAccessibleDescription(self._hint.text())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = TickDelegate(look)  # Qt holds no reference to it
        self.list.setItemDelegate(self._delegate)
        self.list.itemClicked.connect(self._tick_clicked)
        self.up = QPushButton(self.tr("Move &up"))
        self.down = QPushButton(self.tr("Move &down"))
        self.all = QPushButton(self.tr("Tick &all"))
        self.none = QPushButton(self.tr("Tick &none"))
        self.open = QPushButton(self.tr("&Open…"))
        self.save = QPushButton(self.tr("&Save…"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.teach = QPushButton(self.tr("&Teach"))
        self._lay_out()
        lean(self)
        self._connect()
        self.choose(chosen or tuple(self._titles))
        self.apply_look(look)

    def _lay_out(self) -> None:
        self._side, self._below = QGridLayout(), QGridLayout()
        self._inside = inside = QVBoxLayout(self._card)
        inside.addWidget(self._title)
        inside.addWidget(self._hint)
        inside.addWidget(self.list, 1)
        inside.addLayout(self._side)
        inside.addWidget(self._message)
        inside.addLayout(self._below)

    def _connect(self) -> None:
        self.list.moved.connect(self._move)
        self.up.clicked.connect(self.move_up)
        self.down.clicked.connect(self.move_down)
        self.all.clicked.connect(self.tick_all)
        self.none.clicked.connect(self.tick_none)
        self.open.clicked.connect(self.opened)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self.teach.clicked.connect(self._teach)
        self.list.itemChanged.connect(self._update_buttons)
        self.list.currentRowChanged.connect(self._update_buttons)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self._title.setFont(look.control_font(24, 600))
        self._inside.setSpacing(look.control(12))
        self._delegate.apply_look(look)
        self.list.scheduleDelayedItemsLayout()
        self.place()

    def begin(self) -> None:
        """Lie on top, with the focus on the list."""
        self.show()
        self.raise_()
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, places: tuple[str, ...]) -> None:
        """Tick exactly these places and put them first, in their order."""
        self.list.clear()
        for place in (*places, *(place for place in self._titles if place not in places)):
            item = QListWidgetItem(self._titles[place])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if place in places else Qt.CheckState.Unchecked)
            item.setData(PLACE, place)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._update_buttons()

    def places(self) -> tuple[str, ...]:
        """Return the ticked places, in order."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return tuple(str(item.data(PLACE)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def move_up(self) -> None:
        """Move the current line up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the current line down."""
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row < 0 or not 0 <= row + by < self.list.count():
            return
        item = self.list.takeItem(row)
        self.list.insertItem(row + by, item)
        self.list.setCurrentRow(row + by)
        announce(self, self.tr("{title}: line {number} of {count}").format(title=item.text(), number=row + by + 1, count=self.list.count()))

    def _tick_clicked(self, item: QListWidgetItem) -> None:
        """Tick by a click anywhere on the line."""
        item.setCheckState(Qt.CheckState.Unchecked if item.checkState() == Qt.CheckState.Checked else Qt.CheckState.Checked)

    def tick_all(self) -> None:
        """Tick every line."""
        self._tick(Qt.CheckState.Checked)

    def tick_none(self) -> None:
        """Tick no line."""
        self._tick(Qt.CheckState.Unchecked)

    def _tick(self, state: Qt.CheckState) -> None:
        for number in range(self.list.count()):
            self.list.item(number).setCheckState(state)

    def _update_buttons(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        is_any = bool(self.places())
        self.teach.setEnabled(is_any)
        self.save.setEnabled(is_any)

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
        padding = min(self._look.control(PADDING), width // 18)
        self._inside.setContentsMargins(padding, padding, padding, padding)
        for layout, buttons in (
            (self._side, (self.up, self.down, self.all, self.none)),
            (self._below, (self.open, self.save, self.cancel, self.teach)),
        ):
            columns = self._columns(layout, buttons, width - 2 * padding - 2)
            for number, button in enumerate(buttons):
                layout.addWidget(button, number // columns, number % columns)
        self._card.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    def _columns(self, layout: QGridLayout, buttons: tuple[QPushButton, ...], room: int) -> int:
        """Return how many buttons stand beside each other: as many as have room for their words, if that is all, half or one of them."""
        for button in buttons:
            button.ensurePolished()  # else one that was never shown is measured without the style sheet's font
        widths = [button.sizeHint().width() for button in buttons]
        gap = max(0, layout.horizontalSpacing())
        return next((count for count in (4, 2) if sum(max(widths[at::count]) + gap for at in range(count)) <= room + gap), 1)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - called by Qt
        """Stay among the card's own controls."""
        stops = (self.list, self.up, self.down, self.all, self.none, self.open, self.save, self.cancel, self.teach)
        usable = [stop for stop in stops if stop.isEnabled()]
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
