"""The panel beside the page while somebody writes: problems of the file, and apart from them suggestions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.core.base.labels import Labels
from app.core.drafts.lines import Message
from app.ui.look.direction import set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import LEAST_TARGET, Look
from app.ui.text.announcements import announce
from app.ui.widgets.headings import HeadingLabel
from app.ui.writing.following import Report
from app.ui.writing.message_list import MessageList

WIDTH = 368
"""Width at 100 % where the panel stands beside the page."""

LOW_BELOW = 560
"""Height of a window at 100 % in which there is room for one list at a time, where the panel stands over the page."""

LEAST_LIST = 20
"""Height of a list at 100 % in which a line can be read still; the rest of it is scrolled."""

SHARE = 0.4
"""Share of the window's height that the panel takes at most where it stands over the page."""


class WritingPanel(QWidget):
    """Lists what is told of a file. Signals: `place_wanted(told)` when the page shall show where something stands."""

    place_wanted = Signal(object)

    def __init__(self, labels: Labels, look: Look, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("writing")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Problems and suggestions"))
        self._labels, self._look = labels, look
        self._head = HeadingLabel(level=2)
        self._hint = QLabel(self.tr("Enter goes to the place on the page."))
        self._hint.setObjectName("quiet")
        self._hint.setWordWrap(True)
        self.problems = MessageList(self.tr("Problems"), look, icons, has_frames=True)
        self.suggestions = MessageList(self.tr("Suggestions"), look, icons, has_frames=False)
        self.up, self.down, self.fold = QToolButton(), QToolButton(), QToolButton()
        for button, name in ((self.up, self.tr("Previous problem (Shift+F8)")), (self.down, self.tr("Next problem (F8)"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fold.setObjectName("fold")
        self.fold.clicked.connect(self._fold)
        self._is_unfolded, self._is_low = False, False
        self.up.clicked.connect(self.previous_problem)
        self.down.clicked.connect(self.next_problem)
        self.problems.chosen.connect(self.place_wanted)
        self.suggestions.chosen.connect(self.place_wanted)
        self._report: Report | None = None
        self._lay_out()
        self.apply_look(look, icons)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        self._column = column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self.problems, 3)
        column.addWidget(self.fold)
        column.addWidget(self.suggestions, 2)
        column.addStretch(0)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._look, self._icons = look, icons
        self._head.setFont(look.font(17, QFont.Weight.Bold))
        self._hint.setFont(look.font(13))
        self.fold.setFont(look.font(15, QFont.Weight.Bold))
        for button, name in ((self.up, "chevron-up"), (self.down, "chevron-down")):
            button.setIcon(icons.icon(name))
            button.setIconSize(icons.size())
        for listed in (self.problems, self.suggestions):
            listed.apply_look(look, icons)
            listed.setMinimumHeight(max(LEAST_TARGET, look.control(LEAST_LIST)))
        self._column.setContentsMargins(look.text(16), look.text(12), look.text(16), look.text(12))
        self._show_fold()

    def arrange(self, *, beside: bool, height: int) -> None:
        """Stand beside the page, or over it in a part of a window that is so high (pixels)."""
        if beside:
            self.setFixedWidth(self._look.text(WIDTH))
            self.setMaximumHeight(16_777_215)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self.setMaximumHeight(max(self.minimumSizeHint().height(), round(height * SHARE)))
        self._hint.setVisible(beside)
        self._is_low = not beside and height < self._look.control(LOW_BELOW)
        self._head.setFont(self._look.control_font(15, 700) if self._is_low else self._look.font(17, QFont.Weight.Bold))  # the list needs the room
        above = self._look.text(1 if self._is_low else 12)
        self._column.setContentsMargins(self._look.text(16), above, self._look.text(16), above)
        self._show_fold()

    def show_report(self, report: Report) -> None:
        """Show what is told of the file now."""
        self._report = report
        self._head.setText(self._labels.problems(len(report.problems)) if report.problems else self.tr("No problems"))
        self.problems.show_messages(report.problems)
        self.suggestions.show_messages(report.suggested)
        self._show_fold()

    @property
    def has_rows(self) -> bool:
        """Whether anything is told."""
        return self._report is not None and bool(self._report.problems or self._report.suggested)

    def unfold(self, *, is_unfolded: bool) -> None:
        """Show the suggestions, or only how many there are."""
        self._is_unfolded = is_unfolded
        self._show_fold()

    def _fold(self) -> None:
        self.unfold(is_unfolded=not self._is_unfolded)
        announce(self, self.tr("Expanded") if self._is_unfolded else self.tr("Collapsed"))

    def _show_fold(self) -> None:
        problems, suggested = (self._report.problems, self._report.suggested) if self._report is not None else ((), ())
        is_alone = self._is_low and not problems  # then they are what the panel was opened for
        is_open = self._is_unfolded or is_alone
        for part in (self._head, self.up, self.down):
            part.setVisible(bool(problems) or (part is self._head and not self._is_low))
        self.problems.setVisible(bool(problems) and not (self._is_low and is_open and suggested))
        self.fold.setVisible(bool(suggested) and not is_alone)
        set_words(self.fold, self._labels.suggestions(len(suggested)))
        self.fold.setIcon(self._icons.icon("chevron-down" if is_open else "chevron-right"))
        self.suggestions.setVisible(is_open and bool(suggested))

    def next_problem(self) -> None:
        """Go to the next problem, and say it."""
        self.step(1)

    def previous_problem(self) -> None:
        """Go to the problem before this one, and say it."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Go to the next problem, or with -1 to the one before, and say it."""
        if self._is_low and self._is_unfolded:
            self.unfold(is_unfolded=False)
        told = self.problems.step(by)
        if told is None:
            announce(self, self.tr("No problems"))
            return
        count = self.tr("Problem {number} of {count}").format(number=self.problems.currentRow() + 1, count=self.problems.count())
        announce(self, f"{count}. {self.problems.words_of(told)}")
        self.place_wanted.emit(told)

    def as_text(self) -> str:
        """Return the list as it is copied: one line for each problem and suggestion."""
        report = self._report
        if report is None:
            return ""
        told: tuple[Message, ...] = (*report.problems, *report.suggested)
        return "\n".join((str(report.path), *map(self.problems.words_of, told)))
