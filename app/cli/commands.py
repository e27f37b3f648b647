"""The commands that print and need no window: search, show, diff."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from app.cli.answers import as_lines, as_object, imprint_of
from app.cli.reading import read_article
from app.core.article.places import Places
from app.core.base.labels import ENGLISH
from app.core.files.indexes import Indexes
from app.core.files.leaving import Leaving, leaving_under
from app.core.files.loader import Loaded, load
from app.core.files.own_files import cache_folder
from app.core.files.policy import PolicyFile
from app.core.formats.html import to_html
from app.core.formats.markdown import to_markdown
from app.core.formats.objects import to_object
from app.core.formats.plain_text import to_text
from app.core.library.user_library import folders_of
from app.core.library_search.scope import load_engine
from app.core.pages.blocks import Blocks
from app.core.pages.changes import compare, to_blocks
from app.core.pages.document import Document
from app.core.search.engine import SearchIndex
from app.machine import paths
from app.machine.exits import DONE, UNREADABLE, complain, left_out


def run(options: argparse.Namespace, policy_file: PolicyFile) -> int:
    """Carry out the command that the options name and return the exit code; content that cannot be used is raised.

    The numbers of the policy's clinic stand wherever the danger box does.
    """
    numbers = policy_file.policy.clinic.numbers
    if options.command == "diff":
        return diff(load(options.old), load(options.new), options.format)
    loaded = read_article(options, policy_file)
    if options.command == "search":
        return _run_search(loaded, options, policy_file)
    if options.command == "review-record":
        return review_record(loaded, options)
    leaving, exports = leaving_under(policy_file, loaded), options.command == "export-html"
    if exports and options.all:
        from app.cli.shelf import export_all  # noqa: PLC0415 - the other commands need no library

        return export_all(loaded, options.file, leaving, folders_of(policy_file.policy, paths.BUNDLED, options.library).shelf(), numbers)
    return export_html(loaded, options.file, leaving, numbers) if exports else show(loaded, options.place, options.format, numbers)


def _run_search(loaded: Loaded, options: argparse.Namespace, policy_file: PolicyFile) -> int:
    """Search in one article or, where the call names a library and no article of it, in all."""
    numbers = policy_file.policy.clinic.numbers
    if options.words == ["-"] and sys.stdin is None:
        complain("there is no standard input, so no queries can be read")
        return UNREADABLE
    queries = (line.rstrip("\r\n") for line in sys.stdin) if options.words == ["-"] else [" ".join(options.words)]
    if options.article or not (options.all_articles or options.library is not None):
        return search(loaded, queries, options.limit, numbers, as_json=options.json, is_named=bool(options.article))
    load_engine()
    from app.cli.searching import search_all  # noqa: PLC0415 - it needs the engine

    shelf = folders_of(policy_file.policy, paths.BUNDLED, options.library).shelf()
    return search_all(loaded, shelf, options.library, queries, options.limit, numbers, as_json=options.json)


def review_record(loaded: Loaded, options: argparse.Namespace) -> int:
    """Print the record of a review as it is put into the content file."""
    from app.core.article import review  # noqa: PLC0415 - the other commands need it only where there is a review

    try:
        record = review.make_record(loaded.article, options.name, options.role, options.date, options.sheet, dt.date.today())  # noqa: DTZ011
    except review.RecordError as error:
        complain(f"no record was made: {error}")
        return UNREADABLE
    print(review.as_json(record))
    return DONE


def search(loaded: Loaded, queries: Iterable[str], limit: int, numbers: str = "", *, as_json: bool, is_named: bool = False) -> int:
    """Print what answers each query, or what stands nearest; no answer is no error. Of an article that the call names each result tells the id."""
    index = SearchIndex(loaded.article, data=Indexes(cache_folder()).find(loaded))
    document, places = Document(loaded.article, loaded.short_digest, numbers=numbers), Places(loaded.article)
    imprint, article = imprint_of(document), loaded.article.id if is_named else ""
    for query in queries:
        results = index.search(query, limit)
        if as_json:
            of = [article] * len(results.hits) if article else ()
            print(json.dumps(as_object(results, imprint, numbers, of=of, nearest=article), ensure_ascii=False))
        else:
            print(as_lines(results, document, places))
    if not as_json:
        print(imprint)
    return DONE


def show(loaded: Loaded, place: str | None, form: str, numbers: str = "") -> int:
    """Print the whole article or one place of it, with its notes."""
    article = loaded.article
    if form == "manuscript":
        from app.core.writing.manuscript import to_manuscript  # noqa: PLC0415 - the other forms need none of it

        if place is not None:
            complain("--format manuscript prints the whole article; leave out the place")
            return UNREADABLE
        print(to_manuscript(article), end="")
        return DONE
    document = Document(article, loaded.short_digest, folder=loaded.figures, numbers=numbers)
    if place is not None and place not in Places(article):
        complain(f"there is no place {place!r}; the nearest is {Places(article).nearest(place).id}")
        return UNREADABLE
    blocks = document.whole() if place is None else document.place(place)
    if form == "markdown" and place is None:
        from app.core.writing.manuscript import front_matter  # noqa: PLC0415

        print(front_matter(article))
    return _print(blocks, document, form, article.title)


def diff(old: Loaded, new: Loaded, form: str) -> int:
    """Print what changed from one edition to another, with the notes beside it; no difference is no error."""
    article = new.article
    blocks = to_blocks(compare(old.article, article), old.article, article, old.digest, new.digest)
    return _print(blocks, Document(article, new.short_digest), form, f"{ENGLISH.changes}: {article.title}")


def _print(blocks: Blocks, document: Document, form: str, title: str) -> int:
    """Print blocks with the lines that go with every text that leaves the program."""
    article, today = document.article, dt.date.today()  # noqa: DTZ011 - the reader's own day
    if form == "json":
        edition = [*document.edition_lines(), *filter(None, [document.age(today)])]
        head = {"title": title, "edition": edition, "disclaimer": article.disclaimer.short}
        print(json.dumps({**head, "blocks": to_object(blocks)}, ensure_ascii=False, indent=2))
    elif form == "html":
        print(to_html((*blocks, *document.imprint(today)), title, article.language, article.direction), end="")
    else:
        print({"text": to_text, "markdown": to_markdown}[form]((*blocks, *document.imprint(today))), end="")
    return DONE


def export_html(loaded: Loaded, path: Path, leaving: Leaving, numbers: str = "") -> int:
    """Write the HTML edition and say how large it is."""
    from app.core.base.saving import SavingError  # noqa: PLC0415
    from app.core.formats.edition import HtmlEditionError, compose  # noqa: PLC0415 - the other commands need none of it

    document = Document(loaded.article, loaded.short_digest, folder=loaded.figures, numbers=numbers)
    try:
        leaving.check_export(path)  # before the page is made, which takes a while
        page = compose(document, paths.EDITION, dt.date.today(), Indexes(cache_folder()).find(loaded)).encode()  # noqa: DTZ011 - the reader's own day
        leaving.export(path, page)
    except (HtmlEditionError, SavingError) as error:
        complain(str(error))
        return UNREADABLE
    print(f"{path}: {len(page) / 1000:.0f} kB")
    return left_out(document.not_shown)
