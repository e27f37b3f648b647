"""Long work in slices lets what was asked for be painted first."""

from collections.abc import Callable, Generator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.widgets import slices as module
from app.ui.widgets.slices import Slices


def counting(done: list[int]) -> Generator[None, None, str]:
    for number in range(3):
        done.append(number)
        yield
    return "made"


@pytest.fixture(autouse=True)
def as_in_the_program(monkeypatch: pytest.MonkeyPatch, at_once: Callable[[Slices, Generator[None, None, object]], None]) -> None:
    monkeypatch.setattr(Slices, "begin", at_once)


def test_work_that_gives_way_rests_and_goes_on_by_itself(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    slices = Slices(QObject(qapp))
    done: list[int] = []
    monkeypatch.setattr(module, "REST", 60_000)
    slices.begin(counting(done))
    slices.give_way()
    qapp.processEvents()
    assert done == []
    monkeypatch.setattr(module, "REST", 1)
    with qtbot.waitSignal(slices.done, timeout=2000) as ended:
        slices.give_way()
    assert (done, ended.args) == ([0, 1, 2], ["made"])
    slices.give_way()  # there is nothing left that could
    assert not slices.is_busy()
    slices.parent().deleteLater()
