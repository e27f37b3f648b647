"""Teach mode in a real window, by real keys; slides at every size of screen."""

import datetime as dt
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QAccessible, QTextFormat, QTextLayout, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.files.loader import Loaded, load
from app.core.pages.document import Document
from app.core.teaching.deck import make_slides
from app.core.teaching.lesson import teachable
from app.core.teaching.slides import HEIGHT
from app.ui.look import motion
from app.ui.look.theme import Look
from app.ui.look.tokens import THEMES
from app.ui.shell.screens import ScreenGuard, kept_in_sight
from app.ui.teaching.presenting import Presenting
from app.ui.teaching.slide_footer import SlideFooter
from app.ui.teaching.slide_type import Setter
from app.ui.teaching.teach import COLOURS, FADE, POINTER_RESTS, TeachView
from app.ui.window.window import Window
from tests.ui.conftest import TINY

Key = Qt.Key
ROOT = Path(__file__).resolve().parent.parent.parent.parent
SIZES = [(1024, 768), (1280, 800), (1366, 768), (1600, 1200), (1920, 1080), (1920, 1200), (2560, 1600), (3840, 2160), (2048, 1536)]
TODAY = dt.date(2026, 11, 26)


@pytest.fixture
def view(slides_once: None, window: Window, qtbot: QtBot) -> TeachView:
    window.reader.go_to("treatment-and-management")
    be_active(window, qtbot)
    QTest.keyClick(window, Key.Key_F5)
    return cover(window)


def be_active(window: Window, qtbot: QtBot) -> None:
    """Let shortcuts reach the window, as they do on a screen."""
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)


def cover(window: Window) -> TeachView:
    assert isinstance(window.presenting.cover, TeachView)
    return window.presenting.cover


def press(view: QWidget, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(view, key)
        else:
            QTest.keyClick(view, key)


def state(view: TeachView) -> tuple[int, int]:
    return view.slideshow.number, view.slideshow.step


# --- fitting ---


def made(
    loaded: Loaded, size: tuple[int, int], theme: str = "light", direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> tuple[Setter, tuple]:
    look, words = Look(THEMES[theme]), "Article of 18 October 2025 · Not yet reviewed by a clinician · Information only, not medical advice"
    footer = SlideFooter(look, QSizeF(*size), words, ("Question 88 of 88 · 888/888",), ("F1", "keys"), direction)
    setter = Setter(look, QSizeF(*size), footer.height, direction)
    document = Document(loaded.article, loaded.short_digest, folder=loaded.path.parent)
    return setter, make_slides(document, teachable(loaded.article), setter.measure, TODAY)


def letters(layout: QTextLayout) -> list[int]:
    """Return every size of letters, in pixels; a stretch that only is bold has the size of the rest."""
    key = QTextFormat.Property.FontPixelSize
    return [layout.font().pixelSize(), *(int(part.format.property(key)) for part in layout.formats() if part.format.hasProperty(key))]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_clipped_and_no_letter_is_too_small_on_any_screen(qapp: QApplication, loaded: Loaded, size: tuple[int, int]) -> None:
    setter, slides = made(loaded, size)
    least = {"title": 15, "emergency": 30, "call": 30, "text": 30, "item": 30, "note": 30, "label": 45, "details": 45, "source": 45}
    for slide in slides:
        placed = setter.set(slide)
        assert placed.bottom <= setter.end + 0.5, slide.title
        below = setter.top
        for box in placed.boxes:
            assert box.rect.top() >= below - 0.5
            below = box.rect.bottom()
            assert box.rect.left() >= 0
            assert box.rect.right() <= size[0]
            assert min(letters(box.layout)) >= size[1] / least[box.row.kind], box.row.kind
            bottom = 0.0
            for number in range(box.layout.lineCount()):
                line = box.layout.lineAt(number)
                assert line.naturalTextWidth() <= box.rect.width() + 1
                assert line.y() >= bottom - 1.0  # lines do not lie on each other
                bottom = line.y() + line.height()
            assert bottom <= box.rect.height() + 1
    assert setter.end < size[1]
    assert setter.font(24).pixelSize() >= size[1] / 45


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)], ids=str)
def test_the_footer_fits_on_every_slide(qapp: QApplication, loaded: Loaded, size: tuple[int, int]) -> None:
    parent = QWidget()
    parent.resize(*size)
    document = Document(loaded.article, loaded.short_digest, folder=loaded.path.parent)
    make = partial(slides_of, document, teachable(loaded.article))
    words = "Article of 18 October 2025 · Not yet reviewed by a clinician · Information only, not medical advice"
    view = TeachView(make, words, document.labels, Look(THEMES["light"]), fades=False, parent=parent)
    view.begin("", "")
    footer = view.footer
    assert footer.font.pixelSize() >= size[1] / 45
    for number in range(len(view.slideshow.slides)):
        view.slideshow = view.slideshow.at(number + 1)
        with_dashes, hints = footer.chosen(view.slideshow.label, view.slideshow.slide, view.hints())
        assert hints
        if footer._layout.lineCount() == 1:
            width = (
                footer._width(view.slideshow.label)
                + footer._width(words)
                + footer._hints_width(hints)
                + with_dashes * footer._dashes_width(view.slideshow.slide)
            )
            assert width <= size[0]
        else:
            assert not with_dashes
            assert footer._width(view.slideshow.label) + footer._column + footer._hints_width(hints) <= size[0]
    parent.deleteLater()


