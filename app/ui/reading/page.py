"""A page of the article: text to read, select and find in."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextBlock, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QToolTip, QWidget

from app.core.pages.blocks import Blocks, Notes
from app.ui.look.theme import COLUMN, Look, reading_column
from app.ui.text.announcements import announce
from app.ui.text.drawings import Drawings
from app.ui.text.kept import FROM_THE_TOP, Finder, Kept, Line, Mark, Marking, Top, cursor_at, each_block, each_line, find_marks, spots_of
from app.ui.text.properties import ENLARGING, FOLD, FOLDING, NOTE_ID, PLACE, TERM, place_of
from app.ui.text.readable import tip
from app.ui.text.surface import TextSurface
from app.ui.text.typeset import Typesetter
from app.ui.widgets.side_column_layout import SideColumnLayout

TOP_INSET = 32
ROOM_ABOVE = 16


class Page(TextSurface):
    """Shows blocks in one reading column.

    Signals: `link_chosen(place)`, `figure_chosen(place)` when a figure is to be enlarged, `marks_changed()` when the page was filled anew and has
    other marks. `meanings` are those of the glossary, by place. `origin` says where copied words come from; `room_beside_title` are the pixels
    that are kept free at the end of the title's lines. An embedded page is as high as its text, has no scroll bar and no inset; it stands inside a
    larger part.
    """

    link_chosen = Signal(str)
    figure_chosen = Signal(str)
    marks_changed = Signal()

    def __init__(
        self,
        name: str,
        look: Look,
        direction: Qt.LayoutDirection,
        meanings: Mapping[str, str] | None = None,
        *,
        embedded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._direction = direction
        self._meanings = meanings or {}
        self._drawings = Drawings(self.document(), look)
        self._unfolded: set[str] = set()
        self._marking: Marking | None = None
        self.side_column_layout = SideColumnLayout(self, direction)
        self._embedded = embedded
        self.room_beside_title = 0
        self._marks: tuple[Mark, ...] = ()
        self._hits: list[QTextCursor] = []
        self.current_mark = -1
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

    def show_blocks(self, blocks: Blocks, kept: Kept = FROM_THE_TOP) -> None:
        """Show other blocks, from the top and without marks, or with what is kept of how the reader had them."""
        self.blocks = blocks
        self._fill(kept)

    def apply_look(self, look: Look) -> None:
        """Set the same blocks anew in another theme or size; marks, caret and what was at the top stay."""
        kept = self.kept()
        self._look = look
        self._fill(kept)

    def kept(self) -> Kept:
        """Return how the reader has the page, to be given back when it is filled anew."""
        marks = self._marks[self.current_mark :] if self.current_mark >= 0 else ()
        return Kept(self.top(), self._marking, marks, spots_of(self.textCursor()))

    def _fill(self, kept: Kept) -> None:
        """Set the blocks. All of the page but theme, size and unfolded notes comes from what is given: nothing else is remembered."""
        before = self._marks, self.current_mark
        self._marking = kept.marking
        self.focus_colour = self._look.colour("focus")
        unfolded = {block.place for block in self.blocks if isinstance(block, Notes)} if self._finds() else self._unfolded
        Typesetter(self._drawings, self._look, self._direction, unfolded, self._meanings).set(self.blocks)
        self._set_column()
        self._find_marks()
        found = {mark: number for number, mark in enumerate(self._marks)}
        last = len(self._marks) - 1 if kept.marks else -1
        self.current_mark = next((found[mark] for mark in kept.marks if mark in found), last)
        self._paint_marks()
        self.setTextCursor(cursor_at(self.document(), kept.caret))
        self.scroll_to_top(kept.top)
        if (self._marks, self.current_mark) != before:
            self.marks_changed.emit()

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
            self._make_room_beside_title(whole=self.viewport().width() - inset - rest >= look.text(COLUMN))
            self._lay_out_the_rest()

    def _lay_out_the_rest(self) -> None:
        """Lay the text out from the beginning where Qt has stopped behind a table: what follows would have no height, and be out of sight."""
        document = self.document()
        if not document.documentLayout().blockBoundingRect(document.lastBlock()).height():
            document.markContentsDirty(0, document.characterCount())

    def _make_room_beside_title(self, *, whole: bool) -> None:
        """Break the title so early that what stands beside it has its room, where the column has its whole width."""
        block = next((block for block in each_block(self.document()) if block.blockFormat().headingLevel() == 1), None)
        if block is not None and self.room_beside_title:
            form = block.blockFormat()
            mirrored = self._direction == Qt.LayoutDirection.RightToLeft
            set_margin = form.setLeftMargin if mirrored else form.setRightMargin
            set_margin(self.room_beside_title if whole else 0)
            QTextCursor(block).setBlockFormat(form)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the reading column to the new width; what stands at the top stays there."""
        self.side_column_layout.place()
        if event.oldSize().width() == event.size().width() or self._embedded:
            super().resizeEvent(event)
            return
        top = self.top()
        super().resizeEvent(event)
        self._set_column()
        self.scroll_to_top(top)

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
        """Leave paging to the part around an embedded page; take Enter on a link that the caret stands in."""
        scrolling = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space}
        link = self.textCursor().charFormat().anchorHref() if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} else ""
        if self._embedded and Qt.Key(event.key()) in scrolling:
            event.ignore()
        elif link:
            self._follow(link, by_key=True)
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

    def top(self) -> Top | None:
        """Return what stands at the top, to be brought there again in another width; None at the very top."""
        scrolled = self.verticalScrollBar().value()
        if not scrolled:
            return None
        layout, passed, share = self.document().documentLayout(), list[Line](), 0.0
        for line, block in each_line(self.document()):
            box = layout.blockBoundingRect(block)
            if box.top() > scrolled and passed:
                break
            passed.append(line)
            share = (scrolled - box.top()) / max(1.0, box.height())
        return tuple(reversed(passed)), share

    def scroll_to_top(self, top: Top | None) -> None:
        """Bring what stood at the top there again; where that is gone, the end of what stood before it."""
        if top is None:
            self.verticalScrollBar().setValue(0)
            return
        layout = self.document().documentLayout()
        known = {line: layout.blockBoundingRect(block) for line, block in each_line(self.document())}
        wanted, share = top
        found = next((line for line in wanted if line in known), None)
        if found is not None:
            box = known[found]
            self.verticalScrollBar().setValue(round(box.top() + (share if found == wanted[0] else 1.0) * box.height()))

    def scroll_to(self, place: str) -> None:
        """Bring a place to the top and put the caret there; the page's own place is its very top."""
        for block in each_block(self.document()):
            if place_of(block) == place:
                self.setTextCursor(QTextCursor(block))
                first = block.blockNumber() <= 1
                self.verticalScrollBar().setValue(0 if first else self._top_of(block) - self._look.text(ROOM_ABOVE))
                return

    def _top_of(self, block: QTextBlock) -> int:
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    # --- marks ---

    def mark(self, finder: Finder, *, everywhere: bool = False) -> int:
        """Mark what the finder finds and return how many marks there are; none of them is the current one yet.

        With `everywhere`, notes that are folded away are brought out until the marks are taken away.
        """
        was_folded = not self._finds()
        self._marking = Marking(finder, everywhere)
        if everywhere and was_folded:
            self._set_anew()
        self._find_marks()
        self.current_mark = -1
        self._paint_marks()
        return len(self._marks)

    def _finds(self) -> bool:
        """Return whether notes that are folded away are brought out for the marks."""
        return self._marking is not None and self._marking.everywhere

    @property
    def mark_count(self) -> int:
        """How many marks there are."""
        return len(self._marks)

    def _find_marks(self) -> None:
        found = list(find_marks(self.document(), self._marking.finder)) if self._marking is not None else []
        self._marks, self._hits = tuple(mark for mark, _ in found), [cursor for _, cursor in found]

    def unmark(self) -> None:
        """Take the marks away."""
        were_brought_out, self._marking = self._finds(), None
        if were_brought_out:
            self._set_anew()
        self._find_marks()
        self.current_mark = -1
        self._paint_marks()

    def _set_anew(self) -> None:
        """Set the same blocks with other notes folded; nothing else on the page moves."""
        if any(isinstance(block, Notes) and block.folded for block in self.blocks):
            scrolled = self.verticalScrollBar().value()
            caret = place_of(self.textCursor().block())
            self._fill(Kept(marking=self._marking))
            self._put_caret(PLACE, caret)
            self.verticalScrollBar().setValue(scrolled)

    def _put_caret(self, name: int, value: str) -> None:
        """Put the caret to the first block that has this property."""
        for block in each_block(self.document()):
            if value and block.blockFormat().stringProperty(name) == value:
                self.setTextCursor(QTextCursor(block))
                return

    # --- notes that are folded away, and meanings ---

    def toggle_notes(self, place: str, *, by_key: bool = False) -> None:
        """Bring the quiet notes of a place out, or fold them away again."""
        self._unfolded ^= {place}
        scrolled = self.verticalScrollBar().value()
        self._fill(self.kept())
        self._put_caret(FOLD, place)
        if by_key:  # as Qt shows the link that the keyboard is at
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)
        shown = place in self._unfolded
        announce(self, self.tr("Evidence notes shown") if shown else self.tr("Evidence notes folded away"))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - called by Qt
        """Show what a word means when the keyboard comes to it; the mouse has Qt's own tip."""
        moved = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        meaning = self._meanings.get(cursor.charFormat().stringProperty(TERM), "") if moved and cursor.hasSelection() else ""
        if meaning:
            below = self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft())
            QToolTip.showText(below, tip(meaning, mirrored=self._direction == Qt.LayoutDirection.RightToLeft), self.viewport())
            announce(self, meaning)
        else:
            QToolTip.hideText()
        return moved

    def bring_note_out(self, place: str, name: str) -> None:
        """Unfold the notes beside a place if need be, and put the caret to one of them."""
        panels = (block for block in self.blocks if isinstance(block, Notes) and place in block.places)
        folded = {panel.place for panel in panels if any(note.id == name and not note.alert for note in panel.notes)}
        if not self._finds() and not folded <= self._unfolded:
            self._unfolded |= folded
            self._fill(self.kept())
        self._put_caret(NOTE_ID, name)

    def note_reach(self) -> tuple[int, int]:
        """Return how far below the page's top the note with the caret begins and ends, in pixels."""
        first = self.textCursor().block()
        last = first.next() if first.next().blockFormat().stringProperty(NOTE_ID) else first  # the line with date and sources
        return self._top_of(first), round(self.document().documentLayout().blockBoundingRect(last).bottom())

    def scroll_to_note(self, place: str, name: str) -> None:
        """Bring a note out, and to the screen together with the place it stands beside where there is room for both."""
        self.scroll_to(place)
        scrolled = self.verticalScrollBar().value()
        self.bring_note_out(place, name)
        top, bottom = self.note_reach()
        bar, room = self.verticalScrollBar(), self._look.text(ROOM_ABOVE)
        bar.setValue(within(scrolled, top - room, bottom + room - self.viewport().height()))

    def first_mark(self) -> int:
        """Return the first mark at or behind the caret."""
        caret = self.textCursor().position()
        return next((number for number, hit in enumerate(self._hits) if hit.selectionStart() >= caret), 0)

    def go_to_mark(self, number: int) -> None:
        """Make one mark the current one and bring it into sight; -1 leaves none current."""
        self.current_mark = number
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
            current = number == self.current_mark
            selection.cursor = cursor
            selection.format = self._format("accent" if current else "mark", "accent_ink" if current else "mark_ink")
            painted.append(selection)
        self.setExtraSelections(painted)

    def _format(self, ground: str, ink: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setBackground(QColor(self._look.colour(ground)))
        form.setForeground(QColor(self._look.colour(ink)))
        return form

    # --- where the reader is ---

    def caret_place(self) -> str:
        """Return the place whose words the caret is in; empty where there is none."""
        return place_of(self.textCursor().block())

    def _announce_link(self, url: QUrl) -> None:
        self._follow(url.toString())

    def _follow(self, link: str, *, by_key: bool = False) -> None:
        if link.startswith(FOLDING):
            self.toggle_notes(link.removeprefix(FOLDING), by_key=by_key)
        elif link.startswith(ENLARGING):
            self.figure_chosen.emit(link.removeprefix(ENLARGING))
        else:
            self.link_chosen.emit(link)


def within(value: int, most: int, least: int) -> int:
    """Return how far to scroll, at least and at most so far; where both cannot be, the beginning is in sight and not the end."""
    return min(max(value, least), most)
