import datetime as dt

from app.core.labels import ENGLISH, Labels


def test_a_date_is_written_in_words():
    assert ENGLISH.date(dt.date(2025, 10, 18)) == "18 October 2025"


def test_a_day_of_one_digit_has_no_zero():
    assert ENGLISH.date(dt.date(2024, 1, 2)) == "2 January 2024"


def test_months_can_be_given_in_another_language():
    assert Labels(months=tuple("abcdefghijkl")).date(dt.date(2025, 12, 31)) == "31 l 2025"
