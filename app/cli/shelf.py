"""Look after a library from the command line: list, add, remove, check, and make a pack."""

import argparse
from pathlib import Path

from app.core.base.saving import SavingError
from app.core.files.leaving import Leaving, leaving_under
from app.core.files.loader import ContentError, UnreadableError, read_bytes
from app.core.files.own_files import cache_folder, library_folder
from app.core.files.policy import PolicyFile
from app.core.library.folders import open_article, reason_of
from app.core.library.library import Origin
from app.core.library.packs import CONTENT, PackError, name_of, write_pack
from app.core.library.shelf import Refused, Shelf
from app.machine import paths
from app.machine.exits import DONE, UNREADABLE, WRONG_CONTENT, complain

ORIGINS = {Origin.BUNDLED: "bundled", Origin.OWN: "this computer", Origin.SHARED: "shared folder"}


def run(options: argparse.Namespace, policy_file: PolicyFile) -> int:
    """Carry out what the options name and return the exit code."""
    if options.command == "pack":
        return pack(options.folder, options.output, leaving_under(policy_file, None))
    shelf = shelf_of(policy_file, options.folder)
    match options.act:
        case "add":
            return add(shelf, options.things)
        case "remove":
            return remove(shelf, options.things)
        case "check":
            return check_articles(shelf)
    return list_articles(shelf)


def shelf_of(policy_file: PolicyFile, folder: Path | None = None, named: Path | None = None) -> Shelf:
    """Return the library of this user: what is bundled, the own folder, the folders of the policy, and one that the call names.

    With `folder`, that one takes the place of the user's own, and nothing else belongs to the library.
    """
    if folder is not None:
        return Shelf((), folder, cache=cache_folder())
    shared = (*map(Path, policy_file.policy.library), *((named,) if named is not None else ()))
    return Shelf((paths.CONTENT, paths.HANDBOOK), library_folder(), shared, cache=cache_folder(), may_change=policy_file.policy.may_add)


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
            complain(f"{name} was not removed: there is no article of this id")
            worst = UNREADABLE
            continue
        try:
            shelf.remove(thing)
        except Refused as refused:
            complain(f"{name} was not removed: {refused}")
            worst = UNREADABLE
        else:
            print(f"{name} was removed; until something else is removed it lies in .removed in the library's folder")
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
