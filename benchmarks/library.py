"""How well and how quickly the search over many articles answers.

    python benchmarks/library.py DICTIONARY COUNT QUERIES.jsonl [...] [--folder FOLDER] [--open ARTICLE ...] [--prefixes SHARE]

DICTIONARY is the folder with gcide.dict.dz (Debian's dict-gcide: /usr/share/dictd). COUNT articles of 40 passages are made of it, the bundled article
and the handbook are put among them, and all judged queries are asked of all of them. QUERIES are as in `benchmarks/search.py`; a target may be of the
handbook (using-this-reference:keyboard/list). The index is kept in FOLDER and used again when it is there. With a COUNT of 0 nothing is made, and
the memory told is what the search over all takes beside that of one article, which was asked the same. `--open` says which article is open:
medical, handbook or none, one or more. Of all beginnings of all queries a share is asked (1: all of them, 0: none).
"""

import argparse
import gzip
import hashlib
import re
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from search import inside, read  # noqa: E402

from app.core.article.content import Article, Passage, Section  # noqa: E402
from app.core.base.steps import at_once  # noqa: E402
from app.core.files.indexes import Indexes  # noqa: E402
from app.core.files.loader import Loaded, load  # noqa: E402
from app.core.library_search.values import Outcome, Source  # noqa: E402
from app.core.search.engine import SearchIndex  # noqa: E402
from app.core.search.index import NOTES  # noqa: E402
from app.machine import paths  # noqa: E402

if TYPE_CHECKING:
    from app.core.library_search.searching import LibrarySearch

IN_ARTICLE, IN_SECTION = 40, 10
SHORTEST, LONGEST, LONGEST_NAME = 25, 1500, 40
MEGABYTE = 1_000_000
THREE = 3
OPEN = ("none", "handbook", "medical")

ENTRY = re.compile(r"\n(?=\S[^\n]*\\)")
MARKS = re.compile(r"\[[^\]]*\]|[{}]")
GRAMMAR = re.compile(r"^[,;.\s]*(?:n|a|v|adv|v\. t|v\. i|p\. p|pl|imp)\.[^A-Z]*")


class Address(NamedTuple):
    """A place and the article that it is in."""

    article: str
    place: str

    @classmethod
    def of(cls, target: str, own: str) -> "Address":
        """Return the address of a target; one without an article is in `own`."""
        article, colon, place = target.rpartition(":")
        return cls(article, place) if colon else cls(own, target)


def definitions(folder: Path) -> list[tuple[str, str]]:
    """Return the words of the dictionary and what it says of them, a paragraph each."""
    with gzip.open(folder / "gcide.dict.dz", "rt", encoding="utf-8", errors="replace") as file:
        text = file.read()
    found = []
    for block in ENTRY.split(text):
        head, _, rest = block.partition("\\")
        word = head.strip()
        if not word[:1].isalpha() or len(word) > LONGEST_NAME:
            continue
        for paragraph in re.split(r"\n\s*\n|\n\s+(?=\d+\. )", MARKS.sub("", rest.partition("\\")[2])):
            said = GRAMMAR.sub("", re.sub(r"^\d+\. ", "", " ".join(paragraph.split()))).strip()
            if SHORTEST < len(said) < LONGEST:
                found.append((word, said))
    return found


def made(number: int, found: list[tuple[str, str]], like: Article) -> Article:
    """Return one article of the dictionary; when it is used up, the next round takes every third paragraph."""
    rounds, at = divmod(number * IN_ARTICLE, len(found) - IN_ARTICLE * 3)
    taken = found[at : at + IN_ARTICLE * (1 if not rounds else 3) : 1 if not rounds else 3][:IN_ARTICLE]
    sections = []
    for first in range(0, len(taken), IN_SECTION):
        part = taken[first : first + IN_SECTION]
        name = f"s{first}"
        passages = tuple(Passage(id=f"{name}/p{at}", kind="item", text=f"{word}: {said}", plain=said) for at, (word, said) in enumerate(part))
        sections.append(Section(id=name, title=f"{part[0][0]} to {part[-1][0]}", passages=passages))
    return replace(like, id=f"words-{number}", title=f"Words from {taken[0][0]} to {taken[-1][0]}", sections=tuple(sections))


