"""The bar that tells how far reading the articles for search is."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.library import indexing_bar
from app.ui.library.indexing_bar import IndexingBar
from app.ui.shell.appearance import Appearance


class Clock:
    """Time as the test wants it, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(indexing_bar, "time", made)
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(indexing_bar, "announce", lambda _widget, words: heard.append(words))
    return heard


@pytest.fixture
def bar(qtbot: QtBot, appearance: Appearance) -> IndexingBar:
    made = IndexingBar(appearance.look)
    qtbot.addWidget(made)
    made.resize(1000, 80)
    return made


def words(bar: IndexingBar) -> str:
    return "\n".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())


def test_what_is_quick_is_not_told(bar: IndexingBar, clock: Clock, said: list[str]) -> None:
    bar.show_progress(0, 10)
    clock.now += 0.9
    bar.show_progress(9, 10)
    assert not bar.isVisible()
    bar.show_progress(10, 10)
    assert not bar.isVisible()
    assert said == []


@pytest.mark.parametrize(
    ("taken", "done", "left"),
    [(4, 500, ""), (20, 5000, "about 20 seconds left"), (10, 1240, "about 80 seconds left"), (17, 1240, "about 3 minutes left")],
)
def test_count_and_time_left_are_told_in_words(bar: IndexingBar, clock: Clock, taken: float, done: int, left: str) -> None:
    bar.show_progress(0, 10_000)
    clock.now += taken
    bar.show_progress(done, 10_000)
    assert f"Preparing the articles for search · {done:,} of 10,000" in words(bar)
    assert (left in words(bar)) if left else ("left" not in words(bar))
    assert (bar.bar.value(), bar.bar.maximum()) == (done, 10_000)


def test_start_each_quarter_and_end_are_told_by_ear(bar: IndexingBar, clock: Clock, said: list[str]) -> None:
    for done in range(0, 101, 5):
        bar.show_progress(done, 100)
        clock.now += 1
    counts = [one.rpartition(": ")[2] for one in said]
    assert counts == ["5 of 100", "25 of 100", "50 of 100", "75 of 100", "100 articles can be searched"]
    assert bar._gone.isActive()
    bar._gone.timeout.emit()
    assert not bar.isVisible()


def test_cancel_leaves_what_can_be_searched_and_goes_on(bar: IndexingBar, clock: Clock, qtbot: QtBot) -> None:
    bar.show_progress(0, 10_000)
    clock.now += 6
    bar.show_progress(1240, 10_000)
    with qtbot.waitSignal(bar.cancel_wanted):
        bar.button.click()
    bar.show_stopped()
    assert words(bar) == "Stopped. 1,240 articles can be searched"
    assert bar.button.text() == "Go on"
    with qtbot.waitSignal(bar.go_on_wanted):
        bar.button.click()
    assert not bar.isVisible()
    bar.show_progress(1, 2)
    bar.show_stopped()
    assert words(bar) == "Stopped. 1 article can be searched"


def test_a_narrow_bar_has_no_time_left_and_nothing_is_cut_off(bar: IndexingBar, clock: Clock) -> None:
    bar.resize(480, 90)
    bar.show_progress(0, 10_000)
    clock.now += 20
    bar.show_progress(5000, 10_000)
    assert "left" not in words(bar)
    assert bar.width() == 480
    assert bar.button.geometry().right() < 480
