"""The packaged program where the system lacks a library, or has Wayland and no X: tried with the real ones."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundle.test_bundle import run
from tests.e2e.conftest import Desktop

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the packages bring all that they need elsewhere")

WITHOUT = """set -e
mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$3" "$1"
rm "$1/$4"
shift 4
exec "$@"
"""
"""Runs a command where a folder lacks a file, and only there."""

SOCKET = "wayland-of-a-test"

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libGLdispatch.so.0": "libglvnd0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libxcb.so.1": "libxcb1",
}
"""What the package takes from the system, to show a window on X."""


def folder_of(library: str) -> Path:
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    found = re.search(rf"^\t{re.escape(library)} .*=> (.*)/[^/]+$", listed, re.MULTILINE)
    if found is None:
        pytest.skip(f"this system has no {library} to take away")
    return Path(found[1]).resolve()


def run_without(library: str, program: Path, tmp_path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    folder = folder_of(library)
    for name in ("upper", "work"):
        (tmp_path / name).mkdir()
    within = ["unshare", "-m", "sh", "-c", WITHOUT, "sh", str(folder), str(tmp_path / "upper"), str(tmp_path / "work"), library]
    if subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("this user may not change what a program sees of its machine")
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run([*within, program, *arguments], env=kept | environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("library", PACKAGES)
def test_each_library_that_is_taken_away_is_named_alone(desktop: Desktop, program: Path, tmp_path: Path, library: str) -> None:
    done = run_without(library, program, tmp_path, DISPLAY=desktop.environment["DISPLAY"])
    told = f"Libraries for the window are missing: {library}. On Debian or Ubuntu: sudo apt install {PACKAGES[library]}"
    assert (done.returncode, done.stderr) == (3, f"cervical-reference: {told}\n")


@pytest.mark.parametrize("command", ["self-check", "handout --output sheet.pdf"])
def test_what_uses_no_window_tells_it_too(program: Path, tmp_path: Path, command: str) -> None:
    done = run_without("libGL.so.1", program, tmp_path, *command.split())
    assert done.returncode == 3
    assert done.stderr.endswith("Libraries for the window are missing: libGL.so.1. On Debian or Ubuntu: sudo apt install libgl1\n")
    assert len(done.stderr.splitlines()) == 1


# --- Wayland ---


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A compositor that shows nothing, and the variables that lead to it."""
    if shutil.which("weston") is None:
        pytest.skip("this machine has no Wayland compositor that needs no screen (weston)")
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    around = {"XDG_RUNTIME_DIR": str(folder), "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    command = ["weston", "--backend=headless-backend.so", "--use-pixman", f"--socket={SOCKET}"]
    server = subprocess.Popen(command, env=os.environ | around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 20
    while not (folder / SOCKET).exists() and time.monotonic() < end and server.poll() is None:
        time.sleep(0.05)
    yield around | {"WAYLAND_DISPLAY": SOCKET}
    server.terminate()
    server.wait(10)


def test_the_window_comes_on_wayland_alone_and_ends_when_told(program: Path, wayland: dict[str, str], tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    log = tmp_path / "log"
    with log.open("w", encoding="utf-8") as stream:  # what the program says to the compositor, and what it complains of
        process = subprocess.Popen([program, "--open", "faq"], env=kept | wayland | {"WAYLAND_DEBUG": "1"}, stderr=stream)
    end = time.monotonic() + 30
    while 'set_title("Questions and answers' not in log.read_text(encoding="utf-8") and time.monotonic() < end and process.poll() is None:
        time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    lines = log.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("[")] == []
    assert any(re.search(r"wl_surface@\d+\.attach\(wl_buffer@", line) for line in lines)
    assert any('set_title("Questions and answers' in line for line in lines)


@pytest.mark.parametrize("library", ["libwayland-client.so.0", "libwayland-cursor.so.0"])
def test_what_wayland_lacks_is_told(program: Path, wayland: dict[str, str], tmp_path: Path, library: str) -> None:
    done = run_without(library, program, tmp_path, **wayland)
    told = f"Libraries for the window are missing: {library}. On Debian or Ubuntu: sudo apt install {library.partition('.')[0]}0"
    assert (done.returncode, done.stderr) == (3, f"cervical-reference: {told}\n")


def test_a_compositor_that_is_gone_is_told(program: Path, tmp_path: Path) -> None:
    done = run(program, WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=str(tmp_path))
    assert done.returncode == 3
    assert done.stderr.startswith("cervical-reference: The display wayland-7 does not answer. ")
    assert len(done.stderr.splitlines()) == 1
