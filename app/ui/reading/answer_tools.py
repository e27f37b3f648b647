"""The buttons under an open answer: copy it with its citation, copy its link."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from app.ui.look.icons import Icons

GAP = 8


class AnswerTools(QWidget):
    """Side by side where there is room, else one above the other, else without their words, which are their names still.

    Signals: `copy_wanted(place)`, `link_wanted(place)`.
    """

    copy_wanted = Signal(str)
    link_wanted = Signal(str)

    def __init__(self, place: str, icons: Icons) -> None:
        super().__init__()
        self._place = place
        self._copy, self._link = QPushButton(), QPushButton()
        self._words = {self._copy: self.tr("Copy with citation"), self._link: self.tr("Copy link")}
        self._copy.clicked.connect(self._want_copy)
        self._link.clicked.connect(self._want_link)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        for button, words in self._words.items():
            button.setAccessibleName(words)
            button.setToolTip(words)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.apply_icons(icons)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the buttons to the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def _arrange(self) -> None:
        for button, words in self._words.items():
            button.setText(words)
        widths = [button.sizeHint().width() for button in self._words]
        if max(widths) > self.width():
            for button in self._words:
                button.setText("")
        beside = sum(widths) + GAP <= self.width() or max(widths) > self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size that never widens what the buttons stand in."""
        return QSize(1, self._row.sizeHint().height())

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        for button, name in ((self._copy, "copy"), (self._link, "link")):
            button.setIcon(icons.icon(name))
            button.setIconSize(icons.size())
        self._arrange()

    def _want_copy(self) -> None:
        self.copy_wanted.emit(self._place)

    def _want_link(self) -> None:
        self.link_wanted.emit(self._place)
