"""Libraries made by hand, with articles that are read from both sides and in several languages, and one file that cannot be opened."""

import datetime as dt
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from app.core.files.loader import Loaded
from app.core.library.library import ArticleFile, BrokenFile, Held, Library, Origin
from app.core.library.shelf import Refused, Shelf

NOT_YET = "Not yet reviewed by a clinician"
BY_SOMEBODY = "Reviewed by R. Example, midwife, on 4 June 2026"
BEFORE = "Reviewed by R. Example, midwife, on 4 June 2026, 3 statements changed since"


def file(
    name: str, title: str, origin: Origin = Origin.SHARED, review: str = NOT_YET, language: str = "en", dated: str = "2026-06-02"
) -> ArticleFile:
    """Return an edition of an article that lies nowhere."""
    added = dt.date(2026, 11, 10) if origin == Origin.OWN else None
    line = f"One line on what “{title}” is about."
    direction = "rtl" if language == "ar" else "ltr"
    digest = sha256(f"{name} {dated}".encode()).hexdigest()
    return ArticleFile(
        name,
        title,
        line,
        language,
        direction,
        dated,
        None,
        review,
        digest,
        Path("/none") / name,
        origin,
        added,
    )


HYGIENE = Held(file("hygiene", "Hand hygiene at the bedside"), ())
PHONES = Held(file("phones", "Labour ward phone list", Origin.OWN), (file("phones", "Labour ward phones", Origin.OWN, dated="2026-05-11"),))
OWN = Held(file("own", "Notes of our own", Origin.OWN, BEFORE), ())
BROKEN = BrokenFile("holiday-hours-2026-11-02.refpack", Path("/none/holiday"), "a comma is missing in line 214 of content.json", Origin.SHARED)

SMALL = Library(
    articles=(
        Held(file("cervical-insufficiency", "Cervical Insufficiency", Origin.BUNDLED, dated="2025-10-18"), ()),
        HYGIENE,
        PHONES,
        Held(file("visitas", "Llegada y horario de visitas", review=BY_SOMEBODY, language="es"), ()),
        OWN,
        Held(file("ziara", "دليل الزيارة", language="ar", dated=""), ()),
    ),
    broken=(BROKEN,),
)


def large(count: int) -> Library:
    """Return a library of so many articles."""
    return Library(tuple(Held(file(f"n{number}", f"Article number {number:05d} of a large library"), ()) for number in range(count)), ())


class MadeShelf(Shelf):
    """A shelf whose folders are functions of the test; it notes what it is asked to change."""

    def __init__(self, loaded: Loaded, *readers: Callable[[], Library]) -> None:
        super().__init__((), None)
        self._loaded, self._readers = loaded, readers
        self.asked: list[tuple[str, object]] = []
        self.refusal = ""

    def folders(self) -> tuple[Callable[[], Library], ...]:
        return self._readers

    def _note(self, act: str, what: object) -> None:
        if self.refusal:
            raise Refused(self.refusal)
        self.asked.append((act, what))

    def load(self, file: ArticleFile) -> Loaded:
        self._note("load", file)
        return replace(self._loaded, digest=file.digest)

    def problems(self, file: BrokenFile) -> tuple[str, ...]:
        return (file.reason, "line 300: another one")

    def add(self, path: Path) -> ArticleFile:
        self._note("add", path)
        return HYGIENE.newest

    def remove(self, thing: Held | BrokenFile) -> None:
        self._note("remove", thing)

    def put_back(self) -> None:
        self._note("put back", None)

    def go_back(self, held: Held) -> ArticleFile:
        self._note("go back", held)
        return held.newest
