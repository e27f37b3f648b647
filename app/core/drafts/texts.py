"""A text that somebody writes, as a draft: the content file that it makes, the line of each of its places, and what was not placed."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from app.core.article.content import Article
from app.core.base.saving import SavingError
from app.core.drafts.lines import Message, Spot, Spots, json_spots
from app.core.files.leaving import Leaving
from app.core.files.loader import ContentError, UnreadableError, load, read_bytes
from app.core.texts.lines import Remark, UnusableError
from app.core.writing.importing import Imported, import_article
from app.core.writing.report import ADVICE, beside_earlier, recognised, said_of


class Made(Struct, frozen=True):
    """What a text makes: the bytes of a content file, where its places stand in the text, and remarks; no bytes where nothing can be made of it.

    `lost` are the remarks on what was written and does not stand in the article, or does not lead where it should.
    """

    content: bytes
    spots: Spots
    remarks: tuple[Message, ...] = ()
    lost: tuple[Message, ...] = ()
    fault: str = ""


def made_of(raw: bytes, name: str, today: dt.date) -> Made:
    """Return what the bytes of a text make, whatever they are."""
    try:
        made = import_article(raw, name, today)
    except UnusableError as error:
        return Made(b"", Spots(), fault=f"no article can be made from this file: {error}")
    remarks, lost = _remarks(made)
    return Made(made.content, spots_in(made.content, made.lines if made.unit == "line" else {}), remarks, lost)


def _remarks(made: Imported) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """Return what is told of an import, and apart from it what was lost; each with the place that stands at its line, or before it."""
    starts = sorted((line, name) for name, line in made.lines.items() if line)

    def told(remarks: Iterable[Remark]) -> tuple[Message, ...]:
        return tuple(_told(remark, made.unit, starts) for remark in remarks)

    remarks = sorted((*made.unplaced, *made.choices), key=lambda remark: remark.line)
    lost = [remark for remark in remarks if remark.slip or (remark in made.unplaced and not (remark.beside or remark.kept))]
    return told(remark for remark in remarks if remark not in lost), told(lost)


def in_plain_words(told: Message) -> Message:
    """Return advice on the whole article without names of fields: who writes a text has never seen them."""
    words = next((words for pattern, words in ADVICE if re.match(pattern, f"{told.way}: {told.what}")), "")
    return replace(told, where="", what=words) if words else told


def spots_in(content: bytes, lines: Mapping[str, int]) -> Spots:
    """Return where the records of a content file stand in the text that it was made of, by the lines of their ids."""
    ids = json_spots(content).ids
    return Spots({way: Spot(lines[name]) for way, name in ids.items() if lines.get(name)}, ids)


class ImportReport(Struct, frozen=True):
    """What is told of an import: what was `lost`, and the `rest`, from what was decided for the author to what the text is and was found in it."""

    lost: tuple[Message, ...] = ()
    rest: tuple[Message, ...] = ()


def import_file(text: Path, content: Path, leaving: Leaving, today: dt.date) -> ImportReport | str:
    """Write the content file that a text makes, and return the report on the import, or in one line why there is none.

    Where it takes the place of an earlier edition of the same article, statements keep their ids.
    """
    try:
        raw = read_bytes(text)
        made = import_article(raw, text.name, today)
        earlier = _article_in(content)
        if earlier is not None and earlier.id == made.article.id:
            made = import_article(raw, text.name, today, earlier)
            leaving = replace(leaving, own=None)  # the next edition takes the place of the one that is open
        leaving.save(content, made.content)
    except UnusableError as error:
        return f"{text}: {error}"
    except (UnreadableError, SavingError) as error:
        return str(error)
    remarks, lost = _remarks(made)
    found = (Message("suggestion", "", line) for line in (said_of(made), *recognised(made), *beside_earlier(made)))
    way = Message("suggestion", "", f"this page follows {content.name}; to see {text.name} each time you save it, open that file itself")
    return ImportReport(tuple(_in_text(told, text.name) for told in lost), (way, *(_in_text(told, text.name) for told in remarks), *found))


def _in_text(told: Message, name: str) -> Message:
    """Return what is told with the place in the text as words: lines of the list are lines of the file that is followed, which is another one."""
    where = f"{told.where or f'line {told.line}'} of {name}" if told.where or told.line else ""
    return Message("suggestion", where, told.what, place=told.place)


def _article_in(content: Path) -> Article | None:
    try:
        return load(content).article if content.is_file() else None
    except (ContentError, UnreadableError):
        return None  # what cannot be read is no edition to go on from


def _told(remark: Remark, unit: str, starts: list[tuple[int, str]]) -> Message:
    is_line = unit == "line"
    before = bisect_right(starts, (remark.line, "\uffff"))
    place = starts[before - 1][1] if before else ""
    words = f": {remark.words[:60]}" if remark.words else ""
    where = f"{unit} {remark.line}" if remark.line and not is_line else ""
    return Message("advice", where, f"{remark.what}{words}", line=remark.line if is_line else 0, place=place)
