"""What screen readers see beyond Qt's own: the blocks of a page with their links, roles of our own parts, and messages that are spoken."""

# PySide declares that several of the methods below never return None; Qt allows it, and means "nothing there" by it.
from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QFocusEvent,
    QTextBlock,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from app.ui.headings import NO_INTERFACE, Level
from app.ui.readable import plain
from app.ui.surface import BY_KEY, Link, TextSurface, block_rect, bring_into_sight, link_rect, links_of
from app.ui.typeset import FOLD, NOTE, SPOKEN, UNFOLDED, spoken

PRESS, SET_FOCUS = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()

ROLE = "heardAs"
"""Property of a widget: the role that screen readers are told, where Qt would tell none that fits."""


class Part(QAccessibleInterface):
    """Something that is no widget: a part of a text, without object, parts or value of its own unless a kind says otherwise."""

    def childCount(self) -> int:  # noqa: N802 - called by Qt
        """Return that there are no parts."""
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
        """Return that no object stands behind this."""
        return None

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:  # noqa: N802 - called by Qt
        """Leave the text as it is."""


class Follow(QAccessibleActionInterface):
    """What can be done with a link: follow it, or put the focus on it."""

    def __init__(self, page: TextSurface, link: Link) -> None:
        super().__init__()
        self._page, self._link = page, link

    def actionNames(self) -> list[str]:  # noqa: N802 - called by Qt
        """Return both."""
        return [PRESS, SET_FOCUS]

    def keyBindingsForAction(self, _name: str) -> list[str]:  # noqa: N802 - called by Qt
        """Return no keys: Enter follows the link that has the focus."""
        return []

    def doAction(self, name: str) -> None:  # noqa: N802 - called by Qt
        """Follow the link, or put the focus on it."""
        if name == PRESS:
            self._page.follow_link(self._link)
        elif name == SET_FOCUS:
            self._page.focus_link(self._link)


class LinkInterface(Part):
    """A link inside its block."""

    def __init__(self, block: "BlockInterface", link: Link) -> None:
        super().__init__()
        self._block, self._page, self.link = block, block.page, link
        self._actions = Follow(self._page, link)

    def isValid(self) -> bool:  # noqa: N802 - called by Qt
        """Return whether the block still has this link."""
        return self._block.isValid() and self.link in links_of(self._block.block())

    def parent(self) -> QAccessibleInterface:
        """Return the block."""
        return self._block

    def role(self) -> QAccessible.Role:
        """Return that this is a link."""
        return QAccessible.Role.Link

    def text(self, kind: QAccessible.Text) -> str:
        """Return the link's words as its name, and the meaning of a word of the glossary as its description."""
        if kind == QAccessible.Text.Description:
            return self.link.meaning
        words = self._block.block().text()[self.link.start - self._block.block().position() : self.link.end - self._block.block().position()]
        return plain(words).strip() if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        """Return that a link can be followed, and whether the keyboard is at it."""
        state = self._block.state()
        state.linked = state.focusable = True
        state.focused = self._page.hasFocus() and self._page.focused_link() == self.link
        return state

    def rect(self) -> QRect:
        """Return where the link is on the screen."""
        return link_rect(self._page, self.link)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """Return what can be done with the link."""
        return self._actions if kind == QAccessible.InterfaceType.ActionInterface else NO_INTERFACE