def plain_like(article: Article) -> Article:
    """Return the frame of a made-up article: nothing of the bundled one's subject."""
    return replace(
        article,
        disclaimer=replace(article.disclaimer, text=("From a dictionary.",), asked=()),
        about=replace(article.about, text=("Words of a dictionary.",), notes=(), asked=()),
        faq=replace(article.faq, entries=(), asked=()),
        notes=(),
        sources=(),
        figures=(),
        glossary=(),
        synonyms=(),
        urgent_care=None,
    )


def sources_of(folder: Path, count: int) -> Iterator[Source]:
    """Give the bundled article, the handbook, and so many of the dictionary."""
    loaded, handbook = load(paths.CONTENT), load(paths.HANDBOOK)
    yield Source(loaded.article.id, loaded.digest, lambda: loaded.article)
    yield Source(handbook.article.id, handbook.digest, lambda: handbook.article)
    found, like = definitions(folder), plain_like(loaded.article)
    for number in range(count):
        yield Source(f"words-{number}", hashlib.sha256(f"{number} of words".encode()).hexdigest(), partial(made, number, found, like))


def index(folder: Path, sources: list[Source]) -> None:
    """Make the index, or renew it, and print how long that took."""
    from app.core.library_search.making import indexing  # noqa: PLC0415 - the memory of one article is without the engine

    began, spent = time.perf_counter(), time.process_time()
    steps = indexing(folder, sources)
    longest = 0.0
    outcome = Outcome(is_made=False)
    while True:
        step = time.perf_counter()
        try:
            next(steps)
        except StopIteration as end:
            outcome = end.value
            break
        longest = max(longest, time.perf_counter() - step)
    wall, cpu = time.perf_counter() - began, time.process_time() - spent
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MEGABYTE
    took = f"{wall:.1f} s, CPU {cpu:.1f} s, longest step {longest * 1000:.0f} ms"
    print(f"index: {outcome.read} articles, {outcome.passages} passages in {took}, {size:.0f} MB")
    if outcome.passages:
        print(f"       {outcome.passages / wall:.0f} passages a second, {outcome.passages / cpu:.0f} a second of CPU {outcome.told}")


