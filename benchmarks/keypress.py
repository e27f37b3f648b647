"""Key press to painted results in the window, beside refilling a plain list with as many rows.

    python benchmarks/keypress.py [--cpu] QUERIES.jsonl
    python benchmarks/keypress.py [--cpu] --cold [--empty]

Each key of each query is typed into the search field and the window painted; in turns, a plain QListView is refilled with as many rows of the
same texts and painted. Needs a display (or QT_QPA_PLATFORM=offscreen).

With `--cold` the first key that is ever pressed in a process is measured, a quarter of a second after the focus, beside the same key pressed again,
in several processes one after the other, and the longest time for which an event held the window's thread from the focus on. The index is read from
where it is kept; with `--empty` nothing is kept, so that the first keys find by plain words while the index is made. With `--cpu`, the processor's
time of the window's thread is measured and not the time that passes: for machines that others use at the same time.
"""

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

gc.disable()  # as at every start

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QByteArray, QEvent, QObject, QStringListModel, QTimer  # noqa: E402 - the checkout is found first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QListView  # noqa: E402

from app.core.base.steps import at_once  # noqa: E402
from app.core.files.indexes import Indexes  # noqa: E402
from app.core.files.loader import load  # noqa: E402
from app.machine import paths  # noqa: E402
from app.machine.collector import look, settle  # noqa: E402
from app.ui.session.application import Application, make_application  # noqa: E402
from app.ui.session.run import BETWEEN_LOOKS  # noqa: E402
from app.ui.shell.appearance import Appearance  # noqa: E402
from app.ui.shell.frame import Frame  # noqa: E402
from app.ui.shell.settings import Remembered  # noqa: E402
from app.ui.window import window as window_module  # noqa: E402
from app.ui.window.window import Window  # noqa: E402

FRAME = 1000 / 60
CPU = "--cpu" in sys.argv
clock = time.thread_time if CPU else time.perf_counter
KEYS = "cervical"
PROCESSES = 9

HAND = 0.25
"""Seconds from the focus to the first key: a hand is no quicker."""


class Watched(Application):
    """The program's application, which notes how long each event holds the window's thread."""

    longest = 0.0
    depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Pass an event on."""
        if self.depth:
            return super().notify(receiver, event)
        self.depth += 1
        began = clock()
        try:
            return super().notify(receiver, event)
        finally:
            self.depth -= 1
            self.longest = max(self.longest, (clock() - began) * 1000)


def make_window(application: QApplication, folder: Path) -> Window:
    """Return the window with the article, its disclaimer accepted; the index is kept in a folder."""
    vars(window_module)["cache_folder"] = lambda: folder
    loaded, appearance = load(paths.CONTENT), Appearance(application, "light", 100)
    frame = Frame(loaded.article, appearance.look, QByteArray())
    window = Window(loaded, appearance, frame)
    window.restore(Remembered(), None)
    frame.show()
    frame.accept_disclaimer()
    settle()
    collecting = QTimer(window, interval=BETWEEN_LOOKS)
    collecting.timeout.connect(look)
    collecting.start()
    application.processEvents()
    return window


def press(application: QApplication, window: Window, char: str) -> float:
    """Press a key in the search field and return the milliseconds until its results are painted."""
    began = clock()
    QTest.keyClicks(window.field, char)
    application.processEvents()
    window.stack.repaint()
    return (clock() - began) * 1000


def warm(queries: list[str]) -> None:
    """Type, paint, and print the figures in milliseconds."""
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(application, Path(folder))
        window.searching.finish()
        model = QStringListModel()
        plain = QListView()
        plain.setModel(model)
        window.searching.start()
        press(application, window, KEYS[0])
        plain.resize(window.results.size())  # which they have once they are shown
        plain.show()
        application.processEvents()
        ours: list[float] = []
        theirs: list[float] = []
        for query in queries:
            window.field.clear()
            application.processEvents()
            for char in query:
                ours.append(press(application, window, char))
                texts = window.results.texts()
                began = clock()
                model.setStringList(texts)
                application.processEvents()
                plain.viewport().repaint()
                theirs.append((clock() - began) * 1000)
    worst = []
    for name, spent in (("key press to results", ours), ("plain list refilled", theirs)):
        ordered = sorted(spent)
        worst.append(ordered[int(len(ordered) * 0.99)])
        print(f"{name:24}{statistics.median(ordered):8.2f}{worst[-1]:8.2f}{ordered[-1]:8.2f} ms   (median, p99, maximum of {len(ordered)})")
    print(f"ratio of p99: {worst[0] / worst[1]:.2f} ×; one frame is {FRAME:.1f} ms")


def once(folder: Path) -> None:
    """Press keys in a new window and print: the focus, the first key, the same key again, the longest later key, the longest event."""
    application = Watched([])
    application.setStyle("Fusion")
    window = make_window(application, folder)
    application.longest = 0.0
    began = clock()
    window.searching.start()
    application.processEvents()
    focus = (clock() - began) * 1000
    until = time.perf_counter() + HAND
    while time.perf_counter() < until:
        application.processEvents()
    first = press(application, window, KEYS[0])
    others = [press(application, window, char) for char in KEYS[1:]]
    window.searching.finish()
    again: list[float] = []
    for _ in range(9):
        window.field.clear()
        application.processEvents()
        again.append(press(application, window, KEYS[0]))
    print(json.dumps([focus, first, statistics.median(again), max(others), application.longest]))


def cold(*, kept: bool) -> None:
    """Press a first key in several processes and print the figures in milliseconds."""
    rows: list[list[float]] = []
    for _ in range(PROCESSES):
        with tempfile.TemporaryDirectory() as folder:
            if kept:
                at_once(Indexes(Path(folder)).making(load(paths.CONTENT)))
            done = subprocess.run(
                [sys.executable, __file__, "--once", folder, *["--cpu"] * CPU], capture_output=True, text=True, check=True, env={**os.environ}
            )
            rows.append(json.loads(done.stdout.splitlines()[-1]))
    print(f"{'time of the processor; ' * CPU}the index is {'read from where it is kept' if kept else 'made meanwhile'}; {PROCESSES} processes")
    names = ("focus comes", "first key to results", "the same key again", "longest later key", "longest event")
    for name, spent in zip(names, zip(*rows, strict=True), strict=True):
        print(f"{name:24}{min(spent):8.2f}{statistics.median(spent):8.2f}{max(spent):8.2f} ms   (least, median, most)")
    ratios = sorted(first / again for _, first, again, _, _ in rows)
    print(f"first key beside the same again: {statistics.median(ratios):.2f} × (median), {ratios[-1]:.2f} × (most)")


def main() -> None:
    """Read the command line and measure."""
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("queries", nargs="?", type=Path, metavar="QUERIES.jsonl", help="one JSON object a line, with the field query")
    line.add_argument("--cold", action="store_true", help="the first key of a process")
    line.add_argument("--empty", action="store_true", help="with --cold: no index is kept")
    line.add_argument("--cpu", action="store_true", help="the time of the processor")
    line.add_argument("--once", type=Path, metavar="FOLDER", help="one process of --cold, with the index that is kept in this folder")
    options = line.parse_args()
    if options.once is not None:
        once(options.once)
    elif options.cold:
        cold(kept=not options.empty)
    elif options.queries is not None:
        warm([json.loads(text)["query"] for text in options.queries.read_text(encoding="utf-8").splitlines()])
    else:
        line.error("name a file of queries, or --cold")


if __name__ == "__main__":
    main()
