"""Lessons: their lines under headings, how many slides they make, what they are called, where they are opened from, and which are offered again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.files.loader import Loaded
from app.core.files.policy import Policy
from app.core.pages.document import Document
from app.core.teaching.lesson import teachable, write_lesson
from app.ui.session.session import Session
from app.ui.shell.settings import Settings
from app.ui.teaching.lesson_dialog import LessonCover
from app.ui.teaching.lesson_files import MOST_RECENT
from app.ui.teaching.teach import TeachView
from app.ui.window.bars import GOOD
from app.ui.window.commands import Id
from app.ui.window.window import Window
from tests.ui.hands import activate, choose_file, focus, press
from tests.ui.session.test_application import drag, dragged

Key = Qt.Key
LESSON = ("faq/treatment", "figures/stitch", "overview")


@pytest.fixture
def active(window: Window, qtbot: QtBot) -> Window:
    activate(window, qtbot)
    return window


@pytest.fixture
def file(active: Window, tmp_path: Path) -> Path:
    path = tmp_path / "Ward round.json"
    write_lesson(path, active.article, LESSON)
    return path


def choose(window: Window, qtbot: QtBot) -> LessonCover:
    window.presenting.choose_lesson()
    cover = window.presenting.cover
    assert isinstance(cover, LessonCover)
    qtbot.waitUntil(cover.list.hasFocus)
    return cover


def headings(lesson: LessonCover) -> list[str]:
    items = (lesson.list.item(number) for number in range(lesson.list.count()))
    return [item.text() for item in items if not item.flags() & Qt.ItemFlag.ItemIsEnabled]


def taught(window: Window) -> list[str]:
    view = window.presenting.cover
    assert isinstance(view, TeachView)
    return list(dict.fromkeys(slide.place for slide in view.slideshow.slides if slide.place))


# --- the list ---


def test_lines_stand_under_headings_that_keys_pass_over(active: Window, qtbot: QtBot) -> None:
    lesson = choose(active, qtbot)
    assert headings(lesson) == ["Sections, each with its figures", active.article.faq.title]
    lines = lesson.lines()
    assert [line.data(Qt.ItemDataRole.UserRole) for line in lines] == list(teachable(active.article))
    assert lines[1].text() == "Figure: Where the cervix is"
    reached = []
    press(Key.Key_Home)
    for _ in lines:
        reached.append(lesson.list.currentItem())
        press(Key.Key_Down)
    assert reached == lines
    press(Key.Key_End)
    assert lesson.list.currentItem() is lines[-1]
    assert all(line.data(Qt.ItemDataRole.AccessibleDescriptionRole) in headings(lesson) for line in lines)


def test_headings_go_with_lines_that_are_moved_and_a_lesson_has_its_own(active: Window, qtbot: QtBot) -> None:
    lesson = choose(active, qtbot)
    sections, questions = headings(lesson)
    first = next(line for line in lesson.lines() if line.data(Qt.ItemDataRole.UserRole).startswith("faq/"))
    lesson.list.setCurrentItem(first)
    lesson.up.click()
    assert headings(lesson) == [sections, questions, sections, questions]
    assert lesson.list.currentItem() is first
    lesson.down.click()
    assert headings(lesson) == [sections, questions]
    lesson.choose(LESSON)
    assert headings(lesson) == ["In this lesson, in this order", sections, questions]
    assert lesson.places() == LESSON
    assert lesson.list.currentItem() is lesson.lines()[0]
    lesson.choose(())
    assert headings(lesson) == [sections, questions]


def test_a_danger_box_that_belongs_to_no_section_stands_under_a_heading_of_its_own(
    active: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    urgent = active.article.urgent_care
    assert urgent is not None
    article = replace(active.article, urgent_care=replace(urgent, first_at=()))
    monkeypatch.setattr(active.presenting, "_document", Document(article))
    assert headings(choose(active, qtbot)) == ["Sections, each with its figures", article.faq.title, "Danger box"]


def test_a_click_on_a_heading_ticks_nothing(active: Window, qtbot: QtBot) -> None:
    lesson = choose(active, qtbot)
    before = lesson.places()
    QTest.mouseClick(lesson.list.viewport(), Qt.MouseButton.LeftButton, pos=lesson.list.visualItemRect(lesson.list.item(0)).center())
    assert lesson.places() == before


def test_a_key_right_after_tick_none_is_not_undone(active: Window, qtbot: QtBot) -> None:
    lesson = choose(active, qtbot)
    assert len(lesson.places()) > 1
    QTest.keyClick(lesson.list, Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(lesson.list, Key.Key_Space)
    qtbot.wait(150)  # longer than Qt shows that a button is pressed
    assert len(lesson.places()) == 1


# --- how many slides, and what it is called ---


def test_the_slides_are_counted_while_lines_are_ticked_as_many_as_are_taught(active: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("app.ui.text.announcements.announce", lambda _widget, message: said.append(message))
    lesson = choose(active, qtbot)
    assert lesson.told.text().startswith("The whole article · ")
    lesson.tick_none()
    assert lesson.told.text() == "Not saved as a lesson · nothing is ticked"
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Space)
    shown = lesson.told.text()
    assert said == []  # not at every key
    qtbot.waitUntil(lambda: said == [shown])
    press(Key.Key_Return)
    view = active.presenting.cover
    assert isinstance(view, TeachView)
    qtbot.waitUntil(lambda: view.size() == active.frame.screen().size())
    assert shown == f"Not saved as a lesson · {len(view.slideshow.slides)} slides"


def test_the_name_of_the_lesson_is_shown(active: Window, qtbot: QtBot, file: Path) -> None:
    lesson = choose(active, qtbot)
    lesson.open.click()
    choose_file(file)
    assert lesson.told.text().startswith("Lesson “Ward round” · ")
    lesson.tick_all()
    assert lesson.told.text().startswith("Lesson “Ward round”, changed · ")
    lesson.save.click()
    choose_file(file.with_name("All of it.v2"))
    assert lesson.told.text().startswith("Lesson “All of it.v2” · ")
    assert file.with_name("All of it.v2.json").is_file()


# --- recent lessons ---


def test_recent_lessons_are_offered_and_opened_by_keys(active: Window, qtbot: QtBot, file: Path) -> None:
    lesson = choose(active, qtbot)
    assert lesson.recent.isHidden()
    assert lesson.recent.window() is active.frame  # never a window of its own
    lesson.left.emit()
    active.presenting.lessons.open(file)
    press(Key.Key_Escape)
    active.presenting.lessons.open(file.with_name("none.json"))  # not there: not offered
    lesson = choose(active, qtbot)
    lesson.choose(())
    lesson.recent.click()
    assert [action.text() for action in lesson.recent_menu.actions()] == ["Ward round"]
    QTest.keyClick(lesson.recent_menu, Key.Key_Return)
    assert lesson.places() == LESSON
    assert focus() is lesson.list


def test_a_recent_lesson_that_is_gone_is_told_and_offered_no_longer(active: Window, qtbot: QtBot, file: Path) -> None:
    active.presenting.lessons.remember(file, LESSON)
    file.unlink()
    lesson = choose(active, qtbot)
    lesson.recent_menu.actions()[0].trigger()
    assert lesson._message.text() == f"The lesson “Ward round” is no longer there: {file}"
    assert lesson.recent.isHidden()
    assert active.presenting.lessons.recent == ()


def test_so_many_lessons_are_offered_and_of_one_name_with_their_folders(active: Window, qtbot: QtBot, tmp_path: Path) -> None:
    lessons = active.presenting.lessons
    for number in range(MOST_RECENT + 3):
        lessons.remember(tmp_path / f"{number}.json", LESSON)
    lessons.remember(tmp_path / "May" / "9.json", LESSON)
    assert len(lessons.recent) == MOST_RECENT
    lesson = choose(active, qtbot)
    assert [action.text() for action in lesson.recent_menu.actions()][:3] == ["9 (in May)", "10", f"9 (in {tmp_path.name})"]


def test_the_menu_of_the_window_offers_them_too_where_there_are_any(active: Window, file: Path) -> None:
    offered = active.commands.by_id[Id.RECENT_LESSONS]
    assert not offered.isEnabled()
    active.presenting.lessons.remember(file, LESSON)
    assert offered.isEnabled()
    active.reader.go_to("faq")
    assert offered.isEnabled()
    offered.menu().actions()[0].trigger()
    assert taught(active) == list(LESSON)


# --- from outside, and from one start to the next ---


@pytest.fixture
def started(qapp: QApplication, loaded: Loaded, tmp_path: Path, kept: list[object]) -> Callable[..., Session]:
    def start(policy: Policy | None = None) -> Session:
        session = Session(qapp, Settings(tmp_path / "settings.ini"), policy or Policy())
        session.open(loaded, None, "")
        session.load_window()
        kept.append(session.frame)
        return session

    return start


def test_a_lesson_is_taught_however_it_is_opened(started, loaded: Loaded, tmp_path: Path) -> None:
    path = tmp_path / "Ward round.json"
    write_lesson(path, loaded.article, LESSON)
    session = started()
    session.open_from_outside(str(path))
    window = session.window
    assert window.presenting.cover is None  # not before the disclaimer is accepted
    session.frame.accept_disclaimer()
    assert taught(window) == list(LESSON)
    window.presenting.cover.leave()
    window.opening.content_wanted.emit(str(path))
    assert taught(window) == list(LESSON)
    window.presenting.cover.leave()
    assert drag(window.reader.page.viewport(), dragged(path.as_uri()), let_go=True)
    QApplication.processEvents()
    assert taught(window) == list(LESSON)
    window.presenting.cover.leave()
    assert session.window is window
    path.write_text(json.dumps({"schema": 1, "article": "tea", "places": ["pot"]}), encoding="utf-8")
    session.open_file(str(path))
    assert window.notice._text.text() == (
        "The lesson “Ward round” was not opened. It belongs to another article (tea). Open that article first, then the lesson."
    )
    session.frame.close()


def test_recent_lessons_are_kept_between_starts_unless_the_policy_forbids_it(started, loaded: Loaded, tmp_path: Path) -> None:
    path = tmp_path / "Ward “1”, é.json"
    write_lesson(path, loaded.article, LESSON)
    session = started()
    session.frame.accept_disclaimer()
    session.open_file(str(path))
    session.frame.close()
    session = started()
    assert session.window.presenting.lessons.recent == (path,)
    session.frame.close()
    session = started(Policy(remember_place=False))
    assert session.window.presenting.lessons.recent == ()
    session.frame.close()


# --- success is no warning ---


def test_what_was_done_is_told_without_a_warning(active: Window, tmp_path: Path) -> None:
    notice = active.notice
    notice.clear()
    active.presenting.lessons.save(tmp_path / "a.json", LESSON)
    assert notice._text.text() == f"The lesson “a” is saved: {tmp_path / 'a.json'}"
    assert notice.property(GOOD) is True
    done = notice._icon.pixmap().toImage()
    active.presenting.lessons.save(tmp_path, LESSON)
    assert notice.property(GOOD) is False
    assert notice._icon.pixmap().toImage() != done
    active.presenting.card_export.save(tmp_path / "b.txt", ())
    assert notice.property(GOOD) is True
    notice.show_message("Something is wrong.", "another thing")
    assert notice.property(GOOD) is False  # a warning stands among them
    notice.clear()
    active.sheets.make_review_sheet()
    choose_file(tmp_path / "review.html")
    assert "Saved as" in notice._text.text()
    assert notice.property(GOOD) is True


def test_what_was_ticked_is_still_ticked_when_the_list_is_opened_again(active: Window, qtbot: QtBot) -> None:
    cover = choose(active, qtbot)
    cover.tick_none()
    cover.list.setCurrentItem(cover.lines()[2])
    press(Key.Key_Space)
    ticked = cover.places()
    assert len(ticked) == 1
    press(Key.Key_Escape)
    assert active.presenting.cover is None
    assert choose(active, qtbot).places() == ticked


@pytest.mark.parametrize("cover", ["choose_lesson", "test"])
def test_one_can_quit_while_something_covers_the_window(active: Window, qtbot: QtBot, cover: str) -> None:
    getattr(active.presenting, cover)()
    assert active.presenting.cover is not None
    qtbot.waitExposed(active.frame)
    with qtbot.waitSignal(active.frame.left):
        press(Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
