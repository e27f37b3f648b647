"""Which article a call is about: the one that is named in it, else the one that the machine's policy names, else the bundled one."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.article.places import read_address
from app.core.files.checked import Checked
from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.core.files.policy import PolicyFile
from app.core.library.user_library import folders_of
from app.machine import paths
from app.machine.exits import complain

if TYPE_CHECKING:
    from argparse import Namespace

NOT_ASKED_FOR = "The file that you asked for cannot be used, so the article that comes with the program is shown."


def read_article(options: "Namespace", policy_file: PolicyFile) -> Loaded:
    """Return the article that a command is about.

    One that the call names has to be good: raise `ContentError` or `UnreadableError`. One that the policy names gives way to the bundled article,
    as in the window: that is complained of, and `options.reason` holds it, so that the exit code tells it, too.

    `--article ID`, or places as `ARTICLE:PLACE`, name another article of the library, unless it has the id of that one; the places are in the article
    then. Raise `UnreadableError` when the library does not hold it, or when a call names two.
    """
    wanted = _named(options)
    if options.content is not None:
        loaded = load(options.content)
    else:
        loaded, options.reason = load_by_policy(policy_file)
        if options.reason:
            complain(options.reason)
    if wanted in {"", loaded.article.id}:
        return loaded
    way = folders_of(policy_file.policy, paths.BUNDLED, options.library).shelf().way_to(wanted)
    if way is None:
        message = f"there is no article {wanted!r} in the library; `library list` prints those in it"
        raise UnreadableError(message)
    return way()


def _named(options: "Namespace") -> str:
    """Return the id of the article that the call names, nothing when it names none; the places lose it."""
    named = {(getattr(options, "article", None) or "").strip().lower()}
    if getattr(options, "place", None) is not None:
        address = read_address(options.place)
        named.add(address.article)
        options.place = address.place or (None if address.article else "")
    if getattr(options, "places", None):
        addresses = [read_address(place) for place in options.places]
        named |= {address.article for address in addresses}
        options.places = [address.place for address in addresses if address.place or not address.article]
    first, *more = sorted(named - {""}) or [""]
    if more:
        message = f"one command can use only one article, and this one names {', '.join((first, *more))}"
        raise UnreadableError(message)
    return first


def load_by_policy(policy_file: PolicyFile, checked: Checked | None = None) -> tuple[Loaded, str]:
    """Return the article that the policy names, else the bundled one; with the line that says why it is not the one that is named."""
    content = policy_file.policy.content
    why = f"The article that comes with the program is used instead of the one that the policy {policy_file.path} names."
    loaded, told = load_or_fall_back(Path(content) if content else None, checked, why)
    if policy_file.may_name_an_article:
        told = "If the policy names another article, it is not used; the article that comes with the program is used instead."
    return loaded, told


def load_or_fall_back(content: Path | None, checked: Checked | None = None, why: str = NOT_ASKED_FOR) -> tuple[Loaded, str]:
    """Return the article and, when it is not the one asked for, the line that says why; raise when even the bundled one is damaged.

    Files that `checked` knows are not checked again.
    """
    if content is not None:
        try:
            return load(content, checked=checked), ""
        except (ContentError, UnreadableError) as error:
            told = f"{why} {error}"
    else:
        told = ""
    try:
        return load(paths.CONTENT, paths.known_good(), checked), told
    except (ContentError, UnreadableError):
        if told:
            complain(told, shown=True)
        raise


def has_to_be_there(folder: Path) -> None:
    """Raise `UnreadableError` unless a folder can be read."""
    try:
        os.scandir(folder).close()
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        message = f"the library {folder} cannot be read: {getattr(error, 'strerror', None) or error}"
        raise UnreadableError(message) from error
