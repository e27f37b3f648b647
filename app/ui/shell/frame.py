"""The window's frame with the disclaimer: all that is needed before the reader has accepted it, so that it stands there at once."""

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from app.core.article.content import Article
from app.ui.look.theme import TITLE_HEIGHT, Look
from app.ui.shell.disclaimer import DisclaimerCover

WIDTH, HEIGHT = 1280, 800
LEAST_WIDTH, LEAST_HEIGHT = 320, 256
"""What is left of a screen of 1280 × 1024 at 400 %: no screen on which the window is used has less room."""

FRAME_WIDTH = 16
"""What the window manager draws beside the window, at most: on a small screen all of it must fit."""


def title_of(*parts: str) -> str:
    """Return a window's title: what it shows, from the nearest to the widest, and the program's name once; nothing is named twice."""
    named = list(dict.fromkeys(parts))
    program = QCoreApplication.translate("Frame", "Cervical Reference")
    return " – ".join([*named, *([] if any(program in part for part in named) else [program])])


class Frame(QMainWindow):
    """An empty window under the disclaimer, which says whether it comes at every start or `once`. It has no parent; the session owns it.

    Signals: `shown()` when it has been painted; `accepted()` when the disclaimer has been; `left(accepted)` when the window closes.
    """

    shown = Signal()
    accepted = Signal()
    left = Signal(bool)

    def __init__(self, article: Article, look: Look, geometry: QByteArray, *, once: bool = False) -> None:
        super().__init__()
        self._once = once
        self.is_accepted = False
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        room = self.screen().availableSize()
        self.resize(min(WIDTH, room.width() - FRAME_WIDTH), min(HEIGHT, room.height() - TITLE_HEIGHT))
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self._name(article)
        self.cover = self._cover_with(article, look)

    def take_article(self, article: Article, look: Look, *, is_accepted: bool) -> None:
        """Hold another article from now on, under its own disclaimer unless the reader has accepted those words."""
        if (focus := self.focusWidget()) is not None:
            focus.clearFocus()  # else it would pass over everything that goes, and a screen reader would tell of that
        self._name(article)
        if not is_accepted:
            before, self.cover = self.cover, self._cover_with(article, look)
            self.cover.place()
            self.cover.show()
            before.hide()
            before.let_go()
            before.deleteLater()
        elif not self.is_accepted:
            self.cover.hide()
        self.is_accepted = is_accepted

    def _name(self, article: Article) -> None:
        direction = Qt.LayoutDirection.RightToLeft if article.direction == "rtl" else Qt.LayoutDirection.LeftToRight
        QApplication.setLayoutDirection(direction)  # menus and dialogs are windows of their own and do not ask this one
        self.setLayoutDirection(direction)
        self.setWindowTitle(article.title)  # the program's name comes with the window, whose first page completes the title

    def _cover_with(self, article: Article, look: Look) -> DisclaimerCover:
        cover = DisclaimerCover(article.disclaimer, look, self, once=self._once)
        cover.accepted.connect(self.accept_disclaimer)
        cover.declined.connect(self.close)
        cover.painted.connect(self.shown)
        cover.take_focus()
        return cover

    def accept_disclaimer(self) -> None:
        """Uncover the window."""
        self.shown.emit()  # the reader may be quicker than the first painting
        self.is_accepted = True
        self.accepted.emit()  # the page takes the focus now; from a button that is hidden it would pass over the one beside it
        self.cover.hide()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - called by Qt
        """Say that the window closes, and whether it was ever in use; the dialogs over it close with it, which Qt would leave on the screen."""
        self.left.emit(self.is_accepted)
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Do what stands at the places of the keys, where nothing has taken what they write."""
        from app.ui.widgets.keys import do_by_place  # noqa: PLC0415 - the first picture does without it

        if not do_by_place(event, self.actions()):
            super().keyPressEvent(event)
