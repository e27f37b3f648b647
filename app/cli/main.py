"""Read the command line, load the article, and open the window or print what was asked for."""

import argparse
import datetime as dt
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn
from urllib.parse import unquote

from app import NAME, __version__
from app.machine.exits import DONE, FAILED, NO_WINDOW, UNREADABLE, WRONG_CONTENT, complain, silence

if TYPE_CHECKING:
    from app.core.files.policy import PolicyFile

EPILOG = f"""\
exit codes: {DONE} done, {WRONG_CONTENT} the content is wrong, {UNREADABLE} cannot be read or written or wrong usage, \
{NO_WINDOW} this machine cannot show the window"""


PROGRAM = "cervical-reference"

FORMS = ("text", "markdown", "html", "json")

PRINTING = frozenset({"search", "show", "diff", "check", "review-record"})
"""Commands that do nothing but print."""

NO_CONSOLE = "There is no console to print to; on Windows, cervical-reference-cli.exe has one."

COMMANDS = PRINTING | {"handout", "export-html", "review-sheet", "self-check"}


WINDOW_OPTIONS = ("open", "search", "teach", "new_window")
"""The options that only the window follows."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one plain line."""

    def error(self, message: str) -> NoReturn:
        """Print the error and end with exit code 2."""
        complain(f"{message} (see --help)", by=self.prog)
        self.exit(UNREADABLE)

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002 - help and version go to standard output
        """Print the help or the version; where that fails, Python's own way differs from version to version (silence, or a traceback)."""
        if sys.stdout is None:
            complain(NO_CONSOLE)
            self.exit(UNREADABLE)
        try:
            print(message, end="", flush=True)
        except OSError as error:
            silence(sys.stdout)
            complain(f"the output cannot be written: {error.strerror or error}")
            self.exit(UNREADABLE)


def parser() -> Parser:
    """Return the parser for the whole command line."""
    about = f"{NAME}: an offline reader for one article. FILE.json in the place of COMMAND opens that article in the window."
    top = Parser(prog=PROGRAM, description=about, epilog=EPILOG)
    _add_general(top, None, shown=True)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)

    search = commands.add_parser("search", help="print the passages that match")
    search.add_argument("words", nargs="+", metavar="WORDS", help="what to look for; - reads queries from standard input, one a line")
    search.add_argument("--json", action="store_true", help="one JSON object a query")
    search.add_argument("--limit", type=_count, default=10, metavar="N", help="at most this many results (10)")

    show = commands.add_parser("show", help="print the article, a section or a passage, with its evidence notes")
    show.add_argument("place", nargs="?", metavar="PLACE")
    show.add_argument("--format", choices=FORMS, default="text")

    diff = commands.add_parser("diff", help="print what changed from one edition of the article to another, with its evidence notes")
    diff.add_argument("old", metavar="OLD", type=file_path, help="the content file of the earlier edition")
    diff.add_argument("new", metavar="NEW", type=file_path, help="the content file of the later edition")
    diff.add_argument("--format", choices=FORMS, default="text")

    export = commands.add_parser("export-html", help="write the whole reference as one HTML page for any browser")
    export.add_argument("file", metavar="FILE", type=file_path)

    handout = commands.add_parser("handout", help="write a hand-out, in plain words unless told otherwise")
    handout.add_argument("places", nargs="*", metavar="PLACE", help="sections, questions, figures; all sections unless told otherwise")
    handout.add_argument("--output", metavar="FILE", type=file_path, required=True, help="what to write: .pdf, .html, .md or .txt")
    handout.add_argument("--full", action="store_true", help="the article's full words")
    handout.add_argument("--large", action="store_true", help="large type")
    handout.add_argument("--paper", choices=("A4", "Letter"), default="A4")

    review = commands.add_parser("review-sheet", help="write the sheet on which somebody reviews every statement of the article")
    review.add_argument("file", metavar="FILE", type=file_path, help="what to write: .pdf or .html")
    review.add_argument("--paper", choices=("A4", "Letter"), default="A4")

    record = commands.add_parser("review-record", help="print the record of a review, to be put into the content file once a sheet is signed")
    record.add_argument("name", metavar="NAME", help="the reviewer's name, as it stands on the sheet")
    record.add_argument("role", metavar="ROLE", help="what the reviewer is, as it stands on the sheet")
    record.add_argument("date", metavar="DATE", type=_day, help="the day of the signature, for example 2026-11-26")
    record.add_argument("--sheet", metavar="CODE", required=True, help="the code that stands on the first page of the signed sheet")

    own = commands.add_parser("self-check", help="try the program without showing its window, and report versions, hashes, paths and modules")
    own.add_argument("--report", type=file_path, metavar="FILE", help="write the report to a file too")

    check = commands.add_parser("check", help="list every error of content files, and advice on what could be better")
    check.add_argument("files", nargs="*", metavar="FILE", type=file_path)
    check.add_argument("--readability", action="store_true", help="also tell the grade of the plain texts, and where one says too much")
    for command in commands.choices.values():
        _add_general(command, argparse.SUPPRESS, shown=False)
    return top


