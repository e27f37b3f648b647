"""Where the search's data of an article are kept: in the package for its own article, in the user's cache for others.

One file holds what reading one article comes to, and is named by the hash of the article's content; one holds what the tables of a language come to.
Whatever is missing, damaged or of another form is made anew, and nothing depends on whether it can be kept.
"""

import os
import re
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from app.core.base.saving import SavingError, write_file
from app.core.base.steps import at_once
from app.core.files.loader import Loaded
from app.core.search import stored
from app.core.search.data import ArticleData, LanguageData, SearchData, making_search
from app.core.search.stored import Value, packing, unpack

ARTICLE, LANGUAGE = ".article", ".language"
"""How the names of the two kinds of files end."""

MOST_FILES, MOST_BYTES = 24, 1 << 26
"""What is kept in the user's cache at most; what was used least lately goes first."""

TAG = re.compile(r"[a-z]{2,8}")


class Indexes(Struct, frozen=True):
    """Finds data, and keeps what was made in `folder` if there is one. `bundled` is looked in first and never written to."""

    folder: Path | None
    bundled: Path = stored.FOLDER

    def find(self, loaded: Loaded) -> SearchData | None:
        """Return the data of an article if they are kept."""
        return at_once(self.finding(loaded))

    def finding(self, loaded: Loaded) -> Generator[None, None, SearchData | None]:
        """Return the same, step by step."""
        language = self._language(loaded)
        if language is None:
            return None
        yield
        article = self._read(f"{loaded.digest}{ARTICLE}", loaded.digest, ArticleData)
        return SearchData(language, article) if article is not None else None

    def making(self, loaded: Loaded) -> Generator[None, None, SearchData]:
        """Make the data of an article, step by step, and keep them."""
        language = self._language(loaded)
        made = yield from making_search(loaded.article, language)
        if self.folder is not None:
            tag = language_of(loaded)
            if language is None:
                yield from self._keep(f"{tag}{LANGUAGE}", made.language, tag)
            yield from self._keep(f"{loaded.digest}{ARTICLE}", made.article, loaded.digest)
        return made

    def _language(self, loaded: Loaded) -> LanguageData | None:
        tag = language_of(loaded)
        return self._read(f"{tag}{LANGUAGE}", tag, LanguageData)

    def _read(self, name: str, of: str, kind: type[Value]) -> Value | None:
        for folder in (self.bundled, self.folder):
            if folder is None:
                continue
            path = folder / name
            with suppress(OSError):
                if path.stat().st_size <= MOST_BYTES and (found := unpack(path.read_bytes(), of, kind)) is not None:
                    if folder is self.folder:
                        with suppress(OSError):
                            os.utime(path)  # it was used just now
                    return found
        return None

    def _keep(self, name: str, value: Struct, of: str) -> Generator[None, None, None]:
        raw = yield from packing(value, of)
        if self.folder is None or len(raw) > MOST_BYTES // 2:
            return
        with suppress(OSError, SavingError):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_file(self.folder / name, raw)
            _bound(self.folder)
        yield


def language_of(loaded: Loaded) -> str:
    """Return the name of an article's language, as it may stand in a file's name."""
    tag = loaded.article.language.lower().partition("-")[0]
    return tag if TAG.fullmatch(tag) else "other"


def _bound(folder: Path) -> None:
    """Remove what was used least lately, as long as there is too much."""
    found: list[tuple[float, int, Path]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((ARTICLE, LANGUAGE)):
                with suppress(OSError):
                    state = entry.stat()
                    found.append((state.st_mtime, state.st_size, Path(entry.path)))
    kept = 0
    for number, (_, size, path) in enumerate(sorted(found, reverse=True)):
        kept += size
        if number >= MOST_FILES or kept > MOST_BYTES:
            with suppress(OSError):
                path.unlink()
