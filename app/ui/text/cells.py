"""Panels in a text: a table of one column, whose cells have a ground and a bar at the side where lines begin."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QTextFrameFormat, QTextLength, QTextTableCellFormat, QTextTableFormat

from app.ui.look.theme import Look
from app.ui.look.tokens import CONTRAST

BAR, CONTRAST_BAR = 4, 6
"""Pixels."""


def table_format(look: Look, indent: int, after: int) -> QTextTableFormat:
    """Return the form of a table as wide as there is room; indent and space after it in pixels at 100 %."""
    form = QTextTableFormat()
    form.setCellSpacing(0)
    form.setCellPadding(0)
    form.setBorder(0)
    form.setBorderCollapse(True)
    form.setTopMargin(4)
    form.setBottomMargin(look.text(after))
    form.setLeftMargin(look.text(indent) if indent else 0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return form


def cell_style(look: Look, direction: Qt.LayoutDirection, role: str, ground: str = "first") -> QTextTableCellFormat:
    """Return the look of a cell in a role; a heading of the danger box is filled (`emergency`), or has a line above and below (`call`).

    The `first` cell of a panel has more room above its text than the `soft` ones that follow it.
    """
    is_heading = ground in {"emergency", "call"}
    style = QTextTableCellFormat()
    style.setBackground(QBrush(look.colour({"emergency": role, "call": "background"}.get(ground, f"{role}_soft"))))
    style.setPadding(look.text(12 if ground == "first" else 6))
    style.setBottomPadding(look.text(6 if is_heading else 12))
    style.setLeftPadding(look.text(16))
    style.setRightPadding(look.text(12))
    style.setForeground(look.colour(role))  # of the bullet, where the cell begins with a list
    solid = QTextFrameFormat.BorderStyle.BorderStyle_Solid
    bar = BAR
    if look.theme is CONTRAST:  # soft grounds are hardly seen there
        bar = CONTRAST_BAR
        style.setBorder(1)
        style.setBorderStyle(solid)
        style.setBorderBrush(QBrush(look.colour(role)))
    if ground == "call":
        for width, line, brush in (
            (style.setTopBorder, style.setTopBorderStyle, style.setTopBorderBrush),
            (style.setBottomBorder, style.setBottomBorderStyle, style.setBottomBorderBrush),
        ):
            width(2)
            line(solid)
            brush(QBrush(look.colour(role)))
    if direction == Qt.LayoutDirection.RightToLeft:
        style.setRightBorder(bar)
        style.setRightBorderStyle(solid)
        style.setRightBorderBrush(QBrush(look.colour(role)))
    else:
        style.setLeftBorder(bar)
        style.setLeftBorderStyle(solid)
        style.setLeftBorderBrush(QBrush(look.colour(role)))
    return style
