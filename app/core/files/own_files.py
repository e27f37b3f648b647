"""The files that the program itself reads: nothing that somebody saves goes over one of them."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from app.core.files.checked import CHECKED
from app.core.files.loader import Loaded
from app.core.files.policy import read_policy, standard_places

FOLDER = "cervical-reference"
"""The name of the user's folder for settings and log."""

SETTINGS = "settings.ini"
LONGEST_NAME = 60
_NO_NAME = re.compile(r"[^\w-]")
"""What stands in no name of a file on every system."""
LOGS = ("log.txt", "log-old.txt")
PORTABLE = "portable"
"""A file of this name beside the program keeps there what it would write into the user's folders, when the folder can be written."""


def whose(path: Path, loaded: Loaded | None) -> str:
    """Return what of the program's own lies at a path, or would lie there, whatever other name or link of either kind leads there; else nothing.

    `loaded` is the article that is open, if one is.
    """
    if (resources := _resources()) is not None and _key(path).startswith(_key(resources) + os.sep):
        return "a file of the program"
    if any(_holds(folder, path) for folder in _library_folders()):
        return "a file of the library"
    return next((what for own, what in _own_files(loaded) if _is_same(path, own)), "")


def _own_files(loaded: Loaded | None) -> Iterator[tuple[Path, str]]:
    if loaded is not None:
        yield loaded.path, "the article itself"
        names = (figure.file for figure in loaded.article.figures if figure.file is not None)
        yield from ((folder / name, "a figure of the article") for name in names for folder in loaded.folders)
    program = program_folder()
    yield from ((file, "a user's settings file") for file in (settings_file(program, program), *program.glob("settings-*.ini")))
    for folder in filter(None, (program, config_folder())):
        yield folder / SETTINGS, "the program's settings file"
        yield from ((folder / name, "the program's log") for name in LOGS)
    if cache := cache_folder():
        yield cache / CHECKED, "the program's list of checked files"
    yield from ((place, "the policy of this computer") for place in standard_places())
    if content := read_policy().policy.content:
        yield Path(content), "the article that the policy of this computer names"


def _library_folders() -> Iterator[Path]:
    if own := library_folder():
        yield own
    yield from map(Path, read_policy().policy.library)


def _holds(folder: Path, path: Path) -> bool:
    """Return whether a path leads to a file that lies in a folder; a new one may be put there, since that is how a share is filled."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return False
    if _key(path).startswith(_key(folder) + os.sep):
        return True
    return state.st_nlink > 1 and any(_is_same(path, other) for other in folder.rglob("*"))


def _is_same(one: Path, other: Path) -> bool:
    if _key(one) == _key(other):  # also where nothing lies yet: a settings file is read the next time
        return True
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them is not there, or has a name that no file can have
        return False


def _key(path: Path) -> str:
    """Return the full path with every link followed, in one spelling where the system tells no capitals from small letters."""
    try:
        full = os.path.realpath(path)
    except (OSError, ValueError):  # a name that no file can have
        full = str(path)
    return full.casefold() if sys.platform in {"win32", "darwin"} else full


def _resources() -> Path | None:
    found = find_spec("app")
    places = found.submodule_search_locations if found is not None else None
    return Path(places[0]).parent / "resources" if places else None


def program_folder() -> Path:
    """Return the folder of the program: what lies beside it there is for it alone."""
    # what was typed names no folder when the system found the packaged program on its search path
    return Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0]).resolve().parent


def settings_file(folder: Path, program: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file of this user's settings in a folder: in a portable one, which several people may share, each has their own."""
    if folder != program:
        return folder / SETTINGS
    user = next(filter(None, map(environment.get, ("USERNAME", "LOGNAME", "USER"))), "") or str(getattr(os, "getuid", str)())
    return folder / f"settings-{_NO_NAME.sub('_', user)[:LONGEST_NAME]}.ini" if user else folder / SETTINGS


def config_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Return the user's own folder for settings and log, where there is one; it need not exist. A test compares it with Qt's."""
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        return None
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Preferences"
    else:
        stated = environment.get("XDG_CONFIG_HOME", "")
        base = Path(stated) if stated.startswith("/") else home / ".config"  # the standard says: what is no full path does not count
    return base / FOLDER


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Return the folder for what can be made again: beside the program where it is portable, else the user's; it need not exist."""
    return _own_folder("cache", ("Library", "Caches", FOLDER), ("XDG_CACHE_HOME", ".cache", FOLDER), environment, platform)


def library_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Return the folder of the articles that the user has added: beside the program where it is portable, else the user's; it need not exist."""
    on_mac = ("Library", "Application Support", FOLDER, "library")
    return _own_folder("library", on_mac, ("XDG_DATA_HOME", ".local/share", f"{FOLDER}/library"), environment, platform)


def _own_folder(name: str, on_mac: tuple[str, ...], elsewhere: tuple[str, str, str], environment: Mapping[str, str], platform: str) -> Path | None:
    """Return a folder of this name beside the program where that is portable, else where the system has such folders; None without a home.

    `elsewhere` is the variable that names the place, the place below the home folder without it, and the path below that place.
    """
    program = program_folder()
    if (program / PORTABLE).exists():
        return program / name
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        return None
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / FOLDER / name
    if platform == "darwin":
        return home.joinpath(*on_mac)
    variable, usual, below = elsewhere
    named = environment.get(variable, "")
    return (Path(named) if named.startswith("/") else home / usual) / below  # the standard says: what is no full path does not count
