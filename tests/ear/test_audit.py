"""Every view of the running program, looked through from outside: name, role, state. A further view is one line in the table."""

from collections.abc import Callable

import pytest

from tests.e2e.conftest import Program

from .conftest import Ear
from .heard import Node

Start = Callable[..., Program]
Step = Callable[[Program], None]

NAMED = {
    *("push button", "check box", "radio button", "text", "list", "list item", "link", "image", "heading", "paragraph", "comment"),
    *("document frame", "dialog", "menu item", "combo box", "frame", "table", "slider", "toggle button"),
}
SAYS_NOTHING = {"filler", "panel", "unknown", "layered pane", "redundant object", "invalid"}


def keys(*presses: str) -> Step:
    """Return a step that presses keys."""
    return lambda program: program.press(*presses)


def search(words: str) -> Step:
    """Return a step that searches."""

    def step(program: Program) -> None:
        program.press("ctrl+k")
        program.type(words)

    return step


def nothing(_program: Program) -> None:
    pass


VIEWS: dict[str, tuple[tuple[str, ...], Step, str]] = {  # arguments, what is done, the title that is waited for
    "section": (("--open", "treatment-and-management"), nothing, "Treatment and Management"),
    "questions, every answer": (("--open", "faq"), keys("ctrl+e"), "Questions and answers"),
    "figures": (("--open", "figures"), nothing, "Figures"),
    "glossary": (("--open", "glossary"), nothing, "Glossary"),
    "provenance": (("--open", "provenance"), nothing, "Where this comes from"),
    "keys": (("--open", "about"), keys("F1"), "Keys"),
    "results": (("--open", "overview"), search("when is the stitch put in"), "Cervical Insufficiency"),
    "answered by a note": (("--open", "overview"), search("when is the stitch taken out"), "Cervical Insufficiency"),
    "a note": (("--open", "notes/EN29"), nothing, "Questions and answers"),
    "no result": (("--open", "overview"), search("diabetes insulin dose"), "Cervical Insufficiency"),
    "find on the page": (("--open", "faq"), keys("ctrl+f"), "Questions and answers"),
    "library": (("--open", "overview"), keys("ctrl+l"), "Library"),
    "a place that does not exist": (("--open", "overview/nowhere"), nothing, "Cervical Insufficiency"),
}


def failures(root: Node) -> list[str]:
    found = []
    for node in root.walk():
        if node.role in NAMED and not node.name.strip():
            found.append(f"unnamed: {node.role} at {node.box}")
        if "focusable" in node.states and node.role in SAYS_NOTHING:
            found.append(f"roleless: {node.role} “{node.name[:40]}”")
        if node.role == "heading" and node.attributes.get("level") not in {"1", "2", "3", "4"}:
            found.append(f"heading without level: “{node.name[:40]}”")
        if node.role == "link" and "Press" not in node.actions:
            found.append(f"link that cannot be followed: “{node.name[:40]}”")
        if node.role == "push button" and {"enabled", "showing"} <= set(node.states) and not {"Press", "ShowMenu"} & set(node.actions):
            found.append(f"button that cannot be pressed: “{node.name[:40]}”")
    focused = [node for node in root.focused() if node.role != "list item"]  # a list tells its current row too
    if len(focused) != 1:
        found.append(f"focus at {[(node.role, node.name[:40]) for node in focused]}")
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_fails_from_outside(start: Start, ear: Ear, view: str) -> None:
    arguments, step, title = VIEWS[view]
    program = start(*arguments)
    step(program)
    program.wait_for_title(title)
    ear.wait_for(lambda root: len(root.focused()) > 0, "a focus")
    assert failures(ear.listen()) == []


def test_the_disclaimer_does_not_fail_from_outside(start: Start, ear: Ear) -> None:
    start(accept=False)
    assert failures(ear.listen().get("frame")) == []
