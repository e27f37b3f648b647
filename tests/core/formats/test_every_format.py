import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.article.content import BoxGroup, BoxText
from app.core.article.places import Places
from app.core.base.text import sentences_of
from app.core.formats.html import to_html
from app.core.formats.markdown import to_markdown
from app.core.formats.objects import to_object
from app.core.formats.plain_text import to_text
from app.core.pages.blocks import Blocks, Divider, Drawing, Heading, Item, Links, Notes, NoteText, Paragraph, Run, UrgentBox
from app.core.pages.document import Document

HOSTILE = '<script>alert("x")</script> & <img src="file:///etc/passwd"> <b>bold</b> [link](https://example.org) `code` *star* _under_ &amp;'

NOTE = NoteText("EN1", "Outdated", "It does not help.", (Run("EN1 · Sources: "), Run("A 2014", target="sources/S1")))

EVERY_KIND: Blocks = (
    Paragraph((Run("Place line"),), quiet=True),
    Heading("Title", 1, "page"),
    Paragraph((Run("A paragraph."),), "page/paragraph"),
    Item((Run("Lead", strong=True), Run(": one")), "page/one"),
    Item((Run("two"),), "page/two"),
    Notes("Evidence note", "Not part of the article", (NOTE,), "page/two"),
    Item((Run("three"),), "page/three"),
    Heading("More", 2),
    Divider(),
    Links((Run("Next", target="other"), Run("After that", target="third"))),
)


