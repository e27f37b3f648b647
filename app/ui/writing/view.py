"""What a window shows of the file that is being written: the line over the page, the panel, and the frames on the page."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QWidget

from app.core.article.places import Places
from app.core.base.labels import Labels
from app.core.drafts.lines import Message
from app.core.files.leaving import Leaving
from app.ui.look.direction import lean, set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.reading.page import Page
from app.ui.reading.reading_pane import ReadingPane
from app.ui.text.position import each_block
from app.ui.text.properties import NOTE, place_of
from app.ui.widgets.clipboard import put
from app.ui.writing.following import Report
from app.ui.writing.panel import WritingPanel
from app.ui.writing.status import WritingStatus

AROUND = 6
"""Pixels at 100 % between the words and the frame around them."""


class WritingView(QObject):
    """Belongs to one window.

    Signals: `stop_wanted()` when the file shall be followed no longer, `arranged()` when the panel has been opened or closed.
    """

    stop_wanted = Signal()
    arranged = Signal()

    def __init__(self, window: QWidget, reader: ReadingPane, places: Places, labels: Labels, look: Look, icons: Icons, leaving: Leaving) -> None:
        super().__init__(window)
        self._reader, self._places, self._labels, self._leaving = reader, places, labels, leaving
        self.status = WritingStatus(labels, look)
        self.panel = WritingPanel(labels, look, icons)
        self.flags = tuple(Flags(part, look, labels) for part in (reader.page, reader.accordion))
        self.is_beside = False
        self._had: int | None = None
        self._opens_again = False
        self.status.panel_wanted.connect(self._show_panel)
        self.status.copy_wanted.connect(self._copy)
        self.status.stop_wanted.connect(self.stop_wanted)
        self.panel.place_wanted.connect(self.go_to)
        reader.place_shown.connect(self._repaint)
        for part in (self.status, self.panel):
            lean(part)

    def show_report(self, report: Report, *, is_of_window: bool) -> None:
        """Show what is told of the file; the window shows its text, or that of another article while there is none to show."""
        self.panel.show_report(report)
        self.status.show_report(report)
        flags: dict[str, list[str]] = {}
        for number, told in enumerate(report.problems, 1):
            place = self._places.of_record(told.place) if is_of_window else None
            if place is not None:
                words = self._labels.problem_line.format(number=number, line=told.line) if told.line else self._labels.problem.format(number=number)
                flags.setdefault(place.beside or place.id, []).append(words)
        for flag in self.flags:
            flag.show_flags({place: ", ".join(words) for place, words in flags.items()})
        count = len(report.problems) + (not report.is_good)
        set_words(
            self.status.panel_button,
            self._labels.problems(len(report.problems)) if report.problems else self._labels.suggestions(len(report.suggested)),
        )
        self.status.panel_button.setVisible(self.panel.has_rows)
        if self._had is None or bool(count) != bool(self._had):
            # it opens with the first problem and closes with the last one; where it would lie over the page, its count is enough
            self.status.panel_button.setChecked((bool(count) and self.is_beside) or report.opens)
            self._show_panel()
        self._had = count

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return not self.panel.isHidden()

    def _show_panel(self) -> None:
        self.panel.setVisible(self._wants_panel)
        self.arranged.emit()

    @property
    def _wants_panel(self) -> bool:
        """Whether the panel is to be seen; over the page only with a row, for there it takes from the page."""
        return self.status.panel_button.isChecked() and (self.is_beside or self.panel.has_rows)

    def turn(self, *, is_reading: bool) -> None:
        """Close the panel over the page while something else is shown, which needs the room; it is open again when the page is back."""
        button = self.status.panel_button
        if not is_reading and not self.is_beside and button.isChecked():
            self._opens_again = True
            button.setChecked(False)
        elif is_reading and self._opens_again:
            self._opens_again = False
            button.setChecked(True)

    def step(self, by: int) -> None:
        """Go to the next problem, or with -1 to the one before, in the panel and on the page."""
        if self.panel.problems.count():
            self.status.panel_button.setChecked(True)
        self.panel.step(by)

    def _copy(self) -> None:
        put(self.panel.as_text(), self._leaving)

    def _repaint(self) -> None:
        for flag in self.flags:
            flag.update()

    def go_to(self, told: Message) -> None:
        """Show the place on the page where something stands, if the page has it."""
        place = self._places.of_record(told.place)
        if place is not None:
            self._reader.go_to(place.id)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self.panel.apply_look(look, icons)
        for flag in self.flags:
            flag.apply_look(look)

    def arrange(self, look: Look, column: QBoxLayout, row: QBoxLayout, *, height: int, beside: bool, narrow: bool) -> None:
        """Stand in the window's column under the tool bar, and with the panel in the row beside the page where there is room."""
        self.status.arrange(look, narrow=narrow, wide=beside)
        if column.indexOf(self.status) < 0:
            column.insertWidget(1, self.status)
        if beside != self.is_beside:
            self.is_beside = beside
            self.panel.unfold(is_unfolded=beside)
            self.status.panel_button.setChecked(beside and bool(self._had))  # over the page its count is enough
        wanted, other = (row, column) if beside else (column, row)
        if wanted.indexOf(self.panel) < 0:
            other.removeWidget(self.panel)
            if beside:
                row.addWidget(self.panel)
            else:
                column.insertWidget(2, self.panel)
            self.panel.setVisible(self._wants_panel)
        self.panel.arrange(beside=beside, height=height)


