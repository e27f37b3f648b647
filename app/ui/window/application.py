"""Run the window: settings, log, theme, and another article when it is asked for."""

import os
import sys
import unicodedata
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app import NAME, __version__
from app.core.article.places import Places
from app.core.base.labels import ENGLISH, Labels
from app.core.files.leaving import UNLIMITED, Leaving
from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.core.files.own_files import program_folder, settings_file
from app.core.files.policy import NO_POLICY, Policy
from app.machine import paths
from app.machine.leftovers import leftovers
from app.ui.look.theme import example_of, has_fonts, lacking
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.listening import Listener
from app.ui.shell.remembered import at_start, for_storage, mark_of, of_article
from app.ui.shell.second_start import Asked, Running
from app.ui.shell.settings import Remembered, Settings, user_folder
from app.ui.shell.signals import EndSignals
from app.ui.shell.translation import speak
from app.ui.widgets.headings import install, make_heading

if TYPE_CHECKING:
    from app.ui.shell.dropping import FileDrops
    from app.ui.shell.failure import FailureReporter
    from app.ui.window.window import Window


STORED_EVERY = 4000
"""Milliseconds after which a change of place, answers or look is stored: a power cut costs no more than five seconds."""

STORED_SOON = 500
"""Milliseconds after which another place is stored, once the reader goes no further."""

OPENED = "opened"
"""What a notice is about that tells why another article is open than was asked for: it stays beside what is told later."""

Taught = tuple[str, tuple[str, ...], str]
"""The place where teach mode begins, the places that it teaches (none means all), and the lesson's file, if they are from one."""


class Application(QApplication):
    """The application object.

    Signals: `file_wanted(path)` when the desktop passes on a file to a program that runs already, as macOS does.
    """

    file_wanted = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Pass on the file that is to be opened."""
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(event.file() or event.url().toString())
            return True
        return super().event(event)


def make_application() -> Application:
    """Return the one application object."""
    application = Application([*sys.argv[:1], "-style", "fusion"])  # `setStyle` would load Qt's class of styles with its thousand names
    application.setApplicationName(NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cervical-reference")
    application.setWindowIcon(QIcon(str(paths.ICONS / "app.png")))
    install(make_heading)
    return application


def run(
    loaded: Loaded, notice: str, place: str | None, words: str | None, taught: Taught | None, policy: Policy, running: Running | None = None
) -> int:
    """Show the window and return the exit code when it has been closed; `running` is where other starts ask for it."""
    application = make_application()
    if not has_fonts():
        raise NoFontError
    folder = user_folder(program_folder())
    sys.excepthook = Hook(folder, Leaving(policy.allow))
    settings = Settings(settings_file(folder, program_folder()) if folder else None)
    missed = Path(policy.content) if policy.content and loaded.path == paths.CONTENT else None
    session = Session(application, settings, policy, speak(application, paths.I18N), missed)
    signals = EndSignals(application)
    signals.asked.connect(session.end, Qt.ConnectionType.QueuedConnection)  # an end before the event loop begins would be lost
    signals.stored.connect(session.store)
    session.open(loaded, place, notice)
    if running is not None:
        listener = Listener(running, session)
        listener.asked.connect(session.show_asked)
        listener.begin()
    if others := leftovers():
        from app.ui.shell.failure import log, open_log  # noqa: PLC0415

        open_log(folder)
        log.info("temporary folders of other runs, or of runs that were killed: %s", ", ".join(map(str, others)))
    if words:
        session.search_when_accepted(words)
    if taught is not None:
        session.teach_when_accepted(taught)
    code = application.exec()
    signals.release()
    return code


LATIN = "\u024f"
"""The last letter that every font has."""


class NoFontError(Exception):
    """No font is installed: a window would show nothing but boxes, the disclaimer included."""


class Hook:
    """Takes what nobody caught; what reports it is loaded when it is needed."""

    def __init__(self, folder: Path | None, leaving: Leaving = UNLIMITED) -> None:
        self._folder = folder
        self._leaving = leaving
        self._reporter: FailureReporter | None = None

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Be `sys.excepthook`."""
        if self._reporter is None:
            from app.ui.shell.failure import FailureReporter, open_log  # noqa: PLC0415

            self._reporter = FailureReporter(open_log(self._folder), self._leaving)
        self._reporter(kind, error, trace)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def tell(message: str) -> None:
    """Show a failure that keeps the window from opening."""
    from app.ui.shell.failure import show_failure  # noqa: PLC0415

    application = make_application()
    if has_fonts():
        show_failure(message)
    del application


