"""Screens that are low because the desktop is enlarged: nothing that must be pressed lies outside of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def look_through(size: tuple[int, int], scale: str, folder: Path) -> None:
    """Look through every view on a screen of a size in pixels and a scale, in a process of its own."""
    config = folder / "screens.json"
    width, height = size
    screen = {"name": "small", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "QT_SCALE_FACTOR": scale}
    command = [sys.executable, "-W", "error", "-m", "tests.ui.on_small_screen"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=280)
    assert (run.returncode, run.stderr) == (0, ""), f"{run.stdout}{run.stderr}"
    assert run.stdout == "22 checks\n"


def test_nothing_that_must_be_pressed_lies_outside_of_the_lowest_screen(tmp_path: Path) -> None:
    """The other screens are looked through by `tests/sweeps`."""
    look_through((1024, 600), "2", tmp_path)