def slides_of(document: Document, places: tuple[str, ...], measure) -> tuple:
    return make_slides(document, places, measure, TODAY)


def test_sizes_hold_at_other_scalings_of_the_system() -> None:
    script = """
import sys; sys.path.insert(0, "."); sys.argv = ["x"]
from app.ui.session.application import make_application
application = make_application()
assert application.devicePixelRatio() > 1, application.devicePixelRatio()
from app.machine import paths
from app.core.files.loader import load
from tests.ui.teaching.test_teach import made
loaded = load(paths.CONTENT)
for size in ((683, 512), (1024, 768), (1280, 720), (1707, 960)):
    setter, slides = made(loaded, size)
    for slide in slides:
        assert setter.set(slide).bottom <= setter.end + 0.5, (size, slide.title)
    assert setter.font(80, 600).pixelSize() >= size[1] / 15 and setter.font(36).pixelSize() >= size[1] / 30
"""
    for scale in ("1.25", "1.5", "2"):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_an_article_from_right_to_left_stands_at_the_right(qapp: QApplication) -> None:
    loaded = load(TINY)
    setter, slides = made(loaded, (1280, 800), direction=Qt.LayoutDirection.RightToLeft)
    for slide in slides:
        assert setter.set(slide).bottom <= setter.end + 0.5
        for box in setter.set(slide).boxes:
            line = box.layout.lineAt(0)
            assert line.x() + box.rect.left() >= 0
            if box.row.kind == "title":
                end = line.naturalTextRect().left() + line.horizontalAdvance()  # a letter may reach over its own end
                assert end == pytest.approx(box.rect.width(), abs=4)


def test_the_question_stays_where_it_is_when_the_answer_comes(qapp: QApplication, loaded: Loaded) -> None:
    setter, slides = made(loaded, (1280, 800))
    for slide in slides:
        if slide.kind == "question":
            alone, answered = setter.set(slide).boxes[0], setter.set(slide).boxes
            assert alone.rect == answered[0].rect


# --- keys ---


def test_f5_teaches_from_where_the_reader_is(window: Window, view: TeachView) -> None:
    assert view.isVisible()
    assert view.hasFocus()
    assert view.size() == window.frame.size()
    assert view.slideshow.slide.place == "treatment-and-management"
    assert window.frame.windowState() & Qt.WindowState.WindowFullScreen


def test_these_keys_go_on_and_these_go_back(view: TeachView) -> None:
    for key in (Key.Key_Right, Key.Key_Space, Key.Key_PageDown, Key.Key_Down, Key.Key_Return, Key.Key_Enter):
        view.go_to(1)
        press(view, key)
        assert view.slideshow.number == 1, key
    for key in (Key.Key_Left, Key.Key_PageUp, Key.Key_Up, Key.Key_Backspace):
        view.go_to(3)
        press(view, key)
        assert view.slideshow.number == 1, key


def test_every_step_of_every_slide_is_reached_forth_and_back(view: TeachView) -> None:
    press(view, Key.Key_Home)
    forth = [state(view)]
    while forth[-1] != (len(view.slideshow.slides) - 1, view.slideshow.slides[-1].last_step):
        press(view, Key.Key_Space)
        forth.append(state(view))
    assert forth == [(number, step) for number, slide in enumerate(view.slideshow.slides) for step in range(slide.last_step + 1)]
    press(view, Key.Key_Space)
    assert state(view) == forth[-1]
    back = [state(view)]
    while back[-1] != (0, 0):
        press(view, Key.Key_Left)
        back.append(state(view))
    assert back == forth[::-1]
    press(view, Key.Key_Left)
    assert state(view) == (0, 0)


