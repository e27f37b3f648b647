"""The command line: which commands and options there are, and what a call asks for."""

import argparse
import datetime as dt
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote

from app import NAME, __version__
from app.machine.exits import DONE, NO_CONSOLE, NO_WINDOW, UNREADABLE, WRONG_CONTENT, complain, silence

EPILOG = f"""\
exit codes: {DONE} done, {WRONG_CONTENT} the content has errors, {UNREADABLE} cannot be read or written, or wrong command line, \
{NO_WINDOW} this computer cannot show the window"""


PROGRAM = "cervical-reference"

FORMS = ("text", "markdown", "html", "json")

CHECK_FORMS = ("text", "json", "github")

PRINTING = frozenset({"search", "show", "diff", "check", "new", "review-record"})
"""Commands that do little but print: without a console they are of no use."""

COMMANDS = PRINTING | {"library", "pack", "handout", "export-html", "review-sheet", "self-check", "import"}


WINDOW_OPTIONS = ("preview", "open", "search", "teach", "new_window")
"""The options that only the window follows."""


WITHOUT_LIBRARY = frozenset({"diff", "import", "new", "check", "pack"})
"""The commands that are about files; `library --folder` is about that folder alone."""


LIBRARY_ACTS = {
    "list": "print a line for each article",
    "add": "add packs, folders and content files; of each, everything or nothing is added",
    "remove": "remove articles by their ids",
    "check": "print all errors of articles that cannot be opened",
    "index": "make the search index of all articles now, so that the first search is quick; with --folder in that folder, for all who use it",
}


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


Commands = argparse._SubParsersAction  # noqa: SLF001 - the type has no public name


def parser() -> Parser:
    """Return the parser for the whole command line."""
    about = f"{NAME}: an offline reader for articles. With FILE.json instead of COMMAND, that article opens in the window."
    top = Parser(prog=PROGRAM, description=about, epilog=EPILOG)
    _add_general(top, None, shown=True)
    commands: Commands[Parser] = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    _add_reading(commands)
    _add_writing(commands)
    _add_library(commands)
    own = commands.add_parser("self-check", help="test the program without showing its window, and report versions, hashes, paths and modules")
    _add_article(own)
    own.add_argument("--report", type=file_path, metavar="FILE", help="also write the report to a file")
    for command in commands.choices.values():
        _add_general(command, argparse.SUPPRESS, shown=False)
    return top


def _add_reading(commands: "Commands[Parser]") -> None:
    """Add the commands that read an article: print it, and write it in other forms."""
    search = commands.add_parser("search", help="print the passages that match")
    search.add_argument("words", nargs="+", metavar="WORDS", help="what to look for; with - queries are read from standard input, one on each line")
    search.add_argument("--json", action="store_true", help="print one JSON object for each query")
    scope = search.add_mutually_exclusive_group()
    scope.add_argument("--all-articles", action="store_true", help="search in all articles of the library; --library does this too")
    _add_article(scope)
    search.add_argument("--limit", type=_count, default=10, metavar="N", help="the largest number of results (10)")

    show = commands.add_parser("show", help="print the article, a section or a passage, with its evidence notes")
    show.add_argument("place", nargs="?", metavar="PLACE", help="a section, passage or question; ARTICLE:PLACE is in another article of the library")
    show.add_argument("--format", choices=(*FORMS, "manuscript"), default="text", help="manuscript: the whole article, as `import` reads it")

    diff = commands.add_parser("diff", help="print what changed from one edition of the article to another, with its evidence notes")
    diff.add_argument("old", metavar="OLD", type=file_path, help="the content file of the earlier edition")
    diff.add_argument("new", metavar="NEW", type=file_path, help="the content file of the later edition")
    diff.add_argument("--format", choices=FORMS, default="text")

    export = commands.add_parser("export-html", help="write the whole reference as one HTML page for any browser")
    export.add_argument("file", metavar="FILE", type=file_path, help="the file to write; with --all, the new folder to write")
    export.add_argument("--all", action="store_true", help="write a folder: a page for each article of the library, and a page that lists them")

    handout = commands.add_parser("handout", help="write a hand-out, in plain words without --full")
    handout.add_argument(
        "places",
        nargs="*",
        metavar="PLACE",
        help="sections (all of them when nothing is named), questions, figures; ARTICLE:PLACE is in another article",
    )
    handout.add_argument("--output", metavar="FILE", type=file_path, required=True, help="the file to write: .pdf, .html, .md or .txt")
    handout.add_argument("--full", action="store_true", help="use the full words of the article")
    handout.add_argument("--large", action="store_true", help="use large type")
    handout.add_argument("--paper", choices=("A4", "Letter"), default="A4")

    review = commands.add_parser("review-sheet", help="write the sheet on which somebody reviews every statement of the article")
    review.add_argument("file", metavar="FILE", type=file_path, help="the file to write: .pdf or .html")
    review.add_argument("--paper", choices=("A4", "Letter"), default="A4")

    record = commands.add_parser("review-record", help="print the record of a review, to be copied into the content file after the sheet is signed")
    record.add_argument("name", metavar="NAME", help="the reviewer's name, as it is on the sheet")
    record.add_argument("role", metavar="ROLE", help="the reviewer's role, as it is on the sheet")
    record.add_argument("date", metavar="DATE", type=_day, help="the day of the signature, for example 2026-11-26")
    record.add_argument("--sheet", metavar="CODE", required=True, help="the code on the first page of the signed sheet")

    for command in (show, export, handout, review, record):
        _add_article(command)


