"""How well and how quickly the search over many articles answers.

    python benchmarks/library.py DICTIONARY COUNT QUERIES.jsonl [...] [--folder FOLDER] [--prefixes SHARE]

DICTIONARY is the folder with gcide.dict.dz (Debian's dict-gcide: /usr/share/dictd). COUNT articles of 40 passages are made of it, the bundled article
is put among them, and all judged queries are asked of all of them. QUERIES are as in `benchmarks/search.py`. The index is kept in FOLDER and
used again when it is there; with a COUNT of 0 nothing is made, and the memory is that of the search alone. Of all beginnings of all queries a share
is asked (1: all of them).
"""

import argparse
import gzip
import hashlib
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from msgspec.structs import replace

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from search import inside, read  # noqa: E402

from app.core.article.content import Article, Passage, Section  # noqa: E402
from app.core.base.steps import at_once  # noqa: E402
from app.core.files.indexes import Indexes  # noqa: E402
from app.core.files.loader import load  # noqa: E402
from app.core.library_search.making import indexing  # noqa: E402
from app.core.library_search.searching import LibrarySearch  # noqa: E402
from app.core.library_search.values import Outcome, Source  # noqa: E402
from app.core.search.engine import SearchIndex  # noqa: E402
from app.core.search.index import NOTES  # noqa: E402
from app.machine import paths  # noqa: E402

IN_ARTICLE, IN_SECTION = 40, 10
SHORTEST, LONGEST, LONGEST_NAME = 25, 1500, 40
MEGABYTE = 1_000_000
THREE = 3

ENTRY = re.compile(r"\n(?=\S[^\n]*\\)")
MARKS = re.compile(r"\[[^\]]*\]|[{}]")
GRAMMAR = re.compile(r"^[,;.\s]*(?:n|a|v|adv|v\. t|v\. i|p\. p|pl|imp)\.[^A-Z]*")


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
    """Give the bundled article and so many of the dictionary."""
    loaded = load(paths.CONTENT)
    yield Source(loaded.article.id, loaded.digest, lambda: loaded.article)
    found, like = definitions(folder), plain_like(loaded.article)
    for number in range(count):
        yield Source(f"words-{number}", hashlib.sha256(f"{number} of words".encode()).hexdigest(), partial(made, number, found, like))


def index(folder: Path, sources: list[Source]) -> None:
    """Make the index, or renew it, and print how long that took."""
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


def judge(library: LibrarySearch, one: SearchIndex, own: str, path: Path, *, tells: bool) -> None:
    """Print what the library finds of a file of judged queries, beside the article alone."""
    right = {"library": [0, 0, 0], "article": [0, 0, 0]}
    answerable = wanted_none = 0
    misleading = 0
    for row in read(path):
        query, targets = str(row["query"]), [str(target) for target in row["targets"]]  # type: ignore[attr-defined]
        answerable, wanted_none = answerable + bool(targets), wanted_none + (not targets)
        found = library.search(query, 5)
        places = [(hit.article.id, hit.hit.place) for hit in found.hits]
        alone = [(own, hit.place) for hit in one.search(query, 5).hits]
        for name, listed in (("library", places), ("article", alone)):
            good = [article == own and any(inside(place, target) for target in targets) for article, place in listed]
            first = listed[0] if listed else None
            refused = first is None or (first[0] == own and first[1].removeprefix(f"{NOTES}/") in (row.get("notes_that_answer") or ()))  # type: ignore[operator]
            right[name][0] += bool(targets) and good[:1] == [True]
            right[name][1] += bool(targets) and any(good[:THREE])
            right[name][2] += not targets and refused
            if tells and name == "library" and (good[:1] != [True] if targets else not refused):
                listed_as = [f"{article}:{place}" for article, place in listed[:THREE]]
                print(f"  {query!r}: {listed_as}, wanted {targets or 'nothing'}; {found.of and found.of.id}")
        not_first = [str(place) for place in row.get("not_first", ())]  # type: ignore[attr-defined]
        misleading += bool(places) and places[0][0] == own and any(inside(places[0][1], place) for place in not_first)
    for name, (first, three, none) in right.items():
        shares = f"S@1 {first / max(1, answerable):.3f}  S@3 {three / max(1, answerable):.3f}  not answered {none / max(1, wanted_none):.3f}"
        print(f"{path.name:16} {name:8} n {answerable}+{wanted_none}  {shares}" + (f"  misleading first {misleading}" if name == "library" else ""))


def speed(library: LibrarySearch, files: list[Path], share: float) -> None:
    """Print how long a call takes, for the beginnings of the queries in the order in which they are typed."""
    queries = [str(row["query"]) for path in files for row in read(path)]
    typed = [query[:end] for query in queries[:: max(1, round(1 / share))] for end in range(1, len(query) + 1)]
    library.search("warm")
    wall, cpu = [], []
    for query in typed:
        began, spent = time.perf_counter(), time.process_time()
        library.search(query)
        cpu.append((time.process_time() - spent) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
    for name, times in (("wall", wall), ("CPU", cpu)):
        ordered = sorted(times)
        figures = f"median {statistics.median(times):.2f}  p99 {ordered[int(len(ordered) * 0.99)]:.2f}  max {ordered[-1]:.2f} ms"
        print(f"call, {name}: n {len(times)}  {figures}")


def main() -> None:
    """Do what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("dictionary", type=Path)
    options.add_argument("count", type=int)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--folder", type=Path, default=None)
    options.add_argument("--prefixes", type=float, default=0.1)
    options.add_argument("--tell", action="store_true")
    chosen = options.parse_args()
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="library-"))
    if chosen.count:
        sources = list(sources_of(chosen.dictionary, chosen.count))
        index(folder, sources)
        changed = replace(sources[-1], digest=hashlib.sha256(b"changed").hexdigest())
        index(folder, [*sources[:-1], changed])
        index(folder, sources)
    loaded = load(paths.CONTENT)
    one = SearchIndex(loaded.article, data=Indexes(None).find(loaded) or at_once(Indexes(None).making(loaded)))
    one.search("warm")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    library = LibrarySearch(folder)
    library.search("cerclage")
    spent = (time.perf_counter() - began) * 1000
    print(f"start of search with its first answer {spent:.0f} ms; {library.articles} articles, {library.passages} passages")
    library.keep(loaded, one)
    for path in chosen.files:
        judge(library, one, loaded.article.id, path, tells=chosen.tell)
    speed(library, chosen.files, chosen.prefixes)
    print(f"memory: at most {before / 1000:.0f} MB before the search, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB after it")


if __name__ == "__main__":
    main()
