"""Python's collector, which looks for garbage: not while the program or a window is loaded, and not through what stays."""

import gc


class _State:
    is_left_out = False
    """Whether what there was when the first window stood is left out."""


def settle() -> None:
    """Have garbage looked for from now on, once the first window stands.

    What there is by then is left out: it lasts as long as the program, and to look through it takes 20 ms each time.
    """
    gc.collect()
    gc.freeze()
    _State.is_left_out = True
    gc.enable()


def rest() -> bool:
    """Have no garbage looked for until `go_on`, while another window takes the place of one; return whether it was looked for until now.

    What `settle` left out is so no more: the first window would stay for ever.
    """
    was_looked_for = gc.isenabled()
    if was_looked_for:
        if _State.is_left_out:
            gc.unfreeze()
            _State.is_left_out = False
        gc.disable()
    return was_looked_for


def go_on() -> None:
    """Have garbage looked for again."""
    gc.enable()
