"""The self-test: a question, time to think, the answer with its notes, and the reader's own grade. Nothing of it is kept."""

import random

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.core.base.labels import ENGLISH, Labels
from app.core.teaching.quiz import GRADES, Card, Grade, Round, begin_round, chosen
from app.ui.look.direction import lean, set_words
from app.ui.look.theme import Look
from app.ui.text.announcements import announce
from app.ui.text.clipboard import UNKNOWN, Origin
from app.ui.text.drawings import Drawings
from app.ui.text.surface import TextSurface
from app.ui.text.typeset import Typesetter
from app.ui.widgets.cover import Cover, turn_to
from app.ui.widgets.headings import HeadingLabel
from app.ui.widgets.keys import do_by_place, meant
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.wrapped_link import WrappedLink

COLUMN, EDGE, TOP = 640, 24, 32

NARROW_BELOW = 480
"""Width at 100 % under which buttons stand under each other."""


class SelfTest(Cover):
    """Covers its parent with one card after another.

    `origin` says where copied words come from.
    Signals: `left()`; `place_chosen(place)` when the reader wants to see where an answer stands; `export_wanted(cards)`.
    """

    left = Signal()
    place_chosen = Signal(str)
    export_wanted = Signal(tuple)

    def __init__(
        self,
        cards: tuple[Card, ...],
        look: Look,
        direction: Qt.LayoutDirection,
        parent: QWidget,
        labels: Labels = ENGLISH,
        *,
        origin: Origin = UNKNOWN,
        seed: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._labels = labels
        self._origin = origin
        self._cards = cards
        self._look = look
        self._direction = direction
        self._seed = seed
        self.round = Round((), 0)
        self._headings: list[HeadingLabel] = []
        self.links: list[WrappedLink] = []
        self.setAccessibleName(self.tr("Self-test"))
        self._column = QStackedWidget(self)
        self._column.setObjectName("paper")
        self._start_page = QScrollArea()
        self._start_page.setWidget(self._make_start())
        self._card_page = self._make_card()
        self._result_page = QScrollArea()
        for page in (self._start_page, self._card_page, self._result_page):
            self._column.addWidget(page)
        for scrolled in (self._start_page, self._result_page):
            scrolled.setWidgetResizable(True)
            scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
            scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.apply_look(look)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size; what is ticked, asked and shown stays."""
        self._look = look
        self.title.setFont(look.control_font(28, 600))
        self._lead.setFont(look.control_font(16))
        for box in (self.questions, self.terms, self.doubtful, self.shuffle):
            box.apply_look(look)
        self._start_column.setSpacing(look.control(12))
        self._card_column.setSpacing(look.control(16))
        self.bar.setFixedHeight(look.control(8))
        self.answer.setMinimumHeight(look.control(48))
        self.answer.focus_colour = look.colour("focus")
        if self.is_revealed():
            scrolled = self.answer.verticalScrollBar().value()
            self._set_answer()
            self.answer.verticalScrollBar().setValue(scrolled)
        self._dress_result()
        self.place()

    # --- the first page: which cards ---

    def _make_start(self) -> QWidget:
        page = QWidget()
        page.setObjectName("paper")
        self.title = HeadingLabel(self.tr("Self-test"))
        self.questions = TickBox(self.tr("&Questions ({count})").format(count=sum(card.kind == "question" for card in self._cards)), self._look)
        self.terms = TickBox(self.tr("&Glossary terms ({count})").format(count=sum(card.kind == "term" for card in self._cards)), self._look)
        doubtful = sum(card.is_doubtful for card in self._cards)
        self.doubtful = TickBox(self.tr("&Also cards whose notes say outdated or inconsistent ({count})").format(count=doubtful), self._look)
        self.shuffle = TickBox(self.tr("&Shuffle"), self._look)
        for box in (self.questions, self.terms, self.shuffle):
            box.setChecked(True)
        self.start = QPushButton(self.tr("Start"))
        self.export = QPushButton(self.tr("Save &cards for Anki…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._message = QLabel()
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        lead = self.tr("Think of the answer, press Space to see it, then say how well you knew it: 1, 2 or 3. Nothing of this is kept.")
        buttons = self._start_row = QHBoxLayout()
        for button in (self.start, self.export, self.close_button):
            button.setObjectName("wide")
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = self._start_column = QVBoxLayout(page)
        self._lead = QLabel(lead)
        for part in (self.title, self._lead, self.questions, self.terms, self.doubtful, self.shuffle):
            if isinstance(part, QLabel):
                part.setWordWrap(True)
            column.addWidget(part)
            if isinstance(part, TickBox):
                part.toggled.connect(self._update_start)
        column.addLayout(buttons)
        self._message.setWordWrap(True)
        column.addWidget(self._message)
        column.addStretch(1)
        self.start.clicked.connect(self.begin_test)
        self.export.clicked.connect(self._export)
        self.close_button.clicked.connect(self.left)
        return page

    def begin(self) -> None:
        """Lie on top, ready to start."""
        lean(self)
        self.show()
        self.raise_()
        self._show_start()

    def _show_start(self) -> None:
        self._update_start()
        first = self.start if self.start.isEnabled() else self.close_button
        turn_to(self._column, self._start_page, first)
        self.place()  # the buttons may need other room now
        self._bring_into_sight(first)

    def wanted(self) -> tuple[Card, ...]:
        """Return the cards that are ticked."""
        return chosen(self._cards, questions=self.questions.isChecked(), terms=self.terms.isChecked(), doubtful=self.doubtful.isChecked())

    def _update_start(self) -> None:
        count = len(self.wanted())
        self.start.setText(self._labels.start_cards(count))
        self.start.setEnabled(count > 0)
        self.export.setEnabled(count > 0)

    def _export(self) -> None:
        self.export_wanted.emit(self.wanted())

    def show_message(self, message: str) -> None:
        """Say what was done, or could not be."""
        self._message.setText(message)
        announce(self, message)

    # --- the cards ---

    def _make_card(self) -> QWidget:
        page = QWidget()
        self.where = QLabel()
        self.where.setObjectName("quiet")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.question = HeadingLabel("")
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.answer = TextSurface()
        self.answer.origin = self._origin
        self.answer.setAccessibleName(self.tr("Answer"))
        self.answer.setOpenLinks(False)
        self._drawings = Drawings(self.answer.document(), self._look)
        self.answer.setFrameShape(TextSurface.Shape.NoFrame)
        self.answer.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_button = QPushButton(self.tr("Show the answer (Space)"))
        self.show_button.setObjectName("wide")
        self.grades = tuple(QPushButton(words) for words in self._grade_words())
        row = self._grade_row = QHBoxLayout()
        for button in (self.show_button, *self.grades):
            button.setObjectName("wide")
            row.addWidget(button)
        row.addStretch(1)
        column = self._card_column = QVBoxLayout(page)
        for part in (self.where, self.bar, self.question, self.answer):
            column.addWidget(part)
        column.setStretchFactor(self.answer, 1)
        column.addLayout(row)
        column.addSpacing(self._look.control(EDGE))
        self.answer.anchorClicked.connect(self._follow)
        self.show_button.clicked.connect(self.reveal)
        for button in self.grades:
            button.clicked.connect(self._grade_clicked)
        return page

    def _grade_words(self) -> tuple[str, ...]:
        return self.tr("1 Knew it"), self.tr("2 Partly"), self.tr("3 Not yet")

    def begin_test(self) -> None:
        """Ask the first of the ticked cards."""
        self._ask(begin_round(self.wanted(), seed=self._next_seed()))

    def _next_seed(self) -> int | None:
        if not self.shuffle.isChecked():
            return None
        return random.getrandbits(32) if self._seed is None else self._seed

    def _ask(self, asked: Round) -> None:
        self.round = asked
        card = asked.card
        if card is None:
            self._show_result()
            return
        self.where.setText(self.tr("{done} of {count} done").format(done=asked.done, count=asked.count))
        self.bar.setMaximum(asked.count)
        self.bar.setValue(asked.done)
        set_words(self.question, card.question)
        for button, words in zip(self.grades, self._grade_words(), strict=True):
            set_words(button, words)  # here, since only now it is known where words begin
        self.show_button.setAccessibleDescription(card.question)
        self.show_button.show()
        turn_to(self._column, self._card_page, self.show_button)  # before what had the focus is hidden
        self._show_buttons(revealed=False)
        self.answer.clear()
        self.answer.setEnabled(False)
        announce(self, f"{self.where.text()}. {card.question}")

    def is_revealed(self) -> bool:
        """Return whether the answer is shown."""
        return self.grades[0].isVisibleTo(self)

    def reveal(self) -> None:
        """Show the answer, with its notes."""
        card = self.round.card
        if card is None or self.is_revealed():
            return
        self.answer.setEnabled(True)
        self._set_answer()
        self.answer.verticalScrollBar().setValue(0)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)  # not on a grade: Space once more must not give one
        self._show_buttons(revealed=True)
        notes = " ".join(f"{note.verdict}. {note.text}" for note in card.notes)
        announce(self, f"{card.answer} {notes}".strip())

    def _set_answer(self) -> None:
        card = self.round.card
        if card is not None:
            self.answer.blocks = card.explanation
            Typesetter(self._drawings, self._look, self._direction, {card.place}).set(card.explanation)

    def _show_buttons(self, *, revealed: bool) -> None:
        for button in self.grades:
            button.setVisible(revealed)
        self.show_button.setVisible(not revealed)

    def _grade_clicked(self) -> None:
        self.grade(GRADES[self.grades.index(self.sender())])

    def grade(self, grade: Grade) -> None:
        """Take the reader's grade, and ask the next card."""
        if self.is_revealed() and self.round.card is not None:
            self._ask(self.round.after(grade))

    def _follow(self, address: QUrl) -> None:
        self.place_chosen.emit(address.toString())

    # --- the result ---

    def _show_result(self) -> None:
        page = QWidget()
        page.setObjectName("paper")
        column = QVBoxLayout(page)
        first = self.round.first_grades()
        count = self.round.count
        title = HeadingLabel(self.tr("You knew {known} of {count}").format(known=len(first["knew"]), count=count))
        title.setWordWrap(True)
        self._headings = [title]
        column.addWidget(title)
        self.links = []
        names = {"knew": self.tr("Knew it"), "partly": self.tr("Partly"), "not_yet": self.tr("Not yet")}
        for grade in reversed(GRADES):
            if first[grade]:
                heading = HeadingLabel(f"{names[grade]}: {len(first[grade])}")
                self._headings.append(heading)
                column.addWidget(heading)
                for card in first[grade]:
                    column.addWidget(self._link(card))
        self.again = QPushButton(self.tr("Again"))
        self.close_result = QPushButton(self.tr("Close"))
        row = QHBoxLayout()
        for button in (self.again, self.close_result):
            button.setObjectName("wide")
            row.addWidget(button)
        row.addStretch(1)
        self.again.clicked.connect(self._show_start)
        self.close_result.clicked.connect(self.left)
        column.addLayout(row)
        column.addStretch(1)
        self._result_page.setWidget(page)
        self._dress_result()
        lean(page)
        turn_to(self._column, self._result_page, self.close_result)
        counts = ", ".join(f"{names[grade]}: {len(first[grade])}" for grade in GRADES)
        announce(self, f"{title.text()}. {counts}")

    def _dress_result(self) -> None:
        for heading in self._headings:
            heading.setFont(self._look.control_font(28 if heading is self._headings[0] else 16, 600))
        for link in self.links:
            link.apply_look(self._look)
        page = self._result_page.widget()
        if page is not None and (column := page.layout()) is not None:
            column.setSpacing(self._look.control(8))

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

    # --- the whole ---

    def place(self) -> None:
        """Put the column in the middle."""
        super().place()
        width = min(self._look.control(COLUMN), self.width() - 2 * EDGE)
        top = min(self._look.control(TOP), self.height() // 12)
        for button in (self.start, self.export, self.close_button, *self.grades):
            button.ensurePolished()  # else it does not know its size
        for row, buttons in ((self._start_row, (self.start, self.export, self.close_button)), (self._grade_row, self.grades)):
            needed = sum(button.sizeHint().width() + row.spacing() for button in buttons)
            is_narrow = width < max(needed, self._look.control(NARROW_BELOW))
            row.setDirection(QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight)
        self.question.setFont(self._look.control_font(28 if width >= self._look.control(NARROW_BELOW) else 20, 600))
        self._column.setGeometry(QRect((self.width() - width) // 2, top, width, self.height() - top))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint an empty ground: the page behind is not to be seen."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("paper"))
        painter.end()

    def _stops(self) -> list[QWidget]:
        page = self._column.currentWidget()
        kinds = (QPushButton, TickBox, TextSurface)
        found = [part for part in page.findChildren(QWidget) if isinstance(part, kinds)] if page is not None else []
        return [part for part in found if part.isVisibleTo(self) and part.isEnabled()]

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - called by Qt
        """Stay among the test's own controls."""
        stops = self._stops()
        now = next((number for number, stop in enumerate(stops) if stop.hasFocus()), -1 if forward else 0)
        if stops:
            stop = stops[(now + (1 if forward else -1)) % len(stops)]
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            self._bring_into_sight(stop)
        return True

    def _bring_into_sight(self, stop: QWidget) -> None:
        page = self._column.currentWidget()
        if isinstance(page, QScrollArea):
            page.ensureWidgetVisible(stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Space reveals, 1 to 3 grade, Enter presses the button with the focus, arrows scroll the answer, Esc leaves."""
        key, grade = event.key(), meant(event, "123")
        is_asking = self._column.currentWidget() is self._card_page
        focus = self.focusWidget()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_asking and key == Qt.Key.Key_Space and not self.is_revealed():
            self.reveal()
        elif is_asking and grade:
            self.grade(GRADES[int(grade) - 1])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focus, QPushButton):
            focus.click()
        elif is_asking and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            bar = self.answer.verticalScrollBar()
            bar.setValue(bar.value() + (bar.singleStep() if key == Qt.Key.Key_Down else -bar.singleStep()))
        else:
            do_by_place(event)
        event.accept()  # nothing goes on to the window behind
