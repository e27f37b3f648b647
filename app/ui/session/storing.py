"""Store settings, place and answers while the window is used, and at its end."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from app.core.article.content import Disclaimer
from app.core.files.policy import Policy
from app.ui.session.open_now import OpenNow
from app.ui.shell.remembered import at_start, for_storage, of_article, was_accepted, with_mark
from app.ui.shell.settings import Remembered, Settings

STORED_EVERY = 4000
"""Milliseconds after which a change of place, answers or look is stored: a power cut costs no more than five seconds."""

STORED_SOON = 500
"""Milliseconds after which another place is stored, once the reader goes no further."""


class Storing(QObject):
    """Owns what is remembered. It reads the window that is open `now`, and lasts as long as its parent, the session."""

    def __init__(self, now: OpenNow, settings: Settings, policy: Policy, parent: QObject) -> None:
        super().__init__(parent)
        self._now, self._settings, self._policy = now, settings, policy
        self._stored = settings.read()
        self.remembered = at_start(self._stored, policy)
        self._regularly = QTimer(self, interval=STORED_EVERY)
        self._regularly.timeout.connect(self.store_changes)
        self._soon = QTimer(self, interval=STORED_SOON, singleShot=True)
        self._soon.timeout.connect(self.store_changes)

    def turn_to(self, article: str) -> None:
        """Have an article's own place, answers, disclaimer and lessons at hand; those of the article before it are kept beside."""
        self.remembered = of_article(self.remembered, article)

    def was_accepted(self, disclaimer: Disclaimer) -> bool:
        """Return whether the reader has accepted a disclaimer's text in an earlier run, where the policy lets that count."""
        return self._policy.disclaimer == "once" and was_accepted(self.remembered.disclaimer, disclaimer)

    def begin(self) -> None:
        """Store the window's changes from now on."""
        self._regularly.start()

    def store_soon(self) -> None:
        """Store once the reader stays where they are."""
        self._soon.start()

    def end(self) -> None:
        """Store nothing more by itself."""
        self._regularly.stop()
        self._soon.stop()

    def store(self) -> None:
        """Store the reader's state now."""
        if (now := self._state()) is not None:
            self.remembered = now
            if self._settings.write(now):
                self._stored = now

    def store_changes(self) -> None:
        """Store the reader's state if it is another one than is stored; also when it could not be stored before: a network's folder may be back."""
        if self._state() != self._stored:
            self.store()

    def _state(self) -> Remembered | None:
        """Return what may be stored of the window; None before its disclaimer is accepted, and when it is gone."""
        window = self._now.window
        if window is None or not self._now.has_window() or not window.frame.is_accepted:
            return None
        article, before = window.article, self.remembered
        now = replace(window.remember(), disclaimer=with_mark(before.disclaimer, article.disclaimer), article=article.id, others=before.others)
        return for_storage(now, self._policy, self._stored)
