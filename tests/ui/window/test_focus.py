"""Where the focus goes when something is covered, uncovered or takes another's place: straight there, since screen readers tell of every stop."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.files.loader import Loaded
from app.ui.session.session import Session
from app.ui.shell.settings import Settings
from app.ui.text import announcements
from app.ui.window.window import Window
from tests.ui.hands import CTRL, activate, focus, press, write

Key = Qt.Key
NEXT = Qt.Key.Key_Return


@pytest.fixture
def stops(qapp: QApplication) -> Iterator[list[QWidget]]:
    """What the focus has come to since this list was emptied."""
    met: list[QWidget] = []

    def meet(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            met.append(now)

    qapp.focusChanged.connect(meet)
    yield met
    qapp.focusChanged.disconnect(meet)


@pytest.fixture
def at_start(qapp: QApplication, loaded: Loaded, qtbot: QtBot, kept: list[QWidget]) -> Session:
    """The program with its disclaimer, which has the focus."""
    session = Session(qapp, Settings(None))
    session.open(loaded, "treatment-and-management", "")
    session.load_window()
    assert session.frame is not None
    kept.append(session.frame)
    session.frame.activateWindow()
    qtbot.waitUntil(session.frame.cover.accept_button.hasFocus)
    return session


def test_accepting_the_disclaimer_leads_to_the_page_and_not_over_quit(at_start: Session, stops: list[QWidget]) -> None:
    window = at_start.window
    assert window is not None
    stops.clear()
    press(NEXT)
    assert stops == [window.reader.page]
    assert not window.frame.cover.isVisible()


def test_what_was_asked_for_on_the_command_line_has_the_focus_at_once(at_start: Session, stops: list[QWidget]) -> None:
    window = at_start.window
    assert window is not None
    at_start.search_when_accepted("cerclage")
    stops.clear()
    press(NEXT)
    assert stops == [window.reader.page, window.field]
    assert window.results.isVisible()


Steps = list[tuple[str, Callable[[Window], None]]]


def keys(*pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[Window], None]:
    def act(_window: Window) -> None:
        for key in pressed:
            press(key, modifiers)

    return act


def command(name: str) -> Callable[[Window], None]:
    return lambda window: window.commands.by_id[name].trigger()


def typed(words: str) -> Callable[[Window], None]:
    return lambda _window: write(words)


def to(place: str) -> Callable[[Window], None]:
    return lambda window: window.reader.go_to(place)


WAYS: dict[str, Steps] = {
    "find and leave": [("find", keys(Key.Key_F, modifiers=CTRL)), ("words", typed("stitch")), ("leave", keys(Key.Key_Escape))],
    "search again": [
        ("search", keys(Key.Key_K, modifiers=CTRL)),
        ("words", typed("cerclage")),
        ("hit", keys(Key.Key_Return)),
        ("search", keys(Key.Key_K, modifiers=CTRL)),
        ("away", keys(Key.Key_Escape)),
        ("leave", keys(Key.Key_Escape)),
    ],
    "search out of the find bar": [
        ("search", keys(Key.Key_K, modifiers=CTRL)),
        ("words", typed("cerclage")),
        ("hit", keys(Key.Key_Return)),
        ("find", keys(Key.Key_F, modifiers=CTRL)),
        ("search", keys(Key.Key_K, modifiers=CTRL)),
    ],
    "teach": [("teach", command("teach")), ("on", keys(Key.Key_Space)), ("leave", keys(Key.Key_Escape))],
    "what to teach": [
        ("list", command("choose_lesson")),
        ("leave", keys(Key.Key_Escape)),
        ("list", command("choose_lesson")),
        ("teach", keys(Key.Key_Return)),
        ("leave", keys(Key.Key_Escape)),
    ],
    "self-test": [
        ("open", command("self_test")),
        ("start", keys(Key.Key_Return)),
        ("answer", keys(Key.Key_Space)),
        ("grade", keys(Key.Key_1)),
        ("answer", keys(Key.Key_Space)),
        ("grade", keys(Key.Key_2)),
        ("leave", keys(Key.Key_Escape)),
    ],
    "questions and back": [("questions", to("faq")), ("page", to("overview")), ("one", to("faq/risks")), ("page", to("glossary"))],
}


@pytest.mark.parametrize("way", WAYS)
def test_the_focus_goes_straight_to_where_it_belongs(window: Window, qtbot: QtBot, stops: list[QWidget], way: str) -> None:
    activate(window, qtbot)
    window.reader.focus_text()
    for what, act in WAYS[way]:
        stops.clear()
        act(window)
        QApplication.processEvents()
        assert len(stops) <= 1, (what, stops)
        assert not stops or stops[-1] is focus(), what


def test_all_of_a_self_test_is_walked_through_without_a_stop_too_many(window: Window, qtbot: QtBot, stops: list[QWidget]) -> None:
    activate(window, qtbot)
    window.presenting.test()
    test = window.presenting.cover
    assert test is not None
    test.start_page.terms.setChecked(False)
    press(Key.Key_Return)
    for _ in range(test.round.count):
        for key in (Key.Key_Space, Key.Key_1):
            stops.clear()
            press(key)
            assert len(stops) == 1, stops
    assert focus() is test.result_page.close_button
    stops.clear()
    test.result_page.again_button.setFocus()
    press(Key.Key_Return)
    assert stops == [test.result_page.again_button, test.start_page.start]
    stops.clear()
    press(Key.Key_Escape)
    assert stops == [window.reader.page]


# --- what is spoken while somebody types ---


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced when typing rests."""
    heard: list[str] = []
    monkeypatch.setattr(announcements, "announce", lambda _widget, words: heard.append(words))
    return heard


