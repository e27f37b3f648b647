"""The built programs; the tests of this folder need `pyinstaller build_spec.spec`, or `packaging/build.py`, to have been run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import TOOLS, Desktop, need

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def dist() -> Path:
    folder = Path(os.environ.get("DIST", ROOT / "dist"))
    if not (folder / "cervical-reference").is_dir():
        pytest.fail(f"there is no build in {folder}: run pyinstaller build_spec.spec")
    return folder


@pytest.fixture(scope="session")
def program(dist: Path) -> Path:
    return dist / "cervical-reference" / "cervical-reference"


@pytest.fixture(scope="session")
def single(dist: Path) -> Path:
    return dist / "cervical-reference-single"


@pytest.fixture(scope="session")
def handed_out(dist: Path, program: Path) -> Path:
    """The folder with archive, bill and checksums; they are made from the packages when only these were built."""
    sums = dist / "SHA256SUMS"
    if not sums.exists() or sums.stat().st_mtime < program.stat().st_mtime:
        script = "import sys, build; from pathlib import Path; build.finish(Path(sys.argv[1]))"
        subprocess.run([sys.executable, "-c", script, dist], cwd=ROOT / "packaging", check=True)
    return dist


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    need(*TOOLS)
    made = Desktop()
    yield made
    made.stop()
