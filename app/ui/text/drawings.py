"""Figures in a text: drawn as vectors, as wide as the column allows, on white paper in every theme."""

from PySide6.QtCore import QByteArray, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat
from PySide6.QtSvg import QSvgRenderer

from app.core.pages.blocks import Drawing
from app.ui.look.icons import Icons, icons_of
from app.ui.look.theme import COLUMN, Look
from app.ui.text.properties import FIGURE

OBJECT = QTextFormat.ObjectTypes.UserObject + 1
"""The kind of text object that a figure is."""

PAPER = QColor(Qt.GlobalColor.white)
RADIUS, MARGIN = 8, 8


class Drawings(QPyTextObject):
    """Draws the figures of one document; it is made once for the document and told which figures stand in it."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self.document = document
        self.look = look
        self._drawn: dict[str, QSvgRenderer] = {}
        self._icons: tuple[Look, Icons] = look, icons_of(look)
        document.documentLayout().registerHandler(OBJECT, self)

    def icons(self, look: Look) -> Icons:
        """Return the icons of a look, which are painted once for as long as the document is set in it."""
        if self._icons[0] != look:
            self._icons = look, icons_of(look)
        return self._icons[1]

    def clear(self) -> None:
        """Forget the figures: the document is about to be set again."""
        self._drawn.clear()

    def format(self, drawing: Drawing) -> QTextCharFormat:
        """Return the format of the one character that stands for a figure."""
        self._drawn[drawing.place] = renderer(drawing.svg)
        form = QTextCharFormat()
        form.setObjectType(OBJECT)
        form.setProperty(FIGURE, drawing.place)
        return form

    def intrinsicSize(self, document: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:  # noqa: N802 - called by Qt
        """Return the size of a figure: the column's width, or less where there is less room."""
        frame = document.rootFrame().frameFormat()
        room = document.textWidth() - frame.leftMargin() - frame.rightMargin()
        width = min(float(self.look.text(COLUMN)), room) if room > 0 else float(self.look.text(COLUMN))
        width = max(width - 1, 1.0)
        made = self._drawn.get(str(form.property(FIGURE)))
        shape = made.defaultSize() if made is not None else None
        height = width * shape.height() / shape.width() if shape is not None and shape.width() > 0 else width / 2
        return QSizeF(width, height)

    def drawObject(  # noqa: N802 - called by Qt
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, form: QTextFormat
    ) -> None:
        """Draw a figure on its sheet."""
        made = self._drawn.get(str(form.property(FIGURE)))
        if made is not None:
            paint_sheet(painter, QRectF(rect), made, self.look)


def renderer(svg: str) -> QSvgRenderer:
    """Return what draws an SVG; its shape is kept."""
    made = QSvgRenderer(QByteArray(svg.encode()))
    made.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return made


def paint_sheet(painter: QPainter, box: QRectF, drawn: QSvgRenderer, look: Look) -> None:
    """Paint white paper with a thin edge, and the drawing on it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("line"), 1))
    painter.setBrush(PAPER)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    margin = min(MARGIN, box.width() / 40)
    drawn.render(painter, box.adjusted(margin, margin, -margin, -margin))
    painter.restore()
