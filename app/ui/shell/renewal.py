"""Notice that the file of the open article has become another edition, or is gone, without ever waiting for it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.files.loader import Loaded
from app.core.files.renewal import Look, States, look_again
from app.machine.aside import Aside

EVERY = 60_000
"""Milliseconds from one look to the next."""

ANSWER = 1_000
"""Milliseconds after which it is seen whether a look has been answered."""

LOST_AFTER = 2
"""So many looks in a row that find nothing are more than a moment without a network, or a file that is just being copied there."""


class Renewal(QObject):
    """Looks from time to time at a content file. Each look has a thread of its own, so a share may take as long as it likes; the next look waits.

    Signals: `found(loaded)` for each other edition, `lost(reason)` once when the file cannot be used any more.
    """

    found = Signal(object)
    lost = Signal(str)

    def __init__(self, path: Path, known: Loaded, parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._known = path, known
        self._states: States = ()
        self._failed = 0
        self._asked: Aside[Look] | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Begin a look, or take what the one before has found."""
        if self._asked is None:
            path, known, states = self._path, self._known, self._states  # so that the thread holds nothing of the window
            self._asked = Aside(lambda: look_again(path, known, states))
            self._timer.setInterval(ANSWER)
        elif self._asked.is_done:
            answer, self._asked = self._asked.result, None
            self._timer.setInterval(EVERY)
            if answer is not None:
                self._take(answer)

    def _take(self, look: Look) -> None:
        self._states = look.states
        if look.trouble:
            self._failed += 1
            if self._failed == LOST_AFTER:
                self.lost.emit(look.trouble)
        elif self._failed < LOST_AFTER:  # else it has been told, which is enough
            self._failed = 0
        if look.new is not None:
            self._known = look.new
            self.found.emit(look.new)
