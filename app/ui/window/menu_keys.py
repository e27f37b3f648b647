"""The keys of the menus where the menu bar has no room: Alt with the marked letter opens the menu all the same."""

from typing import cast

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class MenuKeys(QObject):
    """Opens the menus inside a menu, each by its key, under the button that holds them; it works while that button is shown."""

    def __init__(self, menu: QMenu, button: QToolButton, window: QWidget) -> None:
        super().__init__(window)
        self._button = button
        self._menus: dict[QShortcut, QMenu] = {}
        for action in menu.actions():
            key, inner = QKeySequence.mnemonic(action.text()), cast("QMenu | None", action.menu())
            if inner is not None and not key.isEmpty():
                shortcut = QShortcut(key, window)
                shortcut.setEnabled(False)
                shortcut.activated.connect(self._open)
                self._menus[shortcut] = inner

    def arrange(self) -> None:
        """Listen while the button is shown in place of the menu bar, which has these keys itself."""
        for shortcut in self._menus:
            shortcut.setEnabled(not self._button.isHidden())

    def _open(self) -> None:
        menu, button = self._menus[cast("QShortcut", self.sender())], self._button
        at_left = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = 0 if at_left else button.width() - menu.sizeHint().width()
        menu.popup(button.mapToGlobal(QPoint(across, button.height())))
        first = next((action for action in menu.actions() if action.isEnabled() and not action.isSeparator()), None)
        if first is not None:
            menu.setActiveAction(first)
