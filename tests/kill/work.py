"""What is being written when the writer is killed, and how to tell a whole piece of it from a torn one."""

import datetime as dt
import itertools
import json
import os
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QGuiApplication

from app.cli import main
from app.core.base.saving import write_file
from app.core.base.steps import at_once
from app.core.files.indexes import Indexes
from app.core.files.loader import load, load_bytes
from app.core.formats.edition import compose as compose_edition
from app.core.handout.handout import Choice, compose, usual_places, written
from app.core.library.packs import write_pack
from app.core.library.shelf import Refused
from app.core.library.shelf import Shelf as ArticleShelf
from app.core.library_search import kept
from app.core.library_search import making as library_making
from app.core.pages.document import Document
from app.core.teaching.lesson import teachable, write_lesson
from app.core.teaching.quiz import chosen, make_cards, to_tab_separated
from app.machine import paths
from app.ui.handout.handout_desk import desk_of
from app.ui.handout.pdf_writer import pdf_bytes
from app.ui.look.tokens import THEMES
from app.ui.session.application import make_application
from app.ui.session.session import Session
from app.ui.shell.settings import Remembered, Settings
from tests.core.library_search.made import Shelf, article, make

Thing = TypeVar("Thing")

PLACES = ("overview", "faq/risks", "faq/causes", "treatment-and-management", "about")
SETTINGS = "settings.ini"
WHOLE = "whole"
"""The folder with the two contents that every file may have: NAME.0 and NAME.1."""

BY_COMMANDS = ("command.html", "command.txt", "command-edition.html", "command-review.html", "lesson.json")

INDEXES = "indexes"
"""The folder in which indexes are kept."""

ARTICLES = "articles"
"""The user's own folder of articles."""

ALWAYS = "always"
"""The id of the article that nobody changes."""

LIBRARY = "library"
"""The folder in which the index of a library is kept."""

TINY = Path(__file__).resolve().parent.parent / "articles" / "tiny.json"

HAND_OUT, CARDS = "sheet.pdf", "cards.txt"
"""What the window saves."""


def remembered(number: int) -> Remembered:
    """Return values that differ in every part from those of the numbers nearby; the mark of the disclaimer is the number."""
    place = PLACES[number % len(PLACES)]
    themes = sorted(THEMES)
    window = QByteArray(bytes([number % 256]) * (50 + number % 3000))
    mark = f"{number:064x}"
    return Remembered(themes[number % len(themes)], 80 + number % 221, place, number % 1000 / 1000, [place], window, number % 2 == 0, mark)


def number_of(values: Remembered) -> int:
    """Return the number that the values were made from; they are whole when they are those that `remembered` makes of it."""
    return int(values.disclaimer or "0", 16)


def contents() -> dict[str, tuple[bytes, bytes]]:
    """Return for each file that the program writes two contents, an old and a new one."""
    application = QGuiApplication([])
    loaded = load(paths.CONTENT)
    document = Document(loaded.article, loaded.short_digest, folder=loaded.path.parent)
    days = dt.date(2026, 11, 26), dt.date(2026, 11, 27)
    places = usual_places(loaded.article)
    sheets = [compose(document, Choice(places, plain=plain), day) for plain, day in zip((True, False), days, strict=True)]
    cards = make_cards(document)
    found = {f"sheet{form}": tuple(written(sheet, form).encode() for sheet in sheets) for form in (".html", ".md", ".txt")}
    found[HAND_OUT] = tuple(pdf_bytes(sheet) for sheet in sheets)
    found["edition.html"] = tuple(compose_edition(document, paths.EDITION, day).encode() for day in days)
    found[CARDS] = tuple(to_tab_separated(some, document).encode() for some in (cards, chosen(cards)))
    del application
    return {name: (both[0], both[1]) for name, both in found.items()}


# --- what a child does until it is killed ---


def prepare(folder: Path, _: int) -> None:
    """Write what the files may hold, then end."""
    (folder / WHOLE).mkdir()
    for name, both in contents().items():
        for number, raw in enumerate(both):
            (folder / WHOLE / f"{name}.{number}").write_bytes(raw)


def write_settings(folder: Path, seed: int) -> None:
    settings = Settings(folder / SETTINGS)
    for number in _while_wanted(itertools.count(seed)):
        settings.write(remembered(number))


def _files(folder: Path) -> dict[str, list[bytes]]:
    names = {path.stem for path in (folder / WHOLE).iterdir()}
    return {name: [(folder / WHOLE / f"{name}.{number}").read_bytes() for number in range(2)] for name in sorted(names)}


def write_files(folder: Path, seed: int) -> None:
    choice = random.Random(seed)  # noqa: S311 - not a secret
    files = _files(folder)
    for name in _while_wanted(choice.choice(list(files)) for _ in itertools.count()):
        write_file(folder / name, choice.choice(files[name]))


def write_carelessly(folder: Path, seed: int) -> None:
    """Do what `write_files` does, but in place."""
    choice = random.Random(seed)  # noqa: S311 - not a secret
    files = _files(folder)
    for name in _while_wanted(choice.choice(list(files)) for _ in itertools.count()):
        (folder / name).write_bytes(choice.choice(files[name]))


def run_commands(folder: Path, seed: int) -> None:
    """Write as the command line does, over and over."""
    choice = random.Random(seed)  # noqa: S311 - not a secret
    article = load(paths.CONTENT).article
    for name in _while_wanted(choice.choice(BY_COMMANDS) for _ in itertools.count()):
        path = str(folder / name)
        if name == "lesson.json":
            write_lesson(Path(path), article, teachable(article)[: choice.randint(1, 9)])
        else:
            command = {"command-edition.html": ["export-html"], "command-review.html": ["review-sheet"]}.get(name, ["handout", "--output"])
            main.main([*command, path])


