"""Runs that stand still, and systems without a language, in the ways that the plain test command does not try."""

from pathlib import Path

import pytest

from tests.test_limits import is_ended_and_named, needs_no_screen_and_no_language


@pytest.mark.parametrize(("spread", "limit"), [((), "faulthandler_timeout=1"), (("-n", "2"), "run_limit=4")], ids=["a test", "the run"])
def test_what_stands_still_is_ended_and_named(tmp_path: Path, spread: tuple[str, ...], limit: str) -> None:
    is_ended_and_named(tmp_path, spread, limit)


@pytest.mark.parametrize("language", ["", "C"])
def test_no_screen_and_no_language_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    needs_no_screen_and_no_language(tmp_path, monkeypatch, language)
