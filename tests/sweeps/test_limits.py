"""Runs that stand still, and systems without a language, in the ways that the plain test command does not try."""

from pathlib import Path

import pytest

from tests.test_limits import is_ended_and_named, needs_no_screen_and_no_language, run

DIES = "import os, time\n\ndef test_dies():\n    time.sleep(1)\n    os.abort()\n"
GOES_ON = "import pytest, time\n\n@pytest.mark.parametrize('number', range(300))\ndef test_goes_on(number):\n    time.sleep(1)\n"


@pytest.mark.parametrize(
    ("spread", "limit"),
    [((), "faulthandler_timeout=1"), ((), "run_limit=4"), (("-n", "2"), "run_limit=4")],
    ids=["a test", "the run", "a run of two"],
)
def test_what_stands_still_is_ended_and_named(tmp_path: Path, spread: tuple[str, ...], limit: str) -> None:
    is_ended_and_named(tmp_path, spread, limit)


def test_a_process_that_died_ends_the_run_at_once(tmp_path: Path) -> None:
    code, told, seconds = run(tmp_path, "-n", "2", "--dist", "loadfile", dies=DIES, on=GOES_ON)
    assert code == 1
    assert "test_dies.py::test_dies" in told
    assert "a process that ran tests has died" in told
    assert seconds < 60


@pytest.mark.parametrize("language", ["", "C"])
def test_no_screen_and_no_language_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    needs_no_screen_and_no_language(tmp_path, monkeypatch, language)
