"""The dialog for hand-outs: what is ticked, what is shown, printed and saved, and what is said when that fails."""

import gc
import os
import re
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QPageRanges, QWheelEvent
from PySide6.QtPrintSupport import QPrintEngine, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.core.files.leaving import UNLIMITED, Leaving
from app.core.files.loader import load
from app.core.files.policy import Allowed
from app.ui.handout import printing
from app.ui.handout.handout_desk import HandoutDesk, desk_of
from app.ui.handout.handout_dialog import PLACE, HandoutDialog
from app.ui.window.window import Window
from tests.pdf_facts import page_sizes
from tests.ui.conftest import TINY

OLD = "what stood there before"


@pytest.fixture
def window(at_again: Callable[..., Window]) -> Iterator[Window]:
    """The window of this module, without the desk of the test before."""
    shared = at_again("overview", 784, 760)
    yield shared
    for desk in shared.findChildren(HandoutDesk):
        if desk.dialog is not None:
            desk.dialog.close()
        desk.setParent(None)
        desk.deleteLater()
    shared.sheets._desk = None


@pytest.fixture
def desk(window: Window, qtbot: QtBot) -> Iterator[HandoutDesk]:
    window.reader.go_to("treatment-and-management/cerclage")
    window.commands.by_id["handout"].trigger()
    made = desk_of(window, window.document)
    assert made.dialog is not None
    qtbot.waitExposed(made.dialog)
    yield made
    if made.dialog is not None:
        made.dialog.close()


