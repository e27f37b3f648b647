"""The forms of a glossary term that are marked in the text."""

import re
from collections.abc import Iterable

from app.core.article.content import Term
from app.core.base.text import fold

IN_BRACKETS = re.compile(r"\s*\(.*\)$")


def forms_of(term: Term) -> tuple[str, ...]:
    """Return the folded forms of a term, without what stands in brackets."""
    return tuple(filter(None, map(fold, (IN_BRACKETS.sub("", term.term), *term.forms))))


def pattern_of(forms: Iterable[str]) -> re.Pattern[str] | None:
    """Return the pattern that finds forms as whole words in a folded text, the longest first; None where there are none."""
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b") if longest_first else None
