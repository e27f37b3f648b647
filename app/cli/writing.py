"""The command that makes a content file of a text: import."""

import argparse
import datetime as dt
from pathlib import Path

from app.core.base.saving import SavingError
from app.core.files.check import problems
from app.core.files.leaving import leaving_under
from app.core.files.loader import UnreadableError, folders_of, load
from app.core.files.policy import PolicyFile
from app.core.texts.files import LARGEST_WORD
from app.core.texts.lines import UnusableError
from app.core.writing.importing import import_article
from app.core.writing.report import report
from app.machine.exits import DONE, UNREADABLE, WRONG_CONTENT, complain


def run_import(options: argparse.Namespace, policy_file: PolicyFile) -> int:
    """Write the article that a file makes, print the report and return the exit code; an earlier edition that cannot be used is raised."""
    old = load(options.update) if options.update is not None else None
    raw = _bytes_of(options.file)
    try:
        made = import_article(raw, options.file.name, dt.date.today(), old.article if old else None)  # noqa: DTZ011 - the author's own day
    except UnusableError as error:
        complain(f"{options.file} cannot be imported: {error}")
        return UNREADABLE
    try:
        leaving_under(policy_file, None).save(options.output, made.content)
    except SavingError as error:
        complain(str(error))
        return UNREADABLE
    for line in report(made, str(options.file)):
        print(line)
    for problem in problems(made.content, folders_of(options.output)):
        if problem not in made.faults:
            print(f"Still to do for {options.output}: {problem.where}: {problem.what}")
    print(f"written: {options.output}")
    return WRONG_CONTENT if made.faults else DONE


def _bytes_of(path: Path) -> bytes:
    """Return the bytes of a file, one more than is allowed at most; raise `UnreadableError` in plain words."""
    try:
        if path.is_dir():
            raise UnreadableError(f"{path} is a folder, not a text")
        with path.open("rb") as file:
            return file.read(LARGEST_WORD + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"{path} cannot be read: {reason[0].lower()}{reason[1:]}") from error
