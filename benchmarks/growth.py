"""How time and memory grow with an article: 1, 10, 100 and 1,000 times the bundled one.

    python benchmarks/growth.py [--write] [--most 1000]

A made-up article holds all pages of the bundled one so many times over, with ids and a part of the words of their own in each copy: every tenth
word of a passage is one that only this copy has, so that new words go on coming as they do in real texts, and two of its ways of asking are left.
Synonyms, sources, notes and glossary stay as they are. Each size is measured in a process of its own, in the processor's time of that process:
decode the file, check it, make the index, store it, read it again, search for each query of `tests/judged/a.jsonl`, make the blocks of a page, and
the memory at the end. The exponent of growth is that between the two largest sizes: 1 is linear. With `--write` the table in `docs/performance.md`
is renewed.
"""

import argparse
import copy
import datetime as dt
import hashlib
import json
import math
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import msgspec  # noqa: E402 - the checkout is found first

from app.core.article import content  # noqa: E402
from app.core.article.content import Article  # noqa: E402
from app.core.base.steps import at_once  # noqa: E402
from app.core.files import shape  # noqa: E402
from app.core.files.check import problems  # noqa: E402
from app.core.pages.document import Document  # noqa: E402
from app.core.search.data import ArticleData, SearchData, making_search  # noqa: E402
from app.core.search.engine import SearchIndex  # noqa: E402
from app.core.search.plain import PlainSearch  # noqa: E402
from app.core.search.stored import packing, unpack  # noqa: E402
from app.machine import paths  # noqa: E402

PAGE = ROOT / "docs" / "performance.md"
BEGINS, ENDS = "<!-- the growth, written by benchmarks/growth.py -->", "<!-- end of the growth -->"
TIMES = (1, 10, 100, 1000)
EVERY, ASKED = 10, 2

WHOLE = 100
"""From here on figures are told without a point."""

QUERIES = ROOT / "tests" / "judged" / "a.jsonl"

ROWS = {
    "passages": "passages and questions",
    "bytes": "content.json, MB",
    "load": "decode, ms",
    "check": "check, ms",
    "index": "make the index, ms",
    "store": "store it, ms",
    "stored": "stored, MB",
    "read": "read it, ready to search, ms",
    "search": "one search (median), ms",
    "slow": "one search (99th percentile), ms",
    "plain": "one search by plain words (median), ms",
    "page": "blocks of a page, ms",
    "memory": "memory at the end, MB",
}


def grown(times: int) -> bytes:
    """Return the bundled article with its pages so many times over."""
    data: dict[str, Any] = json.loads(paths.CONTENT.read_text(encoding="utf-8"))
    sections, entries = [*data["sections"]], [*data["faq"]["entries"]]
    for number in range(2, times + 1):
        for section in copy.deepcopy(sections):
            page = section["id"]
            section.update(id=f"{page}-{number}", title=f"{section['title']} {number}")
            for passage in section["passages"]:
                _vary(passage, "text", number)
                passage["id"] = f"{page}-{number}/{passage['id'].removeprefix(page + '/')}"
            data["sections"].append(section)
        for entry in copy.deepcopy(entries):
            _vary(entry, "answer", number)
            entry.update(id=f"{entry['id']}-{number}", question=f"{entry['question']} {number}")
            data["faq"]["entries"].append(entry)
    return json.dumps(data, ensure_ascii=False).encode()


def _vary(passage: dict[str, Any], field: str, number: int) -> None:
    """Give a passage of a copy words of its own, and leave it few ways of asking."""
    parts = passage[field].split(" ")
    for at in range(EVERY - 1, len(parts), EVERY):
        parts[at] = f"{parts[at].strip('.,:;()')}{_letters(number)}{parts[at][-1] if parts[at][-1] in '.,' else ''}"
    passage[field] = " ".join(parts)
    passage["asked"] = [f"{text} {_letters(number)}" for text in (passage.get("asked") or [])[:ASKED]]


