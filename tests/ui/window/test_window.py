"""The window: parts that work together."""

import datetime as dt
import gc
import weakref
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.core.files.loader import Loaded, load
from app.ui.handout import printing
from app.ui.handout.handout_desk import desk_of
from app.ui.shell.appearance import Appearance
from app.ui.shell.frame import Frame
from app.ui.shell.settings import Remembered
from app.ui.window.commands import TABLE, Id
from app.ui.window.window import Window
from tests.ui.conftest import TINY

OpenWindow = Callable[..., Window]


def test_the_disclaimer_lies_over_the_window_and_nothing_behind_works(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(accept=False)
    assert window.frame.cover.isVisible()
    assert not window.isEnabled()
    assert not any(action.isEnabled() for action in window.commands.by_id.values())
    qtbot.waitUntil(window.frame.cover.accept_button.hasFocus)
    QTest.keyClick(window.frame.cover.accept_button, Qt.Key.Key_Tab)
    assert window.frame.cover.quit_button.hasFocus()
    QTest.keyClick(window.frame.cover.quit_button, Qt.Key.Key_Tab)
    assert window.frame.cover.accept_button.hasFocus()


def test_enter_accepts_the_disclaimer(open_window: OpenWindow) -> None:
    window = open_window(accept=False)
    QTest.keyClick(window.frame.cover.accept_button, Qt.Key.Key_Return)
    assert not window.frame.cover.isVisible()
    assert window.isEnabled()


@pytest.mark.parametrize("accept", [True, False])
def test_closing_tells_whether_the_disclaimer_was_accepted(open_window: OpenWindow, qtbot: QtBot, accept: bool) -> None:
    window = open_window(accept=accept)
    with qtbot.waitSignal(window.frame.left) as left:
        window.frame.close()
    assert left.args == [accept]


def test_escape_declines_the_disclaimer(open_window: OpenWindow) -> None:
    window = open_window(accept=False)
    QTest.keyClick(window.frame.cover.accept_button, Qt.Key.Key_Escape)
    assert not window.frame.isVisible()


def test_the_whole_disclaimer_can_be_read_and_heard(open_window: OpenWindow, loaded: Loaded) -> None:
    window = open_window(accept=False)
    for paragraph in loaded.article.disclaimer.text:
        assert paragraph in window.frame.cover.accept_button.accessibleDescription()


def test_an_unknown_place_opens_the_nearest_and_says_so(open_window: OpenWindow) -> None:
    window = open_window("treatment-and-management/stitches")
    assert window.reader.place == "treatment-and-management"
    assert window.notice.isVisible()


def test_back_and_forward_return_to_place_and_scroll(window: Window) -> None:
    window.reader.go_to("treatment-and-management")
    window.reader.scroll_to_share(1.0)
    bar = window.reader.page.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    window.reader.go_to("faq")
    window.reader.go_back()
    assert window.reader.place == "treatment-and-management"
    assert bar.value() == bar.maximum() > 0
    window.reader.go_forward()
    assert window.reader.place == "faq"


def test_results_take_the_pages_place_while_words_stand_in_the_field(window: Window) -> None:
    window.searching.start()
    QTest.keyClicks(window.field, "cerclage")
    assert window.results.isVisible()
    QTest.keyClick(window.field, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.reader


def test_opening_a_result_goes_to_the_sentence_with_the_words_marked(window: Window) -> None:
    window.search("ehlers")
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert window.reader.place == "causes-and-risk-factors/collagen-disorders"
    assert window.reader.finding.total >= 1
    assert window.field.text() == ""


def test_a_corrected_search_can_be_undone(window: Window) -> None:
    window.search("cerclauge")
    assert "cerclage" in window.results.title()
    window.results.exact_wanted.emit()
    assert window.results.title() == "The article does not say this."


@pytest.mark.parametrize("words", ["bleeding", "leaking zzzz"])
def test_the_line_for_danger_signs_stands_with_every_query_that_names_one(window: Window, words: str) -> None:
    window.search(words)
    assert window.results.shows_urgent()
    window.results.urgent_wanted.emit()
    assert window.reader.place == "urgent-care"


def test_f2_leads_to_the_danger_signs(window: Window) -> None:
    window.commands.by_id["urgent"].trigger()
    assert window.frame.windowTitle().startswith("Call straight away")
    for sign in ("spotting from the vagina", "baby moves less", "have a stitch?", "hands or feet cold, clammy"):
        assert sign.lower() in window.reader.page.toPlainText().lower()


def test_the_last_search_of_the_session_stands_in_the_field_again(window: Window) -> None:
    window.search("ehlers")
    window.searching.open_chosen()
    window.searching.start()
    assert window.field.text() == "ehlers"
    assert window.results.isVisible()


def test_find_goes_through_all_hits_and_round(window: Window) -> None:
    window.reader.go_to("treatment-and-management")
    window.finder.begin()
    QTest.keyClicks(window.find_bar.field, "bed rest")
    total = window.reader.finding.total
    assert total > 1
    seen = [window.reader.finding.current]
    for _ in range(total):
        window.finder.next()
        seen.append(window.reader.finding.current)
    assert seen == [*range(total), 0]
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    assert window.reader.finding.total == 0
    assert not window.find_bar.isVisible()


def test_text_size_and_theme_change_at_once(window: Window) -> None:
    appearance = window.appearance
    appearance.enlarge()
    assert appearance.size == 110
    appearance.use_dark()
    assert appearance.look.theme.name == "dark"
    assert window.remember().theme == "dark"
    appearance.reset_size()
    assert window.remember().text_size == 100


def test_what_is_remembered_comes_back(open_window: OpenWindow) -> None:
    window = open_window("faq/risks")
    window.reader.set_open(["faq/risks", "faq/causes"])
    remembered = window.remember()
    again = open_window(remembered=remembered)
    assert again.reader.place == "faq/risks"
    assert again.reader.accordion.open_answers() == {"faq/risks", "faq/causes"}


def test_a_remembered_place_that_is_gone_opens_the_first_section_silently(open_window: OpenWindow) -> None:
    window = open_window(remembered=Remembered(place="gone/away", open_answers=["gone/too"]))
    assert window.reader.place == "overview"
    assert not window.notice.isVisible()


def test_a_narrow_window_keeps_the_contents_in_a_drawer(window: Window, qtbot: QtBot) -> None:
    window.frame.resize(480, 800)
    qtbot.waitUntil(lambda: window.body.is_narrow)
    assert not window.navigator.isVisible()
    window.body.show_contents()
    assert window.navigator.isVisible()
    QTest.keyClick(window.body.drawer, Qt.Key.Key_Escape)
    assert not window.body.drawer.isVisible()
    window.frame.resize(1280, 800)
    qtbot.waitUntil(window.navigator.isVisible)


def test_f6_goes_round_the_panes(window: Window, qtbot: QtBot) -> None:
    window.frame.activateWindow()
    window.searching.start()
    qtbot.waitUntil(window.field.hasFocus)
    for pane in (window.navigator, window.reader, window.field):
        window.panes.go_to_next()
        focus = QApplication.focusWidget()
        assert focus is pane or pane.isAncestorOf(focus)


def test_f11_fills_the_screen_and_gives_it_back(window: Window) -> None:
    full = Qt.WindowState.WindowFullScreen
    window.commands.by_id[Id.FULL_SCREEN].trigger()
    assert window.frame.windowState() & full
    window.commands.by_id[Id.FULL_SCREEN].trigger()
    assert not window.frame.windowState() & full


def test_every_command_is_there_once_and_does_something(window: Window) -> None:
    assert sorted(command.id for command in TABLE if command is not None) == sorted(Id)
    assert all(action.receivers("2triggered(bool)") for action in window.commands.by_id.values())


def print_a_handout(window: Window) -> None:
    window.sheets.make_handout()
    desk_of(window, window.document).dialog.print_button.click()


def save_a_handout(window: Window) -> None:
    window.sheets.make_handout()
    desk_of(window, window.document).dialog.save_button.click()


@pytest.mark.parametrize(
    ("open_it", "count"),
    [
        (lambda window: window.opening.choose_content(), 1),
        (lambda window: window.opening.compare_editions(), 1),
        (lambda window: window.sheets.make_review_sheet(), 1),
        (lambda window: window.enlarge(window.article.figures[0].id), 1),
        (lambda window: window.presenting.open_lesson(), 1),
        (lambda window: window.presenting.export_cards(), 1),
        (save_a_handout, 2),
        (print_a_handout, 2),
    ],
    ids=["content", "comparison", "review sheet", "figure", "lesson", "cards", "hand-out", "printer"],
)
def test_dialogs_close_with_their_window(window: Window, monkeypatch: pytest.MonkeyPatch, open_it: Callable[[Window], None], count: int) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    open_it(window)
    assert len([shown for shown in QApplication.topLevelWidgets() if shown.isVisible()]) == 1 + count
    frame = window.frame
    assert frame.close()
    assert not [shown for shown in QApplication.topLevelWidgets() if shown.isVisible()]
    frame.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(frame)


def test_every_control_has_a_name(window: Window) -> None:
    nameless = [
        control
        for control in window.findChildren(QWidget)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not (control.accessibleName() or getattr(control, "text", str)())
    ]
    assert nameless == []


def test_an_article_in_another_script_opens_mirrored(open_window: OpenWindow) -> None:
    tiny = load(TINY)
    window = open_window(content=tiny)
    assert window.frame.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert tiny.article.title in window.frame.windowTitle()
    assert tiny.article.sections[0].passages[0].text[:10] in window.reader.page.toPlainText()
    window.reader.go_to_questions()
    window.search(tiny.article.title.split()[0])
    assert window.results.isVisible()


def test_a_closed_window_is_let_go(appearance: Appearance, loaded: Loaded, qtbot: QtBot) -> None:
    frame = Frame(loaded.article, appearance.look, QByteArray())
    window = Window(loaded, appearance, frame)
    window.restore(Remembered(), None)
    window.reader.go_to("faq")
    gone = [weakref.ref(window), weakref.ref(frame)]
    with qtbot.waitSignal(frame.destroyed):
        frame.deleteLater()
    del window, frame
    gc.collect()
    assert [ref() for ref in gone] == [None, None]


@pytest.mark.parametrize("query", ["\x00", "🤰" * 3000, "(((\"'", "\u202eabc", "a" * 10_000, " ", "ﷺ"])
def test_any_words_can_be_searched_for(window: Window, query: str) -> None:
    window.search(query)
    window.results.grab()


def test_navigator_leads_to_places(window: Window) -> None:
    window.navigator.place_chosen.emit("about")
    assert window.reader.place == "about"
    assert window.frame.windowTitle().startswith("About and disclaimer")


def test_commands_that_lead_nowhere_are_off(window: Window) -> None:
    actions = window.commands.by_id
    assert not actions["back"].isEnabled()
    assert not actions["previous_section"].isEnabled()
    assert not actions["expand"].isEnabled()
    window.reader.go_to("faq")
    assert actions["back"].isEnabled()
    assert actions["expand"].isEnabled()
    assert not actions["next_section"].isEnabled()


def test_the_window_fits_the_screen(appearance: Appearance, loaded: Loaded, qtbot: QtBot) -> None:
    frame = Frame(loaded.article, appearance.look, QByteArray())
    qtbot.addWidget(frame)
    room = frame.screen().availableSize()
    assert frame.width() < room.width()
    assert frame.height() < room.height()


# --- how old the article is ---


@pytest.fixture
def on(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Window]:
    """Open the window on some day."""

    def opened(day: dt.date, *, accept: bool = True, **others: Loaded) -> Window:
        class Calendar(dt.date):
            @classmethod
            def today(cls) -> dt.date:
                return day

        monkeypatch.setattr("app.ui.window.window.dt", SimpleNamespace(date=Calendar))
        return open_window(accept=accept, **others)

    return opened


@pytest.mark.parametrize("day", [dt.date(2026, 11, 26), dt.date(2027, 11, 26)])
def test_an_article_of_a_year_or_less_has_no_line_on_its_age(on: Callable[..., Window], loaded: Loaded, day: dt.date) -> None:
    edition = replace(loaded.article.edition, updated=dt.date(2026, 11, 26))
    young = replace(loaded, article=replace(loaded.article, edition=edition))
    assert not on(day, content=young).age.isVisible()


@pytest.mark.parametrize("day", [dt.date(1970, 1, 1), dt.date(2025, 10, 17), dt.date(2026, 11, 25)])
def test_a_clock_that_cannot_be_right_is_said_where_the_age_stands(on: Callable[..., Window], day: dt.date) -> None:
    window = on(day)
    assert window.age.isVisible()
    assert window.age._text.text() == window.document.labels.wrong_clock


@pytest.mark.parametrize(
    ("day", "age"), [(dt.date(2026, 11, 26), "13 months"), (dt.date(2026, 12, 24), "14 months"), (dt.date(2029, 10, 18), "4 years")]
)
def test_an_article_older_than_a_year_says_so_over_the_page(on: Callable[..., Window], day: dt.date, age: str) -> None:
    window = on(day)
    assert window.age.isVisible()
    assert window.age._text.text() == f"This article is {age} old (18 October 2025). Guidance may have changed since."
    assert window.age.mapTo(window, window.age.rect().bottomLeft()).y() <= window.body.y()
    assert window.reader.page.isVisible()


def test_the_line_on_the_age_can_be_closed_and_stays_closed(on: Callable[..., Window]) -> None:
    window = on(dt.date(2027, 1, 1))
    QTest.keyClick(window.age._close, Qt.Key.Key_Space)
    assert not window.age.isVisible()
    window.reader.go_to("treatment-and-management")
    window.appearance.enlarge()
    window.appearance.reset_size()
    assert not window.age.isVisible()


def test_the_line_on_the_age_leaves_other_notices_alone(on: Callable[..., Window]) -> None:
    window = on(dt.date(2027, 1, 1))
    window.reader.go_to("treatment-and-management/stitches")
    assert window.notice.isVisible()
    assert window.age.isVisible()


def test_the_age_is_told_when_the_disclaimer_has_been_accepted(on: Callable[..., Window]) -> None:
    window = on(dt.date(2027, 1, 1), accept=False)
    assert not window.age.isVisible()
    QTest.keyClick(window.frame.cover.accept_button, Qt.Key.Key_Return)
    assert window.age.isVisible()