class Flags(QWidget):
    """Frames with dots and words the places of a page where something is wrong; it lies over the page and lets everything through.

    Screen readers have the panel, which says the same with the line.
    """

    def __init__(self, part: QAbstractScrollArea, look: Look, labels: Labels) -> None:
        super().__init__(part)
        self._part, self._look, self._labels = part, look, labels
        self._flags: dict[str, str] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        part.viewport().installEventFilter(self)
        part.verticalScrollBar().valueChanged.connect(self.update)
        self.hide()

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self.update()

    def show_flags(self, flags: dict[str, str]) -> None:
        """Frame other places, each with these words."""
        self._flags = flags
        self.setVisible(bool(flags))
        self._fit()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Be as large as the part of the page that is in sight, and paint again whenever it is painted."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        elif event.type() == QEvent.Type.Paint:
            self.update()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setGeometry(self._part.viewport().geometry())
        self.raise_()

    def boxes(self) -> dict[str, QRect]:
        """Return where the places stand that are framed and on this page, in this widget."""
        if isinstance(self._part, Page):
            return self._of_page(self._part)
        found = {}
        for place in self._flags:
            question = getattr(self._part, "question", lambda _: None)(place)
            if isinstance(question, QWidget) and question.isVisible():
                found[place] = QRect(question.mapTo(self._part, QPoint()) - self.pos(), question.size())
        return found

    def _of_page(self, page: Page) -> dict[str, QRect]:
        found: dict[str, QRect] = {}
        layout, scrolled = page.document().documentLayout(), page.verticalScrollBar().value()
        form = page.document().rootFrame().frameFormat()
        left, right = round(form.leftMargin()), round(page.document().size().width() - form.rightMargin())
        for block in each_block(page.document()):
            place = place_of(block)
            if place in self._flags and not block.blockFormat().boolProperty(NOTE):
                box = layout.blockBoundingRect(block)
                words = QRect(left, round(box.top()) - scrolled, right - left, round(box.height()))
                found[place] = found[place].united(words) if place in found else words
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint the frames, each with its words in the upper edge."""
        look = self._look
        painter = QPainter(self)
        painter.setFont(look.font(12))
        metrics, pad = painter.fontMetrics(), look.text(AROUND)
        for place, box in self.boxes().items():
            frame = box.adjusted(-pad, -pad, pad, pad)
            painter.setPen(QPen(look.colour("faint"), 2, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame)
            words = metrics.elidedText(self._flags[place], Qt.TextElideMode.ElideRight, frame.width() - 4 * pad)
            width = metrics.horizontalAdvance(words) + pad
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = frame.left() + pad if mirrored else frame.right() - pad - width
            label = QRect(left, frame.top() - metrics.height() // 2, width, metrics.height())
            painter.fillRect(label, look.colour("background"))
            painter.setPen(look.colour("faint"))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
