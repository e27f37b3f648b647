"""Windows programs on Linux: Wine with a prefix, a home folder and a Python of its own, all below one folder."""

import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

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

TRIES = 30
"""How often a Windows that is starting is asked whether it is ready, a second after the other."""


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

    def wait_until_ready(self) -> None:
        """Wait until programs can start others; Wine's services come up beside the first program, and refuse that meanwhile (WinError 1359)."""
        for _ in range(TRIES):
            probe = self.run(self.python, "-c", PROBE)
            if probe.returncode == 0:
                return
            time.sleep(1)
        message = f"no Windows program starts another one in {self.folder}: {probe.stdout}{probe.stderr}"
        raise OSError(message)

    def wait(self) -> None:
        """Wait until every program of the prefix has ended and its registry is written."""
        self._server("-w")

    def stop(self) -> None:
        """End every program of the prefix; those of other prefixes are left alone."""
        self._server("-k")

    def _server(self, option: str) -> None:
        server = shutil.which("wineserver") or str(DEBIAN_LOADER.with_name("wineserver"))
        subprocess.run([server, option], env=self.environment(), check=False, timeout=PATIENCE, capture_output=True)
