"""Draw a time line as SVG, and tell it in sentences, from its data alone.

Text is measured generously without a font at hand, so that no label runs into another in any of the fonts that the drawing asks for.
"""

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping

from msgspec import Struct

from app.core.article.content import Bar, Timeline
from app.core.base.labels import ENGLISH, Labels
from app.core.base.markup import escape
from app.core.base.order import in_order
from app.core.base.text import ended

FONT = "'Noto Sans','Segoe UI','DejaVu Sans',Arial,sans-serif"

LAST_WEEK = 60
"""No axis goes beyond it."""

INK, FAINT, LINE, PAPER, STRIPE, BAR, OWN = "#15242A", "#4A5B62", "#CFD9DB", "#FFFFFF", "#F1F5F5", "#0B5563", "#874000"

WIDTH, HEIGHT, EDGE = 1600, 900, 60
AXIS_LEFT, AXIS_RIGHT, AXIS_Y = 580, 1520, 790
LABEL_WIDTH = AXIS_LEFT - EDGE - 24
TEXT_RIGHT = WIDTH - EDGE + 8
SIZES = (34, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14)
LEADING = 1.28
ROW_GAP = 0.4
"""The least space between rows, in lines of text."""

SMALLER = 0.86
"""The size of a remark against that of a label."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Row(Struct, frozen=True):
    """A bar with its words broken into lines."""

    bar: Bar
    label: tuple[str, ...]
    remark: tuple[str, ...]

    def lines(self) -> float:
        """Return the height in lines of text; a bar is a little higher than a line."""
        return max(len(self.label), 1.1 + len(self.remark))


def weeks(text: str) -> float:
    """Return a week as a number: "27+6" is 27 and six sevenths."""
    week, _, days = text.partition("+")
    return int(week) + int(days or 0) / 7


def axis_problem(first: int, last: int) -> str:
    """Say why an axis from `first` to `last` cannot be drawn; empty when it can."""
    if not 0 <= first < last:
        return "the axis must end after its beginning, which is week 0 or later"
    return f"the axis ends after week {LAST_WEEK}" if last > LAST_WEEK else ""


def describe(timeline: Timeline, source_names: Mapping[str, str], labels: Labels = ENGLISH) -> str:
    """Return the time line in sentences, for those who cannot see it."""
    sentences = []
    for bar in timeline.bars:
        remark = f"; {bar.remark.rstrip('.')}" if bar.remark else ""
        sentences.append(f"{bar.label}: {_spoken(bar, labels)}{remark} ({_source(bar, source_names, labels)}).")
    sentences += [labels.line_at.format(week=labels.week(mark.week), label=ended(mark.label)) for mark in timeline.marks]
    return " ".join(sentences)


def draw(timeline: Timeline, title: str, source_names: Mapping[str, str], labels: Labels = ENGLISH) -> str:
    """Return the time line as SVG text; raise `ValueError` when its axis leads nowhere."""
    if problem := axis_problem(timeline.first, timeline.last):
        raise ValueError(problem)
    heading, heading_size = _fitted(title, WIDTH - 2 * EDGE, 2, (48, 40, 34, 28))
    top = 28 + len(heading) * heading_size * LEADING + 40 * len(timeline.marks) + 16
    rows, size = _rows(timeline, AXIS_Y - top)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">',
        f"<title>{_escaped(title)}</title>",
        f"<desc>{_escaped(describe(timeline, source_names, labels))}</desc>",
        f'<rect x="0" y="0" width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        f'<g font-family="{FONT}" font-size="{size}" fill="{INK}">',
    ]
    parts += [_text(EDGE, 28 + (number + 0.8) * heading_size * LEADING, line, size=heading_size, bold=True) for number, line in enumerate(heading)]
    heights = _heights(rows, size, AXIS_Y - top)
    parts += [
        f'<rect x="{EDGE - 20}" y="{top + sum(heights[:number]):.1f}" width="{WIDTH - 2 * EDGE + 40}" height="{height:.1f}" fill="{STRIPE}"/>'
        for number, height in enumerate(heights)
        if number % 2 == 0
    ]
    parts += _axis(timeline, top, labels)
    parts += _marks(timeline, top, labels)
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        middle = top + sum(heights[:number]) + height / 2
        ground = STRIPE if number % 2 == 0 else PAPER
        parts.append(f'<g id="step-{number + 1}">')
        parts += _row(timeline, row, middle, size, ground, source_names, labels)
        parts.append("</g>")
    return "\n".join([*parts, "</g>", "</svg>", ""])


# --- words ---


def _source(bar: Bar, source_names: Mapping[str, str], labels: Labels) -> str:
    return labels.this_article if bar.source is None else source_names.get(bar.source, bar.source)


def _span(bar: Bar, labels: Labels) -> str:
    if bar.begins and bar.ends:
        return f"{bar.begins}–{bar.ends}"
    if bar.begins:
        return labels.from_week.format(week=bar.begins)
    return labels.up_to_week.format(week=bar.ends) if bar.ends else labels.any_week


def _spoken(bar: Bar, labels: Labels) -> str:
    if bar.begins and bar.ends:
        if "+" in bar.begins + bar.ends:
            return labels.between.format(begins=labels.week(bar.begins), ends=labels.week(bar.ends))
        return labels.between_weeks.format(begins=bar.begins, ends=bar.ends)
    if bar.begins:
        return labels.from_week.format(week=labels.week(bar.begins))
    return labels.up_to_week.format(week=labels.week(bar.ends)) if bar.ends else labels.any_week


def _escaped(text: str) -> str:
    return escape(CONTROL.sub("\ufffd", text))


# --- measuring ---


def _width(text: str, size: float, *, bold: bool = False) -> float:
    """Return a width that the text does not exceed in the usual fonts."""
    ems = sum(_ems(char) for char in text)
    return ems * size * (1.12 if bold else 1)


def _ems(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if char in " iljI.,:;'’‘|!":
        return 0.34
    if char in "ftr()[]-":
        return 0.42
    if char in "mwMW@%—…" or unicodedata.east_asian_width(char) in {"W", "F"}:
        return 1
    return 0.78 if char.isupper() else 0.64


def _wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines; a word that is wider than a line is broken too."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if _width(joined, size, bold=bold) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for char in word:
            if lines[-1] and _width(lines[-1] + char, size, bold=bold) > width:
                lines.append("")
            lines[-1] += char
    return lines


def _cut(lines: list[str], most: int) -> list[str]:
    """Return `most` lines at most; what is left out is in the description."""
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][:-1] + "…"]


def _fitted(text: str, width: float, most: int, sizes: tuple[int, ...]) -> tuple[list[str], int]:
    """Return a text in the largest size in which it needs no more than `most` lines."""
    for size in sizes:
        lines = _wrapped(text, width, size, bold=True)
        if len(lines) <= most:
            return lines, size
    return _cut(lines, most), size


def _rows(timeline: Timeline, height: float) -> tuple[list[_Row], int]:
    """Break the labels into lines, in the largest size in which all rows fit into the height."""
    for size in SIZES:
        rows = [_broken(bar, size) for bar in timeline.bars]
        if sum(row.lines() + ROW_GAP for row in rows) * size * LEADING <= height:
            return rows, size
    most = max(1, int(height / (size * LEADING) / len(timeline.bars) - ROW_GAP))
    return [_broken(bar, size, most) for bar in timeline.bars], size


def _broken(bar: Bar, size: int, most: int = 1000) -> _Row:
    label = _cut(_wrapped(bar.label, LABEL_WIDTH, size, bold=bar.source is None), most)
    remark = _wrapped(bar.remark, TEXT_RIGHT - AXIS_LEFT, SMALLER * size) if bar.remark else []
    return _Row(bar, tuple(label), tuple(_cut(remark, most - 1) if most > 1 else ()))


def _heights(rows: list[_Row], size: int, height: float) -> list[float]:
    """Return the rows' heights, with the space that is left shared among them."""
    needed = [(row.lines() + ROW_GAP) * size * LEADING for row in rows]
    spare = max(0.0, height - sum(needed)) / len(rows)
    return [each + spare for each in needed]


