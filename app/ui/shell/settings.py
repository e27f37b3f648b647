"""What the program remembers: theme, text size, motion, window, place, open answers, the clinic's line of hand-outs. Never what was searched."""

import os
import re
from pathlib import Path

import msgspec
from msgspec import Struct, field
from PySide6.QtCore import QByteArray, QSettings

from app.core.base.saving import SavingError, write_file
from app.core.files.own_files import PORTABLE, SETTINGS, config_folder
from app.ui.look.theme import LARGEST, NORMAL, SMALLEST
from app.ui.look.tokens import THEMES

FOLLOW_SYSTEM = "system"

_PLAIN = re.compile(r"[\w/.-]+( [\w/.-]+)*")
_BASE64 = QByteArray.Base64Option.Base64UrlEncoding | QByteArray.Base64Option.OmitTrailingEquals


class Left(Struct):
    """How a reader has left an article: place, scroll (0 to 1), open answers, the marks of disclaimers that were accepted for good.

    `lessons` are the files that were taught or saved, the last one first.
    """

    place: str = ""
    scroll: float = 0.0
    open_answers: list[str] = field(default_factory=list)
    disclaimer: str = ""
    lessons: list[str] = field(default_factory=list)


class Remembered(Struct):
    """The remembered values; these defaults hold wherever nothing valid is stored.

    `article` is the article whose place, scroll, answers, disclaimer and lessons these are; empty where that is not known. `others` are
    those of the articles that were open before it, by their ids, the last one last. `clinic` and `phone` are the clinic's line of hand-outs.
    """

    theme: str = FOLLOW_SYSTEM
    text_size: int = NORMAL
    place: str = ""
    scroll: float = 0.0
    open_answers: list[str] = field(default_factory=list)
    window: QByteArray = field(default_factory=QByteArray)
    less_motion: bool = False
    disclaimer: str = ""
    lessons: list[str] = field(default_factory=list)
    article: str = ""
    others: dict[str, Left] = field(default_factory=dict)
    clinic: str = ""
    phone: str = ""


class Settings:
    """Reads and writes an INI file; a damaged or unwritable one is never an error.

    Qt reads it. It is written by `write_file`: Qt's own writing waits for a lock file beside it, for ever when a killed program has left one.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def read(self) -> Remembered:
        """Return what is stored, with the default for everything that is missing or makes no sense.

        Who has no file of their own yet in a portable folder begins with theme, text size and motion of the one that lies there for all.
        """
        if self._path is None:
            return Remembered()
        if self._path.name == SETTINGS or self._path.exists():
            return _read(self._path)
        common = _read(self._path.with_name(SETTINGS))
        return Remembered(theme=common.theme, text_size=common.text_size, less_motion=common.less_motion)

    def write(self, remembered: Remembered) -> bool:
        """Store all values, or none; return whether that was possible."""
        if self._path is None:
            return False
        values = {
            "theme": remembered.theme,
            "text_size": str(remembered.text_size),
            "less_motion": "true" if remembered.less_motion else "false",
            "place": remembered.place,
            "scroll": str(round(remembered.scroll * 1000)),
            "open_answers": " ".join(remembered.open_answers),
            "disclaimer": remembered.disclaimer,
            "lessons": msgspec.json.encode(remembered.lessons).decode(),
            "window": remembered.window.toBase64(_BASE64).toStdString(),
            "article": remembered.article,
            "clinic": remembered.clinic,
            "phone": remembered.phone,
            "others": msgspec.json.encode(remembered.others).decode(),
        }
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_file(self._path, "\n".join(["[General]", *(f"{name}={_quoted(value)}" for name, value in values.items()), ""]))
        except (OSError, SavingError):
            return False
        return True


def _read(path: Path) -> Remembered:
    remembered = Remembered()
    store = QSettings(str(path), QSettings.Format.IniFormat)
    if store.status() != QSettings.Status.NoError:
        return remembered
    theme = _text(store.value("theme"))
    remembered.theme = theme if theme in THEMES else FOLLOW_SYSTEM
    remembered.text_size = _whole(store.value("text_size"), SMALLEST, LARGEST, NORMAL)
    remembered.less_motion = str(store.value("less_motion")) in {"true", "True"}
    remembered.place = _text(store.value("place"))
    remembered.scroll = _whole(store.value("scroll"), 0, 1000, 0) / 1000
    remembered.open_answers = _text(store.value("open_answers")).split()
    remembered.disclaimer = _text(store.value("disclaimer"))
    remembered.lessons = _texts(_text(store.value("lessons")))
    remembered.window = _bytes(store.value("window"))
    remembered.article = _text(store.value("article"))
    remembered.clinic, remembered.phone = _text(store.value("clinic")), _text(store.value("phone"))
    remembered.others = _others(_text(store.value("others")))
    return remembered


def _quoted(text: str) -> str:
    """Return a text as Qt reads it from an INI file; no id holds what cannot be printed, so such a text is not kept."""
    if not text.isprintable():
        return ""
    if not text or _PLAIN.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"@" if text.startswith("@") else ""}{escaped}"'


def _text(value: object) -> str:
    """Return a text as it is stored, else an empty one: Qt makes a list of a value with a comma, and others of what begins with @."""
    return value if isinstance(value, str) and value.isprintable() else ""


def _others(text: str) -> dict[str, Left]:
    try:
        return msgspec.json.decode(text.encode(), type=dict[str, Left])
    except (msgspec.MsgspecError, UnicodeError):
        return {}


def _texts(text: str) -> list[str]:
    try:
        return msgspec.json.decode(text.encode(), type=list[str])
    except (msgspec.MsgspecError, UnicodeError):
        return []


def _bytes(value: object) -> QByteArray:
    """Return bytes that are stored in letters, or, by earlier versions, in Qt's own way."""
    return value if isinstance(value, QByteArray) else QByteArray.fromBase64(QByteArray(_text(value).encode()), _BASE64)


def _whole(value: object, least: int, most: int, default: int) -> int:
    try:
        number = int(str(value))
    except ValueError:
        return default
    return number if least <= number <= most else default


def _can_write(folder: Path) -> bool:
    """Try it: Windows does not tell whether this user may write in a folder, and `tempfile` would try ten thousand names there."""
    probe = folder / f".writing-{os.urandom(6).hex()}"
    try:
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError:
        return False
    return True


def user_folder(program: Path) -> Path | None:
    """Return the folder for settings and log: beside the program when it is marked portable, else the user's own; None when there is none."""
    if (program / PORTABLE).exists() and _can_write(program):
        return program
    return config_folder()
