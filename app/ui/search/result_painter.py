"""Paint one row of the search results: evidence notes, sentence, place."""

from collections.abc import Generator
from typing import cast

from msgspec import Struct, field
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPixmap, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.base.order import reads_from_right
from app.core.base.text import Span, ended
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.text.readable import readable, readable_spans
from app.ui.widgets.rows import RowModel

PADDING, BAR, GAP, ARROW, ICON = 20, 4, 8, 20, 16
KEPT, KEPT_TEXTS = 200, 300
"""Rows and texts that are remembered as they were set."""

SIZES = {"best": (20, 30), "hit": (16, 24), "near": (15, 22)}
"""Size and line of a row's words in pixels at 100 %."""

LARGE = 150
"""Text size in per cent from which the best result is no larger than the others, so that more of it is in sight; it is not in a low window either."""

LABELS = {"article": "accent", "note": "note", "glossary": "accent", "urgent": "urgent"}
"""The colour of the line that says where words are from."""


class ResultRow(Struct, frozen=True):
    """One row: the best hit, another hit, a sentence that stands near, or a heading to go to.

    `origin` is article, note, glossary or urgent (the danger box); `label` says so above the words, which `lead` begins in bold. `notes`
    are pairs of verdict and sentence and stand before the text, `lines` follow it. `group` is a title over this row and those behind it, `remark`
    goes with it; `said` is what each of them is by ear.
    The first `where_strong` letters of `where` name the article.
    """

    place: str
    kind: str
    text: str
    origin: str = "article"
    label: str = ""
    lead: str = ""
    lead_spans: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()
    lines: tuple[str, ...] = ()
    details: str = ""
    where: str = ""
    where_spans: tuple[Span, ...] = ()
    where_strong: int = 0
    notes: tuple[tuple[str, str], ...] = ()
    note_label: str = ""
    group: str = ""
    remark: str = ""
    said: str = ""

    @property
    def words(self) -> str:
        """The text with what begins it."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    @property
    def spoken(self) -> str:
        """The whole row as it is read aloud."""
        notes = (f"{self.note_label}: {ended(verdict)} {text}" for verdict, text in self.notes)
        parts = tuple(filter(None, (self.said, self.remark, *notes, self.label, self.words, *self.lines, self.details, self.where)))
        return " ".join((*map(ended, parts[:-1]), *parts[-1:]))


class _Set(Struct):
    """A row that has been set for one width: texts with their marks, and icons, each with its place; grounds behind notes, frame, and height."""

    texts: list[tuple[QTextLayout, QPoint, str, list[QTextLayout.FormatRange]]] = field(default_factory=list)
    icons: list[tuple[str, str, QRect]] = field(default_factory=list)
    notes: list[QRect] = field(default_factory=list)
    top: int = 0
    height: int = 0


class ResultPainter(QStyledItemDelegate):
    """Paints rows inside the reading column and remembers how each was set."""

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self._look, self._icons = look, icons
        self._inset = self._widest = 0
        self._mirrored = self._is_low = False
        self._made: dict[tuple[ResultRow, int], _Set] = {}
        self._laid: dict[tuple[object, ...], tuple[QTextLayout, int]] = {}
        self._fonts: dict[tuple[int, int], QFont] = {}
        self._forms: dict[tuple[str, str], QTextCharFormat] = {}

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._look, self._icons = look, icons
        self._fonts.clear()
        self._forms.clear()
        self.forget()

    def set_column(self, inset: int, widest: int, *, mirrored: bool, low: bool) -> None:
        """Begin so many pixels from the edge, and be no wider than the reading column; mirrored, the edge is the right one. `low` is the window."""
        before = self._inset, self._widest, self._mirrored, self._is_low
        self._inset, self._widest, self._mirrored, self._is_low = inset, widest, mirrored, low
        if before != (inset, widest, mirrored, low):
            self.forget()

    def warming(self, words: str) -> Generator[None, None, None]:
        """Bring in the fonts of rows, one in each step, and the pictures of their letters: the first words take four times as long as others.

        `words` are any of the article.
        """
        for size, weight in ((SIZES["best"][0], 400), (SIZES["hit"][0], 400), (13, 400), (13, 600)):
            font = self._font(size, weight)
            layout, height = self._lay(words, font, self._widest, 0, 0, "", font)
            yield
            ground = QPixmap(max(1, self._widest), height)
            with QPainter(ground) as painter:
                layout.draw(painter, QPointF(), [])
            yield

    def _column(self, width: int) -> int:
        return max(1, min(self._widest, width - 2 * self._inset))

    def forget(self) -> None:
        """Set all rows again: they look different now."""
        self._made.clear()
        self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - called by Qt
        """Return the height that the row needs in the view's width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else self._widest
        return QSize(width, self._row(index, width).height)

    def _row(self, index: QModelIndex | QPersistentModelIndex, width: int) -> _Set:
        column = self._column(width)
        key = _row_at(index), column  # from one key press to the next most rows stay the same, and so does the column when a scroll bar comes or goes
        if key not in self._made:
            if len(self._made) >= KEPT:
                self._made.clear()
            self._made[key] = self._set(*key)
        return self._made[key]

    def _set(self, row: ResultRow, width: int) -> _Set:
        px = self._look.text
        made = _Set()
        if row.group:
            self._set_group(made, row, width)
        if row.kind == "heading":
            self._set_heading(made, row, width)
            return made
        best, near = row.kind == "best", row.kind == "near"
        size, line = SIZES["hit" if best and (self._is_low or self._look.size >= LARGE) else row.kind]
        made.height += px(8 if self._is_low else 16 if best else 12)
        inner = width - 2 * px(PADDING)
        is_of_article = row.origin == "article"
        if row.label and not is_of_article:
            self._set_label(made, row, inner)
        for verdict, text in row.notes:
            head = f"{row.note_label} · {ended(verdict)}"
            words, strong = f"{head} {text}", len(head)
            self._set_note(made, words, size, inner, line, strong)
            made.height += px(GAP)
        if row.label and is_of_article:  # over the article's own words, never over a note
            self._set_label(made, row, inner)
        shift = len(row.words) - len(row.text)
        spans = (*row.lead_spans, *((start + shift, end + shift) for start, end in row.spans))
        if row.origin == "note":
            self._set_note(made, row.words, size, inner, line, len(row.lead), spans)
            made.height += px(GAP)
        else:
            role = "faint" if near else "ink"
            self._put(made, row.words, size, inner, line, role, spans=spans, strong=len(row.lead), strong_role=role)
        for text in row.lines:
            self._put(made, text, 16, inner, 24, "ink")
        for text, marks, strong in ((row.details, (), 0), (row.where, row.where_spans, row.where_strong)):
            if text:
                self._put(made, text, 13, inner, 20, "faint", spans=marks, strong=strong, strong_role="ink")
        made.height += px(16 if best else 12)
        return made

    def _set_group(self, made: _Set, row: ResultRow, width: int) -> None:
        """Set the title of this row and those behind it."""
        made.height = self._look.text(16)
        words = f"{row.group}  {row.remark}" if row.remark else row.group
        start = 2 - self._look.text(PADDING)
        self._put(made, words, 13, width - 2, 24, "faint", indent=start, strong=len(row.group), strong_role="ink", strong_size=16)
        made.height += self._look.text(4)
        made.top = made.height

    def _set_label(self, made: _Set, row: ResultRow, inner: int) -> None:
        """Set the line that says where the words are from, with an icon where that is not the article."""
        px, role, top = self._look.text, LABELS[row.origin], made.height
        side = 0 if row.origin == "article" else self._look.control(ICON)
        indent = side + px(GAP) if side else 0
        self._put(made, row.label, 13, inner - indent, 20, role, indent=indent, weight=600)
        if side:
            line = round(made.texts[-1][0].lineAt(0).height())
            made.icons.append((row.origin, role, QRect(px(PADDING), top + (line - side) // 2, side, side)))
        made.height += px(4)

    def _set_note(self, made: _Set, words: str, size: int, inner: int, line: int, strong: int, spans: tuple[Span, ...] = ()) -> None:
        """Set an evidence note on its ground; so many letters at its beginning are its verdict."""
        px, top = self._look.text, made.height
        made.height += px(GAP)
        width = inner - px(2 * PADDING)
        self._put(made, words, size, width, line, "ink", indent=px(PADDING), spans=spans, strong=strong)
        made.height += px(GAP)
        made.notes.append(QRect(px(PADDING), top, inner, made.height - top))

    def _set_heading(self, made: _Set, row: ResultRow, width: int) -> None:
        px = self._look.text
        made.height += px(4)
        self._put(made, row.text, 16, width - px(PADDING), 24, "accent", indent=px(ARROW) - px(PADDING))
        if row.where:
            self._put(made, row.where, 13, width - px(PADDING), 20, "faint", indent=px(ARROW) - px(PADDING))
        made.height += px(4)

    def _put(
        self,
        made: _Set,
        text: str,
        size: int,
        width: int,
        line_height: int,
        role: str,
        *,
        weight: int = 400,
        indent: int = 0,
        spans: tuple[Span, ...] = (),
        strong: int = 0,
        strong_role: str = "note",
        strong_size: int = 0,
    ) -> None:
        key = text, size, weight, width, line_height, strong, strong_role, strong_size
        if key not in self._laid:  # from one key press to the next mostly the marks change, which are painted over
            if len(self._laid) >= KEPT_TEXTS:
                del self._laid[next(iter(self._laid))]  # the oldest
            font = self._font(size, weight)
            bold = self._font(strong_size, 600) if strong_size else font
            self._laid[key] = self._lay(text, font, width, line_height, strong, strong_role, bold)
        layout, height = self._laid[key]
        marks = [self._range(span, ground="mark", ink="mark_ink") for span in readable_spans(text, spans, mirrored=self._mirrored)] if spans else []
        made.texts.append((layout, QPoint(self._look.text(PADDING) + indent, made.height), role, marks))
        made.height += height

    def _font(self, size: int, weight: int) -> QFont:
        """Return a font of the look: to make one takes as long as to set a short line."""
        if (size, weight) not in self._fonts:
            self._fonts[size, weight] = self._look.font(size, weight)
        return self._fonts[size, weight]

    def _lay(self, text: str, font: QFont, width: int, line_height: int, strong: int, strong_role: str, bold: QFont) -> tuple[QTextLayout, int]:
        """Set a text in lines; so many letters at its beginning are bold. Return it with its height."""
        layout = QTextLayout(readable(text, mirrored=self._mirrored), font)
        option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft))
        from_right = self._mirrored and reads_from_right(text)  # the article's words and the program's may run in different directions
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)  # else each painting shapes the words anew
        if strong:
            part = self._range(*readable_spans(text, ((0, strong),), mirrored=self._mirrored), ink=strong_role)
            form = part.format
            form.setFont(bold)
            form.setFontWeight(QFont.Weight.DemiBold)
            part.format = form
            layout.setFormats([part])
        layout.beginLayout()
        height = 0
        least = self._look.text(line_height)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += max(round(line.height()), least)
        layout.endLayout()
        return layout, height

    def _range(self, span: Span, *, ground: str = "", ink: str) -> QTextLayout.FormatRange:
        part = QTextLayout.FormatRange()
        part.start, part.length = span[0], span[1] - span[0]
        if (ground, ink) not in self._forms:
            form = self._forms[ground, ink] = QTextCharFormat()
            if ground:
                form.setBackground(self._look.colour(ground))
            form.setForeground(self._look.colour(ink))
        part.format = self._forms[ground, ink]
        return part

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one row."""
        row = _row_at(index)
        line: QRect = option.rect
        made = self._row(index, line.width())
        column = QRect(line.left() + self._inset, line.top(), self._column(line.width()), line.height())
        if self._mirrored:
            column.moveRight(line.right() - self._inset)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, column.adjusted(0, made.top, 0, 0), state)
        for box in made.notes:
            placed = box.translated(column.topLeft())
            if self._mirrored:
                placed.moveRight(column.right() - box.left())
            painter.fillRect(placed, self._look.colour("note_soft"))
            bar = QRect(placed.topLeft(), QSize(self._look.text(BAR), placed.height()))
            if self._mirrored:
                bar.moveRight(placed.right())
            painter.fillRect(bar, self._look.colour("note"))
        for name, role, box in made.icons:
            placed = box.translated(column.topLeft())
            if self._mirrored:
                placed.moveRight(column.right() - box.left())
            painter.drawPixmap(placed, self._icons.pixmap(name, role, ICON))
        for layout, place, role, marks in made.texts:
            painter.setPen(self._look.colour(role))
            left = column.width() - place.x() - round(layout.lineAt(0).width()) if self._mirrored else place.x()
            layout.draw(painter, QPointF(column.topLeft() + QPoint(left, place.y())), marks)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: ResultRow, column: QRect, state: QStyle.StateFlag) -> None:
        look = self._look
        chosen, hovered = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        path = QPainterPath()
        if chosen or hovered:
            path.addRoundedRect(QRectF(column).adjusted(1, 1, -1, -2), 8, 8)
        if hovered:
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


def _row_at(index: QModelIndex | QPersistentModelIndex) -> ResultRow:
    """Return the row of an index; to ask its model for it through Qt takes seven times as long."""
    return cast("RowModel[ResultRow]", index.model()).rows[index.row()]
