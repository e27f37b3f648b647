"""The library in the window: the way there and back, folders that do not answer, what is opened, added and removed."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.base.labels import ENGLISH
from app.core.files.loader import Loaded
from app.core.library.library import Library
from app.core.library.user_library import LibraryFolders
from app.machine import paths
from app.ui.library.library_desk import LibraryDesk
from app.ui.library.page import LibraryPage
from app.ui.look.icons import Icons
from app.ui.shell.appearance import Appearance
from app.ui.widgets.file_dialog import OpenDialog
from app.ui.window.commands import Id
from app.ui.window.window import Window
from tests.libraries import BROKEN, HYGIENE, OWN, PHONES, SMALL, MadeShelf
from tests.ui.hands import activate, press, write


def texts(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def test_the_key_leads_to_the_library_and_back_to_the_same_page(window: Window, qtbot: QtBot) -> None:
    activate(window, qtbot)
    window.reader.go_to("treatment-and-management")
    title = window.frame.windowTitle()
    assert window.library.page is None  # nobody has gone there
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = window.library.page
    assert page is not None
    assert page.isVisible()
    assert "Library" in window.frame.windowTitle()
    qtbot.waitUntil(lambda: page.chosen() is not None)
    assert "2 articles, by title" in texts(page)  # both come with the program
    assert {file.id: file.review for held in page._library.articles for file in [held.newest]} == {
        "cervical-insufficiency": "Not yet reviewed by a clinician",
        "using-this-reference": "Not yet reviewed",  # the words of the article that is open are not those of another
    }
    assert "Each article has its own date and review" in texts(window.footer)
    assert window.age.isHidden()  # it is about the article that is open
    assert window.article.edition.updated.strftime("%Y") not in texts(window.footer)
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.reader
    assert window.reader.place == "treatment-and-management"
    assert window.frame.windowTitle() == title
    assert "Each article" not in texts(window.footer)
    assert "Guidance may have changed since" in texts(window.age)
    window.age.clear()
    window.library.show()
    window.leave_library()
    assert window.age.isHidden()  # it was closed


def test_esc_in_a_search_that_was_begun_in_the_library_leads_back_to_it(window: Window, qtbot: QtBot) -> None:
    activate(window, qtbot)
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = window.library.page
    assert page is not None
    qtbot.waitUntil(lambda: page.chosen() is not None)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    write("stitch")
    assert window.stack.currentWidget() is window.results_pane
    press(Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is page
    assert "Library" in window.frame.windowTitle()
    press(Qt.Key.Key_Escape)  # out of the empty field
    assert page.list.hasFocus()
    window.search("stitch")
    press(Qt.Key.Key_Return)  # a result is a page, and the library is not come back to
    assert window.stack.currentWidget() is window.reader
    assert "Library" not in window.frame.windowTitle()
    window.search("stitch")
    press(Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.reader
    window.search("stitch")
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)  # over results, which are gone then
    assert window.stack.currentWidget() is page
    assert not window.field.text()


def test_with_one_article_nothing_else_is_there_and_enter_shows_it_again(window: Window, qtbot: QtBot) -> None:
    activate(window, qtbot)
    window.library.show()
    page = window.library.page
    assert page is not None
    qtbot.waitUntil(lambda: page.chosen() is not None)
    assert window.navigator._list.item(0).text() == "Article"
    assert not window.commands.by_id[Id.ADD_ARTICLE].isVisible()
    assert not page.line.add.isEnabled()


def test_the_navigator_has_a_group_for_more_than_one_article(window: Window) -> None:
    rows = window.navigator._list
    before = rows.count()
    window.navigator.show_place("faq")
    window.navigator.show_library(12)
    assert [rows.item(number).text() for number in range(3)] == ["Library", "All articles", "Article"]
    assert rows.currentItem().text() == "Questions and answers"
    window.choose(rows.item(1).data(Qt.ItemDataRole.UserRole)[0].place)
    assert rows.currentItem().text() == "All articles"
    assert window.library.page is not None
    assert window.library.page.isVisible()
    window.navigator.show_library(1)
    assert rows.count() == before


Opened = tuple[LibraryPage, LibraryDesk, MadeShelf]


@pytest.fixture
def opened(qtbot: QtBot, appearance: Appearance, loaded: Loaded) -> Callable[..., Opened]:
    def make(*folders: Callable[[], Library]) -> Opened:
        page = LibraryPage(appearance.look, Icons(appearance.look), ENGLISH, may_change=True)
        qtbot.addWidget(page)
        shelf = MadeShelf(loaded, *folders)
        desk = LibraryDesk(page, shelf)
        page.resize(1000, 700)
        page.show()
        desk.read()
        return page, desk, shelf

    return make


def test_a_folder_that_does_not_answer_keeps_the_others_from_nothing(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    answers, asked = threading.Event(), []

    def silent() -> Library:
        asked.append(1)
        answers.wait(30)
        return Library((HYGIENE,), ())

    page, desk, _ = opened(lambda: Library((PHONES, OWN), ()), silent)
    qtbot.waitUntil(lambda: "2 articles" in texts(page))
    desk._slow.timeout.emit()
    assert "A folder has not answered yet" in texts(page)
    desk.read()  # the page is opened again: the folder is not asked twice
    qtbot.waitUntil(lambda: desk._waiting() == 1)
    assert len(asked) == 1
    answers.set()
    qtbot.waitUntil(lambda: "3 articles" in texts(page))
    assert "not answered" not in texts(page)


def test_a_folder_that_vanishes_is_gone_the_next_time_and_opening_says_why(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    folder = [SMALL]
    page, desk, shelf = opened(lambda: folder[0])
    qtbot.waitUntil(lambda: page.chosen() is not None)
    page.choose("phones")
    folder[0], shelf.refusal = Library((HYGIENE,), ()), "The folder is not there."
    with qtbot.waitSignal(desk.told) as told:
        page.acts.open.trigger()
    assert told.args == ["This article was not opened. The folder is not there."]
    qtbot.waitUntil(lambda: "1 article" in texts(page))


def test_acts_reach_the_shelf_and_what_comes_of_them_is_told(opened: Callable[..., Opened], qtbot: QtBot) -> None:
    page, desk, shelf = opened(lambda: SMALL)
    qtbot.waitUntil(lambda: page.chosen() is not None)
    page.choose("phones")
    with qtbot.waitSignal(desk.opened) as loaded:
        page.acts.open.trigger()
    assert loaded.args[0].digest == PHONES.newest.digest
    with qtbot.waitSignal(desk.compared):
        page.acts.changed.trigger()
    page.acts.remove.trigger()
    page.ask.agree.click()
    qtbot.waitUntil(lambda: "“Labour ward phone list” was removed." in texts(page.ask))
    page.ask.agree.click()
    qtbot.waitUntil(lambda: shelf.asked[-1] == ("put back", None))
    qtbot.waitUntil(lambda: not desk._working.is_at("change"))
    with qtbot.waitSignal(desk.done) as done:
        page.acts.go_back.trigger()
    assert done.args[0].startswith("“Labour ward phone list” is shown in ")
    assert shelf.asked[-1] == ("go back", PHONES)
    qtbot.waitUntil(lambda: not desk._working.is_at("change"))
    with qtbot.waitSignal(desk.done) as done:
        desk.add("/somewhere/hygiene.refpack")
    assert done.args == ["“Hand hygiene at the bedside” is in the library now."]
    qtbot.waitUntil(lambda: (row := page.chosen()) is not None and row.title == "Hand hygiene at the bedside")
    shelf.refusal = "It holds no content.json."
    with qtbot.waitSignal(desk.told) as told:
        desk.add("/somewhere/empty.refpack")
    assert told.args == ["Nothing was added. It holds no content.json."]


def test_all_problems_of_a_broken_file_are_shown_on_a_page(window: Window) -> None:
    window.reader.show_problems(BROKEN.name, (BROKEN.reason, "line 300: another one"))
    page = window.reader.page.toPlainText()
    assert BROKEN.name in page
    assert BROKEN.reason in page
    assert "line 300: another one" in page
    assert window.frame.windowTitle().startswith("Problems")


def test_what_was_added_is_counted_after_the_first_picture_and_a_pack_is_added_and_removed(
    open_window: Callable[..., Window], qtbot: QtBot, tmp_path: Path, loaded: Loaded
) -> None:
    window = open_window()
    room = window.library
    room._folders = LibraryFolders(paths.BUNDLED, tmp_path / "library")
    room.may_add = True
    room.look_for_more()
    qtbot.waitUntil(lambda: not room._working.is_at("more"))
    assert room.page is None  # with one article nothing is made
    article = replace(loaded.article, id="another", title="Another article")
    (tmp_path / "content.json").write_bytes(msgspec.json.encode(article))
    for figure in article.figures:
        if figure.file is not None:
            target = tmp_path / figure.file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(loaded.path.parent / figure.file, target)
    with qtbot.waitSignal(room.done, timeout=20_000) as done:
        room.add(str(tmp_path / "content.json"))
    assert done.args == ["“Another article” is in the library now."]
    page, desk = room.page, room.desk
    assert page is not None
    assert desk is not None
    qtbot.waitUntil(lambda: "3 articles" in texts(page), timeout=20_000)
    assert window.navigator._list.item(1).text() == "All articles"
    page.choose("another")
    page.acts.remove.trigger()
    page.ask.agree.click()
    qtbot.waitUntil(lambda: "2 articles" in texts(page) and "3 articles" not in texts(page), timeout=20_000)
    assert window.navigator._list.item(0).text() == "Article"
    page.ask.agree.click()
    qtbot.waitUntil(lambda: "3 articles" in texts(page), timeout=20_000)
    page.choose("another")
    with qtbot.waitSignal(room.opened, timeout=20_000) as opened:
        page.acts.open.trigger()
    assert opened.args[0].article.id == "another"
    page.line.bring.click()
    dialog = next(one for one in window.findChildren(OpenDialog) if one.isVisible())
    assert dialog.windowTitle() == "Import a text"
    dialog.reject()
