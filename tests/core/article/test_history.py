import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.article.history import History


@pytest.fixture
def walked() -> History:
    history = History()
    for place in ("overview", "faq", "about"):
        history.visit(place)
    return history


def test_a_new_history_is_nowhere():
    history = History()
    assert history.current is None
    assert not history.can_go_back
    assert not history.can_go_forward
    assert history.back() is None
    assert history.forward() is None
    assert history.current is None


def test_the_last_place_visited_is_the_current_one(walked):
    assert walked.current == "about"
    assert walked.can_go_back
    assert not walked.can_go_forward


def test_back_and_forward_lead_along_the_same_places(walked):
    assert [walked.back(), walked.back(), walked.back()] == ["faq", "overview", None]
    assert not walked.can_go_back
    assert [walked.forward(), walked.forward(), walked.forward()] == ["faq", "about", None]


def test_a_new_place_forgets_what_lay_forward(walked):
    walked.back()
    walked.visit("overview")
    assert not walked.can_go_forward
    assert [walked.back(), walked.back()] == ["faq", "overview"]


def test_staying_where_one_is_adds_nothing(walked):
    walked.back()
    walked.visit("faq")
    assert walked.can_go_forward
    assert walked.back() == "overview"


def test_a_place_may_be_visited_again_later(walked):
    walked.visit("overview")
    assert [walked.back(), walked.back()] == ["about", "faq"]


def test_only_the_latest_places_are_kept():
    history = History(limit=3)
    for number in range(10):
        history.visit(str(number))
    assert [history.current, history.back(), history.back(), history.back()] == ["9", "8", "7", None]


@settings(deadline=None, max_examples=100, database=None)
@given(st.lists(st.sampled_from(["back", "forward", "a", "b", "c"])))
def test_after_any_steps_back_is_undone_by_forward(steps):
    history = History(limit=4)
    for step in steps:
        getattr(history, step)() if step in {"back", "forward"} else history.visit(step)
    here = history.current
    if history.can_go_back:
        assert history.back() != here
        assert history.forward() == here
    if history.can_go_forward:
        assert history.forward() != here
        assert history.back() == here
