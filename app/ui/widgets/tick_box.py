"""Tick boxes that are seen in every theme: by themselves, and before the lines of a list."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.base.order import in_order
from app.ui.look.icons import Icons
from app.ui.look.theme import Look, paint_ring
from app.ui.widgets.rows import row_width
from app.ui.widgets.wrapping import wrapped_policy

SIDE, EDGE, GAP, RADIUS, ROW, SPARE = 20, 2, 12, 4, 40, 16

HEADING = 32
"""How high a heading between the lines of a list is."""

WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap)


def paint_tick(painter: QPainter, look: Look, icons: Icons, box: QRectF, *, is_ticked: bool) -> None:
    """Paint a tick box: an edge, or a filled square with a tick."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent" if is_ticked else "faint"), EDGE))
    painter.setBrush(look.colour("accent" if is_ticked else "background"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    if is_ticked:
        tick = icons.pixmap("check", "accent_ink", SIDE - 4)
        size = tick.deviceIndependentSize()
        painter.drawPixmap(QPointF(box.center().x() - size.width() / 2, box.center().y() - size.height() / 2), tick)


class TickBox(QCheckBox):
    """A tick box with its words, which break into lines where there is little room; with a ring while it has the focus."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__(text)
        self.apply_look(look)
        self.setSizePolicy(wrapped_policy(self))

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self._icons = Icons(look)
        self.setFont(look.control_font(16))
        self.updateGeometry()

    def _start(self) -> int:
        return self._look.control(SIDE + GAP) + EDGE

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - called by Qt
        """Return how high the words are in a column."""
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
        words = QFontMetrics(self.font()).boundingRect(QRect(0, 0, max(1, width - self._start()), 10_000), int(flags), self.text())
        return max(words.height() + 2 * EDGE + 2, self._look.control(SIDE + 8))

    def sizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size with all words on one line."""
        width = self._start() + QFontMetrics(self.font()).horizontalAdvance(self.text()) + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size below which the words cannot be read."""
        return QSize(self._look.control(120), self._look.control(SIDE + 8))

    def hitButton(self, place: object) -> bool:  # noqa: ARG002, N802 - called by Qt
        """Take a click anywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint box, words and ring."""
        look, painter = self._look, QPainter(self)
        side = look.control(SIDE)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRectF(self.width() - side - EDGE if is_mirrored else EDGE, (self.height() - side) / 2, side, side)
        paint_tick(painter, look, self._icons, box, is_ticked=self.isChecked())
        room = self.rect().adjusted(0, 0, -self._start(), 0) if is_mirrored else self.rect().adjusted(self._start(), 0, 0, 0)
        painter.setPen(look.colour("ink"))
        painter.setFont(self.font())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic), self.text())
        if self.hasFocus():
            paint_ring(painter, look.colour("focus"), self.rect())
        painter.end()


class TickDelegate(QStyledItemDelegate):
    """Paints a list's lines: tick box, words, and a ring around the one that keys act on; what cannot be ticked is a heading."""

    def __init__(self, look: Look, row: int = ROW) -> None:
        """`row` is how high a line is at least, in pixels at 100 %; who changes it has the list lay its lines out again."""
        super().__init__()
        self.row = row
        self.apply_look(look)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self._icons = Icons(look)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - called by Qt
        """Return the height of a line, whose words break where the list is narrow."""
        width = row_width(option)
        if not _has_box(index):
            return QSize(width, self._look.control(HEADING))
        room = self._room(QRect(0, 0, width, self._look.control(self.row)), is_mirrored=False)
        words = QFontMetrics(self._font()).boundingRect(QRect(0, 0, max(1, room.width()), 10_000), WRAPPED, str(index.data()))
        return QSize(width, max(self._look.control(self.row), words.height() + self._look.control(self.row + SPARE - ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one line or heading."""
        if not _has_box(index):
            self._paint_heading(painter, option, index)
            return
        look = self._look
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent_soft"))
        box = self.box(rect, is_mirrored=is_mirrored)
        is_ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        paint_tick(painter, look, self._icons, QRectF(box), is_ticked=is_ticked)
        painter.setFont(self._font())
        painter.setPen(look.colour("ink"))
        painter.drawText(self._room(rect, is_mirrored=is_mirrored), WRAPPED, in_order(str(index.data()), mirrored=is_mirrored))
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_Active:
            paint_ring(painter, look.colour("focus"), rect)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        look, gap = self._look, self._look.control(GAP)
        rect: QRect = option.rect
        room = rect.adjusted(gap, 0, -gap, -look.control(4))
        font = look.control_font(14, 600)
        painter.save()
        painter.setFont(font)
        painter.setPen(look.colour("faint"))
        words = in_order(str(index.data()), mirrored=option.direction == Qt.LayoutDirection.RightToLeft)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading), shown)
        painter.restore()

    def editorEvent(  # noqa: N802 - called by Qt
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Let keys tick alone: the list ticks by a click anywhere on the line, and Qt would tick once more where its own box would stand."""
        is_key = event.type() == QEvent.Type.KeyPress
        return is_key and super().editorEvent(event, model, option, index)

    def _font(self) -> QFont:
        return self._look.control_font(15)

    def _room(self, rect: QRect, *, is_mirrored: bool) -> QRect:
        """Return where a line's words stand."""
        taken = self._look.control(SIDE) + 2 * self._look.control(GAP)
        end = self._look.control(GAP)
        return rect.adjusted(end, 0, -taken, 0) if is_mirrored else rect.adjusted(taken, 0, -end, 0)

    def box(self, rect: QRect, *, is_mirrored: bool) -> QRect:
        """Return where a line's tick box stands."""
        side, gap = self._look.control(SIDE), self._look.control(GAP)
        left = rect.right() - gap - side if is_mirrored else rect.left() + gap
        return QRect(left, rect.center().y() - side // 2, side, side)


def _has_box(index: QModelIndex | QPersistentModelIndex) -> bool:
    """Return whether a line has a tick box."""
    return bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)


def turn_tick(item: QListWidgetItem) -> None:
    """Tick a line of a list, or take its tick away: by a click anywhere on it."""
    if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
        item.setCheckState(Qt.CheckState.Unchecked if item.checkState() == Qt.CheckState.Checked else Qt.CheckState.Checked)
