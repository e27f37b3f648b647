"""Hand-outs on paper: where pages break, that nothing is cut off, what a PDF holds."""

import datetime as dt
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.core.article.content import BoxGroup, BoxText
from app.core.article.places import Places
from app.core.files.loader import load
from app.core.handout.handout import Choice, Handout, compose, usual_places
from app.core.pages.blocks import Drawing, Heading, Item, Notes, NoteText, Paragraph, Run, UrgentBox
from app.core.pages.document import Document
from app.machine import paths
from app.ui.handout.paper import HandoutPages
from app.ui.handout.paper_pieces import UNITS_PER_INCH, EdgedPieces, SignList
from app.ui.handout.pdf_writer import pdf_bytes
from tests.pdf_facts import fonts, opened, outline, page_sizes, page_texts
from tests.ui.conftest import TINY

TODAY = dt.date(2026, 11, 26)
LOADED = load(paths.CONTENT)
ARTICLE = LOADED.article
DOCUMENT = Document(ARTICLE, LOADED.short_digest, folder=LOADED.path.parent)
SECTIONS = tuple(section.id for section in ARTICLE.sections)
ALL = (*SECTIONS, ARTICLE.faq.id, *(figure.id for figure in ARTICLE.figures))

choices = st.builds(
    Choice,
    places=st.lists(st.sampled_from(Places(ARTICLE).ids()), min_size=1, max_size=8).map(tuple),
    plain=st.booleans(),
    large=st.booleans(),
    paper=st.sampled_from(["A4", "Letter"]),
)

MANY_NOTES = Choice(("faq/causes",), plain=False, large=True)
"""An answer with more notes than a page of large type holds."""

