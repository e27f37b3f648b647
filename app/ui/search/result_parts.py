"""What stands around the rows of the search results: line for danger signs, what is covered, hints."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.core.article.content import UrgentCare
from app.core.base.labels import Labels
from app.core.base.markup import escape
from app.core.base.text import ended
from app.ui.look.direction import in_order_of, set_words
from app.ui.look.icons import Icons
from app.ui.look.theme import Look
from app.ui.text.accessible import set_role

LEAST_LINE = 200
"""Pixels."""


class UrgentLine(QPushButton):
    """One line in the colour of danger signs that leads to all of them; it stands with every query that names one.

    Says `box_wanted(address)`: an empty address is the box of the open article.
    """

    box_wanted = Signal(str)

    def __init__(self, urgent: UrgentCare | None) -> None:
        super().__init__()
        self.setObjectName("urgent")
        self._own = _with_key(urgent.line) if urgent else ""
        self._address = ""
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._icon = QLabel()
        set_role(self._icon, QAccessible.Role.Client)  # the line says it
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        for part in (self._icon, self._label):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._lead)
        self.tell_own()

    def tell_own(self) -> None:
        """Say the line of the open article."""
        self._tell(self._own, "")

    def tell_of(self, article: str, line: str, address: str) -> None:
        """Say the line of another article, with its title: the key leads to the box of the open one only."""
        self._tell(_with(line, self.tr("in “{article}”").format(article=article)), address)

    def words(self) -> str:
        """Return what the line says."""
        return self.accessibleName()

    def _tell(self, words: str, address: str) -> None:
        self._address = address
        set_words(self._label, words)
        self.setAccessibleName(words)

    def _lead(self) -> None:
        self.box_wanted.emit(self._address)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._label.setFont(look.font(15, 500))
        self._icon.setPixmap(icons.pixmap("urgent", "urgent"))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - called by Qt
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - called by Qt
        """Return the height that the wrapped line needs."""
        return self._row.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the size of the wrapped line."""
        width = max(self.width(), LEAST_LINE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - called by Qt
        """Return the width below which the line is not folded any further."""
        return QSize(LEAST_LINE, 0)


class Coverage(QFrame):
    """Says what of a question is not covered and what is, each by icon and word; it is hidden while nothing is to be said."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._keys = {"covered-not": labels.not_covered, "check": labels.covered}
        self._icons = {name: QLabel() for name in self._keys}
        self._words = {name: QLabel() for name in self._keys}
        self._about = QLabel()
        self._spoken = ""
        self._shown: tuple[str, str, str] | None = None
        self._grid = QGridLayout(self)
        self._grid.setVerticalSpacing(4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._about, 0, 0, 1, 2)
        for row, name in enumerate(self._keys, 1):
            set_role(self._icons[name], QAccessible.Role.Client)  # the words say it
            self._grid.addWidget(self._icons[name], row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._words[name], row, 1)
            self._words[name].setTextFormat(Qt.TextFormat.RichText)  # for the bold word at the beginning
            self._words[name].setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)

    def apply_look(self, look: Look, icons: Icons) -> None:
        """Paint in another theme or size."""
        self._grid.setContentsMargins(look.control(20), look.control(12), look.control(20), look.control(12))
        for name, label in self._icons.items():
            label.setPixmap(icons.pixmap(name, "faint"))
        self.set_fonts(look)

    def set_fonts(self, look: Look) -> None:
        """Set the words in their size."""
        font = look.font(16)
        for label in (self._about, *self._words.values()):
            label.setFont(font)

    def show_words(self, missing: str, covered: str, about: str) -> None:
        """Say which words are not covered and which are, and what the reference is about; what is empty is left out."""
        if (missing, covered, about) == self._shown:
            return
        self._shown = missing, covered, about
        spoken = [about] * bool(about)
        set_words(self._about, about)
        self._about.setVisible(bool(about))
        for (name, key), words in zip(self._keys.items(), (missing, covered), strict=True):
            self._words[name].setText(f'<span style="font-weight: 600">{escape(key)}</span> {escape(in_order_of(self, words))}')
            self._words[name].setAccessibleName(f"{key} {words}")
            for label in (self._icons[name], self._words[name]):
                label.setVisible(bool(words))
            spoken += [ended(f"{key} {words}")] * bool(words)
        self._spoken = " ".join(spoken)
        self.setVisible(bool(spoken))

    def spoken(self) -> str:
        """Return all of it as it is read aloud."""
        return self._spoken


class Hints(QWidget):
    """The keys that work while results are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hints")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        for key, meaning in (("↑ ↓", self.tr("choose")), (self.tr("Enter"), self.tr("open")), (self.tr("Esc"), self.tr("clear"))):
            cap = QLabel(key)
            cap.setObjectName("keycap")
            word = QLabel(meaning)
            word.setObjectName("quiet")
            self._row.addWidget(cap)
            self._row.addWidget(word)
            self._row.addSpacing(16)
        self._row.addStretch(1)

    def set_inset(self, inset: int) -> None:
        """Begin where the text begins."""
        self._row.setContentsMargins(inset, 8, 16, 8)


def _with_key(line: str) -> str:
    """Return the danger box's line with the key that leads to it."""
    return _with(line, "F2")


def _with(line: str, where: str) -> str:
    """Return a line with where it leads; a line with a mark at its end needs no full stop after that."""
    return f"{line} ({where})" if ended(line) == line else f"{line} ({where})."
