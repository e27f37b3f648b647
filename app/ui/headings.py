"""Labels that screen readers know as headings."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel


class HeadingLabel(QLabel):
    """A label that screen readers know as a heading."""

    interface: QAccessibleInterface | None = None


class HeadingInterface(QAccessibleWidget):
    """A label as a heading."""

    def __init__(self, label: HeadingLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading, label.text())
        self._label = label

    def text(self, kind: QAccessible.Text) -> str:
        """Return the label's words."""
        return self._label.text() if kind == QAccessible.Text.Name else ""


def make_heading(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface of a heading, or nothing for any other thing: Qt then asks the next factory. Installed once, at the start."""
    if isinstance(thing, HeadingLabel):
        thing.interface = HeadingInterface(thing)  # kept on the widget, so that both go together
        return thing.interface
    return None
