"""Let the system open a file, or its folder, with a program of its own; the other program is none of this one's children and outlives it."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

OPENERS = {"linux": ("xdg-open",), "darwin": ("open",)}
"""What opens a file as a double click would, by the platform."""

OWN_LIBRARIES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
"""Where a packaged program finds its own libraries; another program must not find them there."""


class Opening:
    """One request to the system: `failed` says what has become of it. It raises `OSError` where the system has nothing that opens files."""

    def __init__(self, path: Path, *, folder: bool = False) -> None:
        self._process: int | None = None
        whole = path.absolute()
        if sys.platform == "win32":
            if folder:
                os.startfile("explorer.exe", arguments=f'/select,"{whole}"')  # noqa: S606, S607 - a file of the reader's own
            else:
                os.startfile(whole)  # noqa: S606
        else:
            command = command_for(whole, sys.platform, folder=folder)
            environment = outside_environment(os.environ, frozen=getattr(sys, "frozen", False))
            nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
            self._process = os.posix_spawnp(command[0], command, environment, file_actions=nowhere, setsid=True)

    def failed(self) -> bool | None:
        """Return whether the system could not open it; None as long as that is not known."""
        if sys.platform == "win32" or self._process is None:
            return False
        try:
            ended, status = os.waitpid(self._process, os.WNOHANG)
        except ChildProcessError:  # something else has asked for it
            return False
        return None if not ended else os.waitstatus_to_exitcode(status) != 0


def command_for(path: Path, platform: str, *, folder: bool) -> tuple[str, ...]:
    """Return what is called to open a file, or to show its folder; only macOS chooses the file there, too."""
    opener = OPENERS.get(platform, OPENERS["linux"])
    if not folder:
        return (*opener, str(path))
    return (*opener, "-R", str(path)) if platform == "darwin" else (*opener, str(path.parent))


def outside_environment(environment: Mapping[str, str], *, frozen: bool) -> dict[str, str]:
    """Return the environment for another program: a packaged program's own libraries are not in it, what stood in their place before is."""
    given = dict(environment)
    if frozen:
        for name in OWN_LIBRARIES:
            given.pop(name, None)
            if before := given.pop(f"{name}_ORIG", ""):
                given[name] = before
    return given
