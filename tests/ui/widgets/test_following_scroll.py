"""What has the focus is in sight, however it came there."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.following_scroll import FollowingScroll


def test_what_has_the_focus_is_in_sight_but_does_not_move_under_the_mouse(qtbot: QtBot) -> None:
    scroll, page = FollowingScroll(), QWidget()
    column = QVBoxLayout(page)
    fields = {letter: QLineEdit() for letter in "abcdefgh"}
    for letter, field in fields.items():
        label = QLabel(f"&{letter} field")
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
    scroll.setWidget(page)
    scroll.setWidgetResizable(True)
    qtbot.addWidget(scroll)
    scroll.resize(300, 160)
    scroll.show()
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    QTest.mouseRelease(fields["a"], Qt.MouseButton.LeftButton)  # Qt's double click of an earlier test leaves the button down

    def box(field: QWidget) -> QRect:
        return QRect(field.mapTo(scroll.viewport(), field.rect().topLeft()), field.size())

    def in_sight(field: QWidget) -> bool:
        return scroll.viewport().rect().contains(box(field))

    for letter in "hcga":  # down and up
        assert not in_sight(fields[letter]) or letter == "a"
        QTest.keyClick(scroll, Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
        assert fields[letter].hasFocus()
        qtbot.waitUntil(lambda letter=letter: in_sight(fields[letter]))
    last = fields["h"]
    last.setFocus()
    qtbot.waitUntil(lambda: in_sight(last))
    scroll.resize(300, 100)
    qtbot.waitUntil(lambda: in_sight(last))
    qtbot.waitUntil(lambda: not scroll._later.isActive())
    half, bar = fields["d"], scroll.verticalScrollBar()
    bar.setValue(half.y() + half.height() // 2 - scroll.viewport().height())
    scrolled = bar.value()
    assert not in_sight(half)
    QTest.mousePress(half, Qt.MouseButton.LeftButton, pos=half.rect().topLeft())
    assert half.hasFocus()
    QTest.qWait(1)
    assert bar.value() == scrolled
    QTest.mouseRelease(half, Qt.MouseButton.LeftButton, pos=half.rect().topLeft())
