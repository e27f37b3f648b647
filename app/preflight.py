"""Find out, before Qt is loaded, why this machine could not show the window; Qt itself would only abort."""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

COMMANDS = "The commands search, show, handout and check work without a window; see --help."

NO_DISPLAY = f"There is no display to show the window on. {COMMANDS}"

PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
}
"""Libraries that Qt's window code needs and a small system may lack, with the Debian and Ubuntu packages that bring them."""


INSTRUCTIONS = {"sse4_1": "SSE4.1", "sse4_2": "SSE4.2", "popcnt": "POPCNT"}
"""Instructions of the processor that Qt is compiled for: their names in the system's list, and as people know them."""


def trouble(environment: Mapping[str, str], platform: str = sys.platform, processor: Path = Path("/proc/cpuinfo")) -> str | None:
    """Return in one line why no window can be shown, or None when nothing speaks against it. Only Linux is looked at."""
    if not platform.startswith("linux"):
        return None
    return old_processor(processor) or no_screen(environment)


def old_processor(description: Path) -> str | None:
    """Return which instructions the processor lacks, by the system's description of it; processors of other families are passed over."""
    try:
        text = description.read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    flags = next((line.partition(":")[2].split() for line in text.splitlines() if line.startswith("flags")), None)
    if flags is None:
        return None
    missing = [known for flag, known in INSTRUCTIONS.items() if flag not in flags]
    return f"This processor is too old for the window: it lacks {', '.join(missing)}. {COMMANDS}" if missing else None


def no_screen(environment: Mapping[str, str]) -> str | None:
    """Return why no window system can be reached."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen and chosen != "xcb":
        return None
    display = environment.get("DISPLAY", "")
    if not chosen and environment.get("WAYLAND_DISPLAY"):
        return None  # Qt turns to Wayland by itself where X does not answer
    if not chosen and not display:
        return NO_DISPLAY
    return missing_libraries() or (no_answer(display) if display else NO_DISPLAY)


def missing_libraries() -> str | None:
    """Return which packages to install when Qt's plugin for X cannot be loaded."""
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return None
    plugin = Path(next(iter(found.submodule_search_locations))) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    reason = failure(str(plugin)) if plugin.exists() else None
    if reason is None:
        return None
    packages = sorted({package for library, package in PACKAGES.items() if failure(library) is not None})
    if not packages:
        return f"The window system cannot be loaded: {reason}"
    return f"Libraries for the window are missing. On Debian or Ubuntu: sudo apt install {' '.join(packages)}"


def failure(library: str) -> str | None:
    """Return why a library cannot be loaded, or None when it can be."""
    try:
        ctypes.CDLL(library, mode=os.RTLD_LAZY)
    except OSError as error:
        return str(error)
    return None


def no_answer(display: str) -> str | None:
    """Return that the X display does not answer, if so."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return f"The display {display} does not answer. {COMMANDS}" if failed else None