# --- drawing ---


def _text(x: float, y: float, text: str, *, size: float = 0, bold: bool = False, anchor: str = "start", fill: str = "") -> str:
    marks = f' font-size="{size:g}"' if size else ""
    marks += ' font-weight="bold"' if bold else ""
    marks += f' text-anchor="{anchor}"' if anchor != "start" else ""
    marks += f' fill="{fill}"' if fill else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{marks}>{_escaped(in_order(text))}</text>'


def _ground(x: float, y: float, width: float, height: float, fill: str) -> str:
    """Cover the lines behind a text, which is a little narrower than it was measured."""
    return f'<rect x="{x - 6:.1f}" y="{y:.1f}" width="{width * 0.9 + 12:.1f}" height="{height:.1f}" fill="{fill}"/>'


def _at(timeline: Timeline, week: float) -> float:
    """Return where a week lies; one outside the axis is held at its end."""
    share = (week - timeline.first) / (timeline.last - timeline.first)
    return AXIS_LEFT + min(1.0, max(0.0, share)) * (AXIS_RIGHT - AXIS_LEFT)


def _axis(timeline: Timeline, top: float, labels: Labels) -> Iterator[str]:
    every = 2 * math.ceil((timeline.last - timeline.first) / 2 / 16)  # a number at each tick, as long as they do not touch
    for week in range(timeline.first, timeline.last + 1, 2):
        x = _at(timeline, week)
        yield f'<line x1="{x:.1f}" y1="{top:.1f}" x2="{x:.1f}" y2="{AXIS_Y + 10}" stroke="{LINE}" stroke-width="2"/>'
        if (week - timeline.first) % every == 0:
            yield _text(x, AXIS_Y + 44, str(week), size=30, anchor="middle")
    yield f'<line x1="{AXIS_LEFT}" y1="{AXIS_Y}" x2="{AXIS_RIGHT}" y2="{AXIS_Y}" stroke="{INK}" stroke-width="4"/>'
    yield _text((AXIS_LEFT + AXIS_RIGHT) / 2, AXIS_Y + 88, timeline.axis or labels.axis, size=30, anchor="middle", fill=FAINT)


