"""Look through a view as an auditor would, and list in words what fails: name, role, Tab, focus, size of targets, text cut off."""

import math
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import msgspec
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QStyleOptionViewItem,
    QTextEdit,
    QToolButton,
    QWidget,
)
from shiboken6 import getCppPointer

from app.ui.look.tokens import contrast
from app.ui.reading.question import Question
from app.ui.text.surface import TextSurface

Role = QAccessible.Role
Name = QAccessible.Text.Name

LEAST_TARGET = 24
LEAST_CONTRAST = 3.0
MOST_STOPS = 500
RIM = 4
"""Pixels around a control in which its focus ring may be drawn."""

NAMED = {
    *(Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.List, Role.ListItem, Role.Link, Role.Graphic),
    *(Role.Heading, Role.Paragraph, Role.Note, Role.Document, Role.Dialog, Role.MenuItem, Role.ComboBox, Role.Window, Role.Slider),
}
SAYS_NOTHING = {Role.NoRole, Role.Client, Role.Pane, Role.Grouping, Role.LayeredPane, Role.Border, Role.Whitespace}
"""Roles that tell nothing of what a thing does; nothing that takes the focus may have one."""

BY_OTHER_KEYS = {"Clear the search": "Esc", "Clear the filter": "Esc"}
"""Controls that Tab leaves out on purpose, and the key that does the same where they stand."""


class Link(msgspec.Struct, frozen=True):
    """A link of a text: what it says, where it leads, and its first and last position."""

    text: str
    address: str
    start: int
    end: int


class Stop(msgspec.Struct, frozen=True):
    """Where Tab has led: a widget, or a link in it."""

    widget: QWidget
    link: Link | None = None

    @property
    def name(self) -> str:
        return f"link “{self.link.text.strip()}”" if self.link else described(self.widget)


# --- what a view holds ---


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from tree(child)


def shown(root: QWidget) -> list[QAccessibleInterface]:
    return [part for part in tree(QAccessible.queryAccessibleInterface(root)) if not part.state().invisible]


