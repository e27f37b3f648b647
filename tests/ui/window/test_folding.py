"""What folds in a low window, and the keys of the menus whatever is shown."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.teaching.quiz import begin_round
from app.ui.shell.appearance import Appearance
from app.ui.teaching.self_test import SelfTest
from app.ui.window.window import Window
from tests.ui.cut import settle
from tests.ui.hands import activate, press, set_size

LONG = "This file was not compared. /srv/a-folder-with-a-long-name/another/content.json: sections[0].passages[0].text: expected text, found a number"
SIZES = ((320, 480, 100), (1024, 560, 200), (1024, 560, 300), (1366, 728, 300), (800, 500, 100))


def test_the_page_has_most_of_a_low_window_and_the_footer_says_what_matters(window: Window, appearance: Appearance, qtbot: QtBot) -> None:
    window.notice.show_message(LONG)
    window.age.show_message("This article is 13 months old (18 October 2025). Guidance may have changed since.")
    for width, height, size in SIZES:
        appearance._set("light", size)
        set_size(window, qtbot, width, height)
        settle()
        assert window.reader.page.viewport().height() >= height * 0.48, (width, height, size)  # on this screen, which is higher, bars are higher, too
        words = window.footer._lead.text()
        assert words.startswith("Information only, not medical advice"), words
        label = window.footer._lead
        assert label.height() >= label.heightForWidth(label.width())
        told = window.footer._lead.accessibleName() or f"{words} {window.footer._rest.text()}"
        assert "Not yet reviewed by a clinician" in told
        assert "18 October 2025" in told


def test_a_folded_notice_is_one_line_and_is_read_whole(window: Window, qtbot: QtBot) -> None:
    set_size(window, qtbot, 320, 480)
    activate(window, qtbot)
    notice = window.notice
    notice.show_message(LONG)
    notice.show_message("A second thing.", "other")
    QApplication.processEvents()
    line = notice.height()
    assert notice._text.text().endswith("…")
    assert notice._text.accessibleName() == f"{LONG}\nA second thing."
    assert notice._text.sizeHint().width() <= notice._scroll.viewport().width()
    QTest.keyClick(notice.fold, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert notice.height() > 3 * line
    shown = notice._text.text().replace("\u200b", "")
    assert shown == f"{LONG}\nA second thing."
    assert notice._text.width() <= notice._scroll.viewport().width()  # the path breaks, too
    assert notice.fold.accessibleName() == "Show one line of the notice"
    QTest.keyClick(notice.fold, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert notice.height() == line
    set_size(window, qtbot, 1300, 700)
    assert not notice.fold.isVisible()
    assert notice._text.text() == f"{LONG}\nA second thing."
    assert notice._text.accessibleName() == ""


def test_the_keys_of_the_menus_work_with_and_without_the_menu_bar(window: Window, qtbot: QtBot) -> None:
    for width in (320, 1300):
        set_size(window, qtbot, width, 700)
        activate(window, qtbot)
        assert window.frame.menuBar().isVisible() == (width > 1000)
        for place in ("overview", "glossary"):  # where the line that narrows the terms has a key of its own
            window.reader.go_to(place)
            window.reader.focus_text()
            opened = []
            for key in (Qt.Key.Key_F, Qt.Key.Key_E, Qt.Key.Key_V, Qt.Key.Key_G, Qt.Key.Key_T, Qt.Key.Key_H):
                QTest.keyClick(window.frame, key, Qt.KeyboardModifier.AltModifier)
                menu = QApplication.activePopupWidget()
                assert isinstance(menu, QMenu), (width, place, key)
                opened.append(menu.title())
                assert width > 1000 or menu.activeAction().isEnabled()
                menu.close()
                activate(window, qtbot)
            assert opened == ["&File", "&Edit", "&View", "&Go", "&Teach", "&Help"]


def test_no_menu_opens_behind_the_disclaimer(window: Window, qtbot: QtBot) -> None:
    set_size(window, qtbot, 320, 480)
    activate(window, qtbot)
    window.presenting.test()
    press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is None
    assert window.presenting.cover is not None
    window.presenting.cover.left.emit()


def test_the_grades_of_the_self_test_leave_most_of_a_small_window_to_the_answer(window: Window, qtbot: QtBot) -> None:
    set_size(window, qtbot, 320, 480)
    window.presenting.test()
    cover = window.presenting.cover
    assert isinstance(cover, SelfTest)
    longest = max(cover.start_page._cards, key=lambda card: len(card.question))
    cover.ask(begin_round([longest]))
    cover.reveal()
    settle()
    page = cover.card_page
    assert len({button.y() for button in page.grades}) == 1
    assert all(cover.rect().contains(QRect(button.mapTo(cover, QPoint()), button.size())) for button in page.grades)
    assert page.answer.height() >= 0.4 * cover.height()
    set_size(window, qtbot, 1300, 700)
    settle()
    assert {button.objectName() for button in page.grades} == {"wide"}
    cover.left.emit()
