"""Buttons whose words break into lines where there is little room: what they have in common, and one that looks like a link."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from app.ui.look.direction import in_order_of
from app.ui.look.theme import Look

INSET = 4
LEAST = 120
"""Width at 100 % below which no words can be read."""


def wrapped_policy(widget: QWidget) -> QSizePolicy:
    """Return the size policy of a widget whose height follows from the width that it is given."""
    policy = widget.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setHorizontalPolicy(policy.Policy.Preferred)
    policy.setVerticalPolicy(policy.Policy.Minimum)
    return policy


class WrappedLink(QPushButton):
    """Is as high as its words need in the width it is given."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__(text)
        self.setObjectName("link")
        self.apply_look(look)
        self.setSizePolicy(wrapped_policy(self))

    def apply_look(self, look: Look) -> None:
        """Paint in another theme or size."""
        self._look = look
        self._words_font = look.control_font(14)
        self._words_font.setUnderline(True)
        self.updateGeometry()

    def _words(self) -> str:
        return in_order_of(self, self.text())

    def _flags(self) -> int:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        return int(Qt.TextFlag.TextWordWrap | side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - called by Qt
        """Return how high the words are in a column."""
        words = QFontMetrics(self._words_font).boundingRect(QRect(0, 0, max(1, width - 2 * INSET), 10_000), self._flags(), self._words())
        return max(words.height() + 2 * INSET, self._look.control(28))

    def sizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size with all words on one line."""
        width = QFontMetrics(self._words_font).horizontalAdvance(self._words()) + 3 * INSET  # parts of pixels would break the last word off
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size below which the words cannot be read."""
        return QSize(self._look.control(LEAST), self._look.control(28))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint the button as the style does, and the words in lines."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setFont(self._words_font)
        painter.setPen(self._look.colour("accent"))
        painter.drawText(self.rect().adjusted(INSET, 0, -INSET, 0), self._flags(), self._words())
        painter.end()
