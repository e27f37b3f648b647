"""Open the window, or say in one line why it cannot be opened."""

import os
from pathlib import Path

from app import paths, preflight
from app.core.loader import ContentError, Loaded, UnreadableError, load
from app.exits import NO_WINDOW, UNREADABLE, WRONG_CONTENT, complain


def open_window(content: Path | None, place: str | None, words: str | None) -> int:
    """Show the article and return the exit code; content that cannot be used gives way to the bundled article, with a notice."""
    reason = preflight.trouble(os.environ)
    if reason is not None:
        complain(reason)
        return NO_WINDOW
    try:
        loaded, notice = load_or_fall_back(content)
    except (ContentError, UnreadableError) as error:
        from app.ui.application import tell  # noqa: PLC0415 - Qt is loaded only when there is something to show

        complain(str(error))
        tell(str(error))
        return WRONG_CONTENT if isinstance(error, ContentError) else UNREADABLE
    from app.ui.application import run  # noqa: PLC0415

    return run(loaded, notice, place, words)


def load_or_fall_back(content: Path | None) -> tuple[Loaded, str]:
    """Return the article and, when it is not the one asked for, the line that says why; raise when even the bundled one is damaged."""
    if content is None:
        return load(paths.CONTENT), ""
    try:
        return load(content), ""
    except (ContentError, UnreadableError) as error:
        complain(str(error))
        return load(paths.CONTENT), f"The bundled article is shown instead of the file that was asked for. {error}"
