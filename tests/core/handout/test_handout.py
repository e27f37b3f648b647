import datetime as dt
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.article.content import Article, FaqEntry, Passage
from app.core.article.places import Places
from app.core.files.loader import load
from app.core.handout.handout import BLANK, Choice, Handout, compose, plain_words, usual_places, with_figures, written
from app.core.pages.blocks import Drawing, Heading, Item, Notes, Paragraph, UrgentBox, only_leads
from app.core.pages.document import Document
from app.machine import paths
from tests.core.pages.test_document import box_texts

TODAY = dt.date(2026, 11, 26)
LOADED = load(paths.CONTENT)
ARTICLE = LOADED.article
DOCUMENT = Document(ARTICLE, LOADED.short_digest, folder=LOADED.path.parent)
TEXT_FORMS = (".html", ".md", ".txt")

choices = st.builds(
    Choice,
    places=st.lists(st.sampled_from(Places(ARTICLE).ids()), max_size=8).map(tuple),
    plain=st.booleans(),
    large=st.booleans(),
    paper=st.sampled_from(["A4", "Letter"]),
    clinic=st.sampled_from(["", "St Mary’s"]),
    phone=st.sampled_from(["", "020 7946 0000"]),
)


def parts(article: Article) -> dict[str, Passage | FaqEntry]:
    named: dict[str, Passage | FaqEntry] = {passage.id: passage for section in article.sections for passage in section.passages}
    return named | {entry.id: entry for entry in article.faq.entries}


PARTS = parts(ARTICLE)
PLAIN_NOTES = {note.id: note for note in ARTICLE.notes}


def chosen_parts(choice: Choice) -> set[str]:
    """The passages and answers that a choice names, one by one, with their page, or by a note beside them."""
    places = Places(ARTICLE)
    pages = {section.id: {passage.id for passage in section.passages} for section in ARTICLE.sections}
    pages[ARTICLE.faq.id] = {entry.id for entry in ARTICLE.faq.entries}
    named = {places[place].beside or place for place in choice.places}
    return {part for place in named for part in pages.get(place, {place} & PARTS.keys())}


def words_of(part: Passage | FaqEntry, *, plain: bool) -> str:
    return part.plain if plain else part.text if isinstance(part, Passage) else part.answer


def shown(handout: Handout) -> list[tuple[str, str]]:
    return [(block.place, "".join(run.text for run in block.runs)) for block in handout.blocks if isinstance(block, Paragraph | Item)]


def made(choice: Choice) -> Handout:
    return compose(DOCUMENT, choice, TODAY)


# --- what is on the sheet ---


@given(choice=choices)
def test_every_chosen_passage_stands_there_once_word_for_word_and_no_other(choice):
    standing = [(place, text) for place, text in shown(made(choice)) if place in PARTS]
    assert sorted(standing) == sorted((part, words_of(PARTS[part], plain=choice.plain)) for part in chosen_parts(choice))


@given(choice=choices)
def test_every_passage_has_all_its_notes_in_the_same_kind_of_words(choice):
    handout = made(choice)
    beside: dict[str, dict[str, str]] = {}
    for block in handout.blocks:
        if isinstance(block, Notes):
            for place in block.places:
                beside.setdefault(place, {}).update({note.id: note.text for note in block.notes})
    for part in chosen_parts(choice):
        wanted = {name: PLAIN_NOTES[name].plain if choice.plain else PLAIN_NOTES[name].text for name in PARTS[part].notes}
        assert beside.get(part, {}) == wanted


@given(choice=choices)
def test_the_urgent_care_box_stands_there_once_whatever_is_chosen(choice):
    boxes = [block for block in made(choice).blocks if isinstance(block, UrgentBox)]
    assert [(box.groups, box.remarks, box.level) for box in boxes] == [(ARTICLE.urgent_care.told, ARTICLE.urgent_care.told_remarks, 2)]


