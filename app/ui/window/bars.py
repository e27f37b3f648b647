"""The lines around the page: tool bar above, notice, footer below."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAction, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollArea, QSizePolicy, QToolButton, QWidget

from app.ui.look.direction import set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import COLUMN, WIDE_INSET, Look
from app.ui.search.search_field import SearchField
from app.ui.text.accessible import set_role
from app.ui.text.announcements import announce
from app.ui.window.commands import Id
from app.ui.window.navigator import WIDTH

HEIGHT, LOW_HEIGHT, EDGE, GAP = 56, 40, 16, 8
"""Height of the tool bar, also in a low window, and spaces, in pixels at 100 %."""

RIGHT_TO_LEFT_MARK, MAY_BREAK = "\u200f", "\u200b"
ENDS_OF_NAMES = re.compile(r"[/\\._\[\]-]+")
ROOMY = 1120
"""Width at 100 % from which buttons say in words what they do."""

MOST_OF_WINDOW, MOST_OF_LOW_WINDOW = 0.2, 0.35
"""Share of the window's height that a notice takes at most; in a low window it is folded, and takes more only where the reader wants it."""


class ToolBar(QWidget):
    """Back and forward, the search field over the reading column, text size; contents and further commands when narrow."""

    def __init__(self, field: SearchField, actions: dict[Id, QAction], more: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
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

    def arrange(self, look: Look, icons: Icons, *, narrow: bool, low: bool, calls: bool) -> None:
        """Fit theme, size, width and height; `calls` says whether the telephone is shown."""
        px = look.control
        self.setFixedHeight(px(LOW_HEIGHT if low else HEIGHT))
        if self._field.property("low") != low:  # a field as high as the bar would lose its border
            self._field.setProperty("low", low)
            self._field.style().unpolish(self._field)
            self._field.style().polish(self._field)
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


class FoldToggle(QToolButton):
    """Shows all of a bar that is one line high in a low window, or that line again. Says `turned()`."""

    turned = Signal()

    def __init__(self, closed: str, opened: str, *, opens_upward: bool) -> None:
        super().__init__()
        self._names = closed, opened
        self._pictures = ("chevron-up", "chevron-down") if opens_upward else ("chevron-down", "chevron-up")
        self._icons: Icons | None = None
        self.is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._turn)
        self.hide()

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look, and say what the button does now."""
        self._icons = icons
        self.setIcon(icons.icon(self._pictures[self.is_open]))
        self.setIconSize(icons.size(16))
        self.setAccessibleName(self._names[self.is_open])
        self.setToolTip(self._names[self.is_open])

    def _turn(self) -> None:
        self.is_open = not self.is_open
        if self._icons is not None:
            self.apply_icons(self._icons)
        self.turned.emit()


GOOD = "good"
"""Property of a notice for the style sheet: all that it tells went well."""


class Notice(QWidget):
    """A line over the page that says what was wrong, or what was done, and can be closed; one line for each thing that it is about.

    In a low window it folds. Signals: `closed()`.
    """

    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
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
        self._is_low = False
        self.fold = FoldToggle(self.tr("Show the whole notice"), self.tr("Show one line of the notice"), opens_upward=False)
        self.fold.turned.connect(self.fit)
        self._row = row = QHBoxLayout(self)
        row.addWidget(self._icon)
        row.addWidget(self._scroll, 1)
        row.addWidget(self.fold)
        row.addWidget(self._close)
        self.apply_icons(icons)
        self.hide()

    def apply_icons(self, icons: Icons) -> None:
        """Take icons of another look."""
        self._icons = icons
        self._show_tone()
        self._close.setIcon(icons.icon("clear"))
        self._close.setIconSize(icons.size())
        self.fold.apply_icons(icons)

    def arrange(self, *, low: bool) -> None:
        """Fit a window that is low, or not."""
        self._is_low = low
        self.fit()

    def _words(self) -> str:
        return "\n".join(words for words, _ in self._messages.values())

    def _fold_words(self) -> None:
        """Show all words, or where there is little room and the reader has not asked for more, as many as one line has room for."""
        words, metrics, edge = self._words(), self._text.fontMetrics(), min(GAP, self.width() // 40)
        self._row.setContentsMargins(3 * edge, 0, 2 * edge, 0)
        self._row.setSpacing(edge + edge // 2)
        beside = sum(part.sizeHint().width() + self._row.spacing() for part in (self._icon, self._close))
        room = self.width() - 5 * edge - beside - 2 * self._scroll.frameWidth() - metrics.averageCharWidth()  # letters may reach beyond their advance
        is_long = "\n" in words or metrics.horizontalAdvance(words) > room
        self.fold.setVisible(self._is_low and is_long)
        is_folded = self._is_low and is_long and not self.fold.is_open
        room -= self.fold.sizeHint().width() + self._row.spacing()
        line = metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, room) if is_folded else words
        has_no_room = any(metrics.horizontalAdvance(word) > room for word in line.split())
        shown = ENDS_OF_NAMES.sub(f"\\g<0>{MAY_BREAK}", line) if has_no_room else line  # the path of a file is one word for Qt
        set_words(self._text, shown)
        self._text.setWordWrap(not is_folded)
        if shown != words:
            self._text.setAccessibleName(words)

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
        self._fold_words()
        needed = self._text.heightForWidth(self._scroll.width() - edges) if self._text.wordWrap() else self._text.sizeHint().height()
        needed += edges
        share = MOST_OF_LOW_WINDOW if self._is_low else MOST_OF_WINDOW
        most = max(2 * self._text.fontMetrics().lineSpacing() + edges, round(self.window().height() * share))
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
        self.show()
        self.fit()
        announce(self, message)


class Footer(QWidget):
    """What always stands under the page: information, not advice; date; review; offline. In a low window it folds to one line, advice first."""

    def __init__(self, lead: str, facts: Iterable[str], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lead_text, self._facts = lead, tuple(facts)
        self._lead = QLabel(lead)
        self._rest = QLabel()
        self._rest.setObjectName("quiet")
        self._rest.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._lead)
        self._row.addWidget(self._rest, 1)
        self.fold = FoldToggle(self.tr("Show date and review of the article"), self.tr("Show one line"), opens_upward=True)
        self.fold.turned.connect(self._arrange)
        whole = QHBoxLayout(self)
        whole.addLayout(self._row, 1)
        whole.addWidget(self.fold)
        self._look, self._narrow, self._low = look, False, False
        self._arrange()

    def arrange(self, look: Look, icons: Icons, *, narrow: bool, low: bool) -> None:
        """Fit theme, size, width and height: one line, or when narrow two, which fold to one in a low window."""
        self._look, self._narrow, self._low = look, narrow, low
        self.fold.apply_icons(icons)
        self._arrange()

    def show_facts(self, facts: tuple[str, ...]) -> None:
        """Say other things of what is shown; the last of them holds always."""
        if facts != self._facts:
            self._facts = facts
            self._arrange()

    def _arrange(self) -> None:
        look, narrow = self._look, self._narrow
        can_fold = narrow and self._low
        is_folded = can_fold and not self.fold.is_open
        self.fold.setVisible(can_fold)
        self._lead.setFont(look.control_font(13, 500))
        self._rest.setFont(look.control_font(13))
        self._row.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        above = 0 if is_folded else look.control(5)
        whole = self.layout()
        if whole is not None:
            whole.setContentsMargins(look.control(24), above, look.control(16), above)
        self._lead.setWordWrap(narrow)
        wide, tight = "   ·   ", " · "
        lead = tight.join((self._lead_text, *self._facts[-1:])) if narrow else self._lead_text
        rest = tight.join(self._facts[:-1]) if narrow else "".join(wide + fact for fact in self._facts)
        if is_folded:
            lead, rest = self._that_fit((self._lead_text, *self._facts[-2::-1], *self._facts[-1:])), ""
        is_one_line = is_folded and self._fits(lead)  # the advice itself is never cut off
        self.setMaximumHeight(look.control(25) if is_one_line else 16_777_215)
        self._rest.setVisible(not is_folded)
        for label, words in ((self._lead, lead), (self._rest, rest)):
            set_words(label, words)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # the facts stand one after the other from the right, whatever their script
                label.setText(f"{RIGHT_TO_LEFT_MARK}{label.text()}")
                label.setAccessibleName(words)
        if is_folded:
            self._lead.setAccessibleName(tight.join((self._lead_text, *self._facts)))

    def _that_fit(self, facts: tuple[str, ...]) -> str:
        """Return the first of some facts, and as many others as one line has room for."""
        lines = (" · ".join(facts[:count]) for count in range(len(facts), 1, -1))
        return next(filter(self._fits, lines), facts[0])

    def _fits(self, line: str) -> bool:
        room = self.width() - self._look.control(24 + 16 + 40)
        return QFontMetrics(self._look.control_font(13, 500)).horizontalAdvance(line) <= room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Show as much as fits the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
