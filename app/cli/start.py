"""Open the window, or say in one line why it cannot be opened."""

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.asking import ask
from app.cli.reading import load_by_policy, load_or_fall_back, read_article
from app.core.base.saving import SavingError
from app.core.files.checked import Checked
from app.core.files.leaving import Leaving
from app.core.files.loader import ContentError, Loaded, UnreadableError
from app.core.files.own_files import cache_folder
from app.core.files.policy import PolicyFile, read_policy
from app.core.library.user_library import folders_of
from app.machine import paths, preflight
from app.machine.exits import DONE, FAILED, NO_WINDOW, UNREADABLE, WRONG_CONTENT, complain, say
from app.ui.shell.second_start import Asked, Running, meeting_folder, take

if TYPE_CHECKING:
    from argparse import Namespace


def open_window(
    content: Path | None,
    place: str | None,
    words: str | None,
    teach: str | None = None,
    *,
    new: bool = False,
    preview: Path | None = None,
    library: Path | None = None,
) -> int:
    """Show the article and return the exit code; content that cannot be used gives way to the bundled article, with a notice.

    Where a window of the program is open already it comes to the front instead, and shows the place, the words or the article; unless `new` or
    `teach` asks for a window of its own. A file to `preview` is shown while it is written. `library` is a folder with more articles, only to be read.
    """
    folder = meeting_folder()
    running = take(folder)
    if running is None and folder is not None and not new and teach is None:
        token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
        if ask(folder, Asked(place or "", words or "", str(content.absolute()) if content else "", token)):
            return DONE
        running = take(folder)  # the other one may have ended meanwhile
    try:
        return _open_window(content, place, words, teach, running, preview, library.absolute() if library is not None else None)
    finally:
        if running is not None:
            running.end()


def _open_window(
    content: Path | None,
    place: str | None,
    words: str | None,
    teach: str | None,
    running: Running | None,
    preview: Path | None,
    library: Path | None,
) -> int:
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # until the window takes it: an exception of Python in the midst of Qt ends in a crash
    reason = preflight.trouble(os.environ)
    if reason is not None:
        complain(reason)
        return NO_WINDOW
    content, teach = content_and_lesson(content, teach)
    policy_file = read_policy()
    if policy_file.trouble:
        complain(policy_file.trouble, shown=True)
    checked = Checked(cache_folder())
    try:
        loaded, notice = load_by_policy(policy_file, checked) if content is None else load_or_fall_back(content, checked)
    except (ContentError, UnreadableError) as error:
        from app.ui.session.run import show_start_failure  # noqa: PLC0415 - Qt is loaded only when there is something to show

        complain(str(error), shown=True)
        show_start_failure(str(error))
        return WRONG_CONTENT if isinstance(error, ContentError) else UNREADABLE
    if notice:
        complain(notice, shown=True)
    taught, trouble = what_to_teach(teach, loaded) if teach is not None else (None, "")
    from app.ui.session.run import NoFontError, run  # noqa: PLC0415

    try:
        said = " ".join(filter(None, (policy_file.trouble, notice, trouble)))
        code = run(loaded, said, place, words, taught, policy_file.policy, running, preview, library)
    except NoFontError:
        complain("no font is installed, so the window could show no words; install one, such as fonts-noto-core or fonts-dejavu-core")
        return NO_WINDOW
    checked.keep()
    return code


def content_and_lesson(content: Path | None, teach: str | None) -> tuple[Path | None, str | None]:
    """Return which file is opened and what is taught: a lesson that is opened as if it were an article is taught."""
    if content is None or teach is not None:
        return content, teach
    from app.core.teaching.lesson import is_lesson  # noqa: PLC0415 - only who opens a file needs it

    return (None, str(content)) if is_lesson(content) else (content, None)


def what_to_teach(wanted: str, loaded: Loaded) -> tuple[tuple[str, tuple[str, ...], str], str]:
    """Return the place where teach mode begins, the places it teaches (none: all) and the file that says so, from a place or a file.

    Of a lesson of another article only the file is returned. When the file cannot be used, all is taught, and every problem of it is told in the line
    that comes with it.
    """
    path = Path(wanted)
    if not wanted or not (path.suffix == ".json" or _is_file(path)):
        return (wanted, (), ""), ""
    from app.core.teaching.lesson import in_sentences, read_lesson  # noqa: PLC0415 - only who teaches from a file needs it

    try:
        return ("", read_lesson(path, loaded.article).places, str(path)), ""
    except (ContentError, UnreadableError) as error:
        if isinstance(error, ContentError) and [problem.where for problem in error.problems] == ["article"]:
            return ("", (), str(path)), ""  # nothing but that it is of another article: the window opens that one
        trouble = f"{path}: {in_sentences(error.problems)}" if isinstance(error, ContentError) else str(error)
        complain(trouble, shown=True)
        return ("", (), ""), f"The lesson cannot be used, so the whole article is shown as slides. {trouble}"


def _is_file(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def check_itself(options: "Namespace", policy_file: PolicyFile) -> int:
    """Use the window out of sight, print and write the report, and return the exit code.

    What is wrong with the policy, or with the article or a folder that it names, is a failure, too. Content of the call that is of no use is raised.
    """
    loaded, report = read_article(options, policy_file), options.report
    preflight.work_out_of_sight(os.environ)
    reason = preflight.trouble(os.environ)
    if reason is not None:
        complain(reason)
        return NO_WINDOW
    from app.cli.shelf import examine  # noqa: PLC0415 - the window has no use for it
    from app.ui.session.self_check import check  # noqa: PLC0415 - Qt reads the platform when it is loaded

    lines, reason = check(loaded, policy_file)
    told, trouble = examine(folders_of(policy_file.policy, paths.BUNDLED, options.library, keeps=False).shelf())
    lines += told
    reason = reason or policy_file.trouble or options.reason or trouble
    lines.append(f"result: {reason or 'all is well'}")
    for line in lines:
        say(line)
    if report is not None:
        try:
            Leaving(own=loaded).save(report, "\n".join(lines) + "\n")
        except SavingError as error:
            complain(f"the report cannot be written: {error}")
            return UNREADABLE
    if reason:
        if reason not in {policy_file.trouble, options.reason}:  # those have been complained of
            complain(reason, shown=report is not None)  # who asks for a report waits for no box
        return FAILED
    return DONE
