"""What a screen reader meets."""

import gc
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from app.ui.reading.accordion import Question
from app.ui.widgets.headings import HeadingLabel, HeadingRow
from app.ui.window.window import Window

Role = QAccessible.Role
Name = QAccessible.Text.Name


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from tree(child)


def blocks(window: Window) -> list[tuple[Role, str]]:
    page = QAccessible.queryAccessibleInterface(window.reader.page)
    roles = {Role.Heading, Role.Paragraph, Role.ListItem, Role.Note}
    return [(part.role(), part.text(Name)) for part in tree(page) if part.role() in roles]


def test_a_page_is_heading_paragraphs_items_and_notes(open_window: Callable[..., Window]) -> None:
    found = blocks(open_window("treatment-and-management"))
    assert (Role.Heading, "Treatment and Management") in found
    assert any(role == Role.ListItem and words.startswith("Cervical cerclage") for role, words in found)
    assert any(role == Role.Note and "Outdated advice" in words for role, words in found)
    assert any(role == Role.Paragraph and words.startswith("Treatment depends") for role, words in found)
    assert all(words for _, words in found)


def test_every_word_of_the_article_is_reached(open_window: Callable[..., Window]) -> None:
    window = open_window()
    for section in window.article.sections:
        window.reader.go_to(section.id)
        heard = " ".join(words for _, words in blocks(window)).replace("–", "-")
        for passage in section.passages:
            assert passage.text in heard


def test_qts_own_text_interface_stays(open_window: Callable[..., Window]) -> None:
    window = open_window("overview")
    text = QAccessible.queryAccessibleInterface(window.reader.page).textInterface()
    assert text is not None
    assert text.characterCount() == len(window.reader.page.document().toRawText())


def test_blocks_follow_the_page(open_window: Callable[..., Window]) -> None:
    window = open_window("treatment-and-management")
    before = blocks(window)
    window.reader.go_to("overview")
    assert blocks(window) != before
    assert blocks(window)[1] == (Role.Heading, "Cervical Insufficiency")


def test_rectangles_move_with_the_page(open_window: Callable[..., Window]) -> None:
    window = open_window("treatment-and-management")
    window.frame.resize(900, 500)
    page = QAccessible.queryAccessibleInterface(window.reader.page)
    heading = next(part for part in tree(page) if part.role() == Role.Heading)
    before = heading.rect().top()
    window.reader.page.verticalScrollBar().setValue(50)
    assert heading.rect().top() == before - 50


def test_questions_are_buttons_that_tell_their_state(open_window: Callable[..., Window]) -> None:
    window = open_window("faq/risks")
    for question in window.reader.accordion.findChildren(Question):
        interface = QAccessible.queryAccessibleInterface(question)
        assert interface.role() == Role.Button
        assert interface.text(Name).endswith("expanded" if question.place == "faq/risks" else "collapsed")


def found(window: Window, role: Role, name: str) -> QAccessibleInterface:
    page = QAccessible.queryAccessibleInterface(window.reader.page)
    return next(part for part in tree(page) if part.role() == role and part.text(Name).startswith(name))


def test_headings_tell_their_level(open_window: Callable[..., Window]) -> None:
    window = open_window("treatment-and-management")
    for words, level in (("Treatment and Management", 1), ("Related questions", 2)):
        attributes = found(window, Role.Heading, words).attributesInterface()
        assert attributes.attributeValue(QAccessible.Attribute.Level) == level


def test_links_stand_in_their_block_and_can_be_followed(open_window: Callable[..., Window]) -> None:
    window = open_window("treatment-and-management")
    link = found(window, Role.Link, "cerclage")
    assert link.parent().text(Name).startswith("Cervical cerclage")
    assert link.parent().rect().intersects(link.rect())
    link.actionInterface().doAction("Press")
    assert window.reader.place == "glossary/cerclage"
    assert not link.isValid()


def test_what_a_reader_was_told_of_a_page_goes_with_it(open_window: Callable[..., Window], qapp: QApplication) -> None:
    window = open_window("treatment-and-management")
    told = [QAccessible.uniqueId(part) for part in tree(QAccessible.queryAccessibleInterface(window.reader.page))]
    gc.collect()  # Qt has the blocks yet; Python may not take them
    assert all(part is not None and part.isValid() for part in map(QAccessible.accessibleInterface, told))
    window.reader.go_to("overview")  # its blocks are told when the loop comes round, and then the page is gone
    window.frame.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    assert [part for part in map(QAccessible.accessibleInterface, told) if part is not None] == []


def test_what_a_factory_made_holds_nothing(open_window: Callable[..., Window]) -> None:
    window = open_window("faq/risks")
    accordion = window.reader.accordion
    for widget in (window.reader.page.viewport(), accordion.findChild(HeadingLabel), accordion.findChild(HeadingRow), accordion.findChild(Question)):
        assert vars(QAccessible.queryAccessibleInterface(widget)) == {}


def test_a_line_of_notes_tells_whether_they_are_shown(open_window: Callable[..., Window]) -> None:
    window = open_window("treatment-and-management")
    line = found(window, Role.Button, "Evidence note")
    assert line.state().expandable
    assert line.state().collapsed
    line.actionInterface().doAction("Press")
    assert found(window, Role.Button, "Evidence note").state().expanded
