"""A list of problems or suggestions: line, what, how to mend it. Arrow keys go through it, Enter leads to the place on the page."""

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QTextDocument, QTextOption
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.base.text import ended
from app.core.drafts.lines import Message
from app.ui.look.icons import Icons
from app.ui.look.theme import Look, paint_ring
from app.ui.widgets.rows import RowsMeasured, row_width

PADDING, GAP, RADIUS, ICON = 12, 8, 8, 16

MOST = 200
"""Rows at most; who has more to mend begins with these."""


class MessageList(QListWidget):
    """Shows what is told of a file. Signals: `chosen(told)` on Enter or a click."""

    chosen = Signal(object)

    def __init__(self, name: str, look: Look, icons: Icons, *, has_frames: bool) -> None:
        super().__init__()
        self._told: tuple[Message, ...] = ()
        self._painter = _RowPainter(look, icons, has_frames=has_frames)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setObjectName("messages")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._measured = RowsMeasured(self)
        self.itemActivated.connect(self._choose)
        self.itemClicked.connect(self._choose)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._painter.apply_look(look, icons)
        self.scheduleDelayedItemsLayout()

    def show_messages(self, told: tuple[Message, ...]) -> None:
        """Show other rows; the current one stays, by its number."""
        if told == self._told:
            return
        row, self._told = self.currentRow(), told
        self.clear()
        for one in told[:MOST]:
            item = QListWidgetItem(self.words_of(one))
            item.setData(Qt.ItemDataRole.UserRole, (self.line_of(one), _what(one), self._mend(one)))
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))

    def words_of(self, told: Message) -> str:
        """Return a row as it is read aloud, copied and announced."""
        return " ".join(ended(part) for part in (self.line_of(told), _what(told), self._mend(told)) if part)

    def line_of(self, told: Message) -> str:
        """Return where something stands, in words."""
        if told.line and told.column:
            return self.tr("Line {line}, column {column}").format(line=told.line, column=told.column)
        return self.tr("Line {line}").format(line=told.line) if told.line else ""

    def _mend(self, told: Message) -> str:
        return self.tr("To fix: {mend}").format(mend=told.mend) if told.mend else ""

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._told[self.row(item)])

    def step(self, by: int) -> Message | None:
        """Make the next or the previous row the current one, round the ends, and return what it tells."""
        if not self.count():
            return None
        row = self.currentRow()
        self.setCurrentRow((row + by) % self.count() if row >= 0 else (0 if by > 0 else self.count() - 1))
        self.scrollToItem(self.currentItem())
        return self._told[self.currentRow()]


def _what(told: Message) -> str:
    words = str(told)
    return words[:1].upper() + words[1:]


def _is_mirrored(option: QStyleOptionViewItem) -> bool:
    return bool(option.direction == Qt.LayoutDirection.RightToLeft)


class _RowPainter(QStyledItemDelegate):
    """Sets the words of a row in the width of the list."""

    def __init__(self, look: Look, icons: Icons, *, has_frames: bool) -> None:
        super().__init__()
        self._look, self._icons, self._has_frames = look, icons, has_frames

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._look, self._icons = look, icons

    def _set(self, index: QModelIndex | QPersistentModelIndex, width: int, *, mirrored: bool) -> QTextDocument:
        line, what, mend = index.data(Qt.ItemDataRole.UserRole)
        look, document = self._look, QTextDocument()
        document.setDocumentMargin(0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft  # where the sign is, whatever the words are written in
        document.setDefaultTextOption(QTextOption(side | Qt.AlignmentFlag.AlignAbsolute))
        document.setDefaultFont(look.font(14))
        indent = (ICON + GAP) if self._has_frames else 0
        edge = "right" if mirrored else "left"
        head = f'<p style="margin:0 0 {look.text(2)}px 0; margin-{edge}:{look.text(indent)}px"><b>{escape(line)}</b></p>' if line else ""
        mending = f'<p style="margin:{look.text(4)}px 0 0 {look.text(GAP)}px; color:{look.theme.faint}">{escape(mend)}</p>' if mend else ""
        begin = 0 if head else look.text(indent)  # the sign stands before the first words, whichever these are
        told = f'<p style="margin:0; {"margin-right" if mirrored else "text-indent"}:{begin}px">{escape(what)}</p>'
        document.setHtml(f'<div style="color:{look.theme.ink}">{head}{told}{mending}</div>')
        document.setTextWidth(max(1, width))
        return document

    def _room(self) -> int:
        return self._look.text(PADDING if self._has_frames else GAP)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - called by Qt
        """Return the height that the words need."""
        width, room = row_width(option), self._room()
        height = self._set(index, width - 2 * room, mirrored=_is_mirrored(option)).size().height()
        return QSize(width, round(height) + 2 * (room if self._has_frames else room // 2) + self._gap())

    def _gap(self) -> int:
        return self._look.text(GAP) if self._has_frames else 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one row: in a frame where it is a problem, with the ring where the keyboard is."""
        look, room = self._look, self._room()
        box = QRect(option.rect.adjusted(0, 0, 0, -self._gap()))
        state = option.state
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._has_frames:
            painter.setPen(QPen(look.colour("accent" if is_current else "line"), 2 if is_current else 1))
            painter.setBrush(look.colour("background"))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            picture = self._icons.pixmap("warning", "faint", ICON)
            left = box.right() - room - look.control(ICON) if _is_mirrored(option) else box.left() + room
            painter.drawPixmap(left, box.top() + room + 1, picture)
        elif is_current:
            painter.fillRect(box, look.colour("accent_soft"))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, look.colour("focus"), box)
        painter.translate(box.left() + room, box.top() + (room if self._has_frames else room // 2))
        self._set(index, box.width() - 2 * room, mirrored=_is_mirrored(option)).drawContents(painter)
        painter.restore()
