"""Where review sheets are saved: asks for file and paper, writes the sheet, and says what came of it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.core.base.saving import SavingError
from app.core.base.steps import Steps
from app.core.files.leaving import Leaving
from app.core.handout.handout import Paper
from app.core.handout.review_html import to_html
from app.core.handout.review_sheet import FORMS, ReviewSheet, compose
from app.core.pages.document import Document
from app.ui.handout.pdf_writer import pdf_steps
from app.ui.handout.review_paper import ReviewPages
from app.ui.look.theme import example_of
from app.ui.widgets.save_dialog import SaveDialog
from app.ui.widgets.slices import Making

Tell = Callable[[str], None]


def desk_of(window: QWidget, document: Document, leaving: Leaving, tell: Tell, tell_done: Tell, tell_begun: Tell) -> "ReviewDesk":
    """Return the window's desk, which is made with its first review sheet."""
    return window.findChild(ReviewDesk) or ReviewDesk(window, document, leaving, tell, tell_done, tell_begun)


class ReviewDesk(QObject):
    """Saves review sheets for one window, where `leaving` lets files be saved.

    `tell` and `tell_done` show a line in the window, `tell_begun` shows one for a while: that a sheet is being made.
    """

    def __init__(self, window: QWidget, document: Document, leaving: Leaving, tell: Tell, tell_done: Tell, tell_begun: Tell) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._leaving = leaving
        self._tell = tell
        self._tell_done, self._tell_begun = tell_done, tell_begun
        self.file_dialog: SaveDialog | None = None
        self._making: Making[bytes] | None = None

    def open(self) -> None:
        """Ask where to save, as what, and for which paper."""
        if not self._leaving.may_export:
            self._tell(self.tr("Your organisation has switched off saving."))
            return
        labels, title = self._document.labels, self._document.article.title
        forms = [self.tr("PDF, paper A4 (*.pdf)"), self.tr("PDF, paper Letter (*.pdf)"), self.tr("Web page (*.html)")]
        self._letter = forms[1]
        self.file_dialog = SaveDialog(self._window, self.tr("Save the review sheet"), f"{title} {labels.review_sheet.lower()}", forms)
        self.file_dialog.file_chosen.connect(self._save_chosen)
        self.file_dialog.open()

    def _save_chosen(self, path: str) -> None:
        letter = self.file_dialog is not None and self.file_dialog.selectedNameFilter() == self._letter
        self.save_as(Path(path), "Letter" if letter else "A4")

    def save_as(self, path: Path, paper: Paper = "A4") -> None:
        """Write the sheet to a file and say so, or say why not."""
        form = path.suffix.lower()
        if form not in FORMS:
            self._tell(self.tr("The file was not saved: its name must end with {forms}.").format(forms=", ".join(FORMS)))
            return
        self.wait()
        sheet = compose(self._document, dt.date.today(), paper)  # noqa: DTZ011 - the reader's own day
        if form != ".pdf":
            self._write(path, to_html(sheet), ())
            return
        pages = ReviewPages(sheet, at_once=False)

        def write(raw: bytes) -> None:
            self._write(path, raw, pages.lacking())

        self._tell_begun(self.tr("Making the review sheet…"))
        self._making = Making(_steps(sheet, pages), write)

    def wait(self) -> None:
        """Have the sheet that is being made written before anything else."""
        if self._making is not None:
            self._making.finish()

    def _write(self, path: Path, content: bytes | str, gaps: tuple[str, ...]) -> None:
        """Write what was made, and say so where the window is still there."""
        self._making = None
        tell, tell_done = (self._tell, self._tell_done) if isValid(self._window) else (_nobody, _nobody)
        try:
            self._leaving.export(path, content)
        except SavingError as error:
            tell(self.tr("The file was not saved: {reason}.").format(reason=error))
        else:
            boxes = self.tr("No font on this computer can show some letters or signs, such as {example}. Boxes are shown instead.")
            saved = self.tr("Saved as {path}.").format(path=path)
            if gaps:
                tell(f"{saved} {boxes.format(example=example_of(gaps))}")
            else:
                tell_done(saved)


def _steps(sheet: ReviewSheet, pages: ReviewPages) -> Steps[bytes]:
    yield from pages.steps()
    return (yield from pdf_steps(sheet, pages))


def _nobody(_message: str) -> None:
    """Be told what nobody is there to read."""
