"""Every view on the screen that `QT_QPA_PLATFORM` and `QT_SCALE_FACTOR` make: prints what is wrong on it, then how many checks there were.

Run by `test_small_screens.py`, each screen in a process of its own, without pytest: one window serves for all views and sizes of the text.
"""

import gc
import re
import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QMessageLogContext, QPoint, QRect, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible, QAction
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
    QMenu,
    QMessageBox,
    QPushButton,
    QScrollBar,
    QWidget,
)

from app.core.files.loader import load
from app.machine import paths
from app.ui.look.theme import TITLE_HEIGHT
from app.ui.reading.page_tools import PageTools
from app.ui.session.application import make_application
from app.ui.session.session import OPENED
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import FRAME_WIDTH, Frame
from app.ui.shell.settings import Remembered
from app.ui.teaching.lesson_dialog import LessonCover
from app.ui.teaching.self_test import SelfTest
from app.ui.teaching.teach import TeachView
from app.ui.text.accessible import make_interface
from app.ui.widgets.headings import install
from app.ui.widgets.save_dialog import SaveDialog
from app.ui.window.window import Window
from tests import typefaces

from .views import VIEWS, leave

Check = Callable[[Window], Iterator[str]]
PRESSED = (QAbstractButton, QLineEdit, QListView, QComboBox)
SIZES = (100, 200)
LEAST_SHARE = 0.5
"""Share of a window's height that the page has at least, whatever stands around it, when that is folded."""

ROOM_FOR_WORDS = 160
"""Height of the results, at 100 %, from which the words of the first answer are in sight."""

KNOWN = re.compile("^This plugin does not support (propagateSizeHints|raise|grabbing)")


def settle() -> None:
    for _ in range(3):
        QTest.qWait(1)


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


def seen(part: QWidget, viewport: QWidget) -> bool:
    return viewport.rect().contains(QRect(part.mapTo(viewport, QPoint(0, 0)), part.size()))


# --- the checks: each gives what is wrong, and leaves the window as it was ---


def the_window_is_within_the_screen(small: Window) -> Iterator[str]:
    """Look at a new frame, with this size of the text: none was moved or drawn to its size yet."""
    frame = Frame(small.article, small.appearance.look, Remembered().window)
    least, now = frame.minimumSize(), frame.size()
    for width, height in (least.toTuple(), now.toTuple()):
        if width > screen().width() - FRAME_WIDTH or height > screen().height() - TITLE_HEIGHT:
            yield f"{width} × {height}"
    frame.resize(1900, 1000)
    geometry = frame.saveGeometry()
    frame.deleteLater()
    again = Frame(small.article, small.appearance.look, geometry)
    again.show()
    settle()
    if again.width() > screen().width() or again.frameGeometry().height() > screen().height():
        yield f"left on a larger screen, {again.frameGeometry().getRect()}"
    again.close()
    again.deleteLater()


def in_every_view_all_can_be_pressed(small: Window) -> Iterator[str]:
    for name, view in VIEWS.items():
        root = view(small)
        settle()
        yield from (f"{name}: {found}" for found in out_of_reach(root))
        if name == "disclaimer":
            yield from disclaimer_does_not_end(small)
            small.frame.accept_disclaimer()
        leave(small, root)


def disclaimer_does_not_end(small: Window) -> Iterator[str]:
    """Page down through the disclaimer, whose last line must come into sight."""
    cover = small.frame.cover
    bar, viewport, last = cover._scroll.verticalScrollBar(), cover._scroll.viewport(), cover._again
    for _ in range(40):
        QTest.keyClick(cover.accept_button, Qt.Key.Key_PageDown)
    if bar.value() != bar.maximum() or not viewport.rect().contains(last.mapTo(viewport, last.rect().bottomLeft())):
        yield "the disclaimer does not scroll to its end"
    if viewport.height() < last.fontMetrics().height():
        yield "the disclaimer has no room for a line"


def the_page_keeps_half_of_the_window(small: Window) -> Iterator[str]:
    """Whatever has to be told: notices and footer fold, and unfold for who wants to read them."""
    VIEWS["overview"](small)
    small.notice.show_message("This file was not compared. " * 4)
    small.age.show_message("This article is old. Guidance may have changed since. " * 2)
    settle()
    yield from out_of_reach(small.frame)
    share = small.reader.page.viewport().height() / small.height()
    if share < LEAST_SHARE:
        yield f"the page has {share:.2f} of the window"
    for bar in (small.notice, small.age, small.footer):
        before = small.reader.page.viewport().height()
        if bar.fold.isVisible():
            QTest.keyClick(bar.fold, Qt.Key.Key_Space)
            settle()
            yield from out_of_reach(small.frame)
            if small.reader.page.viewport().height() >= before:
                yield f"{type(bar).__name__} does not unfold"
            QTest.keyClick(bar.fold, Qt.Key.Key_Space)
            settle()
            if small.reader.page.viewport().height() != before:
                yield f"{type(bar).__name__} does not fold again"
    small.notice.clear()
    small.age.clear()


