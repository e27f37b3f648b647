"""What a run leaves behind, and how it does where little is allowed: what `docs/deploy.md` says of it is true."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.core.files.own_files import settings_file
from tests.bundle.test_offline import use
from tests.e2e.conftest import Desktop, Program, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
SETTINGS = "config/cervical-reference/settings.ini"
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
WRITING = {"mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "mknod", "creat", "truncate"}

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's")


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    yield made
    made.stop()


def written(trace: Path) -> set[str]:
    """Return the paths that a traced run has opened for writing, made or renamed, but for devices and its own process."""
    found: set[str] = set()
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        match = CALL.match(line)
        if match is None or int(match[3]) < 0:
            continue
        name, arguments = match[1], match[2]
        if name in WRITING or (name in {"open", "openat"} and re.search(r"O_(WRONLY|RDWR|CREAT|TMPFILE)", arguments)):
            found |= set(re.findall(r'"([^"]*)"', arguments)[-1:])
    return {path for path in found if not path.startswith(("/dev/", "/proc/"))}


def started(trace: Path) -> set[str]:
    """Return the names of the programs that a traced run has started or tried to start."""
    return {name.rpartition("/")[2] for name in re.findall(r'execve\("([^"]+)"', trace.read_text(encoding="utf-8", errors="replace"))}


def trace_of(tmp_path: Path) -> tuple[Path, str]:
    return tmp_path / "trace", f"strace -f -qq -s 4096 -e trace=%file -o {tmp_path / 'trace'} "


def test_a_run_writes_the_settings_and_nothing_else(desktop: Desktop, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    trace, watch = trace_of(tmp_path)
    use(desktop, home, f"{watch}{program}", monkeypatch)
    left = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert left - caches(left) == {SETTINGS}
    outside = {path for path in written(trace) if not path.startswith(str(home))}
    meeting = {path for path in outside if re.search("/cervical-reference-[0-9a-f]{16}(/|$)", path)}  # where a second start would ask for the window
    assert outside == meeting
    assert [path for path in meeting if Path(path).exists()] == []
    assert started(trace) - {"dbus-launch"} == {program.name}


def caches(names: set[str]) -> set[str]:
    """Return what the system's own libraries keep: the index of fonts, and what the graphics driver has compiled."""
    return {name for name in names if name.startswith(("cache/fontconfig/", "cache/mesa_shader_cache"))}


def test_the_watch_sees_what_is_written(tmp_path: Path) -> None:
    trace, watch = trace_of(tmp_path)
    subprocess.run([*watch.split(), "sh", "-c", f"echo x >{tmp_path}/made; mkdir {tmp_path}/folder"], check=True)
    assert written(trace) == {f"{tmp_path}/made", f"{tmp_path}/folder"}
    assert started(trace) == {"sh", "mkdir"}


def test_the_single_file_unpacks_itself_into_one_folder_and_takes_it_away(single: Path, tmp_path: Path) -> None:
    home, unpacked = tmp_path / "home", tmp_path / "unpacked"
    home.mkdir()
    unpacked.mkdir()
    trace, watch = trace_of(tmp_path)
    environment = {"HOME": str(home), "TMPDIR": str(unpacked), "PATH": os.environ["PATH"]}
    subprocess.run([*watch.split(), single, "search", "cerclage"], env=environment, check=True, capture_output=True)
    assert list(home.rglob("*")) == []
    assert list(unpacked.iterdir()) == []
    assert {re.sub(r"/_MEI\w+.*", "", path) for path in written(trace)} == {str(unpacked)}


def test_the_commands_that_print_write_nothing(program: Path, tmp_path: Path) -> None:
    trace, watch = trace_of(tmp_path)
    home = tmp_path / "home"
    home.mkdir()
    for arguments in (["--version"], ["search", "cerclage"], ["show", "faq"], ["check"], ["self-check"]):
        subprocess.run([*watch.split(), program, *arguments], env={"HOME": str(home), "PATH": os.environ["PATH"]}, check=True, capture_output=True)
        kept = {path for path in written(trace) if "/fontconfig" not in path}
        if arguments == ["self-check"]:  # it exports once into the folder for temporary files, and takes that away
            kept = {path for path in kept if not path.startswith(tempfile.gettempdir()) or Path(path).exists()}
        assert kept == set()


