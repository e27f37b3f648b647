"""Look after a library from the command line: list, add, remove, check, make its index, and make a pack."""

import argparse
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from app.core.base.labels import ENGLISH
from app.core.base.saving import SavingError
from app.core.files.indexes import Indexes
from app.core.files.leaving import Leaving, leaving_under
from app.core.files.loader import ContentError, Loaded, UnreadableError, read_bytes
from app.core.files.own_files import cache_folder
from app.core.files.policy import PolicyFile
from app.core.library.folders import file_of, open_article, reason_of
from app.core.library.library import Origin
from app.core.library.packs import CONTENT, PackError, name_of, write_pack
from app.core.library.shelf import Refused, Shelf
from app.core.library.user_library import LibraryFolders, folders_of
from app.core.library_search.scope import load_engine
from app.core.pages.document import Document
from app.machine import paths
from app.machine.exits import DONE, UNREADABLE, WRONG_CONTENT, complain, left_out

ORIGINS = {Origin.BUNDLED: "included", Origin.OWN: "this computer", Origin.SHARED: "shared folder"}


def run(options: argparse.Namespace, policy_file: PolicyFile) -> int:
    """Carry out what the options name and return the exit code."""
    if options.command == "pack":
        return pack(options.folder, options.output, leaving_under(policy_file, None))
    shelf = _shelf_for(options, policy_file)
    match options.act:
        case "index":
            load_engine()
            from app.cli.searching import make_index  # noqa: PLC0415 - it needs the engine

            return make_index(shelf, options.folder, options.library)
        case "add":
            return add(shelf, options.things)
        case "remove":
            return remove(shelf, options.things)
        case "check":
            return check_articles(shelf)
    return list_articles(shelf)


def _shelf_for(options: argparse.Namespace, policy_file: PolicyFile) -> Shelf:
    """Return what an act is about: the library of this user, or with a folder that one in the place of the user's own, and nothing else.

    An index in a folder holds what comes with the program, too: whoever searches there looks in both.
    """
    whole = folders_of(policy_file.policy, paths.BUNDLED, options.library)
    if options.folder is None:
        return whole.shelf()
    if options.act == "index":
        return LibraryFolders(paths.BUNDLED, None, (options.folder,), whole.cache).shelf()
    return LibraryFolders(own=options.folder, cache=whole.cache).shelf()


def list_articles(shelf: Shelf) -> int:
    """Print a line for each article, and one for each file that cannot be opened; the exit code says whether there is one of these."""
    library = shelf.read()
    for held in library.articles:
        file = held.newest
        told = [file.dated or "no date", file.review, file.language, ORIGINS[file.origin]]
        told += [f"{len(held.earlier)} other edition{'s' if len(held.earlier) > 1 else ''}"] if held.earlier else []
        print(f"{file.id}: {file.title} ({'; '.join(told)})")
    for broken in library.broken:
        print(f"{broken.path}: cannot be opened: {broken.reason}")
    return WRONG_CONTENT if library.broken else DONE


def check_articles(shelf: Shelf) -> int:
    """Print everything that is wrong with what cannot be opened; the exit code says whether there is anything."""
    library = shelf.read()
    for broken in library.broken:
        for problem in shelf.problems(broken) or (broken.reason,):
            print(f"{broken.path}: error: {problem}")
    print(f"{len(library.articles)} can be opened, {len(library.broken)} cannot")
    return WRONG_CONTENT if library.broken else DONE


def examine(shelf: Shelf) -> tuple[list[str], str]:
    """Return what a report says of a library, and in one line which folder of others cannot be read at all, if there is one."""
    library = shelf.read()
    lines = [f"library holds: {ENGLISH.count_articles(len(library.articles))}; {len(library.broken)} cannot be opened"]
    lines += [f"shared library folder (only read): {folder}" for folder in shelf.shared]
    lines += [f"library cannot open: {broken.path}: {broken.reason}" for broken in library.broken]
    return lines, next((f"{broken.path}: {broken.reason}" for broken in library.broken if broken.path in shelf.shared), "")


def add(shelf: Shelf, things: list[Path]) -> int:
    """Add packs, folders and content files, each whole or not at all; the exit code says whether all were added."""
    worst = DONE
    for path in things:
        try:
            file = shelf.add(path)
        except Refused as refused:
            complain(f"{path} was not added: {refused}")
            worst = UNREADABLE
        else:
            print(f"{file.id}: {file.title} was added as {file.path}")
    return worst


def remove(shelf: Shelf, ids: list[str]) -> int:
    """Remove articles by their ids; the exit code says whether all were removed."""
    worst, library = DONE, shelf.read()
    for name in ids:
        held = library.find(name)
        broken = next((file for file in library.broken if file.name == name and file.origin == Origin.OWN), None)
        thing = held or broken
        if thing is None:
            complain(f"{name} was not removed: there is no article with this id")
            worst = UNREADABLE
            continue
        try:
            shelf.remove(thing)
        except Refused as refused:
            complain(f"{name} was not removed: {refused}")
            worst = UNREADABLE
        else:
            print(f"{name} was removed; it is kept in the folder .removed of the library until something else is removed")
    return worst


def pack(folder: Path, output: Path | None, leaving: Leaving) -> int:
    """Write an article's folder as a pack; its name is made of id, date and hash unless one is given."""
    content = folder / CONTENT if folder.is_dir() else folder
    try:
        loaded = open_article(content)
        made = write_pack(loaded, read_bytes(content))
        target = output or Path(name_of(loaded))
        leaving.export(target, made)
    except (PackError, ContentError, UnreadableError, SavingError) as error:
        complain(f"{content}: {reason_of(error)}")
        return WRONG_CONTENT if isinstance(error, ContentError) else UNREADABLE
    print(target)
    return DONE


def export_all(loaded: Loaded, folder: Path, leaving: Leaving, shelf: Shelf, numbers: str = "") -> int:
    """Write the HTML edition of an article and of all others of the library into a new folder, and say how large it is.

    What cannot be opened is told, and keeps the others from nothing.
    """
    from app.core.formats.edition import HtmlEditionError  # noqa: PLC0415 - the other commands need none of it
    from app.core.formats.edition_library import INDEX, Bound, pages  # noqa: PLC0415

    indexes, library = Indexes(cache_folder()), shelf.read()
    lacking = {str(broken.path): broken.reason for broken in library.broken}

    def bound() -> Iterator[Bound]:
        files = [held.newest for held in library.articles if held.newest.id != loaded.article.id]  # the named edition goes before the library's
        for file in (file_of(loaded, Origin.SHARED), *files):
            try:
                one = loaded if file.path == loaded.path else shelf.load(file)
            except Refused as error:  # it was taken away meanwhile
                lacking[str(file.path)] = str(error)
                continue
            document = Document(one.article, one.short_digest, folder=one.figures, numbers=numbers)
            yield Bound(document, file.line, indexes.find(one))
            lacking.update((f"{file.id}:{place}", reason) for place, reason in document.not_shown.items())  # its page has been made

    try:
        size = leaving.export_folder(folder, pages(bound(), paths.EDITION, dt.date.today()))  # noqa: DTZ011 - the reader's own day
    except (HtmlEditionError, SavingError) as error:
        complain(str(error))
        return UNREADABLE
    print(f"{folder}: {size / 1000:.0f} kB, begin with {INDEX}")
    return left_out(lacking)
