"""Pack the folder build for download: `python packaging/archive.py [DIST]` makes `cervical-reference-SYSTEM.tar.gz`, on Windows a zip.

The HTML edition, for machines that cannot run the program, is written beside it: `cervical-reference.html`.

Names are sorted, times are the commit's, owners are nobody: packing the same folder twice gives the same bytes.
"""

import argparse
import gzip
import platform
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from moment import as_zip_time, moment

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
NAME = "cervical-reference"
APP = "Cervical Reference.app"
"""What is handed out for macOS."""

SIZES = (16, 24, 32, 48, 64, 128, 256)
"""The sizes of the icon that desktops ask for."""


def system() -> str:
    """Return how the files for this system are called."""
    return f"{NAME}-{platform.system().lower()}-{platform.machine().lower()}"


def pack(dist: Path) -> Path:
    """Pack the folder and return the archive; on macOS the app bundle instead."""
    folder = dist / NAME
    add_files(folder)
    if sys.platform == "darwin":
        folder = dist / APP
    names = sorted(folder.rglob("*"), key=lambda path: path.relative_to(dist).as_posix())
    if sys.platform == "win32":
        return _zip(dist / f"{system()}.zip", names, dist)
    return _tar(dist / f"{system()}.tar.gz", [folder, *names], dist)


def add_files(folder: Path) -> None:
    """Put beside the program what people look for there: licence, notices, and on Linux the scripts and the icon."""
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")
    notices = next(folder.rglob("resources/licences/NOTICES.txt"), None)
    if notices is not None:
        shutil.copyfile(notices, folder / "NOTICES.txt")
    if not sys.platform.startswith("linux"):
        return
    for name in ("start.sh", "install.sh", f"{NAME}.desktop"):
        shutil.copy2(LINUX / name, folder / name)
    shutil.copyfile(ROOT / "resources" / "icons" / "app.svg", folder / f"{NAME}.svg")
    pictures = (ROOT / "resources" / "icons" / "app.ico").read_bytes()
    (folder / "icons").mkdir(exist_ok=True)
    for size, picture in icons(pictures).items():
        (folder / "icons" / f"{size}.png").write_bytes(picture)


def icons(file: bytes) -> dict[int, bytes]:
    """Return the PNG pictures of a Windows icon file by their size."""
    count = int.from_bytes(file[4:6], "little")
    entries = [file[6 + 16 * number : 22 + 16 * number] for number in range(count)]
    places = {entry[0] or 256: (int.from_bytes(entry[8:12], "little"), int.from_bytes(entry[12:16], "little")) for entry in entries}
    return {size: file[at : at + length] for size, (length, at) in places.items()}


def _tar(archive: Path, paths: list[Path], base: Path) -> Path:
    with archive.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=moment()) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        for path in paths:
            tar.add(path, path.relative_to(base).as_posix(), recursive=False, filter=_nobody)
    return archive


def _nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = moment()
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def _zip(archive: Path, paths: list[Path], base: Path) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in paths:
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(base).as_posix(), as_zip_time(moment()))
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, path.read_bytes())
    return archive


def export(dist: Path) -> Path:
    """Write the HTML edition beside the packages and return it."""
    page = dist.resolve() / f"{NAME}.html"
    subprocess.run([sys.executable, "-m", "app", "export-html", str(page)], cwd=ROOT, check=True)
    return page


if __name__ == "__main__":
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("dist", nargs="?", type=Path, default=ROOT / "dist", help="where the folder build is (%(default)s)")
    folder = line.parse_args().dist
    print(pack(folder))
    print(export(folder))
