"""The disclaimer that lies over the window at a start until the reader accepts it."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.core.article.content import Disclaimer
from app.ui.look.direction import lean, set_words
from app.ui.look.theme import Look
from app.ui.widgets.cover import Cover
from app.ui.widgets.headings import HeadingLabel

WIDEST, MARGIN, PADDING = 576, 16, 32


class MainButton(QPushButton):
    """The button that the reader is asked to press: filled, with a focus ring that has a gap."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__(text)
        self._look = look
        self.setObjectName("main")

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint ring, ground and text."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(look.colour("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(box, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 5, 5)
        painter.setFont(self.font())
        painter.setPen(look.colour("accent_ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class DisclaimerCover(Cover):
    """Covers its parent and tells whether it comes at every start or `once`.

    Signals: `painted()` once, when it stands on the screen, then `accepted()` or `declined()`.
    """

    painted = Signal()
    accepted = Signal()
    declined = Signal()

    def __init__(self, disclaimer: Disclaimer, look: Look, parent: QWidget, *, once: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._was_painted = False
        self._soon = QTimer(self, interval=0, singleShot=True)  # rings when the picture has gone to the screen
        self._soon.timeout.connect(self.painted)
        self.setAccessibleName(disclaimer.title)
        self._card = QFrame(self)
        self._card.setObjectName("card")
        self._title = HeadingLabel(disclaimer.title)
        self._title.setWordWrap(True)
        self._texts = [QLabel() for _ in disclaimer.text]
        for label, text in zip(self._texts, disclaimer.text, strict=True):
            set_words(label, text)
        every = self.tr("Shown at every start. You can always find it under “About and disclaimer”.")
        changed = self.tr("Shown again only when its text has changed. You can always find it under “About and disclaimer”.")
        self._again = QLabel(changed if once else every)
        self._again.setObjectName("quiet")
        self._scroll = QScrollArea()
        self.quit_button = QPushButton(self.tr("Quit"))
        self.quit_button.setObjectName("wide")
        self.accept_button = MainButton(self.tr("I understand"), look)
        self.accept_button.setAccessibleDescription(" ".join(disclaimer.text))  # spoken with the button, which has the focus
        self._lay_out()
        lean(self)
        self.quit_button.clicked.connect(self.declined)
        self.accept_button.clicked.connect(self.accepted)
        self.apply_look(look)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("background")
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 8, 0)
        for label in (*self._texts, self._again):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._body.addWidget(label)
        self._body.addStretch(1)
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        rule = QFrame()
        rule.setObjectName("rule")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.quit_button)
        self._buttons.addWidget(self.accept_button)
        self._inside = QVBoxLayout(self._card)
        self._inside.addWidget(self._title)
        self._inside.addWidget(self._scroll, 1)
        self._inside.addWidget(rule)
        self._inside.addLayout(self._buttons)

    def take_focus(self) -> None:
        """Lie on top, with the focus on the button that accepts."""
        self.raise_()
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self._title.setFont(look.control_font(24, 600))
        for label in self._texts:
            label.setFont(look.control_font(16))
        self._again.setFont(look.control_font(13))
        self.accept_button.apply_look(look)
        self._body.setSpacing(look.control(12))
        self._inside.setSpacing(look.control(16))
        self.place()

    def place(self) -> None:
        """Put the card in the middle: as high as its text, if the window has room for it."""
        super().place()
        width = min(self._look.control(WIDEST), self.width() - 2 * MARGIN)
        padding = min(self._look.control(PADDING), width // 18)
        self._inside.setContentsMargins(padding, padding, padding, min(padding, self._look.control(24)))
        text_width = width - 2 * padding - 2
        text_height = self._body.totalHeightForWidth(text_width) + self._body.spacing()
        title_height = self._title.heightForWidth(text_width)
        for button in (self.quit_button, self.accept_button):
            button.ensurePolished()  # else one that was never shown is measured without the style sheet's font
        fit = self.quit_button.sizeHint().width() + self.accept_button.sizeHint().width() + max(0, self._buttons.spacing()) <= text_width
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if fit else QBoxLayout.Direction.TopToBottom)
        buttons = self._buttons.sizeHint().height()
        needed = text_height + title_height + buttons + padding + self._look.control(24) + 3 * self._inside.spacing() + 1
        height = min(needed, self.height() - 2 * MARGIN)
        self._card.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Dim what is behind; the first time, say so."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._soon.start()

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001, N802 - called by Qt
        """Go between the two buttons; the page behind cannot be reached."""
        target = self.quit_button if self.accept_button.hasFocus() else self.accept_button
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Enter presses the chosen button, Esc quits, arrows and paging scroll the text."""
        key = event.key()
        bar = self._scroll.verticalScrollBar()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.declined if self.quit_button.hasFocus() else self.accepted).emit()
        elif key == Qt.Key.Key_Escape:
            self.declined.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_PageDown}:
            bar.setValue(bar.value() + (bar.pageStep() if key == Qt.Key.Key_PageDown else 24))
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp}:
            bar.setValue(bar.value() - (bar.pageStep() if key == Qt.Key.Key_PageUp else 24))
        event.accept()  # nothing goes on to the window behind
