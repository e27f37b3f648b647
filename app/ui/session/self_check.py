"""Open the real window out of sight, use it as a reader would, and report what was found."""

import datetime as dt
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QTimer, QtMsgType, qFormatLogMessage, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from app import NAME, __version__
from app.core.base.built import built
from app.core.base.saving import SavingError, write_file
from app.core.files.loader import Loaded
from app.core.files.own_files import library_folder, program_folder, settings_file
from app.core.files.policy import PolicyFile, standard_places
from app.core.formats.edition import HtmlEditionError, compose
from app.core.pages.document import Document
from app.machine import offline, paths
from app.ui.handout.handout_desk import desk_of
from app.ui.handout.pdf_writer import pdf_bytes
from app.ui.look.theme import has_fonts
from app.ui.reading.licences import read_notices
from app.ui.session.application import make_application
from app.ui.session.session import Session
from app.ui.shell.settings import Settings, user_folder
from app.ui.window.window import Window

OUT_OF_SIGHT = "This plugin does not support propagateSizeHints()"


class CheckFailedError(Exception):
    """Something did not work; the message says what, in plain words."""


def check(loaded: Loaded, policy_file: PolicyFile) -> tuple[list[str], str]:
    """Use the window and return the lines of the report and, if something failed, the plain reason (else an empty text)."""
    application = make_application()
    before = qInstallMessageHandler(_pass_on)
    try:
        return _used(application, loaded, policy_file)
    finally:
        qInstallMessageHandler(before)


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Print a message of Qt, but for the one that it has for every window out of sight, which an administrator would take for a fault."""
    if message != OUT_OF_SIGHT and sys.stderr is not None:
        print(qFormatLogMessage(kind, context, message), file=sys.stderr)


def _used(application: QApplication, loaded: Loaded, policy_file: PolicyFile) -> tuple[list[str], str]:
    if not has_fonts():
        return _versions(loaded, policy_file), "no font is installed"
    settings = Settings(None)  # what a reader has stored is left alone
    run = _Run(Session(application, settings), loaded)
    QTimer.singleShot(0, run.start)
    application.exec()
    try:
        run.lines.append(_export(loaded))
    except (HtmlEditionError, SavingError, CheckFailedError, OSError) as error:
        run.reason = run.reason or str(error)
    return [*_versions(loaded, policy_file), *run.lines, *_network()], run.reason or _network_reason()


def _export(loaded: Loaded) -> str:
    """Write the HTML edition into a folder of its own and return the line that says how large it is."""
    document = Document(loaded.article, loaded.short_digest, folder=loaded.figures)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edition.html"
        write_file(path, compose(document, paths.EDITION, dt.date.today()))  # noqa: DTZ011 - the reader's own day
        size = path.stat().st_size
        _expect(loaded.article.sections[-1].title in path.read_text(encoding="utf-8"), "the HTML edition is empty")
    return f"export html: works, {size / 1000:.0f} kB"


class _Run:
    """The steps, one after the other, inside the event loop."""

    def __init__(self, session: Session, loaded: Loaded) -> None:
        self._session = session
        self._loaded = loaded
        self.lines: list[str] = []
        self.reason = ""

    def start(self) -> None:
        """Run every step until one fails, then end the event loop."""
        try:
            self._session.open(self._loaded, None, "")
            self._session.load_window()
            window = self._session.window
            _expect(window is not None, "the window did not open")
            if window is not None:
                for step in (_accept, _read, _search, _expand, _present, _change_look, _make_a_handout):
                    step(window)
                    window.frame.grab()  # paint it, as a screen would
                    self.lines.append(f"{step.__name__.strip('_').replace('_', ' ')}: works")
                window.frame.close()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is reported
            self.reason = str(error) or type(error).__name__
        QCoreApplication.exit(0)


def _expect(condition: object, message: str) -> None:
    if not condition:
        raise CheckFailedError(message)


def _accept(window: Window) -> None:
    _expect(window.frame.cover.isVisible(), "the disclaimer was not shown")
    window.frame.cover.accept_button.click()
    _expect(window.frame.is_accepted, "the disclaimer could not be accepted")


def _read(window: Window) -> None:
    for place in window.places.ids():
        window.reader.go_to(place)
        _expect(window.reader.place == place, f"{place} could not be opened")
    for section in window.article.sections:
        window.reader.go_to(section.id)
        shown = window.reader.page.toPlainText()
        _expect(section.title in shown, f"{section.id} is empty")


def _search(window: Window) -> None:
    word = window.article.sections[0].title.split()[0]
    window.searching.finish()
    window.search(word)
    _expect(window.results.isVisible(), "the results were not shown")
    _expect(window.results.chosen(), f"nothing was found for {word}")
    window.searching.open_chosen()
    _expect(not window.results.isVisible(), "a result could not be opened")


def _expand(window: Window) -> None:
    window.reader.go_to_questions()
    window.reader.accordion.expand_all()
    count = len(window.article.faq.entries)
    _expect(len(window.reader.accordion.open_answers()) == count, "not every answer could be opened")


def _present(window: Window) -> None:
    from app.ui.teaching.teach import TeachView  # noqa: PLC0415 - loaded when it is wanted, as in the window

    place = window.article.sections[-1].id
    window.reader.go_to(place)
    window.presenting.teach()
    view = window.presenting.cover
    if not isinstance(view, TeachView):
        raise CheckFailedError("teach mode did not begin")
    _expect(view.slideshow.slide.place == place, "teach mode did not begin at the reader's place")
    view.go_to(1)
    for _ in range(sum(slide.last_step + 1 for slide in view.slideshow.slides)):
        _expect(view.slideshow.slide.pictures or view.setter.measure(view.slideshow.slide) <= 1, f"the slide {view.slideshow.slide.title} is clipped")
        view.go_on()
    view.grab()
    _expect(view.slideshow.number == len(view.slideshow.slides) - 1, "the last slide was not reached")
    view.leave()
    _expect(window.presenting.cover is None, "teach mode could not be left")
    _expect(window.reader.place == place, "the place was lost in teach mode")


def _change_look(window: Window) -> None:
    steps: tuple[Callable[[], None], ...] = (window.appearance.use_dark, window.appearance.enlarge, window.appearance.use_contrast)
    for step in steps:
        step()
        window.frame.grab()
    _expect(window.appearance.look.theme.name == "contrast", "the theme could not be changed")


def _make_a_handout(window: Window) -> None:
    window.sheets.make_handout()
    dialog = desk_of(window, window.document).dialog
    _expect(dialog is not None and dialog.isVisible(), "the dialog for hand-outs did not open")
    if dialog is not None:
        raw = pdf_bytes(dialog.sheets.handout)
        _expect(raw.startswith(b"%PDF-") and b"/Outlines" in raw, "a hand-out could not be made")
        dialog.close()


def _versions(loaded: Loaded, policy_file: PolicyFile) -> list[str]:
    folder = user_folder(program_folder())
    return [
        f"{NAME}: {__version__}",
        f"Python: {platform.python_version()}",
        f"Qt: {qVersion()}",
        f"system: {sys.platform}",
        f"packaged: {'yes' if getattr(sys, 'frozen', False) else 'no'}",
        f"program: {sys.executable}",
        f"built: {built() or 'run from the sources'}",
        f"content: {loaded.path}",
        f"content hash (SHA-256): {loaded.digest}",
        f"licences: {_licences()}",
        f"settings folder: {folder or 'none'}",
        f"settings file: {settings_file(folder, program_folder()) if folder else 'none'}",
        f"library folder: {library_folder() or 'none'}",
        *_policy(policy_file),
    ]


def _policy(policy_file: PolicyFile) -> list[str]:
    """Return where the policy of this machine is, or was looked for, and every setting that holds because of it."""
    if policy_file.path is None:
        return [f"policy: none; looked for in {', '.join(map(str, standard_places()))}"]
    return [
        f"policy: {policy_file.path}, {'damaged' if policy_file.trouble else 'good'}",
        *(f"policy sets {setting}" for setting in policy_file.settings),
    ]


def _licences() -> str:
    notices = read_notices()
    listed = "; ".join(f"{notice.name} {notice.version} ({notice.licence})" for notice in notices)
    return f"{listed}; texts in {paths.LICENCES}" if notices else "only packages carry the list"


def _bundle_files() -> list[str]:
    return offline.files_below(paths.RESOURCES.parent) if getattr(sys, "frozen", False) else []


def _found() -> list[str]:
    return [*offline.network_modules(), *offline.network_files(offline.loaded_libraries()), *offline.network_files(_bundle_files())]


def _network() -> list[str]:
    return [
        f"loaded modules: {' '.join(sorted(sys.modules))}",
        f"network libraries found: {', '.join(_found()) or 'none'}",
    ]


def _network_reason() -> str:
    found = _found()
    return f"the package contains network libraries: {', '.join(found)}" if found and getattr(sys, "frozen", False) else ""
