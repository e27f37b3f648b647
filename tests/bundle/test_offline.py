"""The packaged program in a real window, watched: it never opens an internet socket."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.e2e.conftest import Desktop, Program, need, wait_for

ADDRESS = re.compile(r"AF_INET6?\b")


def use(desktop: Desktop, home: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start the program, accept the disclaimer, search, open a result, quit."""
    monkeypatch.setenv("PROGRAM", command)
    program = Program(desktop, home)
    try:
        program.find_window(by_process=False)
        program.press("Return")
        program.press("ctrl+k")
        program.type("how common")
        program.press("Return")
        program.wait_for_title("Questions and answers")
        program.press("ctrl+q")
        assert program.wait() == 0
    finally:
        program.stop()


def test_no_internet_socket_is_opened(desktop: Desktop, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("strace")
    trace = tmp_path / "trace"
    use(desktop, tmp_path, f"strace -f -qq -e trace=%network -o {trace} {program}", monkeypatch)
    calls = trace.read_text(encoding="utf-8", errors="replace")
    assert "AF_UNIX" in calls  # the window system's socket: the watch works
    assert ADDRESS.findall(calls) == []


def test_the_watch_would_see_an_internet_socket(tmp_path: Path) -> None:
    need("strace")
    trace = tmp_path / "trace"
    script = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    subprocess.run(["strace", "-f", "-qq", "-e", "trace=%network", "-o", trace, "python3", "-c", script], check=True)
    assert ADDRESS.search(trace.read_text(encoding="utf-8"))


def test_the_program_works_where_there_is_no_network_at_all(desktop: Desktop, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() != 0 or subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("this user may not make a network namespace")
    interfaces = subprocess.run(["unshare", "-n", "cat", "/proc/net/dev"], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert [line.split(":")[0].strip() for line in interfaces] in ([], ["lo"])
    use(desktop, tmp_path, f"unshare -n {program}", monkeypatch)
    assert wait_for((tmp_path / "config" / "cervical-reference" / "settings.ini").exists, "the settings")
