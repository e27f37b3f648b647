"""Figures: enlarged, step by step, and honest when they cannot be shown."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.files.loader import load
from app.ui.reading.viewer import FigureViewer
from app.ui.window.window import Window
from tests.ui.hands import activate, click, focus, links, press, tab_to, words
from tests.ui.text.test_accessible import tree

At = Callable[..., Window]
Role, Text = QAccessible.Role, QAccessible.Text


def viewers(window: Window) -> list[FigureViewer]:
    return [viewer for viewer in window.frame.findChildren(FigureViewer) if viewer.isVisible()]


@pytest.fixture
def open_figure(at: At, qtbot: QtBot) -> Callable[[str], tuple[Window, FigureViewer]]:
    """Enlarge a figure of the page of figures by Enter."""

    def opened(place: str) -> tuple[Window, FigureViewer]:
        window = at("figures")
        tab_to(window.reader.page, f"enlarge:{place}")
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(viewers(window)) == 1)
        (viewer,) = viewers(window)
        qtbot.waitUntil(viewer.sheet.hasFocus)
        return window, viewer

    return opened


@pytest.mark.parametrize("place", ["figures/anatomy", "figures/funneling", "figures/short-cervix", "figures/stitch", "figures/timeline"])
def test_enter_on_a_figure_enlarges_it(open_figure: Callable[[str], tuple[Window, FigureViewer]], place: str) -> None:
    window, viewer = open_figure(place)
    (figure,) = [figure for figure in window.article.figures if figure.id == place]
    assert viewer.windowTitle() == figure.title
    assert viewer.isModal()
    assert viewer.width() > 0.9 * window.frame.width()


@pytest.mark.parametrize("width", [800, 1280])
def test_a_click_on_a_figure_enlarges_it(at: At, qtbot: QtBot, width: int) -> None:
    window = at("overview", width=width, height=800)
    page = window.reader.side.page if width == 1280 else window.reader.page
    if width != 1280:
        page.scroll_to("figures/anatomy")
    assert [link for link in links(page) if link.startswith("enlarge:")] == ["enlarge:figures/anatomy"] * 3
    click(page, "enlarge:figures/anatomy")
    qtbot.waitUntil(lambda: len(viewers(window)) == 1)
    assert viewers(window)[0].windowTitle() == window.article.figures[0].title


def test_keys_go_through_the_steps_and_round(open_figure: Callable[[str], tuple[Window, FigureViewer]]) -> None:
    _, viewer = open_figure("figures/stitch")
    assert (viewer.step, viewer.count) == (3, 3)
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        press(key)
        seen.append((viewer.step, viewer._where.text()))
        assert focus() is viewer.sheet
    assert [step for step, _ in seen] == [1, 2, 3, 1, 3, 2, 1]
    assert all(told == f"Step {step} of 3" for step, told in seen)


def test_each_step_shows_another_drawing(open_figure: Callable[[str], tuple[Window, FigureViewer]]) -> None:
    _, viewer = open_figure("figures/stitch")
    drawn = []
    for _ in range(3):
        press(Qt.Key.Key_Right)
        drawn.append(viewer.sheet.grab().toImage())
    assert drawn[0] != drawn[1] != drawn[2] != drawn[0]
    press(Qt.Key.Key_Right)
    assert viewer.sheet.grab().toImage() == drawn[0]


def test_a_click_on_the_figure_goes_on_a_step(open_figure: Callable[[str], tuple[Window, FigureViewer]]) -> None:
    _, viewer = open_figure("figures/stitch")
    QTest.mouseClick(viewer.sheet, Qt.MouseButton.LeftButton)
    assert viewer.step == 1
    QTest.mouseClick(viewer.sheet, Qt.MouseButton.LeftButton)
    assert viewer.step == 2
    QTest.mouseClick(viewer.sheet, Qt.MouseButton.RightButton)
    assert viewer.step == 2


def test_buttons_step_too(open_figure: Callable[[str], tuple[Window, FigureViewer]]) -> None:
    _, viewer = open_figure("figures/stitch")
    QTest.mouseClick(viewer.next_button, Qt.MouseButton.LeftButton)
    assert viewer.step == 1
    QTest.mouseClick(viewer.back_button, Qt.MouseButton.LeftButton)
    assert viewer.step == 3


def test_a_figure_without_steps_has_no_keys_for_them(open_figure: Callable[[str], tuple[Window, FigureViewer]]) -> None:
    _, viewer = open_figure("figures/anatomy")
    assert viewer.count == 0
    assert not viewer.next_button.isVisible()
    assert not viewer.back_button.isVisible()
    whole = viewer.sheet.grab().toImage()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
        press(key)
    QTest.mouseClick(viewer.sheet, Qt.MouseButton.LeftButton)
    assert viewer.sheet.grab().toImage() == whole


def test_escape_closes_the_figure_and_the_focus_returns_to_it(open_figure: Callable[[str], tuple[Window, FigureViewer]], qtbot: QtBot) -> None:
    window, viewer = open_figure("figures/stitch")
    scrolled = window.reader.page.verticalScrollBar().value()
    with qtbot.waitSignal(viewer.destroyed):
        press(Qt.Key.Key_Escape)
    activate(window, qtbot)
    qtbot.waitUntil(window.reader.page.hasFocus)
    assert window.reader.page.textCursor().charFormat().anchorHref() == "enlarge:figures/stitch"
    assert window.reader.page.verticalScrollBar().value() == scrolled
    assert window.reader.place == "figures"


def test_the_figure_and_its_buttons_have_names(open_figure: Callable[[str], tuple[Window, FigureViewer]]) -> None:
    window, viewer = open_figure("figures/stitch")
    drawing = window.document.drawing(next(figure for figure in window.article.figures if figure.id == "figures/stitch"))
    sheet = QAccessible.queryAccessibleInterface(viewer.sheet)
    assert (sheet.text(Text.Name), sheet.text(Text.Description)) == (drawing.title, drawing.alt)
    assert drawing.alt
    buttons = [QAccessible.queryAccessibleInterface(button).text(Text.Name) for button in viewer.findChildren(QPushButton)]
    assert buttons == ["Step back", "Next step", "Close"]
    told = [(part.role(), part.text(Text.Name)) for part in tree(QAccessible.queryAccessibleInterface(viewer))]
    assert (Role.Heading, drawing.title) in told


# --- by ear, in the text ---


@pytest.mark.parametrize("page", ["figures", "overview", "symptoms-and-diagnosis", "treatment-and-management"])
@pytest.mark.parametrize("width", [800, 1280])
def test_every_figure_is_a_graphic_with_title_and_description(at: At, page: str, width: int) -> None:
    window = at(page, width=width)
    shown = [figure for figure in window.article.figures if page == "figures" or page in figure.sections]
    assert shown
    beside = width == 1280 and page != "figures"
    surface = window.reader.side.page if beside else window.reader.page
    graphics = [part.text(Text.Name) for part in tree(QAccessible.queryAccessibleInterface(surface)) if part.role() == Role.Graphic]
    assert graphics == [f"{figure.title}. {window.document.drawing(figure).alt}" for figure in shown]
    assert all(len(name) > 60 for name in graphics)


# --- figures that cannot be shown ---


BAD = {
    "no drawing": b"this is no drawing",
    "empty": b"",
    "broken off": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>A</title><desc>B</desc><rect width="',
    "a script": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>A</title><desc>B</desc><script>alert(1)</script></svg>',
    "absent": None,
}


@pytest.mark.parametrize("kind", list(BAD))
@pytest.mark.parametrize("width", [800, 1280])
def test_a_damaged_figure_is_one_line_that_says_so(at: At, saved: Callable[..., Path], tmp_path: Path, kind: str, width: int) -> None:
    bad = BAD[kind]

    def edit(data: dict[str, Any]) -> None:
        data["figures"] = data["figures"][:1]
        data["figures"][0]["file"] = "bad.svg"

    if bad is not None:
        (tmp_path / "bad.svg").write_bytes(bad)
    window = at("overview", width=width, content=load(saved(edit)))
    title = window.article.figures[0].title
    for place in ("overview", "figures"):
        window.reader.go_to(place)
        page = window.reader.side.page if place == "overview" and width == 1280 else window.reader.page
        page.grab()
        lines = [line for line in words(page).splitlines() if "cannot be shown" in line]
        assert len(lines) == 1
        assert lines[0].startswith(f"The figure “{title}” cannot be shown: ")
        assert not [link for link in links(page) if link.startswith("enlarge:")]
        assert Role.Graphic not in [part.role() for part in tree(QAccessible.queryAccessibleInterface(page))]
    window.enlarge("figures/anatomy")
    assert viewers(window) == []
    window.enlarge("figures/nowhere")
    assert viewers(window) == []
