"""Keep the window where a screen is: projectors are unplugged, screens are turned and rearranged."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

LEAST = 64
"""Pixels of the window, each way, that must lie on a screen for it to be found and moved."""


def kept_in_sight(window: QRect, screens: Iterable[QRect], primary: QRect) -> QRect:
    """Return where a window should be: where it is, if enough of it lies on a screen, else in the middle of the primary one, no larger than that."""
    for screen in screens:
        seen = screen.intersected(window)
        if seen.width() >= min(LEAST, window.width()) and seen.height() >= min(LEAST, window.height()):
            return window
    size = window.size().boundedTo(primary.size())
    moved = QRect(window.topLeft(), size)
    moved.moveCenter(primary.center())
    return moved


class ScreenGuard(QObject):
    """Watches the screens and brings a window back when its screen has gone. `application` may be a stand-in with the same signals."""

    def __init__(self, frame: QWidget, application: QGuiApplication) -> None:
        super().__init__(frame)
        self._frame = frame
        self._application = application
        self._check = QTimer(self, interval=0, singleShot=True)  # when Qt has done its own part
        self._check.timeout.connect(self.check)
        application.screenAdded.connect(self._watch)
        application.screenRemoved.connect(self._look_later)
        application.primaryScreenChanged.connect(self._look_later)
        for screen in application.screens():
            self._watch(screen)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look_later)
        screen.availableGeometryChanged.connect(self._look_later)
        self._look_later()

    def _look_later(self) -> None:
        self._check.start()

    def check(self) -> None:
        """Bring the window back, if it lies where no screen is; one that fills a screen fills the primary one then."""
        primary = self._application.primaryScreen()
        if primary is None:  # no screen at all: there will be one again, and then this is called
            return
        frame = self._frame
        is_full = bool(frame.windowState() & Qt.WindowState.WindowFullScreen)
        now = frame.geometry()
        wanted = kept_in_sight(now, [screen.geometry() for screen in self._application.screens()], primary.availableGeometry())
        if wanted == now:
            return
        if is_full:
            frame.setWindowState(frame.windowState() & ~Qt.WindowState.WindowFullScreen)
        frame.setGeometry(wanted)
        if is_full:
            frame.setWindowState(frame.windowState() | Qt.WindowState.WindowFullScreen)