NEAR_THE_FOOT = Choice(("symptoms-and-diagnosis/pelvic-pressure", "faq/causes"), large=True, paper="Letter")
"""The same answer in plain words, behind a passage that leaves room on its page for the words of the first note, and not for its sources."""


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Text is measured with fonts, and fonts need an application."""


def made(choice: Choice) -> Handout:
    return compose(DOCUMENT, choice, TODAY)


def standing(sheets: HandoutPages) -> list[tuple[int, object]]:
    """Each block with its page; a block that was parted is there more than once."""
    return [(number, placed.piece.block) for number, page in enumerate(sheets.pages) for placed in page if placed.piece.block is not None]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(choice=choices)
@example(choice=MANY_NOTES)
@example(choice=NEAR_THE_FOOT)
def test_pages_of_any_choice_are_broken_well_and_lose_nothing(choice: Choice) -> None:
    sheets = HandoutPages(made(choice))
    no_break_parts_a_passage_from_its_notes_or_a_heading_from_its_text(sheets)
    nothing_is_lost_and_nothing_is_parted_but_notes_that_fill_a_page(sheets)
    nothing_reaches_into_the_footer_or_over_something_else(sheets)


def no_break_parts_a_passage_from_its_notes_or_a_heading_from_its_text(sheets: HandoutPages) -> None:
    blocks = standing(sheets)
    for at, (page, block) in enumerate(blocks):
        if isinstance(block, Notes):
            for place in block.places:
                passages = [number for number, other in blocks if isinstance(other, Paragraph | Item) and other.place == place]
                begun = any(other is block for _, other in blocks[:at])  # the rest of notes that fill a page
                assert begun or page in passages, f"{[note.id for note in block.notes]} without {place}"
        if isinstance(block, Heading):
            following = [number for number, other in blocks[at + 1 :] if not isinstance(other, UrgentBox)]
            assert following[:1] in ([page], [])


def nothing_is_lost_and_nothing_is_parted_but_notes_that_fill_a_page(sheets: HandoutPages) -> None:
    handout = sheets.handout
    wanted = [block for block in handout.blocks if isinstance(block, Heading | Notes | UrgentBox | Drawing | Item | Paragraph)]
    placed = [placed.piece for page in sheets.pages for placed in page]
    shown = [piece.block for piece in placed if piece.block is not None]
    assert {id(block) for block in shown} == {id(block) for block in wanted}
    parted = {id(block): block for block in shown if sum(other is block for other in shown) > 1}
    for block in parted.values():
        if isinstance(block, UrgentBox):
            assert sheets._writer.box(block).height > sheets._room - sheets._start
            continue
        assert isinstance(block, Notes)
        passage = [piece for piece in placed if isinstance(piece.block, Paragraph | Item) and piece.block.place in block.places]
        assert sheets._writer.visit(block)[0].height + sum(piece.height for piece in passage) > 0.9 * sheets._room
    notes = [id(note) for piece in placed if isinstance(piece.block, Notes) for note in piece.pieces]
    told = [note for piece in placed if isinstance(piece.block, Notes) for note in piece.pieces]
    assert {len(note.pieces) for note in told} <= {2}  # its words, with its date and sources
    assert len(notes) == len(set(notes)) == sum(len(block.notes) for block in wanted if isinstance(block, Notes))


def nothing_reaches_into_the_footer_or_over_something_else(sheets: HandoutPages) -> None:
    for number, page in enumerate(sheets.pages):
        end = 0.0
        for placed in page:
            assert sheets._top(number) + placed.top + placed.piece.height <= sheets._foot
            beside = isinstance(placed.piece.block, Heading) and not sheets.handout.large
            assert placed.top >= end - 1
            end = end if beside else placed.top + placed.piece.height


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("title", ["Cervical Insufficiency", "Donaudampfschifffahrtsgesellschaftskapitänswitwe " * 2])
def test_no_ink_lies_outside_the_margins(paper: str, title: str, large: bool) -> None:
    sheets = HandoutPages(replace(made(Choice(ALL, large=large, paper=paper)), title=title))
    for number in range(sheets.count):
        picture = drawn(sheets, number)
        inked = [
            (x, y) for y in range(picture.height()) for x in (20, 30, picture.width() - 30, picture.width() - 20) if picture.pixel(x, y) != WHITE
        ]
        inked += [(x, y) for x in range(picture.width()) for y in (15, picture.height() - 20) if picture.pixel(x, y) != WHITE]
        assert inked == []


WHITE = QColor("white").rgb()


def drawn(sheets: HandoutPages, number: int, dpi: int = 72) -> QImage:
    scale = dpi / UNITS_PER_INCH
    picture = QImage(round(sheets.size.width() * scale), round(sheets.size.height() * scale), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    sheets.draw(painter, number)
    painter.end()
    return picture


def test_the_urgent_box_is_on_the_first_page_where_it_fits() -> None:
    for choice in (Choice(ALL), Choice(SECTIONS, large=True), Choice((), paper="Letter")):
        sheets = HandoutPages(with_small_box(made(choice)))
        assert [page for page, block in standing(sheets) if isinstance(block, UrgentBox)] == [0]


def with_small_box(handout: Handout) -> Handout:
    """The sheet with the box's first group alone."""
    return replace(handout, blocks=tuple(small(block) if isinstance(block, UrgentBox) else block for block in handout.blocks))


def small(box: UrgentBox) -> UrgentBox:
    return replace(box, groups=box.groups[:1], cited=box.cited[:1], remarks=())


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_box_taller_than_the_page_begins_the_sheet_with_its_most_urgent_groups(paper: str) -> None:
    pages = page_texts(pdf_bytes(made(Choice(ALL, paper=paper))))
    first = " ".join(pages[0].split())
    box = ARTICLE.urgent_care
    assert box is not None
    for group in box.groups[: 3 if paper == "A4" else 2]:
        for text in (group.title, *(sign.text for sign in group.signs)):
            assert " ".join(text.split()) in first
    both = " ".join(" ".join(pages[:2]).split())
    at = 0
    for line in (*(group.title for group in box.groups), *(remark.text for remark in box.remarks)):
        at = both.index(line, at)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("phone", ["020 7946 0000", "Triage 020 7946 0000, nights 020 7946 0001, ward 020 7946 0002", ""])
def test_all_signs_of_a_group_stand_on_one_page(paper: str, phone: str) -> None:
    box = ARTICLE.urgent_care
    assert box is not None
    everywhere = [whole_text(sign) for group in box.told for sign in group.signs]
    for large in (False, True):
        sheets = HandoutPages(made(Choice(("overview",), large=large, paper=paper, clinic="St Mary’s Maternity Unit", phone=phone)))
        pages = [" ".join(text.split()) for text in page_texts(pdf_bytes(sheets.handout))]
        for group in box.told:
            own = [sign for sign in map(whole_text, group.signs) if everywhere.count(sign) == 1]
            assert any(all(sign in page for sign in own) for page in pages), (large, group.title)
        emergencies = [group for group in box.told if group.urgency == "emergency"]
        assert emergencies
        assert all(whole_text(sign) in pages[0] for group in emergencies for sign in group.signs), large  # the page that hangs on the fridge
        assert "(continued)" not in "".join(pages)
        within = [number for number, block in standing(sheets) if isinstance(block, UrgentBox)]
        assert [number for number, page in enumerate(pages) if "Continued on the next page" in page] == within[:-1]


