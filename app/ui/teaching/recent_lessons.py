"""The lessons that were opened or saved last, as a menu."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class RecentLessons(QMenu):
    """Offers files by their names. Signal: `chosen(path)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.triggered.connect(self._choose)

    def offer(self, paths: Iterable[Path]) -> None:
        """Offer these files; two of one name are told apart by their folders."""
        listed = tuple(paths)
        names = [path.stem for path in listed]
        self.clear()
        for path in listed:
            name = path.stem if names.count(path.stem) == 1 else self.tr("{name} (in {folder})").format(name=path.stem, folder=path.parent.name)
            self.addAction(name.replace("&", "&&")).setData(str(path))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
