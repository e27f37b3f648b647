"""Find on the page: the bar, the marks, and the count."""

from PySide6.QtCore import QObject

from app.ui.reading.reading_pane import ReadingPane
from app.ui.search.find_bar import FindBar
from app.ui.search.search_field import SearchField
from app.ui.text.announcements import DelayedAnnouncement, announce


class FindOnPage(QObject):
    """Marks the words of the bar on the page that is shown and goes from mark to mark."""

    def __init__(self, bar: FindBar, reader: ReadingPane, search_field: SearchField) -> None:
        super().__init__(reader)
        self._bar, self._reader, self._search_field = bar, reader, search_field
        self._announcement = DelayedAnnouncement(bar)
        bar.changed.connect(self.find_words)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.end)
        reader.marks_changed.connect(self.show_count)

    def begin(self) -> None:
        """Leave the search, which shows no page, and open the bar."""
        self._search_field.clear()
        self.start()

    def start(self) -> None:
        """Open the bar."""
        self._bar.open_bar()

    def find_words(self, words: str) -> None:
        """Mark the words on the page."""
        self._reader.find_words(words)
        self._announcement.announce_later(self.show_count())

    def find_again(self) -> None:
        """Mark the words of the bar on another page."""
        if self._bar.isVisible():
            self.find_words(self._bar.field.text())

    def next(self) -> None:
        """Go to the next mark."""
        self.step(1)

    def previous(self) -> None:
        """Go to the previous mark."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Go some marks on; without marks, ask what to find."""
        if self._reader.finding.total:
            self._reader.finding.step(by)
            self._announcement.cancel()
            announce(self._bar, self.show_count())
        elif not self._bar.isVisible():
            self.start()

    def show_count(self) -> str:
        """Show which mark of how many is the current one, and return the words."""
        finding = self._reader.finding
        return self._bar.show_count(finding.current + 1, finding.total)

    def end(self) -> None:
        """Take the marks away; the page stays where the reader is, with the word that was found."""
        self._announcement.reset()
        self._reader.finding.stop_here()
        self._reader.focus_text()

    def end_marks(self) -> bool:
        """Take the marks away and close the bar; return whether there were any. All else on the page stays as it is, the focus too."""
        if not self._reader.finding.total:
            return False
        self._announcement.reset()
        self._reader.take_marks_away()
        self._bar.hide()
        return True
