"""How words that changed are set."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextDocument

from app.core.blocks import Paragraph, Run
from app.ui.appearance import Appearance
from app.ui.drawings import Drawings
from app.ui.typeset import Typesetter, plain, spoken


def formats(document: QTextDocument) -> dict[str, tuple[bool, bool, bool]]:
    """Return of each stretch of the first block whether it is struck out, underlined and bold."""
    found = {}
    stretches = document.begin().begin()
    while not stretches.atEnd():
        stretch = stretches.fragment()
        form = stretch.charFormat()
        found[plain(stretch.text())] = (form.fontStrikeOut(), form.fontUnderline(), form.fontWeight() >= QFont.Weight.DemiBold)
        stretches += 1
    return found


def test_changed_words_are_told_apart_without_colour(appearance: Appearance) -> None:
    document = QTextDocument()
    runs = Run("from "), Run("16", state="removed"), Run(" to "), Run("14", state="added"), Run("!")
    Typesetter(Drawings(document, appearance.look), appearance.look, Qt.LayoutDirection.LeftToRight).set((Paragraph(runs),))
    assert formats(document) == {
        "from ": (False, False, False),
        "16": (True, False, False),
        " to ": (False, False, False),
        "14": (False, True, True),
        "!": (False, False, False),
    }
    assert spoken(document.begin()) == "from 16 to 14!"


def test_a_range_that_changed_in_part_is_set_as_a_range(appearance: Appearance) -> None:
    document = QTextDocument()
    runs = Run("12-"), Run("14", state="added"), Run(" weeks")
    Typesetter(Drawings(document, appearance.look), appearance.look, Qt.LayoutDirection.LeftToRight).set((Paragraph(runs),))
    assert document.toRawText() == "12\u2060–\u206014\u00a0weeks"
    assert formats(document)["14"] == (False, True, True)