class Session(QObject):
    """One run of the program: keeps the settings and the window of the article that is open.

    A frame with the disclaimer is shown first; `load_window` puts the window into it as soon as it stands on the screen. The session owns its frames,
    also the one that gives way, until Qt has deleted it: the command that opened another article is still running in it. `missed` is the file
    in whose place the bundled article is shown, since it could not be used.
    """

    def __init__(
        self, application: QApplication, settings: Settings, policy: Policy = NO_POLICY, labels: Labels = ENGLISH, missed: Path | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        self._policy = policy
        self._stored = settings.read()
        self._remembered = at_start(self._stored, policy)
        self._labels = labels
        self._appearance = Appearance(application, self._remembered.theme, self._remembered.text_size, less_motion=self._remembered.less_motion)
        self._opening: tuple[Loaded, str | None, str] | None = None
        self._words = ""
        self._taught: Taught | None = None
        self._lesson: Path | None = None
        self._missed = missed
        self._leaving: list[Frame] = []
        self._regularly = QTimer(self, interval=STORED_EVERY)
        self._regularly.timeout.connect(self._store_changes)
        self._soon = QTimer(self, interval=STORED_SOON, singleShot=True)
        self._soon.timeout.connect(self._store_changes)
        self._drops: FileDrops | None = None
        self.frame: Frame | None = None
        self.window: Window | None = None
        if isinstance(application, Application):
            application.file_wanted.connect(self.open_from_outside)

    def open(self, loaded: Loaded, place: str | None, notice: str) -> None:
        """Open an article in a window, in place of the one that is open."""
        before = self.frame
        self._store()
        self._remembered = of_article(self._remembered, loaded.article.id)
        self._opening = loaded, place, notice
        self.window = self._drops = None
        self.frame = frame = Frame(loaded.article, self._appearance.look, self._remembered.window, once=self._policy.disclaimer == "once")
        frame.left.connect(self._keep)
        frame.shown.connect(self.load_window)
        frame.show()
        if before is not None:
            self._leaving.append(before)
            before.destroyed.connect(self._let_go)
            before.close()
            before.deleteLater()
        if self._policy.disclaimer == "once" and self._remembered.disclaimer == mark_of(loaded.article.disclaimer):
            frame.accept_disclaimer()

    def _let_go(self) -> None:
        """Forget the frames that are gone."""
        self._leaving = [frame for frame in self._leaving if isValid(frame)]

    def load_window(self) -> None:
        """Put the window into its frame, unless that has been done."""
        if self._opening is None or self.frame is None:
            return
        from app.ui.shell.dropping import FileDrops  # noqa: PLC0415
        from app.ui.text.accessible import make_interface  # noqa: PLC0415
        from app.ui.window.window import Window  # noqa: PLC0415 - most of the program; it is loaded while the disclaimer is already there

        loaded, place, notice = self._opening
        self._opening = None
        install(make_interface)
        self.window = window = Window(loaded, self._appearance, self.frame, self._policy, self._labels)
        window.opening.content_wanted.connect(self.open_file)
        window.new_edition.open_wanted.connect(self.open_other)
        self._watch(loaded, window)
        self._drops = FileDrops(self.frame)
        # when Qt is through with the drop: it would go on in a window that is gone
        self._drops.dropped.connect(self.open_from_outside, Qt.ConnectionType.QueuedConnection)
        self._drops.spare_fields()
        window.restore(self._remembered, place)
        window.reader.place_shown.connect(self._store_soon)
        if notice:
            window.notice.show_message(notice, OPENED)
        elif gaps := lacking(
            char for char in set(msgspec.json.encode(loaded.article).decode()) if char > LATIN and unicodedata.category(char)[0] in "LM"
        ):
            message = self.tr("No font on this computer can show some letters of this article, such as {example}. Boxes are shown instead.")
            window.notice.show_message(message.format(example=example_of(gaps)), OPENED)
        self._regularly.start()
        self.frame.accepted.connect(self._begin)
        self._begin()

    def _watch(self, loaded: Loaded, window: "Window") -> None:
        """Notice another edition of an article that did not come with the program, or the article in whose place the bundled one is shown."""
        path = loaded.path if loaded.path != paths.CONTENT else self._missed
        if path is None:
            return
        from app.ui.shell.renewal import Renewal  # noqa: PLC0415 - the bundled article needs none

        renewal = Renewal(path, loaded, window)
        renewal.found.connect(self._offer)
        if path == loaded.path:
            renewal.lost.connect(self._tell_lost)

    def _offer(self, other: Loaded) -> None:
        if self.window is not None:
            self.window.new_edition.offer(other, self.window.loaded)

    def _tell_lost(self, reason: str) -> None:
        message = self.tr(
            "The file of this article cannot be used at the moment, so another edition would not be noticed. What is open stays open. {reason}"
        )
        self._tell(message.format(reason=reason))

    def open_other(self, loaded: Loaded) -> None:
        """Open what was offered, at the same place; a disclaimer that has been accepted is not shown again while its text is the same."""
        window, self._missed = self.window, None
        if window is None:
            return
        is_accepted = window.frame.is_accepted and mark_of(window.article.disclaimer) == mark_of(loaded.article.disclaimer)
        here = window.reader.place  # also where the policy lets no place be stored
        self.open(loaded, here if not self._policy.remember_place and here in Places(loaded.article) else None, "")
        if is_accepted and self.frame is not None and not self.frame.is_accepted:
            self.frame.accept_disclaimer()

    def show_asked(self, asked: Asked) -> None:
        """Come to the front, and show what a second start of the program was asked for."""
        if self.frame is None:
            return
        if asked.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = asked.token  # Qt gives it to the compositor with the next window that wants the focus
        self._come_forward(self.frame)
        if asked.content and not _is_same(Path(asked.content), self._content()):
            self.open_from_outside(asked.content, asked.place or None)
        elif asked.place:
            self._go_to(asked.place)
        if asked.words and self._is_covered():
            self._tell(self.tr("Nothing was searched for: close what lies over the window first."))
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

    def _content(self) -> Path:
        """Return the file of the article that is open, or is being opened."""
        if self._opening is not None:
            return self._opening[0].path
        return self.window.loaded.path if self.window is not None else paths.CONTENT

    def _go_to(self, place: str) -> None:
        if self._opening is not None:
            loaded, _, notice = self._opening
            self._opening = loaded, place, notice
        elif self._is_covered():
            self._tell(self.tr("{name} was not opened: close what lies over the window first.").format(name=place))
        elif self.window is not None:
            self.window.reader.go_to(place)

    def _is_covered(self) -> bool:
        """Return whether something lies over the window that what is opened would be lost under; the disclaimer is no such thing."""
        window = self.window
        return (window is not None and window.frame.is_accepted and not window.isEnabled()) or QApplication.activeModalWidget() is not None

    def open_file(self, name: str, place: str | None = None) -> None:
        """Open another content file, or say in the window what is wrong with it. A lesson is taught, as soon as the disclaimer is accepted."""
        from app.core.teaching.lesson import is_lesson  # noqa: PLC0415 - only who opens a file needs it

        if name and is_lesson(Path(name)):
            self._lesson = Path(name)
            self._begin()
            return
        try:
            loaded = load(Path(name) if name else paths.CONTENT)
        except UnreadableError as error:
            self._tell(self.tr("This file was not opened. {reason}").format(reason=error))
            return
        except ContentError as error:
            self._tell(self.tr("This file was not opened: it holds no article that can be shown. {reason}").format(reason=error))
            return
        self.open(loaded, place, "")

    def open_from_outside(self, name: str, place: str | None = None) -> None:
        """Open a file that was dropped on the window or passed on by the desktop, unless something lies over the window: it would be lost."""
        if self._is_covered():
            self._tell(self.tr("{name} was not opened. First close the page that covers the window.").format(name=name))
        else:
            self.open_file(name, place)

    def _tell(self, message: str) -> None:
        """Say something in the window, as soon as it is there."""
        if self.window is not None:
            self.window.notice.show_message(message)
        elif self._opening is not None:
            loaded, place, notice = self._opening
            self._opening = loaded, place, " ".join(filter(None, (notice, message)))

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
        if self._words:
            self.window.search(self._words)
            self._words = ""
        presenting = self.window.presenting
        if self._taught is not None:
            (place, places, lesson), self._taught = self._taught, None
            if lesson:
                presenting.lessons.remember(Path(lesson), places)
            presenting.teach_from(place, places)
        if self._lesson is not None:
            path, self._lesson = self._lesson, None
            presenting.lessons.open(path)

    def store(self) -> None:
        """Store the reader's state now; the program may be ended any moment."""
        self._store()

    def end(self) -> None:
        """Store the reader's state and end the program, whatever dialog is open."""
        self._store()
        QCoreApplication.exit(0)

    def _keep(self, accepted: bool) -> None:  # noqa: FBT001 - carried by a signal
        """Store the reader's state; who declines the disclaimer leaves no trace."""
        if self.sender() is self.frame:
            self._regularly.stop()
            self._soon.stop()
            if accepted:
                self._store()

    def _store(self) -> None:
        if (now := self._state()) is not None:
            self._remembered = now
            if self._settings.write(now):
                self._stored = now

    def _store_soon(self) -> None:
        self._soon.start()

    def _store_changes(self) -> None:
        if self._state() != self._stored:  # also when it could not be stored before: a network's folder may be back
            self._store()

    def _state(self) -> Remembered | None:
        """Return what may be stored of the window; None before its disclaimer is accepted, and when it is gone."""
        if self.window is None or not isValid(self.window) or not self.window.frame.is_accepted:
            return None
        article, before = self.window.article, self._remembered
        now = replace(self.window.remember(), disclaimer=mark_of(article.disclaimer), article=article.id, others=before.others)
        return for_storage(now, self._policy, self._stored)
