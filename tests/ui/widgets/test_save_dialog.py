"""The dialog that asks where to save a file: the name that comes out of it ends as it should, and no file is replaced unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from app.ui.widgets.save_dialog import SaveDialog

FORMS = ["Text with tabs (*.txt *.tsv)", "Web page (*.html)"]


@pytest.fixture
def ask(qtbot: QtBot, tmp_path: Path) -> Callable[[], tuple[SaveDialog, list[str]]]:
    over = QMainWindow()
    qtbot.addWidget(over)
    over.show()

    def asked() -> tuple[SaveDialog, list[str]]:
        told: list[str] = []
        dialog = SaveDialog(over, "Save", "cards", FORMS)
        dialog.setDirectory(str(tmp_path))
        dialog.file_chosen.connect(told.append)
        dialog.open()
        return dialog, told

    return asked


def name(dialog: SaveDialog, words: str) -> None:
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(words)


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("ward", "ward.txt"),
        ("week 20.5", "week 20.5.txt"),
        ("Dr. Lee", "Dr. Lee.txt"),
        ("old.json", "old.json.txt"),
        ("ward.txt", "ward.txt"),
        ("ward.TSV", "ward.TSV"),
        ("page.html", "page.html"),
    ],
)
def test_a_name_without_the_ending_gets_one(ask: Callable[[], tuple[SaveDialog, list[str]]], tmp_path: Path, typed: str, saved: str) -> None:
    dialog, told = ask()
    name(dialog, typed)
    dialog.accept()
    assert told == [str(tmp_path / saved)]


class Answer(QObject):
    """Answers the question that a dialog asks, and keeps what was asked."""

    def __init__(self, button: QMessageBox.StandardButton) -> None:
        super().__init__()
        self._button = button
        self.asked = ""
        QTimer.singleShot(0, self, self.answer)

    def answer(self) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self.asked = box.text()
        box.button(self._button).click()


@pytest.mark.parametrize("is_replaced", [False, True])
def test_it_asks_before_it_replaces_the_file_that_the_ending_leads_to(
    ask: Callable[[], tuple[SaveDialog, list[str]]], tmp_path: Path, is_replaced: bool
) -> None:
    (tmp_path / "week 20.5.txt").touch()
    dialog, told = ask()
    name(dialog, "week 20.5")
    answer = Answer(QMessageBox.StandardButton.Yes if is_replaced else QMessageBox.StandardButton.No)
    dialog.accept()
    assert "week 20.5.txt" in answer.asked
    assert told == ([str(tmp_path / "week 20.5.txt")] if is_replaced else [])
    assert dialog.isVisible() != is_replaced


def test_a_dialog_of_the_system_comes_again_with_the_whole_name(
    ask: Callable[[], tuple[SaveDialog, list[str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "week 20.5.txt").touch()
    dialog, told = ask()
    name(dialog, "week 20.5")
    with monkeypatch.context() as patched:
        patched.setattr(dialog, "findChild", lambda *_: None)  # it has no field of ours
        dialog.accept()
    assert told == []
    assert dialog.isVisible()
    assert dialog.selectedFiles() == [str(tmp_path / "week 20.5.txt")]
