"""Review sheets on paper: that no entry is cut or goes over two pages, and what a PDF says."""

import datetime as dt
import re

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.core.files.loader import load
from app.core.handout.review_sheet import Chapter, Point, ReviewSheet, compose
from app.core.pages.blocks import Run
from app.core.pages.document import Document
from app.machine import paths
from app.ui.handout.paper_pieces import Stack, WritingLine
from app.ui.handout.pdf_writer import pdf_bytes
from app.ui.handout.review_paper import ReviewPages, TickSquare
from tests.pdf_facts import opened, outline, page_sizes, page_texts
from tests.ui.conftest import TINY
from tests.ui.handout.test_paper import WHITE, drawn

TODAY = dt.date(2026, 11, 26)
LOADED = load(paths.CONTENT)
TEA = load(TINY)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Text is measured with fonts, and fonts need an application."""


def sheet_of(paper: str = "A4", content: str = "") -> ReviewSheet:
    loaded = TEA if content else LOADED
    return compose(Document(loaded.article, loaded.short_digest, folder=loaded.path.parent), TODAY, paper)


SHEETS = [("A4", ""), ("Letter", ""), ("A4", "from right to left")]


@pytest.mark.parametrize(("paper", "content"), SHEETS)
def test_each_entry_stands_whole_on_one_page(paper: str, content: str) -> None:
    sheet = sheet_of(paper, content)
    entries = [placed.piece for page in ReviewPages(sheet).pages[1:] for placed in page if isinstance(placed.piece, Stack)]
    points = [point for chapter in sheet.chapters for point in chapter.points]
    assert len(entries) == len(points)
    for entry, point in zip(entries, points, strict=True):
        _, beside, *blanks = entry.pieces
        assert sum(isinstance(piece, TickSquare) for column in beside._columns for piece in column) == 3
        assert [type(blank) for blank in blanks] == [WritingLine] * point.lines


@pytest.mark.parametrize(("paper", "content"), SHEETS)
def test_nothing_reaches_into_the_footer_or_over_something_else(paper: str, content: str) -> None:
    pages = ReviewPages(sheet_of(paper, content))
    for number, page in enumerate(pages.pages):
        end = 0.0
        for placed in page:
            assert placed.top >= end
            end = placed.top + placed.piece.height
        assert pages._top(number) + end <= pages._foot


@pytest.mark.parametrize(("paper", "content"), SHEETS)
def test_no_ink_lies_outside_the_margins(paper: str, content: str) -> None:
    pages = ReviewPages(sheet_of(paper, content))
    for number in (0, 1, pages.count // 2, pages.count - 1):
        picture = drawn(pages, number)
        inked = [
            (x, y) for y in range(picture.height()) for x in (20, 30, picture.width() - 30, picture.width() - 20) if picture.pixel(x, y) != WHITE
        ]
        inked += [(x, y) for x in range(picture.width()) for y in (15, picture.height() - 20) if picture.pixel(x, y) != WHITE]
        assert inked == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_entry_and_every_footer_is_in_the_pdf(paper: str) -> None:
    sheet = sheet_of(paper)
    pages = page_texts(pdf_bytes(sheet))
    bare = [re.sub(r"\W", "", page) for page in pages]
    for number, page in enumerate(pages, 1):
        text = " ".join(page.split())
        told = ("Cervical Insufficiency", "18 October 2025", LOADED.short_digest, "Not yet reviewed by a clinician", "Initials", "Review sheet")
        for words in told:
            assert words in text
        assert f"Page {number} of {len(pages)}" in text
    for word in (*sheet.fields, sheet.code, sheet.count, *sheet.steps):
        assert re.sub(r"\W", "", word) in bare[0]
    for chapter in sheet.chapters:
        for point in chapter.points:
            words = re.sub(r"\W", "", "".join(run.text for run in point.runs))
            where = [page for page in bare[1:] if words in page]
            assert where, point.number
            details = [re.sub(r"\W", "", line) for line in (point.kind, *point.details)]
            assert any(all(line in page for line in details) for page in where), point.number


def test_the_addresses_of_sources_are_in_the_pdf_letter_by_letter() -> None:
    sheet = sheet_of()
    told = "".join(line for chapter in sheet.chapters for point in chapter.points for line in point.details)
    addresses = [source.address.partition("://")[2] for source in LOADED.article.sources if source.address]
    wanted = [address for address in addresses if f"{address} (" in told]
    assert len(wanted) > 20
    text = "".join("".join(page_texts(pdf_bytes(sheet))).split())
    assert [address for address in wanted if address not in text] == []


def test_an_entry_that_no_page_holds_is_parted_with_nothing_lost() -> None:
    long = " ".join(f"w{number}x" for number in range(1500))
    few = (Point(1, "Short", (Run("Short."),), ()), Point(2, "Long", (Run(long),), ("About it",), "note"), Point(3, "Last", (Run("Last."),), ()))
    sheet = replace(sheet_of(), chapters=(Chapter("Chapter", few),))
    pages = ReviewPages(sheet)
    texts = page_texts(pdf_bytes(sheet))
    assert re.findall(r"w\d+x", " ".join(texts)) == long.split()
    assert len(texts) > 3
    assert all(pages._top(number) + one.top + one.piece.height <= pages._foot for number, page in enumerate(pages.pages) for one in page)
    assert "Last." in texts[-1]


def test_the_pdf_is_sound_and_says_title_language_outline_and_paper() -> None:
    sheet = sheet_of("Letter")
    raw = pdf_bytes(sheet)
    with opened(raw) as found:
        assert str(found.docinfo["/Title"]) == "Review sheet"
        assert str(found.Root.Lang) == LOADED.article.language
        assert [below[0] for below in outline(found)[0][3]] == [chapter.title for chapter in sheet.chapters]
    assert set(page_sizes(raw)) == {(612, 792)}


def test_the_number_stands_where_lines_begin() -> None:
    pages = ReviewPages(sheet_of(content="from right to left"))
    picture = drawn(pages, 1)
    boxes = [x for y in range(110, 200) for x in range(60) if picture.pixel(x, y) != WHITE]
    assert boxes  # the boxes stand at the left, where lines end
