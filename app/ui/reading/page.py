"""A page of the article: text to read, select and find in."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from app.core.pages.blocks import Blocks, Notes
from app.ui.look.theme import COLUMN, Look, reading_column
from app.ui.reading.folds import Folds
from app.ui.text.announcements import announce
from app.ui.text.drawings import Drawings
from app.ui.text.marks import Finder, Mark, Marking, Marks
from app.ui.text.position import Selection, Top, cursor_at, each_block, pixels_to, selection_of, set_share, share_of, top_at
from app.ui.text.properties import ENLARGING, FOLD, FOLDING, NOTE_ID, PLACE, TERM, place_of
from app.ui.text.readable import tip
from app.ui.text.surface import TextSurface
from app.ui.text.typeset import Typesetter
from app.ui.widgets.keys import edge_of
from app.ui.widgets.side_column_layout import SideColumnLayout

TOP_INSET = 32
ROOM_ABOVE = 16
ROOM_AROUND_MARK = 56
"""Pixels at 100 %: about two lines."""


class PageState(Struct, frozen=True):
    """How a reader has a page; it is read from the page before the filling and given back with it.

    `marks` are the current mark and those behind it. The page of questions has one of these for each answer, by place.
    """

    top: Top | None = None
    marking: Marking | None = None
    marks: tuple[Mark, ...] = ()
    selection: Selection | None = None
    answers: Mapping[str, "PageState"] = {}


FROM_THE_TOP = PageState()


class Page(TextSurface):
    """Shows blocks in one reading column.

    Signals: `link_chosen(place)`, `figure_chosen(place)` when a figure is to be enlarged, `marks_changed()` when the page was filled again and has
    other marks. `meanings` are those of the glossary, by place. `origin` says where copied words come from; `room_beside_title` are the pixels
    that are kept free at the end of the title's lines.

    Each state has one owner: `TextSurface` owns the blocks, `Marks` the marks, `Folds` what is unfolded, Qt the selection and the scroll.
    """

    link_chosen = Signal(str)
    figure_chosen = Signal(str)
    marks_changed = Signal()

    margin = 0
    """Pixels of empty space around the text that do not depend on the width."""

    def __init__(
        self,
        name: str,
        look: Look,
        direction: Qt.LayoutDirection,
        meanings: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._direction = direction
        self._meanings = meanings or {}
        self._drawings = Drawings(self.document(), look)
        self._folds = Folds()
        self._marks = Marks(self.document())
        self.side_column_layout = SideColumnLayout(self, direction)
        self.room_beside_title = 0
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.anchorClicked.connect(self._announce_link)

    # --- what is shown ---

    def show_blocks(self, blocks: Blocks, state: PageState = FROM_THE_TOP) -> None:
        """Show other blocks, from the top and without marks, or as the reader had them."""
        self.blocks = blocks
        self._fill(state)

    def apply_look(self, look: Look, *, is_shown: bool = True) -> None:
        """Set the same blocks again in another theme or size; marks, selection and what was at the top stay.

        A page that is not shown only takes the look: it gets other blocks before it is shown again.
        """
        state = self.state() if is_shown else FROM_THE_TOP
        self._look = look
        if is_shown:
            self._fill(state)

    def state(self) -> PageState:
        """Return how the reader has the page, to be given back when it is filled again."""
        return PageState(self.top(), self._marks.marking, self._marks.from_current(), selection_of(self.textCursor()))

    def _fill(self, state: PageState) -> None:
        """Set the blocks. All of the page but theme, size and unfolded notes comes from what is given: nothing else is remembered."""
        self.take_colours(self._look)
        unfolded = self._folds.shown(self.blocks, everywhere=_is_everywhere(state.marking))
        Typesetter(self._drawings, self._look, self._direction, unfolded, self._meanings, self.margin).set(self.blocks)
        self._set_column()
        has_other_marks = self._marks.find(state.marking, state.marks)
        self._paint_marks()
        self.setTextCursor(cursor_at(self.document(), state.selection))
        self._lay_out_the_rest()
        self.scroll_to_top(state.top)
        if has_other_marks:
            self.marks_changed.emit()

    def _set_column(self) -> None:
        """Fit the reading column to the width."""
        look, frame = self._look, self.document().rootFrame()
        form = frame.frameFormat()
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
        """Lay the text out from the beginning where Qt has stopped: what follows would have no lines, and nothing would be seen there.

        It stops behind a table, and where the scroll bar comes while the text is laid out, so that the column gets another width.
        """
        document = self.document()
        document.documentLayout().blockBoundingRect(document.lastBlock())  # Qt lays out as far as it is asked for
        if any(not block.layout().lineCount() for block in each_block(document)):
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
        if event.oldSize().width() == event.size().width():
            super().resizeEvent(event)
            return
        top = self.top()
        super().resizeEvent(event)
        self._set_column()
        self.scroll_to_top(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - called by Qt
        """Take Enter on a link that the caret stands in, and Home and End for the whole page."""
        link = self.textCursor().charFormat().anchorHref() if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} else ""
        if link:
            self._follow(link, by_key=True)
        elif edge := edge_of(event):
            self.go_to_edge(edge)
        else:
            super().keyPressEvent(event)

    # --- where the reader is ---

    def scroll_share(self) -> float:
        """Return which share of the page is above what is seen."""
        return share_of(self.verticalScrollBar())

    def scroll_to_share(self, share: float) -> None:
        """Scroll so that a share of the page is above what is seen; 1 scrolls to its end."""
        set_share(self.verticalScrollBar(), share)

    def go_to_edge(self, edge: Literal["start", "end"]) -> None:
        """Go to the page's beginning or end, with the caret."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start if edge == "start" else QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.scroll_to_share(0.0 if edge == "start" else 1.0)

    def top(self) -> Top | None:
        """Return what stands at the top, to be brought there again in another width; None at the very top."""
        return top_at(self.document(), self.verticalScrollBar().value())

    def scroll_to_top(self, top: Top | None) -> None:
        """Bring what stood at the top there again; where that is gone, the end of what stood before it."""
        pixels = pixels_to(self.document(), top) if top is not None else 0
        if pixels is not None:
            self.verticalScrollBar().setValue(pixels)

    def scroll_to(self, place: str) -> None:
        """Bring a place to the top and put the caret there; the page's own place is its very top."""
        for block in each_block(self.document()):
            if place_of(block) == place:
                self.setTextCursor(QTextCursor(block))
                first = block.blockNumber() <= 1
                self.verticalScrollBar().setValue(0 if first else self._top_of(block) - self._look.text(ROOM_ABOVE))
                return

    def caret_top(self) -> int:
        """Return how far below the page's top the block with the caret stands, in pixels."""
        return self._top_of(self.textCursor().block())

    def caret_place(self) -> str:
        """Return the place whose words the caret is in; empty where there is none."""
        return place_of(self.textCursor().block())

    def _top_of(self, block: QTextBlock) -> int:
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    # --- marks ---

    def mark(self, finder: Finder, *, everywhere: bool = False) -> int:
        """Mark what the finder finds and return how many marks there are; none of them is the current one yet.

        With `everywhere`, notes that are folded away are brought out until the marks are taken away.
        """
        self._set_marking(Marking(finder, everywhere))
        return len(self._marks)

    def unmark(self) -> None:
        """Take the marks away."""
        self._set_marking(None)

    def keep_found(self) -> None:
        """Count the notes with the current mark among those that the reader has unfolded: they stay when the marks are taken away."""
        if self._brings_notes_out() and self.current_mark >= 0:
            block = self._marks.cursors[self.current_mark].block()
            self._folds.unfold_note(self.blocks, place_of(block), block.blockFormat().stringProperty(NOTE_ID))

    def _set_marking(self, marking: Marking | None) -> None:
        """Mark something else. Where other notes are to be brought out for it, the blocks are set again."""
        refolds = _is_everywhere(marking) != self._brings_notes_out() and any(isinstance(block, Notes) and block.folded for block in self.blocks)
        if refolds:
            self._fill_around_caret(marking)
        else:
            self._marks.find(marking)
            self._paint_marks()

    def _fill_around_caret(self, marking: Marking | None) -> None:
        """Set the blocks again; the line with the caret stays where it is in sight, else what stands at the top, whatever is folded above it."""
        state, place, caret = self.state(), self.caret_place(), self.cursorRect()
        self._fill(replace(state, marking=marking, marks=()))
        if self.caret_place() != place:  # it was in a note that is folded away now
            self._put_caret(PLACE, place)
        if self.viewport().rect().contains(caret.center()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - caret.top())

    def _brings_notes_out(self) -> bool:
        """Return whether notes that are folded away are brought out for the marks."""
        return _is_everywhere(self._marks.marking)

    @property
    def mark_count(self) -> int:
        """How many marks there are."""
        return len(self._marks)

    @property
    def current_mark(self) -> int:
        """Which mark is the current one, from 0; -1 when none is."""
        return self._marks.current

    def first_mark(self) -> int:
        """Return the first mark at or behind the caret."""
        return self._marks.first_from(self.textCursor().position())

    def go_to_mark(self, number: int) -> None:
        """Make one mark the current one and bring it into sight; -1 leaves none current."""
        self._marks.current = number
        self._paint_marks()
        if number >= 0:
            found = self._marks.cursors[number]
            cursor = QTextCursor(found)
            cursor.setPosition(found.selectionStart())
            self.setTextCursor(cursor)
            self._show_lines_around_caret()

    def _show_lines_around_caret(self) -> None:
        """Scroll as little as brings the line with the caret into sight, with some lines before and behind it as far as there is room."""
        bar, height, line = self.verticalScrollBar(), self.viewport().height(), self.cursorRect()
        room = min(self._look.text(ROOM_AROUND_MARK), max(0, height - line.height()) // 2)
        bar.setValue(within(bar.value(), bar.value() + line.top() - room, bar.value() + line.bottom() + room - height))

    def mark_top(self, number: int) -> int:
        """Return how far below the page's top a mark stands, in pixels."""
        return self._top_of(self._marks.cursors[number].block())

    def _paint_marks(self) -> None:
        self.setExtraSelections(self._marks.painted(self._look))

    # --- notes that are folded away, and meanings ---

    def _put_caret(self, name: int, value: str) -> None:
        """Put the caret to the first block that has this property."""
        for block in each_block(self.document()):
            if value and block.blockFormat().stringProperty(name) == value:
                self.setTextCursor(QTextCursor(block))
                return

    def toggle_notes(self, place: str, *, by_key: bool = False) -> None:
        """Bring the quiet notes of a place out, or fold them away again."""
        shown = self._folds.toggle(place)
        scrolled = self.verticalScrollBar().value()
        self._fill(self.state())
        self._put_caret(FOLD, place)
        if by_key:  # as Qt shows the link that the keyboard is at
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)
        announce(self, self.tr("Evidence notes shown") if shown else self.tr("Evidence notes hidden"))

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
        if not self._brings_notes_out() and self._folds.unfold_note(self.blocks, place, name):
            self._fill(self.state())
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

    # --- links ---

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


def _is_everywhere(marking: Marking | None) -> bool:
    return marking is not None and marking.everywhere
