"""The dialog that asks for a file to open: what it says and when, and that it goes with its window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMainWindow, QTreeView
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Look, style_sheet
from app.ui.look.tokens import THEMES
from app.ui.widgets.file_dialog import OpenDialog
from app.ui.widgets.save_dialog import SaveDialog


@pytest.fixture
def over(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def dialog(over: QMainWindow) -> OpenDialog:
    made = OpenDialog(over, "Open", ["Content (*.json)", "All files (*)"])
    made.open()
    return made


def deleted() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_it_asks_for_one_file_that_exists(dialog: OpenDialog) -> None:
    assert dialog.isVisible()
    assert dialog.isModal()
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptOpen
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    assert dialog.nameFilters() == ["Content (*.json)", "All files (*)"]


def test_the_file_is_told_when_the_dialog_is_away_and_nothing_is_left(over: QMainWindow, dialog: OpenDialog, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.touch()
    told: list[tuple[str, bool]] = []

    def take(chosen: str) -> None:
        told.append((chosen, dialog.isVisible()))

    dialog.file_chosen.connect(take)
    dialog.setDirectory(str(tmp_path))
    qtbot.keyClicks(dialog.findChild(QLineEdit, "fileNameEdit"), "a.json")
    dialog.accept()
    assert told == [(str(path), False)]
    deleted()
    assert not over.findChildren(OpenDialog)


def test_without_a_choice_nothing_is_told(over: QMainWindow, dialog: OpenDialog) -> None:
    told: list[str] = []
    dialog.file_chosen.connect(told.append)
    dialog.reject()
    deleted()
    assert told == []
    assert not over.findChildren(OpenDialog)


def test_the_folder_can_be_read_and_no_column_is_cut_at_200_percent(over: QMainWindow) -> None:
    look = Look(THEMES["light"], 200)
    over.setStyleSheet(style_sheet(look))
    over.setFont(look.font(16))
    made = OpenDialog(over, "Open", ["Articles (*.json)"])
    made.setDirectory(str(Path(__file__).parent))
    made.open()
    box, files = made.findChild(QComboBox, "lookInCombo"), made.findChild(QTreeView, "treeView")
    assert box is not None
    assert files is not None
    assert box.width() >= box.fontMetrics().horizontalAdvance("a folder")
    assert made.width() <= made.screen().availableGeometry().width()
    assert all(files.columnWidth(column) >= files.sizeHintForColumn(column) for column in range(3))


@pytest.mark.parametrize("kind", [OpenDialog, SaveDialog])
def test_it_goes_with_its_window(over: QMainWindow, kind: type[OpenDialog | SaveDialog]) -> None:
    made = OpenDialog(over, "Open", ["All files (*)"]) if kind is OpenDialog else SaveDialog(over, "Save", "a", ["PDF (*.pdf)"])
    made.open()
    told: list[str] = []
    made.file_chosen.connect(told.append)
    assert over.close()
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert told == []
