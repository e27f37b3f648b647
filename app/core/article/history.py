"""Back and forward through the places a reader has been to, as in a browser, in one article or in several."""

from typing import Generic, TypeVar

from app.core.article.places import Address

Spot = TypeVar("Spot")


class History(Generic[Spot]):
    """A line of places with a position in it."""

    def __init__(self, limit: int = 200) -> None:
        self._visited: list[Spot] = []
        self._at = -1
        self._limit = limit

    @property
    def current(self) -> Spot | None:
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

    def recent(self, most: int) -> tuple[Spot, ...]:
        """Return the places that were visited, the last one first and each once, without the one the reader is at."""
        seen = dict.fromkeys(reversed(self._visited))
        return tuple(place for place in seen if place != self.current)[:most]

    def visit(self, place: Spot) -> None:
        """Go to a new place; what lay forward is forgotten. Staying where one is adds nothing."""
        if place == self.current:
            return
        self._visited[self._at + 1 :] = [place]
        del self._visited[: -self._limit]
        self._at = len(self._visited) - 1

    def back(self) -> Spot | None:
        """Go back one place; None at the start."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self.current

    def forward(self) -> Spot | None:
        """Go forward one place; None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self.current

    def at(self, step: int) -> Spot | None:
        """Return the place so many steps away, back with a minus; None beyond either end."""
        number = self._at + step
        return self._visited[number] if 0 <= number < len(self._visited) else None

    def move(self, step: int) -> None:
        """Go so many steps, back with a minus; there must be a place."""
        self._at += step

    def replace(self, place: Spot) -> None:
        """Put another place where the reader is: the one that was there is no more."""
        self._visited[self._at] = place

    def keep(self, kept: frozenset[Spot]) -> None:
        """Forget all places but these and the one the reader is at; of what then stands twice in a row one is left."""
        line: list[Spot] = []
        at = -1
        for number, place in enumerate(self._visited):
            if (place in kept or number == self._at) and (not line or line[-1] != place):
                line.append(place)
            if number == self._at:
                at = len(line) - 1
        self._visited, self._at = line, at

    def places(self) -> frozenset[Spot]:
        """Return every place of the line."""
        return frozenset(self._visited)


class Visits:
    """Where a reader has been in one run, in every article that was open, and how each was left.

    `scrolls` are shares (0 to 1) of what was shown at an address, `titles` what its place is called, with the article's title; `answers` are the open
    answers of an article, by its id. `home` is the bundled article's id, where the program begins with that one: its places need no article.
    """

    def __init__(self, home: str = "") -> None:
        self.home = home
        self.history: History[Address] = History()
        self.scrolls: dict[Address, float] = {}
        self.titles: dict[Address, str] = {}
        self.answers: dict[str, tuple[str, ...]] = {}

    def written(self, address: Address) -> str:
        """Return an address as it is copied and as `--open` takes it."""
        return address.place if address.article == self.home else str(address)

    def forget(self, article: str) -> None:
        """Lead nowhere any more in an article that cannot be opened."""
        self.history.keep(frozenset(place for place in self.history.places() if place.article != article))