def _letters(number: int) -> str:
    """Return a number in letters, which are words to a search where digits are not."""
    return "".join("bcdfghjklm"[int(digit)] + "a" for digit in str(number))


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what a work gives, and its time in milliseconds of the processor."""
    began = time.process_time()
    made = work()
    return made, (time.process_time() - began) * 1000


def read_again(kept: bytes) -> ArticleData:
    """Return what was stored, or end when it cannot be read."""
    return unpack(kept, "growth", ArticleData) or sys.exit("what was stored cannot be read")


def measure(times: int) -> dict[str, float]:
    """Measure one size, in this process."""
    for module in (content, shape):
        vars(module)["SIZE_LIMIT"] = 1 << 31  # 1,000 times as many pages are more than the program opens
    raw = grown(times)
    article, load = timed(lambda: msgspec.json.decode(raw, type=Article))
    found, check = timed(lambda: problems(raw, paths.CONTENT.parent))
    if found:
        sys.exit(f"{times} times: {found[:3]}")
    data, index = timed(lambda: at_once(making_search(article)))
    kept, store = timed(lambda: at_once(packing(data.article, "growth")))
    searched, read = timed(lambda: SearchIndex(article, data=SearchData(data.language, read_again(kept))))
    queries = [json.loads(line)["query"] for line in QUERIES.read_text(encoding="utf-8").splitlines()]
    searched.search("cerclage")
    spent = sorted(timed(partial(searched.search, query))[1] for query in queries)
    plain = PlainSearch(article)
    plain.search("cerclage")
    plainly = sorted(timed(partial(plain.search, query))[1] for query in queries[:20])
    document = Document(article, hashlib.sha256(raw).hexdigest()[:7], folder=(paths.CONTENT.parent,))
    sections = [section.id for section in article.sections[-5:]]
    document.page(sections[0])
    pages = [timed(partial(document.page, place))[1] for place in sections]
    return {
        "passages": sum(len(section.passages) for section in article.sections) + len(article.faq.entries),
        "bytes": len(raw) / 1e6,
        "load": load,
        "check": check,
        "index": index,
        "store": store,
        "stored": len(kept) / 1e6,
        "read": read,
        "search": statistics.median(spent),
        "slow": spent[int(len(spent) * 0.99)],
        "plain": statistics.median(plainly),
        "page": statistics.median(pages),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def exponent(rows: list[dict[str, float]], name: str) -> float:
    """Return the exponent of growth between the two largest sizes: with it a figure grows as the number of passages to its power."""
    before, last = rows[-2:]
    return math.log(last[name] / before[name]) / math.log(last["passages"] / before["passages"])


def table(rows: list[dict[str, float]], times: list[int]) -> str:
    """Return the table in Markdown."""
    lines = ["| " + " | ".join(("", *(f"{number:,} ×" for number in times), "exponent")) + " |", "| --- |" + " ---: |" * (len(times) + 1)]
    for name, title in ROWS.items():
        figures = [f"{row[name]:,.0f}" if row[name] >= WHOLE else f"{row[name]:.2g}" for row in rows]
        lines.append("| " + " | ".join((title, *figures, "" if name == "passages" else f"{exponent(rows, name):.2f}")) + " |")
    return "\n".join(lines)


def main() -> None:
    """Measure every size in a process of its own and print the table, or write it into the document."""
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("--write", action="store_true", help="renew the table in docs/performance.md")
    line.add_argument("--most", type=int, default=TIMES[-1], help="the largest size (%(default)s)")
    line.add_argument("--one", type=int, metavar="TIMES", help="measure one size in this process, and print it as JSON")
    options = line.parse_args()
    if options.one is not None:
        print(json.dumps(measure(options.one)))
        return
    times = [number for number in TIMES if number <= options.most]
    if len(times) < 2:  # noqa: PLR2004 - growth is between two sizes
        line.error(f"--most must be {TIMES[1]} or more: growth is between two sizes")
    rows = []
    for number in times:
        done = subprocess.run([sys.executable, __file__, "--one", str(number)], stdout=subprocess.PIPE, text=True, check=True)
        rows.append(json.loads(done.stdout.splitlines()[-1]))
    made = table(rows, times)
    print(made)
    if options.write:
        text = PAGE.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGINS)
        _, _, after = rest.partition(ENDS)
        day = dt.datetime.now(dt.UTC).date()
        PAGE.write_text(f"{before}{BEGINS}\n\nMeasured on {day}, Python {sys.version.split()[0]}.\n\n{made}\n\n{ENDS}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
