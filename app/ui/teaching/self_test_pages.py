"""The three pages of the self-test: which cards, a card with its answer, and the result. None of them knows of the others, or of the round."""

from PySide6.QtCore import QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSpacerItem, QVBoxLayout, QWidget

from app.core.base.labels import Labels
from app.core.base.text import ended
from app.core.teaching.quiz import GRADES, Card, Grade, Round, chosen, doubts_of
from app.ui.look.direction import lean, set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import RING_ROOM, Look
from app.ui.text.drawings import Drawings
from app.ui.text.selection import Origin
from app.ui.text.surface import TextSurface
from app.ui.text.typeset import Typesetter
from app.ui.widgets.following_scroll import FollowingScroll
from app.ui.widgets.headings import HeadingLabel
from app.ui.widgets.rows import NothingCopied
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.wrapping import WrappedLink

EDGE = 24

NARROW_BELOW = 480
MOST_VERDICTS = 3
"""Width at 100 % under which buttons stand under each other."""


NUMBERS = (10, 20, 30, 50)
"""How many cards may be asked for, where there are more than that."""


LOW_BELOW = 400
"""Height at 100 % under which titles and questions are written smaller, and stand closer: what is below them needs the room."""

LINES = 48
"""Which part of the height stands at most between two parts of a page."""


class ButtonRow(QHBoxLayout):
    """Buttons beside each other."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._buttons = buttons
        for button in buttons:
            button.setObjectName("wide")
            self.addWidget(button)
        self.addStretch(1)

    def fit(self, width: int, least: int, beside: tuple[QPushButton, ...]) -> None:
        """Put the buttons under each other where these ones have no room beside each other, or less than `least`."""
        for button in beside:
            button.ensurePolished()  # else it does not know its size
        needed = sum(button.sizeHint().width() + self.spacing() for button in beside)
        self.setDirection(QHBoxLayout.Direction.TopToBottom if width < max(needed, least) else QHBoxLayout.Direction.LeftToRight)


ARROW, ARROW_EDGE = 16, 6


class DropDown(QComboBox):
    """The style sheet paints the edge and the ring; a style sheet that does so paints no arrow, so that it is painted here."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("dropdown")
        self.apply_look(look)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self._icons = Icons(look)
        self.setFont(look.control_font(16))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint the arrow, too."""
        super().paintEvent(event)
        arrow = self._icons.pixmap("chevron-down", "ink", ARROW)
        side, edge = arrow.deviceIndependentSize().width(), self._look.control(ARROW_EDGE)
        left = edge if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - edge - side
        painter = QPainter(self)
        painter.drawPixmap(QPointF(left, (self.height() - side) / 2), arrow)
        painter.end()


class ScrolledPage(FollowingScroll):
    """A page that is scrolled where it is higher than its room."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(FollowingScroll.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def new_column(self) -> QVBoxLayout:
        """Return the column of an empty page, in place of what was there."""
        page = QWidget()
        page.setObjectName("background")
        column = QVBoxLayout(page)
        self.setWidget(page)
        return column


