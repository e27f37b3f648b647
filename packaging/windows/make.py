#!/usr/bin/env python3
"""Build the packages for Windows on Linux, under Wine.

    python3 packaging/windows/make.py [FOLDER] [--drive]

makes `FOLDER/dist/cervical-reference/` (with `cervical-reference.exe` and `cervical-reference-cli.exe`), `cervical-reference-single.exe`, the
folder's zip archive and what goes with them (`packaging/build.py`); FOLDER is `build/windows` unless told otherwise. The first call downloads and
sets up what it needs, below FOLDER. `--drive` then uses the built programs as a person would (`tests/windows`). `docs/windows.md` tells what this
shows, and what it cannot show.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import driven  # noqa: E402
import moment  # noqa: E402 - packaging/moment.py
from environment import Environment  # noqa: E402 - packaging/environment.py
from prepare import install_packages, prepare  # noqa: E402
from wine import Wine, windows_path  # noqa: E402

BUILD = "import build, pathlib, sys; dist, work = map(pathlib.Path, sys.argv[1:]); build.build(build.ROOT, dist, work); build.finish(dist)"
"""What `python packaging/build.py` does on every system, with a work folder of its own."""

DEFAULT = ROOT / "build" / "windows"


def options(arguments: list[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description="Build the packages for Windows under Wine.")
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT, metavar="FOLDER", help="where everything is made (build/windows)")
    parser.add_argument("--drive", action="store_true", help="then use what was built, as a person would")
    return parser.parse_args(arguments)


def step(words: str, started: float) -> None:
    """Say what comes next, and when."""
    print(f"{time.monotonic() - started:4.0f} s  {words}", flush=True)


def python_call(wine: Wine, *arguments: str) -> None:
    """Run something with Windows' Python in the checkout; end with its words when it fails."""
    done = wine.run(wine.python, *arguments, cwd=ROOT, SOURCE_DATE_EPOCH=str(moment.moment()))
    if done.returncode:
        sys.exit(f"{' '.join(arguments)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")


def build(wine: Wine) -> Path:
    """Build and pack as everywhere and return the folder of the results."""
    dist = wine.folder / "dist"
    wine.bring_up()
    python_call(wine, "-c", BUILD, windows_path(dist), windows_path(wine.folder / "work"))
    wine.end()
    return dist


def main(arguments: list[str]) -> int:
    """Set up if need be, build, drive if asked; return the exit code."""
    wanted, started = options(arguments), time.monotonic()
    step("packages of this machine", started)
    install_packages()
    environment = Environment(ROOT)
    with environment.locked():
        environment.set_up("dev")
    python = str(environment.python)
    folder: Path = wanted.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    step("a Windows to build in", started)
    wine = prepare(folder, python)
    step("the packages", started)
    dist = build(wine)
    for result in sorted(dist.iterdir()):
        print(f"        {result}", flush=True)
    if not wanted.drive:
        step("done", started)
        return 0
    step("the packages in use", started)
    told = {**os.environ, "WINDOWS_BUILD": str(folder)}
    code = subprocess.run([python, "-m", "pytest", "-q", "tests/windows"], cwd=ROOT, env=told, check=False).returncode
    if code == 0:
        driven.keep()
    step("done", started)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
