"""Every word of every page, in the role that it has, from the program that runs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.article.places import FIGURES, GLOSSARY, KEYS, PROVENANCE, SOURCES
from app.core.files.loader import load
from app.core.pages.blocks import Block, Blocks, Divider, Drawing, Heading, Item, Links, Notes, Paragraph, Run, UrgentBox
from app.core.pages.document import Document
from app.machine import paths
from app.ui.window.commands import key_page
from tests.e2e.conftest import Program

from .conftest import Ear
from .heard import Node

Start = Callable[..., Program]
LOADED = load(paths.CONTENT)
ARTICLE = LOADED.article
DOCUMENT = Document(ARTICLE, LOADED.short_digest, folder=Path(LOADED.path).parent)

SECTIONS = tuple(section.id for section in ARTICLE.sections)
assert ARTICLE.urgent_care is not None
PAGES = (*SECTIONS, FIGURES, GLOSSARY, SOURCES, PROVENANCE, ARTICLE.about.id, ARTICLE.urgent_care.id, KEYS)

Told = tuple[str, str]
"""A role and words."""


def plain(text: str) -> str:
    return " ".join(text.replace("–", "-").replace("\u00a0", " ").split())


def words(runs: tuple[Run, ...]) -> str:
    return plain("".join(run.text for run in runs))


def links(runs: tuple[Run, ...]) -> Iterator[Told]:
    return (("link", plain(run.text)) for run in runs if run.target)


def expected(block: Block) -> Iterator[Told]:
    """Give all that has to be heard of a block."""
    match block:
        case Heading():
            yield f"heading {block.level}", plain(block.text)
        case Paragraph():
            yield "paragraph", words(block.runs)
            yield from links(block.runs)
        case Item():
            yield "list item", words(block.runs)
            yield from links(block.runs)
        case Notes():
            yield from expected_notes(block)
        case Drawing():
            yield "image", plain(f"{block.title}. {block.alt}")
            yield "paragraph", words(block.caption)
            yield "link", plain(block.enlarge)
        case Links():
            yield from (told for run in block.links for told in links((run,)))
        case UrgentBox():
            yield f"heading {block.level}", plain(block.title)
            kinds = {"sign": "list item"}
            for line in block.lines():
                yield f"heading {line.level}" if line.kind == "heading" else kinds.get(line.kind, "paragraph"), words(line.runs)
                yield from links(line.runs)
        case Divider():
            pass


def expected_notes(block: Notes) -> Iterator[Told]:
    yield "comment", plain(f"{block.label}  ·  {block.aside}")
    for note in block.notes:
        yield "comment", plain(f"{note.verdict}. {note.text}")
        yield "comment", words(note.details)
        yield from links(note.details)
    if block.folded:
        yield "push button", f"{plain(block.folded)}, expanded"


def all_expected(blocks: Blocks) -> list[Told]:
    return [told for block in blocks for told in expected(block)]


def heard(root: Node) -> set[Told]:
    """Return all that is told, headings with their level."""
    return {(f"heading {node.attributes.get('level', '?')}" if node.role == "heading" else node.role, plain(node.name)) for node in root.walk()}


def shown_page(ear: Ear, name: str) -> Node:
    return ear.wait_for(lambda root: root.find("heading", name), f"the page {name}")


def unfold(ear: Ear, root: Node) -> Node:
    """Bring out every note that is folded away, as a screen reader does: by pressing what says that it can be expanded."""
    while closed := [node for node in root.all("push button") if "expandable" in node.states and "expanded" not in node.states]:
        opened = count_open(root)
        assert ear.ask("act", closed[0], action="Press")
        root = ear.wait_for(lambda now, opened=opened: count_open(now) > opened, f"what {closed[0].name} brings out")
    return root


def count_open(root: Node) -> int:
    return len([node for node in root.all("push button") if "expanded" in node.states])


@pytest.mark.parametrize("page", PAGES)
def test_every_word_of_a_page_is_heard_in_its_role(start: Start, ear: Ear, page: str) -> None:
    start("--open", page)
    blocks = key_page() if page == KEYS else (*DOCUMENT.page(page, has_side_column=True), *DOCUMENT.column_blocks(page))
    title = next(block.title if isinstance(block, UrgentBox) else block.text for block in blocks if isinstance(block, Heading | UrgentBox))
    root = unfold(ear, shown_page(ear, title))
    missing = [told for told in all_expected(blocks) if told not in heard(root)]
    assert missing == []


def test_every_question_is_a_heading_with_a_button_and_every_answer_is_heard(start: Start, ear: Ear) -> None:
    start("--open", "faq")
    root = ear.wait_for(lambda root: root.find("push button", ARTICLE.faq.entries[-1].question), "the questions")
    assert root.get("heading", ARTICLE.faq.title).attributes["level"] == "1"
    for entry in ARTICLE.faq.entries:
        heading = root.get("heading", entry.question)
        assert heading.attributes["level"] == "2"
        button = heading.get("push button", entry.question)
        assert {"expandable", "focusable"} <= set(button.states)
        assert "expanded" not in button.states
        assert button.name == f"{entry.question}, collapsed"
    root = unfold(ear, root)
    for entry in ARTICLE.faq.entries:
        missing = [told for told in all_expected(DOCUMENT.answer(entry, has_side_column=True)) if told not in heard(root)]
        assert missing == [], entry.id


def test_the_whole_disclaimer_is_heard(start: Start, ear: Ear) -> None:
    start(accept=False)
    root = ear.wait_for(lambda root: root.find("push button", "I understand"), "the disclaimer")
    said = heard(root)
    assert ("heading 1", ARTICLE.disclaimer.title) in said
    assert all(("label", plain(text)) in said for text in ARTICLE.disclaimer.text)
    assert all(plain(text) in plain(root.get("push button", "I understand").description) for text in ARTICLE.disclaimer.text)


def test_a_link_tells_the_meaning_of_its_word(start: Start, ear: Ear) -> None:
    start("--open", "treatment-and-management")
    root = shown_page(ear, "Treatment and Management")
    meanings = {term.meaning for term in ARTICLE.glossary}
    assert root.get("link", "cerclage").description in meanings
