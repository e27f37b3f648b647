"""Windows programs on Linux: Wine with a prefix, a home folder and a Python of its own, all below one folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

DEBIAN_LOADER = Path("/usr/lib/wine/wine64")
"""Debian's `wine` command prints a line about 32 bits with every call; its loader does not."""

OVERRIDES = "mscoree=;mshtml=;winemenubuilder.exe=;winedbg.exe=;mscms,icuuc,bcryptprimitives=n"
"""No .NET, no browser, no menu entries on this desktop, no debugger that waits for somebody; the stand-ins instead of Wine's own."""

KEPT = ("PATH", "LANG", "TERM", "TMPDIR", "USER", "LOGNAME", "DISPLAY", "XAUTHORITY", "SOURCE_DATE_EPOCH")
"""What Wine may know of this machine's environment."""

PATIENCE = 600.0
"""Seconds after which a call is given up, so that nothing ever hangs."""

PROBE = "import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-c', 'pass'], check=False).returncode)"
"""A program that starts another one, as PyInstaller does."""

TRIES = 5
"""How often Windows is started before it is given up; once is nearly always enough."""


def windows_path(path: Path) -> str:
    """Return how Wine calls a file of this machine."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


def environment(folder: Path, kept: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for a program in Wine: little of this machine's own, and Qt's variables in the form that Wine hands on."""
    known = {name: value for name, value in kept.items() if name in KEPT}
    qt = {f"WINE{name}": value for name, value in kept.items() if name.startswith("QT_")}
    own = {
        "HOME": str(folder / "home"),
        "WINEPREFIX": str(folder / "prefix"),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": OVERRIDES,
        "LC_ALL": "C.UTF-8",
    }
    return known | qt | own


class Wine:
    """One folder with everything that Windows programs see."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.prefix = self.folder / "prefix"
        self.drive = self.prefix / "drive_c"
        self.python = self.folder / "python" / "python.exe"

    @property
    def loader(self) -> str:
        """The program that runs Windows programs."""
        found = str(DEBIAN_LOADER) if DEBIAN_LOADER.exists() else shutil.which("wine64") or shutil.which("wine")
        if found is None:
            message = "Wine is not installed"
            raise OSError(message)
        return found

    @property
    def local_settings(self) -> Path:
        """The folder for what a program keeps of one user on one machine."""
        own = [user for user in (self.drive / "users").iterdir() if user.name != "Public"]
        return own[0] / "AppData" / "Local"

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of a program; tests without a display tell their own Qt so, which must not reach the program's."""
        own = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        return environment(self.folder, {**own, **more})

    def start(self, program: str | Path, *arguments: str, cwd: Path | None = None, **more: str) -> "subprocess.Popen[bytes]":
        """Start a program; its output goes to pipes, since Wine 8 gives Python no usable handle for a file."""
        call = [self.loader, str(program), *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(call, cwd=cwd or self.folder, env=self.environment(**more), stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe)

    def run(self, program: str | Path, *arguments: str, cwd: Path | None = None, **more: str) -> "subprocess.CompletedProcess[str]":
        """Run a program to its end and return its exit code and what it printed, with the line ends of this machine."""
        process = self.start(program, *arguments, cwd=cwd, **more)
        try:
            out, err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            self.stop()
            out, err = process.communicate()
        out_text, err_text = (part.decode("utf-8", "replace").replace("\r\n", "\n") for part in (out, err))
        return subprocess.CompletedProcess([str(program), *arguments], process.returncode, out_text, err_text)

    def bring_up(self) -> None:
        """Start Windows again and keep it up until it is ended.

        Debian's Wine ends Windows with the last program and starts it with the next, so that every program meets one that is half there: it may
        not start others yet (WinError 1359), and a service of Wine's that crashes as it comes up (mountmgr does, on a busy machine) complains in the
        program's name. Here services have an output of their own, and a start in which one crashed is given up for another one.
        """
        told = "nothing"
        for _ in range(TRIES):
            self.end()
            with tempfile.TemporaryFile() as errors:
                self._boot(errors)
                probe = self.run(self.python, "-c", PROBE)
                errors.seek(0)
                complaint = errors.read().decode("utf-8", "replace")
            told = f"{complaint}{probe.stdout}{probe.stderr}"
            if probe.returncode == 0 and not complaint:
                return
        message = f"no Windows comes up in {self.folder}: {told}"
        raise OSError(message)

    def _boot(self, errors: IO[bytes]) -> None:
        """Start a Windows that outlives its programs; its services go on complaining to a file."""
        self._server("-p")
        call = [self.loader, "cmd", "/c", "exit"]
        silent = subprocess.DEVNULL
        subprocess.run(call, env=self.environment(), stdin=silent, stdout=silent, stderr=errors, check=False, timeout=PATIENCE)

    def end(self) -> None:
        """End every program of the prefix and Windows itself, and wait until its registry is written."""
        self.stop()
        self.wait()

    def wait(self) -> None:
        """Wait until every program of the prefix has ended and its registry is written."""
        self._server("-w")

    def stop(self) -> None:
        """End every program of the prefix; those of other prefixes are left alone."""
        self._server("-k")

    def _server(self, option: str) -> None:
        server = shutil.which("wineserver") or str(DEBIAN_LOADER.with_name("wineserver"))
        silent = subprocess.DEVNULL  # a server that stays would hold a pipe open
        subprocess.run([server, option], env=self.environment(), check=False, timeout=PATIENCE, stdin=silent, stdout=silent, stderr=silent)
