"""The line over the page that offers another edition of the article, which has come to lie in its file meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.core.base.labels import Labels
from app.core.files.loader import Loaded
from app.ui.look.icons import Icons
from app.ui.window.bars import Notice


class NewEdition(QWidget):
    """A notice with two buttons under it; hidden until there is something to offer.

    Signals: `compare_wanted(loaded)` and `open_wanted(loaded)`.
    """

    compare_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, labels: Labels, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels = labels
        self._offered: Loaded | None = None
        self.notice = Notice(icons, self)
        self.notice.closed.connect(self.hide)
        self.compare_button = QPushButton(self.tr("What changed"))
        self.open_button = QPushButton(self.tr("Open it"))
        self.compare_button.clicked.connect(self._compare)
        self.open_button.clicked.connect(self._open)
        buttons = QWidget()
        buttons.setObjectName("notice")
        row = QHBoxLayout(buttons)
        row.setContentsMargins(24, 4, 16, 6)
        for button in (self.open_button, self.compare_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(buttons)
        self.hide()

    def _compare(self) -> None:
        self.compare_wanted.emit(self._offered)

    def _open(self) -> None:
        self.open_wanted.emit(self._offered)

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        self.notice.apply_icons(icons)

    def offer(self, loaded: Loaded, shown: Loaded) -> None:
        """Offer an edition of the article that is shown, or another article that lies now where the shown one was asked for."""
        self._offered = loaded
        is_same = loaded.article.id == shown.article.id
        edition = self._labels.edition_line.format(date=self._labels.date(loaded.article.edition.updated), digest=loaded.short_digest)
        if is_same:
            message = self.tr("There is another edition of this article: {edition}.")
        else:
            message = self.tr("The article “{title}” can be read now ({edition}).")
        self.compare_button.setVisible(is_same)
        self.show()
        self.notice.show_message(message.format(title=loaded.article.title, edition=edition))
