"""Notice when the system asks the program to end: by a signal, or because the session ends."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication

ENDING = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
"""Those of these that the system has: an end that is asked for, a terminal or session that is gone, Ctrl+C, and Ctrl+Break on Windows."""


class EndSignals(QObject):
    """Says `asked()` when the program is to end, and `stored()` when the session may end at once: then everything must be stored, not ended.

    A handler in Python runs only when Python does, and Qt's event loop may wait for long. So each signal also writes a byte into a pipe, which
    wakes the loop. Windows has no pipes that Qt can wait for; there the handler waits for the next thing that happens in the window. `release`
    gives the handlers back.
    """

    asked = Signal()
    stored = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._pipe = os.pipe() if os.name == "posix" else None
        if self._pipe is not None:
            for end in self._pipe:
                os.set_blocking(end, False)
            signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
            self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._empty)
        self._before = {number: signal.getsignal(number) for name in ENDING if (number := getattr(signal, name, None)) is not None}
        if self._before.get(getattr(signal, "SIGHUP", None)) is signal.SIG_IGN:
            del self._before[signal.SIGHUP]  # started by nohup, which wants just that
        for number in self._before:
            signal.signal(number, self._take)
        direct = Qt.ConnectionType.DirectConnection  # the session goes on ending when the slot returns
        application.commitDataRequest.connect(self.stored, direct)
        application.saveStateRequest.connect(self.stored, direct)

    def _take(self, _number: int, _frame: FrameType | None) -> None:
        self.asked.emit()

    def _empty(self) -> None:
        """Be woken; Python runs the handler by itself now."""
        if self._pipe is not None:
            os.read(self._pipe[0], 512)

    def release(self) -> None:
        """Give the handlers back and close the pipe."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)
