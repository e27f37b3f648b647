"""Texts that are joined keep the marks at their ends, in every output: never "?." or ".."."""

import datetime as dt
import html
import re

import pytest

from app.cli import commands
from app.core.article.places import Places
from app.core.base.steps import at_once
from app.core.base.text import ended, sentences_of
from app.core.formats.edition import compose
from app.core.formats.html import to_html
from app.core.formats.markdown import to_markdown
from app.core.formats.objects import to_object
from app.core.formats.plain_text import to_text
from app.core.handout import handout, review_html, review_sheet
from app.core.pages.citation import cite, vancouver
from app.core.pages.document import Document
from app.core.search.data import making_search
from app.core.search.engine import SearchIndex
from app.core.teaching.quiz import make_cards, to_tab_separated
from app.machine import paths

DAY = dt.date(2026, 11, 26)
SHOWN = frozenset({"title", "text", "plain", "verdict", "label", "meaning", "question", "answer", "short", "who", "remark", "stated", "alt", "term"})
TWO_MARKS = re.compile(r"[.?!…]”?\.(?!\.)|(?<!\.)\.[?!…]|:\.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Scalded", "Scalded."),
        ("Scalded?", "Scalded?"),
        ("Scalded!", "Scalded!"),
        ("Scalded.", "Scalded."),
        ("and so on…", "and so on…"),
        ("Call when:", "Call when:"),
        ("He asked “why?”", "He asked “why?”"),
        ("(Stop.)", "(Stop.)"),
        ("about 3 (or 4)", "about 3 (or 4)."),
        ("هل هو حار؟", "هل هو حار؟"),
        ("熱い。", "熱い。"),
        ("", ""),
    ],
)
def test_a_text_gets_a_full_stop_where_it_has_no_mark(text, told):
    assert ended(text) == told


def test_sentences_are_joined_without_the_empty_ones():
    assert sentences_of("Scalded?", "", "Cool it at once") == "Scalded? Cool it at once."


def marked(value, mark, name=""):
    """Return data in which every text that is shown ends with a mark."""
    if isinstance(value, dict):
        return {key: marked(part, mark, key) for key, part in value.items() if key != "lead"}
    if isinstance(value, list):
        return [marked(part, mark, name) for part in value]
    return f"{value.rstrip('.:?!')}{mark}" if isinstance(value, str) and name in SHOWN else value


def outputs(article):
    document = Document(article, "0000000", folder=(paths.CONTENT.parent,))
    whole = (*document.whole(), *document.imprint(DAY))
    yield "text", to_text(whole)
    yield "markdown", to_markdown(whole).replace("\\", "").replace("*", "")
    yield "html", html.unescape(re.sub("<[^>]*>", "", to_html(whole, article.title, "en", "ltr")))
    yield "json", "\n".join(strings(to_object(whole)))
    searched = at_once(making_search(article))
    page = compose(document, paths.EDITION, DAY, searched)
    yield "edition", html.unescape(re.sub("<[^>]*>", "", re.sub(r"(?s)<(script|style).*?</\1>", "", page)))
    for plain in (True, False):
        made = handout.compose(document, handout.Choice(handout.usual_places(article), plain=plain), DAY)
        yield "hand-out", "\n".join((handout.written(made, ".txt"), *made.footer))
    sheet = review_sheet.compose(document, DAY, "A4")
    yield "review sheet", html.unescape(re.sub("<[^>]*>", "", re.sub(r"(?s)<style.*?</style>", "", review_html.to_html(sheet))))
    cards = make_cards(document)
    yield "cards", to_tab_separated(cards, document)
    yield "spoken cards", "\n".join(card.spoken for card in cards)
    yield "citation", cite(document) + vancouver(document)
    index, places = SearchIndex(article, data=searched), Places(article)
    for query in ("water", "boil", "scald blisters", "banana", "cervix", "bleeding"):
        yield f"search {query}", commands.as_lines(index.search(query, 5), document, places)
    if article.urgent_care is not None:
        yield "line", article.urgent_care.line


def strings(value):
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize(("form", "mark"), [("raw", "?"), ("raw", "."), ("raw", "…"), ("full", "!")])
def test_no_output_has_two_marks_in_a_row(request, article_of, form, mark):
    """`raw` has groups of signs and time lines, `full` the older form of the box."""
    for name, words in outputs(article_of(marked(request.getfixturevalue(form), mark))):
        found = TWO_MARKS.search(words)
        assert found is None, (name, words[max(0, found.start() - 60) : found.end() + 20])
