"""The interfaces that screen readers use of a page: of its text, its blocks and their links, for which Qt has no widgets."""

import weakref
from typing import cast

# PySide declares that several of the methods below never return None; Qt allows it, and means "nothing there" by it.
from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface, QTextBlock
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from app.ui.text.position import each_block
from app.ui.text.properties import FOLD, NOTE, SPOKEN, UNFOLDED, spoken
from app.ui.text.readable import plain
from app.ui.text.surface import Link, TextSurface, block_rect, link_rect, links_of
from app.ui.widgets.headings import NO_INTERFACE, Level

PRESS, SET_FOCUS = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()


class TextPart(QAccessibleInterface):
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


class LinkActions(QAccessibleActionInterface):
    """What can be done with a link: follow it, or put the focus on it."""

    def __init__(self, interfaces: "PageInterfaces", link: Link) -> None:
        super().__init__()
        self._interfaces, self._link = interfaces, link

    def actionNames(self) -> list[str]:  # noqa: N802 - called by Qt
        """Return both."""
        return [PRESS, SET_FOCUS]

    def keyBindingsForAction(self, _name: str) -> list[str]:  # noqa: N802 - called by Qt
        """Return no keys: Enter follows the link that has the focus."""
        return []

    def doAction(self, name: str) -> None:  # noqa: N802 - called by Qt
        """Follow the link, or put the focus on it."""
        if name == PRESS:
            self._interfaces.page.follow_link(self._link)
        elif name == SET_FOCUS:
            self._interfaces.page.focus_link(self._link)


class LinkInterface(TextPart):
    """A link inside its block."""

    def __init__(self, block: "BlockInterface", link: Link) -> None:
        super().__init__()
        self._block, self.link = block, link
        self._actions = LinkActions(block.interfaces, link)

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
        page = self._block.interfaces.page
        state.focused = page.hasFocus() and page.focused_link() == self.link
        return state

    def rect(self) -> QRect:
        """Return where the link is on the screen."""
        return link_rect(self._block.interfaces.page, self.link)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """Return what can be done with the link."""
        return self._actions if kind == QAccessible.InterfaceType.ActionInterface else NO_INTERFACE


class BlockInterface(TextPart):
    """One block of a page: a heading, a paragraph, a list item or a part of a note, found again by its number. Its children are its links."""

    def __init__(self, interfaces: "PageInterfaces", number: int) -> None:
        super().__init__()
        self.interfaces = interfaces
        self.number = number
        self._made: list[LinkInterface] | None = None
        self._is_gone = False
        self._level = Level(self.block().blockFormat().headingLevel())
        own = self._own_link()
        self._actions = LinkActions(interfaces, own) if own else None

    def block(self) -> QTextBlock:
        """Return the block; one that is not valid when the page has changed."""
        return self.interfaces.page.document().findBlockByNumber(self.number)

    def drop(self) -> None:
        """Be of no use from now on, since the page shows something else or is gone."""
        self._is_gone = True

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
                self.interfaces.keep(made)
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
        page = self.interfaces.page
        state.invisible = not page.isVisible()
        state.offscreen = not self.parent().rect().intersects(self.rect())
        own = self._own_link()
        if own is not None:
            state.focusable = True
            state.focused = page.hasFocus() and page.focused_link() == own
        if self.role() == QAccessible.Role.Button:
            state.expandable = True
            state.expanded = self.block().blockFormat().boolProperty(UNFOLDED)
            state.collapsed = not state.expanded
        return state

    def rect(self) -> QRect:
        """Return where the block is on the screen."""
        return block_rect(self.interfaces.page, self.block())

    def parent(self) -> QAccessibleInterface:
        """Return the page."""
        return QAccessible.queryAccessibleInterface(self.interfaces.page.viewport())

    def isValid(self) -> bool:  # noqa: N802 - called by Qt
        """Return whether the page still shows this block."""
        return not self._is_gone and self.interfaces.is_there() and self.block().isValid()

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


