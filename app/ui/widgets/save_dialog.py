"""Ask where to save a file, by the system's own dialog; its name ends as the chosen form does."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.widgets.file_dialog import FileDialog

SUFFIX = re.compile(r"\*(\.\w+)")


class SaveDialog(FileDialog):
    """The dialog, in the folder of documents; it asks before it replaces a file. Each of the forms names its suffix: "PDF (*.pdf)"."""

    def __init__(self, parent: QWidget, title: str, name: str, forms: Sequence[str]) -> None:
        self._stem = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", name).strip(" .") or "file"
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        super().__init__(parent, title, str(Path(folder) / self._stem))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(forms))
        self.setDefaultSuffix(_suffix(forms[0]))
        self.selectFile(f"{self._stem}.{_suffix(forms[0])}")
        self.filterSelected.connect(self._use_suffix)

    def _use_suffix(self, chosen: str) -> None:
        """Let the chosen form end the name: else a web page would be called .pdf."""
        self.setDefaultSuffix(_suffix(chosen))
        for path in self.selectedFiles():
            self.selectFile(Path(path).with_suffix(f".{_suffix(chosen)}").name)


def _suffix(form: str) -> str:
    found = SUFFIX.search(form)
    return found[1].removeprefix(".") if found else ""
