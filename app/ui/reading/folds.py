"""Which of the notes that a page folds away are shown."""

from app.core.pages.blocks import Blocks, Notes


class Folds:
    """Owns the places whose quiet notes the reader has unfolded; they stay so while the page shows other blocks."""

    def __init__(self) -> None:
        self._unfolded: set[str] = set()

    def toggle(self, place: str) -> bool:
        """Unfold the notes of a place, or fold them away again; return whether they are unfolded now."""
        self._unfolded ^= {place}
        return place in self._unfolded

    def unfold_note(self, blocks: Blocks, place: str, name: str) -> bool:
        """Unfold the notes with this one, beside this place; return whether that has changed anything."""
        panels = (block for block in blocks if isinstance(block, Notes) and place in block.places)
        folded = {panel.place for panel in panels if any(note.id == name and not note.alert for note in panel.notes)}
        was_folded = not folded <= self._unfolded
        self._unfolded |= folded
        return was_folded

    def shown(self, blocks: Blocks, *, everywhere: bool) -> frozenset[str]:
        """Return the places whose quiet notes are shown: those that are unfolded, or, for marks everywhere, all of these blocks."""
        return frozenset(block.place for block in blocks if isinstance(block, Notes)) if everywhere else frozenset(self._unfolded)
