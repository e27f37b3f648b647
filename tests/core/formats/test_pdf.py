import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.formats.pdf import Bookmark, FormError, complete
from tests.pdf_facts import Entry, opened, outline


def small(pages: int = 3) -> bytes:
    """A PDF of empty pages in a form as simple as Qt's."""
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(pages))
    objects = [b"<<\n/Type /Catalog\n/Pages 2 0 R\n>>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages)]
    objects += [b"<< /Type /Page /Parent 2 0 R /Resources << >> /MediaBox [0 0 595 842] >>"] * pages
    raw, offsets = b"%PDF-1.4\n", []
    for number, made in enumerate(objects, 1):
        offsets.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, made)
    table = len(raw)
    raw += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return raw + b"trailer\n<<\n/Size %d\n/Root 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)


def titles(entries: list[Entry]) -> list:
    return [[title, number, titles(below)] for title, number, _, below in entries]


def test_outline_and_language_are_read_back():
    marks = [Bookmark("Tee – تحضير", 1, 0, 0), Bookmark("First", 2, 0, 100), Bookmark("Below", 3, 1, 20.5), Bookmark("Second (2)", 2, 2, 0)]
    told = opened(complete(small(), "en-GB", marks))
    assert titles(outline(told)) == [["Tee – تحضير", 1, [["First", 1, [["Below", 2, []]]], ["Second (2)", 3, []]]]]
    _, _, _, (first, *_) = outline(told)[0]
    assert first[2] == 742.0
    assert told.Root.Lang == "en-GB"
    assert dict(told.Root.ViewerPreferences) == {"/DisplayDocTitle": True}


def test_without_marks_there_is_no_outline():
    assert "/Outlines" not in opened(complete(small(), "ar", [])).Root


def test_the_bytes_before_stay_as_they_are():
    assert complete(small(), "en", [Bookmark("x", 1, 0, 0)]).startswith(small())


@settings(max_examples=15, deadline=None)
@given(marks=st.lists(st.builds(Bookmark, st.text(max_size=8), st.integers(1, 6), st.integers(0, 2), st.floats(0, 842)), max_size=8))
def test_any_marks_make_a_sound_outline_with_every_mark(marks):
    def count(entries: list[Entry]) -> int:
        return sum(1 + count(below) for _, _, _, below in entries)

    assert count(outline(opened(complete(small(), "en", marks)))) == len(marks)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.4 and no more",
        small()[:-20],
        small().replace(b"xref\n0", b"yref\n0"),
        small().replace(b"/Pages 2 0 R", b"/Pages 9 0 R"),
        small().replace(b"/Catalog\n", b"/Catalog\n/Lang (en)\n"),
        small().replace(b"/MediaBox", b"/NoBox"),
    ],
)
def test_another_form_is_refused(raw):
    with pytest.raises(FormError):
        complete(raw, "en", [Bookmark("x", 1, 0, 0)])
