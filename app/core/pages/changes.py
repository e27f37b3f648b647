"""Compare two editions of an article, place by place and word by word.

A statement of either edition appears only together with the evidence notes that the edition has beside it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from app.core.article.content import Article, Note
from app.core.article.places import CHANGES
from app.core.article.statements import Statement, StatementField, every, statements_of
from app.core.base.labels import ENGLISH, Labels
from app.core.base.text import words
from app.core.pages.blocks import Block, Blocks, Heading, Paragraph, Run
from app.core.pages.document import Document

Kind = Literal["added", "removed", "changed", "moved"]

SPACES_AND_SIGNS = re.compile(r"\s+|\S")

PAIRS_LIMIT = 250_000
"""Pairs of equal words in two texts at most; beyond, one text over and over, they are told as a whole since matching would take minutes."""

WITHIN_NUMBERS = frozenset(".,")
"""Signs that do not part a number: 1.5 is one word."""

WITHIN_WORDS = frozenset("'’")


class Segment(Struct, frozen=True):
    """A stretch of a text: in both editions, or in one of them only."""

    text: str
    state: Literal["same", "added", "removed"] = "same"


class Change(Struct, frozen=True):
    """One difference at one place. What is the same and added in `words` is exactly the new text, what is the same and removed the old.

    `notes` are the evidence notes beside what is shown, `notes_before` those beside its old form where they were others. Without words nothing but
    the fact that it differs is told.
    """

    place: str
    name: str
    field: str
    kind: Kind
    words: tuple[Segment, ...] = ()
    notes: tuple[Note, ...] = ()
    notes_before: tuple[Note, ...] = ()

    @property
    def title(self) -> str:
        """What the place is called, and which part of it: "Cerclage · answer"."""
        return f"{self.name} · {self.field}" if self.field else self.name


def compare(old: Article, new: Article, labels: Labels = ENGLISH) -> tuple[Change, ...]:
    """Return every difference between two editions in the reading order of the new one; what is removed comes where it stood."""
    before, after = statements_of(old, labels), statements_of(new, labels)
    old_known = {statement.key: statement for statement in every(before)}
    new_known = {statement.key: statement for statement in every(after)}
    both = [(old_known[key], new_known[key]) for key in new_known if key in old_known]
    unseen = {
        labels.vocabulary: any(one.asked != other.asked for one, other in both),
        labels.fact_numbers: any(one.facts != other.facts for one, other in both),
    }
    return (
        *_Comparison(old_known, new_known).of(before, after),
        *(Change("", name, "", "changed") for name, differs in unseen.items() if differs),
    )


class _Comparison:
    """Walks two editions side by side."""

    def __init__(self, old: dict[str, Statement], new: dict[str, Statement]) -> None:
        self._old = old
        self._new = new

    def of(self, old: tuple[Statement, ...], new: tuple[Statement, ...]) -> Iterator[Change]:
        """Give what differs between two rows of statements."""
        for tag, from_old, from_new in _aligned([one.key for one in old], [one.key for one in new]):
            for statement in old[from_old]:
                if tag != "equal" and statement.key not in self._new:
                    yield from _fields(statement, None)
                    yield from self.of(statement.inside, ())
            for statement in new[from_new]:
                before = self._old.get(statement.key)
                if before is not None and tag != "equal":
                    first = statement.fields[0]
                    yield _change(before, statement, first, "moved", (Segment(first.lines[0]),), field="")
                yield from _fields(before, statement)
                yield from self.of(before.inside if before else (), statement.inside)


def _aligned(old: Sequence[str], new: Sequence[str], is_filler: Callable[[str], bool] | None = None) -> Iterator[tuple[str, slice, slice]]:
    """Give the stretches of two rows that are equal and those that are not; what is filler alone does not make a stretch equal."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - slow to load, and only two editions need it

    times_old, times_new = Counter(old), Counter(new)
    pairs = sum(times * times_new[token] for token, times in times_old.items() if not (is_filler and is_filler(token)))
    if pairs > PAIRS_LIMIT and old != new:
        yield "replace", slice(0, len(old)), slice(0, len(new))
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(is_filler, old, new, autojunk=False).get_opcodes():
        yield tag, slice(i1, i2), slice(j1, j2)


def _fields(old: Statement | None, new: Statement | None) -> Iterator[Change]:
    """Give what differs within one place; without an old or a new form all of it is added or removed, less the details."""
    old_fields = {field.name: field for field in old.fields} if old else {}
    shown = new or old
    for field in shown.fields if shown else ():
        if field.detail and not (old and new):
            continue
        lines_before = old_fields[field.name].lines if old else ()
        lines = field.lines if new else ()
        for kind, pieces in _lines(lines_before, lines):
            yield _change(old, new, field, kind, pieces, field=field.name)


