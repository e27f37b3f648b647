"""The buttons under an open answer: copy it with its citation, copy its link."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.icons import Icons


class AnswerTools(QWidget):
    """Signals: `copy_wanted(place)`, `link_wanted(place)`."""

    copy_wanted = Signal(str)
    link_wanted = Signal(str)

    def __init__(self, place: str, icons: Icons) -> None:
        super().__init__()
        self._place = place
        self._copy = QPushButton(self.tr("Copy with citation"))
        self._link = QPushButton(self.tr("Copy link"))
        self._copy.clicked.connect(self._want_copy)
        self._link.clicked.connect(self._want_link)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._copy)
        row.addWidget(self._link)
        row.addStretch(1)
        self.apply_icons(icons)

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        for button, name in ((self._copy, "copy"), (self._link, "link")):
            button.setIcon(icons.icon(name))
            button.setIconSize(icons.size())

    def _want_copy(self) -> None:
        self.copy_wanted.emit(self._place)

    def _want_link(self) -> None:
        self.link_wanted.emit(self._place)
