"""Read the command line, load the article, and open the window or print what was asked for."""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NoReturn

from app import NAME, __version__
from app.exits import DONE, NO_WINDOW, UNREADABLE, WRONG_CONTENT, complain, silence

EPILOG = f"""\
exit codes: {DONE} done, {WRONG_CONTENT} the content is wrong, {UNREADABLE} cannot be read or written or wrong usage, \
{NO_WINDOW} this machine cannot show the window"""


FORMS = ("text", "markdown", "html", "json")

PRINTING = frozenset({"search", "show", "diff", "check", "review-record"})
"""Commands that do nothing but print."""

NO_CONSOLE = "There is no console to print to; on Windows, cervical-reference-cli.exe has one."

LEAVING = frozenset({"handout", "export-html", "review-sheet"})
"""The commands that write the article to a file."""


WINDOW_OPTIONS = ("open", "search", "teach")
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
    top = Parser(prog="cervical-reference", description=f"{NAME}: an offline reader for one medical article.", epilog=EPILOG)
    _add_general(top, None, shown=True)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)

    search = commands.add_parser("search", help="print the passages that match")
    search.add_argument("words", nargs="+", metavar="WORDS", help="what to look for; - reads queries from standard input, one a line")
    search.add_argument("--json", action="store_true", help="one JSON object a query")
    search.add_argument("--limit", type=_count, default=10, metavar="N", help="at most so many hits (10)")

    show = commands.add_parser("show", help="print the article, a section or a passage, with its evidence notes")
    show.add_argument("place", nargs="?", metavar="PLACE")
    show.add_argument("--format", choices=FORMS, default="text")

    diff = commands.add_parser("diff", help="print what changed from one edition of the article to another, with its evidence notes")
    diff.add_argument("old", metavar="OLD", type=Path, help="the content file of the earlier edition")
    diff.add_argument("new", metavar="NEW", type=Path, help="the content file of the later edition")
    diff.add_argument("--format", choices=FORMS, default="text")

    export = commands.add_parser("export-html", help="write the whole reference as one HTML page for any browser")
    export.add_argument("file", metavar="FILE", type=Path)

    handout = commands.add_parser("handout", help="write a hand-out for patients, in plain words unless told otherwise")
    handout.add_argument("places", nargs="*", metavar="PLACE", help="sections, questions, figures; all sections unless told otherwise")
    handout.add_argument("--output", metavar="FILE", type=Path, required=True, help="what to write: .pdf, .html, .md or .txt")
    handout.add_argument("--full", action="store_true", help="the article's full words")
    handout.add_argument("--large", action="store_true", help="large type")
    handout.add_argument("--paper", choices=("A4", "Letter"), default="A4")

    review = commands.add_parser("review-sheet", help="write the sheet on which a clinician reviews every statement of the article")
    review.add_argument("file", metavar="FILE", type=Path, help="what to write: .pdf or .html")
    review.add_argument("--paper", choices=("A4", "Letter"), default="A4")

    record = commands.add_parser("review-record", help="print the record of a review, to be put into the content file, once a sheet is signed")
    record.add_argument("name", metavar="NAME", help="the clinician's name, as it stands on the sheet")
    record.add_argument("role", metavar="ROLE", help="for example: consultant obstetrician")
    record.add_argument("date", metavar="DATE", type=_day, help="the day of the signature, for example 2026-11-26")
    record.add_argument("--sheet", metavar="CODE", required=True, help="the code that stands on the first page of the signed sheet")

    own = commands.add_parser("self-check", help="use the window out of sight and report versions, hashes, paths and modules")
    own.add_argument("--report", type=Path, metavar="FILE", help="write the report to a file too")

    check = commands.add_parser("check", help="list every problem of content files")
    check.add_argument("files", nargs="*", metavar="FILE", type=Path)
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
    to.add_argument("--content", metavar="FILE", type=Path, default=default, help=content)
    to.add_argument("--open", metavar="PLACE", default=default, help=told("open the window at a place, such as treatment-and-management/cerclage"))
    to.add_argument("--search", metavar="WORDS", default=default, help=told("open the window with these words searched for"))
    teach = "open the window in teach mode, there or with what a file says"
    to.add_argument("--teach", metavar="PLACE|FILE", nargs="?", const="", default=default, help=told(teach))


def _idle(options: argparse.Namespace) -> str:
    """Return the option that the command would ignore, or nothing."""
    for name in WINDOW_OPTIONS:
        if getattr(options, name) is not None:
            return f"--{name}"
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
    line = parser()
    options = line.parse_args(arguments)
    if options.command is None:
        from app.start import open_window  # noqa: PLC0415 - the printing commands must work where the window cannot

        return open_window(options.content, options.open, options.search, options.teach)
    if idle := _idle(options):
        line.error(f"{idle} does not apply to {options.command}")
    if sys.stdout is None and options.command in PRINTING:
        complain(NO_CONSOLE)
        return UNREADABLE
    from app.core.loader import ContentError, UnreadableError  # noqa: PLC0415

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
    """Carry out a command that opens no window, as far as the machine's policy lets it."""
    from app.core.policy import rule  # noqa: PLC0415

    ruling = rule()
    if ruling.trouble:
        complain(ruling.trouble)
    if options.command in LEAVING and not ruling.policy.allow.export:
        complain(f"{options.command}: the policy of this machine lets nothing leave as a file ({ruling.path})")
        return UNREADABLE
    if options.content is None and ruling.policy.content:
        options.content = Path(ruling.policy.content)
    if options.command == "self-check":
        from app.start import check_itself  # noqa: PLC0415

        return check_itself(options.content, options.report)
    if options.command == "handout":
        from app import handouts  # noqa: PLC0415

        return handouts.run(options)
    if options.command == "review-sheet":
        from app import handouts  # noqa: PLC0415

        return handouts.run_review(options)
    from app import commands  # noqa: PLC0415

    return commands.run(options, ruling.policy.clinic.numbers)


def _speak_utf8(stream: IO[str] | None) -> None:
    reconfigure = getattr(stream, "reconfigure", None)  # a windowed program on Windows has no streams at all
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")
