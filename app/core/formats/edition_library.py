"""Compose the HTML edition of several articles: a page for each, and one page that lists them all. They work from a folder, without a network."""

import base64
import datetime as dt
import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Template

from msgspec import Struct

from app.core.base.html_order import html_in_order
from app.core.base.labels import ENGLISH, Labels
from app.core.formats.edition import POLICY, HtmlEditionError, compose, read_part
from app.core.pages.document import Document
from app.core.search.data import SearchData

INDEX = "index.html"

MOST_FOUND = 2_000_000
"""Characters of titles of sections and questions that the list finds in at most; of a larger library it finds titles and lines."""

NO_NAME = re.compile(r"index|con|prn|aux|nul|(com|lpt)[0-9]")
"""What no page may be called: the list is, and Windows has devices of these names."""


class Bound(Struct, frozen=True):
    """An article that goes into the folder.

    `line` tells in one line what it is about, `searched` are its data for the search, if they were made before.
    """

    document: Document
    line: str = ""
    searched: SearchData | None = None


def page_name(article: str) -> str:
    """Return the name of an article's page, by its id: no two ids have one name, and no system forbids it."""
    name = article.replace("/", "--")  # an id has no two hyphens in a row
    return f"{name}--article.html" if NO_NAME.fullmatch(name) else f"{name}.html"


def pages(articles: Iterable[Bound], parts: Path, today: dt.date, labels: Labels = ENGLISH) -> Iterator[tuple[str, str]]:
    """Give the pages one after the other, each with its file's name, the list last; `parts` is the folder of frames, looks and scripts.

    Raise `HtmlEditionError` when a part is missing or two articles have one id.
    """
    rows: list[tuple[str, str]] = []
    found: list[tuple[str, str, list[tuple[str, str]]]] = []
    names: set[str] = set()
    shorts: dict[str, None] = {}
    size, is_wrong = 0, False
    for bound in articles:
        article = bound.document.article
        name = page_name(article.id)
        if name in names:
            raise HtmlEditionError(f"two articles have the id {article.id}")
        names.add(name)
        shorts[article.disclaimer.short] = None
        is_wrong = is_wrong or today < bound.document.newest()
        yield name, compose(bound.document, parts, today, bound.searched, INDEX)
        places = _places(bound.document)
        size += sum(len(title) for _, title in places)
        rows.append((article.title.casefold(), _row(bound, name, len(found), labels)))
        found.append((f"{article.title} {bound.line}", name, places))
    values = {
        "title": labels.all_articles,
        "skip": labels.skip,
        "short": " · ".join(shorts),
        "find": labels.find_articles,
        "nothing": labels.no_article,
        "made": labels.made_unknown if is_wrong else labels.made.format(date=labels.date(today)),
        "offline": labels.offline_folder,
    }
    if size > MOST_FOUND:
        found = [(words, name, []) for words, name, _ in found]
    yield INDEX, _list([row for _, row in sorted(rows)], found, parts, values)


def _places(document: Document) -> list[tuple[str, str]]:
    article = document.article
    return [
        *((section.id, section.title) for section in article.sections),
        *((entry.id, entry.question) for entry in article.faq.entries),
        *((figure.id, figure.title) for figure in article.figures),
    ]


def _row(bound: Bound, name: str, number: int, labels: Labels) -> str:
    """Return an article's line of the list; its words are in its own language and direction, those of the program are not."""
    document, article = bound.document, bound.document.article
    own = f'lang="{html.escape(article.language)}" dir="{article.direction}"'
    line = f"<p {own}>{html.escape(bound.line)}</p>\n" if bound.line else ""
    told = (labels.date(article.edition.updated), document.review(), labels.language_line.format(language=article.language))
    link = f'<h2><a href="{html.escape(name)}" {own}>{html.escape(article.title)}</a></h2>'
    return f'<li class="one" data-number="{number}">\n{link}\n{line}<p class="imprint">{html.escape(" · ".join(told))}</p>\n</li>'


def _list(rows: Iterable[str], found: object, parts: Path, values: Mapping[str, str]) -> str:
    frame, style, script = (read_part(parts / name) for name in ("library.html", "edition.css", "library.js"))
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":  # nothing in it ends the element
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    made = {name: html.escape(value) for name, value in values.items()}
    policy = POLICY.format(script=base64.b64encode(hashlib.sha256(f"\n{script}".encode()).digest()).decode("ascii"))
    pieces = {"policy": html.escape(policy), "rows": "\n".join(rows), "index": data, "style": style, "script": script}
    return html_in_order(Template(frame).substitute(made, **pieces), mirrored=False)
