"""The commands that write a hand-out or a review sheet to a file; only a PDF needs Qt, and no display."""

import argparse
import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.reading import read_article
from app.core.article.places import Places
from app.core.base.saving import SavingError
from app.core.files.leaving import Leaving, leaving_under
from app.core.files.policy import PolicyFile
from app.core.handout.handout import FORMS, Choice, Handout, compose, usual_places, with_figures, written
from app.core.pages.document import Document
from app.machine import preflight
from app.machine.exits import DONE, FAILED, NO_WINDOW, UNREADABLE, complain, left_out

if TYPE_CHECKING:
    from app.core.handout.review_sheet import ReviewSheet


def run(options: argparse.Namespace, policy_file: PolicyFile) -> int:
    """Write the hand-out that the options name and return the exit code; content that cannot be used is raised."""
    form = options.output.suffix.lower()
    if form not in FORMS:
        complain(f"{options.output}: the name must end with one of {', '.join(FORMS)}")
        return UNREADABLE
    loaded = read_article(options, policy_file)
    article = loaded.article
    known = Places(article)
    for place in options.places:
        if place not in known:
            complain(f"there is no place {place!r}; the nearest is {known.nearest(place).id}")
            return UNREADABLE
    places = with_figures(article, options.places) if options.places else usual_places(article)
    clinic = policy_file.policy.clinic
    choice = Choice(places, plain=not options.full, large=options.large, paper=options.paper, clinic=clinic.name, phone=clinic.numbers)
    document = Document(article, loaded.short_digest, folder=loaded.figures)
    handout = compose(document, choice, dt.date.today())  # noqa: DTZ011 - the reader's own day
    code = _write(options.output, handout, lambda: written(handout, form), leaving_under(policy_file, loaded), ".html, .md and .txt")
    return code or left_out(document.not_shown)


def run_review(options: argparse.Namespace, policy_file: PolicyFile) -> int:
    """Write the review sheet that the options name and return the exit code; content that cannot be used is raised."""
    from app.core.handout import review_html, review_sheet  # noqa: PLC0415 - hand-outs need neither

    form = options.file.suffix.lower()
    if form not in review_sheet.FORMS:
        complain(f"{options.file}: the name must end with one of {', '.join(review_sheet.FORMS)}")
        return UNREADABLE
    loaded = read_article(options, policy_file)
    document = Document(loaded.article, loaded.short_digest, folder=loaded.figures)
    sheet = review_sheet.compose(document, dt.date.today(), options.paper)  # noqa: DTZ011 - the reader's own day
    return _write(options.file, sheet, lambda: review_html.to_html(sheet), leaving_under(policy_file, loaded), ".html")


def _write(path: Path, sheet: "Handout | ReviewSheet", as_text: Callable[[], str], leaving: Leaving, others: str) -> int:
    """Write a sheet as what its file's name says, never over the program's own files; only a PDF needs Qt, the other forms do not."""
    if path.suffix.lower() != ".pdf":
        return _save(path, as_text(), leaving)
    preflight.work_out_of_sight(os.environ)
    reason = preflight.trouble(os.environ)
    if reason is not None:
        complain(f"a PDF cannot be made on this computer, but {others} can. {reason}")
        return NO_WINDOW
    try:
        raw, gap = _pdf(sheet)
    except ImportError as error:
        complain(f"a PDF cannot be made on this computer ({error}), but {others} can")
        return NO_WINDOW
    if not raw:
        complain(f"a PDF cannot be made on this computer, because no font is installed; {others} can")
        return NO_WINDOW
    code = _save(path, raw, leaving)
    if gap and code == DONE:
        complain(f"{path}: no font on this computer has some letters or signs, such as {gap}, so boxes replace them; {others} keep them")
        return FAILED
    return code


def _pdf(sheet: "Handout | ReviewSheet") -> tuple[bytes, str]:
    """Return a sheet as a PDF, and an example of the characters that no font can show, empty when there are none.

    The environment says that there is no display. Nothing is made where no font is installed at all.
    """
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - Qt reads the platform when it is loaded

    from app.ui.handout.pdf_writer import pages_of, pdf_bytes  # noqa: PLC0415
    from app.ui.look.theme import example_of, has_fonts  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication([])
    if not has_fonts():
        return b"", ""
    pages = pages_of(sheet)
    raw, gaps = pdf_bytes(sheet, pages), pages.lacking()
    del application
    return raw, example_of(gaps) if gaps else ""


def _save(path: Path, content: bytes | str, leaving: Leaving) -> int:
    try:
        leaving.export(path, content)
    except SavingError as error:
        complain(str(error))
        return UNREADABLE
    return DONE
