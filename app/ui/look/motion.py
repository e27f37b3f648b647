"""Whether things may move: the reader's choice, else the system's."""

import sys

WINDOWS_ANIMATIONS = 0x1042
"""SPI_GETCLIENTAREAANIMATION: whether the reader has left animations on."""


def system_wants_less_motion() -> bool:
    """Return whether the system asks for less motion.

    Only Windows can be asked; Qt 6.11 has no such hint, so elsewhere the reader chooses in the menu.
    """
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - slow to load, and nobody else needs it

    is_on = ctypes.c_int(1)
    asked = ctypes.windll.user32.SystemParametersInfoW(WINDOWS_ANIMATIONS, 0, ctypes.byref(is_on), 0)
    return bool(asked) and not is_on.value