def _add_article(to: argparse._ActionsContainer) -> None:
    to.add_argument("--article", metavar="ID", help="the article of the library that has this id")


def _add_writing(commands: "Commands[Parser]") -> None:
    """Add the commands for those who write articles."""
    importing = commands.add_parser("import", help="make an article from a text: Markdown, plain text or Word; docs/writing.md says how to write it")
    importing.add_argument("file", metavar="FILE", type=file_path, help="the text to read: .md, .txt or .docx")
    importing.add_argument("--output", metavar="FILE.json", type=file_path, required=True, help="the content file to write")
    importing.add_argument("--update", metavar="OLD.json", type=file_path, help="the earlier edition: statements that are the same keep their ids")

    check = commands.add_parser("check", help="list every error of content files, and advice on what could be better")
    check.add_argument("files", nargs="*", metavar="FILE", type=file_path)
    check.add_argument("--readability", action="store_true", help="also print the reading grade of the plain texts, and where one says too much")
    check.add_argument("--advice", action="store_true", help="also suggest what could make a draft better")
    check.add_argument(
        "--format",
        choices=CHECK_FORMS,
        default="text",
        help="text, json (one object for each file) or github (GitHub shows the lines in the change)",
    )

    new = commands.add_parser("new", help="make a folder with a new article in which each field says what to write there")
    new.add_argument("id", metavar="ID", help="the id of the article and the name of its folder, such as hand-hygiene")
    new.add_argument("--folder", metavar="FOLDER", type=file_path, default=Path(), help="where to make the folder (here)")


def _add_library(commands: "Commands[Parser]") -> None:
    """Add the commands for many articles."""
    library = commands.add_parser("library", help="list, add, remove and check the articles that the program can open")
    acts = library.add_subparsers(dest="act", metavar="ACT", parser_class=Parser, required=True)
    for act, what in LIBRARY_ACTS.items():
        made = acts.add_parser(act, help=what)
        made.add_argument("--folder", metavar="FOLDER", type=file_path, help="use the library in this folder instead of your own")
        if act == "add":
            made.add_argument("things", nargs="+", metavar="PACK|FOLDER|FILE", type=file_path)
        if act == "remove":
            made.add_argument("things", nargs="+", metavar="ID")
        _add_general(made, argparse.SUPPRESS, shown=False)

    pack = commands.add_parser("pack", help="write an article with its figures as one file, to be added to a library")
    pack.add_argument("folder", metavar="FOLDER", type=file_path, help="the article's folder, or its content file")
    pack.add_argument("--output", metavar="FILE", type=file_path, help="the file to write, with the ending .refpack")


def _add_general(to: Parser, default: str | None, *, shown: bool) -> None:
    """Add the options that stand before a command or after it; a command's default must not undo what stands before it."""

    def told(line: str) -> str:
        return line if shown else argparse.SUPPRESS

    to.add_argument("--version", action="version", version=f"{NAME} {__version__}", help=told("print the version and end"))
    content = "read this article instead of the one that comes with the program"
    to.add_argument("--content", metavar="FILE", type=file_path, default=default, help=content)
    library = "add the articles in this folder to the library; search then looks in all of them"
    to.add_argument("--library", metavar="FOLDER", type=file_path, default=default, help=told(library))
    preview = "open an article that you are writing: the page changes each time you save the file, and a panel lists its problems"
    to.add_argument("--preview", metavar="FILE", type=file_path, default=default, help=told(preview))
    to.add_argument("--open", metavar="PLACE", default=default, help=told("open the window at a place, such as glossary"))
    to.add_argument("--search", metavar="WORDS", default=default, help=told("open the window with these words searched for"))
    own = "open a new window, even if one is already open"
    to.add_argument("--new-window", action="store_const", const=True, default=default, help=told(own))
    teach = "open the window in teach mode, at a place or with a lesson from a file"
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
        line.error("only one file can be opened at a time")
    if options.content is not None:
        line.error("--content and FILE both name an article; use only one of them")
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


def idle(options: argparse.Namespace) -> str:
    """Return the option that the command would ignore, or nothing."""
    for name in WINDOW_OPTIONS:
        if getattr(options, name) is not None:
            return f"--{name.replace('_', '-')}"
    without = options.command in WITHOUT_LIBRARY and not getattr(options, "advice", False)  # advice compares with the articles of a library
    if options.library is not None and (without or (options.command == "library" and options.folder is not None)):
        return "--library"
    names_files = options.command in {"diff", "import", "new"} or (options.command == "check" and options.files)
    return "--content" if names_files and options.content is not None else ""


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a date such as 2026-11-26"
        raise argparse.ArgumentTypeError(message) from None


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:9]) < 1:
        message = f"{text!r} is not a number of results; write a whole number such as 10"
        raise argparse.ArgumentTypeError(message)
    return int(text[:9])
