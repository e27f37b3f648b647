"""What an author writes beside a passage: quotations that begin with a word in brackets, such as `> [!NOTE] outdated: …`, and `Key: value` lines."""

import re
from collections.abc import Iterable

from msgspec import Struct

from app.core.texts.lines import Written

TAG = re.compile(r"\[!\s*([A-Za-z][A-Za-z ]*?)(?:\s+([A-Za-z]+\d+))?\s*\]\s*")
FIELD = re.compile(r"([A-Za-z][A-Za-z -]{0,30}?)\s*:\s*(.*)$")


class Tag(Struct, frozen=True):
    """One such quotation: `name` in small letters, `number` an id such as EN1, `text` what follows, `fields` its further lines, `values` its list."""

    name: str
    number: str
    text: str
    fields: dict[str, str]
    values: tuple[str, ...]
    line: int

    def listed(self) -> tuple[str, ...]:
        """Return its values: the items of its list, or what semicolons part."""
        parts = self.values or tuple(self.text.split(";"))
        return tuple(filter(None, (part.strip() for part in parts)))


def tags_of(quote: Written, known: Iterable[str]) -> list[Tag]:
    """Return the tags in a quotation, with the known names of their fields; none where it does not begin with one."""
    names = frozenset(known)
    groups: list[tuple[re.Match[str], int, list[str], list[str]]] = []
    for part in quote.parts:
        if part.kind == "item" and groups:
            groups[-1][3].append(part.words)
            continue
        for number, line in enumerate(part.text.split("\n")):
            if found := TAG.match(line):
                groups.append((found, part.line + number, [line[found.end() :]], []))
            elif groups:
                groups[-1][2].append(line)
            else:
                return []
    return [_tag(found, line, lines, values, names) for found, line, lines, values in groups]


def _tag(found: re.Match[str], line: int, lines: list[str], values: list[str], names: frozenset[str]) -> Tag:
    text, fields, key = [lines[0]], dict[str, str](), ""
    for other in lines[1:]:
        matched = FIELD.match(other)
        if matched and matched[1].lower() in names:
            key = matched[1].lower()
            fields[key] = matched[2]
        elif key:
            fields[key] += f" {other}"
        else:
            text.append(other)
    tidy = {name: " ".join(value.split()) for name, value in fields.items()}
    return Tag(" ".join(found[1].lower().split()), (found[2] or "").upper(), " ".join(" ".join(text).split()), tidy, tuple(values), line)


def fields_of(blocks: Iterable[Written], known: Iterable[str]) -> tuple[dict[str, list[tuple[str, int]]], list[Written]]:
    """Part blocks into `Key: value` lines with known keys (each may stand more than once, with its line), and all others."""
    names = frozenset(known)
    found: dict[str, list[tuple[str, int]]] = {}
    others: list[Written] = []
    for block in blocks:
        matched = FIELD.match(block.words) if block.kind in {"item", "paragraph"} else None
        if matched and matched[1].lower() in names:
            found.setdefault(matched[1].lower(), []).append((matched[2].strip(), block.line))
        else:
            others.append(block)
    return found, others
