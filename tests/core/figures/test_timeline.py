import pyexpat
import re
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.article.content import Bar, Timeline, WeekMark
from app.core.base.labels import Labels
from app.core.figures import timeline
from app.core.figures.svg import problems_of, step_count
from app.core.figures.timeline import axis_problem, describe, draw, weeks
from app.ui.look.tokens import LIGHT

NAMES = {"S07": "RCOG 2022", "S09": "NICE NG25", "S10": "FIGO 2021"}

PREGNANCY = Timeline(
    first=10,
    last=40,
    bars=(
        Bar("The article’s usual time for a stitch", "12", "16", None),
        Bar("Stitch planned because of history", "11", "14", "S07"),
        Bar("Length scans with an earlier preterm birth", "16", "24", "S09"),
        Bar("Stitch because a scan shows a short cervix", "14", "24", "S07"),
        Bar("Emergency stitch", None, "27+6", "S07"),
        Bar("Vaginal progesterone", "16", "34", "S09", "started at 16–24 weeks, continued to at least 34"),
        Bar("Vaginal stitch taken out", "36", "37", "S10"),
    ),
    marks=(WeekMark("37", "no longer preterm"),),
)

WEEKS = st.from_regex(r"[0-9]{1,2}(\+[0-6])?", fullmatch=True)
WORDS = st.text(min_size=1, max_size=300)
BARS = st.builds(Bar, WORDS, st.none() | WEEKS, st.none() | WEEKS, st.none() | st.sampled_from(["S07", "S99"]), st.none() | WORDS)


def one(bar: Bar, *marks: WeekMark) -> str:
    return draw(Timeline(10, 40, (bar,), marks), "One bar", NAMES)


def texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def labels_of(svg: str) -> list[tuple[float, float, float, str]]:
    """Return the labels at the left: baseline, left end if its letters are half as wide as high, size, words."""
    size = float(re.search(r'<g font-family="[^"]*" font-size="([\d.]+)"', svg)[1])
    found = re.findall(r'<text x="556.0" y="([\d.]+)"[^>]*>([^<]*)<', svg)
    return [(float(y), 556 - 0.5 * size * len(words), size, words) for y, words in found]


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("27+6", 27 + 6 / 7), ("9+0", 9), ("0", 0)])
def test_a_week_is_read_with_its_days(text, number):
    assert weeks(text) == pytest.approx(number)


@pytest.mark.parametrize("form", ["12", "27+6", "5", "40+0"])
def test_the_form_takes_weeks_with_and_without_days(form):
    assert msgspec.convert({"week": form, "label": "a"}, WeekMark).week == form


@pytest.mark.parametrize("form", ["27+7", "27\\+6", "week 12", "123", "12-16", ""])
def test_the_form_takes_no_other_weeks(form):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"week": form, "label": "a"}, WeekMark)


# --- the drawing ---


def test_the_drawing_is_a_good_figure():
    assert problems_of(draw(PREGNANCY, "When things are done", NAMES).encode()) == ()


def test_each_bar_is_a_step():
    assert step_count(draw(PREGNANCY, "When things are done", NAMES)) == 7


def test_the_drawing_has_a_title_and_the_description_for_those_who_hear_it():
    svg = draw(PREGNANCY, "When things are done", NAMES)
    assert "<title>When things are done</title>" in svg
    assert f"<desc>{describe(PREGNANCY, NAMES)}</desc>" in svg


def test_the_axis_has_a_number_every_two_weeks():
    assert [text for text in texts(draw(PREGNANCY, "t", NAMES)) if text.isdigit()] == [str(week) for week in range(10, 41, 2)]


def test_a_longer_axis_has_fewer_numbers_so_that_they_do_not_touch():
    assert [text for text in texts(draw(Timeline(0, 45, PREGNANCY.bars), "t", NAMES)) if text.isdigit()] == [str(week) for week in range(0, 45, 4)]


def test_rows_stand_in_the_order_of_the_bars():
    rows = labels_of(draw(PREGNANCY, "t", NAMES))
    assert " ".join(words for _, _, _, words in rows) == " ".join(bar.label for bar in PREGNANCY.bars)
    assert [y for y, _, _, _ in rows] == sorted(y for y, _, _, _ in rows)


def test_a_bar_shows_its_weeks_and_its_source():
    svg = one(Bar("Stitch", "11", "14", "S07"))
    assert {"11–14", "RCOG 2022"} <= set(texts(svg))


def test_a_wide_bar_holds_its_weeks_and_its_source():
    assert "11–39 · RCOG 2022" in texts(one(Bar("Scans", "11", "39", "S07")))


def test_a_bar_at_the_end_has_its_words_before_it():
    svg = one(Bar("Stitch out", "38", "40", "S10"))
    assert re.search(r'<text x="(\d+)[^>]* text-anchor="end"[^>]*>FIGO 2021<', svg)


@pytest.mark.parametrize(("begins", "ends", "words"), [(None, "27+6", "up to 27+6"), ("16", None, "from 16"), (None, None, "any week")])
def test_a_bar_that_is_open_says_so_and_points_there(begins, ends, words):
    svg = one(Bar("Stitch", begins, ends, "S07"))
    assert any(text.startswith(words) for text in texts(svg))
    assert svg.count("<polygon") == (begins is None) + (ends is None)


def test_a_closed_bar_points_nowhere():
    assert "<polygon" not in one(Bar("Stitch", "11", "14", "S07"))


