"""A second start finds the first one, and nothing that is dead, foreign or broken keeps it from starting."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.cli.asking import ask
from app.ui.shell.listening import Listener
from app.ui.shell.second_start import LISTENING, LOCK, STARTING, Asked, Running, is_running, meeting_folder, take

HOLD = """
import sys, pathlib
from app.ui.shell.second_start import take
running = take(pathlib.Path(sys.argv[1]))
if "listen" in sys.argv: running.listen()
print("held", flush=True)
for line in sys.stdin:
    if line.startswith("look"): print(running.requests(), flush=True)
running.end()
"""
ASK = """
import sys, pathlib
from app.cli.asking import ask
from app.ui.shell.second_start import Asked
print(ask(pathlib.Path(sys.argv[1]), REQUEST))
"""
SOON = {STARTING: 0.5, LISTENING: 0.5}


class Other:
    """Another process, which is the first one."""

    def __init__(self, folder: Path, *words: str) -> None:
        command = [sys.executable, "-c", HOLD, str(folder), *words]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "held\n"

    def end(self) -> None:
        self.process.communicate(timeout=20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "meeting"


@pytest.fixture
def running(folder: Path) -> Iterator[Running]:
    made = take(folder)
    assert made is not None
    yield made
    made.end()


def test_the_first_start_has_the_lock_until_it_ends_and_leaves_nothing(folder: Path) -> None:
    other = Other(folder)
    assert take(folder) is None
    assert is_running(folder)
    other.end()
    assert not folder.exists()
    made = take(folder)
    assert made is not None
    made.end()


def test_a_request_is_taken_once_and_who_asked_ends(folder: Path, running: Running, qtbot: QtBot) -> None:
    script = ASK.replace("REQUEST", """Asked("faq/risks", 'é "漢"', "/x/a.json", "token")""")
    early = subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: any(folder.glob("asked-*")), timeout=20_000)  # asked while the window is still being opened
    owner = QObject()
    listener = Listener(running, owner)
    found: list[Asked] = []
    listener.asked.connect(found.append)
    listener.begin()
    assert early.communicate(timeout=20)[0] == "True\n"
    late = subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: len(found) == 2, timeout=20_000)
    assert late.communicate(timeout=20)[0] == "True\n"
    assert found == [Asked("faq/risks", 'é "漢"', "/x/a.json", "token")] * 2
    assert [path.name for path in folder.iterdir()] == [LOCK]


def test_one_that_was_killed_is_not_asked(folder: Path) -> None:
    other = Other(folder, "listen")
    other.process.kill()
    other.process.communicate()
    begun = time.monotonic()
    assert not ask(folder, Asked())
    made = take(folder)
    assert made is not None
    assert time.monotonic() - begun < 0.5
    made.end()


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot stop a process")
@pytest.mark.parametrize("words", [(), ("listen",)])
def test_one_that_does_not_answer_is_waited_for_a_while_and_gets_nothing_later(folder: Path, words: tuple[str, ...]) -> None:
    other = Other(folder, *words)
    other.process.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    assert not ask(folder, Asked("faq"), SOON)
    assert 0.4 < time.monotonic() - begun < 3
    other.process.send_signal(signal.SIGCONT)
    told, _ = other.process.communicate("look\n", timeout=20)
    assert told == "[]\n"


def test_one_that_ends_while_it_is_asked_is_waited_for_no_longer(folder: Path) -> None:
    other = Other(folder, "listen")
    script = ASK.replace("REQUEST", "Asked(), {1: 60, 2: 60}")
    asking = subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, text=True)
    end = time.monotonic() + 20
    while not any(folder.glob("asked-*")) and time.monotonic() < end:
        time.sleep(0.01)
    other.process.kill()
    assert asking.communicate(timeout=20)[0] == "False\n"
    other.process.communicate()


def test_a_lock_that_is_none_of_ours_is_not_waited_for(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    hold = "import os, sys\nn = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)\nos.lockf(n, os.F_TLOCK, 0)\nprint('held', flush=True)\nsys.stdin.read()"
    other = subprocess.Popen([sys.executable, "-c", hold, str(folder / LOCK)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    begun = time.monotonic()
    assert take(folder) is None
    assert not ask(folder, Asked())
    assert time.monotonic() - begun < 0.5
    other.communicate()


def broken(folder: Path, way: str) -> None:
    if way == "a file in the folder's place":
        folder.write_text("x", encoding="utf-8")
    elif way == "open to others":
        folder.mkdir(mode=0o700)
        folder.chmod(0o777)
    elif way == "a link":
        (folder.parent / "real").mkdir(mode=0o700)
        folder.symlink_to(folder.parent / "real")
    elif way == "a folder in the lock's place":
        (folder / LOCK).mkdir(parents=True)
        folder.chmod(0o700)
    elif way == "a pipe in the lock's place":
        folder.mkdir(mode=0o700)
        os.mkfifo(folder / LOCK)
    elif way == "a link in the lock's place":
        folder.mkdir(mode=0o700)
        (folder / LOCK).symlink_to(folder.parent / "elsewhere")


@pytest.mark.skipif(os.name == "nt", reason="these are ways of POSIX")
@pytest.mark.parametrize(
    "way",
    [
        "a file in the folder's place",
        "open to others",
        "a link",
        "a folder in the lock's place",
        "a pipe in the lock's place",
        "a link in the lock's place",
        "no folder above",
    ],
)
def test_what_is_foreign_keeps_nothing_from_starting(folder: Path, way: str) -> None:
    broken(folder, way)
    place = folder / "none" / "meeting" if way == "no folder above" else folder
    begun = time.monotonic()
    assert take(place) is None
    assert not ask(place, Asked())
    assert time.monotonic() - begun < 0.5
    assert not (folder.parent / "elsewhere").exists()


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"place": 3}', b"\xff" * 10, b'{"place": "' + b"x" * 70_000 + b'"}'])
def test_a_request_that_is_none_is_removed_and_the_next_one_taken(folder: Path, running: Running, raw: bytes) -> None:
    (folder / "asked-1.json").write_bytes(raw)
    (folder / "asked-2.json").write_bytes(b'{"place": "faq", "more": 1}')
    assert running.requests() == [Asked("faq")]
    assert [path.name for path in folder.iterdir()] == [LOCK]


PLACES = [
    ({"XDG_RUNTIME_DIR": "/run/user/7", "DISPLAY": ":0"}, "linux", "/run/user/7"),
    ({"XDG_RUNTIME_DIR": "/run/user/7", "WAYLAND_DISPLAY": "wayland-0"}, "linux", "/run/user/7"),
    ({"DISPLAY": ":0"}, "linux", "/tmp"),  # noqa: S108
    ({"DISPLAY": ":0", "TMPDIR": "/far"}, "linux", "/far"),
    ({"XDG_RUNTIME_DIR": "near", "DISPLAY": ":0"}, "linux", None),
    ({"XDG_RUNTIME_DIR": "/run/user/7"}, "linux", None),
    ({"XDG_RUNTIME_DIR": "/run/user/7", "DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:x"}, "linux", None),
    ({"TMPDIR": "/var/folders/x"}, "darwin", "/var/folders/x"),
    ({}, "darwin", None),
    ({}, "win32", None),
]


@pytest.mark.parametrize(("environment", "platform", "base"), PLACES)
def test_where_they_meet(environment: dict[str, str], platform: str, base: str | None) -> None:
    folder = meeting_folder(environment, platform)
    assert (folder.parent if folder is not None else None) == (Path(base) if base is not None else None)


def test_each_display_and_each_settings_folder_has_a_window_of_its_own() -> None:
    here = {"XDG_RUNTIME_DIR": "/run/user/7", "DISPLAY": ":0", "XDG_CONFIG_HOME": "/a"}
    others = [here, {**here, "DISPLAY": ":1"}, {**here, "WAYLAND_DISPLAY": "wayland-0"}, {**here, "XDG_CONFIG_HOME": "/b"}]
    assert len({meeting_folder(environment, "linux") for environment in others}) == len(others)
    assert meeting_folder(here, "linux") == meeting_folder({**here, "LANG": "de"}, "linux")
