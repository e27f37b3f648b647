"""Find out, before Qt is loaded, why this machine could not show the window; Qt itself would only abort."""

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path

COMMANDS = "The commands search, show, handout and check need no window; see --help."

NO_DISPLAY = f"There is no display to show the window on. {COMMANDS}"

DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Libraries that Qt needs of every Linux, also out of sight, with the Debian and Ubuntu packages that bring them."""

X_WINDOW = {
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
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""What its plugin for X needs besides."""

WAYLAND_WINDOW = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What its plugins for Wayland need besides; the packaged program has none that needs the last one."""

FURTHER = {
    "libGLX.so.0": "libglx0",
    "libGLdispatch.so.0": "libglvnd0",
    "libXau.so.6": "libxau6",
    "libXdmcp.so.6": "libxdmcp6",
    "libexpat.so.1": "libexpat1",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
}
"""What those need in turn, where it is no part of the package."""

ALONG = {"libgl1": frozenset({*FURTHER.values(), "libx11-6", "libxcb1"})}
"""Packages that another one brings along in every Debian and Ubuntu that the program runs on."""

OPTIONAL = frozenset({"libwayland-egl.so.1"})

_ABSENT = re.compile(r"(\S+): cannot open shared object file: No such file or directory")
"""How the loader names the library that is not there; that may be another one than was asked for."""

INSTRUCTIONS = {"sse4_1": "SSE4.1", "sse4_2": "SSE4.2", "popcnt": "POPCNT"}
"""Instructions of the processor that Qt is compiled for: their names in the system's list, and as people know them."""


def work_out_of_sight(environment: MutableMapping[str, str], platform: str = sys.platform) -> None:
    """Let Qt, which is not loaded yet, do without a display.

    On Windows it does not ask the system for its fonts then, and would set boxes in place of letters.
    """
    environment["QT_QPA_PLATFORM"] = "offscreen"
    if platform == "win32":
        environment.setdefault("QT_QPA_FONTDIR", str(Path(environment.get("WINDIR", r"C:\Windows")) / "Fonts"))


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
    """Return why no window system can be reached; one that can be is enough, since Qt turns to the next one by itself."""
    chosen = [re.split("[:-]", name)[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]  # wayland-egl is in the same plugin
    reachable = [way for way, variable in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY")) if environment.get(variable)]
    reasons = []
    for way in chosen or reachable:
        reason = missing_libraries(way) or _no_answer_by(way, environment)
        if reason is None:
            return None
        reasons.append(reason)
    return reasons[0] if reasons else NO_DISPLAY


def _no_answer_by(way: str, environment: Mapping[str, str]) -> str | None:
    """Return why a window system does not serve that Qt can speak to; those that need no display always do."""
    if way == "xcb":
        return no_answer(environment["DISPLAY"]) if environment.get("DISPLAY") else NO_DISPLAY
    if way == "wayland" and not environment.get("WAYLAND_SOCKET"):  # that one is open already, and good for one connection only
        return no_wayland(environment.get("WAYLAND_DISPLAY", ""))
    return None


def missing_libraries(way: str) -> str | None:
    """Return in one line which libraries keep Qt's plugin for a window system (`xcb`, `wayland`, `offscreen`) from being loaded, and their packages.

    What the loader misses is named, not what needs it: most of the libraries travel with the packaged program, and are whole.
    """
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return None
    home = Path(next(iter(found.submodule_search_locations))) / "Qt"
    plugin = home / "plugins" / "platforms" / f"libq{way}.so"
    reason = failure(str(plugin)) if plugin.exists() else None
    if reason is None:
        return None
    reasons = [reason]
    asked = [name for name in DRAWING | {"xcb": X_WINDOW, "wayland": WAYLAND_WINDOW}.get(way, {}) if name not in OPTIONAL]
    reasons += filter(None, (failure(_own(name) or name) for name in asked))
    missing = sorted({match[1] for reason in reasons if (match := _ABSENT.match(reason))})
    if not missing:
        return f"The window system cannot be loaded: {reasons[0]}"
    known = DRAWING | X_WINDOW | WAYLAND_WINDOW | FURTHER
    packages = {known[name] for name in missing if name in known}
    packages -= frozenset().union(*(ALONG.get(package, frozenset()) for package in packages))
    advice = f" On Debian or Ubuntu: sudo apt install {' '.join(sorted(packages))}" if packages else ""
    return f"Libraries for the window are missing: {', '.join(missing)}.{advice}"


def _own(library: str) -> str | None:
    """Return the path of a library that travels with the packaged program."""
    path = Path(getattr(sys, "_MEIPASS", "")) / library
    return str(path) if path.is_absolute() and path.exists() else None


def failure(library: str) -> str | None:
    """Return why a library cannot be loaded, or None when it can be."""
    try:
        ctypes.CDLL(library, mode=os.RTLD_LAZY)
    except OSError as error:
        return str(error.__cause__ or error)  # the packager puts words of its own before the loader's
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


def no_wayland(display: str) -> str | None:
    """Return that the Wayland display does not answer, if so; an empty name is the usual one."""
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return None
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(display.encode() or None)
    if connection is None:
        return f"The display {display or 'wayland-0'} does not answer. {COMMANDS}"
    wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return None
