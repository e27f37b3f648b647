"""How long it takes until another article stands on the screen.

    QT_QPA_PLATFORM=offscreen python benchmarks/opening.py [--where]

One window, as people have it, opens the bundled article, the handbook and a made-up one of 40 passages in turn: by their addresses, by a result of
the search over all, and from the library page. Printed are milliseconds of processor time (all threads) and by the clock from the wish until the
window is painted, for the first time and the median and longest of the times after it; "later" is what is done in the second that follows. `--where`
prints the functions that take most of it.
"""

import argparse
import cProfile
import os
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.core.article.content import Article, Passage, Section  # noqa: E402
from app.core.files.loader import Loaded, load  # noqa: E402
from app.core.library_search.making import indexing  # noqa: E402
from app.core.library_search.searching import LibrarySearch  # noqa: E402
from app.core.library_search.values import Source  # noqa: E402
from app.machine import paths  # noqa: E402
from app.ui.session.session import Session  # noqa: E402
from app.ui.shell.settings import Settings  # noqa: E402

ROUNDS = 12
SETTLED = 1000
PASSAGES, IN_SECTION = 40, 10
SIZE = (1366, 768)
SHOWN = 25
FILLED = "a kettle is filled with water and stands on the stove until it is hot; then tea is made of it, which stands for some minutes"


def made(like: Article) -> Article:
    """Return an article of 40 passages that share nothing but their form with another one."""
    words = FILLED.split()
    sections = []
    for first in range(0, PASSAGES, IN_SECTION):
        texts = [" ".join(words[at % 9 :] + words[: at % 13]) for at in range(first, first + IN_SECTION)]
        passages = tuple(
            Passage(id=f"s{first}/p{at}", kind="item", text=f"Kettle {at + first}: {text}.", plain=text) for at, text in enumerate(texts)
        )
        sections.append(Section(id=f"s{first}", title=f"Kettles from {first}", passages=passages))
    plain = dict.fromkeys(("notes", "sources", "figures", "glossary", "synonyms"), ())
    disclaimer, about = replace(like.disclaimer, asked=()), replace(like.about, text=("Made up.",), notes=(), asked=())
    faq = replace(like.faq, entries=(), asked=())
    return replace(
        like, id="kettles", title="Kettles", sections=tuple(sections), disclaimer=disclaimer, about=about, faq=faq, urgent_care=None, **plain
    )


class Bench:
    """One run of the program with three articles."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        medical, handbook = load(paths.CONTENT), load(paths.HANDBOOK)
        file = folder / "kettles" / "content.json"
        file.parent.mkdir()
        file.write_bytes(msgspec.json.encode(made(handbook.article)))
        kettles = load(file)
        self.loaded = {one.article.id: one for one in (medical, handbook, kettles)}
        ways = {one.article.id: partial(load, one.path, one.digest) for one in self.loaded.values()}
        sources = [Source(one.article.id, one.digest, partial(_article, one)) for one in self.loaded.values()]
        for _ in indexing(folder / "index", sources):
            pass
        self.session = Session(application, Settings(None))
        self.session.addresses.articles.library = ways.get
        self.session.open(kettles, None, "")
        self.session.load_window()
        frame = self.session.frame
        if frame is not None:
            frame.resize(*SIZE)
            frame.accept_disclaimer()
            frame.show()
        self.session.addresses.take_library_search(LibrarySearch(folder / "index"))
        self.ways: dict[str, Callable[[Loaded], None]] = {"address": self._by_address, "result": self._by_result, "library": self._from_library}
        self._reads = ways
        QTest.qWait(SETTLED)

    def _by_address(self, loaded: Loaded) -> None:
        self.session.addresses.open(f"{loaded.article.id}:")

    def _by_result(self, loaded: Loaded) -> None:
        article = loaded.article
        self.session.addresses.open_hit(f"{article.id}:{article.sections[0].passages[0].id}", frozenset({"water", "the"}))

    def _from_library(self, loaded: Loaded) -> None:
        name = loaded.article.id
        self.session.addresses.open_from_library(self._reads[name](), self._reads[name])

    def open(self, name: str, way: Callable[[Loaded], None]) -> tuple[float, float, float]:
        """Open an article; return milliseconds of the processor and of the clock until it is painted, and of the processor afterwards."""
        wall, spent = time.perf_counter(), time.process_time()
        way(self.loaded[name])
        self._application.processEvents()
        took = time.perf_counter() - wall, time.process_time() - spent
        window = self.session.window
        if window is None or window.article.id != name:
            raise SystemExit(f"{name} was not opened")
        spent = time.process_time()
        QTest.qWait(SETTLED)
        return took[1] * 1000, took[0] * 1000, (time.process_time() - spent) * 1000


def _article(loaded: Loaded) -> Article:
    return loaded.article


def main() -> None:
    """Open the articles in turn, and print how long each took."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--where", action="store_true")
    chosen = options.parse_args()
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="opening-") as folder:
        bench = Bench(application, Path(folder))
        names = list(bench.loaded)
        profile = cProfile.Profile()
        for way, opening in bench.ways.items():
            times: dict[str, list[tuple[float, float, float]]] = {name: [] for name in names}
            for _ in range(chosen.rounds + 1):
                for name in names:
                    if chosen.where:
                        profile.enable()
                    times[name].append(bench.open(name, opening))
                    profile.disable()
            for name, (first, *others) in times.items():
                cpu, wall, later = ([row[at] for row in others] for at in range(3))
                again = f"CPU {statistics.median(cpu):3.0f} to {max(cpu):3.0f}, clock {statistics.median(wall):3.0f} to {max(wall):3.0f}"
                print(f"{way:8} {name:22} first CPU {first[0]:3.0f}, clock {first[1]:3.0f}; again {again}, later {statistics.median(later):3.0f} ms")
        if chosen.where:
            pstats.Stats(profile).sort_stats("cumulative").print_stats(SHOWN)
        bench.session.end()


if __name__ == "__main__":
    main()
