"""The line under every page that tells how far reading the articles for search is."""

import math
import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.core.base.labels import ENGLISH, Labels
from app.ui.look.direction import set_words
from app.ui.look.theme import COLUMN, Look, reading_column
from app.ui.text.announcements import announce

SHOWN_AFTER = 1.0
"""Seconds that the work may take without a word."""

LEFT_AFTER = 5.0
"""Seconds after which the time left can be told at all."""

DONE_FOR = 5000
"""Milliseconds for which it is told that all is done."""

EDGE, NARROW = 12, 700
"""Height of the edges and width under which the time left and the remark drop out, in pixels at 100 %."""

ROUNDED = ((20, 5), (90, 10))
"""Up to so many seconds are rounded up to a multiple of so many; more of them to whole minutes."""


class IndexingBar(QWidget):
    """Hidden unless there is something to tell. Signals: `cancel_wanted()`, and `go_on_wanted()` after a cancel."""

    cancel_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, look: Look, labels: Labels = ENGLISH) -> None:
        super().__init__()
        self.setObjectName("findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._labels = look, labels
        self._begun = 0.0
        self._done = self._total = self._quarter = 0
        self._is_running = self._is_cancelled = self._is_low = False
        self._words, self._left, self._remark = QLabel(), QLabel(), QLabel()
        self._left.setObjectName("quiet")
        self._remark.setObjectName("quiet")
        self._remark.setWordWrap(True)
        self._words.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Articles that can be searched"))
        self.button = QPushButton()
        self.button.setObjectName("wide")
        self.button.clicked.connect(self._press)
        self._has_bar = False
        self._gone = QTimer(self, interval=DONE_FOR, singleShot=True)
        self._gone.timeout.connect(self._leave)
        self._grid = QGridLayout(self)
        self.setMinimumWidth(1)
        self.hide()

    # --- what is told ---

    def show_progress(self, done: int, total: int) -> None:
        """Tell that so many of all articles are read; the first call begins, the one with all of them ends."""
        now = time.monotonic()
        if not self._is_running:
            self._begun, self._quarter, self._is_running, self._is_cancelled = now, 0, True, False
            self._gone.stop()
            self.hide()
        self._done, self._total = done, total
        if done >= total:
            self._finish()
            return
        if now - self._begun < SHOWN_AFTER:
            return
        is_new = not self.isVisible()
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(done)
        self._tell(self.tr("Preparing the articles for search"), self._count())
        set_words(self._left, self._time_left(now - self._begun))
        set_words(self._remark, self.tr("You can go on reading. If you cancel, what is prepared so far is kept."))
        self._offer(self.tr("Cancel"))
        self._show(with_bar=True)
        quarter = 4 * done // max(1, total)
        if is_new or quarter > self._quarter:
            self._quarter = quarter
            announce(self, f"{self.tr('Preparing the articles for search')}: {self._count()}")

    def _count(self) -> str:
        return self.tr("{done} of {total}").format(done=f"{self._done:,}", total=f"{self._total:,}")

    def _searchable(self, count: int) -> str:
        return self._labels.searchable.form(count).format(count=f"{count:,}")

    def _finish(self) -> None:
        was_told, self._is_running = self.isVisible(), False
        if not was_told:  # so quick that nobody waited
            return
        self._end(self._searchable(self._total))
        self._gone.start()

    def show_stopped(self) -> None:
        """Tell that the reader has cancelled: what is read so far can be searched, and it can go on."""
        self._is_running, self._is_cancelled = False, True
        self._end(self.tr("Stopped. {searchable}").format(searchable=self._searchable(self._done)), self.tr("Go on"))

    def show_trouble(self, words: str) -> None:
        """Tell in one line why the articles could not be read for search, or that it had to begin anew."""
        self._is_running = False
        self._end(words, self.tr("Close"))

    def _end(self, words: str, button: str = "") -> None:
        self._tell(words, "")
        for label in (self._left, self._remark):
            label.setText("")
        self._offer(button)
        self._show(with_bar=False)
        announce(self, words)

    def _tell(self, strong: str, rest: str) -> None:
        set_words(self._words, f"{strong} · {rest}" if rest else strong)

    def _offer(self, words: str) -> None:
        if not words and self.button.hasFocus():
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's signature; the button goes
        self.button.setText(words)

    def _time_left(self, taken: float) -> str:
        """Return how long it may go on, in words and rounded up; nothing before that can be known."""
        if taken < LEFT_AFTER or not self._done:
            return ""
        seconds = taken * (self._total - self._done) / self._done
        for most, step in ROUNDED:
            if seconds <= most:
                return self.tr("about {count} seconds left").format(count=step * max(1, math.ceil(seconds / step)))
        return self.tr("about {count} minutes left").format(count=math.ceil(seconds / 60))

    def _press(self) -> None:
        if self._is_running:
            self.cancel_wanted.emit()
        elif self._is_cancelled:
            self._leave()
            self.go_on_wanted.emit()
        else:
            self._leave()

    def _leave(self) -> None:
        self._offer("")
        self.hide()

    # --- where it stands ---

    def _show(self, *, with_bar: bool) -> None:
        self._has_bar = with_bar
        self.show()
        self._place()

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self._place()

    def arrange(self, *, low: bool) -> None:
        """Fit a window that is low, or not: there the count is told in words alone."""
        self._is_low = low
        self._place()

    def _place(self) -> None:
        """Stand over the reading column; in a narrow window count and button in one line, the bar below, and no more."""
        look, px = self._look, self._look.control
        inset, _ = reading_column(look, self.width())
        narrow = self.width() < look.control(NARROW)
        for label in (self._words, self._left, self._remark):
            label.setFont(look.control_font(14 if label is self._words else 13, 600 if label is self._words else 400))
        while self._grid.count():
            self._grid.takeAt(0)
        edge = 0 if self._is_low else px(EDGE)
        self._grid.setContentsMargins(inset, edge, inset, edge)
        self._grid.setVerticalSpacing(0 if self._is_low else px(8))
        self.bar.setVisible(self._has_bar and not self._is_low)
        self.bar.setFixedHeight(px(8))
        self.button.setVisible(bool(self.button.text()))
        self._left.setVisible(not narrow and bool(self._left.text()))
        beside = self.width() >= look.text(COLUMN) + 4 * inset + px(280)
        self._remark.setVisible(beside and bool(self._remark.text()))
        self._grid.setHorizontalSpacing(inset if beside else px(16))
        self._grid.addWidget(self._words, 0, 0)
        self._grid.addWidget(self._left, 0, 1)
        self._grid.addWidget(self.bar, 1, 0, 1, 3 if narrow else 2)
        self._grid.addWidget(self.button, 0, 2, 1 if narrow else 2, 1)
        self._grid.addWidget(self._remark, 0, 3, 2, 1)
        taken = self._left.sizeHint().width() + self._grid.horizontalSpacing() if self._left.isVisibleTo(self) else 0
        self._grid.setColumnMinimumWidth(0, look.text(COLUMN) - taken if beside else 0)
        self._grid.setColumnStretch(0, 0 if beside else 1)
        self._grid.setColumnStretch(3, 1 if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the new width."""
        super().resizeEvent(event)
        self._place()
