"""What is shown in a window, and what of it is cut off."""

import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

SPARE = 1
MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
"""What keeps words in their order where text is read from the right."""


def shown(root: QWidget) -> Iterator[QWidget]:
    """Give a widget and all that is visible below it."""
    if root.isVisible():
        yield root
        for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not child.isWindow():
                yield from shown(child)


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Give everything that is said to eye or ear, with where it stands."""
    for widget in shown(root):
        name = type(widget).__name__
        said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
        if isinstance(widget, QLabel) and widget.textFormat() == Qt.TextFormat.RichText:
            said.append(unescape(re.sub("<[^>]*>", "", widget.text())))
        elif isinstance(widget, QLabel | QAbstractButton):
            seen = MARKS.sub("", widget.text())
            is_folded = seen.endswith("…") and widget.accessibleName().startswith(seen.rstrip("… "))
            said += [widget.text()] * (not is_folded)  # then the whole of it is said to the ear, and is among these
        if isinstance(widget, QLineEdit):
            said.append(widget.placeholderText())
        if isinstance(widget, QListView) and (model := widget.model()) is not None:
            said += [str(model.index(row, 0).data() or "") for row in range(model.rowCount())]
        if isinstance(widget, QComboBox):
            said += [widget.itemText(row) for row in range(widget.count())]
        if isinstance(widget, QMenu | QMenuBar):
            said += [text for action in widget.actions() for text in (action.text(), action.toolTip())]
        if hasattr(widget, "toPlainText"):
            said += widget.toPlainText().split("\n")
        yield from ((name, text) for text in said if text)


def cut_off(root: QWidget) -> list[str]:
    """Return what has not the room that its words need."""
    return [found for widget in shown(root) for found in _cut(widget)]


def _cut(widget: QWidget) -> Iterator[str]:  # noqa: PLR0912 - one branch for each kind of widget
    name = f"{type(widget).__name__} {widget.objectName()}".strip()
    if isinstance(widget, QLabel) and widget.text():
        yield from (f"{name} {widget.text()!r}: {reason}" for reason in _label(widget))
    elif isinstance(widget, QPushButton | QToolButton) and widget.text():
        if widget.hasHeightForWidth():
            if widget.height() < widget.heightForWidth(widget.width()) - SPARE:
                yield f"{name} {widget.text()!r}: {widget.height()} high for {widget.heightForWidth(widget.width())}"
            return
        icon_only = isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        if not icon_only and (widget.width() < widget.sizeHint().width() - SPARE or widget.height() < widget.minimumSizeHint().height() - SPARE):
            yield f"{name} {widget.text()!r}: {widget.width()}x{widget.height()} for {widget.sizeHint().toTuple()}"
    elif isinstance(widget, QAbstractButton) and widget.text() and type(widget).sizeHint is not QWidget.sizeHint:
        if widget.height() < (widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.minimumSizeHint().height()) - SPARE:
            yield f"{name} {widget.text()!r}: {widget.height()} high"
        elif not widget.hasHeightForWidth() and widget.width() < widget.sizeHint().width() - SPARE:
            yield f"{name} {widget.text()!r}: {widget.width()} wide for {widget.sizeHint().width()}"
    elif isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        option, margins = QStyleOptionFrame(), widget.textMargins()
        widget.initStyleOption(option)
        inside = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, widget)
        room = inside.width() - margins.left() - margins.right() - 4
        if room < widget.fontMetrics().horizontalAdvance(widget.placeholderText()):
            yield f"{name} {widget.placeholderText()!r}: {room} for {widget.fontMetrics().horizontalAdvance(widget.placeholderText())}"
    elif isinstance(widget, QComboBox) and widget.width() < widget.minimumSizeHint().width() - SPARE:
        yield f"{name}: {widget.width()} for {widget.minimumSizeHint().width()}"
    elif isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QMenu):
        bar = widget.horizontalScrollBar()
        if bar.maximum() > 0:
            yield f"{name}: {bar.maximum()} px of it lie to the side"
    if _says_something(widget) and (lost := _outside(widget)):
        yield f"{name} {_says_something(widget)!r}: {lost}"


def _says_something(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.placeholderText() if isinstance(widget, QLineEdit) else ""


def _label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() < needed - SPARE:
            yield f"{label.height()} high for {needed}"
        longest = max((_width(label.fontMetrics(), word) for word in re.split(r"[\s/-]", label.text())), default=0)
        if longest > room.width() + SPARE:
            yield f"a word of {longest} in {room.width()}"
    elif label.width() < label.sizeHint().width() - SPARE or label.height() < label.sizeHint().height() - SPARE:
        yield f"{label.width()}x{label.height()} for {label.sizeHint().toTuple()}"


def _width(metrics: QFontMetrics, word: str) -> int:
    return metrics.horizontalAdvance(word)


def _outside(widget: QWidget) -> str:
    """Return how much of a widget lies outside of those that hold it; what a scroll area holds can be scrolled up and down."""
    box = QRect(QPoint(0, 0), widget.size())
    above, scrolls = widget.parentWidget(), False
    at = widget
    while above is not None and not at.isWindow():
        box.moveTopLeft(at.mapToParent(box.topLeft()))
        scrolls = scrolls or (isinstance(above.parentWidget(), QAbstractScrollArea) and above.parentWidget().viewport() is above)
        room = above.rect()
        sideways = box.left() < room.left() - SPARE or box.right() > room.right() + SPARE
        upright = not scrolls and (box.top() < room.top() - SPARE or box.bottom() > room.bottom() + SPARE)
        if (sideways or upright) and not scrolls:
            return f"{box.getRect()} in {type(above).__name__} {room.getRect()}"
        at, above = above, above.parentWidget()
    return ""


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
