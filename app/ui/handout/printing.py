"""Send a hand-out to a printer; loaded when printing is asked for."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, Qt
from PySide6.QtGui import QPageLayout, QPageRanges, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrintEngine, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.core.files.leaving import Leaving
from app.ui.handout.paper import HandoutPages

CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)
"""What Qt passes on to CUPS, names and values by turns; the number has no name in Qt's public part. Nothing where CUPS does not print."""

PAGES, SET = "page-ranges", "page-set"


def has_printer() -> bool:
    """Return whether the system knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


class PrintJob:
    """The pages, where they go, and the system's dialog that asks for it.

    The dialog does not keep its printer alive. This does, and the dialog's end, to which it is connected, keeps this: no printer goes before its
    dialog, however often somebody prints. Where `leaving` lets nothing be exported no file is offered as a printer, nor written when one was chosen
    some other way.
    """

    def __init__(self, sheets: HandoutPages, parent: QWidget, leaving: Leaving) -> None:
        self.sheets = sheets
        self._leaving = leaving
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setPageLayout(QPageLayout(sheets.page_size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        self.printer.setFullPage(True)
        self.printer.setDocName(sheets.handout.title)
        self.dialog = QPrintDialog(self.printer, parent)
        self.dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self.dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, leaving.may_export)
        self.dialog.setMinMax(1, sheets.count)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.destroyed.connect(self)  # not a method of it: PySide holds that weakly

    def __call__(self, _dialog: QObject | None = None) -> None:
        """Be held no longer: the dialog is gone."""

    def run(self) -> bool:
        """Print the pages that the dialog asked for, as large as the paper allows; return whether the printer took them.

        Raise `SavingError` when the policy lets nothing be printed, or this would go over a file that the program itself reads.
        """
        sheets, printer = self.sheets, self.printer
        self._leaving.check_print()
        if printer.outputFormat() != QPrinter.OutputFormat.NativeFormat or printer.outputFileName():
            self._leaving.check_export(Path(printer.outputFileName()))
        pages = printing_order(printer, sheets.count)
        painter = QPainter()
        if not pages or not painter.begin(printer):
            return False
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        scale = min(paper.width() / sheets.size.width(), paper.height() / sheets.size.height())
        painter.scale(scale, scale)
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                painter.end()
                return False
            if page is not None:
                sheets.draw(painter, page)
        return painter.end() and printer.printerState() not in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}


def printing_order(printer: QPrinter, count: int) -> list[int | None]:
    """Return which of so many pages (from 0) are drawn, one after the other; None is a side of paper that stays empty.

    Qt only keeps what the dialog was told of pages, order and copies; copies are the driver's where it says so, the rest is the program's.
    On both sides of the paper no copy begins on the back of another, and the last leaf comes first with its front still in front.
    """
    ranges, by_driver = printer.pageRanges(), printer.supportsMultipleCopies()
    sent = [number for number in range(count) if ranges.isEmpty() or ranges.contains(number + 1)]
    wanted: list[int | None] = [*_left_by_driver(printer, sent)]
    sides = 2 if printer.duplex() in {QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide} else 1
    wanted += [None] * (-len(wanted) % sides)
    leaves = [wanted[at : at + sides] for at in range(0, len(wanted), sides)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        leaves.reverse()
    copies = 1 if by_driver else printer.copyCount()
    leaves = leaves * copies if printer.collateCopies() else [leaf for leaf in leaves for _ in range(copies)]
    pages = [page for leaf in leaves for page in leaf]
    return pages[:-1] if pages and pages[-1] is None else pages


def _left_by_driver(printer: QPrinter, sent: list[int]) -> list[int]:
    """Return which of the pages CUPS would keep, and take that task from it: it counts what it is sent, and would keep others of a reversed print."""
    told = printer.printEngine().property(CUPS_OPTIONS) or []
    options = dict(zip(told[::2], told[1::2], strict=False))
    if not {PAGES, SET} & options.keys():
        return sent
    ranges, odd_or_even = QPageRanges.fromString(options.pop(PAGES, "")), options.pop(SET, "")
    printer.printEngine().setProperty(CUPS_OPTIONS, [part for option in options.items() for part in option])
    left = {"odd": (1,), "even": (0,)}.get(odd_or_even, (0, 1))
    return [page for number, page in enumerate(sent, 1) if number % 2 in left and (ranges.isEmpty() or ranges.contains(number))]
