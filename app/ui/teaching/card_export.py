"""The cards of the self-test as a file that Anki imports."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.files.leaving import Leaving
from app.core.pages.document import Document
from app.ui.widgets.save_dialog import SaveDialog

if TYPE_CHECKING:
    from app.core.teaching.quiz import Card


class CardExport(QObject):
    """Saves cards of one document where `leaving` allows it.

    Signals: `done(message)` when cards were saved, `told(message)` when they could not be.
    """

    told = Signal(str)
    done = Signal(str)

    def __init__(self, window: QWidget, document: Document, leaving: Leaving) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._leaving = leaving
        self._to_save: tuple[Card, ...] = ()

    def ask_for_all(self) -> None:
        """Ask where to save every card; doubtful ones are left out."""
        from app.core.teaching.quiz import chosen, make_cards  # noqa: PLC0415

        self.ask(chosen(make_cards(self._document)))

    def ask(self, cards: "tuple[Card, ...]") -> None:
        """Ask where to save some cards."""
        if not self._leaving.may_export:
            self.told.emit(self.tr("Your organisation has switched off saving."))
            return
        self._to_save = cards
        dialog = SaveDialog(self._window, self.tr("Save cards for Anki"), "cards", [self.tr("Text with tabs (*.txt *.tsv)")])
        dialog.file_chosen.connect(self._save_chosen)
        dialog.open()

    def _save_chosen(self, path: str) -> None:
        self.save(Path(path), self._to_save)

    def save(self, path: Path, cards: "tuple[Card, ...]") -> None:
        """Write cards to a file, or say why that was not possible."""
        from app.core.base.saving import SavingError  # noqa: PLC0415
        from app.core.teaching.quiz import to_tab_separated  # noqa: PLC0415

        try:
            self._leaving.export(path, to_tab_separated(cards, self._document))
        except SavingError as error:
            self.told.emit(self.tr("The cards were not saved: {reason}.").format(reason=error))
        else:
            self.done.emit(self._document.labels.cards_saved(len(cards), path=path))
