"""Let the program's words stand where the content begins: at the right of a window that is read from the right, whatever their own direction."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

SIDEWAYS = Qt.AlignmentFlag.AlignHorizontal_Mask


def lean(root: QWidget) -> None:
    """Let every label below a widget begin where the layout begins. By itself Qt puts a label's words where their own script begins."""
    for label in root.findChildren(QLabel):
        lean_label(label)


def lean_label(label: QLabel) -> None:
    """Let one label begin where its layout begins; what is centred stays."""
    alignment = label.alignment()
    if not alignment & Qt.AlignmentFlag.AlignHCenter:
        mirrored = label.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        label.setAlignment((alignment & ~SIDEWAYS) | side | Qt.AlignmentFlag.AlignAbsolute)
