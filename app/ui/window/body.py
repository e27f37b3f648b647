"""The contents beside the text, or in a drawer over it where the window is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.window.drawer import Drawer
from app.ui.window.navigator import Navigator


class Body(QWidget):
    """Everything between the bars at the top and the footer; what stands beside the contents is put into the layout `middle`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(0)

    def hold(self, navigator: Navigator) -> None:
        """Take in the contents, of which this is the parent."""
        self._navigator = navigator
        self._row.addWidget(navigator)
        self.drawer = Drawer(self)
        self._row.addLayout(self.middle, 1)

    @property
    def row(self) -> QBoxLayout:
        """The row of the contents, the text, and what stands beside it."""
        return self._row

    @property
    def is_narrow(self) -> bool:
        """Whether the contents do not fit beside the text."""
        return self._navigator.parentWidget() is self.drawer

    def arrange(self, width: int, *, narrow: bool) -> None:
        """Fit the window's width, in pixels."""
        self._navigator.fit(width)
        if not narrow and self.is_narrow:
            self.drawer.hide()
            self._row.insertWidget(0, self._navigator)
            self._navigator.show()
        elif narrow and not self.is_narrow:
            self.drawer.hold(self._navigator)
        elif narrow:
            self.drawer.place()

    def show_contents(self) -> None:
        """Give the focus to the contents; in a narrow window they come out of their drawer, or go back into it."""
        if self.drawer.isVisible():
            self.drawer.close_drawer()
        elif self.is_narrow:
            self.drawer.open_drawer()
        else:
            self._navigator.setFocus(Qt.FocusReason.OtherFocusReason)
