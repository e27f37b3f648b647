"""When Python's collector looks for garbage."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from app.machine.collector import OLDER, YOUNG, leave_nothing_out, look, settle


class Circle:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave the collector as the other tests have it."""
    yield
    leave_nothing_out()
    gc.enable()
    gc.freeze()


def test_what_a_start_has_loaded_is_not_looked_through_again() -> None:
    gc.unfreeze()
    settle()
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 1000


def test_where_another_window_takes_the_place_nothing_is_kept_for_ever() -> None:
    settle()
    leave_nothing_out()
    assert gc.get_freeze_count() == 0
    gc.freeze()
    leave_nothing_out()  # what somebody else leaves out stays so
    assert gc.get_freeze_count() > 0


def test_garbage_is_looked_for_when_much_was_made() -> None:
    settle()
    gone = ref(Circle())
    look()
    assert gone() is not None
    kept = [[number] for number in range(YOUNG)]
    look()
    assert gone() is None
    assert len(kept) == YOUNG


def test_all_is_looked_through_after_ten_looks() -> None:
    settle()
    circle = Circle()
    gone = ref(circle)
    gc.collect(1)  # it is no young object any more
    del circle
    kept = []
    for _ in range(OLDER):
        kept += [[number] for number in range(YOUNG)]
        look()
    kept += [[number] for number in range(YOUNG)]
    look()
    assert gone() is None
