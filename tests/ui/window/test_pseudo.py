"""In a language with longer words, from either side, nothing is cut off and nothing stays English."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.files.loader import Loaded
from app.core.search.results import Covered
from app.core.teaching.quiz import begin_round
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.settings import Remembered
from app.ui.shell.translation import labels
from app.ui.teaching.presenting import Presenting
from app.ui.teaching.self_test import SelfTest
from app.ui.window.window import Window
from tests import answers
from tests.ui.cut import cut_off, settle, texts
from tests.ui.pseudo import in_other_letters, leaks, spoken_pseudo

TREATMENT = "treatment-and-management"
QUERY = "церцлаге"


@pytest.fixture
def _pseudo(qapp: QApplication) -> Iterator[None]:
    yield from spoken_pseudo()


@pytest.fixture(scope="module")
def foreign(loaded: Loaded) -> Loaded:
    return replace(loaded, article=in_other_letters(loaded.article), digest="0" * 64)


@pytest.fixture(scope="module")
def mirrored(loaded: Loaded) -> Loaded:
    return replace(loaded, article=in_other_letters(loaded.article, "rtl"), digest="0" * 63 + "1")


Step = Callable[[Window], QWidget]


def at(place: str) -> Step:
    def step(window: Window) -> QWidget:
        window.reader.go_to(place)
        return window.frame

    return step


def questions(window: Window) -> QWidget:
    window.reader.go_to("faq")
    window.reader.accordion.expand_all()
    return window.frame


def searched(words: str) -> Step:
    def step(window: Window) -> QWidget:
        window.search(words)
        return window.frame

    return step


def found_on_page(window: Window) -> QWidget:
    window.reader.go_to(TREATMENT)
    window.finder.begin()
    window.find_bar.field.setText("ббббб")
    return window.frame


def not_answered(*, by_a_note: bool) -> Step:
    def step(window: Window) -> QWidget:
        article = window.article
        hits = answers.by_a_note(article).hits + answers.by_a_meaning(article).hits if by_a_note else ()
        covered = Covered("ббббб"), Covered("ббббб", "њњњњњ")
        found = replace(answers.by_nothing(article), query="ббббб", hits=hits, missing=("ббббб",), covered=covered, related=(), corrected="њњњњњ")
        window.search(QUERY)
        window.results.show_results(found)
        return window.frame

    return step


def contents(window: Window) -> QWidget:
    window.body.show_contents()
    return window.frame


def noticed(window: Window) -> QWidget:
    window.reader.go_to("treatment-and-management/0")
    window.age.show_message(window.document.labels.old.format(age=window.document.labels.age(30), date="1"))
    return window.frame


def handout(window: Window) -> QWidget:
    window.reader.go_to(TREATMENT)
    window.sheets.make_handout()
    return QApplication.activeModalWidget() or window.frame


def lesson(window: Window) -> QWidget:
    window.presenting.choose_lesson()
    return QApplication.activeModalWidget() or window.presenting.cover or window.frame


def self_test(window: Window) -> QWidget:
    window.presenting.test()
    return window.presenting.cover or window.frame


def card(window: Window) -> QWidget:
    window.presenting.test()
    cover = window.presenting.cover
    assert isinstance(cover, SelfTest)
    cover.start_page.shuffle.setChecked(False)
    cover.start_page.start.click()
    settle()
    cover.card_page.show_button.click()
    return cover


def result(window: Window) -> QWidget:
    window.presenting.test()
    cover = window.presenting.cover
    assert isinstance(cover, SelfTest)
    cover.ask(begin_round(cover.start_page._cards[:2]))
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1):
        cover.card_page.show_button.click()
        cover.card_page.grades[0 if key == Qt.Key.Key_1 else 2].click()
    assert cover._pages.currentWidget() is cover.result_page
    return cover


def teaching(window: Window) -> QWidget:
    window.presenting.teach_from(TREATMENT, (TREATMENT, "faq/treatment"))
    return window.presenting.cover or window.frame


def viewer(window: Window) -> QWidget:
    window.reader.go_to("figures")
    window.enlarge("figures/funneling")
    return QApplication.activeModalWidget() or window.frame


def menus(window: Window) -> QWidget:
    return window.frame.menuBar()


STEPS: dict[str, Step] = {
    "text": at(TREATMENT),
    "symptoms": at("symptoms-and-diagnosis"),
    "questions": questions,
    "figures": at("figures"),
    "glossary": at("glossary"),
    "sources": at("sources"),
    "provenance": at("provenance"),
    "about": at("about"),
    "keys": at("keys"),
    "urgent": at("urgent-care"),
    "results": searched(QUERY),
    "not answered": not_answered(by_a_note=False),
    "answered by a note": not_answered(by_a_note=True),
    "no match": searched("ббббб њњњњњ"),
    "find": found_on_page,
    "contents": contents,
    "notices": noticed,
    "hand-out": handout,
    "lesson": lesson,
    "self-test": self_test,
    "card": card,
    "result": result,
    "teaching": teaching,
    "viewer": viewer,
    "menus": menus,
}
SHAPES = {"wide": (1280, 800, 100), "narrow": (480, 800, 100), "smallest": (320, 480, 100), "large": (1024, 768, 200)}
ONCE = {"sources", "provenance", "about", "urgent", "figures", "menus"}


@pytest.fixture
def foreign_window(
    face: str, qtbot: QtBot, appearance: Appearance, _pseudo: None, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Loaded, tuple[int, int, int]], Window]:
    monkeypatch.setattr(
        Presenting, "_count_of_slides", lambda _: lambda places: 3 * len(places)
    )  # setting them all takes longer than all other steps

    def opened(content: Loaded, shape: tuple[int, int, int]) -> Window:
        width, height, size = shape
        while appearance.size < size:
            appearance.enlarge()
        frame = Frame(content.article, appearance.look, Remembered().window)
        qtbot.addWidget(frame)
        window = Window(content, appearance, frame, labels=labels())
        window.restore(Remembered(), None)
        frame.resize(width, height)
        frame.show()
        qtbot.waitExposed(frame)
        return window

    return opened


CASES = [
    ("Noto Sans", "wide", "ltr"),
    ("wider", "wide", "rtl"),
    ("DejaVu Sans", "narrow", "rtl"),
    ("wider", "smallest", "ltr"),
    ("Noto Sans", "large", "rtl"),
]
"""Each shape from one side, each face at least once; `tests/sweeps` has every shape with every face."""


def wrong_in(window: Window, shape: str) -> list[str]:
    """Return what is cut off or stays English in a window that was just opened in a shape."""
    settle()
    problems = [f"disclaimer: {found}" for found in cut_off(window.frame.cover)]
    escaped = {f"disclaimer: {name}: {text}" for name, text in texts(window.frame) if leaks(text)}
    window.frame.accept_disclaimer()
    for name, step in STEPS.items():
        if name in ONCE and shape not in {"wide", "large"}:
            continue
        root = step(window)
        settle()
        problems += [f"{name}: {found}" for found in cut_off(root)]
        escaped |= {f"{name}: {widget}: {text[:90]}" for widget, text in texts(root) if leaks(text)}
        clear(window, root)
    return [*sorted(escaped), *dict.fromkeys(problems)]


@pytest.mark.parametrize(("face", "shape", "direction"), CASES, indirect=["face"])
def test_longer_words_are_not_cut_off_and_none_stays_english(
    direction: str, shape: str, foreign: Loaded, mirrored: Loaded, foreign_window: Callable[..., Window]
) -> None:
    wrong = wrong_in(foreign_window(foreign if direction == "ltr" else mirrored, SHAPES[shape]), shape)
    if wrong:
        pytest.fail("\n".join(wrong))


def clear(window: Window, root: QWidget) -> None:
    """Be as before the step."""
    if (modal := QApplication.activeModalWidget()) is not None:
        modal.close()
    if window.presenting.cover is not None:
        window.presenting.cover.left.emit()
    window.body.drawer.close_drawer()
    window.find_bar.hide()
    window.notice.hide()
    window.age.hide()
    window.field.clear()
    settle()


@pytest.mark.parametrize("face", ["Noto Sans"], indirect=True)
def test_the_layout_follows_the_content(mirrored: Loaded, foreign_window: Callable[..., Window]) -> None:
    window = foreign_window(mirrored, (1280, 800, 100))
    assert window.frame.layoutDirection() == Qt.LayoutDirection.RightToLeft
