"""What checking a content file costs beside decoding it, and how the cost grows with the number of files.

    python benchmarks/check.py [--content FILE] [--copies N]

All figures are of one run, in seconds of the processor; each is the best of several, so that what else the machine does counts for little.
"""

import argparse
import contextlib
import hashlib
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import msgspec  # noqa: E402 - the checkout's modules come first

from app.cli.checking import check  # noqa: E402
from app.cli.line import parser  # noqa: E402
from app.core.article.content import Article  # noqa: E402
from app.core.files.check import problems  # noqa: E402
from app.core.files.checked import Checked  # noqa: E402
from app.machine import paths  # noqa: E402

Many = Callable[[], object]


def best(work: Many, runs: int = 9) -> float:
    """Return the seconds of the processor that the quickest run took."""
    seconds = []
    for _ in range(runs):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return min(seconds)


def quietly(files: list[Path]) -> None:
    """Check files as the command does, without printing."""
    with contextlib.redirect_stdout(io.StringIO()):
        check(files, parser().parse_args(["check"]), ())


def with_faults(raw: bytes) -> bytes:
    """Return a content file with an error in each of four of its parts."""
    data = json.loads(raw)
    data["title"] = " "
    data["sections"][0]["passages"][0]["colour"] = "red"
    data["faq"]["entries"][0]["answer"] = 5
    data["sources"][0]["year"] = "long ago"
    return json.dumps(data).encode()


def main() -> None:
    """Measure and print."""
    line = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    line.add_argument("--content", type=Path, default=paths.CONTENT)
    line.add_argument("--copies", type=int, default=100)
    options = line.parse_args()
    raw = options.content.read_bytes()
    decoder = msgspec.json.Decoder(Article)
    decode = best(lambda: decoder.decode(raw), 30)
    print(f"{'decoding':<58}{decode * 1000:9.2f} ms      1.0 x")
    wrong, folder = with_faults(raw), Path(tempfile.mkdtemp())
    checked = Checked(folder)
    digest = hashlib.sha256(raw).hexdigest()
    checked.add(digest)
    checked.keep()
    for name, work in (
        ("errors of a good file, as at a start", lambda: problems(raw)),
        ("errors of a file with four errors", lambda: problems(wrong)),
        ("looking up that the file was checked before", lambda: Checked(folder).knows(digest)),
        ("the command: errors, figures, advice", lambda: quietly([options.content])),
    ):
        seconds = best(work)
        print(f"{name:<58}{seconds * 1000:9.2f} ms {seconds / decode:8.1f} x")
    one = 0.0
    copies = [folder / f"{number}.json" for number in range(options.copies)]
    plain = json.loads(raw)
    for number, path in enumerate(copies):  # each another file, without figures that would have to lie beside it
        path.write_text(json.dumps({**plain, "figures": [], "title": f"{plain['title']} {number}"}), encoding="utf-8")
    for count in (1, max(1, options.copies // 10), options.copies):
        seconds = best(partial(quietly, copies[:count]), 3)
        one = one or seconds
        print(f"{f'{count} files in one command':<58}{seconds * 1000:9.1f} ms {seconds / one / count:8.2f} x one file, each")


if __name__ == "__main__":
    main()
