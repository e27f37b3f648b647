"""The list of places on the left: the article's sections, then the reference pages."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.core.article.places import FIGURES, GLOSSARY, PROVENANCE, SOURCES
from app.core.base.order import in_order
from app.core.pages.document import Document
from app.ui.look.icons import Icons
from app.ui.look.theme import Look, paint_ring
from app.ui.widgets.rows import NothingCopied, RowsMeasured, row_width

WIDTH = 272
ROW, LABEL, GAP = 40, 32, 34
INSET, BAR, ICON, TEXT_AFTER_ICON = 24, 4, 20, 56

ROLE = Qt.ItemDataRole.UserRole

LIBRARY = ":library"
"""What stands for the library where others name a place; no place has a colon."""


class ContentsRow(Struct, frozen=True):
    """One line of the navigator; without a place it is the label of a group."""

    text: str
    place: str = ""
    icon: str = ""
    count: str = ""


def rows_of(document: Document) -> tuple[tuple[ContentsRow, ...], ...]:
    """Return the groups of lines that lead to everything in an article."""
    labels, article = document.labels, document.article
    sections = (ContentsRow(section.title, section.id) for section in article.sections)
    reference = [ContentsRow(article.faq.title, article.faq.id, "question", str(len(article.faq.entries)))]
    if article.figures:
        reference.append(ContentsRow(labels.figures, FIGURES, "figure", str(len(article.figures))))
    if article.glossary:
        reference.append(ContentsRow(labels.glossary, GLOSSARY, "glossary", str(len(article.glossary))))
    if article.sources:
        reference.append(ContentsRow(labels.sources, SOURCES, "sources", str(len(article.sources))))
    reference.append(ContentsRow(labels.provenance, PROVENANCE, "note"))
    reference.append(ContentsRow(labels.about_page, article.about.id, "about"))
    return ((ContentsRow(labels.article), *sections), (ContentsRow(QCoreApplication.translate("Navigator", "Reference")), *reference))


class Navigator(QWidget):
    """Says `place_chosen(place)` when the reader picks a line, then `row_clicked()` if by the mouse."""

    place_chosen = Signal(str)
    row_clicked = Signal()

    def __init__(self, groups: tuple[tuple[ContentsRow, ...], ...], look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigator")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._list = QListWidget()
        NothingCopied(self._list)
        self._list.setObjectName("places")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(self.tr("Contents"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        RowsMeasured(self._list)
        self._list.setMouseTracking(True)
        self._painter = RowPainter(look, icons)
        self._list.setItemDelegate(self._painter)
        self.setFocusProxy(self._list)
        self._lay_out()
        self._groups, self._shown = groups, ""
        self._fill(groups)
        self._list.itemSelectionChanged.connect(self._announce_selected)  # by key, or by a screen reader
        self._list.itemClicked.connect(self._announce_click)
        self._list.itemActivated.connect(self._announce)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self.setFixedWidth(self._painter.look.control(WIDTH))

    def _fill(self, groups: tuple[tuple[ContentsRow, ...], ...]) -> None:
        for number, group in enumerate(groups):
            for row in group:
                item = QListWidgetItem(row.text)
                item.setData(ROLE, (row, number > 0))
                if row.place:
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.text}, {row.count}" if row.count else row.text)
                else:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self._list.addItem(item)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint the lines in another theme or size."""
        self._painter.look, self._painter.icons = look, icons
        self.setFixedWidth(look.control(WIDTH))
        self._measure()

    def _measure(self) -> None:
        """Lay the lines out without a scroll bar first: beside one they may break, and then need the bar that they would not need without it."""
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.doItemsLayout()
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def fit(self, room: int) -> None:
        """Be no wider than the window, where large text would make the lines wider."""
        width = min(self._painter.look.control(WIDTH), room)
        if width != self.minimumWidth():
            self.setFixedWidth(width)
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - called by Qt
        """Measure the lines in the size that they have now."""
        super().showEvent(event)
        self._measure()

    def show_library(self, count: int) -> None:
        """Have a line before all others that leads to so many articles; none where there is but one."""
        rows = (ContentsRow(self.tr("Library")), ContentsRow(self.tr("All articles"), LIBRARY, "library", f"{count:,}")) if count > 1 else ()
        first = self._list.item(0)
        if first is not None and first.data(ROLE)[0] == (rows or self._groups[0])[0] and (not rows or self._list.item(1).data(ROLE)[0] == rows[1]):
            return
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._list.clear()
        self._fill((rows, *self._groups) if rows else self._groups)
        self._list.blockSignals(False)  # noqa: FBT003
        self._measure()
        self.show_place(self._shown)

    def show_place(self, page: str) -> None:
        """Mark the page that is shown, without saying that it was chosen."""
        self._shown = page
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for number in range(self._list.count()):
            row: ContentsRow = self._list.item(number).data(ROLE)[0]
            if row.place == page:
                self._list.setCurrentRow(number)
                break
        else:
            self._list.setCurrentRow(-1)
        self._list.blockSignals(False)  # noqa: FBT003
        self._list.viewport().update()

    def _announce_selected(self) -> None:
        for item in self._list.selectedItems():
            self._announce(item)

    def _announce_click(self, item: QListWidgetItem) -> None:
        self._announce(item)
        self.row_clicked.emit()

    def _announce(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            row: ContentsRow = item.data(ROLE)[0]
            self.place_chosen.emit(row.place)


class RowPainter(QStyledItemDelegate):
    """Paints a line: label, or icon, text and count, with a bar beside the chosen one."""

    def __init__(self, look: Look, icons: Icons) -> None:
        super().__init__()
        self.look = look
        self.icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - called by Qt
        """Return the height of a line; a label has room above it."""
        row, later = index.data(ROLE)
        px = self.look.control
        width = row_width(option)
        if row.place:
            return QSize(width, max(px(ROW), self._height(row, width) + px(18)))
        return QSize(width, px(LABEL) + (px(GAP) if later else px(16)))

    def _height(self, row: ContentsRow, width: int) -> int:
        box = self._text_box(row, QRect(0, 0, width, 1000))
        metrics = QFontMetrics(self.look.control_font(15, 600))
        return metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, row.text).height()

    def _text_box(self, row: ContentsRow, line: QRect) -> QRect:
        px = self.look.control
        start = px(TEXT_AFTER_ICON) if row.icon else px(INSET)
        return line.adjusted(start, 0, -px(36) if row.count else -px(12), 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one line."""
        row, later = index.data(ROLE)
        line: QRect = option.rect
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if row.place:
            self._paint_row(painter, row, line, option.state, right_to_left=right_to_left)
        else:
            self._paint_label(painter, row, line, right_to_left=right_to_left, ruled=later)
        painter.restore()

    def _paint_label(self, painter: QPainter, row: ContentsRow, line: QRect, *, right_to_left: bool, ruled: bool) -> None:
        px = self.look.control
        if ruled:
            painter.setPen(QPen(self.look.colour("line")))
            painter.drawLine(line.left() + px(INSET), line.top() + px(16), line.right() - px(INSET), line.top() + px(16))
        painter.setFont(self.look.control_font(13, 500))
        painter.setPen(self.look.colour("faint"))
        box = line.adjusted(px(INSET), 0, -px(INSET), -px(4))
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom, in_order(row.text, mirrored=right_to_left))

    def _paint_row(self, painter: QPainter, row: ContentsRow, line: QRect, state: QStyle.StateFlag, *, right_to_left: bool) -> None:
        px, look = self.look.control, self.look
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(line, look.colour("accent_soft"))
        if chosen:
            bar = QRect(line.topLeft(), QSize(px(BAR), line.height()))
            painter.fillRect(_mirrored(bar, line) if right_to_left else bar, look.colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, look.colour("focus"), line)
        colour = look.colour("accent" if chosen else "ink")
        if row.icon:
            box = QRect(line.left() + px(INSET), line.center().y() - px(ICON) // 2, px(ICON), px(ICON))
            box = _mirrored(box, line) if right_to_left else box
            painter.drawPixmap(box.topLeft(), self.icons.pixmap(row.icon, "accent" if chosen else "faint", ICON))
        text_box = self._text_box(row, line)
        self._paint_text(
            painter, _mirrored(text_box, line) if right_to_left else text_box, row.text, colour, right_to_left=right_to_left, bold=chosen
        )
        if row.count:
            painter.setFont(look.control_font(13, 600 if chosen else 400))
            painter.setPen(colour if chosen else look.colour("faint"))
            side = Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
            painter.drawText(line.adjusted(px(16), 0, -px(16), 0), side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, row.count)

    def _paint_text(self, painter: QPainter, box: QRect, text: str, colour: QColor, *, right_to_left: bool, bold: bool) -> None:
        painter.setFont(self.look.control_font(15, 600 if bold else 400))
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            box,
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap,
            in_order(text, mirrored=right_to_left),
        )


def _mirrored(box: QRect, line: QRect) -> QRect:
    return QRect(line.left() + line.right() - box.right(), box.top(), box.width(), box.height())
