"""Python's collector, which looks for garbage: not while the program or a window is loaded, and not through what stays."""

import gc


def settle() -> None:
    """Have garbage looked for from now on, once the first window stands.

    What there is by then is left out: it lasts as long as the program, and to look through it takes 20 ms each time.
    """
    gc.collect()
    gc.freeze()
    gc.enable()


def rest() -> bool:
    """Have no garbage looked for until `go_on`, while another window takes the place of one; return whether it was looked for until now.

    Nothing is left out any more: the first window would stay for ever.
    """
    was_looked_for = gc.isenabled()
    if was_looked_for:
        gc.unfreeze()
        gc.disable()
    return was_looked_for


def go_on() -> None:
    """Have garbage looked for again."""
    gc.enable()
