"""Made-up texts and articles: no word of a text is lost in silence, and an article goes there and back."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.article.content import Article, Note, Sign, SignGroup, Source, Synonym, Term, UrgentCare
from app.core.files.check import problems
from app.core.texts.lines import UnusableError
from app.core.writing.importing import import_article
from app.core.writing.manuscript import to_manuscript
from tests.core.writing.test_round_trip import TODAY, shown

# --- texts: every word is one of its own, so that each can be looked for ---

KINDS = ("# {}", "## {}", "### {}", "{}", "- {}", "- {}\n  - {}", "1. {}\n2. {}", "> {}", "> [!NOTE] outdated: {}", "> [!PLAIN] {}", "**{}**", "{}?")
KINDS += (
    "| {} | {} |\n|---|---|\n| {} | {} |",
    "![{}](a.png)",
    "[{}](https://x.example/{})",
    "    {}",
    "```\n{}\n```",
    "<div>{}</div>",
    "<!-- {} -->",
    "---",
)
KINDS += ("## Frequently asked questions", "## Sources", "## Glossary", "## Disclaimer", "## About", "## When to call for help", "- {}: {}", "{}\n{}")
KINDS += (
    "### {}?\n\n{}",
    "**{}?** {}",
    "Q: {}?\nA: {}",
    "Last updated: {}",
    "> {}\n>\n> - {}",
    "[{}]: https://y.example/{}",
    "{} {{#{}}}",
    "Author: {}",
)


def filled(kinds: list[str], words: list[int]) -> tuple[str, list[str]]:
    """Return a text with these blocks, each with words that stand nowhere else, and these words."""
    used: list[str] = []
    blocks: list[str] = []
    for number, kind in enumerate(kinds):
        made = [" ".join(f"word{number}q{at}q{more}z" for more in range(words[number % len(words)])) for at in range(kind.count("{}"))]
        used += [word for part in made for word in part.split()]
        blocks.append(kind.format(*made))
    return "\n\n".join(blocks) + "\n", used


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(KINDS), min_size=1, max_size=14), st.lists(st.integers(1, 4), min_size=1, max_size=4), st.sampled_from(["a.md", "a.txt"])
)
def test_every_word_of_a_text_is_placed_or_told(kinds: list[str], words: list[int], name: str) -> None:
    text, used = filled(kinds, words)
    try:
        made = import_article(text.encode(), name, TODAY)
    except UnusableError:
        return
    assert made.faults == ()
    where = made.content.decode() + " ".join(f"{remark.what} {remark.words}" for remark in (*made.unplaced, *made.choices))
    assert [word for word in used if word not in where] == []


# --- articles ---

SIGNS = "*_`[]<>#|~&\\-+.:;()!'\"{}=1%…“”é"
TEXT = st.text(st.sampled_from(f"abcdeABCDE     {SIGNS}"), min_size=1, max_size=40).map(lambda text: " ".join(f"T {text} t".split()))
"""Texts with all signs of Markdown within them; the first and last letter keep them from being a mark of ours, such as {#id}."""

NAMES = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=5, unique=True)
TEXTS = st.lists(TEXT, min_size=0, max_size=2, unique=True).map(tuple)


