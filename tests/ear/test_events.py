"""What is announced, where the focus goes, and what the caret, the selection and the rectangles tell."""

import time
from collections.abc import Callable

from tests.e2e.conftest import Program

from .conftest import Ear
from .heard import Node

Start = Callable[..., Program]
TREATMENT = "treatment-and-management"


def opened(start: Start, ear: Ear, place: str, heading: str) -> tuple[Program, Node]:
    program = start("--open", place)
    root = ear.wait_for(lambda root: root.find("heading", heading), heading)
    return program, root


def page_text(root: Node, name: str) -> Node:
    return next(node for node in root.walk() if node.text is not None and node.name == name and "multi-line" in node.states)


def test_results_corrections_and_the_chosen_row_are_announced(start: Start, ear: Ear) -> None:
    program, _ = opened(start, ear, TREATMENT, "Treatment and Management")
    program.press("ctrl+k")
    ear.wait_for_event("object:state-changed:focused", "Search this reference")
    program.type("cerclage")
    ear.wait_for_event("object:announcement", "results")
    program.press("Down")
    said = str(ear.wait_for_event("object:announcement", "›")["said"])
    assert "Questions and answers" in said or "Treatment" in said
    program.press("Escape")
    program.type("cerclauge")
    ear.wait_for_event("object:announcement", "Showing results for cerclage")
    program.press("Escape")
    program.type("diabetes insulin dose")
    ear.wait_for_event("object:announcement", "The article does not say this")


def test_accepting_the_disclaimer_is_heard_as_the_page_and_nothing_in_between(start: Start, ear: Ear) -> None:
    program = start("--open", TREATMENT, accept=False)
    program.press("Return")
    ear.wait_for(lambda root: root.find("heading", "Treatment and Management"), "the page")
    time.sleep(1)
    gained = [one for one in ear.events() if str(one["type"]).startswith("object:state-changed:focused")]
    assert [one["name"] for one in gained if one["name"] == "Quit"] == []


def test_results_are_announced_once_when_typing_rests(start: Start, ear: Ear) -> None:
    program, _ = opened(start, ear, TREATMENT, "Treatment and Management")
    program.press("ctrl+k")
    ear.wait_for_event("object:state-changed:focused", "Search this reference")
    program.type("cerclage")
    time.sleep(2)
    said = [str(one["said"]) for one in ear.events() if str(one["type"]).startswith("object:announcement")]
    assert len(said) == 1
    assert "results" in said[0]


def test_results_are_rows_that_are_heard_whole(start: Start, ear: Ear) -> None:
    program, _ = opened(start, ear, TREATMENT, "Treatment and Management")
    program.press("ctrl+k")
    program.type("bed rest")
    root = ear.wait_for(lambda root: root.find("list", "Search results"), "the results")
    rows = root.get("list", "Search results").all("list item")
    assert rows[0].name.startswith("Evidence note: Outdated advice")  # an alert is heard before what it is about
    assert ". From the article" in rows[0].name
    assert "selected" in rows[0].states
    assert all(row.name for row in rows)


def test_a_page_that_is_shown_is_announced_and_has_the_focus(start: Start, ear: Ear) -> None:
    program, _ = opened(start, ear, TREATMENT, "Treatment and Management")
    program.press("ctrl+Next")
    ear.wait_for_event("object:announcement", "Complications and Prevention")
    root = ear.wait_for(lambda root: root.find("heading", "Complications and Prevention"), "the next section")
    assert root.focused()[-1].name == "Complications and Prevention"
    program.press("F2")
    ear.wait_for_event("object:announcement", "Call straight away")


def test_who_heard_a_page_before_hears_what_stands_there_now(start: Start, ear: Ear) -> None:
    program, before = opened(start, ear, TREATMENT, "Treatment and Management")
    assert before.find("paragraph", "Treatment depends")
    program.press("ctrl+Next")
    program.wait_for_title("Complications")

    def heard() -> bool:
        now = ear.listen(fresh=False)
        return now.find("heading", "Complications and Prevention") is not None and now.find("paragraph", "Treatment depends") is None

    ear.wait_for(lambda _: heard(), "the new page without asking for everything again")


