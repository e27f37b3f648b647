"""Name what a good content file lacks to be a complete article; none of it keeps the article from being read."""

from collections.abc import Iterator
from typing import Any

import msgspec

from app.core.article.content import Article, FaqEntry, Passage, UrgentCare
from app.core.article.review import changed_since
from app.core.files.check import records
from app.core.files.shape import Problem
from app.core.language.language import Language
from app.core.search.danger import DangerWords

TOGETHER = 3
"""Places at most that are told one by one; more of one kind are told in one line."""


def missing(article: Article) -> tuple[str, ...]:
    """Return what is still missing, each with its place, in reading order; empty for a complete article."""
    return tuple(map(str, lacks(article)))


def lacks(article: Article) -> tuple[Problem, ...]:
    """Return the same with the places apart."""
    return tuple(_lacks(article))


def _lacks(article: Article) -> Iterator[Problem]:
    if article.edition.reviewed_by is None:
        yield Problem("edition.reviewed_by", "nobody has reviewed this edition yet")
    elif changed := changed_since(article):
        yield Problem("edition.reviewed_by", f"changed since the review: {', '.join(changed)}")
    if article.urgent_care is None:
        yield Problem("urgent_care", "there is no box that says when to call for help; it may be left out")
    elif not article.urgent_care.all_triggers:
        yield Problem("urgent_care.triggers", "no search brings the box up")
    else:
        yield from _silent(article, article.urgent_care)
    parts: list[Passage | FaqEntry] = [*(passage for section in article.sections for passage in section.passages), *article.faq.entries]
    yield from _together([part.id for part in parts if not part.notes], "no note stands beside it; notes may be left out")
    yield from _together([part.id for part in parts if not part.asked], "asked has no words in which people ask for it; it may be left out")
    if not article.faq.entries:
        yield Problem("faq.entries", "there are no questions and answers; the list may be empty")
    without = [entry.id for entry in article.faq.entries if not entry.sections]
    yield from _together(without, "the question belongs to no section; sections may be left out")
    yield from loose(msgspec.json.decode(msgspec.json.encode(article)))
    unread = [source.id for source in article.sources if source.read is None]
    yield from _together(unread, "read does not say how much of the source was read; it may be left out")
    yield from _bare(article)


def _together(places: list[str], what: str) -> Iterator[Problem]:
    """Tell of each place, or of many in one line: an article that never has such a thing needs no line for each passage."""
    if len(places) <= TOGETHER:
        yield from (Problem(place, what) for place in places)
    else:
        yield Problem(places[0], f"{what} ({len(places) - 1} other places have the same, such as {places[1]} and {places[2]})")


def _silent(article: Article, urgent: UrgentCare) -> Iterator[Problem]:
    """Find signs that a search in their own words does not bring up."""
    danger = DangerWords(urgent, Language(article.language))
    for number, group in enumerate(urgent.groups):
        for at, sign in enumerate(group.signs):
            if not danger.tells(sign.text):
                yield Problem(f"urgent_care.groups[{number}].signs[{at}].triggers", "the sign's own words do not bring the box up")


def _bare(article: Article) -> Iterator[Problem]:
    for figure in article.figures:
        if not figure.sources:
            yield Problem(figure.id, "the figure names no source; the list may be empty")
        if not figure.sections:
            yield Problem(figure.id, "the figure belongs to no section; the list may be empty")
    if not article.glossary:
        yield Problem("glossary", "there are no terms; it may be left out")
    if not article.synonyms:
        yield Problem("synonyms", "there are no other words for the article's own; they may be left out")


def loose(data: Any) -> Iterator[Problem]:  # noqa: ANN401 - what JSON holds, be it an article or not
    """Find notes that stand beside nothing and sources that nothing rests on, also in data with errors: a wrong reference is often the reason."""
    beside: set[str] = set()
    used: set[str] = set()
    for way, record in records(data):
        if way and way[0] != "provenance":
            beside.update(_names(record.get("notes")))
            used.update((*_names(record.get("sources")), *_names([record.get("source")])))
    for number, note in _listed(data, "notes"):
        if note["id"] not in beside:
            yield Problem(f"notes[{number}].id", f"no passage uses the note {note['id']}")
        if note.get("sources") == [] and note.get("alerts"):
            yield Problem(f"notes[{number}].sources", f"{note['id']} is always open and names no source")
    for number, source in _listed(data, "sources"):
        if source["id"] not in used:
            yield Problem(f"sources[{number}].id", f"no note, box, figure or term uses the source {source['id']}")


def _names(value: object) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def _listed(data: Any, group: str) -> Iterator[tuple[int, dict[str, Any]]]:  # noqa: ANN401
    listed = data.get(group) if isinstance(data, dict) else None
    for number, record in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(record, dict) and isinstance(record.get("id"), str):
            yield number, record