class PageInterfaces:
    """Owns what Qt is told of one page: the interfaces of its blocks and their links, until the page shows something else or goes.

    Qt keeps no reference to them and asks them whenever a screen reader does, so they must live until Qt has been told to forget them. The end of
    the viewport, to which this is connected, holds them till then, whatever Python collects; the page itself they know weakly.
    """

    def __init__(self, page: TextSurface) -> None:
        self._page = weakref.ref(page)
        self._blocks: dict[int, BlockInterface] = {}
        self._kept: list[tuple[int, QAccessibleInterface]] = []
        self._counted: tuple[tuple[int, int, int], list[int]] = (0, 0, 0), []
        self._soon = QTimer(page, interval=0, singleShot=True)  # ends when the text is complete
        self._soon.timeout.connect(self._tell_blocks)
        page.viewport().destroyed.connect(self)  # not a method of it: PySide holds that weakly

    def __call__(self, _viewport: QObject | None = None) -> None:
        """Have Qt forget everything: the viewport is gone."""
        self._forget()

    def is_there(self) -> bool:
        """Return whether the page still is."""
        page = self._page()
        return page is not None and isValid(page)

    @property
    def page(self) -> TextSurface:
        """The page; asked for only while it is there."""
        page = self._page()
        if page is None:
            raise ReferenceError("the page is gone")
        return page

    def keep(self, part: QAccessibleInterface) -> None:
        """Register an interface and keep it as long as it is registered."""
        self._kept.append((QAccessible.registerAccessibleInterface(part), part))

    def _forget(self) -> None:
        for block in self._blocks.values():
            block.drop()
        self._blocks.clear()
        kept, self._kept = self._kept, []
        for number, _ in reversed(kept):
            QAccessible.deleteAccessibleInterface(number)

    def numbers(self) -> list[int]:
        """Return the numbers of the blocks that hold text; looked for once as long as the text stays, since each block is asked for by this list."""
        document = self.page.document()
        state = id(document), document.revision(), document.blockCount()
        if self._counted[0] != state:
            self._counted = state, [number for number, block in enumerate(each_block(document)) if spoken(block)]
        return self._counted[1]

    def block(self, number: int) -> BlockInterface:
        """Return the interface of a block."""
        if number not in self._blocks:
            self._blocks[number] = made = BlockInterface(self, number)
            self.keep(made)
        return self._blocks[number]

    def link_at(self, link: Link) -> QAccessibleInterface | None:
        """Return what stands for a link: its own interface, or the block's where the whole block is the link."""
        block = self.block(self.page.document().findBlock(link.start).blockNumber())
        return next((made for made in block.links() if made.link == link), block if block.is_link() else None)

    def renew(self) -> None:
        """Forget the blocks: the text is another one. Screen readers keep what they have met, so they are told that it is gone."""
        gone = list(self._blocks.values())
        if QAccessible.isActive():
            for block in gone:
                QAccessible.updateAccessibility(QAccessibleEvent(block, QAccessible.Event.ObjectDestroyed))
        self._forget()
        if gone and QAccessible.isActive():
            self._soon.start()

    def _tell_blocks(self) -> None:
        for number in self.numbers():
            QAccessible.updateAccessibility(QAccessibleEvent(self.block(number), QAccessible.Event.ObjectCreated))


class SurfaceInterface(QAccessibleWidget):
    """A page's text: a document whose children are its blocks; empty ones say nothing and are left out.

    It holds nothing itself: PySide never lets go of what a factory has returned, and all that it held would stay with it.
    """

    def __init__(self, viewport: QWidget, page: TextSurface) -> None:
        super().__init__(viewport, QAccessible.Role.Document, page.accessibleName())

    def _interfaces(self) -> PageInterfaces:
        return cast("PageInterfaces", cast("TextSurface", self.object().parent()).interface)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the page's name."""
        return self._interfaces().page.accessibleName() if kind == QAccessible.Text.Name else ""

    def state(self) -> QAccessible.State:
        """Return the viewport's state; the focus is the text's own."""
        state = super().state()
        state.focused = False
        return state

    def childCount(self) -> int:  # noqa: N802 - called by Qt
        """Return how many blocks hold text."""
        return len(self._interfaces().numbers())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a block by its place among those that hold text."""
        numbers = self._interfaces().numbers()
        return self._interfaces().block(numbers[index]) if 0 <= index < len(numbers) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - called by Qt
        """Return the block at a point of the screen."""
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child is not None and child.rect().contains(x, y)), None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - called by Qt
        """Return which of the blocks this is; -1 when it is none."""
        numbers = self._interfaces().numbers()
        return numbers.index(child.number) if isinstance(child, BlockInterface) and child.number in numbers else -1
