"""The hits of a search: whole sentences with the matching words marked, and an honest page when the article does not answer."""

import datetime as dt
from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.core.article.places import HANDBOOK, NOTES, Address, Places
from app.core.base.text import ended, words
from app.core.library_search.scope import Scope
from app.core.pages.document import Document
from app.core.search.results import Hit, Results
from app.ui.look.direction import set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import COLUMN, Look, reading_column
from app.ui.reading.page import TOP_INSET
from app.ui.search.result_painter import ResultPainter, ResultRow
from app.ui.search.result_parts import Coverage, Hints, UrgentLine
from app.ui.search.scope import ScopeBar
from app.ui.text.announcements import DelayedAnnouncement, announce
from app.ui.widgets.headings import HeadingLabel
from app.ui.widgets.rows import RowModel, meet_viewport, set_up_rows
from app.ui.widgets.wrapping import WrappedLink

if TYPE_CHECKING:
    from app.core.library_search.values import LibraryResults, Named

NARROW_HINTS = 600
LOW_BELOW = 300
"""Height at 100 % below which the first answer needs the room of what is told about it; that stands behind the answers then."""

SHOWN_QUERY = 80
MOST_ALSO = 4
MOST_WORDS = 8
"""Words that are named as covered or not covered; more of them tell nobody more."""


