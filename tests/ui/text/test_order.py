"""Measures in a page that is read from the right: painted from left to right everywhere, copied and heard without marks."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor, QTextLayout
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.base.order import END_OF_ISOLATE, ISOLATE
from app.core.files.loader import Loaded, load
from app.core.handout.handout import Choice, Handout, compose, usual_places
from app.core.pages.document import Document
from app.core.teaching.deck import make_slides
from app.core.teaching.lesson import teachable
from app.ui.handout.pdf_writer import pdf_bytes
from app.ui.look.theme import Look
from app.ui.look.tokens import LIGHT
from app.ui.reading.page import Page
from app.ui.teaching.slide_type import Setter
from app.ui.text.readable import plain, readable_pieces
from app.ui.window.window import Window
from tests.ui.conftest import TINY

MEASURES = ("37+0", "16–20", "5 mg/kg", "± 2", "< 25", "50–60 %", "26 November 2026", "+44 20 7946 0958", "٣٧+٠", "۱۶–۲۰", "Rh+")
TODAY = dt.date(2026, 11, 26)
INVISIBLE = re.compile("[\u2060\u202a-\u202e\u2066-\u2069\u200e\u200f]")


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The small Arabic article with measures in every kind of text."""
    raw: dict[str, Any] = json.loads(TINY.read_text(encoding="utf-8"))
    words = "؛ ".join(f"حوالي {measure} ثم" for measure in MEASURES)
    for passage in raw["sections"][0]["passages"]:
        passage["text"] = passage["plain"] = f"الوقت: {words}."
    raw["sections"][0]["title"] = "النقع 37+0"
    raw["disclaimer"]["text"] = ["الشاي ساخن 37+0."]
    for entry in raw["faq"]["entries"]:
        entry["question"] = "كم ينقع في 37+0 أو 16–20؟"
        entry["answer"] = entry["plain"] = words
    for note in raw["notes"]:
        note["text"] = note["plain"] = words
    path: Path = tmp_path_factory.mktemp("order") / "arabic.json"
    path.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    return load(path)


def positions(layout: QTextLayout, text: str, measure: str) -> Iterable[list[tuple[float, float]]]:
    """Give, for each time that a measure stands in a layout, the places of its characters: from the top line on, then from the left."""
    for found in re.finditer("".join(f"[\u2060]*{re.escape(char)}" for char in measure).replace(r"\ ", "[ \u00a0]"), text):
        at = [number for number in range(*found.span()) if text[number] not in "\u2060 \u00a0"]
        lines = [layout.lineForTextPosition(number) for number in at]
        yield [(line.y(), min(edges_of(line, number))) for line, number in zip(lines, at, strict=True)]


def edges_of(line: Any, number: int) -> tuple[float, float]:
    (run,) = line.glyphRuns(number, 1)
    return run.boundingRect().left(), run.boundingRect().right()


def is_in_order(layout: QTextLayout, text: str) -> int:
    """Return how many measures a layout holds; each must stand from left to right, line by line."""
    count = 0
    for measure in MEASURES:
        for found in positions(layout, text, measure):
            count += 1
            assert found == sorted(found), (measure, found)
    return count


def layouts_of(page: Page) -> Iterable[tuple[QTextLayout, str]]:
    block = page.document().begin()
    while block.isValid():
        yield block.layout(), block.text()
        block = block.next()


def test_the_page_and_what_stands_beside_it_paint_them_in_order(open_window: Callable[..., Window], arabic: Loaded) -> None:
    window = open_window("brewing", content=arabic)
    assert window.reader.layoutDirection() == Qt.LayoutDirection.RightToLeft
    pages = [page for page in window.findChildren(Page) if page.document().characterCount() > 1]
    assert sum(is_in_order(*layout) for page in pages for layout in layouts_of(page)) > len(MEASURES) * 2
    window.reader.go_to_questions()
    window.reader.go_to("faq/how-long")
    pages = [page for page in window.findChildren(Page) if page.isVisible()]
    assert sum(is_in_order(*layout) for page in pages for layout in layouts_of(page)) >= len(MEASURES)


