"""Documents as people have them, in every shape: what is made of each, and that little is left to do."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import pytest

from app.core.writing.importing import Imported, import_article
from app.core.writing.report import report
from tests.core.writing.docx import styled, without_styles

TODAY = dt.date(2026, 11, 26)
FOLDER = Path(__file__).parents[2] / "articles" / "writing"
DOCUMENTS = Path(__file__).parents[3] / "docs"
MOST_LEFT = 5


class Case(NamedTuple):
    name: str
    title: str
    sections: tuple[str, ...]
    passages: int
    questions: tuple[str, ...]
    updated: str
    language: str = "en"
    disclaimer: str = ""


CASES = (
    Case(
        "leaflet.md",
        "Visiting hours on Ward 4",
        ("Visiting hours on Ward 4", "When can I visit?", "Who can visit?", "What may I bring?", "Contact"),
        18,
        ("Is there parking?", "Can I bring my dog?", "Where can I get a coffee?"),
        "2026-01-12",
        disclaimer="This leaflet is about visiting only. Ask the ward about anything else.",
    ),
    Case(
        "protocol.md",
        "Cleaning the ward kitchen",
        ("Purpose", "Responsibilities", "Procedure: After each use", "Procedure: Once a day", "Procedure: Once a week", "Records"),
        11,
        ("What if the dishwasher is broken?", "Who buys cleaner?"),
        "2025-11-03",
    ),
    Case(
        "encyclopedia.txt",
        "Kettle",
        ("Kettle", "Overview", "Kinds of kettle", "Use", "Care"),
        11,
        ("Why does my kettle sing before it boils?", "How long does a kettle last?", "Can I boil milk in a kettle?"),
        "2025-10-04",
        disclaimer="The encyclopedia is for general information. Always follow the instructions of the maker.",
    ),
    Case(
        "questions.txt",
        "QUESTIONS THAT VISITORS ASK AT THE FRONT DESK",
        ("QUESTIONS THAT VISITORS ASK AT THE FRONT DESK",),
        1,
        (
            "Where do I leave my coat?",
            "Is there a place to charge a phone?",
            "Can I take photographs?",
            "May I bring food?",
            "How do I get back to the station?",
            "What do I do if I lose my visitor badge?",
        ),
        "2026-11-26",
    ),
    Case(
        "lamps.docx",
        "Bicycle lamps for night shifts",
        ("Before you leave", "On the way: In town", "On the way: Out of town"),
        7,
        ("Do I need both lamps in summer?", "Who pays for batteries?"),
        "2026-02-05",
        disclaimer="This sheet is for our own bicycles. The law of your country comes first.",
    ),
    Case(
        "mail.txt",
        "How to borrow a bicycle from the house",
        ("How to borrow a bicycle from the house", "Before you ride", "Bringing it back", "Bringing it back: Who to ask"),
        10,
        (),
        "2026-02-02",
    ),
    Case(
        "caps.txt",
        "TEA KITCHEN RULES",
        ("GENERAL", "DISHES", "FRIDGE"),
        6,
        ("Who empties the machine?", "May I use the milk in the door?", "Where are the spare cups?"),
        "2025-05-01",
    ),
    Case(
        "werkstatt.md",
        "Fahrradwerkstatt im Hof",
        ("Fahrradwerkstatt im Hof", "Öffnungszeiten", "Werkzeug"),
        6,
        ("Muss ich mich anmelden?", "Kann ich Ersatzteile kaufen?"),
        "2026-03-03",
        "de",
        "Die Benutzung erfolgt auf eigene Gefahr.",
    ),
    Case(
        "biblioteca.txt",
        "Normas de la biblioteca del barrio",
        ("Horario", "Préstamo"),
        5,
        ("¿Qué pasa si devuelvo un libro tarde?", "¿Puedo renovar un préstamo por teléfono?", "¿Hay wifi?"),
        "2026-01-15",
        "es",
        "Estas normas pueden cambiar. Consulte el tablón de la entrada.",
    ),
    Case(
        "local.docx",
        "Le local à vélos",
        ("Accès", "Rangement"),
        6,
        ("Puis-je laisser un casque ?", "Qui gonfle les pneus ?"),
        "2025-11-07",
        "fr",
        "La maison ne répond pas des vols.",
    ),
    Case(
        "bread-bin.txt",
        "How to look after a bread bin",
        ("How to look after a bread bin", "Choosing a bin", "Cleaning"),
        8,
        ("Does bread keep longer in the fridge?", "Should the bread stay in its paper bag?"),
        "2025-05-03",
    ),
    Case(
        "laminating.txt",
        "STANDARD OPERATING PROCEDURE",
        ("STANDARD OPERATING PROCEDURE", "Purpose", "Scope", "Equipment", "Procedure", "Safety", "Related documents"),
        12,
        (),
        "2025-09-14",
    ),
)


def made_of(name: str) -> Imported:
    raw = {"lamps.docx": styled, "local.docx": without_styles}.get(name, (FOLDER / name).read_bytes)()
    return import_article(raw, name, TODAY)


def left_in(made: Imported) -> list[str]:
    """Return what is left to its author: the lines of the report under what is wrong, not placed, or decided."""
    lines, found, wanted = report(made, "x"), [], False
    for line in lines:
        if not line.startswith(" "):
            wanted = line.startswith(("Wrong", "Not placed", "Decided"))
        elif wanted:
            found.append(line)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_document_becomes_an_article_in_one_step(case: Case) -> None:
    made = made_of(case.name)
    article = made.article
    assert made.faults == ()
    assert (article.title, article.language, article.edition.updated.isoformat()) == (case.title, case.language, case.updated)
    assert tuple(section.title for section in article.sections) == case.sections
    assert sum(len(section.passages) for section in article.sections) == case.passages
    assert tuple(entry.question for entry in article.faq.entries) == case.questions
    if case.disclaimer:
        assert article.disclaimer.text == (case.disclaimer,)
    assert len(left_in(made)) <= MOST_LEFT


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_id_leads_to_the_line_where_its_words_stand(case: Case) -> None:
    if not case.name.endswith((".md", ".txt")):
        return
    made = made_of(case.name)
    lines = (FOLDER / case.name).read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n")
    for section in made.article.sections:
        for passage in section.passages:
            first = passage.text.split()[0].rstrip(":")
            if line := made.lines[passage.id]:
                assert first in lines[line - 1] or first[0].isdigit()
    for entry in made.article.faq.entries:
        assert entry.question in lines[made.lines[entry.id] - 1]


def test_what_has_no_place_is_told_with_its_line_and_what_to_do() -> None:
    told = "\n".join(report(made_of("protocol.md"), "protocol.md"))
    assert "line 43: is a table of 3 rows, which an article cannot have; write each row as an item of a list: “What | How often / Surfaces" in told
    assert "no disclaimer was found, so this is used; write one under “Disclaimer”" in told
    assert "line 36: is a picture" in "\n".join(report(made_of("leaflet.md"), "leaflet.md"))
    assert (
        "line 17, 25: " in (told := "\n".join(report(made_of("encyclopedia.txt"), "x")))
        or "1, 17, 25, 27, 55, 56: looks like a part of a web page that is not text" in told
    )
    assert "paragraph 17: is a table" in "\n".join(report(made_of("lamps.docx"), "lamps.docx"))


def test_one_thing_that_lacks_is_told_as_one() -> None:
    text = "# Tea\n\nIt is hot.\n\n> [!NOTE] outdated: It may be cold.\n\n## Questions\n\n### Is it sweet?\n\nNo.\n"
    told = "\n".join(report(import_article(text.encode(), "tea.md", TODAY), "tea.md"))
    assert "1 question belongs to no section" in told
    assert "1 note that is always open names no source" in told
    assert "2 passages have no plain words" in told


def test_the_worked_example_makes_what_the_page_says() -> None:
    text = (DOCUMENTS / "writing.md").read_text(encoding="utf-8")
    example = text.partition("```markdown\n")[2].partition("```")[0]
    made = import_article(example.encode(), "kettle.md", TODAY)
    article = made.article
    assert (made.unplaced, made.choices, made.faults) == ((), (), ())
    assert [section.title for section in article.sections] == ["Caring for a kettle", "Descaling", "Storing"]
    crust, often, amount = article.sections[1].passages
    assert (crust.plain, often.asked, often.notes) == (
        "Hard water leaves a white crust. Take it out like this:",
        ("how often should I descale", "when is it due"),
        ("EN01",),
    )
    assert (often.id, amount.kind) == ("descaling/often", "item")
    note, source = article.notes[0], article.sources[0]
    assert (note.verdict, note.alerts, note.sources, note.checked.isoformat()) == ("Outdated", ("outdated",), (source.id,), "2026-03-02")
    assert (source.short, source.issuer, source.year, source.read) == ("Board 2021", "Kettle Board", 2021, "in full")
    assert [(figure.file, figure.sections, figure.after) for figure in article.figures] == [("figures/kettle.svg", ("descaling",), amount.id)]
    assert article.urgent_care is not None
    assert [(group.urgency, group.signs[0].triggers) for group in article.urgent_care.groups] == [
        ("emergency", ("large/big burn", "burn/burnt face")),
        ("call", ("blister",)),
    ]
    assert (article.urgent_care.groups[0].signs[0].lead, article.urgent_care.groups[1].remark) == ("A large burn,", "Leave blisters closed.")
    assert [entry.sections for entry in article.faq.entries] == [("descaling",), ()]
    assert [(term.term, term.forms, term.in_article) for term in article.glossary] == [("Scale", ("scales",), True)]
    assert [(one.term, one.variants) for one in article.synonyms] == [("kettle", ("boiler", "jug")), ("scale", ("limescale", "fur"))]
    assert (article.disclaimer.short, article.wording.reviewer) == ("For the tea kitchen only", "the workshop")
