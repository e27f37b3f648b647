"""Ask a content file whether another edition lies there by now."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from app.core.figures.files import read_figures
from app.core.files.loader import ContentError, Loaded, State, UnreadableError, load, state_of

States = tuple[State | None, ...]
"""The states of a content file and of its figures, in the order of the article."""


class Look(Struct, frozen=True):
    """What one look has found: another edition, or why the file cannot be used; neither when all is as it was. `states` are for the next look."""

    new: Loaded | None = None
    trouble: str = ""
    states: States = ()


def look_again(path: Path, known: Loaded, states: States = ()) -> Look:
    """Return what lies at a path, compared with the edition that is open, and with the states of the look before.

    The article is read only when its file has changed. This takes as long as the file's share takes to answer: call it where nobody waits.
    """
    names = dict.fromkeys(figure.file for figure in known.article.figures if figure.file is not None)
    now = (state_of(path), *(state_of(path.parent / name) for name in names))
    if now == states:
        return Look(states=now)
    try:
        is_open = path == known.path and now[0] is not None and now[0] == known.state
        new = replace(known, figures=read_figures(known.article, known.folders)) if is_open else load(path)
    except (ContentError, UnreadableError) as error:
        return Look(trouble=str(error))  # without states: the next look reads it again
    is_same = (new.path, new.digest, new.figures) == (known.path, known.digest, known.figures)
    return Look(states=now) if is_same else Look(new, states=now)
