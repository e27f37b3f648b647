"""A figure at the size of the window, step by step where it has steps."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.core.figures.svg import step_count, up_to_step
from app.core.pages.blocks import Drawing
from app.ui.look.direction import lean, set_words
from app.ui.look.theme import Look
from app.ui.text.accessible import set_role
from app.ui.text.announcements import announce
from app.ui.text.drawings import paint_sheet, renderer
from app.ui.widgets.headings import HeadingLabel

SHARE = 0.94
"""Share of the window that the figure takes."""

LOW_BELOW = 400
"""Height at 100 % below which the title is no larger than the words, so that it stands beside the buttons."""

WORDS_HEIGHT, WORDS_SHARE = 96, 0.2
"""The words under a figure are as high at most: pixels at 100 %, and share of the viewer."""


class FigureCanvas(QWidget):
    """The drawing, as large as its shape allows. Says `clicked()`."""

    clicked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._drawn = renderer("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, QAccessible.Role.Graphic)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme."""
        self._look = look
        self.update()

    def show_svg(self, svg: str) -> None:
        """Draw another SVG."""
        self._drawn = renderer(svg)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size that figures are drawn at."""
        return QSize(1600, 900)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size below which nothing can be read."""
        return QSize(160, 90)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - called by Qt
        """Say that the drawing was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint paper, drawing, and the focus ring."""
        shape = self._drawn.defaultSize()
        if shape.isEmpty():
            return
        scale = min((self.width() - 8) / shape.width(), (self.height() - 8) / shape.height())
        width, height = shape.width() * scale, shape.height() * scale
        box = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter = QPainter(self)
        paint_sheet(painter, box, self._drawn, self._look)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(self._look.colour("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 9, 9)
        painter.end()


class FigureViewer(QDialog):
    """Shows one figure over the window. Right, Space or a click goes on a step, Left goes back, Esc closes."""

    def __init__(self, drawing: Drawing, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.count = step_count(drawing.svg)
        self.step = self.count
        self.setWindowTitle(drawing.title)
        self.setObjectName("background")
        self._look = look
        self.resize(round(parent.width() * SHARE), round(parent.height() * SHARE))
        self.sheet = FigureCanvas(look)
        self.sheet.setAccessibleName(drawing.title)
        self.sheet.setAccessibleDescription(drawing.alt)
        self._title = HeadingLabel()
        set_words(self._title, drawing.title)
        self._title.setWordWrap(True)
        self._words = QLabel()
        set_words(self._words, drawing.alt)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._where = QLabel()
        self._where.setObjectName("quiet")
        self.back_button = QPushButton(self.tr("Step back"))
        self.next_button = QPushButton(self.tr("Next step"))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.apply_look(look)
        lean(self)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.close)
        if self.count > 1:
            self.sheet.clicked.connect(self.go_on)
        self._show_step()
        self.sheet.setFocus()

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self.sheet.apply_look(look)
        self._words.setFont(look.font(14))
        self._look = look
        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit title and words to the new height."""
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Leave most of a low window to the figure; the words under it scroll."""
        self._title.setFont(self._look.font(14 if self.height() < self._look.text(LOW_BELOW) else 20, 600))
        self._scroll.setMaximumHeight(min(self._look.text(WORDS_HEIGHT), round(self.height() * WORDS_SHARE)))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for part in (self._where, self.back_button, self.next_button, self.close_button):
            top.addWidget(part)
        for part in (self._where, self.back_button, self.next_button):
            part.setVisible(self.count > 1)
        words = self._scroll = QScrollArea()
        words.setWidgetResizable(True)
        words.setObjectName("words")
        set_role(words, QAccessible.Role.Section)
        body = QWidget()
        body.setObjectName("background")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        words.setWidget(body)
        words.setAccessibleName(self.tr("What the figure shows"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addWidget(self.sheet, 1)
        whole.addWidget(words)

    def go_on(self) -> None:
        """Show the next step; after the last, begin again."""
        self.step = self.step % self.count + 1 if self.count else 0
        self._show_step()

    def go_back(self) -> None:
        """Show one step less; before the first, the whole figure."""
        self.step = self.step - 1 or self.count
        self._show_step()

    def _show_step(self) -> None:
        self.sheet.show_svg(up_to_step(self._drawing.svg, self.step) if self.count else self._drawing.svg)
        self._where.setText(self.tr("Step {step} of {count}").format(step=self.step, count=self.count))
        if self.count > 1 and self.isVisible():
            announce(self, self._where.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Go on and back with the keys of a slide."""
        if self.count > 1 and event.key() in {Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self.go_on()
        elif self.count > 1 and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace}:
            self.go_back()
        else:
            super().keyPressEvent(event)
