"""Notice another edition of the open article, and offer it in the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.files.loader import TEXTS, Loaded
from app.machine import paths
from app.ui.session.open_now import OpenNow, Wanted


class Editions(QObject):
    """Owns which file is looked at: that of the open article, unless it came with the program, or the file in whose place that one is shown.

    The latter is `missed`. What looks at a file belongs to the window; this lasts as long as its parent, the session. Signal: `wanted(Wanted)`.
    """

    wanted = Signal(object)

    def __init__(self, now: OpenNow, missed: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._now, self._missed = now, missed

    def watch(self, followed: Path | None = None) -> None:
        """Look at the file of the open article from now on, unless it is `followed` while it is written."""
        window = self._now.window
        if window is None:
            return
        loaded = window.loaded
        path = loaded.path if loaded.path not in paths.BUNDLED else self._missed
        if path is None or path == followed or path.suffix.lower() in TEXTS:  # who writes a text follows it, or has stopped that
            return
        from app.ui.shell.renewal import Renewal  # noqa: PLC0415 - the bundled article needs none

        renewal = Renewal(path, loaded, window)
        renewal.found.connect(self._offer)
        if path == loaded.path:
            renewal.lost.connect(self._say_lost)

    def _offer(self, other: Loaded) -> None:
        if self._now.window is not None:
            self._now.window.new_edition.offer(other, self._now.window.loaded)

    def _say_lost(self, reason: str) -> None:
        message = self.tr(
            "The file of this article cannot be read at the moment. You can go on reading, but a new edition would not be shown. {reason}"
        )
        self._now.say(message.format(reason=reason))

    def open(self, loaded: Loaded) -> None:
        """Open what was offered, at the same place where it is another edition of the article that is open."""
        window, self._missed = self._now.window, None
        if window is not None:
            self.wanted.emit(Wanted(loaded, returns=loaded.article.id == window.article.id))
