"""Part a statement and its evidence notes over several slides, so that no slide has the one without the other.

Every slide carries a part of the statement (all of it, when it is short) and a part of the notes. A note with an alert is named on each of them:
whole where there is room, else by its verdict.
"""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from app.core.base.text import ended
from app.core.pages.blocks import Notes, NoteText, Run
from app.core.teaching.slides import RoomNeeded, Slide, SlideRow, cut

_Waiting = tuple[SlideRow, ...]
"""What is still to be shown of one note."""

HALF = 0.46
"""The share of the room under the heading that statement and notes may take each, when they do not fit together; the rest is the space between.

Notes get more where the verdicts of their alerts need it.
"""


def panel_rows(block: Notes, notes: Iterable[NoteText], step: int = 0) -> tuple[SlideRow, ...]:
    """Return the rows of a panel: its head, then each note with its verdict first."""
    head = SlideRow("label", (Run(block.label, strong=True),), block.place, step, aside=block.aside)
    return (head, *(row for note in notes for row in note_rows(note, block.place, step)))


def note_rows(note: NoteText, place: str, step: int = 0) -> tuple[SlideRow, SlideRow]:
    """Return the rows of one note: verdict and sentence, then date and sources."""
    words = Run(ended(note.verdict), strong=True), Run(f" {note.text}")
    return SlideRow("note", words, place, step, name=note.id), SlideRow("details", note.details, place, step, name=note.id)


class NotePanels:
    """Parts one statement with its notes."""

    def __init__(self, heading: Slide, statement: SlideRow, notes: Notes, measure: RoomNeeded) -> None:
        self._heading = heading
        self._statement = statement
        self._measure = measure
        self._head = panel_rows(notes, ())
        ordered = sorted(notes.notes, key=lambda note: not note.alert)
        self._alerts = [note.id for note in ordered if note.alert]
        self._whole = {note.id: note_rows(note, notes.place) for note in ordered}
        top = self._taken(())
        room = max(0.0, 1 - top)
        self._for_notes = max(top + room * HALF, *(self._taken(self._least(name)) for name in self._whole))
        self._for_statement = top + room * 2 * HALF - (self._for_notes - top)

    def _least(self, name: str) -> tuple[SlideRow, ...]:
        """Return the smallest panel that can go on with a note."""
        row = self._whole[name][0]
        return (*self._head, *self._verdicts([*self._alerts, name]), replace(row, runs=(Run(row.text[:1], strong=True),)))

    def _taken(self, rows: Iterable[SlideRow]) -> float:
        return self._measure(replace(self._heading, rows=(*self._heading.rows, *rows)))

    def slides(self) -> list[Slide]:
        """Return the slides."""
        parts = self._statement_parts()
        waiting: list[_Waiting] = list(self._whole.values())
        made: list[Slide] = []
        panel: tuple[SlideRow, ...] = ()
        while waiting or len(made) < len(parts):
            said = parts[min(len(made), len(parts) - 1)]
            if waiting:
                panel, waiting = self._next_panel(waiting, said, is_short=len(parts) == 1)
            made.append(replace(self._heading, rows=(*self._heading.rows, said, *panel)))
        return made

    def _statement_parts(self) -> list[SlideRow]:
        """Return the statement, in parts that leave room for the notes."""
        parts: list[SlideRow] = []
        rest: SlideRow | None = self._statement
        while rest is not None:
            part, rest = cut(rest, self._leaves_room)
            parts.append(part)
        return parts

    def _leaves_room(self, row: SlideRow) -> bool:
        return self._taken([row]) <= self._for_statement

    def _next_panel(self, waiting: list[_Waiting], said: SlideRow, *, is_short: bool) -> tuple[tuple[SlideRow, ...], list[_Waiting]]:
        """Return a panel that fits beside a part of the statement, with at least the beginning of one waiting note, and what waits then."""

        def fits(rows: Iterable[SlideRow]) -> bool:
            return self._taken([said, *rows]) <= 1 if is_short else self._taken(rows) <= self._for_notes

        for is_whole in (True, False):
            for count in range(len(waiting), 0, -1):
                panel = self._panel(waiting, count, is_whole=is_whole)
                if fits(panel):
                    return panel, waiting[count:]
        return self._begin(self._panel(waiting, 0, is_whole=False), waiting, fits)

    def _begin(
        self, rows: tuple[SlideRow, ...], waiting: list[_Waiting], fits: Callable[[Iterable[SlideRow]], bool]
    ) -> tuple[tuple[SlideRow, ...], list[_Waiting]]:
        """Return a panel with as much of the first waiting note as fits, and what waits then."""
        done: tuple[SlideRow, ...] = ()
        left = waiting[0]
        while left and fits((*rows, *done, left[0])):
            done, left = (*done, left[0]), left[1:]

        def fits_too(row: SlideRow) -> bool:
            return fits((*rows, *done, row))

        if left:
            begun, rest = cut(left[0], fits_too)
            if not done or fits_too(begun):
                done, left = (*done, begun), (*((rest,) if rest is not None else ()), *left[1:])
        return (*rows, *done), [left, *waiting[1:]] if left else waiting[1:]

    def _panel(self, waiting: list[_Waiting], count: int, *, is_whole: bool) -> tuple[SlideRow, ...]:
        """Return the head, alerts that were shown before (whole, or their verdicts), so many waiting notes, and the verdicts of alerts to come."""
        first = waiting[0][0]
        now = {rows[0].name for rows in waiting[:count]}
        later = {rows[0].name for rows in waiting[count:]} - now - {first.name}
        before = [name for name in self._alerts if name not in now | later | {first.name}]
        named = [] if is_whole else before
        if first.goes_on or first.kind == "details":
            named = [*named, first.name]
        coming = [name for name in self._alerts if name in later]
        return (
            *self._head,
            *(row for name in before if is_whole for row in self._whole[name]),
            *(self._verdicts([*named, *coming]) if named else ()),
            *(row for rows in waiting[:count] for row in rows),
            *(() if named else self._verdicts(coming)),
        )

    def _verdicts(self, names: list[str]) -> tuple[SlideRow, ...]:
        """Return the line that names notes which stand, whole or in part, on another slide."""
        if not names:
            return ()
        runs: list[Run] = []
        for name in names:
            verdict = self._whole[name][0].runs[0].text.removesuffix(".")
            runs += [*([Run(" · ")] if runs else []), Run(verdict, strong=True), Run(f" ({name})")]
        return (replace(self._whole[names[0]][0], runs=(*runs, Run(" …")), name=" ".join(names)),)
