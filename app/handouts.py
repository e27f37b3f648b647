"""The command that writes a hand-out to a file; only the PDF needs Qt, and no display."""

import argparse
import datetime as dt
import os
from pathlib import Path

from app import paths, preflight
from app.core.document import Document
from app.core.handout import FORMS, Choice, Handout, compose, usual_places, with_figures, written
from app.core.loader import load
from app.core.places import Places
from app.core.policy import rule
from app.core.saving import SavingError, write_file
from app.exits import DONE, NO_WINDOW, UNREADABLE, complain


def run(options: argparse.Namespace) -> int:
    """Write the hand-out that the options name and return the exit code; content that cannot be used is raised."""
    form = options.output.suffix.lower()
    if form not in FORMS:
        complain(f"{options.output} ends with none of {', '.join(FORMS)}")
        return UNREADABLE
    loaded = load(options.content or paths.CONTENT)
    article = loaded.article
    known = Places(article)
    for place in options.places:
        if place not in known:
            complain(f"there is no place {place!r}; the nearest is {known.nearest(place).id}")
            return UNREADABLE
    places = with_figures(article, options.places) if options.places else usual_places(article)
    clinic = rule().policy.clinic
    choice = Choice(places, plain=not options.full, large=options.large, paper=options.paper, clinic=clinic.name, phone=clinic.numbers)
    document = Document(article, loaded.short_digest, folder=loaded.path.parent)
    handout = compose(document, choice, dt.date.today())  # noqa: DTZ011 - the reader's own day
    if form != ".pdf":
        return _save(options.output, written(handout, form))
    reason = preflight.old_processor(Path("/proc/cpuinfo"))
    if reason is not None:
        complain(reason)
        return NO_WINDOW
    try:
        raw = _pdf(handout)
    except ImportError as error:
        complain(f"a PDF cannot be made on this machine: {error}; .html, .md and .txt can")
        return NO_WINDOW
    return _save(options.output, raw)


def _pdf(handout: Handout) -> bytes:
    """Return the hand-out as a PDF, made without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - Qt reads the platform when it is loaded

    from app.ui.pdf import pdf_bytes  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication([])
    raw = pdf_bytes(handout)
    del application
    return raw


def _save(path: Path, content: bytes | str) -> int:
    try:
        write_file(path, content)
    except SavingError as error:
        complain(str(error))
        return UNREADABLE
    return DONE