@given(choice=choices)
def test_the_order_is_the_articles_and_headings_stand_below_the_title(choice):
    handout = made(choice)
    order = list(Places(ARTICLE).ids())
    standing = [order.index(place) for place, _ in shown(handout) if place in PARTS]
    assert standing == sorted(standing)
    assert all(block.level >= 2 for block in handout.blocks if isinstance(block, Heading))


@given(choice=choices)
def test_every_chosen_figure_stands_there_once(choice):
    figures = {figure.id for figure in ARTICLE.figures}
    wanted = figures if "figures" in choice.places else figures & set(choice.places)
    standing = [block.place for block in made(choice).blocks if isinstance(block, Drawing)]
    assert sorted(standing) == sorted(wanted)


def test_a_note_brings_its_passage_once_however_it_is_named():
    alone = made(Choice(("notes/EN18",), plain=False)).blocks
    assert alone == made(Choice(("treatment-and-management/bed-rest", "notes/EN18"), plain=False)).blocks
    assert next(block.place for block in alone if isinstance(block, Item)) == "treatment-and-management/bed-rest"


@pytest.mark.parametrize(("place", "said"), [("glossary", "A stitch placed around the top"), ("about", "condition")])
def test_what_only_leads_elsewhere_is_not_printed(place, said):
    handout = made(Choice((place,)))
    assert not [block for block in handout.blocks if only_leads(block)]
    assert [block for block in DOCUMENT.page(place) if only_leads(block)]
    for form in TEXT_FORMS:
        text = re.sub(r"<[^>]+>|\s+", " ", written(handout, form))
        assert said in text
        assert not re.search(r"A +B +C +D", text)
        assert "Where this comes from" not in text


def test_a_figure_that_cannot_be_drawn_is_described():
    handout = compose(Document(ARTICLE), Choice(("figures/anatomy",)), TODAY)
    drawing = next(block for block in handout.blocks if isinstance(block, Drawing))
    assert drawing.svg == ""
    for form in TEXT_FORMS:
        assert "front-view drawing of the womb" in written(handout, form).lower()


def test_a_place_that_does_not_exist_is_refused():
    with pytest.raises(KeyError, match="nowhere"):
        made(Choice(("nowhere",)))


def test_the_plain_words_change_nothing_else():
    plain = plain_words(ARTICLE)
    assert [part.notes for part in parts(plain).values()] == [part.notes for part in PARTS.values()]
    assert all(words_of(part, plain=False) == part.plain for part in parts(plain).values())
    assert (plain.edition, plain.figures, plain.urgent_care) == (ARTICLE.edition, ARTICLE.figures, ARTICLE.urgent_care)


# --- what a hand-out begins with ---


def test_the_page_being_read_is_chosen_with_its_figures_for_patients():
    assert usual_places(ARTICLE, "overview") == ("overview", "figures/anatomy")
    assert "figures/short-cervix" not in usual_places(ARTICLE, "symptoms-and-diagnosis")
    assert usual_places(ARTICLE, "faq") == tuple(entry.id for entry in ARTICLE.faq.entries)


def test_from_the_figures_all_figures_are_chosen():
    assert usual_places(ARTICLE, "figures") == tuple(figure.id for figure in ARTICLE.figures)
    assert usual_places(replace(ARTICLE, figures=()), "figures")[:5] == tuple(section.id for section in ARTICLE.sections)


def test_elsewhere_all_sections_are_chosen():
    for page in ("", "sources", "about"):
        assert usual_places(ARTICLE, page)[:5] == tuple(section.id for section in ARTICLE.sections)


def test_a_figure_that_is_named_stands_alone():
    assert with_figures(ARTICLE, ["overview", "figures/stitch"]) == ("overview", "figures/stitch")
    assert with_figures(ARTICLE, ["overview"]) == ("overview", "figures/anatomy")


# --- header, footer, clinic ---


@given(choice=choices)
def test_the_footer_names_title_date_hash_day_disclaimer_and_that_nobody_has_reviewed_it(choice):
    footer = " ".join(made(choice).footer)
    for words in ("Cervical Insufficiency", "18 October 2025", LOADED.short_digest, "26 November 2026", "not medical advice", "Not yet reviewed"):
        assert words in footer


