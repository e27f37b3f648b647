"""The names of what a set text carries besides its words: properties of its blocks and characters, and addresses that are no places."""

from PySide6.QtGui import QTextBlock, QTextFormat

from app.ui.text.readable import plain

PLACE = QTextFormat.Property.UserProperty + 1
"""Block property: the place whose words the block holds."""

NOTE = QTextFormat.Property.UserProperty + 2
"""Block property: the block is part of an evidence note."""

SPOKEN = QTextFormat.Property.UserProperty + 3
"""Block property: the words that are read aloud in place of the block's own, such as what a figure shows."""

FOLD = QTextFormat.Property.UserProperty + 4
"""Block property: the place whose quiet notes the line folds away or brings out."""

TERM = QTextFormat.Property.UserProperty + 5
"""Character property: a word of the glossary."""

UNFOLDED = QTextFormat.Property.UserProperty + 6
"""Block property: the notes that the line folds away are shown."""

NOTE_ID = QTextFormat.Property.UserProperty + 7
"""Block property: the evidence note whose words the block holds."""

FIGURE = QTextFormat.Property.UserProperty + 11
"""Character property: the place of the figure that the character stands for."""

FOLDING, ENLARGING = "fold:", "enlarge:"
"""What the addresses of links begin with that lead nowhere else: content cannot hold them, since no place has a colon."""


def place_of(block: QTextBlock) -> str:
    """Return the place whose words a block holds; empty where there is none."""
    return str(block.blockFormat().stringProperty(PLACE))


def spoken(block: QTextBlock) -> str:
    """Return the words of a block as they are read aloud."""
    return block.blockFormat().stringProperty(SPOKEN) or plain(block.text()).strip()
