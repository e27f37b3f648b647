"""The field for the words to look for."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStyle, QStyleOptionFrame, QToolButton

from app.ui.look.icons import Icons
from app.ui.text.accessible import set_role

LONGEST = 10_000
"""Characters that can be typed or pasted."""

MARGIN = 8
EDGE = 4
"""What Qt leaves free at both ends of the words."""
ROOM_FOR_KEYCAP = 360


class SearchField(QLineEdit):
    """The field.

    Signals: `entered()` when the focus comes, `query_changed(words)` at each change, `moved(step)` for Up and Down, `paged(step)` for Page Up
    and Page Down, `opened()` for Enter, `left()` for Esc in the empty field.
    """

    entered = Signal()
    query_changed = Signal(str)
    moved = Signal(int)
    paged = Signal(int)
    opened = Signal()
    left = Signal()

    def __init__(self, icons: Icons, key: str) -> None:
        super().__init__()
        self.setMaxLength(LONGEST)
        self.setAccessibleName(self.tr("Search this reference"))
        self._magnifier = QLabel(self)
        set_role(self._magnifier, QAccessible.Role.Client)  # the field's name says it
        self._clear = QToolButton(self)
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search (Esc)"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self._keycap = QLabel(key, self)
        self._keycap.setObjectName("keycap")
        self.textChanged.connect(self._announce)
        self.apply_icons(icons)

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        self._magnifier.setPixmap(icons.pixmap("search", "faint"))
        self._clear.setIcon(icons.icon("clear", "ink"))
        self._clear.setIconSize(icons.size())
        self._place_ends()

    def _announce(self, words: str) -> None:
        if bool(words) == self._clear.isHidden():  # else the ends stay as they are
            self._place_ends()
        self.query_changed.emit(words)

    def _place_ends(self) -> None:
        """Show the key in the empty field, the clear button in a filled one."""
        self._clear.setVisible(bool(self.text()))
        self._keycap.setVisible(not self.text() and self.width() >= ROOM_FOR_KEYCAP)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part in (self._clear, self._keycap, self._magnifier):
            part.adjustSize()
            at_left = right_to_left != (part is self._magnifier)
            across = MARGIN if at_left else self.width() - part.width() - MARGIN
            part.move(across, (self.height() - part.height()) // 2)
        end = self._clear if self.text() else self._keycap
        before, after = self._magnifier.width() + MARGIN // 2, 0 if end.isHidden() else end.width()
        self.setTextMargins(after if right_to_left else before, 0, before if right_to_left else after, 0)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).width()
        room, metrics = inside - before - after - EDGE, self.fontMetrics()
        hints = (self.tr("Search this reference"), self.tr("Search"), "")
        self.setPlaceholderText(next(hint for hint in hints if not hint or metrics.horizontalAdvance(hint) <= room))

    def event(self, event: QEvent) -> bool:
        """Keep the button and the key at the end of the field, and measure again when the style sheet has changed."""
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.StyleChange} and hasattr(self, "_keycap"):
            self._place_ends()
        return done

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - called by Qt
        """Say that somebody is about to type."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Take the keys that belong to the results; the focus stays in the field."""
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.moved.emit(1)
        elif key == Qt.Key.Key_Up:
            self.moved.emit(-1)
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.paged.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.escape()
        else:
            super().keyPressEvent(event)

    def escape(self) -> None:
        """Clear the field, or say that the reader leaves the empty one."""
        if self.text():
            self.clear()
        else:
            self.left.emit()
