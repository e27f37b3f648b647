"""What a search prints: an answer as JSON and as lines for a person, of one article or of many."""

import datetime as dt
from collections.abc import Iterator, Sequence

from app.core.article.places import NOTES, Places
from app.core.base.labels import Labels
from app.core.base.text import ended
from app.core.formats.plain_text import to_text
from app.core.pages.document import Document
from app.core.search.results import Hit, Results


def imprint_of(document: Document) -> str:
    """Return the line that goes with every text that leaves the program."""
    return to_text(document.imprint(dt.date.today())[1:]).strip()  # noqa: DTZ011 - the reader's own day


def as_object(results: Results, imprint: str, numbers: str = "", *, of: Sequence[str] = (), nearest: str = "") -> dict[str, object]:
    """Return the form of one query's answer that `search --json` prints; the clinic's numbers go with the danger box.

    `of` are the articles of the results, and `nearest` that of the nearest passages, where the answer tells them.
    """
    made: dict[str, object] = {
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
    if of or nearest:
        listed = [_hit_object(hit, numbers) | {"article": article} for hit, article in zip(results.hits, of, strict=True)]
        made |= {"results": listed, "nearest_in": nearest}
    return made


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
    lines = [f"{urgent.line} [{urgent.id}]"] if results.urgent and urgent else []
    lines += opening_lines(results, labels, labels.not_said.rstrip("."))
    for hit in results.hits:
        lines += hit_lines(hit, document, places)
    lines += closing_lines(results, labels, places)
    return "\n".join(lines) + "\n"


def opening_lines(results: Results, labels: Labels, not_said: str) -> Iterator[str]:
    """Give the lines before the results: whether they answer, and what was searched for in the place of what was typed."""
    is_refused = not results.is_answered and bool(results.query.strip())
    if is_refused:
        yield f"{not_said}: {results.query}"
    if results.corrected:
        yield f"{'Searched' if is_refused else 'Showing results'} for: {results.corrected}"
    if is_refused:
        yield from _coverage(results, labels)
    elif results.also:
        yield labels.also_searched.format(words=", ".join(results.also))


def hit_lines(hit: Hit, document: Document, places: Places, of: str = "") -> Iterator[str]:
    """Give the lines of one result; `of` is the beginning of addresses that name the article."""
    return _passage_lines(hit, of) if hit.kind == "passage" else _aside_lines(hit, document, places, of)


def closing_lines(results: Results, labels: Labels, places: Places, of: str = "") -> Iterator[str]:
    """Give the lines after the results: what stands nearest and what else there is."""
    if results.near:
        yield f"{ended(labels.nearest)} {labels.nearest_lead}"
        yield from (f"  {line}" for hit in results.near for line in _passage_lines(hit, of))
    yield from _related(results, of)
    if results.headings:
        yield f"{labels.nearest_headings}:"
        yield from (f"  {places[place].title}  [{of}{place}]" for place in results.headings)


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


def _passage_lines(hit: Hit, of: str) -> Iterator[str]:
    yield f"{hit.title}  [{of}{hit.place}]"
    yield from (f"  ! {ended(note.verdict)} {note.text} ({note.id})" for note in hit.notes if note.alerts)
    yield f"  {hit.snippet}"
    yield from (f"  * {ended(note.verdict)} {note.text} ({note.id})" for note in hit.notes if not note.alerts)


def _aside_lines(hit: Hit, document: Document, places: Places, of: str) -> Iterator[str]:
    """Give the lines of an evidence note, a glossary meaning or the danger box, under the label that says it is no part of the article."""
    labels = document.labels
    if hit.kind == "urgent":
        yield f"{labels.from_box}  [{of}{hit.place}]"
        yield from (f"  {line}" for line in f"{hit.title}. {hit.snippet}".split("\n"))
        yield from [f"  {labels.numbers}: {document.numbers}"] * bool(document.numbers)
        return
    if hit.kind == "term":
        yield f"{labels.from_glossary}  [{of}{hit.place}]"
        yield f"  {hit.title}: {hit.snippet}"
        return
    yield f"{labels.from_note}  [{of}{hit.place}]"
    yield f"  {ended(hit.title)} {hit.snippet}"
    yield f"  {''.join(run.text for run in document.note(hit.place.removeprefix(f'{NOTES}/')).details)}"
    yield f"  {labels.stands_beside.format(place=places[hit.beside].title)}  [{of}{hit.beside}]"


def _related(results: Results, of: str) -> list[str]:
    shown = {hit.place for hit in results.hits}
    related = [f"  {one.title}  [{of}{one.place}]" for one in results.related if one.place not in shown]
    return ["Also in this reference:", *related] if related else []
