"""Make hand-outs and review sheets; the modules for it are loaded when they are first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.files.leaving import Leaving
from app.core.files.policy import Clinic
from app.core.pages.document import Document
from app.ui.reading.reading_pane import ReadingPane
from app.ui.shell.appearance import Appearance

if TYPE_CHECKING:
    from app.ui.handout.handout_desk import HandoutDesk


class SheetMaking(QObject):
    """Opens what asks for a hand-out or a review sheet of the open article.

    Signals: `told(message)` when there is something wrong with a review sheet, `done(message)` when it was saved, `begun(message)` when it is
    being made; what there is to say about a hand-out stands in its own dialog.
    """

    told = Signal(str)
    done = Signal(str)
    begun = Signal(str)

    def __init__(self, window: QWidget, document: Document, reader: ReadingPane, appearance: Appearance, leaving: Leaving, clinic: Clinic) -> None:
        super().__init__(window)
        self._window, self._document, self._reader, self._appearance = window, document, reader, appearance
        self._leaving, self._clinic = leaving, clinic
        self._desk: HandoutDesk | None = None

    def restore_clinic(self, name: str, numbers: str) -> None:
        """Begin with the clinic's line that was typed last; what is empty stays the policy's."""
        self._clinic = Clinic(name or self._clinic.name, numbers or self._clinic.numbers)

    def clinic(self) -> Clinic:
        """Return the clinic's line of hand-outs as it stands now."""
        return self._clinic if self._desk is None else self._desk.clinic()

    def make_handout(self) -> None:
        """Make a hand-out of the page being read."""
        from app.ui.handout.handout_desk import desk_of  # noqa: PLC0415

        self._desk = desk_of(self._window, self._document, self._leaving, self._clinic)
        self._desk.open(self._reader.shown_page, self._appearance.look, self._appearance.icons)

    def make_review_sheet(self) -> None:
        """Ask where to save the sheet on which somebody reviews the article."""
        from app.ui.handout.review_desk import desk_of  # noqa: PLC0415

        desk_of(self._window, self._document, self._leaving, self.told.emit, self.done.emit, self.begun.emit).open()