def _add_general(to: Parser, default: str | None, *, shown: bool) -> None:
    """Add the options that stand before a command or after it; a command's default must not undo what stands before it."""

    def told(line: str) -> str:
        return line if shown else argparse.SUPPRESS

    to.add_argument("--version", action="version", version=f"{NAME} {__version__}", help=told("print the version and end"))
    content = "read another article than the one that comes with the program"
    to.add_argument("--content", metavar="FILE", type=file_path, default=default, help=content)
    to.add_argument("--open", metavar="PLACE", default=default, help=told("open the window at a place, such as glossary"))
    to.add_argument("--search", metavar="WORDS", default=default, help=told("open the window with these words searched for"))
    own = "open a window of its own, also where one is open already"
    to.add_argument("--new-window", action="store_const", const=True, default=default, help=told(own))
    teach = "open the window in teach mode, there or with what a file says"
    to.add_argument("--teach", metavar="PLACE|FILE", nargs="?", const="", default=default, help=told(teach))


def read(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line, or end with what is wrong with it.

    A file in a command's place is opened in the window: so a desktop starts a program with one, or with a file that is dropped on its icon.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    first = Parser(prog=PROGRAM, add_help=False)
    _add_general(first, None, shown=False)
    if not given:
        return first.parse_args([], argparse.Namespace(command=None))  # most starts; the whole parser takes longer to make than the article to read
    first.add_argument("words", nargs="*")
    words = first.parse_known_args(given)[0].words
    line = parser()
    if not words or not _names_a_file(words[0]):
        return line.parse_args(given)
    opener = Parser(prog=PROGRAM)
    _add_general(opener, None, shown=True)
    opener.add_argument("files", nargs="+", metavar="FILE", type=file_path, help="the article to open in the window")
    options = opener.parse_args(given)
    if len(options.files) > 1:
        line.error("one file can be opened at a time")
    if options.content is not None:
        line.error("--content and FILE both name an article")
    options.command, options.content = None, options.files[0]
    return options


def _names_a_file(word: str) -> bool:
    """Return whether a word in a command's place names a file; one that is not there and looks like none may be a command that is misspelt."""
    if word in COMMANDS:
        return False
    if word.lower().startswith("file:") or word.lower().endswith(".json") or "/" in word or "\\" in word:
        return True
    try:
        return Path(word).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def file_path(text: str) -> Path:
    """Return the path that is meant; desktops hand on addresses (`file:///My%20article.json`) as well."""
    if not text.lower().startswith("file:"):
        return Path(text)
    import platform  # noqa: PLC0415 - only for such an address

    rest, host = text[len("file:") :], ""
    if rest.startswith("//"):
        host, slash, rest = rest[2:].partition("/")
        rest = f"{slash}{rest}"
    path = unquote(rest, errors="surrogateescape")
    if host.lower() not in {"", "localhost", platform.node().lower()}:
        path = f"//{host}{path}"  # a share
    elif sys.platform == "win32" and re.match("/[A-Za-z]:", path):
        path = path[1:]
    return Path(path)


def _idle(options: argparse.Namespace) -> str:
    """Return the option that the command would ignore, or nothing."""
    for name in WINDOW_OPTIONS:
        if getattr(options, name) is not None:
            return f"--{name.replace('_', '-')}"
    names_files = options.command == "diff" or (options.command == "check" and options.files)
    return "--content" if names_files and options.content is not None else ""


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a date such as 2026-11-26"
        raise argparse.ArgumentTypeError(message) from None


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:9]) < 1:
        message = f"{text!r} is not a number of hits"
        raise argparse.ArgumentTypeError(message)
    return int(text[:9])


def main(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - each return is one way to end
    """Run the program and return its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        _speak_utf8(stream)
    options = read(arguments)
    if options.command is None:
        from app.cli.start import open_window  # noqa: PLC0415 - the printing commands must work where the window cannot

        return open_window(options.content, options.open, options.search, options.teach, new=bool(options.new_window))
    if idle := _idle(options):
        parser().error(f"{idle} does not apply to {options.command}")
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


def _print(options: argparse.Namespace) -> int:
    """Carry out a command that opens no window."""
    from app.core.files.policy import read_policy  # noqa: PLC0415

    policy_file = read_policy()
    if policy_file.trouble:
        complain(policy_file.trouble)
    options.reason = ""
    return _carry_out(options, policy_file) or (FAILED if options.reason else DONE)


def _carry_out(options: argparse.Namespace, policy_file: "PolicyFile") -> int:
    if options.command == "self-check":
        from app.cli.start import check_itself  # noqa: PLC0415

        return check_itself(options, policy_file)
    if options.command == "handout":
        from app.cli import handouts  # noqa: PLC0415

        return handouts.run(options, policy_file)
    if options.command == "review-sheet":
        from app.cli import handouts  # noqa: PLC0415

        return handouts.run_review(options, policy_file)
    from app.cli import commands  # noqa: PLC0415

    return commands.run(options, policy_file)


def _speak_utf8(stream: IO[str] | None) -> None:
    reconfigure = getattr(stream, "reconfigure", None)  # a windowed program on Windows has no streams at all
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")
