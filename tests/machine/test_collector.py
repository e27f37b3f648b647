"""When Python's collector looks for garbage."""

import gc
from collections.abc import Iterator

import pytest

from app.machine.collector import go_on, rest, settle


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave the collector as the other tests have it."""
    yield
    gc.enable()
    gc.freeze()


def test_what_a_start_has_loaded_is_not_looked_through_again() -> None:
    gc.unfreeze()
    gc.disable()
    settle()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1000


def test_where_another_window_takes_the_place_nothing_is_kept_for_ever() -> None:
    gc.freeze()
    assert rest()
    assert not gc.isenabled()
    assert gc.get_freeze_count() == 0
    go_on()
    assert gc.isenabled()


def test_a_start_goes_on_without_looking_until_its_window_stands() -> None:
    gc.disable()
    gc.freeze()
    assert not rest()
    assert gc.get_freeze_count() > 0