def _marks(timeline: Timeline, top: float, labels: Labels) -> Iterator[str]:
    """Draw the lines across, then their labels, each on a line of its own above the rows."""
    count = len(timeline.marks)
    for number, mark in enumerate(timeline.marks):
        x, y = _at(timeline, weeks(mark.week)), top - 40 * (count - number)
        yield f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{x:.1f}" y2="{AXIS_Y}" stroke="{INK}" stroke-width="4" stroke-dasharray="14 9"/>'
    for number, mark in enumerate(timeline.marks):
        x, y = _at(timeline, weeks(mark.week)), top - 40 * (count - number)
        (text,), size = _fitted(labels.mark.format(week=labels.week(mark.week), label=mark.label), WIDTH - 2 * EDGE, 1, (30, 26, 22, 18, 14))
        width = _width(text, size, bold=True)
        left = x + 14 if x + 14 + width <= TEXT_RIGHT else max(EDGE, x - 14 - width)
        to_left = left <= x - 14
        yield _ground(left + (0.1 * width if to_left else 0), y, width, 36, PAPER)
        yield _text(min(x - 14, left + width) if to_left else left, y + 27, text, size=size, bold=True, anchor="end" if to_left else "start")


def _row(timeline: Timeline, row: _Row, middle: float, size: int, ground: str, source_names: Mapping[str, str], labels: Labels) -> Iterator[str]:
    """Draw a label, its bar, and the bar's weeks, source and remark."""
    line, bar, own = size * LEADING, row.bar, row.bar.source is None
    ink = OWN if own else INK
    first = middle - len(row.label) * line / 2
    for number, words in enumerate(row.label):
        yield _text(AXIS_LEFT - 24, first + (number + 0.76) * line, words, anchor="end", bold=own, fill=ink if own else "")
    left, right = sorted((_at(timeline, weeks(bar.begins or "0")), _at(timeline, weeks(bar.ends or "99"))))
    right = max(right, left + 8)
    top = middle - (1.0 + len(row.remark)) * line / 2
    solid = _solid(bar, left, right)
    yield from _bar(bar, left, right, top, line)

    span, source, gap = _span(bar, labels), _source(bar, source_names, labels), 0.3 * size
    wide, narrow = _width(span, size, bold=True), _width(source, size)
    whole, base, quiet = wide + gap + narrow, top + 0.76 * line, ink if own else FAINT
    crossed = [_at(timeline, weeks(mark.week)) for mark in timeline.marks]
    inside = _width(f"{span} · {source}", size, bold=True) + 40 <= solid[1] - solid[0]
    beside = [
        x for x in (right + 14, left - 14 - whole) if x >= AXIS_LEFT and x + whole <= TEXT_RIGHT and not (inside and _crosses(x, whole, crossed))
    ]
    beside.sort(key=lambda x: _crosses(x, whole, crossed))
    if not beside:  # the bar holds its words
        yield from _inside(f"{span} · {source}", *solid, base, size, own=own)
    elif beside[0] > left:
        yield _ground(right + 14, top, whole, line, ground)
        yield _text(right + 14, base, span, bold=True, fill=ink)
        yield _text(right + 14 + wide + gap, base, source, fill=quiet)
    else:
        yield _ground(beside[0] + 0.1 * whole, top, whole, line, ground)
        yield _text(left - 14 - narrow - gap, base, span, bold=True, anchor="end", fill=ink)
        yield _text(left - 14, base, source, anchor="end", fill=quiet)
    for number, words in enumerate(row.remark):
        width = _width(words, SMALLER * size)
        starts = [left, *(x - width - 8 for x in crossed), TEXT_RIGHT - width]
        starts = [x for x in starts if x >= AXIS_LEFT and x + width <= TEXT_RIGHT] or [AXIS_LEFT]
        x = min(starts, key=lambda x: _crosses(x, width, crossed))
        yield _ground(x, top + (number + 1) * line + 4, width, line - 4, ground)
        yield _text(x, top + (number + 1.82) * line, words, size=SMALLER * size)


