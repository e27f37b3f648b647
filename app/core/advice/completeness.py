"""Name what a good content file lacks to be a complete article; none of it keeps the article from being read."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from app.core.article.content import Article, FaqEntry, Passage, UrgentCare
from app.core.article.review import changed_since
from app.core.files.check import records
from app.core.files.shape import Problem, in_words
from app.core.language.language import Language
from app.core.search.danger import DangerWords

NAMED = 2
"""Other places that are named where many lack the same."""


def missing(article: Article) -> tuple[str, ...]:
    """Return what is still missing, each with its place, in reading order; empty for a complete article."""
    return tuple(map(str, lacks(article)))


def lacks(article: Article) -> tuple[Problem, ...]:
    """Return the same with the places apart."""
    return tuple(_lacks(article))


def together(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Tell of each place, or of many that lack the same in one line, at the first of them: an article that has no such thing needs no more."""
    grouped: dict[str, list[Problem]] = {}
    for problem in problems:
        grouped.setdefault(problem.what, []).append(problem)
    for what, found in grouped.items():
        others = [in_words(problem.where) for problem in found[1:]]
        more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
        yield replace(found[0], what=f"{what} (also at: {', '.join(others[:NAMED])}{more})") if others else found[0]


def _lacks(article: Article) -> Iterator[Problem]:
    if article.edition.reviewed_by is None:
        yield Problem("edition.reviewed_by", "nobody has reviewed this edition yet")
    elif changed := changed_since(article):
        yield Problem("edition.reviewed_by", f"changed since the review: {', '.join(changed)}")
    if article.urgent_care is None:
        yield Problem("urgent_care", "there is no box that says when to call for help; an article may do without")
    elif not article.urgent_care.all_triggers:
        yield Problem("urgent_care.triggers", "no search shows the box: it has no words to search for")
    else:
        yield from _silent(article, article.urgent_care)
    parts: list[Passage | FaqEntry] = [*(passage for section in article.sections for passage in section.passages), *article.faq.entries]
    yield from (Problem(part.id, "no note is beside it; notes may be left out") for part in parts if not part.notes)
    yield from (Problem(part.id, "there are no words in which people ask for it; asked may be left out") for part in parts if not part.asked)
    if not article.faq.entries:
        yield Problem("faq.entries", "there are no questions and answers; the list may be empty")
    without = [entry.id for entry in article.faq.entries if not entry.sections]
    yield from (Problem(place, "the question belongs to no section; sections may be left out") for place in without)
    yield from loose(msgspec.json.decode(msgspec.json.encode(article)))
    unread = [source.id for source in article.sources if source.read is None]
    yield from (Problem(place, "it does not say how much of the source was read; read may be left out") for place in unread)
    yield from _bare(article)


def _silent(article: Article, urgent: UrgentCare) -> Iterator[Problem]:
    """Find signs that a search in their own words does not bring up."""
    danger = DangerWords(urgent, Language(article.language))
    for number, group in enumerate(urgent.groups):
        for at, sign in enumerate(group.signs):
            if not danger.tells(sign.text):
                yield Problem(f"urgent_care.groups[{number}].signs[{at}].triggers", "a search for the sign's own words does not show the box")


def _bare(article: Article) -> Iterator[Problem]:
    for figure in article.figures:
        if not figure.sources:
            yield Problem(figure.id, "the figure names no source; the list may be empty")
        if not figure.sections:
            yield Problem(figure.id, "the figure belongs to no section; the list may be empty")
    if not article.glossary:
        yield Problem("glossary", "there are no terms; the glossary may be left out")
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
    for note in _listed(data, "notes"):
        if note["id"] not in beside:
            yield Problem(note["id"], "no passage uses this note")
        if note.get("sources") == [] and note.get("alerts"):
            yield Problem(note["id"], "a note that is always open names no source")
    for source in _listed(data, "sources"):
        if source["id"] not in used:
            yield Problem(source["id"], "no note, box, figure or term uses this source")


def _names(value: object) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def _listed(data: Any, group: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    listed = data.get(group) if isinstance(data, dict) else None
    for record in listed if isinstance(listed, list) else ():
        if isinstance(record, dict) and isinstance(record.get("id"), str):
            yield record
