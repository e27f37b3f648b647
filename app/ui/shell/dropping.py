"""A file that is dragged onto the window: says what will happen, and gives its path when it is let go."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow

NAME_LENGTH = 60
"""Letters of a file's name that are shown at most."""

FROM_EDGE = 48
"""Pixels between the line and the window's lower edge."""

PACK = ".refpack"
"""How the names of packs end."""

_DRAGGED = {QEvent.Type.DragEnter, QEvent.Type.DragMove}


class FileDrops(QObject):
    """Takes files for a window, which is its parent; dragged words go where they always went.

    Signals: `dropped(path)` when one file has been let go.
    """

    dropped = Signal(str)

    def __init__(self, frame: QMainWindow) -> None:
        super().__init__(frame)
        self._frame = frame
        self.hint = QLabel(frame)
        self.hint.setObjectName("card")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.hint.setMargin(16)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        frame.setAcceptDrops(True)
        frame.installEventFilter(self)

    def spare_fields(self) -> None:
        """Keep the fields of the window from taking a file's address as words."""
        for field in self._frame.findChildren(QLineEdit):
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Follow what is dragged."""
        if event.type() == QEvent.Type.DragLeave:
            self.hint.hide()
        if not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return False
        if watched is not self._frame:
            event.ignore()  # so that the window is asked next
            return True
        paths = [url.toLocalFile() for url in event.mimeData().urls()]
        is_taken = len(paths) == 1 and bool(paths[0]) and not self._is_covered()
        if event.type() in _DRAGGED:
            self._show(paths, is_taken=is_taken)
        else:
            self.hint.hide()
        event.setDropAction(Qt.DropAction.CopyAction)  # else a file manager may move the file away
        event.setAccepted(is_taken)
        if event.type() == QEvent.Type.Drop and is_taken:
            self.dropped.emit(paths[0])
        return True

    def _is_covered(self) -> bool:
        """Return whether slides, the self-test or the like lie over the window; the disclaimer does not count."""
        inside = self._frame.centralWidget()
        return inside is not None and not inside.isEnabled() and bool(getattr(self._frame, "is_accepted", True))

    def _show(self, paths: list[str], *, is_taken: bool) -> None:
        if is_taken:
            name = Path(paths[0]).name
            is_pack = name.lower().endswith(PACK)
            is_likely = name.lower().endswith(".json")  # any name may hold an article
            words = self.tr("Drop it here to open {name}") if is_likely else self.tr("Drop it here to open {name}, if it contains an article")
            words = self.tr("Drop it here to add {name} to the library") if is_pack else words
            words = words.format(name=name if len(name) <= NAME_LENGTH else f"{name[: NAME_LENGTH - 1]}…")
        elif self._is_covered():
            words = self.tr("No file can be opened now")
        else:
            words = self.tr("Only one file can be opened at a time, and it must be on this computer")
        self.hint.setText(words)
        room = self._frame.width() - 2 * FROM_EDGE
        width = min(self.hint.fontMetrics().horizontalAdvance(words) + 4 * self.hint.margin(), room)
        height = self.hint.heightForWidth(width)
        self.hint.setGeometry((self._frame.width() - width) // 2, self._frame.height() - height - FROM_EDGE, width, height)
        self.hint.show()
        self.hint.raise_()
