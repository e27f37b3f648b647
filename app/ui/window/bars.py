"""The lines around the page: tool bar above, notice, footer below."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollArea, QSizePolicy, QToolButton, QWidget

from app.ui.look.direction import set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import COLUMN, WIDE_INSET, Look
from app.ui.search.search_field import SearchField
from app.ui.text.accessible import set_role
from app.ui.text.announcements import announce
from app.ui.window.commands import Id
from app.ui.window.navigator import WIDTH

HEIGHT, EDGE, GAP = 56, 16, 8
RIGHT_TO_LEFT_MARK = "\u200f"
ROOMY = 1120
"""Width at 100 % from which buttons say in words what they do."""

MOST_OF_WINDOW = 0.2
"""Share of the window's height that a notice takes at most."""


class ToolBar(QWidget):
    """Back and forward, the search field over the reading column, text size; contents and further commands when narrow."""

    def __init__(self, field: SearchField, actions: dict[Id, QAction], more: QMenu) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._field = field
        self.contents = _button(actions[Id.CONTENTS])
        self._back = _button(actions[Id.BACK])
        self._forward = _button(actions[Id.FORWARD])
        self.calls = _button(actions[Id.URGENT])
        self._smaller = _button(actions[Id.SMALLER], boxed=True)
        self._larger = _button(actions[Id.LARGER], boxed=True)
        self._teach = _button(actions[Id.TEACH], boxed=True, words=True)
        self._handout = _button(actions[Id.HANDOUT], boxed=True, words=True)
        self.more = QToolButton()
        self.more.setMenu(more)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAccessibleName(self.tr("More commands"))
        self.more.setToolTip(self.tr("More commands"))
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._left = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        left = QHBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        for button in (self.contents, self._back, self._forward):
            left.addWidget(button)
        left.addStretch(1)
        self._field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._left)
        self._row.addWidget(self._field, 100)
        self._row.addStretch(1)
        for button in (self.calls, self._smaller, self._larger, self._teach, self._handout, self.more):
            self._row.addWidget(button)

    def arrange(self, look: Look, icons: Icons, *, narrow: bool, calls: bool) -> None:
        """Fit theme, size and width; `calls` says whether the telephone is shown."""
        px = look.control
        self.setFixedHeight(px(HEIGHT))
        self.contents.setVisible(narrow)
        self.more.setVisible(narrow)
        self.calls.setVisible(calls)
        for button in (self._forward, self._smaller, self._larger, self._teach, self._handout):
            button.setVisible(not narrow)
        self.more.setIcon(icons.icon("more"))
        for button in (self.contents, self._back, self._forward, self.calls, self._smaller, self._larger, self._teach, self._handout, self.more):
            button.setIconSize(icons.size())
        roomy = self.width() >= px(ROOMY)
        for button in (self._teach, self._handout):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon if roomy else Qt.ToolButtonStyle.ToolButtonIconOnly)
            name = "worded" if roomy else "boxed"
            if button.objectName() != name:
                button.setObjectName(name)
                button.style().unpolish(button)
                button.style().polish(button)
        edge = px(GAP if narrow else EDGE)
        self._row.setContentsMargins(edge, 0, edge, 0)
        self._row.setSpacing(px(GAP))
        self._left.setFixedWidth(QSize(px(84), 0).width() if narrow else px(WIDTH) + look.text(WIDE_INSET) - edge - px(GAP))
        self._field.setMaximumWidth(16_777_215 if narrow else look.text(COLUMN))


def _button(action: QAction, *, boxed: bool = False, words: bool = False) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(action.text().replace("&", ""))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if boxed:
        button.setObjectName("worded" if words else "boxed")
    return button


GOOD = "good"
"""Property of a notice for the style sheet: all that it tells went well."""


