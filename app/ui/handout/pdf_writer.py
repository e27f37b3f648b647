"""Write a sheet as a PDF: real text, its title and language, an outline."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPainter, QPdfWriter

from app import NAME, __version__
from app.core.base.steps import Steps, at_once
from app.core.formats import pdf
from app.core.handout.handout import Handout
from app.core.handout.review_sheet import ReviewSheet
from app.ui.handout.paper import HandoutPages
from app.ui.handout.paper_pieces import UNITS_PER_INCH
from app.ui.handout.review_paper import ReviewPages


def pages_of(sheet: Handout | ReviewSheet) -> HandoutPages | ReviewPages:
    """Return the pages of a hand-out or a review sheet; an application of Qt must be there for its fonts."""
    return HandoutPages(sheet) if isinstance(sheet, Handout) else ReviewPages(sheet)


def pdf_bytes(sheet: Handout | ReviewSheet, pages: HandoutPages | ReviewPages | None = None) -> bytes:
    """Return a hand-out or a review sheet as the bytes of a PDF; its pages are made unless they are there already."""
    return at_once(pdf_steps(sheet, pages or pages_of(sheet)))


def pdf_steps(sheet: Handout | ReviewSheet, sheets: HandoutPages | ReviewPages) -> Steps[bytes]:
    """Write a PDF page by page and return its bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageSize(sheets.page_size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(sheet.title)
    writer.setCreator(f"{NAME} {__version__}")
    painter = QPainter(writer)
    for number in range(sheets.count):
        if number:
            writer.newPage()
        sheets.draw(painter, number)
        yield
    painter.end()
    yield
    return pdf.complete(bytes(buffer.data().data()), sheet.language, sheets.outline)