class BlockInterface(Part):
    """One block of a page: a heading, a paragraph, a list item or a part of a note, found again by its number. Its children are its links."""

    def __init__(self, surface: "SurfaceInterface", number: int) -> None:
        super().__init__()
        self._surface = surface
        self.page = surface.page
        self.number = number
        self._made: list[LinkInterface] | None = None
        self._is_gone = False
        self._level = Level(self.block().blockFormat().headingLevel())
        own = self._own_link()
        self._actions = Follow(self.page, own) if own else None

    def block(self) -> QTextBlock:
        """Return the block; one that is not valid when the page has changed."""
        return self.page.document().findBlockByNumber(self.number)

    def drop(self) -> list[QAccessibleInterface]:
        """Be of no use from now on, since the page shows something else; return what went with it."""
        self._is_gone = True
        return [*(self._made or ()), self]

    def is_link(self) -> bool:
        """Return whether the whole block is one link."""
        return self._actions is not None

    def _own_link(self) -> Link | None:
        """Return the link that the whole block is: a line that folds notes away, or a figure."""
        found = links_of(self.block()) if self.role() in {QAccessible.Role.Button, QAccessible.Role.Graphic} else ()
        return found[0] if found else None

    def links(self) -> list[LinkInterface]:
        """Return the links inside the block."""
        if self._made is None:
            found = () if self._actions else links_of(self.block())
            self._made = [LinkInterface(self, link) for link in found]
            for made in self._made:
                QAccessible.registerAccessibleInterface(made)
        return self._made

    def role(self) -> QAccessible.Role:
        """Return what kind of text the block is."""
        block = self.block()
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
        return spoken(self.block()) if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        """Return that the text is read-only, whether it is out of sight, and of a line that folds notes away, whether they are shown."""
        state = QAccessible.State()
        state.readOnly = True
        state.invisible = not self.page.isVisible()
        state.offscreen = not self._surface.rect().intersects(self.rect())
        own = self._own_link()
        if own is not None:
            state.focusable = True
            state.focused = self.page.hasFocus() and self.page.focused_link() == own
        if self.role() == QAccessible.Role.Button:
            state.expandable = True
            state.expanded = self.block().blockFormat().boolProperty(UNFOLDED)
            state.collapsed = not state.expanded
        return state

    def rect(self) -> QRect:
        """Return where the block is on the screen."""
        return block_rect(self.page, self.block())

    def parent(self) -> QAccessibleInterface:
        """Return the page."""
        return self._surface

    def isValid(self) -> bool:  # noqa: N802 - called by Qt
        """Return whether the page still shows this block."""
        return not self._is_gone and self.block().isValid()

    def childCount(self) -> int:  # noqa: N802 - called by Qt
        """Return how many links stand in the block."""
        return len(self.links())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a link by its place in the block."""
        links = self.links()
        return links[index] if 0 <= index < len(links) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - called by Qt
        """Return the link at a point of the screen."""
        return next((link for link in self.links() if link.rect().contains(x, y)), None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - called by Qt
        """Return which of the links this is; -1 when it is none."""
        links = self.links()
        return links.index(child) if child in links else -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """Return the level of a heading, and what can be done with a line that folds notes away or a figure."""
        if kind == QAccessible.InterfaceType.AttributesInterface and self._level.number:
            return self._level
        has_actions = kind == QAccessible.InterfaceType.ActionInterface and self._actions is not None
        return self._actions if has_actions else NO_INTERFACE


class SurfaceInterface(QAccessibleWidget):
    """A page's text: a document whose children are its blocks; empty ones say nothing and are left out."""

    def __init__(self, viewport: QWidget, page: TextSurface) -> None:
        super().__init__(viewport, QAccessible.Role.Document, page.accessibleName())
        self.page = page
        self._made: dict[int, BlockInterface] = {}  # Qt holds no reference to interfaces made in Python
        self._is_telling = False

    def _numbers(self) -> list[int]:
        document = self.page.document()
        return [number for number in range(document.blockCount()) if spoken(document.findBlockByNumber(number))]

    def text(self, kind: QAccessible.Text) -> str:
        """Return the page's name."""
        return self.page.accessibleName() if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        """Return the viewport's state; the focus is the text's own."""
        state = super().state()
        state.focused = False
        return state

    def childCount(self) -> int:  # noqa: N802 - called by Qt
        """Return how many blocks hold text."""
        return len(self._numbers())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a block by its place among those that hold text."""
        numbers = self._numbers()
        return self._block(numbers[index]) if 0 <= index < len(numbers) else None

    def _block(self, number: int) -> BlockInterface:
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

    def link_at(self, link: Link) -> QAccessibleInterface | None:
        """Return what stands for a link: its own interface, or the block's where the whole block is the link."""
        block = self._block(self.page.document().findBlock(link.start).blockNumber())
        return next((made for made in block.links() if made.link == link), block if block.is_link() else None)

    def renew(self) -> None:
        """Forget the blocks: the text is another one. Readers keep what they have been told, so they are told that it is gone."""
        gone, self._made = self._made, {}
        for block in gone.values():
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleEvent(block, QAccessible.Event.ObjectDestroyed))
            for part in block.drop():
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
        if gone and QAccessible.isActive() and not self._is_telling:
            self._is_telling = True
            QTimer.singleShot(0, self.page, self._tell_blocks)  # once, when the text is whole

    def _tell_blocks(self) -> None:
        self._is_telling = False
        for number in self._numbers():
            QAccessible.updateAccessibility(QAccessibleEvent(self._block(number), QAccessible.Event.ObjectCreated))


class FoldButton(QAbstractButton):
    """A button that opens and closes what follows it, and tells screen readers whether that is open."""

    interface: QAccessibleInterface | None = None
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
        self._button = button

    def state(self) -> QAccessible.State:
        """Return the widget's state, and whether it is open."""
        state = super().state()
        state.expandable = True
        state.expanded = self._button.is_open
        state.collapsed = not self._button.is_open
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - called by Qt
        """Return that it can be pressed and take the focus."""
        return [PRESS, SET_FOCUS]

    def doAction(self, name: str) -> None:  # noqa: N802 - called by Qt
        """Press it, or give it the focus."""
        if name == PRESS:
            self._button.click()
        elif name == SET_FOCUS:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)


def hear_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Have screen readers take a widget for what it is, where Qt would tell them something else; before they first meet it."""
    widget.setProperty(ROLE, role.value)


def make_interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface for one of our own widgets, or nothing: Qt then uses its own. Installed once, at the start."""
    page = thing.parent()
    if isinstance(page, TextSurface) and isinstance(thing, QWidget) and thing is page.viewport():
        made = SurfaceInterface(thing, page)
        page.interface = made
        return made
    if isinstance(thing, FoldButton):
        thing.interface = FoldInterface(thing)
        return thing.interface
    role = thing.property(ROLE)
    if role is not None and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role(role), "")
    return None


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader speak a message without moving the focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))
