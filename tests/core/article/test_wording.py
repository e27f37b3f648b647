"""The words of an article of another kind: who reviews, for whom hand-outs are, whose text it is; they follow everywhere."""

import datetime as dt
import html
import json
import re

import pytest
from msgspec.structs import replace

from app.cli import commands
from app.core.article import review
from app.core.article.places import Places
from app.core.article.wording import labels_for
from app.core.base.labels import ENGLISH
from app.core.base.steps import at_once
from app.core.formats.edition import compose
from app.core.formats.html import to_html
from app.core.formats.markdown import to_markdown
from app.core.formats.plain_text import to_text
from app.core.handout import handout, review_html, review_sheet
from app.core.pages.changes import compare
from app.core.pages.citation import vancouver
from app.core.pages.document import Document
from app.core.search.data import making_search
from app.core.search.engine import SearchIndex
from app.core.teaching.quiz import make_cards, to_tab_separated
from app.machine import paths

DAY = dt.date(2026, 11, 26)

WORKSHOP = {"reviewer": "the workshop", "readers": "makers", "organisation": "Workshop"}

MEDICAL = re.compile(r"clinic|patient|(?<!font-)famil|medic|pregnan|midwi|doctor|hospital|obstet|physician|registration", re.IGNORECASE)


@pytest.fixture
def bicycle(tea_in_english, article_of):
    """Return a function that makes an article of another kind with some words."""

    def make(*, own_text=False, **wording):
        data = json.loads(json.dumps(tea_in_english))
        data["wording"] = wording
        data["provenance"]["own_text"] = own_text
        return article_of(data)

    return make


@pytest.fixture
def tea_in_english():
    """The example of `docs/content.md`, which has every part of an article and nothing of medicine but its box."""
    text = (paths.RESOURCES.parent / "docs" / "content.md").read_text(encoding="utf-8")
    data = json.loads(re.search(r"## A whole article\n\n```json\n(.*?)\n```", text, re.DOTALL)[1])
    data["urgent_care"] = None
    return data


def outputs(article):
    """Give every form in which an article leaves the program, by name."""
    document = Document(article, "0000000", folder=(paths.CONTENT.parent,))
    whole = (*document.whole(), *document.imprint(DAY))
    yield "text", to_text(whole)
    yield "markdown", to_markdown(whole)
    yield "html", to_html(whole, article.title, "en", "ltr")
    searched = at_once(making_search(article))
    page = compose(document, paths.EDITION, DAY, searched)
    yield "edition", re.sub(r"(?s)<style.*?</style>|<script.*?</script>", "", page)
    for plain in (True, False):
        made = handout.compose(document, handout.Choice(handout.usual_places(article), plain=plain), DAY)
        for form in (".txt", ".md", ".html"):
            yield f"hand-out {form} {plain}", handout.written(made, form)
    yield "review sheet", review_html.to_html(review_sheet.compose(document, DAY, "A4"))
    yield "cards", to_tab_separated(make_cards(document), document)
    yield "citation", vancouver(document)
    yield "search", commands.as_lines(SearchIndex(article, data=searched).search("how long does it steep", 5), document, Places(article))


def test_an_article_that_says_nothing_of_its_people_has_no_word_of_medicine(bicycle):
    for name, text in outputs(bicycle()):
        found = MEDICAL.search(html.unescape(text))
        assert found is None, (name, text[max(0, found.start() - 80) : found.end() + 40])


def test_the_words_of_an_article_follow_everywhere(bicycle):
    told = dict(outputs(bicycle(**WORKSHOP)))
    for name in ("text", "markdown", "html", "edition", "review sheet", "cards", "citation", "hand-out .txt True", "hand-out .html False"):
        assert "Not yet reviewed by the workshop" in told[name], name
    assert "Hand-out for makers, in plain words" in told["hand-out .txt True"]
    assert "Workshop name and phone" in told["hand-out .md True"]


def test_the_bundled_article_has_its_own(article):
    told = labels_for(article)
    assert (told.not_reviewed, told.handout_plain, told.contact) == (
        "Not yet reviewed by a clinician",
        "Hand-out for patients and families, in plain words",
        "Clinic name and phone",
    )
    sheet = review_sheet.compose(Document(article), DAY)
    assert sheet.fields == ("Name", "Role", "Registration number", "Date", "Signature")


def test_an_article_without_words_has_those_that_fit_any(bicycle):
    told = labels_for(bicycle())
    assert (told.not_reviewed, told.handout_plain, told.contact) == ("Not yet reviewed", "Hand-out in plain words", "Name and phone")
    assert review_sheet.compose(Document(bicycle()), DAY).fields == ("Name", "Role", "Date", "Signature")


def test_words_in_another_language_than_the_labels_are_not_put_into_their_sentences(bicycle):
    article = bicycle(reviewer="un médico", readers="pacientes", organisation="Clínica")
    for tag, labels in (("es", ENGLISH), ("es-MX", ENGLISH), ("en-GB", replace(ENGLISH, code="es"))):
        told = labels_for(replace(article, language=tag), labels)
        assert (told.not_reviewed, told.handout_plain, told.contact) == ("Not yet reviewed", "Hand-out in plain words", "Name and phone")
    assert labels_for(replace(article, language="es"), replace(ENGLISH, code="es-419")).not_reviewed == "Not yet reviewed by un médico"
    assert labels_for(replace(article, language="en-GB")).not_reviewed == "Not yet reviewed by un médico"


def test_labels_that_were_made_for_an_article_stay_as_they_are(bicycle):
    article = bicycle(own_text=True, **WORKSHOP)
    once = labels_for(article)
    assert labels_for(article, once) == once
    assert once != ENGLISH


def test_a_text_of_ones_own_is_not_told_as_reworded_and_its_figures_belong_to_it(bicycle):
    reworded, own = (dict(outputs(bicycle(own_text=own))) for own in (False, True))
    for words in (
        "Reworded by the editors",
        "What the source says of itself",
        "not stated by the source",
        "Added by the editors, not part of the article",
    ):
        assert words in reworded["text"], words
        assert words not in own["text"], words
    assert "Figure 1 · Sources: Standard 2024" in own["text"]
    assert labels_for(bicycle(own_text=True)).from_box == "From the danger box"
    assert "the source’s, in the editors’ words" not in own["review sheet"]
    assert "Not part of the article" in own["text"]  # notes never are


def test_a_time_line_says_what_its_weeks_are_of(tea_in_english, article_of):
    drawn = Document(article_of(tea_in_english)).page("figures")
    assert any(">weeks<" in getattr(block, "svg", "") for block in drawn)
    tea_in_english["figures"][0]["timeline"]["axis"] = "weeks of the year"
    drawn = Document(article_of(tea_in_english)).page("figures")
    assert any(">weeks of the year<" in getattr(block, "svg", "") for block in drawn)


def test_a_figure_that_is_not_for_hand_outs_stays_out_of_them(tea_in_english, article_of):
    assert "figures/weeks" in handout.usual_places(article_of(tea_in_english))
    tea_in_english["figures"][0]["in_handouts"] = False
    assert "figures/weeks" not in handout.usual_places(article_of(tea_in_english))


def test_what_changes_in_the_words_is_told_between_editions(bicycle):
    before, after = bicycle(**WORKSHOP), bicycle(own_text=True, **{**WORKSHOP, "reviewer": "the guild"})
    assert {change.place for change in compare(before, after)} >= {before.id}


def test_the_words_change_nothing_of_a_review(bicycle):
    assert review.code(bicycle(**WORKSHOP)) == review.code(bicycle())
