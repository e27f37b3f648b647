"""The line over the page while somebody writes: when the file was read, how many problems it has, and that it is followed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.core.base.labels import Labels
from app.ui.look.direction import set_words
from app.ui.look.theme import Look
from app.ui.text.announcements import announce
from app.ui.writing.following import Report

EDGE = 24
"""Pixels at 100 % at either end of the line."""


class WritingStatus(QWidget):
    """Says how it stands with the file. Signals: `panel_wanted(shown)`, `copy_wanted()`, `stop_wanted()`."""

    panel_wanted = Signal(bool)
    copy_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, labels: Labels, look: Look) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._labels = labels
        self._said = ""
        self._lead, self._rest = QLabel(), QLabel()
        self._rest.setObjectName("quiet")
        self._rest.setWordWrap(True)
        self.panel_button = QPushButton(self.tr("Problems"))
        self.panel_button.setCheckable(True)
        self.panel_button.setChecked(True)
        self.copy_button = QPushButton(self.tr("Copy the list"))
        self.stop_button = QPushButton(self.tr("Stop watching"))
        self.panel_button.toggled.connect(self.panel_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)
        self._words = QHBoxLayout()
        self._words.addWidget(self._lead)
        self._words.addWidget(self._rest, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for button in (self.panel_button, self.copy_button, self.stop_button):
            self._buttons.addWidget(button)
        self._whole = QHBoxLayout(self)
        self._whole.addLayout(self._words, 1)
        self._whole.addLayout(self._buttons)
        self.arrange(look, narrow=False, wide=True)

    def arrange(self, look: Look, *, narrow: bool, wide: bool) -> None:
        """Fit theme, size and width: two lines where the window is narrow, and only what is needed where it is not wide."""
        self._lead.setFont(look.control_font(14, 600))
        self._rest.setFont(look.control_font(14))
        direction = QVBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight
        self._whole.setDirection(direction)
        self._words.setDirection(direction)
        self._whole.setContentsMargins(look.control(EDGE), look.control(6), look.control(EDGE), look.control(6))
        self._rest.setVisible(wide)
        self._edge = look.control(EDGE)
        self._fit()
        self._lead.setWordWrap(narrow)

    def _fit(self) -> None:
        """Do without the copy where there is no room for three buttons: in the narrowest windows, in which nobody writes an article."""
        buttons = (self.panel_button, self.copy_button, self.stop_button)
        needed = sum(button.sizeHint().width() + self._buttons.spacing() for button in buttons)
        self.copy_button.setVisible(self.width() - 2 * self._edge >= needed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()

    def show_report(self, report: Report) -> None:
        """Say how it stands with the file now; by ear, too, when that is something new."""
        lead = self._lead_of(report)
        set_words(self._lead, lead)
        set_words(self._rest, self.tr("Watching {file}: the page changes each time you save it").format(file=report.path.name))
        self.copy_button.setEnabled(bool(report.problems or report.suggested))
        if lead != self._said:
            self._said = lead
            announce(self, lead)

    def _lead_of(self, report: Report) -> str:
        problems = self._labels.problems(len(report.problems)) if report.problems else self.tr("no problems")
        if report.is_gone:
            return self.tr("Waiting for the file")
        if report.is_good:
            return self.tr("Reloaded {time}, {problems}").format(time=report.read, problems=problems)
        if report.of:
            return self.tr("Shown as it was at {time}, {problems}").format(time=report.of, problems=problems)
        return self.tr("Cannot be shown yet, {problems}").format(problems=problems)
