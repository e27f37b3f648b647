"""Python's collector, which looks for garbage: not while the program is loaded, and not through what stays."""

import gc


def settle() -> None:
    """Have garbage looked for from now on, once a window stands.

    The first time, what there is by then is left out: it lasts as long as the program, and to look through it takes 20 ms each time. When another
    window takes the place of that one, nothing is left out any more: the first one would stay for ever.
    """
    if gc.isenabled():
        gc.unfreeze()
        return
    gc.collect()
    gc.freeze()
    gc.enable()
