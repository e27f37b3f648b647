"""Back and forward through the places a reader has been to, as in a browser."""


class History:
    """A line of places with a position in it."""

    def __init__(self, limit: int = 200) -> None:
        self._visited: list[str] = []
        self._at = -1
        self._limit = limit

    @property
    def current(self) -> str | None:
        """The place the reader is at."""
        return self._visited[self._at] if self._visited else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether the reader has come back from a later place."""
        return self._at < len(self._visited) - 1

    def recent(self, most: int) -> tuple[str, ...]:
        """Return the places that were visited, the last one first and each once, without the one the reader is at."""
        seen = dict.fromkeys(reversed(self._visited))
        return tuple(place for place in seen if place != self.current)[:most]

    def visit(self, place: str) -> None:
        """Go to a new place; what lay forward is forgotten. Staying where one is adds nothing."""
        if place == self.current:
            return
        self._visited[self._at + 1 :] = [place]
        del self._visited[: -self._limit]
        self._at = len(self._visited) - 1

    def back(self) -> str | None:
        """Go back one place; None at the start."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self.current

    def forward(self) -> str | None:
        """Go forward one place; None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self.current
