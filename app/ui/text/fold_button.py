"""A button that opens and closes what follows it, and what screen readers are told of it."""

from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget

from app.ui.text.interfaces import PRESS, SET_FOCUS
from app.ui.text.surface import BY_KEY, bring_into_sight


class FoldButton(QAbstractButton):
    """A button that opens and closes what follows it, and tells screen readers whether that is open."""

    is_open = False

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - called by Qt
        """Come into sight when Tab leads here; Qt sees to it only while the focus stays in one part."""
        super().focusInEvent(event)
        if event.reason() in BY_KEY:
            bring_into_sight(self, QRect(self.mapToGlobal(self.rect().topLeft()), self.size()))

    def announce_fold(self) -> None:
        """Say that it has been opened or closed."""
        if QAccessible.isActive():
            changed = QAccessible.State()
            changed.expanded = changed.collapsed = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))


class FoldInterface(QAccessibleWidget):
    """A button with the state of what it opens."""

    def __init__(self, button: FoldButton) -> None:
        super().__init__(button, QAccessible.Role.Button, "")  # the name changes with the state; Qt asks the widget for it

    def _button(self) -> FoldButton:
        return cast("FoldButton", self.object())

    def state(self) -> QAccessible.State:
        """Return the widget's state, and whether it is open."""
        state = super().state()
        state.expandable = True
        state.expanded = self._button().is_open
        state.collapsed = not self._button().is_open
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - called by Qt
        """Return that it can be pressed and take the focus."""
        return [PRESS, SET_FOCUS]

    def doAction(self, name: str) -> None:  # noqa: N802 - called by Qt
        """Press it, or give it the focus."""
        if name == PRESS:
            self._button().click()
        elif name == SET_FOCUS:
            self._button().setFocus(Qt.FocusReason.OtherFocusReason)
