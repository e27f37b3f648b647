"""Do one thing beside the window that may take any time, such as asking a share: the only thread of the program, and no Qt is in it."""

from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Aside(Generic[Result]):
    """Work that has begun. Nobody waits for it, and the program ends while it still goes on."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._results: list[Result] = []
        from threading import Thread  # noqa: PLC0415 - most runs have nothing to do beside the window

        results = self._results
        self._thread = Thread(target=lambda: results.append(work()), daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether the work has ended."""
        return not self._thread.is_alive()

    @property
    def result(self) -> Result | None:
        """What the work has returned; None while it goes on, and when it failed."""
        return self._results[0] if self._results else None
