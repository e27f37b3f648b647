"""Run the window: settings, log, theme, and another article when it is asked for."""

import os
import sys
import unicodedata
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app import NAME, __version__
from app.core.article.places import Address, Places, read_address
from app.core.base.labels import ENGLISH, Labels
from app.core.files.leaving import UNLIMITED, Leaving
from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.core.files.opened import Articles, Way, is_same_file
from app.core.files.own_files import cache_folder, library_folder, program_folder, settings_file
from app.core.files.policy import NO_POLICY, Policy
from app.core.library_search.scope import INDEX, INDEX_OF_CALL, Scope
from app.machine import paths
from app.machine.leftovers import leftovers
from app.ui.look.theme import example_of, has_fonts, lacking
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.listening import Listener
from app.ui.shell.remembered import at_start, for_storage, of_article, was_accepted, with_mark
from app.ui.shell.second_start import Asked, Running
from app.ui.shell.settings import Remembered, Settings, user_folder
from app.ui.shell.signals import EndSignals
from app.ui.shell.translation import speak
from app.ui.widgets.headings import install, make_heading

if TYPE_CHECKING:
    from app.core.drafts.lines import Told
    from app.core.library.shelf import Shelf
    from app.core.library_search.searching import LibrarySearch
    from app.ui.library.library_room import LibraryFolders
    from app.ui.library.working import Working
    from app.ui.shell.dropping import FileDrops
    from app.ui.shell.failure import FailureReporter
    from app.ui.window.window import Window
    from app.ui.writing.following import Following, Report


STORED_EVERY = 4000
"""Milliseconds after which a change of place, answers or look is stored: a power cut costs no more than five seconds."""

STORED_SOON = 500
"""Milliseconds after which another place is stored, once the reader goes no further."""

RELOADED_AFTER = 500
"""Milliseconds after which it is tried again to show a file that was saved while something lay over the window."""

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
    loaded: Loaded,
    notice: str,
    place: str | None,
    words: str | None,
    taught: Taught | None,
    policy: Policy,
    running: Running | None = None,
    preview: Path | None = None,
    library: Path | None = None,
) -> int:
    """Show the window and return the exit code when it has been closed; `running` is where other starts ask for it.

    A file to `preview` is shown while it is written; while it cannot be shown, the article that is given. `library` is a folder with more articles.
    """
    application = make_application()
    if not has_fonts():
        raise NoFontError
    folder = user_folder(program_folder())
    sys.excepthook = Hook(folder, Leaving(policy.allow))
    settings = Settings(settings_file(folder, program_folder()) if folder else None)
    missed = Path(policy.content) if policy.content and loaded.path == paths.CONTENT else None
    session = Session(application, settings, policy, speak(application, paths.I18N), missed, library)
    signals = EndSignals(application)
    signals.asked.connect(session.end, Qt.ConnectionType.QueuedConnection)  # an end before the event loop begins would be lost
    signals.stored.connect(session.store)
    if preview is not None:
        session.follow(preview, place)
    if session.frame is None:
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


def _shelf(policy: Policy, shared: Iterable[Path]) -> "Shelf":
    from app.core.library.shelf import Shelf  # noqa: PLC0415 - only who asks for another article needs it

    cache = cache_folder() if policy.remember_place else None
    return Shelf((paths.CONTENT, paths.HANDBOOK), library_folder(), shared, cache=cache)


def _read_from(shelf: "Shelf", article: str) -> tuple[Loaded | str | None, Way | None]:
    """Return an article of a library and what reads it again, or why it cannot be read; None where there is no such article."""
    way = shelf.way_to(article)
    try:
        return (way() if way is not None else None), way
    except (ContentError, UnreadableError) as error:
        return str(error), None


def read_handbook() -> Loaded:
    """Return the article on how to use the program."""
    return load(paths.HANDBOOK, paths.known_good(paths.HANDBOOK))