def described(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return f"{type(widget).__name__} “{interface.text(Name)[:40]}”"


def links(text: QTextEdit) -> list[Link]:
    """Return every link of a text, pieces that stand together as one. Each stop of Tab asks for them, so those of the last text are kept."""
    document = text.document()
    state = getCppPointer(document)[0], document.revision(), document.characterCount()
    if _LAST.get("state") != state:
        _LAST.update(state=state, links=_links(document))
    return _LAST["links"]


_LAST: dict[str, Any] = {}


def _links(document: QTextDocument) -> list[Link]:
    found: list[Link] = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            address, start, end = piece.charFormat().anchorHref(), piece.position(), piece.position() + piece.length()
            if address:
                words = piece.text()
                if found and found[-1].address == address and found[-1].end == start:
                    before = found.pop()
                    words, start = before.text + words, before.start
                found.append(Link(words, address, start, end))
            pieces += 1
        block = block.next()
    return found


def texts(root: QWidget) -> list[TextSurface]:
    return [text for text in root.findChildren(TextSurface) if text.isVisible()]


def link_box(text: QTextEdit, link: Link) -> QRect:
    """Return where a link stands, in its text's viewport; of a link that is broken, the first line."""
    cursor = QTextCursor(text.document())
    box = QRect()
    for position in range(link.start, link.end + 1):
        cursor.setPosition(position)
        here = text.cursorRect(cursor)
        if not box.isNull() and here.top() != box.top():
            break
        box = here if box.isNull() else box.united(here)
    return box


# --- names and roles ---


def unnamed_or_roleless(root: QWidget) -> list[str]:
    complaints = []
    for part in shown(root):
        thing = part.object()
        what = f"{part.role().name} {type(thing).__name__ if thing else ''}"
        if isinstance(thing, QScrollBar):
            continue
        if part.role() in NAMED and not part.text(Name).strip():
            complaints.append(f"unnamed: {what}")
        if part.role() == Role.NoRole or (part.state().focusable and part.role() in SAYS_NOTHING and part.object() is not root):
            complaints.append(f"roleless: {what} “{part.text(Name)[:40]}”")
    return complaints


# --- Tab ---


def stop() -> Stop | None:
    widget = QApplication.focusWidget()
    if widget is None:
        return None
    if isinstance(widget, QTextEdit):
        cursor = widget.textCursor()
        chosen = cursor.selectionStart(), cursor.selectionEnd()
        return Stop(widget, next((link for link in links(widget) if cursor.hasSelection() and (link.start, link.end) == chosen), None))
    return Stop(widget)


def walk(backward: bool = False) -> list[Stop]:
    """Press Tab until it comes back to where it began, and return every stop on the way."""
    key, with_shift = (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier) if backward else (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    stops: list[Stop] = []
    ways: set[tuple[Stop | None, Stop]] = set()
    while len(stops) < MOST_STOPS:
        here = stop()
        way = (stops[-1] if stops else None, here)
        if here is None or way in ways:
            break
        stops.append(here)
        ways.add(way)
        QTest.keyClick(here.widget, key, with_shift)
    return stops


def wanted(root: QWidget) -> set[Stop]:
    """Return all that Tab has to reach: what takes the focus or can be pressed, and every link."""
    found = set()
    for part in shown(root):
        widget = part.object()
        if not isinstance(widget, QWidget) or part.state().disabled or part.text(Name) in BY_OTHER_KEYS:
            continue
        if isinstance(widget, QAbstractButton | QLineEdit) or (
            isinstance(widget, QAbstractItemView) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ):
            found.add(Stop(widget))
        elif isinstance(widget, QTextEdit):
            found |= {Stop(widget, link) for link in links(widget)}
    return found


def unreachable(root: QWidget) -> list[str]:
    complaints = []
    for way in ("Tab", "Shift+Tab"):
        reached = walk(backward=way != "Tab")
        complaints += [f"not reached by {way}: {missed.name}" for missed in wanted(root) - set(reached)]
        outside = [one for one in reached if one.widget.window() is not root.window()]
        complaints += [f"{way} leaves the view: {one.name}" for one in outside]
        if len(reached) == MOST_STOPS:
            complaints.append(f"{way} never comes back")
    return complaints


# --- focus ---


def covered(here: Stop, root: QWidget) -> str:
    """Return what is wrong when less than the whole of a focused thing is in sight; a thing larger than its part may be cut."""
    widget = here.widget
    if here.link is not None and isinstance(widget, QTextEdit):
        surface = widget.viewport()
        box = link_box(widget, here.link)
    else:
        surface, box = widget, widget.rect()
        if isinstance(widget, QTextEdit | QAbstractItemView):
            return ""  # a pane: as much of it is shown as there is room
    seen = surface.visibleRegion().boundingRect()
    if not seen.intersects(box) or (seen.intersected(box) != box and box.height() <= seen.height() and box.width() <= seen.width()):
        return f"focus is out of sight: {here.name}"
    top = root.window().childAt(surface.mapTo(root.window(), box.intersected(seen).center()))
    if top is not None and top is not surface and not surface.isAncestorOf(top) and not top.isAncestorOf(surface):
        return f"focus is covered by {described(top)}: {here.name}"
    return ""


def focus_box(here: Stop, root: QWidget) -> QRect:
    widget = here.widget
    if here.link is not None and isinstance(widget, QTextEdit):
        box = link_box(widget, here.link)
        return QRect(widget.viewport().mapTo(root, box.topLeft()), box.size()).adjusted(-RIM, -RIM, RIM, RIM)
    return QRect(widget.mapTo(root, QPoint()), widget.size()).adjusted(-RIM, -RIM, RIM, RIM)


PIXEL, FEW = 4, 64
"""Bytes of a pixel, and of a part of a picture that is not halved again."""


def changed_pixels(old: bytes, new: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the pixels that differ; halves that are the same are not looked into, or it would take most of an audit's time."""
    if old == new:
        return
    if len(old) > FEW:
        half = len(old) // 2 // PIXEL * PIXEL
        yield from changed_pixels(old[:half], new[:half])
        yield from changed_pixels(old[half:], new[half:])
        return
    for at in range(0, len(old), PIXEL):
        if old[at : at + PIXEL] != new[at : at + PIXEL]:
            yield old[at : at + PIXEL], new[at : at + PIXEL]


def strong_changes(before: QImage, after: QImage, enough: int) -> int:
    """Return how many pixels changed so much that one is at least three times as light as the other; nobody counts on when there are enough."""
    old, new = (bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (before, after))
    count = 0
    for one, other in changed_pixels(old, new):
        count += is_strong(one, other)
        if count >= enough:
            break
    return count


@lru_cache(maxsize=10_000)
def is_strong(one: bytes, other: bytes) -> bool:
    return contrast(name_of(one), name_of(other)) >= LEAST_CONTRAST


def name_of(pixel: bytes) -> str:
    """Return a colour as the tokens write it."""
    return QColor(int.from_bytes(pixel, sys.byteorder)).name()


def invisible_focus(here: Stop, root: QWidget) -> str:
    """Return what is wrong when the picture hardly differs with and without the focus; the focus is where it was afterwards."""
    box, widget = focus_box(here, root), here.widget
    if here.link is None and isinstance(widget, QTextEdit):  # the first stop of all may not have been reached by key
        widget.clearFocus()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    if not box.intersects(root.rect()):
        return ""  # told as out of sight
    with_focus = root.grab(box).toImage()
    cursor = widget.textCursor() if isinstance(widget, QTextEdit) else None
    widget.clearFocus()
    without = root.grab(box).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if cursor is not None and isinstance(widget, QTextEdit):
        widget.setTextCursor(cursor)
    needed = 12 if isinstance(widget, QTextEdit) and here.link is None else min(box.width(), box.height())
    changed = strong_changes(with_focus, without, needed)
    return "" if changed >= needed else f"focus is not seen ({changed} pixels): {here.name}"


def bad_focus(root: QWidget, *, most_links: int = 3) -> list[str]:
    """Return where the focus is covered (at every stop) or not seen (at every widget, and a few links of each text)."""
    complaints, seen_links = [], 0
    key = Qt.Key.Key_Tab
    if stop() is None:
        return ["nothing has the focus"]
    root = root.window()
    stops: list[Stop] = []
    while len(stops) < MOST_STOPS:
        here = stop()
        if here is None or here in stops:
            break
        stops.append(here)
        complaints.append(covered(here, root))
        seen_links += here.link is not None
        if here.link is None or seen_links <= most_links:
            complaints.append(invisible_focus(here, root))
        QTest.keyClick(here.widget, key)
    return [complaint for complaint in complaints if complaint]


# --- targets ---


def is_in_a_sentence(text: QTextEdit, link: Link) -> bool:
    """Return whether other words stand in the link's block: such links are as high as their line, which WCAG allows."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(link.start)
    block = cursor.block()
    words = block.text()
    for one in links(text):
        if block.contains(one.start):
            words = words.replace(one.text, "", 1)
    return any(sign.isalnum() for sign in words)


def small_targets(root: QWidget) -> list[str]:
    complaints = []
    for part in shown(root):
        widget = part.object()
        if isinstance(widget, QAbstractButton | QLineEdit) and min(widget.width(), widget.height()) < LEAST_TARGET:
            complaints.append(f"target {widget.width()}×{widget.height()}: {described(widget)}")
        elif isinstance(widget, QListView):
            heights = [widget.visualRect(widget.model().index(row, 0)).height() for row in range(widget.model().rowCount())]
            complaints += [f"row {height} high: {described(widget)}" for height in heights if height < LEAST_TARGET]
    for text in texts(root):
        boxes = [(link, link_box(text, link)) for link in links(text) if not is_in_a_sentence(text, link)]
        for link, box in boxes:
            others = [other for one, other in boxes if one.start != link.start]
            if min(box.width(), box.height()) < LEAST_TARGET and any(meets(box, other) for other in others):
                complaints.append(f"target {box.width()}×{box.height()}: link “{link.text}”")
    return complaints


def meets(box: QRect, other: QRect) -> bool:
    """Return whether a circle of 24 pixels around a small target meets another target, or its circle where that is small too."""
    middle, there = box.center(), other.center()
    if min(other.width(), other.height()) < LEAST_TARGET and math.dist(middle.toTuple(), there.toTuple()) < LEAST_TARGET:
        return True
    beside = max(other.left() - middle.x(), 0, middle.x() - other.right()), max(other.top() - middle.y(), 0, middle.y() - other.bottom())
    return math.hypot(*beside) < LEAST_TARGET / 2


# --- text that is cut off ---


def cut_off(root: QWidget) -> list[str]:
    return [complaint for widget in root.findChildren(QWidget) if widget.isVisible() for complaint in _cut(widget)]


def _cut(widget: QWidget) -> Iterator[str]:
    words, needs_width, needs_height = "", 0, 0
    if isinstance(widget, QLabel) and widget.text():
        words = widget.text()
        needs_height = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        longest = max((widget.fontMetrics().horizontalAdvance(word) for word in re.split(r"[\s/-]", words)), default=0)  # where Qt breaks lines
        needs_width = longest if widget.wordWrap() else widget.sizeHint().width()
    elif isinstance(widget, Question):
        words, needs_height = widget.question, widget.heightForWidth(widget.width())
    elif isinstance(widget, QPushButton) and widget.text():
        words, is_broken = widget.text(), widget.hasHeightForWidth()
        needs_height = widget.heightForWidth(widget.width()) if is_broken else widget.fontMetrics().height()
        longest = max((widget.fontMetrics().horizontalAdvance(word) for word in words.split()), default=0)
        needs_width = (longest if is_broken else widget.fontMetrics().horizontalAdvance(words)) + 8
    elif isinstance(widget, QToolButton) and widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly and widget.text():
        words, needs_width = widget.text(), widget.sizeHint().width()
    elif isinstance(widget, QLineEdit):
        words = widget.placeholderText()
        margins = widget.textMargins()
        needs_width = widget.fontMetrics().horizontalAdvance(words) + margins.left() + margins.right() + 16
        needs_height = widget.fontMetrics().height()
    elif isinstance(widget, QListView):
        yield from _cut_rows(widget)
    elif isinstance(widget, TextSurface):
        words, needs_width = widget.accessibleName(), round(widget.document().size().width())
        if widget.viewport().width() < needs_width:
            yield f"wider than its part by {needs_width - widget.viewport().width()}: {described(widget)}"
        return
    if not words:
        return
    if needs_width > widget.width() + 1 or needs_height > widget.height() + 1:
        yield f"cut off, {widget.width()}×{widget.height()} for {needs_width}×{needs_height}: “{words[:60]}”"
    elif not _scrolls(widget) and widget.visibleRegion().boundingRect() != widget.rect():
        yield f"partly hidden: “{words[:60]}”"


def rows_cut_off(rows: QListView) -> list[str]:
    """Return which rows of a list have not the height that they need, or lie over the next one: Qt may know the new height and the old place."""
    return list(_cut_rows(rows))


def _cut_rows(rows: QListView) -> Iterator[str]:
    option = QStyleOptionViewItem()
    option.rect = rows.viewport().rect()
    option.widget = rows
    for number in range(rows.model().rowCount()):
        index = rows.model().index(number, 0)
        height, needed = rows.visualRect(index).height(), rows.itemDelegateForIndex(index).sizeHint(option, index).height()
        if height < needed:
            yield f"row cut off, {height} for {needed}: “{str(index.data())[:40]}”"
        below = rows.visualRect(rows.model().index(number + 1, 0))
        if below.isValid() and below.top() != rows.visualRect(index).bottom() + 1:
            yield f"row {height} high, and the next begins {below.top() - rows.visualRect(index).top()} below it: “{str(index.data())[:40]}”"


def _scrolls(widget: QWidget) -> bool:
    part = widget.parentWidget()
    while part is not None:
        if isinstance(part, QScrollArea):
            return True
        part = part.parentWidget()
    return False


CHECKS: dict[str, Callable[[QWidget], list[str]]] = {
    "names and roles": unnamed_or_roleless,
    "Tab": unreachable,
    "focus": bad_focus,
    "targets": small_targets,
    "text": cut_off,
}
"""What each audit is called, and the function that lists what fails."""
