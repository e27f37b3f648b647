"""The only place where the program itself puts something on the clipboard."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.core.files.leaving import Leaving


def put(data: QMimeData | str, leaving: Leaving) -> bool:
    """Put something on the clipboard and return whether that is allowed; where it is not, the clipboard stays as it is."""
    if not leaving.may_copy:
        return False
    clipboard = QGuiApplication.clipboard()
    if isinstance(data, str):
        clipboard.setText(data)
    else:
        clipboard.setMimeData(data)
    return True
