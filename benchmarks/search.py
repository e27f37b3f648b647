"""How well and how quickly the search answers.

    python benchmarks/search.py judged QUERIES.jsonl [...]     right passage first, in the first three, empty when nothing fits
    python benchmarks/search.py speed QUERIES.jsonl            every beginning of every query, beside SQLite's full-text search
    python benchmarks/search.py growth                         made-up articles of 100, 1,000 and 10,000 passages

QUERIES holds one JSON object a line: id, query, kind, targets (best first), not_first; without targets the right answer is none, or one of the
evidence notes or glossary meanings (glossary/pprom) in notes_that_answer. What the search has learned from earlier questions (resources/questions)
is counted without those of the file that is judged: no question is answered because it stands there itself.
"""

import argparse
import json
import random
import re
import sqlite3
import statistics
import sys
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.core.article.content import Article, Passage, Section  # noqa: E402
from app.core.base.steps import at_once  # noqa: E402
from app.core.files.loader import load  # noqa: E402
from app.core.questions.examples import examples_of  # noqa: E402
from app.core.search.data import making_search  # noqa: E402
from app.core.search.engine import SearchIndex  # noqa: E402
from app.core.search.index import NOTES, entries  # noqa: E402
from app.machine import paths  # noqa: E402 - the checkout is found first

THREE = 3


def read(path: Path) -> list[dict[str, object]]:
    """Return the judged queries of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def inside(place: str, target: str) -> bool:
    """Return whether a result is a target or lies inside it."""
    return place == target or place.startswith(f"{target}/")


def judged(files: Iterable[Path]) -> None:
    """Print the share of queries with the right passage first and in the first three, by kind, and list what fails."""
    article = load(paths.CONTENT).article
    for path in files:
        asked = {str(row["query"]) for row in read(path)}
        others = [example for example in examples_of(article.id, article.language) if example.text not in asked]
        index = SearchIndex(article, data=at_once(making_search(article, examples=others)))
        counts: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
        wrong = 0
        for row in read(path):
            places = [hit.place for hit in index.search(str(row["query"]), 5).hits]
            targets = [str(target) for target in row["targets"]]  # type: ignore[attr-defined]
            right = [any(inside(place, target) for target in targets) for place in places]
            refused = not places or places[0].removeprefix(f"{NOTES}/") in (row.get("notes_that_answer") or ())  # type: ignore[operator]
            good = (refused, refused) if not targets else (right[:1] == [True], any(right[:THREE]))
            counts[str(row["kind"])].append(good)
            misleading = [str(place) for place in row.get("not_first", ())]  # type: ignore[attr-defined]
            wrong += bool(places) and any(inside(places[0], place) for place in misleading)
            if not good[0]:
                print(f"  {row['query']!r}: {places[:THREE] or 'nothing'}, wanted {targets or 'nothing'}")
        print(f"{path.name}: {'kind':10}{'n':>5}{'first':>8}{'in three':>10}")
        everything = [good for kind in counts.values() for good in kind]
        answerable = [good for kind, goods in counts.items() if kind != "none" for good in goods]
        for kind, goods in [*counts.items(), ("answerable", answerable), ("all", everything)]:
            if not goods:
                continue
            first, three = (sum(good[part] for good in goods) / len(goods) for part in (0, 1))
            print(f"{'':{len(path.name) + 2}}{kind:10}{len(goods):5}{first:8.3f}{three:10.3f}")
        print(f"{'':{len(path.name) + 2}}misleading first: {wrong}")


def database(article: Article) -> sqlite3.Connection:
    """Return the same passages in an SQLite full-text table with a stemmer and a prefix index."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE passages USING fts5(title, text, tokenize='porter unicode61', prefix='2 3')")
    connection.executemany("INSERT INTO passages VALUES (?, ?)", [(entry.title, entry.text) for entry in entries(article)])
    return connection


def ask_database(connection: sqlite3.Connection, query: str) -> list[tuple[object, ...]]:
    """Ask for any of the words, the last as a beginning, ranked, with a snippet."""
    tokens = re.findall(r"\w+", query)
    if not tokens:
        return []
    match = " OR ".join([f'"{token}"' for token in tokens[:-1]] + [f'"{tokens[-1]}"*'])
    sql = "SELECT rowid, snippet(passages, 1, '[', ']', '…', 24) FROM passages WHERE passages MATCH ? ORDER BY bm25(passages, 2, 1) LIMIT 10"
    return connection.execute(sql, (match,)).fetchall()


def timed(call: Callable[[str], object], queries: list[str]) -> list[float]:
    """Return the milliseconds of each call."""
    spent = []
    for query in queries:
        began = time.perf_counter()
        call(query)
        spent.append((time.perf_counter() - began) * 1000)
    return spent


def row(name: str, spent: list[float]) -> None:
    """Print the median, the 99th percentile and the maximum."""
    ordered = sorted(spent)
    print(f"{name:34}{statistics.median(ordered):9.2f}{ordered[int(len(ordered) * 0.99)]:9.2f}{ordered[-1]:9.2f} ms")


def compare(article: Article, queries: list[str], name: str) -> None:
    """Time the search and SQLite on the same queries, in turns."""
    tracemalloc.start()
    began = time.perf_counter()
    index = SearchIndex(article)
    built = time.perf_counter() - began
    memory = tracemalloc.get_traced_memory()[0] / 1_000_000
    tracemalloc.stop()
    connection = database(article)
    timed(index.search, queries[:50])
    ours, theirs = [], []
    for query in queries:
        ours += timed(index.search, [query])
        theirs += timed(lambda text: ask_database(connection, text), [query])
    print(f"{name}: built in {built * 1000:.0f} ms (traced), {memory:.1f} MB, {len(queries)} calls")
    row("  search", ours)
    row("  SQLite FTS5", theirs)
    worst = [sorted(spent)[int(len(spent) * 0.99)] for spent in (ours, theirs)]
    print(f"  ratio: median {statistics.median(ours) / statistics.median(theirs):.2f} ×, p99 {worst[0] / worst[1]:.2f} ×")


def grown(article: Article, count: int) -> Article:
    """Return an article of so many made-up passages; words are drawn by Zipf's law from a vocabulary that grows with it."""
    draw = random.Random(count)  # noqa: S311 - made-up text
    vocabulary = ["".join(draw.choices("abcdefghijklmnoprstuvw", k=draw.randint(4, 11))) for _ in range(200 + 20 * int(count**0.7))]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    passages = []
    for number in range(count):
        text = " ".join(draw.choices(vocabulary, weights, k=20)).capitalize() + "."
        passages.append(Passage(id=f"made/p{number}", kind="paragraph", text=text, plain=text))
    section = Section(id="made", title="Made", passages=tuple(passages))
    return msgspec.structs.replace(article, sections=(section,))


def main() -> None:
    """Do what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=("judged", "speed", "growth"))
    options.add_argument("files", nargs="*", type=Path)
    chosen = options.parse_args()
    article = load(paths.CONTENT).article
    if chosen.what == "judged":
        judged(chosen.files)
    elif chosen.what == "speed":
        typed = [str(row["query"]) for path in chosen.files for row in read(path)]
        compare(article, [query[:end] for query in typed for end in range(1, len(query) + 1)], "this article")
    else:
        for count in (100, 1000, 10_000):
            made = grown(article, count)
            draw = random.Random(1)  # noqa: S311
            texts = [passage.text.split() for passage in made.sections[0].passages]
            compare(made, [" ".join(draw.choice(texts)[: draw.randint(1, 4)]) for _ in range(200)], f"{count:,} passages")


if __name__ == "__main__":
    main()
