"""Teach mode: slides over the whole window, led by keys, clicker, wheel or click."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QSizeF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.core.base.labels import Labels
from app.core.teaching.slides import RoomNeeded, Slide
from app.core.teaching.slideshow import Blank, Slideshow, begin_show
from app.ui.look.theme import Look
from app.ui.teaching.key_card import KeyCard
from app.ui.teaching.slide_footer import Hint, SlideFooter
from app.ui.teaching.slide_painter import SlidePainter
from app.ui.teaching.slide_type import Setter
from app.ui.teaching.teach_input import TeachInput
from app.ui.text.announcements import announce
from app.ui.widgets.cover import Cover

FADE = 160
"""Milliseconds in which an answer appears."""

POINTER_RESTS = 2000
"""Milliseconds after which the pointer is hidden."""

COLOURS: dict[Blank, Qt.GlobalColor] = {"black": Qt.GlobalColor.black, "white": Qt.GlobalColor.white}

MakeSlides = Callable[[RoomNeeded], tuple[Slide, ...]]


def footer_and_setter(look: Look, size: QSizeF, words: str, labels: Labels, direction: Qt.LayoutDirection) -> tuple[SlideFooter, Setter]:
    """Return what sets the footer and the slides on a screen of a size (logical pixels), with these words in the footer."""
    samples = [text.format(number=88, count=88) for text in (labels.section, labels.question_of, labels.figure_of, labels.slide_of)]
    always = QCoreApplication.translate("TeachView", "F1"), QCoreApplication.translate("TeachView", "keys")
    footer = SlideFooter(look, size, words, tuple(f"{sample} · 888/888" for sample in samples), always, direction)
    return footer, Setter(look, size, footer.height, direction)


class TeachView(Cover):
    """Covers its parent with slides; `slideshow` is what it shows now. Says `left()` when the teacher is done."""

    left = Signal()

    def __init__(self, make: MakeSlides, words: str, labels: Labels, look: Look, *, fades: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self._words = words
        self._labels = labels
        self._look = look
        self._fades = fades
        self.slideshow = Slideshow()
        self._input = TeachInput(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.keys = KeyCard(self)
        self.pointer = QTimer(self, interval=POINTER_RESTS, singleShot=True)
        self.pointer.timeout.connect(self.hide_pointer)
        self.fade = QVariantAnimation(self)
        self.fade.setDuration(FADE)
        self.fade.setStartValue(0.0)
        self.fade.setEndValue(1.0)
        self.fade.valueChanged.connect(self.update)
        self.place()

    def begin(self, place: str, page: str) -> None:
        """Show the slides from a place on; from the first when no slide shows it or its page."""
        self.slideshow = begin_show(self._slides(), place, page)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pointer.start()
        self._tell(self.slideshow.words)

    # --- the slides ---

    def _slides(self) -> tuple[Slide, ...]:
        """Make the slides for the size that the screen has now."""
        self._prepare()
        return self._make(self.setter.measure)

    def _prepare(self) -> None:
        """Make what sets and paints slides in this size and theme."""
        self.footer, self.setter = footer_and_setter(self._look, QSizeF(self.size()), self._words, self._labels, self.layoutDirection())
        self.painter = SlidePainter(self.setter)

    def place(self) -> None:
        """Take the parent's size; the slides are made again for it, and the same one is shown as before."""
        before = self.size()
        super().place()
        if self.slideshow.slides and self.size() != before:
            self._refit()

    def _refit(self) -> None:
        self.slideshow = self.slideshow.refitted(self._slides())
        self._open_keys_again()

    def _open_keys_again(self) -> None:
        if self.slideshow.lists_keys:
            self.keys.open_card(self.setter)
        self.update()

    def apply_look(self, look: Look) -> None:
        """Paint in another theme; the slides stay, since their sizes follow the screen's height alone."""
        self._look = look
        self._prepare()
        self._open_keys_again()

    # --- going on and back ---

    def go_on(self) -> None:
        """Show what comes next; what a step adds fades in, or stands there at once when motion is not wanted."""
        before, after = self.slideshow, self.slideshow.forward()
        if after is before:
            return
        adds = after.number == before.number
        self._show(after, after.slide.news(after.step) if adds else after.words)
        if adds and self._fades and not after.slide.pictures:
            self.fade.start()

    def go_back(self) -> None:
        """Show what was there before."""
        before, after = self.slideshow, self.slideshow.back()
        if after is not before:
            self._show(after, after.slide.spoken(after.step) if after.number == before.number else after.words)

    def go_to(self, number: int) -> None:
        """Show a slide by its number, counted from 1; the nearest when there is none."""
        after = self.slideshow.at(number)
        self._show(after, after.words)

    def go_to_end(self) -> None:
        """Show all of the last slide."""
        after = self.slideshow.at_end()
        self._show(after, after.words)

    def _show(self, slideshow: Slideshow, news: str) -> None:
        self.slideshow = slideshow
        self.fade.stop()
        self.update()
        self._tell(news)

    def _tell(self, news: str) -> None:
        """Give the slide's words to assistive technology, and have what is new spoken."""
        self.setAccessibleName(self.slideshow.title)
        self.setAccessibleDescription(self.slideshow.body)
        announce(self, news)

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys that the footer names; where room is short, the first are left out."""
        return self.hints_of(self.tr("answer") if self.slideshow.has_answer_to_come else self.tr("next"))

    def hints_of(self, space: str) -> tuple[Hint, ...]:
        """Return the keys that the footer names, when Space does this."""
        return (self.tr("B"), self.tr("blank")), (self.tr("Space"), space), (self.tr("Esc"), self.tr("leave")), (self.tr("F1"), self.tr("keys"))

    def ask_for(self, slideshow: Slideshow) -> None:
        """Show and say which slide is asked for now."""
        self.slideshow = slideshow
        self.update()
        if slideshow.typed:
            announce(self, self.asked())

    def asked(self) -> str:
        """Return the line that shows which slide is being asked for."""
        return self.tr("Go to slide {number} of {count}: Enter").format(number=self.slideshow.typed, count=len(self.slideshow.slides))

    def set_blank(self, blank: Blank | None) -> None:
        """Show nothing but black or white, or the slide again."""
        self.slideshow = self.slideshow.with_blank(blank)
        self.update()
        said = {None: self.slideshow.words, "black": self.tr("The screen is black."), "white": self.tr("The screen is white.")}
        announce(self, said[blank])

    def show_keys(self, *, shown: bool) -> None:
        """Show the list of keys over the slide, or take it away."""
        self.slideshow = self.slideshow.with_keys(listed=shown)
        if shown:
            self.keys.open_card(self.setter)
            announce(self, self.keys.words())
        else:
            self.keys.hide()
            announce(self, self.slideshow.words)

    def leave(self) -> None:
        """Say that the teacher is done."""
        self.fade.stop()
        self.pointer.stop()
        self.left.emit()

    # --- keys, clicker, wheel, click ---

    def event(self, event: QEvent) -> bool:
        """Take every key: none may reach a command of the window behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001, N802 - called by Qt
        """Keep the focus: there is nothing else to go to."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Do what the key asks for."""
        self._input.press(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - called by Qt
        """Do what the click asks for."""
        self._input.click(event.button())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - called by Qt
        """Do what the wheel asks for."""
        self._input.turn(event.angleDelta().y())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - called by Qt
        """Show the pointer while it moves."""
        self.unsetCursor()
        self.pointer.start()
        event.accept()

    def hide_pointer(self) -> None:
        """Hide the pointer: it has rested long enough."""
        self.setCursor(Qt.CursorShape.BlankCursor)

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint the slide, or nothing."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        show = self.slideshow
        painter.fillRect(self.rect(), self._look.colour("background") if show.blank is None else COLOURS[show.blank])
        if show.blank is None and show.slides:
            strength = self.fade.currentValue() if self.fade.state() == QVariantAnimation.State.Running else 1.0
            self.painter.paint(painter, show.slide, show.step, float(strength))
            self.footer.paint(painter, self.asked() if show.typed else show.label, show.slide, show.share, self.hints())
        painter.end()
