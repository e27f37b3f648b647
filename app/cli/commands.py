"""The commands that print and need no window: search, show, diff."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.cli.reading import read_article
from app.core.article.places import NOTES, Places, read_address
from app.core.base.labels import ENGLISH, Labels
from app.core.base.text import ended
from app.core.files.indexes import Indexes
from app.core.files.leaving import Leaving, leaving_under
from app.core.files.loader import Loaded, UnreadableError, load
from app.core.files.own_files import cache_folder
from app.core.files.policy import PolicyFile
from app.core.formats.html import to_html
from app.core.formats.markdown import to_markdown
from app.core.formats.objects import to_object
from app.core.formats.plain_text import to_text
from app.core.pages.blocks import Blocks
from app.core.pages.changes import compare, to_blocks
from app.core.pages.document import Document
from app.core.search.engine import SearchIndex
from app.core.search.results import Hit, Results
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
        if options.words == ["-"] and sys.stdin is None:
            complain("there is no standard input to read queries from")
            return UNREADABLE
        queries = (line.rstrip("\r\n") for line in sys.stdin) if options.words == ["-"] else [" ".join(options.words)]
        return search(loaded, queries, options.limit, numbers, as_json=options.json)
    if options.command == "review-record":
        return review_record(loaded, options)
    leaving, exports = leaving_under(policy_file, loaded), options.command == "export-html"
    if exports and options.all:
        from app.cli.shelf import export_all, shelf_of  # noqa: PLC0415 - the other commands need no library

        return export_all(loaded, options.file, leaving, shelf_of(policy_file, named=options.library), numbers)
    return export_html(loaded, options.file, leaving, numbers) if exports else show_address(loaded, options, policy_file)


def show_address(loaded: Loaded, options: argparse.Namespace, policy_file: PolicyFile) -> int:
    """Print a place of the article, or, where the address names another one, of that one."""
    place, address = options.place, read_address(options.place or "")
    if address.article:
        place = address.place or None
        if address.article != loaded.article.id:
            loaded = _of_library(address.article, policy_file, options.library)
    return show(loaded, place, options.format, policy_file.policy.clinic.numbers)


def _of_library(article: str, policy_file: PolicyFile, folder: Path | None) -> Loaded:
    """Return another article of the library; raise `UnreadableError` where there is none of this id."""
    from app.cli.shelf import shelf_of  # noqa: PLC0415 - the other commands need no library

    way = shelf_of(policy_file, named=folder).way_to(article)
    if way is None:
        raise UnreadableError(f"there is no article {article!r} in the library; `library list` prints the ids of all")
    return way()


def review_record(loaded: Loaded, options: argparse.Namespace) -> int:
    """Print the record of a review as it is put into the content file."""
    from app.core.article import review  # noqa: PLC0415 - the other commands need it only where there is a review

    try:
        record = review.make_record(loaded.article, options.name, options.role, options.date, options.sheet, dt.date.today())  # noqa: DTZ011
    except review.RecordError as error:
        complain(f"no record is made: {error}")
        return UNREADABLE
    print(review.as_json(record))
    return DONE


def search(loaded: Loaded, queries: Iterable[str], limit: int, numbers: str = "", *, as_json: bool) -> int:
    """Print what answers each query, or what stands nearest; no answer is no error."""
    index = SearchIndex(loaded.article, data=Indexes(cache_folder()).find(loaded))
    document, places = Document(loaded.article, loaded.short_digest, numbers=numbers), Places(loaded.article)
    imprint = imprint_of(document)
    for query in queries:
        results = index.search(query, limit)
        print(json.dumps(as_object(results, imprint, numbers), ensure_ascii=False) if as_json else as_lines(results, document, places))
    if not as_json:
        print(imprint)
    return DONE


def imprint_of(document: Document) -> str:
    """Return the line that goes with every text that leaves the program."""
    return to_text(document.imprint(dt.date.today())[1:]).strip()  # noqa: DTZ011 - the reader's own day


def as_object(results: Results, imprint: str, numbers: str = "") -> dict[str, object]:
    """Return the form of one query's answer that `search --json` prints; the clinic's numbers go with the danger box."""
    return {
        "query": results.query,
        "results": [_hit_object(hit, numbers) for hit in results.hits],
        "nearest": [{"id": hit.place, "title": hit.title, "snippet": hit.snippet, "notes": _note_objects(hit)} for hit in results.near],
        "missing": list(results.missing),
        "related": [{"id": related.place, "title": related.title} for related in results.related],
        "urgent": results.urgent,
        "no_match": results.no_match,
        "corrected": results.corrected,
        "imprint": imprint,
    }


def _hit_object(hit: Hit, numbers: str) -> dict[str, object]:
    """Return one result; an evidence note says which passage it stands beside, the danger box the clinic's numbers if there are any."""
    made: dict[str, object] = {"id": hit.place, "kind": hit.kind, "title": hit.title, "section": hit.section, "snippet": hit.snippet}
    made |= {"why": list(hit.why), "notes": _note_objects(hit)}
    if hit.kind == "urgent" and numbers:
        made["numbers"] = numbers
    return made | {"beside": hit.beside} if hit.kind == "note" else made


