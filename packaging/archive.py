"""Pack the folder build for download: `python packaging/archive.py [DIST]` makes `cervical-reference-SYSTEM.tar.gz`, on Windows a zip.

The HTML edition, for machines that cannot run the program, is written beside it: `cervical-reference.html`.
"""

import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "cervical-reference"


def pack(dist: Path) -> Path:
    """Pack the folder and return the archive; on Linux with the start script that checks the system."""
    machine = f"{NAME}-{platform.system().lower()}-{platform.machine().lower()}"
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(dist / machine), "zip", dist, NAME))
    if sys.platform.startswith("linux"):
        shutil.copy2(ROOT / "packaging" / "linux" / "start.sh", dist / NAME / "start.sh")
    archive = dist / f"{machine}.tar.gz"
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(dist / NAME, NAME)
    return archive


def export(dist: Path) -> Path:
    """Write the HTML edition beside the packages and return it."""
    page = dist.resolve() / f"{NAME}.html"
    subprocess.run([sys.executable, "-m", "app", "export-html", str(page)], cwd=ROOT, check=True)
    return page


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    print(pack(folder))
    print(export(folder))
