"""A text that is imported again: ids stay where a statement is the same, and what the text does not speak of is kept."""

import datetime as dt

from msgspec.structs import replace

from app.core.article.content import Article
from app.core.files.loader import load
from app.core.writing.importing import Imported, import_article
from app.core.writing.report import report
from app.machine import paths

TODAY = dt.date(2026, 11, 26)

FIRST = """# Kettles

## Descaling

Hard water leaves white chalk on the floor of the kettle after some weeks.

- Citric acid: one spoon of it for each litre of cold water in the kettle.
- Vinegar: half a cup, which works but smells for the rest of the day.

Rinse the kettle twice. Boil fresh water once more and pour it away before anybody makes tea.

## Storing

Leave the lid open until the kettle is quite dry inside.

## Questions and answers

### How often is it done?

Once a month where the water is hard.

### May I use soap?

No, soap leaves a taste.

Updated: 1 March 2026
"""


def first() -> Article:
    """Return the first edition, with what an editor added in the content file."""
    made = import_article(FIRST.encode(), "kettles.md", TODAY).article
    section = made.sections[0]
    passages = tuple(replace(passage, asked=(f"asked {number}",), plain=f"plain {number}") for number, passage in enumerate(section.passages))
    return replace(made, sections=(replace(section, passages=passages), *made.sections[1:]))


def second(text: str) -> Imported:
    return import_article(text.encode(), "kettles.md", TODAY, first())


def asked_of(made: Imported) -> dict[str, tuple[str, ...]]:
    return {passage.id: passage.asked for section in made.article.sections for passage in section.passages}


def test_the_same_text_makes_the_same_article() -> None:
    made = second(FIRST)
    assert made.article == first()
    assert (made.new, made.changed, made.gone, made.moved) == ((), (), (), ())


def test_passages_that_were_reworded_moved_or_parted_keep_their_ids_and_what_is_asked() -> None:
    chalk, acid, vinegar, rinse = (passage.id for passage in first().sections[0].passages)
    text = FIRST.replace(
        "leaves white chalk on the floor of the kettle after some weeks", "leaves a crust of chalk on the kettle’s floor after some weeks"
    )
    acid_line, vinegar_line = (line for line in FIRST.split("\n") if line.startswith("- "))
    text = text.replace(f"{acid_line}\n{vinegar_line}", f"{vinegar_line}\n{acid_line}")
    text = text.replace("twice. Boil", "twice.\n\nBoil")
    made = second(text)
    ids = [passage.id for passage in made.article.sections[0].passages]
    assert ids[:3] == [chalk, vinegar, acid]
    assert ids[4] == rinse
    assert made.new == (ids[3],)
    assert set(made.changed) == {chalk, rinse}
    assert (made.gone, made.moved) == ((), ())
    assert asked_of(made)[chalk] == ("asked 0",)
    assert asked_of(made)[acid] == ("asked 1",)


def test_a_plain_form_of_a_text_that_changed_is_told_and_not_kept() -> None:
    made = second(FIRST.replace("after some weeks", "after a few weeks"))
    passage = made.article.sections[0].passages[0]
    assert passage.plain == passage.text
    assert [choice.words for choice in made.choices if "plain words" in choice.what] == ["plain 0"]


def test_a_section_keeps_its_id_under_another_title() -> None:
    made = second(FIRST.replace("## Descaling", "## Taking the chalk out"))
    assert [section.id for section in made.article.sections] == [section.id for section in first().sections]


def test_a_passage_that_went_to_another_section_is_named_with_both_ids() -> None:
    vinegar_line = next(line for line in FIRST.split("\n") if line.startswith("- Vinegar"))
    made = second(FIRST.replace(f"{vinegar_line}\n", "").replace("## Storing\n", f"## Storing\n\n{vinegar_line}\n"))
    assert made.moved == (("descaling/vinegar", "storing/vinegar"),)
    assert (made.new, made.gone) == ((), ())
    assert asked_of(made)["storing/vinegar"] == ("asked 2",)
    assert "descaling/vinegar is now storing/vinegar" in "\n".join(report(made, "kettles.md"))


def test_what_is_new_and_gone_is_listed() -> None:
    made = second(FIRST.replace("### May I use soap?\n\nNo, soap leaves a taste.", "### Who owns the kettle?\n\nThe house does."))
    assert (made.new, made.gone) == (("faq/owns-kettle",), ("faq/use-soap",))
    told = report(made, "kettles.md")
    assert "  new: faq/owns-kettle" in told
    assert "  gone: faq/use-soap" in told


def test_what_a_text_does_not_speak_of_is_kept_from_the_real_article() -> None:
    article = load(paths.CONTENT).article
    section = article.sections[1]
    lines = "\n\n".join(f"- {passage.text}" if passage.kind == "item" else passage.text for passage in section.passages)
    made = import_article(f"## {section.title}\n\n{lines}\n".encode(), "a.md", TODAY, article).article
    assert made.sections == (section,)
    for name in ("notes", "sources", "figures", "glossary", "synonyms", "wording", "disclaimer", "about", "edition"):
        if name != "figures":
            assert getattr(made, name) == getattr(article, name)
    assert [figure.id for figure in made.figures] == [figure.id for figure in article.figures]
    assert [entry.id for entry in made.faq.entries] == [entry.id for entry in article.faq.entries]
