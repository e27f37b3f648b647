"""Open the window, or say in one line why it cannot be opened."""

import os
from pathlib import Path

from app import paths, preflight
from app.core.loader import ContentError, Loaded, UnreadableError, load
from app.exits import DONE, FAILED, NO_WINDOW, UNREADABLE, WRONG_CONTENT, complain, say


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

        complain(str(error), shown=True)
        tell(str(error))
        return WRONG_CONTENT if isinstance(error, ContentError) else UNREADABLE
    from app.ui.application import run  # noqa: PLC0415

    return run(loaded, notice, place, words)


def load_or_fall_back(content: Path | None) -> tuple[Loaded, str]:
    """Return the article and, when it is not the one asked for, the line that says why; raise when even the bundled one is damaged."""
    if content is None:
        return load(paths.CONTENT, paths.known_good()), ""
    try:
        return load(content), ""
    except (ContentError, UnreadableError) as error:
        complain(str(error), shown=True)
        return load(paths.CONTENT, paths.known_good()), f"The bundled article is shown instead of the file that was asked for. {error}"


def check_itself(content: Path | None, report: Path | None) -> int:
    """Use the window out of sight, print and write the report, and return the exit code; content that cannot be used is raised."""
    loaded = load(content or paths.CONTENT)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.ui.self_check import check  # noqa: PLC0415 - Qt reads the platform when it is loaded

    lines, reason = check(loaded)
    lines.append(f"result: {reason or 'all is well'}")
    for line in lines:
        say(line)
    if report is not None:
        try:
            report.write_text("\n".join(lines) + "\n", encoding="utf-8")
        except OSError as error:
            complain(f"the report cannot be written: {error}")
            return UNREADABLE
    if reason:
        complain(reason, shown=report is not None)  # who asks for a report waits for no box
        return FAILED
    return DONE
