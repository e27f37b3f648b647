"""The questions and answers: any number of them open, none of them lost when closed."""

from collections.abc import Iterable, Mapping
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from app.core.pages.blocks import Blocks
from app.ui.look.icons import Icons
from app.ui.look.theme import RING_ROOM, Look, reading_column
from app.ui.reading.answer_tools import AnswerTools
from app.ui.reading.embedded_page import EmbeddedPage
from app.ui.reading.page import FROM_THE_TOP, ROOM_ABOVE, TOP_INSET, PageState, within
from app.ui.reading.question import INDENT, ROW, Question
from app.ui.text.announcements import announce
from app.ui.text.marks import Finder
from app.ui.text.position import Top, set_share, share_of
from app.ui.text.selection import UNKNOWN
from app.ui.widgets.headings import HeadingLabel, HeadingRow, fitting
from app.ui.widgets.side_column_layout import SideColumnLayout


class Accordion(QScrollArea):
    """The page of questions.

    Signals: `link_chosen(place)`, `figure_chosen(place)`, `copy_wanted(place)`, `link_wanted(place)`, `opened_or_closed()` when the reader changes
    what is open, `marks_changed()` when an answer was filled again and has other marks. `questions` are given by place, the answers by
    `show_answers`; it is filled when it is first shown. `origin` says where copied words come from.
    """

    link_chosen = Signal(str)
    figure_chosen = Signal(str)
    copy_wanted = Signal(str)
    link_wanted = Signal(str)
    opened_or_closed = Signal()
    marks_changed = Signal()

    def __init__(
        self,
        title: str,
        questions: Mapping[str, str],
        meanings: Mapping[str, str],
        look: Look,
        icons: Icons,
        direction: Qt.LayoutDirection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._texts, self._meanings = title, questions, meanings
        self._look, self._icons, self._direction = look, icons, direction
        self._questions: dict[str, Question] = {}
        self._answers: dict[str, EmbeddedPage] = {}
        self._holders: dict[str, QWidget] = {}
        self._tools: dict[str, AnswerTools] = {}
        self.origin = UNKNOWN
        self._indents: list[tuple[QHBoxLayout, QSpacerItem]] = []
        self._waiting: frozenset[str] = frozenset()
        self._before_marks: frozenset[str] | None = None
        self._caret, self._is_at_note = "", False
        self.side_column_layout = SideColumnLayout(self, direction)
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # --- making ---

    def fill(self) -> None:
        """Make the questions and answers, once."""
        if self._questions:
            return
        self._body = body = QWidget()
        body.setObjectName("background")
        body.setLayoutDirection(self._direction)
        self._column = QVBoxLayout(body)
        self._column.setSpacing(0)
        self._head = self._make_head()
        self._column.addLayout(self._head)
        for place, text in self._texts.items():
            self._add(place, text)
        self._column.addStretch(1)
        self.setWidget(body)
        self._set_column()
        self.set_open(self._waiting)

    def _make_head(self) -> QGridLayout:
        self._label = HeadingLabel(self._title)
        self._label.setWordWrap(True)
        self._expand = QPushButton(self.tr("Expand all"))
        self._collapse = QPushButton(self.tr("Collapse all"))
        self._expand.clicked.connect(self.expand_all)
        self._collapse.clicked.connect(self.collapse_all)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self._expand)
        self._buttons.addWidget(self._collapse)
        head = QGridLayout()
        head.setContentsMargins(0, 0, 0, 16)
        head.addWidget(self._label, 0, 0)
        head.setColumnStretch(0, 1)
        self._label.setFont(self._look.font(28, 600))
        return head

    def show_answers(self, answers: Mapping[str, Blocks], state: PageState = FROM_THE_TOP) -> None:
        """Show these answers under their questions, open or closed as they are, from the top and without marks, or as the reader had them."""
        self.fill()
        for place, blocks in answers.items():
            self._answers[place].show_blocks(blocks, state.answers.get(place, FROM_THE_TOP))
        self.scroll_to_top(state.top)

    def state(self) -> PageState:
        """Return how the reader has the answers, to be given back when they are filled again."""
        return PageState(self.top(), answers={place: answer.state() for place, answer in self._answers.items()})

    def _add(self, place: str, text: str) -> None:
        question = Question(place, text, self._look, self._icons)
        question.clicked.connect(self._toggle_sender)
        answer = EmbeddedPage(text, self._look, self._direction, self._meanings)
        answer.link_chosen.connect(self.link_chosen)
        answer.figure_chosen.connect(self.figure_chosen)
        answer.marks_changed.connect(self.marks_changed)
        answer.origin = self.origin
        tools = AnswerTools(place, self._icons)
        tools.copy_wanted.connect(self.copy_wanted)
        tools.link_wanted.connect(self.link_wanted)
        holder = QWidget()  # hidden with the answer, so that its margins go too
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, self._look.text(12))
        indent = QSpacerItem(self._look.text(INDENT) - RING_ROOM, 0)
        inner.addSpacerItem(indent)
        self._indents.append((inner, indent))
        under = QVBoxLayout()
        under.setSpacing(max(0, self._look.text(12) - RING_ROOM))
        under.addWidget(answer)
        under.addWidget(tools)
        inner.addLayout(under)
        holder.hide()
        self._questions[place], self._answers[place], self._holders[place], self._tools[place] = question, answer, holder, tools
        row = HeadingRow(text, 2)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(question)
        self._column.addWidget(row)
        self._column.addWidget(holder)

    def apply_look(self, look: Look, icons: Icons, *, is_shown: bool = True) -> None:
        """Paint in another theme or size; marks and what was at the top stay.

        Where they are not shown, the answers only take the look: they are set again before they are shown.
        """
        top = self.top() if is_shown else None
        self._look, self._icons = look, icons
        for question in self._questions.values():
            question.apply_look(look, icons)
        for answer in self._answers.values():
            answer.apply_look(look, is_shown=is_shown)
        for tools in self._tools.values():
            tools.apply_icons(icons)
        self._set_column()
        if is_shown:
            self.scroll_to_top(top)

    def _set_column(self) -> None:
        if not self._questions:
            return
        look, width = self._look, self.viewport().width()
        inset, rest = reading_column(look, width)
        self._column.setContentsMargins(inset, look.text(TOP_INSET), rest, look.text(TOP_INSET))
        if self._direction == Qt.LayoutDirection.RightToLeft:
            self._column.setContentsMargins(rest, look.text(TOP_INSET), inset, look.text(TOP_INSET))
        room = width - inset - rest
        self._label.setFont(fitting(look.font(28, 600), self._title, room))
        for button in (self._expand, self._collapse):
            button.ensurePolished()  # else one that was never shown is measured without the style sheet's font
        both = self._expand.sizeHint().width() + self._collapse.sizeHint().width() + self._buttons.spacing()
        beside = self._label.fontMetrics().horizontalAdvance(self._title) + both + 16 <= room
        self._buttons.setDirection(QHBoxLayout.Direction.TopToBottom if both > room else QHBoxLayout.Direction.LeftToRight)
        self._head.removeItem(self._buttons)
        self._buttons.setParent(None)
        self._head.addLayout(self._buttons, 0 if beside else 1, 1 if beside else 0, Qt.AlignmentFlag.AlignLeading)
        for inner, indent in self._indents:
            indent.changeSize(max(0, min(look.text(INDENT), width // 8) - RING_ROOM), 0)  # large text needs the room itself
            inner.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the column to the new width; what stands at the top stays there."""
        top = self.top()
        self.side_column_layout.place()
        super().resizeEvent(event)
        self._set_column()
        self.scroll_to_top(top)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - called by Qt
        """Measure the buttons again when the style sheet has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_column()

    # --- what is open ---

    def open_answers(self) -> frozenset[str]:
        """Return the places of the answers that the reader has open; answers that find has opened for a while do not count."""
        if self._before_marks is not None:
            return self._before_marks
        return self._shown() if self._questions else self._waiting

    def _shown(self) -> frozenset[str]:
        return frozenset(place for place, question in self._questions.items() if question.is_open)

    def set_open(self, places: Iterable[str]) -> None:
        """Open exactly these answers; places that are no questions are passed over."""
        wanted = frozenset(places)
        if not self._questions:
            self._waiting = wanted
        for place, question in self._questions.items():
            if question.is_open != (place in wanted):
                question.set_open(is_open=place in wanted)
                self._holders[place].setVisible(place in wanted)

    def _toggle_sender(self) -> None:
        question = self.sender()
        if isinstance(question, Question):
            self.toggle(question.place)
            announce(question, self.tr("Expanded") if question.is_open else self.tr("Collapsed"))

    def toggle(self, place: str) -> None:
        """Open a closed answer, close an open one."""
        self._before_marks = None  # what find has opened stays as it is from now on: the reader takes over
        self.set_open(self._shown() ^ {place})
        self.opened_or_closed.emit()

    def expand_all(self) -> None:
        """Open every answer."""
        self._before_marks = None
        self.set_open(self._questions)
        self.opened_or_closed.emit()

    def collapse_all(self) -> None:
        """Close every answer."""
        self._before_marks = None
        self.set_open(())
        self.opened_or_closed.emit()

    def expand_or_collapse_all(self) -> None:
        """Open every answer, or close them when all are open."""
        if len(self._shown()) == len(self._questions):
            self.collapse_all()
        else:
            self.expand_all()

    # --- where the reader is ---

    def scroll_share(self) -> float:
        """Return which share of the page is above what is seen."""
        return share_of(self.verticalScrollBar())

    def scroll_to_share(self, share: float) -> None:
        """Scroll so that a share of the page is above what is seen; 1 scrolls to its end."""
        set_share(self.verticalScrollBar(), share)

    def go_to_edge(self, edge: Literal["start", "end"]) -> None:
        """Go to the first or the last question, with the focus where it was in here, and to the page's beginning or end."""
        focus = QApplication.focusWidget()
        if self._questions and focus is not None and self.isAncestorOf(focus):
            [*self._questions.values()][0 if edge == "start" else -1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.scroll_to_share(0.0 if edge == "start" else 1.0)

    def top(self) -> Top | None:
        """Return what stands at the top, to be brought there again in another width; None at the very top."""
        scrolled = self.verticalScrollBar().value()
        passed = [place for place, question in self._questions.items() if self._top_of(question) <= scrolled]
        if not scrolled or not passed:
            return None
        return ((passed[-1], 1),), (scrolled - self._top_of(self._questions[passed[-1]])) / self._height_of(passed[-1])

    def scroll_to_top(self, top: Top | None) -> None:
        """Bring what stood at the top there again."""
        if not self._questions:
            return
        self._settle()
        value = 0
        if top is not None:
            ((place, _), *_), share = top
            value = self._top_of(self._questions[place]) + round(share * self._height_of(place))
        self.verticalScrollBar().setValue(value)

    def _height_of(self, place: str) -> int:
        question, holder = self._questions[place], self._holders[place]
        return question.height() + (0 if holder.isHidden() else holder.height())

    def scroll_to(self, place: str) -> None:
        """Open an answer, bring its question to the top and give it the focus; any other place is the top of the page."""
        question = self._questions.get(place)
        if question is None:
            self.verticalScrollBar().setValue(0)
            return
        self.set_open(self._shown() | {place})
        self._caret, self._is_at_note = place, False
        self._settle()
        self.verticalScrollBar().setValue(self._top_of(question) - self._look.text(ROOM_ABOVE))
        question.setFocus(Qt.FocusReason.OtherFocusReason)

    def scroll_to_note(self, place: str, name: str) -> None:
        """Open an answer with one of its notes brought out, and bring both to the screen where there is room for both."""
        self.fill()
        self._answers[place].bring_note_out(place, name)
        self.scroll_to(place)
        top, bottom = self._answers[place].note_reach()
        above = self._holders[place].y() + self._answers[place].y()
        bar, room = self.verticalScrollBar(), self._look.text(ROOM_ABOVE)
        bar.setValue(within(bar.value(), above + top - room, above + bottom + room - self.viewport().height()))
        self._is_at_note = True
        self.focus_first()

    def _settle(self) -> None:
        """Lay out now what was opened or closed, so that places can be measured."""
        body, column = self._body, self._column
        for _ in range(2):  # answers have their height only when they have their width
            for inner, _indent in self._indents:
                inner.activate()
            column.activate()
            body.resize(body.width(), max(self.viewport().height(), column.totalHeightForWidth(body.width())))
            column.setGeometry(body.rect())

    def _top_of(self, question: Question) -> int:
        return question.mapTo(self._body, QPoint()).y()

    def focus_first(self) -> None:
        """Give the focus to the question that was last chosen, or to its answer where the caret is in a note of it, or to the first question."""
        part: QWidget | None = self._questions.get(self._caret) or next(iter(self._questions.values()), None)
        if self._is_at_note and not self._holders[self._caret].isHidden():
            part = self._answers[self._caret]
        if part is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def question(self, place: str) -> QWidget | None:
        """Return what is pressed to open an answer; None for any other place."""
        return self._questions.get(place)

    def place_in_focus(self) -> str:
        """Return the question that has the focus, itself or with what belongs to it; empty when none has."""
        focus = QApplication.focusWidget()
        for place, question in self._questions.items():
            if focus is not None and (focus in {question, self._answers[place]} or self._tools[place].isAncestorOf(focus)):
                return place
        return ""

    # --- marks ---

    def mark(self, finder: Finder, *, everywhere: bool = False) -> int:
        """Mark what the finder finds in questions and answers and return how many marks there are; answers with marks are opened.

        With `everywhere`, notes that are folded away are brought out too.
        """
        self.fill()
        if self._before_marks is None:
            self._before_marks = self._shown()
        with_marks = set()
        for place, question in self._questions.items():
            question.mark(finder(question.question))
            if self._answers[place].mark(finder, everywhere=everywhere):
                with_marks.add(place)
        self.set_open(self._before_marks | with_marks)
        return self.mark_count

    def _marks(self) -> list[tuple[str, int]]:
        """Return the marks in order: the place of each, and its number in the answer, or below 0 in the question."""
        marks = []
        for place, question in self._questions.items():
            marks += [(place, -1 - number) for number in range(len(question.spans))]
            marks += [(place, number) for number in range(self._answers[place].mark_count)]
        return marks

    @property
    def mark_count(self) -> int:
        """How many marks there are."""
        return len(self._marks())

    @property
    def current_mark(self) -> int:
        """Which mark is the current one, from 0; -1 before the first."""
        return next((number for number, (place, part) in enumerate(self._marks()) if self._is_current(place, part)), -1)

    def _is_current(self, place: str, part: int) -> bool:
        question = self._questions[place]
        return self._answers[place].current_mark == part if part >= 0 else question.current == question.spans[-1 - part]

    def unmark(self) -> None:
        """Take the marks away and open and close the answers as they were before; what the reader is at stays where it is in sight."""
        in_answer = bool(self._questions) and self.current_mark >= 0 and self._answers[self._caret].current_mark >= 0
        bar = self.verticalScrollBar()
        seen_at = self._caret_top(in_answer=in_answer) - bar.value()
        for place, question in self._questions.items():
            question.mark(())
            self._answers[place].unmark()
        if self._before_marks is not None:
            self.set_open(self._before_marks)
            self._before_marks = None
        if 0 <= seen_at < self.viewport().height():
            self._settle()
            bar.setValue(self._caret_top(in_answer=in_answer and not self._holders[self._caret].isHidden()) - seen_at)

    def _caret_top(self, *, in_answer: bool) -> int:
        """Return how far below the top the reader is, in pixels: in the answer, or at the question; below 0 where at neither."""
        if self._caret not in self._questions:
            return -1
        answer = self._answers[self._caret]
        return self._holders[self._caret].y() + answer.y() + answer.caret_top() if in_answer else self._top_of(self._questions[self._caret])

    def keep_found(self) -> None:
        """Count the answer with the current mark, and the notes with it, among those that the reader has opened."""
        number = self.current_mark
        if number >= 0:
            place, part = self._marks()[number]
            if part >= 0:
                self.keep_open(place)
                self._answers[place].keep_found()

    def keep_open(self, place: str) -> None:
        """Count an answer among those that the reader has opened."""
        if self._before_marks is not None:
            self._before_marks |= {place}

    def keep_shown(self) -> None:
        """Count every answer that is open now among those that the reader has opened."""
        self._before_marks = None

    def first_mark(self) -> int:
        """Return the first mark in or after the answer that the reader is at."""
        order = list(self._questions)
        start = order.index(self._caret) if self._caret in order else 0
        return next((number for number, (place, _) in enumerate(self._marks()) if order.index(place) >= start), 0)

    def go_to_mark(self, number: int) -> None:
        """Make one mark the current one and bring it into sight."""
        current_place, current_part = self._marks()[number]
        for place, question in self._questions.items():
            spans = question.spans
            here = place == current_place
            question.mark(spans, spans[-1 - current_part] if here and current_part < 0 else None)
            self._answers[place].go_to_mark(current_part if here and current_part >= 0 else -1)
        self._caret, self._is_at_note = current_place, False
        self._settle()
        question, answer, holder = self._questions[current_place], self._answers[current_place], self._holders[current_place]
        top = self._top_of(question) if current_part < 0 else holder.y() + answer.y() + answer.mark_top(current_part)
        self.ensureVisible(0, top, 0, self._look.text(ROW) * 2)
