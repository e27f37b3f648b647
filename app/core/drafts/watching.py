"""See whether a content file or one of its figures has been saved, and look at it then. A share may take its time: it is done beside the window."""

from pathlib import Path

from msgspec import Struct

from app.core.drafts.draft import Draft, glance_at
from app.core.files.loader import TEXTS, State, UnreadableError, state_of

HEAD = 4_096
"""Bytes by which it is seen that a file is text."""

States = tuple[State | None, ...]
"""The states of the file and of its figures."""


class Seen(Struct, frozen=True):
    """What has come of a file: a draft, or why there is none; `is_gone` while there is no file. `states` are for waiting on."""

    draft: Draft | None
    trouble: str
    states: States

    @property
    def is_gone(self) -> bool:
        """Whether there is no file at the moment, as between two steps of a program that saves it."""
        return self.states[0] is None


def files_of(path: Path, draft: Draft | None) -> tuple[Path, ...]:
    """Return what is waited for: the file, and the figures of its article."""
    figures = draft.article.figures if draft is not None and draft.article is not None else ()
    return (path, *(path.parent / figure.file for figure in figures if figure.file is not None))


def states_of(files: tuple[Path, ...]) -> States:
    """Return the states of files now."""
    return tuple(map(state_of, files))


def look_now(path: Path) -> Seen:
    """Return what lies at a path now; what could be better in it is looked for later, by `advised`."""
    before = state_of(path)
    try:
        draft, trouble = glance_at(path), ""
    except UnreadableError as error:
        draft, trouble = None, str(error)
    return Seen(draft, trouble, (before, *states_of(files_of(path, draft)[1:])))


def look_again(path: Path, known: Seen, before: States) -> Seen | States:
    """Return what lies at a path once that is something else than what is known, and has the state that it had at the look before.

    Else return the state it has now, for the next look: nobody has saved it, or somebody is just writing it. A file that could not be read is tried
    again without having changed: a program that writes it may keep others from it for a while.
    """
    now = states_of(files_of(path, known.draft))
    if now != before:
        return now
    if now != known.states:
        return look_now(path)
    again = look_now(path) if known.trouble and not known.is_gone else known
    return again if again.draft is not known.draft else now


def is_for_author(path: Path) -> bool:
    """Return whether this user writes a file: who may not change it reads what others write, and what is no text is written elsewhere.

    What an article is made of, such as a Word file, is no article that could be read otherwise, and Word lets nobody else change a file that it has
    open: that it can be read is enough. The file itself is left as it is.
    """
    is_text = path.suffix.lower() in TEXTS
    try:
        with path.open("rb" if is_text else "r+b") as file:
            return is_text or b"\0" not in file.read(HEAD).decode("utf-8", errors="strict").encode()
    except UnicodeDecodeError as error:
        return error.start >= HEAD - 4
    except (OSError, ValueError):
        return False
