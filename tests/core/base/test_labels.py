import datetime as dt

import pytest

from app.core.base.labels import ENGLISH, Labels


def test_a_date_is_written_in_words():
    assert ENGLISH.date(dt.date(2025, 10, 18)) == "18 October 2025"


def test_a_day_of_one_digit_has_no_zero():
    assert ENGLISH.date(dt.date(2024, 1, 2)) == "2 January 2024"


@pytest.mark.parametrize(
    ("months", "age"), [(12, "12 months"), (13, "13 months"), (23, "23 months"), (24, "2 years"), (35, "2 years"), (36, "3 years")]
)
def test_an_age_is_given_in_months_up_to_two_years(months, age):
    assert ENGLISH.age(months) == age


def test_months_can_be_given_in_another_language():
    assert Labels(months=tuple("abcdefghijkl")).date(dt.date(2025, 12, 31)) == "31 l 2025"
