"""A text that somebody writes, as a draft: the content file that it makes, the line of each of its places, and what was not placed."""

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from app.core.drafts.lines import Spot, Spots, Told, json_spots
from app.core.texts.lines import Remark, UnusableError
from app.core.writing.importing import import_article


class Made(Struct, frozen=True):
    """What a text makes: the bytes of a content file, where its places stand in the text, and remarks; no bytes where nothing can be made of it."""

    content: bytes
    spots: Spots
    remarks: tuple[Told, ...] = ()
    fault: str = ""


def made_of(raw: bytes, name: str, today: dt.date) -> Made:
    """Return what the bytes of a text make, whatever they are."""
    try:
        made = import_article(raw, name, today)
    except UnusableError as error:
        return Made(b"", Spots(), fault=f"no article can be made of this file: {error}")
    remarks = tuple(_told(remark, made.unit) for remark in (*made.unplaced, *made.choices))
    return Made(made.content, spots_in(made.content, made.lines if made.unit == "line" else {}), remarks)


def spots_in(content: bytes, lines: Mapping[str, int]) -> Spots:
    """Return where the records of a content file stand in the text that it was made of, by the lines of their ids."""
    ids = json_spots(content).ids
    return Spots({way: Spot(lines[name]) for way, name in ids.items() if lines.get(name)}, ids)


def _told(remark: Remark, unit: str) -> Told:
    is_line = unit == "line"
    words = f": {remark.words[:60]}" if remark.words else ""
    where = f"{unit} {remark.line}" if remark.line and not is_line else ""
    return Told("advice", where, f"{remark.what}{words}", line=remark.line if is_line else 0)
