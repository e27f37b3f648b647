"""Packs: an article with its figures as one file, `ID-DATE.refpack`, that is the same byte for byte whenever it is made from the same article.

A pack is a zip. `manifest.json` in it names every other file with its SHA-256; there may be nothing else. Whatever is wrong refuses all of it.
"""

import hashlib
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from app.core.article.content import SIZE_LIMIT
from app.core.figures.files import SIZE_LIMIT as FIGURE_LIMIT
from app.core.figures.files import FigureError, FigureFiles
from app.core.files.checked import Checked
from app.core.files.loader import Loaded, UnreadableError, load_bytes

PACK = ".refpack"
CONTENT, MANIFEST = "content.json", "manifest.json"
FORM = 1
"""The version of the form that this program reads and writes."""

PACK_LIMIT = 100_000_000
"""Bytes of a pack, and of all that is in it."""

MANIFEST_LIMIT = 1_000_000

MOST_FILES = 500

LISTED = b"PK\x01\x02"
"""How each file begins in a zip's list of its files."""

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, OverflowError)
"""What unpacking a zip raises when it is none, or is damaged."""

WHEN = (1980, 1, 1, 0, 0, 0)
"""The time that every file in a pack bears: the earliest that a zip can tell."""

MODE = (stat.S_IFREG | 0o644) << 16

