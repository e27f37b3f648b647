"""Where the index of a library is kept: files that are of use whole or not at all.

    current                  names the folder in use
    made-3f2a…/table         which articles stand in the index, and where in `records`
    made-3f2a…/records       what the search of each article needs, one after the other
    made-3f2a…/en.language   what is known of a language
    made-3f2a…/passages/     the index of all passages
    made-3f2a…/begun         the articles that are being written, while they are
    lock                     held by the program that writes

The table is replaced last: whatever was killed before is not in it, and is made again; what `begun` names and the table does not is taken out
first. A folder that is damaged or of another version is left alone until a new one is whole and named; whoever reads the old one goes on.
"""

import os
import re
import shutil
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

from app.core.article.content import Article
from app.core.base.saving import write_file
from app.core.base.steps import at_once
from app.core.library_search.passages import IndexLockedError
from app.core.library_search.values import Named
from app.core.search.data import ArticleData, LanguageData
from app.core.search.stored import FAST, MOST_UNPACKED, form, packing, unpack

CURRENT, TABLE, RECORDS, LANGUAGE, BEGUN, LOCK = "current", "table", "records", ".language", "begun", "lock"

MADE = re.compile(r"made-[0-9a-f]{12}")

COPIED_AT_ONCE = 1 << 20
"""Bytes that are copied in one step."""

OF_LIBRARY = "library 4"
"""What the table is made of, and in which way: another one is another version."""


class Row(Struct, frozen=True, array_like=True, gc=False):
    """One article in the table: its number in the index of all passages, its name, its language as in keys, where its record stands and its checksum.

    Numbers follow one another as articles are added, so that the engine keeps them in a few bytes. `box` tells danger boxes apart: it is the same for
    articles with the same box, and empty for those without one.
    """

    number: int
    name: Named
    language: str
    passages: int
    start: int
    length: int
    checksum: int
    box: str = ""


class Table(Struct, frozen=True, array_like=True):
    """All articles of the index, and how long their records are together."""

    rows: list[Row]
    end: int


class PackedTable(Struct, frozen=True, array_like=True):
    """The same with rows as bytes."""

    rows: list[Raw]
    end: int


READ_ROW = msgspec.msgpack.Decoder(Row).decode


class Record(Struct, frozen=True, array_like=True):
    """What the search of one article needs."""

    article: Article
    data: ArticleData


