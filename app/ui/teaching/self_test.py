"""The self-test: a question, time to think, the answer with its notes, and the reader's own grade. Nothing of it is kept."""

import random
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget, QWidget

from app.core.base.labels import ENGLISH, Labels
from app.core.base.text import ended
from app.core.teaching.quiz import GRADES, Card, Grade, Round, begin_round
from app.ui.look.direction import lean
from app.ui.look.theme import Look
from app.ui.teaching.self_test_pages import EDGE, CardPage, ResultPage, StartPage
from app.ui.text.announcements import announce
from app.ui.text.selection import UNKNOWN, Origin
from app.ui.text.surface import TextSurface
from app.ui.widgets.cover import Cover, turn_to
from app.ui.widgets.keys import do_by_place, meant
from app.ui.widgets.tick_box import TickBox

COLUMN, TOP = 640, 32


class Left(NamedTuple):
    """A test that the reader has left for a page of the article: at a card, or at the result."""

    round: Round
    is_result: bool


class SelfTest(Cover):
    """Covers its parent with one card after another; `round` says which one, and whether its answer is shown.

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
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.round = Round()
        self.setAccessibleName(self.tr("Self-test"))
        self._pages = QStackedWidget(self)
        self._pages.setObjectName("background")
        self.start_page = StartPage(cards, look, labels)
        self.card_page = CardPage(look, direction, origin)
        self.result_page = ResultPage(look, labels)
        for page in (self.start_page, self.card_page, self.result_page):
            self._pages.addWidget(page)
        self.start_page.started.connect(self.begin_test)
        self.start_page.export_wanted.connect(self.export_wanted)
        self.start_page.closed.connect(self.left)
        self.card_page.answer_wanted.connect(self.reveal)
        self.card_page.graded.connect(self.grade)
        self.card_page.undo_wanted.connect(self.take_back)
        self.card_page.end_wanted.connect(self.end)
        self.card_page.place_chosen.connect(self.place_chosen)
        self.result_page.back.connect(self.go_back)
        self.result_page.again.connect(self._show_start)
        self.result_page.closed.connect(self.left)
        self.result_page.place_chosen.connect(self.place_chosen)
        self.apply_look(look)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size; what is ticked, asked and shown stays."""
        self._look = look
        self.start_page.apply_look(look)
        self.card_page.apply_look(look, self.round.card if self.round.is_revealed else None)
        self.result_page.apply_look(look)
        self.place()

    # --- from page to page ---

    def begin(self, left: Left | None = None) -> None:
        """Lie on top, ready to start, or where the reader left it to see a card's own page."""
        lean(self)
        self.show()
        self.raise_()
        if left is None:
            self._show_start()
        elif left.is_result:
            self.round = left.round
            self._show_result()
        else:
            self.ask(left.round)

    def leave(self) -> Left:
        """Return where the reader is, to come back there."""
        return Left(self.round, is_result=self._pages.currentWidget() is self.result_page)

    def _show_start(self) -> None:
        self.start_page.update_buttons()
        first = self.start_page.first()
        turn_to(self._pages, self.start_page, first)
        self.place()  # the buttons may need other room now

    def show_message(self, message: str) -> None:
        """Say what was done, or could not be."""
        self.start_page.message.setText(message)
        self.start_page.message.show()
        announce(self, message)

    def begin_test(self) -> None:
        """Ask the first of the ticked cards."""
        seed = random.getrandbits(32) if self.start_page.shuffle.isChecked() else None
        self.ask(begin_round(self.start_page.wanted(), seed=seed, most=self.start_page.most()))

    def ask(self, asked: Round) -> None:
        """Ask the card of a round, or show the result of one that is over."""
        self.round = asked
        if asked.card is None:
            self._show_result()
            return
        page = self.card_page
        page.show_question(asked.card, asked)
        turn_to(self._pages, page, page.show_button)  # before what had the focus is hidden
        page.hide_answer()
        words = f"{ended(page.where.text())} {asked.card.question}"
        if asked.is_revealed:
            page.show_answer(asked.card)
            words = f"{words} {asked.card.spoken}"
        announce(self, words)

    def _show_result(self) -> None:
        words = self.result_page.show_result(self.round)
        self.place()  # there are buttons now
        turn_to(self._pages, self.result_page, self.result_page.close_button)
        announce(self, words)

    def reveal(self) -> None:
        """Show the answer, with its notes."""
        before, self.round = self.round, self.round.revealed()
        if self.round.card is not None and self.round is not before:
            self.card_page.show_answer(self.round.card)
            announce(self, self.round.card.spoken)

    def grade(self, grade: Grade) -> None:
        """Take the reader's grade of an answer that is shown, and ask the next card."""
        after = self.round.after(grade)
        if after is not self.round:
            self.ask(after)

    def take_back(self) -> None:
        """Show the card that was graded last, with its answer, as if it had no grade yet."""
        if self.round.graded:
            self.ask(self.round.undone())

    def end(self) -> None:
        """Show what the round has come to so far, where an answer was graded; else leave, also from there."""
        if self._pages.currentWidget() is self.card_page and self.round.graded:
            self._show_result()
        else:
            self.left.emit()

    def go_back(self) -> None:
        """Go on with a round that was ended early; take the last grade of one that is over back."""
        if self.round.card is None:
            self.take_back()
        else:
            self.ask(self.round)

    # --- the whole ---

    def place(self) -> None:
        """Put the column in the middle."""
        super().place()
        width = min(self._look.control(COLUMN), self.width() - 2 * EDGE)
        top = min(self._look.control(TOP), self.height() // 12)
        self.start_page.fit(width, self.height(), self._look)
        self.card_page.fit(width, self.height(), self._look)
        self.result_page.fit(width, self.height(), self._look)
        self._pages.setGeometry(QRect((self.width() - width) // 2, top, width, self.height() - top))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint an empty ground: the page behind is not to be seen."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("background"))
        painter.end()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes to on the page that is shown, in order."""
        page = self._pages.currentWidget()
        kinds = (QPushButton, QComboBox, TickBox, TextSurface)
        found = [part for part in page.findChildren(QWidget) if isinstance(part, kinds)] if page is not None else []
        return [part for part in found if part.isVisibleTo(self) and part.isEnabled()]

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - called by Qt
        """Stay among the test's own controls."""
        stops = self.stops()
        now = next((number for number, stop in enumerate(stops) if stop.hasFocus()), -1 if forward else 0)
        if stops:
            stop = stops[(now + (1 if forward else -1)) % len(stops)]
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _undo_by_key(self) -> None:
        if self._pages.currentWidget() is self.card_page:
            self.take_back()
        elif self._pages.currentWidget() is self.result_page:
            self.go_back()

    def _press(self, focus: QWidget | None) -> None:
        """Press the button with the focus; from the choices of the first page, begin."""
        if isinstance(focus, QPushButton):
            focus.click()
        elif self._pages.currentWidget() is self.start_page:
            self.start_page.start.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Space reveals, 1 to 3 grade, Backspace takes a grade back, Enter presses a button, arrows scroll the answer, Esc ends."""
        key, grade = event.key(), meant(event, "123")
        is_asking = self._pages.currentWidget() is self.card_page
        focus = self.focusWidget()
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key == Qt.Key.Key_Backspace or event.matches(QKeySequence.StandardKey.Undo):
            self._undo_by_key()
        elif is_asking and key == Qt.Key.Key_Space and not self.round.is_revealed:
            self.reveal()
        elif is_asking and grade:
            self.grade(GRADES[int(grade) - 1])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press(focus)
        elif is_asking and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.card_page.scroll_answer(down=key == Qt.Key.Key_Down)
        else:
            do_by_place(event)
        event.accept()  # nothing goes on to the window behind
