"""A text on the screen with its links: where they stand, how the keyboard goes from one to the next, and what carries its interfaces."""

from itertools import pairwise
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QTextBrowser, QWidget

from app.core.pages.blocks import Blocks
from app.ui.look.theme import RING, RING_ROOM, Look, paint_ring
from app.ui.text.position import each_block
from app.ui.text.readable import tip_words
from app.ui.text.selection import UNKNOWN, NothingSelected, Origin, mime_of

GAP = 2
"""Pixels between a link and the ring around it."""

BY_KEY = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason})
"""How the focus comes when it is to be seen at once."""

PASSING = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason})
"""How the focus goes for a moment and comes back to where it was."""


class Link(Struct, frozen=True):
    """A link in a block: its first and last position in the document, where it leads, and what its word means."""

    start: int
    end: int
    address: str
    meaning: str = ""


def links_of(block: QTextBlock) -> tuple[Link, ...]:
    """Return the links of a block in order; pieces in different styles that stand together are one link."""
    found: list[Link] = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        form = piece.charFormat()
        if form.isAnchor() and form.anchorHref():
            start, end = piece.position(), piece.position() + piece.length()
            if found and (found[-1].address, found[-1].end) == (form.anchorHref(), start):
                start = found.pop().start
            found.append(Link(start, end, form.anchorHref(), tip_words(form.toolTip())))
        pieces += 1
    return tuple(found)


class AccessibleText(Protocol):
    """What tells screen readers of a text."""

    def renew(self) -> None:
        """Forget the blocks: the text is another one."""

    def link_at(self, link: Link) -> QAccessibleInterface | None:
        """Return what stands for a link."""


class TextSurface(QTextBrowser):
    """A text whose viewport carries the interfaces of its blocks, while Qt's own text interface (caret, selection) stays on the text.

    `blocks` is what it shows.
    """

    interface: AccessibleText | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forget_early_interface()
        self._focus_colour = QColor()
        self._selected: dict[bool, tuple[QColor, QColor]] = {}
        self.blocks: Blocks = ()
        self._origin = UNKNOWN
        self._nothing_selected: NothingSelected | None = None
        self._reason = self._way_in = Qt.FocusReason.NoFocusReason
        self._reached: Link | None = None
        self._found: tuple[int, list[Link]] = -1, []
        self.selectionChanged.connect(self._see_selection)
        self.document().contentsChanged.connect(self._renew_interface)

    def take_colours(self, look: Look) -> None:
        """Take the colours of a theme for what has the focus and what is selected."""
        self._focus_colour = look.colour("focus")
        self._selected = {
            False: (look.colour("accent"), look.colour("accent_ink")),
            True: (look.colour("accent_soft"), look.colour("ink")),
        }
        self._colour_selection()

    def _colour_selection(self) -> None:
        """Let the link that the keyboard is at stand on a soft ground, as a line of a list does: on the strong one its mark would not be seen."""
        if not self._selected:
            return
        ground, ink = self._selected[self.focused_link() is not None]
        palette, roles = self.palette(), QPalette.ColorRole
        if palette.color(roles.Highlight) != ground:
            palette.setColor(roles.Highlight, ground)
            palette.setColor(roles.HighlightedText, ink)
            self.setPalette(palette)

    @property
    def origin(self) -> Origin:
        """Where copied words come from, and whether they may be copied."""
        return self._origin

    @origin.setter
    def origin(self, origin: Origin) -> None:
        self._origin = origin
        if not origin.leaving.may_copy and self._nothing_selected is None:
            self._nothing_selected = NothingSelected(self)

    def copy(self) -> None:
        """Copy what is selected, if that is allowed; else the clipboard stays as it is."""
        if self._origin.leaving.may_copy:
            super().copy()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - called by Qt
        """Copy text and HTML; the notes of a selected passage go with it even when they were not selected."""
        return mime_of(self.textCursor(), self.blocks, self._origin)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - called by Qt
        """Show Qt's menu; where nothing may be copied there is none, since all that it offers is to copy, a link's address included."""
        if self._origin.leaving.may_copy:
            super().contextMenuEvent(event)

    def _forget_early_interface(self) -> None:
        """Have the viewport met again: where a screen reader runs already, Qt has made its own interface before this was known to be our text."""
        if QAccessible.isActive():
            early = QAccessible.queryAccessibleInterface(self.viewport())
            if self.interface is None:  # else it is ours, made just now
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(early))

    def _renew_interface(self) -> None:
        self._way_in = Qt.FocusReason.NoFocusReason  # another text: the caret tells where the reader is
        if self.interface is not None:
            self.interface.renew()

    def follow_link(self, link: Link) -> None:
        """Do what a click on the link would do."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.anchorClicked.emit(QUrl(link.address))

    def focus_link(self, link: Link) -> None:
        """Put the focus on a link, as Tab does."""
        if not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.textCursor()
        cursor.setPosition(link.start)
        cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
        self._reached = link
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        lines, bar, edge = link_lines(self, link), self.verticalScrollBar(), GAP + RING
        below = max((line.bottom() for line in lines), default=0) + edge + 1 - self.viewport().height()
        above = min((line.top() for line in lines), default=0) - edge
        bar.setValue(
            bar.value() + min(max(below, 0), max(above, 0)) + min(above, 0)
        )  # all of its lines with the ring; the first where all have no room
        self._show_link()

    def focused_link(self) -> Link | None:
        """Return the link that the keyboard is at."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        block = self.document().findBlock(cursor.selectionStart())
        chosen = cursor.selectionStart(), cursor.selectionEnd()
        return next((link for link in links_of(block) if (link.start, link.end) == chosen), None)

    def has_chosen_words(self) -> bool:
        """Return whether words are selected, other than those of a link that is so only because the keyboard is at it."""
        return self.textCursor().hasSelection() and self._reached is None

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - called by Qt
        """Remember whether the focus came by key: then it is shown."""
        if event.reason() not in PASSING:
            self._reason = self._way_in = event.reason()
        super().focusInEvent(event)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - called by Qt
        """Take the ring away."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self._leave_link()
        self._repaint()

    def _see_selection(self) -> None:
        if self._reached is not None and self._reached != self.focused_link():
            self._reached = None
        self._colour_selection()
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint the text, and the ring around the link that the keyboard is at, or around the text where it is at none."""
        super().paintEvent(event)
        link = self.focused_link() if self.hasFocus() else None
        if not self.hasFocus() or not (link or self._reason in BY_KEY):
            return
        rim = GAP + RING // 2
        boxes = [line.adjusted(-rim, -rim, rim + 1, rim + 1) for line in link_lines(self, link)] if link else [self._box_around_words()]
        painter = QPainter(self.viewport())
        for box in boxes:
            paint_ring(painter, self._focus_colour, box)
        painter.end()

    def leave_room_for_ring(self) -> None:
        """Let the words begin so far from every edge that the ring around them does not touch them; to be done when the text has been set."""
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if form.margin() != RING_ROOM:
            form.setMargin(RING_ROOM)
            frame.setFrameFormat(form)

    def _box_around_words(self) -> QRect:
        """Return the box in the viewport that all words have room in, as far as it is in sight."""
        form, size = self.document().rootFrame().frameFormat(), self.document().size()
        left, top = round(form.leftMargin()) - RING_ROOM, round(form.topMargin()) - RING_ROOM
        right, bottom = round(form.rightMargin()) - RING_ROOM, round(form.bottomMargin()) - RING_ROOM
        whole = QRect(left, top, round(size.width()) - left - right, round(size.height()) - top - bottom)
        return whole.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value()).intersected(self.viewport().rect())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - called by Qt
        """Go from link to link in their order, then on to the next part. Qt's own way passes over links that lead to the same address."""
        if QApplication.focusWidget() is not self:  # Qt asks for what stands inside this text too, and would look for this text's links
            return QWidget.focusNextPrevChild(self, forward)
        target = self._next_link(is_forward=forward)
        if target is not None:
            self.focus_link(target)
            self.highlighted.emit(QUrl(target.address))
            return True
        self._leave_link()
        return QWidget.focusNextPrevChild(self, forward)

    def _next_link(self, *, is_forward: bool) -> Link | None:
        """Return the link after or before the one that has the focus; without one, the first or last as Tab comes in, else the one by the caret."""
        found, now = self.links(), self.focused_link()
        if now is not None:
            behind = [link for link in found if link.start >= now.end]
            before = [link for link in found if link.end <= now.start]
        elif self._way_in in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            came_forward = self._way_in == Qt.FocusReason.TabFocusReason
            behind, before = (found, []) if came_forward else ([], found)
        else:
            caret = self.textCursor().position()
            behind = [link for link in found if link.start >= caret]
            before = [link for link in found if link.end <= caret]
        return next(iter(behind if is_forward else reversed(before)), None)

    def links(self) -> list[Link]:
        """Return every link of the text in order; looked for once as long as the text stays, since every Tab asks."""
        if self._found[0] != (state := self.document().revision()):
            self._found = state, [link for block in each_block(self.document()) for link in links_of(block)]
        return self._found[1]

    def _leave_link(self) -> None:
        if self.focused_link() is not None:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def _show_link(self) -> None:
        link = self.focused_link()
        if link is None:
            return
        bring_into_sight(self, link_rect(self, link))  # a text that is as high as its words stands in a part that scrolls
        if self.interface is not None and QAccessible.isActive():
            reached = self.interface.link_at(link)
            if reached is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(reached, QAccessible.Event.Focus))


