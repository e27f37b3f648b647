"""The hits of a search: whole sentences with the matching words marked, and an honest page when nothing fits."""

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.core.content import Article
from app.core.labels import ENGLISH, Labels
from app.core.search import Hit, Results
from app.ui.accessible import announce
from app.ui.headings import HeadingLabel
from app.ui.icons import Icons
from app.ui.page import TOP_INSET
from app.ui.result_painter import ResultPainter, ResultRow
from app.ui.result_parts import Head, Hints, UrgentLine
from app.ui.theme import COLUMN, Look, reading_column

NARROW_HINTS = 640
SHOWN_QUERY = 80
MOST_PAIRS = 4
LIST_LEAST = 96
"""Height that the list keeps at 100 %, however much stands above it."""


class Heading(Struct, frozen=True):
    """A heading to go to: one of the nearest when nothing matches, or a term or figure; `page` is what it stands on."""

    place: str
    title: str
    page: str = ""


class RowModel(QAbstractListModel):
    """The rows of the list; screen readers are given the whole text of a row, notes first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ResultRow, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - called by Qt
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its text."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return None

    def replace(self, rows: tuple[ResultRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class ResultList(QWidget):
    """Says `place_chosen(place)` when a row is clicked, `exact_wanted()` to search for the words as typed, `urgent_wanted()` for the danger signs."""

    place_chosen = Signal(str)
    exact_wanted = Signal()
    urgent_wanted = Signal()

    def __init__(self, article: Article, look: Look, icons: Icons, labels: Labels = ENGLISH) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._article_title = article.title
        self._labels = labels
        self._look = look
        self._title = HeadingLabel()
        self._summary = QLabel()
        self._summary.setObjectName("quiet")
        self._exact = QPushButton(self.tr("Exact words only"))
        self._exact.setObjectName("link")
        self._urgent = UrgentLine(article.urgent_care)
        self._explanation = QLabel()
        self._panel = QFrame()
        self._panel.setObjectName("panel")
        self._list_title = HeadingLabel(self.tr("Nearest headings"), 2)
        self._model = RowModel()
        self._painter = ResultPainter(look)
        self._list = QListView()
        self._hints = Hints()
        self._lay_out()
        self.apply_look(look, icons)
        self._exact.clicked.connect(self.exact_wanted)
        self._urgent.clicked.connect(self.urgent_wanted)
        self._list.clicked.connect(self._announce_index)

    def _lay_out(self) -> None:
        for label in (self._title, self._summary, self._explanation):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.addWidget(self._explanation)
        self._reasons = QWidget()
        reasons = QVBoxLayout(self._reasons)
        reasons.setContentsMargins(0, 16, 0, 0)
        reasons.addWidget(self._panel)
        head = QWidget()
        head.setObjectName("paper")
        self._top = Head(self.tr("About the results"), self)
        self._top.setWidget(head)
        head.installEventFilter(self)
        head.setMinimumHeight(1)  # its height is that of its wrapped words; left to itself, Qt takes that of narrower ones
        self._head = QVBoxLayout(head)
        self._head.setSpacing(4)
        for part in (self._title, self._summary, self._exact, self._urgent, self._reasons):
            self._head.addWidget(part)
        self._head.setAlignment(self._exact, Qt.AlignmentFlag.AlignLeading)
        self._list.setObjectName("hits")
        self._list.setAccessibleName(self.tr("Search results"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._painter)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the focus stays in the search field
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        self._list_head = QVBoxLayout()
        self._list_head.addWidget(self._list_title)
        layout.addLayout(self._list_head)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._hints)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._look = look
        self._urgent.apply_look(look, icons)
        self._set_fonts()
        self._painter.apply_look(look)
        self._set_column()
        self._fit_head()
        self._list.doItemsLayout()

    def _set_fonts(self) -> None:
        look = self._look
        self._title.setFont(look.font(20, 600))
        self._summary.setFont(look.font(13))
        self._explanation.setFont(look.font(16))
        self._list_title.setFont(look.font(16, 600))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - called by Qt
        """Set the fonts again: Qt's style sheets forget those of labels inside a scroll area that is put into another part."""
        self._set_fonts()
        self._fit_head()
        super().showEvent(event)

    def _set_column(self) -> None:
        look, width = self._look, self.width()
        inset, rest = reading_column(look, width)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        before, after = (rest, inset) if right_to_left else (inset, rest)
        self._head.setContentsMargins(before, look.text(TOP_INSET) - 8, after, look.text(12))
        self._list_head.setContentsMargins(before, 0, after, 0)
        self._painter.set_column(inset, look.text(COLUMN), mirrored=right_to_left)
        self._hints.setVisible(width >= look.control(NARROW_HINTS))
        self._hints.set_inset(inset)

    def _fit_head(self) -> None:
        """Let what stands above the list be as high as it is, but leave the list some room: then it scrolls."""
        self._head.invalidate()  # what it remembers may be from other fonts
        edges = 2 * self._top.frameWidth()
        needed = self._head.totalHeightForWidth(self.width() - edges) + edges
        self._top.setFixedHeight(max(self._look.control(40), min(needed, self.height() - self._look.control(LIST_LEAST))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called by Qt
        """Fit the head when what stands in it has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_head()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - called by Qt
        """Fit the column to the new width."""
        self._set_column()
        self._fit_head()
        super().resizeEvent(event)

    # --- what is shown ---

    def show_results(self, results: Results, headings: tuple[Heading, ...], related: tuple[Heading, ...] = ()) -> None:
        """Show the hits of a query, or that there are none, and the terms and figures that belong to it; say how many by ear."""
        found = not results.no_match
        self._title.setText(self._heading(results))
        self._summary.setText(self._remark(results))
        self._summary.setVisible(bool(self._summary.text()))
        changed = results.corrected is not None or bool(results.why)
        typed = _shortened(results.query)
        self._exact.setText(self.tr("Search instead for “{query}”").format(query=typed) if results.corrected else self.tr("Exact words only"))
        self._exact.setVisible(found and changed)
        self._urgent.setVisible(results.urgent)
        if found:
            rows = tuple(self._row(hit, first=number == 0) for number, hit in enumerate(results.hits))
            rows += tuple(map(self._related_row, related))
        else:
            self._explanation.setText(self._reason(results.unknown))
            rows = tuple(map(self._related_row, related))
            rows += tuple(ResultRow(place=heading.place, kind="heading", text=heading.title) for heading in headings)
        self._reasons.setVisible(not found)
        self._list_title.setVisible(not found and bool(rows))
        self._list_title.setContentsMargins(0, 12, 0, 12)
        self._model.replace(rows)
        self._fit_head()
        self._top.verticalScrollBar().setValue(0)
        self._list.scrollToTop()
        if rows and found:
            self._list.setCurrentIndex(self._model.index(0))
        announce(self, f"{self._title.text()}. {self._summary.text()}")

    def _heading(self, results: Results) -> str:
        if results.no_match:
            return self.tr("Not covered by this article")
        if results.corrected:
            return self.tr("Showing results for {words}").format(words=_shortened(results.corrected))
        return self._labels.results(results.total)

    def _remark(self, results: Results) -> str:
        if results.no_match:
            return self.tr("No sentence here answers “{query}”.").format(query=_shortened(results.query))
        remarks = []
        if results.why:
            remarks.append(self.tr("By meaning: {pairs}").format(pairs=", ".join(results.why[:MOST_PAIRS])))
        if len(results.hits) < results.total:
            remarks.append(self._labels.first_results(len(results.hits)))
        return "  ·  ".join(remarks)

    def _row(self, hit: Hit, *, first: bool) -> ResultRow:
        alerts = tuple((note.verdict, note.text) for note in hit.notes if note.alerts)
        where = hit.section if hit.title == hit.section else f"{hit.section} › {hit.title}"
        shift = len(where) - len(hit.title)
        return ResultRow(
            place=hit.place,
            kind="best" if first else "hit",
            label=self.tr("From the article") if first else "",
            text=hit.snippet,
            spans=hit.spans,
            where=where,
            where_spans=tuple((start + shift, end + shift) for start, end in hit.title_spans),
            notes=alerts,
            note_label=self.tr("Evidence note"),
        )

    def _related_row(self, heading: Heading) -> ResultRow:
        where = self.tr("Also in this reference › {page}").format(page=heading.page)
        return ResultRow(place=heading.place, kind="heading", text=heading.title, where=where)

    def _reason(self, unknown: tuple[str, ...]) -> str:
        about = self.tr("This reference holds one article: {title}.").format(title=self._article_title)
        together = self.tr("The words occur in it, but not together in one place.")
        reason = self._labels.unknown_words(len(unknown), words=_quoted(unknown)) if unknown else together
        return f"{about} {reason}"

    def title(self) -> str:
        """Return the heading over the results."""
        return self._title.text()

    def texts(self) -> list[str]:
        """Return the rows as they are read aloud."""
        return [row.spoken for row in self._model.rows]

    def shows_urgent(self) -> bool:
        """Return whether the line for danger signs is shown."""
        return not self._urgent.isHidden()

    # --- choosing ---

    def choose_next(self, step: int) -> None:
        """Choose the next (1) or the previous (-1) row, and say it by ear."""
        count = len(self._model.rows)
        if not count:
            return
        now = self._list.currentIndex().row()
        row = min(max(now + step, 0), count - 1)
        self._list.setCurrentIndex(self._model.index(row))
        announce(self, self._model.rows[row].spoken)

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


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{_shortened(word)}”" for word in words[:8])
