"""Where is searched: in the open article, or in all of them. There is nothing to choose while only one article can be searched."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QPushButton, QWidget

from app.core.library_search.scope import Scope
from app.ui.look.icons import Icons
from app.ui.look.theme import Look


class ScopeBar(QWidget):
    """Two buttons, one of them chosen, as tick, bold letters and edge say. Says `all_wanted(bool)`."""

    all_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._lead = QLabel(self.tr("Search in"))
        self.here, self.everywhere = QPushButton(self.tr("This article")), QPushButton(self.tr("All articles"))
        self._group = QButtonGroup(self)
        self._tick = QIcon()
        self._edges = 0
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 8)
        self._row.addWidget(self._lead)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self.here, self.everywhere):
            button.setObjectName("scope")
            button.setCheckable(True)
            button.setAccessibleDescription(self._lead.text())
            self._group.addButton(button)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._row.addLayout(self._buttons, 1)
        self._group.buttonClicked.connect(self._say)
        self.hide()

    def _say(self) -> None:
        self.all_wanted.emit(self.everywhere.isChecked())

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._edges = look.control(36)
        self._tick = icons.icon("check", "accent", 16)
        self._row.setSpacing(look.control(8))
        self._buttons.setSpacing(look.control(8))
        self._lead.setFont(look.control_font(14))
        for button in (self.here, self.everywhere):
            button.setIconSize(icons.size(16))
        self._show_tick()

    def arrange(self, room: int, *, narrow: bool) -> None:
        """Put the buttons beside the words that lead them, or in a narrow window under them; where there is no room for both, one under the other."""
        self._set_widths()
        both = self.here.minimumWidth() + self._buttons.spacing() + self.everywhere.minimumWidth()
        self._buttons.setDirection(QBoxLayout.Direction.TopToBottom if both > room else QBoxLayout.Direction.LeftToRight)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self._lead, Qt.AlignmentFlag.AlignLeading if narrow else Qt.AlignmentFlag.AlignVCenter)

    def offer(self, scope: Scope) -> None:
        """Show what there is to choose and what is chosen."""
        self.everywhere.setText(self.tr("All articles ({count})").format(count=scope.count))
        (self.everywhere if scope.is_all else self.here).setChecked(True)
        self._show_tick()
        self.setVisible(bool(scope.count))

    def _show_tick(self) -> None:
        for button in (self.here, self.everywhere):
            button.setIcon(self._tick if button.isChecked() else QIcon())
        self._set_widths()

    def _set_widths(self) -> None:
        """Give each button the room that it needs when it is chosen: bold letters, for which Qt's style sheets leave none, and the tick."""
        for button in (self.here, self.everywhere):
            button.ensurePolished()
            font = button.font()
            font.setWeight(QFont.Weight.DemiBold)
            words = QFontMetrics(font).horizontalAdvance(button.text())
            button.setMinimumWidth(words + button.iconSize().width() + self._edges)

    def spoken(self) -> str:
        """Return where is searched, as it is read aloud; empty where there is nothing to choose."""
        if self.isHidden():
            return ""
        return self.everywhere.text() if self.everywhere.isChecked() else self.here.text()