def test_letters_of_the_box_are_no_smaller_than_it_needs() -> None:
    handout = made(Choice(("overview",), large=True))
    block = next(block for block in handout.blocks if isinstance(block, UrgentBox))
    sizes = []
    for count in (1, len(block.groups)):
        sheets = HandoutPages(with_groups(handout, block.groups[:count]))
        box = next(placed.piece for placed in sheets.pages[0] if isinstance(placed.piece, EdgedPieces))
        signs = next(piece for group in box.pieces for piece in getattr(group, "pieces", ()) if isinstance(piece, SignList))
        sizes.append(signs._signs[0].style.size)
    assert sizes[0] == 16  # a box that fits its page is not made smaller
    assert 14 <= sizes[1] < 16


def with_groups(handout: Handout, groups: tuple[BoxGroup, ...]) -> Handout:
    """The sheet with these groups in the box."""
    return replace(
        handout,
        blocks=tuple(
            replace(block, groups=groups, cited=block.cited[: len(groups)], remarks=()) if isinstance(block, UrgentBox) else block
            for block in handout.blocks
        ),
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_group_too_long_for_a_page_says_on_each_part_whom_to_call_and_that_it_goes_on(paper: str) -> None:
    handout = made(Choice(("overview",), large=True, paper=paper))
    block = next(block for block in handout.blocks if isinstance(block, UrgentBox))
    longer = tuple(
        replace(group, signs=tuple(BoxText(f"{named}{number} {sign.lead}", sign.rest) for number in range(3) for sign in group.signs))
        for named, group in zip("ABCD", block.groups, strict=True)
    )
    handout = with_groups(handout, longer)
    sheets = HandoutPages(handout)
    pages = [" ".join(text.split()) for text in page_texts(pdf_bytes(handout))]
    parted = 0
    for group in longer:
        told = [number for number, page in enumerate(pages) if any(whole_text(sign) in page for sign in group.signs)]
        assert [number for number in told if group.title not in pages[number] or group.who not in pages[number]] == []
        assert {sum(page.count(whole_text(sign)) for page in pages) for sign in group.signs} == {1}
        assert [f"{group.title} (continued)" in pages[number] for number in told] == [False, *[True] * (len(told) - 1)]
        parted += len(told) - 1
    assert parted
    within = [number for number, block in standing(sheets) if isinstance(block, UrgentBox)]
    assert [number for number, page in enumerate(pages) if "Continued on the next page" in page] == within[:-1]


def whole_text(sign: BoxText) -> str:
    return " ".join(f"{sign.lead}{sign.rest}".split())


@pytest.mark.parametrize("large", [False, True])
def test_every_part_of_a_group_of_signs_has_two_of_them(*, large: bool) -> None:
    """At every height of what is left on a page."""
    sheets = HandoutPages(made(Choice(("overview",), large=large)))
    box = next(block for block in sheets.handout.blocks if isinstance(block, UrgentBox))
    whole = sheets._writer.box(box)
    for room in range(0, round(whole.height), 40):
        parts = whole.split(room)
        if parts is None:
            continue
        assert parts[0].height <= room + 1
        lists = [
            [len(piece._signs) for group in part.pieces for piece in getattr(group, "pieces", ()) if isinstance(piece, SignList)] for part in parts
        ]
        assert min((number for part in lists for number in part), default=2) >= 2
        assert sum(map(sum, lists)) == sum(len(group.signs) for group in box.groups)


def test_text_that_is_taller_than_a_page_is_parted_between_lines_with_nothing_lost() -> None:
    long = " ".join(f"w{number}x" for number in range(2500))
    note = NoteText("EN1", "Long", long, (Run("details"),))
    blocks = (Heading("Long", 2), Paragraph((Run(long),), "x/y"), Notes("Note", "aside", (note,), "x/y", ("x/y",)))
    handout = Handout("T", "s", "en", "ltr", (), blocks, ("foot",), "Page {page} of {count}", large=True, paper="Letter")
    sheets = HandoutPages(handout)
    pages = page_texts(pdf_bytes(handout))
    words = re.findall(r"w\d+x", " ".join(pages))
    assert words == long.split() * 2
    assert "Long" in pages[0] or "Long" in pages[1]
    assert all(sheets._top(number) + p.top + p.piece.height <= sheets._foot for number, page in enumerate(sheets.pages) for p in page)


def test_what_belongs_to_one_note_but_fills_more_than_a_page_has_the_note_with_each_passage() -> None:
    passages = tuple(Item((Run(f"point {number} " * 60),), f"x/{number}") for number in range(9))
    note = Notes("Note", "aside", (NoteText("EN1", "Outdated", "hurtful", (Run("details"),)),), "x/8", tuple(block.place for block in passages))
    handout = Handout("T", "s", "en", "ltr", (), (Heading("H", 2), *passages, note), ("foot",), "{page}/{count}", large=False, paper="A4")
    blocks = standing(HandoutPages(handout))
    for page, block in blocks:
        if isinstance(block, Item):
            assert any(other is note and number == page for number, other in blocks)


# --- the PDF ---


@pytest.fixture
def raw() -> bytes:
    return pdf_bytes(made(Choice(usual_places(ARTICLE, "treatment-and-management"))))


def test_the_pdf_is_sound_and_says_title_language_and_outline(raw: bytes) -> None:
    told = opened(raw)
    assert told.docinfo.Title == "Cervical Insufficiency"
    assert told.Root.Lang == "en"
    ((title, _, _, below),) = outline(told)
    assert title == "Cervical Insufficiency"
    assert {entry[0] for entry in below} == {"Treatment and Management", "Call straight away"}


def test_the_pdfs_text_is_real_whole_and_in_reading_order(raw: bytes) -> None:
    text = " ".join(" ".join(page_texts(raw)).split())
    at = -1
    section = next(section for section in ARTICLE.sections if section.id == "treatment-and-management")
    for passage in section.passages:
        found = text.find(" ".join(passage.plain.split()).replace("12-16", "12–16"), at + 1)
        assert found > at, passage.id
        at = found
    assert "ﬁ" not in text


def test_every_page_of_the_pdf_has_its_footer() -> None:
    pages = [" ".join(page.split()) for page in page_texts(pdf_bytes(made(Choice(ALL, plain=False))))]
    for number, page in enumerate(pages, 1):
        for words in ("Cervical Insufficiency", "18 October 2025", LOADED.short_digest, "not medical advice", "Not yet reviewed by a clinician"):
            assert words in page
        assert f"Page {number} of {len(pages)}" in page


def test_fonts_are_embedded_and_their_text_can_be_read_back(raw: bytes) -> None:
    found = set(fonts(opened(raw)))
    assert found
    assert [font for font in found if font[1:] != (True, True)] == []


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_paper_is_the_chosen_one(paper: str, size: tuple[int, int]) -> None:
    sizes = page_sizes(pdf_bytes(made(Choice(("overview",), paper=paper))))
    assert {(round(width), round(height)) for width, height in sizes} == {size}


def test_an_article_from_right_to_left_begins_at_the_right() -> None:
    tea = load(TINY)
    sheets = HandoutPages(compose(Document(tea.article, tea.short_digest), Choice(usual_places(tea.article)), TODAY))
    picture = drawn(sheets, 0)
    first = next(placed for placed in sheets.pages[0] if isinstance(placed.piece.block, Heading))  # its text stands beside it
    top, scale = sheets._top(0) + first.top, 72 / UNITS_PER_INCH
    rows = range(round(top * scale), round((top + first.piece.height) * scale))
    inked = [x for y in rows for x in range(picture.width()) if picture.pixel(x, y) != WHITE]
    assert picture.width() - max(inked) < 60
    assert min(inked) > 150


def test_all_that_is_coloured_is_dark_enough_in_black_and_white() -> None:
    picture = drawn(HandoutPages(made(Choice(SECTIONS))), 0).convertToFormat(QImage.Format.Format_Grayscale8)
    bars = [picture.pixelColor(50, y).lightness() for y in range(picture.height())]  # the urgent box's bar stands at the left margin
    assert min(bars) < 100