def test_results_are_spoken_once_when_typing_rests(window: Window, qtbot: QtBot, said: list[str]) -> None:
    activate(window, qtbot)
    press(Key.Key_K, CTRL)
    write("cerclage")
    assert said == []
    window.results._announcement._timer.setInterval(50)
    write(" ")
    qtbot.waitUntil(lambda: said != [])
    assert said == [f"{window.results.title()}."]
    write(" ")  # the same results
    qtbot.wait(200)
    assert len(said) == 1
    write("diabetes insulin dose")
    qtbot.waitUntil(lambda: len(said) > 1)
    assert said[-1].startswith("The article does not say this.")
    assert len(said) == 2


def test_results_that_are_gone_are_not_spoken_and_the_same_ones_are_spoken_anew(window: Window, qtbot: QtBot, said: list[str]) -> None:
    activate(window, qtbot)
    window.results._announcement._timer.setInterval(50)
    press(Key.Key_K, CTRL)
    write("cerclage")
    press(Key.Key_Return)
    qtbot.wait(200)
    assert said == []
    for count in (1, 2):
        press(Key.Key_K, CTRL)
        write("cerclage")
        qtbot.waitUntil(lambda count=count: len(said) == count)
        press(Key.Key_Escape)
    assert said[0] == said[1]


def test_a_chosen_row_is_spoken_in_place_of_the_count(window: Window, qtbot: QtBot, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[str] = []
    monkeypatch.setattr("app.ui.search.results.announce", lambda _widget, words: rows.append(words))
    activate(window, qtbot)
    window.results._announcement._timer.setInterval(50)
    press(Key.Key_K, CTRL)
    write("cerclage")
    press(Key.Key_Down)
    qtbot.wait(200)
    assert said == []
    assert rows == [window.results.texts()[1]]


def test_the_count_of_find_is_spoken_once_when_typing_rests(window: Window, qtbot: QtBot, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    monkeypatch.setattr("app.ui.search.find_on_page.announce", lambda _widget, words: steps.append(words))
    activate(window, qtbot)
    window.reader.go_to("treatment-and-management")
    window.finder._announcement._timer.setInterval(50)
    press(Key.Key_F, CTRL)
    write("stitch")
    qtbot.waitUntil(lambda: said != [])
    assert len(said) == 1
    assert said[0].startswith("1 of ")
    press(Key.Key_F3)
    assert steps == [said[0].replace("1 of", "2 of")]  # at once