def current(folder: Path) -> Path | None:
    """Return the folder of the index that is in use."""
    try:
        name = (folder / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return None
    return folder / name if MADE.fullmatch(name) else None


def new_folder(folder: Path) -> Path:
    """Return a folder for an index that nobody uses yet."""
    made = folder / f"made-{os.urandom(6).hex()}"
    made.mkdir(parents=True)
    return made


def use(folder: Path, made: Path) -> None:
    """Name the folder in use; what was used before is removed where nobody holds it. Raise `SavingError`."""
    write_file(folder / CURRENT, made.name)
    remove_others(folder, made)


def copying(made: Path, beside: Path) -> Generator[None, None, None]:
    """Copy an index, part by part, without the locks of the engine. Raise `OSError`."""
    for path in sorted(path for path in made.rglob("*") if path.is_file() and path.suffix != ".lock"):
        copy = beside / path.relative_to(made)
        copy.parent.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as source, copy.open("wb") as target:
            while part := source.read(COPIED_AT_ONCE):
                target.write(part)
                yield


def remove_others(folder: Path, kept: Path | None) -> None:
    """Remove the folders that are no longer, or were never, in use; only who holds the lock may ask for this."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if MADE.fullmatch(entry.name) and (kept is None or entry.name != kept.name):
                shutil.rmtree(entry.path, ignore_errors=True)


def read_table(made: Path) -> Table | None:
    """Return the table of an index, or None when it is missing, damaged or of another version."""
    packed = read_packed_table(made)
    try:
        return Table([READ_ROW(raw) for raw in packed.rows], packed.end) if packed is not None else None
    except msgspec.DecodeError:
        return None


def read_packed_table(made: Path) -> PackedTable | None:
    """Return the same with its rows as bytes, which are a fifth of what they are as values; each is read by `READ_ROW`."""
    try:
        table = unpack((made / TABLE).read_bytes(), OF_LIBRARY, PackedTable)
        return table if table is not None and table.end <= (made / RECORDS).stat().st_size else None
    except OSError:
        return None


def is_there(made: Path) -> bool:
    """Return whether there is a table, of whatever version."""
    return (made / TABLE).is_file()


def is_of_another_version(made: Path) -> bool:
    """Return whether the table was written by another version of the program: it begins like ours, and names another form."""
    try:
        with (made / TABLE).open("rb") as file:
            head = file.readline(200).decode("ascii", "replace").strip()
    except OSError:
        return False
    return head.startswith("search ") and head != f"search {form()} {OF_LIBRARY}"


def write_table(made: Path, rows: list[Row]) -> None:
    """Replace the table. Raise `SavingError`."""
    write_file(made / TABLE, at_once(packing(Table(rows, max((row.start + row.length for row in rows), default=0)), OF_LIBRARY)))


def box_of(article: Article) -> str:
    """Return what tells the danger box of an article from other ones; empty without a box or without signs in it."""
    urgent = article.urgent_care
    return blake2b(msgspec.msgpack.encode(urgent), digest_size=8).hexdigest() if urgent is not None and urgent.all_triggers else ""


def read_begun(made: Path) -> tuple[int, ...]:
    """Return the numbers of the articles that somebody began to write and may not have come to an end with."""
    try:
        return tuple(map(int, (made / BEGUN).read_text(encoding="ascii").split()))
    except (OSError, ValueError):
        return ()


def write_begun(made: Path, numbers: Iterable[int]) -> None:
    """Say which articles are being written; none: all are written, or were taken out. Raise `SavingError`."""
    lines = "\n".join(map(str, numbers))
    if lines:
        write_file(made / BEGUN, lines)
    else:
        (made / BEGUN).unlink(missing_ok=True)


def record_bytes(article: Article, data: ArticleData) -> bytes:
    """Return a record as bytes; the sources of the article are left out, for no search reads them."""
    return zlib.compress(msgspec.msgpack.encode(Record(msgspec.structs.replace(article, sources=()), data)), FAST)


def read_record(made: Path, row: Row) -> Record | None:
    """Return the record of an article, or None when it is damaged or cannot be read."""
    try:
        with (made / RECORDS).open("rb") as file:
            file.seek(row.start)
            raw = file.read(row.length)
        if zlib.crc32(raw) != row.checksum:
            return None
        return msgspec.msgpack.decode(zlib.decompressobj().decompress(raw, MOST_UNPACKED), type=Record)
    except (OSError, zlib.error, msgspec.DecodeError):
        return None


def read_language(made: Path, tag: str) -> LanguageData | None:
    """Return what is known of a language, or None."""
    try:
        return unpack((made / f"{tag}{LANGUAGE}").read_bytes(), tag, LanguageData)
    except OSError:
        return None


def write_language(made: Path, tag: str, data: LanguageData) -> None:
    """Keep what is known of a language. Raise `SavingError`."""
    write_file(made / f"{tag}{LANGUAGE}", at_once(packing(data, tag)))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; raise `IndexLockedError` when another program holds it. It ends with the program, however that ends."""
    path = folder / LOCK
    if hasattr(os, "lockf"):
        with path.open("ab") as file:
            try:
                os.lockf(file.fileno(), os.F_TLOCK, 0)
            except OSError as error:
                raise IndexLockedError(str(path)) from error
            yield
        return
    with suppress(FileNotFoundError):
        try:
            path.unlink()  # Windows removes nothing that is open
        except PermissionError as error:
            raise IndexLockedError(str(path)) from error
    try:
        with path.open("xb"):
            yield
    except FileExistsError as error:
        raise IndexLockedError(str(path)) from error
