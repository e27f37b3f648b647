"""Turn a theme and the reader's text size into fonts, a palette and the one style sheet."""

import unicodedata
from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication

from app.ui.look.tokens import Theme, mix

SMALLEST, NORMAL, LARGEST = 80, 100, 300
"""Text size in per cent."""

STEPS = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)

LARGEST_CONTROLS = 200
"""Controls stop growing here, in per cent: above it they would leave no room for the text they serve."""

HEIGHT_OF_CONTROLS = 384
"""Height in pixels of the lowest screen on which all controls at 100 % have room and leave some to the text: 1366 × 768 at 200 %."""

USUAL_SCREEN = LARGEST_CONTROLS * HEIGHT_OF_CONTROLS // 100
"""Height in pixels of a screen on which controls may be as large as they ever are."""

TITLE_HEIGHT = 40
"""Pixels that the window manager draws over a window, at most: on a low screen they must fit, too."""

COLUMN = 560
"""Width of the reading column in pixels at 100 %, about 70 characters."""

RING, RING_ROOM, RING_RADIUS = 2, 8, 4
"""Pixels of the ring around what has the focus: how wide, how far from words its outer edge is, and how round its corners."""

WIDE_INSET, NARROW_INSET = 40, 24
NARROW_BELOW = 480

LEAST_TARGET = 24
"""Pixels that anything to press is wide and high at least, however small the text is."""

GENERIC = frozenset({"", "Sans", "Sans Serif", "sans", "sans-serif"})
"""What a desktop without a chosen font answers; then a font is named that is made for reading on screens."""


