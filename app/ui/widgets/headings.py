"""Labels and rows that screen readers know as headings, with their level, and how a heading is made to fit."""

from collections.abc import Callable
from functools import cache
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface, QFont, QFontMetrics
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget
from shiboken6 import VoidPtr

NO_INTERFACE = VoidPtr(0)
"""What `interface_cast` returns for an interface that a thing does not have: PySide takes None for an address, and the program would end there."""


class Level(QAccessibleAttributesInterface):
    """The level of a heading, as an attribute; 0 for what is none."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def attributeKeys(self) -> list[QAccessible.Attribute]:  # noqa: N802 - called by Qt
        """Return that there is a level."""
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> object:  # noqa: N802 - called by Qt
        """Return the level."""
        return self.number if key == QAccessible.Attribute.Level else None


class HeadingLabel(QLabel):
    """A label that screen readers know as a heading of a level (1 is the title of a view)."""

    def __init__(self, text: str = "", level: int = 1) -> None:
        super().__init__(text)
        self.level = Level(level)

    def heading(self) -> str:
        """Return the words of the heading; what it shows may hold marks."""
        return self.accessibleName() or self.text()


class HeadingRow(QWidget):
    """A row that screen readers know as a heading; what can be pressed stands in it."""

    def __init__(self, text: str, level: int) -> None:
        super().__init__()
        self._text = text
        self.level = Level(level)

    def heading(self) -> str:
        """Return the words of the heading."""
        return self._text


class HeadingInterface(QAccessibleWidget):
    """A label or a row as a heading. It holds nothing itself: PySide never lets go of what a factory has returned."""

    def __init__(self, widget: HeadingLabel | HeadingRow) -> None:
        super().__init__(widget, QAccessible.Role.Heading, widget.heading())

    def _heading(self) -> HeadingLabel | HeadingRow:
        return cast("HeadingLabel | HeadingRow", self.object())

    def text(self, kind: QAccessible.Text) -> str:
        """Return the heading's words."""
        return self._heading().heading() if kind == QAccessible.Text.Name else ""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """Return the level as well."""
        found = self._heading().level if kind == QAccessible.InterfaceType.AttributesInterface else super().interface_cast(kind)
        return NO_INTERFACE if found is None else found


@cache
def install(factory: Callable[[str, QObject], QAccessibleInterface | None]) -> None:
    """Have Qt ask a factory for the interfaces of widgets, before those that came earlier; one that is installed twice would be asked twice."""
    QAccessible.installFactory(factory)


def make_heading(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface of a heading, or nothing for any other thing: Qt then asks the next factory."""
    return HeadingInterface(thing) if isinstance(thing, HeadingLabel | HeadingRow) else None


def fitting(font: QFont, text: str, room: int) -> QFont:
    """Return the font, made smaller where the longest word has no room in it: a label breaks no words."""
    widest = max(map(QFontMetrics(font).horizontalAdvance, text.split()), default=0)
    if widest > room > 0:
        font.setPixelSize(max(1, font.pixelSize() * room // widest))
    return font
