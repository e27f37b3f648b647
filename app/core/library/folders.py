"""Read the folders of a library: what each article is, without holding its text, and what cannot be opened, with the reason.

What was found out about a file is kept in the user's cache, by its path and its state; a file that is as it was is not read again.
"""

import datetime as dt
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from app import __version__
from app.core.article.content import Article
from app.core.base.labels import ENGLISH, Labels
from app.core.base.saving import SavingError, write_file
from app.core.base.text import sentences
from app.core.files.checked import Checked
from app.core.files.loader import ContentError, Loaded, UnreadableError, load, read_bytes, state_of
from app.core.library.library import ArticleFile, BrokenFile, Held, Library, Origin
from app.core.library.packs import CONTENT, PACK, PackError, id_in, load_pack
from app.core.pages.document import Document

HEADS = ".heads"
"""How the names of the files end that keep what was found out about a folder."""

MOST_HEADS = 20
"""Files of this kind that are kept at most; what was used least lately goes first."""

LONGEST_LINE = 160
"""Characters of the line that says what an article is about."""

State = tuple[int, int, int]


class Folder(Struct, frozen=True):
    """A folder of a library, or, for what comes with the program, the content files themselves."""

    origin: Origin
    path: Path
    files: tuple[Path, ...] = ()


class Known(Struct, frozen=True, array_like=True):
    """What was found out about a file when it was in a state: what it is, or why it cannot be opened."""

    state: State
    article: ArticleFile | None
    reason: str = ""

    @property
    def id(self) -> str:
        """The article's id; empty for what cannot be opened."""
        return self.article.id if self.article is not None else ""


class Shown(Struct, frozen=True):
    """Which edition of an article the reader has gone back to, and which was the newest then, by their hashes."""

    digest: str
    newest: str


class Named(Struct, frozen=True):
    """The only field of a content file that is read to find one article among others."""

    id: str = ""


class Heads(Struct, frozen=True, array_like=True):
    """All that was found out about a folder, by path, and by which version of the program."""

    version: str
    known: dict[str, Known]


def read_folder(folder: Folder, cache: Path | None = None, labels: Labels = ENGLISH, checked: Checked | None = None) -> Library:
    """Read one folder; a folder that is not there, or that cannot be read, is a broken file with its reason."""
    kept = _read_heads(folder, cache)
    known: dict[str, Known] = {}
    articles, broken = [], []
    try:
        for path in folder.files or sorted(_candidates(folder.path)):
            found = known[str(path)] = _known(path, folder.origin, kept, labels, checked)
            if found.article is not None:
                articles.append(Held(found.article, ()))
            else:
                broken.append(BrokenFile(_name_of(path), path, found.reason, folder.origin))
    except OSError as error:
        if folder.origin != Origin.OWN or not isinstance(error, FileNotFoundError):  # before the first article is added, there is no own folder
            broken.append(BrokenFile(str(folder.path), folder.path, f"this folder cannot be read: {error.strerror or error}", folder.origin))
    if known != kept:
        _keep_heads(folder, cache, known)
    return together([Library(tuple(articles), tuple(broken))])


def editions_in(folder: Folder, article: str, cache: Path | None = None, labels: Labels = ENGLISH, checked: Checked | None = None) -> Library:
    """Return the editions of one article that a folder holds. Of all other files no more is read than tells which article they are."""
    kept, found = _read_heads(folder, cache), dict[str, Known]()
    with suppress(OSError):  # what cannot be read holds no article
        for path in folder.files or sorted(_candidates(folder.path)):
            before = kept.get(str(path))
            is_as_it_was = before is not None and before.state == state_of(path)
            name = before.id if before is not None and is_as_it_was else _id_in(path)
            if name == article != "":
                found[str(path)] = _known(path, folder.origin, kept, labels, checked)
    if any(kept.get(path) != known for path, known in found.items()):
        _keep_heads(folder, cache, kept | found)
    return together([Library(tuple(Held(known.article, ()) for known in found.values() if known.article is not None), ())])


def is_known(folder: Folder, cache: Path | None) -> bool:
    """Return whether every file of a folder is as it was when it was last read, so that none has to be read to find an article among them."""
    kept = _read_heads(folder, cache)
    try:
        paths = folder.files or tuple(_candidates(folder.path))
        return all((known := kept.get(str(path))) is not None and known.state == state_of(path) for path in paths)
    except OSError:  # no folder holds no article
        return True


def together(libraries: Iterable[Library], shown: Mapping[str, Shown] | None = None) -> Library:
    """Return several libraries as one, by title: of each article the newest edition, and the others behind it.

    `shown` says by the article's id which edition is shown in the place of the newest one. It no longer holds once there is a newer one than
    there was when the reader went back, whichever folder that came to.
    """
    editions: dict[str, dict[str, ArticleFile]] = {}
    broken: list[BrokenFile] = []
    for library in libraries:
        broken += library.broken
        for held in library.articles:
            for file in (held.newest, *held.earlier):
                editions.setdefault(file.id, {}).setdefault(file.digest, file)
    articles = [_held(by_age(files.values()), (shown or {}).get(name)) for name, files in editions.items()]
    return Library(tuple(sorted(articles, key=lambda held: (held.newest.title.casefold(), held.newest.id))), tuple(broken))


