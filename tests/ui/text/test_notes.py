"""Quiet evidence notes are folded away, never lost."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.files.loader import Loaded
from app.core.pages.blocks import Notes
from app.ui.handout.handout_dialog import HandoutDialog
from app.ui.reading.page import Page
from app.ui.teaching.teach import TeachView
from app.ui.text.properties import FOLD, NOTE, NOTE_ID, spoken
from app.ui.text.readable import readable
from app.ui.window.window import Window
from tests.ui.hands import CTRL, blocks, click, copied, focus, format_here, place_of, press, tab_to, words, write
from tests.ui.text.test_accessible import tree

At = Callable[..., Window]
Role = QAccessible.Role

TREATMENT = "treatment-and-management"
CERCLAGE = f"{TREATMENT}/cerclage"
MONITORING = f"{TREATMENT}/monitoring"
IN_FOLDED = "supports the cervix and helps selected people"
"""Words that stand in the note on cerclage alone."""

SECTIONS = ["overview", "causes-and-risk-factors", "symptoms-and-diagnosis", TREATMENT, "complications-and-prevention"]


def fold_lines(page: Page) -> dict[str, str]:
    """Return the lines that fold notes, by place, as they are read aloud."""
    return {block.blockFormat().stringProperty(FOLD): spoken(block) for block in blocks(page) if block.blockFormat().stringProperty(FOLD)}


def panels(window: Window, page: str) -> list[Notes]:
    return [block for block in window.document.page(page) if isinstance(block, Notes)]


def shows(page: Page, note: str) -> bool:
    return readable(note) in page.document().toRawText()


def heard(page: Page) -> Iterator[tuple[Role, str]]:
    for part in tree(QAccessible.queryAccessibleInterface(page)):
        yield part.role(), part.text(QAccessible.Text.Name)


# --- what is folded ---


@pytest.mark.parametrize("section", SECTIONS)
def test_quiet_notes_are_folded_and_alerts_are_always_open(at: At, section: str) -> None:
    window = at(section)
    page, notes = window.reader.page, [note for panel in panels(window, section) for note in panel.notes]
    assert notes
    for note in notes:
        assert shows(page, note.text) == note.alert, note.id
    for panel in panels(window, section):
        if panel.folded:
            press_fold(page, panel.place)
    assert all(shows(page, note.text) for note in notes)
    for panel in panels(window, section):
        if panel.folded:
            press_fold(page, panel.place)
    assert [note.id for note in notes if shows(page, note.text)] == [note.id for note in notes if note.alert]


def press_fold(page: Page, place: str) -> None:
    tab_to(page, f"fold:{place}")
    press(Qt.Key.Key_Return)


def test_the_line_counts_the_notes_that_it_folds(at: At) -> None:
    window = at("causes-and-risk-factors")
    notes = {note.id: note for note in window.article.notes}
    for section in SECTIONS:
        window.reader.go_to(section)
        lines = fold_lines(window.reader.page)
        quiet = Counter(panel.place for panel in panels(window, section) for note in panel.notes if not notes[note.id].alerts)
        for place, line in lines.items():
            count = re.match(r"\d+", line)
            assert quiet.pop(place) == (int(count[0]) if count else 1), place
        assert not quiet
    assert fold_lines(window.reader.page)["complications-and-prevention/untreated"] == "Evidence note, collapsed"
    window.reader.go_to(TREATMENT)
    assert fold_lines(window.reader.page)[f"{TREATMENT}/bed-rest"] == "1 more evidence note, collapsed"
    window.reader.go_to("causes-and-risk-factors")
    assert fold_lines(window.reader.page)["causes-and-risk-factors/obstetric-history"] == "2 evidence notes, collapsed"


# --- bringing them out ---


def test_enter_brings_the_notes_out_and_folds_them_again_while_scroll_and_focus_stay(at: At) -> None:
    page = at(TREATMENT, height=500).reader.page
    tab_to(page, f"fold:{CERCLAGE}")
    page.verticalScrollBar().setValue(page.verticalScrollBar().value() + 60)
    scrolled, link = page.verticalScrollBar().value(), format_here(page).anchorHref()
    assert scrolled > 0
    for is_open in (True, False, True):
        press(Qt.Key.Key_Return)
        assert (IN_FOLDED in page.toPlainText()) == is_open
        assert fold_lines(page)[CERCLAGE] == f"Evidence note, {'expanded' if is_open else 'collapsed'}"
        assert page.verticalScrollBar().value() == scrolled
        assert focus() is page
        assert format_here(page).anchorHref() == link
        assert page.textCursor().hasSelection()


def test_a_click_brings_the_notes_out_and_folds_them_again_while_scroll_stays(at: At) -> None:
    page = at(TREATMENT, height=500).reader.page
    page.scroll_to(MONITORING)
    scrolled = page.verticalScrollBar().value()
    assert scrolled > 0
    for is_open in (True, False):
        click(page, f"fold:{MONITORING}")
        assert ("For most people non-stress tests start" in page.toPlainText()) == is_open
        assert page.verticalScrollBar().value() == scrolled
        assert focus() is page


def test_only_the_notes_of_that_line_come_out(at: At) -> None:
    page = at(TREATMENT).reader.page
    press_fold(page, CERCLAGE)
    assert [place for place, line in fold_lines(page).items() if line.endswith("expanded")] == [CERCLAGE]


def test_after_the_line_tab_goes_on_to_what_it_has_brought_out(at: At) -> None:
    page = at(TREATMENT).reader.page
    press_fold(page, CERCLAGE)
    press(Qt.Key.Key_Tab)
    assert format_here(page).anchorHref() == "sources/S07"


def test_what_was_brought_out_stays_out_in_another_size(at: At) -> None:
    window = at(TREATMENT)
    press_fold(window.reader.page, CERCLAGE)
    window.appearance.enlarge()
    assert IN_FOLDED in window.reader.page.toPlainText()


def test_the_notes_of_an_answer_come_out_where_the_reader_is(at: At, qtbot: QtBot) -> None:
    window = at("faq", height=500)
    accordion = window.reader.accordion
    accordion.expand_all()
    window.reader.go_to("faq/diagnosis")
    answer = accordion._answers["faq/diagnosis"]
    tab_to(answer, "fold:faq/diagnosis")
    assert fold_lines(answer) == {"faq/diagnosis": "2 evidence notes, collapsed"}
    QApplication.processEvents()
    folded, scrolled = answer.height(), accordion.verticalScrollBar().value()
    assert scrolled > 0
    press(Qt.Key.Key_Return)
    assert "The scan that guides treatment is transvaginal" in answer.toPlainText()
    qtbot.waitUntil(lambda: answer.height() > folded)
    QApplication.processEvents()
    assert accordion.verticalScrollBar().value() == scrolled
    assert focus() is answer
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: answer.height() == folded)
    QApplication.processEvents()
    assert accordion.verticalScrollBar().value() == scrolled


# --- a note as a place ---


def part_with(window: Window, place: str) -> Page:
    return window.reader.accordion._answers[place] if place.startswith("faq/") else window.reader.page


@pytest.mark.parametrize("size", [100, 200])
def test_every_note_is_a_place_that_brings_it_out_and_into_sight(at: At, size: int) -> None:
    window = at("overview")
    window.appearance._set("light", size)
    for note in window.article.notes:
        window.reader.go_to(f"notes/{note.id}")
        window.reader.focus_text()
        QApplication.processEvents()
        page = part_with(window, window.places[f"notes/{note.id}"].beside)
        assert shows(page, note.text), note.id
        assert page.textCursor().block().blockFormat().stringProperty(NOTE_ID) == note.id
        assert page.viewport().visibleRegion().contains(page.cursorRect().center()), note.id
        assert focus() is page, note.id


def test_a_note_that_is_a_place_leaves_the_other_notes_folded(at: At) -> None:
    page = at("notes/EN16").reader.page
    assert [place for place, line in fold_lines(page).items() if line.endswith("expanded")] == [CERCLAGE]
    assert place_of(page.textCursor().block()) == CERCLAGE


def test_the_passage_is_in_sight_with_its_note_where_there_is_room_for_both(at: At) -> None:
    page = at("notes/EN16", height=700).reader.page
    top = next(block for block in blocks(page) if place_of(block) == CERCLAGE)
    assert page.viewport().rect().contains(page.cursorRect(QTextCursor(top)).center())


def test_a_note_at_the_first_start_of_the_questions_is_brought_out_too(at: At) -> None:
    window = at("notes/EN29")
    assert window.reader.accordion.open_answers() == {"faq/cerclage-timing"}
    assert fold_lines(part_with(window, "faq/cerclage-timing")) == {"faq/cerclage-timing": "2 evidence notes, expanded"}


def test_back_and_forward_lead_through_notes_as_through_other_places(at: At) -> None:
    window = at("notes/EN29")
    window.reader.go_to("notes/EN16")
    window.reader.go_back()
    assert (window.reader.place, window.frame.windowTitle()) == ("notes/EN29", "Questions and answers – Cervical Insufficiency – Cervical Reference")
    window.reader.go_forward()
    assert window.reader.place == "notes/EN16"
    assert window.remember().place == "notes/EN16"


def test_a_note_is_taught_and_handed_out_with_its_page(at: At) -> None:
    window = at("notes/EN29")
    window.sheets.make_handout()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandoutDialog)
    assert set(dialog.choice().places) == {entry.id for entry in window.article.faq.entries}
    dialog.close()
    window.presenting.teach()
    assert isinstance(window.presenting.cover, TeachView)
    assert window.presenting.cover.slideshow.slide.place == "faq/cerclage-timing"


# --- find on the page ---


def test_find_on_the_page_brings_notes_out_and_leaves_only_what_it_has_found(at: At, qtbot: QtBot) -> None:
    window = at(TREATMENT)
    page = window.reader.page
    press_fold(page, MONITORING)
    before = fold_lines(page)
    press(Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(window.find_bar.field.hasFocus)
    write(IN_FOLDED)
    assert (window.reader.finding.total, window.reader.finding.current) == (1, 0)
    assert page.textCursor().block().text().count(IN_FOLDED) == 1
    assert page.viewport().rect().contains(page.cursorRect().center())
    assert all(line.endswith("expanded") for line in fold_lines(page).values())
    found_in, seen_at = page.caret_place(), page.cursorRect().top()
    press(Qt.Key.Key_Escape)
    assert [place for place, line in before.items() if line.endswith("expanded")] == [MONITORING]
    assert {place for place, line in fold_lines(page).items() if line.endswith("expanded")} == {MONITORING, found_in}
    assert IN_FOLDED in page.textCursor().block().text()
    assert page.cursorRect().top() == seen_at > 0
    qtbot.waitUntil(page.hasFocus)


def test_find_in_the_questions_leaves_open_only_the_answer_in_which_it_has_found_the_words(at: At, qtbot: QtBot) -> None:
    window = at("faq")
    accordion, answer = window.reader.accordion, window.reader.accordion._answers["faq/prevention"]
    press(Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(window.find_bar.field.hasFocus)
    write("activity")
    assert accordion._shown() > {"faq/prevention"}  # in others above it, too
    window.finder.find_words("We found no study showing that an everyday activity")
    assert (window.reader.finding.total, window.reader.finding.current) == (1, 0)
    seen_at = answer.mapTo(accordion, QPoint()).y() + answer.caret_top()
    press(Qt.Key.Key_Escape)
    assert accordion._shown() == {"faq/prevention"}
    assert "We found no study" in words(answer)
    accordion._settle()
    assert answer.mapTo(accordion, QPoint()).y() + answer.caret_top() == seen_at


def test_words_of_another_page_bring_nothing_out_when_find_is_emptied(at: At, qtbot: QtBot) -> None:
    window = at(TREATMENT)
    press(Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(window.find_bar.field.hasFocus)
    write("xylophone")
    assert window.reader.finding.total == 0
    for _ in "xylophone":
        press(Qt.Key.Key_Backspace)
    assert all(line.endswith("collapsed") for line in fold_lines(window.reader.page).values())


# --- what is copied ---


def select_block(page: Page, place: str) -> None:
    cursor = QTextCursor(next(block for block in blocks(page) if place_of(block) == place))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def test_a_copied_statement_takes_its_folded_notes_along(at: At, loaded: Loaded, qtbot: QtBot) -> None:
    window = at("overview")
    notes = {note.id: note for note in loaded.article.notes}
    for section in loaded.article.sections:
        window.reader.go_to(section.id)
        window.reader.focus_text()
        for passage in section.passages:
            select_block(window.reader.page, passage.id)
            text = " ".join(copied(qtbot).replace("|", " ").split())
            for name in passage.notes:
                assert text.count(f"{name} · Checked") == 1, passage.id
                assert " ".join(notes[name].text.split()) in text.replace("–", "-") or notes[name].text in text


@pytest.mark.parametrize("brought_out", [False, True])
@pytest.mark.parametrize("section", SECTIONS)
def test_everything_that_is_copied_has_each_note_once(at: At, qtbot: QtBot, section: str, brought_out: bool) -> None:
    window = at(section)
    if brought_out:
        for place in fold_lines(window.reader.page):
            press_fold(window.reader.page, place)
    press(Qt.Key.Key_A, CTRL)
    text = copied(qtbot)
    standing = Counter(note.id for panel in panels(window, section) for note in panel.notes if note.alert)
    for name in {note.id for panel in panels(window, section) for note in panel.notes}:
        assert text.count(f"{name} · Checked") == max(1, standing[name]), name


# --- by ear ---


def test_the_line_is_a_button_that_says_its_state(at: At) -> None:
    page = at(TREATMENT).reader.page
    buttons = [name for role, name in heard(page) if role == Role.Button and "note" in name]
    assert buttons == list(fold_lines(page).values())
    assert len(buttons) == 5
    assert all(name.endswith(", collapsed") for name in buttons)
    press_fold(page, CERCLAGE)
    assert [name for role, name in heard(page) if role == Role.Button and "note" in name][1] == "Evidence note, expanded"


def test_notes_are_notes_by_ear_folded_out_or_not(at: At) -> None:
    page = at(TREATMENT).reader.page
    for place in (None, *fold_lines(page)):
        if place:
            press_fold(page, place)
        notes = [spoken(block) for block in blocks(page) if block.blockFormat().boolProperty(NOTE) and not block.blockFormat().stringProperty(FOLD)]
        assert [name for role, name in heard(page) if role == Role.Note] == notes
        assert any("Outdated advice" in name for name in notes)
    assert any(IN_FOLDED in name for role, name in heard(page) if role == Role.Note)
