"""Answers of a search, made by hand, so that what is shown and printed does not depend on what is found."""

from collections.abc import Callable

from app.core.article.content import Article
from app.core.article.places import Places
from app.core.base.text import Span, find_all
from app.core.search.results import Covered, Hit, Related, Results

Make = Callable[[Article], Results]


def spans(text: str, *marked: str) -> tuple[Span, ...]:
    return tuple(span for word in marked for span in find_all(text, word))


def passage(article: Article, place: str, *marked: str) -> Hit:
    parts = {part.id: (part.text, part.notes) for section in article.sections for part in section.passages}
    parts |= {entry.id: (entry.answer, entry.notes) for entry in article.faq.entries}
    text, names = parts[place]
    known = Places(article)[place]
    notes = tuple(note for note in article.notes if note.id in names)
    return Hit(place, known.title, known.page_title, text, spans(text, *marked), spans(known.title, *marked), (), notes)


def note(article: Article, name: str, *marked: str) -> Hit:
    known = Places(article)[f"notes/{name}"]
    found = next(note for note in article.notes if note.id == name)
    return Hit(known.id, found.verdict, known.page_title, found.text, spans(found.text, *marked), (), (), (), "note", known.beside)


def term(article: Article, place: str, *marked: str) -> Hit:
    found = next(term for term in article.glossary if term.id == place)
    title = Places(article)[place].page_title
    return Hit(place, found.term, title, found.meaning, spans(found.meaning, *marked), spans(found.term, *marked), (), (), "term")


def by_a_note(article: Article) -> Results:
    """A question that the article does not answer and a note does."""
    return Results(
        "when is the stitch taken out",
        hits=(note(article, "EN29", "stitch", "taken out"),),
        total=1,
        near=(passage(article, "faq/cerclage-timing", "cerclage"), passage(article, "treatment-and-management/cerclage", "cerclage")),
        missing=("taken out",),
        covered=(Covered("stitch", "cerclage"),),
        terms=frozenset({"stitch", "taken", "out"}),
    )


def by_nothing(article: Article) -> Results:
    """A question that nothing answers, corrected, with a danger sign, and advice that is outdated among what stands near."""
    return Results(
        "success rate of bed rest with a gsh",
        near=(passage(article, "treatment-and-management/bed-rest", "rest"), passage(article, "faq/treatment", "rest")),
        missing=("success rate", "<b>", "gush"),
        covered=(Covered("bed rest"), Covered("stitch", "cerclage")),
        headings=("treatment-and-management", "faq/treatment"),
        related=(Related("glossary/bed-rest", "Bed rest"),),
        urgent=True,
        corrected="success rate of bed rest with a gush",
    )


def by_a_meaning(article: Article) -> Results:
    """A question for a word that only the glossary explains."""
    return Results(
        "what does effacement mean",
        hits=(term(article, "glossary/effacement", "effacement"),),
        total=1,
        covered=(Covered("effacement"),),
        related=(Related("glossary/effacement", "Effacement"),),
    )


def far_away() -> Results:
    """A question about something else, with nothing near."""
    return Results("diabetes insulin", missing=("diabetes", "insulin"), headings=("overview", "faq"))


def by_the_article(article: Article) -> Results:
    """A question that the article answers, and a note and the glossary say something on too."""
    return Results(
        "cerclage",
        hits=(
            passage(article, "treatment-and-management/cerclage", "cerclage"),
            passage(article, "faq/what-is-cerclage", "cerclage"),
            note(article, "EN29", "stitch"),
            term(article, "glossary/cerclage", "cerclage"),
        ),
        total=4,
        is_answered=True,
        terms=frozenset({"cerclage", "stitch"}),
    )
