"""Tell what could be better in the texts of a content file: slips that only a reader would see. None of it keeps an article from being read."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from app.core.article.content import Article
from app.core.article.terms import forms_of, pattern_of
from app.core.base.text import fold, words
from app.core.files.check import Way, records, way_text
from app.core.files.shape import Problem, parse, shown
from app.core.language.codes import better_code, is_read_from_the_right
from app.core.language.language import Language

DOUBLED = re.compile(r"\b(\w++)\s++\1\b")
DOUBLED_ON_PURPOSE = frozenset({"had", "that"})

SEARCHED = frozenset({"asked", "triggers", "unlike", "variants", "forms", "id", "address", "file", "$schema"})
"""Fields that are not shown as text: patterns of words, and addresses."""

MARKUP = re.compile(
    r"(?P<html></?(?:a|b|big|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|td|th|tr|u|ul)"
    r"(?:\s+[\w-]+\s*=[^<>]*)?\s*/?>|&(?:\#\d+|\#x[0-9a-f]+|[a-z]{2,8}\d?);)"
    r"|(?P<markdown>^\#{1,6}\s|^[-*+>]\s|\*\*(?=\S)|(?<!\w)__(?=\w)|(?<![\w*])\*\w[^*]*\w\*(?![\w*])|`[^`]+`|!?\[[^\]]+\]\([^)\s]+\))",
    re.IGNORECASE,
)
NAMES = {"html": "HTML", "markdown": "Markdown"}


def slips_in(raw: bytes, article: Article | None) -> tuple[Problem, ...]:
    """Return what could be better in a content file, in reading order; `article` is what the file holds, None where it has an error.

    Words that nothing uses are looked for in a good file only, since an error may hide what uses them.
    """
    data, problem = parse(raw)
    try:
        found = () if problem else (*_of_language(data), *_of_texts(data, may_double=_may_double(raw)))
    except RecursionError:  # the error has been told
        return ()
    return (*found, *_unused_words(article)) if article is not None else found


def _of_language(data: Any) -> Iterator[Problem]:  # noqa: ANN401
    tag = data.get("language") if isinstance(data, dict) else None
    if not isinstance(tag, str):
        return
    if better := better_code(tag):
        yield Problem("language", better)
    if is_read_from_the_right(tag) and data.get("direction") == "ltr":
        yield Problem("direction", f'this language is read from the right, so this should be "rtl", not {shown("ltr")}')


def _may_double(raw: bytes) -> bool:
    """Return whether a word can be doubled anywhere in a file: most files hold none, and need not be looked at text by text."""
    return rb"\u" in raw or DOUBLED.search(raw.decode("utf-8-sig").lower()) is not None


def _of_texts(data: Any, *, may_double: bool) -> Iterator[Problem]:  # noqa: ANN401
    """Find markup, which would be shown as it stands, and doubled words: these only in English, since other languages double some words rightly."""
    is_english = may_double and isinstance(data, dict) and str(data.get("language", "")).lower().startswith("en")
    for way, name, text in texts_in(data):
        if name in SEARCHED and not is_english:
            continue
        found = MARKUP.search(text) if name not in SEARCHED else None
        if found is not None and found.lastgroup is not None:
            yield Problem(way_text(way), f"has a sign of {NAMES[found.lastgroup]} in it, and readers will see it: {shown(found[0])}")
        for double in DOUBLED.finditer(text.lower()) if is_english else ():
            if double[1] not in DOUBLED_ON_PURPOSE and not double[1].isdigit():
                yield Problem(way_text(way), f"a word is written twice: {shown(text[double.start() : double.end()])}")


def texts_in(data: Any) -> Iterator[tuple[Way, str, str]]:  # noqa: ANN401
    """Give every text with the way to it and the name of its field."""
    for way, record in records(data):
        for name, value in record.items():
            if isinstance(value, str):
                yield (*way, name), name, value
            elif isinstance(value, list):
                yield from (((*way, name, number), name, text) for number, text in enumerate(value) if isinstance(text, str))


# --- words that nothing uses ---


@cache
def _language(tag: str) -> Language:
    """Return one language for all files of a call; a call has files of few languages."""
    return Language(tag)


def _unused_words(article: Article) -> Iterator[Problem]:
    """Find other words for a word that the article does not have, and terms of the glossary that no statement uses."""
    language = _language(article.language)
    typed = set(" ".join(_shown_texts(article)).split())
    known = {language.key(word.folded) for token in typed for word in words(token)}
    for number, synonym in enumerate(article.synonyms):
        if synonym.relation != "caution" and not set(language.keys(synonym.term)) <= known:
            yield Problem(f"synonyms[{number}].term", f"no text has the word {shown(synonym.term)}, so these words find nothing")
    statements = fold("\n".join(_statements(article)))
    for number, term in enumerate(article.glossary):
        pattern = pattern_of(forms_of(term))
        if term.in_article and not (pattern and pattern.search(statements)):
            yield Problem(f"glossary[{number}].in_article", f"no statement uses {shown(term.term)} or one of its forms, so no text leads to it")


def _statements(article: Article) -> Iterator[str]:
    for section in article.sections:
        for passage in section.passages:
            yield from (passage.text, passage.plain)
    for entry in article.faq.entries:
        yield from (entry.question, entry.answer, entry.plain)
    yield from (*article.about.text, *article.disclaimer.text)


def _shown_texts(article: Article) -> Iterator[str]:
    """Give every text in which a search can find a word."""
    yield from _statements(article)
    for section in article.sections:
        yield section.title
        yield from (asked for passage in section.passages for asked in passage.asked)
    yield from (*article.about.asked, *article.disclaimer.asked, *article.faq.asked)
    yield from (asked for entry in article.faq.entries for asked in entry.asked)
    yield from (article.title, article.about.title, article.disclaimer.title, article.faq.title)
    for note in article.notes:
        yield from (note.verdict, note.text, note.plain)
    for figure in article.figures:
        yield from (figure.title, figure.alt)
    for term in article.glossary:
        yield from (term.term, term.meaning, *term.forms)
    if (box := article.urgent_care) is not None:
        yield from (box.title, box.text, *(line.whole for line in box.told_remarks))
        for group in box.told:
            yield from (group.title, group.who, group.remark, *(sign.whole for sign in group.signs))
