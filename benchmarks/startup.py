"""Start to first window, memory and size, beside a one-label window that PyInstaller packages with its defaults.

    python benchmarks/startup.py [--runs N] [--dist FOLDER]

Needs Xvfb and xdotool, and the builds of `build_spec.spec` in `dist`. The programs start in turns, so that a slow moment of the machine
meets all of them; the figures are medians, the ratios medians of the ratios within each turn.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LABEL = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(sys.argv)
label = QLabel("One label")
label.setWindowTitle("One label")
label.resize(1280, 800)
label.show()
sys.exit(application.exec())
"""

PATIENCE = 60.0
SETTLE = 1.0
"""Seconds between the first window and the reading of memory."""


@dataclass
class Subject:
    """One program: how it is called, what its title begins with, and what was measured (seconds, MB)."""

    name: str
    command: list[str]
    title: str
    size: float
    seconds: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


@contextmanager
def display() -> Iterator[str]:
    """Run an X display without a window manager, which would only add its own time."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        name = f":{pipe.readline().strip()}"
    try:
        yield name
    finally:
        server.terminate()
        server.wait()


def build_label(folder: Path) -> tuple[Path, Path]:
    """Package the one-label window with PyInstaller's defaults; return the folder build's and the single file's program."""
    script = folder / "label.py"
    script.write_text(LABEL, encoding="utf-8")
    common = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--windowed", "--log-level", "ERROR", "--specpath", str(folder)]
    for kind, name in (("--onedir", "label"), ("--onefile", "label-single")):
        places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / f"build-{name}")]
        subprocess.run([*common, kind, "--name", name, *places, str(script)], check=True)
    return folder / "dist" / "label" / "label", folder / "dist" / "label-single"


def megabytes(path: Path) -> float:
    """Return the size of a file or folder."""
    files = [path] if path.is_file() else [part for part in path.rglob("*") if part.is_file() and not part.is_symlink()]
    return sum(part.stat().st_size for part in files) / 1_000_000


def measure(subject: Subject, environment: dict[str, str]) -> None:
    """Start a program once; note the time to its first visible window and its memory a moment later."""
    began = time.perf_counter()
    process = subprocess.Popen(subject.command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    search = ["xdotool", "search", "--onlyvisible", "--name", f"^{subject.title}"]
    try:
        while subprocess.run(search, env=environment, capture_output=True, check=False).returncode != 0:
            if time.perf_counter() - began > PATIENCE or process.poll() is not None:
                sys.exit(f"{subject.name} showed no window (exit code {process.poll()})")
        subject.seconds.append(time.perf_counter() - began)
        time.sleep(SETTLE)
        subject.memory.append(sum(map(proportional, family(process.pid))))
    finally:
        for member in reversed(family(process.pid)):
            subprocess.run(["kill", str(member)], check=False, stderr=subprocess.DEVNULL)
        process.wait()


def family(process: int) -> list[int]:
    """Return a process and its children."""
    children = Path(f"/proc/{process}/task/{process}/children")
    below = [int(child) for child in children.read_text(encoding="ascii").split()] if children.exists() else []
    return [process, *(member for child in below for member in family(child))]


def proportional(process: int) -> float:
    """Return the proportional set size of a process, in MB."""
    rows = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1000


def ratio(one: list[float], other: list[float]) -> float:
    """Return the median of the ratios within each turn."""
    return statistics.median(a / b for a, b in zip(one, other, strict=True))


def main() -> None:
    """Build, measure in turns, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--dist", type=Path, default=ROOT / "dist")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as made, display() as name:
        folder, single = build_label(Path(made))
        own = chosen.dist / "cervical-reference" / "cervical-reference"
        own_single = chosen.dist / "cervical-reference-single"
        subjects = [
            Subject("label, folder", [str(folder)], "One label", megabytes(folder.parent)),
            Subject("reference, folder", [str(own)], "Cervical Insufficiency", megabytes(own.parent)),
            Subject("label, single file", [str(single)], "One label", megabytes(single)),
            Subject("reference, single file", [str(own_single)], "Cervical Insufficiency", megabytes(own_single)),
        ]
        environment = {**os.environ, "DISPLAY": name, "HOME": made, "XDG_CONFIG_HOME": made}
        environment.pop("QT_QPA_PLATFORM", None)
        for turn in range(chosen.runs + 1):
            for subject in subjects:
                measure(subject, environment)
                if turn == 0:  # the first turn fills the disk cache
                    subject.seconds.clear()
                    subject.memory.clear()
        shutil.rmtree(Path(made) / "cervical-reference", ignore_errors=True)
    print(f"{'':24}{'first window':>14}{'memory (PSS)':>14}{'size':>10}")
    for subject in subjects:
        seconds, memory = statistics.median(subject.seconds), statistics.median(subject.memory)
        print(f"{subject.name:24}{seconds * 1000:11.0f} ms{memory:11.1f} MB{subject.size:7.1f} MB")
    for plain, ours in (subjects[:2], subjects[2:]):
        print(
            f"{ours.name:24}{ratio(ours.seconds, plain.seconds):11.2f} × {ratio(ours.memory, plain.memory):11.2f} × {ours.size / plain.size:7.2f} ×"
        )


if __name__ == "__main__":
    main()