def judge(library: "LibrarySearch", named: str, path: Path, own: str, *, tells: bool) -> None:
    """Print what the library finds of a file of judged queries; targets without an article are of the bundled one, `own`."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    misleading = 0
    for row in read(path):
        targets = [Address.of(str(target), own) for target in row["targets"]]  # type: ignore[attr-defined]
        found = library.search(str(row["query"]), 5)
        places = [(hit.article.id, hit.hit.place) for hit in found.hits]
        good = [any(article == target.article and inside(place, target.place) for target in targets) for article, place in places]
        first = places[0] if places else None
        refused = first is None or (first[0] == own and first[1].removeprefix(f"{NOTES}/") in (row.get("notes_that_answer") or ()))  # type: ignore[operator]
        is_right = good[:1] == [True] if targets else refused
        count = counts[targets[0].article if targets else ""]
        count[0] += 1
        count[1] += is_right
        count[2] += any(good[:THREE])
        if tells and not is_right:
            listed_as = [f"{article}:{place}" for article, place in places[:THREE]]
            print(f"  {row['query']!r}: {listed_as}, wanted {row['targets'] or 'nothing'}; {found.of and found.of.id}")
        not_first = [str(place) for place in row.get("not_first", ())]  # type: ignore[attr-defined]
        misleading += first is not None and first[0] == own and any(inside(first[1], place) for place in not_first)
    for article, (asked, first_right, three) in sorted(counts.items(), reverse=True):
        shares = f"S@1 {first_right / asked:.3f}  S@3 {three / asked:.3f}" if article else f"not answered {first_right / asked:.3f}"
        print(f"{path.name:18} open {named:9} {article[:12] or 'none':12} n {asked}  {shares}")
    print(f"{path.name:18} open {named:9} misleading first {misleading}")


def speed(library: "LibrarySearch", files: list[Path], share: float) -> None:
    """Print how long a call takes, for the beginnings of the queries in the order in which they are typed."""
    library.search("warm")
    wall, cpu = [], []
    for query in beginnings(files, share):
        began, spent = time.perf_counter(), time.process_time()
        library.search(query)
        cpu.append((time.process_time() - spent) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
    for name, times in (("wall", wall), ("CPU", cpu)):
        ordered = sorted(times)
        figures = f"median {statistics.median(times):.2f}  p99 {ordered[int(len(ordered) * 0.99)]:.2f}  max {ordered[-1]:.2f} ms"
        print(f"call, {name}: n {len(times)}  {figures}")


def beginnings(files: list[Path], share: float) -> list[str]:
    """Return all beginnings of a share of the queries."""
    queries = [str(row["query"]) for path in files for row in read(path)]
    return [query[:end] for query in queries[:: max(1, round(1 / share))] for end in range(1, len(query) + 1)]


def memory() -> dict[str, float]:
    """Return the memory of this process in megabytes: in all, at most until now, and without the pages of files, which the system can drop."""
    found = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    kinds = {"in memory": "VmRSS", "at most": "VmHWM", "private": "RssAnon"}
    return {name: int(found[kind].split()[0]) * 1024 / MEGABYTE for name, kind in kinds.items()}


def main() -> None:
    """Do what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("dictionary", type=Path)
    options.add_argument("count", type=int)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--folder", type=Path, default=None)
    options.add_argument("--prefixes", type=float, default=0.1)
    options.add_argument("--open", nargs="+", choices=OPEN, default=["medical"])
    options.add_argument("--tell", action="store_true")
    chosen = options.parse_args()
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="library-"))
    if chosen.count:
        sources = list(sources_of(chosen.dictionary, chosen.count))
        index(folder, sources)
        changed = replace(sources[-1], digest=hashlib.sha256(b"changed").hexdigest())
        index(folder, [*sources[:-1], changed])
        index(folder, sources)
    loaded, handbook = load(paths.CONTENT), load(paths.HANDBOOK)
    one = ready(loaded)
    if chosen.prefixes:
        for query in beginnings(chosen.files, chosen.prefixes):
            one.search(query)
    before = memory()
    from app.core.library_search.searching import LibrarySearch  # noqa: PLC0415

    began = time.perf_counter()
    library = LibrarySearch(folder, below=(handbook.article.id,))
    library.search("cerclage")
    spent = (time.perf_counter() - began) * 1000
    print(f"start of search with its first answer {spent:.0f} ms; {library.articles} articles, {library.passages} passages")
    for name in sorted(chosen.open, key=OPEN.index):
        if name == "medical":
            library.keep(loaded, one)
        elif name == "handbook":
            library.keep(handbook, ready(handbook))
        for path in chosen.files:
            judge(library, name, path, loaded.article.id, tells=chosen.tell)
    if chosen.prefixes:
        speed(library, chosen.files, chosen.prefixes)
    after = memory()
    print("memory: " + ", ".join(f"{name} {before[name]:.1f} MB with one article, then {after[name]:.1f} MB" for name in before))


def ready(loaded: Loaded) -> SearchIndex:
    """Return the search of one article, warm."""
    index = SearchIndex(loaded.article, data=Indexes(None).find(loaded) or at_once(Indexes(None).making(loaded)))
    index.search("warm")
    return index


if __name__ == "__main__":
    main()
