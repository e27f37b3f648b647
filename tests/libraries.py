"""Libraries made by hand, with articles that are read from both sides and in several languages, and one file that cannot be opened."""

import datetime as dt
from pathlib import Path

from app.core.library.library import ArticleFile, BrokenFile, Held, Library, Origin

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
    return ArticleFile(name, title, line, language, direction, dated, None, review, "4f21c0a" + 57 * "0", Path("/none") / name, origin, added)


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
