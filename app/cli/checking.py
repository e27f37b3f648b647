"""The commands of those who write: `check` tells every error of content files with its line, then what could be better; `new` begins an article."""

import argparse
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.core.article.content import Article
from app.core.base.saving import SavingError
from app.core.drafts.asked import Asking, asking_in
from app.core.drafts.draft import Draft, look_at
from app.core.drafts.lines import Message
from app.core.files.leaving import Leaving, leaving_under
from app.core.files.loader import UnreadableError
from app.core.files.policy import PolicyFile
from app.core.library.user_library import folders_of
from app.machine import paths
from app.machine.exits import DONE, UNREADABLE, WRONG_CONTENT, complain

GITHUB = {"error": "error", "advice": "warning", "suggestion": "notice"}


def run(options: argparse.Namespace, policy_file: PolicyFile) -> int:
    """Carry out `check` or `new` and return the exit code."""
    if options.command == "new":
        return begin(options.id, options.folder, leaving_under(policy_file, None))
    # the file itself is looked at, so no other one takes its place
    asking = asking_in(folders_of(policy_file.policy, paths.BUNDLED, options.library, keeps=False)) if options.advice else ()
    return check(options.files or [options.content or Path(policy_file.policy.content or paths.CONTENT)], options, asking)


def check(files: Iterable[Path], options: argparse.Namespace, asking: tuple[Asking, ...]) -> int:
    """Print every error of every file, then advice: what could be better in its words, and what a good one lacks to be complete.

    `asking` reads the questions of the library's articles. A good file's reading grade is told when that is asked for. The exit code is that of the
    worst file; advice does not count.
    """
    worst = DONE
    for path in files:
        try:
            draft = look_at(path)
        except UnreadableError as error:
            complain(str(error))
            worst = UNREADABLE
            continue
        told = (*draft.messages, *(_suggestions(draft, asking) if options.advice else ()))
        for line in {"text": _as_text, "json": _as_json, "github": _as_github}[options.format](draft, told):
            print(line)
        is_graded = options.readability and draft.article is not None and not draft.errors
        grades = print_grades(path, draft.article, shown=options.format == "text") if is_graded and draft.article is not None else DONE
        worst = max(worst, WRONG_CONTENT if draft.errors else DONE, grades)
    return worst


def _suggestions(draft: Draft, asking: tuple[Asking, ...]) -> tuple[Message, ...]:
    """Return what is suggested; the questions are compared with those of all articles of the library in the same language, as in the window."""
    from app.core.drafts.helps import suggestions  # noqa: PLC0415 - only who asks for suggestions

    language = draft.article.language if draft.article is not None else ""
    return suggestions(draft, [asked for read in asking for asked in read(language)] if language else ())


def _as_text(draft: Draft, told: Iterable[Message]) -> Iterator[str]:
    """Give the lines for people; what stands before the first blank is understood by most editors: a click leads there."""
    if not draft.errors:
        yield f"{draft.path}: good"
    for one in told:
        at = "".join(f":{number}" for number in (one.line, one.column) if number)
        yield f"{draft.path}{at}: {one.kind}: {one}"
        if one.mend:
            yield f"    to fix: {one.mend}"


def _as_json(draft: Draft, told: Iterable[Message]) -> Iterator[str]:
    names = ("kind", "line", "column", "way", "place", "where", "what", "mend")
    listed = [{name: getattr(one, name) for name in names} for one in told]
    yield json.dumps({"file": str(draft.path), "good": not draft.errors, "told": listed}, ensure_ascii=False)


def _as_github(draft: Draft, told: Iterable[Message]) -> Iterator[str]:
    """Give the lines that mark a change on GitHub; the signs that end a part there are written with a percent sign."""
    for one in told:
        at = "".join(f",{name}={number}" for name, number in (("line", one.line), ("col", one.column)) if number)
        name = _escaped(str(draft.path)).replace(":", "%3A").replace(",", "%2C")
        yield f"::{GITHUB[one.kind]} file={name}{at}::{_escaped(str(one) + (f' To fix: {one.mend}' if one.mend else ''))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def begin(name: str, folder: Path, leaving: Leaving) -> int:
    """Make the folder of a new article and say where it is and what comes next."""
    from app.core.drafts.starting import StartingError, begin_article  # noqa: PLC0415 - `check` needs none of it

    try:
        schema = (paths.RESOURCES / "content.schema.json").read_text(encoding="utf-8")
        made = begin_article(name, folder, schema, dt.date.today(), leaving)  # noqa: DTZ011 - the author's own day
    except (StartingError, SavingError) as error:
        complain(str(error))
        return UNREADABLE
    except OSError as error:
        complain(f"the schema that comes with the program cannot be read: {error.strerror or error}")
        return UNREADABLE
    print(f"{made} was made. Replace each sentence in brackets; “--preview {made}” shows the article while you write.")
    return DONE


def print_grades(path: Path, article: Article, *, shown: bool = True) -> int:
    """Print the grades of a good file's plain texts, and where one promises more than its full text; the exit code says whether all is well."""
    from app.core.advice import fidelity, readability  # noqa: PLC0415 - only those who write content ask for it

    lines, met = readability.report(article)
    slips = fidelity.slips(article)
    for line in (*lines, *slips) if shown else ():  # the other forms have a place for problems only
        print(f"{path}: {line}")
    return DONE if met and not slips else WRONG_CONTENT
