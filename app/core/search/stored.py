"""The search's data as bytes: compact, whole or not at all, and of use only to the program that would make the same ones.

A file begins with a line that names its form and what it was made of; behind it stand the values as msgpack, compressed with zlib, whose checksum
tells damage. The form is a hash of all that makes the values what they are: when a rule, a table or a list of words changes, so does the form, and
what was stored before is made anew. The build writes the form beside what it stores, for a package holds no sources.
"""

import hashlib
import sys
import unicodedata
import zlib
from collections.abc import Generator, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from app.core.search.data import without_collecting

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
FOLDER = RESOURCES / "index"
"""In a package only: what the build has made."""

FORM = "form.txt"
"""In that folder: the form of what lies there."""

MADE_BY = ("core/search", "core/questions", "core/language", "core/article/content.py", "core/base/text.py")
"""The sources that decide what the values are; so does what the project depends on."""

MOST_UNPACKED = 1 << 29
"""Bytes of values that are read at most."""

CHUNK = 1 << 17
"""Bytes that are compressed in one step."""

FAST = 1
"""zlib's level: higher ones take three times as long for a tenth less."""

Value = TypeVar("Value", bound=Struct)


@lru_cache(maxsize=1)
def form() -> str:
    """Return the form of what this program makes and reads."""
    try:
        return (FOLDER / FORM).read_text(encoding="ascii").strip()
    except (OSError, ValueError):  # a run from the sources
        return form_of_sources(Path(__file__).resolve().parents[2])


def form_of_sources(app: Path) -> str:
    """Return the hash of the sources below a folder of the program, and of what they read."""
    found = hashlib.sha256(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    places = [app / name for name in MADE_BY]
    files = [
        *places,
        *(file for place in places for file in place.rglob("*.py")),
        *RESOURCES.glob("words/*"),
        *RESOURCES.glob("languages/*"),
        *RESOURCES.glob("questions/*"),
        RESOURCES.parent / "pyproject.toml",
    ]
    for file in sorted(file for file in files if file.is_file()):
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def packing(value: Struct, of: str) -> Generator[None, None, bytes]:
    """Make the bytes of a value, step by step; `of` says what it was made of."""
    packer = zlib.compressobj(FAST)
    parts = [_head(of)]
    for part in _encoded(value, msgspec.msgpack.Encoder(order="deterministic")):
        for start in range(0, len(part), CHUNK):
            parts.append(packer.compress(part[start : start + CHUNK]))
            yield
    return b"".join((*parts, packer.flush()))


@without_collecting()
def unpack(raw: bytes, of: str, kind: type[Value]) -> Value | None:
    """Return the value that was stored, or None when the bytes are damaged, of another form, or were made of something else."""
    head = _head(of)
    if not raw.startswith(head):
        return None
    try:
        unpacker = zlib.decompressobj()
        packed = unpacker.decompress(memoryview(raw)[len(head) :], MOST_UNPACKED)
        return msgspec.msgpack.decode(packed, type=kind) if unpacker.eof else None
    except (zlib.error, msgspec.DecodeError):
        return None


def _head(of: str) -> bytes:
    return f"search {form()} {of}\n".encode()


def _encoded(value: Struct, encoder: msgspec.msgpack.Encoder) -> Iterator[bytes]:
    """Give a value's bytes field by field: a record is written as the list of its fields, which begins with their number."""
    fields = [getattr(value, name) for name in value.__struct_fields__]
    yield b"\xdc" + len(fields).to_bytes(2, "big")
    for field in fields:
        if isinstance(field, Struct):
            yield from _encoded(field, encoder)
        else:
            yield encoder.encode(field)