@pytest.fixture
def dialog(desk: HandoutDesk) -> HandoutDialog:
    assert desk.dialog is not None
    return desk.dialog


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the dialog announces."""
    said: list[str] = []
    monkeypatch.setattr("app.ui.handout.handout_dialog.announce", lambda _widget, message: said.append(message))
    return said


def row_of(dialog: HandoutDialog, place: str) -> int:
    return next(row for row in range(dialog.places.count()) if dialog.places.item(row).data(PLACE) == place)


def tick(dialog: HandoutDialog, place: str) -> None:
    dialog.places.setCurrentRow(row_of(dialog, place))
    QTest.keyClick(dialog.places, Qt.Key.Key_Space)


def titles(dialog: HandoutDialog) -> set[str]:
    return {mark.title for mark in dialog.sheets.outline}


# --- choosing ---


def test_the_page_being_read_is_ticked_with_its_figures(dialog: HandoutDialog) -> None:
    choice = dialog.choice()
    assert choice.places == ("treatment-and-management", "figures/stitch", "figures/timeline")
    assert (choice.plain, choice.large, choice.paper, choice.clinic, choice.phone) == (True, False, "A4", "", "")


def test_the_focus_is_on_what_is_ticked(dialog: HandoutDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.places.hasFocus)
    assert dialog.places.currentItem().data(PLACE) == "treatment-and-management"


def test_a_low_window_has_one_scroll_bar_and_the_focus_is_in_sight_by_every_key(dialog: HandoutDialog, qtbot: QtBot) -> None:
    listed, scroll = dialog.places, dialog._scroll

    def in_sight(part: QWidget, box: QRect) -> bool:
        return scroll.viewport().rect().contains(QRect(part.mapTo(scroll.viewport(), box.topLeft()), box.size()))

    qtbot.waitUntil(listed.hasFocus)
    QTest.mouseRelease(dialog, Qt.MouseButton.LeftButton)  # Qt's double click of an earlier test leaves the button down
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton
    dialog.resize(660, 300)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0 == listed.verticalScrollBar().maximum())
    QTest.keyClick(listed, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: in_sight(listed.viewport(), listed.visualItemRect(listed.item(listed.count() - 1))))
    QTest.keyClick(dialog, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.clinic.hasFocus() and in_sight(dialog.clinic, dialog.clinic.rect()))
    dialog.show_message("Saved as /clinic/Cervical Insufficiency.pdf.", Path("/clinic/Cervical Insufficiency.pdf"))
    qtbot.waitUntil(lambda: dialog.message.isVisible() and in_sight(dialog.clinic, dialog.clinic.rect()))
    dialog.resize(660, 760)
    dialog.update_now()  # what was saved is no longer what is shown
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)


def test_every_section_question_and_figure_can_be_ticked(dialog: HandoutDialog, window: Window) -> None:
    article = window.article
    wanted = [part.id for parts in (article.sections, article.faq.entries, article.figures) for part in parts]
    assert [place for row in range(dialog.places.count()) if (place := dialog.places.item(row).data(PLACE))] == wanted


def test_a_tick_by_key_changes_the_pages(dialog: HandoutDialog, qtbot: QtBot) -> None:
    tick(dialog, "faq/symptoms")
    qtbot.waitUntil(lambda: "What are the symptoms of cervical insufficiency?" in titles(dialog))
    tick(dialog, "treatment-and-management")
    qtbot.waitUntil(lambda: "Treatment and Management" not in titles(dialog))


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (lambda dialog: dialog.full.click(), lambda handout: "full words" in handout.subtitle),
        (lambda dialog: dialog.large.click(), lambda handout: handout.large),
        (lambda dialog: dialog.paper.setCurrentIndex(1), lambda handout: handout.paper == "Letter"),
        (lambda dialog: dialog.clinic.setText("St Mary’s"), lambda handout: "St Mary’s" in handout.blocks[0].numbers),
        (lambda dialog: dialog.phone.setText("555"), lambda handout: "555" in handout.blocks[0].numbers),
    ],
)
def test_every_choice_changes_the_sheet(dialog: HandoutDialog, qtbot: QtBot, change: Callable, wanted: Callable) -> None:
    assert not wanted(dialog.sheets.handout)
    change(dialog)
    qtbot.waitUntil(lambda: wanted(dialog.sheets.handout))


def test_the_words_and_the_clinics_line_stay_until_the_window_closes(desk: HandoutDesk, window: Window) -> None:
    desk.dialog.full.click()
    desk.dialog.clinic.setText("St Mary’s")
    desk.dialog.close()
    window.reader.go_to("faq")
    window.sheets.make_handout()
    choice = desk.dialog.choice()
    assert (choice.plain, choice.clinic) == (False, "St Mary’s")
    assert choice.places[0].startswith("faq/")


def test_all_and_none_tick_the_rows_under_one_heading(desk: HandoutDesk, window: Window, spoken: list[str]) -> None:
    desk.dialog.close()
    window.reader.go_to("faq/risks")
    window.sheets.make_handout()
    dialog, questions = desk.dialog, tuple(entry.id for entry in window.article.faq.entries)
    assert dialog.choice().places == questions
    assert dialog._group.text() == window.article.faq.title
    heading = dialog.places.item(row_of(dialog, questions[0]) - 1)
    assert dialog.places.visualItemRect(heading).top() <= dialog.places.visualItemRect(heading).height()  # at the top, with its rows below it
    dialog.none_button.click()
    assert dialog.choice().places == ()
    assert spoken[-1] == f"{window.article.faq.title}: 0 of {len(questions)} ticked"
    tick(dialog, questions[2])
    QTest.keyClick(dialog.all_button, Qt.Key.Key_Space)
    assert dialog.choice().places == questions
    dialog.places.setCurrentRow(row_of(dialog, "overview"))
    assert dialog.all_button.accessibleName() == "All of “Article”"
    dialog.all_button.click()
    dialog.places.setCurrentRow(row_of(dialog, "figures/stitch"))
    dialog.none_button.click()
    assert dialog.choice().places == (*(section.id for section in window.article.sections), *questions)


def test_from_the_figures_the_figures_are_ticked(desk: HandoutDesk, window: Window) -> None:
    desk.dialog.close()
    window.reader.go_to_figures()
    window.sheets.make_handout()
    assert desk.dialog.choice().places == tuple(figure.id for figure in window.article.figures)


def test_every_letter_of_alt_leads_to_one_control(dialog: HandoutDialog) -> None:
    dialog.saved.show()
    words = [widget.text() for widget in dialog.findChildren(QWidget) if isinstance(widget, QAbstractButton | QLabel)]
    letters = [found[1].lower() for text in words for found in re.finditer("&(.)", text)]
    assert len(letters) >= 12
    assert len(letters) == len(set(letters))


def test_one_window_has_one_desk(window: Window) -> None:
    assert desk_of(window, window.document) is desk_of(window, window.document)


# --- seeing ---


def test_the_first_pages_are_shown_and_the_rest_counted(dialog: HandoutDialog, qtbot: QtBot) -> None:
    dialog.resize(QSize(1000, 700))
    for place in ("overview", "causes-and-risk-factors", "symptoms-and-diagnosis"):
        tick(dialog, place)
    qtbot.waitUntil(lambda: "The first 3 of" in dialog.preview.caption.text())
    shown = [page for page in dialog.preview._pages if page.isVisibleTo(dialog) and not page.pixmap().isNull()]
    assert len(shown) == 3
    assert "of" in dialog.preview.accessibleName()


def test_a_narrow_dialog_leaves_the_preview_out(dialog: HandoutDialog, qtbot: QtBot) -> None:
    dialog.resize(QSize(320, 480))
    qtbot.waitUntil(lambda: not dialog.preview.isVisible())
    dialog.resize(QSize(780, 600))
    qtbot.waitUntil(dialog.preview.isVisible)


def test_nothing_reaches_out_of_a_narrow_dialog(dialog: HandoutDialog, qtbot: QtBot) -> None:
    dialog.resize(QSize(320, 480))
    buttons = (dialog.print_button, dialog.save_button, dialog.close_button)
    qtbot.waitUntil(lambda: all(dialog.rect().contains(button.geometry()) for button in buttons))


# --- by keyboard and by ear ---


def test_every_control_has_a_name_and_can_be_reached(dialog: HandoutDialog, qtbot: QtBot) -> None:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListWidget)
    controls = [widget for widget in dialog.findChildren(QWidget) if isinstance(widget, kinds) and widget.isVisible()]
    assert len(controls) >= 10
    unnamed = [widget for widget in controls if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)]
    assert unnamed == []
    qtbot.waitUntil(dialog.places.hasFocus)
    reached = []
    for _ in range(20):
        focus = QApplication.focusWidget()
        if focus in reached:
            break
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    # of two radio buttons Tab reaches the one that is on; arrows reach the other
    missing = [widget for widget in controls if widget not in reached and widget is not dialog.full]
    assert missing == []
    named = [widget for widget in reached if widget in controls]
    assert named[0] is dialog.places
    assert named[-3:] == [dialog.print_button, dialog.save_button, dialog.close_button]


def test_enter_in_a_field_neither_prints_nor_closes(dialog: HandoutDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.print_wanted), qtbot.assertNotEmitted(dialog.save_wanted):
        QTest.keyClick(dialog.clinic, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_escape_closes(desk: HandoutDesk, dialog: HandoutDialog) -> None:
    QTest.keyClick(dialog.places, Qt.Key.Key_Escape)
    assert desk.dialog is None


# --- saving ---


@pytest.mark.parametrize(
    ("name", "begins"), [("a.pdf", b"%PDF-"), ("a.html", b"<!DOCTYPE html>"), ("a.md", b"# Cervical"), ("é 漢.TXT", b"Cervical")]
)
def test_what_is_saved_is_what_is_chosen(desk: HandoutDesk, tmp_path: Path, name: str, begins: bytes) -> None:
    desk.dialog.clinic.setText("St Mary’s")
    desk.dialog.save_button.click()
    desk.save_as(str(tmp_path / name))
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert "Saved as" in desk.dialog.message.text()
    if not name.endswith("pdf"):
        assert "St Mary’s" in (tmp_path / name).read_text(encoding="utf-8")


def test_the_systems_dialog_asks_before_it_replaces_and_follows_the_form(desk: HandoutDesk) -> None:
    desk.dialog.save_button.click()
    ask = desk.file_dialog
    assert not ask.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert ask.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert ask.defaultSuffix() == "pdf"
    ask.filterSelected.emit(ask.nameFilters()[1])
    assert ask.defaultSuffix() == "html"
    ask.reject()


@pytest.mark.parametrize(("name", "reason"), [("none/a.pdf", "No such file"), ("folder.txt", "is a folder"), ("a.doc", "must end with")])
def test_what_cannot_be_saved_is_said_and_the_dialog_stays(desk: HandoutDesk, tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    desk.dialog.save_button.click()
    desk.save_as(str(tmp_path / name))
    assert reason in desk.dialog.message.text()
    assert desk.dialog.message.isVisible()
    assert list(tmp_path.iterdir()) == [tmp_path / "folder.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows opens files itself")
def test_what_was_saved_can_be_opened_and_shown_by_keys(
    desk: HandoutDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, spoken: list[str]
) -> None:
    program, asked = tmp_path / "xdg-open", tmp_path / "asked"
    program.write_text(f'#!/bin/sh\necho "$1" > {asked}\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    dialog, saved = desk.dialog, desk.dialog.saved
    assert not saved.isVisible()
    dialog.save_button.click()
    desk.file_dialog.close()
    dialog.activateWindow()
    desk.save_as(str(tmp_path / "a.pdf"))
    assert saved.isVisible()
    saved.open_button.setFocus()
    for button, wanted in ((saved.open_button, tmp_path / "a.pdf"), (saved.folder_button, tmp_path)):
        qtbot.waitUntil(button.hasFocus)
        QTest.keyClick(button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda wanted=wanted: asked.exists() and asked.read_text(encoding="utf-8") == f"{wanted}\n")
        QTest.keyClick(button, Qt.Key.Key_Tab)
    qtbot.waitUntil(dialog.print_button.hasFocus)
    assert "Saved as" in dialog.message.text()
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    saved.open_button.click()
    qtbot.waitUntil(lambda: "no program that opens a.pdf" in dialog.message.text())
    assert str(tmp_path) in spoken[-1]
    program.unlink()
    saved.folder_button.click()
    assert "cannot show folders" in dialog.message.text()
    dialog.large.click()  # what is shown now was not saved
    qtbot.waitUntil(lambda: not saved.isVisible())
    desk.save_as(str(tmp_path / "none" / "a.pdf"))
    assert not saved.isVisible()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_said(desk: HandoutDesk, tmp_path: Path) -> None:
    (tmp_path / "full.pdf").symlink_to("/dev/full")
    desk.dialog.save_button.click()
    desk.save_as(str(tmp_path / "full.pdf"))
    assert "No space left" in desk.dialog.message.text()


# --- printing ---


def test_without_a_printer_a_pdf_is_offered(desk: HandoutDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    desk.dialog.print_button.click()
    assert "No printer" in desk.dialog.message.text()
    qtbot.waitUntil(desk.dialog.save_button.hasFocus)


@pytest.mark.parametrize("pages", [None, (2, 2), (2, 9)])
def test_the_pages_that_were_asked_for_are_printed(desk: HandoutDesk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pages: object) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    desk.dialog.print_button.click()
    printer = desk.job.printer
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    if pages is not None:
        printer.setFromTo(*pages)
    all_pages = desk.dialog.sheets.count
    desk.job.dialog.done(QDialog.DialogCode.Accepted)
    assert "Sent to the printer" in desk.dialog.message.text()
    wanted = all_pages if pages is None else min(pages[1], all_pages) - pages[0] + 1
    assert len(page_sizes((tmp_path / "out.pdf").read_bytes())) == wanted


FIRST, LAST = QPrinter.PageOrder.FirstPageFirst, QPrinter.PageOrder.LastPageFirst
SIMPLEX, DUPLEX = QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexLongSide


@pytest.mark.parametrize(
    ("ranges", "copies", "collated", "order", "duplex", "expected"),
    [
        ("", 1, True, FIRST, SIMPLEX, [0, 1, 2]),
        ("", 2, True, FIRST, SIMPLEX, [0, 1, 2, 0, 1, 2]),
        ("", 2, False, FIRST, SIMPLEX, [0, 0, 1, 1, 2, 2]),
        ("", 1, True, LAST, SIMPLEX, [2, 1, 0]),
        ("", 2, True, LAST, SIMPLEX, [2, 1, 0, 2, 1, 0]),
        ("", 2, False, LAST, SIMPLEX, [2, 2, 1, 1, 0, 0]),
        ("1,3", 1, True, FIRST, SIMPLEX, [0, 2]),
        ("2-9", 2, True, LAST, SIMPLEX, [2, 1, 2, 1]),
        ("7", 2, True, FIRST, SIMPLEX, []),
        ("", 1, True, FIRST, DUPLEX, [0, 1, 2]),
        ("", 2, True, FIRST, DUPLEX, [0, 1, 2, None, 0, 1, 2]),
        ("", 2, False, FIRST, DUPLEX, [0, 1, 0, 1, 2, None, 2]),
        ("", 1, True, LAST, DUPLEX, [2, None, 0, 1]),
        ("1-2", 2, True, LAST, DUPLEX, [0, 1, 0, 1]),
    ],
)
def test_pages_copies_and_order_are_as_the_dialog_was_told(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    ranges: str,
    copies: int,
    collated: bool,
    order: QPrinter.PageOrder,
    duplex: QPrinter.DuplexMode,
    expected: list[int | None],
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageRanges(QPageRanges.fromString(ranges))
    printer.setCopyCount(copies)
    printer.setCollateCopies(collated)
    printer.setPageOrder(order)
    monkeypatch.setattr(printer, "duplex", lambda: duplex)  # a file has no back, and forgets what it is told of one
    assert not printer.supportsMultipleCopies()
    assert printing.printing_order(printer, 3) == expected
    monkeypatch.setattr(printer, "supportsMultipleCopies", lambda: True)
    once = printing.printing_order(printer, 3)  # the driver makes the copies
    printer.setCopyCount(1)
    assert once == printing.printing_order(printer, 3)


@pytest.mark.parametrize(
    ("options", "order", "expected"),
    [
        (["number-up", "1", "page-ranges", "1,3-4"], FIRST, [0, 2, 3]),
        (["page-ranges", "1,3-4", "number-up", "1"], LAST, [3, 2, 0]),
        (["page-set", "even", "number-up", "1"], LAST, [3, 1]),
        (["page-set", "odd", "page-ranges", "2-9", "number-up", "1"], FIRST, [2, 4]),
        (["number-up", "1"], LAST, [4, 3, 2, 1, 0]),
    ],
)
def test_pages_that_cups_would_choose_are_chosen_before_their_order_is_turned(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, options: list[str], order: QPrinter.PageOrder, expected: list[int]
) -> None:
    class Engine:
        def property(self, key: QPrintEngine.PrintEnginePropertyKey) -> list[str]:
            assert key.value == 0xFE00
            return options

        def setProperty(self, _key: QPrintEngine.PrintEnginePropertyKey, value: list[str]) -> None:  # noqa: N802 - Qt's name
            options[:] = value

    printer = QPrinter()
    printer.setPageOrder(order)
    engine = Engine()
    monkeypatch.setattr(printer, "printEngine", lambda: engine)
    assert printing.printing_order(printer, 5) == expected
    assert options == ["number-up", "1"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's own and has no parts")
def test_copies_and_reverse_order_of_the_dialog_are_printed(desk: HandoutDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    desk.dialog.print_button.click()
    dialog, sheets = desk.job.dialog, desk.job.sheets
    qtbot.waitExposed(dialog)
    dialog.findChild(QLineEdit, "filename").setText(str(tmp_path / "out.pdf"))
    dialog.findChild(QSpinBox, "copies").setValue(3)
    dialog.findChild(QCheckBox, "reverse").setChecked(True)
    drawn: list[int] = []
    draw = sheets.draw
    monkeypatch.setattr(sheets, "draw", lambda painter, number: (drawn.append(number), draw(painter, number)))
    dialog.accept()
    assert "Sent to the printer" in desk.dialog.message.text()
    assert sheets.count > 1
    assert drawn == [*reversed(range(sheets.count))] * 3
    assert len(page_sizes((tmp_path / "out.pdf").read_bytes())) == 3 * sheets.count


def test_pages_that_are_not_there_are_not_printed_as_an_empty_sheet(desk: HandoutDesk, tmp_path: Path) -> None:
    job = printing.PrintJob(desk.dialog.sheets, desk.dialog, UNLIMITED)
    job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    job.printer.setOutputFileName(str(tmp_path / "out.pdf"))
    job.printer.setFromTo(90, 91)
    assert job.run() is False
    assert not (tmp_path / "out.pdf").exists()
    job.dialog.close()


@pytest.mark.parametrize("may_save", [False, True])
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's own and has no parts")
def test_a_file_is_offered_as_a_printer_only_where_saving_is_allowed(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path, may_save: bool
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    desk = desk_of(window, window.document, Leaving(Allowed(export=may_save)))
    desk.open("overview", window.appearance.look, window.icons)
    desk.dialog.print_button.click()
    qtbot.waitExposed(desk.job.dialog)
    offered = [box.itemText(row) for box in desk.job.dialog.findChildren(QComboBox) for row in range(box.count())]
    assert any("PDF" in words for words in offered) is may_save
    desk.job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    desk.job.printer.setOutputFileName(str(tmp_path / "out.pdf"))
    desk.job.dialog.done(QDialog.DialogCode.Accepted)
    assert (tmp_path / "out.pdf").exists() is may_save
    desk.dialog.close()


def test_printing_asks_the_policy_itself_whatever_the_button_shows(window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    desk = desk_of(window, window.document, Leaving(Allowed(print=False)))
    desk.open("overview", window.appearance.look, window.icons)
    assert not desk.dialog.print_button.isEnabled()
    desk.print_out(desk.dialog.sheets)
    desk.job.printer.setOutputFileName(str(tmp_path / "out.pdf"))
    desk.job.dialog.done(QDialog.DialogCode.Accepted)
    assert desk.dialog.message.text() == "Nothing was printed: the policy of this computer does not allow printing."
    assert list(tmp_path.iterdir()) == []
    desk.dialog.close()


def test_saving_asks_the_policy_itself_whatever_the_button_shows(window: Window, tmp_path: Path) -> None:
    desk = desk_of(window, window.document, Leaving(Allowed(export=False)))
    desk.open("overview", window.appearance.look, window.icons)
    desk._sheets = desk.dialog.sheets
    desk.save_as(str(tmp_path / "out.html"))
    assert desk.dialog.message.text() == "The file was not saved: the policy of this computer does not allow saving files."
    assert list(tmp_path.iterdir()) == []
    desk.dialog.close()


def test_where_nothing_is_saved_no_message_tells_to_save(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    desk = desk_of(window, window.document, Leaving(Allowed(export=False)))
    desk.open("overview", window.appearance.look, window.icons)
    desk.dialog.print_button.click()
    assert desk.dialog.message.text() == "No printer is installed on this computer."
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    desk.dialog.print_button.click()
    monkeypatch.setattr(desk.job, "run", lambda: False)
    desk.job.dialog.done(QDialog.DialogCode.Accepted)
    assert desk.dialog.message.text() == "The hand-out was not printed. Try again."
    desk.dialog.close()


def test_a_printer_lasts_as_long_as_its_dialog(desk: HandoutDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    desk.dialog.print_button.click()
    first, printer = desk.job.dialog, weakref.ref(desk.job.printer)
    desk.dialog.print_button.click()
    gc.collect()
    assert desk.job.dialog is not first
    assert isValid(first)
    assert printer() is not None
    first.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del first
    gc.collect()
    assert printer() is None


def test_a_printer_that_fails_is_said_and_nothing_is_lost(desk: HandoutDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    desk.dialog.print_button.click()
    monkeypatch.setattr(desk.job, "run", lambda: False)
    desk.job.dialog.done(QDialog.DialogCode.Accepted)
    assert "was not printed" in desk.dialog.message.text()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_file_that_cannot_be_printed_to_counts_as_failed(desk: HandoutDesk, tmp_path: Path) -> None:
    job = printing.PrintJob(desk.dialog.sheets, desk.dialog, UNLIMITED)
    job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    job.printer.setOutputFileName(str(tmp_path / "none" / "out.pdf"))
    assert job.run() is False
    job.dialog.close()


def test_printing_is_loaded_only_when_it_is_asked_for() -> None:
    script = "import app.ui.window.window, app.ui.handout.handout_desk, sys; sys.exit('PySide6.QtPrintSupport' in sys.modules)"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    assert subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[3], env=environment, check=False).returncode == 0


# --- the window ---


def test_the_button_is_there_in_a_wide_window_and_says_what_it_is(window: Window, qtbot: QtBot) -> None:
    button = window.bar._handout
    window.frame.resize(1280, 700)
    qtbot.waitUntil(lambda: button.isVisible() and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    assert button.accessibleName() == "Hand-out…"
    window.frame.resize(900, 700)
    qtbot.waitUntil(lambda: button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly)
    window.frame.resize(600, 700)
    qtbot.waitUntil(lambda: not button.isVisible())


def test_another_article_has_its_own_hand_outs(open_window: Callable[..., Window]) -> None:
    window = open_window(content=load(TINY))
    window.sheets.make_handout()
    dialog = desk_of(window, window.document).dialog
    assert dialog.sheets.handout.direction == "rtl"
    dialog.close()


def test_a_window_goes_with_its_hand_outs(open_window: Callable[..., Window], qtbot: QtBot) -> None:
    window = open_window()
    window.sheets.make_handout()
    desk = desk_of(window, window.document)
    gone = [weakref.ref(thing) for thing in (window, desk, desk.dialog)]
    desk.dialog.close()
    frame = window.frame
    with qtbot.waitSignal(frame.destroyed):
        frame.deleteLater()
    del window, desk, frame
    gc.collect()
    assert [ref() for ref in gone] == [None, None, None]


def test_the_wheel_changes_no_paper(dialog: HandoutDialog) -> None:
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(dialog.paper, down)
    assert dialog.paper.currentIndex() == 0
    assert not down.isAccepted()  # what scrolls around it has it