class Look(Struct, frozen=True):
    """A theme at a text size (per cent), on screens of which the lowest is so high. Lengths are given in pixels at 100 %."""

    theme: Theme
    size: int = NORMAL
    screen: int = USUAL_SCREEN

    def text(self, pixels: float) -> int:
        """Return a length that grows with the text."""
        return max(1, round(pixels * self.size / 100))

    def control(self, pixels: float) -> int:
        """Return a length of a control, which grows with the text up to a limit, which is lower on a low screen."""
        limit = max(NORMAL, min(LARGEST_CONTROLS, self.screen * 100 // HEIGHT_OF_CONTROLS))
        return max(1, round(pixels * min(self.size, limit) / 100))

    def colour(self, role: str) -> QColor:
        """Return the colour with this meaning."""
        return QColor(getattr(self.theme, role))

    def font(self, pixels: float, weight: int = 400) -> QFont:
        """Return the reading font at a size that grows with the text."""
        return _font(self.text(pixels), weight)

    def control_font(self, pixels: float, weight: int = 400) -> QFont:
        """Return the font of a control."""
        return _font(self.control(pixels), weight)


def reading_column(look: Look, width: int) -> tuple[int, int]:
    """Return the empty space before and behind the reading column, in pixels, in a part that is so wide."""
    inset = min(look.text(WIDE_INSET if width >= look.text(NARROW_BELOW) else NARROW_INSET), width // 12)
    return inset, max(inset, width - inset - look.text(COLUMN))


def paint_ring(painter: QPainter, colour: QColor, box: QRect) -> None:
    """Paint the ring around what has the focus, along the inner side of a box: the same around rows, questions, tick boxes and texts."""
    half = RING / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), RING_RADIUS, RING_RADIUS)
    painter.restore()


def _font(pixels: int, weight: int) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family() in GENERIC:
        font.setFamilies(["Noto Sans", "Segoe UI", "DejaVu Sans"])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


def has_fonts() -> bool:
    """Return whether any font is installed. The names of families do not tell: some stand for others, and are there without any."""
    metrics = QFontMetrics(_font(16, 400))
    return any(metrics.inFontUcs4(ord(char)) for char in " a0")


def lacking(text: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of a text that no installed font can show, each once and in their order; white space needs none."""
    metrics = QFontMetrics(_font(16, 400))
    return tuple(char for char in sorted(set(text)) if char.isprintable() and not char.isspace() and not metrics.inFontUcs4(ord(char)))


def example_of(characters: tuple[str, ...]) -> str:
    """Return one of some characters, a letter if there is any, with its name, which is read where the character itself cannot be shown."""
    char = next(filter(str.isalpha, characters), characters[0])
    return f"“{char}” ({unicodedata.name(char, 'without a name').lower()})"


def apply(application: QApplication, look: Look) -> None:
    """Dress the whole application.

    The style sheet is taken off before it is changed: to put one in the place of another takes Qt more than twice as long as both together.
    """
    if application.styleSheet():
        application.setStyleSheet("")
    application.setPalette(palette(look.theme))
    if application.font() != look.control_font(14):  # every widget would be told, and measured again
        application.setFont(look.control_font(14))
    application.setStyleSheet(style_sheet(look))


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme; every role is set, so that no colour of the system shines through."""
    made = QPalette()
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: theme.bar,
        roles.WindowText: theme.ink,
        roles.Base: theme.background,
        roles.AlternateBase: theme.bar,
        roles.Text: theme.ink,
        roles.Button: theme.background,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.urgent,
        roles.Light: theme.background,
        roles.Midlight: theme.line,
        roles.Mid: theme.faint,
        roles.Dark: theme.faint,
        roles.Shadow: theme.ink,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.accent_ink,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.PlaceholderText: theme.faint,
        roles.ToolTipBase: theme.bar,
        roles.ToolTipText: theme.ink,
        roles.Accent: theme.accent,
    }
    for role, colour in pairs.items():
        made.setColor(role, QColor(colour))
    faded = QColor(mix(theme.bar, theme.faint, 0.55))
    for role in (roles.ButtonText, roles.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


def style_sheet(look: Look) -> str:
    """Return the style sheet; lengths are those of the design at 100 %, grown with the text."""
    theme, px = look.theme, look.control
    least = max(LEAST_TARGET, px(LEAST_TARGET))
    faded = mix(theme.bar, theme.faint, 0.55)
    return f"""
* {{ outline: 0; }}
QWidget#bar, QWidget#footer, QWidget#navigator {{ background: {theme.bar}; }}
QWidget#status {{ background: {theme.background}; border-bottom: 1px solid {theme.line}; }}
QWidget#writing {{ background: {theme.bar}; border-left: 1px solid {theme.line}; border-bottom: 1px solid {theme.line}; }}
QWidget#writing QToolButton#fold {{ text-align: left; min-height: {least}px; }}
QListWidget#messages {{ background: transparent; border: 0; }}
QWidget#bar {{ border-bottom: 1px solid {theme.line}; }}
QWidget#footer {{ border-top: 1px solid {theme.line}; }}
QListWidget#places {{ background: {theme.bar}; border: 0; border-right: 1px solid {theme.line}; }}
QWidget#background, QScrollArea, QTextBrowser {{ background: {theme.background}; border: 0; }}
QListView#hits {{ background: transparent; border: 0; }}
QMenuBar {{ background: {theme.bar}; color: {theme.ink}; font-size: {px(14)}px; padding: 0 {px(8)}px; }}
QMenuBar::item {{ padding: {px(6)}px {px(12)}px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {theme.accent_soft}; }}
QMenu {{ background: {theme.background}; color: {theme.ink}; border: 1px solid {theme.line}; padding: 4px; font-size: {px(14)}px;
    menu-scrollable: 1; }}
QMenu::item {{ padding: {px(6)}px {px(24)}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {theme.accent_soft}; color: {theme.ink}; }}
QMenu::item:disabled {{ color: {faded}; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
QToolTip {{ background: {theme.bar}; color: {theme.ink}; border: 1px solid {theme.line}; padding: 4px 8px; }}
QLineEdit {{ background: {theme.background}; color: {theme.ink}; border: 1px solid {theme.faint}; border-radius: 6px;
    padding: 0 {px(9)}px; font-size: {px(15)}px; min-height: {px(38)}px; max-height: {px(38)}px; }}
QLineEdit {{ placeholder-text-color: {theme.faint}; }}
QLineEdit:hover {{ border-color: {theme.accent}; }}
QLineEdit:focus {{ border: 2px solid {theme.focus}; padding: 0 {px(9) - 1}px; min-height: {px(38) - 2}px; max-height: {px(38) - 2}px; }}
QLineEdit[low="true"] {{ min-height: {px(34)}px; max-height: {px(34)}px; }}
QLineEdit[low="true"]:focus {{ min-height: {px(34) - 2}px; max-height: {px(34) - 2}px; }}
QLineEdit:disabled {{ background: {theme.bar}; border-color: {theme.line}; }}
QLineEdit QToolButton {{ border: 0; background: transparent; min-width: {least}px; min-height: {least}px; padding: 0; }}
QPushButton {{ background: {theme.background}; color: {theme.ink}; border: 1px solid {theme.line}; border-radius: 6px;
    padding: 1px {px(11)}px; font-size: {px(14)}px; font-weight: 500; min-height: {px(28)}px; }}
QPushButton:hover {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
QPushButton:focus {{ border: 2px solid {theme.focus}; padding: 0 {px(11) - 1}px; }}
QPushButton:pressed {{ background: {theme.accent_soft}; border: 2px solid {theme.accent}; padding: 0 {px(11) - 1}px; }}
QPushButton:disabled {{ color: {faded}; background: {theme.bar}; border-color: {theme.line}; }}
QPushButton#wide {{ min-height: {px(36)}px; min-width: {px(88)}px; }}
QPushButton#tight, QPushButton#tight:focus, QPushButton#tight:pressed {{ min-height: {px(36)}px; padding: 0 {px(4)}px; }}
QPushButton#scope {{ min-height: {px(30)}px; }}
QPushButton#scope:checked {{ background: {theme.accent_soft}; color: {theme.accent}; border: 2px solid {theme.accent}; font-weight: 600;
  padding: 0 {px(11) - 1}px; min-height: {px(30) - 2}px; }}
QPushButton#scope:checked:focus {{ border-color: {theme.focus}; }}
QPushButton#link {{ border: 2px solid transparent; background: transparent; color: {theme.accent}; padding: 0 2px; min-height: {least}px;
    font-weight: 400; text-align: left; text-decoration: underline; }}
QPushButton#link:focus {{ border-color: {theme.focus}; }}
QPushButton#urgent {{ background: {theme.urgent_soft}; border: 0; border-left: 4px solid {theme.urgent}; border-radius: 0; padding: 0; }}
QPushButton#urgent QLabel {{ color: {theme.urgent}; }}
QPushButton#urgent:focus {{ border: 2px solid {theme.focus}; border-left: 4px solid {theme.urgent}; }}
QPushButton#main {{ min-height: {px(42)}px; min-width: {px(116)}px; padding: 1px {px(11)}px; border: 0; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QToolButton {{ background: transparent; color: {theme.ink}; border: 2px solid transparent; border-radius: 6px;
    min-width: {px(36)}px; min-height: {px(36)}px; padding: 0; font-size: {px(14)}px; }}
QFileDialog QToolButton {{ min-width: {least}px; min-height: {least}px; }}
QToolButton:hover {{ background: {theme.accent_soft}; }}
QToolButton:focus {{ border-color: {theme.focus}; }}
QToolButton:pressed, QToolButton:checked {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
QToolButton:checked:focus {{ border-color: {theme.focus}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton#boxed {{ background: {theme.background}; border: 1px solid {theme.line}; min-width: {px(38)}px; min-height: {px(38)}px; }}
QToolButton#boxed:hover {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
QToolButton#boxed:focus {{ border: 2px solid {theme.focus}; min-width: {px(38) - 2}px; min-height: {px(38) - 2}px; }}
QToolButton#worded {{ background: {theme.background}; border: 1px solid {theme.line}; min-height: {px(38)}px; padding: 0 {px(4)}px 0 {px(12)}px;
    font-weight: 500; }}
QToolButton#worded:hover {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
QToolButton#worded:focus {{ border: 2px solid {theme.focus}; min-height: {px(38) - 2}px; padding: 0 {px(4) - 1}px 0 {px(12) - 1}px; }}
QLabel {{ color: {theme.ink}; background: transparent; }}
QLabel#quiet {{ color: {theme.faint}; }}
QMessageBox QTextEdit {{ min-height: 94px; max-height: 94px; }}
QLabel#keycap {{ color: {theme.faint}; background: {theme.bar}; border: 1px solid {theme.line}; border-radius: 4px;
    padding: 0 {px(6)}px; font-size: {px(12)}px; }}
QProgressBar {{ background: {theme.line}; border: 0; border-radius: 4px; }}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 4px; }}
QListWidget#ticked {{ background: {theme.background}; border: 1px solid {theme.faint}; border-radius: 6px; padding: 2px; }}
QListWidget#ticked:focus {{ border: 2px solid {theme.focus}; padding: 1px; }}
QFrame#rule {{ background: {theme.line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame#panel {{ background: {theme.background}; border: 1px solid {theme.line}; border-radius: 8px; }}
QFrame#card {{ background: {theme.background}; border: 1px solid {theme.line}; border-radius: 12px; }}
QWidget#notice {{ background: {theme.note_soft}; border-bottom: 1px solid {theme.line}; }}
QWidget#notice QScrollArea, QWidget#notice QScrollArea QLabel {{ background: {theme.note_soft}; }}
QWidget#notice[good="true"], QWidget#notice[good="true"] QScrollArea,
QWidget#notice[good="true"] QScrollArea QLabel {{ background: {theme.accent_soft}; }}
QWidget#notice QToolButton {{ min-width: {px(28)}px; min-height: {px(28)}px; }}
QWidget#footer QToolButton {{ min-width: {least - 4}px; min-height: {least - 4}px; }}
QWidget#filterbar {{ background: {theme.background}; border-bottom: 1px solid {theme.line}; }}
QWidget#findbar, QWidget#hints {{ background: {theme.background}; border-top: 1px solid {theme.line}; }}
QDialog {{ background: {theme.background}; max-height: {look.screen - TITLE_HEIGHT}px; }}
QCheckBox, QRadioButton {{ color: {theme.ink}; border: 2px solid transparent; border-radius: 4px; padding: {px(3)}px; font-size: {px(14)}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {px(16)}px; height: {px(16)}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {theme.focus}; }}
QComboBox:focus {{ border: 2px solid {theme.focus}; border-radius: 6px; }}
QComboBox#dropdown {{ background: {theme.background}; color: {theme.ink}; border: 1px solid {theme.faint}; border-radius: 6px;
    padding: 1px {px(9)}px; min-height: {px(28)}px; }}
QComboBox#dropdown:focus {{ border: 2px solid {theme.focus}; padding: 0 {px(9) - 1}px; }}
QComboBox#dropdown::drop-down {{ border: 0; width: {px(20)}px; }}
QWidget#desk {{ background: {theme.bar}; }}
QScrollArea#words {{ border: 2px solid transparent; border-radius: 4px; }}
QScrollArea#words:focus {{ border-color: {theme.focus}; }}
QScrollBar:vertical {{ background: {theme.background}; width: 16px; border: 0; margin: 0; }}
QScrollBar::handle:vertical {{ background: {mix(theme.background, theme.faint, 0.75)}; border-radius: 4px; margin: 4px; min-height: 40px; }}
QScrollBar::handle:vertical:hover {{ background: {theme.faint}; }}
QScrollBar::handle:vertical:pressed {{ background: {theme.ink}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
"""
