"""The line over the library that asks before something is removed, and offers to undo it afterwards."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.look.direction import set_words
from app.ui.look.theme import Look
from app.ui.text.announcements import announce


class AskBar(QWidget):
    """One question with its two answers, or one thing that was done. Signals: `agreed()` for the first button, `closed()` when it is away again."""

    agreed = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.agree = QPushButton()
        self.close_button = QPushButton()
        self.agree.clicked.connect(self._agree)
        self.close_button.clicked.connect(self.end)
        self._row = QHBoxLayout()
        self._row.addWidget(self.agree)
        self._row.addWidget(self.close_button)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addLayout(self._row)
        self.hide()

    def arrange(self, look: Look, before: int, after: int) -> None:
        """Stand over the reading column."""
        self._column.setContentsMargins(before, look.control(8), after, look.control(8))
        self._words.setFont(look.control_font(14))

    def ask(self, words: str, agree: str, close: str, *, takes_focus: bool) -> None:
        """Show a question and its answers; the focus is on the answer that changes nothing."""
        set_words(self._words, words)
        self.agree.setText(agree)
        self.close_button.setText(close)
        self.show()
        if takes_focus:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def _agree(self) -> None:
        self.agreed.emit()

    def end(self) -> None:
        """Go away."""
        if self.isVisible():
            self.closed.emit()  # the focus goes on before its button is gone
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Change nothing on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)