def test_the_log_is_the_one_other_file(program: Path, tmp_path: Path) -> None:
    """A log is made when something unforeseen happens; the manual names it beside the settings."""
    told = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    assert "`settings.ini`" in told
    assert "`log.txt`" in told
    assert "`log-old.txt`" in told


def portable(program: Path, tmp_path: Path) -> Path:
    shutil.copytree(program.parent, tmp_path / "Stick é漢 1", symlinks=True)
    (tmp_path / "Stick é漢 1" / "portable").touch()
    return tmp_path / "Stick é漢 1" / program.name


def run_from(desktop: Desktop, home: Path | None, command: Path, monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    """Start a program whose folder has spaces, accept, quit."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PROGRAM", f"'{command}'")
    shown = Program(desktop, home)
    try:
        shown.find_window()
        shown.press("Return", "ctrl+q")
        assert shown.wait() == 0
    finally:
        shown.stop()


def test_a_portable_copy_keeps_its_settings_beside_it(desktop: Desktop, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = portable(program, tmp_path)
    home = tmp_path / "home"
    home.mkdir()
    run_from(desktop, home, command, monkeypatch)
    own = settings_file(command.parent, command.parent, desktop.environment)  # each user of the folder has one
    assert own.name.startswith("settings-")
    assert list(command.parent.glob("settings*.ini")) == [own]
    assert not (home / SETTINGS).exists()


def test_a_portable_copy_that_cannot_be_written_uses_the_users_folder(
    desktop: Desktop, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() != 0 or subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("only a mount keeps root from writing, and this user may not make one")
    command = portable(program, tmp_path)
    home = tmp_path / "home"
    home.mkdir()
    script = tmp_path / "read-only.sh"
    script.write_text(
        f"#!/bin/sh\nmount --bind '{command.parent}' '{command.parent}' && mount -o remount,bind,ro '{command.parent}' && exec '{command}'\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PROGRAM", f"unshare -m sh {script}")
    shown = Program(desktop, home)
    try:
        shown.find_window(by_process=False)
        shown.press("Return", "ctrl+q")
        assert shown.wait() == 0
    finally:
        shown.stop()
    assert not list(command.parent.glob("settings*.ini"))
    assert (home / SETTINGS).exists()


def test_without_a_home_it_opens_and_forgets(desktop: Desktop, program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_from(desktop, None, program, monkeypatch)


def window_of(desktop: Desktop, process: int) -> str:
    """Return the visible window of one process; an empty text while there is none."""
    return desktop.call("search", "--all", "--onlyvisible", "--pid", str(process), "--name", ".").rpartition("\n")[2]


def test_two_at_once_share_the_settings_without_harm(desktop: Desktop, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROGRAM", str(program))
    both: list[Program] = []
    try:
        for place in ("faq", "about"):
            both.append(Program(desktop, tmp_path, "--new-window", "--open", place))
            both[-1].window = str(wait_for(partial(window_of, desktop, both[-1].process.pid), "one more window"))
            desktop.call("windowactivate", "--sync", both[-1].window)
            both[-1].press("Return")
        for one in reversed(both):
            desktop.call("windowactivate", "--sync", one.window)
            one.press("ctrl+q")
            assert one.wait() == 0
    finally:
        for one in both:
            one.stop()
    assert "place=faq" in (tmp_path / SETTINGS).read_text(encoding="utf-8")  # the one that was closed last


FULL = {
    "a disk of its own without room": ("unshare", "-m", "sh", "-c", 'mount -t tmpfs -o size=4k,nr_inodes=3 none "$HOME" && exec "$0"'),
    "no file may grow": ("sh", "-c", 'ulimit -f 0 && exec "$0"'),
}


@pytest.mark.parametrize("kind", FULL)
def test_on_a_full_disk_it_opens_and_forgets(desktop: Desktop, program: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if "disk" in kind and (os.geteuid() != 0 or subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode != 0):
        pytest.skip("this user may not make a small disk")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("PROGRAM", shlex.join([*FULL[kind], str(program)]))
    shown = Program(desktop, home)
    try:
        shown.find_window(by_process=False)
        shown.press("Return", "ctrl+q")
        assert shown.wait() == 0
    finally:
        shown.stop()
    settings = home / SETTINGS
    assert not settings.exists() or settings.stat().st_size == 0
