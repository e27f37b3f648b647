"""Load the article, and open the window or print what was asked for on the command line."""

import gc
import sys
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

from app.machine.exits import DONE, FAILED, NO_CONSOLE, UNREADABLE, WRONG_CONTENT, complain, silence

if TYPE_CHECKING:
    from argparse import Namespace

    from app.core.files.policy import PolicyFile


def main(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - each return is one way to end
    """Run the program and return its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        _speak_utf8(stream)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        from app.cli.start import open_window  # noqa: PLC0415 - the printing commands must work where the window cannot

        return open_window(None, None, None)
    from app.cli.line import PRINTING, idle, parser, read  # noqa: PLC0415 - most starts have no arguments

    options = read(given)
    if options.command is None:
        from app.cli.start import open_window  # noqa: PLC0415 - as above

        is_alone = bool(options.new_window) or options.preview is not None or options.library is not None  # an open window has another library
        asked = (options.content, options.open, options.search, options.teach)
        return open_window(*asked, new=is_alone, preview=options.preview, library=options.library)
    gc.enable()
    if ignored := idle(options):
        parser().error(f"{ignored} does not apply to {options.command}")
    if sys.stdout is None and options.command in PRINTING:
        complain(NO_CONSOLE)
        return UNREADABLE
    from app.core.files.loader import ContentError, UnreadableError  # noqa: PLC0415

    try:
        code = _print(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except ContentError as error:
        complain(str(error))
        return WRONG_CONTENT
    except UnreadableError as error:
        complain(str(error))
        return UNREADABLE
    except BrokenPipeError:
        # the reader has seen enough (`| head`)
        silence(sys.stdout)
        return DONE
    except OSError as error:
        silence(sys.stdout)
        complain(f"the output cannot be written: {error.strerror or error}")
        return UNREADABLE
    except KeyboardInterrupt:
        return UNREADABLE
    return code


def _print(options: "Namespace") -> int:
    """Carry out a command that opens no window."""
    from app.core.files.policy import read_policy  # noqa: PLC0415

    policy_file = read_policy()
    if policy_file.trouble:
        complain(policy_file.trouble)
    options.reason = ""
    is_in_place = options.command == "library" and options.act == "index"  # other acts make the folder, or report what cannot be read in it
    read = options.folder if is_in_place and options.folder is not None else options.library
    if read is not None and options.command != "self-check":  # that one reports it with everything else
        from app.cli.reading import has_to_be_there  # noqa: PLC0415

        has_to_be_there(read)
    return _carry_out(options, policy_file) or (FAILED if options.reason else DONE)


def _carry_out(options: "Namespace", policy_file: "PolicyFile") -> int:
    """Carry out a command; each module is loaded for its commands alone."""
    match options.command:
        case "self-check":
            from app.cli.start import check_itself as carry_out  # noqa: PLC0415
        case "handout":
            from app.cli.handouts import run as carry_out  # noqa: PLC0415
        case "review-sheet":
            from app.cli.handouts import run_review as carry_out  # noqa: PLC0415
        case "library" | "pack":
            from app.cli.shelf import run as carry_out  # noqa: PLC0415
        case "check" | "new":
            from app.cli.checking import run as carry_out  # noqa: PLC0415
        case "import":
            from app.cli.writing import run_import as carry_out  # noqa: PLC0415
        case _:
            from app.cli.commands import run as carry_out  # noqa: PLC0415
    return carry_out(options, policy_file)


def _speak_utf8(stream: IO[str] | None) -> None:
    reconfigure = getattr(stream, "reconfigure", None)  # a windowed program on Windows has no streams at all
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")
