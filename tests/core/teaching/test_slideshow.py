"""A run through slides: moves, the number that is asked for, what lies over the slide, and slides made again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.pages.blocks import Run
from app.core.teaching.slides import Kind, Slide, SlidePosition, SlideRow
from app.core.teaching.slideshow import MOST_DIGITS, Slideshow, begin_show


def slide(place: str, steps: int = 0, kind: Kind = "text", count: int = 9) -> Slide:
    rows = (SlideRow("title", (Run(f"Title {place}"),)), *(SlideRow("text", (Run(f"word {step}"),), place, step) for step in range(steps + 1)))
    return Slide(kind, f"Title {place}", rows, SlidePosition(f"Part {place}", 1, count), place)


SLIDES = (slide("a"), slide("b", 2, "question"), slide("c", 1))
ALL = [(0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1)]


def at(show: Slideshow) -> tuple[int, int]:
    return show.number, show.step


def test_every_step_is_reached_forward_and_back_and_the_ends_lead_nowhere() -> None:
    show = Slideshow(SLIDES)
    seen = [at(show)]
    while (after := show.forward()) is not show:
        show = after
        seen.append(at(show))
    assert seen == ALL
    while (after := show.back()) is not show:
        show = after
        seen.append(at(show))
    assert seen == ALL + ALL[-2::-1]


@pytest.mark.parametrize(("number", "shown"), [(-1, 0), (0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (99999, 2)])
def test_a_number_shows_the_beginning_of_the_nearest_slide(number: int, shown: int) -> None:
    assert at(Slideshow(SLIDES, 1, 2).at(number)) == (shown, 0)


def test_the_end_is_all_of_the_last_slide() -> None:
    assert at(Slideshow(SLIDES).at_end()) == (2, 1)


def test_digits_are_typed_and_taken_back_and_a_move_forgets_them() -> None:
    show = Slideshow(SLIDES)
    for digit in "1234567":
        show = show.with_digit(digit)
    assert show.typed == "34567"
    assert len(show.typed) == MOST_DIGITS
    assert show.without_last_digit().typed == "3456"
    assert show.without_digits().typed == ""
    assert at(show) == (0, 0)
    assert {move().typed for move in (show.forward, show.at_end, lambda: show.at(1))} == {""}
    assert show.back() is show  # a move that leads nowhere changes nothing


def test_what_lies_over_the_slide_leaves_it_where_it_is() -> None:
    show = Slideshow(SLIDES, 1, 1, typed="4")
    assert not show.is_covered
    for over in (show.with_blank("black"), show.with_blank("white"), show.with_keys(listed=True)):
        assert over.is_covered
        assert (at(over), over.typed) == ((1, 1), "4")
    assert show.with_blank("black").with_blank("white").blank == "white"
    assert show.with_blank("white").with_blank(None) == show
    assert show.with_keys(listed=True).with_keys(listed=False) == show


def test_it_says_where_it_stands_and_what_is_seen() -> None:
    show = Slideshow(SLIDES, 1, 1)
    assert show.label == "Part b · 2/3"
    assert show.title == "Part b · 2/3. Title b"
    assert show.body == "word 0 word 1"
    assert show.words == "Part b · 2/3. Title b. word 0 word 1"
    assert show.share == pytest.approx(2 / 3)
    assert Slideshow((slide("a", count=1),)).label == "Part a"  # of all slides there are no others to count


def test_only_a_question_that_is_not_all_shown_has_an_answer_to_come() -> None:
    answers = [Slideshow(SLIDES, number, step).has_answer_to_come for number, step in ALL]
    assert answers == [False, True, True, False, False, False]


def test_it_begins_at_a_place_or_its_page_or_the_first_slide() -> None:
    assert at(begin_show(SLIDES, "b", "")) == (1, 0)
    assert at(begin_show(SLIDES, "none", "c")) == (2, 0)
    assert at(begin_show(SLIDES, "none", "none")) == (0, 0)


def test_the_same_slide_is_shown_among_slides_for_another_screen() -> None:
    longer = (slide("a"), slide("a"), slide("b", 1, "question"), slide("c"), slide("c"))
    assert at(Slideshow(SLIDES, 1, 2).refitted(longer)) == (2, 1)
    assert at(Slideshow(longer, 1).refitted(SLIDES)) == (0, 0)
    assert at(Slideshow(longer, 4).refitted(SLIDES)) == (2, 0)
    assert at(Slideshow(SLIDES, 2, 1).refitted((slide("a"),))) == (0, 0)  # it is no longer there


def test_a_text_on_more_slides_is_shown_as_far_on_as_before() -> None:
    assert at(Slideshow((slide("a"),) * 2, 1).refitted((slide("a"),) * 6)) == (3, 0)
    assert at(Slideshow((slide("a"),) * 6, 5).refitted((slide("a"),) * 2)) == (1, 0)


def test_what_lies_over_the_slide_and_what_is_typed_stay_for_another_screen() -> None:
    show = Slideshow(SLIDES, 1, 1, "black", lists_keys=True, typed="12")
    again = show.refitted((slide("b", 2, "question"),))
    assert (again.blank, again.lists_keys, again.typed) == ("black", True, "12")


@given(st.lists(st.sampled_from(["forward", "back", "at_end", "at", "digit", "refit"]), max_size=40), st.integers(-3, 9))
def test_whatever_is_done_a_slide_is_shown_up_to_a_step_that_it_has(moves: list[str], number: int) -> None:
    show = Slideshow(SLIDES)
    for move in moves:
        if move == "at":
            show = show.at(number)
        elif move == "digit":
            show = show.with_digit("7")
        elif move == "refit":
            show = show.refitted(show.slides[::-1])
        else:
            show = {"forward": show.forward, "back": show.back, "at_end": show.at_end}[move]()
        assert 0 <= show.step <= show.slide.last_step
