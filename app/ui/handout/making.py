"""Long work on the window's own thread, cut into slices: keys and painting are seen to between two of them."""

import time
from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

Result = TypeVar("Result")

Steps = Generator[None, None, Result]
"""Work that lets go after each of its steps, and returns what it has made."""

SLICE = 0.03
"""Seconds after which a slice ends with the step it is at."""


def to_end(steps: Steps[Result]) -> Result:
    """Do all steps now and return what they have made."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Result = end.value
            return made


class Making(QObject, Generic[Result]):
    """Does steps while the program goes on, under a wait cursor, and gives `done` what they have made.

    It lives as long as the program or until it is done, whatever becomes of the window; when the program ends first, the rest is done then, so that
    what somebody saves just before is saved.
    """

    def __init__(self, steps: Steps[Result], done: Callable[[Result], object]) -> None:
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 - there is a window
        super().__init__(application)
        self._steps, self._done = steps, done
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._do_slice)
        application.aboutToQuit.connect(self.finish)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        self._next.start()

    def _do_slice(self) -> None:
        end = time.monotonic() + SLICE
        try:
            while time.monotonic() < end:
                next(self._steps)
        except StopIteration as made:
            self._stop()
            self._done(made.value)
        except BaseException:
            self._stop()
            raise

    def finish(self) -> None:
        """Do the rest at once, if there is any."""
        if self._next.isActive():
            self._next.stop()
            try:
                made = to_end(self._steps)
            finally:
                self._stop()
            self._done(made)

    def _stop(self) -> None:
        self._next.stop()
        QGuiApplication.restoreOverrideCursor()
        self.deleteLater()
