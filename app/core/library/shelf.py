"""What may be done with a library: reading its folders, adding, removing, and showing another edition. All of it may take as long as a share takes.

The user's own folder holds a pack for each edition. A pack is written beside its place and moved there once it is whole; what is removed is moved
into a folder of its own, from which it can be put back until something else is removed.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

import msgspec

from app.core.base.labels import ENGLISH, Labels
from app.core.base.saving import SavingError, write_file
from app.core.files.checked import Checked
from app.core.files.loader import ContentError, Loaded, UnreadableError, read_bytes
from app.core.library.folders import Folder, Shown, by_age, editions_in, file_of, is_known, open_article, read_folder, reason_of, together
from app.core.library.library import ArticleFile, BrokenFile, Held, Library, Origin
from app.core.library.packs import CONTENT, PACK, PackError, name_of, pack_bytes, read_pack, write_pack

REMOVED = ".removed"
"""The folder of what was removed last."""

SHOWN = ".shown.json"
"""The file that names the editions to be shown in the place of the newest ones."""


class Refused(UnreadableError):  # noqa: N818 - nothing failed: the reason is for people
    """Something was not added, removed or put back; the words say why, in one line."""


class Shelf:
    """The folders of a library.

    `bundled` are the content files that come with the program, `own` is the user's library folder (None where nothing may be kept), `shared` are
    folders of others, which are only read. `cache` keeps what was found out about files.
    """

    def __init__(
        self,
        bundled: Iterable[Path],
        own: Path | None,
        shared: Iterable[Path] = (),
        *,
        cache: Path | None = None,
        may_change: bool = True,
        labels: Labels = ENGLISH,
    ) -> None:
        files, self.shared = tuple(bundled), tuple(shared)
        self._own = own
        self._folders = (
            *((Folder(Origin.BUNDLED, files[0].parent, files),) if files else ()),
            *((Folder(Origin.OWN, own),) if own is not None else ()),
            *(Folder(Origin.SHARED, path) for path in self.shared),
        )
        self._cache, self._labels = cache, labels
        self.may_change = may_change and own is not None

    def folders(self) -> tuple[Callable[[], Library], ...]:
        """Return what reads each folder; one of them that does not answer keeps the others from nothing."""
        return tuple(partial(read_folder, folder, self._cache, self._labels, Checked(self._cache)) for folder in self._folders)

    def together(self, libraries: Iterable[Library]) -> Library:
        """Return what the folders hold as one library."""
        return together(libraries, self._shown())

    def read(self) -> Library:
        """Read all folders, however long it takes."""
        return self.together(read() for read in self.folders())

    def load(self, file: ArticleFile) -> Loaded:
        """Return an edition with its text; raise `Refused`."""
        try:
            return open_article(file.path, file.digest)  # unchanged, it need not be checked again
        except (PackError, ContentError, UnreadableError) as error:
            raise Refused(reason_of(error)) from error

    def way_to(self, article: str) -> Callable[[], Loaded] | None:
        """Return what reads the newest edition of an article; None for an id that no folder holds. It takes as long as the folders take.

        Only that article's own files are read, not the whole library.
        """
        held = self.together(editions_in(folder, article, self._cache, self._labels, Checked(self._cache)) for folder in self._folders).find(article)
        return partial(self.load, held.newest) if held is not None else None

    def is_known(self) -> bool:
        """Return whether nothing of these folders has to be read to find an article in them: all was read before, and is as it was.

        What comes with the program is read as quickly as that is found out.
        """
        return all(is_known(folder, self._cache) for folder in self._folders if folder.origin != Origin.BUNDLED)

    def problems(self, file: BrokenFile) -> tuple[str, ...]:
        """Return all that is wrong with a file; nothing when it can be opened by now."""
        try:
            open_article(file.path)
        except ContentError as error:
            return tuple(map(str, error.problems))
        except (PackError, UnreadableError) as error:
            return (reason_of(error),)
        return ()

    # --- changing the user's own folder ---

    def add(self, path: Path) -> ArticleFile:
        """Check a pack, a folder or a content file, and keep it as a pack, whole or not at all; raise `Refused`."""
        own = self._changed()
        content = path / CONTENT if path.is_dir() else path
        if content.suffix.lower() not in {".json", PACK}:
            raise Refused("It is neither a content file (.json) nor a pack (.refpack). Import a text first, then add the content file that it makes.")
        try:
            loaded = open_article(content)
            raw = read_pack(pack_bytes(content))[CONTENT] if content.suffix == PACK else read_bytes(content)
            if hashlib.sha256(raw).hexdigest() != loaded.digest:
                raise Refused("The file was replaced while it was being read. Try again.")
            target = own / name_of(loaded)
            own.mkdir(parents=True, exist_ok=True)
            write_file(target, write_pack(loaded, raw))
        except (PackError, ContentError, UnreadableError, SavingError) as error:
            raise Refused(reason_of(error)) from error
        except OSError as error:
            message = f"{own} cannot be written: {error.strerror or error}"
            raise Refused(message) from error
        self._show(loaded.article.id, None)
        return file_of(msgspec.structs.replace(loaded, path=target), Origin.OWN, self._labels)

    def remove(self, thing: Held | BrokenFile) -> None:
        """Remove an article with all of its own editions, or a broken file, so that it can be put back; raise `Refused`."""
        own = self._changed()
        things = (thing,) if isinstance(thing, BrokenFile) else (thing.newest, *thing.earlier)
        mine = [one.path for one in things if one.origin == Origin.OWN]
        if not mine:
            raise Refused("It is not in your own library folder, so it cannot be removed here.")
        self._move([_whole(path) for path in mine], own / REMOVED, is_emptied=True)

    def put_back(self) -> None:
        """Undo the removal that was the last; raise `Refused`."""
        own = self._changed()
        removed = own / REMOVED
        try:
            names = sorted(removed.iterdir())
        except OSError as error:
            raise Refused("There is nothing to put back.") from error
        if taken := next((path.name for path in names if (own / path.name).exists()), ""):
            message = f"Another {taken} is in its place now."
            raise Refused(message)
        self._move(names, own)

    def go_back(self, held: Held) -> ArticleFile:
        """Show the edition before the one that is shown, and after the oldest the newest again, and return it; raise `Refused`.

        It holds until an edition is added here, or a newer one comes to any folder.
        """
        self._changed()
        if not held.earlier:
            raise Refused("There is no earlier edition.")
        newest, *others = by_age((held.newest, *held.earlier))
        at = others.index(held.newest) + 1 if held.newest in others else 0
        self._show(newest.id, Shown(others[at].digest, newest.digest) if at < len(others) else None)
        return others[at] if at < len(others) else newest

    def _changed(self) -> Path:
        if self._own is None or not self.may_change:
            raise Refused("Your organisation has switched off adding and removing articles.")
        return self._own

    def _move(self, paths: Iterable[Path], into: Path, *, is_emptied: bool = False) -> None:
        try:
            if is_emptied and into.exists():
                shutil.rmtree(into)
            into.mkdir(parents=True, exist_ok=True)
            for path in paths:
                path.rename(into / path.name)
        except OSError as error:
            raise Refused(f"{error.strerror or error}: {error.filename}") from error

    def _shown(self) -> dict[str, Shown]:
        if self._own is not None:
            with suppress(OSError, msgspec.DecodeError, RecursionError):
                return msgspec.json.decode((self._own / SHOWN).read_bytes(), type=dict[str, Shown])
        return {}

    def _show(self, article: str, wanted: Shown | None) -> None:
        """Note which edition of an article is to be shown, None for the newest."""
        shown = self._shown()
        if self._own is None or shown.get(article) == wanted:
            return
        kept = {**shown, article: wanted} if wanted is not None else {name: one for name, one in shown.items() if name != article}
        try:
            self._own.mkdir(parents=True, exist_ok=True)
            write_file(self._own / SHOWN, msgspec.json.encode(kept))
        except (OSError, SavingError) as error:
            raise Refused(str(error)) from error


def _whole(path: Path) -> Path:
    """Return what an article is removed with: its pack, or the folder of its content file."""
    return path.parent if path.name == CONTENT else path
