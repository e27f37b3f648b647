"""Where hand-outs are made: opens the dialog, prints, saves, and says what came of it."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.core.base.saving import SavingError
from app.core.files.leaving import UNLIMITED, Leaving, NotAllowedError
from app.core.files.policy import NO_POLICY, Clinic
from app.core.handout.handout import FORMS, Choice, usual_places, written
from app.core.pages.document import Document
from app.ui.handout.handout_dialog import HandoutDialog
from app.ui.handout.paper import HandoutPages
from app.ui.handout.pdf_writer import pdf_bytes
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.widgets.save_dialog import SaveDialog

if TYPE_CHECKING:
    from app.ui.handout.printing import PrintJob


def desk_of(window: QWidget, document: Document, leaving: Leaving = UNLIMITED, clinic: Clinic = NO_POLICY.clinic) -> "HandoutDesk":
    """Return the window's desk, which is made with its first hand-out."""
    return window.findChild(HandoutDesk) or HandoutDesk(document, window, leaving, clinic)


class HandoutDesk(QObject):
    """Makes hand-outs for one window; the words and the type stay as they were until the window closes.

    At first the clinic's line is what the reader typed last, or the policy's; `leaving` says whether hand-outs may be printed and saved.
    """

    def __init__(self, document: Document, window: QWidget, leaving: Leaving, clinic: Clinic) -> None:
        super().__init__(window)
        self._leaving = leaving
        self._document = document
        self._window = window
        self._choice = Choice((), clinic=clinic.name, phone=clinic.numbers)
        self._sheets: HandoutPages | None = None
        self.dialog: HandoutDialog | None = None
        self.file_dialog: SaveDialog | None = None
        self.job: PrintJob | None = None

    def open(self, place: str, look: Look, icons: Icons) -> None:
        """Open the dialog with the page ticked that is being read."""
        choice = replace(self._choice, places=usual_places(self._document.article, place.partition("/")[0]))
        today = dt.date.today()  # noqa: DTZ011 - the reader's own day
        self.dialog = dialog = HandoutDialog(self._document, choice, look, icons, self._window, today)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.print_wanted.connect(self.print_out)
        dialog.save_wanted.connect(self.save)
        dialog.finished.connect(self._close)
        dialog.print_button.setEnabled(self._leaving.may_print)
        dialog.save_button.setEnabled(self._leaving.may_export)
        if refused := self._refused():
            dialog.show_message(refused)
        dialog.show_gaps()
        dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self._choice = self.dialog.choice()
        self.dialog = self.file_dialog = self.job = None

    def clinic(self) -> Clinic:
        """Return the clinic's line as it stands now, in the dialog if that is open."""
        choice = self.dialog.choice() if self.dialog is not None else self._choice
        return Clinic(" ".join(choice.clinic.split()), " ".join(choice.phone.split()))

    def _tell(self, message: str, saved: Path | None = None, *, with_gaps: bool = False) -> None:
        if self.dialog is not None:
            self.dialog.show_message(" ".join(filter(None, (message, self.dialog.gaps() if with_gaps else ""))), saved)

    # --- saving ---

    def save(self, sheets: HandoutPages) -> None:
        """Ask where to save; the system's own dialog asks before it replaces a file."""
        self._sheets = sheets
        filters = [self.tr("PDF (*.pdf)"), self.tr("Web page (*.html)"), self.tr("Markdown (*.md)"), self.tr("Plain text (*.txt)")]
        self.file_dialog = SaveDialog(self.dialog or self._window, self.tr("Save the hand-out"), sheets.handout.title or "hand-out", filters)
        self.file_dialog.file_chosen.connect(self.save_as)
        self.file_dialog.open()

    def save_as(self, path: str) -> None:
        """Write the hand-out to a file and say so, or say why not."""
        form = Path(path).suffix.lower()
        if self._sheets is None:
            return
        if form not in FORMS:
            self._tell(self.tr("The file was not saved: its name must end with {forms}.").format(forms=", ".join(FORMS)))
            return
        try:
            self._leaving.export(Path(path), pdf_bytes(self._sheets.handout, self._sheets) if form == ".pdf" else written(self._sheets.handout, form))
        except SavingError as error:
            self._tell(self.tr("The file was not saved: {reason}.").format(reason=error))
        else:
            self._tell(self.tr("Saved as {path}.").format(path=Path(path)), Path(path), with_gaps=form == ".pdf")

    # --- printing ---

    def _refused(self) -> str:
        """Say which buttons the policy has switched off; nothing where it allows both."""
        if self._leaving.may_print:
            return "" if self._leaving.may_export else self.tr("Your organisation has switched off saving.")
        if self._leaving.may_export:
            return self.tr("Your organisation has switched off printing.")
        return self.tr("Your organisation has switched off printing and saving.")

    def print_out(self, sheets: HandoutPages) -> None:
        """Ask for a printer, or say that there is none."""
        try:
            from app.ui.handout import printing  # noqa: PLC0415 - loaded when printing is asked for
        except ImportError:
            self._tell_no_printer()
            return
        if not printing.has_printer():
            self._tell_no_printer()
            return
        self.job = printing.PrintJob(sheets, self.dialog or self._window, self._leaving)
        self.job.dialog.finished.connect(self._print)
        QDialog.open(self.job.dialog)

    def _tell_no_printer(self) -> None:
        if not self._leaving.may_export:
            self._tell(self.tr("No printer is installed on this computer."))
            return
        self._tell(self.tr("No printer is installed on this computer. Save the hand-out as a PDF and print it from another computer."))
        if self.dialog is not None:
            self.dialog.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self, result: int) -> None:
        if self.job is None or result != QDialog.DialogCode.Accepted.value:
            return
        try:
            is_taken = self.job.run()
        except NotAllowedError as error:
            self._tell(self.tr("Nothing was printed: {reason}.").format(reason=error))
            return
        except SavingError as error:
            self._tell(self.tr("The file was not saved: {reason}.").format(reason=error))
            return
        if is_taken:
            self._tell(self.tr("Sent to the printer."), with_gaps=True)
        elif not self._leaving.may_export:
            self._tell(self.tr("The hand-out was not printed. Try again."))
        else:
            self._tell(self.tr("The hand-out was not printed. Try again, or save it as a PDF."))
