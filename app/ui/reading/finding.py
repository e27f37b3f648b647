"""Go through the marks of the page that is shown, whether find on the page or an opened search hit has set them."""

from functools import partial
from typing import Protocol

from app.core.base.text import find_all
from app.ui.text.marks import Finder


class Markable(Protocol):
    """A part in which words can be marked: `mark_count` of them, `current_mark` (from 0; -1 before the first), also when it is filled again."""

    @property
    def mark_count(self) -> int:
        """How many marks there are."""

    @property
    def current_mark(self) -> int:
        """Which mark is the current one."""

    def mark(self, finder: Finder, *, everywhere: bool = False) -> int:
        """Mark what the finder finds and return how many marks there are; with `everywhere`, also where notes are folded away."""

    def unmark(self) -> None:
        """Take the marks away."""

    def keep_found(self) -> None:
        """Let what holds the current mark stay open when the marks are taken away."""

    def first_mark(self) -> int:
        """Return the first mark from where the reader is."""

    def go_to_mark(self, number: int) -> None:
        """Make one mark the current one and bring it into sight."""


class Finding:
    """Goes from mark to mark; which marks there are, and which is the current one, the page alone knows."""

    def __init__(self) -> None:
        self._page: Markable | None = None

    @property
    def total(self) -> int:
        """How many marks there are."""
        return self._page.mark_count if self._page is not None else 0

    @property
    def current(self) -> int:
        """Which mark is the current one, from 0; -1 before the first."""
        return self._page.current_mark if self._page is not None else -1

    def find(self, page: Markable, words: str) -> None:
        """Mark the words as they stand and go to the first from where the reader is; empty words take the marks away."""
        if not words.strip():
            self.stop()
            return
        self.mark(page, partial(_stand_in, words), everywhere=True)
        if self.total:
            self._go(page.first_mark())

    def mark(self, page: Markable, finder: Finder, *, everywhere: bool = False) -> None:
        """Mark what a finder finds, without going anywhere."""
        if self._page is not None and self._page is not page:
            self.stop()
        self._page = page
        page.mark(finder, everywhere=everywhere)

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) mark, round the end of the page."""
        if self._page is None or not self.total:
            return
        if self.current < 0:
            self._go(self._page.first_mark() if by > 0 else self.total - 1)
        else:
            self._go((self.current + by) % self.total)

    def stop_here(self) -> None:
        """Take the marks away, but leave open what holds the current one, which the reader is looking at."""
        if self._page is not None:
            self._page.keep_found()
        self.stop()

    def stop(self) -> None:
        """Take the marks away; a page that was opened up for them closes again."""
        if self._page is not None:
            self._page.unmark()
        self._page = None

    def _go(self, number: int) -> None:
        if self._page is not None:
            self._page.go_to_mark(number)


def _stand_in(words: str, text: str) -> tuple[tuple[int, int], ...]:
    return find_all(text, words)