def test_home_end_and_numbers_jump(view: TeachView) -> None:
    press(view, Key.Key_End)
    assert view.slideshow.number == len(view.slideshow.slides) - 1
    press(view, Key.Key_Home)
    assert state(view) == (0, 0)
    press(view, "12")
    assert "12" in view.asked()
    press(view, Key.Key_Return)
    assert view.slideshow.number == 11
    assert view.slideshow.typed == ""
    press(view, "99999", Key.Key_Return)
    assert view.slideshow.number == len(view.slideshow.slides) - 1
    press(view, "0", Key.Key_Return)
    assert view.slideshow.number == 0
    press(view, "25", Key.Key_Backspace, Key.Key_Return)
    assert view.slideshow.number == 1
    press(view, "7", Key.Key_Escape)
    assert view.slideshow.typed == ""
    assert view.isVisible()


def test_black_and_white_hide_the_slide_and_the_next_key_only_brings_it_back(view: TeachView) -> None:
    view.go_to(2)
    before = state(view)
    for key, colour in (("b", "black"), (".", "black"), ("w", "white"), ("B", "black"), ("W", "white")):
        press(view, key)
        assert view.slideshow.blank == colour
        image = view.grab().toImage()
        assert image.pixelColor(image.width() // 2, image.height() - 10) == COLOURS[colour]
        press(view, Key.Key_Space)
        assert view.slideshow.blank is None
        assert state(view) == before
    press(view, "b", "w")
    assert view.slideshow.blank == "white"
    press(view, "w")
    assert view.slideshow.blank is None
    press(view, "b", Key.Key_Escape)
    assert view.slideshow.blank is None
    assert view.isVisible()


def test_f1_shows_the_keys_over_the_slide_and_escape_closes_only_them(view: TeachView) -> None:
    before = state(view)
    press(view, Key.Key_F1)
    assert view.keys.isVisible()
    assert view.rect().contains(view.keys.geometry())
    assert "Home, End" in view.keys.words()
    view.grab()
    press(view, Key.Key_Escape)
    assert not view.keys.isVisible()
    assert view.isVisible()
    press(view, Key.Key_F1, Key.Key_Space)
    assert not view.keys.isVisible()
    assert state(view) == before


def test_these_keys_begin_and_leave_also_those_of_a_clicker(slides_once: None, window: Window, qtbot: QtBot) -> None:
    be_active(window, qtbot)
    for key, shift in ((Key.Key_Escape, False), (Key.Key_F5, False), (Key.Key_F5, True)):  # some clickers send Shift+F5
        modifiers = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window, Key.Key_F5, modifiers)
        QTest.keyClick(cover(window), key, modifiers)
        assert window.presenting.cover is None, key
        assert window.isEnabled()


def test_no_command_of_the_window_works_meanwhile(window: Window, view: TeachView) -> None:
    place = window.reader.place
    for key in (Key.Key_K, Key.Key_F, Key.Key_T, Key.Key_O, Key.Key_Q):
        QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    for key in (Key.Key_F2, Key.Key_F6, Key.Key_F11, Key.Key_Tab):
        QTest.keyClick(view, key)
    assert cover(window) is view
    assert view.hasFocus()
    assert window.reader.place == place
    assert not window.isEnabled()


def test_wheel_and_clicks_lead_too(view: TeachView) -> None:
    view.go_to(1)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    assert view.slideshow.number == 1
    QTest.mouseClick(view, Qt.MouseButton.RightButton)
    assert view.slideshow.number == 0
    turn(view, -120)
    assert view.slideshow.number == 1
    turn(view, 120)
    assert view.slideshow.number == 0
    for _ in range(3):
        turn(view, -40)
    assert view.slideshow.number == 1
    press(view, "b")
    turn(view, -120)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    assert view.slideshow.blank is None
    assert view.slideshow.number == 1


def turn(view: TeachView, by: int) -> None:
    none = Qt.MouseButton.NoButton
    middle = QPointF(view.rect().center())
    event = QWheelEvent(middle, middle, QPoint(), QPoint(0, by), none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view, event)


# --- pointer, motion, ear ---


def test_the_pointer_hides_when_it_has_rested_and_comes_back_when_it_moves(view: TeachView, qtbot: QtBot) -> None:
    assert view.pointer.interval() == POINTER_RESTS == 2000
    assert view.pointer.isActive()
    view.pointer.setInterval(1)
    QTest.mouseMove(view, QPoint(200, 200))
    qtbot.waitUntil(lambda: view.cursor().shape() == Qt.CursorShape.BlankCursor)
    QTest.mouseMove(view, QPoint(300, 220))
    qtbot.waitUntil(lambda: view.cursor().shape() != Qt.CursorShape.BlankCursor)


