"""No run of tests hangs: whatever stands still is ended, and it is told where it stood."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

STANDS_STILL = "import time\n\ndef test_stands_still():\n    time.sleep(600)\n"
ASKS_QT = "import os\n\ndef test_platform(qapp):\n    assert qapp.platformName() == 'offscreen'\n"


def run(tmp_path: Path, *arguments: str, **files: str) -> tuple[int, str, float]:
    """Run made-up tests under the project's rules; return the exit code, what was printed, and the seconds it took."""
    for name, text in files.items():
        (tmp_path / f"test_{name}.py").write_text(text, encoding="utf-8")
    rules = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), "-p", "tests.conftest", "-p", "no:cacheprovider", "-q"]
    hidden = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT"}
    around = {name: value for name, value in os.environ.items() if name not in hidden} | {"PYTHONPATH": str(ROOT)}
    started = time.monotonic()
    call = [sys.executable, "-m", "pytest", *rules, *arguments, str(tmp_path)]
    done = subprocess.run(call, cwd=tmp_path, env=around, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout + done.stderr, time.monotonic() - started


def is_ended_and_named(tmp_path: Path, spread: tuple[str, ...], limit: str) -> None:
    """Run a test that never ends, in one process or in two, under a limit of a test or of the whole run."""
    code, told, _ = run(tmp_path, *spread, "-o", limit, still=STANDS_STILL)
    assert code == 1
    assert "in test_stands_still" in told  # where it stood, line by line


def test_what_stands_still_is_ended_and_named(tmp_path: Path) -> None:
    """The other three ways, and a process that dies, are tried by `tests/sweeps`."""
    is_ended_and_named(tmp_path, ("-n", "2"), "faulthandler_timeout=1")


def needs_no_screen_and_no_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """Run a test of Qt where the system names no screen, and a language that cannot write everything, or none."""
    for name in ("LANG", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", language)
    code, told, _ = run(tmp_path, asks=ASKS_QT)
    assert code == 0, told


def test_no_screen_and_no_language_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other languages are tried by `tests/sweeps`."""
    needs_no_screen_and_no_language(tmp_path, monkeypatch, "de_DE.ISO-8859-1")
