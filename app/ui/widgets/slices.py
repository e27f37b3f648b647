"""Long work on the window's own thread, cut into slices: a key that is pressed meanwhile waits for one slice at most."""

from collections.abc import Callable
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.core.base.steps import Steps

Result = TypeVar("Result")

SLICE = 0.006
"""Seconds after which the window has its turn. One step more may be taken: a slice stays well below a frame of 16 ms."""

REST = 20
"""Milliseconds for which work gives way: enough to paint, and little between two keys."""

WAITED_FOR = 0.03
"""The same for work that somebody waits for: it ends sooner, and the window still answers."""


class Slices(QObject):
    """Takes the steps of one work after the other.

    Signals: `ended()` when a work is over, whether it was done, failed or was dropped; then `done(value)` with what comes of it, after its last step.
    Nothing is left behind when the object is deleted in the midst of it.
    """

    ended = Signal()
    done = Signal(object)

    def __init__(self, parent: QObject, seconds: float = SLICE) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._steps: Steps[object] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

    def is_busy(self) -> bool:
        """Return whether there is work left."""
        return self._steps is not None

    def begin(self, steps: Steps[object]) -> None:
        """Begin a work; what was not finished is dropped."""
        self._drop()
        self._steps = steps
        self._timer.start(0)

    def finish(self) -> None:
        """Take all steps that are left, now."""
        while self._steps is not None:
            self.step()

    def give_way(self) -> None:
        """Rest for a moment, so that what is shown just now is painted first."""
        if self._steps is not None:
            self._timer.start(REST)

    def _work(self) -> None:
        self._timer.setInterval(0)
        ends = perf_counter() + self._seconds
        while self._steps is not None and perf_counter() < ends:
            self.step()

    def step(self) -> None:
        """Take one step, now."""
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration as end:
            self._drop()
            self.done.emit(end.value)
        except BaseException:
            self._drop()  # a work that fails is told of once, and not begun again with each slice
            raise

    def _drop(self) -> None:
        if self._steps is not None:
            self._steps = None
            self._timer.stop()
            self.ended.emit()


class Making(QObject, Generic[Result]):
    """Does work that somebody waits for while the program goes on, under a wait cursor, and gives `done` what has been made.

    It lives as long as the program or until it is done, whatever becomes of the window; when the program ends first, the rest is done then, so that
    what somebody saves just before is saved.
    """

    def __init__(self, steps: Steps[Result], done: Callable[[Result], object]) -> None:
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 - there is a window
        super().__init__(application)
        self._done = done
        self._slices = Slices(self, WAITED_FOR)
        self._slices.ended.connect(self._stop)
        self._slices.done.connect(self._give)
        application.aboutToQuit.connect(self._slices.finish)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        self._slices.begin(steps)

    def finish(self) -> None:
        """Do the rest at once, if there is any."""
        self._slices.finish()

    def _give(self, made: Result) -> None:
        self._done(made)

    def _stop(self) -> None:
        QGuiApplication.restoreOverrideCursor()
        self.deleteLater()
