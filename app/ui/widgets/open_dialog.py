"""Ask for a file to open, by the system's own dialog."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.widgets.file_dialog import FileDialog


class OpenDialog(FileDialog):
    """The dialog, in the folder where a file was chosen last. Each of the kinds names its files: "Content (*.json)"."""

    def __init__(self, parent: QWidget, title: str, kinds: Sequence[str]) -> None:
        super().__init__(parent, title)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setNameFilters(list(kinds))