def bring_into_sight(widget: QWidget, box: QRect) -> None:
    """Scroll whatever the widget stands in until a rectangle of the screen is in sight, its beginning where it is too large."""
    part = widget.parentWidget()
    while part is not None:
        body = part.widget() if isinstance(part, QScrollArea) else None
        if isinstance(part, QScrollArea) and body is not None:
            corners = [body.mapFromGlobal(corner) for corner in (box.bottomRight(), box.topLeft())]
            for there in corners:
                part.ensureVisible(there.x(), there.y(), 0, GAP + RING)
        part = part.parentWidget()


def block_rect(page: TextSurface, block: QTextBlock) -> QRect:
    """Return where a block is on the screen."""
    box = page.document().documentLayout().blockBoundingRect(block).toRect()
    scrolled = QPoint(page.horizontalScrollBar().value(), page.verticalScrollBar().value())
    return QRect(page.viewport().mapToGlobal(box.topLeft() - scrolled), box.size())


def link_rect(page: TextSurface, link: Link) -> QRect:
    """Return where a link is on the screen; of a link that is broken over lines, all of them."""
    box = QRect()
    for line in link_lines(page, link):
        box = box.united(line)
    return QRect(page.viewport().mapToGlobal(box.topLeft()), box.size())


def link_lines(page: TextSurface, link: Link) -> list[QRect]:
    """Return where a link is in the viewport, line by line."""
    cursor = QTextCursor(page.document())
    block = page.document().findBlock(link.start)
    layout = block.layout()
    ends = {line.textStart() + block.position() for number in range(layout.lineCount()) if (line := layout.lineAt(number)).isValid()}
    stops = sorted({link.start, link.end, *(end for end in ends if link.start < end < link.end)})
    lines = []
    for first, behind in pairwise(stops):
        cursor.setPosition(first)
        left = page.cursorRect(cursor)
        cursor.setPosition(behind - (behind in ends))
        lines.append(left.united(page.cursorRect(cursor)))
    return lines
