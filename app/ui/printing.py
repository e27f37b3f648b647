"""Send a hand-out to a printer; loaded when printing is asked for."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.core.loader import Loaded
from app.core.saving import refuse_own
from app.ui.paper import Sheets


def has_printer() -> bool:
    """Return whether the system knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


class PrintJob:
    """The pages, where they go, and the system's dialog that asks for it.

    The dialog does not keep its printer alive. This does, and the dialog's end, to which it is connected, keeps this: no printer goes before its
    dialog, however often somebody prints. Without `may_save` no file is offered as a printer, nor written when one was chosen some other way.
    `own` is the open article: no file that the program itself reads is printed over.
    """

    def __init__(self, sheets: Sheets, parent: QWidget, own: Loaded | None = None, *, may_save: bool = True) -> None:
        self.sheets = sheets
        self._may_save = may_save
        self._own = own
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setPageLayout(QPageLayout(sheets.page_size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        self.printer.setFullPage(True)
        self.printer.setDocName(sheets.handout.title)
        self.dialog = QPrintDialog(self.printer, parent)
        self.dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self.dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, may_save)
        self.dialog.setMinMax(1, sheets.count)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.destroyed.connect(self)  # not a method of it: PySide holds that weakly

    def __call__(self, _dialog: QObject | None = None) -> None:
        """Be held no longer: the dialog is gone."""

    def run(self) -> bool:
        """Print the pages that the dialog asked for, as large as the paper allows; return whether the printer took them.

        Raise `SavingError` when that would go over a file that the program itself reads.
        """
        sheets, printer = self.sheets, self.printer
        if not self._may_save and (printer.outputFormat() != QPrinter.OutputFormat.NativeFormat or printer.outputFileName()):
            return False
        if printer.outputFileName():
            refuse_own(Path(printer.outputFileName()), self._own)
        painter = QPainter()
        if not painter.begin(printer):
            return False
        first, last = printer.fromPage() or 1, printer.toPage() or sheets.count
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        scale = min(paper.width() / sheets.size.width(), paper.height() / sheets.size.height())
        painter.scale(scale, scale)
        for number in range(first - 1, min(last, sheets.count)):
            if number >= first and not printer.newPage():
                painter.end()
                return False
            sheets.draw(painter, number)
        return painter.end() and printer.printerState() not in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
