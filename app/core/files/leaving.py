"""What may leave the program, and the only functions that write a file which somebody has named."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from app.core.base.saving import SavingError, write_file, write_folder
from app.core.files.loader import Loaded
from app.core.files.own_files import whose
from app.core.files.policy import Allowed, PolicyFile


class NotAllowedError(SavingError):
    """The policy of this machine does not let this leave."""


class Leaving(Struct, frozen=True):
    """What the policy of this machine lets leave, and the article that is open: no file that the program itself reads is written over.

    It is asked where something leaves: by `export` and `save` here, by `put` in `app/ui/widgets/clipboard.py`, and by `PrintJob.run` in
    `app/ui/handout/printing.py`. Buttons and menus ask it only to show whether they are of use. `policy_file` is named in refusals.
    """

    allow: Allowed = Allowed()
    own: Loaded | None = None
    policy_file: Path | None = None

    @property
    def may_copy(self) -> bool:
        """Whether text may go to the clipboard."""
        return self.allow.copy

    @property
    def may_print(self) -> bool:
        """Whether sheets may be printed on paper."""
        return self.allow.print

    @property
    def may_export(self) -> bool:
        """Whether the article's words may be saved as a file."""
        return self.allow.export

    def export(self, path: Path, content: bytes | str) -> None:
        """Write a file with the article's words, as `write_file` does; raise `SavingError`, also when that is not allowed."""
        self.check_export(path)
        write_file(path, content)

    def export_folder(self, path: Path, files: Iterable[tuple[str, bytes | str]]) -> int:
        """Write a new folder of files with the words of articles, as `write_folder` does; raise `SavingError`, also when that is not allowed."""
        self.check_export(path)
        return write_folder(path, files)

    def save(self, path: Path, content: bytes | str) -> None:
        """Write a file without the article's words, such as a list of places or a report: the policy does not limit it. Raise `SavingError`."""
        self._refuse_own(path)
        write_file(path, content)

    def check_export(self, path: Path) -> None:
        """Raise `SavingError` unless the article's words may be written to this file; for what a driver writes."""
        if not self.may_export:
            raise NotAllowedError(f"the policy of this computer does not allow saving files{self._named()}")
        self._refuse_own(path)

    def check_print(self) -> None:
        """Raise `SavingError` unless something may be printed."""
        if not self.may_print:
            raise NotAllowedError(f"the policy of this computer does not allow printing{self._named()}")

    def _named(self) -> str:
        return f" ({self.policy_file})" if self.policy_file is not None else ""

    def _refuse_own(self, path: Path) -> None:
        """Refuse a path that leads to a file which the program itself reads: article, figures, settings, policy, its own resources."""
        if what := whose(path, self.own):
            raise SavingError(f"{path} is {what} and is never overwritten; choose another name")


UNLIMITED = Leaving()
"""Everything may leave, and no article is open."""


def leaving_under(policy_file: PolicyFile, own: Loaded | None) -> Leaving:
    """Return what a policy_file lets leave while an article is open."""
    return Leaving(policy_file.policy.allow, own, policy_file.path)
