"""What a screen reader is told, as values."""

from collections.abc import Iterator

import msgspec


class Text(msgspec.Struct, frozen=True):
    """The text interface: words, where the caret is, what is selected."""

    words: str
    count: int
    caret: int
    selections: tuple[tuple[int, int], ...]


class Node(msgspec.Struct, frozen=True):
    """One thing of the program; `path` leads to it from the program, by places among children."""

    path: tuple[int, ...]
    role: str
    name: str
    description: str
    states: tuple[str, ...]
    attributes: dict[str, str]
    interfaces: tuple[str, ...]
    actions: tuple[str, ...]
    box: tuple[int, ...]
    text: Text | None
    children: tuple["Node", ...]

    def walk(self) -> Iterator["Node"]:
        """Give this and everything below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, role: str) -> list["Node"]:
        """Return everything of a role."""
        return [node for node in self.walk() if node.role == role]

    def find(self, role: str, name: str = "") -> "Node | None":
        """Return the first thing of a role whose name begins so."""
        return next((node for node in self.all(role) if node.name.startswith(name)), None)

    def get(self, role: str, name: str = "") -> "Node":
        """Return the first thing of a role whose name begins so; there is one."""
        found = self.find(role, name)
        assert found is not None, f"no {role} “{name}” among {[node.name[:40] for node in self.all(role)]}"
        return found

    def focused(self) -> list["Node"]:
        """Return what says that it has the focus, innermost last."""
        return [node for node in self.walk() if "focused" in node.states]


def gathered(told: object) -> Node:
    """Return what the listener told, as values."""
    return msgspec.convert(told, Node)
