"""What screen readers see beyond Qt's own: the blocks of a page, and messages that are spoken."""

# PySide declares that several of the methods below never return None; Qt allows it, and means "nothing there" by it.
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface, QTextBlock
from PySide6.QtWidgets import QAccessibleWidget, QTextBrowser, QWidget

from app.ui.typeset import FOLD, NOTE, SPOKEN, spoken


class TextSurface(QTextBrowser):
    """A text whose viewport carries the interfaces of its blocks, while Qt's own text interface (caret, selection) stays on the text."""

    interface: QAccessibleInterface | None = None


class BlockInterface(QAccessibleInterface):
    """One block of a page: a heading, a paragraph, a list item or a part of a note, found again by its number."""

    def __init__(self, surface: "SurfaceInterface", number: int) -> None:
        super().__init__()
        self._surface = surface
        self.number = number

    def _block(self) -> QTextBlock:
        return self._surface.page.document().findBlockByNumber(self.number)

    def role(self) -> QAccessible.Role:
        """Return what kind of text the block is."""
        block = self._block()
        if block.blockFormat().headingLevel() > 0:
            return QAccessible.Role.Heading
        if block.blockFormat().stringProperty(FOLD):
            return QAccessible.Role.Button
        if block.blockFormat().stringProperty(SPOKEN):
            return QAccessible.Role.Graphic
        if block.blockFormat().boolProperty(NOTE):
            return QAccessible.Role.Note
        return QAccessible.Role.ListItem if block.textList() is not None else QAccessible.Role.Paragraph

    def text(self, kind: QAccessible.Text) -> str:
        """Return the block's words as its name."""
        return spoken(self._block()) if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        """Return that the text is read-only, and whether it is out of sight."""
        state = QAccessible.State()
        state.readOnly = True
        state.offscreen = not self._surface.rect().intersects(self.rect())
        return state

    def rect(self) -> QRect:
        """Return where the block is on the screen."""
        page = self._surface.page
        box = page.document().documentLayout().blockBoundingRect(self._block()).toRect()
        scrolled = QPoint(page.horizontalScrollBar().value(), page.verticalScrollBar().value())
        return QRect(page.viewport().mapToGlobal(box.topLeft() - scrolled), box.size())

    def parent(self) -> QAccessibleInterface:
        """Return the page."""
        return self._surface

    def isValid(self) -> bool:  # noqa: N802 - called by Qt
        """Return whether the page still has this block."""
        return self._block().isValid()

    def childCount(self) -> int:  # noqa: N802 - called by Qt
        """Return that a block has no parts of its own."""
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - called by Qt
        """Return nothing."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802 - called by Qt
        """Return that nothing is a part of this."""
        return -1

    def object(self) -> QObject | None:  # type: ignore[override]
        """Return that no object stands behind a block."""
        return None

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:  # noqa: N802 - called by Qt
        """Leave the text as it is."""


class SurfaceInterface(QAccessibleWidget):
    """A page's text: a document whose children are its blocks; empty ones say nothing and are left out."""

    def __init__(self, viewport: QWidget, page: TextSurface) -> None:
        super().__init__(viewport, QAccessible.Role.Document, page.accessibleName())
        self.page = page
        self._made: dict[int, BlockInterface] = {}  # Qt holds no reference to interfaces made in Python

    def _numbers(self) -> list[int]:
        document = self.page.document()
        return [number for number in range(document.blockCount()) if spoken(document.findBlockByNumber(number))]

    def text(self, kind: QAccessible.Text) -> str:
        """Return the page's name."""
        return self.page.accessibleName() if kind == QAccessible.Text.Name else ""

    def childCount(self) -> int:  # noqa: N802 - called by Qt
        """Return how many blocks hold text."""
        return len(self._numbers())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a block by its place among those that hold text."""
        numbers = self._numbers()
        if not 0 <= index < len(numbers):
            return None
        number = numbers[index]
        if number not in self._made:
            self._made[number] = BlockInterface(self, number)
            QAccessible.registerAccessibleInterface(self._made[number])
        return self._made[number]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - called by Qt
        """Return the block at a point of the screen."""
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child is not None and child.rect().contains(x, y)), None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - called by Qt
        """Return which of the blocks this is; -1 when it is none."""
        numbers = self._numbers()
        return numbers.index(child.number) if isinstance(child, BlockInterface) and child.number in numbers else -1


def make_interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface for one of our own widgets, or nothing: Qt then uses its own. Installed once, at the start."""
    page = thing.parent()
    if isinstance(page, TextSurface) and isinstance(thing, QWidget) and thing is page.viewport():
        page.interface = SurfaceInterface(thing, page)
        return page.interface
    return None


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader speak a message without moving the focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))
