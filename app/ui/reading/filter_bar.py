"""The line over a list or a page that narrows it to some words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.ui.look.theme import Look, reading_column

LONGEST = 200
"""Characters that can be typed."""


class FilterLine(QWidget):
    """A field with its label; `name` is what it is called by ear. Says `changed(words)` at each change and `left()` on Esc in the empty field."""

    changed = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(name)
        for clear in self.field.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear the filter"))
        self.field.textChanged.connect(self.changed)
        self.label = QLabel(self.tr("Filte&r"))
        self.label.setBuddy(self.field)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.label)
        self.row.addWidget(self.field, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Clear on Esc; leave when there is nothing to clear."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.field.text():
            self.field.clear()
        else:
            self.left.emit()


class FilterBar(FilterLine):
    """The line over the glossary."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Filter the terms"), parent)
        self.arrange(look)
        self.hide()

    def arrange(self, look: Look) -> None:
        """Stand over the reading column."""
        self._look = look
        inset, rest = reading_column(look, self.width())
        self.row.setContentsMargins(inset, look.control(8), rest, look.control(8))
        self.row.setSpacing(look.control(12))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the column to the new width."""
        super().resizeEvent(event)
        self.arrange(self._look)
