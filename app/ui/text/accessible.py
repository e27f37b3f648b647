"""What screen readers see beyond Qt's own: roles of our own parts, and messages that are spoken."""

from typing import cast

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface, QAccessibleStateChangeEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from app.ui.text.surface import BY_KEY, TextSurface, bring_into_sight
from app.ui.text.told import PRESS, SET_FOCUS, SurfaceInterface, Told

RESTS = 700
"""Milliseconds without another letter after which typing rests."""

ROLE = "heardAs"
"""Property of a widget: the role that screen readers are told, where Qt would tell none that fits."""


class FoldButton(QAbstractButton):
    """A button that opens and closes what follows it, and tells screen readers whether that is open."""

    is_open = False

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - called by Qt
        """Come into sight when Tab leads here; Qt sees to it only while the focus stays in one part."""
        super().focusInEvent(event)
        if event.reason() in BY_KEY:
            bring_into_sight(self, QRect(self.mapToGlobal(self.rect().topLeft()), self.size()))

    def tell_fold(self) -> None:
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


def hear_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Have screen readers take a widget for what it is, where Qt would tell them something else; before they first meet it."""
    widget.setProperty(ROLE, role.value)


def make_interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface for one of our own widgets, or nothing: Qt then uses its own. Installed once, at the start."""
    page = thing.parent()
    if isinstance(page, TextSurface) and isinstance(thing, QWidget) and thing is page.viewport():
        page.interface = page.interface or Told(page)
        return SurfaceInterface(thing, page)
    if isinstance(thing, FoldButton):
        return FoldInterface(thing)
    role = thing.property(ROLE)
    if role is not None and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role(role), "")
    return None


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader speak a message without moving the focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


class Rested(QObject):
    """Has spoken what typing has come to, once typing rests, and only when that differs from what was spoken before."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._message = self._spoken = ""
        self._timer = QTimer(self, interval=RESTS, singleShot=True)
        self._timer.timeout.connect(self._speak)

    def say(self, message: str) -> None:
        """Speak a message when nothing else has come for a while."""
        self._message = message
        self._timer.start()

    def hush(self) -> None:
        """Say no more of it: something else is spoken now."""
        self._timer.stop()

    def forget(self) -> None:
        """Say no more of it, and take what comes next for new: the reader has gone elsewhere."""
        self._timer.stop()
        self._spoken = ""

    def _speak(self) -> None:
        if self._message != self._spoken:
            self._spoken = self._message
            announce(self._widget, self._message)
