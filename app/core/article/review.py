"""The record of a review: what was read and signed, and what has changed since.

Every part of an article that states something has a digest of its words; the record keeps them all. So a record tells not only
whether the article is still the one that was signed, but which of its parts are not.
"""

import datetime as dt
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from app.core.article.content import Article, Review
from app.core.base.built import built

FIELD = "edition.reviewed_by"
"""Where the record stands in a content file."""

NOT_SIGNED = frozenset(
    {
        "facts",
        "asked",
        "triggers",
        "unlike",
        "first_at",
        "forms",
        "kind",
        "lead",
        "checked",
        "sections",
        "file",
        "audience",
        "after",
        "in_article",
        "in_handouts",
        "axis",
    }
)
"""Fields that a review does not cover: what is searched, where things stand, how a line is set, when the evidence was checked."""

CODE = 12
"""Digits of the digest that stand on a review sheet and are copied from it by hand."""

_PART = re.compile(r"(\S+) ([0-9a-f]{8})")


class RecordError(Exception):
    """No record can be made; the message is one plain sentence."""


def parts(article: Article) -> dict[str, str]:
    """Return the digest (8 hexadecimal digits) of each part that a review covers, by its place or note id, in reading order."""
    signed: list[Struct] = []
    for section in article.sections:
        signed += [replace(section, passages=()), *section.passages]
    signed += [*article.faq.entries, *article.notes, *article.glossary, *article.figures, article.about, article.disclaimer]
    if article.urgent_care is not None:
        signed.insert(0, article.urgent_care)
    plain = map(_signed, map(to_builtins, signed))
    return {part["id"]: _hash(json.dumps(part, ensure_ascii=False, sort_keys=True))[:8] for part in plain}


def _signed(value: Any) -> Any:  # noqa: ANN401 - anything JSON can hold
    """Return data without the fields that a review does not cover, and without empty ones: a field that the form gets later changes no digest."""
    if isinstance(value, dict):
        kept = {name: _signed(part) for name, part in value.items() if name not in NOT_SIGNED}
        return {name: part for name, part in kept.items() if part not in (None, "", [])}
    return [_signed(part) for part in value] if isinstance(value, list | tuple) else value


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def digest(lines: Iterable[str]) -> str:
    """Return the digest (SHA-256, hexadecimal) of the lines "PLACE DIGEST" of a record, whatever their order."""
    return _hash("\n".join(sorted(lines)))


def lines_of(article: Article) -> tuple[str, ...]:
    """Return the lines that a record of this article holds."""
    return tuple(f"{place} {part}" for place, part in parts(article).items())


def code(article: Article) -> str:
    """Return the digits by which a signed sheet and a record are told to be of the same text: "1a2b 3c4d 5e6f"."""
    digits = digest(lines_of(article))[:CODE]
    return " ".join(digits[at : at + 4] for at in range(0, CODE, 4))


def changed_since(article: Article) -> tuple[str, ...]:
    """Return the places and note ids that are not as they were reviewed, in reading order, then those that are gone; empty without a review."""
    record = article.edition.reviewed_by
    if record is None:
        return ()
    now = parts(article)
    then = {place: part for place, _, part in (line.rpartition(" ") for line in record.parts)}
    return (*(place for place, part in now.items() if then.get(place) != part), *(place for place in then if place not in now))


def make_record(article: Article, name: str, role: str, date: dt.date, sheet: str, today: dt.date) -> Review:
    """Return the record of a review; raise `RecordError` when the signed sheet, told by its code, is of another text, or the rest cannot be."""
    name, role = (" ".join(words.split()) for words in (name, role))
    typed, wanted = "".join(sheet.split()).lower(), code(article)
    if typed != wanted.replace(" ", ""):
        raise RecordError(f"the signed sheet has the code {sheet}, but the text now has {wanted}: make a new sheet and have it signed")
    lines = lines_of(article)
    made = Review(name, role, date, digest(lines), lines)
    for where, what in _faults(to_builtins(made), to_builtins(article.edition), today):
        raise RecordError(f"{where.rpartition('.')[2]} {what}")
    return made


def as_json(record: Review) -> str:
    """Return a record as it is put into a content file, in the place of `"reviewed_by": null`."""
    return f'"reviewed_by": {json.dumps(to_builtins(record), ensure_ascii=False, indent=2)}'


# --- what is wrong with a record, in data that may be no article yet ---


def record_problems(data: Any, today: dt.date) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Give the place and the fault of everything in a record that its types do not tell; the review does not count then."""
    edition = data.get("edition") if isinstance(data, dict) else None
    record = edition.get("reviewed_by") if isinstance(edition, dict) else None
    if isinstance(record, str):
        yield FIELD, "is only a name, which does not count as a review: write null, or the record that the command review-record prints"
    elif isinstance(record, dict) and isinstance(edition, dict):
        yield from _faults(record, edition, today)


def _faults(record: dict[str, Any], edition: dict[str, Any], today: dt.date) -> Iterator[tuple[str, str]]:
    for field in ("name", "role"):
        if isinstance(record.get(field), str) and not record[field].strip():
            yield f"{FIELD}.{field}", "is empty"
    day = _day(record.get("date"))
    begun, checked = _day(edition.get("updated")), _day(edition.get("checked"))
    is_clock_wrong = any(known is not None and today < known for known in (begun, checked, built()))  # it tells nothing of a record then
    if day is not None and day > today and not is_clock_wrong:
        yield f"{FIELD}.date", f"is in the future: {day}"
    if day is not None and begun is not None and day < begun:
        yield f"{FIELD}.date", f"is before the article's own date, {begun}: {day}"
    listed = record.get("parts")
    if not isinstance(listed, list | tuple) or not all(isinstance(line, str) for line in listed):
        return
    found = [_PART.fullmatch(line) for line in listed]
    for number, match in enumerate(found):
        if match is None:
            yield f"{FIELD}.parts[{number}]", "must be the id of a place or note, then eight digits of its text"
    for place, times in Counter(match[1] for match in found if match).items():
        if times > 1:
            yield f"{FIELD}.parts", f"{place} is there twice"
    if isinstance(record.get("digest"), str) and record["digest"] != digest(listed):
        yield f"{FIELD}.digest", "does not fit the parts below it: the record was changed after it was made"


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
