"""The rows of the library page: what each says, and which of them a filter leaves."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.core.base.labels import Labels
from app.core.library.library import ArticleFile, BrokenFile, Held, Library, Origin
from app.ui.library.words import date_of, is_reviewed, language_of, origin_of
from app.ui.widgets.rows import RowModel

ICONS = {Origin.BUNDLED: "bundled", Origin.OWN: "computer", Origin.SHARED: "shared"}
"""The picture of the place where an article comes from."""


class LibraryRow(Struct, frozen=True, eq=False):
    """One row: an article, or a file that cannot be opened.

    `state` are the parts of its last line, of which the first is ticked where `is_ticked`, or is something to press for a broken file.
    """

    thing: Held | BrokenFile
    title: str
    line: str
    date: str
    state: tuple[str, ...]
    icon: str
    sought: str
    is_ticked: bool = False

    @property
    def is_broken(self) -> bool:
        """Whether there is nothing to open."""
        return isinstance(self.thing, BrokenFile)

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        state = self.state[1:] if self.is_broken else self.state  # what can be pressed is said where it can be
        return ", ".join(filter(None, (self.title, self.date, self.line.rstrip(".…"), *state)))


def rows_of(library: Library, labels: Labels) -> tuple[LibraryRow, ...]:
    """Return a row for each article and each broken file, by title."""
    rows = [*_articles(library.articles, labels), *_broken(library.broken)]
    return tuple(sorted(rows, key=lambda row: row.title.casefold()))


def _articles(articles: Iterable[Held], labels: Labels) -> Iterator[LibraryRow]:
    languages: dict[str, str] = {}
    origins = {origin: origin_of(origin) for origin in Origin}
    for held in articles:
        file: ArticleFile = held.newest
        if file.language not in languages:
            languages[file.language] = language_of(file.language)
        language = languages[file.language]
        yield LibraryRow(
            thing=held,
            title=file.title,
            line=file.line,
            date=date_of(file.dated, labels),
            state=tuple(filter(None, (file.review, language, origins[file.origin]))),
            icon=ICONS[file.origin],
            sought=f"{file.title}\n{file.line}\n{language}".casefold(),
            is_ticked=is_reviewed(file.review, labels),
        )


def _broken(files: Iterable[BrokenFile]) -> Iterator[LibraryRow]:
    cannot = QCoreApplication.translate("LibraryPage", "Cannot be opened: {reason}")
    problems = QCoreApplication.translate("LibraryPage", "Show problems")
    for file in files:
        line = cannot.format(reason=file.reason)
        yield LibraryRow(file, file.name, line, "", (problems, origin_of(file.origin)), "warning", f"{file.name}\n{file.reason}".casefold())


class LibraryModel(RowModel[LibraryRow]):
    """The rows that a filter leaves."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[LibraryRow, ...] = ()
        self._words: tuple[str, ...] = ()

    def looked_for(self, row: LibraryRow) -> str:
        """Return a row's title."""
        return row.title

    def replace(self, rows: tuple[LibraryRow, ...]) -> None:
        """Show other rows, through the same filter."""
        self._all = rows
        self._narrow()

    def filter(self, words: str) -> None:
        """Leave the rows whose title, line or language hold every one of the words."""
        self._words = tuple(words.casefold().split())
        self._narrow()

    def _narrow(self) -> None:
        super().replace(tuple(row for row in self._all if all(word in row.sought for word in self._words)))

    def row_with(self, row: LibraryRow) -> int:
        """Return the number of the row that shows the same article or file; -1 where it is not shown."""
        wanted = key_of(row)
        return next((number for number, one in enumerate(self.rows) if key_of(one) == wanted), -1)


def key_of(row: LibraryRow) -> str:
    """Return what a row is known by when the library has been read again."""
    return str(row.thing.path) if isinstance(row.thing, BrokenFile) else row.thing.newest.id