def by_age(files: Iterable[ArticleFile]) -> list[ArticleFile]:
    """Return editions from the newest on: the latest date of the article, then of checking, then the greater hash comes first."""
    return sorted(files, key=lambda file: (file.dated, file.checked or dt.date.min, file.digest), reverse=True)


def _held(files: list[ArticleFile], shown: Shown | None) -> Held:
    is_held = shown is not None and files[0].digest == shown.newest
    first = next((file for file in files if is_held and shown is not None and file.digest == shown.digest), files[0])
    return Held(first, tuple(file for file in files if file is not first))


def open_article(path: Path, known_good: str = "", checked: Checked | None = None) -> Loaded:
    """Read an article with its figures from its content file or its pack; raise `PackError`, `ContentError` or `UnreadableError`."""
    return load_pack(path, known_good, checked) if path.suffix == PACK else load(path, known_good, checked)


def reason_of(error: Exception) -> str:
    """Return in one line why an article cannot be opened; where its file lies is told elsewhere."""
    if isinstance(error, ContentError):
        return f"{error.problems[0]}" + (f" (and {len(error.problems) - 1} more)" if len(error.problems) > 1 else "")
    return " ".join(str(error).split())


def file_of(loaded: Loaded, origin: Origin, labels: Labels = ENGLISH) -> ArticleFile:
    """Return what a library knows of an article."""
    article = loaded.article
    added = None
    if origin == Origin.OWN:
        with suppress(OSError):  # another program has just removed it
            added = dt.date.fromtimestamp(loaded.path.stat().st_mtime)  # noqa: DTZ012 - the reader's own day
    return ArticleFile(
        id=article.id,
        title=article.title,
        line=_line(article),
        language=article.language,
        direction=article.direction,
        dated=str(article.edition.updated or ""),
        checked=article.edition.checked,
        review=Document(article, loaded.short_digest, labels).review(),
        digest=loaded.digest,
        path=loaded.path,
        origin=origin,
        added=added,
    )


def _line(article: Article) -> str:
    """Return what an article is about: the first sentence of its first passage, in plain words where it has them."""
    passage = article.sections[0].passages[0]
    text = getattr(passage, "plain", None) or passage.text
    first = text[slice(*next(iter(sentences(text)), (0, len(text))))].strip()
    return first if len(first) <= LONGEST_LINE else f"{first[:LONGEST_LINE].rpartition(' ')[0]}…"


def _candidates(folder: Path) -> Iterator[Path]:
    """Give what may be an article: packs, and the content files of the folders. What begins with a dot is no part of a library."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.name.endswith(PACK):
                yield Path(entry.path)
            elif entry.is_dir():
                content = Path(entry.path) / CONTENT
                if os.path.lexists(content):
                    yield content


def _name_of(path: Path) -> str:
    return path.parent.name if path.name == CONTENT else path.name


def _known(path: Path, origin: Origin, kept: dict[str, Known], labels: Labels, checked: Checked | None) -> Known:
    state = state_of(path)
    before = kept.get(str(path))
    if before is not None and state is not None and before.state == state:
        return before
    try:
        article, reason = file_of(open_article(path, checked=checked), origin, labels), ""
    except (PackError, ContentError, UnreadableError, OSError) as error:
        article, reason = None, reason_of(error)
    return Known(state or (0, 0, 0), article, reason)


def _id_in(path: Path) -> str:
    """Return which article a file is, nothing where that cannot be told."""
    if path.suffix == PACK:
        return id_in(path)
    try:
        return msgspec.json.decode(read_bytes(path), type=Named).id
    except (UnreadableError, msgspec.DecodeError, RecursionError):
        return ""


def _heads_file(folder: Folder, cache: Path) -> Path:
    name = hashlib.sha256(f"{folder.origin.value} {folder.path}".encode()).hexdigest()[:16]
    return cache / f"library-{name}{HEADS}"


def _read_heads(folder: Folder, cache: Path | None) -> dict[str, Known]:
    if cache is None:
        return {}
    with suppress(OSError, msgspec.DecodeError, RecursionError):
        heads = msgspec.msgpack.decode(_heads_file(folder, cache).read_bytes(), type=Heads, dec_hook=_decoded)
        if heads.version == __version__:
            return heads.known
    return {}


def _keep_heads(folder: Folder, cache: Path | None, known: dict[str, Known]) -> None:
    if cache is None:
        return
    with suppress(OSError, SavingError):
        cache.mkdir(parents=True, exist_ok=True)
        write_file(_heads_file(folder, cache), msgspec.msgpack.encode(Heads(__version__, known), enc_hook=str))
        files = sorted(cache.glob(f"library-*{HEADS}"), key=lambda file: file.stat().st_mtime)
        for file in files[:-MOST_HEADS]:
            file.unlink(missing_ok=True)


def _decoded(kind: type, value: object) -> object:
    return kind(value)
