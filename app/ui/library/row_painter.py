"""Paint one row of the library: where it comes from, title and date, one line, its state."""

from typing import cast

from msgspec import Struct, field
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.base.order import reads_from_right
from app.ui.library.rows import LibraryRow
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.text.readable import readable
from app.ui.widgets.rows import row_width

START, END, TOP, BOTTOM = 52, 20, 11, 9
"""Pixels at 100 % around the words of a row; the icon stands before them."""

ICON, TICK, ICON_AT = 20, 14, 18
BETWEEN = " · "
ROOM_OF_TICK = "\u2003\u00a0"
"""What keeps the room in which the tick is painted."""

DATE_BESIDE_FROM = 480
"""Width of the column at 100 % from which the date stands behind the title, else before the state."""

MOST_LINES = 12
KEPT = 300


class Shape(Struct, frozen=True):
    """How many lines each text of a row has; 0 is as many as its words need. All rows are as high as each other unless it is 0."""

    title: int = 0
    line: int = 0
    state: int = 0


class _Text(Struct):
    """A text that is set, where it stands in its row, and its colour."""

    layout: QTextLayout
    place: QPoint
    role: str
    width: int


class _Set(Struct):
    """A row that is set for one width."""

    texts: list[_Text] = field(default_factory=list)
    tick: QPoint | None = None
    link: _Text | None = None
    height: int = 0


