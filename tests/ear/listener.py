"""Listen to the desktop as a screen reader does: one question a line on standard input, one answer a line, both JSON.

Run by the Python that has GObject's bindings (the system's, not the environment's). It stays silent about what it does not understand in no
case: an answer is either what was asked for or {"error": words}.
"""

import json
import sys
import warnings
from collections.abc import Callable

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version is chosen first

warnings.filterwarnings("ignore", category=DeprecationWarning)

EVENTS = (
    "object:announcement",
    "object:state-changed:focused",
    "object:state-changed:expanded",
    "object:text-caret-moved",
    "object:text-selection-changed",
    "object:selection-changed",
    "object:active-descendant-changed",
    "object:property-change:accessible-name",
)
heard: list[dict[str, object]] = []


def on_event(event: Atspi.Event) -> None:
    try:
        source = {"role": event.source.get_role_name(), "name": event.source.get_name()}
    except GLib.Error:
        source = {"role": "", "name": ""}
    said = event.any_data if isinstance(event.any_data, str) else ""
    heard.append({"type": event.type, "said": said, "detail": event.detail1, **source})


def program(name: str) -> Atspi.Accessible | None:
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        try:
            found = desktop.get_child_at_index(number)
            if found is not None and found.get_name() == name and found.get_child_count():
                return found
        except GLib.Error:  # it is just leaving
            continue
    return None


def states(node: Atspi.Accessible) -> list[str]:
    return [state.value_nick for state in node.get_state_set().get_states()]


def actions(node: Atspi.Accessible) -> list[str]:
    found = node.get_action_iface()
    return [Atspi.Action.get_action_name(found, number) for number in range(found.get_n_actions())] if found else []


def box(node: Atspi.Accessible) -> list[int]:
    found = node.get_component_iface()
    if found is None:
        return []
    extents = found.get_extents(Atspi.CoordType.SCREEN)
    return [extents.x, extents.y, extents.width, extents.height]


def text(node: Atspi.Accessible) -> dict[str, object] | None:
    found = node.get_text_iface()
    if found is None:
        return None
    count = Atspi.Text.get_character_count(found)
    chosen = [Atspi.Text.get_selection(found, number) for number in range(Atspi.Text.get_n_selections(found))]
    return {
        "words": Atspi.Text.get_text(found, 0, count),
        "count": count,
        "caret": Atspi.Text.get_caret_offset(found),
        "selections": [[one.start_offset, one.end_offset] for one in chosen],
    }


def told(node: Atspi.Accessible, path: list[int], *, hidden: bool) -> dict[str, object] | None:
    """Return a node and what is below it; what is not shown at all is left out unless it is asked for, and so is what goes meanwhile."""
    try:
        return seen(node, path, hidden=hidden)
    except (GLib.Error, TypeError, AttributeError):
        return None


def seen(node: Atspi.Accessible, path: list[int], *, hidden: bool) -> dict[str, object] | None:
    now = states(node)
    if not hidden and "visible" not in now and not any(box(node)[2:]):  # what is only scrolled out of sight still has a size
        return None
    children = (node.get_child_at_index(number) for number in range(node.get_child_count()))
    below = [told(child, [*path, number], hidden=hidden) for number, child in enumerate(children) if child is not None]
    return {
        "path": path,
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": now,
        "attributes": node.get_attributes() or {},
        "interfaces": node.get_interfaces(),
        "actions": actions(node),
        "box": box(node),
        "text": text(node),
        "children": [child for child in below if child is not None],
    }


def node_at(name: str, path: list[int]) -> Atspi.Accessible:
    node = program(name)
    for number in path:
        node = node.get_child_at_index(number)
    return node


def answer(question: dict[str, object]) -> object:
    name, path = str(question["program"]), question.get("path", [])
    return ANSWERS[str(question["do"])](name, path, question)


def tell_tree(name: str, path: list[int], question: dict[str, object]) -> object:
    if question.get("fresh"):
        Atspi.get_desktop(0).clear_cache()
    node = program(name)
    return told(node_at(name, path), path, hidden=bool(question.get("hidden"))) if node is not None else None


def tell_events(_name: str, _path: list[int], _question: dict[str, object]) -> object:
    now = list(heard)
    heard.clear()
    return now


def act(name: str, path: list[int], question: dict[str, object]) -> object:
    node = node_at(name, path)
    number = actions(node).index(question["action"])
    return Atspi.Action.do_action(node.get_action_iface(), number)


def put_caret(name: str, path: list[int], question: dict[str, object]) -> object:
    return Atspi.Text.set_caret_offset(node_at(name, path).get_text_iface(), question["to"])


def select(name: str, path: list[int], question: dict[str, object]) -> object:
    found = node_at(name, path).get_text_iface()
    return Atspi.Text.add_selection(found, question["from"], question["to"])


def choose(name: str, path: list[int], question: dict[str, object]) -> object:
    return Atspi.Selection.select_child(node_at(name, path).get_selection_iface(), question["child"])


def at_point(name: str, path: list[int], question: dict[str, object]) -> object:
    found = node_at(name, path).get_component_iface().get_accessible_at_point(question["x"], question["y"], Atspi.CoordType.SCREEN)
    return {"role": found.get_role_name(), "name": found.get_name()} if found else None


ANSWERS: dict[str, Callable[[str, list[int], dict[str, object]], object]] = {
    "tree": tell_tree,
    "events": tell_events,
    "act": act,
    "caret": put_caret,
    "select": select,
    "choose": choose,
    "at": at_point,
}


def on_line(source: int, condition: GLib.IOCondition) -> bool:
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    try:
        found = answer(json.loads(line))
    except (GLib.Error, AttributeError, ValueError, KeyError, TypeError) as error:
        found = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(found), flush=True)
    return True


Atspi.init()
listener = Atspi.EventListener.new(on_event)
for kind in EVENTS:
    listener.register(kind)
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_line)
print(json.dumps("listening"), flush=True)
loop.run()