def test_a_remark_stands_under_its_bar():
    assert "started at 16–24 weeks, continued to at least 34" in texts(draw(PREGNANCY, "t", NAMES))


def test_the_bar_of_the_article_stands_apart_by_words_dashes_and_colour():
    own, other = (one(Bar("Stitch", "12", "16", source)) for source in (None, "S07"))
    assert "this article" in texts(own)
    assert 'stroke-dasharray="12 7"' in own
    assert "#874000" in own
    assert "this article" not in texts(other)
    assert 'stroke-dasharray="12 7"' not in other
    assert "#874000" not in other


def test_a_source_without_a_name_shows_its_id():
    assert "S99" in texts(one(Bar("Stitch", "12", "16", "S99")))


def test_a_mark_is_a_dashed_line_with_its_words():
    svg = one(Bar("Stitch", "12", "16", None), WeekMark("37", "no longer preterm"))
    assert 'stroke-dasharray="14 9"' in svg
    assert "37 weeks: no longer preterm" in texts(svg)


def test_marks_close_to_each_other_have_their_words_on_lines_of_their_own():
    svg = one(Bar("Stitch", "12", "16", None), WeekMark("36+3", "first"), WeekMark("37", "second"))
    first, second = (float(re.search(rf'y="([\d.]+)"[^>]*>[^<]*{word}<', svg)[1]) for word in ("first", "second"))
    assert second - first >= 36


def test_text_is_escaped():
    svg = one(Bar('<script>"&\x01\ud800', "12", "16", None, "a < b"), WeekMark("37", "<b>"))
    assert problems_of(svg.encode()) == ()
    assert "&lt;script&gt;&quot;&amp;\ufffd" in svg


@pytest.mark.parametrize("count", range(1, 13))
def test_labels_of_any_number_of_bars_keep_clear_of_each_other_and_of_the_edge(count):
    bars = tuple(Bar(f"{number} " + "a rather long label " * (number % 5), "12", "16", "S07", "remark " * number) for number in range(count))
    rows = labels_of(draw(Timeline(10, 40, bars), "t", NAMES))
    assert all(left >= 20 for _, left, _, _ in rows)
    assert all(below[0] - above[0] >= size for above, below in pairwise(rows) for size in [above[2]])
    assert rows[-1][0] < 790


def test_seven_bars_have_large_letters():
    assert labels_of(draw(PREGNANCY, "t", NAMES))[0][2] >= 30


def test_colours_are_those_of_the_light_theme():
    used = {timeline.INK, timeline.FAINT, timeline.LINE, timeline.PAPER, timeline.STRIPE, timeline.BAR}
    assert used == {LIGHT.ink, LIGHT.faint, LIGHT.line, LIGHT.background, LIGHT.bar, LIGHT.accent}


def test_a_word_wider_than_the_column_is_broken():
    assert len(labels_of(one(Bar("x" * 100, "12", "16", "S07")))) > 3


@pytest.mark.parametrize(("first", "last"), [(10, 10), (20, 10), (-1, 10), (0, 61), (0, 10**9)])
def test_an_axis_that_leads_nowhere_is_refused(first, last):
    assert axis_problem(first, last)
    with pytest.raises(ValueError, match="axis"):
        draw(Timeline(first, last, PREGNANCY.bars), "t", NAMES)


@given(st.lists(BARS, min_size=1, max_size=12), st.lists(st.builds(WeekMark, WEEKS, WORDS), max_size=4), WORDS)
def test_any_bars_make_well_formed_svg_and_a_description(bars, marks, title):
    line = Timeline(10, 40, tuple(bars), tuple(marks))
    svg = draw(line, title, NAMES)
    pyexpat.ParserCreate().Parse(svg.encode(), True)
    assert step_count(svg) == len(bars)
    assert describe(line, NAMES)


# --- in words ---


def test_a_time_line_is_told_bar_by_bar():
    assert describe(PREGNANCY, NAMES) == (
        "The article’s usual time for a stitch: weeks 12 to 16 (this article). "
        "Stitch planned because of history: weeks 11 to 14 (RCOG 2022). "
        "Length scans with an earlier preterm birth: weeks 16 to 24 (NICE NG25). "
        "Stitch because a scan shows a short cervix: weeks 14 to 24 (RCOG 2022). "
        "Emergency stitch: up to 27 weeks and 6 days (RCOG 2022). "
        "Vaginal progesterone: weeks 16 to 34; started at 16–24 weeks, continued to at least 34 (NICE NG25). "
        "Vaginal stitch taken out: weeks 36 to 37 (FIGO 2021). "
        "A line at 37 weeks: no longer preterm."
    )


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        ("16", "27+6", "16 weeks to 27 weeks and 6 days"),
        ("16+1", "20", "16 weeks and 1 day to 20 weeks"),
        ("16", None, "from 16 weeks"),
        (None, None, "any week"),
    ],
)
def test_weeks_are_told_in_words(begins, ends, words):
    assert describe(Timeline(10, 40, (Bar("Stitch", begins, ends, "S07"),)), NAMES) == f"Stitch: {words} (RCOG 2022)."


def test_a_time_line_is_told_in_another_language():
    german = Labels(this_article="dieser Artikel", between_weeks="Wochen {begins} bis {ends}")
    assert describe(Timeline(10, 40, (Bar("Cerclage", "12", "16", None),)), {}, german) == "Cerclage: Wochen 12 bis 16 (dieser Artikel)."