def test_the_focus_follows_a_result_a_link_and_the_way_back(start: Start, ear: Ear) -> None:
    program, _ = opened(start, ear, TREATMENT, "Treatment and Management")
    program.press("ctrl+k")
    program.type("ehlers")
    program.press("Return")
    root = ear.wait_for(lambda root: root.find("heading", "Causes and Risk Factors"), "the result")
    assert root.focused()[-1].name == "Causes and Risk Factors"
    link = root.get("link", "What causes")
    assert ear.ask("act", link, action="Press")
    root = ear.wait_for(lambda root: root.find("push button", "What causes cervical insufficiency?, expanded"), "the question")
    assert root.focused()[-1].name == "What causes cervical insufficiency?, expanded"
    program.press("alt+Left")
    root = ear.wait_for(lambda root: root.find("heading", "Causes and Risk Factors"), "the page before")
    assert root.focused()[-1].name == "Causes and Risk Factors"


def test_the_focus_is_told_of_every_link_that_tab_reaches(start: Start, ear: Ear) -> None:
    program, root = opened(start, ear, TREATMENT, "Treatment and Management")
    first = root.get("link")
    ear.events()
    program.press("Tab")
    ear.wait_for_event("object:state-changed:focused", first.name)
    root = ear.wait_for(lambda root: "focused" in root.get("link", first.name).states, "the link with the focus")
    program.press("Tab")
    ear.wait_for_event("object:state-changed:focused", "Evidence note, collapsed")


def test_questions_say_that_they_open_and_close(start: Start, ear: Ear) -> None:
    program, _ = opened(start, ear, "faq", "Questions and answers")
    program.press("Tab", "Tab")
    ear.wait_for_event("object:state-changed:focused", "What causes")
    program.press("space")
    ear.wait_for_event("object:announcement", "Expanded")
    root = ear.wait_for(lambda root: "expanded" in root.get("push button", "What causes").states, "the open answer")
    assert root.get("push button", "What causes").name.endswith(", expanded")
    program.press("space")
    ear.wait_for_event("object:announcement", "Collapsed")
    ear.wait_for(lambda root: "expanded" not in root.get("push button", "What causes").states, "the closed answer")


def test_notes_that_are_folded_away_say_so_and_open(start: Start, ear: Ear) -> None:
    _, root = opened(start, ear, TREATMENT, "Treatment and Management")
    line = root.get("push button", "Evidence note, collapsed")
    assert "expandable" in line.states
    assert ear.ask("act", line, action="Press")
    ear.wait_for_event("object:announcement", "Evidence notes shown")
    root = ear.wait_for(lambda root: root.find("push button", "Evidence note, expanded"), "the notes")
    assert "expanded" in root.get("push button", "Evidence note, expanded").states


def test_caret_and_selection_are_the_texts_own(start: Start, ear: Ear) -> None:
    _, root = opened(start, ear, TREATMENT, "Treatment and Management")
    text = page_text(root, "Treatment and Management")
    assert text.text is not None
    at = text.text.words.index("Treatment depends")
    ear.events()
    assert ear.ask("caret", text, to=at)
    ear.wait_for_event("object:text-caret-moved")
    assert ear.ask("select", text, **{"from": at, "to": at + 9})
    again = page_text(ear.listen(), "Treatment and Management").text
    assert again is not None
    assert again.selections == ((at, at + 9),)


def test_rectangles_lie_in_the_window_and_move_with_the_page(start: Start, ear: Ear) -> None:
    program, root = opened(start, ear, TREATMENT, "Treatment and Management")
    frame = root.get("frame").box
    for node in root.get("document frame").walk():
        left, top, width, height = node.box
        assert width > 0
        assert height > 0
        assert frame[0] <= left
        assert left + width <= frame[0] + frame[2]
        if "showing" in node.states:
            assert top < frame[1] + frame[3]
            assert top + height > frame[1]
    heading = root.get("heading", "Treatment and Management")
    link = root.get("link")
    left, top, width, height = link.box
    at = ear.ask("at", root.get("frame"), x=left + width // 2, y=top + height // 2)
    assert isinstance(at, dict)
    assert at["name"] == link.name
    program.press("Page_Down")
    moved = ear.wait_for(lambda now: now.get("heading", heading.name).box[1] < heading.box[1], "the page to scroll")
    by = heading.box[1] - moved.get("heading", heading.name).box[1]
    assert moved.get("link").box[1] == link.box[1] - by


def test_the_contents_lead_to_a_page(start: Start, ear: Ear) -> None:
    _, root = opened(start, ear, TREATMENT, "Treatment and Management")
    contents = root.get("list", "Contents")
    number = next(place for place, row in enumerate(contents.children) if row.name.startswith("Sources"))
    assert ear.ask("choose", contents, child=number)
    ear.wait_for_event("object:announcement", "Sources")
