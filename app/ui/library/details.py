"""What is known of the chosen row of the library, with what can be done: beside the list, or as a bar under it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.core.base.labels import Labels
from app.core.library.library import ArticleFile, BrokenFile, Origin
from app.ui.library.acts import Acts
from app.ui.library.rows import LibraryRow
from app.ui.library.words import date_of, language_of, origin_of
from app.ui.look.direction import lean, set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.widgets.headings import HeadingLabel

PADDING, GAP = 20, 8
SHORT = 7
"""Letters of a content's hash that tell two editions apart."""


class Details(QScrollArea):
    """The panel beside the list."""

    def __init__(self, acts: Acts, labels: Labels, look: Look) -> None:
        super().__init__()
        self._acts, self._labels, self._look = acts, labels, look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel = QFrame()
        self._panel.setObjectName("panel")
        self._title = HeadingLabel(level=2)
        self._names = [QLabel() for _ in range(5)]
        self._values = [QLabel() for _ in range(5)]
        self._why = QLabel()
        for label in (self._title, *self._names, *self._values, self._why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (*self._names, self._why):
            label.setObjectName("quiet")
        self.buttons = acts.buttons(look)
        self._lay_out()

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        for number, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            self._grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, number, 1)
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self._panel)
        self._column.addWidget(self._title)
        self._column.addLayout(self._grid)
        for button in self.buttons.values():
            self._column.addWidget(button)
        self._column.addWidget(self._why)
        body = QWidget()
        body.setObjectName("background")
        around = QVBoxLayout(body)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._panel)
        around.addStretch(1)
        self.setWidget(body)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        px = look.control
        self._look = look
        self._set_fonts()
        self._column.setContentsMargins(px(PADDING), px(16), px(PADDING), px(PADDING))
        self._column.setSpacing(px(GAP))
        self._grid.setHorizontalSpacing(px(GAP))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnMinimumWidth(0, px(76))
        for button in self.buttons.values():
            button.setIconSize(icons.size(18))
            button.apply_look(look)

    def _set_fonts(self) -> None:
        self._title.setFont(self._look.control_font(16, 600))
        for label in (*self._names, *self._values, self._why):
            label.setFont(self._look.control_font(13))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - called by Qt
        """Set the fonts again: Qt's style sheets forget those of labels inside a scroll area that is put into another part."""
        super().showEvent(event)
        self._set_fonts()

    def show_row(self, row: LibraryRow | None) -> None:
        """Tell of another row; nothing is shown without one."""
        self._panel.setVisible(row is not None)
        if row is None:
            return
        pairs = self._of_broken(row.thing) if isinstance(row.thing, BrokenFile) else self._of_article(row.thing.newest, row.thing.earlier)
        set_words(self._title, row.title)
        for number, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            told = pairs[number] if number < len(pairs) else ("", "")
            for label, words in zip((name, value), told, strict=True):
                set_words(label, words)
                label.setVisible(bool(words))
        for action, button in self.buttons.items():
            button.setVisible(action.isVisible() and (not row.is_broken or action in {self._acts.problems, self._acts.remove}))
        set_words(self._why, self._acts.why)
        self._why.setVisible(bool(self._acts.why))
        lean(self._panel)

    def _of_article(self, file: ArticleFile, earlier: tuple[ArticleFile, ...]) -> list[tuple[str, str]]:
        return [
            (self.tr("This edition"), self._edition(file)),
            (self.tr("Earlier edition"), self._edition(earlier[0]) if earlier else self.tr("None")),
            (self.tr("Review"), file.review),
            (self.tr("Language"), language_of(file.language)),
            (self.tr("Comes from"), self._origin(file)),
        ]

    def _of_broken(self, file: BrokenFile) -> list[tuple[str, str]]:
        return [(self.tr("Problem"), file.reason), (self.tr("Comes from"), origin_of(file.origin))]

    def _edition(self, file: ArticleFile) -> str:
        date, digest = date_of(file.dated, self._labels), file.digest[:SHORT]
        if not date:
            return self.tr("Content {digest}").format(digest=digest)
        return self.tr("{date}, content {digest}").format(date=date, digest=digest)

    def _origin(self, file: ArticleFile) -> str:
        if file.origin == Origin.BUNDLED:
            return self.tr("Included with this program")
        if file.origin == Origin.OWN and file.added is not None:
            return self.tr("This computer, added on {date}").format(date=self._labels.date(file.added))
        return origin_of(file.origin)


