"""Teach mode: slides over the whole window, led by keys, clicker, wheel or click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSizeF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.core.base.labels import Labels
from app.core.teaching.slides import Measure, Slide, slide_at
from app.ui.look.theme import Look
from app.ui.teaching.slide_footer import Hint, SlideFooter
from app.ui.teaching.slide_keys import KeyCard
from app.ui.teaching.slide_painter import SlidePainter
from app.ui.teaching.slide_type import Setter
from app.ui.text.announcements import announce
from app.ui.widgets.cover import Cover
from app.ui.widgets.keys import meant

FADE = 160
"""Milliseconds in which an answer appears."""

POINTER_RESTS = 2000
"""Milliseconds after which the pointer is hidden."""

NOTCH = 120
"""What Qt reports for one notch of a mouse wheel."""

MOST_DIGITS = 5

Key = Qt.Key
NEXT = frozenset({Key.Key_Right, Key.Key_Space, Key.Key_PageDown, Key.Key_Down})
BACK = frozenset({Key.Key_Left, Key.Key_PageUp, Key.Key_Up, Key.Key_Backspace})
ENTER = frozenset({Key.Key_Return, Key.Key_Enter})
LEAVE = frozenset({Key.Key_Escape, Key.Key_F5})
"""F5: what some clickers send to begin, they send again to end."""

BLACK, WHITE = Qt.GlobalColor.black, Qt.GlobalColor.white
BLANKS = {"b": BLACK, ".": BLACK, "w": WHITE, ",": WHITE}
"""Keys that leave nothing on the screen; clickers send the full stop."""

SIGNS = frozenset({*BLANKS, *"0123456789"})

MakeSlides = Callable[[Measure], tuple[Slide, ...]]


class TeachView(Cover):
    """Covers its parent with slides. Says `left()` when the teacher is done."""

    left = Signal()

    def __init__(self, make: MakeSlides, words: str, labels: Labels, look: Look, *, fades: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self._words = words
        self._labels = labels
        self._look = look
        self._fades = fades
        self.slides: tuple[Slide, ...] = ()
        self.number = 0
        self.step = 0
        self.blank: Qt.GlobalColor | None = None
        self.typed = ""
        self._turned = 0
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
        self._set_slides()
        self.number, self.step = slide_at(self.slides, place, page), 0
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pointer.start()
        self._tell(self._head())

    # --- the slides ---

    @property
    def slide(self) -> Slide:
        """The slide that is shown."""
        return self.slides[self.number]

    def _set_slides(self) -> None:
        """Make the slides for the size that the screen has now."""
        size, direction = QSizeF(self.size()), self.layoutDirection()
        labels = (self._labels.section, self._labels.question_of, self._labels.figure_of, self._labels.slide_of)
        samples = [text.format(number=88, count=88) for text in labels]
        self.footer = SlideFooter(self._look, size, self._words, tuple(f"{sample} · 888/888" for sample in samples), self.hints_of("")[-1], direction)
        self.setter = Setter(self._look, size, self.footer.height, direction)
        self.painter = SlidePainter(self.setter)
        self.slides = self._make(self.setter.measure)

    def place(self) -> None:
        """Take the parent's size; the slides are made anew for it, and the same one is shown as before."""
        before = self.size()
        super().place()
        if self.slides and self.size() != before:
            self._refit()

    def _refit(self) -> None:
        slide, at, step = self.slide, self._share_of_place(), self.step
        self._set_slides()
        same = [number for number, other in enumerate(self.slides) if (other.kind, other.place) == (slide.kind, slide.place)]
        self.number = same[min(round(at * len(same)), len(same) - 1)] if same else min(self.number, len(self.slides) - 1)
        self.step = min(step, self.slide.last_step)
        if self.keys.isVisible():
            self.keys.open_card(self.setter)
        self.update()

    def _share_of_place(self) -> float:
        """Return how far the slide stands among those of its place (0 to 1)."""
        same = [number for number, other in enumerate(self.slides) if (other.kind, other.place) == (self.slide.kind, self.slide.place)]
        return same.index(self.number) / len(same)

    def apply_look(self, look: Look) -> None:
        """Paint in another theme."""
        self._look = look
        self._refit()

    # --- going on and back ---

    def go_on(self) -> None:
        """Show what comes next: more of this slide, or the next one."""
        if self.step < self.slide.last_step:
            self.step += 1
            self._appear()
        elif self.number < len(self.slides) - 1:
            self._show(self.number + 1, 0)

    def go_back(self) -> None:
        """Show what was there before."""
        if self.step > 0:
            self.step -= 1
            self._still()
            self._tell(self.slide.spoken(self.step))
        elif self.number > 0:
            self._show(self.number - 1, self.slides[self.number - 1].last_step)

    def go_to(self, number: int) -> None:
        """Show a slide by its number, counted from 1; the nearest when there is none."""
        self._show(max(1, min(number, len(self.slides))) - 1, 0)

    def _show(self, number: int, step: int) -> None:
        self.number, self.step = number, step
        self._still()
        self._tell(self._head())

    def _head(self) -> str:
        return f"{self.label()}. {self.slide.title}. {self._body()}"

    def _body(self) -> str:
        """Return the words under the title that are seen now."""
        shown = self.slide.spoken(self.step)
        return shown.removeprefix(self.slide.title).strip()

    def _appear(self) -> None:
        """Let what a step has added fade in, or stand there at once when motion is not wanted."""
        self._still()
        if self._fades and not self.slide.pictures:
            self.fade.start()
        self._tell(self.slide.news(self.step))

    def _still(self) -> None:
        self.fade.stop()
        self.typed = ""
        self.update()

    def _tell(self, news: str) -> None:
        """Give the slide's words to assistive technology, and have what is new spoken."""
        self.setAccessibleName(f"{self.label()}. {self.slide.title}")
        self.setAccessibleDescription(self._body())
        announce(self, news)

    def label(self) -> str:
        """Return where in the lesson the slide stands: among its like, and among all."""
        part = self.slide.part
        return part.label if part.count == len(self.slides) else f"{part.label} · {self.number + 1}/{len(self.slides)}"

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys that the footer names; where room is short, the first are left out."""
        has_more = self.slide.kind == "question" and self.step < self.slide.last_step
        return self.hints_of(self.tr("answer") if has_more else self.tr("next"))

    def hints_of(self, space: str) -> tuple[Hint, ...]:
        """Return the keys that the footer names, when Space does this."""
        return (self.tr("B"), self.tr("blank")), (self.tr("Space"), space), (self.tr("Esc"), self.tr("leave")), (self.tr("F1"), self.tr("keys"))

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
        """Do what the key asks for; the first key after a blank screen or the list of keys only brings the slide back."""
        key, text = Key(event.key()), meant(event, SIGNS)
        if self.keys.isVisible():
            self.show_keys(shown=False)
        elif self.blank is not None:
            self.set_blank(BLANKS[text] if text in BLANKS and BLANKS[text] != self.blank else None)
        elif not (self._take_number(key, text) or self._take_move(key)):
            self._take_other(key, text)
        event.accept()

    def _take_number(self, key: Qt.Key, text: str) -> bool:
        """Take a key that belongs to a slide's number."""
        if text.isdigit():
            self._type((self.typed + text)[-MOST_DIGITS:])
        elif self.typed and key == Key.Key_Escape:
            self._type("")
        elif self.typed and key == Key.Key_Backspace:
            self._type(self.typed[:-1])
        elif self.typed and key in ENTER:
            self.go_to(int(self.typed))
        else:
            return False
        return True

    def _take_move(self, key: Qt.Key) -> bool:
        """Take a key that leads to another slide."""
        if key in NEXT or key in ENTER:
            self.go_on()
        elif key in BACK:
            self.go_back()
        elif key == Key.Key_Home:
            self.go_to(1)
        elif key == Key.Key_End:
            self._show(len(self.slides) - 1, self.slides[-1].last_step)
        else:
            return False
        return True

    def _take_other(self, key: Qt.Key, text: str) -> None:
        if key in LEAVE:
            self.leave()
        elif key == Key.Key_F1:
            self.show_keys(shown=True)
        elif text in BLANKS:
            self.set_blank(BLANKS[text])

    def _type(self, digits: str) -> None:
        self.typed = digits
        self.update()
        if digits:
            announce(self, self.asked())

    def asked(self) -> str:
        """Return the line that shows which slide is being asked for."""
        return self.tr("Go to slide {number} of {count}: Enter").format(number=self.typed, count=len(self.slides))

    def set_blank(self, colour: Qt.GlobalColor | None) -> None:
        """Show nothing but black or white, or the slide again."""
        self.blank = colour
        self.update()
        said = {None: self._head(), BLACK: self.tr("The screen is black."), WHITE: self.tr("The screen is white.")}
        announce(self, said[colour])

    def show_keys(self, *, shown: bool) -> None:
        """Show the list of keys over the slide, or take it away."""
        if shown:
            self.keys.open_card(self.setter)
            announce(self, self.keys.words())
        else:
            self.keys.hide()
            announce(self, self._head())

    def leave(self) -> None:
        """Say that the teacher is done."""
        self.fade.stop()
        self.pointer.stop()
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - called by Qt
        """Go on with the left button, back with the right one; a click on a blank screen or the list of keys brings the slide back."""
        if self.keys.isVisible():
            self.show_keys(shown=False)
        elif self.blank is not None:
            self.set_blank(None)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.go_on()
        elif event.button() == Qt.MouseButton.RightButton:
            self.go_back()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - called by Qt
        """Go on or back by one for each notch; a touch pad's small turns are added up."""
        turn = event.angleDelta().y()
        if self._turned * turn < 0:
            self._turned = 0
        self._turned += turn
        while abs(self._turned) >= NOTCH and self.blank is None and not self.keys.isVisible():
            if self._turned < 0:
                self.go_on()
                self._turned += NOTCH
            else:
                self.go_back()
                self._turned -= NOTCH
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
        painter.fillRect(self.rect(), self._look.colour("paper") if self.blank is None else self.blank)
        if self.blank is None and self.slides:
            strength = self.fade.currentValue() if self.fade.state() == QVariantAnimation.State.Running else 1.0
            self.painter.paint(painter, self.slide, self.step, float(strength))
            label = self.asked() if self.typed else self.label()
            self.footer.paint(painter, label, self.slide, (self.number + 1) / len(self.slides), self.hints())
        painter.end()