def one_bar_scrolls_the_results(small: Window) -> Iterator[str]:
    """The words of the first answer begin in sight, or where text of 200 % is enlarged by the desktop, too, its row; keys bring every row into sight.

    There, a danger line may fill all of the room: it is what must be read first.
    """
    asked = ("when is the stitch put in", "when is the stitch taken out", "bed rest", "how is it treated", "cerclauge", "whom do I call")
    small.searching.finish()  # until the index is made, plain words are searched for, which find nothing for a slip
    for words in asked:
        small.search(words)
        settle()
        results = small.results
        bars = [bar for bar in results.findChildren(QScrollBar) if bar.isVisible() and bar.orientation() == Qt.Orientation.Vertical]
        if len(bars) > 1:
            yield f"{words}: {len(bars)} scroll bars"
        rows, viewport = results._list, results._area.viewport()
        below = viewport.height() - rows.mapTo(viewport, QPoint(0, 0)).y()
        row = results._model.rows[0]
        made = results._painter._row(results._model.index(0), rows.viewport().width())
        said, at, *_ = made.texts[1 if row.label and not row.notes and not results.shows_urgent() else 0]
        least = at.y() + round(said.lineAt(0).height())
        if results.height() < results._look.text(ROOM_FOR_WORDS):
            least = -1000 if results.shows_urgent() else results._look.text(20)
        if below < least:
            yield f"{words}: the first answer has {below} pixels of {least}"
        for number in range(results._model.rowCount()):
            box = rows.visualRect(results._model.index(number))
            top = rows.mapTo(viewport, box.topLeft()).y()
            if number and not (top >= 0 and (top + box.height() <= viewport.height() or top == 0)):
                yield f"{words}: row {number} at {top} of {viewport.height()}"
            QTest.keyClick(small.field, Qt.Key.Key_Down)
    small.field.clear()


def inner_actions(action: QAction) -> list[QAction]:
    return action.menu().actions()


def menus_open_by_their_keys(small: Window) -> Iterator[str]:
    """Whether the menu bar is shown, or has given way to the button with the three dots."""
    VIEWS["overview"](small)
    settle()
    for action in small.frame.menuBar().actions():
        key = action.text()[action.text().index("&") + 1]
        focus = QApplication.focusWidget()
        QTest.keyClick(focus or small.frame, ord(key.upper()), Qt.KeyboardModifier.AltModifier)
        opened = QApplication.activePopupWidget()
        words = [inner.text() for inner in opened.actions()] if isinstance(opened, QMenu) else []
        if words != [inner.text() for inner in inner_actions(action)]:
            yield f"Alt+{key} opens {words[:2]}"
        elif opened is not None and not screen().contains(opened.geometry()):
            yield f"Alt+{key} opens at {opened.geometry().getRect()}"
        if opened is not None:
            opened.close()
    settle()


def all_of_teach_mode_can_be_seen(small: Window) -> Iterator[str]:
    small.presenting.teach_from("treatment-and-management", ("treatment-and-management", "faq/treatment"))  # all of the article is set in other tests
    view = small.presenting.cover
    assert isinstance(view, TeachView)
    settle()
    if view.size() != screen().size():
        yield f"{view.size().toTuple()}"
    view.show_keys(shown=True)
    if not view.rect().contains(view.keys.geometry()):
        yield "the keys lie outside"
    view.leave()
    settle()


def all_of_what_to_teach_can_be_pressed(small: Window) -> Iterator[str]:
    small.presenting._ticked = ("treatment-and-management", "faq/treatment")  # whose slides are counted quickly
    small.presenting.choose_lesson()
    cover = small.presenting.cover
    assert isinstance(cover, LessonCover)
    settle()
    yield from out_of_reach(cover)
    cover.show_message(
        "Saved as /srv/clinic/lessons/what-to-teach-on-monday.json. “--teach /srv/clinic/lessons/what-to-teach-on-monday.json” opens it."
    )
    settle()
    yield from out_of_reach(cover)
    if cover.list.viewport().height() < 20:
        yield f"the list is {cover.list.viewport().height()} high"
    cover.left.emit()


