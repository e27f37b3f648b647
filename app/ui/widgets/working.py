"""Work beside the window: each piece has a thread of its own, and what it has come to is given to the window when it is there."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer

from app.machine.aside import Aside

LOOKED_EVERY = 20
"""Milliseconds after which it is looked whether something is done."""


class Piece(Struct):
    """Something that goes on, and what takes its result."""

    name: str
    work: Aside[Any]
    take: Callable[[Any], None]


class Working(QObject):
    """Begins work and looks when it is done. It never waits, and a piece that never ends keeps nothing else from ending."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: list[Piece] = []
        self._timer = QTimer(self, interval=LOOKED_EVERY)
        self._timer.timeout.connect(self.look)

    def is_at(self, name: str) -> bool:
        """Return whether a piece of this name goes on."""
        return any(piece.name == name for piece in self._pieces)

    def is_busy(self) -> bool:
        """Return whether anything goes on."""
        return bool(self._pieces)

    def begin(self, name: str, work: Callable[[], Any], take: Callable[[Any], None]) -> bool:
        """Begin a piece, unless one of its name goes on; `work` holds nothing of the window, for it may outlast it. Return whether it has begun."""
        if self.is_at(name):
            return False
        self._pieces.append(Piece(name, Aside(work), take))
        self._timer.start()
        return True

    def begin_anew(self, name: str, work: Callable[[], Any], take: Callable[[Any], None]) -> None:
        """Begin a piece in the place of one of its name that may still go on: nobody takes what that one comes to."""
        self._pieces = [piece for piece in self._pieces if piece.name != name]
        self.begin(name, work, take)

    def look(self) -> None:
        """Give what is done to who has asked for it."""
        done = [piece for piece in self._pieces if piece.work.is_done]
        self._pieces = [piece for piece in self._pieces if piece not in done]
        if not self._pieces:
            self._timer.stop()
        for piece in done:
            piece.take(piece.work.result)
