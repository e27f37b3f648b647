"""Home, End, the wheel with Ctrl, a mouse's outer buttons, and the places that were visited: wherever the focus or the pointer is."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.reading.embedded_page import EmbeddedPage
from app.ui.shell.frame import title_of
from app.ui.text import announcements
from app.ui.window.commands import Id
from app.ui.window.window import Window

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def turn(widget: QWidget, delta: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """Turn the wheel over the middle of what is seen of a part, as the system tells it: only so Qt hands it on from part to part."""
    frame = widget.window()
    at = widget.mapTo(frame, widget.visibleRegion().boundingRect().center())
    QTest.wheelEvent(frame.windowHandle(), QPointF(at), QPoint(0, delta), QPoint(0, 0), modifiers)


def press(widget: QWidget, button: Qt.MouseButton) -> None:
    at = QPointF(widget.rect().center())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(widget, QMouseEvent(kind, at, widget.mapToGlobal(at), button, button, NONE))


def places_of_a_pointer(window: Window) -> list[QWidget]:
    """The window, what scrolls in it, and the answers, which are made late."""
    window.reader.go_to("faq/risks")
    areas = [area.viewport() for area in window.findChildren(QAbstractScrollArea) if area.isVisible()]
    assert len(areas) >= 3
    assert any(isinstance(area.parent(), EmbeddedPage) for area in areas)
    return [window, window.bar, window.footer, window.bar.contents, *areas]


def test_the_wheel_with_ctrl_changes_the_size_of_the_text_wherever_the_pointer_is(window: Window) -> None:
    for part in places_of_a_pointer(window):
        turn(part, 120)
        assert window.appearance.size > 100, part
        turn(part, -120)
        assert window.appearance.size == 100, part
    page = window.reader.accordion.findChildren(EmbeddedPage)[0]
    before = page.font().pointSizeF(), page.font().pixelSize()
    turn(page.viewport(), 120)
    turn(page.viewport(), -120)
    assert (page.font().pointSizeF(), page.font().pixelSize()) == before  # Qt would change this text alone


def test_small_turns_add_up_and_the_wheel_alone_scrolls(window: Window) -> None:
    window.reader.go_to("treatment-and-management")
    text = window.reader.page.viewport()
    sizes = []
    for delta in (50, 50, 50, -60, -60, 240):
        turn(text, delta)
        sizes.append(window.appearance.size)
    assert sizes[:2] == [100, 100]
    assert sizes[2] > 100
    assert sizes[3] == sizes[2]  # what was left over for larger text is no part of smaller text
    assert sizes[4] == 100
    assert sizes[5] > sizes[2]
    before = window.appearance.size
    turn(text, -240, NONE)
    assert window.reader.page.verticalScrollBar().value() > 0
    assert window.appearance.size == before


def test_the_outer_buttons_go_back_and_forward_wherever_the_pointer_is(window: Window) -> None:
    window.reader.go_to("overview")
    window.reader.go_to("glossary")
    for part in places_of_a_pointer(window):
        window.reader.go_to("faq/risks")
        press(part, Qt.MouseButton.BackButton)
        assert window.reader.place == "glossary", part
        press(part, Qt.MouseButton.ForwardButton)
        assert window.reader.place == "faq/risks", part
        press(part, Qt.MouseButton.ForwardButton)  # there is nothing further on
        assert window.reader.place == "faq/risks", part


def test_nothing_happens_before_the_disclaimer_is_accepted(open_window) -> None:
    window = open_window(accept=False)
    for part in (window, window.reader.page.viewport()):
        turn(part, 120)
        press(part, Qt.MouseButton.BackButton)
    assert (window.appearance.size, window.reader.place) == (100, "overview")


def test_the_size_is_shown_and_announced_also_at_its_limit(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("app.ui.window.copying.announce", lambda _widget, words: said.append(words))
    assert callable(announcements.announce)
    window.commands.by_id[Id.LARGER].trigger()
    assert window.copied.isVisible()
    assert window.copied.text() == said[-1] == f"Text size {window.appearance.size} %"
    assert window.commands.by_id[Id.NORMAL].text() == f"&Normal text (now {window.appearance.size} %)"
    for _ in range(20):
        window.commands.by_id[Id.LARGER].trigger()
    assert said[-1] == said[-2] == "Text size 300 %"
    window.commands.by_id[Id.NORMAL].trigger()
    assert said[-1] == "Text size 100 %"
    assert "100 %" in window.commands.by_id[Id.NORMAL].text()


def scrolled(window: Window) -> float:
    """Return how far the page is scrolled: 0 at the top, 1 at the bottom."""
    bar = window.reader.part().verticalScrollBar()
    return bar.value() / bar.maximum()


@pytest.mark.parametrize("where", ["page", "beside", "button"])
def test_home_and_end_lead_to_the_ends_of_the_page(window: Window, where: str, qtbot: QtBot) -> None:
    window.frame.resize(1280, 600)
    window.reader.go_to("treatment-and-management")
    qtbot.waitUntil(window.reader.side.isVisible)
    page = window.reader.page
    part = {"page": page, "beside": window.reader.side.page, "button": window.bar.contents}[where]
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_End)
    assert scrolled(window) == 1
    assert page.textCursor().atEnd()
    QTest.keyClick(part, Qt.Key.Key_Home, Qt.KeyboardModifier.KeypadModifier)
    assert scrolled(window) == 0
    assert page.textCursor().atStart()
    QTest.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)  # selects to the end of the line, as in any text
    assert page.textCursor().hasSelection()
    assert scrolled(window) == 0


def test_home_and_end_lead_to_the_first_and_the_last_question(window: Window, qtbot: QtBot) -> None:
    window.frame.resize(1280, 600)
    window.reader.go_to("faq/risks")
    questions = window.reader.accordion
    first, last = (questions.question(window.article.faq.entries[at].id) for at in (0, -1))
    questions.question("faq/risks").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    qtbot.waitUntil(last.hasFocus)
    assert scrolled(window) == 1
    answer = next(page for page in questions.findChildren(EmbeddedPage) if page.isVisible())
    answer.setFocus()
    QTest.keyClick(answer, Qt.Key.Key_Home)
    qtbot.waitUntil(first.hasFocus)
    assert scrolled(window) == 0


def test_in_a_field_home_and_end_are_the_texts(window: Window) -> None:
    window.reader.go_to("treatment-and-management")
    field = window.field.findChild(QWidget, "") or window.field
    window.searching.start()
    typed = QApplication.focusWidget() or field
    QTest.keyClicks(typed, "bed rest")
    QTest.keyClick(typed, Qt.Key.Key_Home)
    assert typed.cursorPosition() == 0
    QTest.keyClick(typed, Qt.Key.Key_End)
    assert typed.cursorPosition() == len("bed rest")


def test_the_go_menu_leads_to_sources_and_to_the_places_visited_last(window: Window) -> None:
    recent = window.commands.recent
    assert not recent.menuAction().isEnabled()
    for place in ("treatment-and-management/cerclage", "faq/risks", "keys", "faq/risks"):
        window.reader.go_to(place)
    window.commands.by_id[Id.SOURCES].trigger()
    assert window.reader.place == "sources"
    assert recent.menuAction().isEnabled()
    recent.aboutToShow.emit()
    assert [action.data() for action in recent.actions()] == ["faq/risks", "keys", "treatment-and-management/cerclage", "overview"]
    assert [action.text() for action in recent.actions()][1:] == ["Keys", "Treatment and Management", "Cervical Insufficiency"]
    recent.actions()[2].trigger()
    assert window.reader.place == "treatment-and-management/cerclage"
    recent.aboutToShow.emit()
    assert [action.data() for action in recent.actions()] == ["sources", "faq/risks", "keys", "overview"]


def test_the_title_has_each_name_once(window: Window) -> None:
    assert window.article.title == window.article.sections[0].title
    assert window.frame.windowTitle() == "Cervical Insufficiency – Cervical Reference"
    window.reader.go_to("glossary")
    assert window.frame.windowTitle() == "Glossary – Cervical Insufficiency – Cervical Reference"
    assert title_of("About Cervical Reference", "Tea") == "About Cervical Reference – Tea"
