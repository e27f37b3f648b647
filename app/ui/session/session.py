"""One run of the program: the frame, and in it the window of the article that is open."""

import os
import unicodedata
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.core.base.labels import ENGLISH, Labels
from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.core.files.opened import Way, is_same_file
from app.core.files.policy import NO_POLICY, Policy
from app.core.library.user_library import folders_of
from app.machine import paths
from app.machine.collector import leave_nothing_out
from app.ui.look.theme import example_of, lacking
from app.ui.session.addresses import Addresses
from app.ui.session.application import Application
from app.ui.session.drafts import Drafts
from app.ui.session.editions import Editions
from app.ui.session.open_now import OpenNow, Wanted
from app.ui.session.storing import Storing
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.second_start import Asked
from app.ui.shell.settings import Settings
from app.ui.widgets.headings import install

if TYPE_CHECKING:
    from app.ui.shell.dropping import FileDrops
    from app.ui.window.window import Window

OPENED = "opened"
"""What a notice is about that says why another article is open than was asked for: it stays beside what is said later."""


LATIN = "\u024f"
"""The last letter that every font has."""

ASCII = bytes(range(128))
"""What most of a text is, as UTF-8; without it, looking at each letter costs a tenth."""

Taught = tuple[str, tuple[str, ...], str]
"""The place where teach mode begins, the places that it teaches (none means all), and the lesson's file, if they are from one."""


