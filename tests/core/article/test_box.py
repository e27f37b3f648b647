"""Wherever the danger box stands, all of it stands: groups with whom they are for, in order, and the clinic's own numbers."""

import datetime as dt
import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.cli.main import main
from app.core.article.places import Places
from app.core.files import policy
from app.core.files.loader import ContentError, Loaded, load
from app.core.files.policy import Clinic, Policy, PolicyFile
from app.core.formats.copying import copied_place
from app.core.pages.document import Document
from app.core.teaching.deck import make_slides
from app.core.teaching.lesson import teachable
from app.core.teaching.slides import Slide
from tests.core.pages.test_document import box_texts

NUMBERS = "555 0100, ward 12"
TODAY = dt.date(2026, 11, 26)
SYMPTOMS = "symptoms-and-diagnosis"


@pytest.fixture(autouse=True)
def clinic(monkeypatch):
    """A machine whose policy holds the clinic's numbers."""
    policy_file = PolicyFile(Policy(clinic=Clinic("St Mary’s", NUMBERS)))
    monkeypatch.setattr(policy, "read_policy", lambda _paths=None: policy_file)


def squeezed(text: str) -> str:
    """A text without spaces and without the marks of any form."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("\\", "").replace("*", "")
    return re.sub(r"[\s>!\u00a0]+", "", text)


def shown(form: str, *place: str) -> Callable[..., str]:
    def way(_loaded: Loaded, capsys, _folder: Path) -> str:
        assert main(["show", *place, "--format", form]) == 0
        printed = capsys.readouterr().out
        return " ".join(_values(json.loads(printed))) if form == "json" else printed

    return way


def _values(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _values(value)]
    return [text for value in data for text in _values(value)] if isinstance(data, list) else [str(data)]


def written(command: str, name: str, *more: str) -> Callable[..., str]:
    def way(_loaded: Loaded, _capsys, folder: Path) -> str:
        path = folder / name
        assert main([command, *more, *(("--output", str(path)) if command == "handout" else (str(path),))]) == 0
        page = path.read_text(encoding="utf-8")
        return page[page.index('class="urgent"') :] if command == "export-html" else page

    return way


def taught(loaded: Loaded, _capsys, _folder: Path) -> str:
    document = Document(loaded.article, loaded.short_digest, numbers=NUMBERS)
    slides = make_slides(document, teachable(loaded.article), lambda _slide: 0.1, TODAY)
    return " ".join(row.text for slide in slides for row in slide.rows if row.place == "urgent-care")


def copied(loaded: Loaded, _capsys, _folder: Path) -> str:
    document = Document(loaded.article, loaded.short_digest, numbers=NUMBERS)
    return copied_place(document, Places(loaded.article), "urgent-care").text


WAYS = {
    **{f"show {form}": shown(form, "urgent-care") for form in ("text", "markdown", "html", "json")},
    **{f"show symptoms {form}": shown(form, SYMPTOMS) for form in ("text", "markdown", "html", "json")},
    **{f"show all {form}": shown(form) for form in ("text", "markdown", "html", "json")},
    "answer": shown("text", "faq/symptoms"),
    "edition": written("export-html", "edition.html"),
    **{f"hand-out {end}": written("handout", f"sheet.{end}", "overview") for end in ("html", "md", "txt")},
    "slides": taught,
    "copied": copied,
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_that_shows_the_box_has_all_of_it_in_order_and_the_clinics_numbers(loaded, capsys, tmp_path, way):
    text = squeezed(WAYS[way](loaded, capsys, tmp_path))
    at = text.index(squeezed(loaded.article.urgent_care.text))
    for line in box_texts(loaded.article):
        at = text.index(squeezed(line), at) + len(squeezed(line))
    assert squeezed(NUMBERS) in text


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_clinics_numbers_stand_under_the_call_to_it(loaded, capsys, tmp_path, form):
    text = squeezed(WAYS[f"show {form}"](loaded, capsys, tmp_path))
    call = next(group for group in loaded.article.urgent_care.groups if group.urgency == "call")
    assert text.index(squeezed(call.title)) < text.index(squeezed(NUMBERS)) < text.index(squeezed(call.signs[0].text))


# --- slides ---


def small(slide: Slide) -> float:
    """A screen on which six rows fit."""
    return len(slide.rows) / 6


def test_a_group_that_goes_on_over_slides_has_its_heading_and_whom_it_is_for_on_each(loaded):
    article = loaded.article
    slides = [slide for slide in make_slides(Document(article), ["urgent-care"], small, TODAY) if slide.kind == "urgent"]
    for group in article.urgent_care.groups:
        for sign in group.signs:
            (slide,) = [
                slide for slide in slides if any(row.text == sign.text for row in slide.rows) and group.title in [row.text for row in slide.rows]
            ]
            kinds = [row.kind for row in slide.rows]
            assert kinds[0] == "title"
            assert kinds.count(group.urgency) == 1
            assert group.who is None or group.who in [row.text for row in slide.rows]
    remarks = [remark.text for remark in article.urgent_care.remarks]
    assert not [
        slide for slide in slides if {"emergency", "call"} & {row.kind for row in slide.rows} and any(row.text in remarks for row in slide.rows)
    ]


# --- the place of the box ---


def test_a_place_of_the_box_that_does_not_exist_is_told_and_the_article_opens_all_the_same(raw, saved, capsys):
    raw["urgent_care"]["first_at"] = ["symptoms-and-diagnosis", "nowhere", "overview/definition"]
    path = saved(raw)
    assert main(["check", str(path)]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if "first_at" in line]
    assert [line.partition(": error: ")[2] for line in told] == [
        f'urgent_care, first_at {number}: leads nowhere: there is no section or question "{name}"; so the box is shown first on the first page'
        for number, name in ((2, "nowhere"), (3, "overview/definition"))
    ]
    article = load(path).article
    document = Document(article)
    assert [section.id for section in article.sections if document.is_urgent_first(section.id)] == [article.sections[0].id, "symptoms-and-diagnosis"]
    assert teachable(article)[:3] == ("overview", "figures/anatomy", "urgent-care")


def test_the_box_of_an_article_whose_only_place_does_not_exist_is_never_away(raw, article_of):
    raw["urgent_care"]["first_at"] = ["nowhere"]
    article = article_of(raw)
    for text in (Document(article).place("overview"), Document(article).section(article.sections[0])):
        assert any(type(block).__name__ == "UrgentBox" for block in text)


# --- the form of the box ---


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda box: box["groups"][0]["signs"][0].pop("triggers"), "urgent_care.groups[0].signs[0].triggers: is missing and must not be left out"),
        (lambda box: box["groups"][0]["signs"][0].update(triggers=[]), "urgent_care.groups[0].signs[0].triggers: needs at least one entry"),
        (lambda box: box["groups"][0].update(signs=[]), "urgent_care.groups[0].signs: needs at least one entry"),
        (lambda box: box["groups"][0].update(urgency="soon"), 'urgent_care.groups[0].urgency: must be one of "call", "emergency", not "soon"'),
        (lambda box: box["groups"][0].update(sources=["S999"]), 'urgent_care.groups[0].sources[0]: leads nowhere: there is no source "S999"'),
        (
            lambda box: box["groups"][0]["signs"][0].update(lead="Bleeding"),
            "urgent_care.groups[0].signs[0].lead: must be the beginning of the text, so that it can be printed bold",
        ),
        (lambda box: box.update(lead="One"), "urgent_care.lead: must be the beginning of the text, so that it can be printed bold"),
        (lambda box: box.update(signs=["You bleed."]), "urgent_care.signs: belongs to the older form without groups and would not be shown"),
        (lambda box: box.update(emergency="Call."), "urgent_care.emergency: belongs to the older form without groups and would not be shown"),
        (lambda box: box.update(triggers=["x"]), "urgent_care.triggers: belongs to the older form without groups and would not be shown"),
        (lambda box: box.pop("groups"), "urgent_care.groups: is missing: the box must have at least one sign"),
    ],
)
def test_what_is_wrong_with_the_box_is_told(raw, saved, change, problem):
    change(raw["urgent_care"])
    with pytest.raises(ContentError) as caught:
        load(saved(raw))
    assert [str(one) for one in caught.value.problems] == [problem]


def test_a_lead_that_is_not_the_beginning_is_never_printed(article):
    sign = replace(article.urgent_care.groups[0].signs[0], lead="Elsewhere")
    box = replace(article.urgent_care, groups=(replace(article.urgent_care.groups[0], signs=(sign,)),))
    assert box.told[0].signs[0].whole == sign.text


def test_the_line_of_a_box_without_one_is_its_title_and_text(full, article_of):
    assert article_of(full).urgent_care.line == "When to call for help. Call at once when one of these signs occurs."


def test_a_group_with_the_title_of_the_box_has_no_heading_of_its_own() -> None:
    box = load(Path(__file__).parents[3] / "resources" / "content.json").article.urgent_care
    assert box is not None
    group, *others = box.groups
    same = replace(box, groups=(replace(group, title=box.title), *others)).told
    assert [one.title for one in same] == ["", *(one.title for one in others)]
    assert same[0].signs == box.told[0].signs
