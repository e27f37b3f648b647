"""What can be done with a file that has just been saved: open it, show it in its folder."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.machine.outside import Opening

ASKED_EVERY, MOST_ASKED = 100, 50
"""Milliseconds between two looks at whether the system has opened a file, and how many: what takes longer is the reader's program at work."""


class SavedFile(QWidget):
    """Two buttons, hidden until a file is offered.

    Signals: `told(message)` when the system cannot do what was asked for.
    """

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._path = Path()
        self._opening: Opening | None = None
        self._message = ""
        self._asked = 0
        self._soon = QTimer(self, interval=ASKED_EVERY)
        self._soon.timeout.connect(self._ask)
        self.open_button = QPushButton(self.tr("&Open"))
        self.folder_button = QPushButton(self.tr("Show &in folder"))
        self.open_button.clicked.connect(self.open_file)
        self.folder_button.clicked.connect(self.show_in_folder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.open_button, self.folder_button):
            button.setObjectName("wide")
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.hide()

    def offer(self, path: Path) -> None:
        """Offer to open a file that was saved."""
        self._path = path
        self.show()

    def open_file(self) -> None:
        """Open the file as a double click would."""
        self._begin(self.tr("This computer has no program that opens {name}. You can find it in this folder: {folder}"), folder=False)

    def show_in_folder(self) -> None:
        """Show the folder with the file in it."""
        self._begin(self.tr("This computer cannot show folders. {name} is in this folder: {folder}"), folder=True)

    def _begin(self, failed: str, *, folder: bool) -> None:
        self._message = failed.format(name=self._path.name, folder=self._path.absolute().parent)
        self._asked = 0
        try:
            self._opening = Opening(self._path, folder=folder)
        except OSError:
            self.told.emit(self._message)
            return
        self._soon.start()

    def _ask(self) -> None:
        """Say so when the system has failed; after a while nobody asks any more."""
        failed = self._opening.failed() if self._opening is not None else False
        self._asked += 1
        if failed is None and self._asked < MOST_ASKED:
            return
        self._soon.stop()
        self._opening = None
        if failed:
            self.told.emit(self._message)
