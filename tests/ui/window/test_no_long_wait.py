"""No step of normal use keeps the window's thread for long."""

import gc
import os
from pathlib import Path
from typing import Any
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.core.files.loader import load
from app.machine import paths
from app.ui.shell.settings import Settings
from app.ui.window.application import Session
from tests.ui.conftest import TINY

from .waits import Use, Wait, Watch, one_round

LIMIT = 0.1
TOLD = os.environ.get("LONG_WAITS", "")


@pytest.mark.usefixtures("appearance")
def test_no_step_keeps_the_window_for_long(qapp: QApplication, tmp_path: Path, saved: Callable[..., Path]) -> None:
    def edit(data: dict[str, Any]) -> None:
        data["edition"]["updated"] = "2025-01-01"
        for section in data["sections"]:
            section["passages"][0]["text"] = "Another text. " + section["passages"][0]["text"]

    session = Session(qapp, Settings(tmp_path / "settings.ini"))
    session.open(load(paths.CONTENT), None, "")
    session.load_window()
    one_round()
    watch = Watch(is_profiled=TOLD == "where")
    gc.collect()
    gc.freeze()
    try:
        Use(watch, session, tmp_path, saved(edit), TINY).all_tasks()
    finally:
        gc.unfreeze()
        waits = sorted(watch.waits, key=lambda wait: wait.seconds, reverse=True)
        if TOLD:
            for wait in waits[:40]:
                print(f"{wait.seconds * 1000:6.0f} ms  {wait.step} ({wait.part}) {wait.where}")
    assert [wait for wait in watch.waits if wait.seconds > LIMIT] == []
