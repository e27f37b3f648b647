"""What the program writes of an article, and what is made of it again."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from app.core.article.content import Article
from app.core.files.loader import load
from app.core.formats.markdown import to_markdown
from app.core.pages.changes import compare
from app.core.pages.document import Document
from app.core.writing.importing import Imported, import_article
from app.core.writing.manuscript import front_matter, to_manuscript
from app.machine import paths
from tests.core.conftest import TEA

TODAY = dt.date(2026, 11, 26)
LANGUAGES = Path(__file__).parents[2] / "articles" / "languages"
ARTICLES = [paths.CONTENT, TEA, *sorted(LANGUAGES.glob("??.json"))]


def again(article: Article, old: Article | None = None) -> Imported:
    return import_article(to_manuscript(article).encode(), "a.md", TODAY, old)


def shown(article: Article) -> bytes:
    document = Document(article, "0123456")
    return f"{front_matter(article)}\n{to_markdown((*document.whole(), *document.imprint(TODAY)))}".encode()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_manuscript_makes_the_same_article_with_nothing_left_over(path: Path) -> None:
    article = load(path).article
    made = again(article)
    assert made.article == replace(article, schema_file=UNSET)
    assert (made.unplaced, made.choices, made.faults) == ((), (), ())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_is_shown_as_markdown_says_what_the_pages_say(path: Path) -> None:
    article = load(path).article
    made = import_article(shown(article), "a.md", TODAY).article
    assert [section.title for section in made.sections] == [section.title for section in article.sections]
    for ours, theirs in zip(made.sections, article.sections, strict=True):
        assert [(one.kind, one.text) for one in ours.passages] == [(one.kind, one.text) for one in theirs.passages]
    assert [(one.question, one.answer) for one in made.faq.entries] == [(one.question, one.answer) for one in article.faq.entries]
    assert {(note.id, note.text, note.checked) for note in made.notes} == {(note.id, note.text, note.checked) for note in article.notes}
    assert made.sources == article.sources
    assert [(term.term, term.meaning, term.in_article, term.sources) for term in made.glossary] == [
        (term.term, term.meaning, term.in_article, term.sources) for term in sorted(article.glossary, key=lambda term: term.term.casefold())
    ]
    assert (made.title, made.id, made.language, made.direction) == (article.title, article.id, article.language, article.direction)
    assert (made.disclaimer.text, made.disclaimer.short, made.about.text) == (article.disclaimer.text, article.disclaimer.short, article.about.text)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_is_shown_as_markdown_keeps_all_else_of_the_edition_it_was_made_from(path: Path) -> None:
    article = load(path).article
    made = import_article(shown(article), "a.md", TODAY, article)
    changes = [change for change in compare(article, made.article) if change.kind != "moved"]
    assert [change.title for change in changes] == []
    assert (made.new, made.gone, made.moved) == ((), (), ())