@st.composite
def articles(draw: Any) -> Article:
    base = import_article(b"# Tea\n\n## Brewing\n\nWater.\n\nUpdated: 2026-01-01\n", "tea.md", TODAY).article
    sources = tuple(
        Source(
            f"S{number:02}",
            f"Short {draw(TEXT)} {number}",
            draw(TEXT),
            draw(TEXT),
            1990 + number,
            None,
            draw(TEXT),
            "part",
        )
        for number in range(draw(st.integers(0, 2)))
    )
    ids = tuple(source.id for source in sources)
    alerts = st.sampled_from([(), ("outdated",), ("safety", "outdated")])
    notes = tuple(
        Note(f"EN{number:02}", draw(TEXT), draw(TEXT), draw(TEXT), dt.date(2026, 2, 1 + number), ids, draw(alerts))
        for number in range(draw(st.integers(0, 3)))
    )
    named = tuple(note.id for note in notes)
    some = st.lists(st.sampled_from(named), max_size=2, unique=True).map(tuple) if named else st.just(())
    first, sections = base.sections[0], []
    for name in draw(NAMES):
        passages = tuple(
            replace(
                first.passages[0],
                id=f"{name}/p{number}",
                kind=draw(st.sampled_from(["paragraph", "item"])),
                text=draw(TEXT),
                plain=draw(TEXT),
                asked=draw(TEXTS),
                notes=draw(some),
            )
            for number in range(draw(st.integers(1, 3)))
        )
        sections.append(replace(first, id=name, title=draw(TEXT), passages=passages))
    box = UrgentCare("urgent-care", draw(TEXT), draw(TEXT), (SignGroup("Call now", "call", (Sign(draw(TEXT), ("word",)),), remark=draw(TEXT)),))
    entry = import_article(b"# T\n\n## FAQ\n\n### Why?\n\nSo.\n", "t.md", TODAY).article.faq.entries[0]
    entries = tuple(
        replace(
            entry, id=f"faq/q{number}", question=f"{draw(TEXT)}?", answer=draw(TEXT), plain=draw(TEXT), notes=draw(some), sections=(sections[0].id,)
        )
        for number in range(draw(st.integers(0, 2)))
    )
    terms = tuple(
        Term(f"glossary/t{number}", draw(TEXT), draw(TEXT), draw(st.booleans()), draw(TEXTS), ids) for number in range(draw(st.integers(0, 2)))
    )
    synonyms = tuple(Synonym(f"word{number}", "related", ("one", "two words"), "lay") for number in range(draw(st.integers(0, 2))))
    return replace(
        base,
        title=draw(TEXT),
        sections=tuple(sections),
        faq=replace(base.faq, title=draw(TEXT), entries=entries),
        notes=notes,
        sources=sources,
        glossary=terms,
        synonyms=synonyms,
        urgent_care=draw(st.sampled_from([None, box])),
        disclaimer=replace(base.disclaimer, text=(draw(TEXT), draw(TEXT)), short=draw(TEXT)),
        about=replace(base.about, title=draw(TEXT), text=(draw(TEXT),), notes=draw(some)),
    )


@settings(max_examples=30, deadline=None)
@given(articles())
def test_a_made_up_article_goes_there_and_back(article: Article) -> None:
    made = import_article(to_manuscript(article).encode(), "a.md", TODAY)
    assert made.article == article
    assert problems(made.content) == ()


@settings(max_examples=20, deadline=None)
@given(articles())
def test_a_made_up_article_that_is_shown_as_markdown_comes_back_with_its_words(article: Article) -> None:
    made = import_article(shown(article), "a.md", TODAY).article
    assert [section.title for section in made.sections] == [section.title for section in article.sections]
    assert [[(one.kind, one.text) for one in section.passages] for section in made.sections] == [
        [(one.kind, one.text) for one in section.passages] for section in article.sections
    ]
    assert [(entry.question, entry.answer) for entry in made.faq.entries] == [(entry.question, entry.answer) for entry in article.faq.entries]


def test_a_text_that_is_only_a_title_is_no_article() -> None:
    with pytest.raises(UnusableError):
        import_article(b"# Tea\n", "a.md", TODAY)


@pytest.mark.parametrize("line", ["Last updated: 31 February 2026", "updated 2026-13-04", "Checked: 45.1.2026", "Actualizado: 30 de febrero de 2026"])
def test_a_date_that_no_calendar_has_is_told_and_is_no_sentence_of_the_article(line: str) -> None:
    made = import_article(f"# Tea\n\n{line}\n\nIt is hot.\n".encode(), "tea.md", TODAY)
    assert [passage.text for passage in made.article.sections[0].passages] == ["It is hot."]
    assert [(remark.line, remark.words) for remark in made.unplaced] == [(3, line)]


def test_articles_whose_titles_have_no_latin_letters_have_ids_of_their_own() -> None:
    made = [import_article(f"# {title}\n\nA text.\n".encode(), "a.md", TODAY) for title in ("استعمال السلم", "السلم", "はしご")]
    assert len({one.article.id for one in made}) == len(made)
    assert not any(problems(one.content) for one in made)
    assert all(any("no id could be made" in remark.what for remark in one.choices) for one in made)
