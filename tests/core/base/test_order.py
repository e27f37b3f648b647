"""Measures in text that is read from the right: which are kept together, and how each output keeps them."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.base.html_order import html_in_order
from app.core.base.order import END_OF_ISOLATE, ISOLATE, in_order, marks_of, stretches

KEPT = [
    "37+0",
    "37 + 0",
    "16–20",
    "16-20",
    "16—20",
    "16/20",
    "37+0–41+6",
    "±2",
    "± 2 mm",
    "<25",
    "< 25 mm",
    ">10",
    "≤ 34+0",
    "≥38 °C",
    "5%",
    "50–60 %",
    "95 % (CI 0.30–0.70)",
    "OR 0.45 (95 % CI 0.30–0.70)",
    "5 mg/kg",
    "5 × 10⁹/L",
    "2½",
    "17-OHPC 250 mg",
    "CRP > 10 mg/L",
    "−5 °C",
    "12/03/2026",
    "2026-11-26",
    "26 November 2026",
    "08:30–17:00",
    "1:1000",
    "+44 (0)20 7946 0958",
    "(020) 7946-0958",
    "10 000–12 000",
    "٣٧+٠",
    "۱۶–۲۰",
    "Rh+",
    "https://example.org/10-12",
    "40+",
]
"""What is written from left to right, whatever stands around it."""

AROUND = ["في {} أسبوع", "قبل {}، ثم", "({}) نص", "עד {} שבועות", "{}", "ܐܒ {} ܓܕ", "އެ {} އެ"]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("measure", KEPT)
def test_a_measure_is_kept_in_its_written_order(measure, around):
    text = around.format(measure)
    start = text.index(measure)
    assert stretches(text, mirrored=True) == ((start, start + len(measure)),)
    before, behind = marks_of(measure)
    assert in_order(text, mirrored=True) == around.format(f"{before}{measure}{behind}")


@pytest.mark.parametrize("text", ["12, 14, 16", "12", "1.5 أو 2,000", "12 أو 16", "black tea (UK)", "نص – نص", "12، 14", "+", ""])
def test_lists_of_numbers_and_plain_words_go_with_the_text_around_them(text):
    assert stretches(text, mirrored=True) == ()


@pytest.mark.parametrize("text", ["ב-37+0", "ה–16–20", "الـ-16–20"])
def test_a_hyphen_of_the_word_before_is_no_minus(text):
    (start, _), *_ = stretches(text, mirrored=True)
    assert text[start].isdigit()


def test_a_sentence_ends_between_two_measures():
    text = "عند 12. 5 mg من 6 mg, 7 mg"
    assert [text[start:end] for start, end in stretches(text, mirrored=True)] == ["5 mg", "6 mg", "7 mg"]


@pytest.mark.parametrize("text", KEPT)
def test_text_that_is_read_from_the_left_stays_as_it_is(text):
    assert in_order(f"at {text} weeks") == f"at {text} weeks"


@given(st.text(alphabet="37+–-/ ().,<%mgאבات ±°\n", max_size=40), st.booleans())
@settings(max_examples=300)
def test_marks_are_the_only_difference_and_come_in_pairs(text, mirrored):
    shown = in_order(text, mirrored=mirrored)
    assert shown.replace(ISOLATE, "").replace(END_OF_ISOLATE, "") == text
    depth = 0
    for char in shown:
        depth += (char == ISOLATE) - (char == END_OF_ISOLATE)
        assert depth in {0, 1}
        assert not (depth and unicodedata.bidirectional(char) in {"R", "AL"})


@pytest.mark.parametrize("piece", ["1-", "a ", "(", "1 (", "<", "5,", "1%", "ب-", "a1.", "( 1", " "])
def test_no_text_takes_long(piece):
    began = time.perf_counter()
    stretches(piece * 4000, mirrored=True)
    assert time.perf_counter() - began < 0.5


# --- HTML ---


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("<p>في 37+0 نص</p>", '<p>في <span dir="ltr">37+0</span> نص</p>'),
        ("<p>في ٣٧+٠ نص</p>", '<p>في <bdo dir="ltr">٣٧+٠</bdo> نص</p>'),
        ("<li>&lt; 25 mm نص</li>", '<li><span dir="ltr">&lt; 25 mm</span> نص</li>'),
        ("<p><strong>37</strong>+0 نص</p>", '<p><span dir="ltr"><strong>37</strong>+0</span> نص</p>'),
        ("<p><strong>نص: 5</strong> mg</p>", '<p><strong>نص: </strong><span dir="ltr"><strong>5</strong> mg</span></p>'),
        ("<p>5 <strong>mg نص</strong></p>", '<p><span dir="ltr">5 <strong>mg</strong></span><strong> نص</strong></p>'),
        ('<p>16–<a id="x" href="#y">20</a></p>', '<p><span dir="ltr">16–<a id="x" href="#y">20</a></span></p>'),
        ('<p><a id="x" href="#y">نص 5</a> mg</p>', '<p><a id="x" href="#y">نص </a><span dir="ltr"><a href="#y">5</a> mg</span></p>'),
        ("<p>16</p><p>–20</p>", '<p>16</p><p><span dir="ltr">–20</span></p>'),
    ],
)
def test_html_has_elements_in_place_of_marks(page, kept):
    assert html_in_order(page, mirrored=True) == kept


@pytest.mark.parametrize(
    "page",
    [
        '<svg viewBox="0 0 10 20"><svg><text>16–20</text></svg><text>16–20</text></svg>',
        "<style>a { width: 16-20 }</style>",
        "<script>16-20 < 5</script>",
        "<title>16–20</title>",
        "<!-- 16–20 --><img alt='16–20'>",
    ],
)
def test_what_is_no_text_of_the_page_stays_as_it_is(page):
    assert html_in_order(page, mirrored=True) == page


def test_html_that_is_read_from_the_left_stays_as_it_is():
    assert html_in_order("<p>37+0 &#x27;a&#x27;</p>", mirrored=False) == "<p>37+0 &#x27;a&#x27;</p>"
