"""The icon set, painted in the theme's colours."""

from functools import cache
from weakref import WeakValueDictionary

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.machine import paths
from app.ui.look.theme import Look

DRAWN = "#000000"
"""The one colour that the files are drawn in."""


def drawn(name: str, colour: QColor) -> bytes:
    """Return an icon's SVG in a colour."""
    return _drawing(name).replace(DRAWN.encode(), colour.name().encode())


@cache
def _drawing(name: str) -> bytes:
    """Return an icon's file; another theme and another size paint the same few files again."""
    return (paths.ICONS / f"{name}.svg").read_bytes()


class Icons:
    """Icons of one look, each painted once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._painted: dict[tuple[str, str, int], QPixmap] = {}

    def icon(self, name: str, role: str = "ink", pixels: int = 20) -> QIcon:
        """Return an icon in the colour of a role; its disabled form is faint."""
        made = QIcon(self.pixmap(name, role, pixels))
        made.addPixmap(self.pixmap(name, "line", pixels), QIcon.Mode.Disabled)
        return made

    def size(self, pixels: int = 20) -> QSize:
        """Return how large an icon of so many pixels at 100 % is drawn."""
        return QSize(self._look.control(pixels), self._look.control(pixels))

    def pixmap(self, name: str, role: str, pixels: int = 20) -> QPixmap:
        """Return an icon's picture for the screen's resolution."""
        key = name, role, pixels
        if key not in self._painted:
            self._painted[key] = self._paint(name, role, pixels)
        return self._painted[key]

    def _paint(self, name: str, role: str, pixels: int) -> QPixmap:
        drawing = drawn(name, self._look.colour(role))
        side = self._look.control(pixels)
        application = QGuiApplication.instance()
        ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, side, side))
        painter.end()
        return picture


_MADE: WeakValueDictionary[Look, Icons] = WeakValueDictionary()


def icons_of(look: Look) -> Icons:
    """Return the icons of a look, which windows and texts share as long as one of them holds them."""
    found = _MADE.get(look)
    if found is None:
        found = _MADE[look] = Icons(look)
    return found