def test_the_age_is_told_once_it_is_worth_telling():
    assert "13 months old" in made(Choice(("overview",))).footer[1]
    young = Document(replace(ARTICLE, edition=replace(ARTICLE.edition, updated=ARTICLE.edition.checked)))
    assert "months old" not in compose(young, Choice(("overview",)), TODAY).footer[1]


@pytest.mark.parametrize("today", [dt.date(1970, 1, 1), dt.date(2025, 10, 17)])
def test_a_clock_that_cannot_be_right_gives_no_day_and_is_said(today):
    cited, told = compose(DOCUMENT, Choice(("overview",)), today).footer
    assert "Made on" not in cited
    assert told.endswith(DOCUMENT.labels.wrong_clock)
    assert str(today.year) not in written(compose(DOCUMENT, Choice(("overview",)), today), ".txt").replace("18 October 2025", "")


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_the_clinics_line_is_filled_or_left_to_write_on(form):
    filled = written(made(Choice((), clinic="St Mary’s", phone="020 7946 0000")), form)
    assert "St Mary’s · 020\u00a07946\u00a00000" in filled
    blank = {".html": 'Clinic name and phone: <span class="blank"', ".md": "Clinic name and phone: \\_", ".txt": f"phone: {BLANK}"}[form]
    assert blank in written(made(Choice(())), form)


@given(choice=choices)
@settings(max_examples=20)
def test_the_box_stands_before_everything_the_article_says(choice):
    handout = made(choice)
    assert isinstance(handout.blocks[0], UrgentBox)
    for form, mark in ((".html", 'role="note" class="urgent"'), (".md", "> **"), (".txt", "  ! ")):
        text = written(handout, form)
        first = re.sub(r"\s+", " ", text[text.index(mark) :])
        before = text[: text.index(mark)].partition("<main>")[2] or text[: text.index(mark)]
        told = re.sub(r"<[^>]+>", " ", before)
        assert ARTICLE.urgent_care.title in first[:200]
        assert [words for words in (handout.title, handout.subtitle, *handout.blanks) if words not in told] == []
        assert len(told) < len(handout.title) + len(handout.subtitle) + 200  # nothing else stands there


def test_an_article_without_an_urgent_care_box_still_has_the_line_on_whom_to_call(tea):
    text = written(compose(Document(tea), Choice(usual_places(tea)), TODAY), ".txt")
    assert f"Name and phone: {BLANK}" in text


# --- the forms of text ---


@given(choice=choices, form=st.sampled_from(TEXT_FORMS))
@settings(max_examples=60)
def test_no_form_loses_a_word_of_the_footer_or_the_box(choice, form):
    handout = made(choice)
    text = re.sub(r"<[^>]+>|\\|\*\*", "", written(handout, form)).replace("&#x27;", "'").replace("&amp;", "&")
    for words in (*handout.footer, ARTICLE.urgent_care.title, *box_texts(ARTICLE), handout.subtitle):
        assert words in text


class Outline(HTMLParser):
    """The language, the headings' levels and the landmarks of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.opening: dict[str, str | None] = {}

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        values = dict(attrs)
        if tag == "html":
            self.opening = values
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if "id" in values:
            self.ids.append(values["id"])
        assert "src" not in values
        assert not str(values.get("href", "#")).startswith("http")


@given(choice=choices)
@settings(max_examples=40)
def test_the_html_form_has_language_one_title_headings_in_steps_and_one_main_part(choice):
    page = Outline()
    page.feed(written(made(choice), ".html"))
    assert page.opening == {"lang": "en", "dir": "ltr"}
    assert page.levels.count(1) == 1
    assert page.levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False))
    assert page.tags.count("main") == 1
    assert len(set(page.ids)) == len(page.ids)
    assert "script" not in page.tags


def test_the_html_form_keeps_to_the_direction(tea):
    page = Outline()
    page.feed(written(compose(Document(tea), Choice(usual_places(tea), large=True), TODAY), ".html"))
    assert page.opening == {"lang": "ar", "dir": "rtl"}