def all_of_the_self_test_can_be_pressed(small: Window) -> Iterator[str]:
    small.presenting.test()
    cover = small.presenting.cover
    assert isinstance(cover, SelfTest)
    settle()
    if not seen(cover.start_page.start, cover.start_page.viewport()):
        yield "Start is out of sight"
    cover.start_page.shuffle.setChecked(False)
    cover.start_page.doubtful.setChecked(True)
    cover.begin_test()
    for number in range(cover.round.count):
        settle() if number < 2 else QApplication.processEvents()
        yield from out_of_reach(cover)
        cover.reveal()
        QApplication.processEvents()
        yield from out_of_reach(cover)
        cover.grade("knew")
    settle()
    for button in (cover.result_page.again_button, cover.result_page.close_button):
        button.setFocus()
        settle()
        if not seen(button, cover.result_page.viewport()):
            yield f"{button.text()} is out of sight"
    cover.left.emit()


def all_of_the_hand_out_can_be_pressed(small: Window) -> Iterator[str]:
    small.sheets.make_handout()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    settle()
    yield from out_of_reach(dialog)
    dialog.close()


def all_of_qts_own_dialogs_can_be_pressed(small: Window) -> Iterator[str]:
    files = SaveDialog(small, "Save the hand-out", "hand-out", ["PDF (*.pdf)"])
    files.setOption(files.Option.DontUseNativeDialog)
    printer = QPrinter()
    told = QMessageBox(
        QMessageBox.Icon.Warning,
        "",
        "Something went wrong. You can go on reading. If it happens again, please report it.",
        parent=small,
    )
    told.setDetailedText("A line of details.\n" * 40)
    for dialog in (files, QPrintDialog(printer, small), told):
        QDialog.open(dialog)
        settle()
        for button in dialog.findChildren(QPushButton):
            if dialog is told and button.text().endswith("Details..."):
                button.click()
                settle()
        yield from out_of_reach(dialog)
        dialog.close()
        dialog.deleteLater()
    settle()


def long_notices_leave_room_to_the_text(small: Window) -> Iterator[str]:
    VIEWS["overview"](small)
    path = "/srv/" + "/".join(["a-folder-with-a-long-name"] * 7) + "/content.json"
    reason = f"{path}: sections[0].passages[0].text: expected text, found a number (and 12 more)"
    small.notice.show_message(f"The file was not opened, and the bundled article is shown instead. {reason}", OPENED)
    small.reader.go_to("no/such-place")
    small.notice.show_message(f"This file was not compared. {reason}")
    small.finder.begin()
    settle()
    yield from out_of_reach(small.frame)
    if small.notice.fold.isVisible():
        small.notice.fold.click()
        settle()
        yield from out_of_reach(small.frame)
    notice = small.notice
    if notice._text.text().count("\n") != 2:
        yield "a notice is missing"
    if small.reader.page.viewport().height() < 40:
        yield f"the page has {small.reader.page.viewport().height()} pixels"
    bar = notice._scroll.verticalScrollBar()
    notice._scroll.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(40):
        QTest.keyClick(notice._scroll, Qt.Key.Key_Down)
    if not bar.value() == bar.maximum() > 0:
        yield f"the notice scrolls to {bar.value()} of {bar.maximum()}"
    QTest.keyClick(notice._close, Qt.Key.Key_Space)
    if notice.isVisible():
        yield "the notice stays"
    if notice.fold.is_open:
        notice.fold.click()
    small.find_bar.close_bar()


CHECKS: tuple[Check, ...] = (
    the_window_is_within_the_screen,
    in_every_view_all_can_be_pressed,
    the_page_keeps_half_of_the_window,
    one_bar_scrolls_the_results,
    menus_open_by_their_keys,
    all_of_teach_mode_can_be_seen,
    all_of_what_to_teach_can_be_pressed,
    all_of_the_self_test_can_be_pressed,
    all_of_the_hand_out_can_be_pressed,
    all_of_qts_own_dialogs_can_be_pressed,
    long_notices_leave_room_to_the_text,
)


def complaints() -> Iterator[str]:
    """Open a window and give what is wrong in it, with the text in each of the sizes."""
    told: list[str] = []

    def note(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not KNOWN.match(message):
            told.append(message)

    qInstallMessageHandler(note)
    typefaces.use()
    application = make_application()
    QAccessible.setActive(True)  # as where a screen reader runs
    install(make_interface)
    appearance = Appearance(application, "light", SIZES[0])
    loaded = load(paths.CONTENT)
    frame = Frame(loaded.article, appearance.look, Remembered().window)
    window = Window(loaded, appearance, frame)
    window.restore(Remembered(), None)
    frame.show()
    frame.accept_disclaimer()
    frame.activateWindow()
    for size in SIZES:
        appearance._set("light", size)
        settle()
        for check in CHECKS:
            yield from (f"{size} %: {check.__name__}: {found}" for found in check(window))
    yield from told
    frame.close()
    qInstallMessageHandler(None)


if __name__ == "__main__":
    found = list(complaints())
    print("\n".join((*found, f"{len(SIZES) * len(CHECKS)} checks")))
    gc.collect()
    typefaces.forget()
    sys.exit(bool(found))