def test_slides_set_them_in_order(qtbot: QtBot, arabic: Loaded) -> None:
    setter = Setter(Look(LIGHT), QSizeF(1280, 800), 60, Qt.LayoutDirection.RightToLeft)
    document = Document(arabic.article, arabic.short_digest)
    slides = make_slides(document, teachable(arabic.article), setter.measure, TODAY)
    assert sum(is_in_order(box.layout, box.layout.text()) for slide in slides for box in setter.set(slide).boxes) > len(MEASURES)


def handout(arabic: Loaded) -> Handout:
    document = Document(arabic.article, arabic.short_digest)
    return compose(document, Choice(usual_places(arabic.article)), TODAY)


def test_paper_has_them_in_order(qtbot: QtBot, arabic: Loaded) -> None:
    with pypdfium2.PdfDocument(pdf_bytes(handout(arabic))) as pdf:
        text = pdf[0].get_textpage()
        chars = [(text.get_text_range(number, 1), text.get_charbox(number, loose=True)) for number in range(text.count_chars())]
    placed = sorted((-round(box[1]), box[0], char) for char, box in chars if char.isdigit() or char == "+")
    lines: dict[int, str] = {}
    for line, _, char in placed:
        lines[line] = lines.get(line, "") + char
    painted = " ".join(lines.values())
    assert "37+0" in painted
    assert "0+37" not in painted


def test_what_is_copied_has_no_marks(open_window: Callable[..., Window], arabic: Loaded) -> None:
    window = open_window("brewing", content=arabic)
    page = window.reader.page
    cursor = QTextCursor(page.document())
    cursor.select(QTextCursor.SelectionType.Document)
    page.setTextCursor(cursor)
    assert ISOLATE in page.document().toRawText()
    page.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert not INVISIBLE.search(copied.text() + copied.html())
    assert all(measure in copied.text() for measure in MEASURES)
    assert '<span dir="ltr">37+0</span>' in copied.html()


def test_what_is_heard_has_no_marks(open_window: Callable[..., Window], arabic: Loaded) -> None:
    window = open_window("brewing", content=arabic, accept=False)
    window.reader.go_to_questions()
    window.notice.show_message("في 37+0 أسبوع")
    window.search("حوالي")
    names = []
    for part in [window.frame, *window.frame.findChildren(QWidget)]:
        interface = QAccessible.queryAccessibleInterface(part)
        names += [interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)] if interface else []
    names += [row.data(Qt.ItemDataRole.AccessibleTextRole) or "" for row in rows_of(window)]
    assert sum("37+0" in name for name in names) > 3
    assert [name for name in names if INVISIBLE.search(name)] == []
    shown = [label.text() for label in window.frame.findChildren(QLabel) if "37+0" in label.text()]
    assert len(shown) > 1
    assert all(f"{ISOLATE}37+0{END_OF_ISOLATE}" in text for text in shown)


def rows_of(window: Window) -> list[Any]:
    model = window.results._model
    return [model.index(number, 0) for number in range(model.rowCount())]


def test_they_are_found_on_the_page(open_window: Callable[..., Window], arabic: Loaded) -> None:
    window = open_window("brewing", content=arabic)
    window.finder.start()
    window.find_bar.field.setText("37+0")
    found = window.reader.page.extraSelections()
    assert found
    assert {plain(selection.cursor.selectedText()) for selection in found} == {"37+0"}


@pytest.mark.parametrize("cuts", [(), (2,), (3,), (1, 3)])
def test_a_change_of_style_within_a_measure_leaves_it_whole(cuts: tuple[int, ...]) -> None:
    text = "37+0"
    edges = [0, *cuts, len(text)]
    pieces = [text[start:end] for start, end in pairwise(edges)]
    made = readable_pieces([*pieces, " نص"], mirrored=True)
    assert len(made) == len(pieces) + 1
    assert "".join(made) == f"{ISOLATE}37+0{END_OF_ISOLATE} نص".replace(f"{END_OF_ISOLATE} ", f"{END_OF_ISOLATE}\u00a0")
    assert [plain(piece).strip() for piece in made] == [*pieces, "نص"]
