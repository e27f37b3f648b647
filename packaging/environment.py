"""The virtual environment of a checkout: made once, mended when it is half made, and shared by runs at the same time."""

import errno
import hashlib
import os
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STAMP = "installed"
"""The file in an environment that says what it holds: the hash of `pyproject.toml`, the Python it was made with, the extras."""

UNFINISHED = "unfinished"
"""The stamp's only word until all is installed."""

PIP = ("-m", "pip", "--disable-pip-version-check")

NO_VENV = "this Python cannot make virtual environments. On Debian or Ubuntu: sudo apt install python3-venv"


class SetUpError(Exception):
    """The environment cannot be made; the message says why."""


class Environment:
    """The environment that serves a checkout: its `.venv`, or a folder in the user's cache where the checkout cannot be written."""

    def __init__(self, root: Path) -> None:
        self._project = root / "pyproject.toml"
        self.home = root / ".venv"
        if not self._serves("") and not can_write(self.home if self.home.is_dir() else root):
            self.home = cache_folder() / f"checkout-{hashlib.sha256(os.fsencode(root)).hexdigest()[:12]}" / ".venv"

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def is_ready(self, extra: str) -> bool:
        """Tell whether the environment holds what the checkout asks for now, with an extra of `pyproject.toml` or without (empty)."""
        return self._serves(extra)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs from setting up at the same time; wait for one that does. The lock ends with the process and its pip, however they end."""
        try:
            self.home.parent.mkdir(parents=True, exist_ok=True)
            file = self.home.with_name(".venv.lock").open("a", encoding="utf-8")
        except OSError as error:
            raise SetUpError(str(error)) from error
        with file:
            os.set_inheritable(file.fileno(), True)  # noqa: FBT003 - a pip whose run was killed goes on, and the lock with it
            if not try_lock(file.fileno()):
                print("Another run is setting up. Waiting for it ...", flush=True)
                while not try_lock(file.fileno()):
                    time.sleep(0.2)
            yield

    def set_up(self, extra: str) -> None:
        """Make the environment, or bring it up to date; raise `SetUpError` when that cannot be done. Call it with the lock held."""
        if self.is_ready(extra):
            return
        print(f"Setting up in {self.home} (only this once; needs the internet) ...", flush=True)
        try:
            pip = self._make()
            self._stamp(UNFINISHED)
            subprocess.run([*pip, "install", "--quiet", *self._requirements(extra)], check=True, close_fds=False)  # so that pip has the lock
            self._stamp(f"{self._state()} {extra}")
        except OSError as error:
            raise SetUpError(str(error)) from error
        except subprocess.CalledProcessError as error:
            raise SetUpError("the lines above say why. The set-up needs a connection to the internet") from error

    def _state(self) -> str:
        """Return what an environment that serves was made from: what the checkout asks for, and the Python that its own one leads to."""
        asked = hashlib.sha256(self._project.read_bytes()).hexdigest()
        return f"{asked} {hashlib.sha256(os.fsencode(self.python.resolve())).hexdigest()[:12]}"

    def _serves(self, extra: str) -> bool:
        try:
            asked, python, *extras = (self.home / STAMP).read_text(encoding="utf-8").split()
        except (OSError, ValueError):
            return False
        return self.python.exists() and f"{asked} {python}" == self._state() and (not extra or extra in extras)

    def _stamp(self, words: str) -> None:
        (self.home / STAMP).write_text(words, encoding="utf-8")

    def _is_whole(self) -> bool:
        """Tell whether there is an environment to go on with: one that was left half made is not."""
        stamp = self.home / STAMP
        known = stamp.read_text(encoding="utf-8").split() if stamp.exists() else []
        if known == [UNFINISHED] or not self.python.exists() or (known[1:] and known[1] != self._state().split()[1]):
            return False
        return subprocess.run([self.python, *PIP, "--version"], capture_output=True, check=False).returncode == 0

    def _make(self) -> list[str]:
        """Make the environment where there is none to go on with, and return the call of the pip that serves it."""
        own = [str(self.python), *PIP]
        if self._is_whole():
            return own
        venv.create(self.home, clear=True, with_pip=False)
        self._stamp(UNFINISHED)
        try:
            import ensurepip  # noqa: F401, PLC0415 - Debian and Ubuntu keep it in a package of its own
        except ImportError:
            system = [sys.executable, *PIP, "--python", str(self.python)]
            if subprocess.run([*system, "--version"], capture_output=True, check=False).returncode != 0:
                raise SetUpError(NO_VENV) from None
            return system
        call = [str(self.python), "-m", "ensurepip", "--upgrade", "--default-pip"]
        subprocess.run(call, stdout=subprocess.DEVNULL, check=True, close_fds=False)
        return own

    def _requirements(self, extra: str) -> list[str]:
        """Return what `pyproject.toml` asks for."""
        project = tomllib.loads(self._project.read_text(encoding="utf-8"))["project"]
        return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]


def can_write(folder: Path) -> bool:
    """Tell whether files can be made in a folder; what its rights say is not asked, since file systems can be read-only for everybody."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def cache_folder() -> Path:
    """Return the user's folder for what can be made again."""
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        home = str(Path.home() / "Library" / "Caches")
    else:
        home = os.environ.get("XDG_CACHE_HOME", "")
    return Path(home or Path.home() / ".cache") / "cervical-reference"


def try_lock(file: int) -> bool:
    """Take the lock on an open file if nobody holds it; where the file system knows no locks, go on without."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows alone has it

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - Windows lacks it

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
    return True
