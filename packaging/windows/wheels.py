"""Which Windows packages the build takes: `python packaging/windows/wheels.py` writes `wheels.txt` again after `pyproject.toml` has changed.

Every file is named with its version and its hash, so that every build takes the same ones.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LIST = HERE / "wheels.txt"
PYTHON_LIST = HERE / "python.txt"

PYTHON = "3.13"
"""The version of Windows' Python."""

FOR_WINDOWS = ["--platform", "win_amd64", "--python-version", PYTHON, "--only-binary=:all:"]

UNNAMED = ("shiboken6", "mdurl", "altgraph", "packaging", "pefile", "pyinstaller-hooks-contrib", "pywin32-ctypes", "setuptools")
"""What the named packages need on Windows; pip on another system would follow that system's needs."""


def wanted(project: str) -> list[str]:
    """Return what a `pyproject.toml` asks for at run time, and its packager."""
    table = tomllib.loads(project)["project"]
    return [*table["dependencies"], *(one for one in table["optional-dependencies"]["dev"] if one.startswith("pyinstaller=="))]


def normal(name: str) -> str:
    """Return a package's name in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def entry(wheel: Path) -> str:
    """Return a wheel's line of the list."""
    name, version = wheel.name.split("-")[:2]
    return f"{normal(name)}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"


def listed(text: str) -> dict[str, str]:
    """Return the versions of a list."""
    pairs = (line.split(" ")[0].split("==") for line in text.splitlines() if line and not line.startswith("#"))
    return {normal(name): version for name, version in pairs}


def download(python: str, what: list[str], folder: Path) -> None:
    """Download packages with the pip of a Python, without what they need in turn."""
    subprocess.run([python, "-m", "pip", "--disable-pip-version-check", "download", "-qq", "--no-deps", "-d", folder, *what], check=True)


def renew() -> None:
    """Write the list: versions as `pyproject.toml` has them, of the rest the newest."""
    named = wanted((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    qt = next(one.partition("==")[2] for one in named if normal(one).startswith("pyside6"))
    with tempfile.TemporaryDirectory() as folder:
        download(sys.executable, [*FOR_WINDOWS, *named, *(f"{one}=={qt}" if one == "shiboken6" else one for one in UNNAMED)], Path(folder))
        lines = sorted(entry(wheel) for wheel in Path(folder).glob("*.whl"))
    LIST.write_text("\n".join(["# Made by packaging/windows/wheels.py.", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    renew()
