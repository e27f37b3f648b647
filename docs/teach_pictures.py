"""Slides, self-test and what to teach, as pictures; `make_pictures.py` is the command.

Every kind of slide stands on one sheet for each size of screen and theme, scaled down; what was clipped would be seen.
"""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from pictures import NARROW, WIDE, accept, at, opened, settle

from PySide6.QtCore import QRectF, Qt  # isort: skip - the platform is chosen by the line above
from PySide6.QtGui import QImage, QPainter, QPixmap  # isort: skip
from PySide6.QtWidgets import QApplication, QWidget  # isort: skip

from app.ui.teaching.lesson_dialog import LessonCover
from app.ui.teaching.self_test import SelfTest
from app.ui.teaching.teach import TeachView
from app.ui.window.window import Window

SIZES = ((1024, 768), (1920, 1080), (3840, 2160))
THEMES = ("light", "dark")
SHEET, COLUMNS, GAP = 1280, 3, 8

PLACES = (
    "",
    "symptoms-and-diagnosis/vaginal-bleeding",
    "treatment-and-management/bed-rest",
    "faq/what-is-cerclage",
    "faq/treatment",
    "figures/short-cervix",
    "figures/timeline",
    "urgent-care",
)
"""Where the sheets show a slide, first as it begins and then as it ends, when that is another picture."""

SHOWN = "treatment-and-management/bed-rest"
"""Where the picture of a single slide is from."""


def sheet(view: TeachView) -> QImage:
    """Return one picture of every kind of slide."""
    shots: list[QPixmap] = []
    for place in PLACES:
        numbers = [number for number, slide in enumerate(view.slideshow.slides) if (place in slide.places if place else number == 0)]
        for number in numbers if place == "faq/treatment" else numbers[:1]:
            view.go_to(number + 1)
            last = view.slideshow.slide.last_step
            for step in sorted({0, last}) if number == numbers[0] else [last]:
                view.slideshow = replace(view.slideshow, step=step)
                shots.append(view.grab())
    view.go_to(len(view.slideshow.slides))
    shots.append(view.grab())
    view.show_keys(shown=True)
    shots.append(view.grab())
    return arrange(shots)


def arrange(shots: list[QPixmap]) -> QImage:
    """Return pictures of one size beside and under each other."""
    width = (SHEET - GAP * (COLUMNS + 1)) // COLUMNS
    height = round(width * shots[0].height() / shots[0].width())
    rows = -(-len(shots) // COLUMNS)
    made = QImage(SHEET, rows * (height + GAP) + GAP, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.gray)
    painter = QPainter(made)
    for number, shot in enumerate(shots):
        small = shot.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        x, y = GAP + number % COLUMNS * (width + GAP), GAP + number // COLUMNS * (height + GAP)
        painter.drawPixmap(QRectF(x, y, width, height), small, QRectF(small.rect()))
    painter.end()
    return made


def teaching(window: Window, size: tuple[int, int]) -> TeachView:
    """Begin to teach on a screen of a size."""
    accept(window)
    window.presenting.teach_from("", ())
    view = window.presenting.cover
    if not isinstance(view, TeachView):
        raise TypeError
    window.frame.setWindowState(Qt.WindowState.WindowNoState)
    window.frame.resize(*size)
    view.place()
    return view


def covered(window: Window) -> QWidget:
    """Return what covers the window."""
    if window.presenting.cover is None:
        raise TypeError
    return window.presenting.cover


def self_test(window: Window) -> None:
    """Show the beginning of the self-test."""
    at("treatment-and-management")(window)
    window.presenting.test()


def self_test_answer(window: Window) -> None:
    """Show an answer of the self-test with its notes."""
    self_test(window)
    test = covered(window)
    if isinstance(test, SelfTest):
        test.start_page.terms.setChecked(False)
        test.start_page.shuffle.setChecked(False)
        test.start_page.doubtful.setChecked(True)
        test.begin_test()
        while test.round.card is not None and test.round.card.place != "faq/treatment":
            test.reveal()
            test.grade("knew")
        test.reveal()


def self_test_result(window: Window) -> None:
    """Show the result of a self-test."""
    self_test_answer(window)
    test = covered(window)
    if isinstance(test, SelfTest):
        test.grade("partly")
        missed = test.round.card
        while test.round.card is not None:
            test.reveal()
            first_time = test.round.card is missed and all(card is not missed for card, _ in test.round.graded)
            test.grade("not_yet" if first_time else "knew")


def lesson(window: Window) -> None:
    """Show the choice of what to teach."""
    at("treatment-and-management")(window)
    window.presenting.choose_lesson()
    cover = covered(window)
    if isinstance(cover, LessonCover):
        cover.choose(("treatment-and-management", "figures/stitch", "faq/treatment", "faq/cerclage-timing"))


COVERS: dict[str, Callable[[Window], None]] = {
    "self-test": self_test,
    "self-test-answer": self_test_answer,
    "self-test-result": self_test_result,
    "what-to-teach": lesson,
}


def draw_sheet(application: QApplication, size: tuple[int, int], theme: str) -> QImage:
    """Return the sheet of slides for a screen of a size, in pixels."""
    with opened(application, theme, 100, WIDE) as window:
        view = teaching(window, size)
        settle(application)
        drawn = sheet(view)
        view.leave()
    return drawn


def draw_slide(application: QApplication) -> QImage:
    """Return a picture of one slide, with a statement and its notes."""
    with opened(application, "light", 100, WIDE) as window:
        view = teaching(window, WIDE)
        view.go_to(1 + next(number for number, slide in enumerate(view.slideshow.slides) if SHOWN in slide.places))
        view.slideshow = replace(view.slideshow, step=view.slideshow.slide.last_step)
        settle(application)
        drawn = view.grab().toImage()
        view.leave()
    return drawn


def draw_cover(application: QApplication, name: str, theme: str, shape: tuple[int, int]) -> QImage:
    """Return a picture of what covers the window."""
    with opened(application, theme, 100, shape) as window:
        COVERS[name](window)
        settle(application)
        return window.frame.grab().toImage()


DRAW: dict[str, Callable[[QApplication], QImage]] = {
    f"slides-{size[0]}x{size[1]}-{theme}": partial(draw_sheet, size=size, theme=theme) for size in SIZES for theme in THEMES
}
DRAW |= {f"{name}-{theme}": partial(draw_cover, name=name, theme=theme, shape=WIDE) for name in COVERS for theme in THEMES}
DRAW["slide-light"] = draw_slide
DRAW["self-test-answer-narrow"] = partial(draw_cover, name="self-test-answer", theme="light", shape=NARROW)
"""What draws each picture, by the picture's name."""
