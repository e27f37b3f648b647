"""The system's own dialog for a file, without an event loop of its own: what was chosen comes by a signal."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHeaderView, QListView, QTreeView, QWidget

FRAME = 16
"""Pixels that the frame around the dialog may take of the screen."""


class FileDialog(QFileDialog):
    """A dialog over a window; `open()` shows it, and it is deleted when it closes. With its window it closes too: Qt would leave it on the screen.

    Signal: `file_chosen(path)` once a file is chosen and the dialog is away.
    """

    file_chosen = Signal(str)

    def __init__(self, parent: QWidget, title: str, folder: str = "") -> None:
        super().__init__(parent, title, folder)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = parent.window()
        self._window.installEventFilter(self)
        self.accepted.connect(self._tell)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - called by Qt
        """Be no larger than the screen: Qt's own dialog looks at its height only, and its buttons would lie outside of an enlarged desktop."""
        super().showEvent(event)
        room = self.screen().availableGeometry()
        self.resize(self.size().expandedTo(self.sizeHint()).boundedTo(room.size() - QSize(FRAME, FRAME)))
        self._share_out()

    def _share_out(self) -> None:
        """Give the columns what their words need, and leave out the list of folders where it would take a third. The system's dialog has none."""
        files, folders = self.findChild(QTreeView, "treeView"), self.findChild(QListView, "sidebar")
        if files is not None:
            files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if folders is not None:
            needed = folders.sizeHintForColumn(0) + 2 * folders.frameWidth()
            folders.setMinimumWidth(needed)
            folders.setHidden(3 * needed > self.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Close with the window. A hiding that comes from the system is a minimised window, which comes back."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous() and watched is self._window:
            self.reject()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        for path in self.selectedFiles()[:1]:
            self.file_chosen.emit(path)


class OpenDialog(FileDialog):
    """Asks for a file to open, in the folder where a file was chosen last. Each of the kinds names its files: "Content (*.json)"."""

    def __init__(self, parent: QWidget, title: str, kinds: Sequence[str]) -> None:
        super().__init__(parent, title)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setNameFilters(list(kinds))
