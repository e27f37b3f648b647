"""A run through slides as a value: which slide is shown, how much of it, and what lies over it."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from app.core.base.text import ended
from app.core.teaching.slides import Slide, slide_at

MOST_DIGITS = 5

Blank = Literal["black", "white"]


class Slideshow(Struct, frozen=True):
    """The slide with this `number` is shown up to this `step`; both are counted from 0.

    While the screen is `blank` or the keys are listed, nothing of it is seen. `typed` are the digits so far of the slide that is asked for.
    Every move returns another value; one that leads nowhere returns the same. Without slides there are no moves.
    """

    slides: tuple[Slide, ...] = ()
    number: int = 0
    step: int = 0
    blank: Blank | None = None
    lists_keys: bool = False
    typed: str = ""

    # --- what is shown ---

    @property
    def slide(self) -> Slide:
        """The slide that is shown."""
        return self.slides[self.number]

    @property
    def is_covered(self) -> bool:
        """Whether something lies over the slide; then the next key or click only takes that away."""
        return self.blank is not None or self.lists_keys

    @property
    def share(self) -> float:
        """How much of the slides has been shown, up to 1."""
        return (self.number + 1) / len(self.slides)

    @property
    def has_answer_to_come(self) -> bool:
        """Whether the next move shows more of a question's answer."""
        return self.slide.kind == "question" and self.step < self.slide.last_step

    @property
    def label(self) -> str:
        """Where in the lesson the slide stands: among slides of its kind, and among all."""
        part = self.slide.part
        return part.label if part.count == len(self.slides) else f"{part.label} · {self.number + 1}/{len(self.slides)}"

    @property
    def title(self) -> str:
        """The slide's name as it is read aloud."""
        return f"{ended(self.label)} {self.slide.title}"

    @property
    def body(self) -> str:
        """The words under the title that are seen now."""
        return self.slide.spoken(self.step).removeprefix(self.slide.title).strip()

    @property
    def words(self) -> str:
        """All that is seen now, as it is read aloud."""
        return f"{ended(self.title)} {self.body}"

    # --- moves ---

    def forward(self) -> "Slideshow":
        """Show what comes next: more of this slide, or the next one."""
        if self.step < self.slide.last_step:
            return self._at(self.number, self.step + 1)
        return self._at(self.number + 1, 0) if self.number < len(self.slides) - 1 else self

    def back(self) -> "Slideshow":
        """Show what was there before."""
        if self.step > 0:
            return self._at(self.number, self.step - 1)
        return self._at(self.number - 1, self.slides[self.number - 1].last_step) if self.number > 0 else self

    def at(self, number: int) -> "Slideshow":
        """Show the beginning of a slide by its number, here counted from 1 as teachers do; the nearest when there is none."""
        return self._at(max(1, min(number, len(self.slides))) - 1, 0)

    def at_end(self) -> "Slideshow":
        """Show all of the last slide."""
        return self._at(len(self.slides) - 1, self.slides[-1].last_step)

    def _at(self, number: int, step: int) -> "Slideshow":
        return replace(self, number=number, step=step, typed="")

    # --- the number of a slide that is asked for ---

    def with_digit(self, digit: str) -> "Slideshow":
        """Take one more digit; of too many, the last ones count."""
        return replace(self, typed=(self.typed + digit)[-MOST_DIGITS:])

    def without_last_digit(self) -> "Slideshow":
        """Take the last digit back."""
        return replace(self, typed=self.typed[:-1])

    def without_digits(self) -> "Slideshow":
        """Ask for no slide any more."""
        return replace(self, typed="")

    # --- what lies over the slide ---

    def with_blank(self, blank: Blank | None) -> "Slideshow":
        """Show nothing but black or white, or the slide again."""
        return replace(self, blank=blank)

    def with_keys(self, *, listed: bool) -> "Slideshow":
        """List the keys, or show the slide again."""
        return replace(self, lists_keys=listed)

    # --- slides made again ---

    def refitted(self, slides: tuple[Slide, ...]) -> "Slideshow":
        """Go on with the same slides made for another screen: the same one is shown as before, though its text may stand on more or fewer slides."""
        before, after = self._alike(self.slides), self._alike(slides)
        share = before.index(self.number) / len(before)
        number = after[min(round(share * len(after)), len(after) - 1)] if after else min(self.number, len(slides) - 1)
        return replace(self, slides=slides, number=number, step=min(self.step, slides[number].last_step))

    def _alike(self, slides: tuple[Slide, ...]) -> list[int]:
        """Return the numbers of the slides of the same kind and place as the one that is shown."""
        same = self.slide.kind, self.slide.place
        return [number for number, slide in enumerate(slides) if (slide.kind, slide.place) == same]


def begin_show(slides: tuple[Slide, ...], place: str, page: str) -> Slideshow:
    """Begin at a place; at the first slide when none shows the place or its page."""
    return Slideshow(slides, slide_at(slides, place, page))
