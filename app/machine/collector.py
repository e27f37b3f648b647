"""Python's collector, which looks for garbage: between two events of the window, and not through what stays.

Left to itself it looks while something is made, which may be within the end of a Qt object. Another Qt object that it finds there and ends may need
a lock that is held: Qt has 131 for all its objects, and the window would stand still.
"""

import gc

YOUNG, OLDER = 2_000, 10
"""New objects that call for a look through the young ones, and how many such looks call for one through all."""


class _State:
    is_left_out = False
    """Whether what there was when the first window stood is left out."""

    looks = 0
    """Looks through the young objects since the last one through all."""


def settle() -> None:
    """Have garbage looked for by `look` alone from now on, once the first window stands.

    What there is by then is left out: it lasts as long as the program, and to look through it takes 20 ms each time.
    """
    gc.disable()
    gc.collect()
    gc.freeze()
    _State.is_left_out, _State.looks = True, 0


def leave_nothing_out() -> None:
    """Have everything looked through again: another window takes the place of the first, which would stay for ever."""
    if _State.is_left_out:
        gc.unfreeze()
        _State.is_left_out = False


def look() -> None:
    """Look for garbage if much was made."""
    if gc.get_count()[0] >= YOUNG:
        is_old = _State.looks >= OLDER
        _State.looks = 0 if is_old else _State.looks + 1
        gc.collect(2 if is_old else 1)
