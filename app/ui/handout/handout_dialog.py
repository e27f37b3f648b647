"""Choose what stands on a hand-out, see it, and say what is to become of it."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.core.handout.handout import Choice, Handout, compose
from app.core.pages.document import Document
from app.ui.handout.handout_preview import Preview
from app.ui.handout.paper import HandoutPages
from app.ui.handout.saved_file import SavedFile
from app.ui.look.direction import lean, set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import RING_ROOM, TITLE_HEIGHT, Look, example_of
from app.ui.text.announcements import announce
from app.ui.widgets.following_scroll import FollowingScroll
from app.ui.widgets.headings import HeadingLabel
from app.ui.widgets.keys import PromptButton, do_by_place
from app.ui.widgets.rows import NothingCopied, RowsMeasured
from app.ui.widgets.tick_box import TickDelegate, turn_tick

WIDTH, HEIGHT, LEAST_WIDTH, LEAST_HEIGHT = 1040, 720, 300, 240
CHOICES, PREVIEW_FROM = 380, 760
ROW = 30
"""How high a line of the list is: most are wanted at a glance, beside the preview."""
LEAST_LIST = 160
"""How high the list is at least, where the choices do not scroll."""
PLACE = Qt.ItemDataRole.UserRole

LONGEST_LINE = 200
"""Characters of the clinic's name and of its phone, as in a policy."""


