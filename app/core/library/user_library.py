"""Which folders are the library of a user, by the policy of the machine and by what a call names; light to load, since every window asks."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from app.core.base.labels import ENGLISH, Labels
from app.core.files.own_files import cache_folder, library_folder
from app.core.files.policy import Policy

if TYPE_CHECKING:
    from app.core.library.shelf import Shelf


class LibraryFolders(Struct, frozen=True):
    """Where the articles of a library lie.

    `bundled` are the content files that come with the program, `own` is the user's folder (None: nothing can be added), `shared` are folders of
    others, of which the call itself names the last where `is_named`. `cache` keeps what was found out about files (None: nothing is kept).
    """

    bundled: tuple[Path, ...] = ()
    own: Path | None = None
    shared: tuple[Path, ...] = ()
    cache: Path | None = None
    may_change: bool = True
    is_named: bool = False

    def shelf(self, labels: Labels = ENGLISH) -> "Shelf":
        """Return what reads and changes these folders."""
        from app.core.library.shelf import Shelf  # noqa: PLC0415 - most runs are about one article and need none

        return Shelf(self.bundled, self.own, self.shared, cache=self.cache, may_change=self.may_change, labels=labels)


def folders_of(policy: Policy, bundled: tuple[Path, ...], named: Path | None = None, *, keeps: bool = True) -> LibraryFolders:
    """Return the library of this user: what is bundled, the own folder, the folders of the policy, and one that the call names.

    Unless it `keeps`, or where the policy lets nothing of the reading be remembered, nothing that is found out is written into the user's cache.
    """
    shared = (*map(Path, policy.library), *((named,) if named is not None else ()))
    cache = cache_folder() if keeps and policy.remember_place else None
    return LibraryFolders(bundled, library_folder(), shared, cache, may_change=policy.may_add, is_named=named is not None)
