"""Follow a file that somebody writes: what it holds each time it is saved, and the last of it that could be shown."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTime, QTimer, Signal

from app.core.drafts.asked import Asked, Asking
from app.core.drafts.draft import Draft, advised
from app.core.drafts.helps import suggestions
from app.core.drafts.lines import Message
from app.core.drafts.watching import Seen, States, look_again, look_now
from app.core.files.loader import Loaded
from app.machine.aside import Aside

if TYPE_CHECKING:
    from app.core.drafts.texts import ImportReport

EVERY = 25
"""Milliseconds from one look at the file to the next."""

SLOW, PAUSE = 4, 10
"""A look that takes more than so many of these, as on a slow share, is followed by a pause that is so many times as long."""

LONGEST_PAUSE = 80
"""The same for the pause itself: one slow look, as of a busy computer, must not keep what is saved from the page for long."""

ADVICE_AFTER = 400
"""Milliseconds after which suggestions are looked for: the page comes first, and a file may be saved again soon."""


class Report(Struct, frozen=True):
    """What is known of the file.

    `shown` is the article in its last good state and `of` the time of that state; `read` is when the file was last read, `is_gone` while there is
    none, and `is_good` whether what was last read can be shown. `suggested` never counts as a problem. What `opens` the panel at
    once is the report on an import.
    """

    path: Path
    shown: Loaded | None = None
    of: str = ""
    read: str = ""
    is_good: bool = False
    is_gone: bool = False
    problems: tuple[Message, ...] = ()
    suggested: tuple[Message, ...] = ()
    opens: bool = False


class Following(QObject):
    """Looks at a file again and again, beside the window. Its owner says `stop` before letting it go.

    Signals: `shown(loaded)` when there is another text to show, then `reported(report)`; the latter alone when only what is told has changed.
    How the file was `made` of a text stands before all suggestions, and what was lost then among the problems until it is saved.
    `others` returns what reads the questions of other articles; it is called when
    suggestions are first looked for, and each of them is asked once for the article's language, beside the window.
    """

    shown = Signal(object)
    reported = Signal(object)

    def __init__(self, path: Path, parent: QObject, others: Callable[[], tuple[Asking, ...]] = tuple, made: "ImportReport | None" = None) -> None:
        super().__init__(parent)
        self._first, self._lost = (made.rest, made.lost) if made is not None else ((), ())
        self.report = Report(path, suggested=self._first)
        self._is_new = made is not None
        self._others, self._language = others, ""
        self._asking: list[Aside[tuple[Asked, ...]]] = []
        self._asked: tuple[Asked, ...] = ()
        self._seen: Seen | None = None
        self._states: States = ()
        self._looking: Aside[Seen | States] | None = None
        self._waited = self._pause = 0
        self._advising: Aside[tuple[Message, ...]] | None = None
        self._later = QTimer(self, interval=ADVICE_AFTER, singleShot=True)
        self._later.timeout.connect(self._advise)
        self._draft: Draft | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Read the file now, and look at it from now on."""
        path = self.report.path
        self._take(look_now(path))
        self._timer.start()

    def stop(self) -> None:
        """Follow the file no longer."""
        self._timer.stop()
        self._later.stop()

    def _look(self) -> None:
        if self._advising is not None and self._advising.is_done:
            suggested, self._advising = self._advising.result, None
            self.report = replace(self.report, suggested=(*self._first, *(suggested or ())))
            self.reported.emit(self.report)
        if done := [one for one in self._asking if one.is_done]:
            self._asking = [one for one in self._asking if one not in done]
            self._asked += tuple(asked for one in done for asked in one.result or ())
            self._later.start()
        if self._pause:
            self._pause -= 1
        elif self._looking is None:
            self._begin_look()
        elif self._looking.is_done:
            found, self._looking = self._looking.result, None
            if isinstance(found, Seen):
                self._take(found)
            elif found is not None:  # None: what nobody foresaw has happened; it is asked again
                self._states = found
            self._pause = min(PAUSE * self._waited, LONGEST_PAUSE) if self._waited > SLOW and not isinstance(found, Seen) else 0
            if not self._pause:
                self._begin_look()
        else:
            self._waited += 1

    def _begin_look(self) -> None:
        path, seen, states = self.report.path, self._seen, self._states  # so that the thread holds nothing of the window
        self._waited = 0
        if seen is not None:
            self._looking = Aside(lambda: look_again(path, seen, states))

    def _take(self, seen: Seen) -> None:
        path, now = self.report.path, QTime.currentTime().toString("HH:mm")
        self._seen, self._states = seen, seen.states
        draft, before = seen.draft, self.report
        if draft is None:
            gone = replace(before, read=now, is_good=False, is_gone=seen.is_gone, problems=before.problems if seen.is_gone else _unreadable(seen))
            self.report = gone
            self.reported.emit(gone)
            return
        loaded = draft.loaded
        self.report = Report(
            path,
            loaded or before.shown,
            now if loaded else before.of,
            now,
            loaded is not None,
            problems=(*draft.problems, *self._lost),
            suggested=before.suggested,
            opens=self._is_new,
        )
        self._is_new, self._lost = False, ()
        if loaded is not None:
            self.shown.emit(loaded)
        self.reported.emit(self.report)
        self._draft = draft
        self._later.start()

    def _advise(self) -> None:
        draft, asked = self._draft, self._asked
        if draft is None:
            return
        self._advising = Aside(lambda: _suggested(draft, asked))
        if draft.article is not None and draft.article.language != self._language:
            self._language, self._asked = draft.article.language, ()
            self._asking = [Aside(partial(read, self._language)) for read in self._others()]


def _unreadable(seen: Seen) -> tuple[Message, ...]:
    return (Message("error", "", seen.trouble),)


def _suggested(draft: Draft, others: tuple[Asked, ...]) -> tuple[Message, ...]:
    """Return what could be better, in the order of the file."""
    whole = advised(draft)
    return tuple(sorted((*whole.advice, *suggestions(whole, others)), key=lambda told: (told.line, told.column)))