def _crosses(x: float, width: float, crossed: list[float]) -> int:
    """Return how many of the lines across a text would cover."""
    return sum(x - 8 < line < x + width * 0.9 + 8 for line in crossed)


def _inside(text: str, left: float, right: float, base: float, size: int, *, own: bool) -> Iterator[str]:
    """Write a bar's words into it, as small as they have to be."""
    (words,), fitted = _fitted(text, right - left - 40, 1, tuple(each for each in SIZES if each <= size))
    yield _text((left + right) / 2, base, words, size=fitted, bold=True, anchor="middle", fill=OWN if own else PAPER)


def _room(left: float, right: float) -> float:
    """Return how much of a bar an open end takes."""
    return min(110.0, 0.4 * (right - left))


def _solid(bar: Bar, left: float, right: float) -> tuple[float, float]:
    """Return the part of a bar between its open ends."""
    room = _room(left, right)
    return left + (0 if bar.begins else room), right - (0 if bar.ends else room)


def _bar(bar: Bar, left: float, right: float, top: float, height: float) -> Iterator[str]:
    """Draw a bar; where it has no beginning or end, it breaks up into slices and an arrow head."""
    room, (start, end) = _room(left, right), _solid(bar, left, right)
    own, edge_width = bar.source is None, max(2.0, 0.1 * height)
    look = f'fill="{PAPER}" stroke="{OWN}" stroke-width="{edge_width:.1f}"' if own else f'fill="{BAR}"'
    dashes = ' stroke-dasharray="12 7"' if own else ""
    yield f'<rect x="{start:.1f}" y="{top:.1f}" width="{end - start:.1f}" height="{height:.1f}" rx="5" {look}{dashes}/>'
    slices = ((0.44, 0.56), (0.66, 0.9)) if room > 2 * height else ()
    for is_open, edge, way in ((not bar.begins, left, 1), (not bar.ends, right, -1)):
        if is_open:
            for near, far in slices:
                a, b = sorted((edge + way * near * room, edge + way * far * room))
                yield f'<rect x="{a:.1f}" y="{top:.1f}" width="{b - a:.1f}" height="{height:.1f}" {look}/>'
            back = edge + way * (0.34 if slices else 0.8) * room
            yield f'<polygon points="{edge:.1f},{top + height / 2:.1f} {back:.1f},{top:.1f} {back:.1f},{top + height:.1f}" {look}/>'
