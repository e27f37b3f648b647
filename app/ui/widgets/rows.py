"""Lists whose rows are painted, each as high as its words need, and the viewports of all that scrolls."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QAbstractScrollArea, QFrame, QListView, QStyleOptionViewItem, QWidget

VIEWPORT = "qt_scrollarea_viewport"
"""How Qt names the viewports that it makes."""


class Spoken(Protocol):
    """A row that can be read aloud."""

    @property
    def spoken(self) -> str:
        """All of its words."""


Row = TypeVar("Row", bound=Spoken)


class RowModel(QAbstractListModel, Generic[Row]):
    """The rows of a list; screen readers are given all of a row's words. It has no parent: what shows the rows holds it as long as the list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - called by Qt
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.looked_for(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def looked_for(self, row: Row) -> str:
        """Return the words of a row that typing in the list looks for."""
        return row.spoken

    def replace(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def meet_viewport(area: QAbstractScrollArea) -> None:
    """Make the viewport of an area known to PySide before anybody asks for it.

    To find out what kind of widget `viewport()` returns, PySide loads all kinds that there are, once: that takes 9 ms and 1.5 MB. A child that is
    asked for by its name is what it is asked for as.
    """
    area.findChild(QWidget, VIEWPORT, Qt.FindChildOption.FindDirectChildrenOnly)


def set_up_rows(view: QListView, name: str, model: QAbstractListModel, painter: QAbstractItemDelegate) -> None:
    """Let a list of this name show the rows of a model as a painter paints them, on the page's own ground; they are never copied."""
    meet_viewport(view)
    NothingCopied(view)
    RowsMeasured(view)
    view.setObjectName("hits")
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(painter)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class NothingCopied(QObject):
    """Keeps a list, which it belongs to, from copying the words of its chosen line, as Qt's lists do: they would go without notes and citation."""

    def __init__(self, listed: QAbstractItemView) -> None:
        super().__init__(listed)
        listed.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Take the keys that copy."""
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Copy)


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
