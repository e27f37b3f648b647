"""Write a hand-out as a PDF: real text, its title and language, an outline."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPainter, QPdfWriter

from app import NAME, __version__
from app.core import pdf
from app.core.handout import Handout
from app.ui.paper import Sheets
from app.ui.paper_pieces import UNITS_PER_INCH


def pdf_bytes(handout: Handout) -> bytes:
    """Return the hand-out as the bytes of a PDF; an application of Qt must be there for its fonts."""
    sheets = Sheets(handout)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageSize(sheets.page_size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(handout.title)
    writer.setCreator(f"{NAME} {__version__}")
    painter = QPainter(writer)
    for number in range(sheets.count):
        if number:
            writer.newPage()
        sheets.draw(painter, number)
    painter.end()
    return pdf.complete(bytes(buffer.data().data()), handout.language, sheets.outline)
