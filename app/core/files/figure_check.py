"""Find every problem of the figures, in data that may be no article yet."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.core.figures.figure import read_figure
from app.core.figures.files import FigureError
from app.core.figures.timeline import axis_problem, weeks
from app.core.files.shape import Problem

WEEK = re.compile(r"[0-9]{1,2}(\+[0-6])?")


def check_figures(data: Any, folder: Path | tuple[Path, ...]) -> Iterator[Problem]:  # noqa: ANN401 - anything JSON can hold
    """Find what keeps figures from being shown; `folder` is where the content file lies."""
    figures = data.get("figures") if isinstance(data, dict) else None
    for number, figure in enumerate(figures if isinstance(figures, list) else ()):
        where = f"figures[{number}]"
        if not isinstance(figure, dict):
            continue
        file, timeline = figure.get("file"), figure.get("timeline")
        if (file is None) == (timeline is None):
            yield Problem(where, "must have either a file or a time line")
        if isinstance(file, str):
            try:
                read_figure(folder, file)
            except FigureError as error:
                yield from (Problem(f"{where}.file", reason) for reason in error.reasons)
        if isinstance(timeline, dict):
            for place, what in _timeline_problems(timeline):
                yield Problem(f"{where}.timeline.{place}", what)


def _timeline_problems(timeline: dict[str, Any]) -> Iterator[tuple[str, str]]:
    first, last = timeline.get("first"), timeline.get("last")
    if type(first) is not int or type(last) is not int:
        return
    if problem := axis_problem(first, last):
        yield "last", problem
        return
    for place, record, name in _weeks_of(timeline):
        if not first <= weeks(record[name]) <= last:
            yield f"{place}.{name}", f"is outside the axis, which goes from {first} to {last}"
        elif name == "ends" and _is_week(record.get("begins")) and weeks(record[name]) < weeks(record["begins"]):
            yield f"{place}.{name}", "comes before the beginning"


def _weeks_of(timeline: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Walk the well-formed weeks of a time line: place, record and field."""
    for group, names in (("bars", ("begins", "ends")), ("marks", ("week",))):
        records = timeline.get(group)
        for number, record in enumerate(records if isinstance(records, list) else ()):
            for name in names:
                if isinstance(record, dict) and _is_week(record.get(name)):
                    yield f"{group}[{number}]", record, name


def _is_week(value: object) -> bool:
    return isinstance(value, str) and WEEK.fullmatch(value) is not None
