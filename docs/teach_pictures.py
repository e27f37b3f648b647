"""Make the pictures of slides, self-test and what to teach: `python docs/teach_pictures.py [FOLDER]` (default `docs/pictures/teach`).

Every kind of slide stands on one sheet for each size of screen and theme, scaled down; what was clipped would be seen.
"""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from pictures import ROOT, accept, at, opened, settle

from PySide6.QtCore import QRectF, Qt  # isort: skip - the platform is chosen by the line above
from PySide6.QtGui import QImage, QPainter, QPixmap  # isort: skip
from PySide6.QtWidgets import QApplication, QWidget  # isort: skip

from app.ui.application import make_application
from app.ui.lesson_dialog import LessonCover
from app.ui.self_test import SelfTest
from app.ui.teach import TeachView
from app.ui.window import Window

SIZES = ((1024, 768), (1920, 1080), (3840, 2160))
THEMES = ("light", "dark")
SHEET, COLUMNS, GAP = 1280, 3, 8
COLOURS = 256

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


def save(picture: QImage | QPixmap, path: Path) -> None:
    """Save a picture in the 256 colours that it has most of, which is all that slides need."""
    image = (picture if isinstance(picture, QImage) else picture.toImage()).convertToFormat(QImage.Format.Format_RGB32)
    alike: dict[int, int] = {}  # the commonest of each 32768 sorts of colour, so that a thin line in a colour of its own is not lost
    counted: Counter[int] = Counter()
    for colour, count in Counter(memoryview(image.constBits()).cast("B").cast("I")).most_common():
        sort = colour & 0xF8F8F8
        alike.setdefault(sort, colour | 0xFF000000)
        counted[sort] += count
    table = [alike[sort] for sort, _ in counted.most_common(COLOURS)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image.convertToFormat(QImage.Format.Format_Indexed8, table, flags).save(str(path), quality=0)


def sheet(view: TeachView) -> QImage:
    """Return one picture of every kind of slide."""
    shots: list[QPixmap] = []
    for place in PLACES:
        numbers = [number for number, slide in enumerate(view.slides) if (place in slide.places if place else number == 0)]
        for number in numbers if place == "faq/treatment" else numbers[:1]:
            view.go_to(number + 1)
            last = view.slide.last_step
            for step in sorted({0, last}) if number == numbers[0] else [last]:
                view.step = step
                shots.append(view.grab())
    view.go_to(len(view.slides))
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
        test.terms.setChecked(False)
        test.shuffle.setChecked(False)
        test.doubtful.setChecked(True)
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


def main(folder: Path) -> None:
    """Make all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    application: QApplication = make_application()
    for theme in THEMES:
        for size in SIZES:
            with opened(application, theme, 100, (1280, 800)) as window:
                view = teaching(window, size)
                settle(application)
                save(sheet(view), folder / f"slides-{size[0]}x{size[1]}-{theme}.png")
                view.leave()
        for name, step in COVERS.items():
            with opened(application, theme, 100, (1280, 800)) as window:
                step(window)
                settle(application)
                save(window.frame.grab(), folder / f"{name}-{theme}.png")
    with opened(application, "light", 100, (480, 800)) as window:
        self_test_answer(window)
        settle(application)
        save(window.frame.grab(), folder / "self-test-answer-narrow.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures" / "teach")
