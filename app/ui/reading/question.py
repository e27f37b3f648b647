"""The header of an answer: a button over the whole column."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from app.core.base.text import Span
from app.ui.look.icons import Icons
from app.ui.look.theme import COLUMN, Look, paint_ring
from app.ui.text.fold_button import FoldButton
from app.ui.text.readable import readable, readable_spans

INDENT, PADDING, ROW, ICON = 32, 10, 44, 20


class Question(FoldButton):
    """Says whether its answer is open, and opens and closes it."""

    def __init__(self, place: str, text: str, look: Look, icons: Icons) -> None:
        super().__init__()
        self.place = place
        self.question = text
        self.spans: tuple[Span, ...] = ()
        self.current: Span | None = None
        self._heights: dict[int, int] = {}  # by width: layouts ask for them again and again
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)  # fixed would cut off what wraps
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.apply_look(look, icons)
        self.set_open(is_open=False)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._look, self._icons = look, icons
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def set_open(self, *, is_open: bool) -> None:
        """Show the answer's state; it is part of the name, since not every platform carries it otherwise."""
        self.is_open = is_open
        self._heights.clear()  # an open one stands in heavier letters
        state = self.tr("expanded") if is_open else self.tr("collapsed")
        self.setAccessibleName(f"{self.question}, {state}")
        self.announce_fold()
        self.updateGeometry()
        self.update()

    def mark(self, spans: tuple[Span, ...], current: Span | None = None) -> None:
        """Mark stretches of the question."""
        self.spans, self.current = spans, current
        self.update()

    def _layout(self, width: int) -> QTextLayout:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        layout = QTextLayout(readable(self.question, mirrored=mirrored), self._look.font(16, 600 if self.is_open else 500))
        option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)  # a layout by itself turns nothing round
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        formats = []
        for span, (start, end) in zip(self.spans, readable_spans(self.question, self.spans, mirrored=mirrored), strict=True):
            part = QTextLayout.FormatRange()
            part.start, part.length = start, end - start
            form = QTextCharFormat()
            current = span == self.current
            form.setBackground(self._look.colour("accent" if current else "mark"))
            form.setForeground(self._look.colour("accent_ink" if current else "mark_ink"))
            part.format = form
            formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += max(line.height(), self._look.text(24))
        layout.endLayout()
        return layout

    def _text_height(self, width: int) -> int:
        return self._look.text(24) * self._layout(width - self._look.text(INDENT)).lineCount()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - called by Qt
        """Return the height that the wrapped question needs."""
        if width not in self._heights:
            self._heights[width] = max(self._look.text(ROW), self._text_height(width) + 2 * self._look.text(PADDING))
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - called by Qt
        """Measure again in other letters, or from the other side."""
        self._heights.clear()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - called by Qt
        """Return that the height depends on the width."""
        return True

    def sizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size in the full column."""
        width = self._look.text(COLUMN)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size below which nothing can be read."""
        return QSize(self._look.text(INDENT) * 2, self._look.text(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Take Enter like Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint line, ground, chevron, question and focus."""
        look, box = self._look, self.rect()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(box, look.colour("accent_soft"))
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), look.colour("line"))
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        closed = "chevron-left" if right_to_left else "chevron-right"
        side = look.control(ICON)
        top = look.text(PADDING) + (look.text(24) - side) // 2
        across = box.right() - side - look.text(4) if right_to_left else look.text(4)
        painter.drawPixmap(across, top, self._icons.pixmap("chevron-down" if self.is_open else closed, "accent" if self.is_open else "faint", ICON))
        painter.setPen(QColor(look.colour("accent" if self.is_open else "ink")))
        indent = look.text(INDENT)
        layout = self._layout(box.width() - indent)
        layout.draw(painter, QPointF(0 if right_to_left else indent, look.text(PADDING)))
        if self.hasFocus():
            paint_ring(painter, look.colour("focus"), box)
        painter.end()
