"""The ring around a text that has the focus: no words touch it, and it goes around them, not around all the room that they might have."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.pages.document import Document
from app.core.teaching.quiz import make_cards
from app.ui.look.theme import RING, RING_ROOM, Look
from app.ui.look.tokens import CONTRAST, LIGHT, Theme
from app.ui.reading.embedded_page import EmbeddedPage
from app.ui.shell.appearance import Appearance
from app.ui.teaching.self_test_pages import CardPage
from app.ui.text.selection import UNKNOWN
from app.ui.text.surface import TextSurface

LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight


def answer(document: Document, look: Look, parent: QVBoxLayout) -> TextSurface:
    page = CardPage(look, LEFT_TO_RIGHT, UNKNOWN)
    parent.addWidget(page)
    page.apply_look(look, None)
    page.show_answer(make_cards(document)[0])
    return page.answer


def side_column(document: Document, look: Look, parent: QVBoxLayout) -> TextSurface:
    page = EmbeddedPage("beside", look, LEFT_TO_RIGHT)
    parent.addWidget(page)
    page.show_blocks(document.column_blocks("treatment-and-management"))
    return page


@pytest.mark.parametrize("make", [answer, side_column])
def test_nothing_touches_the_ring(make: object, document: Document, appearance: Appearance, qtbot: QtBot) -> None:
    for theme in (LIGHT, CONTRAST):
        holder = QWidget()
        qtbot.addWidget(holder)
        holder.resize(420, 900)
        appearance._set(theme_name(theme), 100)
        assert callable(make)
        text: TextSurface = make(document, Look(theme), QVBoxLayout(holder))
        holder.show()
        holder.activateWindow()
        qtbot.waitUntil(holder.isActiveWindow)
        text.clearFocus()
        text.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        image = text.viewport().grab().toImage()
        width, height = image.width(), image.height()
        ground, ring = image.pixelColor(RING + 1, RING + 1), Look(theme).colour("focus")
        bottom = max(y for y in range(height) if image.pixelColor(width // 2, y) == ring)
        assert image.pixelColor(0, bottom // 2) == image.pixelColor(width - 1, bottom // 2) == image.pixelColor(width // 2, 0) == ring
        inner = range(RING, RING_ROOM - 1)
        for y in range(RING_ROOM, min(height, bottom) - RING_ROOM):
            assert {image.pixel(x, y) for x in inner} == {ground.rgb()}, (theme, y)
            assert {image.pixel(width - 1 - x, y) for x in inner} == {ground.rgb()}, (theme, y)
        words = round(text.document().size().height())
        assert abs(bottom + 1 - min(words, height)) <= RING  # around the words, however much room is below them


def theme_name(theme: Theme) -> str:
    return "light" if theme is LIGHT else "contrast"
