"""A page of the article: text to read, select and find in."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextBlock, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.core.blocks import Blocks
from app.core.text import Span
from app.ui.accessible import TextSurface
from app.ui.clipboard import UNKNOWN, mime_of
from app.ui.theme import COLUMN, Look, reading_column
from app.ui.typeset import PLACE, Typesetter

Finder = Callable[[str], tuple[Span, ...]]
"""From a text to the stretches of it that are to be marked."""

TOP_INSET = 32
ROOM_ABOVE = 16


class Page(TextSurface):
    """Shows blocks in one reading column.

    Signals: `link_chosen(place)`. `origin` says where copied words come from. An embedded page is as high as its text, has no scroll bar
    and no inset; it stands inside a larger part.
    """

    link_chosen = Signal(str)

    def __init__(self, name: str, look: Look, direction: Qt.LayoutDirection, *, embedded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._direction = direction
        self._embedded = embedded
        self.blocks: Blocks = ()
        self.origin = UNKNOWN
        self._hits: list[QTextCursor] = []
        self._current = -1
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.anchorClicked.connect(self._announce_link)
        if embedded:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(self._grow)

    # --- what is shown ---

    def show_blocks(self, blocks: Blocks) -> None:
        """Show other blocks, from the top and without marks."""
        self.blocks = blocks
        self._reset()
        self.verticalScrollBar().setValue(0)

    def apply_look(self, look: Look) -> None:
        """Set the same blocks anew in another theme or size; what was at the top stays there."""
        share = self.scroll_share()
        self._look = look
        self._reset()
        self.scroll_to_share(share)

    def _reset(self) -> None:
        self._hits, self._current = [], -1
        self.setExtraSelections([])
        Typesetter(self.document(), self._look, self._direction).set(self.blocks)
        self._set_column()

    def _set_column(self) -> None:
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if not self._embedded:
            look = self._look
            inset, rest = reading_column(look, self.viewport().width())
            right_to_left = self._direction == Qt.LayoutDirection.RightToLeft
            form.setLeftMargin(rest if right_to_left else inset)
            form.setRightMargin(inset if right_to_left else rest)
            form.setTopMargin(look.text(TOP_INSET))
            form.setBottomMargin(look.text(TOP_INSET))
            frame.setFrameFormat(form)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the reading column to the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._set_column()

    # --- size of an embedded page ---

    def _grow(self) -> None:
        self.setFixedHeight(max(1, round(self.document().size().height()) + 1))

    def sizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size of the text when embedded."""
        return QSize(self._look.text(COLUMN), self.height()) if self._embedded else super().sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - called by Qt
        """Leave scrolling to the part around an embedded page."""
        if self._embedded:
            event.ignore()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Leave paging to the part around an embedded page."""
        scrolling = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space}
        if self._embedded and Qt.Key(event.key()) in scrolling:
            event.ignore()
        else:
            super().keyPressEvent(event)

    # --- where the reader is ---

    def scroll_share(self) -> float:
        """Return how far the page is scrolled: 0 at the top, 1 at the bottom."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def scroll_to_share(self, share: float) -> None:
        """Scroll to a share of the page."""
        bar = self.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def scroll_to(self, place: str) -> None:
        """Bring a place to the top and put the caret there; the page's own place is its very top."""
        for block in self._each_block():
            if block.blockFormat().stringProperty(PLACE) == place:
                self.setTextCursor(QTextCursor(block))
                first = block.blockNumber() <= 1
                self.verticalScrollBar().setValue(0 if first else self._top_of(block) - self._look.text(ROOM_ABOVE))
                return

    def _top_of(self, block: QTextBlock) -> int:
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    def _each_block(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    # --- marks ---

    def mark(self, finder: Finder) -> int:
        """Mark what the finder finds and return how many marks there are; none of them is the current one yet."""
        self._hits = []
        for block in self._each_block():
            for start, end in finder(block.text()):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                self._hits.append(cursor)
        self._current = -1
        self._paint_marks()
        return len(self._hits)

    def unmark(self) -> None:
        """Take the marks away."""
        self._hits, self._current = [], -1
        self.setExtraSelections([])

    def first_mark(self) -> int:
        """Return the first mark at or behind the caret."""
        caret = self.textCursor().position()
        return next((number for number, hit in enumerate(self._hits) if hit.selectionStart() >= caret), 0)

    def go_to_mark(self, number: int) -> None:
        """Make one mark the current one and bring it into sight; -1 leaves none current."""
        self._current = number
        self._paint_marks()
        if number >= 0:
            cursor = QTextCursor(self._hits[number])
            cursor.setPosition(self._hits[number].selectionStart())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def mark_top(self, number: int) -> int:
        """Return how far below the page's top a mark stands, in pixels."""
        return self._top_of(self._hits[number].block())

    def _paint_marks(self) -> None:
        painted = []
        for number, cursor in enumerate(self._hits):
            selection = QTextEdit.ExtraSelection()
            current = number == self._current
            selection.cursor = cursor
            selection.format = self._format("accent" if current else "mark", "accent_ink" if current else "mark_ink")
            painted.append(selection)
        self.setExtraSelections(painted)

    def _format(self, ground: str, ink: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setBackground(QColor(self._look.colour(ground)))
        form.setForeground(QColor(self._look.colour(ink)))
        return form

    # --- what leaves ---

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - called by Qt
        """Copy text and HTML; the notes of a selected passage go with it even when they were not selected."""
        return mime_of(self.textCursor(), self.blocks, self.origin)

    def caret_place(self) -> str:
        """Return the place whose words the caret is in; empty where there is none."""
        return str(self.textCursor().block().blockFormat().stringProperty(PLACE))

    def _announce_link(self, url: QUrl) -> None:
        self.link_chosen.emit(url.toString())
