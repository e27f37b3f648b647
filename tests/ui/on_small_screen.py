"""Every view on the screen that `QT_QPA_PLATFORM` and `QT_SCALE_FACTOR` make: run by `test_small_screens.py`, each screen in a process of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.look.theme import TITLE_HEIGHT
from app.ui.reading.page_tools import PageTools
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import FRAME_WIDTH, Frame
from app.ui.shell.settings import Remembered
from app.ui.teaching.lesson_dialog import LessonCover
from app.ui.teaching.self_test import SelfTest
from app.ui.teaching.teach import TeachView
from app.ui.widgets.save_dialog import SaveDialog
from app.ui.window.application import OPENED
from app.ui.window.window import Window

from .views import VIEWS, leave

OpenWindow = Callable[..., Window]
PRESSED = (QAbstractButton, QLineEdit, QListView, QComboBox)
SIZES = [100, 200]


def settle() -> None:
    for _ in range(4):
        QTest.qWait(5)


def screen() -> QRect:
    return QApplication.primaryScreen().availableGeometry()


def within(part: QWidget, top: QWidget) -> Iterator[tuple[QWidget, QWidget | None]]:
    """Give a widget and all that hold it up to a window, with the part that each of them is scrolled in."""
    while part is not top:
        above = part.parentWidget()
        assert above is not None
        holder = above.parentWidget()
        scrolls = isinstance(holder, QAbstractScrollArea) and holder.viewport() is above
        yield part, holder if scrolls or isinstance(above, PageTools) else None  # those scroll with the title
        part = above


def out_of_reach(root: QWidget) -> list[str]:
    """Return what is to be pressed or written in and lies outside of the screen, under another part, or cut off, and cannot be scrolled to."""
    top = root.window()
    complaints = []
    room = QRect(QPoint(0, 0), top.size())
    full = bool(top.windowState() & Qt.WindowState.WindowFullScreen)
    most = screen().size()
    beside = FRAME_WIDTH if isinstance(top, Frame) else 0  # the edge of a dialog may lie outside, where there is nothing to press
    if not full and (top.width() > most.width() - beside or top.height() > most.height() - TITLE_HEIGHT):
        complaints.append(f"{type(top).__name__} of {top.size().toTuple()} on a screen of {most.toTuple()}")
    for control in root.findChildren(QWidget):
        if not (isinstance(control, PRESSED) and control.isVisible() and control.isEnabled() and control.window() is top):
            continue
        name = f"{type(control).__name__} “{control.accessibleName() or getattr(control, 'text', str)()}”"
        chain = list(within(control, top))
        if any(area is not None for _, area in chain):
            continue  # brought into sight by Tab, as the audits of Tab and focus look after
        box = QRect(control.mapTo(top, QPoint(0, 0)), control.size())
        if not room.contains(box):
            complaints.append(f"{name} at {box.getRect()} in {room.getRect()}")
            continue
        hit = top.childAt(box.center())
        if hit is not control and not control.isAncestorOf(hit) and not (hit is not None and hit.isAncestorOf(control)):
            complaints.append(f"{name} lies under {type(hit).__name__}")
        least = min(control.minimumSizeHint().height(), 24)
        if control.height() < least:
            complaints.append(f"{name} is {control.height()} high")
    return complaints


@pytest.fixture(params=SIZES)
def small(request: pytest.FixtureRequest, open_window: OpenWindow, appearance: Appearance) -> Window:
    appearance._set("light", request.param)
    window = open_window()
    settle()
    return window


def test_the_window_opens_within_the_screen(small: Window) -> None:
    assert small.frame.width() <= screen().width() - FRAME_WIDTH
    assert small.frame.height() <= screen().height() - TITLE_HEIGHT
    assert small.frame.minimumWidth() <= screen().width() - FRAME_WIDTH
    assert small.frame.minimumHeight() <= screen().height() - TITLE_HEIGHT


def test_in_every_view_all_can_be_pressed(small: Window) -> None:
    complaints = []
    for name, view in VIEWS.items():
        root = view(small)
        settle()
        complaints += [f"{name}: {found}" for found in out_of_reach(root)]
        leave(small, root)
    assert complaints == []


def test_the_disclaimer_scrolls_to_its_end(small: Window) -> None:
    cover = VIEWS["disclaimer"](small)
    settle()
    bar = small.frame.cover._scroll.verticalScrollBar()
    for _ in range(40):
        QTest.keyClick(small.frame.cover.accept_button, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    last = small.frame.cover._again
    viewport = small.frame.cover._scroll.viewport()
    assert viewport.rect().contains(last.mapTo(viewport, last.rect().bottomLeft()))
    assert viewport.height() >= last.fontMetrics().height()
    assert cover is small.frame.cover


def test_all_of_teach_mode_can_be_seen(small: Window) -> None:
    small.presenting.teach()
    view = small.presenting.cover
    assert isinstance(view, TeachView)
    settle()
    assert view.size() == screen().size()
    view.show_keys(shown=True)
    assert view.rect().contains(view.keys.geometry())
    view.leave()


def test_all_of_what_to_teach_can_be_pressed(small: Window) -> None:
    small.presenting.choose_lesson()
    cover = small.presenting.cover
    assert isinstance(cover, LessonCover)
    settle()
    assert out_of_reach(cover) == []
    cover.show_message(
        "Saved as /srv/clinic/lessons/what-to-teach-on-monday.json. “--teach /srv/clinic/lessons/what-to-teach-on-monday.json” opens it."
    )
    settle()
    assert out_of_reach(cover) == []
    assert cover.list.viewport().height() >= 20
    cover.left.emit()


def test_all_of_the_self_test_can_be_pressed(small: Window) -> None:
    small.presenting.test()
    cover = small.presenting.cover
    assert isinstance(cover, SelfTest)
    settle()
    page = cover.start_page.viewport()
    assert page.rect().contains(QRect(cover.start_page.start.mapTo(page, QPoint(0, 0)), cover.start_page.start.size()))
    cover.start_page.shuffle.setChecked(False)
    cover.start_page.doubtful.setChecked(True)
    cover.begin_test()
    complaints = []
    for number in range(cover.round.count):
        settle() if number < 2 else QApplication.processEvents()
        complaints += out_of_reach(cover)
        cover.reveal()
        QApplication.processEvents()
        complaints += out_of_reach(cover)
        cover.grade("knew")
    assert complaints == []
    settle()
    for button in (cover.result_page.again_button, cover.result_page.close_button):
        button.setFocus()
        cover.bring_into_sight(button)
        page = cover.result_page.viewport()
        assert page.rect().contains(QRect(button.mapTo(page, QPoint(0, 0)), button.size()))
    cover.left.emit()


def test_all_of_the_hand_out_can_be_pressed(small: Window, qtbot: QtBot) -> None:
    small.sheets.make_handout()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    settle()
    assert out_of_reach(dialog) == []
    dialog.close()


def test_all_of_qts_own_dialogs_can_be_pressed(small: Window) -> None:
    files = SaveDialog(small, "Save the hand-out", "hand-out", ["PDF (*.pdf)"])
    files.setOption(files.Option.DontUseNativeDialog)
    printer = QPrinter()
    told = QMessageBox(
        QMessageBox.Icon.Warning, "", "Something went wrong. You can continue reading. If it happens again, please report it.", parent=small
    )
    told.setDetailedText("A line of details.\n" * 40)
    for dialog in (files, QPrintDialog(printer, small), told):
        QDialog.open(dialog)
        settle()
        for button in dialog.findChildren(QPushButton):
            if dialog is told and button.text().endswith("Details..."):
                button.click()
                settle()
        assert out_of_reach(dialog) == []
        dialog.close()


def test_long_notices_leave_room_to_the_text(small: Window, tmp_path: Path) -> None:
    path = tmp_path / "/".join(["a-folder-with-a-long-name"] * 7) / "content.json"
    reason = f"{path}: sections[0].passages[0].text: expected text, found a number (and 12 more)"
    small.notice.show_message(f"The file was not opened, and the bundled article is shown instead. {reason}", OPENED)
    small.reader.go_to("no/such-place")
    small.notice.show_message(f"This file was not compared. {reason}")
    small.finder.begin()
    settle()
    assert out_of_reach(small.frame) == []
    assert small.notice._text.text().count("\n") == 2
    page = small.reader.page.viewport()
    assert page.height() >= 40
    bar = small.notice._scroll.verticalScrollBar()
    small.notice._scroll.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(40):
        QTest.keyClick(small.notice._scroll, Qt.Key.Key_Down)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(small.notice._close, Qt.Key.Key_Space)
    assert not small.notice.isVisible()


def test_a_window_that_was_left_on_a_larger_screen_comes_back_within_this_one(open_window: OpenWindow, appearance: Appearance, small: Window) -> None:
    small.frame.resize(1900, 1000)
    geometry = small.frame.saveGeometry()
    again = open_window(remembered=Remembered(window=geometry))
    settle()
    assert again.frame.width() <= screen().width()
    assert again.frame.frameGeometry().height() <= screen().height()
