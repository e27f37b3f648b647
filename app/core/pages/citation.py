"""Say where words come from: one plain line, or a citation in the style of Vancouver."""

import datetime as dt

from app.core.base.text import sentences_of
from app.core.pages.document import Document


def cite(document: Document, title: str = "") -> str:
    """Return the line that goes with copied words: reference, place, article's date and content, review, and that it is no advice."""
    article, labels = document.article, document.labels
    edition = labels.edition_line.format(date=labels.date(article.edition.updated), digest=document.digest)
    names = article.title if title in {"", article.title} else f"{article.title}: {title}"
    return sentences_of(names, edition, document.review(), article.disclaimer.short)


def vancouver(document: Document, title: str = "") -> str:
    """Return a citation as in the style of Vancouver (ICMJE). Title first where the source names no author; no address, since it is used offline."""
    article, labels = document.article, document.labels
    author = article.provenance.author.stated
    checked = f"{labels.evidence_checked} {_day(document, article.edition.checked)}"
    return sentences_of(
        author or "",
        f"{article.title} {labels.offline_reference}",
        f"{labels.updated} {_day(document, article.edition.updated)} [{labels.content} {document.digest}; {checked}]",
        f"{labels.cited_section}: {title}" if title else "",
        document.review(),
        "" if author else labels.no_author,
    )


def _day(document: Document, day: dt.date) -> str:
    return f"{day.year} {document.labels.months[day.month - 1][:3]} {day.day}"
