"""Take over an index that was made beforehand: to copy it from a share takes seconds where reading all articles takes minutes."""

import shutil
from collections.abc import Collection, Generator, Iterable
from pathlib import Path

from app.core.base.saving import SavingError
from app.core.library_search import kept
from app.core.library_search.passages import FOLDER, META, IndexDamagedError, Passages

WORTH = 50
"""Articles that it must hold and the own index does not; fewer are read as fast as an index is copied."""


def taking(folder: Path, ready: Iterable[Path], wanted: Collection[str]) -> Generator[None, None, None]:
    """Put a copy of the best of the `ready` indexes into the place of the one in a folder, if that saves reading many of the `wanted` articles.

    Whoever calls this holds the lock of the folder. What cannot be copied whole is left alone: the articles are read then.
    """
    lacking = frozenset(wanted) - _holds(kept.current(folder))
    if len(lacking) < WORTH:
        return
    offered = {made: len(lacking & _holds(made)) for made in map(kept.current, ready) if made is not None}
    best = max(offered, key=lambda made: offered[made], default=None)
    if best is None or offered[best] < WORTH:
        return
    beside = None
    try:
        beside = kept.new_folder(folder)
        state = _state(best)
        yield from kept.copying(best, beside)
        Passages(beside / FOLDER)
        if _state(best) == state == _state(beside):  # else somebody renewed it meanwhile
            kept.use(folder, beside)
    except (OSError, SavingError, IndexDamagedError):
        return
    finally:
        if beside is not None and kept.current(folder) != beside:
            shutil.rmtree(beside, ignore_errors=True)


def _holds(made: Path | None) -> frozenset[str]:
    table = kept.read_table(made) if made is not None else None
    return frozenset(row.name.digest for row in table.rows) if table is not None else frozenset()


def _state(made: Path) -> tuple[bytes, bytes]:
    """Return what is replaced last when an index is renewed."""
    return (made / kept.TABLE).read_bytes(), (made / FOLDER / META).read_bytes()