class Reader(HTMLParser):
    """Gathers the elements, the attributes and the text of a page as a browser would see them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


@pytest.fixture
def hostile(raw, article_of) -> Document:
    """An article in which every kind of text holds markup."""
    raw["title"] = raw["about"]["title"] = raw["disclaimer"]["title"] = HOSTILE
    raw["sections"][0]["title"] = raw["sections"][0]["passages"][0]["text"] = HOSTILE
    raw["sections"][1]["passages"][1]["text"] = f"<i>Lead</i>: {HOSTILE}"
    raw["faq"]["entries"][0]["question"] = raw["faq"]["entries"][0]["answer"] = HOSTILE
    raw["notes"][0]["verdict"] = raw["notes"][0]["text"] = HOSTILE
    raw["figures"] = raw["figures"][:1]
    raw["figures"][0]["title"] = raw["glossary"][0]["term"] = raw["glossary"][0]["meaning"] = HOSTILE
    box = raw["urgent_care"]
    box["title"] = box["groups"][0]["title"] = box["groups"][1]["who"] = box["groups"][1]["remark"] = HOSTILE
    box["groups"][0]["signs"][0] = {"text": HOSTILE, "lead": HOSTILE[:40], "triggers": ["x"]}
    box["remarks"][0] = {"text": HOSTILE}
    raw["provenance"]["inconsistencies"][0]["text"] = raw["provenance"]["left_out"][0] = raw["provenance"]["author"]["stated"] = HOSTILE
    raw["sources"][0]["short"] = raw["sources"][0]["title"] = raw["sources"][0]["address"] = HOSTILE
    return Document(article_of(raw))


# --- plain text ---


def test_plain_text_underlines_headings_and_keeps_items_together():
    assert to_text(EVERY_KIND) == (
        "Place line\n\n"
        "Title\n=====\n\n"
        "A paragraph.\n\n"
        "- Lead: one\n"
        "- two\n\n"
        "  | Evidence note (Not part of the article)\n"
        "  | Outdated. It does not help.\n"
        "  | EN1 · Sources: A 2014\n\n"
        "- three\n\n"
        "More\n----\n\n"
        "-----\n\n"
        "> Next [other]\n"
        "> After that [third]\n"
    )


def test_markup_stands_in_plain_text_as_it_was_written(hostile):
    lines = to_text(hostile.whole()).splitlines()
    assert lines.count(HOSTILE) == 10
    assert lines.count(f"  ! {HOSTILE}") == 4  # its group has the title of the box, which is said once
    assert {f"  ! - {HOSTILE}", f"- {HOSTILE}", f"  : {HOSTILE}", f"- Author: stated: “{HOSTILE}”"} <= set(lines)
    assert f"- <i>Lead</i>: {HOSTILE}" in lines
    assert f"  | {sentences_of(HOSTILE, HOSTILE)}" in lines


def test_plain_text_ends_with_one_line_end(article):
    assert to_text(Document(article).whole()).endswith(article.disclaimer.text[-1] + "\n")


# --- Markdown ---


def test_markdown_marks_headings_items_leads_and_notes():
    assert to_markdown(EVERY_KIND) == (
        "Place line\n\n"
        "# Title\n\n"
        "A paragraph.\n\n"
        "- **Lead**: one\n"
        "- two\n\n"
        "> **Evidence note** (Not part of the article)\n"
        ">\n"
        "> **Outdated.** It does not help.\n"
        ">\n"
        "> EN1 · Sources: A 2014\n\n"
        "- three\n\n"
        "## More\n\n"
        "---\n\n"
        "- Next (other)\n"
        "- After that (third)\n"
    )


def test_markup_is_escaped_in_markdown(hostile):
    page = to_markdown(hostile.whole())
    assert "<" not in page.replace("\\<", "")
    assert "\\[link\\](https://example.org) \\`code\\` \\*star\\* \\_under\\_ &amp;amp;" in page


BOLD = [
    ((("Clinic name and phone: ", True), ("12 34", False)), "**Clinic name and phone:** 12 34"),
    ((("Collagen", True), (" disorders", True), (": some", False)), "**Collagen disorders**: some"),
    ((("I01. ", True), ("The section", False)), "**I01.** The section"),
    ((("Note", False), (" well ", True), ("that", False)), "Note **well** that"),
    ((("Signs:", True), ("fever", False)), "**Signs:\u2060**fever"),
    ((("see", False), ("(a)", True)), "see**\u2060(a)**"),
    ((("One", True), ("", False), (", two", True)), "**One, two**"),
    (((" ", True), ("two", False)), "two"),
]


@pytest.mark.parametrize(("runs", "written"), BOLD)
def test_bold_in_markdown_is_bold_where_runs_meet(runs, written):
    assert to_markdown((Paragraph(tuple(Run(text, strong=strong) for text, strong in runs)),)) == f"{written}\n"


@given(runs=st.lists(st.tuples(st.text("ab1 .:(*_“\u00a0أ", max_size=5), st.sampled_from(["strong", "added", "removed", ""])), max_size=6))
def test_a_reader_of_commonmark_finds_the_words_that_are_bold(runs):
    reader = pytest.importorskip("markdown_it").MarkdownIt().enable("strikethrough")
    made = tuple(Run(text, strong=kind == "strong", state=kind if kind in {"added", "removed"} else "same") for text, kind in runs)
    wanted = [(char, "del" if run.state == "removed" else "bold" if run.strong or run.state == "added" else "") for run in made for char in run.text]
    found: list[tuple[str, str]] = []
    opened: list[str] = []
    for token in (part for whole in reader.parse(to_markdown((Item((Run("x "), *made)),))) for part in whole.children or ()):
        if token.type in {"strong_open", "s_open"}:
            opened.append("bold" if token.type == "strong_open" else "del")
        elif token.type in {"strong_close", "s_close"}:
            opened.pop()
        found += [(char, opened[-1] if opened else "") for char in token.content if char != "\u2060"]
    assert [(char, look) for char, look in found if not char.isspace()][1:] == [(char, look) for char, look in wanted if not char.isspace()]


def test_no_stars_are_left_on_any_page(article):
    reader = pytest.importorskip("markdown_it").MarkdownIt()
    document = Document(article)
    starred = [place for place in Places(article).ids() if "**" in reader.render(to_markdown(document.place(place)))]
    assert starred == []


# --- HTML ---


def test_html_is_one_whole_page():
    page = to_html(EVERY_KIND, "A & B", "en", "ltr")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n<title>A &amp; B</title>')
    assert page.endswith("</body>\n</html>\n")


def test_html_puts_neighbouring_items_into_one_list():
    page = to_html(EVERY_KIND, "T", "en", "ltr")
    assert '<ul>\n<li id="page/one"><strong>Lead</strong>: one</li>\n<li id="page/two">two</li>\n</ul>\n<div role="note">' in page
    assert '</div>\n<ul>\n<li id="page/three">three</li>\n</ul>' in page


def test_html_gives_headings_their_level_and_address():
    page = to_html(EVERY_KIND, "T", "en", "ltr")
    assert '<h1 id="page">Title</h1>' in page
    assert "<h2>More</h2>" in page


def test_an_address_stands_once_in_html(article):
    ids = [value for name, value in read(to_html(Document(article).whole(), "T", "en", "ltr")).attributes if name == "id"]
    assert len(ids) == len(set(ids))


def test_markup_is_escaped_in_html(hostile):
    article = hostile.article
    reader = read(to_html(hostile.whole(), article.title, article.language, article.direction))
    parts = {"html", "head", "meta", "title", "body", "h1", "h2", "h3", "p", "ul", "li", "strong", "div", "br", "small", "hr"}
    assert set(reader.tags) <= parts | {"figure", "figcaption"}
    assert {name for name, _ in reader.attributes} <= {"lang", "dir", "charset", "id", "role"}
    assert reader.text.count(HOSTILE) >= 18


def test_html_names_nothing_outside_but_as_text(article):
    page = to_html(Document(article).whole(), article.title, article.language, article.direction)
    assert {name for name, _ in read(page).attributes}.isdisjoint({"href", "src", "style", "onclick"})
    assert "https://www.aafp.org" in page


def test_a_language_cannot_break_out_of_its_attribute():
    assert '<html lang="en&quot; onload=&quot;x" dir="ltr">' in to_html((), "T", 'en" onload="x', "ltr")


def test_html_of_an_arabic_article_runs_from_right_to_left(tea):
    page = to_html(Document(tea).whole(), tea.title, tea.language, tea.direction)
    assert '<html lang="ar" dir="rtl">' in page
    assert "<title>إعداد الشاي</title>" in page


# --- objects ---


def test_objects_hold_every_block_but_rules():
    assert [made["kind"] for made in to_object(EVERY_KIND)] == [
        "paragraph",
        "heading",
        "paragraph",
        "item",
        "item",
        "notes",
        "item",
        "heading",
        "links",
    ]


def test_objects_hold_texts_with_their_addresses():
    made = to_object(EVERY_KIND)
    assert made[1] == {"kind": "heading", "level": 1, "id": "page", "text": "Title"}
    assert made[3] == {"kind": "item", "id": "page/one", "text": "Lead: one"}
    assert made[8] == {"kind": "links", "links": [{"id": "other", "text": "Next"}, {"id": "third", "text": "After that"}]}


def test_objects_hold_a_note_beside_its_passage():
    assert to_object(EVERY_KIND)[5] == {
        "kind": "notes",
        "id": "page/two",
        "places": ["page/two"],
        "label": "Evidence note",
        "aside": "Not part of the article",
        "notes": [{"id": "EN1", "verdict": "Outdated", "text": "It does not help.", "details": "EN1 · Sources: A 2014"}],
    }


def test_markup_stands_in_objects_as_it_was_written(hostile):
    made = json.loads(json.dumps(to_object(hostile.place("overview"))))
    assert made[1] == {"kind": "paragraph", "id": "overview/definition", "text": HOSTILE}
    assert (made[2]["notes"][0]["verdict"], made[2]["notes"][0]["text"]) == (HOSTILE, HOSTILE)


# --- figures and the urgent box ---

FIGURE = Drawing("figures/a", "A <figure>", "What it shows.", (Run("Figure 1 · "), Run("A 2014", target="sources/S1")), "<svg>drawn</svg>")
GROUPS = (
    BoxGroup("Dial", "emergency", "Anyone:", (BoxText("Heavy bleeding", " that goes on"), BoxText("", "You faint.")), "Do not wait."),
    BoxGroup("Sepsis", "emergency", "", (BoxText("A rash", ""),), ""),
    BoxGroup("Ring us", "call", "", (BoxText("Fever", " or chills"),), ""),
)
BOX = UrgentBox(
    title="Call & ask",
    text=BoxText("Any one", " is enough:"),
    groups=GROUPS,
    cited=((Run("Sources: A"),), (), ()),
    remarks=(BoxText("No answer?", " Go there."),),
    numbers="12 34",
    numbers_label="Our numbers",
    details=(Run("By the editors"),),
    place="urgent",
    level=2,
)


def test_a_figure_is_told_in_words_where_nothing_can_be_drawn():
    assert to_text((FIGURE,)) == "  : A <figure>\n  : What it shows.\n  : Figure 1 · A 2014\n"
    assert to_markdown((FIGURE,)) == "> **A \\<figure\\>**\n>\n> What it shows.\n>\n> Figure 1 · A 2014\n"
    assert to_object((FIGURE,)) == [
        {"kind": "figure", "id": "figures/a", "title": "A <figure>", "text": "What it shows.", "details": "Figure 1 · A 2014"}
    ]


def test_a_figure_is_drawn_in_html_and_told_in_words():
    page = to_html((FIGURE,), "T", "en", "ltr")
    assert '<div role="img" dir="ltr" aria-label="What it shows.">\n<svg>drawn</svg>\n</div>' in page
    assert "<figcaption><strong>A &lt;figure&gt;</strong><br><small>Figure 1 · A 2014</small></figcaption>" in page


@pytest.mark.parametrize("write", [to_text, to_markdown, lambda blocks: to_html(blocks, "", "en", "ltr"), lambda blocks: str(to_object(blocks))])
def test_a_figure_that_cannot_be_shown_says_why(write):
    page = write((Drawing("figures/a", "A figure", "What it shows.", (), "", "It cannot be shown: absent."),))
    assert "It cannot be shown: absent." in page
    assert "A figure" in page


def test_the_steps_of_a_drawing_have_no_ids_in_html():
    svg = '<?xml version="1.0"?>\n<svg><g id="step-1"/><g id="step-12"/></svg>'
    page = to_html((Drawing("figures/a", "A", "B", (), svg),), "T", "en", "ltr")
    assert "<svg><g/><g/></svg>" in page
    assert "<?xml" not in page


def test_the_urgent_box_is_whole_in_every_form():
    assert to_text((BOX,)) == (
        "  ! Call & ask\n  ! Any one is enough:\n"
        "  !\n  ! Dial\n  ! ----\n  ! Anyone:\n  ! - Heavy bleeding that goes on\n  ! - You faint.\n  ! Do not wait.\n  ! Sources: A\n"
        "  !\n  ! Sepsis\n  ! - A rash\n"
        "  !\n  ! Ring us\n  ! -------\n  ! Our numbers: 12 34\n  ! - Fever or chills\n"
        "  ! No answer? Go there.\n  ! By the editors\n"
    )
    assert to_markdown((BOX,)) == (
        "> **Call &amp; ask**\n>\n> **Any one** is enough:\n>\n"
        "> **Dial**\n>\n> Anyone:\n>\n> - **Heavy bleeding** that goes on\n> - You faint.\n>\n> Do not wait.\n>\n> Sources: A\n>\n"
        "> **Sepsis**\n>\n> - **A rash**\n>\n"
        "> **Ring us**\n>\n> Our numbers: 12 34\n>\n> - **Fever** or chills\n>\n"
        "> **No answer?** Go there.\n>\n> By the editors\n"
    )
    (made,) = to_object((BOX,))
    assert [(group["title"], group["urgency"], group["who"], group["signs"], group["remark"]) for group in made.pop("groups")] == [
        ("Dial", "emergency", "Anyone:", ["Heavy bleeding that goes on", "You faint."], "Do not wait."),
        ("Sepsis", "emergency", "", ["A rash"], ""),
        ("Ring us", "call", "", ["Fever or chills"], ""),
    ]
    assert made == {
        "kind": "urgent",
        "id": "urgent",
        "title": "Call & ask",
        "text": "Any one is enough:",
        "remarks": ["No answer? Go there."],
        "details": "By the editors",
        "numbers": "12 34",
    }
    page = to_html((BOX,), "T", "en", "ltr")
    assert '<h2 id="urgent">Call &amp; ask</h2>' in page
    assert "<h3>Dial</h3>\n<p>Anyone:</p>\n<ul>\n<li><strong>Heavy bleeding</strong> that goes on</li>\n<li>You faint.</li>\n</ul>" in page
    assert "<h4>Sepsis</h4>" in page
    assert "<h3>Ring us</h3>\n<p>Our numbers: 12 34</p>" in page
    for words in ("Do not wait.", "No answer?", "By the editors", "Sources: A"):
        assert words in read(page).text


def test_a_box_of_the_older_form_has_its_signs_first_and_the_emergency_as_a_heading(full, article_of):
    article = article_of(full)
    assert to_text(Document(article, numbers="12 34").urgent_box(2)) == (
        "  ! When to call for help\n  ! Call at once when one of these signs occurs.\n  ! - Heavy bleeding\n  ! - Fever\n"
        "  !\n  ! Call your local emergency number.\n  ! ---------------------------------\n"
        "  ! Our numbers: 12 34\n  ! Added by the editors, not part of the article · Sources: ACOG 2014\n"
    )


def test_a_box_without_numbers_leaves_their_line_out(article):
    assert "Our numbers" not in to_text(Document(article).urgent_box(1))


# --- every output ---


@pytest.mark.parametrize(
    "write", [to_text, to_markdown, lambda blocks: to_html(blocks, "", "en", "ltr"), lambda blocks: json.dumps(to_object(blocks))]
)
def test_every_way_out_keeps_the_notes_with_their_passage(article, write):
    page = write(Document(article).place("treatment-and-management/bed-rest"))
    at = page.index("both kinds of rest")
    for note in ("EN18", "EN19", "EN20"):
        at = page.index(note, at)
    assert page.count("Outdated advice") == 2


@pytest.mark.parametrize("write", [to_text, to_markdown, lambda blocks: to_html(blocks, "", "ar", "rtl")])
def test_every_way_out_keeps_arabic_marks(tea, write):
    assert "يُسَخَّنُ الماءُ العذب حتى يغلي، ثم يُسكب فوق أوراق الشاي." in write(Document(tea).whole())


@pytest.mark.parametrize("text", ["1. One", "+ plus", "- minus", "=== rule", "    code"])
def test_a_line_of_text_begins_no_markdown_block(text):
    written = to_markdown((Paragraph((Run(text),)),))
    assert not re.match(r"(\d+[.)] |[-+=]|    )", written)