class ActBar(QWidget):
    """The acts in one line under the list, with why some are off; those that have no room are in a menu."""

    def __init__(self, acts: Acts, look: Look) -> None:
        super().__init__()
        self.setObjectName("findbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._acts = acts
        self.buttons = acts.buttons(look)
        self._menu = QMenu(self)
        self.more = QPushButton(self.tr("More"))
        self.more.setObjectName("wide")
        self.more.setAccessibleName(self.tr("More for this article"))
        self.more.setMenu(self._menu)
        self._why = QLabel()
        self._why.setObjectName("quiet")
        self._why.setWordWrap(True)
        self._shown: list[QAction] = []
        self._row = QHBoxLayout()
        for button in (*self.buttons.values(), self.more):
            self._row.addWidget(button)
            if button is self.buttons[acts.changed]:
                self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self._why)
        self._is_low = False
        self.setMinimumWidth(1)  # what has no room goes into the menu

    def arrange(self, look: Look, icons: Icons, inset: int, *, low: bool) -> None:
        """Fit theme and size."""
        px = look.control
        self._is_low = low
        inset = min(inset, px(24))
        self._column.setContentsMargins(inset, px(8), inset, px(8))
        self._column.setSpacing(px(6))
        self._row.setSpacing(px(8))
        self._why.setFont(look.control_font(13))
        self.more.setIcon(icons.icon("more"))
        for button in (*self.buttons.values(), self.more):
            button.setIconSize(icons.size(18))
        for button in self.buttons.values():
            button.apply_look(look)

    def show_row(self, row: LibraryRow | None) -> None:
        """Offer what can be done with another row."""
        shown: list[QAction] = [action for action in self._acts.all() if action.isVisible()]
        if row is not None and row.is_broken:
            shown = [action for action in shown if action in {self._acts.problems, self._acts.remove}]
        self._shown = shown
        self._share_out()
        set_words(self._why, self._acts.why)
        self._why.setVisible(bool(self._acts.why) and not self._is_low)

    def _share_out(self) -> None:
        """Put what has no room in one line into the menu; one act alone never goes there, a menu for it would save nothing."""
        edges = self._column.contentsMargins()
        room = self.width() - edges.left() - edges.right()
        self._name_more(in_words=True)
        if len(self._shown) > 1 and self._needed(1) > room:
            self._name_more(in_words=False)
        kept = len(self._shown)
        while kept > 1 and self._needed(kept) > room:
            kept -= 2 if kept == len(self._shown) else 1
        shown, under = self._shown[: max(1, kept)], self._shown[max(1, kept) :]
        for action, button in self.buttons.items():
            button.setVisible(action in shown)
        self._menu.clear()
        self._menu.addActions(under)
        self.more.setVisible(bool(under))

    def _name_more(self, *, in_words: bool) -> None:
        """Let the button of the menu have its word, or its picture alone."""
        name = "wide" if in_words else "tight"
        if self.more.objectName() != name:
            self.more.setObjectName(name)
            self.more.setText(self.tr("More") if in_words else "")
            self.more.style().unpolish(self.more)
            self.more.style().polish(self.more)

    def _needed(self, kept: int) -> int:
        """Return how many pixels the first so many acts need, with the menu for those behind them."""
        buttons: list[QPushButton] = [self.buttons[action] for action in self._shown[:kept]]
        if kept < len(self._shown):
            buttons.append(self.more)
        return sum(button.sizeHint().width() + self._row.spacing() for button in buttons)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return that any width will do."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the new width."""
        super().resizeEvent(event)
        self._share_out()
