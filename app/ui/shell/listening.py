"""Hear what a second start of the program asks of the window that is open."""

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from app.ui.shell.second_start import Running


class Listener(QObject):
    """Says `asked(request)` for each request; `begin` looks for those that were made before, too."""

    asked = Signal(object)

    def __init__(self, running: Running, parent: QObject) -> None:
        super().__init__(parent)
        self._running = running
        self._watcher = QFileSystemWatcher([str(running.folder)], self)
        self._watcher.directoryChanged.connect(self._look)

    def begin(self) -> None:
        """Look for requests from now on."""
        self._running.listen()
        self._look()

    def _look(self) -> None:
        for asked in self._running.requests():
            self.asked.emit(asked)
