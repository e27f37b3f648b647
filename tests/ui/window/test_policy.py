"""What a machine's policy fixes holds in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLabel, QTextBrowser, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.core.files.loader import Loaded
from app.core.files.policy import STRICTEST, Allowed, Clinic, Policy
from app.ui.handout.handout_desk import HandoutDesk, desk_of
from app.ui.handout.handout_dialog import HandoutDialog
from app.ui.reading.viewer import FigureViewer
from app.ui.session.session import Session
from app.ui.shell.settings import Settings
from app.ui.text.surface import TextSurface
from app.ui.window.commands import Id
from app.ui.window.window import Window

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path, loaded: Loaded) -> Iterator[object]:
    """Start the program under a policy, with the settings of the start before."""
    sessions: list[Session] = []

    def started(policy: Policy, content: Loaded = loaded) -> Session:
        made = Session(qapp, Settings(tmp_path / "settings.ini"), policy)
        sessions.append(made)
        made.open(content, None, "")
        assert made.frame is not None
        qtbot.addWidget(made.frame)
        made.load_window()
        return made

    yield started
    QGuiApplication.clipboard().clear()


def accepted(session: Session) -> Window:
    assert session.frame is not None
    assert session.window is not None
    if not session.frame.is_accepted:
        session.frame.accept_disclaimer()
    return session.window


def end(session: Session) -> None:
    assert session.frame is not None
    session.frame.close()


def test_the_disclaimer_is_shown_at_every_start_unless_the_policy_says_once(start) -> None:
    for _ in range(2):
        session = start(Policy())
        assert not session.frame.is_accepted
        accepted(session)
        end(session)


def test_once_means_not_again_for_the_same_text(start) -> None:
    first = start(Policy(disclaimer="once"))
    assert not first.frame.is_accepted
    accepted(first)
    end(first)
    second = start(Policy(disclaimer="once"))
    assert second.frame.is_accepted
    assert second.frame.cover.isHidden()
    end(second)


def test_another_text_is_shown_again(start, loaded: Loaded) -> None:
    from msgspec.structs import replace  # noqa: PLC0415

    first = start(Policy(disclaimer="once"))
    accepted(first)
    end(first)
    article = replace(loaded.article, disclaimer=replace(loaded.article.disclaimer, text=("Another text.",)))
    other = start(Policy(disclaimer="once"), replace(loaded, article=article))
    assert not other.frame.is_accepted
    other.frame.accept_disclaimer()
    end(other)
    for again in (loaded, replace(loaded, article=article)):  # as when a share is down and the article of the program stands in for its edition
        session = start(Policy(disclaimer="once"), again)
        assert session.frame.is_accepted
        end(session)


def test_declining_is_never_remembered(start) -> None:
    end(start(Policy(disclaimer="once")))
    assert not start(Policy(disclaimer="once")).frame.is_accepted


def test_a_policy_of_always_forgets_what_was_accepted_for_good(start) -> None:
    for policy in (Policy(disclaimer="once"), Policy()):
        session = start(policy)
        accepted(session)
        end(session)
    assert not start(Policy(disclaimer="once")).frame.is_accepted


def test_place_and_open_answers_can_be_forgotten(start) -> None:
    session = start(Policy())
    window = accepted(session)
    window.reader.go_to("faq")
    window.reader.set_open(["faq/risks"])
    end(session)
    window = accepted(start(Policy(remember_place=False, remember_answers=False)))
    assert window.reader.place == "overview"
    assert window.reader.accordion.open_answers() == frozenset()


def line_of(window: Window) -> HandoutDialog:
    window.sheets.make_handout()
    dialog = desk_of(window, window.document).dialog
    assert dialog is not None
    return dialog


def test_the_clinics_line_of_hand_outs_is_kept_unless_the_policy_forbids_it(start, tmp_path: Path) -> None:
    ours = Policy(clinic=Clinic("Harbour Clinic", "1234"))
    session = start(ours)
    dialog = line_of(accepted(session))
    assert (dialog.clinic.text(), dialog.phone.text()) == ("Harbour Clinic", "1234")
    dialog.phone.setText(' 020 7946\u00a00000, "nights" ')
    session.store()  # while the dialog is still open
    assert "Harbour" not in (tmp_path / "settings.ini").read_text(encoding="utf-8")  # it stays the policy's
    end(session)
    session = start(Policy(clinic=Clinic("New Harbour Clinic", "1234")))
    dialog = line_of(accepted(session))
    assert (dialog.clinic.text(), dialog.phone.text()) == ("New Harbour Clinic", '020 7946 0000, "nights"')
    end(session)
    session = start(Policy(remember_clinic=False))
    dialog = line_of(accepted(session))
    assert (dialog.clinic.text(), dialog.phone.text()) == ("", "")
    dialog.clinic.setText("Mine")
    end(session)
    stored = (tmp_path / "settings.ini").read_text(encoding="utf-8")
    assert "Mine" not in stored
    assert "020" not in stored


def test_what_is_forgotten_is_not_stored_either(start, tmp_path: Path) -> None:
    session = start(Policy(remember_place=False, remember_answers=False))
    window = accepted(session)
    window.reader.go_to("faq")
    window.reader.set_open(["faq/risks"])
    end(session)
    stored = (tmp_path / "settings.ini").read_text(encoding="utf-8")
    assert "faq" not in stored


def test_theme_and_text_size_are_set_at_every_start(start) -> None:
    window = accepted(start(Policy(theme="contrast", text_size=150)))
    assert (window.appearance.choice, window.appearance.size) == ("contrast", 150)


def test_what_a_policy_sets_never_becomes_the_readers_own_choice(start) -> None:
    session = start(Policy())
    window = accepted(session)
    window.appearance.use_dark()
    window.appearance.enlarge()
    own = (window.appearance.choice, window.appearance.size)
    end(session)
    for policy in (Policy(theme="contrast", text_size=150), Policy(text_size=300), Policy(theme="light")):
        session = start(policy)
        window = accepted(session)
        window.appearance.reset_size()  # chosen until the program is closed
        session.store()
        session.open(window.loaded, None, "")
        session.load_window()
        accepted(session)
        end(session)
        if policy.text_size is None:
            own = ("dark", 100)  # chosen by the reader where no policy sets it
    window = accepted(start(Policy()))
    assert (window.appearance.choice, window.appearance.size) == own


def test_the_disclaimer_says_when_it_comes_again(start) -> None:
    for policy, told in ((Policy(), "at every start"), (Policy(disclaimer="once"), "when its text has changed"), (STRICTEST, "at every start")):
        cover = start(policy).frame.cover
        words = [label.text() for label in cover.findChildren(QLabel)]
        assert sum(told in line for line in words) == 1
        assert sum("Shown" in line for line in words) == 1


def test_the_clinics_numbers_stand_in_the_urgent_box(start) -> None:
    window = accepted(start(Policy(clinic=Clinic("Harbour Clinic", "Maternity unit 1234"))))
    window.reader.go_to("urgent-care")
    assert "Maternity unit 1234" in window.reader.page.toPlainText()
    assert "Our numbers" not in accepted(start(Policy())).document.urgent_box(1)[0].numbers


def test_nothing_is_copied_where_the_policy_forbids_it(start) -> None:
    QGuiApplication.clipboard().setText("before")
    window = accepted(start(Policy(allow=Allowed(copy=False))))
    window.reader.go_to("treatment-and-management")
    window.copying.copy_with_citation()
    window.copying.copy_link()
    window.copying.copy_citation()
    assert QGuiApplication.clipboard().text() == "before"
    page = window.reader.page
    page.selectAll()
    page.copy()
    assert QGuiApplication.clipboard().text() == "before"
    page.moveCursor(QTextCursor.MoveOperation.Start)
    page.setFocus()
    for keys in ("Shift+Right", "Ctrl+Shift+End", "Shift+PgDown", "Ctrl+A"):
        QTest.keySequence(page, QKeySequence(keys))
    QTest.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=page.cursorRect().center() + QPoint(20, 0))
    assert not page.textCursor().hasSelection()  # on X11 whatever is selected is on the second clipboard


def test_who_copies_where_nothing_is_copied_is_told_so(start, monkeypatch: pytest.MonkeyPatch) -> None:
    QGuiApplication.clipboard().setText("before")
    window = accepted(start(Policy(allow=Allowed(copy=False))))
    told: list[str] = []
    window.copying.copied.connect(told.append)
    page = window.reader.page
    page.selectAll()
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, "\x03")
    override.ignore()
    QApplication.sendEvent(page, override)
    assert not override.isAccepted()  # so that the command of the window has the key
    monkeypatch.setattr(QApplication, "focusWidget", lambda: page)
    window.commands.by_id[Id.COPY].trigger()
    assert told == ["Your organisation has switched off copying"]
    assert QGuiApplication.clipboard().text() == "before"


def press_copy(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, "\x03"))


def opened_everywhere(window: Window) -> Iterator[QWidget]:
    """Open, one after the other, all that shows text in the window, over it, and in a window of its own."""
    for place in ("treatment-and-management", "faq", "glossary", "licences"):
        window.reader.go_to(place)
        window.reader.accordion.expand_all()
        yield window.frame
    window.notice.show_message("A notice.")
    window.search("cerclage")
    yield window.frame
    window.enlarge(window.article.figures[0].id)
    yield window.frame
    window.frame.findChildren(FigureViewer)[0].close()
    window.sheets.make_handout()
    dialog = window.findChild(HandoutDesk).dialog
    assert dialog is not None
    yield dialog
    dialog.close()
    presenting = window.presenting
    presenting.choose_lesson()
    yield window.frame
    presenting.cover.left.emit()
    presenting.test()
    presenting.cover.begin_test()
    presenting.cover.reveal()
    yield window.frame
    presenting.cover.left.emit()
    presenting.teach()
    yield window.frame
    presenting.cover.left.emit()


@pytest.mark.parametrize("copy", [False, True])
def test_every_text_that_can_be_selected_leaves_by_one_door(start, copy: bool) -> None:
    window = accepted(start(Policy(allow=Allowed(copy=copy))))
    met: set[str] = set()
    for shown in opened_everywhere(window):
        for label in shown.findChildren(QLabel):
            assert not label.textInteractionFlags() & SELECTABLE, label.text()  # Qt's label copies by itself
        for listed in shown.findChildren(QAbstractItemView):
            if listed.model() is not None and listed.model().rowCount() and not isinstance(listed.window(), QFileDialog):
                listed.setCurrentIndex(listed.model().index(1, 0))
                QGuiApplication.clipboard().setText("before")
                press_copy(listed)
                assert QGuiApplication.clipboard().text() == "before", listed.objectName()
                met.add("list")
        for text in shown.findChildren(QTextEdit):
            assert isinstance(text, TextSurface)
            if not text.toPlainText() or not text.isEnabled():
                continue
            QGuiApplication.clipboard().setText("before")
            text.selectAll()
            press_copy(text)
            words = QGuiApplication.clipboard().text()
            if copy:
                assert text.origin.cite is window.reader.page.origin.cite
                assert words not in {"before", text.toPlainText()}
            else:
                assert words == "before"
                assert not text.createMimeDataFromSelection().formats()  # what is dragged
            met.add(text.accessibleName())
    assert {"list", "Answer"} <= met


def test_no_menu_offers_to_copy_a_link_where_nothing_is_copied(start, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QTextBrowser, "contextMenuEvent", lambda *_: shown.append("menu"))
    for copy in (True, False):
        page = accepted(start(Policy(allow=Allowed(copy=copy)))).reader.page
        QApplication.sendEvent(page, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
        assert shown == ["menu"]


def test_the_strictest_policy_opens_and_shows_everything(start) -> None:
    window = accepted(start(STRICTEST))
    window.reader.go_to("treatment-and-management")
    assert "Bed rest has not been shown" in window.reader.page.toPlainText()