def keep_indexes(folder: Path, seed: int) -> None:
    """Make and keep an index over and over."""
    loaded, indexes = load(TINY), Indexes(folder / INDEXES, bundled=folder / WHOLE)
    for _ in _while_wanted(itertools.count(seed)):
        at_once(indexes.making(loaded))
        for path in (folder / INDEXES).glob("*.language"):
            path.unlink(missing_ok=True)  # the other writer may have removed it


def shelf_of(number: int) -> Shelf:
    """Return five articles; one of them differs with the number, and one is there with every other number only."""
    books = {f"a{at}": article(f"a{at}", f"Article {at}", f"Word{at}: it stands in article {at}.", "Bread: it is baked.") for at in range(4)}
    books["now"] = article("now", "Now", f"Number: it is {number}.")
    if number % 2:
        del books["a3"]
    return Shelf(books)


def index_library(folder: Path, seed: int) -> None:
    """Make the index of a library, and renew it, over and over; now and then all of it is made anew."""
    library_making.AT_ONCE = 2
    for number in _while_wanted(itertools.count(seed)):
        made = kept.current(folder / LIBRARY)
        if number % 5 == 0 and made is not None:
            (made / kept.TABLE).unlink(missing_ok=True)
        make(folder / LIBRARY, shelf_of(number).sources())


def pack_of(name: str, number: int) -> bytes:
    """Return the pack of an edition of a small article; its date tells the number."""
    raw = json.loads(TINY.read_bytes()) | {"id": name}
    raw["edition"]["updated"] = str(dt.date(2020, 1, 1) + dt.timedelta(number))
    made = json.dumps(raw).encode()
    return write_pack(load_bytes(made, TINY), made)


def change_library(folder: Path, seed: int) -> None:
    """Add articles, go back to earlier editions, remove them and put them back, over and over."""
    choice = random.Random(seed)  # noqa: S311 - not a secret
    coming = folder / f"coming-{os.getpid()}.refpack"
    shelf = ArticleShelf((), folder / ARTICLES)
    for number in _while_wanted(choice.randrange(30) for _ in itertools.count()):
        coming.write_bytes(pack_of(f"a{number % 3}", number))
        with suppress(Refused):  # the other program may have removed or put back the same
            shelf.add(coming)
        coming.unlink()
        held = shelf.read().find(f"a{choice.randrange(3)}")
        if held is None:
            continue
        with suppress(Refused):
            if held.earlier:
                shelf.go_back(held)
            if choice.random() < 0.2:
                shelf.remove(held)
                shelf.put_back()


def use_window(folder: Path, seed: int) -> None:
    """Use the window out of sight: read, copy, make hand-outs, save cards, and store the settings again and again."""
    application = make_application()
    session = Session(application, Settings(folder / SETTINGS))
    session.open(load(paths.CONTENT), None, "")
    session.load_window()
    assert session.frame is not None
    session.frame.accept_disclaimer()
    user = _User(session, folder, seed)
    timer = QTimer()
    timer.timeout.connect(user.go_on)
    timer.start(0)
    application.exec()


class _User:
    """One who does the next thing whenever the window has nothing to do."""

    def __init__(self, session: Session, folder: Path, seed: int) -> None:
        assert session.window is not None
        self._session, self._window, self._folder = session, session.window, folder
        self._number = seed
        self._parent = os.getppid()

    def go_on(self) -> None:
        if os.getppid() != self._parent:
            os._exit(1)
        window, self._number = self._window, self._number + 1
        place, size = of_window(self._number)
        window.reader.go_to(place)
        window.reader.set_open([place] if place.startswith("faq/") else [])
        window.appearance._set("light", size)
        window.copying.copy_with_citation()
        self._session.store()
        if self._number % 3 == 0:
            window.presenting.card_export.save(self._folder / CARDS, make_cards(window.document))
        if self._number % 4 == 0:
            window.sheets.make_handout()
            desk = desk_of(window, window.document)
            assert desk.dialog is not None
            desk._sheets = desk.dialog.sheets
            desk.save_as(str(self._folder / HAND_OUT))
            desk.dialog.close()


def of_window(number: int) -> tuple[str, int]:
    """Return the place and the text size that belong together in the window."""
    at = number % len(PLACES)
    return PLACES[at], (80, 100, 125, 150, 200)[at]


def die_at_a_step(folder: Path, step: int) -> None:
    """Write settings and a file once, and be killed before the step with this number: an opening, a change of mode, a move, a removal."""
    count = 0

    def watch(event: str, _: tuple[object, ...]) -> None:
        nonlocal count
        if event.partition(".")[0] in {"open", "os"}:
            count += 1
            if count == step:
                os.kill(os.getpid(), 9)

    sys.addaudithook(watch)
    Settings(folder / SETTINGS).write(remembered(step + 1000))
    write_file(folder / HAND_OUT, (folder / WHOLE / f"{HAND_OUT}.{step % 2}").read_bytes())


def _while_wanted(things: Iterable[Thing]) -> Iterator[Thing]:
    """Go on only as long as the process lives that this one is a child of."""
    parent = os.getppid()
    return itertools.takewhile(lambda _: os.getppid() == parent, things)


_ALL = (prepare, write_settings, write_files, write_carelessly, run_commands, keep_indexes, index_library, change_library, use_window, die_at_a_step)

KINDS: dict[str, Callable[[Path, int], None]] = {work.__name__: work for work in _ALL}
