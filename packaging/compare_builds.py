"""Show that one commit makes one package: `python packaging/compare_builds.py` builds the commit twice, in two folders, and lists what differs.

`python packaging/compare_builds.py ONE OTHER` compares two folders that were built elsewhere. Ends with 1 when something differs.
"""

import argparse
import filecmp
import subprocess
import sys
import tempfile
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

ROOT = Path(__file__).resolve().parent.parent


def differences(one: Path, other: Path) -> list[str]:
    """Return what differs between two folders: names, kinds, rights, bytes; inside of programs, the parts that differ."""
    found: list[str] = []
    for name in sorted({path.relative_to(folder).as_posix() for folder in (one, other) for path in folder.rglob("*")}):
        left, right = one / name, other / name
        if not (_there(left) and _there(right)):
            found.append(f"{name}: only in {one if _there(left) else other}")
        elif left.is_symlink() or right.is_symlink():
            found += [] if left.is_symlink() and right.is_symlink() and left.readlink() == right.readlink() else [f"{name}: leads elsewhere"]
        elif left.is_dir() != right.is_dir():
            found.append(f"{name}: a folder in one of them")
        elif left.stat().st_mode != right.stat().st_mode:
            found.append(f"{name}: other rights")
        elif left.is_file() and not filecmp.cmp(left, right, shallow=False):
            found.append(f"{name}: other bytes{_inside(left, right)}")
    return found


def _there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _inside(one: Path, other: Path) -> str:
    """Return the parts of two packaged programs that differ, as an aside; nothing for other files."""
    try:
        parts = [_parts(CArchiveReader(str(path))) for path in (one, other)]
    except Exception:  # noqa: BLE001 - whatever a foreign file holds, it is no packaged program
        return ""
    names = [name for name in sorted({*parts[0], *parts[1]}) if parts[0].get(name) != parts[1].get(name)]
    return f" (inside: {', '.join(names) or 'the same parts'})"


def _parts(archive: CArchiveReader) -> dict[str, bytes]:
    parts = {name: archive.extract(name) for name in archive.toc if name != "PYZ.pyz"}
    modules = archive.open_embedded_archive("PYZ.pyz")
    return parts | {f"module {name}": modules.extract(name, raw=True) for name in modules.toc}


def build_twice(folder: Path) -> tuple[Path, Path]:
    """Build the commit that is checked out in two folders with names of different length, and return what was built."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    made = []
    for name in ("one", "another folder"):
        copy = folder / name
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, copy], check=True)
        subprocess.run(["git", "checkout", "--quiet", "--detach", commit], cwd=copy, check=True)
        subprocess.run([sys.executable, copy / "packaging" / "build.py", copy / "dist"], check=True, stdout=subprocess.DEVNULL)
        made.append(copy / "dist")
    return made[0], made[1]


def main(arguments: list[str]) -> int:
    """Compare, print what differs, and return the exit code."""
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="two folders that were built elsewhere")
    folders = line.parse_args(arguments).folders
    if len(folders) not in {0, 2}:
        line.error("name two folders, or none")
    if folders:
        found = differences(*folders)
    else:
        with tempfile.TemporaryDirectory() as folder:
            found = differences(*build_twice(Path(folder)))
    print("\n".join(found) or "no difference")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
