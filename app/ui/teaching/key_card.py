"""The list of teach mode's keys, over the slide."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.teaching.slides import NOTE
from app.ui.teaching.slide_type import Setter

PAD, GAP, LINE, RADIUS = 56, 48, 58, 12


class KeyCard(QWidget):
    """A card with a key and what it does on each line; in smaller letters only where it would not fit otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._setter: Setter | None = None
        self.size_of_letters = NOTE
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Keys"))
        self.hide()

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return the keys and what they do."""
        return (
            (self.tr("Right, Down, Space, Page Down, Enter, click"), self.tr("next")),
            (self.tr("Left, Up, Page Up, Backspace, right click"), self.tr("back")),
            (self.tr("Home, End"), self.tr("first, last slide")),
            (self.tr("number, then Enter"), self.tr("that slide")),
            (self.tr("B or full stop, W"), self.tr("black, white screen")),
            (self.tr("F1"), self.tr("these keys")),
            (self.tr("Esc, F5"), self.tr("leave")),
        )

    def words(self) -> str:
        """Return the list as it is read aloud."""
        return ". ".join(f"{key}: {does}" for key, does in self.rows())

    def open_card(self, setter: Setter) -> None:
        """Show the card in the middle of a screen."""
        self._setter = setter
        room_wide, room_high = setter.size.width() * 0.96, setter.size.height() * 0.96
        for size in range(NOTE, NOTE // 3, -1):
            self.size_of_letters = size
            width, height = self._needed(setter)
            if width <= room_wide and height <= room_high:
                break
        width, height = self._needed(setter)
        self.setGeometry(QRectF((setter.size.width() - width) / 2, (setter.size.height() - height) / 2, width, height).toAlignedRect())
        self.show()
        self.raise_()
        self.update()

    def _needed(self, setter: Setter) -> tuple[float, float]:
        keys, does = self._columns(setter)
        share = self.size_of_letters / NOTE * setter.unit
        return keys + does + (2 * PAD + GAP) * share, (len(self.rows()) * LINE + 2 * PAD) * share

    def _columns(self, setter: Setter) -> tuple[float, float]:
        bold = QFontMetricsF(setter.font(self.size_of_letters, 600))
        plain = QFontMetricsF(setter.font(self.size_of_letters))
        return max(bold.horizontalAdvance(key) for key, _ in self.rows()) + 2, max(plain.horizontalAdvance(does) for _, does in self.rows()) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint the card."""
        setter = self._setter
        if setter is None:
            return
        share = self.size_of_letters / NOTE * setter.unit
        keys, does = self._columns(setter)
        is_mirrored = setter.direction == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(setter.look.colour("faint"))
        painter.setBrush(setter.look.colour("bar"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS * share, RADIUS * share)
        painter.setPen(setter.look.colour("ink"))
        for number, (key, words) in enumerate(self.rows()):
            top = (PAD + number * LINE) * share
            first, second = PAD * share, PAD * share + keys + GAP * share
            if is_mirrored:
                first, second = self.width() - first - keys, self.width() - second - does
            painter.setFont(setter.font(self.size_of_letters, 600))
            painter.drawText(QRectF(first, top, keys, LINE * share), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, key)
            painter.setFont(setter.font(self.size_of_letters))
            painter.drawText(QRectF(second, top, does, LINE * share), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
        painter.end()