class LibraryPainter(QStyledItemDelegate):
    """Paints rows inside the reading column. Signal: `problems_wanted()` when the link in the row of a broken file is pressed."""

    problems_wanted = Signal()

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._inset = self._widest = 0
        self._mirrored = False
        self._is_even = False
        self._made: dict[tuple[int, int], tuple[LibraryRow, _Set]] = {}

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._look, self._icons = look, icons
        self._made.clear()

    def set_column(self, inset: int, widest: int, *, mirrored: bool) -> None:
        """Begin so many pixels from the edge, and be no wider than the reading column; mirrored, the edge is the right one."""
        self._inset, self._widest, self._mirrored = inset, widest, mirrored
        self._made.clear()

    def set_even(self, *, even: bool) -> None:
        """Make all rows as high as each other, so that none but those in view have to be set; what does not fit ends with an ellipsis."""
        self._is_even = even
        self._made.clear()

    def _column(self, width: int) -> int:
        return max(1, min(self._widest, width - 2 * self._inset))

    def _is_wide(self, column: int) -> bool:
        return column >= self._look.text(DATE_BESIDE_FROM)

    def _shape(self, column: int) -> Shape:
        if not self._is_even:
            return Shape()
        return Shape(1, 1, 1) if self._is_wide(column) else Shape(2, 2, 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - called by Qt
        """Return the height that the row needs in the view's width."""
        width = row_width(option)
        if self._is_even:
            shape, px = self._shape(self._column(width)), self._look.text
            lines = ((16, 24, shape.title, 600), (15, 23, shape.line, 400), (13, 20, shape.state, 400))
            heights = (count * max(px(line), QFontMetrics(self._look.font(size, weight)).height()) for size, line, count, weight in lines)
            return QSize(width, px(TOP) + sum(heights) + px(BOTTOM))
        return QSize(width, self._row(index, width).height)

    def _row(self, index: QModelIndex | QPersistentModelIndex, width: int) -> _Set:
        row: LibraryRow = index.data(Qt.ItemDataRole.UserRole)
        key = id(row), width  # the row is kept beside what was made of it, so its number is not given again
        if key not in self._made:
            if len(self._made) >= KEPT:
                self._made.clear()
            self._made[key] = row, self._set(row, self._column(width))
        return self._made[key][1]

    def _set(self, row: LibraryRow, column: int) -> _Set:
        px, look, shape = self._look.text, self._look, self._shape(column)
        made, wide = _Set(height=px(TOP)), self._is_wide(column)
        inner = max(1, column - px(START) - px(END))
        title_width = inner
        if wide and row.date:
            font = look.font(13)
            date_width = min(QFontMetrics(font).horizontalAdvance(readable(row.date)) + px(2), inner // 2)
            title_width = inner - date_width - px(16)
            layout, _ = self._lay(row.date, font, date_width, 24, 1)
            made.texts.append(_Text(layout, QPoint(px(START) + inner - date_width, made.height + px(1)), "faint", date_width))
        self._put(made, row.title, look.font(16, 600), title_width, 24, "ink", shape.title)
        self._put(made, row.line, look.font(15), inner, 23, "ink", shape.line)
        before = f"{row.date}{BETWEEN}" if row.date and not wide else ""
        tick = ROOM_OF_TICK if row.is_ticked else ""
        words = f"{before}{tick}{BETWEEN.join(row.state)}"
        at = made.height
        text = self._put(made, words, look.font(13), inner, 20, "faint", shape.state, link=len(row.state[0]) if row.is_broken else 0)
        if row.is_broken:
            made.link = text
        if tick:
            made.tick = self._place_of_tick(text, len(readable(before, mirrored=self._mirrored)), at)
        made.height += px(BOTTOM)
        return made

    def _place_of_tick(self, text: _Text, position: int, top: int) -> QPoint:
        """Return where in its row the tick stands: in the room that the words leave for it."""
        line = text.layout.lineForTextPosition(position)
        start, end = (_across(line.cursorToX(at)) for at in (position, position + 1))
        side = self._look.text(TICK)
        return QPoint(round(text.place.x() + (start + end - side) / 2), round(top + line.y() + (line.height() - side) / 2))

    def _put(self, made: _Set, words: str, font: QFont, width: int, line: int, role: str, most: int, *, link: int = 0) -> _Text:
        layout, height = self._lay(words, font, width, line, most, link)
        text = _Text(layout, QPoint(self._look.text(START), made.height), role, width)
        made.texts.append(text)
        made.height += height
        return text

    def _lay(self, words: str, font: QFont, width: int, line_height: int, most: int, link: int = 0) -> tuple[QTextLayout, int]:
        """Set words in at most so many lines; return them with their height."""
        least = self._look.text(line_height)
        layout = self._made_layout(readable(words, mirrored=self._mirrored), words, font, link)
        height, starts = self._break(layout, width, least, most or MOST_LINES)
        if starts and starts[-1][1] < len(layout.text()):  # words are left over
            start = starts[-1][0]
            text = layout.text()
            last = QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width - 1)
            layout = self._made_layout(f"{text[:start]}{last}", words, font, link)
            height, _ = self._break(layout, width, least, most or MOST_LINES)
        return layout, height

    def _made_layout(self, text: str, words: str, font: QFont, link: int) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft))
        from_right = self._mirrored and reads_from_right(words)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if link:
            part = QTextLayout.FormatRange()
            part.start, part.length = 0, link
            form = QTextCharFormat()
            form.setForeground(self._look.colour("accent"))
            form.setFontUnderline(True)
            part.format = form
            layout.setFormats([part])
        return layout

    @staticmethod
    def _break(layout: QTextLayout, width: int, least: int, most: int) -> tuple[int, list[tuple[int, int]]]:
        """Break a text into lines; return its height and where each line starts and ends."""
        height = 0
        starts: list[tuple[int, int]] = []
        layout.beginLayout()
        while len(starts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += max(round(line.height()), least)
            starts.append((line.textStart(), line.textStart() + line.textLength()))
        layout.endLayout()
        return height, starts

    def _frame(self, line: QRect) -> QRect:
        """Return the column inside a row of the view."""
        column = QRect(line.left() + self._inset, line.top(), self._column(line.width()), line.height())
        if self._mirrored:
            column.moveRight(line.right() - self._inset)
        return column

    def _placed(self, text: _Text, column: QRect) -> QPointF:
        left = column.width() - text.place.x() - text.width if self._mirrored else text.place.x()
        return QPointF(column.topLeft() + QPoint(left, text.place.y()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one row."""
        row: LibraryRow = index.data(Qt.ItemDataRole.UserRole)
        made, column, px = self._row(index, option.rect.width()), self._frame(option.rect), self._look.text
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, column, option.state)
        side = self._look.control(ICON)
        icon = QRect(column.left() + px(ICON_AT), column.top() + px(TOP) + (px(24) - side) // 2, side, side)
        if self._mirrored:
            icon.moveRight(column.right() - px(ICON_AT))
        painter.drawPixmap(icon, self._icons.pixmap(row.icon, "faint", ICON))
        for text in made.texts:
            painter.setPen(self._look.colour(text.role))
            text.layout.draw(painter, self._placed(text, column))
        if made.tick is not None:
            size = self._look.text(TICK)
            left = column.width() - 2 * px(START) - made.texts[-1].width + made.tick.x() if self._mirrored else made.tick.x()
            place = QRect(column.left() + left, column.top() + made.tick.y(), size, size)
            painter.drawPixmap(place, self._icons.pixmap("check", "faint", ICON))
        painter.restore()

    def _paint_ground(self, painter: QPainter, column: QRect, state: QStyle.StateFlag) -> None:
        look = self._look
        chosen, hovered = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        path = QPainterPath()
        path.addRoundedRect(QRectF(column).adjusted(1, 1, -1, -2), 8, 8)
        if hovered:
            painter.fillPath(path, look.colour("accent_soft"))
        if chosen:
            is_focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(look.colour("focus" if is_focused else "accent"), 2))
            painter.drawPath(path)
        else:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(column.bottomLeft(), column.bottomRight())

    def editorEvent(  # noqa: N802 - called by Qt
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Take a press on the link in the row of a broken file."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        link = self._row(index, option.rect.width()).link
        row: LibraryRow = index.data(Qt.ItemDataRole.UserRole)
        if link is None:
            return False
        point = event.position() - self._placed(link, self._frame(option.rect))
        line = link.layout.lineAt(0)
        ends = [_across(line.cursorToX(at)) for at in (0, len(row.state[0]))]
        slack = self._look.text(4)
        if not (min(ends) - slack <= point.x() <= max(ends) + slack and -slack <= point.y() <= line.height() + slack):
            return False
        self.problems_wanted.emit()
        return True


def _across(found: object) -> float:
    """Return how far across a line a letter stands: what Qt returns with the letter's number."""
    return float(cast("tuple[float, int]", found)[0])