class Rows(QListView):
    """Rows in a part that scrolls them together with what stands above them."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - called by Qt
        """Leave scrolling to the part around the rows."""
        event.ignore()


class ResultList(QWidget):
    """Says `place_chosen(place)` when a row is clicked, `exact_wanted()` to search for the words as typed, `urgent_wanted()` for the danger signs.

    `all_wanted(bool)` when another choice of where to search is made. The place of a row of another article is `ARTICLE:PLACE`.
    """

    place_chosen = Signal(str)
    exact_wanted = Signal()
    urgent_wanted = Signal()
    all_wanted = Signal(bool)

    def __init__(self, document: Document, places: Places, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._labels, self._places = document, document.labels, places
        self._look = look
        self._urgent, self._has_box = UrgentLine(document.article.urgent_care), document.article.urgent_care is not None
        self.scope = ScopeBar()
        self.elsewhere = QPushButton(self.tr("All articles"))
        self.elsewhere.setObjectName("wide")
        self.elsewhere.hide()
        self._title = HeadingLabel()
        self._summary = QLabel()
        self._summary.setObjectName("quiet")
        self._exact = WrappedLink(self.tr("Exact words only"), look)
        self._coverage = Coverage(self._labels)
        self._model = RowModel[ResultRow]()
        self._painter = ResultPainter(look, icons)
        self._list = Rows()
        self._hints = Hints()
        self._has_hints = True
        self._is_low = self._has_answers = False
        self._announcement = DelayedAnnouncement(self)
        self._lay_out()
        self.apply_look(look, icons)
        self._exact.clicked.connect(self.exact_wanted)
        self._urgent.box_wanted.connect(self._lead_to_box)
        self.scope.all_wanted.connect(self.all_wanted)
        self.elsewhere.clicked.connect(self._want_all)
        self._list.clicked.connect(self._announce_index)

    def _lay_out(self) -> None:
        for label in (self._title, self._summary):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._area = QScrollArea(self)  # for all of it: with a bar for the list alone, what stands above it would leave no room in a low window
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        meet_viewport(self._area)
        self._area.viewport().installEventFilter(self)
        body = QWidget()
        self._area.setWidget(body)
        body.setAutoFillBackground(False)  # an area sets it, and what is behind has the same colour
        self._top = QWidget(body)
        self._top.installEventFilter(self)
        self._head = QVBoxLayout(self._top)
        self._list.setParent(body)
        self._end = QWidget(body)
        self._end.installEventFilter(self)
        self._foot = QVBoxLayout(self._end)
        for button in (self._exact, self.elsewhere):
            button.installEventFilter(self)
        for column in (self._head, self._foot):
            column.setSpacing(4)
        for part in (self._urgent, self.scope, self._title):
            self._head.addWidget(part)
        self._put_remarks(self._head)
        set_up_rows(self._list, self.tr("Search results"), self._model, self._painter)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the focus stays in the search field
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._hints)

    def _put_remarks(self, column: QVBoxLayout) -> None:
        """Put what is told about the answers into the column above or below them."""
        for part in (self._summary, self._exact, self._coverage, self.elsewhere):
            column.addWidget(part)
        for button in (self._exact, self.elsewhere):
            column.setAlignment(button, Qt.AlignmentFlag.AlignLeading)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._look = look
        self._urgent.apply_look(look, icons)
        self._exact.apply_look(look)
        self.scope.apply_look(look, icons)
        self._coverage.apply_look(look, icons)
        self._set_fonts()
        self._painter.apply_look(look, icons)
        self._set_column()
        self._list.scheduleDelayedItemsLayout()
        if self.isVisible():  # else it is done when it is shown
            self._fit()

    def _set_fonts(self) -> None:
        look = self._look
        self._title.setFont(look.font(16 if self._is_low else 20, 600))
        self._summary.setFont(look.font(13))
        self._coverage.set_fonts(look)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - called by Qt
        """Set the fonts again: Qt's style sheets forget those of labels inside a scroll area that is put into another part."""
        self._set_column()
        self._fit()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - called by Qt
        """Say nothing of results that are gone."""
        super().hideEvent(event)
        self._announcement.reset()

    def _set_column(self) -> None:
        look, width = self._look, self._area.viewport().width()
        self._is_low = self.height() < look.text(LOW_BELOW)
        self._set_fonts()
        inset, rest = reading_column(look, width)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        before, after = (rest, inset) if right_to_left else (inset, rest)
        room = self.height() // 24  # a low window needs it for the first answer
        self._head.setContentsMargins(before, min(look.text(TOP_INSET) - 8, room), after, min(look.text(12), room))
        self._foot.setContentsMargins(before, look.text(12), after, look.text(12))
        self._painter.set_column(inset, look.text(COLUMN), mirrored=right_to_left, low=self._is_low)
        self._hints.setVisible(self._has_hints and self.width() >= look.control(NARROW_HINTS))
        if not self.scope.isHidden():
            self.scope.arrange(width - before - after, narrow=self.width() < look.control(NARROW_HINTS))
        self._hints.set_inset(inset)

    def _fit(self) -> None:
        """Give head and foot the height of their words and the list that of its rows, in the width that there is; all scroll together."""
        if not self.isVisible():  # it has another width then, and fits when it is shown
            return
        wanted = self._foot if self._is_low and self._has_answers else self._head
        if wanted.indexOf(self._summary) < 0:
            self._put_remarks(wanted)
            self._set_fonts()  # Qt's style sheets forget them
        for column in (self._head, self._foot):
            column.invalidate()  # what it remembers may be from other fonts
        width, count = self._area.viewport().width(), self._model.rowCount()
        above = self._head.totalHeightForWidth(width)
        self._top.setGeometry(0, 0, width, above)
        self._list.setGeometry(0, above, width, max(1, self._list.height()))
        rows = self._list.visualRect(self._model.index(count - 1)).bottom() + 1 if count else 0
        self._list.resize(width, rows)
        body = self._area.widget()
        if body is not None:
            below = self._foot.totalHeightForWidth(width) if self._says_below() else 0
            self._end.setGeometry(0, above + rows, width, below)
            body.resize(width, above + rows + below)  # a scroll bar that comes or goes now changes the width, which asks for this again

    def _fit_once(self) -> None:
        """Fit, and do at once what would ask for it again; parts that come to stand elsewhere are measured again when they have their style."""
        held = self._head.count()
        self._fit()
        if self.isVisible() and self._head.count() == held:
            for part, column in ((self._top, self._head), (self._end, self._foot)):
                column.activate()
                QCoreApplication.removePostedEvents(part, QEvent.Type.LayoutRequest)

    def _says_below(self) -> bool:
        return any(self._foot.indexOf(part) >= 0 and not part.isHidden() for part in (self._summary, self._exact, self._coverage, self.elsewhere))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Fit to another width, or when what stands above or below the answers has changed; scroll to what gets the focus."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self._area.ensureWidgetVisible(watched)  # by itself an area does so only while the focus moves within it
        elif event.type() == QEvent.Type.LayoutRequest and watched in {self._top, self._end}:
            self._fit()
        elif isinstance(event, QResizeEvent) and watched is self._area.viewport() and event.size().width() != event.oldSize().width():
            self._set_column()
            self._fit_once()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit to the new height: a low window has less room above the results."""
        super().resizeEvent(event)
        self._set_column()
        self._fit()

    def show_hints(self, *, shown: bool) -> None:
        """Name the keys below the results where there is room for that."""
        self._has_hints = shown
        self._set_column()

    # --- what is shown ---

    def offer(self, scope: Scope) -> None:
        """Show where can be searched and where is searched."""
        self.scope.offer(scope)
        self._set_column()
        self._fit()

    def warming(self) -> Generator[None, None, None]:
        """Bring in, step by step, what the first results would have to wait for."""
        yield from self._painter.warming(" ".join(self._document.article.disclaimer.text))

    def _want_all(self) -> None:
        self.all_wanted.emit(True)  # noqa: FBT003 - carried by a signal

    def _lead_to_box(self, address: str) -> None:
        if address:
            self.place_chosen.emit(address)
        else:
            self.urgent_wanted.emit()

    def show_results(self, results: Results, elsewhere: int = 0) -> None:
        """Show what answers a query, or that the article does not and what stands nearest; have the head of it spoken when typing rests.

        `elsewhere` is how many results all articles have when this one has none.
        """
        self.elsewhere.setText(self.tr("Not in this article. {results} in all articles").format(results=self._labels.results(elsewhere)))
        self.elsewhere.setVisible(elsewhere > 0)
        self._urgent.tell_own()
        self._show(replace(results, urgent=results.urgent and self._has_box), self._heading(results), tuple(self._rows(results)))

    def show_library(self, found: "LibraryResults") -> None:
        """Show what answers a query in all articles, each result with its article, or that none does and what stands nearest."""
        self.elsewhere.hide()
        if found.urgent is None or self._is_own(found.urgent):
            self._urgent.tell_own()
        else:
            self._urgent.tell_of(found.urgent.title, found.urgent_line, str(Address(found.urgent.id, found.urgent_place)))
        best = replace(found.best, hits=(), urgent=found.urgent is not None, is_answered=found.is_answered)
        heading = self._heading(found.best)
        if found.is_answered and found.best.corrected is None:
            counted = self._labels.results(found.total), self._labels.count_articles(found.articles)
            heading = self.tr("{results} in {articles}").format(results=counted[0], articles=counted[1])
        elif not found.is_answered:
            heading = self.tr("No article says this")
        self._show(replace(best, hits=tuple(one.hit for one in found.hits), total=found.total), heading, tuple(self._library_rows(found)))

    def _show(self, results: Results, heading: str, rows: tuple[ResultRow, ...]) -> None:
        self._urgent.setVisible(results.urgent)
        self._title.setContentsMargins(0, 8 if results.urgent else 0, 0, 0 if results.is_answered else 6)
        set_words(self._title, heading)
        set_words(self._summary, self._remark(results))
        self._summary.setVisible(bool(self._summary.text()))
        changed = results.corrected is not None or (results.is_answered and bool(results.also))
        typed = _shortened(results.query)
        self._exact.setText(self.tr("Search instead for “{query}”").format(query=typed) if results.corrected else self.tr("Exact words only"))
        self._exact.setVisible(changed)
        self._coverage.show_words(*(("", "", "") if results.is_answered or results.is_plain else self._told(results)))
        if rows != self._model.rows:  # many keys change no row
            self._model.replace(rows)
        self._has_answers = bool(results.hits)
        self._fit_once()
        self._area.verticalScrollBar().setValue(0)
        if results.hits or results.near:
            self._list.setCurrentIndex(self._model.index(0))
        elsewhere = self.elsewhere.text() if not self.elsewhere.isHidden() else ""
        heard = (self.scope.spoken(), self.title(), self._remark(results), self._coverage.spoken(), elsewhere)
        first, second, *rest = heard
        self._announcement.announce_later(" ".join(filter(None, (first and ended(first), ended(second), *rest))))

    def _heading(self, results: Results) -> str:
        if results.is_plain and not results.hits:
            return self.tr("No result for these words yet")
        if not results.is_answered:
            return results.refusal(self._labels)
        if results.corrected:
            return self.tr("Showing results for {words}").format(words=_shortened(results.corrected))
        return self._labels.results(results.total)

    def _remark(self, results: Results) -> str:
        if results.is_plain:
            return self.tr("The search is still getting ready. Until then, it finds only the exact words that you type.")
        if not results.is_answered:
            return self.tr("Searched for “{query}”").format(query=_shortened(results.corrected)) if results.corrected else ""
        remarks = []
        if results.also:
            remarks.append(self._labels.also_searched.format(words=_listed(results.also, MOST_ALSO)))
        if len(results.hits) < results.total:
            remarks.append(self._labels.first_results(len(results.hits)))
        return "  ·  ".join(remarks)

    def _told(self, results: Results) -> tuple[str, str, str]:
        """Return which words are not covered, which are, and, where nothing else is said, what this reference is about."""
        labels = self._labels
        if results.hits and not results.missing:  # the note or meaning below says it all
            return "", "", ""
        missing = _listed([f"“{_shortened(word)}”" for word in results.missing])
        if missing and not results.hits:
            missing = labels.nor_in_a_note.format(words=missing)
        pairs = [(_shortened(one.typed), one.term) for one in results.covered]
        covered = _listed([labels.covered_as.format(typed=typed, term=term) if term else f"“{typed}”" for typed, term in pairs])
        about = ""
        if not results.hits and not results.near and self.scope.isHidden():
            about = self.tr("This reference has one article, “{title}”.").format(title=self._document.article.title)
            if not missing and len(words(results.query)) > 1:
                about = f"{about} {self.tr('The article has these words, but not together in one place.')}"
            if self._document.article.id != HANDBOOK:  # some ask how the program is used
                about = f"{about} {self.tr('How to use this program is in the handbook (Shift+F1).')}"
        return missing, covered, about

    def _rows(self, results: Results) -> Iterator[ResultRow]:
        labels = self._labels
        first = next((hit.place for hit in results.hits if hit.kind == "passage"), "")
        for number, hit in enumerate(results.hits):
            row = self._row(hit, "hit" if number else "best")
            yield replace(row, label=self.tr("From the article")) if hit.place == first else row
        for number, hit in enumerate(results.near):
            row = replace(self._row(hit, "near"), said=labels.nearest)
            yield row if number else replace(row, group=labels.nearest, remark=labels.nearest_lead)
        shown = {hit.place for hit in results.hits}
        for related in (one for one in results.related if one.place not in shown):
            where = self.tr("Also in this reference › {page}").format(page=self._places[related.place].page_title)
            yield ResultRow(place=related.place, kind="heading", text=related.title, where=where)
        for number, place in enumerate(results.headings):
            row = ResultRow(place=place, kind="heading", text=self._places[place].title, said=labels.nearest_headings)
            yield row if number else replace(row, group=labels.nearest_headings)

    def _library_rows(self, found: "LibraryResults") -> Iterator[ResultRow]:
        labels, best = self._labels, found.best
        first = next((number for number, one in enumerate(found.hits) if one.hit.kind == "passage"), -1)
        for number, one in enumerate(found.hits):
            row = self._named(self._row(one.hit, "hit" if number else "best", is_own=self._is_own(one.article)), one.article)
            yield replace(row, label=self.tr("From an article")) if number == first else row
        if found.is_answered or found.of is None:
            return
        for number, hit in enumerate(best.near):
            row = replace(self._named(self._row(hit, "near", is_own=self._is_own(found.of)), found.of), said=labels.nearest)
            yield row if number else replace(row, group=labels.nearest, remark=labels.nearest_lead)

    def _is_own(self, article: "Named") -> bool:
        return article.id == self._document.article.id

    def _named(self, row: ResultRow, article: "Named") -> ResultRow:
        """Return a row whose last line begins with its article and ends with the article's date."""
        lead = f"{article.title} › " if row.where else article.title
        dated = f" · {self._labels.date(dt.date.fromisoformat(article.dated))}" if article.dated else ""
        return replace(
            row,
            place=row.place if self._is_own(article) else str(Address(article.id, row.place)),
            where=f"{lead}{row.where}{dated}",
            where_spans=tuple((start + len(lead), end + len(lead)) for start, end in row.where_spans),
            where_strong=len(article.title),
        )

    def _row(self, hit: Hit, kind: str, *, is_own: bool = True) -> ResultRow:
        if hit.kind == "note":
            return self._note_row(hit, kind) if is_own else self._note_of_other(hit, kind)
        if hit.kind == "term":
            return self._term_row(hit, kind)
        if hit.kind == "urgent":
            return self._box_row(hit, kind)
        where = hit.section if hit.title == hit.section else f"{hit.section} › {hit.title}"
        shift = len(where) - len(hit.title)
        is_near = kind == "near"
        open_notes = sum(bool(note.alerts) for note in hit.notes)
        folded, counted = len(hit.notes) - open_notes, self._labels.more_notes if open_notes else self._labels.count_notes
        return ResultRow(
            place=hit.place,
            kind=kind,
            text=hit.snippet,
            spans=() if is_near else hit.spans,
            details=counted(folded) if folded else "",
            where=where,
            where_spans=() if is_near else tuple((start + shift, end + shift) for start, end in hit.title_spans),
            notes=tuple((note.verdict, note.text) for note in hit.notes if note.alerts),
            note_label=self._labels.note,
        )

    def _note_of_other(self, hit: Hit, kind: str) -> ResultRow:
        """Return a note of an article that is not open: its place and sources stand in that article."""
        return ResultRow(
            place=hit.place, kind=kind, origin="note", label=self._labels.from_note, lead=ended(hit.title), text=hit.snippet, spans=hit.spans
        )

    def _note_row(self, hit: Hit, kind: str) -> ResultRow:
        beside = self._places[hit.beside]
        where = beside.title if beside.title == beside.page_title else f"{beside.page_title} › {beside.title}"
        details = "".join(run.text for run in self._document.note(hit.place.removeprefix(f"{NOTES}/")).details)
        return ResultRow(
            place=hit.place,
            kind=kind,
            origin="note",
            label=self._labels.from_note,
            lead=ended(hit.title),
            text=hit.snippet,
            spans=hit.spans,
            details=details,
            where=self._labels.stands_beside.format(place=where),
        )

    def _term_row(self, hit: Hit, kind: str) -> ResultRow:
        label = self._labels.from_glossary
        return ResultRow(
            place=hit.place,
            kind=kind,
            origin="glossary",
            label=label,
            lead=f"{hit.title}:",
            lead_spans=hit.title_spans,
            text=hit.snippet,
            spans=hit.spans,
        )

    def _box_row(self, hit: Hit, kind: str) -> ResultRow:
        labels, numbers = self._labels, self._document.numbers
        text, *lines = hit.snippet.split("\n")
        lines += [f"{labels.numbers}: {numbers}"] * bool(numbers)
        return ResultRow(place=hit.place, kind=kind, origin="urgent", label=labels.from_box, lead=f"{hit.title}.", text=text, lines=tuple(lines))

    def title(self) -> str:
        """Return the heading over the results."""
        return self._title.heading()

    def texts(self) -> list[str]:
        """Return the rows as they are read aloud."""
        return [row.spoken for row in self._model.rows]

    def shows_urgent(self) -> bool:
        """Return whether the line for danger signs is shown."""
        return not self._urgent.isHidden()

    def urgent_line(self) -> str:
        """Return the line for danger signs as it is read aloud; empty while it is not shown."""
        return "" if self._urgent.isHidden() else self._urgent.words()

    # --- choosing ---

    def choose_next(self, step: int) -> None:
        """Choose the next (1) or the previous (-1) row, and say it by ear."""
        count = len(self._model.rows)
        if not count:
            return
        now = self._list.currentIndex().row()
        row = min(max(now + step, 0), count - 1)
        self._list.setCurrentIndex(self._model.index(row))
        self._bring_into_sight(row)
        self._announcement.cancel()
        announce(self, self._model.rows[row].spoken)

    def has_chosen(self) -> bool:
        """Return whether somebody has gone on from the first row."""
        return self._list.currentIndex().row() > 0

    def _bring_into_sight(self, row: int) -> None:
        """Scroll as little as possible until a row is in sight, of a taller one its beginning; with the first one come the words above it."""
        bar, room = self._area.verticalScrollBar(), self._area.viewport().height()
        box = self._list.visualRect(self._model.index(row)).translated(0, self._list.y())
        top = 0 if row == 0 and box.bottom() < room else box.top()
        bar.setValue(min(max(bar.value(), box.bottom() + 1 - room), top))

    def scroll_page(self, by: int) -> None:
        """Scroll by so many pages, down where positive; the chosen row stays."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def chosen(self) -> str | None:
        """Return the place of the chosen row; the first one when none is chosen."""
        if not self._model.rows:
            return None
        return self._model.rows[max(0, self._list.currentIndex().row())].place

    def _announce_index(self, index: QModelIndex) -> None:
        self.place_chosen.emit(self._model.rows[index.row()].place)


def _shortened(query: str) -> str:
    words = " ".join(query.split())
    return words if len(words) <= SHOWN_QUERY else f"{words[:SHOWN_QUERY]}…"


def _listed(listed: Sequence[str], most: int = MOST_WORDS) -> str:
    return ", ".join((*listed[:most], *["…"] * (len(listed) > most)))
