"""Paint a slide that has been set."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.core.teaching.slides import Slide
from app.ui.look.icons import Icons
from app.ui.look.tokens import LIGHT
from app.ui.teaching.slide_type import BANNER_PAD, BANNERS, BAR, ICON, PAD, PAD_SIDE, RULE_BEFORE, RULE_HEIGHT, RULE_WIDTH, SetRow, Setter, in_panel

FIGURE_TOP, FIGURE_SIDE, FIGURE_GAP, FIGURE_PAD = 28, 0.03, 16, 16

ROLES = {
    "title": "ink",
    "emergency": "background",
    "call": "urgent",
    "text": "ink",
    "item": "ink",
    "label": "note",
    "note": "ink",
    "details": "faint",
    "source": "faint",
}


class SlidePainter:
    """Paints slides that one setter sets."""

    def __init__(self, setter: Setter) -> None:
        self._setter = setter
        self._icon = Icons(setter.look).pixmap("note", "note", max(1, round(ICON * setter.unit)))
        self._drawn: tuple[str, QSvgRenderer] | None = None

    def paint(self, painter: QPainter, slide: Slide, step: int, strength: float = 1.0) -> None:
        """Paint a slide at a step; what the step has added is painted with a strength (0 to 1), while it fades in."""
        if slide.pictures:
            self._paint_figure(painter, slide, step)
            return
        boxes = [box for box in self._setter.set(slide).boxes if box.row.step <= step]
        for number, box in enumerate(boxes):
            painter.setOpacity(strength if box.row.step == step and step > 0 else 1.0)
            if box.row.kind == "label":
                self._paint_panel(painter, box, boxes[number + 1 :])
            self._paint_row(painter, box, slide)
        painter.setOpacity(1.0)

    def _paint_row(self, painter: QPainter, box: SetRow, slide: Slide) -> None:
        setter = self._setter
        if box.row.kind in BANNERS:
            self._paint_banner(painter, box)
        painter.setPen(setter.look.colour(ROLES[box.row.kind]))
        box.layout.draw(painter, box.rect.topLeft())
        if box.row.kind == "title":
            width = RULE_WIDTH * setter.unit
            left = box.rect.right() - width if self._is_mirrored() else box.rect.left()
            painter.fillRect(
                QRectF(left, box.rect.bottom() + RULE_BEFORE * setter.unit, width, RULE_HEIGHT * setter.unit), setter.look.colour("accent")
            )
        if box.row.kind == "item" and not box.row.goes_on:
            self._paint_bullet(painter, box, slide)

    def _paint_banner(self, painter: QPainter, box: SetRow) -> None:
        """Paint the ground of a heading of danger signs: filled for an emergency, between two lines for another call."""
        setter = self._setter
        pad, colour = BANNER_PAD * setter.unit, setter.look.colour("urgent")
        ground = box.rect.adjusted(-pad, 0, pad, 0)
        if box.row.kind == "emergency":
            painter.fillRect(ground, colour)
            return
        line = 4 * setter.unit
        painter.fillRect(QRectF(ground.left(), ground.top(), ground.width(), line), colour)
        painter.fillRect(QRectF(ground.left(), ground.bottom() - line, ground.width(), line), colour)

    def _paint_bullet(self, painter: QPainter, box: SetRow, slide: Slide) -> None:
        setter = self._setter
        size = slide.size * setter.unit
        line = box.layout.lineAt(0)
        middle = box.rect.top() + line.y() + line.height() / 2
        x = box.rect.right() + size * 0.65 if self._is_mirrored() else box.rect.left() - size * 0.65
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(setter.look.colour("faint"))
        painter.drawEllipse(QPointF(x, middle), size * 0.13, size * 0.13)

    def _paint_panel(self, painter: QPainter, label: SetRow, after: Iterable[SetRow]) -> None:
        """Paint the ground, the bar and the icon of a panel of notes."""
        setter, unit = self._setter, self._setter.unit
        bottom = label.rect.bottom()
        for box in after:
            if not in_panel(box.row) or box.row.kind == "label":
                break
            bottom = box.rect.bottom()
        top = label.rect.top() - PAD * unit
        ground = QRectF(setter.side, top, setter.size.width() - 2 * setter.side, bottom + PAD * unit - top)
        painter.fillRect(ground, setter.look.colour("note_soft"))
        bar = BAR * unit
        painter.fillRect(
            QRectF(ground.right() - bar if self._is_mirrored() else ground.left(), top, bar, ground.height()), setter.look.colour("note")
        )
        side = ICON * unit
        start = (BAR + PAD_SIDE) * unit
        x = ground.right() - start - side if self._is_mirrored() else ground.left() + start
        middle = label.rect.top() + label.layout.lineAt(0).y() + label.layout.lineAt(0).height() / 2
        painter.drawPixmap(QRectF(x, middle - side / 2, side, side), self._icon, QRectF(self._icon.rect()))

    def _is_mirrored(self) -> bool:
        return self._setter.direction == Qt.LayoutDirection.RightToLeft

    # --- figures ---

    def figure_room(self, slide: Slide) -> tuple[QRectF, tuple[SetRow, ...]]:
        """Return where a figure may be drawn, and its caption under it."""
        setter, unit = self._setter, self._setter.unit
        boxes = setter.set(slide).boxes
        height = sum(box.rect.height() for box in boxes)
        y = setter.end - height + FIGURE_GAP * unit
        placed: list[SetRow] = []
        for box in boxes:
            placed.append(box._replace(rect=QRectF(box.rect.left(), y, box.rect.width(), box.rect.height())))
            y += box.rect.height()
        side = setter.size.width() * FIGURE_SIDE
        top = FIGURE_TOP * unit
        return QRectF(side, top, setter.size.width() - 2 * side, setter.end - height - top), tuple(placed)

    def _paint_figure(self, painter: QPainter, slide: Slide, step: int) -> None:
        room, boxes = self.figure_room(slide)
        drawing = self._renderer(slide.pictures[min(step, len(slide.pictures) - 1)])
        pad = FIGURE_PAD * self._setter.unit
        inside = room.adjusted(pad, pad, -pad, -pad)
        shape = QSizeF(drawing.viewBoxF().size() if not drawing.viewBoxF().isEmpty() else drawing.defaultSize())
        shape.scale(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(inside.center().x() - shape.width() / 2, inside.center().y() - shape.height() / 2, shape.width(), shape.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.background))
        painter.drawRoundedRect(target.adjusted(-pad, -pad, pad, pad), pad / 2, pad / 2)
        drawing.render(painter, target)
        for box in boxes:
            self._paint_row(painter, box, slide)

    def _renderer(self, picture: str) -> QSvgRenderer:
        if self._drawn is None or self._drawn[0] != picture:
            self._drawn = picture, QSvgRenderer(QByteArray(picture.encode()))
        return self._drawn[1]
