import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from app.core.handout.paging import Group, Pages, paginate

FIRST, OTHER = 60.0, 100.0


class Slab(Struct):
    """A piece of some height; a soft one can be parted anywhere."""

    name: str
    tall: float
    before: float = 0
    soft: bool = False

    @property
    def height(self) -> float:
        return self.tall

    def split(self, room: float) -> tuple["Slab", "Slab"] | None:
        if not self.soft or room < 10:
            return None
        return Slab(self.name, room, self.before, soft=True), Slab(self.name, self.tall - room, self.before, soft=True)


slabs = st.builds(Slab, st.text("abc", min_size=1, max_size=3), st.floats(1, 90), st.floats(0, 20), st.booleans())
groups = st.builds(Group, st.lists(slabs, min_size=1, max_size=4).map(tuple), st.none() | st.builds(Slab, st.just("h"), st.floats(1, 50)))


def page_of(pages: Pages, piece: Slab) -> list[int]:
    return [number for number, page in enumerate(pages) for placed in page if placed.piece is piece]


@given(made=st.lists(groups, max_size=12))
def test_nothing_is_lost_or_doubled_and_the_order_stays(made):
    pages = paginate(made, FIRST, OTHER)
    wanted = [(piece.name, piece.tall) for group in made for piece in group.pieces]
    got: list[list[object]] = []
    for placed in (placed for page in pages for placed in page if placed.piece.name != "h"):
        piece = placed.piece
        if got and sum(known[1] for known in got[-1:]) + 1e-6 < wanted[len(got) - 1][1]:  # the rest of a parted piece
            got[-1][1] += piece.tall
        else:
            got.append([piece.name, piece.tall])
    assert [name for name, _ in got] == [name for name, _ in wanted]
    assert all(abs(one[1] - other[1]) < 1e-6 for one, other in zip(got, wanted, strict=True))


@given(made=st.lists(groups, max_size=12))
def test_a_group_that_fits_a_page_is_not_parted(made):
    pages = paginate(made, FIRST, OTHER)
    for group in made:
        if group.height <= OTHER:
            numbers = {number for piece in (*group.pieces, *filter(None, [group.beside])) for number in page_of(pages, piece)}
            assert len(numbers) == 1


@given(made=st.lists(groups, max_size=12))
def test_nothing_reaches_beyond_its_page_and_nothing_lies_on_another(made):
    for number, page in enumerate(paginate(made, FIRST, OTHER)):
        end = 0.0
        for placed in page:
            assert placed.top >= end - 1e-6
            assert placed.top + placed.piece.height <= (OTHER if number else FIRST) + 1e-6
            if placed.piece.name != "h":
                end = placed.top + placed.piece.height


def test_the_groups_in_its_place_are_taken_when_all_together_are_too_tall():
    pieces = tuple(Slab(str(number), 60) for number in range(3))
    pages = paginate([Group(pieces, apart=tuple(Group((piece,)) for piece in pieces))], FIRST, OTHER)
    assert [[placed.piece.name for placed in page] for page in pages] == [["0"], ["1"], ["2"]]


def names(pages: Pages) -> list[list[str]]:
    return [[placed.piece.name for placed in page] for page in pages]


TALLER_THAN_A_PAGE = [
    (30, (Slab("h1", 10), Slab("t", 150, soft=True)), [["x", "h1", "t"], ["t"], ["t"]]),  # the page is filled before the next one begins
    (0, (Slab("h1", 10), Slab("t", 150, soft=True)), [["h1", "t"], ["t"]]),  # so is a first page that has less room
    (45, (Slab("h1", 10), Slab("t", 150, soft=True)), [["x"], ["h1", "t"], ["t"]]),  # a heading never stays behind alone
    (20, (Slab("p", 30), Slab("n", 90, soft=True)), [["x", "p", "n"], ["n"]]),  # notes begin on the page of their passage
    (20, (Slab("p", 35), Slab("n", 90, soft=True)), [["x"], ["p", "n"], ["n"]]),
    (20, (Slab("p", 50, soft=True), Slab("n", 90, soft=True)), [["x"], ["p", "n"], ["n"]]),  # a passage that fits a page is not parted
    (20, (Slab("h1", 10), Slab("p", 50, soft=True), Slab("n", 90, soft=True)), [["x"], ["h1", "p", "n"], ["n"]]),
    (20, (Slab("p", 30), Slab("n", 90)), [["x"], ["p"], ["n"]]),
]


@pytest.mark.parametrize(("above", "pieces", "wanted"), TALLER_THAN_A_PAGE)
def test_what_is_taller_than_a_page_begins_where_the_page_has_come_to(above, pieces, wanted):
    before = [Group((Slab("x", above),))] if above else []
    assert names(paginate([*before, Group(pieces)], FIRST, OTHER)) == wanted


def test_a_heading_at_the_side_stands_where_its_text_begins():
    text, heading = Slab("t", 150, before=5, soft=True), Slab("h", 20)
    pages = paginate([Group((Slab("x", 30),)), Group((text,), heading)], FIRST, OTHER)
    assert [(placed.piece.name, placed.top) for placed in pages[0]] == [("x", 0), ("h", 35), ("t", 35)]
    assert names(paginate([Group((Slab("x", 45),)), Group((text,), heading)], FIRST, OTHER))[0] == ["x"]  # it has no room there


def test_what_cannot_be_parted_at_all_is_shown_all_the_same():
    pages = paginate([Group((Slab("x", 300),))], FIRST, OTHER)
    assert [placed.piece.name for page in pages for placed in page] == ["x"]