class StartPage(ScrolledPage):
    """Asks which cards are wanted. Signals: `started()`; `export_wanted(cards)`; `closed()`."""

    started = Signal()
    export_wanted = Signal(tuple)
    closed = Signal()

    def __init__(self, cards: tuple[Card, ...], look: Look, labels: Labels) -> None:
        super().__init__()
        self._cards = cards
        self._labels = labels
        self.title = HeadingLabel(self.tr("Self-test"))
        how = self.tr("Think of the answer, press Space to see it, then say how well you knew it: 1, 2 or 3. Backspace undoes a grade, Esc ends.")
        self._lead = QLabel(f"{how} {self.tr('Your answers are not saved.')}")
        self.questions = TickBox(self.tr("&Questions ({count})").format(count=sum(card.kind == "question" for card in cards)), look)
        self.terms = TickBox(self.tr("&Glossary terms ({count})").format(count=sum(card.kind == "term" for card in cards)), look)
        doubts = doubts_of(cards)
        verdicts = ", ".join((*(f"“{doubt}”" for doubt in doubts[:MOST_VERDICTS]), *["…"] * (len(doubts) > MOST_VERDICTS))).replace("&", "&&")
        doubtful = self.tr("&Also cards whose note says {verdicts} ({count})")
        self.doubtful = TickBox(doubtful.format(verdicts=verdicts, count=sum(card.is_doubtful for card in cards)), look)
        if not doubts:
            self.doubtful.hide()
        self.shuffle = TickBox(self.tr("&Shuffle"), look)
        self.number = DropDown(look)
        NothingCopied(self.number.view())
        self.number.addItem(self.tr("All"), None)
        for number in NUMBERS:
            if number < len(cards):
                self.number.addItem(str(number), number)
        self._number_label = QLabel(self.tr("&How many cards"))
        self._number_label.setBuddy(self.number)
        self.number.setAccessibleName(self._number_label.text().replace("&", ""))
        self._numbers = QHBoxLayout()
        for part in (self.shuffle, self._number_label, self.number):
            self._numbers.addWidget(part)
        self._numbers.addStretch(1)
        if self.number.count() == 1:
            self._number_label.hide()
            self.number.hide()
        self.start = QPushButton(self.tr("Start"))
        self.export = QPushButton(self.tr("Save &cards for Anki…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._row = ButtonRow(self.start, self.export, self.close_button)
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self._column = self.new_column()
        self._edge = self._column.contentsMargins().left()
        self.message.hide()
        for label in (self.title, self._lead, self.message):
            label.setWordWrap(True)
        for part in (self.title, self._lead, self.questions, self.terms, self.doubtful):
            self._column.addWidget(part)
        for row in (self._numbers, self._row):
            self._column.addLayout(row)
        self._column.addWidget(self.message)
        self._column.addStretch(1)
        for box in self._boxes():
            box.setChecked(box is not self.doubtful)
            box.toggled.connect(self.update_buttons)
        self.number.currentIndexChanged.connect(self.update_buttons)
        self.start.clicked.connect(self.started)
        self.export.clicked.connect(self._export)
        self.close_button.clicked.connect(self.closed)

    def _boxes(self) -> tuple[TickBox, ...]:
        return self.questions, self.terms, self.doubtful, self.shuffle

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size; what is ticked stays."""
        for label in (self._lead, self._number_label):
            label.setFont(look.control_font(16))
        self.number.ensurePolished()
        self.number.apply_look(look)
        for box in self._boxes():
            box.ensurePolished()  # else the style sheet, when it comes later, would take the place of the font
            box.apply_look(look)

    def fit(self, width: int, height: int, look: Look) -> None:
        """Put the buttons in a column of this width; in a low window all of the page shall be in sight."""
        is_low = height < look.control(LOW_BELOW)
        self._column.setSpacing(min(look.control(12), height // LINES))
        edge = 0 if is_low else self._edge
        self._column.setContentsMargins(self._edge, edge, self._edge, edge)
        self.title.setFont(look.control_font(20 if is_low else 28, 600))
        self._numbers.setSpacing(look.control(16))
        for part in (self._number_label, self.number):
            part.ensurePolished()  # else it does not know its size
        self._number_label.setWordWrap(False)
        needed = sum(part.sizeHint().width() + self._numbers.spacing() for part in (self.shuffle, self._number_label, self.number))
        is_under = width - look.control(EDGE) < needed
        self._number_label.setWordWrap(is_under)
        self._numbers.setDirection(QHBoxLayout.Direction.TopToBottom if is_under else QHBoxLayout.Direction.LeftToRight)
        self._row.fit(width, 0 if is_low else look.control(NARROW_BELOW), (self.start, self.export, self.close_button))

    def wanted(self) -> tuple[Card, ...]:
        """Return the cards that are ticked."""
        return chosen(self._cards, questions=self.questions.isChecked(), terms=self.terms.isChecked(), doubtful=self.doubtful.isChecked())

    def most(self) -> int | None:
        """Return how many of them are asked at most; None for all."""
        number = self.number.currentData()
        return number if isinstance(number, int) else None

    def first(self) -> QPushButton:
        """Return the button that has the focus at first."""
        return self.start if self.start.isEnabled() else self.close_button

    def update_buttons(self) -> None:
        """Say on the buttons how many cards are ticked."""
        count = len(self.wanted())
        self.start.setText(self._labels.start_cards(min(count, self.most() or count)))
        self.start.setEnabled(count > 0)
        self.export.setEnabled(count > 0)

    def _export(self) -> None:
        self.export_wanted.emit(self.wanted())


class CardPage(QWidget):
    """A question, and its answer when that is wanted. `origin` says where copied words come from.

    Signals: `answer_wanted()`; `graded(grade)`; `undo_wanted()` when the last grade was a mistake; `end_wanted()`; `place_chosen(place)` when a link
    of the answer is followed.
    """

    answer_wanted = Signal()
    graded = Signal(str)
    undo_wanted = Signal()
    end_wanted = Signal()
    place_chosen = Signal(str)

    def __init__(self, look: Look, direction: Qt.LayoutDirection, origin: Origin) -> None:
        super().__init__()
        self._look = look
        self._direction = direction
        self.where = QLabel()
        self.where.setObjectName("quiet")
        self.where.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.question = HeadingLabel("")
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.answer = TextSurface()
        self.answer.origin = origin
        self.answer.setAccessibleName(self.tr("Answer"))
        self.answer.setOpenLinks(False)
        self._drawings = Drawings(self.answer.document(), look)
        self.answer.setFrameShape(TextSurface.Shape.NoFrame)
        self.answer.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_button = QPushButton(self.tr("Show the answer (Space)"))
        self.grades = tuple(QPushButton(words) for words in self._grade_words())
        self._row = ButtonRow(self.show_button, *self.grades)
        self._column, self._head = QVBoxLayout(self), QVBoxLayout()
        self.undo = QPushButton(self.tr("&Undo"))
        self.undo.setToolTip(self.tr("Undo the last grade (Backspace)"))
        self.end = QPushButton(self.tr("&End"))
        self.end.setToolTip(self.tr("End the self-test (Esc)"))
        top = QHBoxLayout()
        top.addWidget(self.where, 1)
        top.addWidget(self.undo)
        top.addWidget(self.end)
        self._head.addLayout(top)
        for part in (self.bar, self.question):
            self._head.addWidget(part)
        self._column.addLayout(self._head)
        self._column.addWidget(self.answer, 1)
        self._column.addLayout(self._row)
        edges = self._column.contentsMargins()
        self._column.setContentsMargins(max(0, edges.left() - RING_ROOM), edges.top(), max(0, edges.right() - RING_ROOM), edges.bottom())
        for layout in (self._head, self._row):  # the words of the answer begin under those of the question
            layout.setContentsMargins(RING_ROOM, 0, RING_ROOM, 0)
        self._foot = QSpacerItem(0, look.control(EDGE))
        self._column.addSpacerItem(self._foot)
        self.answer.anchorClicked.connect(self._follow)
        self.show_button.clicked.connect(self.answer_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.end.clicked.connect(self.end_wanted)
        for button in self.grades:
            button.clicked.connect(self._grade)

    def _grade_words(self) -> tuple[str, ...]:
        return self.tr("1 Knew it"), self.tr("2 Partly"), self.tr("3 Not yet")

    def apply_look(self, look: Look, answered: Card | None) -> None:
        """Paint in another theme or size; the card whose answer is shown stays, scrolled as far as it was."""
        self._look = look
        self.bar.setFixedHeight(look.control(8))
        self.answer.setMinimumHeight(look.control(48))
        self.answer.take_colours(look)
        if answered is not None:
            scrolled = self.answer.verticalScrollBar().value()
            self._set_answer(answered)
            self.answer.verticalScrollBar().setValue(scrolled)

    def fit(self, width: int, height: int, look: Look) -> None:
        """Put the question and the buttons in a column of this size."""
        is_narrow, is_low = width < look.control(NARROW_BELOW), height < look.control(LOW_BELOW)
        for button in self.grades:  # under each other they would take the room of the answer
            name = "tight" if is_narrow else "wide"
            if button.objectName() != name:
                button.setObjectName(name)
                button.style().unpolish(button)
                button.style().polish(button)
        self._row.fit(width - 2 * RING_ROOM, 0, self.grades)
        self._column.setSpacing(look.control(8 if is_narrow or is_low else 16))
        self._head.setSpacing(look.control(8 if is_low else 16))
        self._foot.changeSize(0, 0 if is_low else look.control(EDGE))
        self.question.setFont(look.control_font(20 if is_narrow or is_low else 28, 600))

    def show_question(self, card: Card, asked: Round) -> None:
        """Show the next question. What has the focus stays until `hide_answer`."""
        words = self.tr("{done} of {count} done, {again} again") if asked.again else self.tr("{done} of {count} done")
        self.where.setText(words.format(done=asked.done, count=asked.count, again=asked.again))
        self.bar.setMaximum(asked.count)
        self.bar.setValue(asked.done)
        self.undo.setEnabled(bool(asked.graded))
        set_words(self.question, card.question)
        for button, words in zip(self.grades, self._grade_words(), strict=True):
            set_words(button, words)  # here, since only now it is known where words begin
        self.show_button.setAccessibleDescription(card.question)
        self.show_button.show()

    def hide_answer(self) -> None:
        """Take the last answer away, now that the focus is on the button that shows the next one."""
        self._show_buttons(revealed=False)
        self.answer.clear()
        self.answer.setEnabled(False)

    def show_answer(self, card: Card) -> None:
        """Show the answer, with its notes."""
        self.answer.setEnabled(True)
        self._set_answer(card)
        self.answer.verticalScrollBar().setValue(0)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)  # not on a grade: Space once more must not give one
        self._show_buttons(revealed=True)

    def _set_answer(self, card: Card) -> None:
        self.answer.blocks = card.explanation
        Typesetter(self._drawings, self._look, self._direction, {card.place}).set(card.explanation)
        self.answer.leave_room_for_ring()

    def _show_buttons(self, *, revealed: bool) -> None:
        for button in self.grades:
            button.setVisible(revealed)
        self.show_button.setVisible(not revealed)

    def scroll_answer(self, *, down: bool) -> None:
        """Scroll the answer by a line."""
        bar = self.answer.verticalScrollBar()
        bar.setValue(bar.value() + (bar.singleStep() if down else -bar.singleStep()))

    def _grade(self) -> None:
        self.graded.emit(GRADES[self.grades.index(self.sender())])

    def _follow(self, address: QUrl) -> None:
        self.place_chosen.emit(address.toString())


class ResultPage(ScrolledPage):
    """How many cards were known, and which were not.

    Signals: `back()` to the card that was asked last; `again()`; `closed()`; `place_chosen(place)` when a card's place is wanted.
    """

    back = Signal()
    again = Signal()
    closed = Signal()
    place_chosen = Signal(str)

    def __init__(self, look: Look, labels: Labels) -> None:
        super().__init__()
        self._look = look
        self._labels = labels
        self._column: QVBoxLayout | None = None
        self._buttons: ButtonRow | None = None
        self._headings: list[HeadingLabel] = []
        self.links: list[WrappedLink] = []

    def show_result(self, done: Round) -> str:
        """Show what a round came to, also one that is ended early, and return it in words."""
        column = self._column = self.new_column()
        first = done.first_grades()
        is_early, count = done.card is not None, done.count - done.not_asked
        words = self.tr("So far you knew {known} of {count}") if is_early else self.tr("You knew {known} of {count}")
        title = HeadingLabel(words.format(known=len(first["knew"]), count=count))
        title.setWordWrap(True)
        self._headings = [title]
        column.addWidget(title)
        left = self._labels.cards_not_asked(done.not_asked) if done.not_asked else ""
        if left:
            label = QLabel(left)
            label.setWordWrap(True)
            label.setFont(self._look.control_font(16))
            column.addWidget(label)
        self.links = []
        names: dict[Grade, str] = {"knew": self.tr("Knew it"), "partly": self.tr("Partly"), "not_yet": self.tr("Not yet")}
        for grade in reversed(GRADES):
            if first[grade]:
                heading = HeadingLabel(f"{names[grade]}: {len(first[grade])}")
                self._headings.append(heading)
                column.addWidget(heading)
                for card in first[grade]:
                    column.addWidget(self._link(card))
        self.back_button = QPushButton(self.tr("&Go on") if is_early else self.tr("&Undo the last grade"))
        self.again_button = QPushButton(self.tr("Again"))
        self.close_button = QPushButton(self.tr("Close"))
        self.back_button.clicked.connect(self.back)
        self.again_button.clicked.connect(self.again)
        self.close_button.clicked.connect(self.closed)
        self._buttons = ButtonRow(self.back_button, self.again_button, self.close_button)
        column.addLayout(self._buttons)
        column.addStretch(1)
        self.apply_look(self._look)
        if (page := self.widget()) is not None:
            lean(page)
        counts = ", ".join(f"{names[grade]}: {len(first[grade])}" for grade in GRADES)
        return " ".join(filter(None, (f"{ended(title.text())} {ended(counts)}", left)))

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        for heading in self._headings[1:]:
            heading.setFont(look.control_font(16, 600))
        for link in self.links:
            link.apply_look(look)

    def fit(self, width: int, height: int, look: Look) -> None:
        """Put the buttons in a column of this width; in a low window as much as can be shall be in sight."""
        is_low = height < look.control(LOW_BELOW)
        for title in self._headings[:1]:
            title.setFont(look.control_font(20 if is_low else 28, 600))
        if self._column is not None:
            self._column.setSpacing(look.control(4 if is_low else 8))
        if self._buttons is not None:
            self._buttons.fit(width, 0 if is_low else look.control(NARROW_BELOW), (self.back_button, self.again_button, self.close_button))

    def _link(self, card: Card) -> QPushButton:
        link = WrappedLink(card.question, self._look)
        link.setProperty("place", card.place)
        link.clicked.connect(self._open_link)
        self.links.append(link)
        return link

    def _open_link(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.place_chosen.emit(str(sender.property("place")))