class Notice(QWidget):
    """A line over the page that says what was wrong, or what was done, and can be closed; one line for each thing that it is about.

    Signals: `closed()`.
    """

    closed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        set_role(self._icon, QAccessible.Role.Client)  # the words say it
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._text)
        self._scroll.setWidgetResizable(True)
        self._scroll.setObjectName("words")
        self._scroll.setAccessibleName(self.tr("Notice"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self._scroll, QAccessible.Role.Section)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.clicked.connect(self.clear)
        self._messages: dict[str, tuple[str, bool]] = {}
        self._icons = icons
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._scroll, 1)
        row.addWidget(self._close)
        self.apply_icons(icons)
        self.hide()

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        self._icons = icons
        self._show_tone()
        self._close.setIcon(icons.icon("clear"))
        self._close.setIconSize(icons.size())

    def _show_tone(self) -> None:
        """Show a tick on a quiet ground where all that is told went well, else a warning."""
        is_good = bool(self._messages) and all(went_well for _, went_well in self._messages.values())
        self._icon.setPixmap(self._icons.pixmap("check", "accent") if is_good else self._icons.pixmap("warning", "note"))
        if self.property(GOOD) != is_good:
            self.setProperty(GOOD, is_good)
            for part in (self, self._scroll, self._text):
                part.style().unpolish(part)  # else the style sheet keeps the ground that it chose before
                part.style().polish(part)

    def fit(self) -> None:
        """Be as high as the words are, or a share of a low window: then they scroll, and keys can reach them."""
        edges = 2 * self._scroll.frameWidth()
        needed = self._text.heightForWidth(self._scroll.width() - edges) + edges
        most = max(2 * self._text.fontMetrics().lineSpacing() + edges, round(self.window().height() * MOST_OF_WINDOW))
        fits = needed <= most
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus if fits else Qt.FocusPolicy.StrongFocus)
        self._scroll.setFixedHeight(min(needed, most))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - called by Qt
        """Follow the window's height from now on."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the new width."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Fit the window's new height, and another size of letters."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.StyleChange}:
            self.fit()
        return super().eventFilter(watched, event)

    def clear(self) -> None:
        """Take all messages away."""
        self._messages.clear()
        self.hide()
        self.closed.emit()

    def show_message(self, message: str, about: str = "") -> None:
        """Show a message until it is closed or another one about the same thing comes; what is about other things stays."""
        self._show(message, about, went_well=False)

    def show_success(self, message: str) -> None:
        """Show what was done, without a warning, until it is closed or the next message comes."""
        self._show(message, "", went_well=True)

    def _show(self, message: str, about: str, *, went_well: bool) -> None:
        self._messages[about] = message, went_well
        self._show_tone()
        set_words(self._text, "\n".join(words for words, _ in self._messages.values()))
        self.show()
        self.fit()
        announce(self, message)


class Footer(QWidget):
    """What always stands under the page: information, not advice; date; review; offline."""

    def __init__(self, lead: str, facts: Iterable[str], look: Look) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lead_text, self._facts = lead, tuple(facts)
        self._lead = QLabel(lead)
        self._rest = QLabel()
        self._rest.setObjectName("quiet")
        self._rest.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self._lead)
        self._row.addWidget(self._rest, 1)
        self.arrange(look, narrow=False)

    def arrange(self, look: Look, *, narrow: bool) -> None:
        """Fit theme, size and width: one line, or two when narrow."""
        self._lead.setFont(look.control_font(13, 500))
        self._rest.setFont(look.control_font(13))
        self._row.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(look.control(24), look.control(5), look.control(16), look.control(5))
        self._lead.setWordWrap(narrow)
        wide, tight = "   ·   ", " · "
        lead = tight.join((self._lead_text, *self._facts[2:])) if narrow else self._lead_text
        rest = tight.join(self._facts[:2]) if narrow else "".join(wide + fact for fact in self._facts)
        for label, words in ((self._lead, lead), (self._rest, rest)):
            set_words(label, words)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # the facts stand one after the other from the right, whatever their script
                label.setText(f"{RIGHT_TO_LEFT_MARK}{label.text()}")
                label.setAccessibleName(words)
