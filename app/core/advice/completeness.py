"""Name what a good content file lacks to be a complete article; none of it keeps the article from being read."""

from collections.abc import Iterator

from app.core.article.content import Article, UrgentCare
from app.core.article.review import changed_since
from app.core.language.language import Language
from app.core.search.danger import DangerWords


def missing(article: Article) -> tuple[str, ...]:
    """Return what is still missing, each with its place, in reading order; empty for a complete article."""
    return tuple(_missing(article))


def _missing(article: Article) -> Iterator[str]:
    if article.edition.reviewed_by is None:
        yield "edition.reviewed_by: nobody has reviewed this edition yet"
    elif changed := changed_since(article):
        yield f"edition.reviewed_by: changed since the review: {', '.join(changed)}"
    if article.urgent_care is None:
        yield "urgent_care: there is no box that says when to call for help; it may be left out"
    elif not article.urgent_care.all_triggers:
        yield "urgent_care.triggers: no search brings the box up"
    else:
        yield from _silent(article, article.urgent_care)
    for section in article.sections:
        for passage in section.passages:
            yield from _unanswerable(passage.id, has_notes=bool(passage.notes), has_asked=bool(passage.asked))
    if not article.faq.entries:
        yield "faq.entries: there are no questions and answers; the list may be empty"
    for entry in article.faq.entries:
        yield from _unanswerable(entry.id, has_notes=bool(entry.notes), has_asked=bool(entry.asked))
        if not entry.sections:
            yield f"{entry.id}: the question belongs to no section; sections may be left out"
    yield from _unused(article)
    yield from _bare(article)


def _silent(article: Article, urgent: UrgentCare) -> Iterator[str]:
    """Find signs that a search in their own words does not bring up."""
    danger = DangerWords(urgent, Language(article.language))
    for number, group in enumerate(urgent.groups):
        for at, sign in enumerate(group.signs):
            if not danger.tells(sign.text):
                yield f"urgent_care.groups[{number}].signs[{at}].triggers: the sign's own words do not bring the box up"


def _bare(article: Article) -> Iterator[str]:
    for figure in article.figures:
        if not figure.sources:
            yield f"{figure.id}: the figure names no source; the list may be empty"
        if not figure.sections:
            yield f"{figure.id}: the figure belongs to no section; the list may be empty"
    if not article.glossary:
        yield "glossary: there are no terms; it may be left out"
    if not article.synonyms:
        yield "synonyms: there are no other words for the article's own; they may be left out"


def _unanswerable(place: str, *, has_notes: bool, has_asked: bool) -> Iterator[str]:
    if not has_notes:
        yield f"{place}: no note stands beside it; notes may be left out"
    if not has_asked:
        yield f"{place}: asked has no words in which people ask for it; it may be left out"


def _unused(article: Article) -> Iterator[str]:
    """Find notes that stand beside nothing and sources that nothing rests on."""
    beside = {name for section in article.sections for passage in section.passages for name in passage.notes}
    beside |= {name for entry in article.faq.entries for name in entry.notes} | set(article.about.notes)
    for note in article.notes:
        if note.id not in beside:
            yield f"{note.id}: no passage uses this note"
        if not note.sources and note.alerts:
            yield f"{note.id}: a note that is always open names no source"
    used = {name for note in article.notes for name in note.sources}
    used |= {name for figure in article.figures for name in figure.sources} | {name for term in article.glossary for name in term.sources}
    used |= set(article.urgent_care.all_sources) if article.urgent_care else set()
    used |= {bar.source for figure in article.figures if figure.timeline for bar in figure.timeline.bars if bar.source}
    for source in article.sources:
        if source.id not in used:
            yield f"{source.id}: no note, box, figure or term uses this source"
        if source.read is None:
            yield f"{source.id}: read does not say how much of the source was read; it may be left out"
