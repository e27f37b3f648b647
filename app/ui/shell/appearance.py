"""The reader's choice of theme, text size and motion; until they choose, the theme is the system's."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.ui.look import theme
from app.ui.look.motion import system_wants_less_motion
from app.ui.look.theme import NORMAL, STEPS, Look
from app.ui.look.tokens import CONTRAST, DARK, LIGHT, THEMES, Theme
from app.ui.shell.settings import FOLLOW_SYSTEM

if TYPE_CHECKING:
    from app.ui.look.icons import Icons


class Appearance(QObject):
    """Dresses the application and says `changed()` when the look is another, and `size_chosen(percent)` whenever the reader asks for a size."""

    changed = Signal()
    size_chosen = Signal(int)

    def __init__(self, application: QApplication, choice: str, size: int, *, less_motion: bool = False) -> None:
        super().__init__()
        self._application = application
        self._hints = application.styleHints()
        self.choice = choice
        self.size = size
        self.less_motion = less_motion
        self.look = self._look()
        self._icons: Icons | None = None
        theme.apply(application, self.look)
        self._hints.colorSchemeChanged.connect(self._follow)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        application.screenAdded.connect(self._follow)
        application.screenRemoved.connect(self._follow)

    def _look(self) -> Look:
        heights = (screen.availableSize().height() for screen in self._application.screens())
        return Look(self._theme(), self.size, min(heights, default=theme.USUAL_SCREEN))

    @property
    def icons(self) -> "Icons":
        """The icons of the look; another article's window has no need to paint them again."""
        if self._icons is None:
            from app.ui.look.icons import icons_of  # noqa: PLC0415 - the disclaimer does without icons

            self._icons = icons_of(self.look)
        return self._icons

    def _theme(self) -> Theme:
        if self.choice in THEMES:
            return THEMES[self.choice]
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _set(self, choice: str, size: int) -> None:
        self.choice, self.size = choice, size
        look = self._look()
        if look != self.look:
            self.look = look
            self._icons = None
            theme.apply(self._application, look)
            self.changed.emit()

    def _follow(self) -> None:
        self._set(self.choice, self.size)

    def follow_system(self) -> None:
        """Take the theme of the system from now on."""
        self._set(FOLLOW_SYSTEM, self.size)

    def use_light(self) -> None:
        """Take the light theme."""
        self._set("light", self.size)

    def use_dark(self) -> None:
        """Take the dark theme."""
        self._set("dark", self.size)

    def use_contrast(self) -> None:
        """Take the theme of highest contrast."""
        self._set("contrast", self.size)

    def switch_motion(self) -> None:
        """Let answers appear at once, or fade in."""
        self.less_motion = not self.less_motion

    def fades(self) -> bool:
        """Return whether things may fade in: neither the reader nor the system asks for less motion."""
        return not self.less_motion and not system_wants_less_motion()

    def enlarge(self) -> None:
        """Take the next larger text."""
        self._choose_size(next((step for step in STEPS if step > self.size), self.size))

    def reduce(self) -> None:
        """Take the next smaller text."""
        self._choose_size(next((step for step in reversed(STEPS) if step < self.size), self.size))

    def reset_size(self) -> None:
        """Take the normal text size."""
        self._choose_size(NORMAL)

    def _choose_size(self, size: int) -> None:
        self._set(self.choice, size)
        self.size_chosen.emit(size)  # also where it is the largest already: the reader pressed a key and is told
