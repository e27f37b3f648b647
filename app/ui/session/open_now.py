"""What stands in the frame: the article that is open or being opened, and what is said there."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.core.files.loader import Loaded
from app.core.files.opened import Way
from app.machine import paths
from app.ui.shell.frame import Frame

if TYPE_CHECKING:
    from app.ui.window.window import Window


class Wanted(Struct, frozen=True):
    """What is to be opened: an article, a place in it (None: where the reader left it), and what is said then.

    `returns` along the way that was gone, `step` is how far it lies along that way, and `way` is how the article is read again.
    """

    loaded: Loaded
    place: str | None = None
    notice: str = ""
    returns: bool = False
    step: int = 0
    way: Way | None = None


class OpenNow(QObject):
    """The frame and the window in it; `opening` is what was asked for, until a window is made for it. Only `Session`, its parent, changes them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.frame: Frame | None = None
        self.window: Window | None = None
        self.opening: Wanted | None = None

    def has_window(self) -> bool:
        """Return whether there is a window that Qt has not deleted."""
        return self.window is not None and isValid(self.window)

    def loaded(self) -> Loaded | None:
        """Return the article that is being opened, else the open one."""
        if self.opening is not None:
            return self.opening.loaded
        return self.window.loaded if self.window is not None else None

    def path(self) -> Path:
        """Return the file of the article that is open, or is being opened."""
        loaded = self.loaded()
        return loaded.path if loaded is not None else paths.CONTENT

    def is_open(self, article: str) -> bool:
        """Return whether an article is open or being opened; one without a name always is."""
        loaded = self.loaded()
        return loaded is not None and article in {"", loaded.article.id}

    def is_covered(self) -> bool:
        """Return whether something lies over the window that what is opened would be lost under; the disclaimer is no such thing."""
        window = self.window
        return (window is not None and window.frame.is_accepted and not window.isEnabled()) or QApplication.activeModalWidget() is not None

    def go_to(self, place: str) -> None:
        """Go to a place of the article that is open, or is being opened."""
        if self.opening is not None:
            self.opening = replace(self.opening, place=place or None)
        elif self.is_covered():
            self.say_covered(place)
        elif self.window is not None:
            self.window.reader.go_to(place)

    def say(self, message: str) -> None:
        """Say something in the window, as soon as it is there."""
        if self.window is not None:
            self.window.notice.show_message(message)
        elif self.opening is not None:
            self.opening = replace(self.opening, notice=" ".join(filter(None, (self.opening.notice, message))))

    def say_covered(self, name: str) -> None:
        """Say that something was not opened, since it would be lost."""
        self.say(self.tr("{name} was not opened. First close the page that covers the window.").format(name=name))
