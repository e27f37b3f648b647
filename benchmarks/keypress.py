"""Key press to painted results in the window, beside refilling a plain list with as many rows.

    python benchmarks/keypress.py QUERIES.jsonl

Each key of each query is typed into the search field and the window painted; in turns, a plain QListView is refilled with as many rows of the
same texts and painted. Needs a display (or QT_QPA_PLATFORM=offscreen).
"""

import json
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QByteArray, QStringListModel, Qt  # noqa: E402 - the checkout is found first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QListView  # noqa: E402

from app.core.files.loader import load  # noqa: E402
from app.machine import paths  # noqa: E402
from app.ui.shell.appearance import Appearance  # noqa: E402
from app.ui.shell.frame import Frame  # noqa: E402
from app.ui.shell.settings import Remembered  # noqa: E402
from app.ui.window.application import make_application  # noqa: E402
from app.ui.window.window import Window  # noqa: E402

FRAME = 1000 / 60


def main(queries: list[str]) -> None:
    """Type, paint, and print the figures in milliseconds."""
    application = make_application()
    loaded, appearance = load(paths.CONTENT), Appearance(application, "light", 100)
    frame = Frame(loaded.article, appearance.look, QByteArray())
    window = Window(loaded, appearance, frame)
    window.restore(Remembered(), None)
    frame.show()
    frame.accept_disclaimer()
    window.searching.prepare()
    model = QStringListModel()
    plain = QListView()
    plain.setModel(model)
    plain.resize(window.results.size())
    plain.show()
    window.searching.start()
    application.processEvents()
    ours: list[float] = []
    theirs: list[float] = []
    for query in queries:
        window.field.clear()
        application.processEvents()
        for char in query:
            began = time.perf_counter()
            QTest.keyClick(window.field, char, Qt.KeyboardModifier.NoModifier)
            application.processEvents()
            window.stack.repaint()
            ours.append((time.perf_counter() - began) * 1000)
            texts = window.results.texts()
            began = time.perf_counter()
            model.setStringList(texts)
            application.processEvents()
            plain.viewport().repaint()
            theirs.append((time.perf_counter() - began) * 1000)
    worst = []
    for name, spent in (("key press to results", ours), ("plain list refilled", theirs)):
        ordered = sorted(spent)
        worst.append(ordered[int(len(ordered) * 0.99)])
        print(f"{name:24}{statistics.median(ordered):8.2f}{worst[-1]:8.2f}{ordered[-1]:8.2f} ms   (median, p99, maximum of {len(ordered)})")
    print(f"ratio of p99: {worst[0] / worst[1]:.2f} ×; one frame is {FRAME:.1f} ms")


if __name__ == "__main__":
    main([json.loads(line)["query"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()])
