"""Let the program's words stand where the content begins: at the right of a window that is read from the right, whatever their own direction."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.core.base.order import in_order

SIDEWAYS = Qt.AlignmentFlag.AlignHorizontal_Mask


def lean(root: QWidget) -> None:
    """Let every label below a widget begin where the layout begins. By itself Qt puts a label's words where their own script begins."""
    for label in root.findChildren(QLabel):
        lean_label(label)


def in_order_of(widget: QWidget, words: str) -> str:
    """Return words as a widget that paints them itself shows them, with what has to be kept in order."""
    return in_order(words, mirrored=widget.layoutDirection() == Qt.LayoutDirection.RightToLeft)


def set_words(part: QLabel | QAbstractButton, words: str) -> None:
    """Show words that may hold measures on a label or a button; by ear they are as they were written."""
    shown = in_order_of(part, words)
    part.setText(shown)
    part.setAccessibleName(words if shown != words else "")


def lean_label(label: QLabel) -> None:
    """Let one label begin where its layout begins; what is centred stays."""
    alignment = label.alignment()
    if not alignment & Qt.AlignmentFlag.AlignHCenter:
        mirrored = label.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        label.setAlignment((alignment & ~SIDEWAYS) | side | Qt.AlignmentFlag.AlignAbsolute)
