"""Find on the page: a field under the text, with the number of hits and the keys to go through them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.ui.look.icons import Icons
from app.ui.widgets.keys import presses

TIGHT_BELOW = 480
"""Pixels."""


class FindBar(QWidget):
    """Says `changed(words)`, `stepped(1 or -1)` and `closed()`."""

    changed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setMaxLength(1000)
        self.field.setPlaceholderText(self.tr("Find on this page"))
        self.field.setAccessibleName(self.tr("Find on this page"))
        self._count = QLabel()
        self._count.setObjectName("quiet")
        self._previous = _button(self.tr("Previous match (Shift+F3)"))
        self._next = _button(self.tr("Next match (F3)"))
        self._close = _button(self.tr("Close find on this page (Esc)"))
        self._lay_out()
        self._connect()
        self.apply_icons(icons)
        self.hide()

    def _lay_out(self) -> None:
        self._row = layout = QHBoxLayout(self)
        self.field.setMaximumWidth(400)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(8)
        self._words.addWidget(self.field, 1)
        self._words.addWidget(self._count)
        layout.addLayout(self._words, 1)
        layout.addStretch()
        for button in (self._previous, self._next, self._close):
            layout.addWidget(button)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.changed)
        self._previous.clicked.connect(self.find_previous)
        self._next.clicked.connect(self.find_next)
        self._close.clicked.connect(self.close_bar)

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        for button, name in ((self._previous, "chevron-up"), (self._next, "chevron-down"), (self._close, "clear")):
            button.setIcon(icons.icon(name))
            button.setIconSize(icons.size())

    def open_bar(self) -> None:
        """Show the bar with its words selected, ready for others."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.changed.emit(self.field.text())

    def close_bar(self) -> None:
        """Give the focus on, then hide the bar: else it would pass over whatever comes next."""
        self.closed.emit()
        self.hide()

    def find_next(self) -> None:
        """Go one hit on."""
        self.stepped.emit(1)

    def find_previous(self) -> None:
        """Go one hit back."""
        self.stepped.emit(-1)

    def show_count(self, current: int, total: int) -> str:
        """Show which hit of how many is the current one (from 1; 0 for none); return the words shown."""
        if not self.field.text().strip():
            message = ""
        elif not total:
            message = self.tr("Not on this page")
        else:
            message = self.tr("{current} of {total}").format(current=current, total=total)
        self._count.setText(message)
        self._arrange()
        return message

    def _arrange(self) -> None:
        """Put the count under the field where it has no room beside it."""
        buttons = 3 * (self._close.width() + self._words.spacing())
        room = self.contentsRect().width() - 40 - buttons - self.field.minimumSizeHint().width()
        beside = self._count.fontMetrics().horizontalAdvance(self._count.text()) <= room
        self._count.setWordWrap(not beside)
        self._words.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the new width: where there is little, the field gets the room."""
        super().resizeEvent(event)
        is_tight = self.width() < TIGHT_BELOW
        self._row.setContentsMargins(*((8, 8, 4, 8) if is_tight else (24, 8, 16, 8)))
        self._row.setSpacing(2 if is_tight else 8)
        self.field.setPlaceholderText(self.tr("Find") if is_tight else self.tr("Find on this page"))
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Enter goes on, Shift+Enter back, Esc closes; on a button Enter does what the button does."""
        if presses(event, self):
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
