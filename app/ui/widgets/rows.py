"""Lists whose rows are as high as their words need."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem


class RowsMeasured(QObject):
    """Has all rows of a list measured again whenever its viewport gets another width; the list owns it.

    Qt does not: when a scroll bar comes or goes, it takes the new height of each row and the old places, and rows lie over each other.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Have the rows measured before they are painted next."""
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._view.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)


def row_width(option: QStyleOptionViewItem) -> int:
    """Return the width in pixels that a row of a list has now: that of the viewport, which a scroll bar makes narrower."""
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else int(option.rect.width())
