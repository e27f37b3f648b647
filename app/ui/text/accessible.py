"""What Qt is told of our own widgets, so that screen readers meet them as what they are: roles and interfaces."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from app.ui.text.fold_button import FoldButton, FoldInterface
from app.ui.text.interfaces import PageInterfaces, SurfaceInterface
from app.ui.text.surface import TextSurface

ROLE = "accessibleRole"
"""Property of a widget: the role that screen readers are told, where Qt would tell none that fits."""


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have screen readers take a widget for what it is, where Qt would tell them something else; before they first meet it."""
    widget.setProperty(ROLE, role.value)


def make_interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface for one of our own widgets, or nothing: Qt then uses its own."""
    page = thing.parent()
    if isinstance(page, TextSurface) and isinstance(thing, QWidget) and thing is page.viewport():
        page.interface = page.interface or PageInterfaces(page)
        return SurfaceInterface(thing, page)
    if isinstance(thing, FoldButton):
        return FoldInterface(thing)
    role = thing.property(ROLE)
    if role is not None and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role(role), "")
    return None
