"""A text that somebody writes, as a draft: the content file that it makes, the line of each of its places, and what was not placed."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from app.core.base.saving import SavingError
from app.core.drafts.lines import Message, Spot, Spots, json_spots
from app.core.files.leaving import Leaving
from app.core.files.loader import UnreadableError, read_bytes
from app.core.texts.lines import Remark, UnusableError
from app.core.writing.importing import import_article
from app.core.writing.report import report


class Made(Struct, frozen=True):
    """What a text makes: the bytes of a content file, where its places stand in the text, and remarks; no bytes where nothing can be made of it."""

    content: bytes
    spots: Spots
    remarks: tuple[Message, ...] = ()
    fault: str = ""


def made_of(raw: bytes, name: str, today: dt.date) -> Made:
    """Return what the bytes of a text make, whatever they are."""
    try:
        made = import_article(raw, name, today)
    except UnusableError as error:
        return Made(b"", Spots(), fault=f"no article can be made from this file: {error}")
    remarks = tuple(_told(remark, made.unit) for remark in (*made.unplaced, *made.choices))
    return Made(made.content, spots_in(made.content, made.lines if made.unit == "line" else {}), remarks)


def spots_in(content: bytes, lines: Mapping[str, int]) -> Spots:
    """Return where the records of a content file stand in the text that it was made of, by the lines of their ids."""
    ids = json_spots(content).ids
    return Spots({way: Spot(lines[name]) for way, name in ids.items() if lines.get(name)}, ids)


def import_file(text: Path, content: Path, leaving: Leaving, today: dt.date) -> tuple[Message, ...] | str:
    """Write the content file that a text makes, and return the report on the import, or in one line why there is none."""
    try:
        made = import_article(read_bytes(text), text.name, today)
        leaving.save(content, made.content)
    except UnusableError as error:
        return f"{text}: {error}"
    except (UnreadableError, SavingError) as error:
        return str(error)
    lines = (line.strip().removeprefix(f"{text.name}: ") for line in report(made, text.name))  # a row begins with a capital letter, a name may not
    return tuple(Message("suggestion", "", line) for line in lines)


def _told(remark: Remark, unit: str) -> Message:
    is_line = unit == "line"
    words = f": {remark.words[:60]}" if remark.words else ""
    where = f"{unit} {remark.line}" if remark.line and not is_line else ""
    return Message("advice", where, f"{remark.what}{words}", line=remark.line if is_line else 0)
