"""What a reader does: press keys, click words, change the window's size; and what they see: blocks, links, words."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.reading.page import Page
from app.ui.text.properties import PLACE, spoken
from app.ui.widgets.file_dialog import FileDialog
from app.ui.window.window import Window

MANY = 200
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focus(), key, modifiers)


def write(words: str) -> None:
    QTest.keyClicks(focus(), words)


def activate(window: Window, qtbot: QtBot) -> None:
    """Be the window that keys go to."""
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def choose_file(path: Path) -> None:
    """Type a file's path into the dialog that asks for it."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(str(path))
    dialog.accept()
    assert not dialog.isVisible()


def set_size(window: Window, qtbot: QtBot, width: int, height: int = 800) -> None:
    """Draw the window to a size and wait until all of it is laid out."""
    window.frame.resize(width, height)
    qtbot.waitUntil(lambda: (window.frame.width(), window.frame.height()) == (width, height) and window.width() == width)
    QApplication.processEvents()


def blocks(page: Page) -> Iterator[QTextBlock]:
    block = page.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(page: Page) -> Iterator[QTextFragment]:
    for block in blocks(page):
        stretches = block.begin()
        while not stretches.atEnd():
            yield stretches.fragment()
            stretches += 1


def place_of(block: QTextBlock) -> str:
    return str(block.blockFormat().stringProperty(PLACE))


def order(page: Page) -> list[str]:
    """Return the places on a page in the order in which they stand, each as often as it begins again."""
    found: list[str] = []
    for block in blocks(page):
        if place_of(block) and (not found or found[-1] != place_of(block)):
            found.append(place_of(block))
    return found


def words(page: Page) -> str:
    """Return all words that are read aloud, a block a line."""
    return "\n".join(filter(None, map(spoken, blocks(page))))


def links(page: Page) -> list[str]:
    """Return where the links of a page lead, in order."""
    return [fragment.charFormat().anchorHref() for fragment in fragments(page) if fragment.charFormat().isAnchor()]


def format_here(page: Page) -> QTextCharFormat:
    return page.textCursor().charFormat()


def tab_to(page: Page, link: str) -> None:
    """Press Tab until a link has the focus."""
    for _ in range(MANY):
        press(Qt.Key.Key_Tab)
        if focus() is page and page.textCursor().hasSelection() and format_here(page).anchorHref() == link:
            return
    raise AssertionError(f"Tab does not lead to {link}")


def middle_of(page: Page, link: str) -> QPoint:
    """Return where a link is on the page's viewport."""
    found = [fragment for fragment in fragments(page) if fragment.charFormat().anchorHref() == link]
    letter = found[-1].position() + found[-1].length() // 2
    before, after = QTextCursor(page.document()), QTextCursor(page.document())
    before.setPosition(letter)
    after.setPosition(letter + 1)
    return QPoint(page.cursorRect(before).united(page.cursorRect(after)).center())


def click(page: Page, link: str) -> None:
    """Click a link that is in sight."""
    spot = middle_of(page, link)
    assert page.viewport().rect().contains(spot)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def copied(qtbot: QtBot) -> str:
    """Press Ctrl+C and return what is on the clipboard then."""
    clipboard = QApplication.clipboard()
    clipboard.setText("nothing copied")
    press(Qt.Key.Key_C, CTRL)
    qtbot.waitUntil(lambda: clipboard.text() != "nothing copied")
    return str(clipboard.text())