class Wanted(Struct, frozen=True):
    """What is being opened: an article, a place in it (None: where the reader left it), what is told then; `returns` along the way that was gone."""

    loaded: Loaded
    place: str | None = None
    notice: str = ""
    returns: bool = False


def tell(message: str) -> None:
    """Show a failure that keeps the window from opening."""
    from app.ui.shell.failure import show_failure  # noqa: PLC0415

    application = make_application()
    if has_fonts():
        show_failure(message)
    del application


class Session(QObject):
    """One run of the program: keeps the settings, the frame, and in it the window of the article that is open.

    A frame with the disclaimer is shown first; `load_window` puts the window into it as soon as it stands on the screen. Another article takes the
    window's place in the same frame. The session owns its windows, also the one that gives way, until Qt has deleted it: the command that opened
    another article is still running in it. `missed` is the file in whose place the bundled article is shown, since it could not be used.
    `library` is a folder that belongs to the library of this run as those of the policy do.
    """

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
        self._settings = settings
        self._policy = policy if library is None else msgspec.structs.replace(policy, library=(*policy.library, str(library)))
        self._index = INDEX if library is None else INDEX_OF_CALL
        self._stored = settings.read()
        self._remembered = at_start(self._stored, policy)
        self._labels = labels
        self._appearance = Appearance(application, self._remembered.theme, self._remembered.text_size, less_motion=self._remembered.less_motion)
        self.articles = Articles(paths.CONTENT, paths.known_good(), self._in_own_library, handbook=read_handbook)
        self._finding: Working | None = None
        self._address = ""
        self._scope = Scope()
        self._opening: Wanted | None = None
        self._words = ""
        self._taught: Taught | None = None
        self._lesson: Path | None = None
        self._missed = missed
        self._leaving: list[Window] = []
        self._regularly = QTimer(self, interval=STORED_EVERY)
        self._regularly.timeout.connect(self._store_changes)
        self._soon = QTimer(self, interval=STORED_SOON, singleShot=True)
        self._soon.timeout.connect(self._store_changes)
        self._drops: FileDrops | None = None
        self._following: Following | None = None
        self._reload = QTimer(self, interval=RELOADED_AFTER, singleShot=True)
        self._reload.timeout.connect(self._show_draft)
        self.frame: Frame | None = None
        self.window: Window | None = None
        if isinstance(application, Application):
            application.file_wanted.connect(self.open_from_outside)

    def open(self, loaded: Loaded, place: str | None, notice: str) -> None:
        """Open an article in place of the one that is open; a place may name another article, which is opened then, if it can be."""
        wanted = Wanted(loaded, place, notice)
        address = read_address(place or "")
        if address.article not in {"", loaded.article.id}:
            other = self.articles.read(address.article)
            if other is None and self._policy.library:
                self._address = str(address)  # the window does not wait for folders of others
                wanted = Wanted(loaded, None, notice)
            elif isinstance(other, Loaded):
                wanted = Wanted(other, address.place or None, notice)
            else:
                wanted = Wanted(loaded, None, f"{notice} {other or self._unknown(address.article)}".strip())
        self._turn_to(wanted)

    def _turn_to(self, wanted: Wanted, step: int = 0, way: Way | None = None) -> None:
        """Show another article; `step` is how far it lies along the way that the reader has gone, `way` how it is read again."""
        before, article = self.window, wanted.loaded.article
        if self._following is not None and self._following.report.shown is not wanted.loaded:
            self.stop_following()
        self.articles.note(wanted.loaded, way)
        self._store()
        if before is not None:
            self._let_go(before)
        self.articles.visits.history.move(step)
        self._remembered = of_article(self._remembered, article.id)
        self._opening = wanted
        look, is_once = self._appearance.look, self._policy.disclaimer == "once"
        is_accepted = self.articles.has_accepted(article) or (is_once and was_accepted(self._remembered.disclaimer, article.disclaimer))
        if self.frame is None or not isValid(self.frame):
            self.frame = frame = Frame(article, look, self._remembered.window, once=is_once)
            self._drops = None
            frame.left.connect(self._keep)
            frame.shown.connect(self.load_window)
            frame.show()
            if is_accepted:
                frame.accept_disclaimer()
            return
        self.frame.take_article(article, look, is_accepted=is_accepted)
        if before is not None or is_accepted:
            self.load_window()

    def _let_go(self, window: "Window") -> None:
        """Take a window out of the frame; it lasts until what it is doing has ended."""
        if not isValid(window):
            return
        if self.frame is not None:
            self.frame.accepted.disconnect(self._begin)
        window.leave()
        self._leaving.append(window)
        window.destroyed.connect(self._forget_windows)
        window.deleteLater()
        self.window = None

    def _forget_windows(self) -> None:
        """Forget the windows that are gone."""
        self._leaving = [window for window in self._leaving if isValid(window)]

    def load_window(self) -> None:
        """Put the window into its frame, unless that has been done."""
        if self._opening is None or self.frame is None:
            return
        from app.ui.shell.dropping import FileDrops  # noqa: PLC0415
        from app.ui.text.accessible import make_interface  # noqa: PLC0415
        from app.ui.window.window import Window  # noqa: PLC0415 - most of the program; it is loaded while the disclaimer is already there

        wanted, self._opening = self._opening, None
        loaded, place, notice = wanted.loaded, wanted.place, wanted.notice
        install(make_interface)
        visits, folders = self.articles.visits, self._library_folders()
        self.window = window = Window(loaded, self._appearance, self.frame, self._policy, self._labels, visits, self._scope, folders)
        window.opening.content_wanted.connect(self.open_to_write)
        window.opening.address_wanted.connect(self.open_address)
        window.opening.imported.connect(self.follow_import)
        window.new_edition.open_wanted.connect(self.open_other)
        window.library.opened.connect(self.open_from_library)
        window.library.searchable.connect(self.take_library_search)
        self._watch(loaded, window)
        window.reader.article_wanted.connect(self.open_address)
        window.reader.return_wanted.connect(self.go_along)
        window.searching.address_wanted.connect(self.open_hit)
        window.presenting.lessons.knows_others = True
        window.presenting.lessons.article_wanted.connect(self._open_lesson_of)
        if self._drops is None:
            self._drops = FileDrops(self.frame)
            # when Qt is through with the drop: it would go on in a window that is gone
            self._drops.dropped.connect(self.open_dropped, Qt.ConnectionType.QueuedConnection)
        self._drops.spare_fields()
        window.library.made.connect(self._drops.spare_fields)
        window.restore(self._remembered, place, returns=wanted.returns)
        window.reader.place_shown.connect(self._store_soon)
        self._report()
        if notice:
            window.notice.show_message(notice, OPENED)
        elif gaps := lacking(
            char for char in set(msgspec.json.encode(loaded.article).decode()) if char > LATIN and unicodedata.category(char)[0] in "LM"
        ):
            message = self.tr("No font on this computer can show some letters of this article, such as {example}. Boxes are shown instead.")
            window.notice.show_message(message.format(example=example_of(gaps)), OPENED)
        self._regularly.start()
        if self._address:
            address, self._address = self._address, ""
            self.open_address(address)
        self.frame.accepted.connect(self._begin)
        self._begin()

    # --- a file that is being written ---

    def open_to_write(self, name: str, place: str | None = None) -> None:
        """Open a content file that somebody has chosen: who may write it sees it while writing, to others it is an article to read."""
        if name:
            from app.core.drafts.watching import is_for_author  # noqa: PLC0415
            from app.core.teaching.lesson import is_lesson  # noqa: PLC0415 - only who opens a file needs it

            if is_for_author(Path(name)) and not is_lesson(Path(name)):
                self.follow(Path(name), place)
                return
        self.open_file(name, place)

    def follow_import(self, path: Path, report: "tuple[Told, ...]") -> None:
        """Show the article that a text has become, with the report on the import among the suggestions, until it is followed no longer."""
        self.follow(path, report=report)

    def follow(self, path: Path, place: str | None = None, report: "tuple[Told, ...]" = ()) -> None:
        """Show a file, and each time it is saved what it is then; while it cannot be shown, what is wrong with it stands beside the article."""
        from app.ui.writing.following import Following  # noqa: PLC0415 - only who writes needs it

        self.stop_following()
        self._following = following = Following(path, self, report=report)
        following.shown.connect(self._show_draft)
        following.reported.connect(self._report)
        following.begin()
        if place is not None and following.report.shown is not None:
            self._go_to(place)

    def stop_following(self) -> None:
        """Follow a file no longer; what is shown stays, and from now on another edition of it is offered."""
        following, self._following = self._following, None
        if following is None:
            return
        following.stop()
        following.deleteLater()
        if self.window is not None and isValid(self.window):
            self.window.end_writing()
            self._watch(self.window.loaded, self.window)

    def _show_draft(self) -> None:
        """Show the text of the file that is being written, at the same place and line where it is the same article."""
        loaded = self._following.report.shown if self._following is not None else None
        before = self.window
        if loaded is None or (before is not None and before.loaded is loaded):
            return
        if before is not None and self._is_covered():
            self._reload.start()
            return
        is_same = before is not None and before.article.id == loaded.article.id
        here, top = (before.reader.place, before.reader.part().top()) if before is not None else ("", None)
        is_read = before is not None and before.age.isHidden()
        self._turn_to(Wanted(loaded, returns=is_same))
        window = self.window
        if window is None or before is None or not is_same:
            return
        window.setGeometry(before.geometry())
        if window.reader.place == here:
            window.reader.part().scroll_to_top(top)  # the same line, however much was written above it
        if is_read:
            window.age.hide()

    def _report(self) -> None:
        """Show in the window what is told of the file that is being written."""
        if self._following is None or self.window is None:
            return
        report: Report = self._following.report
        is_of_window = self.window.loaded is report.shown
        is_first = self.window.writing is None
        view = self.window.show_report(report, is_of_window=is_of_window)
        if is_first:
            view.stop_wanted.connect(self.stop_following)

    # --- the library ---

    def _library_folders(self) -> "LibraryFolders":
        """Return where the library lies for this user."""
        from app.ui.library.library_room import LibraryFolders  # noqa: PLC0415

        policy = self._policy
        shared = tuple(map(Path, policy.library))
        bundled = (paths.CONTENT, paths.HANDBOOK)
        return LibraryFolders(bundled, library_folder(), shared, may_change=policy.may_add, may_keep=policy.remember_place, index=self._index)

    def _watch(self, loaded: Loaded, window: "Window") -> None:
        """Notice another edition of an article that did not come with the program, or the article in whose place the bundled one is shown."""
        path = loaded.path if loaded.path not in {paths.CONTENT, paths.HANDBOOK} else self._missed
        if path is None or (self._following is not None and self._following.report.path == path):
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
        """Open what was offered, at the same place where it is another edition of the article that is open."""
        window, self._missed = self.window, None
        if window is not None:
            self._turn_to(Wanted(loaded, returns=loaded.article.id == window.article.id))

    # --- addresses ---

    def open_address(self, address: str) -> None:
        """Go to `ARTICLE:PLACE`, to a place of the open article, or with nothing after the colon to where an article was left.

        What cannot be opened is told in the window.
        """
        wanted = read_address(address)
        if self._is_open(wanted.article):
            self._go_to(wanted.place)
        elif self._is_covered():
            self._tell_covered(address)
        elif (found := self.articles.read(wanted.article)) is not None or not self._policy.library:
            self._open_found(wanted, found)
        else:
            self._look_in_shared(wanted)

    def _open_found(self, wanted: Address, found: Loaded | str | None, way: Way | None = None) -> None:
        if isinstance(found, Loaded) and not self._is_covered():
            self._turn_to(Wanted(found, wanted.place or None), way=way)
        elif isinstance(found, Loaded):
            self._tell_covered(str(wanted))
        else:
            self._tell_not_opened(wanted.article, found)

    def _in_own_library(self, article: str) -> Way | None:
        """Find an article among those of the program and the user's own."""
        return _shelf(self._policy, ()).way_to(article)

    def _look_in_shared(self, wanted: Address) -> None:
        """Look for an article in the folders of others, beside the window: they may take as long as they like."""
        from app.ui.library.working import Working  # noqa: PLC0415 - only where there are such folders

        if self._finding is None:
            self._finding = Working(self)
        work = partial(_read_from, _shelf(self._policy, map(Path, self._policy.library)), wanted.article)
        if self._finding.begin(str(wanted), work, partial(self._take_found, wanted)):
            self._tell(self.tr("Looking for the article “{article}” in the library.").format(article=wanted.article[:80]))

    def _take_found(self, wanted: Address, found: "tuple[Loaded | str | None, Way | None] | None") -> None:
        if self.window is not None and isValid(self.window):
            self._open_found(wanted, *(found or (None, None)))

    def open_hit(self, address: str, terms: frozenset[str]) -> None:
        """Go to what a search over all articles found, with the words that matched marked."""
        self.open_address(address)
        wanted, window = read_address(address), self.window
        if window is not None and window.article.id == wanted.article and wanted.place in window.places:
            window.reader.open_hit(wanted.place, terms)
            if window.frame.is_accepted:
                window.reader.focus_text()

    def take_library_search(self, search: "LibrarySearch | None") -> None:
        """Search over all articles with this from now on; None where that is no longer possible."""
        self._scope.search = search
        if self.window is not None:
            self.window.offer_scope()

    def open_article_file(self, name: str, read: Way, place: str | None = None) -> None:
        """Open an article of the library, whose id is `name`, with what reads its file, at a place or where it was left."""
        if self._is_open(name):
            if place:
                self._go_to(place)
            return
        try:
            loaded = read()
        except (ContentError, UnreadableError) as error:
            self._tell(self.tr("This article was not opened. {reason}").format(reason=error))
            return
        self._turn_to(Wanted(loaded, place), way=read)

    def open_from_library(self, loaded: Loaded, way: Way) -> None:
        """Open what the library has read, where it was left; the edition that is open is shown again."""
        window = self.window
        if window is not None and (loaded.article.id, loaded.digest) == (window.article.id, window.loaded.digest):
            window.leave_library()
        else:
            self._turn_to(Wanted(loaded), way=way)

    def go_along(self, step: int) -> None:
        """Go back (-1) or forward (1) to a place of another article, as it was left."""
        visits = self.articles.visits
        target = visits.history.at(step)
        if target is None or self.window is None:
            return
        loaded = self._read(target.article)
        if loaded is not None:
            self._turn_to(Wanted(loaded, returns=True), step)
            return
        visits.forget(target.article)  # else the way back would end here
        self.window.show_ways()

    def _is_open(self, article: str) -> bool:
        """Return whether an article is open or being opened; one without a name always is."""
        loaded = self._opening.loaded if self._opening is not None else self.window.loaded if self.window is not None else None
        return loaded is not None and article in {"", loaded.article.id}

    def _read(self, article: str) -> Loaded | None:
        """Return an article, or say why it cannot be opened."""
        found = self.articles.read(article)
        if isinstance(found, Loaded):
            return found
        self._tell_not_opened(article, found)
        return None

    def _tell_not_opened(self, article: str, reason: str | None) -> None:
        self._tell(self.tr("This article was not opened. {reason}").format(reason=reason) if reason is not None else self._unknown(article))

    def _unknown(self, article: str) -> str:
        return self.tr("There is no article “{article}” here.").format(article=article[:80])

    def _open_lesson_of(self, path: str, article: str) -> None:
        """Open the article that a lesson is of, and teach it; where there is no such article, the lesson says so."""
        found = self.articles.read(article) if not self._is_covered() else None
        if isinstance(found, Loaded) and found.article.id == article:  # else it would be asked for again
            self._lesson = Path(path)
            self._turn_to(Wanted(found))
        elif self.window is not None:
            self.window.presenting.lessons.open_here(Path(path))

    def show_asked(self, asked: Asked) -> None:
        """Come to the front, and show what a second start of the program was asked for."""
        if self.frame is None:
            return
        if asked.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = asked.token  # Qt gives it to the compositor with the next window that wants the focus
        self._come_forward(self.frame)
        if asked.content and not is_same_file(Path(asked.content), self._content()):
            self.open_from_outside(asked.content, asked.place or None)
        elif asked.place:
            self.open_address(self._whole(asked.place))
        if asked.words and self._is_covered():
            self._tell(self.tr("Nothing was searched for: close what lies over the window first."))
        elif asked.words:
            self.search_when_accepted(asked.words)
            self._begin()

    def _whole(self, place: str) -> str:
        """Return an address with its article: one without is of the bundled article, as at a start, unless only the open one has such a place."""
        home = self.articles.visits.home
        if not home or self._is_open(home) or read_address(place).article:
            return place
        found = self.articles.read(home)
        return f"{home}:{place}" if isinstance(found, Loaded) and place in Places(found.article) else place

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
            return self._opening.loaded.path
        return self.window.loaded.path if self.window is not None else paths.CONTENT

    def _go_to(self, place: str) -> None:
        if self._opening is not None:
            self._opening = replace(self._opening, place=place or None)
        elif self._is_covered():
            self._tell_covered(place)
        elif self.window is not None:
            self.window.reader.go_to(place)

    def _tell_covered(self, name: str) -> None:
        self._tell(self.tr("{name} was not opened: close what lies over the window first.").format(name=name))

    def _is_covered(self) -> bool:
        """Return whether something lies over the window that what is opened would be lost under; the disclaimer is no such thing."""
        window = self.window
        return (window is not None and window.frame.is_accepted and not window.isEnabled()) or QApplication.activeModalWidget() is not None

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
            self._tell(self.tr("This file was not opened. {reason}").format(reason=error))
            return
        except ContentError as error:
            self._tell(self.tr("This file was not opened: it holds no article that can be shown. {reason}").format(reason=error))
            return
        self._turn_to(Wanted(loaded, place))

    def _add(self, name: str) -> None:
        """Add a pack that was dropped or passed on to the library, where articles can be added."""
        if self.window is None or not self.window.frame.is_accepted or not self.window.library.may_add:
            self._tell(self.tr("{name} was not added: articles cannot be added to the library now.").format(name=Path(name).name))
        else:
            self.window.library.add(name)

    def open_from_outside(self, name: str, place: str | None = None) -> None:
        """Open a file that was dropped on the window or passed on by the desktop, unless something lies over the window: it would be lost."""
        if self._is_covered():
            self._tell(self.tr("{name} was not opened. First close the page that covers the window.").format(name=name))
        else:
            self.open_file(name, place)

    def open_dropped(self, name: str) -> None:
        """Open a file that was dropped on the window as one that somebody chose, unless something lies over the window."""
        if self._is_covered():
            self.open_from_outside(name)
        else:
            self.open_to_write(name)

    def _tell(self, message: str) -> None:
        """Say something in the window, as soon as it is there."""
        if self.window is not None:
            self.window.notice.show_message(message)
        elif self._opening is not None:
            self._opening = replace(self._opening, notice=" ".join(filter(None, (self._opening.notice, message))))

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
        self.articles.accept(self.window.article.disclaimer)
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
            if self._following is not None:
                self._following.stop()
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
        now = replace(self.window.remember(), disclaimer=with_mark(before.disclaimer, article.disclaimer), article=article.id, others=before.others)
        return for_storage(now, self._policy, self._stored)
