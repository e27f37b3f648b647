"""Letters that no installed font can show are told; without any font nothing is shown or written."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.files.leaving import Leaving
from app.core.files.loader import Loaded, load
from app.ui.handout.handout_desk import HandoutDesk, desk_of
from app.ui.handout.review_desk import ReviewDesk
from app.ui.look.icons import Icons
from app.ui.look.theme import example_of, has_fonts, lacking
from app.ui.session.session import Session
from app.ui.shell.appearance import Appearance
from app.ui.shell.settings import Settings
from app.ui.window.window import Window
from tests import typefaces
from tests.ui.conftest import TINY

ROOT = Path(__file__).resolve().parents[3]
BURMESE = "လက်ဖက်"
GAP = "“က” (myanmar letter ka)"


def fonts(folder: Path, *faces: str) -> dict[str, str]:
    """An environment in which only these files of the tests' fonts are installed."""
    installed = folder / "fonts"
    installed.mkdir()
    for face in faces:
        shutil.copy(typefaces.FONTS / "noto" / face, installed)
    configuration = folder / "fonts.conf"
    configuration.write_text(typefaces.CONFIGURATION.format(fonts=installed, cache=folder / "cache"), encoding="utf-8")
    home = {"XDG_CONFIG_HOME": str(folder), "XDG_STATE_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    return {**os.environ, **home, "FONTCONFIG_FILE": str(configuration), "QT_QPA_PLATFORM": "offscreen"}


def run(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("command", [("handout", "--output"), ("review-sheet",)], ids=lambda command: command[0])
def test_a_pdf_with_boxes_is_written_and_told(tmp_path: Path, command: tuple[str, ...]) -> None:
    target = tmp_path / "sheet.pdf"
    told = run(fonts(tmp_path, "NotoSans-Regular.ttf"), "--content", TINY, *command, target)
    assert told.returncode == 1
    assert target.read_bytes().startswith(b"%PDF")
    assert told.stderr.count("\n") == 1
    assert "no font on this computer has some letters or signs, such as “" in told.stderr
    assert "(arabic letter" in told.stderr


@pytest.mark.parametrize("command", [("handout", "--output"), ("review-sheet",)], ids=lambda command: command[0])
def test_with_fonts_for_every_letter_nothing_is_told(tmp_path: Path, command: tuple[str, ...]) -> None:
    target = tmp_path / "sheet.pdf"
    told = run(fonts(tmp_path, "NotoSans-Regular.ttf", "NotoSansArabic-Regular.ttf"), "--content", TINY, *command, target)
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("command", [("handout", "--output"), ("review-sheet",)], ids=lambda command: command[0])
def test_without_any_font_no_pdf_is_written(tmp_path: Path, command: tuple[str, ...]) -> None:
    target = tmp_path / "sheet.pdf"
    told = run(fonts(tmp_path), *command, target)
    assert told.returncode == 3
    assert "no font is installed" in told.stderr
    assert told.stderr.count("\n") == 1
    assert not target.exists()
    assert run(fonts_again(tmp_path), *command, target.with_suffix(".html")).returncode == 0


def fonts_again(folder: Path) -> dict[str, str]:
    return {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}


def test_without_any_font_no_window_opens(tmp_path: Path) -> None:
    told = run(fonts(tmp_path))
    assert told.returncode == 3
    assert told.stderr.count("\n") == 1
    assert "no font is installed" in told.stderr
    checked = run(fonts_again(tmp_path), "self-check")
    assert checked.returncode == 1
    assert "result: no font is installed" in checked.stdout


def test_the_fonts_that_are_there_are_known(qapp: QApplication) -> None:
    assert has_fonts()
    assert lacking("Tea, شاي\u2066\u2060 \n") == ()
    assert lacking(f"Tea {BURMESE}") == tuple(sorted(set(BURMESE)))
    assert example_of(lacking(BURMESE)) == GAP


@pytest.fixture
def burmese(tmp_path: Path) -> Loaded:
    raw = json.loads(TINY.read_text(encoding="utf-8"))
    raw["title"] = raw["sections"][0]["title"] = BURMESE
    path = tmp_path / "burmese.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return load(path)


def opened(window: Window) -> HandoutDesk:
    desk = desk_of(window, window.document)
    desk.open("brewing", window.appearance.look, Icons(window.appearance.look))
    return desk


def test_the_dialog_tells_it_before_and_after(open_window: Callable[..., Window], burmese: Loaded, tmp_path: Path) -> None:
    desk = opened(open_window(content=burmese))
    assert desk.dialog is not None
    assert GAP in desk.dialog.message.text()
    desk.dialog.update_now()
    assert not desk.dialog.message.isHidden()
    desk.save(desk.dialog.sheets)
    desk.save_as(str(tmp_path / "sheet.pdf"))
    assert desk.dialog.message.text().startswith("Saved as")
    assert GAP in desk.dialog.message.text()
    desk.save_as(str(tmp_path / "sheet.html"))
    assert GAP not in desk.dialog.message.text()
    assert desk.file_dialog is not None
    desk.file_dialog.close()
    desk.dialog.close()


def test_the_dialog_says_nothing_where_all_can_be_shown(window: Window) -> None:
    desk = opened(window)
    assert desk.dialog is not None
    assert desk.dialog.gaps() == ""
    assert desk.dialog.message.isHidden()
    desk.dialog.close()


def test_the_review_sheet_tells_it(burmese: Loaded, open_window: Callable[..., Window], tmp_path: Path) -> None:
    said: list[str] = []
    window = open_window(content=burmese)
    desk = ReviewDesk(window, window.document, Leaving(own=burmese), said.append, said.append, said.append)
    desk.save_as(tmp_path / "sheet.pdf")
    desk.wait()
    assert GAP in said[-1]
    desk.save_as(tmp_path / "sheet.html")
    assert GAP not in said[-1]


def test_the_window_tells_it(appearance: Appearance, burmese: Loaded, qtbot: QtBot) -> None:
    session = Session(QApplication.instance(), Settings(None))
    session.open(burmese, None, "")
    session.load_window()
    assert session.window is not None
    assert any(GAP in label.text() for label in session.window.notice.findChildren(QLabel))
    session.open(load(TINY), None, "")
    session.load_window()
    assert session.window.notice.isHidden()
    session.frame.close()
