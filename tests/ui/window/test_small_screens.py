"""Screens that are low because the desktop is enlarged: nothing that must be pressed lies outside of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SCREENS = [((1024, 600), "1"), ((1024, 600), "2"), ((1366, 768), "1.75"), ((1280, 720), "1.75"), ((1366, 768), "2"), ((1280, 720), "2")]


@pytest.mark.parametrize(("size", "scale"), SCREENS, ids=str)
def test_nothing_that_must_be_pressed_lies_outside(size: tuple[int, int], scale: str, tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    width, height = size
    screen = {"name": "small", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "QT_SCALE_FACTOR": scale}
    command = [sys.executable, "-W", "error", "-m", "tests.ui.on_small_screen"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=280)
    assert (run.returncode, run.stderr) == (0, ""), run.stdout
    assert run.stdout == "22 checks\n"
