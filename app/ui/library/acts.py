"""What can be done with the chosen row of the library, as actions that buttons and menus share."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QPushButton

from app.core.library.library import Held, Origin
from app.ui.library.rows import LibraryRow
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.shell.disclaimer import MainButton


class ActButton(MainButton):
    """A button of an action: it is on or off with it. One act of a row is the main one, and filled."""

    def __init__(self, action: QAction, look: Look, *, is_main: bool) -> None:
        super().__init__(action.text(), look)
        self._is_main = is_main
        self._action = action
        if not is_main:
            self.setObjectName("wide")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setIcon(self._action.icon())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - called by Qt
        """Paint as the main button, or as any other."""
        if self._is_main and self.isEnabled():
            super().paintEvent(event)
        else:
            QPushButton.paintEvent(self, event)


class Acts(QObject):
    """The actions, and why those that are off are off."""

    def __init__(self, parent: QObject, *, may_change: bool) -> None:
        super().__init__(parent)
        self._may_change = may_change
        self.open = QAction(self.tr("Open"), self)
        self.changed = QAction(self.tr("What changed"), self)
        self.go_back = QAction(self.tr("Go back to the earlier edition"), self)
        self.remove = QAction(self.tr("Remove"), self)
        self.problems = QAction(self.tr("Show problems"), self)
        for action in self.all():
            action.setIconVisibleInMenu(False)
        self.why = ""
        self.fit(None)

    def all(self) -> tuple[QAction, ...]:
        """Return the actions in their order."""
        return self.open, self.problems, self.changed, self.go_back, self.remove

    def buttons(self, look: Look) -> dict[QAction, ActButton]:
        """Return new buttons of the actions, in their order."""
        return {action: ActButton(action, look, is_main=action in {self.open, self.problems}) for action in self.all()}

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        self.remove.setIcon(icons.icon("remove"))

    def fit(self, row: LibraryRow | None) -> None:
        """Be on or off for a row, and have the reasons ready."""
        held = row.thing if row is not None and isinstance(row.thing, Held) else None
        is_broken = row is not None and held is None
        has_earlier = held is not None and bool(held.earlier)
        origin = None if row is None else row.thing.newest.origin if isinstance(row.thing, Held) else row.thing.origin
        is_own = origin == Origin.OWN
        self.open.setEnabled(held is not None)
        self.open.setVisible(not is_broken)
        self.problems.setVisible(is_broken)
        self.problems.setEnabled(is_broken)
        self.changed.setEnabled(has_earlier)
        self.go_back.setEnabled(has_earlier and is_own and self._may_change)
        self.remove.setEnabled(is_own and self._may_change)
        self.why = " ".join(_reasons(row, is_own=is_own, has_earlier=has_earlier, may_change=self._may_change))


def _reasons(row: LibraryRow | None, *, is_own: bool, has_earlier: bool, may_change: bool) -> list[str]:
    if row is None:
        return []
    reasons = []
    if not is_own:
        reasons.append(QCoreApplication.translate("LibraryPage", "Articles of the program or of a shared folder cannot be removed here."))
    elif not may_change:
        reasons.append(QCoreApplication.translate("LibraryPage", "Your organisation has switched off adding and removing articles."))
    if not row.is_broken and not has_earlier:
        reasons.append(QCoreApplication.translate("LibraryPage", "There is no earlier edition of this article."))
    elif has_earlier and not is_own:
        reasons.append(QCoreApplication.translate("LibraryPage", "Only articles that were added on this computer can go back to an earlier edition."))
    return reasons