def _note_objects(hit: Hit) -> list[dict[str, str]]:
    return [{"id": note.id, "verdict": note.verdict, "text": note.text} for note in hit.notes]


def as_lines(results: Results, document: Document, places: Places) -> str:
    """Return one query's answer for a person to read.

    The urgent line comes first when the query names a danger sign. Notes with an alert stand before their statement, the others after it.
    """
    urgent, labels = document.article.urgent_care, document.labels
    is_refused = not results.is_answered and bool(results.query.strip())
    lines = [f"{urgent.line} [{urgent.id}]"] if results.urgent and urgent else []
    if is_refused:
        lines.append(f"{labels.not_said.rstrip('.')}: {results.query}")
    if results.corrected:
        lines.append(f"{'Searched' if is_refused else 'Showing results'} for: {results.corrected}")
    if is_refused:
        lines += _coverage(results, labels)
    elif results.also:
        lines.append(labels.also_searched.format(words=", ".join(results.also)))
    for hit in results.hits:
        lines += _passage_lines(hit) if hit.kind == "passage" else _aside_lines(hit, document, places)
    if results.near:
        lines.append(f"{ended(labels.nearest)} {labels.nearest_lead}")
        lines += [f"  {line}" for hit in results.near for line in _passage_lines(hit)]
    lines += _related(results)
    if results.headings:
        lines += [f"{labels.nearest_headings}:", *(f"  {places[place].title}  [{place}]" for place in results.headings)]
    return "\n".join(lines) + "\n"


def _coverage(results: Results, labels: Labels) -> Iterator[str]:
    """Give the lines that say which words of a query are not covered and which are; none where the note or meaning that follows says it all."""
    if results.hits and not results.missing:
        return
    if results.missing:
        missing = ", ".join(f"“{word}”" for word in results.missing)
        yield f"{labels.not_covered} {missing if results.hits else labels.nor_in_a_note.format(words=missing)}"
    if results.covered:
        covered = (labels.covered_as.format(typed=one.typed, term=one.term) if one.term else f"“{one.typed}”" for one in results.covered)
        yield f"{labels.covered} {', '.join(covered)}"


def _passage_lines(hit: Hit) -> Iterator[str]:
    yield f"{hit.title}  [{hit.place}]"
    yield from (f"  ! {ended(note.verdict)} {note.text} ({note.id})" for note in hit.notes if note.alerts)
    yield f"  {hit.snippet}"
    yield from (f"  * {ended(note.verdict)} {note.text} ({note.id})" for note in hit.notes if not note.alerts)


def _aside_lines(hit: Hit, document: Document, places: Places) -> Iterator[str]:
    """Give the lines of an evidence note, a glossary meaning or the danger box, under the label that says it is no part of the article."""
    labels = document.labels
    if hit.kind == "urgent":
        yield f"{labels.from_box}  [{hit.place}]"
        yield from (f"  {line}" for line in f"{hit.title}. {hit.snippet}".split("\n"))
        yield from [f"  {labels.numbers}: {document.numbers}"] * bool(document.numbers)
        return
    if hit.kind == "term":
        yield f"{labels.from_glossary}  [{hit.place}]"
        yield f"  {hit.title}: {hit.snippet}"
        return
    yield f"{labels.from_note}  [{hit.place}]"
    yield f"  {ended(hit.title)} {hit.snippet}"
    yield f"  {''.join(run.text for run in document.note(hit.place.removeprefix(f'{NOTES}/')).details)}"
    yield f"  {labels.stands_beside.format(place=places[hit.beside].title)}  [{hit.beside}]"


def _related(results: Results) -> list[str]:
    shown = {hit.place for hit in results.hits}
    related = [f"  {one.title}  [{one.place}]" for one in results.related if one.place not in shown]
    return ["Also in this reference:", *related] if related else []


def show(loaded: Loaded, place: str | None, form: str, numbers: str = "") -> int:
    """Print the whole article or one place of it, with its notes."""
    article = loaded.article
    if form == "manuscript":
        from app.core.writing.manuscript import to_manuscript  # noqa: PLC0415 - the other forms need none of it

        if place is not None:
            complain("the form manuscript is of the whole article; leave out the place")
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
