"""Slides: every word is on them, no statement is without its note, and what was measured fits."""

import datetime as dt
import re

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.article.content import Article
from app.core.pages.blocks import Notes, NoteText, Run
from app.core.pages.document import Document
from app.core.teaching.deck import make_slides
from app.core.teaching.lesson import teachable
from app.core.teaching.panels import NotePanels
from app.core.teaching.slides import TEXT, Slide, SlidePosition, SlideRow, beginning, cut, slide_at

TODAY = dt.date(2026, 11, 26)


def measure_for(width: float, height: float):
    """Return a measure of letters half as wide as high, on a screen of so many 1080ths."""

    def measure(slide: Slide) -> float:
        used = 0.0
        for row in slide.rows:
            size = {"title": 80, "text": slide.size, "item": slide.size, "label": 36, "note": 36}.get(row.kind, 28)
            lines = -(-len(row.text + row.aside) * size * 0.5 // width)
            used += max(lines, 1) * size * 1.45 + 20
        return used / height

    return measure


SHAPES = {"4:3": (1224, 850), "16:9": (1632, 850), "16:10": (1469, 850), "portrait": (688, 850)}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def document_of(loaded) -> Document:
    return Document(loaded.article, loaded.short_digest, folder=loaded.path.parent)


def shown(slides: tuple[Slide, ...], place: str) -> str:
    return " ".join(row.text for slide in slides for row in slide.rows if row.place == place)


@pytest.fixture(params=SHAPES)
def measure(request):
    return measure_for(*SHAPES[request.param])


@pytest.fixture
def slides(loaded, measure) -> tuple[Slide, ...]:
    return make_slides(document_of(loaded), teachable(loaded.article), measure, TODAY)


def test_every_slide_fits(slides, measure) -> None:
    assert [slide.title for slide in slides if not slide.pictures and measure(slide) > 1] == []


def test_every_word_of_every_statement_and_note_is_on_a_slide(slides, article: Article) -> None:
    notes = {note.id: note for note in article.notes}
    parts = [(passage.id, passage.text, passage.notes) for section in article.sections for passage in section.passages]
    parts += [(entry.id, entry.question + " " + entry.answer, entry.notes) for entry in article.faq.entries]
    whole = " ".join(row.text for slide in slides for row in slide.rows)
    for place, text, names in parts:
        assert set(words(text)) <= set(words(shown(slides, place))), place
        for name in names:
            assert set(words(f"{notes[name].verdict} {notes[name].text} {name}")) <= set(words(whole)), name


def test_no_statement_with_an_alert_is_on_a_slide_without_the_verdict_of_each_of_its_alerts(slides, article: Article) -> None:
    alerts = {note.id: note for note in article.notes if note.alerts}
    beside = {part.id: part.notes for section in article.sections for part in section.passages} | {e.id: e.notes for e in article.faq.entries}
    told = 0
    for slide in slides:
        named = {name for row in slide.rows if row.kind == "note" for name in row.name.split()}
        for place in {row.place for row in slide.rows if row.kind in {"text", "item"}}:
            missing = {name for name in beside.get(place, ()) if name in alerts} - named
            assert missing == set(), (slide.title, place)
            told += any(name in alerts for name in beside.get(place, ()))
    assert told > 5


def test_a_note_is_never_shown_later_than_its_statement(slides) -> None:
    for slide in slides:
        for step in range(slide.last_step + 1):
            rows = slide.shown(step)
            places = {row.place for row in rows if row.kind in {"text", "item"}}
            panels = [row for row in slide.rows if row.kind == "label" and row.place in places]
            assert all(panel.step <= step for panel in panels)


@pytest.mark.parametrize("shape", ["4:3", "16:9", "16:10"])
def test_the_question_stands_alone_first_and_never_moves(loaded, shape: str) -> None:
    slides = make_slides(document_of(loaded), teachable(loaded.article), measure_for(*SHAPES[shape]), TODAY)
    questions = [slide for slide in slides if slide.kind == "question"]
    first = {}
    for slide in questions:
        first.setdefault(slide.place, slide)
        assert slide.rows[0].kind == "title"
        assert slide.rows[0].step == 0
    for slide in first.values():
        assert [row.kind for row in slide.shown(0)] == ["title"]
        assert slide.last_step == 1
    assert len(first) == 10


def test_items_are_revealed_one_by_one(loaded) -> None:
    slides = make_slides(document_of(loaded), ("symptoms-and-diagnosis",), measure_for(1632, 3000), TODAY)
    slide = next(slide for slide in slides if slide.kind == "text")
    items = [row.step for row in slide.rows if row.kind == "item"]
    assert items == sorted(set(items))
    assert len(items) > 3


def test_the_first_slide_tells_edition_review_and_age_and_the_last_sources_and_disclaimer(slides, article: Article) -> None:
    first, last = slides[0], slides[-1]
    assert first.title == article.title
    begun = " ".join(slide.spoken(0) for slide in slides if slide.kind == "title")
    assert article.disclaimer.short in begun
    assert "Not yet reviewed by a clinician" in begun
    assert "18 October 2025" in begun
    assert last.kind == "end"
    end = " ".join(slide.spoken(0) for slide in slides if slide.kind == "end")
    assert article.disclaimer.short in end
    assert all(text.split()[0] in end for text in article.disclaimer.text)
    assert "ACOG 2014" in end


def test_figures_are_shown_step_by_step_with_their_words(loaded) -> None:
    slides = make_slides(document_of(loaded), ("figures/short-cervix",), measure_for(1632, 850), TODAY)
    figure = next(slide for slide in slides if slide.kind == "figure")
    assert len(figure.pictures) > 1
    assert len(set(figure.pictures)) == len(figure.pictures)
    assert figure.last_step == len(figure.pictures) - 1
    assert figure.alt in figure.spoken(0)
    assert figure.part == SlidePosition("Figure 1 of 1", 1, 1)


def test_a_figure_that_cannot_be_shown_is_told_in_words(loaded, tmp_path) -> None:
    document = Document(loaded.article, folder=tmp_path)
    slides = make_slides(document, ("figures/anatomy",), measure_for(1632, 850), TODAY)
    assert "cannot be shown" in " ".join(slide.spoken(9) for slide in slides)
    assert not any(slide.pictures for slide in slides)


def test_slides_follow_the_order_asked_for(loaded) -> None:
    places = ("faq/treatment", "figures/stitch", "treatment-and-management", "faq/how-common")
    slides = make_slides(document_of(loaded), places, measure_for(1632, 850), TODAY)
    seen = list(dict.fromkeys(slide.place for slide in slides if slide.place))
    assert seen == list(places)
    assert next(slide for slide in slides if slide.place == "faq/how-common").part.label == "Question 2 of 2"


def test_a_place_leads_to_its_slide(slides, article: Article) -> None:
    for section in article.sections:
        for passage in section.passages:
            assert passage.id in slides[slide_at(slides, passage.id)].places
    assert slides[slide_at(slides, "treatment-and-management")].place == "treatment-and-management"
    assert slide_at(slides, "glossary/effacement", "glossary") == 0
    assert slides[slide_at(slides, "faq", "faq")].kind == "title"


def test_another_article_is_taught_too(tea: Article) -> None:
    slides = make_slides(Document(tea), teachable(tea), measure_for(1632, 850), TODAY)
    assert slides[0].title == tea.title
    assert {slide.place for slide in slides} >= {section.id for section in tea.sections}


TEXTS = st.text(alphabet="abcdefgh .,\u0301ñ漢", min_size=1, max_size=600).filter(str.strip)


@given(text=TEXTS, room=st.integers(1, 80))
def test_cut_pages_joined_again_lose_nothing(text: str, room: int) -> None:
    row: SlideRow | None = SlideRow("text", (Run(text[:3], strong=True), Run(text[3:])))
    pages = []
    while row is not None:
        page, row = cut(row, lambda tried: len(tried.text) <= room)
        assert page.text
        assert len(page.text) <= room
        pages.append(page.text)
    assert re.sub(r"\s", "", "".join(pages)) == re.sub(r"\s", "", text)


@given(st.lists(st.text(alphabet="ab ", max_size=5), max_size=4), st.integers(0, 20))
def test_a_beginning_is_the_first_characters(texts: list[str], length: int) -> None:
    row = SlideRow("text", tuple(map(Run, texts)))
    assert beginning(row, length).text == "".join(texts)[:length]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(
    statement=st.integers(1, 400),
    notes=st.lists(st.tuples(st.booleans(), st.integers(1, 500)), min_size=1, max_size=5),
    height=st.integers(700, 1200),
)
def test_whatever_the_lengths_all_words_are_shown_and_alerts_stay_with_their_statement(
    statement: int, notes: list[tuple[bool, int]], height: int
) -> None:
    measure = measure_for(1400, height)
    said = SlideRow("text", (Run(" ".join(f"s{number}" for number in range(statement))),), "p")
    beside = tuple(
        NoteText(f"N{number}", f"Verdict{number}", " ".join(f"n{number}x{word}" for word in range(count)), (Run(f"N{number} · checked"),), alert)
        for number, (alert, count) in enumerate(notes)
    )
    heading = Slide("text", "Title", (SlideRow("title", (Run("Title"),)),), SlidePosition("", 1, 1), size=TEXT[-1])
    made = NotePanels(heading, said, Notes("Evidence notes", "Not part", beside, "p"), measure).slides()
    assert all(measure(slide) <= 1 for slide in made)
    seen = set(words(" ".join(row.text for slide in made for row in slide.rows)))
    assert set(words(said.text)) <= seen
    assert all(set(words(f"{note.verdict} {note.text} {note.details[0].text}")) <= seen for note in beside)
    for slide in made:
        text = " ".join(row.text for row in slide.rows)
        assert any(row.kind == "text" for row in slide.rows)
        assert any(row.kind in {"note", "details"} for row in slide.rows)
        assert all(note.verdict in text for note in beside if note.alert)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(length=st.integers(1, 900), shape=st.sampled_from(sorted(SHAPES)))
def test_however_long_a_question_and_its_answer_nothing_is_lost_or_too_large(loaded, length: int, shape: str) -> None:
    article = loaded.article
    entry = article.faq.entries[4]
    long = msgspec.structs.replace(
        entry, question=" ".join(f"q{number}" for number in range(length // 4 + 1)) + "?", answer=" ".join(f"a{number}" for number in range(length))
    )
    changed = msgspec.structs.replace(article, faq=msgspec.structs.replace(article.faq, entries=(long,)))
    measure = measure_for(*SHAPES[shape])
    slides = make_slides(Document(changed), (entry.id,), measure, TODAY)
    assert all(measure(slide) <= 1 for slide in slides)
    assert all(slide.size >= TEXT[-1] for slide in slides)
    taught = [slide for slide in slides if slide.place == entry.id]
    seen = set(words(" ".join(row.text for slide in taught for row in slide.rows)))
    assert set(words(f"{long.question} {long.answer}")) <= seen
