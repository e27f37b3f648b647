"""Suggest what could make a draft better: what is hard to read, has no source, has lost a “may” in plain words, or is not answered.

Suggestions are never counted as problems, and nothing of them is put into the text.
"""

from collections.abc import Iterable, Iterator

from app.core.advice import fidelity, readability
from app.core.article.content import Article, FaqEntry, Passage, lead_and_rest
from app.core.drafts.asked import Asked
from app.core.drafts.draft import Draft
from app.core.drafts.lines import Message, json_spots, messages_of
from app.core.files.shape import Problem
from app.core.language.language import Language
from app.core.search.aspects import Aspects, reading_phrases

FEW = 5
"""Suggestions of one kind at most; more of a kind help nobody to begin."""


def suggestions(draft: Draft, others: Iterable[Asked] = ()) -> tuple[Message, ...]:
    """Return what is suggested for a draft, in the order of its lines; empty while its data have not the form of an article.

    `others` are the questions of other articles, such as those of the library.
    """
    if draft.article is None:
        return ()
    spots = draft.spots if draft.spots.by_way or draft.remarks is not None else json_spots(draft.raw)
    return messages_of("suggestion", suggested(draft.article, others), spots)


def suggested(article: Article, others: Iterable[Asked] = ()) -> Iterator[Problem]:
    """Give the suggestions for an article, kind by kind."""
    for kind in (_hard(article), _without_source(article), _lost(article)):
        found = list(kind)
        yield from found[:FEW]
        if len(found) > FEW:
            rest = len(found) - FEW - 1
            yield Problem(found[FEW].where, f"{found[FEW].what} (and {rest} more like this)" if rest else found[FEW].what)
    yield from _not_answered(article, others)


def _parts(article: Article) -> Iterator[tuple[str, Passage | FaqEntry]]:
    for number, section in enumerate(article.sections):
        yield from ((f"sections[{number}].passages[{at}]", passage) for at, passage in enumerate(section.passages))
    yield from ((f"faq.entries[{at}]", entry) for at, entry in enumerate(article.faq.entries))


def _hard(article: Article) -> Iterator[Problem]:
    """Find plain words that are harder than a section's may be, by the grade of Flesch and Kincaid."""
    if not readability.is_measured(article):
        return
    for way, part in _parts(article):
        grade = readability.measure([part.plain]).grade
        if grade > readability.SECTION:
            yield Problem(f"{way}.plain", f"the plain words need {grade:.0f} years of school; better at most {readability.SECTION:.0f}")


def _without_source(article: Article) -> Iterator[Problem]:
    """Find statements beside which no note with a source stands; one line where the article has no such note at all."""
    sourced = {note.id for note in article.notes if note.sources}
    bare = [way for way, part in _parts(article) if not sourced.intersection(part.notes)]
    if not sourced:
        yield Problem("sources", "no statement has a source, because no note names one")
        return
    for way in bare:
        yield Problem(f"{way}.{'answer' if way.startswith('faq') else 'text'}", "this statement has no source")


def _lost(article: Article) -> Iterator[Problem]:
    """Find plain words that have lost a “may”, a number or an issuer of the full text."""
    ways = {part.id: way for way, part in _parts(article)} | {note.id: f"notes[{number}]" for number, note in enumerate(article.notes)}
    yield from (Problem(f"{ways[slip.place]}.plain", slip.what) for slip in fidelity.slips(article))


def _not_answered(article: Article, others: Iterable[Asked]) -> Iterator[Problem]:
    """Find questions of other articles, with a gap for their thing, whose aspect no heading, lead or question of this one tells."""
    known = [other for other in others if other.language == article.language and other.id != article.id]
    if not known:
        return
    language = Language(article.language)
    reading = reading_phrases(language)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            aspects = Aspects(language, end.value)
            break
    told = {aspect for text in _headings(article) for aspect in aspects.in_text(text)}
    open_ones: dict[str, None] = {}
    for question in (question for other in known for question in other.questions):
        asked = set(aspects.in_text(question)) & language.headed.keys()
        if asked and not asked & told:
            open_ones.setdefault(question)
    if open_ones:
        questions = ", ".join(f"“{question}”" for question in list(open_ones)[:FEW])
        yield Problem("faq.entries", f"people ask this of other articles, and nothing here answers it: {questions}")


def _headings(article: Article) -> Iterator[str]:
    for section in article.sections:
        yield section.title
        for passage in section.passages:
            yield lead_and_rest(passage.text)[0] if passage.kind == "item" else ""
            yield from passage.asked
    for entry in article.faq.entries:
        yield from (entry.question, *entry.asked)