NAME = re.compile(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")
"""Names that files may have in a pack: on every system they lead to a file below the pack's folder."""


class PackError(UnreadableError):
    """A pack is refused; the words say why, in one line."""


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """What a pack says of itself: the version of its form, the article's id, and the SHA-256 (hexadecimal) of each file by its name."""

    form: int
    id: str
    files: dict[str, str]


def write_pack(loaded: Loaded, raw: bytes) -> bytes:
    """Return an article as a pack; `raw` is its content file. Raise `PackError` when a figure is not there."""
    files = {CONTENT: raw}
    for figure in loaded.article.figures:
        if figure.file is not None:
            try:
                files[figure.file] = loaded.figures.raw(figure.file)
            except FigureError as error:
                message = f"the figure {figure.file} {error}"
                raise PackError(message) from error
    manifest = Manifest(FORM, loaded.article.id, {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _write(archive, MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
        for name in sorted(files):
            _write(archive, name, files[name])
    return packed.getvalue()


def _write(archive: zipfile.ZipFile, name: str, raw: bytes) -> None:
    info = zipfile.ZipInfo(name, WHEN)
    info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, MODE
    archive.writestr(info, raw)


def name_of(loaded: Loaded) -> str:
    """Return what a pack of an article is called: its id, its date, and the beginning of its hash, so that two editions never have one name."""
    edition = loaded.article.edition
    return f"{loaded.article.id.replace('/', '-')}-{edition.updated or edition.checked}-{loaded.short_digest}{PACK}"


def load_pack(path: Path, known_good: str = "", checked: Checked | None = None) -> Loaded:
    """Read the article of a pack, as `load` does a content file; raise `PackError`, `ContentError` or `UnreadableError`."""
    manifest, files = _whole(pack_bytes(path))
    loaded = load_bytes(files[CONTENT], path, known_good, checked)
    if manifest.id != loaded.article.id:
        raise PackError("its manifest.json names another article than the one in it")
    figures: dict[str, bytes | str] = {
        figure.file: files.get(figure.file, "is not there") for figure in loaded.article.figures if figure.file is not None
    }
    return msgspec.structs.replace(loaded, figures=FigureFiles(figures))


def id_in(path: Path) -> str:
    """Return which article a pack says that it holds, without unpacking that; nothing where it cannot be told."""
    try:
        raw = pack_bytes(path)
        _refuse_long(raw)
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _manifest(_unpacked(archive, archive.getinfo(MANIFEST))).id
    except (UnreadableError, KeyError, *DAMAGED):  # KeyError: it has no manifest
        return ""


def pack_bytes(path: Path) -> bytes:
    """Return the bytes of a pack, one more than it may have at most; raise `UnreadableError` in plain words."""
    try:
        with path.open("rb") as file:
            return file.read(PACK_LIMIT + 1)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        message = f"{path} cannot be read: {getattr(error, 'strerror', None) or error}"
        raise UnreadableError(message) from error


def read_pack(raw: bytes) -> dict[str, bytes]:
    """Return the files of a pack by their names, the manifest left out; raise `PackError`."""
    return _whole(raw)[1]


def _whole(raw: bytes) -> tuple[Manifest, dict[str, bytes]]:
    _refuse_long(raw)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _read(archive)
    except DAMAGED as error:
        message = "it is not a pack, or it is damaged"
        raise PackError(message) from error


def _refuse_long(raw: bytes) -> None:
    """Raise `PackError` for what is too long to be looked into."""
    if len(raw) > PACK_LIMIT:
        message = f"it is larger than {PACK_LIMIT // 1_000_000} MB"
        raise PackError(message)
    if raw.count(LISTED) > MOST_FILES:  # a list of millions of files is not even read
        message = f"it contains more than {MOST_FILES} files"
        raise PackError(message)


def _read(archive: zipfile.ZipFile) -> tuple[Manifest, dict[str, bytes]]:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    for info in infos:
        _refuse(info)
    if len({name.casefold() for name in names}) < len(names):
        raise PackError("two of its files have the same name")
    if sum(info.file_size for info in infos) > PACK_LIMIT:
        message = f"its unpacked content is larger than {PACK_LIMIT // 1_000_000} MB"
        raise PackError(message)
    found = {info.filename: _unpacked(archive, info) for info in infos}
    if MANIFEST not in found:
        raise PackError("it has no manifest.json")
    manifest = _manifest(found.pop(MANIFEST))
    if CONTENT not in found:
        raise PackError("it has no content.json")
    _compare(manifest.files, found)
    return manifest, found


def _refuse(info: zipfile.ZipInfo) -> None:
    """Raise `PackError` for a file that has no place in a pack."""
    shown = info.filename[:80]
    kind = stat.S_IFMT(info.external_attr >> 16)
    is_below = NAME.fullmatch(info.orig_filename) is not None and not {".", ".."} & set(info.orig_filename.split("/"))
    if not is_below or info.orig_filename != info.filename:
        message = f"a file in it has a name that is not allowed in an article: {shown!r}"
    elif kind not in {0, stat.S_IFREG}:
        message = f"{shown} in it is not a plain file"
    elif info.flag_bits & 1:
        message = f"{shown} in it is encrypted"
    elif info.filename not in {MANIFEST, CONTENT} and not info.filename.endswith(".svg"):
        message = f"{shown} in it does not belong to an article"
    else:
        return
    raise PackError(message)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return the bytes of a file, however many the zip says that they are: not more than such a file may have."""
    most = {CONTENT: SIZE_LIMIT, MANIFEST: MANIFEST_LIMIT}.get(info.filename, FIGURE_LIMIT)
    with archive.open(info) as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        message = f"{info.filename} in it is larger than {most // 1_000_000} MB"
        raise PackError(message)
    return raw


def _manifest(raw: bytes) -> Manifest:
    try:
        manifest = msgspec.json.decode(raw, type=Manifest)
    except (msgspec.DecodeError, RecursionError) as error:
        raise PackError("its manifest.json cannot be read") from error
    if manifest.form != FORM:
        message = f"it has format {manifest.form}; this program reads format {FORM}"
        raise PackError(message)
    return manifest


def _compare(listed: Mapping[str, str], found: Mapping[str, bytes]) -> None:
    """Raise `PackError` unless a manifest lists what is there, and nothing else."""
    for name in sorted(listed.keys() | found.keys()):
        if name not in found:
            message = f"{name[:80]} is named in its manifest but is not in it"
        elif name not in listed:
            message = f"{name} in it is not in its manifest"
        elif hashlib.sha256(found[name]).hexdigest() != listed[name]:
            message = f"{name} in it differs from what its manifest says"
        else:
            continue
        raise PackError(message)
