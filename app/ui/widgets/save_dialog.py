"""Ask where to save a file, by the system's own dialog; its name ends as the chosen form does."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.ui.widgets.file_dialog import FileDialog

SUFFIX = re.compile(r"\*(\.\w+)")


class SaveDialog(FileDialog):
    """The dialog; it asks before it replaces a file. Each of the forms names its suffix: "PDF (*.pdf)".

    It begins in `folder` if that may be written to, else in the folder of documents.

    A name that ends as none of the forms does gets the ending of the chosen one, also "week 20.5", which to Qt has an ending.
    """

    def __init__(self, parent: QWidget, title: str, name: str, forms: Sequence[str], folder: Path | None = None) -> None:
        self._stem = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", name).strip(" .") or "file"
        if folder is None or not os.access(folder, os.W_OK):
            folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        super().__init__(parent, title, str(folder / self._stem))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(forms))
        self.setDefaultSuffix(_suffix(forms[0]))
        self.selectFile(f"{self._stem}.{_suffix(forms[0])}")
        self.filterSelected.connect(self._use_suffix)

    def accept(self) -> None:
        """Take the name with its ending, so that the dialog asks before it replaces the file that is really meant."""
        whole = self._ended(next(iter(self.selectedFiles()), ""))
        field = self.findChild(QLineEdit, "fileNameEdit")  # the system's own dialog has none
        if field is not None and whole not in {"", *self.selectedFiles()}:
            field.setText(whole)
        elif field is None and whole not in self.selectedFiles() and Path(whole).is_file():
            self.hide()
            self.selectFile(whole)  # comes again with the whole name, and asks
            self.open()
            return
        super().accept()

    def _ended(self, path: str) -> str:
        endings = {found.lower() for form in self.nameFilters() for found in SUFFIX.findall(form)}
        if not path or Path(path).is_dir() or Path(path).suffix.lower() in endings:
            return path
        return f"{path}.{_suffix(self.selectedNameFilter())}"

    def _tell(self) -> None:
        for path in self.selectedFiles()[:1]:
            self.file_chosen.emit(self._ended(path))

    def _use_suffix(self, chosen: str) -> None:
        """Let the chosen form end the name: else a web page would be called .pdf."""
        self.setDefaultSuffix(_suffix(chosen))
        for path in self.selectedFiles():
            self.selectFile(Path(path).with_suffix(f".{_suffix(chosen)}").name)


def _suffix(form: str) -> str:
    found = SUFFIX.search(form)
    return found[1].removeprefix(".") if found else ""
