"""The buttons at the right of a page's title: copy the page's text with its citation, copy its link."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QTextBlock
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.ui.look.icons import Icons
from app.ui.reading.page import Page

ROOM = 16
"""Pixels between title and buttons at least; where a narrow column has less, the buttons are not shown: menu and keys do the same."""


class PageTools(QWidget):
    """Scrolls with the title of a page. The actions bring icons, names and keys."""

    def __init__(self, page: Page, actions: tuple[QAction, ...]) -> None:
        super().__init__(page)
        self._page = page
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons = []
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(action.text().replace("&", ""))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
            self._buttons.append(button)
        page.installEventFilter(self)
        page.verticalScrollBar().valueChanged.connect(self.follow)
        page.document().documentLayout().documentSizeChanged.connect(self.follow)
        self.follow()

    def apply_icons(self, icons: Icons) -> None:
        """Take the size of icons of another look; the actions bring the icons themselves."""
        for button in self._buttons:
            button.setIconSize(icons.size())
        self.follow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Follow the title when the page's size or look changes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.StyleChange}:
            self.follow()
        return False

    def follow(self) -> None:
        """Stand beside the title, or nowhere when there is no room or no title."""
        self.adjustSize()
        self._page.room_beside_title = self.width() + ROOM
        page, title = self._page, self._title()
        lines = title.layout() if title.isValid() else None
        form = page.document().rootFrame().frameFormat()
        column = page.viewport().width() - form.leftMargin() - form.rightMargin()
        if lines is None or lines.lineCount() == 0 or lines.lineAt(0).naturalTextWidth() + ROOM + self.width() > column:
            self.hide()
            return
        box = page.document().documentLayout().blockBoundingRect(title)
        right_to_left = page.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = form.leftMargin() if right_to_left else page.viewport().width() - form.rightMargin() - self.width()
        middle = box.top() + lines.lineAt(0).height() / 2 - page.verticalScrollBar().value()
        self.move(round(page.viewport().x() + across), round(page.viewport().y() + middle - self.height() / 2))
        self.setVisible(middle + self.height() / 2 > 0)

    def _title(self) -> QTextBlock:
        """Return the heading of the first level; a block that is not valid where the page has none."""
        block = self._page.document().begin()
        while block.isValid() and block.blockFormat().headingLevel() != 1:
            block = block.next()
        return block
