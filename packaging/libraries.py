"""The system's libraries that Qt needs and its wheels do not bring: look for them, and install them or say how."""

import argparse
import os
import shutil
import subprocess
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.machine import preflight

DRAWING = tuple(preflight.DRAWING)
"""What Qt needs of every Linux, also out of sight, as in the tests."""

TESTING = (*DRAWING, "libgssapi_krb5.so.2")
"""What the tests need: Qt's tool that packs translations is linked with its network library."""

X_WINDOW = tuple(preflight.X_WINDOW)

WAYLAND_WINDOW = tuple(preflight.WAYLAND_WINDOW)

DEBIAN = preflight.DRAWING | preflight.X_WINDOW | preflight.WAYLAND_WINDOW | {"libgssapi_krb5.so.2": "libgssapi-krb5-2"}
"""The packages of Debian and Ubuntu that bring the libraries."""

FEDORA = {
    "libEGL.so.1": "libglvnd-egl",
    "libGL.so.1": "libglvnd-glx",
    "libX11-xcb.so.1": "libX11-xcb",
    "libX11.so.6": "libX11",
    "libdbus-1.so.3": "dbus-libs",
    "libfontconfig.so.1": "fontconfig",
    "libfreetype.so.6": "freetype",
    "libglib-2.0.so.0": "glib2",
    "libgssapi_krb5.so.2": "krb5-libs",
    "libgthread-2.0.so.0": "glib2",
    "libwayland-client.so.0": "libwayland-client",
    "libwayland-cursor.so.0": "libwayland-cursor",
    "libwayland-egl.so.1": "libwayland-egl",
    "libxcb-cursor.so.0": "xcb-util-cursor",
    "libxcb-icccm.so.4": "xcb-util-wm",
    "libxcb-image.so.0": "xcb-util-image",
    "libxcb-keysyms.so.1": "xcb-util-keysyms",
    "libxcb-render-util.so.0": "xcb-util-renderutil",
    "libxcb-util.so.1": "xcb-util",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11",
    "libxkbcommon.so.0": "libxkbcommon",
}
"""The packages of Fedora; every library for X that is not named here is in `libxcb`."""

NO_WHEEL = (
    "Qt for Python needs a Linux with glibc, and this one has another C library (Alpine has musl). "
    "Use Debian, Ubuntu or Fedora, or a container with one of them."
)

PATIENCE = "-oDPkg::Lock::Timeout=300"
"""Let apt wait for another one that runs, at most so many seconds."""


class MissingError(Exception):
    """Libraries are missing; the message says what to do."""


@dataclass(frozen=True)
class Machine:
    """What decides how a library is installed."""

    has_glibc: bool
    installer: str
    """`apt-get`, `dnf` or nothing."""
    is_root: bool


def this_machine() -> Machine:
    """Look at the machine that this runs on."""
    try:
        has_glibc = bool(os.confstr("CS_GNU_LIBC_VERSION"))
    except (ValueError, OSError):  # another C library does not know the name
        has_glibc = False
    installer = next((name for name in ("apt-get", "dnf") if shutil.which(name)), "")
    return Machine(has_glibc, installer, os.geteuid() == 0)


def needed(options: argparse.Namespace, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the libraries that the program needs to carry out its command line, by the names under which they are loaded."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if options.command == "self-check" or (options.command == "handout" and options.output.suffix.lower() == ".pdf"):
        return DRAWING
    if options.command is not None:
        return ()
    if platform not in {"", "xcb", "wayland"}:
        return DRAWING
    if platform == "wayland" or (not platform and environment.get("WAYLAND_DISPLAY")):
        return DRAWING + WAYLAND_WINDOW
    return DRAWING + X_WINDOW if environment.get("DISPLAY") else ()  # without a display the program says so, whatever it has


def lacking(libraries: Collection[str]) -> list[str]:
    """Return which of the libraries cannot be loaded."""
    return [library for library in libraries if preflight.failure(library) is not None]


def packages(libraries: Collection[str], installer: str) -> list[str]:
    """Return the packages that bring the libraries, in the words of apt or dnf."""
    names = (FEDORA.get(library, "libxcb") for library in libraries) if installer == "dnf" else (DEBIAN[library] for library in libraries)
    return sorted(set(names))


def advice(libraries: Collection[str], machine: Machine) -> str:
    """Return the one line that says how to get the libraries."""
    if not machine.installer:
        return f"Qt needs libraries that are not on this system. Install the packages that contain {', '.join(sorted(libraries))}."
    command = {"apt-get": "apt install --no-install-recommends", "dnf": "dnf install"}[machine.installer]
    sudo = "" if machine.is_root else "sudo "
    return f"Qt needs libraries that are not on this system. Type: {sudo}{command} {' '.join(packages(libraries, machine.installer))}"


def provide(libraries: Collection[str], machine: Machine) -> None:
    """Install what is missing where this user may; raise `MissingError` where something is missing then."""
    if not machine.has_glibc:
        raise MissingError(NO_WHEEL)
    if not (missing := lacking(libraries)):
        return
    if not (machine.installer == "apt-get" and machine.is_root):
        raise MissingError(advice(missing, machine))
    names = packages(missing, machine.installer)
    print(f"Installing system packages that Qt needs: {' '.join(names)}", flush=True)
    said = _apt("update", "-qq") + _apt("install", "-y", "-qq", "--no-install-recommends", *names)
    if missing := lacking(libraries):
        raise MissingError(f"{said}{advice(missing, machine)}")


def _apt(*arguments: str) -> str:
    """Run apt and return what it complained of when it failed: without a network the lists may be old, and still serve."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["apt-get", PATIENCE, *arguments], env=quiet, capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""