def at_question(view: TeachView) -> None:
    number = next(number for number, slide in enumerate(view.slideshow.slides) if slide.place == "faq/what-is-cerclage")
    view.go_to(number + 1)


def test_an_answer_fades_in(view: TeachView, qtbot: QtBot) -> None:
    at_question(view)
    press(view, Key.Key_Space)
    assert view.fade.duration() == FADE == 160
    assert view.fade.state() == QVariantAnimation.State.Running
    view.grab()
    qtbot.waitUntil(lambda: view.fade.state() == QVariantAnimation.State.Stopped)


def test_an_answer_is_there_at_once_when_motion_is_not_wanted(window: Window) -> None:
    action = window.commands.by_id["less_motion"]
    action.trigger()
    assert action.isChecked()
    assert window.remember().less_motion
    window.presenting.teach()
    view = cover(window)
    at_question(view)
    press(view, Key.Key_Space)
    assert view.fade.state() == QVariantAnimation.State.Stopped


def test_the_system_may_want_less_motion(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.appearance.fades()
    monkeypatch.setattr("app.ui.shell.appearance.system_wants_less_motion", lambda: True)
    assert not window.appearance.fades()
    assert not motion.system_wants_less_motion()  # this system cannot be asked


def test_every_slide_can_be_heard(view: TeachView, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("app.ui.teaching.teach.announce", lambda _widget, message: said.append(message))
    at_question(view)
    assert "What is cerclage?" in said[-1]
    assert "Question 6 of 10" in said[-1]
    assert "Cerclage is a surgical" not in said[-1]
    press(view, Key.Key_Space)
    assert "Cerclage is a surgical" in said[-1]
    assert "Evidence note" in said[-1]
    assert "Not part of the article" in said[-1]
    interface = QAccessible.queryAccessibleInterface(view)
    assert "What is cerclage?" in interface.text(QAccessible.Text.Name)
    assert "Cerclage is a surgical" in interface.text(QAccessible.Text.Description)
    press(view, "b")
    assert "black" in said[-1]


# --- leaving ---


def test_leaving_gives_back_place_scroll_answers_focus_and_window(window: Window, qtbot: QtBot) -> None:
    window.reader.go_to("faq")
    window.reader.set_open(["faq/treatment", "faq/causes", "faq/risks"])
    window.reader.scroll_to_share(0.5)
    window.field.setFocus()
    before = window.reader.place, window.reader.accordion.open_answers(), window.frame.size(), window.frame.windowState()
    scroll = window.reader.part().scroll_share()
    history = window.reader.history.can_go_back
    window.presenting.teach()
    view = cover(window)
    press(view, Key.Key_End, Key.Key_Home, Key.Key_Space, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.frame.size() == before[2])
    assert (window.reader.place, window.reader.accordion.open_answers(), window.frame.size(), window.frame.windowState()) == before
    qtbot.waitUntil(lambda: abs(window.reader.part().scroll_share() - scroll) < 0.02)
    assert window.reader.history.can_go_back == history
    qtbot.waitUntil(window.field.hasFocus)


def test_a_maximized_window_is_maximized_again(window: Window, qtbot: QtBot) -> None:
    window.frame.setWindowState(Qt.WindowState.WindowMaximized)
    window.presenting.teach()
    press(cover(window), Key.Key_Escape)
    assert window.frame.windowState() == Qt.WindowState.WindowMaximized


def test_closing_while_teaching_remembers_the_window_as_it_was(window: Window) -> None:
    before = window.frame.saveGeometry()
    window.presenting.teach()
    assert window.remember().window == before


def test_teaching_again_and_again_leaves_nothing_behind(window: Window, qtbot: QtBot) -> None:
    for _ in range(3):
        window.presenting.teach()
        press(cover(window), Key.Key_Escape)
    qtbot.waitUntil(lambda: window.frame.findChildren(TeachView) == [])


def test_the_theme_follows_while_teaching(window: Window, view: TeachView) -> None:
    window.appearance.use_dark()
    image = view.grab().toImage()
    assert image.pixelColor(4, 4).name().upper() == THEMES["dark"].background


def test_another_size_of_the_screen_keeps_the_slide(window: Window, view: TeachView) -> None:
    at_question(view)
    press(view, Key.Key_Space)
    window.frame.setWindowState(Qt.WindowState.WindowNoState)
    window.frame.resize(1280, 720)
    assert view.slideshow.slide.place == "faq/what-is-cerclage"
    assert view.slideshow.step == 1
    assert view.size() == window.frame.size()


def test_a_place_that_does_not_exist_begins_at_the_nearest_and_says_so(window: Window) -> None:
    window.presenting.teach_from("faq/treatmant", ())
    assert "faq/treatmant" in window.notice._text.text()
    press(cover(window), Key.Key_Escape)
    window.presenting.teach_from("glossary/effacement", ())
    assert cover(window).slideshow.number == 0


# --- a screen that vanishes ---


class Screen(QObject):
    geometryChanged = Signal(QRect)  # noqa: N815 - named as Qt's
    availableGeometryChanged = Signal(QRect)  # noqa: N815 - named as Qt's

    def __init__(self, *box: int) -> None:
        super().__init__()
        self.box = QRect(*box)

    def geometry(self) -> QRect:
        return self.box

    availableGeometry = geometry  # noqa: N815 - named as Qt's


class Screens(QObject):
    screenAdded = Signal(Screen)  # noqa: N815 - named as Qt's
    screenRemoved = Signal(Screen)  # noqa: N815 - named as Qt's
    primaryScreenChanged = Signal(Screen)  # noqa: N815 - named as Qt's

    def __init__(self, *screens: Screen) -> None:
        super().__init__()
        self.there = list(screens)

    def screens(self) -> list[Screen]:
        return self.there

    def primaryScreen(self) -> Screen | None:  # noqa: N802 - named as Qt's
        return self.there[0] if self.there else None

    def remove(self, screen: Screen) -> None:
        self.there.remove(screen)
        self.screenRemoved.emit(screen)


LAPTOP, PROJECTOR = (0, 0, 1366, 768), (1366, 0, 1920, 1080)


def seen(frame: QWidget, screens: Screens) -> bool:
    return any(frame.geometry().intersected(screen.geometry()).width() >= 64 for screen in screens.screens())


@pytest.mark.parametrize("is_full", [False, True])
def test_a_window_on_a_projector_that_is_unplugged_comes_to_the_screen_that_is_left(qtbot: QtBot, is_full: bool) -> None:
    laptop, projector = Screen(*LAPTOP), Screen(*PROJECTOR)
    screens = Screens(laptop, projector)
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.setGeometry(1500, 100, 1200, 700)
    frame.show()
    ScreenGuard(frame, screens)
    if is_full:
        frame.setWindowState(Qt.WindowState.WindowFullScreen)
        frame.setGeometry(projector.geometry())
    screens.remove(projector)
    qtbot.waitUntil(lambda: seen(frame, screens))
    assert bool(frame.windowState() & Qt.WindowState.WindowFullScreen) == is_full


def test_a_window_stays_where_it_is_while_it_can_be_seen(qtbot: QtBot) -> None:
    screens = Screens(Screen(*LAPTOP), Screen(*PROJECTOR))
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.setGeometry(100, 100, 800, 600)
    frame.show()
    guard = ScreenGuard(frame, screens)
    screens.remove(screens.there[1])
    screens.there[0].geometryChanged.emit(QRect(*LAPTOP))
    guard.check()
    assert frame.geometry() == QRect(100, 100, 800, 600)


def test_a_screen_that_shrinks_takes_its_window_along(qtbot: QtBot) -> None:
    screen = Screen(0, 0, 1920, 1080)
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.setGeometry(1500, 900, 400, 150)
    frame.show()
    screens = Screens(screen)
    ScreenGuard(frame, screens)
    screen.box = QRect(0, 0, 800, 600)
    screen.geometryChanged.emit(screen.box)
    qtbot.waitUntil(lambda: screen.box.contains(frame.geometry()))


def test_without_any_screen_nothing_is_done_until_one_comes(qtbot: QtBot) -> None:
    screens = Screens(Screen(*PROJECTOR))
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.setGeometry(1500, 100, 800, 600)
    frame.show()
    ScreenGuard(frame, screens)
    screens.remove(screens.there[0])
    new = Screen(*LAPTOP)
    screens.there.append(new)
    screens.screenAdded.emit(new)
    qtbot.waitUntil(lambda: seen(frame, screens))


def test_the_window_is_never_larger_than_the_screen_it_comes_to() -> None:
    primary = QRect(0, 0, 1024, 768)
    assert kept_in_sight(QRect(5000, 5000, 3840, 2160), [primary], primary) == primary
    assert kept_in_sight(QRect(1000, 700, 500, 500), [primary], primary) == QRect(262, 134, 500, 500)


def test_the_window_guards_itself(window: Window) -> None:
    assert isinstance(window.presenting, Presenting)
    assert isinstance(window.presenting.guard, ScreenGuard)


def test_sizes_are_parts_of_the_height() -> None:
    assert HEIGHT == 1080
