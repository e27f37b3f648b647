"""Teach, test and choose what to teach: what covers the whole window for a while, and how the window is given back as it was."""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.core.article.places import Places, urgent_first
from app.core.files.leaving import Leaving
from app.core.pages.document import Document
from app.ui.reading.reading_pane import ReadingPane
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.screens import ScreenGuard
from app.ui.teaching.card_export import CardExport
from app.ui.teaching.lesson_files import LessonFiles
from app.ui.teaching.recent_lessons import RecentLessons
from app.ui.widgets.cover import Cover

if TYPE_CHECKING:
    from app.core.teaching.slides import RoomNeeded, Slide
    from app.ui.teaching.lesson_dialog import LessonCover
    from app.ui.teaching.self_test import Left

KEPT_COUNTS = 100
"""Choices of places of which the number of slides is kept: taking a tick away again asks for the one before."""


class Presenting(QObject):
    """Opens and closes the covers of one window; their modules are loaded when they are first wanted.

    Signals: `busy(bool)` while one of them covers the window; `told(message)` when something could not be done, `done(message)` when it was;
    `place_missing(place, title)` when teaching is to begin at a place that does not exist, and begins at the nearest one;
    `message_for_cover(message)` in place of the first two while a cover is there to show it. `leaving` says whether cards may be saved.
    """

    busy = Signal(bool)
    told = Signal(str)
    done = Signal(str)
    place_missing = Signal(str, str)
    message_for_cover = Signal(str)

    def __init__(
        self,
        frame: Frame,
        document: Document,
        places: Places,
        reader: ReadingPane,
        appearance: Appearance,
        leaving: Leaving,
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._document = document
        self._places = places
        self._reader = reader
        self._appearance = appearance
        self.lessons = LessonFiles(frame, document, leaving)
        self.lessons.opened.connect(self._take_lesson)
        self.lessons.changed.connect(self._offer_lessons)
        self.recent = RecentLessons(frame)
        self.recent.chosen.connect(self._open_recent)
        self.lessons.told.connect(self._tell)
        self.lessons.done.connect(self._tell_done)
        self.card_export = CardExport(frame, document, leaving)
        self.card_export.told.connect(self._tell)
        self.card_export.done.connect(self._tell_done)
        self._chosen: tuple[str, ...] = ()
        self._ticked: tuple[str, ...] | None = None
        self.cover: Cover | None = None
        self._focus: QWidget | None = None
        self._before = Qt.WindowState.WindowNoState
        self._geometry: QByteArray | None = None
        self._size = QSize()
        self._scroll = 0.0
        self._is_owed = False
        self._test_left: Left | None = None
        self._settle = QTimer(self, interval=0, singleShot=True)
        self._settle.timeout.connect(self._scroll_back)
        self._application = QGuiApplication.instance()
        self.guard = ScreenGuard(frame, self._application) if isinstance(self._application, QGuiApplication) else None

    def let_go(self) -> None:
        """Leave nothing on the frame, which is given to another article."""
        for part in (self.lessons, self.recent, self.card_export, self.guard, self):
            if part is not None:
                part.deleteLater()

    # --- covering the window, and giving it back ---

    def _cover_with(self, cover: Cover) -> None:
        focus = QApplication.focusWidget()
        self._focus = focus if focus is not None and self._frame.isAncestorOf(focus) else None  # what stands elsewhere may be gone by then
        self._scroll = self._reader.part().scroll_share()
        self._size = self._frame.size()
        self._is_owed = False
        self.cover = cover
        self.busy.emit(True)  # noqa: FBT003 - carried by a signal

    def _uncover(self) -> None:
        cover, self.cover = self.cover, None
        if cover is None:
            return
        self.busy.emit(False)  # noqa: FBT003 - carried by a signal
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._reader.focus_text()
        self._focus = None
        cover.hide()  # now that the focus has left it: else it would pass over the cover's other buttons
        cover.deleteLater()
        self._is_owed = True
        self._frame.installEventFilter(self)
        self._settle.start()

    def _scroll_back(self) -> None:
        """Be where the reader was, once the frame has the size it had; a window manager may take its time."""
        if self._is_owed:
            self._reader.scroll_to_share(self._scroll)
            self._is_owed = self._frame.size() != self._size
        if not self._is_owed:
            self._frame.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """See the frame's size come back."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._settle.start()
        return super().eventFilter(watched, event)

    def geometry(self) -> QByteArray:
        """Return the frame's geometry as it is without teach mode's full screen."""
        return self._geometry if self._geometry is not None else self._frame.saveGeometry()

    # --- teaching ---

    def teach(self) -> None:
        """Teach from where the reader is."""
        self.teach_from(self._reader.place, self._chosen)

    def teach_from(self, place: str, places: tuple[str, ...]) -> None:
        """Teach some places (none: all of the article), from one of them on; the nearest one when there is no such place."""
        if self.cover is not None:
            return
        from app.core.teaching.lesson import teachable  # noqa: PLC0415
        from app.ui.teaching.teach import TeachView  # noqa: PLC0415

        start = self._places.nearest(place) if place else None
        if start is not None and place not in self._places:
            self.place_missing.emit(place, start.title)
        document, labels = self._document, self._document.labels
        self._chosen, self._ticked = places, None
        make = partial(_slides, document, places or teachable(document.article))
        view = TeachView(make, self._footer_words(), labels, self._appearance.look, fades=self._appearance.fades(), parent=self._frame)
        self._geometry = self._frame.saveGeometry()
        self._before = self._frame.windowState()
        self._cover_with(view)
        view.left.connect(self._end_teaching)
        self._frame.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        view.begin((start.beside or start.id) if start else "", start.page if start else "")

    def _footer_words(self) -> str:
        document = self._document
        edition = self.tr("Article of {date}").format(date=document.labels.date(document.article.edition.updated))
        return f"{edition} · {document.review()} · {document.article.disclaimer.short}"

    def _end_teaching(self) -> None:
        if self.cover is not None:
            self.cover.let_go()  # else the slides would be made once more, for the window's size
        self._frame.setWindowState(self._before)
        self._geometry = None
        self._uncover()
        if self.guard is not None:
            self.guard.check()

    # --- what to teach ---

    def choose_lesson(self) -> None:
        """Choose what to teach, and in which order."""
        if self.cover is not None:
            return
        from app.core.teaching.lesson import teachable  # noqa: PLC0415
        from app.ui.teaching.lesson_dialog import LessonCover, LessonRow, LessonWords  # noqa: PLC0415

        labels = self._document.labels
        rows = (LessonRow(place, self._places[place].title, *self._kind_of(place)) for place in teachable(self._document.article))
        words = LessonWords(self._count_of_slides(), labels.slides, self.lessons.name_of)
        cover = LessonCover(rows, self._chosen if self._ticked is None else self._ticked, words, self._appearance.look, self._frame)
        cover.offer(self.lessons.recent)
        self._cover_with(cover)
        cover.taught.connect(self._teach_chosen)
        cover.saved.connect(self.lessons.ask_to_save)
        cover.opened.connect(self.lessons.ask_to_open)
        cover.recent_chosen.connect(self._open_recent)
        cover.left.connect(self._leave_lesson)
        self.message_for_cover.connect(cover.show_message)
        cover.begin()

    def _leave_lesson(self) -> None:
        """Close the list; what is ticked in it is still ticked when it is opened again."""
        if self._lesson_cover is not None:
            self._ticked = self._lesson_cover.places()
        self._uncover()

    def _kind_of(self, place: str) -> tuple[str, bool]:
        """Return the heading under which a place that can be taught stands, and whether it is a figure."""
        article = self._document.article
        figure = next((figure for figure in article.figures if figure.id == place), None)
        if any(entry.id == place for entry in article.faq.entries):
            return article.faq.title, False
        if figure is not None and not any(section.id in figure.sections for section in article.sections):
            return self._document.labels.figures, True
        urgent, sections = article.urgent_care, {section.id for section in article.sections}
        if urgent is not None and place == urgent.id and sections.isdisjoint(urgent_first(article)):
            return self._document.labels.danger_box, False
        return self.tr("Sections, each with its figures"), figure is not None

    def _count_of_slides(self) -> Callable[[tuple[str, ...]], int]:
        """Return what counts the slides that places need on the screen where the window stands: they are made."""
        from app.ui.teaching.teach import footer_and_setter  # noqa: PLC0415

        size, labels = QSizeF(self._frame.screen().size()), self._document.labels
        _, setter = footer_and_setter(self._appearance.look, size, self._footer_words(), labels, self._frame.layoutDirection())
        # the first call, and each line that is ticked for the first time, takes some hundredths of a second; what was ticked before takes none
        return lru_cache(KEPT_COUNTS)(lambda places: len(_slides(self._document, places, setter.measure)) if places else 0)

    def _open_recent(self, path: str) -> None:
        self.lessons.open(Path(path))

    def _offer_lessons(self) -> None:
        self.recent.offer(self.lessons.recent)
        self.recent.menuAction().setEnabled(not self.recent.isEmpty())
        if self._lesson_cover is not None:
            self._lesson_cover.offer(self.lessons.recent)
            self._lesson_cover.update_words()

    def _teach_chosen(self, places: tuple[str, ...]) -> None:
        cover, self.cover, focus = self.cover, None, self._focus
        self.teach_from("", places)
        self._focus = focus  # where it was before the list
        if cover is not None:
            cover.hide()
            cover.deleteLater()

    def open_lesson(self) -> None:
        """Teach what a file says."""
        self.lessons.ask_to_open()

    def _take_lesson(self, places: tuple[str, ...]) -> None:
        """Tick what a file says where a list is open to choose from, else teach it."""
        if self._lesson_cover is not None:
            self._lesson_cover.choose(places)
        else:
            self.teach_from("", places)

    @property
    def _lesson_cover(self) -> "LessonCover | None":
        if self.cover is None:
            return None
        from app.ui.teaching.lesson_dialog import LessonCover  # noqa: PLC0415 - loaded when something is taught

        return self.cover if isinstance(self.cover, LessonCover) else None

    def _tell(self, message: str) -> None:
        if self.cover is not None:
            self.message_for_cover.emit(message)
        else:
            self.told.emit(message)

    def _tell_done(self, message: str) -> None:
        if self.cover is not None:
            self.message_for_cover.emit(message)
        else:
            self.done.emit(message)

    # --- self-test ---

    def test(self) -> None:
        """Open the self-test; where the reader has left it for a page of the article, as it was."""
        if self.cover is not None:
            return
        from app.core.teaching.quiz import make_cards  # noqa: PLC0415
        from app.ui.teaching.self_test import SelfTest  # noqa: PLC0415

        direction = self._frame.layoutDirection()
        cards, origin = make_cards(self._document), self._reader.page.origin
        cover = SelfTest(cards, self._appearance.look, direction, self._frame, self._document.labels, origin=origin)
        self._cover_with(cover)
        cover.left.connect(self._uncover)
        cover.place_chosen.connect(self._go_to)
        self.message_for_cover.connect(cover.show_message)
        cover.export_wanted.connect(self.card_export.ask)
        left, self._test_left = self._test_left, None
        cover.begin(left)

    def _go_to(self, place: str) -> None:
        """Show a card's own page, and keep how the test stands until it is opened again."""
        from app.ui.teaching.self_test import SelfTest  # noqa: PLC0415 - loaded by now

        if isinstance(self.cover, SelfTest):
            self._test_left = self.cover.leave()
        self._focus = None
        self._reader.go_to(place)
        self._uncover()
        self._is_owed = False

    def export_cards(self) -> None:
        """Save the cards of the self-test as a file that Anki imports; doubtful ones are left out."""
        self.card_export.ask_for_all()


def _slides(document: Document, places: tuple[str, ...], measure: "RoomNeeded") -> "tuple[Slide, ...]":
    from app.core.teaching.deck import make_slides  # noqa: PLC0415

    return make_slides(document, places, measure, dt.date.today())  # noqa: DTZ011 - the reader's own day
