"""The self-test and the choice of what to teach, by keys alone, in a real window."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.base.labels import ENGLISH
from app.core.teaching.lesson import teachable
from app.core.teaching.quiz import make_cards
from app.ui.look.theme import Look
from app.ui.teaching.lesson_dialog import LessonCover
from app.ui.teaching.self_test import SelfTest
from app.ui.teaching.self_test_pages import StartPage
from app.ui.teaching.teach import TeachView
from app.ui.widgets.file_dialog import FileDialog
from app.ui.window.window import Window
from tests.ui.hands import choose_file

Key = Qt.Key


def press(*keys: Qt.Key | str) -> None:
    """Press keys where the focus is, as a reader does."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


@pytest.fixture
def active(slides_once: None, window: Window, qtbot: QtBot) -> Window:
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    return window


@pytest.fixture
def test(active: Window, qtbot: QtBot) -> SelfTest:
    active.reader.go_to("treatment-and-management")
    QTest.keyClick(active, Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    cover = active.presenting.cover
    assert isinstance(cover, SelfTest)
    qtbot.waitUntil(cover.start_page.start.hasFocus)
    return cover


def questions_only(test: SelfTest) -> None:
    test.start_page.terms.setChecked(False)
    test.start_page.shuffle.setChecked(False)


# --- self-test ---


def test_a_copied_answer_goes_with_its_notes_and_its_citation(test: SelfTest) -> None:
    questions_only(test)
    test.begin_test()
    while test.round.card is not None and not test.round.card.notes:
        test.reveal()
        test.grade("knew")
    card = test.round.card
    assert card is not None
    test.reveal()
    cursor = test.card_page.answer.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(40, cursor.MoveMode.KeepAnchor)  # no more than the first words
    test.card_page.answer.setTextCursor(cursor)
    test.card_page.answer.copy()
    data = QApplication.clipboard().mimeData()
    for form in (data.text(), data.html()):
        assert all(note.text.split(".")[0][-30:] in form for note in card.notes), form
        assert "Article of 18 October 2025" in form
        assert "Information only, not medical advice." in form


def test_ctrl_t_opens_it_over_the_whole_window(active: Window, test: SelfTest) -> None:
    assert test.size() == active.frame.size()
    assert not active.isEnabled()
    assert "48" in test.start_page.start.text() or str(len(test.start_page.wanted())) in test.start_page.start.text()
    assert not any(card.is_doubtful for card in test.start_page.wanted())


def test_doubtful_cards_are_offered_in_the_verdicts_of_the_article(qtbot: QtBot, test: SelfTest) -> None:
    card = next(card for card in test.start_page.wanted() if card.kind == "question")
    offered = [(), ("Not done here.", "R&D only"), ("a", "b", "c", "d")]
    pages = [StartPage((card, replace(card, doubts=verdicts)), Look("light"), ENGLISH) for verdicts in offered]
    for page in pages:
        qtbot.addWidget(page)
    told = [page.doubtful.text() for page in pages if not page.doubtful.isHidden()]
    assert told == ["&Also cards whose note says “Not done here”, “R&&D only” (1)", "&Also cards whose note says “a”, “b”, “c”, … (1)"]


def test_a_round_by_keys_alone(active: Window, test: SelfTest) -> None:
    questions_only(test)
    press(Key.Key_Return)
    count = test.round.count
    assert count == len([card for card in make_cards(active.document) if card.kind == "question" and not card.is_doubtful])
    first = test.round.card
    assert first is not None
    assert test.card_page.question.text() == first.question
    assert test.card_page.answer.toPlainText() == ""
    press("1")  # no grade before the answer
    assert test.round.card is first
    press(Key.Key_Space)
    assert test.round.is_revealed
    assert first.answer[:20] in test.card_page.answer.toPlainText().replace("\u2060", "").replace("–", "-")
    press(Key.Key_Space)  # twice is no grade
    assert test.round.card is first
    press("3")
    assert test.round.waiting[-1] is first
    assert not test.round.is_revealed
    for _ in range(count - 1):
        press(Key.Key_Space, "1")
    assert test.round.card is first
    press(Key.Key_Space, "2")
    assert test.round.card is None
    assert test.result_page.links[0].property("place") == first.place
    assert len(test.result_page.links) == count


def test_the_answer_comes_with_all_its_notes(test: SelfTest) -> None:
    questions_only(test)
    test.start_page.doubtful.setChecked(True)
    press(Key.Key_Return)
    while test.round.card is not None and test.round.card.place != "faq/treatment":
        press(Key.Key_Space, "1")
    press(Key.Key_Space)
    shown = test.card_page.answer.toPlainText()
    assert "Outdated advice" in shown
    assert "Not part of the article" in shown
    assert all(f"EN{number}" in shown for number in (27, 18, 19, 16))


def test_every_card_is_heard(test: SelfTest, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("app.ui.teaching.self_test.announce", lambda _widget, message: said.append(message))
    questions_only(test)
    press(Key.Key_Return)
    card = test.round.card
    assert card is not None
    assert card.question in said[-1]
    press(Key.Key_Space)
    assert card.answer in said[-1]
    assert all(note.text in said[-1] and note.verdict in said[-1] for note in card.notes)
    interface = QAccessible.queryAccessibleInterface(test.card_page.answer.viewport())
    assert interface.childCount() > 1


def test_every_control_has_a_name_and_tab_reaches_all_of_them(test: SelfTest) -> None:
    for _ in range(2):
        stops = test.stops()
        assert stops
        reached = set()
        for _ in range(len(stops)):
            press(Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        assert reached == set(stops)
        for stop in stops:
            interface = QAccessible.queryAccessibleInterface(stop)
            assert interface.text(QAccessible.Text.Name)
            assert stop.height() >= 24
        test.start_page.start.click()


def test_a_place_in_the_result_is_opened(active: Window, test: SelfTest) -> None:
    questions_only(test)
    press(Key.Key_Return)
    while test.round.card is not None:
        press(Key.Key_Space, "1")
    link = test.result_page.links[2]
    link.setFocus()
    press(Key.Key_Return)
    assert active.presenting.cover is None
    assert active.reader.place == link.property("place")
    assert active.isEnabled()
    asked = test.round
    active.presenting.test()
    again = active.presenting.cover
    assert isinstance(again, SelfTest)
    assert again._pages.currentWidget() is again.result_page  # with the other cards
    assert again.round == asked
    assert again.result_page.close_button.hasFocus()
    press(Key.Key_Escape)
    active.presenting.test()
    assert isinstance(active.presenting.cover, SelfTest)
    assert active.presenting.cover.start_page.isVisible()  # that test was closed


def test_a_test_that_was_left_at_a_card_goes_on_there(active: Window, test: SelfTest) -> None:
    questions_only(test)
    press(Key.Key_Return, Key.Key_Space, "3", Key.Key_Space)
    card = test.round.card
    test.card_page.place_chosen.emit("sources")  # a link of the answer
    assert active.reader.place == "sources"
    active.presenting.test()
    again = active.presenting.cover
    assert isinstance(again, SelfTest)
    assert (again.round.card, again.round.is_revealed) == (card, True)
    press("1")
    assert len(again.round.graded) == 2


def test_a_card_that_was_not_known_is_told_as_coming_again(test: SelfTest) -> None:
    questions_only(test)
    press(Key.Key_Return)
    count = test.round.count
    told = []
    for grade in ("3", "1"):
        press(Key.Key_Space, grade)
        told.append(test.card_page.where.text())
    assert told == [f"0 of {count} done, 1 again", f"1 of {count} done, 1 again"]


def test_escape_shows_how_it_stands_then_leaves_and_nothing_is_kept(active: Window, test: SelfTest) -> None:
    before = active.remember()
    press(Key.Key_Return, Key.Key_Space, "3", Key.Key_Escape)
    shown = [label.text() for label in test.result_page.findChildren(QLabel)]
    assert shown == ["So far you knew 0 of 1", f"{test.round.count - 1} cards were not asked.", "Not yet: 1"]
    assert test.result_page.close_button.hasFocus()
    press(Key.Key_Escape)
    assert active.presenting.cover is None
    assert active.reader.place == "treatment-and-management"
    after = active.remember()
    assert (after.place, after.open_answers, after.window) == (before.place, before.open_answers, before.window)


def test_escape_leaves_at_once_where_nothing_was_graded(active: Window, test: SelfTest) -> None:
    press(Key.Key_Return, Key.Key_Space, Key.Key_Escape)
    assert active.presenting.cover is None


def test_a_test_that_was_ended_early_goes_on_where_it_was(test: SelfTest) -> None:
    press(Key.Key_Return, Key.Key_Space, "1", Key.Key_Space)
    asked = test.round
    test.card_page.end.click()
    test.result_page.back_button.click()
    assert test.round is asked
    assert test.card_page.answer.toPlainText()
    assert test.card_page.answer.hasFocus()
    press("1")
    assert test.round.done == 2


@pytest.mark.parametrize("way", ["backspace", "control z", "button"])
def test_a_grade_is_undone_and_given_again(test: SelfTest, way: str) -> None:
    def undo() -> None:
        if way == "button":
            test.card_page.undo.click()
        elif way == "backspace":
            press(Key.Key_Backspace)
        else:
            QTest.keyClick(QApplication.focusWidget(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    questions_only(test)
    press(Key.Key_Return)
    assert not test.card_page.undo.isEnabled()
    undo()  # nothing to undo
    first = test.round.card
    press(Key.Key_Space, "3")
    assert test.card_page.undo.isEnabled()
    undo()
    assert test.round.card is first
    assert test.round.graded == ()
    assert test.card_page.question.text() == first.question
    assert test.card_page.answer.toPlainText()
    press("1")
    assert [grade for _, grade in test.round.graded] == ["knew"]
    assert test.round.done == 1
    press(Key.Key_Space)
    undo()  # also from an answer that is shown
    assert test.round.card is first


def test_the_last_grade_is_undone_from_the_result(test: SelfTest) -> None:
    questions_only(test)
    press(Key.Key_Return)
    while test.round.card is not None:
        last = test.round.card
        press(Key.Key_Space, "1")
    test.result_page.back_button.click()
    assert test.round.card is last
    press("2")
    assert test.round.card is None
    assert test.round.first_grades()["partly"] == (last,)


def test_so_many_cards_are_asked_as_were_chosen_by_keys(test: SelfTest) -> None:
    QTest.keyClick(QApplication.focusWidget(), Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert test.start_page.number.hasFocus()
    press(Key.Key_Down)
    assert test.start_page.start.text() == "Start with 10 cards"
    press(Key.Key_Return)  # begins, without a way to the button
    assert test.round.count == 10
    while test.round.card is not None:
        press(Key.Key_Space, "1")
    assert test.result_page.findChildren(QLabel)[0].text() == "You knew 10 of 10"
    test.result_page.again_button.click()
    assert test.start_page.number.currentText() == "10"
    test.start_page.terms.setChecked(False)
    assert test.start_page.start.text() == "Start with 9 cards"  # there are no more
    numbers = [test.start_page.number.itemText(row) for row in range(test.start_page.number.count())]
    assert numbers == ["All", "10", "20", "30"]


def test_with_nothing_ticked_there_is_nothing_to_start(test: SelfTest) -> None:
    test.start_page.questions.setChecked(False)
    test.start_page.terms.setChecked(False)
    assert not test.start_page.start.isEnabled()
    assert not test.start_page.export.isEnabled()


@pytest.mark.parametrize(("size", "text"), [((320, 480), 200), ((1024, 600), 200), ((667, 344), 100)], ids=str)
def test_the_button_with_the_focus_is_seen_at_first(active: Window, qtbot: QtBot, size: tuple[int, int], text: int) -> None:
    active.frame.resize(*size)
    active.appearance._set("light", text)
    active.presenting.test()
    test = active.presenting.cover
    assert isinstance(test, SelfTest)
    start, title, page = test.start_page.start, test.start_page.title, test.start_page.viewport()

    def in_sight(part: QWidget) -> bool:
        return page.rect().contains(part.geometry().translated(start.parentWidget().mapTo(page, QPoint(0, 0))))

    qtbot.waitUntil(lambda: in_sight(start))
    assert in_sight(title) == (text == 100)  # on a desktop at 200 % all of it has room


def test_a_short_result_is_in_sight_as_a_whole_in_a_low_window(active: Window, test: SelfTest, qtbot: QtBot) -> None:
    active.frame.resize(512, 290)
    press(Key.Key_Return, Key.Key_Space, "1", Key.Key_Space, "3", Key.Key_Escape)
    page = test.result_page
    qtbot.waitUntil(lambda: page.close_button.hasFocus() and page.widget().height() > 0)
    QApplication.processEvents()
    assert page.verticalScrollBar().maximum() == 0
    assert page.back_button.y() == page.close_button.y()


@pytest.mark.parametrize("size", [(320, 480), (800, 600), (1280, 800)], ids=str)
def test_it_fits_small_windows_too(active: Window, test: SelfTest, size: tuple[int, int]) -> None:
    active.frame.resize(*size)
    test.begin_test()
    test.reveal()
    test.frameGeometry()
    assert test.size() == active.frame.size()
    for part in (test.card_page.undo, test.card_page.end, test.card_page.question, test.card_page.answer, *test.card_page.grades):
        corner = part.mapTo(test, part.rect().bottomRight())
        assert test.rect().contains(corner), part


def test_cards_are_saved_for_anki_as_they_are_ticked(active: Window, test: SelfTest, tmp_path: Path) -> None:
    path = tmp_path / "cards.txt"
    questions_only(test)
    test.start_page.doubtful.setChecked(True)
    test.start_page.export.click()
    choose_file(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4 + 10
    assert any("faq/treatment" in line and "Outdated" in line for line in lines)
    assert str(path) in test.start_page.message.text()


def test_saving_from_the_menu_leaves_doubtful_cards_out(active: Window, tmp_path: Path) -> None:
    path = tmp_path / "cards.txt"
    active.presenting.export_cards()
    choose_file(path)
    assert "faq/treatment" not in path.read_text(encoding="utf-8")
    active.presenting.export_cards()
    choose_file(tmp_path / "none" / "cards.txt")
    assert "cannot be written" in active.notice._text.text()


# --- what to teach ---


@pytest.fixture
def lesson(active: Window, qtbot: QtBot) -> LessonCover:
    active.presenting.choose_lesson()
    cover = active.presenting.cover
    assert isinstance(cover, LessonCover)
    qtbot.waitUntil(cover.list.hasFocus)
    return cover


def test_lines_are_ticked_and_moved_by_keys_and_taught(active: Window, lesson: LessonCover) -> None:
    whole = lesson.places()
    assert whole == teachable(active.article)
    lesson.tick_none()
    assert not lesson.teach.isEnabled()
    press(Key.Key_Down, Key.Key_Space)
    QTest.keyClick(lesson.list, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Key.Key_End, Key.Key_Space)
    assert lesson.places() == (whole[1], whole[-1])
    for _ in range(len(whole)):
        QTest.keyClick(lesson.list, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert lesson.places() == (whole[-1], whole[1])
    press(Key.Key_Return)
    view = active.presenting.cover
    assert isinstance(view, TeachView)
    assert list(dict.fromkeys(slide.place for slide in view.slideshow.slides if slide.place)) == [whole[-1], whole[1]]
    QTest.keyClick(view, Key.Key_Escape)
    active.presenting.choose_lesson()
    again = active.presenting.cover
    assert isinstance(again, LessonCover)
    assert again.places() == (whole[-1], whole[1])


@pytest.mark.parametrize("mirrored", [False, True], ids=["left to right", "right to left"])
def test_a_click_anywhere_on_a_line_ticks_once(lesson: LessonCover, mirrored: bool) -> None:
    lines = lesson.list
    lines.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    row = lines.visualItemRect(lines.item(1))
    for across in range(row.left() + 1, row.right(), 3):
        before = lines.item(1).checkState()
        QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(across, row.center().y()))
        assert lines.item(1).checkState() != before, f"{across} px from the left"


def test_a_double_click_on_a_line_ticks_as_two_clicks_do(lesson: LessonCover) -> None:
    lines = lesson.list
    row = lines.visualItemRect(lines.item(1))
    spot = QPoint(row.left() + 5, row.center().y())
    for _ in range(2):
        QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    before = lines.item(1).checkState()
    QTest.mouseDClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert lines.item(1).checkState() == before


def test_buttons_move_lines_too_and_tab_reaches_every_button(lesson: LessonCover) -> None:
    whole = lesson.places()
    lesson.list.setCurrentItem(lesson.lines()[2])
    lesson.up.click()
    assert lesson.places()[:3] == (whole[0], whole[2], whole[1])
    lesson.down.click()
    assert lesson.places() == whole
    lesson.list.setFocus()
    reached: list[QWidget | None] = []
    while len(reached) < 20 and lesson.list not in reached:
        press(Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert lesson.list in reached
    assert {button for button in lesson.findChildren(QPushButton) if button.isEnabled() and button.isVisible()} <= set(reached)


def test_a_lesson_is_saved_and_opened_again(active: Window, lesson: LessonCover, tmp_path: Path) -> None:
    path = tmp_path / "lesson.json"
    lesson.choose(("faq/treatment", "figures/stitch"))
    lesson.save.click()
    choose_file(path)
    assert json.loads(path.read_text(encoding="utf-8"))["places"] == ["faq/treatment", "figures/stitch"]
    assert "lesson.json" in lesson._message.text()
    lesson.tick_all()
    lesson.open.click()
    choose_file(path)
    assert lesson.places() == ("faq/treatment", "figures/stitch")
    press(Key.Key_Escape)
    assert active.presenting.cover is None


def test_a_bad_lesson_is_told_in_a_sentence_and_nothing_is_taught(active: Window, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"schema": 1, "article": "x", "places": ["nowhere"]}', encoding="utf-8")
    active.presenting.open_lesson()
    choose_file(path)
    told = active.notice._text.text()
    assert told == "The lesson “bad” was not opened. It belongs to another article (x). Open that article first, then the lesson."
    assert active.presenting.cover is None


def test_a_lesson_is_opened_from_the_menu_and_taught_when_a_file_is_chosen(active: Window, tmp_path: Path) -> None:
    path = tmp_path / "lesson.json"
    active.presenting.lessons.save(path, ("faq/treatment", "figures/stitch"))
    active.presenting.open_lesson()
    assert active.presenting.cover is None  # it only asks
    choose_file(path)
    view = active.presenting.cover
    assert isinstance(view, TeachView)
    assert list(dict.fromkeys(slide.place for slide in view.slideshow.slides if slide.place)) == ["faq/treatment", "figures/stitch"]


def test_nothing_is_done_when_no_file_is_chosen_and_the_focus_comes_back(lesson: LessonCover, qtbot: QtBot) -> None:
    before = lesson.places()
    for button in (lesson.save, lesson.open):
        button.setFocus()
        button.click()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FileDialog)
        dialog.reject()
        assert lesson.isVisible()
        qtbot.waitUntil(button.hasFocus)
    assert lesson.places() == before
    assert not lesson._message.isVisible()


ASKS: dict[str, Callable[[Window], object]] = {
    "open a lesson": lambda window: window.presenting.open_lesson(),
    "save a lesson": lambda window: window.presenting.lessons.ask_to_save(("faq/treatment",)),
    "save cards": lambda window: window.presenting.export_cards(),
}


@pytest.mark.parametrize("ask", ASKS)
def test_the_window_may_close_while_a_file_is_asked_for(active: Window, ask: str) -> None:
    told: list[str] = []
    active.presenting.told.connect(told.append)
    ASKS[ask](active)
    assert isinstance(QApplication.activeModalWidget(), FileDialog)
    assert active.frame.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QApplication.activeModalWidget() is None
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert not active.frame.findChildren(FileDialog)
    assert told == []


@pytest.mark.parametrize("size", [(320, 480), (1280, 800)], ids=str)
def test_the_choice_fits_its_window(active: Window, lesson: LessonCover, size: tuple[int, int]) -> None:
    active.frame.resize(*size)
    QApplication.sendPostedEvents()
    for part in lesson._card.findChildren(QWidget):
        if isinstance(part, QPushButton):
            assert lesson.rect().contains(part.mapTo(lesson, part.rect().bottomRight())), part.text()


@pytest.mark.parametrize(("size", "text", "least"), [((1008, 560), 200, 4), ((667, 344), 100, 5)], ids=str)
def test_the_lines_have_the_room_in_a_low_window(active: Window, qtbot: QtBot, size: tuple[int, int], text: int, least: int) -> None:
    active.frame.resize(*size)
    active.appearance._set("light", text)
    active.presenting.choose_lesson()
    cover = active.presenting.cover
    assert isinstance(cover, LessonCover)
    listed, lines = cover.list, cover.lines()

    def whole() -> int:
        QApplication.processEvents()
        return sum(listed.viewport().rect().contains(listed.visualItemRect(line)) for line in lines)

    qtbot.waitUntil(lambda: whole() >= least)
    listed.setCurrentItem(lines[least - 1])
    cover.show_message("The lesson “week 20” is saved: /clinic/week 20.json")
    assert whole() >= least - 1
    assert listed.viewport().rect().contains(listed.visualItemRect(lines[least - 1]))
    for button in (cover.up, cover.none, cover.teach):
        assert cover._card.rect().contains(QRect(button.mapTo(cover._card, QPoint(0, 0)), button.size()))
    press(Key.Key_Space)
    assert cover._message.isHidden()  # it was about the lines as they were
