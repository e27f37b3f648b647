"""Build everything that is handed out: `python packaging/build.py [DIST]`.

The two packages, what to do when the single file does not start, the archive of the folder, the HTML edition, the bill of materials,
and `SHA256SUMS` over what is downloaded. What could differ from one build of a
commit to the next is pinned here: the order in which Python hashes, and the time.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import licences
from archive import NAME, ROOT, export, pack
from moment import moment
from sbom import digest, write

SUMS = "SHA256SUMS"


def build(root: Path, dist: Path, work: Path) -> None:
    """Run PyInstaller on the sources below a folder; end when it fails."""
    pinned = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(moment()), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", "--distpath", dist, "--workpath", work]
    done = subprocess.run([*map(str, command), str(root / "build_spec.spec")], cwd=root, env={**os.environ, **pinned}, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def finish(dist: Path) -> list[Path]:
    """Pack what was built, write bill and checksums, and return the files to hand out; end when something has no licence notice."""
    archive = pack(dist)
    if lacking := licences.missing(dist / NAME):
        sys.exit("these have no licence notice:\n" + "\n".join(lacking))
    shutil.copyfile(ROOT / "packaging" / "single.txt", dist / f"{NAME}-single.txt")  # the single file cannot say it itself
    made = [archive, export(dist), *sorted(dist.glob(f"{NAME}-single*")), write(dist)]
    (dist / SUMS).write_text(sums(made), encoding="ascii", newline="\n")
    return [*made, dist / SUMS]


def sums(files: Iterable[Path]) -> str:
    """Return the lines that `sha256sum --check` reads."""
    return "".join(f"{digest(path)}  {path.name}\n" for path in sorted(files, key=lambda path: path.name))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Build everything that is handed out.")
    parser.add_argument("dist", nargs="?", type=Path, default=ROOT / "dist", help="the folder for what is made (%(default)s)")
    target = parser.parse_args().dist.absolute()
    build(ROOT, target, ROOT / "build")
    for path in finish(target):
        print(path)
