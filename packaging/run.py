#!/usr/bin/env python3
"""Open the reference, or run the tests, from a checkout on a machine that has only Python.

    python3 packaging/run.py            opens the reference (what follows goes to the program)
    python3 packaging/run.py --tests    runs the tests (what follows goes to pytest)

The first call makes a virtual environment in `.venv` (in the user's cache where the checkout cannot be written) and installs what
`pyproject.toml` names; that needs the internet once. Later calls check that nothing has changed and start at once. The system's Python is left as
it is. Where the system lacks libraries that Qt needs, root gets them installed on Debian and Ubuntu; everybody else is told what to type.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST, TOO_NEW = (3, 11), (3, 15)
FAILED, CANNOT = 2, 3
"""Exit codes: the set-up failed; this machine lacks what Qt needs."""


def main(arguments: list[str]) -> int:
    """Set up if need be, then run; return the exit code of what was run."""
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        wanted = f"Python {OLDEST[0]}.{OLDEST[1]} or newer, below {TOO_NEW[0]}.{TOO_NEW[1]}"
        return refuse(f"This program needs {wanted}; this is Python {sys.version.split()[0]}.", FAILED)
    sys.path[:0] = [str(ROOT)]
    return run_tests(arguments[1:]) if arguments[:1] == ["--tests"] else run_program(arguments)


def run_tests(arguments: list[str]) -> int:
    """Run pytest with the arguments."""
    import libraries  # noqa: PLC0415 - what an older Python cannot read is loaded when it has been refused
    from environment import can_write  # noqa: PLC0415

    unkept = () if can_write(ROOT) else ("-p", "no:cacheprovider")  # pytest would keep there what failed
    return start("dev", libraries.TESTING, "pytest", *unkept, *spread(arguments))


def run_program(arguments: list[str]) -> int:
    """Run the program with the arguments; wrong ones, and the call for help, are answered before anything is set up."""
    import libraries  # noqa: PLC0415

    from app.cli.line import read  # noqa: PLC0415

    return start("", libraries.needed(read(arguments), os.environ), "app", *arguments)


def start(extra: str, needed: tuple[str, ...], *call: str) -> int:
    """Bring environment and libraries into order, then run a module in the checkout and return its exit code."""
    import libraries  # noqa: PLC0415
    from environment import Environment, SetUpError  # noqa: PLC0415

    environment = Environment(ROOT)
    is_linux = sys.platform.startswith("linux")
    try:
        if not environment.is_ready(extra) or (is_linux and libraries.lacking(needed)):
            with environment.locked():
                if is_linux:
                    libraries.provide(needed, libraries.this_machine())
                environment.set_up(extra)
    except SetUpError as error:
        return refuse(f"The set-up in {environment.home} failed: {error}.", FAILED)
    except libraries.MissingError as error:
        return refuse(str(error), CANNOT)
    around = compiled_once(environment.home, os.environ) if extra else None
    return subprocess.run([environment.python, "-m", *call], cwd=ROOT, env=around, check=False).returncode


def compiled_once(home: Path, around: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for the tests: who wants no bytecode beside the sources gets it beside the environment, in `compiled`.

    Without any, each process of each run would compile all of the program and of the tests, and so would every program that a test starts.
    """
    kept = dict(around)
    if kept.pop("PYTHONDONTWRITEBYTECODE", ""):
        kept.setdefault("PYTHONPYCACHEPREFIX", str(home / "compiled"))
    return kept


def refuse(message: str, code: int) -> int:
    """Print why nothing is started and return the exit code."""
    print(message, file=sys.stderr)
    return code


def spread(arguments: list[str]) -> list[str]:
    """Let the plain test command use every processor; named tests run one after the other, since some need the screen.

    There is one process more than processors: a test that waits for a timer leaves its processor to another one.
    """
    is_named = any((ROOT / argument.partition("::")[0]).exists() for argument in arguments)
    return arguments if is_named else ["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal", *arguments]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
