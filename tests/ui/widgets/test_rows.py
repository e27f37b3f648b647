"""Rows of lists have the height that their words need, whatever has just become wider or narrower."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from app.core.pages.document import Document
from app.ui.handout.handout_dialog import HandoutDialog
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.look.tokens import LIGHT
from app.ui.shell.appearance import Appearance
from app.ui.teaching.lesson_dialog import LessonCover, LessonRow, LessonWords
from app.ui.widgets.rows import VIEWPORT, meet_viewport
from app.ui.window.navigator import Navigator, rows_of
from app.ui.window.window import Window
from tests.ui.audit import rows_cut_off

SIZES = [80, 90, 100, 110, 125, 150, 200, 110, 100]
MARGIN, WRAPPED = 3, int(Qt.TextFlag.TextWordWrap)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def heights_around_the_bar(rows: QListView, held: QWidget) -> Iterator[int]:
    """Give heights of what holds a list, from where all rows just have room to where they have not, and back."""
    last = rows.visualRect(rows.model().index(rows.model().rowCount() - 1, 0))
    fits = held.height() - rows.viewport().height() + last.bottom() + rows.verticalScrollBar().value()
    yield from range(fits + 30, fits - 60, -5)
    yield from range(fits - 60, fits + 30, 5)


def test_the_contents_keep_their_rows_apart(document: Document, appearance: Appearance, qtbot: QtBot) -> None:
    """The scroll bar comes and goes with the height, as when a notice is shown, and with another size of the text and back."""
    look = Look(LIGHT)
    contents = Navigator(rows_of(document), look, Icons(look))
    qtbot.addWidget(contents)
    rows = contents.findChild(QListView)
    assert isinstance(rows, QListView)
    contents.resize(contents.width(), 900)
    contents.show()
    complaints, seen = [], set()
    for size in SIZES:
        look = Look(LIGHT, size)
        contents.apply_look(look, Icons(look))
        settle()
        for height in heights_around_the_bar(rows, contents):
            complaints += [f"{height} at {size} %: {found}" for found in rows_cut_off(rows)]  # as the last height left it, in the new size
            contents.resize(contents.width(), height)
            settle()
            seen.add((size, rows.verticalScrollBar().isVisible()))
            complaints += [f"{height} at {size} %: {found}" for found in rows_cut_off(rows)]
    assert complaints == []
    assert seen == {(size, bar) for size in SIZES for bar in (True, False)}


def test_the_lesson_keeps_its_rows_apart(document: Document, appearance: Appearance, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    rows = [LessonRow(entry.id, entry.question, "Questions", is_figure=False) for entry in document.article.faq.entries]
    words = LessonWords(len, document.labels.slides, "".join)
    cover = LessonCover(rows, (), words, Look(LIGHT), holder)
    holder.show()
    cover.begin()
    complaints, heights = [], set()
    for width in range(320, 800, 20):
        holder.resize(width, 600)
        for size in (100, 150):
            cover.apply_look(Look(LIGHT, size))
            settle()
            complaints += [f"{width} at {size} %: {found}" for found in rows_cut_off(cover.list)]
            heights |= {cover.list.visualItemRect(cover.list.item(row)).height() for row in range(cover.list.count())}
    assert complaints == []
    assert len(heights) > 2  # words broke


def test_the_hand_out_keeps_its_rows_apart_and_whole(window: Window) -> None:
    window.sheets.make_handout()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandoutDialog)
    complaints = []
    for width in range(dialog.minimumWidth(), 700, 10):
        dialog.resize(width, 600)
        settle()
        complaints += [f"{width}: {found}" for found in rows_cut_off(dialog.places)]
        complaints += [f"{width}: {found}" for found in words_without_room(dialog)]
    assert complaints == []
    dialog.close()


def words_without_room(dialog: HandoutDialog) -> Iterator[str]:
    """Say which rows Qt shortens: the words stand behind the tick box, and must break there."""
    rows = dialog.places
    for number in range(rows.count()):
        option = QStyleOptionViewItem()
        rows.initViewItemOption(option)
        index = rows.indexFromItem(rows.item(number))
        rows.itemDelegate().initStyleOption(option, index)
        option.rect = rows.visualRect(index)
        room = rows.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, rows)
        lines = option.fontMetrics.boundingRect(0, 0, room.width() - 2 * MARGIN, 10_000, WRAPPED, option.text).height()
        if lines > room.height() + 1:
            yield f"{lines} in {room.height()}: {option.text}"


def test_a_viewport_that_is_known_is_the_one_that_the_area_has(qtbot: QtBot) -> None:
    area = QListView()
    qtbot.addWidget(area)
    meet_viewport(area)
    assert area.viewport().objectName() == VIEWPORT  # else it would be asked for by a name that Qt no longer gives
    assert area.findChild(QWidget, VIEWPORT) is area.viewport()
