"""Long work in short slices between the events of the window: a key that is pressed meanwhile waits for one slice at most."""

from collections.abc import Generator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

SLICE = 0.006
"""Seconds after which the window has its turn. One step more may be taken: a slice stays well below a frame of 16 ms."""


class Slices(QObject):
    """Takes the steps of one work after the other.

    Signals: `done(value)` with what comes of the work, after its last step. Nothing is left behind when the object is deleted in the midst of it.
    """

    done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Generator[None, None, object] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

    def is_busy(self) -> bool:
        """Return whether there is work left."""
        return self._steps is not None

    def begin(self, steps: Generator[None, None, object]) -> None:
        """Begin a work; what was not finished is dropped."""
        self._steps = steps
        self._timer.start()

    def finish(self) -> None:
        """Take all steps that are left, now."""
        while self._steps is not None:
            self.step()

    def _work(self) -> None:
        ends = perf_counter() + SLICE
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
        self._steps = None
        self._timer.stop()
