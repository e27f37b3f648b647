"""Make the index of a library, or renew it where articles have changed, step by step."""

import os
import zlib
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import IO, TypeVar

from app.core.article.content import Article
from app.core.base.saving import SavingError, tidy
from app.core.language.language import Language
from app.core.library_search import kept
from app.core.library_search.kept import Row
from app.core.library_search.keys import entry_keys, language_tag
from app.core.library_search.passages import FOLDER, IndexDamagedError, IndexLockedError, Passages, PassageWriter
from app.core.library_search.taking import taking
from app.core.library_search.values import IndexProgress, Named, Outcome, Source
from app.core.search.data import LanguageData, making_article, making_language

Made = TypeVar("Made")

AT_ONCE = 500
"""Articles after which what was made is kept: who is stopped begins again there."""

MOST_WASTE = 0.5
"""The share of `records` that may belong to articles which are gone; beyond it the index is made anew."""

DAMAGED = "The search index of the library was damaged and has been made again."
OTHER_VERSION = "The search index of the library was made by another version and has been made again."
LOCKED = "Another window or command is making the search index of the library; what is ready so far is used."
NOT_MADE = "The search index of the library cannot be made: {reason}"


def indexing(folder: Path, sources: Iterable[Source], ready: Iterable[Path] = ()) -> Generator[IndexProgress, None, Outcome]:
    """Bring the index in a folder to what the sources are, reading only those that are not in it; one step is one article or less.

    `ready` are folders with an index that was made beforehand; it is copied where that saves much reading. They are only read.
    To stop is safe after each step: close the generator. Nothing is raised: what cannot be done is told in the outcome.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with kept.locked(folder):
            tidy(folder)  # who was killed while naming the folder in use has left a part behind
            wanted = list(sources)
            for _ in taking(folder, ready, [source.digest for source in wanted]):
                yield IndexProgress(0, 0)
            return (yield from _renewing(folder, wanted))
    except IndexLockedError:
        return Outcome(is_made=False, told=LOCKED)
    except (OSError, SavingError, IndexDamagedError) as error:
        return Outcome(is_made=False, told=NOT_MADE.format(reason=getattr(error, "strerror", None) or error))


def _renewing(folder: Path, sources: list[Source]) -> Generator[IndexProgress, None, Outcome]:
    made, told = kept.current(folder), ""
    kept.remove_others(folder, made)
    table = kept.read_table(made) if made is not None else None
    if made is not None and table is None:
        told = OTHER_VERSION if kept.is_of_another_version(made) else DAMAGED
    if made is not None and table is not None:
        wasted = _waste(made, table.rows)
        if wasted <= MOST_WASTE:
            try:
                Passages(made / FOLDER)  # looks at all of its files: a writer would not
                return (yield from _Maker(made, table.rows).making(sources))
            except IndexDamagedError:
                told = DAMAGED
    beside = kept.new_folder(folder)
    try:
        outcome = yield from _Maker(beside, [], lambda: kept.use(folder, beside)).making(sources)
    finally:
        if kept.current(folder) != beside:  # nothing of it was whole: a full disk needs its space
            kept.remove_others(folder, kept.current(folder))
    return Outcome(is_made=True, read=outcome.read, removed=outcome.removed, passages=outcome.passages, told=told)


def _waste(made: Path, rows: list[Row]) -> float:
    size = (made / kept.RECORDS).stat().st_size
    return 1 - sum(row.length for row in rows) / size if size else 0.0


class _Maker:
    """Writes into one folder."""

    def __init__(self, made: Path, rows: list[Row], use: Callable[[], None] = lambda: None) -> None:
        """`use` is called when what was written is of use for the first time."""
        self._made, self._use = made, use
        self._progress = IndexProgress(0, 0)
        self._rows = {row.name.digest: row for row in rows}
        self._languages: dict[str, tuple[Language, LanguageData]] = {}

    def making(self, sources: list[Source]) -> Generator[IndexProgress, None, Outcome]:
        """Remove what is gone, read what is new, and keep it."""
        wanted = {source.digest: source for source in sources}
        gone = [digest for digest in self._rows if digest not in wanted]
        held = {row.number for row in self._rows.values()}
        begun = [number for number in kept.read_begun(self._made) if number not in held]  # it was killed before these were in the table
        new = [source for digest, source in wanted.items() if digest not in self._rows]
        self._progress = IndexProgress(0, len(new))
        yield self._progress
        records = self._made / kept.RECORDS
        writer = PassageWriter(self._made / FOLDER, is_new=not kept.is_there(self._made))
        passages = 0
        try:
            first = max((*held, *begun), default=-1) + 1
            kept.write_begun(self._made, (*begun, *range(first, first + len(new))))
            for number in (*(self._rows.pop(digest).number for digest in gone), *begun):
                writer.remove(number)
            with records.open("ab") as file:
                for done, source in enumerate(new, 1):
                    article = source.read()
                    if article is not None:
                        passages += yield from self._add(writer, file, article, source, first + done - 1)
                    if done % AT_ONCE == 0:
                        self._keep(writer, file)
                    self._progress = IndexProgress(done, len(new), passages)
                    yield self._progress
                if new or gone or begun or not kept.is_there(self._made):
                    self._keep(writer, file)
            kept.write_begun(self._made, ())
        finally:
            writer.close()
        return Outcome(is_made=True, read=len(new), removed=len(gone), passages=passages)

    def _add(self, writer: PassageWriter, file: IO[bytes], article: Article, source: Source, number: int) -> Generator[IndexProgress, None, int]:
        language, known = yield from self._language(article)
        data = yield from self._quietly(making_article(article, language, known))
        count = writer.add(number, entry_keys(article, language))
        raw = kept.record_bytes(article, data)
        name = Named(source.id, article.title, article.edition.updated.isoformat(), source.digest)
        start = file.seek(0, 2)
        file.write(raw)
        self._rows[source.digest] = Row(number, name, language_tag(article), count, start, len(raw), zlib.crc32(raw), kept.box_of(article))
        return count

    def _language(self, article: Article) -> Generator[IndexProgress, None, tuple[Language, LanguageData]]:
        tag = language_tag(article)
        if tag not in self._languages:
            language = Language(article.language)
            known = kept.read_language(self._made, tag)
            if known is None:
                known = yield from self._quietly(making_language(language))
                kept.write_language(self._made, tag, known)
            self._languages[tag] = (language, known)
        return self._languages[tag]

    def _quietly(self, steps: Generator[None, None, Made]) -> Generator[IndexProgress, None, Made]:
        """Take steps within one article: what is done stays the same."""
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
            yield self._progress

    def _keep(self, writer: PassageWriter, file: IO[bytes]) -> None:
        file.flush()
        os.fsync(file.fileno())
        writer.commit()
        kept.write_table(self._made, sorted(self._rows.values(), key=lambda row: row.number))
        self._use()
