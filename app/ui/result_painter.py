"""Paint one row of the search results: evidence notes, sentence, place."""

from msgspec import Struct, field
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.text import Span
from app.ui.readable import readable, readable_spans
from app.ui.theme import Look

PADDING, BAR, GAP, ARROW = 20, 4, 8, 20
KEPT = 200
"""Rows that are remembered as they were set."""


class ResultRow(Struct, frozen=True):
    """One row: the best hit, another hit, or a heading to go to. Notes are pairs of verdict and sentence; they stand before the text."""

    place: str
    kind: str
    text: str
    label: str = ""
    spans: tuple[Span, ...] = ()
    where: str = ""
    where_spans: tuple[Span, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    note_label: str = ""

    @property
    def spoken(self) -> str:
        """The whole row as it is read aloud."""
        notes = (f"{self.note_label}: {verdict}. {text}" for verdict, text in self.notes)
        return ". ".join(part.rstrip(".") for part in (self.label, *notes, self.text, self.where) if part)


class _Set(Struct):
    """A row that has been set for one width: texts with their places, grounds behind notes, and the height."""

    texts: list[tuple[QTextLayout, QPoint, str]] = field(default_factory=list)
    notes: list[QRect] = field(default_factory=list)
    height: int = 0


class ResultPainter(QStyledItemDelegate):
    """Paints rows inside the reading column and remembers how each was set."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._inset = self._widest = 0
        self._mirrored = False
        self._made: dict[tuple[ResultRow, int], _Set] = {}

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self.forget()

    def set_column(self, inset: int, widest: int, *, mirrored: bool) -> None:
        """Begin so many pixels from the edge, and be no wider than the reading column; mirrored, the edge is the right one."""
        self._inset, self._widest, self._mirrored = inset, widest, mirrored
        self.forget()

    def _column(self, width: int) -> int:
        return max(1, min(self._widest, width - 2 * self._inset))

    def forget(self) -> None:
        """Set all rows anew: they look different now."""
        self._made.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - called by Qt
        """Return the height that the row needs in the view's width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else self._widest
        return QSize(width, self._row(index, width).height)

    def _row(self, index: QModelIndex | QPersistentModelIndex, width: int) -> _Set:
        row: ResultRow = index.data(Qt.ItemDataRole.UserRole)
        key = row, width  # from one key press to the next most rows stay the same
        if key not in self._made:
            if len(self._made) >= KEPT:
                self._made.clear()
            self._made[key] = self._set(row, self._column(width))
        return self._made[key]

    def _set(self, row: ResultRow, width: int) -> _Set:
        px = self._look.text
        if row.kind == "heading":
            return self._set_heading(row, width)
        best = row.kind == "best"
        size, line = (20, 30) if best else (16, 24)
        made = _Set(height=px(16 if best else 12))
        inner = width - 2 * px(PADDING)
        if row.label:
            self._put(made, row.label, self._look.font(13, 600), inner, 20, "accent")
            made.height += px(4)
        for verdict, text in row.notes:
            top = made.height
            made.height += px(GAP)
            words = f"{row.note_label} · {verdict}. {text}"
            strong = (0, len(row.note_label) + 3 + len(verdict) + 1)
            self._put(made, words, self._look.font(size), inner - px(2 * PADDING), line, "ink", indent=px(PADDING), strong=strong)
            made.height += px(GAP)
            made.notes.append(QRect(px(PADDING), top, inner, made.height - top))
            made.height += px(GAP)
        self._put(made, row.text, self._look.font(size), inner, line, "ink", spans=row.spans)
        self._put(made, row.where, self._look.font(13), inner, 20, "faint", spans=row.where_spans)
        made.height += px(16 if best else 12)
        return made

    def _set_heading(self, row: ResultRow, width: int) -> _Set:
        px = self._look.text
        made = _Set(height=px(4))
        self._put(made, row.text, self._look.font(16), width - px(PADDING), 24, "accent", indent=px(ARROW) - px(PADDING))
        if row.where:
            self._put(made, row.where, self._look.font(13), width - px(PADDING), 20, "faint", indent=px(ARROW) - px(PADDING))
        made.height += px(4)
        return made

    def _put(
        self,
        made: _Set,
        text: str,
        font: QFont,
        width: int,
        line_height: int,
        role: str,
        *,
        indent: int = 0,
        spans: tuple[Span, ...] = (),
        strong: Span | None = None,
    ) -> None:
        layout = QTextLayout(readable(text), font)
        option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft))
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the article's words and the program's may run in different directions
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats = [self._range(span, ground="mark", ink="mark_ink") for span in readable_spans(text, spans)]
        if strong is not None:
            formats.append(self._range(*readable_spans(text, (strong,)), ink="note", weight=600))
        layout.setFormats(formats)
        layout.beginLayout()
        height = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += max(round(line.height()), self._look.text(line_height))
        layout.endLayout()
        made.texts.append((layout, QPoint(self._look.text(PADDING) + indent, made.height), role))
        made.height += height

    def _range(self, span: Span, *, ground: str = "", ink: str, weight: int = 0) -> QTextLayout.FormatRange:
        part = QTextLayout.FormatRange()
        part.start, part.length = span[0], span[1] - span[0]
        form = QTextCharFormat()
        if ground:
            form.setBackground(self._look.colour(ground))
        if weight:
            form.setFontWeight(weight)
        form.setForeground(self._look.colour(ink))
        part.format = form
        return part

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one row."""
        row: ResultRow = index.data(Qt.ItemDataRole.UserRole)
        line: QRect = option.rect
        made = self._row(index, line.width())
        column = QRect(line.left() + self._inset, line.top(), self._column(line.width()), line.height())
        if self._mirrored:
            column.moveRight(line.right() - self._inset)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, column, state)
        for box in made.notes:
            placed = box.translated(column.topLeft())
            if self._mirrored:
                placed.moveRight(column.right() - box.left())
            painter.fillRect(placed, self._look.colour("note_soft"))
            bar = QRect(placed.topLeft(), QSize(self._look.text(BAR), placed.height()))
            if self._mirrored:
                bar.moveRight(placed.right())
            painter.fillRect(bar, self._look.colour("note"))
        for layout, place, role in made.texts:
            painter.setPen(self._look.colour(role))
            left = column.width() - place.x() - round(layout.lineAt(0).width()) if self._mirrored else place.x()
            layout.draw(painter, QPointF(column.topLeft() + QPoint(left, place.y())))
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: ResultRow, column: QRect, state: QStyle.StateFlag) -> None:
        look = self._look
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        path = QPainterPath()
        path.addRoundedRect(QRectF(column).adjusted(1, 1, -1, -2), 8, 8)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(path, look.colour("accent_soft"))
        if chosen:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawPath(path)
        elif row.kind != "heading":
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(column.bottomLeft(), column.bottomRight())
        if row.kind == "heading":
            painter.setPen(QPen(look.colour("accent"), 2))
            middle = column.top() + look.text(4) + look.text(12)
            reach = look.text(4)
            back = column.right() - look.text(6) if self._mirrored else column.left() + look.text(6)
            tip = back - reach if self._mirrored else back + reach
            painter.drawPolyline([QPoint(back, middle - reach), QPoint(tip, middle), QPoint(back, middle + reach)])