class Session(QObject):
    """Opens articles, each in a window of its own in the one frame. It has no parent: who begins a run holds it until the event loop has ended.

    A frame with the disclaimer is shown first; `load_window` puts the window into it as soon as it stands on the screen. Another article takes the
    window's place in the same frame. The session owns its windows, also the one that gives way, until Qt has deleted it: the command that opened
    another article is still running in it. `missed` is the file in whose place the bundled article is shown, since it could not be used.
    `library` is a folder that belongs to the library of this run as those of the policy do.

    Its children own the rest and ask for articles by signals: `addresses` what is known of other articles, `drafts` the file that is followed while
    it is written, `editions` the file that is looked at for another edition, `storing` what is remembered.

    Signals: `loaded()` when a window stands in the frame.
    """

    loaded = Signal()

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        policy: Policy = NO_POLICY,
        labels: Labels = ENGLISH,
        missed: Path | None = None,
        library: Path | None = None,
    ) -> None:
        super().__init__()
        self._policy, self._labels = policy, labels
        self._now = OpenNow(self)
        self.storing = Storing(self._now, settings, policy, self)
        self.addresses = Addresses(self._now, folders_of(policy, paths.BUNDLED, library), self)
        self.editions = Editions(self._now, missed, self)
        self.drafts = Drafts(self._now, self.addresses.folders, self)
        remembered = self.storing.remembered
        self._appearance = Appearance(application, remembered.theme, remembered.text_size, less_motion=remembered.less_motion)
        self._words = ""
        self._taught: Taught | None = None
        self._lesson: Path | None = None
        self._leaving: list[Window] = []
        self._drops: FileDrops | None = None
        self.addresses.wanted.connect(self._turn_to)
        self.editions.wanted.connect(self._turn_to)
        self.drafts.wanted.connect(self._turn_to)
        self.drafts.file_wanted.connect(self.open_file)
        self.drafts.ended.connect(self.editions.watch)
        if isinstance(application, Application):
            application.file_wanted.connect(self.open_from_outside)

    @property
    def frame(self) -> Frame | None:
        """The frame; None until something is opened."""
        return self._now.frame

    @property
    def window(self) -> "Window | None":
        """The window of the article that is open; None until it is in the frame."""
        return self._now.window

    def open(self, loaded: Loaded, place: str | None, notice: str) -> None:
        """Open an article in place of the one that is open; a place may name another article, which is opened then, if it can be."""
        self._turn_to(self.addresses.at_start(loaded, place, notice))

    def _turn_to(self, wanted: Wanted) -> None:
        """Show another article, or another state of the open one."""
        now, article = self._now, wanted.loaded.article
        before = now.window
        leave_nothing_out()
        self.drafts.stop_unless(wanted)
        self.addresses.articles.note(wanted.loaded, wanted.way)
        self.storing.store()
        if before is not None:
            self._let_go(before)
        self.addresses.articles.visits.history.move(wanted.step)
        self.storing.turn_to(article.id)
        now.opening = wanted
        look = self._appearance.look
        is_accepted = self.addresses.articles.has_accepted(article) or self.storing.was_accepted(article.disclaimer)
        if now.frame is None or not isValid(now.frame):
            now.frame = frame = Frame(article, look, self.storing.remembered.window, once=self._policy.disclaimer == "once")
            self._drops = None
            frame.left.connect(self._keep)
            frame.shown.connect(self.load_window)
            frame.show()
            if is_accepted:
                frame.accept_disclaimer()
            return
        now.frame.take_article(article, look, is_accepted=is_accepted)
        if before is not None or is_accepted:
            self.load_window()

    def _let_go(self, window: "Window") -> None:
        """Take a window out of the frame; it lasts until what it is doing has ended."""
        if not isValid(window):
            return
        if self._now.frame is not None:
            self._now.frame.accepted.disconnect(self._begin)
        window.leave()
        self._leaving.append(window)
        window.destroyed.connect(self._forget_windows)
        window.deleteLater()
        self._now.window = None

    def _forget_windows(self) -> None:
        """Forget the windows that are gone."""
        self._leaving = [window for window in self._leaving if isValid(window)]

    def load_window(self) -> None:
        """Put the window into its frame, unless that has been done."""
        now, frame = self._now, self._now.frame
        if now.opening is None or frame is None:
            return
        from app.ui.text.accessible import make_interface  # noqa: PLC0415
        from app.ui.window.window import Window  # noqa: PLC0415 - most of the program; it is loaded while the disclaimer is already there

        wanted, now.opening = now.opening, None
        install(make_interface)
        visits, folders = self.addresses.articles.visits, self.addresses.folders
        now.window = window = Window(wanted.loaded, self._appearance, frame, self._policy, self._labels, visits, self.addresses.scope, folders)
        self._connect(window, frame)
        window.restore(self.storing.remembered, wanted.place, returns=wanted.returns)
        window.reader.place_shown.connect(self.storing.store_soon)
        self.drafts.show_report()
        if notice := wanted.notice or self._unshown(wanted.loaded):
            window.notice.show_message(notice, OPENED)
        self.storing.begin()
        self.addresses.open_waiting()
        frame.accepted.connect(self._begin)
        self._begin()
        self.loaded.emit()

    def _connect(self, window: "Window", frame: Frame) -> None:
        """Have done what is asked for in a window."""
        from app.ui.shell.dropping import FileDrops  # noqa: PLC0415 - only the window takes files that are dropped

        self.addresses.take_window(window)
        self.editions.watch(self.drafts.path)
        window.opening.content_wanted.connect(self.drafts.open)
        window.opening.imported.connect(self.drafts.follow_import)
        window.new_edition.open_wanted.connect(self.editions.open)
        window.presenting.lessons.knows_others = True
        window.presenting.lessons.article_wanted.connect(self._open_lesson_of)
        if self._drops is None:
            self._drops = FileDrops(frame)
            # when Qt is through with the drop: it would go on in a window that is gone
            self._drops.dropped.connect(self.open_dropped, Qt.ConnectionType.QueuedConnection)
        self._drops.spare_fields()
        window.library.made.connect(self._drops.spare_fields)

    def _unshown(self, loaded: Loaded) -> str:
        """Return what is said of letters for which there is no font; nothing where all can be shown."""
        letters = set(msgspec.json.encode(loaded.article).translate(None, ASCII).decode())
        gaps = lacking(char for char in letters if char > LATIN and unicodedata.category(char)[0] in "LM")
        message = self.tr("No font on this computer can show some letters or signs of this article, such as {example}. Boxes are shown instead.")
        return message.format(example=example_of(gaps)) if gaps else ""

    # --- files ---

    def open_file(self, name: str, place: str | None = None) -> None:
        """Open another content file, or say in the window what is wrong with it. A lesson is taught, as soon as the disclaimer is accepted."""
        from app.core.teaching.lesson import is_lesson  # noqa: PLC0415 - only who opens a file needs it
        from app.ui.shell.dropping import PACK  # noqa: PLC0415

        if name.lower().endswith(PACK):
            self._add(name)
            return
        if name and is_lesson(Path(name)):
            self._lesson = Path(name)
            self._begin()
            return
        try:
            path = Path(name) if name else paths.CONTENT
            loaded = load(path, paths.known_good(path))
        except UnreadableError as error:
            self._now.say(self.tr("This file was not opened. {reason}").format(reason=error))
            return
        except ContentError as error:
            self._now.say(self.tr("This file was not opened: it contains no article that can be shown. {reason}").format(reason=error))
            return
        self._turn_to(Wanted(loaded, place))

    def _add(self, name: str) -> None:
        """Add a pack that was dropped or passed on to the library, where articles can be added."""
        window = self.window
        if window is None or not window.frame.is_accepted or not window.library.may_add:
            self._now.say(self.tr("{name} was not added: articles cannot be added to the library now.").format(name=Path(name).name))
        else:
            window.library.add(name)

    def open_from_outside(self, name: str, place: str | None = None) -> None:
        """Open a file that was dropped on the window or passed on by the desktop, unless something lies over the window: it would be lost."""
        if self._now.is_covered():
            self._now.say(self.tr("{name} was not opened. First close the page that covers the window.").format(name=name))
        else:
            self.open_file(name, place)

    def open_dropped(self, name: str) -> None:
        """Open a file that was dropped on the window as one that somebody chose, unless something lies over the window."""
        if self._now.is_covered():
            self.open_from_outside(name)
        else:
            self.drafts.open(name)

    def _open_lesson_of(self, path: str, article: str) -> None:
        """Open the article that a lesson is of, and teach it; where there is no such article, the lesson says so."""
        if self._now.is_covered():
            self._teach(Path(path), article, None)
        else:
            self.addresses.find(article, partial(self._teach, Path(path), article))

    def _teach(self, path: Path, article: str, found: Loaded | str | None, way: Way | None = None) -> None:
        if isinstance(found, Loaded) and found.article.id == article and not self._now.is_covered():  # else it would be asked for again
            self._lesson = path
            self._turn_to(Wanted(found, way=way))
        elif self.window is not None:
            self.window.presenting.lessons.open_here(path)

    # --- what a start asks for ---

    def show_asked(self, asked: Asked) -> None:
        """Come to the front, and show what a second start of the program was asked for."""
        if self.frame is None:
            return
        if asked.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = asked.token  # Qt gives it to the compositor with the next window that wants the focus
        self._come_forward(self.frame)
        if asked.content and not is_same_file(Path(asked.content), self._now.path()):
            self.open_from_outside(asked.content, asked.place or None)
        elif asked.place:
            self.addresses.open(self.addresses.whole(asked.place))
        if asked.words and self._now.is_covered():
            self._now.say(self.tr("Nothing was searched for. First close the page that covers the window."))
        elif asked.words:
            self.search_when_accepted(asked.words)
            self._begin()

    def _come_forward(self, frame: Frame) -> None:
        """Bring the window to the front, or what lies over it; where the system does not let it, it is marked in the task bar."""
        frame.setWindowState(frame.windowState() & ~Qt.WindowState.WindowMinimized)
        for top in (frame, QApplication.activeModalWidget()):
            if top is not None:
                top.show()
                top.raise_()
                top.activateWindow()
        QApplication.alert(frame)

    def search_when_accepted(self, words: str) -> None:
        """Search for words as soon as the disclaimer is accepted."""
        self._words = words

    def teach_when_accepted(self, taught: Taught) -> None:
        """Begin to teach as soon as the disclaimer is accepted."""
        self._taught = taught

    def _begin(self) -> None:
        """Do what was asked for before the disclaimer was accepted."""
        if self.window is None or not self.window.frame.is_accepted:
            return
        self.addresses.articles.accept(self.window.article.disclaimer)
        if self._words:
            self.window.search(self._words)
            self._words = ""
        presenting = self.window.presenting
        if self._taught is not None:
            (place, places, lesson), self._taught = self._taught, None
            if lesson and not places:  # it is of another article
                self._lesson = Path(lesson)
            else:
                if lesson:
                    presenting.lessons.remember(Path(lesson), places)
                presenting.teach_from(place, places)
        if self._lesson is not None:
            path, self._lesson = self._lesson, None
            presenting.lessons.open(path)

    # --- the end ---

    def store(self) -> None:
        """Store the reader's state now; the program may be ended any moment."""
        self.storing.store()

    def end(self) -> None:
        """Store the reader's state and end the program, whatever dialog is open."""
        self.storing.store()
        QCoreApplication.exit(0)

    def _keep(self, accepted: bool) -> None:  # noqa: FBT001 - carried by a signal
        """Store the reader's state; who declines the disclaimer leaves no trace."""
        if self.sender() is self.frame:
            self.storing.end()
            self.drafts.end()
            if accepted:
                self.storing.store()