class PaperChoice(QComboBox):
    """The format of the paper. The wheel goes on to what scrolls around it: it would change the paper unseen."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - called by Qt
        """Leave the wheel alone."""
        event.ignore()


class HandoutDialog(QDialog):
    """The dialog for hand-outs.

    Signals: `print_wanted(sheets)` and `save_wanted(sheets)` with the pages as they are shown; the dialog stays open.
    """

    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, document: Document, choice: Choice, look: Look, icons: Icons, parent: QWidget, today: dt.date) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hand-out"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._document, self._look, self._today = document, look, today
        self._fields(choice)
        self.preview = Preview(look, document.labels)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.hide()
        self.saved = SavedFile()
        self.print_button = QPushButton(self.tr("&Print…"))
        self.save_button = QPushButton(self.tr("&Save as…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._lay_out()
        lean(self)
        self._dress(look, icons)
        self._connect()
        room = self.screen().availableSize()
        self._widen()
        self.resize(min(look.control(WIDTH), room.width() - 16), min(look.control(HEIGHT), room.height() - TITLE_HEIGHT))
        self.sheets = self._made()
        self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme."""
        self._dress(look, Icons(look))

    def _dress(self, look: Look, icons: Icons) -> None:
        self._look = look
        self._ticks.apply_look(look)
        self.print_button.setIcon(icons.icon("print"))
        self.save_button.setIcon(icons.icon("handout"))
        for button in (self.print_button, self.save_button, self.close_button):
            button.setIconSize(icons.size())
        for field in (self.plain, self.full, self.large):
            self._edge(field)
        self._title.setFont(look.control_font(24, 600))
        self.preview.caption.setFont(look.control_font(13))
        for row in range(self.places.count()):
            item = self.places.item(row)
            if item.data(PLACE) is None:
                item.setFont(look.control_font(13, 600))
                item.setForeground(look.colour("faint"))

    # --- what is chosen ---

    def choice(self) -> Choice:
        """Return what is chosen now."""
        rows = (self.places.item(row) for row in range(self.places.count()))
        return Choice(
            places=tuple(row.data(PLACE) for row in rows if row.data(PLACE) and row.checkState() == Qt.CheckState.Checked),
            plain=self.plain.isChecked(),
            large=self.large.isChecked(),
            paper="Letter" if self.paper.currentIndex() else "A4",
            clinic=self.clinic.text(),
            phone=self.phone.text(),
        )

    def _rows_of_group(self) -> tuple[str, list[QListWidgetItem]]:
        """Return the title and the rows of the group that the current row stands in."""
        title, rows, at = "", list[QListWidgetItem](), self.places.currentRow()
        for number in range(self.places.count()):
            item = self.places.item(number)
            if item.data(PLACE) is not None:
                rows.append(item)
            elif number > at and rows:
                break
            else:
                title, rows = item.text(), []
        return title, rows

    def _name_group(self) -> None:
        """Say which rows the buttons below them tick."""
        title = self._rows_of_group()[0]
        set_words(self._group, title)
        self.all_button.setAccessibleName(self.tr("All of “{group}”").format(group=title))
        self.none_button.setAccessibleName(self.tr("None of “{group}”").format(group=title))

    def tick_all(self) -> None:
        """Tick every row of the group that the current row stands in."""
        self._tick(Qt.CheckState.Checked)

    def tick_none(self) -> None:
        """Take the ticks of that group away."""
        self._tick(Qt.CheckState.Unchecked)

    def _tick(self, state: Qt.CheckState) -> None:
        title, rows = self._rows_of_group()
        for row in rows:
            row.setCheckState(state)
        ticked = len(rows) if state == Qt.CheckState.Checked else 0
        announce(self.places, self.tr("{group}: {ticked} of {count} ticked").format(group=title, ticked=ticked, count=len(rows)))

    def _made(self) -> HandoutPages:
        made: Handout = compose(self._document, self.choice(), self._today)
        return HandoutPages(made)

    def update_now(self) -> None:
        """Make the pages again and show them."""
        self.sheets = self._made()
        self.preview.show_sheets(self.sheets)
        self.message.hide()
        self.saved.hide()
        self.show_gaps()

    def update_soon(self) -> None:
        """Make the pages again when the hand rests: while somebody types, that would be for every letter."""
        self._soon.start(150)

    def gaps(self) -> str:
        """Return the line that says which characters no installed font can show; empty where every one can be."""
        lacking = self.sheets.lacking()
        message = self.tr("No font on this computer can show some letters or signs, such as {example}. Paper and PDF show boxes instead.")
        return message.format(example=example_of(lacking)) if lacking else ""

    def show_gaps(self) -> None:
        """Say which characters cannot be shown, where there are any."""
        if self.gaps():
            self.show_message(self.gaps())

    def show_message(self, message: str, saved: Path | None = None) -> None:
        """Show what came of it, and say it; offer to open a file that was saved."""
        self.saved.hide()
        if saved is not None:
            self.saved.offer(saved)
        self._say(message)

    def _say(self, message: str) -> None:
        self.message.setText(message)
        self.message.show()
        announce(self.message, message)

    # --- parts ---

    def _fields(self, choice: Choice) -> None:
        article, labels = self._document.article, self._document.labels
        self.places = QListWidget()
        NothingCopied(self.places)
        RowsMeasured(self.places)
        self.places.setObjectName("ticked")
        self.places.setAccessibleName(self.tr("Include"))
        self.places.setWordWrap(True)
        self._ticks = TickDelegate(self._look, ROW)
        self.places.setItemDelegate(self._ticks)
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        groups = (
            (labels.article, ((section.title, section.id) for section in article.sections)),
            (article.faq.title, ((entry.question, entry.id) for entry in article.faq.entries)),
            (labels.figures, ((figure.title, figure.id) for figure in article.figures)),
        )
        for title, rows in groups:
            self._add_rows(title, tuple(rows), frozenset(choice.places))
        if self.places.currentRow() < 0:
            self.places.setCurrentRow(1)
        self.plain = QRadioButton(self.tr("P&lain words"))
        self.full = QRadioButton(self.tr("&Full words of the article"))
        (self.plain if choice.plain else self.full).setChecked(True)
        self._words = QButtonGroup(self)
        for button in (self.plain, self.full):
            self._words.addButton(button)
        self.large = QCheckBox(self.tr("La&rge type"))
        self.large.setChecked(choice.large)
        self.paper = PaperChoice()
        NothingCopied(self.paper.view())
        self.paper.addItems(["A4", self.tr("Letter")])
        self.paper.setCurrentIndex(choice.paper == "Letter")
        self.clinic, self.phone = QLineEdit(choice.clinic), QLineEdit(choice.phone)
        self.all_button, self.none_button = PromptButton(self.tr("&All")), PromptButton(self.tr("&None"))
        self._group = QLabel()
        self._group.setObjectName("quiet")
        self._group.setWordWrap(True)
        self._group.setTextFormat(Qt.TextFormat.PlainText)
        for field in (self.clinic, self.phone):
            field.setMaxLength(LONGEST_LINE)

    def _edge(self, field: QWidget) -> None:
        """Let the edge of tick boxes be seen: the style makes it of the ground's colour, which is no edge in a dark theme."""
        palette = field.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.colour("faint"))
        field.setPalette(palette)

    def _add_rows(self, title: str, rows: tuple[tuple[str, str], ...], ticked: frozenset[str]) -> None:
        if not rows:
            return
        heading = QListWidgetItem(title, self.places)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        for text, place in rows:
            row = QListWidgetItem(text, self.places)
            row.setData(PLACE, place)
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if place in ticked else Qt.CheckState.Unchecked)
            row.setSizeHint(QSize())
            if place in ticked and self.places.currentRow() < 0:
                self.places.setCurrentItem(row)

    def _labelled(self, text: str, field: QWidget) -> QVBoxLayout:
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        both = QVBoxLayout()
        both.setSpacing(self._look.control(4))
        both.addWidget(label)
        both.addWidget(field)
        return both

    def _contact(self) -> tuple[str, str]:
        """Return what the two fields of the line on whom to call are called, in the words of the article where it has any."""
        if organisation := self._document.article.wording.organisation:
            named = self.tr("{organisation} na&me"), self.tr("{organisation} p&hone")
            return named[0].format(organisation=organisation), named[1].format(organisation=organisation)
        return self.tr("Na&me of the contact"), self.tr("P&hone")

    def _lay_out(self) -> None:
        px = self._look.control
        title = self._title = HeadingLabel(self.tr("Hand-out"))
        self._options = options = QWidget()
        options.setObjectName("background")
        column = QVBoxLayout(options)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(8))
        column.addWidget(title)
        self.places.setMinimumHeight(px(LEAST_LIST))
        column.addLayout(self._labelled(self.tr("Incl&ude"), self.places), 1)
        ticking = QHBoxLayout()
        ticking.setSpacing(px(8))
        ticking.addWidget(self._group, 1)
        for button in (self.all_button, self.none_button):
            button.setAutoDefault(False)
            ticking.addWidget(button)
        self._name_group()
        column.addLayout(ticking)
        for part in (self.plain, self.full, self.large):
            column.addWidget(part)
        column.addLayout(self._labelled(self.tr("Pap&er"), self.paper))
        for text, field in zip(self._contact(), (self.clinic, self.phone), strict=True):
            column.addLayout(self._labelled(text, field))
        self._scroll = FollowingScroll()
        self._scroll.setWidget(options)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside = QHBoxLayout()
        beside.setSpacing(px(16))
        beside.addWidget(self._scroll, CHOICES)
        beside.addWidget(self.preview, WIDTH - CHOICES)
        self._buttons = buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        for end in (self.print_button, self.save_button, self.close_button):
            end.setObjectName("wide")
            end.setAutoDefault(False)  # Enter in a field must not print
            buttons.addWidget(end)
        whole = QVBoxLayout(self)
        edge = px(16)
        whole.setContentsMargins(edge, edge, edge, edge)
        whole.setSpacing(px(12))
        whole.addLayout(beside, 1)
        whole.addWidget(self.message)
        whole.addWidget(self.saved)
        whole.addLayout(buttons)

    def _widen(self) -> None:
        """Give the choices the width that their words need, as far as the screen has it: the preview can do with less."""
        for field in (self.plain, self.full, self.large):
            field.ensurePolished()  # else one that was never shown is measured without the style sheet's font
        edges, room = 2 * self._look.control(16), self.screen().availableSize().width() - 16
        needed = min(self._options.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width(), room - edges)
        self.setMinimumSize(max(LEAST_WIDTH, needed + edges), LEAST_HEIGHT)
        self._scroll.setMinimumWidth(needed)

    def _connect(self) -> None:
        self.places.itemChanged.connect(self.update_soon)
        self.places.itemClicked.connect(turn_tick)
        self._words.buttonToggled.connect(self.update_soon)
        self.large.toggled.connect(self.update_soon)
        self.paper.currentIndexChanged.connect(self.update_soon)
        self.clinic.textChanged.connect(self.update_soon)
        self.phone.textChanged.connect(self.update_soon)
        self._soon.timeout.connect(self.update_now)
        self.print_button.clicked.connect(self._want_print)
        self.save_button.clicked.connect(self._want_save)
        self.close_button.clicked.connect(self.accept)
        self.saved.told.connect(self._say)
        self.all_button.clicked.connect(self.tick_all)
        self.none_button.clicked.connect(self.tick_none)
        self.places.currentRowChanged.connect(self._name_group)
        self.places.currentRowChanged.connect(self._scroll.follow)
        self._scroll.resized.connect(self._fit_list)

    def _want_print(self) -> None:
        self._catch_up()
        self.print_wanted.emit(self.sheets)

    def _want_save(self) -> None:
        self._catch_up()
        self.save_wanted.emit(self.sheets)

    def _catch_up(self) -> None:
        """Make the pages of what is chosen now, if they are still to be made."""
        if self._soon.isActive():
            self._soon.stop()
            self.update_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Paste and the like by the places of the keys, where nothing has taken what they write."""
        if not do_by_place(event):
            super().keyPressEvent(event)

    def _fit_list(self) -> None:
        """Make the list as high as its rows where the choices scroll: of two scroll bars, one in the other, each hides what the other shows."""
        least, listed = self._look.control(LEAST_LIST), self.places
        room, hint = self._scroll.viewport().size(), listed.sizeHint().height()
        needed = self._options.heightForWidth(room.width()) - max(listed.minimumHeight(), hint) + max(least, hint)
        is_whole = needed > room.height()
        rows = sum(listed.sizeHintForRow(row) for row in range(listed.count()))
        listed.setMinimumHeight(rows + 2 * listed.frameWidth() + RING_ROOM if is_whole else least)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - called by Qt
        """Begin with the rows that are ticked, below the one above them: the heading of their group, where they are its first."""
        super().showEvent(event)
        self.places.scrollToItem(self.places.item(max(0, self.places.currentRow() - 1)), QAbstractItemView.ScrollHint.PositionAtTop)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Leave the preview out where there is no room for it."""
        super().resizeEvent(event)
        shown = self.width() >= self._look.control(PREVIEW_FROM)
        if shown != self.preview.isVisibleTo(self):
            self.preview.setVisible(shown)
        if shown:
            self.preview.show_sheets(self.sheets)
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(row)
        if self._buttons.sizeHint().width() > self.contentsRect().width() - 2 * self._look.control(16):
            self._buttons.setDirection(column)