def _change(old: Statement | None, new: Statement | None, part: StatementField, kind: Kind, pieces: tuple[Segment, ...], *, field: str) -> Change:
    shown = old if new is None else new
    assert shown is not None  # noqa: S101 - one of both is there
    before = old.notes if old and part.noted else ()
    after = new.notes if new and part.noted else ()
    if kind == "removed":
        after, before = before, ()
    other = kind == "changed" and before != after
    return Change(shown.place, shown.name, field, kind, pieces, after, before if other else ())


def _lines(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[Kind, tuple[Segment, ...]]]:
    """Give what differs between two rows of lines: a line that stands elsewhere is moved, the others are paired where they stood."""
    if old == new:
        return
    stretches = [(old[was], new[now]) for tag, was, now in _aligned(old, new) if tag != "equal"]
    gone = Counter(line for was, _ in stretches for line in was)
    come = Counter(line for _, now in stretches for line in now)
    leaving = gone & come
    arriving = gone & come
    for was, now in stretches:
        left = [line for line in was if not _taken(leaving, line)]
        for line in now:
            if _taken(arriving, line):
                yield "moved", (Segment(line),)
            elif left:
                yield "changed", pieces(left.pop(0), line)
            else:
                yield "added", pieces("", line)
        for line in left:
            yield "removed", pieces(line, "")


def _taken(counter: Counter[str], line: str) -> bool:
    counter[line] -= 1
    return counter[line] >= 0


def pieces(old: str, new: str) -> tuple[Segment, ...]:
    """Return how one text became the other, by whole words."""
    was, now = _tokens(old), _tokens(new)
    found: list[Segment] = []
    for tag, from_old, from_new in _aligned(was, now, str.isspace):
        if tag == "equal":
            found.append(Segment("".join(now[from_new])))
            continue
        if removed := "".join(was[from_old]):
            found.append(Segment(removed, "removed"))
        if added := "".join(now[from_new]):
            found.append(Segment(added, "added"))
    return tuple(found)


def _tokens(text: str) -> list[str]:
    """Part a text into words, spaces and single signs, none left out."""
    tokens: list[str] = []
    end = 0
    for word in words(text):
        between, token = text[end : word.start], text[word.start : word.end]
        joins = WITHIN_NUMBERS if text[max(end - 1, 0)].isdigit() and token[0].isdigit() else WITHIN_WORDS
        if tokens and between in joins:
            tokens[-1] += between + token
        else:
            tokens += (*SPACES_AND_SIGNS.findall(between), token)
        end = word.end
    return [*tokens, *SPACES_AND_SIGNS.findall(text[end:])]


# --- what a reader sees ---


def to_blocks(changes: Iterable[Change], old: Article, new: Article, old_digest: str, new_digest: str, labels: Labels = ENGLISH) -> Blocks:
    """Return the changes as a page: which editions, then place by place the old and the new words with their notes."""
    page = _Page(Document(old, old_digest[:7], labels), Document(new, new_digest[:7], labels))
    return tuple(page.blocks(tuple(changes)))


class _Page:
    """Makes the page of changes."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old = old
        self._new = new
        self._labels = new.labels

    def blocks(self, changes: tuple[Change, ...]) -> Iterator[Block]:
        labels = self._labels
        yield Heading(labels.changes, 1, CHANGES)
        editions = labels.compared.format(before=self._old.edition_lines()[0], now=self._new.edition_lines()[0])
        yield Paragraph((Run(editions),))
        if not changes:
            yield Paragraph((Run(labels.nothing_changed),))
        headed = {CHANGES}
        for (place, name), together in groupby(changes, lambda change: (change.place, change.name)):
            group = tuple(together)
            if not any(change.words for change in group):
                yield Paragraph((Run(f"{name}: {labels.changed}"),))
                continue
            alone = len({change.field for change in group}) == 1
            yield Heading(group[0].title if alone else name, 2, "" if place in headed else place)
            headed.add(place)
            for change in group:
                yield from self._change(change, "" if alone else change.field)

    def _change(self, change: Change, field: str) -> Iterator[Block]:
        labels, shown = self._labels, change.words
        if change.kind != "changed":
            lead = {"added": labels.added, "removed": labels.removed, "moved": labels.moved}[change.kind]
            document = self._old if change.kind == "removed" else self._new
            yield _paragraph(lead, field, shown, change.place)
            yield from document.notes((note.id for note in change.notes), (change.place,))
            return
        yield _paragraph(labels.before, field, (piece for piece in shown if piece.state != "added"), change.place)
        yield from self._old.notes((note.id for note in change.notes_before), (change.place,))
        yield _paragraph(labels.now, field, (piece for piece in shown if piece.state != "removed"), change.place)
        yield from self._new.notes((note.id for note in change.notes), (change.place,))


def _paragraph(lead: str, field: str, shown: Iterable[Segment], place: str) -> Paragraph:
    words_of_lead = f"{lead} · {field}:" if field else f"{lead}:"
    return Paragraph((Run(words_of_lead, strong=True), Run(" "), *(Run(piece.text, state=piece.state) for piece in shown)), place)
