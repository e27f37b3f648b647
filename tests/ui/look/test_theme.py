"""Colours: every pair that meets has the contrast that its use needs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.tokens import LIGHT, THEMES, Theme, contrast, mix
from app.ui.shell.appearance import Appearance
from app.ui.teaching.self_test import SelfTest
from app.ui.teaching.teach import TeachView
from app.ui.window.window import Window

APP = Path(__file__).resolve().parent.parent.parent.parent / "app"

BODY, TEXT, SHAPE = 7.0, 4.5, 3.0
PAIRS = [
    ("ink", "background", BODY),
    ("ink", "bar", BODY),
    ("ink", "note_soft", BODY),
    ("ink", "urgent_soft", BODY),
    ("ink", "accent_soft", BODY),
    ("mark_ink", "mark", BODY),
    ("faint", "background", TEXT),
    ("faint", "bar", TEXT),
    ("faint", "note_soft", TEXT),
    ("faint", "accent_soft", TEXT),
    ("accent", "background", TEXT),
    ("accent", "accent_soft", TEXT),
    ("accent", "bar", TEXT),
    ("accent_ink", "accent", TEXT),
    ("note", "note_soft", TEXT),
    ("note", "background", TEXT),
    ("urgent", "urgent_soft", TEXT),
    ("urgent", "background", TEXT),
    ("focus", "background", SHAPE),
    ("focus", "bar", SHAPE),
    ("focus", "note_soft", SHAPE),
    ("focus", "urgent_soft", SHAPE),
    ("focus", "accent_soft", SHAPE),
    ("faint", "urgent_soft", TEXT),  # sources of the urgent-care box, in the side column too
    ("accent", "background", SHAPE),  # slides: the line under a title, the progress
    ("note", "background", SHAPE),
    ("note", "note_soft", SHAPE),  # bars and edges of panels
    ("urgent", "urgent_soft", SHAPE),
    ("urgent", "bar", SHAPE),
    ("accent", "bar", SHAPE),
    ("accent_ink", "accent", SHAPE),  # ticks of the dialogs
    ("faint", "background", SHAPE),  # edges of fields and tick boxes
    ("faint", "bar", SHAPE),
]


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_of_colours_has_the_contrast_it_needs(theme: Theme, ink: str, ground: str, least: float) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= least


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=lambda theme: theme.name)
def test_the_scroll_handle_is_seen(theme: Theme) -> None:
    assert contrast(mix(theme.background, theme.faint, 0.75), theme.background) >= SHAPE


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=lambda theme: theme.name)
def test_pressed_and_hovered_buttons_are_read(theme: Theme) -> None:
    assert contrast(theme.accent_ink, mix(theme.accent, theme.ink, 0.25)) >= TEXT
    assert contrast(theme.accent_ink, mix(theme.accent, theme.ink, 0.5)) >= TEXT
    assert contrast(mix(theme.accent, theme.ink, 0.5), theme.background) >= TEXT


@pytest.mark.parametrize("ink", ["ink", "faint", "accent", "note", "urgent"])
def test_what_is_printed_is_read_on_white_and_without_colour(ink: str) -> None:
    assert contrast(getattr(LIGHT, ink), "#FFFFFF") >= TEXT


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_colours_stand_in_the_tokens_alone() -> None:
    hexadecimal = re.compile(r"#[0-9A-Fa-f]{6}\b")
    allowed = {"tokens.py", "icons.py", "timeline.py"}  # icon files are drawn in black, which is replaced; a figure is on white in every theme
    guilty = [path.name for path in APP.rglob("*.py") if path.name not in allowed and hexadecimal.search(path.read_text(encoding="utf-8"))]
    assert guilty == []


def test_the_style_sheet_is_set_in_the_theme_alone() -> None:
    guilty = [path.name for path in APP.rglob("*.py") if "setStyleSheet" in path.read_text(encoding="utf-8")]
    assert guilty == ["theme.py"]


class Hints:
    """What a system says of its colours."""

    def __init__(self, scheme: Qt.ColorScheme, preference: Qt.ContrastPreference) -> None:
        self._scheme, self._preference = scheme, preference

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - as in Qt
        return self._scheme

    def accessibility(self) -> "Hints":
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - as in Qt
        return self._preference


@pytest.mark.parametrize(
    ("scheme", "preference", "choice", "theme"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "system", "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "system", "dark"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "system", "contrast"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "system", "contrast"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "light", "light"),
    ],
)
def test_the_system_is_followed_until_the_reader_chooses(
    appearance: Appearance, scheme: Qt.ColorScheme, preference: Qt.ContrastPreference, choice: str, theme: str
) -> None:
    appearance._hints, appearance.choice = Hints(scheme, preference), choice
    assert appearance._theme().name == theme


# --- the theme changes while something lies over the window ---


def teach(window: Window) -> QWidget | None:
    window.presenting.teach()
    return window.presenting.cover


def teach_with_keys(window: Window) -> QWidget | None:
    view = teach(window)
    assert isinstance(view, TeachView)
    view.show_keys(shown=True)
    return view


def choose_what_to_teach(window: Window) -> QWidget | None:
    window.presenting.choose_lesson()
    return window.presenting.cover


def begin_self_test(window: Window) -> QWidget | None:
    window.presenting.test()
    return window.presenting.cover


def ask(window: Window) -> SelfTest:
    cover = begin_self_test(window)
    assert isinstance(cover, SelfTest)
    cover.start_page.shuffle.setChecked(False)
    cover.start_page.terms.setChecked(False)
    cover.begin_test()
    return cover


def reveal(window: Window) -> SelfTest:
    cover = ask(window)
    cover.reveal()
    return cover


def show_result(window: Window) -> SelfTest:
    cover = ask(window)
    while cover.round.card is not None:
        cover.reveal()
        cover.grade("knew")
    return cover


def enlarge(window: Window) -> QWidget | None:
    window.reader.go_to("figures")
    window.enlarge("figures/funneling")
    return QApplication.activeModalWidget()


def make_handout(window: Window) -> QWidget | None:
    window.sheets.make_handout()
    return QApplication.activeModalWidget()


def disclaimer(window: Window) -> QWidget:
    window.frame.cover.show()
    window.frame.cover.raise_()
    return window.frame.cover


OVER = [teach, teach_with_keys, choose_what_to_teach, begin_self_test, ask, reveal, show_result, enlarge, make_handout, disclaimer]


def picture(over: QWidget) -> QImage:
    over.repaint()
    for _ in range(3):
        QApplication.processEvents()
    for field in over.findChildren(QLineEdit):
        field.deselect()  # a caret that blinks, and what Tab selects, are no part of the look
    return over.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("step", OVER, ids=lambda step: step.__name__)
def test_all_that_lies_over_the_window_takes_another_theme(
    slides_once: None, open_window: Callable[..., Window], qtbot: QtBot, step: Callable[[Window], QWidget | None]
) -> None:
    shown: dict[tuple[str, str], QImage] = {}
    for before, *after in (("light", "dark", "contrast"), ("dark", "dark"), ("contrast", "contrast")):
        window = open_window()
        window.appearance._set(before, 100)
        window.frame.resize(1000, 800)
        over = step(window)
        assert over is not None
        qtbot.waitExposed(over)
        picture(over)  # all that is painted once has been painted in the first theme
        for theme in after:
            window.appearance._set(theme, 100)
            shown[before, theme] = picture(over)
        if over.isWindow():
            over.close()
        window.frame.close()
    for theme in ("dark", "contrast"):
        changed, at_once = shown["light", theme], shown[theme, theme]
        assert changed.size() == at_once.size()
        colours = set(memoryview(changed.constBits()).cast("I"))
        assert {QColor(getattr(THEMES[theme], name)).rgb() for name in ("background", "ink")} <= colours
        assert changed == at_once
