#!/usr/bin/env python3
"""Open the reference, or run the tests, from a checkout on a machine that has only Python.

    python3 packaging/run.py            opens the reference (what follows goes to the program)
    python3 packaging/run.py --tests    runs the tests (what follows goes to pytest)

The first call makes a virtual environment in `.venv` and installs what `pyproject.toml` names; that needs the internet once. Later calls
check that nothing has changed and start at once. The system's Python is left as it is.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
STAMP = HOME / "installed"
OLDEST, TOO_NEW = (3, 11), (3, 15)


def main(arguments: list[str]) -> int:
    """Set up if need be, then run; return the exit code of what was run."""
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        wanted = f"Python {OLDEST[0]}.{OLDEST[1]} or newer, below {TOO_NEW[0]}.{TOO_NEW[1]}"
        print(f"This program needs {wanted}; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    tests = arguments[:1] == ["--tests"]
    try:
        python = set_up("dev" if tests else "")
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"The set-up in {HOME} failed: {error}", file=sys.stderr)
        return 2
    if tests:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        return subprocess.run([python, "-m", "pytest", *spread(arguments[1:])], cwd=ROOT, env=environment, check=False).returncode
    return subprocess.run([python, "-m", "app", *arguments], cwd=ROOT, check=False).returncode


def spread(arguments: list[str]) -> list[str]:
    """Let the plain test command use every processor; named tests run one after the other, since some need the screen."""
    is_named = any((ROOT / argument.partition("::")[0]).exists() for argument in arguments)
    return arguments if is_named else ["-n", "auto", "--dist", "loadfile", *arguments]


def set_up(extra: str) -> str:
    """Return the environment's Python; make the environment first, or bring it up to date."""
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    have = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    if python.exists() and have[:1] == [wanted] and (not extra or extra in have):
        return str(python)
    print(f"Setting up in {HOME} (only this time; needs the internet) …", flush=True)
    pip = make_environment(python)
    subprocess.run([*pip, "install", "--quiet", *requirements(extra)], check=True)
    STAMP.write_text(f"{wanted} {extra}", encoding="utf-8")
    return str(python)


def make_environment(python: Path) -> list[str]:
    """Make the virtual environment and return the call of the pip that serves it."""
    own = [str(python), "-m", "pip", "--disable-pip-version-check"]
    if python.exists() and subprocess.run([*own, "--version"], capture_output=True, check=False).returncode == 0:
        return own
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian and Ubuntu keep it in a package of its own
    except ImportError:
        venv.create(HOME, clear=True, with_pip=False)
        system = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
        if subprocess.run([*system, "--version"], capture_output=True, check=False).returncode != 0:
            message = "this Python cannot make virtual environments. On Debian or Ubuntu: sudo apt install python3-venv"
            raise OSError(message) from None
        return system
    venv.create(HOME, clear=True, with_pip=True)
    return own


def requirements(extra: str) -> list[str]:
    """Return what `pyproject.toml` asks for."""
    import tomllib  # noqa: PLC0415 - an older Python gets a plain message, not an import error

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
